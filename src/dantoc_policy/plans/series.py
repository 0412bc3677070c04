"""The observations by which one target is judged, in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fractions import Fraction

from attrs import define, field, frozen

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.plans import series_problems as said
from dantoc_policy.plans.aim import Aim
from dantoc_policy.plans.interval import Interval
from dantoc_policy.plans.locality import is_of
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.target import Basis
from dantoc_policy.values.unit import Unit

_SHARES = {Unit.PERCENT: Fraction(1), Unit.TIMES: Fraction(100)}
# Of two figures of one day the more certain kind counts.
_CERTAINTY = {"estimate": 0, "baseline": 1, "result": 2}


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

    `standards` are the measures that the figures name; `notes` say which observations were left
    aside and why.
    """

    levels: tuple[Point, ...]
    movements: tuple[Point, ...]
    standards: frozenset[str] = frozenset()
    notes: tuple[Problem, ...] = ()

    def level_at(self, year: int) -> Point | None:
        """Give the level at the end of a year."""
        return next((point for point in self.levels if point.moment == year), None)


def series_of(aim: Aim, observations: Iterable[Observation], as_of: date) -> Series:
    """Pick what belongs to a target and was there on a day.

    Of several figures of one day a result counts before a baseline, and that before an estimate;
    of two of a kind the later in the list. A note tells where they differ.

    Raises `InputError` (`plan.unlike_units`) where a figure of the same indicator and population
    has a unit that does not go with the target's.
    """
    picked = _Picked(aim)
    for seen in observations:
        if seen.indicator == aim.target.indicator:
            picked.take(seen, as_of)
    return picked.series()


@define
class _Picked:
    """Sorts observations into what counts and what is left aside."""

    aim: Aim
    levels: dict[Fraction, Point] = field(factory=dict)
    movements: dict[Fraction, Point] = field(factory=dict)
    aside: dict[tuple[Callable[[Aim, str, int], Problem], str], int] = field(factory=dict)
    doubled: list[Problem] = field(factory=list)

    def take(self, seen: Observation, as_of: date) -> None:
        end = seen.date.end
        if end is None or end > as_of or seen.value is None:
            return
        why = self._unfit(seen, end)
        if why is not None:
            self.aside[why] = self.aside.get(why, 0) + 1
            return
        level = seen.basis is Basis.LEVEL
        value = _value(seen, self.aim.level_unit if level else self.aim.target.unit)
        for moment in _moments(seen, end):
            self._keep(self.levels if level else self.movements, Point(moment, value, seen))

    def _unfit(
        self, seen: Observation, end: date
    ) -> tuple[Callable[[Aim, str, int], Problem], str] | None:
        """Say why an observation is not one of the target's, if it is not."""
        aim = self.aim
        population = seen.population or aim.indicator.population
        if population != aim.population.id:
            return said.unlike_populations, population
        if not is_of(seen.place, aim.place, end):
            return said.unlike_places, str(seen.place)
        named, wanted = seen.standard, aim.target.standard
        if named is not None and wanted is not None and named.vi != wanted.vi:
            return said.unlike_standards, named.vi
        if seen.basis is not Basis.LEVEL and not _same_movement(seen, aim):
            return said.other_movement, seen.basis.value
        return None

    def _keep(self, points: dict[Fraction, Point], point: Point) -> None:
        before = points.get(point.moment)
        if before is not None:
            kinds = [_CERTAINTY[one.observation.kind] for one in (before, point)]
            if before.value != point.value:
                self.doubled.append(said.two_figures(self.aim, point.observation))
            if kinds[0] > kinds[1]:
                return
        points[point.moment] = point

    def series(self) -> Series:
        points = [*self.levels.values(), *self.movements.values()]
        named = (point.observation.standard for point in points)
        notes = (write(self.aim, key, count) for (write, key), count in self.aside.items())
        return Series(
            levels=_sorted(self.levels),
            movements=_sorted(self.movements),
            standards=frozenset(standard.vi for standard in named if standard is not None),
            notes=(*notes, *dict.fromkeys(self.doubled)),
        )


def _sorted(points: dict[Fraction, Point]) -> tuple[Point, ...]:
    return tuple(points[moment] for moment in sorted(points))


def _same_movement(seen: Observation, aim: Aim) -> bool:
    """Whether a reported movement is of the kind and over the years that the target speaks of."""
    if seen.basis is not aim.target.basis:
        return False
    if seen.baseline_year is not None:
        return seen.baseline_year == aim.baseline_year
    if seen.basis is Basis.YEARLY_AVERAGE:
        # An average of some of the years says nothing about all of them.
        start = seen.date.start
        return start is not None and start.year - 1 == aim.baseline_year
    return True


def _moments(seen: Observation, end: date) -> Iterator[Fraction]:
    """Give the moments of a figure; "each year from 2021 to 2025" is one of every year."""
    start = seen.date.start
    if seen.basis is Basis.EACH_YEAR and start is not None:
        yield from (Fraction(year) for year in range(start.year, end.year))
    yield _moment(end)


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
