"""A plan that is not sound, looked at as one: its identifiers and references as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from dantoc_policy.errors import Problem
from dantoc_policy.plans.consistency import faults
from dantoc_policy.plans.plan import Plan


def loose_faults(data: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Give what does not fit in the data of a plan, though parts of it are no sound records.

    >>> [found.place for found in loose_faults({"targets": [{"phase": "2030"}]})]
    ['targets.0.phase']
    """
    return faults(cast("Plan", _LoosePlan(data)))


class _LoosePart:
    """A part of which only texts and lists are seen; whatever else it says is as if not said."""

    def __init__(self, given: Any) -> None:
        self._given: Mapping[str, Any] = given if isinstance(given, Mapping) else {}

    @property
    def id(self) -> str:
        """The identifier; one that was meant as a text counts as such."""
        found = self._given.get("id")
        return str(found) if isinstance(found, str | int) else ""

    @property
    def targets(self) -> tuple[str | None, ...]:
        """The targets that a task or an assignment names."""
        found = self._given.get("targets")
        items: list[Any] = found if isinstance(found, list) else []
        return tuple(item if isinstance(item, str) else None for item in items)

    @property
    def also(self) -> tuple[_LoosePart, ...]:
        """The other places that state a target."""
        return _parts(self._given, "also")

    def __getattr__(self, name: str) -> str | None:
        found = self._given.get(name)
        return found if isinstance(found, str) else None


class _LoosePlan:
    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given

    def __getattr__(self, name: str) -> tuple[_LoosePart, ...]:
        return _parts(self._given, name)


def _parts(given: Mapping[str, Any], name: str) -> tuple[_LoosePart, ...]:
    found = given.get(name)
    return tuple(_LoosePart(item) for item in found) if isinstance(found, list) else ()
