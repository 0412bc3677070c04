"""Money is exact to the đồng, and a division loses none of it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.values.money import Money, report_unit
from dantoc_policy.values.numerals import parse_number

AMOUNTS = st.integers(-(10**16), 10**16)
WEIGHTS = st.lists(
    st.integers(0, 10**9) | st.fractions(0, 1000, max_denominator=1000), min_size=1, max_size=20
).filter(any)


@pytest.mark.parametrize(
    ("amount", "vnd"),
    [
        (1984, 1_984_000_000_000),
        ("1984", 1_984_000_000_000),
        ("2,4", 2_400_000_000),
        ("2.4", 2_400_000_000),
        ("1.984,5", 1_984_500_000_000),
        (Decimal("1.984"), 1_984_000_000),
        (Fraction(1, 8), 125_000_000),
        (-3, -3_000_000_000),
    ],
)
def test_billion(amount, vnd):
    assert Money.billion(amount) == Money(vnd)


def test_million():
    assert Money.million("12,5") == Money(12_500_000)


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (1.5, "money.float"),
        (True, "number.unusable"),
        ("1.984", "money.two_readings"),
        ("1,984", "money.two_readings"),
        ("5 tỷ", "number.unreadable"),
        ("5 km", "number.unreadable"),
        ("5 đồng", "number.unreadable"),
        (Decimal("0.0000000001"), "money.fraction_of_dong"),
        (Fraction(1, 3), "money.fraction_of_dong"),
        (Decimal("NaN"), "number.unusable"),
    ],
)
def test_billion_refuses(amount, code):
    with pytest.raises(InputError) as caught:
        Money.billion(amount)
    assert caught.value.code == code


@pytest.mark.parametrize("vnd", [1.0, True, "5", None, Decimal(5)])
def test_a_dong_is_not_divided(vnd):
    with pytest.raises(InputError) as caught:
        Money(vnd)
    assert caught.value.code == "money.not_whole"


@pytest.mark.parametrize(
    ("rounding", "vnd", "negative"),
    [("half_up", 3, -3), ("half_even", 2, -2), ("up", 3, -3), ("down", 2, -2)],
)
def test_rounding_of_halves(rounding, vnd, negative):
    amount = Decimal("0.0000025")
    assert Money.million(amount, rounding=rounding) == Money(vnd)
    assert Money.million(-amount, rounding=rounding) == Money(negative)
    assert Money(5).times(Fraction(1, 2), rounding=rounding) == Money(vnd)


def test_arithmetic():
    assert Money(5) + Money(3) - Money(10) == Money(-2)
    assert -Money(5) == Money(-5)
    assert Money(5) * 3 == 3 * Money(5) == Money(15)
    assert Money(5) * Fraction(1, 2) == Fraction(1, 2) * Money(5) == Money(3)
    assert Money(100).times(Decimal("0.25")) == Money(25)
    assert Money(3) / Money(4) == Fraction(3, 4)
    assert Money(3) < Money(4)


@pytest.mark.parametrize(
    "use",
    [
        lambda: Money(5) + 1,
        lambda: 1 + Money(5),
        lambda: Money(5) - 1,
        lambda: Money(5) * 0.5,
        lambda: Money(5) / 2,
        lambda: Money(5) < 6,
        lambda: Money(5) * Money(5),
    ],
)
def test_money_does_not_mix_with_numbers(use):
    with pytest.raises(TypeError):
        use()


def test_ratio_to_nothing():
    with pytest.raises(InputError) as caught:
        _ = Money(5) / Money(0)
    assert caught.value.code == "money.ratio_to_nothing"


@given(st.lists(AMOUNTS))
def test_sum(amounts):
    assert sum(map(Money, amounts), Money(0)) == Money(sum(amounts))
    if amounts:
        assert sum(map(Money, amounts)) == Money(sum(amounts))


@pytest.mark.parametrize(
    ("vnd", "weights", "parts"),
    [
        (100, [1, 1, 1], [34, 33, 33]),
        (101, [1, 1, 1], [34, 34, 33]),
        (-100, [1, 1, 1], [-34, -33, -33]),
        (10, [0, 1, 0], [0, 10, 0]),
        (10, [Fraction(1, 3), Decimal("0.5"), Fraction(1, 6)], [3, 5, 2]),
        (1, [1, 2, 2], [0, 1, 0]),
        (0, [1, 2], [0, 0]),
    ],
)
def test_split(vnd, weights, parts):
    assert Money(vnd).split(weights) == tuple(map(Money, parts))


@given(AMOUNTS, WEIGHTS)
def test_split_loses_nothing_and_is_fair(vnd, weights):
    parts = Money(vnd).split(weights)
    assert sum(parts, Money(0)) == Money(vnd)
    total = sum(map(Fraction, weights))
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part.vnd - vnd * Fraction(weight) / total) < 1
    assert (-Money(vnd)).split(weights) == tuple(-part for part in parts)


@pytest.mark.parametrize("weights", [[], [0], [0, 0], [1, -1], [3, -1]])
def test_split_refuses(weights):
    with pytest.raises(InputError) as caught:
        Money(10).split(weights)
    assert caught.value.code == "money.weights"


@pytest.mark.parametrize(
    ("money", "vi", "en"),
    [
        (Money.billion(1984), "1.984 tỷ đồng", "VND 1,984 billion"),
        (Money.billion("2,4"), "2,4 tỷ đồng", "VND 2.4 billion"),
        (Money(12_500_000), "12.500.000 đồng", "VND 12,500,000"),
        (Money(999_000_000), "999.000.000 đồng", "VND 999,000,000"),
        (Money(1_000_000_000), "1 tỷ đồng", "VND 1 billion"),
        (Money(1_234_567_890), "1.234.567.890 đồng", "VND 1,234,567,890"),
        (Money.million(137_664_959), "137.664,959 tỷ đồng", "VND 137,664.959 billion"),
        (-Money.billion(5), "-5 tỷ đồng", "VND -5 billion"),
        (Money(0), "0 đồng", "VND 0"),
    ],
)
def test_text(money, vi, en):
    assert money.text() == money.text("vi") == str(money) == vi
    assert money.text("en") == en


@given(AMOUNTS)
def test_text_is_exact(vnd):
    number, unit = Money(vnd).text("vi").split(" ", 1)
    scale = {"đồng": 1, "tỷ đồng": 10**9}[unit]
    assert parse_number(number, whole=False, style="vi") * scale == vnd


@pytest.mark.parametrize(
    ("vnd", "unit", "max_decimals", "vi", "en"),
    [
        (1_984_000_000_000, "tỷ", 3, "1.984 tỷ đồng", "VND 1,984 billion"),
        (2_400_000_000, "tỷ", 3, "2,4 tỷ đồng", "VND 2.4 billion"),
        (137_664_959_000_000, "tỷ", 0, "137.665 tỷ đồng", "VND 137,665 billion"),
        (2_450_000_000, "tỷ", 1, "2,5 tỷ đồng", "VND 2.5 billion"),
        (2_449_999_999, "tỷ", 1, "2,4 tỷ đồng", "VND 2.4 billion"),
        (1_984_500_000, "triệu", 3, "1.984,5 triệu đồng", "VND 1,984.5 million"),
        (936_000, "nghìn", 3, "936 nghìn đồng", "VND 936 thousand"),
        (1_984_000_000_000, "đồng", 3, "1.984.000.000.000 đồng", "VND 1,984,000,000,000"),
    ],
)
def test_text_in_a_unit(vnd, unit, max_decimals, vi, en):
    assert Money(vnd).text_in(unit, max_decimals=max_decimals) == vi
    assert Money(vnd).text_in(unit, "en", max_decimals=max_decimals) == en
    assert Money(vnd).text_in(unit, max_decimals=max_decimals, space="_") == vi.replace(" ", "_")


@pytest.mark.parametrize(
    ("text", "vnd"),
    [
        ("1.984 tỷ đồng", 1_984_000_000_000),
        ("1 tỷ rưỡi đồng", 1_500_000_000),
        ("500.000đ", 500_000),
        ("0 đồng", 0),
    ],
)
def test_parse(text, vnd):
    assert Money.parse(text) == Money(vnd)


@pytest.mark.parametrize(
    "text", ["trên 478 tỷ đồng", "5", "5%", "2 - 3 tỷ đồng", "", "1.5 tỷ đồng"]
)
def test_parse_refuses_what_is_no_amount(text):
    with pytest.raises(InputError, match=r"figure\.(not_exact|unreadable)"):
        Money.parse(text)


@given(st.integers(-(10**18), 10**18).map(Money))
def test_writing_then_parsing(amount):
    assert Money.parse(amount.text()) == amount


@pytest.mark.parametrize(
    ("amounts", "unit"),
    [
        ([], "đồng"),
        ([99_999_999], "đồng"),
        ([100_000_000, 5], "nghìn"),
        ([99_999_999_999], "nghìn"),
        ([-100_000_000_000], "triệu"),
        ([99_999_999_999_999], "triệu"),
        ([100_000_000_000_000], "tỷ"),
    ],
)
def test_unit_of_a_report(amounts, unit):
    assert report_unit(map(Money, amounts)) == unit
