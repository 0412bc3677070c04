"""The path that a target implies: where the indicator has to stand at the end of each year."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

from attrs import frozen

from dantoc_policy.errors import InputError
from dantoc_policy.plans.aim import Aim
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.target import YEARLY, Basis, Target

_DIGITS = 40


@frozen
class PathPoint:
    """Where the indicator has to stand at the end of a year, in its own unit."""

    year: int
    value: Fraction


def path(
    target: Target, baseline: Fraction | int, plan: Plan | None = None
) -> tuple[PathPoint, ...]:
    """Give the way from the baseline's value to the target, year by year.

    Straight for levels, shares, cuts and movements in points; of equal ratio for "N times the
    baseline". A path never falls below zero. Ends exactly at the target.

    Raises:
        InputError: `plan.no_path` where the target has no value, no direction or no baseline year.

    >>> from dantoc_policy.plans.library import plans
    >>> target = Target(
    ...     id="t",
    ...     phase="p",
    ...     indicator="poverty-rate",
    ...     comparator="below",
    ...     value=10,
    ...     unit="percent",
    ...     baseline_year=2020,
    ...     due_year=2025,
    ...     gist="dưới 10%",
    ... )
    >>> [str(point.value) for point in path(target, 20)]
    ['20', '18', '16', '14', '12', '10']
    """
    aim = Aim.of(target, plan)
    start, due = aim.baseline_year, aim.due_year
    if not target.is_measurable or start is None or not due - start > 0:
        raise _none(target)
    if aim.target.basis is not Basis.LEVEL and _sign(aim) is None:
        raise _none(target)
    first = Fraction(baseline)
    return tuple(
        PathPoint(year, max(Fraction(0), level_at(aim, first, Fraction(year))))
        for year in range(start, due + 1)
    )


def level_at(aim: Aim, baseline: Fraction, moment: Fraction) -> Fraction:
    """Give the level that the way asks for at a moment between baseline year and due year."""
    start = Fraction(aim.baseline_year or 0)
    share = (moment - start) / (aim.due_year - start)
    basis, goal = aim.target.basis, aim.goal
    if basis is Basis.LEVEL:
        return baseline + (goal - baseline) * share
    if basis is Basis.TIMES_BASELINE:
        return baseline * power(goal, share)
    sign = _sign(aim) or 0
    if basis in YEARLY:
        return baseline + sign * goal * (moment - start)
    return baseline + sign * baseline * goal / 100 * share


def power(factor: Fraction, exponent: Fraction) -> Fraction:
    """Raise a positive number to a power: exactly where the result is a fraction, else 40 digits.

    >>> power(Fraction(128), Fraction(3, 7)), round(float(power(Fraction(2), Fraction(1, 2))), 6)
    (Fraction(8, 1), 1.414214)
    """
    above = _root(factor.numerator, exponent.denominator)
    below = _root(factor.denominator, exponent.denominator)
    if above is not None and below is not None:
        return Fraction(above, below) ** exponent.numerator
    with localcontext() as context:
        context.prec = _DIGITS
        number = Decimal(factor.numerator) / Decimal(factor.denominator)
        raised = number ** (Decimal(exponent.numerator) / Decimal(exponent.denominator))
    return Fraction(raised)


def _root(number: int, degree: int) -> int | None:
    """Give the whole number of which `number` is the power, if there is one."""
    if degree == 1 or number in (0, 1):
        return number
    if degree > number.bit_length():
        return None
    low, high = 1, 1 << (number.bit_length() // degree + 1)
    while low <= high:
        middle = (low + high) // 2
        if (found := middle**degree) == number:
            return middle
        low, high = (middle + 1, high) if found < number else (low, middle - 1)
    return None


def _sign(aim: Aim) -> int | None:
    way = aim.indicator.direction.value
    return {"up": 1, "down": -1}.get(way)


def _none(target: Target) -> InputError:
    return InputError.of(
        "plan.no_path",
        place=target.id,
        vi="chỉ tiêu này không có đường đi theo năm.",
        en="this target has no path over the years.",
        mend_vi="Cần giá trị, năm gốc trước năm đến hạn, và chiều tốt hơn của chỉ số.",
        mend_en="It needs a value, a baseline year before its due year, and a better direction.",
    )
