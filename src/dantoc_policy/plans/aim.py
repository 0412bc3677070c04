"""What a target aims at, taken out of its plan: of whom, which way, from when, until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TypeVar

from attrs import frozen

from dantoc_policy.errors import InputError
from dantoc_policy.plans.fields import plain_amount
from dantoc_policy.plans.indicator import Direction, Indicator, Population
from dantoc_policy.plans.interval import Interval
from dantoc_policy.plans.locality import place_wanted
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.target import YEARLY, Basis, Comparator, Target
from dantoc_policy.plans.vocabulary import indicators, populations
from dantoc_policy.values.unit import Unit

Kept = TypeVar("Kept")

_FLOORS = frozenset({Comparator.ABOVE, Comparator.AT_LEAST})
_CAPS = frozenset({Comparator.BELOW, Comparator.AT_MOST, Comparator.RANK})
# How many units of the last printed digit are let go.
_LOOSE = {Comparator.ABOUT: Fraction(1, 2), Comparator.NEARLY: Fraction(1)}


@frozen(kw_only=True)
class Aim:
    """A target with what its plan says about it.

    `baseline_year` is the year at whose end the way begins: the one that the target names, else
    the last before its phase. `due` is the last day on which it is in time, `place` the one whose
    figures count.
    """

    target: Target
    indicator: Indicator
    population: Population
    baseline_year: int | None
    due_year: int
    due: date
    place: str | None = None

    @classmethod
    def of(cls, target: Target, plan: Plan | None = None) -> Aim:
        """Put a target together with its plan, or with the library's indicators alone.

        Raises `InputError` (`plan.due_year_missing`) where neither says when it is due.
        """
        if plan is not None:
            phase = plan.phase(target)
            due_year = plan.due_year(target)
            return cls(
                target=target,
                indicator=plan.indicator(target),
                population=plan.population(target),
                baseline_year=target.baseline_year or phase.first_day.year - 1,
                due_year=due_year,
                due=min(phase.last_day, date(due_year, 12, 31))
                if due_year == phase.last_day.year
                else date(due_year, 12, 31),
                place=place_wanted(plan),
            )
        if target.due_year is None:
            raise InputError.of(
                "plan.due_year_missing",
                place=target.id,
                vi="không rõ chỉ tiêu đến hạn năm nào.",
                en="the year by which the target is due is not known.",
                mend_vi="Cho plan=..., hoặc ghi due_year.",
                mend_en="Give plan=..., or write due_year.",
            )
        indicator = _known(indicators(), target.indicator)
        return cls(
            target=target,
            indicator=indicator,
            population=_known(populations(), target.population or indicator.population),
            baseline_year=target.baseline_year,
            due_year=target.due_year,
            due=date(target.due_year, 12, 31),
        )

    @property
    def larger_is_better(self) -> bool | None:
        """Which way is better for what the target's value measures; None where neither is.

        A word that sets a floor or a cap ("trên", "không quá") tells the way itself.
        """
        if self.target.comparator in _FLOORS:
            return True
        if self.target.comparator in _CAPS:
            return False
        if self.target.basis in (*YEARLY, Basis.PERCENT_OF_BASELINE):
            return True  # these speak of how far the indicator moves the better way
        way = self.indicator.direction
        return None if way is Direction.NONE else way is Direction.UP

    @property
    def level_unit(self) -> Unit | None:
        """The unit of the figures by which the target is judged."""
        target = self.target
        if target.basis in YEARLY and target.unit is Unit.PERCENTAGE_POINTS:
            return Unit.PERCENT
        if target.basis in (Basis.TIMES_BASELINE, Basis.PERCENT_OF_BASELINE):
            return self.indicator.unit
        return target.unit

    def is_met_by(self, reached: Interval) -> bool | None:
        """Say whether a value is what the target asks for, operator by operator.

        `value` itself is enough for "đạt" and "trở lên" and is not for "trên" and "dưới".
        "Khoảng" is met by what rounds to the value, "gần" by what is less than one unit of its
        last printed digit away.
        """
        target = self.target
        assert target.value is not None  # noqa: S101 - only measurable targets come here
        if target.comparator in _LOOSE:
            slack = _LOOSE[target.comparator] * _last_digit(target.value)
            if self.larger_is_better is False:
                return reached.at_most(target.value + slack)
            return reached.at_least(target.value - slack)
        if target.comparator is Comparator.ABOVE:
            return reached.above(target.value)
        if target.comparator is Comparator.BELOW:
            return reached.below(target.value)
        if target.comparator in (Comparator.AT_MOST, Comparator.RANK):
            return reached.at_most(target.value)
        if self.larger_is_better is None and target.comparator is not Comparator.AT_LEAST:
            high = target.value if target.value_high is None else target.value_high
            sides = (reached.at_least(target.value), reached.at_most(high))
            return None if None in sides and False not in sides else all(sides)
        if self.larger_is_better is False:
            return reached.at_most(self.goal)
        return reached.at_least(target.value)

    @property
    def goal(self) -> Fraction:
        """The value at which the way ends: the nearer end where a range is asked for."""
        target = self.target
        assert target.value is not None  # noqa: S101 - only measurable targets come here
        if target.value_high is not None and self.larger_is_better is False:
            return target.value_high
        return target.value

    @property
    def is_capped(self) -> bool:
        """Whether the wording sets a limit that is not to be passed ("không quá", "dưới")."""
        return self.target.comparator in _CAPS

    @property
    def is_strict(self) -> bool:
        """Whether the value itself is not enough ("trên", "dưới")."""
        return self.target.comparator in (Comparator.ABOVE, Comparator.BELOW)


def _known(held: Mapping[str, Kept], key: str) -> Kept:
    if key not in held:
        raise InputError.of(
            "plan.unknown_key",
            place=key,
            vi=f"thư viện không có “{key}”.",
            en=f"the library has no “{key}”.",
            mend_vi="Cho plan=..., nếu kế hoạch tự khai báo.",
            mend_en="Give plan=..., where the plan brings its own.",
        )
    return held[key]


def _last_digit(value: Fraction) -> Fraction:
    """Give one unit of the last digit of a number as it is printed: 1 for 65, 0.1 for 26.7."""
    return Fraction(1, 10 ** len(str(plain_amount(value)).partition(".")[2]))
