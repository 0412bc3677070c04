"""An empty sheet for the figures of a plan: one row for each target that can be measured."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.files.table import format_of, unusable
from dantoc_policy.interfaces.files.write import check_target, replacing
from dantoc_policy.interfaces.plans.observation_entry import ObservationEntry
from dantoc_policy.interfaces.plans.words import bound_text
from dantoc_policy.plans.aim import Aim
from dantoc_policy.plans.plan import Plan
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit

_FILLED = (
    "indicator", "population", "date", "value", "unit", "comparator", "kind", "place", "source",
)  # fmt: skip
_WIDTHS = {"indicator": 30, "population": 24, "source": 30, "place": 18}
_TOLD = (
    (Text("Chỉ tiêu (không đọc)", "Target (not read)"), 44),
    (Text("Phải đạt (không đọc)", "To be reached (not read)"), 22),
    (Text("Đến năm (không đọc)", "Due (not read)"), 10),
)
_NOTES = (
    Text("Cách ghi", "How to fill in"),
    Text(
        "Mỗi dòng một số liệu. Ghi thời điểm (2024, 12/2024, 31/12/2024) và giá trị; dòng chưa có "
        "giá trị được bỏ qua.",
        "One figure a row. Write the date (2024, 2024-12, 31/12/2024) and the value; a row without "
        "a value is passed over.",
    ),
    Text(
        "Muốn biết tiến độ thì cần cả số của năm gốc: chép dòng, ghi thời điểm là năm gốc.",
        "The pace needs the figure of the baseline year, too: copy the row, with that year.",
    ),
    Text(
        "Ghi mức đạt được (hộ nghèo còn 12,5%), không ghi mức tăng, giảm. Chỉ biết khoảng thì ghi "
        "“trên 94”, “10-12”.",
        "Write the level that was reached (poverty 12.5 %), not how far it moved. Bounds may be "
        "written as >94, 10-12.",
    ),
    Text(
        "Đơn vị đã ghi sẵn là đơn vị của chỉ tiêu; tiền có thể ghi triệu đồng, tỷ đồng.",
        "The unit written is that of the target; money may be in triệu đồng or tỷ đồng.",
    ),
    Text(
        "Có thể thêm dòng, thêm cột, bỏ cột có chữ “không đọc”.",
        "Rows and columns may be added, columns “not read” dropped.",
    ),
)


def write_observation_sheet(path: str | Path, plan: Plan, locale: Locale = "vi") -> Path:
    """Write the sheet as Excel or csv; it never takes the place of a file.

    Raises:
        InputError: `output.exists`, `template.format`, and what `check_target` raises.
    """
    target = check_target(path)
    form = format_of(target)
    if form not in ("csv", "xlsx"):
        raise unusable(
            target,
            "template.format",
            "mẫu trống chỉ có dạng .xlsx hoặc .csv.",
            "an empty sheet is .xlsx or .csv only.",
        )
    if target.exists():
        raise unusable(
            target,
            "output.exists",
            "đã có tệp này.",
            "this file exists already.",
            "Đặt tên khác.",
            "Give another name.",
        )
    headings = _headings(locale)
    rows = list(_rows(plan, locale))
    with replacing(target) as draft:
        if form == "csv":
            with draft.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerows([headings, *rows])
        else:
            _write_excel(draft, headings, rows, locale)
    return target


def _headings(locale: Locale) -> list[str]:
    facts = ObservationEntry.facts()
    named = (facts[one].headings[0] if locale == "vi" else one for one in _FILLED)
    return [*(text.get(locale) for text, _ in _TOLD), *named]


def _rows(plan: Plan, locale: Locale) -> Iterator[list[str]]:
    """Give a row for each target with a figure, with all that is known beforehand."""
    for target in plan.targets:
        if not target.is_measurable:
            continue
        aim = Aim.of(target, plan)
        unit = aim.level_unit
        known = {
            "indicator": aim.indicator.id,
            "population": aim.population.id,
            "unit": "" if unit is None else _unit_word(unit, locale),
            "place": plan.place or "",
        }
        yield [
            target.gist.get(locale),
            bound_text(target, locale),
            str(aim.due_year),
            *(known.get(name, "") for name in _FILLED),
        ]


def _unit_word(unit: Unit, locale: Locale) -> str:
    return unit.text.vi if locale == "vi" else unit.value


def _write_excel(path: Path, headings: list[str], rows: list[list[str]], locale: Locale) -> None:
    from dantoc_policy.interfaces.files.write_excel import workbook

    with workbook(path) as book:
        top: dict[str, Any] = {"valign": "top", "text_wrap": True}
        head = book.add_format(top | {"bold": True, "bg_color": "#BDD7EE", "border": 1})
        told = book.add_format(top | {"font_color": "#595959"})
        texts, open_cell = book.add_format(top), book.add_format(top | {"bg_color": "#FFF2CC"})
        sheet = book.add_worksheet(Text("Số liệu", "Figures").get(locale))
        sheet.freeze_panes(1, 1)
        sheet.set_row(0, 32)
        widths = [*(wide for _, wide in _TOLD), *(_WIDTHS.get(name, 14) for name in _FILLED)]
        for at, (heading, wide) in enumerate(zip(headings, widths, strict=True)):
            sheet.write_string(0, at, heading, head)
            sheet.set_column(at, at, wide)
        to_fill = {len(_TOLD) + _FILLED.index(name) for name in ("date", "value")}
        for line, row in enumerate(rows, 1):
            for at, cell in enumerate(row):
                shade = told if at < len(_TOLD) else texts
                if at in to_fill:
                    sheet.write_blank(line, at, None, open_cell)
                elif cell:
                    sheet.write_string(line, at, cell, shade)
        notes = book.add_worksheet(Text("Ghi chú", "Notes").get(locale))
        bold = book.add_format(top | {"bold": True})
        notes.set_column(0, 0, 100)
        for at, note in enumerate(_NOTES):
            notes.write_string(at, 0, note.get(locale), bold if at == 0 else texts)
