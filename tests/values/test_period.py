"""A period is closed on both of its days."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import DefinitionError, InputError
from dantoc_policy.values.period import Period

# Far enough from the ends of the calendar for a day more or less.
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
OPEN_DAYS = st.none() | DAYS


@st.composite
def periods(draw):
    start, end = draw(OPEN_DAYS), draw(OPEN_DAYS)
    if start is not None and end is not None:
        start, end = sorted((start, end))
    return Period(start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-01", date(2021, 1, 1), date(2021, 1, 31)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021-06-04", date(2021, 6, 4), date(2021, 6, 4)),
        ("2021..2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("2021-06..2022", date(2021, 6, 1), date(2022, 12, 31)),
        ("2021-01-01..2025-12-31", date(2021, 1, 1), date(2025, 12, 31)),
        ("2021-06-04..", date(2021, 6, 4), None),
        ("..2020-12-31", None, date(2020, 12, 31)),
        ("..", None, None),
        (" 2021 ", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_parse(text, start, end):
    assert Period.parse(text) == Period(start, end)


@pytest.mark.parametrize(
    "text",
    ["", "21", "2021-1", "2021-13", "2021-02-30", "2021-2025", "0000", "2021..abc", "abc..2021",
     "2021...2025", "2021..2022..2023", "04/6/2021", "2021..2021-13"],
)  # fmt: skip
def test_parse_refuses(text):
    with pytest.raises(InputError) as caught:
        Period.parse(text)
    assert caught.value.code == "period.unreadable"


@given(periods())
def test_str_is_read_again(period):
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    "make", [lambda: Period(date(2021, 1, 2), date(2021, 1, 1)), lambda: Period.parse("2025..2021")]
)
def test_reversed(make):
    with pytest.raises(DefinitionError) as caught:
        make()
    assert caught.value.code == "period.reversed"


def test_a_moment_is_refused():
    with pytest.raises(InputError, match=r"date\.not_a_day"):
        Period(datetime(2021, 1, 1), None)  # noqa: DTZ001
    with pytest.raises(InputError, match=r"date\.not_a_day"):
        Period.year(2021).contains(datetime(2021, 1, 1))  # noqa: DTZ001


def test_both_ends_are_in():
    period = Period.parse("2021..2025")
    assert [
        period.contains(day)
        for day in (
            date(2020, 12, 31),
            date(2021, 1, 1),
            date(2025, 12, 31),
            date(2026, 1, 1),
        )
    ] == [False, True, True, False]
    assert date(2021, 1, 1) in period


def test_year_and_days():
    assert Period.year(2021) == Period.parse("2021")
    assert Period.year(2021).days == 365
    assert Period.year(2024).days == 366
    assert Period.parse("2021-06-04").days == 1
    assert Period.parse("2021..").days is Period.parse("..2021").days is None


def test_neighbours_precede_and_do_not_overlap():
    earlier, later = Period.year(2021), Period.year(2022)
    assert earlier.precedes(later)
    assert not later.precedes(earlier)
    assert not earlier.overlaps(later)
    assert earlier.intersection(later) is None


def test_one_shared_day_is_an_overlap():
    earlier, later = Period.year(2021), Period.parse("2021-12-31..2022")
    assert not earlier.precedes(later)
    assert earlier.overlaps(later)
    assert earlier.intersection(later) == Period.parse("2021-12-31")


@given(periods(), periods(), DAYS)
def test_intersection_holds_the_days_of_both(a, b, day):
    both = a.intersection(b)
    assert (both is not None and day in both) is (day in a and day in b)
    assert both == b.intersection(a)
    assert a.overlaps(b) is b.overlaps(a) is (both is not None)


@given(periods(), periods())
def test_exactly_one_of_before_overlap_after(a, b):
    assert [a.precedes(b), a.overlaps(b), b.precedes(a)].count(True) == 1


@given(periods())
def test_days_counts_what_it_contains(period):
    if period.days is None:
        return
    assert period.start + timedelta(days=period.days - 1) == period.end


@pytest.mark.parametrize(
    ("text", "step", "shifted"),
    [
        ("2021..2025", {"years": 5}, "2026..2030"),
        ("2021-02", {"months": 1}, "2021-03"),
        ("2021-01", {"months": 1}, "2021-02"),
        ("2023-02", {"years": 1}, "2024-02"),
        ("2021-06-04", {"days": -4}, "2021-05-31"),
        ("2021-01-31", {"months": 1}, "2021-02-28"),
        ("2021-02-28", {"years": 3}, "2024-02-28"),
        ("2024-02-29", {"years": 1}, "2025-02-28"),
        ("2021-01-29..2021-01-30", {"months": 1}, "2021-02-28"),
        ("2021-06-04..", {"years": 1, "months": 1, "days": 1}, "2022-07-05.."),
        ("..2020", {"years": 5}, "..2025"),
        ("..", {"years": 5}, ".."),
    ],
)
def test_shift(text, step, shifted):
    assert Period.parse(text).shift(**step) == Period.parse(shifted)


@given(periods(), st.integers(-36500, 36500))
def test_shift_by_days_keeps_the_length(period, days):
    shifted = period.shift(days=days)
    assert shifted.days == period.days
    assert shifted.shift(days=-days) == period


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(-240, 240))
def test_shifted_months_stay_whole_months(year, month, months):
    shifted = Period.parse(f"{year}-{month:02}").shift(months=months)
    assert shifted == Period.parse(f"{shifted.start:%Y-%m}")


@given(periods(), st.integers(-20, 20), st.integers(-40, 40))
def test_shift_never_reverses(period, years, months):
    shifted = period.shift(years=years, months=months)
    assert (shifted.start is None) is (period.start is None)
    assert (shifted.end is None) is (period.end is None)


@pytest.mark.parametrize(("text", "step"), [("2021", {"years": 9000}), ("9999", {"days": 1})])
def test_shift_out_of_the_calendar(text, step):
    with pytest.raises(InputError) as caught:
        Period.parse(text).shift(**step)
    assert caught.value.code == "period.out_of_range"


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        (
            "2020-12-31..2025-12-31",
            "từ 31/12/2020 đến 31/12/2025",
            "from 31 December 2020 to 31 December 2025",
        ),
        ("2021-06-04..", "từ 04/6/2021", "from 4 June 2021"),
        ("..2021-06-04", "đến 04/6/2021", "to 4 June 2021"),
        ("2021-06-04", "ngày 04/6/2021", "on 4 June 2021"),
        ("..", "không giới hạn thời gian", "without limit of time"),
    ],
)
def test_text(text, vi, en):
    assert Period.parse(text).text("vi") == vi
    assert Period.parse(text).text("en") == en
