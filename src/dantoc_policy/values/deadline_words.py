"""Deadlines in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dantoc_policy.values.calendar_dates import padded_month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dantoc_policy.errors import Locale

Days = tuple[tuple[int, int], ...]
Every = Literal["month", "quarter", "half_year", "year"]

LAST = -1
MONTHS_OF_QUARTER = {"first": (1, 4, 7, 10), "second": (2, 5, 8, 11), "last": (3, 6, 9, 12)}
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_OF_QUARTER = {
    "first": ("tháng đầu quý", "the first month of each quarter"),
    "second": ("tháng thứ hai của quý", "the second month of each quarter"),
    "last": ("tháng cuối quý", "the last month of each quarter"),
}
_EVERY: dict[Every, tuple[str, str]] = {
    "month": ("hằng tháng", "each month"),
    "quarter": ("hằng quý", "each quarter"),
    "half_year": ("06 tháng một lần", "each half year"),
    "year": ("hằng năm", "each year"),
}


def spread(day: int, months: Iterable[int]) -> Days:
    """Give a day in several months; the 31st is the last one of a shorter month.

    >>> spread(31, (1, 4))
    ((1, 31), (4, 30))
    """
    return tuple((month, min(day, LONGEST[month - 1])) for month in months)


def once_words(year: int | None, days: Days, *, before: bool, locale: Locale) -> str:
    """Write a deadline that comes once."""
    if locale == "vi":
        lead = "trước" if before else "chậm nhất"
        return f"{lead} {_listed(days, _vi_day, 'và')}/{year}"
    return f"{'before' if before else 'by'} {_listed(days, _en_day, 'and')} {year}"


def every_words(every: Every, days: Days, *, before: bool, stated: bool, locale: Locale) -> str:
    """Write a deadline that comes again."""
    again = _EVERY[every][0 if locale == "vi" else 1]
    if not days:
        return f"định kỳ {again}" if locale == "vi" else again
    stated = stated or every != "year"
    vi_lead = "trước " if before else "" if stated else "chậm nhất "
    lead = vi_lead if locale == "vi" else "before " if before else "by "
    regular = _regular(every, days, locale)
    if regular:
        return lead + regular
    named = _listed(days, _vi_day, "và") if locale == "vi" else _listed(days, _en_day, "and")
    said = f"{lead}{named} {_EVERY['year'][0 if locale == 'vi' else 1]}" if stated else lead + named
    # Days that are not the same in all months or quarters do not tell how often by themselves.
    often = "" if every == "year" else f"định kỳ {again}, " if locale == "vi" else f"{again}, "
    return often + said


def _regular(every: Every, days: Days, locale: Locale) -> str | None:
    """Write days that are the same in every month or quarter, or None."""
    months = tuple(month for month, _ in days)
    day = max(day for _, day in days)
    if days != spread(day, months):
        return None
    vi_day = "ngày cuối cùng" if day == LAST else f"ngày {day:02}"
    en_day = "the last day" if day == LAST else f"day {day}"
    if every == "month" and months == tuple(range(1, 13)):
        return f"{vi_day} hằng tháng" if locale == "vi" else f"{en_day} of each month"
    for which, of_quarter in MONTHS_OF_QUARTER.items():
        if every == "quarter" and months == of_quarter:
            vi, en = _OF_QUARTER[which]
            return f"{vi_day} {vi}" if locale == "vi" else f"{en_day} of {en}"
    return None


def _listed(days: Days, write: Callable[[int, int], str], last: str) -> str:
    *head, tail = [write(month, day) for month, day in days]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def _vi_day(month: int, day: int) -> str:
    written = padded_month(month)
    return f"ngày cuối tháng {written}" if day == LAST else f"ngày {day:02}/{written}"


def _en_day(month: int, day: int) -> str:
    from babel.dates import get_month_names

    name = get_month_names("wide", locale="en")[month]
    return f"the last day of {name}" if day == LAST else f"{day} {name}"
