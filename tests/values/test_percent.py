"""Percentages are exact, and a difference of two of them is counted in points."""

import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.values.percent import Percent, PercentPoints, pct

PERCENTS = st.builds(Percent, st.fractions(-1000, 1000, max_denominator=1000))


@pytest.mark.parametrize(
    "written", [15.1, "15.1", "15,1", "15,1%", "15,1 %", Decimal("15.10"), Fraction(151, 10)]
)
def test_of_is_exact(written):
    assert Percent.of(written) == Percent(written) == pct(written)
    assert pct(written).points == Fraction(151, 10)


def test_twenty_percent_is_a_fifth():
    assert pct(20).share == Fraction(1, 5)


@pytest.mark.parametrize(
    ("given_", "code"),
    [
        (True, "number.unusable"),
        (None, "number.unusable"),
        (math.nan, "number.unusable"),
        (math.inf, "number.unusable"),
        (Decimal("NaN"), "number.unusable"),
        (Decimal("sNaN"), "number.unusable"),
        (Decimal("-Infinity"), "number.unusable"),
        (Decimal("1E+999999999"), "number.unusable"),
        ("", "number.unreadable"),
        ("nan", "number.unreadable"),
        ("1/3", "number.unreadable"),
        ("45 hộ", "number.wrong_unit"),
    ],
)
def test_of_refuses(given_, code):
    with pytest.raises(InputError) as caught:
        Percent.of(given_)
    assert caught.value.code == code


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_counts_as_its_shortest_text(number):
    assert Percent.of(number).points == Fraction(Decimal(repr(number)))


@given(PERCENTS, PERCENTS)
def test_order_is_that_of_the_points(a, b):
    assert (a < b) is (a.points < b.points)
    assert (a <= b) is (a.points <= b.points)
    assert (a > b) is (a.points > b.points)
    assert (a >= b) is (a.points >= b.points)
    assert (a == b) is (a.points == b.points)


@pytest.mark.parametrize("other", [20, 20.0, Fraction(20), "20", PercentPoints(20)])
def test_compares_with_percent_only(other):
    assert pct(20) != other
    with pytest.raises(TypeError):
        _ = pct(20) < other
    with pytest.raises(TypeError):
        _ = other >= pct(20)


@given(PERCENTS, PERCENTS)
def test_a_difference_is_in_points(a, b):
    difference = a - b
    assert type(difference) is PercentPoints
    assert b + difference == a
    assert a - difference == b
    assert -difference == b - a
    assert (difference + difference) - difference == difference


@pytest.mark.parametrize(
    "use",
    [
        lambda: pct(20) + pct(5),
        lambda: pct(20) + 5,
        lambda: pct(20) - 5,
        lambda: PercentPoints(5) + pct(20),
        lambda: PercentPoints(5) - 5,
    ],
)
def test_points_and_percentages_do_not_mix(use):
    with pytest.raises(TypeError):
        use()


@pytest.mark.parametrize(
    ("points", "vi", "en"),
    [
        (20, "20%", "20%"),
        (15.1, "15,1%", "15.1%"),
        ("1234,5678", "1.234,5678%", "1,234.5678%"),
        (Fraction(100, 3), "33,33%", "33.33%"),
        (Fraction(200, 3), "66,67%", "66.67%"),
        (-4.9, "-4,9%", "-4.9%"),
        (0, "0%", "0%"),
    ],
)
def test_text(points, vi, en):
    assert pct(points).text() == pct(points).text("vi") == str(pct(points)) == vi
    assert pct(points).text("en") == en


def test_text_of_points():
    assert (pct(20) - pct(15.1)).text("vi") == "4,9 điểm phần trăm"
    assert str(pct(20) - pct(15.1)) == "4,9 điểm phần trăm"
    assert (pct(20) - pct(15.1)).text("en") == "4.9 percentage points"
    assert PercentPoints(1).text("en") == "1 percentage point"
    assert PercentPoints(1.25).text("en", max_decimals=1) == "1.3 percentage points"


@given(st.decimals(-1000, 1000, places=4))
def test_a_written_percentage_is_read_again(points):
    assert Percent.of(Percent.of(points).text("vi").replace(".", "")) == Percent.of(points)
