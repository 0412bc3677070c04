"""The clause that a value rests on, as plain data: `law` lies above the values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale

_NAMES = {
    "91/2015/QH13": Text("Bộ luật Dân sự", "Civil Code"),
    "45/2019/QH14": Text("Bộ luật Lao động", "Labour Code"),
}
_TYPES = {
    "/QĐ-": Text("Quyết định", "Decision"),
    "/NĐ-": Text("Nghị định", "Decree"),
    "/QH": Text("Luật", "Law"),
}


@frozen
class LegalBasis:
    """Number of a document, article and clause; an unverified clause is kept, but not printed.

    `Provision(basis.document, basis.article, basis.clause)` is the same for the library of
    documents.

    >>> print(LegalBasis("91/2015/QH13", 148, 5))
    khoản 5 Điều 148 Bộ luật Dân sự 91/2015/QH13
    >>> LegalBasis("33/2020/QĐ-TTg", 7, 1).text("en")
    'clause 1, Article 7, Decision 33/2020/QĐ-TTg'
    """

    document: str
    article: int | None = None
    clause: int | None = None
    verified: bool = True

    def text(self, locale: Locale = "vi") -> str:
        """Write the citation."""
        name = _NAMES.get(self.document) or next(
            (kind for letters, kind in _TYPES.items() if letters in self.document), None
        )
        document = f"{name.get(locale)} {self.document}" if name else self.document
        clause, article, separator = (
            ("khoản", "Điều", " ") if locale == "vi" else ("clause", "Article", ", ")
        )
        parts = [
            f"{word} {number}"
            for word, number in ((clause, self.clause), (article, self.article))
            if number is not None and (self.verified or word is article)
        ]
        return separator.join([*parts, document])

    def to_dict(self) -> dict[str, str | int | bool | None]:
        """Give the citation as plain JSON data."""
        return {
            "document": self.document,
            "article": self.article,
            "clause": self.clause,
            "verified": self.verified,
        }

    def __str__(self) -> str:
        return self.text("vi")
