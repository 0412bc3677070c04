"""What was measured or reported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from dantoc_policy.errors import Problem
from dantoc_policy.plans.fields import (
    Amount,
    Key,
    Line,
    MaybeWords,
    Part,
    Span,
    Truth,
    Year,
    refusals,
)
from dantoc_policy.plans.target import WITHOUT_VALUE, Basis, Comparator
from dantoc_policy.values.unit import Unit

_OF_TARGETS = frozenset({Comparator.RANK, *WITHOUT_VALUE})


class Observation(Part):
    """A figure of an indicator, of a population, at a time, with its source.

    `comparator` is how the figure is given ("trên 94 tỷ" is above, "gần 20%" is nearly).
    `basis` other than level tells of a movement that was reported as such ("3.4 points a year").

    >>> Observation(
    ...     indicator="minority-poverty-rate", date=2021, value="31.4", unit="percent"
    ... ).value
    Fraction(157, 5)
    """

    indicator: Key
    population: Key | None = None
    date: Span = Field(description="the day, month or year, or the years of a movement")
    value: Amount
    value_high: Amount = None
    unit: Unit
    comparator: Comparator = Comparator.REACH
    basis: Basis = Basis.LEVEL
    baseline_year: Year | None = None
    place: str | None = None
    kind: Literal["result", "baseline", "estimate"] = "result"
    standard: MaybeWords = None
    gist: MaybeWords = None
    section: str | None = None
    line: Line = None
    source: str | None = None
    verified: Truth = True

    @model_validator(mode="after")
    def _usable(self) -> Observation:
        found = tuple(_faults(self))
        if found:
            raise refusals(self, found)
        return self


def _faults(seen: Observation) -> Iterator[Problem]:
    if seen.date.start is None or seen.date.end is None:
        yield Problem(
            code="observation.open_date",
            place="date",
            vi="số liệu phải có ngày đầu và ngày cuối.",
            en="a figure must be of a day, or of days with a first and a last one.",
            mend_vi="Ghi như 2024, 2024-06 hoặc 2021..2025.",
            mend_en="Write it as 2024, 2024-06 or 2021..2025.",
        )
    if not seen.unit.numeric:
        yield Problem(
            code="observation.no_number",
            place="unit",
            vi=f"{seen.unit.value} không phải đơn vị của số.",
            en=f"{seen.unit.value} is no unit of a number.",
        )
    if seen.comparator in _OF_TARGETS:
        yield Problem(
            code="observation.not_stated_so",
            place="comparator",
            vi=f"số liệu không thể là “{seen.comparator.value}”.",
            en=f"a figure cannot be “{seen.comparator.value}”.",
        )
    if (seen.comparator is Comparator.RANGE) is not (seen.value_high is not None):
        yield Problem(
            code="plan.range",
            place="value_high",
            vi="value_high đi cùng comparator: range, và chỉ với nó.",
            en="value_high goes with comparator: range, and with nothing else.",
        )
    elif seen.value is not None and seen.value_high is not None and seen.value_high <= seen.value:
        yield Problem(
            code="plan.range_reversed",
            place="value_high",
            vi="value_high phải lớn hơn value.",
            en="value_high must be larger than value.",
        )
