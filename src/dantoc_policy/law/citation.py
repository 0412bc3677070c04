"""A citation of a legal, administrative or Party document in a running text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.law.number import DocumentNumber
from dantoc_policy.law.provision import Provision

Span = tuple[int, int]
# How the document is named: by its code, by a part of it, by its title, or by a short form that
# refers back to an earlier citation of the same text.
Manner = Literal["code", "partial", "name", "reference"]


@frozen(kw_only=True)
class Citation:
    """One citation: where it stands, what is printed, and what that says.

    `span` and all of `spans` are character offsets into the text as it was given; `spans` has
    those of the parts ("type", "code", "date", "issuer", "provisions", "subject"). `code` is the
    code as printed without noise of spacing and markup, `canonical` as the rules of numbering
    have it. `type` is what the words say, else what the letters say; `symbol_type` what the
    letters alone say. `issuer` is the body as named in the text, or the one body that the letters
    stand for. `warnings` names what is odd about the
    printed form; `lint_text` says more.

    >>> from dantoc_policy.law.citations.find import find_citations
    >>> text = "Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020 của Thủ tướng Chính phủ"
    >>> citation = find_citations(text)[0]
    >>> citation.code, citation.type, citation.issue_date, citation.issuer
    ('33/2020/QĐ-TTg', 'quyet_dinh', datetime.date(2020, 11, 12), 'Thủ tướng Chính phủ')
    """

    span: Span
    text: str
    code: str | None
    canonical: str | None
    type: str | None
    symbol_type: str | None = None
    number: str | None = None
    year: int | None = None
    symbol: str | None = None
    issuer: str | None = None
    issuer_id: str | None = None
    issuer_printed: bool = False
    unit: str | None = None
    term: str | None = None
    issue_date: date | None = None
    issue_year: int | None = None
    provisions: tuple[Provision, ...] = ()
    name: str | None = None
    subject: str | None = None
    manner: Manner = "code"
    heading: bool = False
    warnings: tuple[str, ...] = ()
    spans: Mapping[str, Span] = field(factory=dict, repr=False)
    parsed: DocumentNumber | None = field(default=None, repr=False)

    @property
    def start(self) -> int:
        """Where the citation begins in the text as given."""
        return self.span[0]

    @property
    def end(self) -> int:
        """Where the citation ends in the text as given (the place behind its last character)."""
        return self.span[1]

    def to_dict(self) -> dict[str, Any]:
        """Give the citation as plain JSON data."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "code": self.code,
            "canonical": self.canonical,
            "type": self.type,
            "number": self.number,
            "year": self.year,
            "symbol": self.symbol,
            "issuer": self.issuer,
            "issuer_id": self.issuer_id,
            "term": self.term,
            "issue_date": self.issue_date.isoformat() if self.issue_date else None,
            "issue_year": self.issue_year,
            "provisions": [provision.to_dict() for provision in self.provisions],
            "name": self.name,
            "subject": self.subject,
            "manner": self.manner,
            "warnings": list(self.warnings),
            "spans": {part: list(span) for part, span in self.spans.items()},
        }
