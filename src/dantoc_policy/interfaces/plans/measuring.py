"""A plan measured by figures of several sources: what fits no target or place is told, not used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.interfaces.plans.observations import (
    ObservationSheet,
    read_observations,
)
from dantoc_policy.plans.locality import COUNTRY, is_of, place_wanted
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress import Progress, Status, progress
from dantoc_policy.plans.target import Target


@frozen(kw_only=True)
class Measured:
    """How the targets of a plan stand on a day, and what the figures rest on.

    `elsewhere` are figures of other places; `unused` those of indicators that no target has.
    """

    plan: Plan
    as_of: date
    sheets: tuple[ObservationSheet, ...]
    targets: tuple[Progress, ...]
    elsewhere: tuple[Observation, ...]
    unused: tuple[Observation, ...]

    @property
    def counts(self) -> dict[Status, int]:
        """How many targets have which status."""
        found = Counter(one.status for one in self.targets)
        return {status: found[status] for status in Status}

    @property
    def has_errors(self) -> bool:
        """Whether some row of a source cannot be used."""
        return any(sheet.rejected for sheet in self.sheets)

    def to_dict(self) -> dict[str, Any]:
        """Give everything as plain JSON data."""
        return {
            "plan": self.plan.id,
            "as_of": self.as_of.isoformat(),
            "counts": {status.value: number for status, number in self.counts.items()},
            "targets": [self.row(one) for one in self.targets],
            "observations": [
                {
                    "name": sheet.name,
                    "rows": len(sheet.rows),
                    "used": len(sheet.observations),
                    "rejected": len(sheet.rejected),
                    "problems": [
                        {"row": row.number, **problem.to_dict()}
                        for row in sheet.rows
                        for problem in row.problems
                    ],
                }
                for sheet in self.sheets
            ],
            "elsewhere": [_plain(seen) for seen in self.elsewhere],
            "unused": [_plain(seen) for seen in self.unused],
        }

    def row(self, found: Progress) -> dict[str, Any]:
        """Give one target with its progress as plain JSON data."""
        gist = found.target.gist
        return {
            "plan": self.plan.id,
            **found.to_dict(),
            "indicator": found.target.indicator,
            "population": self.plan.population(found.target).id,
            "gist_vi": gist.vi,
            "gist_en": gist.en,
        }


def measure(plan: Plan, sources: Iterable[str | Path | ObservationSheet], as_of: date) -> Measured:
    """Measure a plan by files and by the figures of plans.

    A figure of a sheet that names no place is one of the plan's own; a figure of another place,
    the whole country for a province included, is not used. Neither is one of another unit: the
    target carries that as a warning.

    Raises:
        InputError: a source as a whole cannot be used.

    >>> from dantoc_policy.plans.library import plans
    >>> found = measure(plans.get("national-2021"), ["national-2021"], date(2025, 12, 31))
    >>> [one.target.id for one in found.targets if one.status is Status.MET]
    ['n01-2025']
    """
    sheets = tuple(
        source if isinstance(source, ObservationSheet) else read_observations(source, plan)
        for source in sources
    )
    ours: list[Observation] = []
    elsewhere: list[Observation] = []
    for sheet in sheets:
        for seen in sheet.observations:
            (ours if _is_here(plan, sheet, seen) else elsewhere).append(seen)
    known = {target.indicator for target in plan.targets}
    return Measured(
        plan=plan,
        as_of=as_of,
        sheets=sheets,
        targets=tuple(_progress(plan, target, ours, as_of) for target in plan.targets),
        elsewhere=tuple(elsewhere),
        unused=tuple(seen for seen in ours if seen.indicator not in known),
    )


def _progress(plan: Plan, target: Target, seen: Sequence[Observation], as_of: date) -> Progress:
    try:
        return progress(target, seen, as_of, plan=plan)
    except InputError as error:
        warning = evolve(error.problem, severity="warning")
    alike = [one for one in seen if _fits(plan, target, one, as_of)]
    found = progress(target, alike, as_of, plan=plan)
    return evolve(found, notes=(*found.notes, warning))


def _fits(plan: Plan, target: Target, seen: Observation, as_of: date) -> bool:
    try:
        progress(target, (seen,), as_of, plan=plan)
    except InputError:
        return False
    return True


def _is_here(plan: Plan, sheet: ObservationSheet, seen: Observation) -> bool:
    """Whether a figure is one of the place that the plan is for."""
    from dantoc_policy.plans.library import plans

    given = seen.place
    if given is None and sheet.name in plans and sheet.name != plan.id:
        given = plans.get(sheet.name).place or COUNTRY
    return is_of(given, place_wanted(plan), seen.date.end)


def _plain(seen: Observation) -> dict[str, Any]:
    return seen.model_dump(mode="json", exclude_defaults=True)


def problems_of(sheets: Iterable[ObservationSheet]) -> tuple[Problem, ...]:
    """Give what is wrong with the rows of all sources; prepared rows without a value are not."""
    return tuple(
        problem
        for sheet in sheets
        for row in sheet.rows
        for problem in row.problems
        if problem.severity != "note"
    )
