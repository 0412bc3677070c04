"""What the rules look at: a text with its citations, read once for all of them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date

from attrs import evolve, field, frozen

from dantoc_policy.law.citation import Citation, Span
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.document import Document
from dantoc_policy.law.library import Documents
from dantoc_policy.law.lint.own_document import OwnDocument, heading_of
from dantoc_policy.law.lint.printed_code import PrintedCode
from dantoc_policy.law.resolving.context import Context
from dantoc_policy.law.spelling import fold
from dantoc_policy.values.period import Period

_BY_NUMBER = frozenset({"code", "partial"})
_DAY_WORD = 6


@frozen(kw_only=True)
class Scene:
    """A text as the rules see it.

    `given` is the text as given, to which all spans refer; `source` the same made ready for
    matching; `context` what its heading and its words say of it. `citations` are those by number,
    `named` those by a name only; `mentions` has the citations of each number together, in their
    order. `heading` is the number that the text bears itself, where it is a document; `own` what
    is known of that document, set where the text is looked at as one.
    """

    given: str
    source: SourceText = field(repr=False)
    context: Context = field(repr=False)
    citations: tuple[Citation, ...] = field(repr=False)
    named: tuple[Citation, ...] = field(repr=False)
    codes: tuple[PrintedCode, ...] = field(repr=False)
    mentions: Mapping[Hashable, tuple[Citation, ...]] = field(repr=False)
    heading: Citation | None = None
    as_of: date | None = None
    own: OwnDocument | None = None
    linked: dict[Hashable, Document | None] = field(factory=dict, init=False, eq=False, repr=False)
    _library: Documents | None = field(default=None, alias="library", repr=False)

    @classmethod
    def of(cls, text: str, *, as_of: date | None = None, library: Documents | None = None) -> Scene:
        """Read a text."""
        context = Context.of_text(text)
        citations = tuple(found for found in context.citations if found.manner in _BY_NUMBER)
        codes = (PrintedCode.of(text, citation) for citation in citations)
        mentions: dict[Hashable, list[Citation]] = {}
        for citation in citations:
            mentions.setdefault(key_of(citation), []).append(citation)
        return cls(
            given=text,
            source=SourceText.of(text),
            context=context,
            citations=citations,
            named=tuple(found for found in context.citations if found.manner == "name"),
            codes=tuple(code for code in codes if code is not None),
            mentions={key: tuple(same) for key, same in mentions.items()},
            heading=heading_of(citations),
            as_of=as_of,
            library=library,
        )

    def as_document(self, document: Document | None, as_of: date | None) -> Scene:
        """Give the same text seen as a document of its own, on a day or on that of its issue."""
        own = OwnDocument.read(self.context) if document is None else OwnDocument.of(document)
        context = self.context
        if document is not None:
            context = evolve(
                context,
                issuer=document.issuers[0],
                unit=document.unit or context.unit,
                day=document.issued or context.day,
            )
        day = as_of or (own.issued if own else None)
        return evolve(self, own=own, context=context, as_of=day)

    @property
    def library(self) -> Documents:
        """The library that citations are compared with: that of the package, if no other."""
        if self._library is not None:
            return self._library
        from dantoc_policy.law.library import documents  # built when it is first asked for

        return documents

    def between(self, start: int, end: int) -> str:
        """Give what stands between two places of the given text, folded for matching."""
        return plain(self.given[max(start, 0) : max(end, 0)])

    def is_own(self, citation: Citation) -> bool:
        """Whether a citation is the text's own number, in its heading or wherever it is named."""
        if citation.heading:
            return True
        if self.heading is None:
            return self.own is not None and citation.canonical == self.own.number
        days = {citation.issue_date, self.heading.issue_date} - {None}
        return key_of(citation) == key_of(self.heading) and len(days) <= 1


def plain(text: str) -> str:
    """Fold a piece of a given text, with its entities and loose accents closed up."""
    return fold(SourceText.of(text).text)


def key_of(citation: Citation) -> Hashable:
    """Give what two citations share that by their numbers name one document.

    Laws and resolutions of one term of the National Assembly may bear the same number, so there
    the type belongs to it. Years and places that are not in the number do not.
    """
    number = citation.parsed
    if number is None:
        return citation.type, citation.canonical
    return number, citation.type if number.family == "assembly" else None


def issued(citation: Citation) -> Period | None:
    """Give when the cited document was issued, as far as the text says it: a day or a year."""
    if citation.issue_date is not None:
        return Period(citation.issue_date, citation.issue_date)
    year = citation.issue_year or citation.year
    return None if year is None else Period.year(year)


def dated(citation: Citation) -> bool:
    """Whether the text says, at this citation, when the document was issued."""
    return citation.issue_date is not None or citation.issue_year is not None


def says_day(citation: Citation) -> bool:
    """Whether the date stands behind "ngày", so that it is surely that of the document."""
    place = citation.spans.get("date")
    if place is None:
        return False
    start = place[0] - citation.start
    printed = citation.text[max(0, start - _DAY_WORD) : place[1] - citation.start]
    return "ngay" in plain(printed)


def span_of(citation: Citation, part: str) -> Span:
    """Give the place of a part of a citation, or of the whole where it has no such part."""
    return citation.spans.get(part, citation.span)
