"""Figures are read as documents mean them, exactly, and written back the same."""

import unicodedata
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.values.money import Money
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.percent import Percent
from dantoc_policy.values.quantities import Figure, find_figures, parse_cell, parse_figure
from dantoc_policy.values.quantity_units import (
    DONG,
    PERCENT,
    SCALE_WORDS,
    TIMES,
    ColumnUnit,
    unit_of,
    unit_words,
)
from dantoc_policy.values.share import Share
from dantoc_policy.values.unit import Unit

NBSP, MINUS = "\N{NO-BREAK SPACE}", "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.984 tỷ đồng", 1_984_000_000_000, "đồng"),
        ("478 tỷ đồng", 478_000_000_000, "đồng"),
        ("2,4 tỷ đồng", 2_400_000_000, "đồng"),
        ("10 nghìn tỷ đồng", 10**13, "đồng"),
        ("1,5 triệu tỷ đồng", 15 * 10**14, "đồng"),
        ("1 tỷ rưỡi", 1_500_000_000, None),
        ("2 triệu rưỡi", 2_500_000, None),
        ("2 triệu rưỡi đồng", 2_500_000, "đồng"),
        ("1.984,5 triệu đồng", 1_984_500_000, "đồng"),
        ("500.000 đồng", 500_000, "đồng"),
        ("500.000đ", 500_000, "đồng"),
        ("20 triệu VNĐ", 20_000_000, "đồng"),
        ("936 ngàn đồng", 936_000, "đồng"),
        ("1 tỉ 500 triệu đồng", 1_500_000_000, "đồng"),
        ("1.984.000.000.000 đồng", 1_984_000_000_000, "đồng"),
        ("hai tỷ rưỡi đồng", 2_500_000_000, "đồng"),
        ("ba mươi phần trăm", 30, "%"),
        ("1 triệu USD", 1_000_000, "USD"),
        ("2,7%", Decimal("2.7"), "%"),
        ("26,7 %", Decimal("26.7"), "%"),
        ("96 %", 96, "%"),
        ("12,5‰", Decimal("12.5"), "‰"),
        ("3 điểm phần trăm", 3, "điểm phần trăm"),
        (f"{MINUS}5,5%", Decimal("-5.5"), "%"),
        ("1.290 người", 1290, "người"),
        (f"1.290{NBSP}người", 1290, "người"),
        ("1 290 người", 1290, "người"),
        (unicodedata.normalize("NFD", "1.290 người"), 1290, "người"),
        ("02 lần", 2, "lần"),
        ("05 nhóm", 5, "nhóm"),
        ("04 mô hình", 4, "mô hình"),
        ("1.234,5 héc-ta", Decimal("1234.5"), "ha"),
        ("12 km2", 12, "km²"),
        ("3,5 nghìn người", 3500, "người"),
        ("1.984", 1984, None),
        ("1.290,5", Decimal("1290.5"), None),
        ("1.234.567,891", Decimal("1234567.891"), None),
        ("0,5", Decimal("0.5"), None),
        ("1984", 1984, None),
    ],
)
def test_values(text, value, unit):
    found = parse_figure(text)
    assert (found.value, found.unit and found.unit.vi) == (value, unit)
    assert type(found.value) is type(value)
    assert found.exact
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("trên 478 tỷ đồng", "above"),
        ("hơn 3%", "above"),
        ("vượt 3%", "above"),
        ("dưới 26,7 %", "below"),
        ("chưa đến 10%", "below"),
        ("ít nhất 8%", "at_least"),
        ("tối thiểu 5%", "at_least"),
        ("không dưới 5%", "at_least"),
        ("80% trở lên", "at_least"),
        ("từ 80% trở lên", "at_least"),
        ("2%/năm trở lên", "at_least"),
        ("từ 15 tuổi", "at_least"),
        ("không quá 5%", "at_most"),
        ("tối đa 5%", "at_most"),
        ("đến 5%", "at_most"),
        ("5% trở xuống", "at_most"),
        ("gần 20%", "nearly"),
        ("khoảng 20%", "about"),
        ("20%", "exactly"),
    ],
)
def test_bounds(text, bound):
    assert parse_figure(text).bound == bound


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("trên 50%", {"above": 50}),
        ("dưới 50%", {"below": 50}),
        ("ít nhất 50%", {"at_least": 50}),
        ("không quá 50%", {"at_most": 50}),
        ("50%", {"at_least": 50, "at_most": 50}),
        ("3 - 4%", {"at_least": 3, "at_most": 4}),
        ("từ 10 đến dưới 20%", {"at_least": 10, "below": 20}),
        ("từ trên 10% đến 20%", {"above": 10, "at_most": 20}),
    ],
)
def test_bounds_as_records_take_them(text, bounds):
    assert parse_figure(text).bounds.to_dict() == bounds


@pytest.mark.parametrize("text", ["gần 20%", "khoảng 20%"])
def test_what_is_near_is_no_bound(text):
    assert parse_figure(text).bounds is None


@pytest.mark.parametrize(
    ("text", "low", "high", "per"),
    [
        ("từ 3 - 4%/năm", 3, 4, ("năm",)),
        ("3-4%/năm", 3, 4, ("năm",)),
        ("3–4 %", 3, 4, ()),
        ("từ 3% đến 4%", 3, 4, ()),
        ("2 - 3 tỷ đồng", 2 * 10**9, 3 * 10**9, ()),
        ("800 triệu đến 1,2 tỷ đồng", 8 * 10**8, 12 * 10**8, ()),
        ("15 - 60 tuổi", 15, 60, ()),
    ],
)
def test_ranges(text, low, high, per):
    found = parse_figure(text)
    assert (found.bound, found.value, found.upper, found.per) == ("between", low, high, per)


def test_a_range_of_about_says_so():
    found = parse_figure("khoảng 3 - 4%")
    assert [problem.code for problem in found.problems] == ["figure.approximate_range"]


@pytest.mark.parametrize(
    ("text", "per", "average"),
    [
        ("2%/năm", ("năm",), False),
        ("3% mỗi năm", ("năm",), False),
        ("mỗi năm giảm trên 3%", ("năm",), False),
        ("bình quân 2%/năm", ("năm",), True),
        ("bình quân giảm 3-4%/năm", ("năm",), True),
        ("400.000 đồng/ha/năm", ("ha", "năm"), False),
        ("936 nghìn đồng/học sinh/tháng", ("học sinh", "tháng"), False),
    ],
)
def test_what_it_is_for(text, per, average):
    found = parse_figure(text)
    assert (found.per, found.average) == (per, average)


def test_fractions():
    half = parse_figure("1/2")
    assert (half.value, half.of, half.share) == (1, 2, Share(1, 2))
    assert parse_figure("8/8 huyện").share == Share(8, 8)
    assert parse_figure("8/8 huyện").unit.vi == "huyện"


@pytest.mark.parametrize(
    ("text", "verb", "to", "by"),
    [
        ("gấp 2 lần", "gấp", 2, 2),
        ("gấp đôi", "gấp", 2, 2),
        ("gấp rưỡi", "gấp", Fraction(3, 2), Fraction(3, 2)),
        ("tăng gấp 2 lần", "gấp", 2, 2),
        ("tăng trên 02 lần", "tăng", 2, 3),
        ("1,5 lần", None, Fraction(3, 2), Fraction(3, 2)),
    ],
)
def test_times(text, verb, to, by):
    found = parse_figure(text)
    assert (found.unit, found.verb) == (TIMES, verb)
    assert (found.multiple(), found.multiple(increase="by")) == (to, by)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "%",
        "tỷ",
        "đồng",
        "-",
        "12.34.567",
        "1,234.5",
        "1..2",
        "1e5",
        "5-3%",
        "3-3%",
        "15/12",
        "1/0",
        "5 công chức",
        "5 đồng chí",
        "5 trường hợp",
        "5 xã hội",
        "tăng 5%",
        "5% hộ nghèo",
        "10% và 20%",
        "3% - 4 tỷ đồng",
        "năm 2024",
        "1 triệu 2 tỷ đồng",
        "1 tỷ 1.500 triệu đồng",
        "1 tỷ tỷ đồng",
        "9" * 400,
    ],
)
def test_unreadable(text):
    with pytest.raises(InputError, match=r"figure\.unreadable"):
        parse_figure(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.5 tỷ", 1_500_000_000),
        ("1.98", Decimal("1.98")),
        ("3.75%", Decimal("3.75")),
        ("1.2345", Decimal("1.2345")),
        ("0.383", Decimal("0.383")),
    ],
)
def test_a_dot_as_decimal_mark(text, value):
    with pytest.raises(InputError, match=r"figure\.unreadable.*dot"):
        parse_figure(text)
    found = parse_figure(text, lenient=True)
    assert found.value == value
    assert [problem.code for problem in found.problems] == ["figure.dot_as_decimal"]


def test_a_dot_before_three_digits_parts_thousands():
    assert parse_figure("1.984 tỷ", lenient=True).problems == ()
    assert parse_figure("1.984", lenient=True).value == 1984


# What a figure becomes.


def test_money_and_percent():
    assert parse_figure("1.984 tỷ đồng").money == Money.billion(1984)
    assert parse_figure("2,7%").percent == Percent.of("2,7")


@pytest.mark.parametrize(
    "text", ["trên 478 tỷ đồng", "2 - 3 tỷ đồng", "400.000 đồng/ha", "478 tỷ", "1 triệu USD", "5%"]
)
def test_no_single_amount(text):
    with pytest.raises(InputError, match=r"figure\.not_exact"):
        _ = parse_figure(text).money


@pytest.mark.parametrize("text", ["trên 3%", "3%/năm", "3 xã", "3"])
def test_no_single_percentage(text):
    with pytest.raises(InputError, match=r"figure\.not_exact"):
        _ = parse_figure(text).percent


def test_what_is_no_share_and_no_multiple():
    for ask in (lambda f: f.share, lambda f: f.multiple()):
        with pytest.raises(InputError, match=r"figure\.not_exact"):
            ask(parse_figure("5%"))
    with pytest.raises(InputError, match=r"money\.fraction_of_dong"):
        _ = parse_figure("0,5 đồng").money


# Writing.


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("1.984 tỷ đồng", "1.984 tỷ đồng", "VND 1,984 billion"),
        ("trên 478 tỷ đồng", "trên 478 tỷ đồng", "over VND 478 billion"),
        ("500.000đ", "500.000 đồng", "VND 500,000"),
        ("26,7 %", "26,7%", "26.7%"),
        ("từ 3-4%/năm", "3 - 4%/năm", "3 - 4%/year"),
        ("từ 10 đến dưới 20%", "từ 10 đến dưới 20%", "from 10 to below 20%"),
        ("từ trên 10 đến 20%", "từ trên 10 đến 20%", "from over 10 to 20%"),
        ("80% trở lên", "ít nhất 80%", "at least 80%"),
        ("8/8 huyện", "8/8 huyện", "8/8 districts"),
        ("bình quân 2%/năm", "bình quân 2%/năm", "on average 2%/year"),
        ("tăng trên 02 lần", "tăng trên 2 lần", "rising to over 2 times"),
        ("gấp đôi", "gấp 2 lần", "2 times"),
        ("3,5 nghìn người", "3,5 nghìn người", "3.5 thousand persons"),
    ],
)
def test_words(text, vi, en):
    found = parse_figure(text)
    assert (found.text("vi"), found.text("en"), str(found)) == (vi, en, vi)


@pytest.mark.parametrize(
    ("text", "padded"),
    [
        ("5 nhóm", "05 nhóm"),
        ("2 lần", "02 lần"),
        ("10 nhóm", "10 nhóm"),
        ("0 hộ", "0 hộ"),
        ("5%", "5%"),
        ("5 ha", "5 ha"),
        ("5 tỷ đồng", "5 tỷ đồng"),
        ("3 - 5 xã", "03 - 05 xã"),
    ],
)
def test_counts_below_ten_may_be_padded(text, padded):
    assert parse_figure(text).text(pad=True) == padded
    assert parse_figure(padded) == parse_figure(text)


def test_a_no_break_space():
    assert parse_figure("5 xã").text(space=NBSP) == f"5{NBSP}xã"


NUMBERS = st.integers(0, 10**15) | st.decimals(
    0, 10**9, places=3, allow_nan=False, allow_infinity=False
).map(lambda number: int(number) if number == int(number) else number.normalize())
UNITS = st.sampled_from(sorted(set(unit_words().values()), key=str))


@st.composite
def figures(draw):
    unit = draw(UNITS | st.none())
    bound = draw(
        st.sampled_from(
            ["exactly", "above", "at_least", "below", "at_most", "nearly", "about", "between"]
        )
    )
    value, upper = draw(NUMBERS), None
    if bound == "between":
        upper = draw(NUMBERS)
        assume(value < upper)
    return Figure(
        value=value,
        upper=upper,
        bound=bound,
        unit=unit,
        open_low=bound == "between" and draw(st.booleans()),
        open_high=bound == "between" and draw(st.booleans()),
        per=tuple(draw(st.lists(st.sampled_from(["năm", "hộ", "ha"]), max_size=2, unique=True))),
        average=draw(st.booleans()),
        verb=draw(st.sampled_from([None, "gấp", "tăng"])) if unit == TIMES else None,
        scale=draw(st.sampled_from(list(SCALE_WORDS))),
    )


@given(figures(), st.booleans())
def test_writing_then_reading(figure, pad):
    assert parse_figure(figure.text(pad=pad)) == figure
    assert figure.text("en")


@given(figures().filter(lambda figure: figure.unit is not None))
def test_a_written_figure_is_found(figure):
    text = f"Kết quả: {figure.text()}; hết."
    (found,) = find_figures(text)
    assert found == figure
    assert text[slice(*found.span)] == figure.text()


# In running texts.


def found_in(text):
    return [text[slice(*figure.span)] for figure in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Vốn đầu tư trên 94 tỷ đồng, đạt gần 20%; vốn sự nghiệp 16 tỷ đồng, đạt 2,7%.",
            ["trên 94 tỷ đồng", "gần 20%", "16 tỷ đồng", "2,7%"],
        ),
        (
            "tỷ lệ hộ nghèo mỗi năm giảm trên 3%; bình quân giảm 3-4%/năm",
            ["mỗi năm giảm trên 3%", "bình quân giảm 3-4%/năm"],
        ),
        ("dưới 17% và thể thấp còi dưới 26,7 %.", ["dưới 17%", "dưới 26,7 %"]),
        ("bằng 1/2 bình quân chung của cả nước", ["1/2"]),
        ("8/8 huyện, thành phố đã tổ chức xong", ["8/8 huyện"]),
        ("lên gấp 2 lần so với năm 2020; giảm 50% số xã", ["gấp 2 lần", "50%"]),
        ("thu nhập tăng trên 02 lần so với năm 2020", ["tăng trên 02 lần"]),
        ("Phấn đấu 80% trở lên cán bộ", ["80% trở lên"]),
        ("người từ 15 tuổi trở lên", ["từ 15 tuổi trở lên"]),
        ("giai đoạn 2021 - 2025 100% xã có đường", ["100%"]),
        ("-100% xã đạt chuẩn", ["100%"]),
        ("tăng trưởng (-5,5%) trong năm", ["-5,5%"]),
        ("đầu tư 1.5 tỷ đồng", ["1.5 tỷ đồng"]),
        # None of these is a figure.
        ("Chiều 23/7, UBND tỉnh", []),
        ("Ngày 14/1 xã tổ chức", []),
        ("tháng 10/2024 huyện tổ chức", []),
        ("Nghị quyết số 24-NQ/TW ngày 12/3/2003", []),
        ("Quyết định số 33/2020/QĐ-TTg", []),
        ("đến năm 2025 xã đạt chuẩn", []),
        ("giai đoạn 2021 - 2025 hộ nghèo giảm", []),
        ("năm 2022, 2023 người dân", []),
        ("Điều 4 người có uy tín", []),
        ("khoản 3 hộ gia đình", []),
        ("02 công chức, 5 đồng chí, 3 trường hợp", []),
        ("06 tháng đầu năm 2024", []),
        ("12.34.567 đồng", []),
        ("Mẫu số 05 hộ", []),
    ],
)
def test_finding(text, figures):
    assert found_in(text) == figures


def test_a_sign_without_a_number_before_it():
    (found,) = find_figures("tăng trưởng -5,5% trong năm")
    assert found.value == Decimal("-5.5")


def test_a_total_number_is_no_number_of_a_document():
    assert found_in("tổng số 05 nhóm; một số 05 nhóm") == ["05 nhóm", "05 nhóm"]


def test_places_are_those_of_the_given_text():
    text = unicodedata.normalize("NFD", "Tỉnh dành 1.984 tỷ đồng cho vùng.")
    (found,) = find_figures(text)
    assert unicodedata.normalize("NFC", text[slice(*found.span)]) == "1.984 tỷ đồng"


FRAGMENTS = [
    *("1.984", "2,4", "1/2", "3-4", "02", "-", "–", "/", "%", ",", ".", "(", ")"),
    *("tỷ", "nghìn", "rưỡi", "đồng", "trên", "dưới", "từ", "đến", "gấp", "đôi", "lần", "tăng"),
    *("mỗi năm", "/năm", "bình quân", "hộ", "xã", "trở lên", "năm 2024", "số"),
]


@given(
    st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join)
    | st.lists(st.sampled_from(FRAGMENTS), max_size=8).map("".join)
    | st.text(max_size=30)
)
def test_reading_never_crashes(text):
    for found in find_figures(text):
        start, end = found.span
        assert 0 <= start < end <= len(text)
        assert found.text("vi")
        assert found.text("en")
    for lenient in (True, False):
        with suppress(InputError):
            parse_figure(text, lenient=lenient)


# Tables.


@pytest.mark.parametrize(
    ("heading", "scale", "unit"),
    [
        ("Đơn vị tính: triệu đồng", 10**6, "đồng"),
        ("ĐVT: Tỷ đồng", 10**9, "đồng"),
        ("Kinh phí (nghìn đồng)", 10**3, "đồng"),
        ("Đơn vị: hộ", 1, "hộ"),
        ("Tỷ lệ (%)", 1, "%"),
        ("triệu đồng", 10**6, "đồng"),
        ("nghìn người", 10**3, "người"),
    ],
)
def test_units_of_columns(heading, scale, unit):
    found = ColumnUnit.of_heading(heading)
    assert (found.scale, found.unit.vi) == (scale, unit)


@pytest.mark.parametrize("heading", ["", "Ghi chú", "Đơn vị tính: triệu", "Kinh phí"])
def test_no_unit_of_a_column(heading):
    with pytest.raises(InputError, match=r"figure\.unknown_unit"):
        ColumnUnit.of_heading(heading)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.984,5", 1_984_500_000),
        ("2", 2_000_000),
        ("1,5 tỷ", 1_500_000_000),
        ("500.000 đồng", 500_000),
        ("-", None),
        ("–", None),
        ("", None),
        (NBSP, None),
        ("0", 0),
    ],
)
def test_cells(cell, value):
    found = parse_cell(cell, ColumnUnit(DONG, 10**6))
    assert (found and found.value) == value
    assert found is None or found.unit == DONG


def test_a_range_in_a_cell():
    found = parse_cell("2 - 3", ColumnUnit(DONG, 10**6))
    assert (found.value, found.upper, found.text()) == (2_000_000, 3_000_000, "2 - 3 triệu đồng")


def test_a_cell_of_another_unit():
    with pytest.raises(InputError, match=r"figure\.wrong_unit"):
        parse_cell("5%", ColumnUnit(DONG))
    with pytest.raises(InputError, match=r"figure\.unreadable"):
        parse_cell("chưa có", ColumnUnit(DONG))


def test_units():
    assert unit_of("VNĐ") == unit_of("đ") == DONG
    assert unit_of("phần  trăm") == PERCENT
    assert unit_of("hộ gia đình").unit is Unit.HOUSEHOLDS
    with pytest.raises(InputError, match=r"figure\.unknown_unit"):
        unit_of("cái")


def test_plain_data():
    (found,) = find_figures("đạt trên 2,7%/năm")
    assert found.to_dict() == {
        "value": "2.7",
        "upper": None,
        "unit": "%",
        "bound": "above",
        "open_low": False,
        "open_high": False,
        "of": None,
        "per": ["năm"],
        "average": False,
        "verb": None,
        "span": [4, 17],
        "problems": [],
    }


# What a locale alone gets wrong: rounding half to even, "nghìn tỷ", the sign of the currency.


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (format_number(1_984_000_000_000), "1.984.000.000.000"),
        (format_number(Decimal("1234567.891")), "1.234.567,891"),
        (Percent.of("2,7").text(), "2,7%"),
        (Percent.of("65,74").text(), "65,74%"),
        (Percent.of("12,5").text(max_decimals=0), "13%"),
        (format_number(Decimal("0.5"), max_decimals=0), "1"),
        (format_number(Decimal("1.5"), max_decimals=0), "2"),
        (format_number(Decimal("2.5"), max_decimals=0), "3"),
        (Figure(value=Decimal("12.5"), unit=unit_of("‰")).text(), "12,5‰"),
        (Money.billion(1984).text(), "1.984 tỷ đồng"),
        (Money.billion(478).text(), "478 tỷ đồng"),
        (Money(1_500_500).text_in("nghìn", max_decimals=0), "1.501 nghìn đồng"),
        (Figure(value=Decimal("1234.5"), unit=unit_of("ha")).text(), "1.234,5 ha"),
    ],
)
def test_numbers_as_documents_have_them(written, text):
    assert written == text


@pytest.mark.parametrize("given_", [None, 2.5, b"5%"])
def test_what_is_no_text_is_refused(given_):
    column = ColumnUnit.of_heading("%")
    for read in (parse_figure, find_figures, lambda cell: parse_cell(cell, column)):
        with pytest.raises(InputError) as caught:
            read(given_)
        assert caught.value.code == "argument.not_text"
