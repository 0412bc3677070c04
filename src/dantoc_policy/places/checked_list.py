"""A list of somebody's own: its rows, each tied to a unit or with what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from dantoc_policy.errors import Problem
from dantoc_policy.places.official_list import CommuneEntry, OfficialList
from dantoc_policy.places.unit_type import show_size


@frozen(kw_only=True)
class ListRow:
    """One row of a list: its number in the file, what it says, and the line that came of it.

    `given` has the cells by the facts of `ListEntry`, as they were written. `entry` None: the row
    cannot be used, and `problems` say why. A row that only repeats another one has none either.
    """

    number: int
    given: Mapping[str, Any] = field(repr=False)
    entry: CommuneEntry | None
    problems: tuple[Problem, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether the row cannot be used."""
        return any(problem.severity == "error" for problem in self.problems)

    def to_dict(self) -> dict[str, Any]:
        """Give the row as plain JSON data."""
        return {
            "row": self.number,
            "given": dict(self.given),
            "entry": None if self.entry is None else self.entry.to_dict(),
            "problems": [problem.to_dict() for problem in self.problems],
        }


@frozen(kw_only=True)
class CheckedList:
    """An official list as a user has it: the list, its rows in their order, and what is wrong.

    `units_on` is the day whose units the rows name. `problems` are those of the whole list, such
    as totals that differ from the published ones; rows have their own.
    """

    list: OfficialList
    units_on: date
    rows: tuple[ListRow, ...] = field(repr=show_size)
    problems: tuple[Problem, ...] = field(repr=show_size)

    @property
    def entries(self) -> tuple[CommuneEntry, ...]:
        """The lines that can be used."""
        return tuple(row.entry for row in self.rows if row.entry is not None)

    @property
    def rejected(self) -> tuple[ListRow, ...]:
        """The rows that cannot be used."""
        return tuple(row for row in self.rows if row.has_errors)

    @property
    def regions(self) -> Counter[str]:
        """How many of the lines are of each region."""
        found = Counter(entry.region or "none" for entry in self.entries)
        return Counter({key: found[key] for key in ("I", "II", "III", "outside", "none")})

    def summary(self) -> dict[str, Any]:
        """Give the counts of the list as plain JSON data."""
        entries = self.entries
        return {
            "instrument": self.list.document,
            "valid": str(self.list.valid),
            "units_on": self.units_on.isoformat(),
            "rows": len(self.rows),
            "loaded": len(entries),
            "of_held_units": sum(entry.place is not None for entry in entries),
            "with_errors": len(self.rejected),
            "regions": dict(self.regions),
            "villages": sum(entry.villages or 0 for entry in entries),
            "problems": [problem.to_dict() for problem in self.problems],
        }

    def to_dict(self) -> dict[str, Any]:
        """Give list and rows as plain JSON data."""
        return {**self.summary(), "entries": [row.to_dict() for row in self.rows]}
