"""What a citation says about its document, with what the rest of the text adds."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

from attrs import frozen

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.resolving.context import Context
from dantoc_policy.law.resolving.unit_names import is_bare
from dantoc_policy.law.spelling import fold

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_Value = TypeVar("_Value", bound=Hashable)


@frozen(kw_only=True)
class Facts:
    """What a citation and its text say about the document, whichever that is.

    `day`, `term` and `unit` may come from another mention of the number in the same text; then
    `elsewhere` says so.
    """

    citation: Citation
    context: Context
    day: date | None
    year: int | None
    term: str | None
    unit: str | None
    elsewhere: bool = False

    @classmethod
    def of(cls, citation: Citation, context: Context) -> Facts:
        """Gather what the citation says, and what other mentions of its number add."""
        others = _mentions(citation, context)
        day = citation.issue_date or _only(other.issue_date for other in others)
        term = citation.term or _only(other.term for other in others)
        unit = citation.unit
        if unit is None or is_bare(unit):
            whole = (other.unit for other in others if other.unit and not is_bare(other.unit))
            unit = _only(whole) or unit
        year = citation.issue_year or (day.year if day else None) or citation.year
        elsewhere = day != citation.issue_date or term != citation.term
        return cls(
            citation=citation,
            context=context,
            day=day,
            year=year,
            term=term,
            unit=unit,
            elsewhere=elsewhere,
        )


def _mentions(citation: Citation, context: Context) -> tuple[Citation, ...]:
    if citation.parsed is None:
        return ()
    return tuple(
        other
        for other in context.by_number.get(citation.parsed, ())
        if citation.type in {None, other.type} or other.type is None
    )


def _only(values: Iterable[_Value | None]) -> _Value | None:
    known = {value for value in values if value is not None}
    return known.pop() if len(known) == 1 else None


def ordinal_of(term: str) -> int | str:
    """Read the number of a term in Roman or Arabic figures."""
    if term.isdigit():
        return int(term)
    values = [_ROMAN.get(letter, 0) for letter in term.upper()]
    if not values or 0 in values:
        return term
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


@lru_cache(maxsize=1024)
def likeness(printed: str, known: str) -> tuple[float, int]:
    """Give how far the beginning of a printed subject is a known one, and of how many words."""
    words = _words(known)
    begin = _words(printed)[: len(words) + 2]
    if not words or not begin:
        return 0.0, 0
    shared = sum(
        block.size for block in SequenceMatcher(None, begin, words, False).get_matching_blocks()
    )
    return shared / min(len(words), max(len(begin), 1)), len(words)


def _words(subject: str) -> list[str]:
    plain = fold(subject)
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    for lead in (["ve", "viec"], ["ve"]):
        if words[: len(lead)] == lead:
            return words[len(lead) :]
    return words
