"""Days are read and written in the administrative style, day first."""

import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.values.calendar_dates import check_day, format_date, parse_date

DAYS = st.dates()


@pytest.mark.parametrize(
    ("day", "short", "long", "english"),
    [
        (date(2021, 6, 4), "04/6/2021", "ngày 04 tháng 6 năm 2021", "4 June 2021"),
        (date(2021, 1, 10), "10/01/2021", "ngày 10 tháng 01 năm 2021", "10 January 2021"),
        (date(2023, 2, 1), "01/02/2023", "ngày 01 tháng 02 năm 2023", "1 February 2023"),
        (date(2023, 3, 9), "09/3/2023", "ngày 09 tháng 3 năm 2023", "9 March 2023"),
        (date(2025, 12, 31), "31/12/2025", "ngày 31 tháng 12 năm 2025", "31 December 2025"),
    ],
)
def test_written_forms(day, short, long, english):
    assert format_date(day) == format_date(day, "vi") == short
    assert format_date(day, form="long") == long
    assert format_date(day, "en") == english


@pytest.mark.parametrize(
    "text",
    [
        "2021-06-04",
        "04/06/2021",
        "4/6/2021",
        "04-6-2021",
        " 04/6/2021 ",
        "ngày 04 tháng 6 năm 2021",
        "Ngày 4 tháng 06 năm 2021",
        "04 tháng 6 năm 2021",
        "ngày\N{NO-BREAK SPACE}04 tháng 6 năm 2021",
        unicodedata.normalize("NFD", "ngày 04 tháng 6 năm 2021"),
    ],
)
def test_read_forms(text):
    assert parse_date(text) == date(2021, 6, 4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021",
        "6/2021",
        "15/12",
        "20210604",
        "2021-6-4",
        "2021/06/04",
        "04/06-2021",
        "04/06/21",
        "31/02/2021",
        "06/31/2021",
        "29/02/2021",
        "2021-06-04T00:00",
        "0000-01-01",
        "hôm nay",
    ],
)
def test_anything_else_is_unreadable(text):
    with pytest.raises(InputError) as caught:
        parse_date(text)
    assert caught.value.code == "date.unreadable"


@given(DAYS)
def test_what_is_written_is_read_again(day):
    assert parse_date(format_date(day)) == day
    assert parse_date(format_date(day, form="long")) == day
    assert parse_date(day.isoformat()) == day


@given(DAYS)
def test_a_day_is_a_day(day):
    assert check_day(day) is day


@pytest.mark.parametrize("moment", [datetime(2021, 6, 4), "2021-06-04", 20210604, None])  # noqa: DTZ001
def test_a_moment_is_not_a_day(moment):
    with pytest.raises(InputError) as caught:
        check_day(moment)
    assert caught.value.code == "date.not_a_day"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ngày 12/11/2020", date(2020, 11, 12)),
        ("Sáng 30/10/2019", date(2019, 10, 30)),
        ("chiều ngày 23/7/2024", date(2024, 7, 23)),
        ("mùng 5 tháng 02 năm 2024", date(2024, 2, 5)),
    ],
)
def test_words_before_a_day(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chiều 23/7", date(2024, 7, 23)),
        ("Ngày 14/1", date(2024, 1, 14)),
        ("15 tháng 12", date(2024, 12, 15)),
        ("29/02", date(2024, 2, 29)),
        ("23/7/2023", date(2023, 7, 23)),
    ],
)
def test_the_year_of_a_partial_date_is_given(text, day):
    assert parse_date(text, year=2024) == day
    if day.year == 2024:
        with pytest.raises(InputError, match=r"date\.unreadable"):
            parse_date(text)


@pytest.mark.parametrize(("text", "year"), [("29/02", 2023), ("31/4", 2024), ("7/2024", 2024)])
def test_a_partial_date_has_to_be(text, year):
    with pytest.raises(InputError, match=r"date\.unreadable"):
        parse_date(text, year=year)


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["short", "long"]))
def test_a_partial_date_is_the_date_without_its_year(day, form):
    text = format_date(day, form=form)
    partial = text.removesuffix(f"/{day.year:04}").removesuffix(f" năm {day.year:04}")
    assert parse_date(partial, year=day.year) == day
