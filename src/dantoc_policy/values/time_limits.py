"""Statutory time limits: how they are counted by Articles 144 to 148 of the Civil Code of 2015.

The rules hold unless the parties agree or the law says otherwise (Article 145); working days are
those of State bodies.
"""

# pyright: reportUnnecessaryIsInstance=false
# Callers without a type checker get a clear error, too.

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from dantoc_policy.errors import InputError
from dantoc_policy.values.calendar_dates import check_day
from dantoc_policy.values.legal_basis import LegalBasis
from dantoc_policy.values.limit_end import LimitEnd
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from attrs import Attribute

    from dantoc_policy.errors import Locale

LimitUnit = Literal[
    "minute",
    "hour",
    "day",
    "working_day",
    "week",
    "half_month",
    "month",
    "half_year",
    "year",
]
Part = Literal["start", "middle", "end"]

WORDS: dict[LimitUnit, tuple[str, str, str]] = {
    "minute": ("phút", "minute", "minutes"),
    "hour": ("giờ", "hour", "hours"),
    "day": ("ngày", "day", "days"),
    "working_day": ("ngày làm việc", "working day", "working days"),
    "week": ("tuần", "week", "weeks"),
    "half_month": ("nửa tháng", "half a month", ""),
    "month": ("tháng", "month", "months"),
    "half_year": ("nửa năm", "half a year", ""),
    "year": ("năm", "year", "years"),
}
_INTERRUPTED: dict[LimitUnit, timedelta] = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(minutes=60),
    "day": timedelta(hours=24),
    "week": timedelta(days=7),
    "half_month": timedelta(days=15),
    "month": timedelta(days=30),
    "half_year": timedelta(days=6 * 30),
    "year": timedelta(days=365),
}
_HALVES = ("half_month", "half_year")
_LARGEST = 100_000
_PADDED_BELOW = 10
_JUNE, _DECEMBER, _MIDDLE = 6, 12, 15


def _check_count(limit: TimeLimit, _: Attribute[int], count: int) -> None:
    most = 1 if limit.unit in _HALVES else _LARGEST
    if limit.unit not in WORDS or type(count) is not int or not 1 <= count <= most:
        raise InputError.of(
            "time_limit.unusable",
            vi=f"{count!r} {limit.unit} không phải là một thời hạn.",
            en=f"{count!r} {limit.unit} is no time limit.",
            mend_vi=f"Cho số nguyên từ 1 đến {most} và một đơn vị: {', '.join(WORDS)}.",
            mend_en=f"Give a whole number from 1 to {most} and a unit: {', '.join(WORDS)}.",
        )


@frozen
class TimeLimit:
    """A length of time that the law or a document sets, such as 15 working days.

    `basis` is the clause that sets it, `counted_from` the day from which it is counted, in words.

    >>> limit = TimeLimit("month", 1)
    >>> limit.ends(date(2025, 1, 31)).end
    datetime.date(2025, 2, 28)
    >>> TimeLimit.parse("15 ngày làm việc").ends(date(2026, 2, 13)).end
    datetime.date(2026, 3, 13)
    """

    unit: LimitUnit = field()
    count: int = field(validator=_check_count)
    basis: LegalBasis | None = field(default=None, kw_only=True)
    counted_from: Text | None = field(default=None, kw_only=True)

    @classmethod
    def parse(cls, text: str) -> TimeLimit:
        """Read a time limit, with or without the day from which it is counted.

        >>> limit = TimeLimit.parse("trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ")
        >>> limit.count, limit.unit, limit.counted_from.vi
        (5, 'working_day', 'ngày nhận đủ hồ sơ')
        >>> TimeLimit.parse("nửa tháng").text("en")
        'half a month'
        """
        from dantoc_policy.values.time_limit_text import read_time_limit

        unit, count, counted_from = read_time_limit(text)
        return cls(unit, count, counted_from=counted_from)

    @property
    def where_interrupted(self) -> timedelta | None:
        """The length where the time agreed upon is not continuous (Article 146 clause 1).

        Working days have none. A year is 365 days then, a month 30.

        >>> TimeLimit("month", 2).where_interrupted.days
        60
        """
        one = _INTERRUPTED.get(self.unit)
        return one and one * self.count

    def ends(self, start: date, *, event: bool = False, roll: bool = True) -> LimitEnd:
        """Count from a day, which is not counted itself, to the day on which the limit ends.

        `event` says that the day is that of an event which sets the limit going. With `roll`, as
        the Code has it, an end on a day off moves to the next working day; False is for limits
        that a law or an agreement lets end on any day, and needs no calendar.

        Raises:
            InputError: `time_limit.needs_a_moment` for hours and minutes (see `ends_at`).
            MissingExtraError: the extra `calendar` is not installed.

        >>> TimeLimit("month", 6).ends(date(2025, 8, 31)).end
        datetime.date(2026, 3, 2)
        >>> TimeLimit("month", 6).ends(date(2025, 8, 31), roll=False).end
        datetime.date(2026, 2, 28)
        """
        from dantoc_policy.values.limit_counting import count_limit

        if self.unit in ("minute", "hour"):
            raise InputError.of(
                "time_limit.needs_a_moment",
                vi="thời hạn bằng giờ, phút phải tính từ một thời điểm.",
                en="a limit in hours or minutes runs from a moment, not from a day.",
                mend_vi="Dùng ends_at với datetime.",
                mend_en="Use ends_at with a datetime.",
            )
        check_day(start)
        try:
            return count_limit(self, start, event=event, roll=roll)
        except (OverflowError, ValueError) as error:
            if isinstance(error, InputError):
                raise
            raise self._beyond() from None

    def ends_at(self, moment: datetime) -> datetime:
        """Count from a moment: hours and minutes exactly, all else to 24:00 of the last day.

        >>> TimeLimit("hour", 24).ends_at(datetime(2026, 2, 13, 9, 30))
        datetime.datetime(2026, 2, 14, 9, 30)
        >>> TimeLimit("day", 1).ends_at(datetime(2025, 4, 25, 9, 30))
        datetime.datetime(2025, 4, 27, 0, 0)
        """
        try:
            if self.unit in ("minute", "hour"):
                return moment + _INTERRUPTED[self.unit] * self.count
            return self.ends(moment.date()).moment.replace(tzinfo=moment.tzinfo)
        except OverflowError:
            raise self._beyond() from None

    def text(self, locale: Locale = "vi") -> str:
        """Write the limit, and from when it is counted.

        >>> TimeLimit("working_day", 5).text(), TimeLimit("week", 1).text("en")
        ('05 ngày làm việc', '1 week')
        """
        vi, one, many = WORDS[self.unit]
        if self.unit in _HALVES:
            length = vi if locale == "vi" else one
        elif locale == "vi":
            length = f"{self.count:02} {vi}" if self.count < _PADDED_BELOW else f"{self.count} {vi}"
        else:
            length = f"{self.count} {one if self.count == 1 else many}"
        if self.counted_from is None:
            return length
        word = "kể từ" if locale == "vi" else "from"
        return f"{length} {word} {self.counted_from.get(locale)}"

    def __str__(self) -> str:
        return self.text("vi")

    def _beyond(self) -> InputError:
        return InputError.of(
            "time_limit.out_of_range",
            vi=f"{self.text('vi')} vượt ra ngoài lịch (năm 1 đến 9999).",
            en=f"{self.text('en')} goes beyond the calendar (years 1 to 9999).",
        )


def named_day(part: Part, year: int, month: int | None = None) -> date:
    """Give the day that "đầu", "giữa" or "cuối" of a month or a year means (Article 146).

    The middle of a month is its day 15, the middle of a year the last day of June.

    >>> named_day("middle", 2024), named_day("end", 2024, 2), named_day("middle", 2024, 2)
    (datetime.date(2024, 6, 30), datetime.date(2024, 2, 29), datetime.date(2024, 2, 15))
    """
    from dateutil.relativedelta import relativedelta

    if month is None:
        whole = {"start": (1, 1), "middle": (_JUNE, 30), "end": (_DECEMBER, 31)}
        return date(year, *whole[part])
    first = date(year, month, 1)
    if part == "end":
        return first + relativedelta(day=31)
    return first if part == "start" else first.replace(day=_MIDDLE)
