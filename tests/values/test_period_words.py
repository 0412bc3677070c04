"""Periods as documents name them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.values.period import Period
from dantoc_policy.values.period_words import format_period, parse_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("giai đoạn 2021 - 2025", "2021..2025"),
        ("giai đoạn 2021-2030", "2021..2030"),
        ("Giai đoạn 2021 – 2025", "2021..2025"),
        ("nhiệm kỳ 2020 - 2025", "2020..2025"),
        ("từ năm 2021 đến năm 2025", "2021..2025"),
        ("6 tháng đầu năm 2024", "2024-01..2024-06"),
        ("06 tháng đầu năm 2024", "2024-01..2024-06"),
        ("06 tháng cuối năm 2024", "2024-07..2024-12"),
        ("9 tháng đầu năm 2024", "2024-01..2024-09"),
        ("quý I/2025", "2025-01..2025-03"),
        ("quý IV năm 2021", "2021-10..2021-12"),
        ("Quý 4 năm 2021", "2021-10..2021-12"),
        ("tháng 10/2024", "2024-10"),
        ("tháng 12 năm 2021", "2021-12"),
        ("tháng 02/2024", "2024-02"),
        ("năm 2024", "2024"),
        ("đến hết năm 2025", "..2025"),
        ("đến năm 2030", "..2030"),
        ("từ năm 2022 đến nay", "2022.."),
    ],
)
def test_reading(text, period):
    assert parse_period(text) == Period.parse(period)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("06 tháng cuối năm", "2024-07..2024-12"),
        ("quý I", "2024-01..2024-03"),
        ("tháng 10", "2024-10"),
        ("6 tháng đầu năm 2023", "2023-01..2023-06"),
    ],
)
def test_the_year_is_told_only_when_asked(text, period):
    assert parse_period(text, year=2024) == Period.parse(period)
    if "2023" not in text:
        with pytest.raises(InputError, match=r"period\.no_year"):
            parse_period(text)


@pytest.mark.parametrize(
    "text",
    ["", "giai đoạn", "giai đoạn 2025 - 2021", "tháng 13/2024", "quý V/2024", "quý 0/2024", "2024"],
)
def test_unreadable(text):
    with pytest.raises(InputError, match=r"period\.unreadable"):
        parse_period(text)


@pytest.mark.parametrize(
    ("period", "vi"),
    [
        ("2021..2025", "giai đoạn 2021 - 2025"),
        ("2024-01..2024-06", "06 tháng đầu năm 2024"),
        ("2024-07..2024-12", "06 tháng cuối năm 2024"),
        ("2025-01..2025-03", "quý I/2025"),
        ("2021-10..2021-12", "quý IV/2021"),
        ("2024-02", "tháng 02/2024"),
        ("2024-03", "tháng 3/2024"),
        ("2024", "năm 2024"),
        ("2024-02..2024-04", "từ 01/02/2024 đến 30/4/2024"),
        ("2024-01-02..2024-12-31", "từ 02/01/2024 đến 31/12/2024"),
        ("..2025", "đến 31/12/2025"),
    ],
)
def test_writing(period, vi):
    assert format_period(Period.parse(period)) == vi
    assert format_period(Period.parse(period), "en") == Period.parse(period).text("en")


MONTHS = st.tuples(st.integers(1900, 2100), st.integers(1, 12)).map(lambda m: f"{m[0]}-{m[1]:02}")
QUARTERS = st.tuples(st.integers(1900, 2100), st.sampled_from([1, 4, 7, 10])).map(
    lambda q: f"{q[0]}-{q[1]:02}..{q[0]}-{q[1] + 2:02}"
)
HALVES = st.tuples(st.integers(1900, 2100), st.sampled_from([1, 7])).map(
    lambda h: f"{h[0]}-{h[1]:02}..{h[0]}-{h[1] + 5:02}"
)
YEARS = st.tuples(st.integers(1900, 2100), st.integers(0, 20)).map(lambda y: f"{y[0]}..{sum(y)}")


@given((MONTHS | QUARTERS | HALVES | YEARS).map(Period.parse))
def test_writing_then_reading(period):
    assert parse_period(format_period(period)) == period


@given(st.text(alphabet="giađoạnthángquýIVđầucuốinămđến 0123456789/-", max_size=40))
def test_reading_never_crashes(text):
    for year in (None, 2024):
        with suppress(InputError):
            parse_period(text, year=year)
