"""Of which place a figure is, and whether that is the place of a plan."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import lru_cache

from dantoc_policy.errors import PolicyError
from dantoc_policy.places.library import places
from dantoc_policy.places.place import Place
from dantoc_policy.plans.plan import Plan

COUNTRY = "vn"
"""The place of figures of the whole country."""


def place_wanted(plan: Plan) -> str | None:
    """Give the place whose figures judge a plan: its own, or the country for a framework."""
    return plan.place or (COUNTRY if plan.kind == "framework" else None)


def is_of(given: str | None, wanted: str | None, day: date | None) -> bool:
    """Whether a figure is of the place that is wanted; one that names no place is.

    Places may be given by identifier or by name, with or without their type, as of a day.

    >>> is_of("Bắc Kạn", "vn:tinh:06@2004", date(2020, 6, 4))
    True
    >>> is_of("Thái Nguyên", "vn:tinh:06@2004", date(2020, 6, 4)), is_of("vn", "06", None)
    (False, False)
    """
    if given is None or wanted is None or given == wanted:
        return True
    ours = None if COUNTRY in (given, wanted) else _unit(wanted)
    if ours is None:
        return False
    unit = _unit(given)  # by its identifier or code
    return unit == ours if unit is not None else ours in _named(given, ours.level, day)


@lru_cache(maxsize=1024)
def _unit(key: str) -> Place | None:
    with suppress(PolicyError):
        return places.get(key)
    return None


@lru_cache(maxsize=1024)
def _named(name: str, level: str, day: date | None) -> frozenset[Place]:
    # A figure of 2025 may still be one of a province that ended in that year.
    for found in (places.find(name, day), places.find(name)):
        alike = frozenset(place for place in found if place.level == level)
        if alike:
            return alike
    return frozenset()
