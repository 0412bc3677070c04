"""Figures of somebody's own by which targets are measured: read from a sheet, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.interfaces.files.columns import Columns
from dantoc_policy.interfaces.files.read import open_file
from dantoc_policy.interfaces.files.results import plain
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.plans.observation_entry import NEEDED, ObservationEntry
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.plan import Plan

_TEXTS = (".yaml", ".yml", ".json")
_MEND = (
    "Dùng .csv, .xlsx, .yaml hoặc .json; mẫu trống: dantoc plan new --observations PLAN.",
    "Use .csv, .xlsx, .yaml or .json; for an empty sheet: dantoc plan new --observations PLAN.",
)


@frozen(kw_only=True)
class ObservationRow:
    """A row of a sheet as it was given, and the figure that it states; None where it states none.

    `number` is that of the row in the file, or the line of the entry in YAML and JSON.
    """

    number: int
    given: Mapping[str, Any]
    observation: Observation | None
    problems: tuple[Problem, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the row as plain JSON data."""
        seen = self.observation
        return {
            "row": self.number,
            "given": {name: plain(cell) for name, cell in self.given.items()},
            "observation": seen and seen.model_dump(mode="json", exclude_defaults=True),
            "problems": [problem.to_dict() for problem in self.problems],
        }


@frozen(kw_only=True)
class ObservationSheet:
    """The rows of one source of figures, in its order; no row is left out."""

    name: str
    rows: tuple[ObservationRow, ...]

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The figures of the rows that can be used."""
        return tuple(row.observation for row in self.rows if row.observation is not None)

    @property
    def rejected(self) -> tuple[ObservationRow, ...]:
        """The rows that cannot be used."""
        return tuple(
            row for row in self.rows if any(one.severity == "error" for one in row.problems)
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the sheet as plain JSON data."""
        return {"name": self.name, "rows": [row.to_dict() for row in self.rows]}


def read_observations(
    name: str | Path, plan: Plan | None = None, *, sheet: str | None = None
) -> ObservationSheet:
    """Read figures from csv, Excel, YAML or JSON, or take those of a plan.

    `plan` brings its own indicators and populations. Columns are known by their names in the
    record `Observation` or by Vietnamese headings; YAML and JSON hold a list of such records, or a
    plan. A row that cannot be used keeps its place with what is wrong with it; one without a value
    is still to be filled in.

    Raises:
        InputError: the source as a whole cannot be used; `observation.no_column`.

    >>> found = read_observations("national-2021")
    >>> len(found.rows), found.observations[0].value
    (16, Fraction(17, 5))
    """
    from dantoc_policy.interfaces.plans.observation_rows import read_rows
    from dantoc_policy.plans.library import plans

    path = Path(name)
    if isinstance(name, str) and (name in plans or not (path.suffix or path.exists())):
        return of_plan(plans.get(name))
    if path.suffix.lower() in _TEXTS and not path.exists():
        raise unusable(path, "file.missing", "không có tệp này.", "there is no such file.")
    if path.suffix.lower() in _TEXTS and path.is_file():
        from dantoc_policy.interfaces.plans.observation_list import read_list

        found = read_list(path, plan)
        if found is not None:
            return found
    columns = _opened(path, sheet)
    missing = [name for name in NEEDED if name not in column_places(columns)]
    if missing:
        headings = ", ".join(ObservationEntry.facts()[one].headings[0] for one in missing)
        raise unusable(
            path,
            "observation.no_column",
            f"thiếu cột: {headings}.",
            f"columns are missing: {', '.join(missing)}.",
            *_MEND,
        )
    return ObservationSheet(name=path.name, rows=tuple(read_rows(columns, plan)))


def column_places(columns: Columns) -> Mapping[str, int]:
    """Give the place of each column; the date of the figures may be headed as other sheets do."""
    found = dict(columns.facts)
    figures_date = found.pop("figures_date", None)
    if figures_date is not None:
        found.setdefault("date", figures_date)
    return found


def _opened(path: Path, sheet: str | None) -> Columns:
    try:
        return open_file(path, ObservationEntry, sheet=sheet)
    except InputError as error:
        if error.code not in ("file.no_header", "file.unknown_format"):
            raise
        mend_vi, mend_en = _MEND
        raise InputError(evolve(error.problem, mend_vi=mend_vi, mend_en=mend_en)) from None


def of_plan(plan: Plan) -> ObservationSheet:
    """Give the figures that a plan has itself."""
    rows = (
        ObservationRow(number=at, given={}, observation=seen)
        for at, seen in enumerate(plan.observations, 1)
    )
    return ObservationSheet(name=plan.id, rows=tuple(rows))
