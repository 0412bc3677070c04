"""A text in Vietnamese and English."""

from __future__ import annotations

from attrs import frozen

from dantoc_policy.errors import Locale


@frozen
class Text:
    """One text in both languages of the library; the Vietnamese one is the official term.

    >>> name = Text("khu vực III", "region III")
    >>> name.get("en")
    'region III'
    >>> str(name)
    'khu vực III'
    """

    vi: str
    en: str

    def get(self, locale: Locale = "vi") -> str:
        """Give the text in the asked language."""
        return self.vi if locale == "vi" else self.en

    def __str__(self) -> str:
        return self.vi
