"""The document that a text is itself: its number, day and issuer, as its heading has them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.document import Document
from dantoc_policy.law.number import clean_code, read_number
from dantoc_policy.law.resolving.context import Context

# A heading stands at the top; what looks like one further below is a line of a portal or a list.
_TOP = 2500


@frozen(kw_only=True)
class OwnDocument:
    """What is known of the document that a text is; what its heading does not say is None."""

    type: str | None = None
    number: str | None = None
    issued: date | None = None
    issuer_id: str | None = None
    unit: str | None = None

    @classmethod
    def of(cls, document: Document) -> OwnDocument:
        """Take what the library records of a document."""
        return cls(
            type=document.type,
            number=document.number,
            issued=document.issued,
            issuer_id=document.issuers[0],
            unit=document.unit,
        )

    @classmethod
    def read(cls, context: Context) -> OwnDocument | None:
        r"""Read it from the heading of a text; None where there is none.

        >>> text = "UBND TỈNH BẮC KẠN\nSố: 303/KH-UBND\nBắc Kạn, ngày 04 tháng 6 năm 2020"
        >>> own = OwnDocument.read(Context.of_text(text))
        >>> own.number, own.issued.isoformat(), own.unit
        ('303/KH-UBND', '2020-06-04', 'tỉnh Bắc Kạn')
        """
        heading = heading_of(context.citations)
        if heading is None:
            return None
        return cls(
            type=heading.type,
            number=heading.canonical,
            issued=heading.issue_date,
            issuer_id=context.issuer,
            unit=context.unit,
        )

    @property
    def year(self) -> int | None:
        """The year in its number, which marks a legal normative document."""
        parsed = None if self.number is None else read_number(clean_code(self.number))
        return None if parsed is None else parsed.year

    def record(self, effective: date) -> Document | None:
        """Give it as a record that takes effect on a day, where enough of it is known."""
        if self.type is None or self.number is None or self.issuer_id is None:
            return None
        return Document(
            type=self.type,
            number=self.number,
            issuers=(self.issuer_id,),
            unit=self.unit,
            issued=self.issued,
            effective=effective,
            source="derived",
        )


def heading_of(citations: Iterable[Citation]) -> Citation | None:
    """Give the number that stands in the heading at the top of a text."""
    for citation in citations:
        if citation.start > _TOP:
            return None
        if citation.heading and citation.parsed is not None:
            return citation
    return None
