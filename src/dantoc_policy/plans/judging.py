"""The judgement itself: what was reached, what the path asks for, which status follows."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from attrs import evolve, frozen

from dantoc_policy.errors import Problem
from dantoc_policy.plans import judging_problems as said
from dantoc_policy.plans.aim import Aim
from dantoc_policy.plans.interval import Interval
from dantoc_policy.plans.path import power
from dantoc_policy.plans.series import Point, Series, unlike_units
from dantoc_policy.plans.target import Basis, Comparator, Force, Target

_ONE, _HUNDRED = Fraction(1), Fraction(100)
_HORIZON = 100


@frozen(kw_only=True)
class Judgement:
    """What a series says about an aim; the fields are those of `Progress`."""

    status: str
    baseline: Point | None = None
    latest: Point | None = None
    reached: Fraction | None = None
    required: Fraction | None = None
    pace: Fraction | None = None
    required_pace: Fraction | None = None
    reach_year: int | None = None
    why: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


def without_value(target: Target) -> Problem:
    """Say why a target without a figure cannot be measured."""
    if target.comparator is Comparator.BY_REFERENCE:
        return said.by_reference(target)
    return said.qualitative(target)


def judge(aim: Aim, series: Series, as_of: date) -> Judgement:
    """Judge a measurable target by the observations that were there on a day."""
    if aim.baseline_year is not None and aim.baseline_year >= aim.due_year:
        return _unmeasured(said.no_years(aim))
    by_year = aim.target.basis is Basis.EACH_YEAR
    if len(series.standards) > 1 and aim.target.basis is not Basis.LEVEL:
        return evolve(_unmeasured(said.mixed_standards(aim, series)), notes=series.notes)
    found = _each_year(aim, series, as_of) if by_year else _over_time(aim, series, as_of)
    return evolve(found, notes=(*found.notes, *series.notes, *_kept(aim, series)))


# --- Levels, averages, multiples and cuts ----------------------------------------------------


def _over_time(aim: Aim, series: Series, as_of: date) -> Judgement:
    due = Fraction(aim.due_year)
    start = aim.baseline_year
    base = None if start is None else series.level_at(start)
    within = (*series.levels, *series.movements)
    points = [point for point in within if (start or 0) < point.moment <= due]
    if not points:
        return _unmeasured(said.no_observations(aim), baseline=base)
    latest = max(points, key=lambda point: (point.moment, point in series.movements))
    reached, missing = _reached(aim, base, latest)
    if reached is None:
        return _unmeasured(missing or said.no_baseline(aim), baseline=base, latest=latest)
    known = Judgement(status="", baseline=base, latest=latest, reached=reached.edge)
    met = aim.is_met_by(reached)
    if latest.moment == due:
        return _closed(aim, known, met=met)
    if as_of > aim.due:
        return _unmeasured(said.none_at_due(aim, latest, met=met), known)
    return _under_way(aim, known, reached, met=met)


def _closed(aim: Aim, known: Judgement, *, met: bool | None) -> Judgement:
    if met is None:
        return _unmeasured(said.bound_open(aim), known)
    return evolve(known, status="met" if met else "missed")


def _under_way(aim: Aim, known: Judgement, reached: Interval, *, met: bool | None) -> Judgement:
    way = _Way.of(aim, known)
    if way is not None:
        known = way.filled(known)
    moves = aim.target.basis in (Basis.YEARLY_AVERAGE, Basis.PERCENT_OF_BASELINE)
    # A cap on a movement, and an average, are only kept when the years are over.
    open_end = moves and aim.is_capped
    if aim.target.basis is Basis.YEARLY_AVERAGE and not open_end:
        open_end = not (way and way.total_reached())
    if met and not open_end:
        return evolve(known, status="met")
    if way is None or known.required is None:
        return _unmeasured(said.no_baseline(aim), known)
    if aim.target.basis is Basis.YEARLY_AVERAGE or (moves and aim.is_capped):
        keeps = met
    else:
        keeps = way.keeps(reached, known.required)
    if keeps is None:
        return _unmeasured(said.bound_open(aim), known)
    return evolve(known, status="on_track" if keeps else "behind")


def _reached(aim: Aim, base: Point | None, point: Point) -> tuple[Interval | None, Problem | None]:
    """Give what was reached in the target's own terms, or what is missing for that."""
    basis = aim.target.basis
    if basis is Basis.LEVEL or point.observation.basis is not Basis.LEVEL:
        return point.value, None
    if base is None:
        return None, said.no_baseline(aim)
    if base.observation.unit is not point.observation.unit:
        raise unlike_units(aim.indicator.id, point.observation.unit, base.observation.unit)
    start = base.value.number
    if basis is Basis.TIMES_BASELINE:
        usable = start is not None and start > 0
        return (point.value.over(base.value), None) if usable else (None, said.unusable_base(aim))
    moved = moved_better(aim, base.value, point.value)
    if moved is None:
        return None, said.no_direction(aim)
    if basis is Basis.YEARLY_AVERAGE:
        return moved.times(1 / (point.moment - base.moment)), None
    if start is None or start <= 0:
        return None, said.unusable_base(aim)
    return moved.times(_HUNDRED / start), None


def moved_better(aim: Aim, before: Interval, after: Interval) -> Interval | None:
    """Give how far a level moved the better way; None where neither way is better."""
    way = aim.indicator.direction.value
    if way == "none":
        return None
    return after - before if way == "up" else before - after


@frozen
class _Way:
    """The way from the baseline to the goal in the target's own terms."""

    aim: Aim
    start: Fraction
    start_value: Fraction
    moment: Fraction
    value: Fraction

    @classmethod
    def of(cls, aim: Aim, known: Judgement) -> _Way | None:
        if aim.baseline_year is None or known.latest is None or known.reached is None:
            return None
        start = Fraction(aim.baseline_year)
        if not start < known.latest.moment < aim.due_year:
            return None
        at_start = {Basis.TIMES_BASELINE: _ONE}.get(aim.target.basis, Fraction(0))
        if aim.target.basis is Basis.LEVEL:
            if known.baseline is None or known.baseline.value.edge is None:
                return None
            at_start = known.baseline.value.edge
        return cls(aim, start, at_start, known.latest.moment, known.reached)

    @property
    def _passed(self) -> Fraction:
        return self.moment - self.start

    @property
    def _left(self) -> Fraction:
        return self.aim.due_year - self.moment

    def filled(self, known: Judgement) -> Judgement:
        """Fill in what the path asks for, the paces, and the year in which the goal is met."""
        basis, goal = self.aim.target.basis, self.aim.goal
        length = self.aim.due_year - self.start
        if basis is Basis.TIMES_BASELINE:
            required = power(goal, self._passed / length)
            usable = self.value > 0
            pace = power(self.value, 1 / self._passed) if usable else None
            needed = power(goal / self.value, 1 / self._left) if usable and goal > 0 else None
        elif basis is Basis.YEARLY_AVERAGE:
            required, pace = goal, self.value
            needed = (goal * length - self.value * self._passed) / self._left
        else:
            required = self.start_value + (goal - self.start_value) * self._passed / length
            pace = (self.value - self.start_value) / self._passed
            needed = (goal - self.value) / self._left
        year = None if pace is None else self._reach_year(pace)
        return evolve(known, required=required, pace=pace, required_pace=needed, reach_year=year)

    def keeps(self, reached: Interval, required: Fraction) -> bool | None:
        """Whether what was reached keeps up with the path; on it exactly a "trên" does not."""
        more = self.aim.larger_is_better
        if more is None:
            more = self.aim.goal >= self.start_value
        if more:
            return reached.above(required) if self.aim.is_strict else reached.at_least(required)
        return reached.below(required) if self.aim.is_strict else reached.at_most(required)

    def total_reached(self) -> bool:
        """Whether the whole movement that the average asks for has been made already."""
        length = self.aim.due_year - self.start
        total = Interval.exactly(self.value * self._passed / length)
        return self.aim.is_met_by(total) is True

    def _reach_year(self, pace: Fraction) -> int | None:
        first = -(-self.moment.numerator // self.moment.denominator)
        length = self.aim.due_year - self.start
        basis = self.aim.target.basis

        def at(years: Fraction) -> Fraction:
            if basis is Basis.TIMES_BASELINE:
                return power(self.value, (self._passed + years) / self._passed)
            if basis is Basis.YEARLY_AVERAGE:
                return (self.value * self._passed + pace * years) / length
            return self.value + pace * years

        for year in range(first, first + _HORIZON):
            if self.aim.is_met_by(Interval.exactly(at(year - self.moment))):
                return year
        return None


# --- Each year -------------------------------------------------------------------------------


def _each_year(aim: Aim, series: Series, as_of: date) -> Judgement:
    if aim.baseline_year is None:
        return _unmeasured(said.no_baseline(aim))
    if aim.indicator.direction.value == "none" and not series.movements:
        return _unmeasured(said.no_direction(aim))
    last = min(aim.due_year, as_of.year if as_of == date(as_of.year, 12, 31) else as_of.year - 1)
    years = range(aim.baseline_year + 1, last + 1)
    changes = {year: _change(aim, series, year) for year in years}
    known = {year: change for year, change in changes.items() if change is not None}
    if not known:
        return _unmeasured(said.no_observations(aim))
    verdicts = {year: aim.is_met_by(change) for year, change in known.items()}
    newest = max(known)
    edges = [change.edge for change in known.values() if change.edge is not None]
    found = Judgement(
        status="",
        baseline=series.level_at(aim.baseline_year),
        latest=next((p for p in (*series.movements, *series.levels) if p.moment == newest), None),
        reached=known[newest].edge,
        required=aim.goal,
        pace=sum(edges, Fraction(0)) / len(edges) if edges else None,
        required_pace=aim.goal,
    )
    failed = [year for year, met in verdicts.items() if met is False]
    if failed:  # one year below is enough
        return evolve(found, status="missed", notes=(said.failed_years(aim, failed),))
    unknown = [year for year in years if verdicts.get(year) is None]
    if unknown:
        return _unmeasured(said.unknown_years(aim, unknown), found)
    return evolve(found, status="met" if last == aim.due_year else "on_track")


def _change(aim: Aim, series: Series, year: int) -> Interval | None:
    stated = next((point for point in series.movements if point.moment == year), None)
    if stated is not None:
        return stated.value
    before, after = series.level_at(year - 1), series.level_at(year)
    if before is None or after is None:
        return None
    return moved_better(aim, before.value, after.value)


def _kept(aim: Aim, series: Series) -> tuple[Problem, ...]:
    """Tell of years in which a level that is to be kept ("duy trì") was not."""
    if aim.target.force is not Force.MAINTAIN or aim.target.basis is not Basis.LEVEL:
        return ()
    start = aim.baseline_year or 0
    within = [p for p in series.levels if start < p.moment <= aim.due_year]
    failed = [point.year for point in within if aim.is_met_by(point.value) is False]
    return (said.failed_years(aim, failed),) if failed else ()


def _unmeasured(
    why: Problem,
    known: Judgement | None = None,
    *,
    baseline: Point | None = None,
    latest: Point | None = None,
) -> Judgement:
    kept = known or Judgement(status="", baseline=baseline, latest=latest)
    return evolve(kept, status="not_measurable", why=(why,))
