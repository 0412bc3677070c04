"""The bodies that a citation may name: by its words, and by the letters of its number."""

from __future__ import annotations

from functools import cache

from dantoc_policy.data import load
from dantoc_policy.law.citation import Citation
from dantoc_policy.law.issuer import Issuer, issuers, issuers_of_letters


def bodies_of(citation: Citation) -> tuple[Issuer, ...]:
    """Give every body that the letters of a number may stand for; none where none is known.

    >>> from dantoc_policy.law.citations.find import find_citations
    >>> [body.id for body in bodies_of(find_citations("số 33/2020/QĐ-TTg")[0])][:1]
    ['thu_tuong_chinh_phu']
    """
    number = citation.parsed
    if number is None:
        return ()
    return tuple(body for letters in number.symbol.bodies for body in bodies_of_letters(letters))


@cache
def bodies_of_letters(letters: str) -> tuple[Issuer, ...]:
    """Give the bodies that letters stand for; a number of the term at their end is left aside."""
    table = issuers_of_letters()
    found = table.get(letters) or table.get(letters.rstrip("0123456789"), ())
    return tuple(issuers()[key] for key in found)


def is_placed(citation: Citation) -> bool:
    """Whether the issuing body exists in many places, so that the place belongs to its name."""
    if citation.issuer_id is not None:
        return issuers()[citation.issuer_id].placed
    bodies = bodies_of(citation)
    return bool(bodies) and all(body.placed for body in bodies)


def related(first: Issuer, second: Issuer) -> bool:
    """Whether two bodies are the same, or one came after the other."""
    return (
        first.id == second.id
        or second.id in first.successors
        or first.id in second.successors
        or first.name.vi == second.name.vi
    )


@cache
def sure_days(key: str) -> frozenset[str]:
    """Give which of a body's first and last days ("since", "until") a source confirms."""
    row = next(row for row in load("law/issuers") if row["id"] == key)
    doubted = set(row.get("unverified") or ())
    if not row["verified"]:
        doubted |= {"since", "until"}
    note = row.get("note") or ""
    if "year only" in note or "years only" in note:
        doubted |= {"since", "until"} if "years only" in note else _named_in(note)
    return frozenset({"since", "until"} - doubted)


def _named_in(note: str) -> set[str]:
    named = {side for side in ("since", "until") if side in note}
    return named or {"since", "until"}
