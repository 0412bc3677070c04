"""Deadlines that a plan sets by day and month: "trước ngày 15 tháng 12 hằng năm"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve, field, frozen

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.values.calendar_dates import check_day, format_date
from dantoc_policy.values.day_status import day_status
from dantoc_policy.values.deadline_words import every_words, once_words
from dantoc_policy.values.period import Period
from dantoc_policy.values.working_days import calendar_doubt, step_working_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dantoc_policy.errors import Locale

Every = Literal["once", "month", "quarter", "half_year", "year"]
Roll = Literal["none", "forward", "backward"]

LAST = -1
_ONE_DAY = timedelta(days=1)
_SHORTEST_MONTH = 28
_DECEMBER = 12
_LEAP_YEAR = 2000


@frozen(kw_only=True)
class Occurrence:
    """One day of a deadline: as `named`, the `last_day` by its wording, the `day` after a move.

    "Trước ngày 30/11" names 30 November, and its last day is the 29th.
    """

    deadline: Deadline
    named: date
    last_day: date
    day: date
    roll: Roll

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What there is to know: the day is no working day, or its calendar is not certain.

        Raises:
            MissingExtraError: the extra `calendar` is not installed.
        """
        status = day_status(self.day)
        doubt = calendar_doubt([status])
        found = [] if status.working else [self._day_off(status.reason.vi, status.reason.en)]
        return (*found, doubt) if doubt else tuple(found)

    def _day_off(self, vi: str, en: str) -> Problem:
        before, after = (step_working_days(self.day, count)[0] for count in (-1, 1))
        return Problem(
            code="deadline.not_a_working_day",
            severity="warning",
            vi=f"{format_date(self.day)} là ngày nghỉ ({vi}).",
            en=f"{format_date(self.day, 'en')} is a day off ({en}).",
            mend_vi=f"Ngày làm việc trước đó: {format_date(before)}; sau đó: {format_date(after)}.",
            mend_en=(
                f"The working day before: {format_date(before, 'en')};"
                f" after: {format_date(after, 'en')}."
            ),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the occurrence as plain JSON data, without its problems."""
        return {
            "deadline": self.deadline.text("vi"),
            "named": self.named.isoformat(),
            "last_day": self.last_day.isoformat(),
            "day": self.day.isoformat(),
            "roll": self.roll,
        }


def _check_year(deadline: Deadline, _: Any, year: int | None) -> None:
    once = deadline.every == "once"
    if once is (year is None) or (year is not None and not 1 <= year <= date.max.year):
        raise InputError.of(
            "deadline.year",
            vi=f"năm {year} không dùng được với thời hạn “{deadline.every}”.",
            en=f"the year {year} cannot be that of a deadline “{deadline.every}”.",
            mend_vi="Thời hạn một lần có năm; thời hạn định kỳ không có.",
            mend_en="A deadline that comes once has a year, one that comes again has none.",
        )


def _check_days(deadline: Deadline, _: Any, days: tuple[tuple[int, int], ...]) -> None:
    for month, day in days:
        # 29 February is a day of some years; a deadline of one year has to be in that year.
        year = deadline.year or _LEAP_YEAR
        if not 1 <= month <= _DECEMBER or day not in (
            LAST,
            *range(1, monthrange(year, month)[1] + 1),
        ):
            raise InputError.of(
                "deadline.no_such_day",
                vi=f"không có ngày {day} tháng {month}.",
                en=f"there is no day {day} of month {month}.",
            )


@frozen(kw_only=True)
class Deadline:
    """A day that comes again every year, half year, quarter or month, or once.

    `days` are pairs of month and day, -1 for the last day of the month; without any the text only
    says how often. `before` says that the named day itself is too late. `stated` is False where
    the text says neither a year nor that the day comes again. `assumed` marks days that were
    filled in. `span` is the place in the text that was searched.

    >>> reports = Deadline.parse("định kỳ ngày 15/12 (hàng năm)")
    >>> [str(found.day) for found in reports.occurrences(Period.parse("2024..2025"))]
    ['2024-12-15', '2025-12-15']
    >>> Deadline.parse("trước ngày 30/11").occurrences(Period.year(2025))[0].day
    datetime.date(2025, 11, 29)
    """

    every: Every
    year: int | None = field(default=None, validator=_check_year)
    days: tuple[tuple[int, int], ...] = field(default=(), validator=_check_days)
    before: bool = False
    stated: bool = True
    assumed: bool = False
    span: tuple[int, int] | None = field(default=None, eq=False)

    @classmethod
    def parse(cls, text: str) -> Deadline:
        """Read a deadline that is the whole text.

        Raises:
            InputError: `deadline.unreadable`.

        >>> Deadline.parse("chậm nhất ngày 25 của tháng cuối quý").days
        ((3, 25), (6, 25), (9, 25), (12, 25))
        >>> Deadline.parse("15/12 hằng năm").text("en")
        'by 15 December each year'
        """
        from dantoc_policy.values.deadline_text import read_deadline

        return read_deadline(text)

    def assuming(self, *days: tuple[int, int]) -> Deadline:
        """Fill in the days (month, day) of a deadline that only says how often.

        >>> yearly = Deadline.parse("định kỳ hằng năm").assuming((12, 15))
        >>> yearly.assumed, yearly.text()
        (True, 'ngày 15/12 hằng năm')
        >>> Deadline.parse("06 tháng một lần").assuming((6, 15), (12, 15)).text()
        'định kỳ 06 tháng một lần, ngày 15/6 và ngày 15/12 hằng năm'
        """
        return self if self.days else evolve(self, days=tuple(sorted(days)), assumed=True)

    def occurrences(self, period: Period, *, roll: Roll = "none") -> tuple[Occurrence, ...]:
        """Give every occurrence whose named day lies in a period, in order.

        A fixed day of the calendar is no time limit, so that it stays where it is, also on a day
        off; `roll` moves it to the next working day or to the one before.

        Raises:
            InputError: `deadline.no_day` where the text names no day (see `assuming`),
                `deadline.open_period` where the period has no first or last day.
            MissingExtraError: a move needs the extra `calendar`.

        >>> sunday = Deadline.parse("15/12 hằng năm").occurrences(Period.year(2024), roll="forward")
        >>> sunday[0].last_day, sunday[0].day
        (datetime.date(2024, 12, 15), datetime.date(2024, 12, 16))
        """
        self._check_askable(period)
        return tuple(self._occurrence(named, roll) for named in self._named_days(period))

    def next_after(self, day: date, *, roll: Roll = "none") -> Occurrence | None:
        """Give the first occurrence whose last day is later than a day; None if there is none.

        >>> Deadline.parse("15/12 hằng năm").next_after(date(2025, 12, 15)).day
        datetime.date(2026, 12, 15)
        """
        first, until = (self.year, self.year) if self.year else (check_day(day).year, day.year + 1)
        last = date(min(until + 1, date.max.year), _DECEMBER, 31)
        found = self.occurrences(Period(date(first, 1, 1), last), roll=roll)
        return next((occurrence for occurrence in found if occurrence.day > day), None)

    def text(self, locale: Locale = "vi") -> str:
        """Write the deadline.

        >>> Deadline(every="year", days=((12, 15),), before=True).text()
        'trước ngày 15/12 hằng năm'
        """
        if self.every == "once":
            return once_words(self.year, self.days, before=self.before, locale=locale)
        return every_words(
            self.every, self.days, before=self.before, stated=self.stated, locale=locale
        )

    def __str__(self) -> str:
        return self.text("vi")

    def _check_askable(self, period: Period) -> None:
        if not self.days:
            raise InputError.of(
                "deadline.no_day",
                vi=f"“{self.text('vi')}” không nói ngày nào.",
                en=f"“{self.text('en')}” does not say on which day.",
                mend_vi="Cho ngày giả định: deadline.assuming((12, 15)).",
                mend_en="Give the day to assume: deadline.assuming((12, 15)).",
            )
        if period.start is None or period.end is None:
            raise InputError.of(
                "deadline.open_period",
                vi=f"khoảng thời gian {period.text('vi')} không có ngày đầu hoặc ngày cuối.",
                en=f"the period {period.text('en')} has no first or no last day.",
            )

    def _named_days(self, period: Period) -> Iterator[date]:
        from datetime import datetime, time

        from dateutil.rrule import MONTHLY, rrule, rruleset

        first, last = (
            datetime.combine(day or date.min, time()) for day in (period.start, period.end)
        )
        rules = rruleset()
        for month, day in self.days:
            # The 31st of a shorter month is its last day, as in Article 148 of the Civil Code.
            days = [LAST] if day == LAST else range(min(day, _SHORTEST_MONTH), day + 1)
            rules.rrule(
                rrule(
                    MONTHLY,
                    dtstart=first,
                    until=last,
                    bymonth=month,
                    bymonthday=days,
                    bysetpos=LAST,
                )
            )
        return (found.date() for found in rules if self.year in (None, found.year))

    def _occurrence(self, named: date, roll: Roll) -> Occurrence:
        last_day = named - _ONE_DAY if self.before else named
        day = last_day
        if roll != "none" and not day_status(day).working:
            day = step_working_days(day, 1 if roll == "forward" else -1)[0]
        return Occurrence(deadline=self, named=named, last_day=last_day, day=day, roll=roll)
