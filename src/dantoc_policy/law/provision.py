"""A place in a legal document: article (điều), clause (khoản), point (điểm)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import frozen

from dantoc_policy.errors import Locale

Depth = Literal["article", "clause", "point"]

_PLACES: Mapping[Locale, tuple[str, str, str]] = {
    "vi": ("điểm", "khoản", "Điều"),
    "en": ("point", "clause", "Article"),
}
# The type of a document is written in its number; only the types that instruments use are here.
_TYPES = {"QĐ": ("Quyết định", "Decision"), "NĐ": ("Nghị định", "Decree")}


@frozen(order=True)
class Provision:
    """One provision of a document; `sure` is how deep its numbering is verified.

    What lies deeper than `sure` is kept, but not printed: a wrong clause number misleads more
    than a citation of the article alone.

    >>> print(Provision("33/2020/QĐ-TTg", 3, 1))
    khoản 1 Điều 3 Quyết định 33/2020/QĐ-TTg
    >>> print(Provision("33/2020/QĐ-TTg", 2, 1, sure="article"))
    Điều 2 Quyết định 33/2020/QĐ-TTg
    >>> Provision("272/2025/NĐ-CP", 8, 2, "đ").text("en")
    'point đ, clause 2, Article 8, Decree 272/2025/NĐ-CP'
    """

    document: str
    article: int | None = None
    clause: int | None = None
    point: str | None = None
    sure: Depth = "point"

    @property
    def printed(self) -> tuple[int | None, int | None, str | None]:
        """Article, clause and point as far as they are verified."""
        return (
            self.article,
            None if self.sure == "article" else self.clause,
            self.point if self.sure == "point" else None,
        )

    @property
    def verified(self) -> bool:
        """Whether every number of the provision is verified."""
        return self.printed == (self.article, self.clause, self.point)

    def place(self, locale: Locale = "vi") -> str:
        """Give the place within the document, without the document's name."""
        article, clause, point = self.printed
        words = _PLACES[locale]
        parts = [
            f"{word} {number}"
            for word, number in zip(words, (point, clause, article), strict=True)
            if number is not None
        ]
        return (" " if locale == "vi" else ", ").join(parts)

    def text(self, locale: Locale = "vi") -> str:
        """Give the citation as the language writes it, from the smallest part outwards."""
        symbol = self.document.rpartition("/")[2].partition("-")[0]
        word = _TYPES.get(symbol, ("", ""))[0 if locale == "vi" else 1]
        name = f"{word} {self.document}" if word else self.document
        place = self.place(locale)
        if not place:
            return name
        return f"{place} {name}" if locale == "vi" else f"{place}, {name}"

    def to_dict(self) -> dict[str, str | int | bool | None]:
        """Give the provision as plain JSON data."""
        return {
            "document": self.document,
            "article": self.article,
            "clause": self.clause,
            "point": self.point,
            "sure": self.sure,
            "text": self.text(),
        }

    def __str__(self) -> str:
        return self.text()
