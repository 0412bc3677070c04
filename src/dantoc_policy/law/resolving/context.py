"""What the text around a citation says: who issued it, where and when, what it cites besides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Self

from attrs import field, frozen

from dantoc_policy.data import load
from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.definitions import find_definitions
from dantoc_policy.law.citations.find import find_citations
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.citations.spans import own_citation
from dantoc_policy.law.issuer import issuers, issuers_of_letters
from dantoc_policy.law.number import DocumentNumber
from dantoc_policy.law.resolving.unit_names import is_bare
from dantoc_policy.law.spelling import fold

_CAPITAL = "".join(letter for letter in map(chr, range(0x1F00)) if letter.isupper())
_DATELINE = re.compile(
    rf"(?:^|[\n|])[\s*_#>|]{{0,8}}(?P<place>[{_CAPITAL}][^\n,;:|]{{1,30}}),\s{{0,2}}[Nn]gày\s[^\n]{{0,16}}tháng"
)
_DATELINE_REACH = 400
# Where a text has no heading, the one province it speaks of is the place of what it cites.
_PROVINCE = re.compile(
    rf"\btỉnh (?P<name>[{_CAPITAL}][^\W\d_]*(?:[ -][{_CAPITAL}][^\W\d_]*){{0,3}})"
)
_READ = 100_000
_TWICE = 2


@frozen(kw_only=True, slots=False)
class Context:
    r"""What is known of the text that cites; what is not known is None.

    `issuer` is the identifier of its body, `unit` the place of that body (where a text has no
    heading, the one province that it speaks of), `day` its day, `term` the term of the Party on
    that day. `aliases` are names that the caller gives to documents of the library (by their
    key), `defined` the short names that the text itself gives.

    >>> text = "UBND TỈNH BẮC KẠN\nSố: 303/KH-UBND\nBắc Kạn, ngày 04 tháng 6 năm 2020"
    >>> context = Context.of_text(text)
    >>> context.issuer, context.day.isoformat(), context.term
    ('uy_ban_nhan_dan', '2020-06-04', 'XII')
    """

    issuer: str | None = None
    unit: str | None = None
    day: date | None = None
    term: str | None = None
    aliases: Mapping[str, str] = field(factory=dict)
    defined: Mapping[str, Citation] = field(factory=dict, repr=False)
    citations: tuple[Citation, ...] = field(default=(), repr=False)

    @classmethod
    def of_text(cls, text: str, *, aliases: Mapping[str, str] | None = None) -> Self:
        """Read the heading of a text, what it cites and the short names it gives."""
        source = SourceText.of(text)
        citations = find_citations(text, named=True)
        definitions = find_definitions(source, fold(source.text), citations)
        own = own_citation(citations)
        day = own.issue_date if own else None
        return cls(
            issuer=_issuer(own) if own else None,
            unit=_unit(source.text, own, citations),
            day=day,
            term=party_term(day) if day else None,
            aliases=aliases or {},
            defined={found.name: found.cited for found in definitions},
            citations=tuple(citations),
        )

    @cached_property
    def not_before(self) -> date | None:
        """The newest day of issue that the text cites: the text is not older."""
        return max((found.issue_date for found in self.citations if found.issue_date), default=None)

    @cached_property
    def by_number(self) -> Mapping[DocumentNumber, tuple[Citation, ...]]:
        """The citations of the text by their number."""
        found: dict[DocumentNumber, list[Citation]] = {}
        for citation in self.citations:
            if citation.parsed is not None:
                found.setdefault(citation.parsed, []).append(citation)
        return {number: tuple(same) for number, same in found.items()}


def party_term(day: date) -> str | None:
    """Give the term of the Party that runs on a day; on the closing day of a congress, the old one.

    >>> party_term(date(2003, 3, 12)), party_term(date(1950, 1, 1))
    ('IX', None)
    """
    begun = [row for row in load("law/terms")["party"] if date.fromisoformat(row["since"]) < day]
    return begun[-1]["term"] if begun else None


def _issuer(own: Citation) -> str | None:
    if own.issuer_id is not None or own.parsed is None:
        return own.issuer_id
    group = own.parsed.symbol.bodies[0] if own.parsed.symbol.bodies else ""
    first = [
        key for key in issuers_of_letters().get(group, ()) if issuers()[key].letters[0] == group
    ]
    return first[0] if len(first) == 1 else None


def _unit(text: str, own: Citation | None, citations: list[Citation]) -> str | None:
    """Give the place of the text: from its heading, else the one province it speaks of."""
    if own is None:
        named = Counter(match["name"] for match in _PROVINCE.finditer(text, 0, _READ))
        names = {fold(name) for name in named}
        if len(names) == 1 and named.total() >= _TWICE:
            return f"tỉnh {next(iter(named))}"
        return None
    for same in citations:
        alike = same.parsed == own.parsed and same.issue_date in {None, own.issue_date}
        if alike and same.unit and not is_bare(same.unit):
            return same.unit
    if own.parsed is None or not _is_placed(own.parsed):
        return None
    line = _DATELINE.search(text, 0, min(len(text), own.end + _DATELINE_REACH))
    return " ".join(line["place"].split()) if line else None


def _is_placed(number: DocumentNumber) -> bool:
    """Whether the body of a number exists in many places."""
    bodies = [key for group in number.symbol.bodies for key in issuers_of_letters().get(group, ())]
    return bool(bodies) and all(issuers()[key].placed for key in bodies)
