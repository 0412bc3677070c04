"""Counting a time limit step by step, each with its clause of the Civil Code."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dantoc_policy.errors import Problem
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.day_status import DayStatus, day_status, working_week
from dantoc_policy.values.legal_basis import LegalBasis
from dantoc_policy.values.limit_end import LimitEnd, LimitStep
from dantoc_policy.values.text import Text
from dantoc_policy.values.working_days import calendar_doubt, step_working_days

if TYPE_CHECKING:
    from dantoc_policy.values.time_limits import TimeLimit

_CODE = "91/2015/QH13"
_HOLIDAYS = LegalBasis("45/2019/QH14", 112, 1)
_IN_FORCE = date(2017, 1, 1)
_DAYS_OF_HALF_MONTH = 15
_MONTHS_OF_HALF_YEAR = 6


def count_limit(limit: TimeLimit, start: date, *, event: bool, roll: bool) -> LimitEnd:
    """Count days and longer units from a day; see `TimeLimit.ends`."""
    first_day = start + timedelta(days=1)
    steps = [_beginning(start, first_day, event=event)]
    problems = [_older_law()] if start < _IN_FORCE else []
    passed: tuple[DayStatus, ...] = ()
    if limit.unit == "working_day":
        last_day, passed = step_working_days(start, limit.count)
        steps += _working_steps(last_day)
        end = last_day
    else:
        last_day, counted, analogies = _last_day(limit, start)
        steps += counted
        problems += analogies
        end = last_day
        if roll:
            status = day_status(last_day)
            passed = (status,)
            if not status.working:
                end, further = step_working_days(last_day, 1)
                passed = (status, *further)
                steps.append(_moved(status, end))
    steps.append(_at_midnight(end))
    doubt = calendar_doubt(passed)
    return LimitEnd(
        limit=Text(limit.text("vi"), limit.text("en")),
        basis=limit.basis,
        start=start,
        first_day=first_day,
        last_day=last_day,
        end=end,
        steps=tuple(steps),
        problems=(*problems, *([doubt] if doubt else [])),
    )


def _code(article: int, clause: int, *, verified: bool = True) -> LegalBasis:
    return LegalBasis(_CODE, article, clause, verified)


def _step(basis: LegalBasis, vi: str, en: str, *days: date) -> LimitStep:
    """Build a step; the days are filled into both texts."""
    written = [[format_date(day, locale) for day in days] for locale in ("vi", "en")]
    return LimitStep(Text(vi.format(*written[0]), en.format(*written[1])), basis)


def _beginning(start: date, first_day: date, *, event: bool) -> LimitStep:
    if event:
        return _step(
            _code(147, 3),
            "không tính ngày xảy ra sự kiện {}, tính từ ngày {}",
            "the day of the event, {}, is not counted; counting starts on {}",
            start,
            first_day,
        )
    return _step(
        _code(147, 2),
        "không tính ngày đầu tiên {}, tính từ ngày {}",
        "the first day, {}, is not counted; counting starts on {}",
        start,
        first_day,
    )


def _working_steps(last_day: date) -> list[LimitStep]:
    return [
        _step(
            working_week(),
            "chỉ tính ngày làm việc: thứ Hai đến thứ Sáu và ngày làm bù",
            "only working days count: Monday to Friday and days made up for",
        ),
        _step(
            _HOLIDAYS,
            "trừ ngày nghỉ lễ, tết và ngày nghỉ bù; ngày cuối cùng là {}",
            "less public holidays and days off instead of them; the last day is {}",
            last_day,
        ),
    ]


def _last_day(limit: TimeLimit, start: date) -> tuple[date, list[LimitStep], list[Problem]]:
    """Give the last day by counting alone, how it is found, and what is only by analogy."""
    from dateutil.relativedelta import relativedelta

    if limit.unit in ("day", "half_month"):
        days = limit.count if limit.unit == "day" else _DAYS_OF_HALF_MONTH
        last = start + timedelta(days=days)
        steps = [_step(_code(148, 1), "ngày cuối cùng là {}", "the last day is {}", last)]
        return _with_half(limit, last, steps)
    if limit.unit == "week":
        last = start + timedelta(weeks=limit.count)
        step = _step(
            _code(148, 2),
            "ngày tương ứng của tuần cuối cùng là {}",
            "the corresponding day of the last week is {}",
            last,
        )
        return last, [step], []
    if limit.unit == "year":
        last = start + relativedelta(years=limit.count)
        step = _step(
            _code(148, 4),
            "ngày, tháng tương ứng của năm cuối cùng là {}",
            "the corresponding day and month of the last year is {}",
            last,
        )
        short = last.day != start.day
        return last, [step], [_analogy(Text("29/02", "29 February"))] if short else []
    months = limit.count if limit.unit == "month" else _MONTHS_OF_HALF_YEAR
    last = start + relativedelta(months=months)
    vi, en = (
        (
            "ngày tương ứng của tháng cuối cùng là {}",
            "the corresponding day of the last month is {}",
        )
        if last.day == start.day
        else (
            "tháng cuối cùng không có ngày tương ứng, nên kết thúc vào ngày cuối tháng {}",
            "the last month has no corresponding day, so it ends on its last day, {}",
        )
    )
    return _with_half(limit, last, [_step(_code(148, 3), vi, en, last)])


def _with_half(
    limit: TimeLimit, last: date, steps: list[LimitStep]
) -> tuple[date, list[LimitStep], list[Problem]]:
    """Say what half a month or half a year is; the Code says it of interrupted time only."""
    if limit.unit == "half_month":
        half = _step(_code(146, 1), "nửa tháng là 15 ngày", "half a month is 15 days")
    elif limit.unit == "half_year":
        half = _step(_code(146, 1), "nửa năm là 06 tháng", "half a year is 6 months")
    else:
        return last, steps, []
    return last, [half, *steps], [_analogy(Text(limit.text("vi"), limit.text("en")))]


def _analogy(what: Text) -> Problem:
    return Problem(
        code="time_limit.by_analogy",
        severity="note",
        vi=f"“{what.vi}”: bộ luật không quy định rõ cho trường hợp này, áp dụng tương tự.",
        en=f"“{what.en}”: the Code does not plainly rule on this case; it is applied by analogy.",
    )


def _older_law() -> Problem:
    return Problem(
        code="time_limit.older_law",
        severity="note",
        vi="trước ngày 01/01/2017 Bộ luật Dân sự 2015 chưa có hiệu lực.",
        en="before 1 January 2017 the Civil Code of 2015 was not in force.",
    )


def _moved(status: DayStatus, end: date) -> LimitStep:
    return LimitStep(
        Text(
            f"{format_date(status.day)} là ngày nghỉ ({status.reason.vi}), nên kết thúc vào ngày"
            f" làm việc tiếp theo {format_date(end)}",
            f"{format_date(status.day, 'en')} is a day off ({status.reason.en}), so it ends on the"
            f" next working day, {format_date(end, 'en')}",
        ),
        _code(148, 5),
    )


def _at_midnight(end: date) -> LimitStep:
    # The number of the clause was seen in the parallel text of 2005 only.
    return _step(
        _code(148, 6, verified=False),
        "kết thúc lúc 24 giờ ngày {}",
        "it ends at 24:00 of {}",
        end,
    )
