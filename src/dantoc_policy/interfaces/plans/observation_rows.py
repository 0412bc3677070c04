"""The rows of a sheet of figures, cell by cell: what each states, or what is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen
from pydantic import ValidationError

from dantoc_policy.errors import PolicyError, Problem
from dantoc_policy.interfaces.files.cells import is_unknown, read_cell, read_period
from dantoc_policy.interfaces.files.columns import Columns
from dantoc_policy.interfaces.files.table import Row
from dantoc_policy.interfaces.plans.observation_words import (
    read_basis,
    read_code,
    read_comparator,
    read_kind,
    read_unit,
)
from dantoc_policy.interfaces.plans.observations import ObservationRow, column_places
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.target import Basis, Comparator
from dantoc_policy.plans.vocabulary import indicators, populations
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.numerals import Style, detect_style
from dantoc_policy.values.unit import Unit


def read_rows(columns: Columns, plan: Plan | None) -> Iterator[ObservationRow]:
    """Read the rows of a sheet; `plan` brings its own indicators and populations."""
    places = column_places(columns)
    cells = (row.cells[places["value"]] for row in columns.table.scan())
    return _Reading(columns, places, plan, _style(cells)).rows()


@frozen
class _Reading:
    """The reading of one sheet: its columns, the plan whose names it may use, its style."""

    columns: Columns
    places: Mapping[str, int]
    plan: Plan | None
    style: Style

    def rows(self) -> Iterator[ObservationRow]:
        table = self.columns.table
        for row in table.scan():
            cells = {fact: row.cells[at] for fact, at in self.places.items()}
            given = {fact: cell for fact, cell in cells.items() if not is_unknown(cell)}
            if not given and not row.problems:
                continue
            yield self._row(row, given)

    def _row(self, row: Row, given: Mapping[str, Any]) -> ObservationRow:
        known: dict[str, Any] = {"number": row.number, "given": given}
        if any(problem.severity == "error" for problem in row.problems):
            return ObservationRow(observation=None, problems=row.problems, **known)
        if "value" not in given:
            # A prepared row that is still to be filled in.
            note = self._problem(
                row, "value", "observation.no_value", "chưa có giá trị.", "no value yet.", note=True
            )
            return ObservationRow(observation=None, problems=(*row.problems, note), **known)
        problems = list(row.problems)
        values = self._values(row, given, problems)
        if any(problem.severity == "error" for problem in problems):
            return ObservationRow(observation=None, problems=tuple(problems), **known)
        try:
            seen = Observation.model_validate(values)
        except ValidationError as error:
            problems += [self._refused(row, item) for item in error.errors(include_url=False)]
            return ObservationRow(observation=None, problems=tuple(problems), **known)
        return ObservationRow(observation=seen, problems=tuple(problems), **known)

    def _values(
        self, row: Row, given: Mapping[str, Any], problems: list[Problem]
    ) -> dict[str, Any]:
        found: dict[str, Any] = {}

        def take(fact: str, read: Any) -> None:
            if fact in given:
                try:
                    found[fact] = read(given[fact])
                except PolicyError as error:
                    problems.append(evolve(error.problem, place=self._place(row, fact)))

        problems += [
            self._problem(row, fact, "observation.missing", "ô này để trống.", "the cell is empty.")
            for fact in ("indicator", "date")
            if fact not in given
        ]
        own = self.plan
        take(
            "indicator",
            lambda cell: read_code(
                "observation.indicator",
                _word(cell),
                (*(own.indicators if own else ()), *indicators().values()),
            ),
        )
        take(
            "population",
            lambda cell: read_code(
                "observation.population",
                _word(cell),
                (*(own.populations if own else ()), *populations().values()),
            ),
        )
        take("date", read_period)
        take("basis", lambda cell: read_basis(_word(cell)))
        take("kind", lambda cell: read_kind(_word(cell)))
        take("baseline_year", lambda cell: read_cell(cell, Unit.RANK))
        take("place", _word)
        take("source", _word)
        take("comparator", lambda cell: read_comparator(_word(cell)))
        take("unit", lambda cell: read_unit(_word(cell)))
        unit, scale = found.pop("unit", (self._unit_of(found), 1))
        if unit is None and "unit" not in given and "indicator" in found:
            problems.append(
                self._problem(
                    row, "unit", "observation.missing",
                    "phải ghi đơn vị tính.", "the unit has to be given.",
                )
            )  # fmt: skip
        if unit is not None:
            found["unit"] = unit
            take("value", lambda cell: _value(cell, unit, scale, self.style))
            self._bounds(row, found, problems)
        return found

    def _unit_of(self, found: Mapping[str, Any]) -> Unit | None:
        """Give the unit of the indicator where the row names none and speaks of a level."""
        if found.get("basis", Basis.LEVEL) is not Basis.LEVEL or "indicator" not in found:
            return None
        own = {one.id: one for one in self.plan.indicators} if self.plan else {}
        return {**indicators(), **own}[found["indicator"]].unit

    def _bounds(self, row: Row, found: dict[str, Any], problems: list[Problem]) -> None:
        """Take a word before the number ("trên 94") as the comparator."""
        value = found.get("value")
        if not isinstance(value, Bounds):
            return
        found["value"], found["value_high"], comparator = _stated(value)
        if found.get("comparator", comparator) is not comparator:
            problems.append(
                self._problem(
                    row, "comparator", "observation.two_comparators",
                    "khác với từ ghi trong ô giá trị.", "is not what the cell of the value says.",
                )
            )  # fmt: skip
        found["comparator"] = comparator

    def _place(self, row: Row, fact: str) -> str:
        at = self.places.get(fact)
        table = self.columns.table
        return f"{table.path.name}:{row.number}" if at is None else table.place(row.number, at)

    def _problem(
        self, row: Row, fact: str, code: str, vi: str, en: str, *, note: bool = False
    ) -> Problem:
        return Problem(
            code=code,
            severity="note" if note else "error",
            place=self._place(row, fact),
            vi=vi,
            en=en,
        )

    def _refused(self, row: Row, item: Any) -> Problem:
        context = item.get("ctx", {})
        return Problem(
            code=item["type"] if "vi" in context else "observation.unusable",
            place=self._place(row, str(item["loc"][0]) if item["loc"] else ""),
            vi=str(context.get("vi", item["msg"])),
            en=str(context.get("en", item["msg"])),
        )


def _word(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return cell.isoformat() if isinstance(cell, dt.date) else " ".join(str(cell).split())


def _value(cell: object, unit: Unit, scale: int, style: Style) -> Any:
    """Read a number in its unit; of amounts in triệu or tỷ đồng the exact đồng."""
    if scale == 1:
        return read_cell(cell, unit, style)
    # Such an amount has decimals, which an amount in đồng has not.
    found = read_cell(cell, Unit.TIMES, style)
    if isinstance(found, Bounds):
        low, high = (None if edge is None else edge * scale for edge in (found.low, found.high))
        return evolve(found, low=low, high=high)
    return found if found is None else found * scale


def _stated(bounds: Bounds) -> tuple[Fraction | None, Fraction | None, Comparator]:
    low, high = bounds.low, bounds.high
    if low is not None and high is not None:
        return Fraction(low), Fraction(high), Comparator.RANGE
    if low is not None:
        comparator = Comparator.ABOVE if bounds.low_open else Comparator.AT_LEAST
        return Fraction(low), None, comparator
    comparator = Comparator.BELOW if bounds.high_open else Comparator.AT_MOST
    return (None if high is None else Fraction(high)), None, comparator


def _style(cells: Iterable[object]) -> Style:
    """Tell how the sheet writes its numbers, from all its values."""
    return detect_style(cell for cell in cells if isinstance(cell, str))
