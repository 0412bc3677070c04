"""What falls due in a plan between two days: reports, targets, phases, statutory limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from attrs import evolve, field, frozen

from dantoc_policy.errors import InputError, MissingExtraError, Problem
from dantoc_policy.plans.aim import Aim
from dantoc_policy.plans.due import KINDS, Due, Party
from dantoc_policy.plans.heir import heir
from dantoc_policy.plans.phase import Phase
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.responsible import Responsible, responsible
from dantoc_policy.plans.work import ReportingDuty
from dantoc_policy.values.calendar_dates import check_day
from dantoc_policy.values.deadline import Deadline, Occurrence
from dantoc_policy.values.period import Period
from dantoc_policy.values.statutory_limits import StatutoryLimit, statutory_limit, statutory_limits
from dantoc_policy.values.text import Text

_DAY = timedelta(days=1)
_ORDER = tuple(KINDS)
# Beyond these days from its start no limit in working days is still running: weekends, and the
# longest holidays, do not make one three times as long.
_STRETCH, _LONGEST_HOLIDAYS = 3, 30


def deadlines(
    plan: Plan,
    between: Period,
    *,
    as_of_bodies: bool = True,
    started: Mapping[str, date] | None = None,
) -> tuple[Due, ...]:
    """Give what falls due between two days, in the order of the days.

    Reports come on the days that the plan names, from its issue until its last phase ends; a duty
    without a day gives one item a year, without a day, at the end of the year. Targets are due on
    the last day of their year. What would come after a phase that ends within a year, comes on its
    last day. Statutory limits run from the day that a decree fixes, or from the one given in
    `started` ({"qd_33_2020.commune": day}). With `as_of_bodies` each body comes with who stands in
    its place on that day.

    Raises:
        InputError: `deadline.open_period` where the period has no first or last day;
            `time_limit.unknown` where `started` names no statutory limit, `date.not_a_day` where
            it gives no day of the calendar.
        MissingExtraError: a statutory limit may end in the period, and the extra `calendar` is
            not installed.

    >>> from dantoc_policy.plans.library import plans
    >>> found = deadlines(plans.get("bac-kan-2020"), Period.parse("2025-12-01..2025-12-20"))
    >>> print(found[0].text("en"))
    15 December 2025: Report: evaluation of the work assigned | ...
    """
    if between.start is None or between.end is None:
        raise InputError.of(
            "deadline.open_period",
            vi=f"khoảng thời gian {between.text('vi')} không có ngày đầu hoặc ngày cuối.",
            en=f"the period {between.text('en')} has no first or no last day.",
        )
    calendar = _Calendar(plan, between, between.start, between.end, as_of_bodies)
    found = [
        *calendar.reports(),
        *calendar.targets(),
        *calendar.phase_ends(),
        *calendar.limits(started or {}),
    ]
    return tuple(
        sorted(found, key=lambda due: (due.stands_at, due.day is None, _ORDER.index(due.kind)))
    )


@frozen
class _Calendar:
    """The items of a plan in a period; names are looked up once."""

    plan: Plan
    between: Period
    first: date
    last: date
    as_of_bodies: bool
    names: dict[str, Responsible] = field(factory=dict)

    def reports(self) -> Iterator[Due]:
        for duty in self.plan.reports:
            deadline = duty.deadline
            if deadline is None or not deadline.days:
                yield from self._undated(duty, deadline)
                continue
            for found in deadline.occurrences(self._named(deadline)):
                holds = duty.force is None or found.day in duty.force
                if found.day in self.between and holds and self._lives(found.day):
                    yield self._report(duty, found.day.year, found.day, _doubts(found))

    def _named(self, deadline: Deadline) -> Period:
        """Give the days that a deadline may name for something that is due in the period."""
        if not deadline.before or self.first == date.max:
            return self.between
        # What must come before a day is due on the day before.
        return Period(self.first + _DAY, self.last + _DAY if self.last < date.max else self.last)

    def _undated(self, duty: ReportingDuty, deadline: Deadline | None) -> Iterator[Due]:
        problem = _no_rhythm(duty) if deadline is None else _no_day(duty, deadline)
        for year in range(self.first.year, self.last.year + 1):
            day = self._last(year)
            holds = duty.force is None or duty.force.overlaps(Period.year(year))
            said = deadline is None or deadline.year in (None, year)
            if day in self.between and holds and said and self._lives(day):
                yield self._report(duty, year, None, (problem,))

    def _report(
        self, duty: ReportingDuty, year: int, day: date | None, problems: Iterable[Problem]
    ) -> Due:
        due = Due(
            plan=self.plan.id,
            kind="report",
            of=duty.id,
            year=year,
            day=day,
            ends=self._last(year) if day is None else None,
            title=Text(f"Báo cáo: {duty.gist.vi}", f"Report: {duty.gist.en}"),
            basis=Text(duty.document, duty.document) if duty.document else None,
            section=duty.section,
            line=duty.line,
            verified=duty.verified,
            own_problems=tuple(problems),
        )
        return evolve(
            due,
            who=tuple(self._party(name, due.stands_at, duty.gist) for name in duty.who),
            to=self._party(duty.to, due.stands_at, duty.gist) if duty.to else None,
            onward=self._party(duty.onward, due.stands_at, duty.gist) if duty.onward else None,
        )

    def targets(self) -> Iterator[Due]:
        for target in self.plan.targets:
            day = Aim.of(target, self.plan).due
            if day in self.between:
                yield Due(
                    plan=self.plan.id,
                    kind="target",
                    of=target.id,
                    year=day.year,
                    day=day,
                    title=Text(f"Đến hạn: {target.gist.vi}", f"Due: {target.gist.en}"),
                    who=tuple(
                        self._party(name, day, target.gist) for name in self.plan.lead(target)
                    ),
                    section=target.section,
                    line=target.line,
                    verified=target.verified,
                )

    def phase_ends(self) -> Iterator[Due]:
        for phase in self.plan.phases:
            if phase.last_day in self.between:
                yield Due(
                    plan=self.plan.id,
                    kind="phase_end",
                    of=phase.id,
                    year=phase.last_day.year,
                    day=phase.last_day,
                    title=_end_of(phase),
                    section=phase.section,
                    line=phase.line,
                )

    def limits(self, started: Mapping[str, date]) -> Iterator[Due]:
        for key, day in started.items():
            statutory_limit(key)  # an unknown one is an error, not nothing
            check_day(day)
        for limit in statutory_limits().values():
            start = started.get(limit.id)
            if start is None and limit.start is not None and self._is_bound(limit.start):
                start = limit.start
            if start is not None and self._may_end(limit, start):
                due = self._limit(limit, start)
                if due.stands_at in self.between:
                    yield due

    def _may_end(self, limit: StatutoryLimit, start: date) -> bool:
        """Whether a limit may end in the period: only then is the calendar asked."""
        if limit.limit.unit != "working_day":
            return True
        longest = timedelta(days=_STRETCH * limit.limit.count + _LONGEST_HOLIDAYS)
        return start <= self.last and self.first - start <= longest

    def _limit(self, limit: StatutoryLimit, start: date) -> Due:
        end = limit.limit.ends(start)
        law = limit.basis
        what = limit.what or Text("hết thời hạn", "the limit ends")
        return Due(
            plan=self.plan.id,
            kind="limit",
            of=limit.id,
            year=end.end.year,
            day=end.end,
            title=Text(
                f"Hết thời hạn {limit.limit.text('vi')}: {what.vi}",
                f"End of {limit.limit.text('en')}: {what.en}",
            ),
            who=(self._party_of_law(limit.who, end.end),),
            basis=None if law is None else Text(law.text("vi"), law.text("en")),
            verified=end.verified and not limit.unverified,
            own_problems=end.problems,
        )

    def _party(self, name: str, day: date, task: Text) -> Party:
        if not self.as_of_bodies:
            return Party(name=name)
        one = self.names.get(name) or self.names.setdefault(name, responsible(self.plan, name))
        return Party(name=name, heir=heir(self.plan, one, day, task))

    def _party_of_law(self, who: Text, day: date) -> Party:
        """Give who a law names: the body of the day, since the law speaks of whoever that is."""
        if not self.as_of_bodies:
            return Party(name=who.vi)
        return Party(name=who.vi, heir=heir(self.plan, responsible(self.plan, who.vi, day), day))

    def _is_bound(self, day: date) -> bool:
        """Whether limits of the law run for those who carry out the plan."""
        return self.plan.kind != "announcement" and self._lives(day)

    def _lives(self, day: date) -> bool:
        """Whether the plan binds on a day: from its issue on, until its last phase ends.

        A duty of every year begins when the plan is issued, though its phases may begin later.
        """
        phases = self.plan.phases
        first = self.plan.issued or min((phase.first_day for phase in phases), default=day)
        return first <= day <= self._end(day)

    def _end(self, otherwise: date) -> date:
        return max((phase.last_day for phase in self.plan.phases), default=otherwise)

    def _last(self, year: int) -> date:
        """Give the last day of a year, that of the plan where it ends within the year."""
        last = date(year, 12, 31)
        end = self._end(last)
        return end if end.year == year else last


def _end_of(phase: Phase) -> Text:
    first, last = phase.years[0], phase.years[-1]
    vi, en = f"Kết thúc giai đoạn {first} - {last}", f"End of the phase {first}–{last}"
    if phase.name is None:
        return Text(vi, en)
    return Text(f"{vi} ({phase.name.vi})", f"{en} ({phase.name.en})")


def _doubts(found: Occurrence) -> tuple[Problem, ...]:
    """Give what there is to know of a day; that days off are not known is not an error here."""
    try:
        return found.problems
    except (InputError, MissingExtraError) as error:
        return (evolve(error.problem, severity="note"),)


def _no_day(duty: ReportingDuty, deadline: Deadline) -> Problem:
    return Problem(
        code="due.no_day",
        severity="note",
        place=duty.id,
        vi=f"“{deadline.text('vi')}” không nói ngày nào.",
        en=f"“{deadline.text('en')}” does not say on which day.",
    )


def _no_rhythm(duty: ReportingDuty) -> Problem:
    return Problem(
        code="due.no_rhythm",
        severity="note",
        place=duty.id,
        vi="văn bản không nói khi nào hoặc bao lâu báo cáo một lần.",
        en="the document does not say when or how often to report.",
    )
