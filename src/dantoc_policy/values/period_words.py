"""Periods as documents name them: "giai đoạn 2021 - 2025", "6 tháng đầu năm 2024", "quý I/2025"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from dantoc_policy.errors import InputError
from dantoc_policy.values.calendar_dates import padded_month
from dantoc_policy.values.composed import Composed
from dantoc_policy.values.period import Period

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale

_ROMAN = ("I", "II", "III", "IV")
_YEAR = r"(?:[12][0-9]{3})"
_OF_YEAR = rf"(?:\s*/\s*|,?\s+(?:của\s+)?năm\s+|\s+)(?P<year>{_YEAR})"
_HALF = 6
_QUARTER = 3
_DECEMBER = 12
_ONE_DAY = timedelta(days=1)


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    # The year may be left out where the caller says which one it is.
    optional = rf"(?:{_OF_YEAR})?"
    forms = {
        "years": rf"(?:giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ|(?:từ\s+)?năm)\s+(?P<first>{_YEAR})"
        rf"\s*(?:[-–—]|đến(?:\s+năm)?)\s*(?P<last>{_YEAR})",
        "first_months": rf"0?(?P<months>[369])\s+tháng\s+đầu(?:\s+năm)?{optional}",
        "last_months": rf"0?(?P<months>[369])\s+tháng\s+cuối(?:\s+năm)?{optional}",
        "quarter": rf"quý\s+(?P<quarter>I{{1,3}}|IV|[1-4]){optional}",
        "month": rf"tháng\s+(?P<month>[0-9]{{1,2}}){optional}",
        "until": rf"(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?(?P<last>{_YEAR})",
        "since": rf"(?:từ|kể\s+từ)\s+năm\s+(?P<first>{_YEAR})(?:\s+đến\s+nay|\s+trở\s+đi)?",
        "year": rf"(?:(?:cả|trong)\s+)?năm\s+(?P<year>{_YEAR})",
    }
    return {name: re.compile(form, re.IGNORECASE) for name, form in forms.items()}


def parse_period(text: str, *, year: int | None = None) -> Period:
    """Read a period of whole years, quarters or months; `year` is that of a text without one.

    "Đến năm 2030" and "đến hết năm 2030" both end with that year, "nhiệm kỳ 2020 - 2025" stands
    for the calendar years that it names.

    Raises:
        InputError: `period.unreadable`, or `period.no_year`.

    >>> str(parse_period("6 tháng đầu năm 2024")), str(parse_period("quý I/2025"))
    ('2024-01-01..2024-06-30', '2025-01-01..2025-03-31')
    >>> str(parse_period("06 tháng cuối năm", year=2024))
    '2024-07-01..2024-12-31'
    >>> str(parse_period("giai đoạn 2021 - 2025")), str(parse_period("đến hết năm 2025"))
    ('2021-01-01..2025-12-31', '..2025-12-31')
    """
    clean = " ".join(Composed.of(text[:200]).text.split())
    for name, form in _forms().items():
        if match := form.fullmatch(clean):
            found = _period(name, match, year)
            if found is not None:
                return found
            break
    raise InputError.of(
        "period.unreadable",
        vi=f"không đọc được “{clean}” như một khoảng thời gian.",
        en=f"“{clean}” cannot be read as a period.",
        mend_vi="Ghi như “giai đoạn 2021 - 2025”, “quý I/2025” hoặc “6 tháng đầu năm 2024”.",
        mend_en="Write it as “giai đoạn 2021 - 2025”, “quý I/2025”, “6 tháng đầu năm 2024”.",
    )


def format_period(period: Period, locale: Locale = "vi") -> str:
    """Write a period as documents do where it is a month, quarter, half year or some years.

    >>> format_period(Period.parse("2024-01..2024-06")), format_period(Period.parse("2021..2025"))
    ('06 tháng đầu năm 2024', 'giai đoạn 2021 - 2025')
    >>> format_period(Period.parse("2025-01..2025-03")), format_period(Period.parse("2024-02"))
    ('quý I/2025', 'tháng 02/2024')
    """
    start, end = period.start, period.end
    whole = start and end and start.day == 1 and (end + _ONE_DAY).day == 1
    if locale != "vi" or not (start and end and whole):
        return period.text(locale)
    months = (end.year - start.year) * _DECEMBER + end.month - start.month + 1
    if months == 1:
        return f"tháng {padded_month(start.month)}/{start.year}"
    if months == _QUARTER and start.month % _QUARTER == 1:
        return f"quý {_ROMAN[start.month // _QUARTER]}/{start.year}"
    if months == _HALF and start.month in (1, 7):
        return f"06 tháng {'đầu' if start.month == 1 else 'cuối'} năm {start.year}"
    if months == _DECEMBER and start.month == 1:
        return f"năm {start.year}"
    if not months % _DECEMBER and start.month == 1:
        return f"giai đoạn {start.year} - {end.year}"
    return period.text(locale)


def _period(name: str, match: re.Match[str], context: int | None) -> Period | None:
    """Build the period of one form, or None where there is none."""
    if name in ("years", "until", "since"):
        first = match["first"] if name != "until" else None
        last = match["last"] if name != "since" else None
        if first and last and int(last) < int(first):
            return None
        return Period(
            date(int(first), 1, 1) if first else None, date(int(last), 12, 31) if last else None
        )
    year = int(match["year"]) if match["year"] else context
    if year is None:
        raise InputError.of(
            "period.no_year",
            vi=f"“{match[0]}” không có năm.",
            en=f"“{match[0]}” names no year.",
            mend_vi="Cho biết năm: year=2024.",
            mend_en="Say which year is meant: year=2024.",
        )
    if name == "year":
        return Period.year(year)
    if name == "month":
        month = int(match["month"])
        return _months(year, month, month) if 1 <= month <= _DECEMBER else None
    if name == "quarter":
        written = match["quarter"].upper()
        last = (_ROMAN.index(written) + 1 if written in _ROMAN else int(written)) * _QUARTER
        return _months(year, last - _QUARTER + 1, last)
    count = int(match["months"])
    if name == "first_months":
        return _months(year, 1, count)
    return _months(year, _DECEMBER + 1 - count, _DECEMBER)


def _months(year: int, first: int, last: int) -> Period:
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
