"""What period a periodic report of administrative bodies covers, and the budget year.

The windows are those of Decree 09/2019/NĐ-CP; they explain why plans ask for yearly reports on
15 December: the data of the year close on 14 December.
"""

# pyright: reportUnnecessaryIsInstance=false
# Callers without a type checker get a clear error, too.

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from dantoc_policy.errors import InputError
from dantoc_policy.values.legal_basis import LegalBasis
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale

ReportKind = Literal["month", "quarter", "first_half", "second_half", "nine_months", "year"]

# The number of the article is from memory.
_DECREE = LegalBasis("09/2019/NĐ-CP", None, verified=True)
_OPENS, _CLOSES = 15, 14
_ROMAN = ("I", "II", "III", "IV")
_MONTHS_OF_QUARTER = 3
# First month (of the year before where 0 or less) and last month of the window.
_WHOLE: dict[ReportKind, tuple[int, int, Text]] = {
    "first_half": (0, 6, Text("06 tháng đầu năm", "first half of")),
    "second_half": (6, 12, Text("06 tháng cuối năm", "second half of")),
    "nine_months": (0, 9, Text("09 tháng đầu năm", "first nine months of")),
    "year": (0, 12, Text("năm", "year")),
}


@frozen(kw_only=True)
class ReportingWindow:
    """The days whose data go into a report; the data close on the last of them.

    >>> print(reporting_window("year", 2024))
    báo cáo năm 2024: số liệu từ 15/12/2023 đến 14/12/2024
    """

    name: Text
    period: Period
    basis: LegalBasis
    source: str
    verified: bool

    def text(self, locale: Locale = "vi") -> str:
        """Write the report and its window."""
        word, data = ("báo cáo", "số liệu") if locale == "vi" else ("report,", "data")
        return f"{word} {self.name.get(locale)}: {data} {self.period.text(locale)}"

    def __str__(self) -> str:
        return self.text("vi")


def reporting_window(kind: ReportKind, year: int, number: int | None = None) -> ReportingWindow:
    """Give the window of a report; `number` is the month (1 to 12) or the quarter (1 to 4).

    Raises:
        InputError: `report.unknown`.

    >>> reporting_window("month", 2024, 1).period.text("en")
    'from 15 December 2023 to 14 January 2024'
    >>> reporting_window("quarter", 2024, 2).period.text()
    'từ 15/3/2024 đến 14/6/2024'
    >>> reporting_window("nine_months", 2024).verified
    False
    """
    numbers = {"month": 12, "quarter": len(_ROMAN)}.get(kind)
    named = number is not None and type(number) is int and numbers and 1 <= number <= numbers
    in_calendar = type(year) is int and 1 < year <= date.max.year
    if not in_calendar or not (named or (kind in _WHOLE and number is None)):
        raise InputError.of(
            "report.unknown",
            vi=f"không có kỳ báo cáo {kind} {number or ''} năm {year}.",
            en=f"there is no report {kind} {number or ''} of {year}.",
            mend_vi="Cho month với 1-12, quarter với 1-4, hoặc first_half, second_half,"
            " nine_months, year.",
            mend_en="Give month with 1-12, quarter with 1-4, or first_half, second_half,"
            " nine_months, year.",
        )
    if kind == "month" and number:
        first, last = number - 1, number
        name = Text(f"tháng {number}/{year}", f"month {number}/{year}")
    elif kind == "quarter" and number:
        last = number * _MONTHS_OF_QUARTER
        first = last - _MONTHS_OF_QUARTER
        roman = _ROMAN[number - 1]
        name = Text(f"quý {roman}/{year}", f"quarter {roman}/{year}")
    else:
        first, last, words = _WHOLE[kind]
        name = Text(f"{words.vi} {year}", f"{words.en} {year}")
    start = date(year, first, _OPENS) if first else date(year - 1, 12, _OPENS)
    return ReportingWindow(
        name=name,
        period=Period(start, date(year, last, _CLOSES)),
        basis=_DECREE,
        source="memory" if kind == "nine_months" else "calendar/nhnn09",
        verified=kind != "nine_months",
    )


@frozen
class BudgetYear:
    """A budget year and the days after it on which its money may still move; all from memory.

    >>> BudgetYear(2024).investment_disbursed_until
    datetime.date(2025, 1, 31)
    """

    year: int
    verified: bool = False

    @property
    def period(self) -> Period:
        """The days of the budget year: the calendar year (Law on the State Budget)."""
        return Period.year(self.year)

    @property
    def accounts_adjusted_until(self) -> date:
        """The last day on which the accounts of the year are adjusted."""
        return date(self.year + 1, 1, 31)

    @property
    def investment_disbursed_until(self) -> date:
        """The last day of disbursing the public investment plan of the year (58/2024/QH15)."""
        return date(self.year + 1, 1, 31)

    @property
    def carried_over_until(self) -> date:
        """The last day to which investment of the year may be carried over."""
        return date(self.year + 2, 1, 1) - timedelta(days=1)
