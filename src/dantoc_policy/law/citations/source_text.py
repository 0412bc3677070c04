"""A text made ready for matching, with the way back to the text as it was given."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right

from attrs import field, frozen

# Slashes, dashes and look-alikes of Đ of other alphabets: one character for one, in place.
_PLAIN = {
    **dict.fromkeys("\u2044\u2215\uff0f", "/"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad", "-"),
    **dict.fromkeys("\u00d0\u0189", "Đ"),
    **dict.fromkeys("\u00f0\u0256", "đ"),
}
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# What changes the length of the text: entities, invisible marks, letters with loose accents.
_ENTITY = re.compile(r"&(?:#[0-9xX]|[a-zA-Z]{2,10};)")
_LOOSE = re.compile(
    rf"&(?:#[0-9]{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z]{{2,10}});|[{_INVISIBLE}]"
    r"|[^\W\d_][\u0300-\u036f]{1,8}"
)


@frozen
class SourceText:
    r"""What is matched (`text`) and where its characters stand in the text as given (`given`).

    `text` is in the composed form (NFC), without entities and invisible marks, with ASCII dashes
    and slashes and the letter Đ. `place` and `slice` lead back.

    >>> source = SourceText.of("Ðie\u0302\u0300u 3&#x002F;2020")
    >>> source.text
    'Điều 3/2020'
    >>> source.slice(5, 11)
    '3&#x002F;2020'
    """

    given: str
    text: str
    # Places just behind each stretch whose length changed: in `text`, and in `given`.
    _behind: tuple[int, ...] = field(default=(), repr=False)
    _given_behind: tuple[int, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, given: str) -> SourceText:
        """Make a text ready; a text that needs nothing is used as it is."""
        text = given
        behind: list[int] = []
        given_behind: list[int] = []
        if not given.isascii() or "&" in given:
            if _has_loose_parts(given):
                text = _close_up(given, behind, given_behind)
            for mark, plain in _PLAIN.items():
                if mark in text:
                    text = text.replace(mark, plain)
        return cls(given, text, tuple(behind), tuple(given_behind))

    def place(self, index: int) -> int:
        """Give the place in the given text of a place in `text`."""
        if not self._behind:
            return index
        before = bisect_right(self._behind, index) - 1
        if before < 0:
            return index
        return self._given_behind[before] + index - self._behind[before]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span in the given text of a span in `text`."""
        if not self._behind:
            return start, end
        return self.place(start), self.place(end)

    def slice(self, start: int, end: int) -> str:
        """Give what the given text has between two places of `text`."""
        first, last = self.span(start, end)
        return self.given[first:last]


def _has_loose_parts(given: str) -> bool:
    return (
        not unicodedata.is_normalized("NFC", given)
        or any(mark in given for mark in _INVISIBLE)
        or _ENTITY.search(given) is not None
    )


def _close_up(given: str, behind: list[int], given_behind: list[int]) -> str:
    pieces: list[str] = []
    length = done = 0
    for match in _LOOSE.finditer(given):
        found = match[0]
        if found[0] == "&":
            put = html.unescape(found)
            if put == found:  # no entity: "R&D;"
                continue
        elif found in _INVISIBLE:
            put = ""
        else:
            put = unicodedata.normalize("NFC", found)
        before = given[done : match.start()]
        pieces += (before, put)
        length += len(before) + len(put)
        done = match.end()
        if len(put) != len(found):
            behind.append(length)
            given_behind.append(done)
    pieces.append(given[done:])
    return "".join(pieces)
