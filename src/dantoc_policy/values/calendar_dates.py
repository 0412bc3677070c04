"""Calendar days as Vietnamese documents write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from dantoc_policy.errors import InputError

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale

# Documents say "ngày", news the part of the day, too: "Chiều 23/7", "sáng ngày 14/01/2022".
_LEAD = r"(?:(?:sáng|trưa|chiều|tối|đêm)\s+)?(?:ngày\s+|mùng\s+)?"
_FORMS = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    re.compile(
        rf"{_LEAD}(?P<day>[0-9]{{1,2}})(?P<mark>[/-])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<year>[0-9]{{4}})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_LEAD}(?P<day>[0-9]{{1,2}})\s+tháng\s+(?P<month>[0-9]{{1,2}})\s+năm\s+(?P<year>[0-9]{{4}})",
        re.IGNORECASE,
    ),
)
_WITHOUT_YEAR = re.compile(
    rf"{_LEAD}(?P<day>[0-9]{{1,2}})(?:[/-]|\s+tháng\s+)(?P<month>[0-9]{{1,2}})", re.IGNORECASE
)
_LAST_PADDED_MONTH = 2


def parse_date(text: str, *, year: int | None = None) -> date:
    """Read a day; the order is year-month-day, or day, month, year.

    `year` is that of a text which names none; a text which does is read as it stands.

    >>> parse_date("04/6/2021") == parse_date("2021-06-04") == parse_date("4-6-2021")
    True
    >>> parse_date("ngày 04 tháng 6 năm 2021")
    datetime.date(2021, 6, 4)
    >>> parse_date("Chiều 23/7", year=2024)
    datetime.date(2024, 7, 23)
    >>> parse_date("6/2021")
    Traceback (most recent call last):
    dantoc_policy.errors.InputError: [date.unreadable] ...
    """
    clean = unicodedata.normalize("NFC", text).strip()
    for form in _FORMS if year is None else (*_FORMS, _WITHOUT_YEAR):
        if match := form.fullmatch(clean):
            try:
                named = match["year"] if form is not _WITHOUT_YEAR else year
                return date(int(named or 0), int(match["month"]), int(match["day"]))
            except ValueError:
                break
    raise InputError.of(
        "date.unreadable",
        vi=f"không đọc được “{clean}” như một ngày.",
        en=f"“{clean}” cannot be read as a day.",
        mend_vi="Ghi như 04/6/2021 hoặc 2021-06-04.",
        mend_en="Write it as 2021-06-04 or 04/6/2021 (day first).",
    )


def format_date(
    day: date, locale: Locale = "vi", *, form: Literal["short", "long"] = "short"
) -> str:
    """Write a day in the administrative style: days below 10 and months 1 and 2 get a zero.

    >>> format_date(date(2021, 6, 4)), format_date(date(2021, 2, 4), form="long")
    ('04/6/2021', 'ngày 04 tháng 02 năm 2021')
    >>> format_date(date(2021, 6, 4), "en")
    '4 June 2021'
    """
    if locale == "vi":
        month = padded_month(day.month)
        if form == "long":
            return f"ngày {day.day:02} tháng {month} năm {day.year:04}"
        return f"{day.day:02}/{month}/{day.year:04}"
    from babel.dates import format_date as format_by_pattern

    return format_by_pattern(day, "d MMMM y", locale="en")


def padded_month(month: int) -> str:
    """Write the number of a month in the administrative style: only 1 and 2 get a zero.

    >>> padded_month(2), padded_month(3)
    ('02', '3')
    """
    return f"{month:02}" if month <= _LAST_PADDED_MONTH else f"{month}"


def check_day(day: date) -> date:
    """Give back a calendar day; a moment with a time is refused, since its day is a choice.

    >>> check_day(datetime(2021, 6, 4, 12))
    Traceback (most recent call last):
    dantoc_policy.errors.InputError: [date.not_a_day] ...
    """
    if not _is_day(day):
        raise InputError.of(
            "date.not_a_day",
            vi=f"{day!r} không phải là một ngày theo lịch.",
            en=f"{day!r} is not a calendar day.",
            mend_vi="Dùng datetime.date, ví dụ moment.date().",
            mend_en="Give a datetime.date, for example moment.date().",
        )
    return day


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)
