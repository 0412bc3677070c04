"""Numbers are read as sheets write them, and never a thousand times too large or small."""

import subprocess
import sys
import unicodedata
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.values.numerals import (
    detect_style,
    exact,
    format_number,
    parse_number,
    reads_two_ways,
    round_whole,
)
from dantoc_policy.values.unit import Unit

NBSP, NARROW, THIN, MINUS = "\u00a0", "\u202f", "\u2009", "\u2212"
STYLES = st.sampled_from(["vi", "en"])
WHOLE = st.integers(-(10**24), 10**24)
DECIMALS = st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=6)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("1383", 1383),
        ("1.383", 1383),
        ("1,383", 1383),
        ("1 383", 1383),
        (f"1{NBSP}383", 1383),
        (f"1{NARROW}383", 1383),
        (f"1{THIN}383", 1383),
        ("1'383", 1383),
        ("1\u2019383", 1383),
        ("12.500.000", 12_500_000),
        ("12,500,000", 12_500_000),
        ("12 500 000", 12_500_000),
        ("1383,0", 1383),
        ("1383.0", 1383),
        ("1383.000", 1383),
        ("1.383,00", 1383),
        ("1,383.00", 1383),
        ("1 383.000", 1383),
        ("12.500.000,0", 12_500_000),
        ("0.000", 0),
        ("-5", -5),
        (f"{MINUS}1.383", -1383),
        ("+5", 5),
        ("  1383  ", 1383),
        ("1.383 hộ", 1383),
        ("1.383hộ", 1383),
        ("1.383 Hộ", 1383),
        (unicodedata.normalize("NFD", "1.383 hộ"), 1383),
        ("4.512 người", 4512),
        ("12.500.000 đồng", 12_500_000),
    ],
)
def test_counts(text, number):
    found = parse_number(text, whole=True)
    assert found == number
    assert type(found) is int


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5,92", "5.92"),
        ("5.92", "5.92"),
        ("5,920", "5.920"),
        ("1.383", "1.383"),
        ("1,383", "1.383"),
        ("0,125", "0.125"),
        ("1.383,5", "1383.5"),
        ("1,383.5", "1383.5"),
        ("1 383,5", "1383.5"),
        ("1.383.000", "1383000"),
        ("12.500.000,25", "12500000.25"),
        ("21,43%", "21.43"),
        ("21,43 %", "21.43"),
        ("12,5 km", "12.5"),
        ("12 km²", "12"),
        ("12 km2", "12"),
        (f"{MINUS}5,5", "-5.5"),
        ("20", "20"),
    ],
)
def test_decimals(text, number):
    found = parse_number(text, whole=False)
    assert found == Decimal(number)
    assert type(found) is Decimal


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("1.383", "vi", "1383"),
        ("1.383", "en", "1.383"),
        ("1,383", "vi", "1.383"),
        ("1,383", "en", "1383"),
        ("1.383,5", "vi", "1383.5"),
        ("1,383.5", "en", "1383.5"),
        ("1 383,5", "vi", "1383.5"),
        ("5,92", "vi", "5.92"),
        ("5.92", "en", "5.92"),
        ("0,125", "vi", "0.125"),
    ],
)
def test_named_style(text, style, number):
    assert parse_number(text, whole=False, style=style) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("5.92", "vi"),
        ("1,383.5", "vi"),
        ("1,383,000", "vi"),
        ("1.3830", "vi"),
        ("0.383", "vi"),
        ("5,92", "en"),
        ("1.383,5", "en"),
        ("1.383.000", "en"),
    ],
)
def test_a_named_style_is_held_to(text, style):
    for whole in (True, False):
        with pytest.raises(InputError, match=r"number\.unreadable"):
            parse_number(text, whole=whole, style=style)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "n/a",
        "nan",
        "inf",
        "1e5",
        "0x10",
        "1_000",
        "12 5",
        "1.38.5",
        "1.383.5",
        "1..383",
        "1.383.",
        ",5",
        ".5",
        "- 5",
        "--5",
        "1.383,500,000",
        "1.383 000",
        "1 383'000",
        "01.383.000",
        "04.06.2021",
        "04/06/2021",
        "1-2",
        "5 tỷ đồng",
        "5 triệu",
        "5 nghìn",
        "5 m",
        "5 ‱",
        "1383\u00b9",
        "5\u00b2",
        "\uff11\uff12",
        "5\n6",
        "khoảng 20",
        "> 50",
        "1/2",
        "9" * 101,
    ],
)
@pytest.mark.parametrize("whole", [True, False])
def test_unreadable(text, whole):
    with pytest.raises(InputError) as caught:
        parse_number(text, whole=whole)
    assert caught.value.code == "number.unreadable"
    assert caught.value.problem.mend_vi
    assert caught.value.problem.mend_en


@pytest.mark.parametrize("text", ["12,5", "12.5", "1.383,5", "1.38", "0.123", "1 383.001"])
def test_a_count_has_no_decimals(text):
    with pytest.raises(InputError) as caught:
        parse_number(text, whole=True)
    assert caught.value.code == "number.not_whole"


@pytest.mark.parametrize(
    ("text", "whole", "unit"),
    [
        ("45 %", True, None),
        ("12 km", True, None),
        ("45 %", True, Unit.HOUSEHOLDS),
        ("45 người", True, Unit.HOUSEHOLDS),
        ("45 hộ", False, Unit.PERCENT),
        ("45 km", False, Unit.PERCENT),
        ("45 %", False, Unit.PER_MILLE),
        ("45 ‰", False, Unit.PERCENT),
        ("45 ‰", True, None),
    ],
)
def test_a_unit_that_contradicts_the_column(text, whole, unit):
    with pytest.raises(InputError) as caught:
        parse_number(text, whole=whole, unit=unit)
    assert caught.value.code == "number.wrong_unit"


def test_a_unit_that_is_the_columns():
    assert parse_number("45 hộ", whole=True, unit=Unit.HOUSEHOLDS) == 45
    assert parse_number("45 %", whole=False, unit=Unit.PERCENT) == 45
    assert parse_number("45", whole=False, unit=Unit.PERCENT) == 45
    assert parse_number("45 ‰", whole=False, unit=Unit.PER_MILLE) == 45


@given(WHOLE, STYLES)
def test_a_written_count_is_read_again(number, style):
    text = format_number(number, style)
    assert parse_number(text, whole=True, style=style) == number
    assert parse_number(text, whole=True) == number


@given(DECIMALS, STYLES)
def test_a_written_decimal_is_read_again(number, style):
    text = format_number(number, style)
    assert parse_number(text, whole=False, style=style) == number
    if not reads_two_ways(text):
        assert parse_number(text, whole=False) == number


@given(st.text(max_size=20), st.booleans(), st.sampled_from(["auto", "vi", "en"]))
def test_any_text_is_a_number_or_an_input_error(text, whole, style):
    try:
        number = parse_number(text, whole=whole, style=style)
    except InputError:
        return
    assert type(number) is (int if whole else Decimal)


@given(
    st.from_regex(r"-?[0-9]{1,4}([., '][0-9]{1,4}){0,3}", fullmatch=True),
    st.booleans(),
)
def test_auto_never_departs_from_both_styles(text, whole):
    """What "auto" reads, a named style reads too, and to the same number."""
    readings = []
    for style in ("vi", "en"):
        try:
            readings.append(parse_number(text, whole=whole, style=style))
        except InputError:
            continue
    try:
        number = parse_number(text, whole=whole)
    except InputError:
        assert readings == []
    else:
        assert number in readings


@pytest.mark.parametrize(
    ("cells", "style"),
    [
        ([], "auto"),
        (["868", "1.383", "n/a", ""], "auto"),
        (["1.383", "5,92"], "vi"),
        (["1,383", "5.92"], "en"),
        (["12.500.000"], "vi"),
        (["12,500,000"], "en"),
        (["1.383,5"], "vi"),
        (["1,383.5"], "en"),
        (["0,125"], "vi"),
        (["1 383,5"], "vi"),
        (["1 383"], "auto"),
        (["5,92", "5.92"], "auto"),
        (["04.06.2021", "1.2.3", "khu vực III, xã A"], "auto"),
        (["21,43 %", "7 hộ"], "vi"),
    ],
)
def test_detect_style(cells, style):
    assert detect_style(cells) == style
    assert detect_style(reversed(cells)) == style


@given(st.lists(DECIMALS, min_size=1), STYLES)
def test_a_column_is_never_taken_for_the_other_style(numbers, style):
    assert detect_style(format_number(number, style) for number in numbers) in (style, "auto")


@pytest.mark.parametrize(
    ("value", "max_decimals", "vi", "en"),
    [
        (1383, None, "1.383", "1,383"),
        (0, None, "0", "0"),
        (Decimal("21.43"), None, "21,43", "21.43"),
        (21.43, None, "21,43", "21.43"),
        (Decimal("21.430"), None, "21,43", "21.43"),
        (Decimal("21.425"), 2, "21,43", "21.43"),
        (Decimal("-21.425"), 2, "-21,43", "-21.43"),
        (Decimal("0.995"), 2, "1", "1"),
        (Decimal("-0.001"), 2, "0", "0"),
        (Decimal("0.5"), 0, "1", "1"),
        (1383, 2, "1.383", "1,383"),
        (Fraction(1, 3), None, "0,33", "0.33"),
        (Fraction(2, 3), 4, "0,6667", "0.6667"),
        (Fraction(1, 8), None, "0,125", "0.125"),
        (10**30, None, "1" + 10 * ".000", "1" + 10 * ",000"),
        (10**30 + Fraction(1, 8), None, "1" + 10 * ".000" + ",125", "1" + 10 * ",000" + ".125"),
    ],
)
def test_format_number(value, max_decimals, vi, en):
    assert format_number(value, max_decimals=max_decimals) == vi
    assert format_number(value, "vi", max_decimals=max_decimals) == vi
    assert format_number(value, "en", max_decimals=max_decimals) == en


def test_writing_does_not_depend_on_the_decimal_context():
    with localcontext(prec=3):
        assert format_number(Decimal("1234567.891")) == "1.234.567,891"
        assert parse_number("1.234.567,891", whole=False) == Decimal("1234567.891")


@given(st.fractions(), st.sampled_from(["half_up", "half_even", "up", "down"]))
def test_rounding_is_to_a_neighbour_and_symmetric(value, rounding):
    rounded = round_whole(value, rounding)
    assert abs(rounded - value) < 1
    assert round_whole(-value, rounding) == -rounded
    if rounding.startswith("half"):
        assert abs(rounded - value) <= Fraction(1, 2)
    assert round_whole(value, "half_even") == round(value)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_exact_float_is_its_shortest_text(number):
    assert exact(number) == Fraction(repr(number))


def test_exact_text_carries_only_its_unit():
    assert exact("15,1 %", Unit.PERCENT) == Fraction(151, 10)
    with pytest.raises(InputError, match=r"number\.unreadable"):
        exact("15,1 %")


def test_exact_takes_numpy_scalars():
    numpy = pytest.importorskip("numpy")
    assert exact(numpy.float64(15.1)) == exact(numpy.float32(15.1)) == Fraction(151, 10)
    assert type(exact(numpy.int64(5)).numerator) is int
    with pytest.raises(InputError, match=r"number\.unusable"):
        exact(numpy.True_)


def test_values_do_not_load_babel_or_dateutil():
    modules = ["calendar_dates", "money", "numerals", "percent", "period", "share", "timeline"]
    code = "import sys\n"
    code += "".join(f"import dantoc_policy.values.{module}\n" for module in modules)
    code += "assert not {'babel', 'dateutil'} & set(sys.modules), 'loaded'"
    subprocess.run([sys.executable, "-c", code], check=True)
