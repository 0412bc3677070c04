"""What was measured or reported."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dantoc_policy.plans.fields import Amount, Key, Line, MaybeWords, Part, Span
from dantoc_policy.plans.target import Basis, Comparator
from dantoc_policy.values.unit import Unit


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
    baseline_year: int | None = None
    place: str | None = None
    kind: Literal["result", "baseline", "estimate"] = "result"
    standard: MaybeWords = None
    gist: MaybeWords = None
    section: str | None = None
    line: Line = None
    source: str | None = None
    verified: bool = True
