"""What a report covers, and when its data close."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.values.deadline import Deadline
from dantoc_policy.values.period import Period
from dantoc_policy.values.reporting import BudgetYear, reporting_window


@pytest.mark.parametrize(
    ("kind", "number", "start", "end"),
    [
        ("month", 1, date(2023, 12, 15), date(2024, 1, 14)),
        ("month", 3, date(2024, 2, 15), date(2024, 3, 14)),
        ("month", 12, date(2024, 11, 15), date(2024, 12, 14)),
        ("quarter", 1, date(2023, 12, 15), date(2024, 3, 14)),
        ("quarter", 2, date(2024, 3, 15), date(2024, 6, 14)),
        ("quarter", 4, date(2024, 9, 15), date(2024, 12, 14)),
        ("first_half", None, date(2023, 12, 15), date(2024, 6, 14)),
        ("second_half", None, date(2024, 6, 15), date(2024, 12, 14)),
        ("nine_months", None, date(2023, 12, 15), date(2024, 9, 14)),
        ("year", None, date(2023, 12, 15), date(2024, 12, 14)),
    ],
)
def test_windows(kind, number, start, end):
    found = reporting_window(kind, 2024, number)
    assert found.period == Period(start, end)
    assert found.basis.document == "09/2019/NĐ-CP"
    assert found.verified is (kind != "nine_months")
    assert (found.source == "memory") is not found.verified


def test_windows_follow_one_another():
    months = [reporting_window("month", 2024, number).period for number in range(1, 13)]
    for earlier, later in pairwise(months):
        assert later.start - earlier.end == timedelta(days=1)
    quarters = [reporting_window("quarter", 2024, number).period for number in range(1, 5)]
    year = reporting_window("year", 2024).period
    assert (quarters[0].start, quarters[-1].end) == (year.start, year.end)
    halves = [reporting_window(kind, 2024).period for kind in ("first_half", "second_half")]
    assert halves[1].start - halves[0].end == timedelta(days=1)


def test_the_yearly_report_is_due_when_its_data_are_closed():
    (due,) = Deadline.parse("định kỳ ngày 15/12 (hàng năm)").occurrences(Period.year(2024))
    assert due.day - reporting_window("year", 2024).period.end == timedelta(days=1)


def test_words():
    window = reporting_window("quarter", 2024, 4)
    assert str(window) == "báo cáo quý IV/2024: số liệu từ 15/9/2024 đến 14/12/2024"
    assert (
        reporting_window("first_half", 2024)
        .text("en")
        .startswith("report, first half of 2024: data from 15 December 2023")
    )


@pytest.mark.parametrize(
    ("kind", "year", "number"),
    [
        ("month", 2024, None),
        ("month", 2024, 13),
        ("month", 2024, 0),
        ("quarter", 2024, 5),
        ("year", 2024, 1),
        ("week", 2024, 1),
        ("year", 1, None),
    ],
)
def test_no_such_report(kind, year, number):
    with pytest.raises(InputError, match=r"report\.unknown"):
        reporting_window(kind, year, number)


def test_the_budget_year_is_from_memory():
    budget = BudgetYear(2024)
    assert not budget.verified
    assert budget.period == Period.year(2024)
    assert budget.accounts_adjusted_until == date(2025, 1, 31)
    assert budget.investment_disbursed_until == date(2025, 1, 31)
    assert budget.carried_over_until == date(2025, 12, 31)
