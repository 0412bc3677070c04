"""One row of a sheet of figures: what was measured, of whom, when, how much, by which source."""

from __future__ import annotations

from dantoc_policy.records.fields import Word
from dantoc_policy.records.record import Record, fact
from dantoc_policy.values.unit import Unit

NEEDED = ("indicator", "date", "value")
"""The columns without which a row says nothing."""


class ObservationEntry(Record):
    """The columns of a sheet of figures, with the headings that are known for them.

    The cells are kept as they are written; `observations` makes figures of them.

    >>> ObservationEntry.facts()["value"].headings
    ('Giá trị', 'Kết quả', 'Số liệu')
    """

    indicator: Word = fact(
        Unit.NAME,
        "chỉ số",
        "indicator",
        headings=("Chỉ số", "Mã chỉ số", "Tên chỉ số"),
    )
    population: Word = fact(
        Unit.NAME,
        "đối tượng",
        "population",
        headings=("Đối tượng", "Mã đối tượng", "Của ai"),
    )
    date: Word = fact(
        Unit.NAME,
        "thời điểm",
        "date",
        headings=("Thời điểm", "Ngày", "Năm", "Thời gian", "Kỳ", "year", "period"),
    )
    value: Word = fact(Unit.NAME, "giá trị", "value", headings=("Giá trị", "Kết quả", "Số liệu"))
    unit: Word = fact(Unit.NAME, "đơn vị tính", "unit", headings=("Đơn vị tính", "Đơn vị", "ĐVT"))
    comparator: Word = fact(
        Unit.NAME,
        "mức độ",
        "comparator",
        headings=("Mức độ", "So sánh"),
    )
    basis: Word = fact(Unit.NAME, "cách tính", "basis", headings=("Cách tính",))
    baseline_year: Word = fact(Unit.NAME, "năm gốc", "baseline year", headings=("Năm gốc",))
    kind: Word = fact(Unit.NAME, "loại số liệu", "kind", headings=("Loại số liệu", "Loại"))
    place: Word = fact(Unit.NAME, "địa bàn", "place", headings=("Địa bàn", "Nơi"))
    source: Word = fact(Unit.NAME, "nguồn", "source", headings=("Nguồn", "Nguồn số liệu"))
