"""The numbers of the picture of a target: lines and points, in levels or in its own terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Literal

from attrs import frozen

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.charts.style import BOUNDS
from dantoc_policy.plans.aim import Aim
from dantoc_policy.plans.indicator import Direction
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.path import path, power
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress import Progress, Status
from dantoc_policy.plans.progress_text import amount_text
from dantoc_policy.plans.series import Point, series_of
from dantoc_policy.plans.target import YEARLY, Basis, Comparator
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit

Bound = Literal["exact", "over", "under"]
Line = tuple[tuple[float, float], ...]
_OVER = frozenset({Comparator.AT_LEAST, Comparator.ABOVE})
_UNDER = frozenset({Comparator.AT_MOST, Comparator.BELOW, Comparator.NEARLY})
# A cut of "at least 2 points a year" asks for a level of at most so much.
_TURNED = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.ABOVE: Comparator.BELOW,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.BELOW: Comparator.ABOVE,
}
_UNDER_WAY = (Status.ON_TRACK, Status.BEHIND)
_MILLION = 1_000_000
_MOST_YEARS_AFTER = 5
_CLOSE = 0.14
_NEAR = 0.5  # where all numbers lie in the upper half, the axis need not begin at 0


@frozen
class Seen:
    """One figure as it is drawn."""

    x: float
    y: float
    bound: Bound
    text: str


@frozen(kw_only=True)
class Drawn:
    """Everything that is drawn, as the numbers of the axes."""

    years: tuple[int, int]
    today: float
    unit: str
    goal: float
    goal_high: float | None
    goal_text: str
    lines: Mapping[str, Line]
    points: tuple[Seen, ...]

    def is_close_below(self, point: Seen) -> bool:
        """Whether a text above a point would lie upon the line of the goal."""
        values = [y for line in self.lines.values() for _, y in line]
        values += [one.y for one in self.points]
        low = 0 if self.from_zero else min(values)
        return 0 <= self.goal - point.y < _CLOSE * (max(values) - low)

    @property
    def from_zero(self) -> bool:
        """Whether the axis begins at 0."""
        values = [y for line in self.lines.values() for _, y in line]
        values += [self.goal, *(point.y for point in self.points)]
        return not max(values) * _NEAR < min(values) < max(values)


def drawn(
    plan: Plan, found: Progress, observations: Sequence[Observation], locale: Locale
) -> Drawn:
    """Give the numbers of a measurable target's picture."""
    aim = Aim.of(found.target, plan)
    series = series_of(aim, observations, found.as_of)
    base = None if found.baseline is None else found.baseline.value.number
    as_levels = aim.target.basis is Basis.LEVEL or bool(base)
    unit = aim.level_unit if as_levels else aim.target.unit
    scale = Fraction(1, _MILLION) if unit is Unit.VND else Fraction(1)
    shown = series.levels if as_levels else series.movements
    start = aim.baseline_year
    shown = tuple(point for point in shown if start is None or point.moment >= start)

    way = _path(plan, found, base) if as_levels else ()
    goal = way[-1][1] if way else aim.goal
    forecast = _forecast(aim, found, base) if as_levels else ()
    first = start if start is not None else aim.due_year - 1
    last = max(int(line[-1][0]) for line in (((aim.due_year, 0),), forecast) if line)
    high = aim.target.value_high if not way or aim.target.basis is Basis.LEVEL else None
    level = aim.target.value if high is not None else goal

    def scaled(line: Sequence[tuple[Fraction, Fraction]]) -> Line:
        return tuple((float(x), float(y * scale)) for x, y in line)

    flat = ((Fraction(first), goal), (Fraction(last), goal))
    return Drawn(
        years=(first, last),
        today=_years_passed(found.as_of),
        unit=_unit_text(unit, aim, locale, as_levels=as_levels),
        goal=float((level or goal) * scale),
        goal_high=None if high is None else float(high * scale),
        goal_text=_goal_text(aim, goal * scale, unit, locale, as_levels=as_levels),
        lines={
            "goal": scaled(flat) if high is None else (),
            "path": scaled(way),
            "forecast": scaled(forecast),
        },
        points=tuple(
            _seen(point, scale, locale) for point in shown if point.value.edge is not None
        ),
    )


Exact = tuple[tuple[Fraction, Fraction], ...]


def _path(plan: Plan, found: Progress, base: Fraction | None) -> Exact:
    target, aim = found.target, Aim.of(found.target, plan)
    if base is None or aim.baseline_year is None or aim.baseline_year >= aim.due_year:
        return ()
    if target.basis is not Basis.LEVEL and aim.indicator.direction.value == "none":
        return ()
    return tuple((Fraction(point.year), point.value) for point in path(target, base, plan))


def _forecast(aim: Aim, found: Progress, base: Fraction | None) -> Exact:
    """Go on from the newest figure at the pace so far, to the due year or until it is reached."""
    if found.latest is None or found.pace is None or found.status not in _UNDER_WAY:
        return ()
    newest, value = found.latest, found.latest.value.edge
    if value is None or newest.observation.basis is not Basis.LEVEL:
        return ()
    if newest.moment >= aim.due_year:
        return ()
    latest = aim.due_year + _MOST_YEARS_AFTER
    end = max(aim.due_year, min(found.reach_year or aim.due_year, latest))
    moments = [newest.moment, *(Fraction(year) for year in range(newest.year, end + 1))]
    return tuple(
        (moment, _within(aim, _level_after(aim, found, base, value, moment - newest.moment)))
        for moment in sorted(set(moments))
    )


def _level_after(
    aim: Aim, found: Progress, base: Fraction | None, value: Fraction, years: Fraction
) -> Fraction:
    pace = found.pace or Fraction(0)
    basis = aim.target.basis
    if basis is Basis.LEVEL:
        return value + pace * years
    if basis is Basis.TIMES_BASELINE:
        return value * power(pace, years)
    sign = 1 if aim.indicator.direction.value == "up" else -1
    if basis is Basis.PERCENT_OF_BASELINE:
        return value + sign * (base or Fraction(0)) * pace / 100 * years
    return value + sign * pace * years


def _within(aim: Aim, level: Fraction) -> Fraction:
    low = max(Fraction(0), level)
    return min(low, Fraction(100)) if aim.level_unit is Unit.PERCENT else low


def _seen(point: Point, scale: Fraction, locale: Locale) -> Seen:
    value = (point.value.edge or Fraction(0)) * scale
    comparator = point.observation.comparator
    bound: Bound = "over" if comparator in _OVER else "under" if comparator in _UNDER else "exact"
    word = BOUNDS.get(comparator)
    number = format_number(value, locale, max_decimals=2)
    text = f"{word.get(locale)} {number}" if word else number
    return Seen(float(point.moment), float(value), bound, text)


def _goal_text(
    aim: Aim, goal: Fraction, unit: Unit | None, locale: Locale, *, as_levels: bool
) -> str:
    target = aim.target
    own_terms = not as_levels or target.basis is Basis.LEVEL
    comparator = target.comparator
    if not own_terms and aim.indicator.direction is Direction.DOWN:
        comparator = _TURNED.get(comparator, comparator)
    word = BOUNDS.get(comparator)
    name = Text("mục tiêu", "target").get(locale)
    head = f"{name}: {word.get(locale)}" if word else f"{name}:"
    if own_terms and unit is not Unit.VND:
        low = amount_text(target.value or goal, target, locale)
        high = target.value_high and amount_text(target.value_high, target, locale)
        return f"{head} {low} - {high}" if high else f"{head} {low}"
    number = format_number(goal, locale, max_decimals=2)
    sign = "" if unit is None else _unit_text(unit, aim, locale, as_levels=True)
    return f"{head} {number}{'' if sign == '%' and locale == 'vi' else ' '}{sign}".rstrip()


def _unit_text(unit: Unit | None, aim: Aim, locale: Locale, *, as_levels: bool) -> str:
    if unit is None:
        return ""
    if unit is Unit.VND:
        return "triệu đồng" if locale == "vi" else "million đồng"
    per_year = {"vi": "/năm", "en": " a year"}[locale]
    behind = per_year if not as_levels and aim.target.basis in YEARLY else ""
    return f"{unit.text.get(locale)}{behind}"


def _years_passed(day: date) -> float:
    first = date(day.year, 1, 1)
    return day.year - 1 + ((day - first).days + 1) / ((date(day.year, 12, 31) - first).days + 1)
