"""Counting the working days of State bodies in Viet Nam.

The Prime Minister decides the days of Tết and of National Day year by year, so that every day after
the last decision is an estimate: a `DayStatus` says so, and the functions here warn of it
(`PolicyWarning`).
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby, islice
from typing import TYPE_CHECKING
from warnings import warn

from dantoc_policy.errors import PolicyError, PolicyWarning, Problem
from dantoc_policy.values.calendar_dates import check_day, format_date
from dantoc_policy.values.day_status import DayStatus, day_status, knowledge_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ONE_DAY = timedelta(days=1)
_SHOWN_DAYS = 3


def is_working_day(day: date) -> bool:
    """Whether State bodies work on a day; warns where the official calendar is not known.

    >>> is_working_day(date(2025, 4, 26)), is_working_day(date(2026, 1, 2))
    (True, False)
    """
    status = day_status(day)
    _warn([status])
    return status.working


def next_working_day(day: date) -> date:
    """Give the first working day after a day; warns where the calendar is not known.

    >>> next_working_day(date(2026, 2, 13))
    datetime.date(2026, 2, 23)
    """
    end, passed = step_working_days(day, 1)
    _warn(passed)
    return end


def add_working_days(day: date, count: int) -> date:
    """Give the working day that is `count` working days after a day, which is not counted.

    A negative count goes back; 0 is the day itself. Warns where the calendar is not known.

    >>> add_working_days(date(2026, 2, 13), 5), add_working_days(date(2026, 2, 27), -5)
    (datetime.date(2026, 2, 27), datetime.date(2026, 2, 13))
    """
    end, passed = step_working_days(day, count)
    _warn(passed)
    return end


def working_days_between(start: date, end: date) -> int:
    """Count the working days from the day after `start` to `end`: the reverse of adding.

    Where `end` is the earlier one they are counted back from the day before `start`, with a minus.

    >>> working_days_between(date(2025, 12, 31), date(2026, 1, 7))
    3
    """
    step = 1 if check_day(start) <= check_day(end) else -1
    passed = list(islice(_walk(start, step), abs((end - start).days)))
    _warn(passed)
    return step * sum(status.working for status in passed)


def step_working_days(day: date, count: int) -> tuple[date, tuple[DayStatus, ...]]:
    """Add working days, and give every day that was passed: for answers that carry their doubts.

    >>> end, passed = step_working_days(date(2025, 4, 25), 1)
    >>> end, passed[-1].reason.en
    (datetime.date(2025, 4, 26), 'made up for 2 May 2025')
    """
    check_day(day)
    passed: list[DayStatus] = []
    left = abs(count)
    for status in _walk(day, 1 if count > 0 else -1) if left else ():
        passed.append(status)
        left -= status.working
        if not left:
            break
    return (passed[-1].day if passed else day), tuple(passed)


def calendar_doubt(days: Iterable[DayStatus]) -> Problem | None:
    """Give the note that an answer rests on days whose official calendar is not known, or None.

    >>> calendar_doubt([day_status(date(2027, 6, 16))]).code
    'calendar.unverified'
    """
    doubted = [status.day for status in days if not status.verified]
    if not doubted:
        return None
    years = sorted({day.year for day in doubted if not knowledge_of(day)[1]})
    single = sorted({day for day in doubted if day.year not in years})[:_SHOWN_DAYS]
    named = {
        locale: ", ".join([*_runs(years), *(format_date(day, locale) for day in single)])
        for locale in ("vi", "en")
    }
    return Problem(
        code="calendar.unverified",
        severity="warning",
        vi=f"lịch nghỉ chính thức chưa được xác nhận: {named['vi']}.",
        en=f"the official calendar is not confirmed: {named['en']}.",
        mend_vi="So lại với thông báo lịch nghỉ chính thức.",
        mend_en="Compare with the official announcement of days off.",
    )


def _runs(years: list[int]) -> Iterator[str]:
    """Write years that follow one another as one run."""
    for _, run in groupby(enumerate(years), lambda pair: pair[1] - pair[0]):
        first, *_, last = [year for _, year in run] * 2
        yield str(first) if first == last else f"{first}-{last}"


def _warn(days: Iterable[DayStatus]) -> None:
    note = calendar_doubt(days)
    if note is not None:
        warn(str(PolicyError(note)), PolicyWarning, stacklevel=3)


def _walk(day: date, step: int) -> Iterator[DayStatus]:
    while True:
        day += step * _ONE_DAY
        yield day_status(day)
