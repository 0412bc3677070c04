"""A target: an indicator, a bound, a value, the year by which it is due."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field, model_validator

from dantoc_policy.errors import Problem
from dantoc_policy.plans.fields import (
    Amount,
    Key,
    Line,
    MaybeWords,
    Names,
    Part,
    Truth,
    Words,
    Year,
    refusals,
)
from dantoc_policy.values.unit import Unit


class Comparator(StrEnum):
    """How the value binds, as the wording has it."""

    REACH = "reach"
    """"đạt", "100%", "giảm 50%": the value itself; better is good, too."""
    AT_LEAST = "at_least"
    """"tối thiểu", "ít nhất", "trở lên": >=."""
    ABOVE = "above"
    """"trên": >."""
    AT_MOST = "at_most"
    """"không quá": <=."""
    BELOW = "below"
    """"dưới": <."""
    ABOUT = "about"
    """"khoảng"."""
    NEARLY = "nearly"
    """"gần": just below."""
    RANGE = "range"
    """"3-4%": from `value` to `value_high`."""
    RANK = "rank"
    """Among the first `value` of some places."""
    BY_REFERENCE = "by_reference"
    """What another document says, `reference`."""
    QUALITATIVE = "qualitative"
    """No figure: "cơ bản hoàn thành"."""


class Basis(StrEnum):
    """Of what the value speaks."""

    LEVEL = "level"
    """Where the indicator stands in the due year."""
    EACH_YEAR = "each_year"
    """How much it moves in every single year."""
    YEARLY_AVERAGE = "per_year_average"
    """How much it moves a year on average over the phase."""
    TIMES_BASELINE = "times_baseline"
    """How many times its value in the baseline year it reaches."""
    PERCENT_OF_BASELINE = "percent_of_baseline"
    """By how many percent of the baseline's count the count moves: "giảm 50% số xã"."""


class Force(StrEnum):
    """How strongly the wording binds."""

    FIRM = "firm"
    STRIVE = "strive"
    """"phấn đấu"."""
    MAINTAIN = "maintain"
    """"duy trì"."""
    BASICALLY = "basically"
    """"cơ bản"."""


YEARLY = frozenset({Basis.EACH_YEAR, Basis.YEARLY_AVERAGE})
WITHOUT_VALUE = frozenset({Comparator.BY_REFERENCE, Comparator.QUALITATIVE})


class Statement(Part):
    """Another place of the same document that states the target; what is null agrees with it."""

    section: str
    line: Line = None
    indicator: Key | None = None
    population: Key | None = None
    comparator: Comparator | None = None
    basis: Basis | None = None
    value: Amount = None
    value_high: Amount = None
    unit: Unit | None = None
    due_year: Year | None = None
    force: Force | None = None
    gist: MaybeWords = None


class Target(Part):
    """One target of a plan, exactly as worded.

    `value` is in `unit`; with a yearly basis, in `unit` a year. `part_of` names the target within
    which this one is nested ("trong đó"). `due_year` is the last year of the phase unless given.
    `standard` names the measure of poverty where the plan does.

    >>> target = Target(
    ...     id="minority-income",
    ...     phase="2025",
    ...     indicator="minority-income",
    ...     comparator="above",
    ...     basis="times_baseline",
    ...     value=2,
    ...     unit="times",
    ...     baseline_year=2020,
    ...     gist={"vi": "thu nhập người DTTS trên 2 lần năm 2020", "en": "over twice 2020"},
    ... )
    >>> target.code, target.is_measurable
    ('times_baseline_above', True)
    """

    id: Key
    phase: Key
    indicator: Key
    population: Key | None = None
    comparator: Comparator
    basis: Basis = Basis.LEVEL
    value: Amount = None
    value_high: Amount = None
    unit: Unit | None = None
    baseline_year: Year | None = None
    due_year: Year | None = None
    part_of: Key | None = None
    reference: str | None = None
    force: Force = Force.FIRM
    standard: MaybeWords = None
    lead: Names = ()
    coordinating: Names = ()
    gist: Words
    note: MaybeWords = None
    section: str | None = None
    line: Line = None
    also: tuple[Statement, ...] = Field(default=(), description="where it is stated again")
    source: str | None = Field(default=None, description="an entry of the list of sources")
    verified: Truth = True

    @property
    def code(self) -> str:
        """Basis and comparator in one word: `above`, `each_year_above`."""
        level = self.basis is Basis.LEVEL
        return self.comparator.value if level else f"{self.basis.value}_{self.comparator.value}"

    @property
    def unit_code(self) -> str | None:
        """The unit, with `_per_year` behind it where the value is one of each year."""
        per_year = "_per_year" if self.basis in YEARLY else ""
        return self.unit and f"{self.unit.value}{per_year}"

    @property
    def is_measurable(self) -> bool:
        """Whether figures can tell if it is met."""
        return self.value is not None and self.unit is not None

    @model_validator(mode="after")
    def _whole(self) -> Target:
        found = tuple(_faults(self))
        if found:
            raise refusals(self, found)
        return self


def _faults(target: Target) -> Iterator[Problem]:
    comparator = target.comparator
    if comparator in WITHOUT_VALUE:
        if target.value is not None:
            yield Problem(
                code="plan.value_unused",
                place="value",
                vi=f"chỉ tiêu “{comparator.value}” không có giá trị.",
                en=f"a target that is “{comparator.value}” has no value.",
                mend_vi="Bỏ value, hoặc đổi comparator.",
                mend_en="Take out the value, or change the comparator.",
            )
        if comparator is Comparator.BY_REFERENCE and not target.reference:
            yield Problem(
                code="plan.reference_missing",
                place="reference",
                vi="chỉ tiêu dẫn chiếu phải nêu văn bản (reference).",
                en="a target by reference must name its document (reference).",
            )
        return
    if target.value is None or target.unit is None:
        yield Problem(
            code="plan.value_missing",
            place="value" if target.value is None else "unit",
            vi="thiếu giá trị (value) hoặc đơn vị (unit).",
            en="the value or the unit is missing.",
            mend_vi="Ghi value và unit, hoặc comparator: qualitative.",
            mend_en="Give value and unit, or comparator: qualitative.",
        )
    if (comparator is Comparator.RANGE) is not (target.value_high is not None):
        yield Problem(
            code="plan.range",
            place="value_high",
            vi="value_high đi cùng comparator: range, và chỉ với nó.",
            en="value_high goes with comparator: range, and with nothing else.",
        )
    if (
        target.value is not None
        and target.value_high is not None
        and target.value_high <= target.value
    ):
        yield Problem(
            code="plan.range_reversed",
            place="value_high",
            vi="value_high phải lớn hơn value.",
            en="value_high must be larger than value.",
        )
    yield from _faults_of_basis(target)


def _faults_of_basis(target: Target) -> Iterator[Problem]:
    basis = target.basis
    if basis is Basis.TIMES_BASELINE and target.baseline_year is None:
        yield Problem(
            code="plan.baseline_missing",
            place="baseline_year",
            vi="chỉ tiêu so với năm gốc phải nêu baseline_year.",
            en="a target relative to a year must name its baseline_year.",
        )
    if basis is Basis.TIMES_BASELINE and target.value is not None and target.value <= 0:
        yield Problem(
            code="plan.value_not_positive",
            place="value",
            vi="số lần so với năm gốc phải lớn hơn 0.",
            en="how many times the baseline must be over 0.",
        )
    wanted = {
        Basis.TIMES_BASELINE: Unit.TIMES,
        Basis.PERCENT_OF_BASELINE: Unit.PERCENT,
    }.get(basis)
    if wanted and target.unit not in (None, wanted):
        yield Problem(
            code="plan.unit_of_basis",
            place="unit",
            vi=f"{basis.value} tính bằng {wanted.value}.",
            en=f"{basis.value} is counted in {wanted.value}.",
        )
    if basis in YEARLY and target.unit is Unit.PERCENT and "rate" in target.indicator.split("-"):
        yield Problem(
            code="plan.percent_or_points",
            place="unit",
            vi="tỷ lệ tăng, giảm mỗi năm tính bằng điểm phần trăm.",
            en="a rate moves by percentage points a year.",
            mend_vi="Ghi unit: percentage_points.",
            mend_en="Write unit: percentage_points.",
        )
