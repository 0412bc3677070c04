"""Whether a target is met, on track, behind or missed, and what that answer rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from dantoc_policy.errors import Locale, Problem
from dantoc_policy.plans import judging
from dantoc_policy.plans.aim import Aim
from dantoc_policy.plans.fields import plain_amount, span_text
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress_text import progress_text
from dantoc_policy.plans.series import Point, series_of
from dantoc_policy.plans.target import Target
from dantoc_policy.values.calendar_dates import check_day
from dantoc_policy.values.text import Text


class Status(StrEnum):
    """How a target stands on a day."""

    MET = "met"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    MISSED = "missed"
    NOT_MEASURABLE = "not_measurable"

    @property
    def text(self) -> Text:
        """The status in words."""
        return _WORDS[self]


_WORDS = {
    Status.MET: Text("đạt", "met"),
    Status.ON_TRACK: Text("đúng tiến độ", "on track"),
    Status.BEHIND: Text("chậm tiến độ", "behind"),
    Status.MISSED: Text("không đạt", "missed"),
    Status.NOT_MEASURABLE: Text("không đo được", "not measurable"),
}


@frozen(kw_only=True)
class Progress:
    """How a target stands on a day.

    `reached` is what was observed, in the target's own terms (a level, points a year, times the
    baseline, percent of the baseline); `required` what the path asks for at that moment; `pace`
    and `required_pace` are in the same terms a year (for "N times", a factor a year).
    `reach_year` is the first year in which the pace so far would meet the target. `why` says what
    is missing where the target cannot be measured, `notes` what else there is to know.
    """

    target: Target
    as_of: date
    due: date
    status: Status
    baseline: Point | None = None
    latest: Point | None = None
    reached: Fraction | None = None
    required: Fraction | None = None
    pace: Fraction | None = None
    required_pace: Fraction | None = None
    reach_year: int | None = None
    parent: Progress | None = field(default=None, repr=False)
    why: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()

    def text(self, locale: Locale = "vi") -> str:
        """Say it in one sentence."""
        return progress_text(self, locale)

    def __str__(self) -> str:
        return self.text("vi")

    def to_dict(self) -> dict[str, Any]:
        """Give the progress as plain JSON data."""
        return {
            "target": self.target.id,
            "as_of": self.as_of.isoformat(),
            "due": self.due.isoformat(),
            "status": self.status.value,
            "observed": _point(self.latest),
            "baseline": _point(self.baseline),
            **{
                name: _number(getattr(self, name))
                for name in ("reached", "required", "pace", "required_pace")
            },
            "reach_year": self.reach_year,
            "unit": self.target.unit_code,
            "parent": self.parent and self.parent.to_dict(),
            "why": [problem.to_dict() for problem in self.why],
            "notes": [problem.to_dict() for problem in self.notes],
        }


def progress(
    target: Target,
    observations: Iterable[Observation],
    as_of: date,
    *,
    plan: Plan | None = None,
) -> Progress:
    """Say how a target stands on a day, judged by the observations that were there by then.

    `plan` gives its phase, its indicators and the target that it is nested in; without it the
    target has to name its due year. Only figures of the same indicator and population count.

    Raises:
        InputError: `plan.unlike_units`, `plan.due_year_missing`.

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
    >>> seen = [
    ...     Observation(indicator="poverty-rate", date=year, value=value, unit="percent")
    ...     for year, value in ((2020, 20), (2022, "15.5"))
    ... ]
    >>> found = progress(target, seen, date(2022, 12, 31))
    >>> found.status.value, found.required, found.reach_year
    ('on_track', Fraction(16, 1), 2025)
    """
    check_day(as_of)
    seen = tuple(observations)
    outermost, *nested = _nested(target, plan)
    found = _progress(outermost, seen, as_of, plan, None)
    for inner in nested:
        found = _progress(inner, seen, as_of, plan, found)
    return found


def _nested(target: Target, plan: Plan | None) -> list[Target]:
    chain = [target]
    while plan is not None and (parent := plan.parent(chain[-1])) is not None:
        chain.append(parent)
    return chain[::-1]


def _progress(
    target: Target,
    seen: Sequence[Observation],
    as_of: date,
    plan: Plan | None,
    parent: Progress | None,
) -> Progress:
    aim = Aim.of(target, plan)
    common: dict[str, Any] = {
        "target": target,
        "as_of": as_of,
        "due": aim.due,
        "parent": parent,
    }
    if not target.is_measurable:
        return Progress(
            status=Status.NOT_MEASURABLE, why=(judging.without_value(target),), **common
        )
    found = judging.judge(aim, series_of(aim, seen, as_of), as_of)
    return Progress(
        status=Status(found.status),
        baseline=found.baseline,
        latest=found.latest,
        reached=found.reached,
        required=found.required,
        pace=found.pace,
        required_pace=found.required_pace,
        reach_year=found.reach_year,
        why=found.why,
        notes=found.notes,
        **common,
    )


def progress_of(plan: Plan, observations: Iterable[Observation], as_of: date) -> list[Progress]:
    """Say how each target of a plan stands on a day, in the order of the plan."""
    seen: dict[str, list[Observation]] = {}
    for one in observations:
        seen.setdefault(one.indicator, []).append(one)
    found = []
    for target in plan.targets:
        measured = dict.fromkeys(one.indicator for one in _nested(target, plan))
        usable = [one for indicator in measured for one in seen.get(indicator, ())]
        found.append(progress(target, usable, as_of, plan=plan))
    return found


def _number(value: Fraction | None) -> int | float | None:
    # A computed value is shown, not entered again: a third is 0.333... here.
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def _point(point: Point | None) -> dict[str, Any] | None:
    if point is None:
        return None
    seen = point.observation
    return {
        "date": span_text(seen.date),
        "value": plain_amount(seen.value),
        "comparator": seen.comparator.value,
        "unit": seen.unit.value,
        "source": seen.source,
        "verified": seen.verified,
    }
