"""Working days are those of the official calendar, and what is only expected says so."""

import sys
import warnings
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dantoc_policy.errors import InputError, MissingExtraError, PolicyWarning
from dantoc_policy.values import day_status as calendar
from dantoc_policy.values.day_status import day_status, working_week
from dantoc_policy.values.working_days import (
    add_working_days,
    calendar_doubt,
    is_working_day,
    next_working_day,
    step_working_days,
    working_days_between,
)

DAYS = st.dates(date(2001, 1, 1), date(2098, 12, 31))


@pytest.fixture
def unwarned():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PolicyWarning)
        yield


def days(first, last):
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 2, 13), 5, date(2026, 2, 27)),
        (date(2025, 8, 29), 2, date(2025, 9, 4)),
        (date(2025, 12, 31), 3, date(2026, 1, 7)),
        (date(2026, 1, 7), -3, date(2025, 12, 31)),
        (date(2025, 4, 25), 1, date(2025, 4, 26)),
        (date(2025, 4, 26), 0, date(2025, 4, 26)),
        (date(2026, 2, 14), 0, date(2026, 2, 14)),
    ],
)
def test_adding(start, count, end):
    assert add_working_days(start, count) == end


def test_a_day_off_that_no_act_confirms_is_warned_of():
    with pytest.warns(PolicyWarning, match=r"calendar\.unverified.*24 November 2026"):
        assert add_working_days(date(2026, 11, 20), 3) == date(2026, 11, 26)


def test_next():
    assert next_working_day(date(2026, 2, 13)) == date(2026, 2, 23)
    assert next_working_day(date(2025, 4, 25)) == date(2025, 4, 26)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 1, 1), date(2026, 1, 4)),
        (date(2026, 2, 14), date(2026, 2, 22)),
        (date(2026, 4, 25), date(2026, 4, 27)),
        (date(2026, 4, 30), date(2026, 5, 3)),
        (date(2026, 8, 29), date(2026, 9, 2)),
    ],
)
def test_the_official_days_off_of_2026(first, last):
    assert not any(is_working_day(day) for day in days(first, last))
    assert day_status(first - timedelta(days=1)).working
    assert day_status(last + timedelta(days=1)).working


@pytest.mark.parametrize(
    ("off", "made_up"),
    [
        (date(2018, 12, 31), date(2019, 1, 5)),
        (date(2024, 4, 29), date(2024, 5, 4)),
        (date(2025, 5, 2), date(2025, 4, 26)),
        (date(2026, 1, 2), date(2026, 1, 10)),
        (date(2026, 8, 31), date(2026, 8, 22)),
    ],
)
def test_swaps(off, made_up):
    assert not is_working_day(off)
    assert is_working_day(made_up)
    assert (day_status(off).kind, day_status(made_up).kind) == ("day_off", "made_up")
    assert made_up.weekday() == 5


def test_the_swap_that_the_package_lacks():
    holidays = pytest.importorskip("holidays")
    packaged = holidays.country_holidays("VN", years=2026, language="vi")
    if packaged.is_working_day(date(2026, 1, 2)):
        assert packaged.get_nth_working_day(date(2025, 12, 31), 3) == date(2026, 1, 6)
    assert day_status(date(2026, 1, 2)).source == "places_bodies/vpcp12729"


@pytest.mark.parametrize(
    "tet",
    [date(2007, 2, 17), date(2025, 1, 29), date(2026, 2, 17), date(2030, 2, 2)],
)
def test_tet_follows_the_vietnamese_calendar(tet):
    assert day_status(tet).reason.vi == "Tết Nguyên Đán"


@pytest.mark.parametrize(
    "day",
    [
        date(2024, 4, 18),
        date(2025, 4, 7),
        date(2026, 4, 26),
        date(2027, 4, 16),
        date(2028, 4, 4),
        date(2029, 4, 23),
        date(2030, 4, 12),
    ],
)
def test_commemoration_of_the_hung_kings(day):
    assert day_status(day).reason.vi == "Ngày Giỗ Tổ Hùng Vương"


@pytest.mark.parametrize(
    ("day", "verified"),
    [
        (date(2009, 12, 31), False),
        (date(2010, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2026, 11, 23), True),
        (date(2026, 11, 24), False),
        (date(2027, 1, 1), False),
        (date(2030, 6, 12), False),
    ],
)
def test_what_is_known(day, verified):
    assert day_status(day).verified is verified
    assert (calendar_doubt([day_status(day)]) is None) is verified


@pytest.mark.parametrize(
    "ask",
    [
        lambda: is_working_day(date(2027, 6, 16)),
        lambda: next_working_day(date(2026, 12, 31)),
        lambda: add_working_days(date(2027, 1, 4), -2),
        lambda: working_days_between(date(2026, 12, 30), date(2027, 1, 5)),
    ],
)
def test_an_estimate_is_never_silent(ask):
    with pytest.warns(PolicyWarning, match=r"calendar\.unverified.*2027") as caught:
        ask()
    assert caught[0].filename == __file__


def test_a_doubt_names_years_as_runs():
    doubt = calendar_doubt(
        [day_status(date(year, 6, 15)) for year in (2009, 2026, 2027, 2028, 2029)]
        + [day_status(date(2026, 11, 24))]
    )
    assert doubt.en == "the official calendar is not confirmed: 2009, 2027-2029, 24 November 2026."


def test_counting():
    assert working_days_between(date(2025, 12, 31), date(2026, 1, 7)) == 3
    assert working_days_between(date(2026, 1, 7), date(2025, 12, 31)) == -3
    assert working_days_between(date(2026, 2, 13), date(2026, 2, 13)) == 0
    assert working_days_between(date(2026, 2, 13), date(2026, 2, 22)) == 0


@pytest.mark.usefixtures("unwarned")
@settings(deadline=None)  # the first day of a year loads its calendar
@given(DAYS, st.integers(-250, 250))
def test_counting_is_the_reverse_of_adding(day, count):
    end = add_working_days(day, count)
    assert working_days_between(day, end) == count
    assert count == 0 or day_status(end).working
    if day_status(day).working:
        assert add_working_days(end, -count) == day


@pytest.mark.usefixtures("unwarned")
@settings(deadline=None)  # the first day of a year loads its calendar
@given(DAYS)
def test_adding_one_is_the_next(day):
    after = next_working_day(day)
    assert day < after
    assert not any(day_status(between).working for between in days(day, after)[1:-1])


@pytest.mark.usefixtures("unwarned")
@settings(deadline=None)  # the first day of a year loads its calendar
@given(DAYS, st.integers(0, 40), st.integers(0, 40))
def test_adding_adds_up(day, one, other):
    assert add_working_days(add_working_days(day, one), other) == add_working_days(day, one + other)


def test_the_days_passed_are_given():
    end, passed = step_working_days(date(2026, 2, 13), 1)
    assert [status.day for status in passed] == days(date(2026, 2, 14), end)


def test_words():
    assert str(day_status(date(2026, 1, 10))) == (
        "Thứ Bảy, ngày 10/01/2026: ngày làm bù cho ngày 02/01/2026"
    )
    assert day_status(date(2026, 1, 2)).text("en") == (
        "Friday, 2 January 2026: off, made up for on 10 January 2026"
    )
    assert day_status(date(2026, 11, 24)).text() == (
        "Thứ Ba, ngày 24/11/2026: Ngày Văn hóa Việt Nam (chưa chắc chắn)"
    )
    assert day_status(date(2026, 2, 14)).reason.en == "weekly day off"
    assert day_status(date(2026, 2, 13)).reason.vi == "ngày làm việc"
    assert working_week().text("en") == "Article 1, Decision 188/1999/QĐ-TTg"


@pytest.mark.parametrize("day", [date(1999, 12, 31), date(2100, 1, 1)])
def test_out_of_range(day):
    with pytest.raises(InputError) as caught:
        day_status(day)
    assert caught.value.code == "calendar.out_of_range"


def test_the_edges_of_the_calendar():
    assert day_status(date(2000, 1, 1)).kind == "day_off"
    assert day_status(date(2099, 12, 31)).kind == "weekday"
    with pytest.raises(InputError, match=r"calendar\.out_of_range"):
        add_working_days(date(2099, 12, 31), 1)


@pytest.mark.parametrize(
    "ask",
    [
        is_working_day,
        lambda moment: add_working_days(moment, 0),
        lambda moment: working_days_between(moment, moment),
    ],
)
def test_a_moment_is_no_day(ask):
    with pytest.raises(InputError, match=r"date\.not_a_day"):
        ask(datetime(2026, 2, 13, 8))  # noqa: DTZ001 a moment without a zone is what is refused


def test_without_the_package(monkeypatch):
    calendar._special_days.cache_clear()
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(MissingExtraError, match=r"dantoc-policy\[calendar\]"):
        is_working_day(date(2026, 2, 13))
