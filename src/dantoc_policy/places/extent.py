"""From when to when the library holds every unit of a level."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.places.unit_type import Level


@frozen
class Coverage:
    """From which day to which the library holds every unit of a level, in a province or in all."""

    level: Level
    province: str | None
    since: date
    until: date | None
    source: str
    unverified: frozenset[str]
    note: str | None

    def covers(self, level: Level, province: str | None, day: date) -> bool:
        """Whether every unit of a level in a province is held on a day."""
        return (
            self.level == level
            and self.province in (None, province)
            and self.since <= day
            and (self.until is None or day <= self.until)
        )


def read_coverage() -> tuple[Coverage, ...]:
    """Read what the packaged units cover.

    >>> read_coverage()[0].level
    'province'
    """
    return tuple(
        Coverage(
            level=row["level"],
            province=row["province"],
            since=date.fromisoformat(row["since"]),
            until=date.fromisoformat(row["until"]) if row["until"] else None,
            source=row["source"],
            unverified=frozenset(row.get("unverified", ())),
            note=row.get("note"),
        )
        for row in load("places/coverage")
    )
