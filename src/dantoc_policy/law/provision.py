"""A place in a legal document: article (điều), clause (khoản), point (điểm) and the like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from attrs import field, frozen

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.law.document_type import document_types, types_of_letters

Depth = Literal["article", "clause", "point"]
Number = int | str

_PLACES: Mapping[Locale, tuple[str, str, str, str, str, str, str]] = {
    "vi": ("điểm", "khoản", "Điều", "Mục", "Chương", "Phần", "Phụ lục"),
    "en": ("point", "clause", "Article", "Section", "Chapter", "Part", "Appendix"),
}
# The letters that points are named by, in their order; đ follows d and is another point.
POINTS = "abcdđeghiklmnopqrstuvxy"
_NUMBER = re.compile(r"(?P<value>[0-9]+)(?P<suffix>[a-zđ]?)")
_NUMBERED = re.compile(r"[0-9]+[^\s/]*/")
_LETTERS = re.compile(r"/(?P<letters>[^\W\d_]+)-|-(?P<party>[^\W\d_]+)/")


@frozen
class Provision:
    """One provision of a document; `sure` is how deep its numbering is verified.

    `article` and `clause` are whole numbers, or a number and a letter where they were inserted
    later ("4a"). What lies deeper than `sure` is kept, but not printed: a wrong clause number
    misleads more than a citation of the article alone.

    >>> print(Provision("33/2020/QĐ-TTg", 3, 1))
    khoản 1 Điều 3 Quyết định 33/2020/QĐ-TTg
    >>> print(Provision("33/2020/QĐ-TTg", 2, 1, sure="article"))
    Điều 2 Quyết định 33/2020/QĐ-TTg
    >>> Provision("272/2025/NĐ-CP", 8, 2, "đ").text("en")
    'point đ, clause 2, Article 8, Decree 272/2025/NĐ-CP'
    """

    document: str
    article: Number | None = None
    clause: Number | None = None
    point: str | None = None
    sure: Depth = "point"
    section: str | None = field(default=None, kw_only=True)
    chapter: str | None = field(default=None, kw_only=True)
    part: str | None = field(default=None, kw_only=True)
    appendix: str | None = field(default=None, kw_only=True)

    @classmethod
    def parse(cls, text: str) -> Provision:
        """Read one provision as it is cited, with or without its document.

        Raises:
            InputError: `provision.unreadable` where the text names none, or more than one.

        >>> Provision.parse("điểm đ khoản 2 Điều 4a Nghị định số 05/2011/NĐ-CP").article
        '4a'
        """
        from dantoc_policy.law.citations.find import find_citations
        from dantoc_policy.law.provision_text import read_provisions

        cited = find_citations(text)
        found = cited[0].provisions if len(cited) == 1 else read_provisions(text, "")
        if len(found) != 1:
            raise InputError.of(
                "provision.unreadable",
                vi=f"“{text}” không nêu đúng một điều, khoản, điểm.",
                en=f"“{text}” does not name exactly one provision.",
                mend_vi="Ghi như “điểm a khoản 1 Điều 3 Nghị định số 05/2011/NĐ-CP”.",
                mend_en="Write it as “điểm a khoản 1 Điều 3 Nghị định số 05/2011/NĐ-CP”.",
            )
        return found[0]

    @property
    def printed(self) -> tuple[Number | None, Number | None, str | None]:
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

    @property
    def order(self) -> tuple[tuple[int, str], ...]:
        """What sorts provisions of one document as the document has them; d comes before đ.

        >>> Provision("", 4, 1, "d").order < Provision("", 4, 1, "đ").order
        True
        >>> Provision("", 4).order < Provision("", "4a").order < Provision("", 5).order
        True
        """
        return (
            _order(self.article),
            _order(self.clause),
            (POINTS.find(self.point) + 1 if self.point else 0, self.point or ""),
        )

    def place(self, locale: Locale = "vi") -> str:
        """Give the place within the document, without the document's name."""
        article, clause, point = self.printed
        numbers = (point, clause, article, self.section, self.chapter, self.part, self.appendix)
        parts = [
            f"{word} {number}"
            for word, number in zip(_PLACES[locale], numbers, strict=True)
            if number is not None
        ]
        return (" " if locale == "vi" else ", ").join(parts)

    def text(self, locale: Locale = "vi") -> str:
        """Give the citation as the language writes it, from the smallest part outwards."""
        name = _named(self.document, locale)
        place = self.place(locale)
        if not place or not name:
            return place or name
        return f"{place} {name}" if locale == "vi" else f"{place}, {name}"

    def to_dict(self) -> dict[str, str | int | bool | None]:
        """Give the provision as plain JSON data."""
        wider = {
            name: value
            for name in ("section", "chapter", "part", "appendix")
            if (value := getattr(self, name)) is not None
        }
        return {
            "document": self.document,
            "article": self.article,
            "clause": self.clause,
            "point": self.point,
            **wider,
            "sure": self.sure,
            "text": self.text(),
        }

    def __str__(self) -> str:
        return self.text()


def _order(number: Number | None) -> tuple[int, str]:
    match = None if number is None else _NUMBER.fullmatch(str(number))
    return (0, "") if match is None else (int(match["value"]), match["suffix"])


def _named(document: str, locale: Locale) -> str:
    """Give the document with the word of its type, as far as its number says it."""
    match = _LETTERS.search(document)
    letters = (match["letters"] or match["party"]) if match else ""
    kinds = types_of_letters().get(letters or "", ())
    kind = kinds[0] if len(kinds) == 1 else _type_held(document)
    if kind is None:
        return document
    word = document_types()[kind].name.get(locale)
    return f"{word[0].upper()}{word[1:]} {document}"


@cache
def _type_held(document: str) -> str | None:
    """Give the type that the library of documents knows, where a number does not tell it."""
    from dantoc_policy.law.library import documents

    try:
        return documents.get(document).type if _NUMBERED.match(document) else None
    except InputError:
        return None
