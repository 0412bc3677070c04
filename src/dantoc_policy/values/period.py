"""A period of calendar days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.converters import optional

from dantoc_policy.errors import DefinitionError, InputError
from dantoc_policy.values.calendar_dates import check_day, format_date

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale

_PARTIAL_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_DECEMBER = 12


@frozen
class Period:
    """All days from `start` to `end`, both included; None leaves that side open.

    >>> Period.parse("2021..2025")
    Period(start=datetime.date(2021, 1, 1), end=datetime.date(2025, 12, 31))
    >>> date(2025, 12, 31) in Period.parse("2021..2025")
    True
    """

    start: date | None = field(converter=optional(check_day))
    end: date | None = field(converter=optional(check_day))

    def __attrs_post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise DefinitionError.of(
                "period.reversed",
                vi=f"ngày cuối {format_date(self.end)} trước ngày đầu {format_date(self.start)}.",
                en=f"the last day {self.end} is before the first day {self.start}.",
                mend_vi="Đổi chỗ hai ngày.",
                mend_en="Swap the two days.",
            )

    @classmethod
    def year(cls, year: int) -> Period:
        """Give a calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a year, month or day, or two of them with ".." between; an open side stays empty.

        >>> Period.parse("2021-02").end, Period.parse("2021-06-04..").end
        (datetime.date(2021, 2, 28), None)
        """
        first, dots, last = text.strip().partition("..")
        try:
            start = _named(first) if first else None
            end = (_named(last) if last else None) if dots else start
        except ValueError:
            start = end = None
            dots = ""
        if not dots and start is None:
            raise InputError.of(
                "period.unreadable",
                vi=f"không đọc được “{text}” như một khoảng thời gian.",
                en=f"“{text}” cannot be read as a period.",
                mend_vi="Ghi như 2021, 2021-06, 2021-06-04 hoặc 2021..2025.",
                mend_en="Write it as 2021, 2021-06, 2021-06-04 or 2021..2025.",
            )
        return cls(start and start[0], end and end[1])

    @property
    def days(self) -> int | None:
        """The number of days, or None where a side is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    def contains(self, day: date) -> bool:
        """Whether a day lies in the period, its first and last day included."""
        check_day(day)
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    __contains__ = contains

    def precedes(self, other: Period) -> bool:
        """Whether the last day comes before the other period's first day."""
        return self.end is not None and other.start is not None and self.end < other.start

    def overlaps(self, other: Period) -> bool:
        """Whether some day lies in both."""
        return not self.precedes(other) and not other.precedes(self)

    def intersection(self, other: Period) -> Period | None:
        """Give the days that lie in both, or None.

        >>> str(Period.parse("2021..2025").intersection(Period.parse("2025-07-01..")))
        '2025-07-01..2025-12-31'
        """
        if not self.overlaps(other):
            return None
        starts = [day for day in (self.start, other.start) if day is not None]
        ends = [day for day in (self.end, other.end) if day is not None]
        return Period(max(starts, default=None), min(ends, default=None))

    def shift(self, *, years: int = 0, months: int = 0, days: int = 0) -> Period:
        """Move the period by calendar steps; whole months stay whole, a single day stays one.

        >>> str(Period.parse("2021-02").shift(months=1))
        '2021-03-01..2021-03-31'
        """
        from dateutil.relativedelta import relativedelta

        step = relativedelta(years=years, months=months, days=days)
        one_day = timedelta(days=1)
        try:
            start = self.start and self.start + step
            # The day after the end is moved: 28 February is the end of a month, not a 28th.
            end = self.end and self.end + one_day + step - one_day
        except (OverflowError, ValueError):
            raise InputError.of(
                "period.out_of_range",
                vi=f"không thể dời {self.text('vi')} ra ngoài lịch (năm 1 đến 9999).",
                en=f"{self} cannot be moved out of the calendar (years 1 to 9999).",
            ) from None
        # Some days at the end of a long month all fall on the last day of a short one.
        if start and end and (self.days == 1 or end < start):
            end = start
        return Period(start, end)

    def text(self, locale: Locale = "vi") -> str:
        """Write the period in words.

        >>> Period(date(2020, 12, 31), date(2025, 12, 31)).text("vi")
        'từ 31/12/2020 đến 31/12/2025'
        """
        start = self.start and format_date(self.start, locale)
        end = self.end and format_date(self.end, locale)
        if start and start == end:
            return f"ngày {start}" if locale == "vi" else f"on {start}"
        from_, to, at_any = (
            ("từ", "đến", "không giới hạn thời gian")
            if locale == "vi"
            else ("from", "to", "without limit of time")
        )
        sides = [f"{word} {day}" for word, day in ((from_, start), (to, end)) if day]
        return " ".join(sides) or at_any

    def __str__(self) -> str:
        if self.start is not None and self.start == self.end:
            return self.start.isoformat()
        return "..".join(day.isoformat() if day else "" for day in (self.start, self.end))


def _named(text: str) -> tuple[date, date]:
    """Give the first and last day of the year, month or day that a text names."""
    match = _PARTIAL_DATE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year = int(match["year"])
    if match["month"] is None:
        return date(year, 1, 1), date(year, _DECEMBER, 31)
    month = int(match["month"])
    if match["day"] is None:
        first = date(year, month, 1)
        return first, first.replace(day=monthrange(year, month)[1])
    day = date(year, month, int(match["day"]))
    return day, day
