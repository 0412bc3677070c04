"""Reading deadlines: a whole text, or all that stand in a longer one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dantoc_policy.errors import InputError
from dantoc_policy.values.composed import Composed
from dantoc_policy.values.deadline import Deadline
from dantoc_policy.values.deadline_words import LAST, MONTHS_OF_QUARTER, spread
from dantoc_policy.values.text_argument import check_text

if TYPE_CHECKING:
    from dantoc_policy.values.deadline import Every
    from dantoc_policy.values.deadline_words import Days

_AGAIN = r"(?:hằng|hàng|mỗi|các)"
_LEAD = (
    r"(?:(?:trước|chậm\s+nhất|muộn\s+nhất|không\s+quá|đến\s+hết|đến|vào|trong|định\s+kỳ"
    r"|hạn\s+cuối|là)\s+){0,4}"
)
_OF_YEAR = r"(?:(?:\s?/\s?|\s+năm\s+)[0-9]{4}(?![0-9]))?"
_DAY_AND_MONTH = r"[0-9]{1,2}(?:\s?/\s?|\s+tháng\s+)[0-9]{1,2}(?![0-9])"
_LAST_OF_MONTH = r"ngày\s+cuối(?:\s+cùng)?(?:\s+của)?\s+tháng\s+[0-9]{1,2}(?![0-9])"
_DAY, _LAST_OF = _DAY_AND_MONTH + _OF_YEAR, _LAST_OF_MONTH + _OF_YEAR
_ONE = rf"(?:(?:ngày\s+)?{_DAY}|{_LAST_OF})"
_WHEN = r"(?:ngày\s+(?P<{0}>[0-9]{{1,2}})|(?P<{0}_last>ngày\s+cuối(?:\s+cùng)?|cuối))"
_YEARLY = (
    rf"(?P<days>{_ONE}(?:\s*(?:[,;]|và)\s*{_ONE})*)"
    rf"(?:[\s,(]+(?:của\s+)?(?P<yearly>{_AGAIN}\s+năm)\)?)?"
)
_QUARTERLY = (
    _WHEN.format("quarter_day") + r"\s+(?:của\s+)?"
    r"(?:tháng\s+(?P<which>đầu(?:\s+tiên)?|giữa|thứ\s+hai|cuối(?:\s+cùng)?|thứ\s+ba)\s+(?:của\s+)?)?"
    rf"(?:{_AGAIN}\s+)?quý(?:\s+(?:sau|tiếp\s+theo|báo\s+cáo))?"
    rf"(?:[\s,(]+{_AGAIN}\s+quý\)?)?"
)
_MONTHLY = (
    _WHEN.format("month_day") + rf"\s+(?:của\s+)?(?:tháng[\s,(]+)?(?P<monthly>{_AGAIN}\s+tháng)\)?"
)
_OF_MONTH = (
    r"tháng\s+(?P<month>[0-9]{1,2})(?![0-9])(?:(?:\s?/\s?|\s+năm\s+)(?P<month_year>[0-9]{4})(?![0-9])"
    rf"|[\s,(]+(?P<month_yearly>{_AGAIN}\s+năm)\)?)"
)
_HALF_YEARLY = r"(?:0?6|sáu)\s+tháng(?:\s+một\s+lần|\s?/\s?lần)"
# How often, and then which days of the year: "06 tháng một lần, ngày 15/6 và ngày 15/12 hằng năm".
_PLAIN = rf"(?:(?:ngày\s+)?{_DAY_AND_MONTH}|{_LAST_OF_MONTH})"
_OFTEN = (
    rf"(?:(?P<often_half>{_HALF_YEARLY})|{_AGAIN}\s+(?P<often>quý|tháng))[\s,(]+"
    rf"(?P<often_lead>{_LEAD})(?P<often_days>{_PLAIN}(?:\s*(?:[,;]|và)\s*{_PLAIN})*)"
    rf"[\s,(]+(?:của\s+)?{_AGAIN}\s+năm\)?"
)
_WHICH = {"đầu": "first", "giữa": "second", "thứ hai": "second", "cuối": "last", "thứ ba": "last"}
# What makes a day in a running text a deadline: an end, or that it comes again.
_END_WORDS = ("trước", "chậm", "muộn", "quá", "hết", "kỳ", "hạn")
_NO_DAY: dict[str, Every] = {"năm": "year", "quý": "quarter", "tháng": "month"}
_LONGEST = 300


@cache
def _form() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w/])(?:(?P<first>{_AGAIN}\s+năm)[\s,(]+)?(?P<lead>{_LEAD})"
        rf"(?:{_OFTEN}|{_QUARTERLY}|{_MONTHLY}|{_YEARLY}|{_OF_MONTH}"
        rf"|(?:{_AGAIN}\s+(?P<bare>năm|quý|tháng))|(?P<half>{_HALF_YEARLY}))\)?(?![\w/])",
        re.IGNORECASE,
    )


def read_deadline(text: str) -> Deadline:
    """Read a text that is one deadline; see `Deadline.parse`.

    >>> read_deadline("Hằng năm, trước ngày 30 tháng 11").before
    True
    """
    composed = Composed.of(check_text(text))
    clean = composed.text.strip(" \t\n.;:")
    match = _form().fullmatch(clean) if len(clean) <= _LONGEST else None
    found = None if match is None else _deadline(match, None)
    if found is None:
        shown = text.strip()[:100]
        raise InputError.of(
            "deadline.unreadable",
            vi=f"không đọc được “{shown}” như một thời hạn theo ngày, tháng.",
            en=f"“{shown}” cannot be read as a deadline.",
            mend_vi="Ghi như “trước ngày 15/12 hằng năm” hoặc “ngày 20 hằng tháng”.",
            mend_en="Write it as “trước ngày 15/12 hằng năm” or “ngày 20 hằng tháng”.",
        )
    return found


def find_deadlines(text: str) -> tuple[Deadline, ...]:
    """Find the deadlines of a text, in order, each with its place.

    A day counts where words say that it is an end ("trước", "chậm nhất", "định kỳ") or comes again.

    >>> text = "Định kỳ ngày 15/12 (hàng năm) gửi báo cáo, trước ngày 05/01/2026 gửi kế hoạch."
    >>> [found.text("en") for found in find_deadlines(text)]
    ['by 15 December each year', 'before 5 January 2026']
    """
    composed = Composed.of(check_text(text))
    found = []
    for match in _form().finditer(composed.text):
        told = any(word in match["lead"].casefold() for word in _END_WORDS)
        again = match["yearly"] or match["first"] or match["monthly"] or match["month_yearly"]
        again = again or match["often_days"]
        if not (told or again or match["quarter_day"] or match["quarter_day_last"]):
            continue
        try:
            deadline = _deadline(match, composed.span(*match.span()))
        except InputError:
            continue
        if deadline is not None:
            found.append(deadline)
    return tuple(found)


def _deadline(match: re.Match[str], span: tuple[int, int] | None) -> Deadline | None:
    before = "trước" in (match["lead"] + (match["often_lead"] or "")).casefold()
    if match["often_days"]:
        often: Every = _NO_DAY[match["often"].casefold()] if match["often"] else "half_year"
        days, _ = _days_and_years(match["often_days"])
        return Deadline(every=often, days=days, before=before, span=span)
    if match["bare"] or match["half"]:
        every: Every = _NO_DAY[match["bare"].casefold()] if match["bare"] else "half_year"
        return None if before else Deadline(every=every, span=span)
    if match["days"]:
        return _of_days(match, before=before, span=span)
    if match["month"]:
        # "trước tháng 12" ends with November, "trong tháng 12" with December.
        days = ((int(match["month"]), 1 if before else LAST),)
        year = match["month_year"]
        if year:
            return Deadline(every="once", year=int(year), days=days, before=before, span=span)
        return Deadline(every="year", days=days, before=before, span=span)
    if match["monthly"]:
        day = int(match["month_day"] or LAST)
        return _regular("month", day, range(1, 13), before=before, span=span)
    which = " ".join((match["which"] or "").casefold().split()).removesuffix(" tiên")
    if not which and match["quarter_day"]:
        return None  # a day of a quarter without its month
    months = MONTHS_OF_QUARTER[_WHICH[which.removesuffix(" cùng") or "cuối"]]
    return _regular("quarter", int(match["quarter_day"] or LAST), months, before=before, span=span)


def _regular(
    every: Every,
    day: int,
    months: range | tuple[int, ...],
    *,
    before: bool,
    span: tuple[int, int] | None,
) -> Deadline | None:
    if not (day == LAST or 1 <= day <= 31):  # noqa: PLR2004
        return None
    return Deadline(every=every, days=spread(day, months), before=before, span=span)


def _of_days(
    match: re.Match[str], *, before: bool, span: tuple[int, int] | None
) -> Deadline | None:
    """Read a list of days; one year, at the last day or at all of them, makes it come once."""
    listed, years = _days_and_years(match["days"])
    again = bool(match["yearly"] or match["first"])
    if not years:
        # "Định kỳ" says that it comes again, too.
        stated = again or "định" in match["lead"].casefold()
        return Deadline(every="year", days=listed, before=before, stated=stated, span=span)
    if again or len(set(years)) > 1:
        return None
    return Deadline(every="once", year=int(years[0]), days=listed, before=before, span=span)


def _days_and_years(text: str) -> tuple[Days, list[str]]:
    """Read the days of a list, in order, and the years that are written with them."""
    days: list[tuple[int, int]] = []
    years: list[str] = []
    for one in re.finditer(rf"{_LAST_OF}|{_DAY}", text, re.IGNORECASE):
        numbers = re.findall(r"[0-9]+", one[0])
        if "cuối" in one[0].casefold():
            numbers.insert(0, str(LAST))
        days.append((int(numbers[1]), int(numbers[0])))
        years += numbers[2:]
    return tuple(sorted(set(days))), years
