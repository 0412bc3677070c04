"""What can be wrong with the columns of a file and the cells in them, in words."""

from __future__ import annotations

from decimal import Decimal

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.interfaces.files.table import Table
from dantoc_policy.values.bounds import Bounds


def doubled(table: Table, one: int, other: int) -> InputError:
    """Refuse two columns for one fact."""
    first, second = table.columns[one], table.columns[other]
    return InputError.of(
        "heading.doubled",
        place=table.path.name,
        vi=f"hai cột cùng một số liệu: “{first}” và “{second}”.",
        en=f"two columns hold the same fact: “{first}” and “{second}”.",
        mend_vi="Đổi tên hoặc bỏ một cột.",
        mend_en="Rename or drop one of them.",
    )


def two_ways(place: str, cell: str, value: int | Decimal | Bounds) -> Problem:
    """Warn of a number that has two readings."""
    return Problem(
        code="number.two_ways",
        severity="warning",
        place=place,
        vi=f"“{cell.strip()}” có thể là số thập phân hoặc số có dấu hàng nghìn; đã đọc là {value}.",
        en=f"“{cell.strip()}” may have decimals or thousands; it was read as {value}.",
        mend_vi="Ghi không có dấu hàng nghìn.",
        mend_en="Write it without a mark for thousands.",
    )


def bounded_bound(place: str) -> Problem:
    """Refuse bounds where a limit is wanted."""
    return Problem(
        code="bounds.not_a_number",
        place=place,
        vi="cột cận chỉ ghi một số.",
        en="a column of bounds holds single numbers only.",
    )


def contradicted(place: str, stated: object, bounds: Bounds) -> Problem:
    """Say that a figure lies outside its stated bounds."""
    return Problem(
        code="bounds.contradicted",
        place=place,
        vi=f"số đã ghi ({stated}) không khớp khoảng đã ghi ({bounds}); coi là chưa biết.",
        en=f"the figure ({stated}) contradicts its bounds ({bounds}); it is taken as not known.",
        mend_vi="Chỉ giữ một trong hai.",
        mend_en="Keep only one of them.",
    )


def looks_like_total(place: str) -> Problem:
    """Warn of a line that sums the others up."""
    return Problem(
        code="row.looks_like_total",
        severity="warning",
        place=place,
        vi="dòng này có vẻ là dòng cộng, không phải một đơn vị; vẫn được tính như đã ghi.",
        en="this looks like a line of totals and not a place; it was computed as it stands.",
    )
