"""What a text has cited in full before a place: the documents that a short form may refer to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from attrs import define, evolve, field

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.spelling import fold

Key = tuple[str, str]
# More documents of one type and number than this are as ambiguous as these.
_MOST = 16


@define
class _Series:
    """The documents of one type and number, as far as the text has got."""

    ends: list[int] = field(factory=list)
    known: list[tuple[Citation, ...]] = field(factory=list)

    def add(self, citation: Citation) -> None:
        before = self.known[-1] if self.known else ()
        after = _with(before, citation)
        if after != before:
            self.ends.append(citation.end)
            self.known.append(after)


@define
class Antecedents:
    """The full citations of a text by type and number, each document once.

    >>> from dantoc_policy.law.citations.find import find_citations
    >>> text = "Nghị quyết số 88/2019/QH14, Nghị quyết số 88/2019/QH14 ngày 18/11/2019."
    >>> found = Antecedents.of(find_citations(text)).before("nghi_quyet", "88", len(text))
    >>> [(citation.canonical, citation.issue_date) for citation in found]
    [('88/2019/QH14', datetime.date(2019, 11, 18))]
    """

    _series: Mapping[Key, _Series]

    @classmethod
    def of(cls, citations: Iterable[Citation]) -> Antecedents:
        """Index citations, which come in the order of the text."""
        series: dict[Key, _Series] = {}
        for citation in citations:
            if citation.parsed is not None and citation.type and citation.number:
                key = citation.type, plain_number(citation.number)
                series.setdefault(key, _Series()).add(citation)
        return cls(series)

    @property
    def types(self) -> frozenset[str]:
        """The types of what is cited."""
        return frozenset(kind for kind, _ in self._series)

    def before(self, kind: str, number: str, place: int) -> tuple[Citation, ...]:
        """Give the documents of a type and number that are cited in full before a place."""
        series = self._series.get((kind, plain_number(number)))
        if series is None:
            return ()
        count = bisect_right(series.ends, place)
        return series.known[count - 1] if count else ()


def plain_number(number: str) -> str:
    """Give a number as it is compared: 05 and 5 are one.

    >>> plain_number("05"), plain_number("30A")
    ('5', '30a')
    """
    return number.lstrip("0").lower() or "0"


def _with(known: tuple[Citation, ...], citation: Citation) -> tuple[Citation, ...]:
    """Add a citation to documents: to the one it names, or as another.

    Two citations of one number name one document unless their days or terms differ.
    """
    for place, other in enumerate(known):
        if fold(citation.canonical or "") != fold(other.canonical or ""):
            continue
        if _agree(citation.issue_date, other.issue_date) and _agree(citation.term, other.term):
            return (*known[:place], _fuller(other, citation), *known[place + 1 :])
    return (*known, citation) if len(known) < _MOST else known


def _agree(first: object, second: object) -> bool:
    return None in {first, second} or first == second


def _fuller(first: Citation, second: Citation) -> Citation:
    """Give the first citation with what only the second one says."""
    if (first.issue_date and first.issuer_id and first.term and first.unit) or not (
        second.issue_date or second.issue_year or second.issuer or second.unit or second.term
    ):
        return first
    return evolve(
        first,
        issue_date=first.issue_date or second.issue_date,
        issue_year=first.issue_year or second.issue_year,
        issuer=first.issuer or second.issuer,
        issuer_id=first.issuer_id or second.issuer_id,
        unit=first.unit or second.unit,
        term=first.term or second.term,
    )
