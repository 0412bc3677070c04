"""A plan: what a document of an administration sets out to reach, for whom, by when, by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Literal

from pydantic import Field, model_validator

from dantoc_policy.errors import InputError
from dantoc_policy.plans.cited import CitedDocument
from dantoc_policy.plans.consistency import faults, year_faults
from dantoc_policy.plans.fields import Key, Line, MaybeDay, Part, Words, refusals
from dantoc_policy.plans.indicator import Indicator, Population
from dantoc_policy.plans.money import Funding, Project
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.phase import Phase
from dantoc_policy.plans.target import Target
from dantoc_policy.plans.vocabulary import indicators, populations
from dantoc_policy.plans.work import Assignment, Mention, ReportingDuty, Task

Kind = Literal["plan", "framework", "announcement"]


class Plan(Part):
    """A plan with all that it says, in the order in which it says it.

    A `framework` is what the nation sets; an `announcement` is what a newspaper or a website
    reports of plans and results. Indicators and populations are those of the library, and those
    that the plan brings with it.

    Raises `pydantic.ValidationError` where parts do not fit together: an unknown indicator, phase
    or parent, an identifier given twice.

    >>> plan = Plan(
    ...     id="xa-a-2026",
    ...     kind="plan",
    ...     title="Kế hoạch công tác dân tộc xã A",
    ...     phases=[{"id": "2030", "kind": "commitment", "period": "2026..2030"}],
    ...     targets=[
    ...         {
    ...             "id": "water",
    ...             "phase": "2030",
    ...             "indicator": "hygienic-water",
    ...             "comparator": "reach",
    ...             "value": 100,
    ...             "unit": "percent",
    ...             "gist": "100% hộ có nước hợp vệ sinh",
    ...         }
    ...     ],
    ... )
    >>> plan.target("water").value, plan.due_year(plan.target("water"))
    (Fraction(100, 1), 2030)
    """

    id: Key
    kind: Kind = "plan"
    title: Words
    number: str | None = Field(default=None, description="the document's number, as it prints it")
    document: str | None = Field(default=None, description="its key in the library of documents")
    issued: MaybeDay = None
    issuer: str | None = None
    place: str | None = None
    signer: str | None = None
    file: str | None = Field(default=None, description="the name of the file that lines refer to")
    line: Line = None
    source: str | None = Field(default=None, description="an entry of the list of sources")
    documents: tuple[CitedDocument, ...] = ()
    phases: tuple[Phase, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    populations: tuple[Population, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    reports: tuple[ReportingDuty, ...] = ()
    projects: tuple[Project, ...] = ()
    funding: tuple[Funding, ...] = ()
    observations: tuple[Observation, ...] = ()
    bodies: tuple[Mention, ...] = ()
    notes: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _fits(self) -> Plan:
        found = (*faults(self), *year_faults(self))
        if found:
            raise refusals(self, found)
        return self

    @cached_property
    def _targets(self) -> Mapping[str, Target]:
        return {target.id: target for target in self.targets}

    @cached_property
    def _phases(self) -> Mapping[str, Phase]:
        return {phase.id: phase for phase in self.phases}

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return {**indicators(), **{own.id: own for own in self.indicators}}

    @cached_property
    def _populations(self) -> Mapping[str, Population]:
        return {**populations(), **{own.id: own for own in self.populations}}

    def target(self, key: str) -> Target:
        """Give a target by its identifier; raises `InputError` (`plan.unknown_target`)."""
        if key not in self._targets:
            raise InputError.of(
                "plan.unknown_target",
                place=self.id,
                vi=f"không có chỉ tiêu “{key}”.",
                en=f"there is no target “{key}”.",
                mend_vi=f"Có: {', '.join(self._targets) or 'không chỉ tiêu nào'}.",
                mend_en=f"There are: {', '.join(self._targets) or 'none'}.",
            )
        return self._targets[key]

    def phase(self, of: Target | str) -> Phase:
        """Give the phase of a target, or the one of an identifier."""
        return self._phases[of.phase if isinstance(of, Target) else of]

    def indicator(self, of: Target | Observation) -> Indicator:
        """Give what a target or an observation measures."""
        return self._indicators[of.indicator]

    def population(self, of: Target | Observation) -> Population:
        """Give of whom: what is stated, else the population of the indicator."""
        return self._populations[of.population or self.indicator(of).population]

    def due_year(self, target: Target) -> int:
        """Give the year by which a target is due, the last of its phase unless it says another."""
        return target.due_year or self.phase(target).last_day.year

    def parent(self, target: Target) -> Target | None:
        """Give the target within which this one is nested."""
        return self._targets[target.part_of] if target.part_of else None

    def assignments_of(self, target: Target) -> tuple[Assignment, ...]:
        """Give the rows of the assignment that hold a target."""
        return tuple(row for row in self.assignments if target.id in row.targets)

    def lead(self, target: Target) -> tuple[str, ...]:
        """Give the bodies that lead on a target, as the plan writes them."""
        return _once((target.lead, *(row.lead for row in self.assignments_of(target))))

    def coordinating(self, target: Target) -> tuple[str, ...]:
        """Give the bodies that coordinate on a target, as the plan writes them."""
        rows = self.assignments_of(target)
        return _once((target.coordinating, *(row.coordinating for row in rows)))

    def to_dict(self) -> dict[str, Any]:
        """Give the plan as plain JSON data, without what it leaves at its default.

        `Plan.model_validate` reads it again.
        """
        return self.model_dump(mode="json", exclude_defaults=True)

    def __iter__(self) -> Iterator[Target]:  # type: ignore[override]
        # A plan is walked over target by target, not field by field.
        return iter(self.targets)

    def __repr__(self) -> str:
        return f"Plan({self.id!r}, {len(self.targets)} targets)"

    __str__ = __repr__


def _once(names: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for some in names for name in some))
