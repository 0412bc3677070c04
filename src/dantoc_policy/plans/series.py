"""The observations by which one target is judged, in the order of time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from attrs import frozen

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.plans.aim import Aim
from dantoc_policy.plans.interval import Interval
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.target import Basis
from dantoc_policy.values.unit import Unit

_SHARES = {Unit.PERCENT: Fraction(1), Unit.TIMES: Fraction(100)}


@frozen
class Point:
    """What was observed at a moment: the years that had passed, 2024 at the end of 2024."""

    moment: Fraction
    value: Interval
    observation: Observation

    @property
    def year(self) -> int:
        """The year in which the moment lies."""
        whole = self.moment.numerator // self.moment.denominator
        return whole if self.moment == whole else whole + 1


@frozen
class Series:
    """The usable observations: levels, and movements that were reported as such.

    `notes` says which observations were left aside and why.
    """

    levels: tuple[Point, ...]
    movements: tuple[Point, ...]
    notes: tuple[Problem, ...] = ()

    def level_at(self, year: int) -> Point | None:
        """Give the level at the end of a year."""
        return next((point for point in self.levels if point.moment == year), None)


def series_of(aim: Aim, observations: Iterable[Observation], as_of: date) -> Series:
    """Pick what belongs to a target and was there on a day; a later figure of a day wins.

    Raises `InputError` (`plan.unlike_units`) where a figure of the same indicator and population
    has a unit that does not go with the target's.
    """
    levels: dict[Fraction, Point] = {}
    movements: dict[Fraction, Point] = {}
    others: dict[str, int] = {}
    others_by_standard: list[Observation] = []
    for seen in observations:
        end = seen.date.end
        if seen.indicator != aim.target.indicator or end is None or end > as_of:
            continue
        population = seen.population or aim.indicator.population
        if population != aim.population.id:
            others[population] = others.get(population, 0) + 1
            continue
        if _other_standard(seen, aim):
            others_by_standard.append(seen)
            continue
        level = seen.basis is Basis.LEVEL
        if not level and not _same_movement(seen, aim):
            continue
        unit = aim.level_unit if level else aim.target.unit
        point = Point(_moment(end), _value(seen, unit), seen)
        (levels if level else movements)[point.moment] = point
    return Series(
        _sorted(levels),
        _sorted(movements),
        (*_left_aside(aim, others), *_by_standard(aim, others_by_standard)),
    )


def _sorted(points: dict[Fraction, Point]) -> tuple[Point, ...]:
    return tuple(points[moment] for moment in sorted(points))


def _other_standard(seen: Observation, aim: Aim) -> bool:
    """Whether both name a measure, of poverty for instance, and not the same one."""
    named = (seen.standard, aim.target.standard)
    return None not in named and named[0] != named[1]


def _same_movement(seen: Observation, aim: Aim) -> bool:
    if seen.basis is not aim.target.basis:
        return False
    return seen.baseline_year in (None, aim.baseline_year)


def _moment(end: date) -> Fraction:
    first = date(end.year, 1, 1)
    days = (date(end.year, 12, 31) - first).days + 1
    return end.year - 1 + Fraction((end - first).days + 1, days)


def _value(seen: Observation, unit: Unit | None) -> Interval:
    if seen.value is None:
        return Interval(None, None)
    stated = Interval.stated(seen.comparator, seen.value, seen.value_high)
    if unit is None or seen.unit is unit:
        return stated
    if seen.unit in _SHARES and unit in _SHARES:
        # One half of the national average and 50 % of it are one number.
        return stated.times(_SHARES[seen.unit] / _SHARES[unit])
    raise unlike_units(seen.indicator, seen.unit, unit)


def unlike_units(place: str, given: Unit, wanted: Unit) -> InputError:
    """Say that figures of two units cannot be put together."""
    return InputError.of(
        "plan.unlike_units",
        place=place,
        vi=f"không so được {given.text.vi or given.value} với {wanted.text.vi or wanted.value}.",
        en=f"{given.value} and {wanted.value} cannot be compared.",
        mend_vi="Ghi số liệu cùng đơn vị; phần trăm và điểm phần trăm là hai đơn vị.",
        mend_en="Give figures of one unit; percent and percentage points are two.",
    )


def _by_standard(aim: Aim, others: list[Observation]) -> tuple[Problem, ...]:
    named = dict.fromkeys(seen.standard for seen in others if seen.standard)
    wanted = aim.target.standard
    return tuple(
        Problem(
            code="plan.unlike_standards",
            severity="note",
            place=aim.target.id,
            vi=f"số liệu theo “{name.vi}” không dùng cho chỉ tiêu theo “{wanted.vi}”.",
            en=f"figures by “{name.en}” cannot be used for a target by “{wanted.en}”.",
        )
        for name in named
        if wanted is not None
    )


def _left_aside(aim: Aim, others: dict[str, int]) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            code="plan.unlike_populations",
            severity="note",
            place=aim.target.id,
            vi=f"{count} số liệu của “{population}” không dùng được cho chỉ tiêu của "
            f"“{aim.population.id}” ({aim.population.name.vi}).",
            en=f"{count} figure(s) of “{population}” cannot be used for a target of "
            f"“{aim.population.id}” ({aim.population.name.en}).",
        )
        for population, count in others.items()
    )
