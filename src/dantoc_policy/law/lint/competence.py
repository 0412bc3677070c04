"""Who may issue what, and when that is a legal normative document: readings of the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.law.citation import Citation
from dantoc_policy.law.lint.bodies import bodies_of
from dantoc_policy.values.period import Period

# Contracts and licences are numbered by year though they are no normative documents.
_OWN_WAYS = frozenset({"hop_dong", "ban_ghi_nho", "ban_thoa_thuan", "giay_uy_quyen"})


@frozen
class Competence:
    """When a type issued by some bodies is a legal normative document."""

    issuers: frozenset[str]
    periods: tuple[Period, ...]


@cache
def competences() -> Mapping[str, tuple[Competence, ...]]:
    """Give for each type who issues it as a legal normative document, and when."""
    found: dict[str, list[Competence]] = {}
    for row in load("law/competence"):
        if row["type"] and row.get("issuers"):
            periods = tuple(_period(days) for days in row["normative"])
            found.setdefault(row["type"], []).append(Competence(frozenset(row["issuers"]), periods))
    return {kind: tuple(rows) for kind, rows in found.items()}


@cache
def administrative_types() -> frozenset[str]:
    """Give the types of administrative documents that are never legal normative ones."""
    rows = load("law/competence")
    named = {row["type"] for row in rows if row.get("level") == "administrative"}
    return frozenset(named - set(competences()) - _OWN_WAYS)


def never_normative(kinds: Iterable[str]) -> bool:
    """Whether all of some types are never legal normative documents.

    >>> never_normative(["ke_hoach"]), never_normative(["quyet_dinh"])
    (True, False)
    """
    return set(kinds) <= administrative_types()


def always_normative(citation: Citation) -> bool:
    """Whether a document of this type and body is a legal normative one at all times."""
    if citation.type == "thong_tu_lien_tich":
        return True
    bodies = {body.id for body in bodies_of(citation)}
    return any(
        bodies & row.issuers and Period(None, None) in row.periods
        for row in competences().get(citation.type or "", ())
    )


def ministries() -> frozenset[str]:
    """Give the ministries and ministerial bodies, which issue circulars.

    >>> "uy_ban_dan_toc" in ministries()
    True
    """
    rows = competences()["thong_tu"]
    return max((row.issuers for row in rows), key=len)


def _period(days: Mapping[str, Any]) -> Period:
    def day(key: str) -> date | None:
        return date.fromisoformat(days[key]) if days.get(key) else None

    return Period(day("since"), day("until"))
