"""What a day is: a working day, a day off, a day made up for, and how surely that is known.

The package `holidays` gives public holidays and most swaps of working days; the catalogue lays
over it what the package lacks, and says which years' official calendar is known.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.errors import InputError, MissingExtraError
from dantoc_policy.values.calendar_dates import check_day, format_date
from dantoc_policy.values.legal_basis import LegalBasis
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale

DayKind = Literal["weekday", "weekend", "day_off", "made_up"]

# The five-day week is of September 1999; lunar dates are known to 2099.
CALENDAR = Period(date(2000, 1, 1), date(2099, 12, 31))
_SATURDAY = 5
_ORDINARY = {
    "weekday": Text("ngày làm việc", "working day"),
    "weekend": Text("ngày nghỉ hằng tuần", "weekly day off"),
}


@frozen(kw_only=True)
class DayStatus:
    """A day: a working weekday, a weekly or other day off, or a Saturday made up for.

    >>> print(day_status(date(2026, 1, 10)))
    Thứ Bảy, ngày 10/01/2026: ngày làm bù cho ngày 02/01/2026
    >>> day_status(date(2027, 2, 8)).verified
    False
    """

    day: date
    kind: DayKind
    reason: Text
    verified: bool
    source: str

    @property
    def working(self) -> bool:
        """Whether State bodies work on the day."""
        return self.kind in ("weekday", "made_up")

    def text(self, locale: Locale = "vi") -> str:
        """Write weekday, day and what it is."""
        from babel.dates import format_date as format_by_pattern

        weekday = format_by_pattern(self.day, "EEEE", locale=locale)
        day = format_date(self.day, locale)
        doubt = "" if self.verified else {"vi": " (chưa chắc chắn)", "en": " (not certain)"}[locale]
        name = f"{weekday}, ngày {day}" if locale == "vi" else f"{weekday}, {day}"
        return f"{name}: {self.reason.get(locale)}{doubt}"

    def __str__(self) -> str:
        return self.text("vi")


def working_week() -> LegalBasis:
    """Give the decision that makes Saturday and Sunday days off of State bodies.

    >>> print(working_week())
    Điều 1 Quyết định 188/1999/QĐ-TTg
    """
    row = load("values/swap_days")["week"]
    return LegalBasis(row["document"], row["article"], verified=row["verified"])


def day_status(day: date) -> DayStatus:
    """Say what a day is; nothing is warned of, since the answer carries `verified`.

    Raises:
        InputError: `calendar.out_of_range` outside of the years 2000 to 2099.
        MissingExtraError: the extra `calendar` is not installed.

    >>> day_status(date(2026, 11, 24)).working, day_status(date(2026, 11, 24)).verified
    (False, False)
    """
    if check_day(day) not in CALENDAR:
        raise InputError.of(
            "calendar.out_of_range",
            vi=f"không biết lịch làm việc của ngày {format_date(day)} (chỉ từ 2000 đến 2099).",
            en=f"the working calendar of {day} is not known (2000 to 2099 only).",
        )
    found = _special_days(day.year).get(day)
    if found is not None:
        return found
    kind: DayKind = "weekday" if day.weekday() < _SATURDAY else "weekend"
    source, verified = knowledge_of(day)
    return DayStatus(day=day, kind=kind, reason=_ORDINARY[kind], verified=verified, source=source)


@cache
def _known() -> tuple[tuple[Period, str, bool], ...]:
    """Give the periods whose official calendar was seen."""
    return tuple(
        (Period.parse(f"{row['since']}..{row['until']}"), row["source"], row["verified"])
        for row in load("values/swap_days")["known"]
    )


def knowledge_of(day: date) -> tuple[str, bool]:
    """Give the source of a day's calendar and whether it is verified.

    >>> knowledge_of(date(2027, 1, 4))
    ('calendar/holidays', False)
    """
    found = ((source, verified) for period, source, verified in _known() if day in period)
    return next(found, ("calendar/holidays", False))


@cache
def _special_days(year: int) -> dict[date, DayStatus]:
    """Give all days of a year that are not what their weekday says."""
    found: dict[date, DayStatus] = {}

    def put(day: date, kind: DayKind, reason: Text, source: str, verified: bool) -> None:
        if day.year == year:
            found[day] = DayStatus(
                day=day, kind=kind, reason=reason, source=source, verified=verified
            )

    vi, en = _package(year, "vi"), _package(year, "en_US")
    for day in vi:
        put(day, "day_off", Text(vi[day], en[day]), *knowledge_of(day))
    for day in vi.weekend_workdays:
        put(day, "made_up", Text("ngày làm bù", "day made up for"), *knowledge_of(day))
    rows = load("values/swap_days")
    for row in rows["swaps"]:
        off, worked = (date.fromisoformat(row[key]) for key in ("day_off", "made_up_on"))
        told = row["source"], row["verified"]
        later = Text(
            f"nghỉ, làm bù ngày {format_date(worked)}",
            f"off, made up for on {format_date(worked, 'en')}",
        )
        earned = Text(
            f"ngày làm bù cho ngày {format_date(off)}", f"made up for {format_date(off, 'en')}"
        )
        put(off, "day_off", later, *told)
        put(worked, "made_up", earned, *told)
    for row in rows["days_off"]:
        day = date.fromisoformat(row["day"])
        put(day, "day_off", Text(row["vi"], row["en"]), row["source"], row["verified"])
    return found


def _package(year: int, language: str) -> Any:
    try:
        import holidays
    except ImportError:
        raise MissingExtraError.for_extra("calendar", "holidays") from None
    # A day off at the end of a year may be made up for in the next one. Without a language the
    # names would follow the locale of the process.
    return holidays.country_holidays("VN", years=(year, year + 1), language=language)
