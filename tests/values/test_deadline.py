"""Deadlines mean the day that their words mean, and stay there unless they are told to move."""

import sys
from contextlib import suppress
from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError, MissingExtraError
from dantoc_policy.values import day_status as calendar
from dantoc_policy.values.deadline import LAST, Deadline
from dantoc_policy.values.deadline_text import find_deadlines
from dantoc_policy.values.deadline_words import spread
from dantoc_policy.values.period import Period

QUARTER_ENDS = ((3, 25), (6, 25), (9, 25), (12, 25))
MONTHS = range(1, 13)


def named(text, period):
    return [found.named for found in Deadline.parse(text).occurrences(Period.parse(period))]


@pytest.mark.parametrize(
    ("text", "every", "days", "before"),
    [
        ("15/12 hằng năm", "year", ((12, 15),), False),
        ("15/12 hàng năm", "year", ((12, 15),), False),
        ("định kỳ ngày 15/12 (hàng năm)", "year", ((12, 15),), False),
        ("Định kỳ ngày 15/12 hằng năm.", "year", ((12, 15),), False),
        ("trước ngày 15 tháng 12 hằng năm", "year", ((12, 15),), True),
        ("Hằng năm, trước ngày 30 tháng 11", "year", ((11, 30),), True),
        ("trước 15/12 của mỗi năm", "year", ((12, 15),), True),
        ("chậm nhất là ngày 05/01 hằng năm", "year", ((1, 5),), False),
        ("trước ngày 15/6 và 15/12 hằng năm", "year", ((6, 15), (12, 15)), True),
        (
            "15/3, 15/6, 15/9 và ngày 15 tháng 12 hằng năm",
            "year",
            ((3, 15), (6, 15), (9, 15), (12, 15)),
            False,
        ),
        ("ngày cuối tháng 6 hằng năm", "year", ((6, LAST),), False),
        ("trong tháng 12 hằng năm", "year", ((12, LAST),), False),
        ("trước tháng 12 hằng năm", "year", ((12, 1),), True),
        ("ngày 25 tháng cuối quý", "quarter", QUARTER_ENDS, False),
        ("chậm nhất ngày 25 của tháng cuối mỗi quý", "quarter", QUARTER_ENDS, False),
        ("ngày 10 tháng đầu quý sau", "quarter", spread(10, (1, 4, 7, 10)), False),
        ("ngày 05 tháng thứ hai của quý", "quarter", spread(5, (2, 5, 8, 11)), False),
        ("ngày cuối quý", "quarter", spread(LAST, (3, 6, 9, 12)), False),
        ("ngày 15 hằng tháng", "month", spread(15, MONTHS), False),
        ("trước ngày 20 hàng tháng", "month", spread(20, MONTHS), True),
        ("ngày cuối cùng của mỗi tháng", "month", spread(LAST, MONTHS), False),
        ("ngày 31 hằng tháng", "month", spread(31, MONTHS), False),
        ("định kỳ hằng năm", "year", (), False),
        ("hàng quý", "quarter", (), False),
        ("định kỳ hằng tháng", "month", (), False),
        ("06 tháng một lần", "half_year", (), False),
        (
            "định kỳ 06 tháng một lần, trước ngày 15/6 và 15/12 hằng năm",
            "half_year",
            ((6, 15), (12, 15)),
            True,
        ),
        (
            "6 tháng/lần (ngày cuối tháng 6 và 31/12 hằng năm)",
            "half_year",
            ((6, LAST), (12, 31)),
            False,
        ),
        ("hằng quý, 15/3 và 20/6 hằng năm", "quarter", ((3, 15), (6, 20)), False),
    ],
)
def test_reading_what_comes_again(text, every, days, before):
    found = Deadline.parse(text)
    assert (found.every, found.days, found.before) == (every, days, before)
    assert found.stated


@pytest.mark.parametrize(
    ("text", "year", "days", "before"),
    [
        ("trước ngày 30/11/2024", 2024, ((11, 30),), True),
        ("chậm nhất là ngày 30 tháng 11 năm 2024", 2024, ((11, 30),), False),
        ("trước tháng 10/2024", 2024, ((10, 1),), True),
        ("trong tháng 10 năm 2024", 2024, ((10, LAST),), False),
        ("trước ngày 15/6 và 15/12/2024", 2024, ((6, 15), (12, 15)), True),
        ("29/02/2024", 2024, ((2, 29),), False),
    ],
)
def test_reading_what_comes_once(text, year, days, before):
    found = Deadline.parse(text)
    assert (found.every, found.year, found.days, found.before) == ("once", year, days, before)


@pytest.mark.parametrize("text", ["trước ngày 30/11", "30 tháng 11", "chậm nhất ngày 30/11"])
def test_a_day_alone_does_not_say_that_it_comes_again(text):
    found = Deadline.parse(text)
    assert (found.every, found.days, found.stated) == ("year", ((11, 30),), False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hằng",
        "ngày",
        "ngày 15 hằng quý",
        "15/2024",
        "15/12/2024 và 15/12/2025",
        "15/12/2024 hằng năm",
        "06 tháng một lần, 15/6/2024 hằng năm",
        "06 tháng một lần, ngày 15/6/2024",
        "trước hằng năm",
        "ngày 32 hằng tháng",
        "ngày 00 hằng tháng",
        "33/2020/QĐ-TTg",
        "15.12 hằng năm",
    ],
)
def test_unreadable(text):
    with pytest.raises(InputError) as caught:
        Deadline.parse(text)
    assert caught.value.code == "deadline.unreadable"


@pytest.mark.parametrize("text", ["31/11 hằng năm", "30/02", "29/02/2023", "15/13 hằng năm", "0/1"])
def test_no_such_day(text):
    with pytest.raises(InputError, match=r"deadline\.no_such_day"):
        Deadline.parse(text)


@pytest.mark.parametrize(("every", "year"), [("once", None), ("year", 2024), ("once", 0)])
def test_only_what_comes_once_has_a_year(every, year):
    with pytest.raises(InputError, match=r"deadline\.year"):
        Deadline(every=every, year=year, days=((12, 15),))


# Which days.


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("trước ngày 30/11/2025", date(2025, 11, 29)),
        ("chậm nhất ngày 30/11/2025", date(2025, 11, 30)),
        ("không quá ngày 30/11/2025", date(2025, 11, 30)),
        ("đến ngày 30/11/2025", date(2025, 11, 30)),
        ("đến hết ngày 30/11/2025", date(2025, 11, 30)),
        ("định kỳ ngày 30/11 hằng năm", date(2025, 11, 30)),
        ("trước ngày 01/01/2026", date(2025, 12, 31)),
        ("trước tháng 12/2025", date(2025, 11, 30)),
    ],
)
def test_wording_decides_the_last_day(text, last_day):
    (found,) = Deadline.parse(text).occurrences(Period(date(2025, 1, 1), date(2026, 1, 1)))
    assert found.last_day == found.day == last_day


def test_years():
    assert named("15/12 hằng năm", "2024..2026") == [date(y, 12, 15) for y in (2024, 2025, 2026)]
    assert named("15/12 hằng năm", "2024-12-15..2025-12-14") == [date(2024, 12, 15)]
    assert named("15/12 hằng năm", "2024-12-16..2025-12-14") == []


def test_quarters_and_months():
    assert named("ngày 25 tháng cuối quý", "2025") == [date(2025, *day) for day in QUARTER_ENDS]
    assert named("ngày cuối quý", "2025-01..2025-06") == [date(2025, 3, 31), date(2025, 6, 30)]
    assert [day.day for day in named("ngày 31 hằng tháng", "2025-01..2025-04")] == [31, 28, 31, 30]
    assert [day.day for day in named("ngày cuối cùng hằng tháng", "2024-02..2024-03")] == [29, 31]


def test_29_february_falls_on_the_28th():
    assert named("29/02 hằng năm", "2023..2024") == [date(2023, 2, 28), date(2024, 2, 29)]


def test_once():
    assert named("trước ngày 30/11/2024", "2020..2030") == [date(2024, 11, 30)]
    assert named("trước ngày 30/11/2024", "2025") == []


def test_a_deadline_without_a_day_has_to_be_told_one():
    yearly = Deadline.parse("định kỳ hằng năm")
    with pytest.raises(InputError, match=r"deadline\.no_day"):
        yearly.occurrences(Period.year(2025))
    assumed = yearly.assuming((12, 15))
    assert assumed.assumed
    assert [found.day for found in assumed.occurrences(Period.year(2025))] == [date(2025, 12, 15)]
    stated = Deadline.parse("15/12 hằng năm")
    assert stated.assuming((6, 1)) is stated


def test_an_open_period():
    with pytest.raises(InputError, match=r"deadline\.open_period"):
        Deadline.parse("15/12 hằng năm").occurrences(Period.parse("2024.."))


@pytest.mark.parametrize(
    ("text", "after", "day"),
    [
        ("15/12 hằng năm", date(2025, 12, 14), date(2025, 12, 15)),
        ("15/12 hằng năm", date(2025, 12, 15), date(2026, 12, 15)),
        ("trước ngày 15/12 hằng năm", date(2025, 12, 13), date(2025, 12, 14)),
        ("trước ngày 15/12 hằng năm", date(2025, 12, 14), date(2026, 12, 14)),
        ("trước ngày 01/01 hằng năm", date(2025, 6, 1), date(2025, 12, 31)),
        ("trước ngày 01/01 hằng năm", date(2025, 12, 31), date(2026, 12, 31)),
        ("ngày 15 hằng tháng", date(2025, 12, 15), date(2026, 1, 15)),
        ("trước ngày 30/11/2024", date(2024, 1, 1), date(2024, 11, 29)),
        ("trước ngày 30/11/2024", date(2024, 11, 29), None),
        ("15/12 hằng năm", date.max, None),
    ],
)
def test_next(text, after, day):
    found = Deadline.parse(text).next_after(after)
    assert (found and found.day) == day


# Days off.


@pytest.mark.parametrize(
    ("year", "back", "forward"),
    [
        (2024, date(2024, 12, 13), date(2024, 12, 16)),  # a Sunday
        (2029, date(2029, 12, 14), date(2029, 12, 17)),  # a Saturday
        (2030, date(2030, 12, 13), date(2030, 12, 16)),  # a Sunday
        (2025, date(2025, 12, 15), date(2025, 12, 15)),
    ],
)
def test_15_december(year, back, forward):
    deadline, period = Deadline.parse("15/12 hằng năm"), Period.year(year)
    days = {roll: deadline.occurrences(period, roll=roll)[0] for roll in ("none", "backward")}
    assert days["none"].day == date(year, 12, 15)
    assert days["backward"].day == back
    assert deadline.occurrences(period, roll="forward")[0].day == forward
    codes = [problem.code for problem in days["none"].problems]
    assert ("deadline.not_a_working_day" in codes) is (back != forward)
    assert ("calendar.unverified" in codes) is (year > 2026)
    moved = [problem.code for problem in days["backward"].problems]
    assert "deadline.not_a_working_day" not in moved


def test_a_day_off_names_the_working_days_around_it():
    (found,) = Deadline.parse("15/12 hằng năm").occurrences(Period.year(2024))
    (problem,) = found.problems
    assert problem.severity == "warning"
    assert problem.message("vi") == (
        "15/12/2024 là ngày nghỉ (ngày nghỉ hằng tuần)."
        " Ngày làm việc trước đó: 13/12/2024; sau đó: 16/12/2024."
    )
    assert "16 December 2024" in problem.message("en")


def test_days_need_no_calendar_and_problems_do(monkeypatch):
    calendar._special_days.cache_clear()
    monkeypatch.setitem(sys.modules, "holidays", None)
    deadline = Deadline.parse("15/12 hằng năm")
    (found,) = deadline.occurrences(Period.year(2024))
    with pytest.raises(MissingExtraError):
        _ = found.problems
    with pytest.raises(MissingExtraError):
        deadline.occurrences(Period.year(2024), roll="forward")


# In words and in texts.


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("15/12 hằng năm", "ngày 15/12 hằng năm", "by 15 December each year"),
        ("trước ngày 05/01 hàng năm", "trước ngày 05/01 hằng năm", "before 5 January each year"),
        ("trước ngày 30/11", "trước ngày 30/11", "before 30 November"),
        ("30/11", "chậm nhất ngày 30/11", "by 30 November"),
        ("30/9/2024", "chậm nhất ngày 30/9/2024", "by 30 September 2024"),
        (
            "ngày 25 tháng cuối mỗi quý",
            "ngày 25 tháng cuối quý",
            "by day 25 of the last month of each quarter",
        ),
        ("ngày cuối hằng tháng", "ngày cuối cùng hằng tháng", "by the last day of each month"),
        (
            "15/6 và 15/12 hằng năm",
            "ngày 15/6 và ngày 15/12 hằng năm",
            "by 15 June and 15 December each year",
        ),
        (
            "trong tháng 6 hằng năm",
            "ngày cuối tháng 6 hằng năm",
            "by the last day of June each year",
        ),
        ("hằng quý", "định kỳ hằng quý", "each quarter"),
        (
            "6 tháng/lần, trước 15/6, 15/12 hằng năm",
            "định kỳ 06 tháng một lần, trước ngày 15/6 và ngày 15/12 hằng năm",
            "each half year, before 15 June and 15 December each year",
        ),
    ],
)
def test_words(text, vi, en):
    found = Deadline.parse(text)
    assert (found.text("vi"), found.text("en"), str(found)) == (vi, en, vi)


PAIRS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: (day.month, day.day))
PAIRS |= st.integers(1, 12).map(lambda month: (month, LAST))
YEARLY = st.lists(PAIRS, min_size=1, max_size=4, unique=True).map(lambda days: tuple(sorted(days)))
DEADLINES = st.one_of(
    st.builds(Deadline, every=st.just("year"), days=YEARLY, before=st.booleans()),
    st.builds(
        Deadline, every=st.just("once"), year=st.just(2024), days=YEARLY, before=st.booleans()
    ),
    st.builds(
        Deadline,
        every=st.just("month"),
        days=st.integers(1, 31).map(lambda day: spread(day, MONTHS)),
        before=st.booleans(),
    ),
    st.builds(
        Deadline,
        every=st.just("quarter"),
        days=st.tuples(
            st.integers(1, 31) | st.just(LAST),
            st.sampled_from([(1, 4, 7, 10), (2, 5, 8, 11), (3, 6, 9, 12)]),
        ).map(lambda pair: spread(*pair)),
        before=st.booleans(),
    ),
    st.builds(Deadline, every=st.sampled_from(["year", "half_year", "quarter", "month"])),
    st.builds(
        Deadline,
        every=st.sampled_from(["half_year", "quarter", "month"]),
        days=YEARLY,
        before=st.booleans(),
    ),
    st.builds(
        Deadline,
        every=st.just("year"),
        days=PAIRS.map(lambda pair: (pair,)),
        before=st.booleans(),
        stated=st.just(False),
    ),
)


@given(DEADLINES)
def test_writing_then_reading(deadline):
    assert Deadline.parse(deadline.text()) == deadline
    assert deadline.text("en")


@given(DEADLINES.filter(lambda deadline: deadline.every not in {"once", "year"}))
def test_what_was_filled_in_is_read_back_too(deadline):
    assumed = evolve(deadline, days=(), before=False).assuming((6, 15), (12, LAST))
    assert Deadline.parse(assumed.text()) == evolve(assumed, assumed=False)


def test_how_often_does_not_hide_a_day_of_one_year():
    text = "Báo cáo 06 tháng một lần, trước ngày 15/6/2025; hằng quý, ngày 20/3 hằng năm."
    found = [text[slice(*one.span)] for one in find_deadlines(text)]
    assert found == ["trước ngày 15/6/2025", "hằng quý, ngày 20/3 hằng năm"]


@pytest.mark.parametrize("read", [Deadline.parse, find_deadlines])
@pytest.mark.parametrize("given_", [None, 15])
def test_what_is_no_text_is_refused(read, given_):
    with pytest.raises(InputError, match=r"argument\.not_text"):
        read(given_)


@given(DEADLINES.filter(lambda deadline: deadline.days), st.integers(2001, 2090))
def test_every_named_day_comes_once_a_year(deadline, year):
    found = deadline.occurrences(Period.year(year))
    expected = len(deadline.days) if deadline.year in (None, year) else 0
    # The last day of a month and its number, 28 and 29 February, may be one day.
    assert len(found) <= expected
    assert found or not expected
    for occurrence in found:
        assert occurrence.named.year == year
        assert occurrence.named - occurrence.last_day == timedelta(days=deadline.before)


def test_finding():
    text = (
        "Định kỳ ngày 15/12 (hàng năm) gửi báo cáo; các huyện gửi trước ngày 10/12 hằng năm, "
        "hằng quý vào ngày 20 tháng cuối quý; Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020; "
        "hoàn thành trước ngày 30/6/2025. Mỗi năm giảm 3%."
    )
    found = find_deadlines(text)
    assert [text[slice(*deadline.span)] for deadline in found] == [
        "Định kỳ ngày 15/12 (hàng năm)",
        "trước ngày 10/12 hằng năm",
        "vào ngày 20 tháng cuối quý",
        "trước ngày 30/6/2025",
    ]


def test_finding_in_decomposed_text():
    import unicodedata

    text = unicodedata.normalize("NFD", "Gửi báo cáo trước ngày 15 tháng 12 hằng năm về tỉnh.")
    (found,) = find_deadlines(text)
    start, end = found.span
    assert unicodedata.normalize("NFC", text[start:end]) == "trước ngày 15 tháng 12 hằng năm"


FRAGMENTS = [
    "trước",
    "ngày",
    "tháng",
    "năm",
    "quý",
    "hằng",
    "cuối",
    "của",
    "định kỳ",
    "và",
    "15",
    "31/02",
    "12/2024",
    "0",
    "/",
    ",",
    "(",
    ")",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join) | st.text(max_size=30))
def test_reading_never_crashes(text):
    find_deadlines(text)
    with suppress(InputError):
        Deadline.parse(text)


def test_plain_data():
    (found,) = Deadline.parse("trước ngày 30/11/2025").occurrences(Period.year(2025))
    assert found.to_dict() == {
        "deadline": "trước ngày 30/11/2025",
        "named": "2025-11-30",
        "last_day": "2025-11-29",
        "day": "2025-11-29",
        "roll": "none",
    }


def test_a_month_that_is_none_is_passed_over():
    assert find_deadlines("báo cáo trước ngày 15/13 hằng năm") == ()
