from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import PolicyError
from dantoc_policy.interfaces.files.cells import ExcelPercent, read_cell, read_period
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.unit import Unit


@pytest.mark.parametrize(
    "text", ["", " ", "-", "–", "…", "...", "n/a", "N/A", "không rõ", "KHÔNG RÕ", "KXĐ", None]
)
@pytest.mark.parametrize("unit", [Unit.HOUSEHOLDS, Unit.PERCENT, Unit.TRUTH])
def test_unknown_is_unknown(text, unit):
    assert read_cell(text, unit) is None


@pytest.mark.parametrize(
    ("cell", "truth"),
    [
        *(("có", True), ("Có", True), ("x", True), ("X", True), ("đạt", True), ("Đã đạt", True)),
        *(("rồi", True), ("TRUE", True), ("1", True), (1, True), (1.0, True), (True, True)),
        *(("không", False), ("chưa đạt", False), ("chưa", False), ("không đạt", False)),
        *(("false", False), ("0", False), (0, False), (False, False), ("không có", False)),
    ],
)
def test_yes_and_no(cell, truth):
    assert read_cell(cell, Unit.TRUTH) is truth


@pytest.mark.parametrize("cell", ["có lẽ", "2", 2, 0.5, "đang làm"])
def test_no_truth_is_guessed(cell):
    with pytest.raises(PolicyError) as error:
        read_cell(cell, Unit.TRUTH)
    assert error.value.code == "truth.unreadable"


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        (">50", Bounds.of(above=50)),
        ("> 50 %", Bounds.of(above=50)),
        ("trên 50", Bounds.of(above=50)),
        ("Trên 50%", Bounds.of(above=50)),
        ("hơn 50", Bounds.of(above=50)),
        (">=50", Bounds.of(at_least=50)),
        ("≥ 50", Bounds.of(at_least=50)),
        ("từ 50 trở lên", Bounds.of(at_least=50)),
        ("50 trở lên", Bounds.of(at_least=50)),
        ("từ 50% trở lên", Bounds.of(at_least=50)),
        ("ít nhất 50", Bounds.of(at_least=50)),
        ("không dưới 50", Bounds.of(at_least=50)),
        ("dưới 10", Bounds.of(below=10)),
        ("<10", Bounds.of(below=10)),
        ("không quá 20", Bounds.of(at_most=20)),
        ("≤20", Bounds.of(at_most=20)),
        ("từ 20 trở xuống", Bounds.of(at_most=20)),
        ("đến 20", Bounds.of(at_most=20)),
        ("10-20", Bounds.of(at_least=10, at_most=20)),
        ("10 – 20", Bounds.of(at_least=10, at_most=20)),
        ("10% - 20%", Bounds.of(at_least=10, at_most=20)),
        ("từ 10 đến 20", Bounds.of(at_least=10, at_most=20)),
        ("từ 10% đến dưới 20%", Bounds.of(at_least=10, below=20)),
        ("trên 10 đến 20", Bounds.of(above=10, at_most=20)),
        ("trên 10 và dưới 20", Bounds.of(above=10, below=20)),
        ("trên 12,5", Bounds.of(above=Decimal("12.5"))),
    ],
)
def test_bounds_in_words(text, bounds):
    assert read_cell(text, Unit.PERCENT) == bounds


@pytest.mark.parametrize(
    "text",
    ["khoảng 20", "~20", "20+", "dưới 20, trên 10", "20-10", "10-20-30", "trên", "abc", "1e5"],
)
def test_vague_figures_are_not_guessed(text):
    with pytest.raises(PolicyError):
        read_cell(text, Unit.PERCENT)


@pytest.mark.parametrize(
    ("cell", "unit", "number"),
    [
        ("1.383", Unit.HOUSEHOLDS, 1383),
        ("1 383", Unit.HOUSEHOLDS, 1383),
        ("1.383 hộ", Unit.HOUSEHOLDS, 1383),
        ("5,92", Unit.PERCENT, Decimal("5.92")),
        ("450.000", Unit.VND, 450_000),
        (1383.0, Unit.HOUSEHOLDS, 1383),
        (19.999999999999996, Unit.PERCENT, 20),
        (21.4, Unit.PERCENT, Decimal("21.4")),
        (ExcelPercent(0.15), Unit.PERCENT, 15),
        (ExcelPercent(0.1499), Unit.PERCENT, Decimal("14.99")),
    ],
)
def test_numbers(cell, unit, number):
    assert read_cell(cell, unit) == number


def test_a_huge_number_is_refused_at_once():
    with pytest.raises(PolicyError):
        read_cell(Decimal("1e999999999"), Unit.HOUSEHOLDS)


def test_an_excel_error_is_told():
    with pytest.raises(PolicyError) as error:
        read_cell("#DIV/0!", Unit.PERCENT)
    assert error.value.code == "cell.excel_error"


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        (2020, "2020-01-01..2020-12-31"),
        ("2020", "2020-01-01..2020-12-31"),
        ("2021-09", "2021-09-01..2021-09-30"),
        ("9/2021", "2021-09-01..2021-09-30"),
        ("tháng 9 năm 2021", "2021-09-01..2021-09-30"),
        ("31/12/2020", "2020-12-31"),
        ("2020-12-31 00:00:00", "2020-12-31"),
        ("cuối năm 2020", "2020-01-01..2020-12-31"),
    ],
)
def test_dates_of_figures(cell, period):
    assert str(read_period(cell)) == period


@given(
    st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.none()),
    st.sampled_from([unit for unit in Unit if unit is not Unit.NAME]),
)
def test_any_cell_is_read_or_refused_with_a_problem(cell, unit):
    try:
        found = read_cell(cell, unit)
    except PolicyError as error:
        found = None if error.message("vi") and error.message("en") else error
    assert found is None or isinstance(found, bool | int | Decimal | Bounds)


@given(st.integers(0, 10**7), st.sampled_from(["{:,}", "{}"]))
def test_a_count_written_in_vietnamese_comes_back(number, form):
    assert read_cell(form.format(number).replace(",", "."), Unit.HOUSEHOLDS) == number
