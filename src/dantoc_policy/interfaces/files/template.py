"""An empty sheet to fill in: headings that the library reads back, and notes on each column."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from dantoc_policy.errors import Locale
from dantoc_policy.instruments.classify import UNITS
from dantoc_policy.instruments.registry import instruments
from dantoc_policy.interfaces.files.table import format_of, unusable
from dantoc_policy.interfaces.files.write import check_target, replacing
from dantoc_policy.interfaces.files.write_excel import workbook
from dantoc_policy.records.record import Record
from dantoc_policy.rules.condition import Compare, Condition, Flag, OneOf
from dantoc_policy.rules.quantity import Multiple
from dantoc_policy.rules.rule import Rule
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit

_PREPARED_ROWS = 5000
_NOTES_HEAD = 5
_SITUATION = Text(
    "tên tỉnh; cho biết có thuộc Đồng bằng sông Cửu Long, Đông Nam Bộ không",
    "name of the province; tells whether it is in the Mekong Delta or the Southeast",
)
_DAY = Text("ngày, tháng hoặc năm của số liệu", "day, month or year of the figures")
_IDENTITY: Mapping[str, Mapping[str, tuple[str, Text]]] = {
    "name": {
        "commune": ("Tên xã", Text("tên xã", "name of the commune")),
        "village": ("Tên thôn", Text("tên thôn", "name of the village")),
        "province": ("Tên tỉnh", Text("tên tỉnh", "name of the province")),
        "ethnic_group": ("Dân tộc", Text("tên dân tộc", "name of the group")),
    },
    "commune": {"village": ("Thuộc xã", Text("xã của thôn", "commune of the village"))},
    "code": {
        "commune": ("Mã xã", Text("mã xã", "code of the commune")),
        "village": ("Mã thôn", Text("mã thôn", "code of the village")),
        "province": ("Mã tỉnh", Text("mã tỉnh", "code of the province")),
    },
    "code_1979": {
        "ethnic_group": (
            "Mã dân tộc (1979)",
            Text("mã theo danh mục năm 1979", "code in the order of 1979"),
        )
    },
    "province": {"commune": ("Tỉnh", _SITUATION), "village": ("Tỉnh", _SITUATION)},
    "figures_date": dict.fromkeys(UNITS, ("Ngày số liệu", _DAY)),
}


@frozen
class TemplateColumn:
    """One column of the empty sheet: its heading, its fact, and what the notes say of it."""

    heading: str
    fact: str
    unit: Unit
    meaning: Text
    asked_by: tuple[str, ...]


def template_columns(unit: str, rule: Rule | None = None) -> tuple[TemplateColumn, ...]:
    """Give the columns for a kind of place; with a rule only those that it asks for.

    >>> [column.heading for column in template_columns("commune")][:5]
    ['Tên xã', 'Mã xã', 'Tỉnh', 'Ngày số liệu', 'Số hộ']
    """
    record = UNITS[unit]
    wanted = None if rule is None else _with_shares(record, facts_of(rule))
    asked = {
        fact: tuple(
            found.code
            for found in instruments().values()
            if unit in found.rules and fact in _with_shares(record, facts_of(found.rules[unit]))
        )
        for fact in record.facts()
    }
    return (
        *(
            TemplateColumn(headed[unit][0], fact, Unit.NAME, headed[unit][1], ())
            for fact, headed in _IDENTITY.items()
            if unit in headed
        ),
        *(
            TemplateColumn(info.headings[0], fact, info.unit, info.label, asked[fact])
            for fact, info in record.facts().items()
            if info.headings and (wanted is None or fact in wanted)
        ),
    )


def facts_of(rule: Rule) -> frozenset[str]:
    """Give the names of the facts that a rule asks for under any of its readings."""
    found: set[str] = set()
    for node in rule.walk():
        found |= _facts(node)
    return frozenset(found)


def _facts(node: Condition) -> set[str]:
    if isinstance(node, Flag | OneOf):
        return {node.fact.name}
    if not isinstance(node, Compare):
        return set()
    names = {fact.name for fact in node.left.facts}
    if isinstance(node.right, Multiple):
        names.add(node.right.fact.name)
    return names


def _with_shares(record: type[Record], facts: frozenset[str]) -> frozenset[str]:
    """Add the percentages that can stand for the counts that are asked for."""
    return facts | {
        name
        for name, info in record.facts().items()
        if info.share_of and {*info.share_of.parts, info.share_of.whole} <= facts
    }


def write_template(
    path: str | Path, unit: str, *, rule: Rule | None = None, locale: Locale = "vi"
) -> Path:
    """Write the empty sheet as Excel, or as csv if the name ends so."""
    columns = template_columns(unit, rule)
    return write_empty(
        path,
        [column.heading for column in columns],
        lambda draft: _write_excel(draft, unit, columns, locale),
    )


def write_empty(
    path: str | Path, headings: Sequence[str], write_excel: Callable[[Path], None]
) -> Path:
    """Write an empty sheet: a csv of its headings alone, or what `write_excel` makes of a file."""
    target = check_target(path)
    form = format_of(target)
    if form not in ("csv", "xlsx"):
        raise unusable(
            target,
            "template.format",
            "mẫu trống chỉ có dạng .xlsx hoặc .csv.",
            "an empty sheet is .xlsx or .csv only.",
        )
    with replacing(target) as draft:
        if form == "csv":
            with draft.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerow(headings)
        else:
            write_excel(draft)
    return target


def _write_excel(path: Path, unit: str, columns: Iterable[TemplateColumn], locale: Locale) -> None:
    titles = {
        "commune": Text("Xã", "Communes"),
        "village": Text("Thôn", "Villages"),
        "province": Text("Tỉnh", "Provinces"),
        "ethnic_group": Text("Dân tộc", "Groups"),
    }
    with workbook(path) as book:
        top = {"valign": "top", "text_wrap": True}
        head = top | {"bold": True, "valign": "vcenter", "bg_color": "#BDD7EE", "border": 1}
        formats = {
            "head": book.add_format(head),
            "wrap": book.add_format(top),
            "bold": book.add_format(top | {"bold": True}),
        }
        sheet = book.add_worksheet(titles[unit].get(locale))
        sheet.set_row(0, 80)
        sheet.freeze_panes(1, 1)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column.heading, formats["head"])
            sheet.set_column(place, place, 26 if place == 0 else 16)
            _validate(sheet, place, column)
        notes = book.add_worksheet(Text("Ghi chú", "Notes").get(locale))
        _notes(notes, columns, locale, formats)


def _notes(
    notes: Any, columns: Iterable[TemplateColumn], locale: Locale, formats: dict[str, Any]
) -> None:
    """Say how to fill the sheet in, and what each column means."""
    _intro(notes, locale, formats["bold"], formats["wrap"])
    heads = (
        Text("Cột", "Column"),
        Text("Tên trường (tiếng Anh)", "Field name"),
        Text("Đơn vị", "Unit"),
        Text("Nghĩa", "Meaning in Vietnamese"),
        Text("Nghĩa tiếng Anh", "Meaning"),
        Text("Văn bản dùng", "Asked by"),
    )
    for place, text in enumerate(heads):
        notes.write_string(_NOTES_HEAD, place, text.get(locale), formats["head"])
    for row, column in enumerate(columns, _NOTES_HEAD + 1):
        texts = (
            column.heading,
            column.fact,
            unit_words(column.unit, column.fact).get(locale),
            column.meaning.vi,
            column.meaning.en,
            "; ".join(column.asked_by),
        )
        for place, note in enumerate(texts):
            notes.write_string(row, place, note, formats["wrap"])
    for place, wide in enumerate((38, 36, 22, 50, 50, 44)):
        notes.set_column(place, place, wide)
    notes.freeze_panes(_NOTES_HEAD + 1, 0)


def _intro(notes: Any, locale: Locale, bold: Any, wrap: Any) -> None:
    lines = (
        Text("Cách ghi", "How to fill in"),
        Text(
            "Mỗi đơn vị một dòng. Số chưa biết thì để trống; đừng ghi 0 thay cho chưa biết.",
            "One place a row. Leave empty what is not known; never write 0 for it.",
        ),
        Text(
            "Có số đếm thì ghi số đếm; tỷ lệ chỉ cần khi không có số đếm. Chỉ biết khoảng thì "
            "ghi như: trên 50; từ 10 đến 20; dưới 5.",
            "Give counts where there are some; percentages only where there are none. Bounds "
            "may be written as: >50; 10-20; <5.",
        ),
        Text(
            "Có thể bỏ bớt, thêm hoặc đổi thứ tự cột; cột lạ được giữ nguyên.",
            "Columns may be dropped, added or moved; unknown ones are kept as they are.",
        ),
    )
    for at, line in enumerate(lines):
        notes.merge_range(at, 0, at, 5, line.get(locale), bold if at == 0 else wrap)


def unit_words(unit: Unit, fact: str = "") -> Text:
    """Say how a column of a unit is filled in."""
    if unit is Unit.TRUTH:
        return Text("có / không", "có (yes) / không (no)")
    if unit is Unit.PERCENT:
        return Text("%, từ 0 đến 100", "%, 0 to 100")
    if unit is Unit.NAME:
        if fact == "figures_date":
            return Text("2020, 12/2020, 31/12/2020", "2020, 2020-12, 2020-12-31")
        return Text("chữ", "text")
    return unit.text


def _validate(sheet: Any, place: int, column: TemplateColumn) -> None:
    """Let Excel warn of what could not be read; bounds in words stay possible."""
    cells = (1, place, _PREPARED_ROWS, place)
    if column.unit is Unit.TRUTH:
        sheet.data_validation(
            *cells,
            {
                "validate": "list",
                "source": ["có", "không"],
                "error_type": "warning",
                "error_title": "có / không",
                "error_message": "Ghi có hoặc không; để trống nếu chưa biết.",
            },
        )
    elif column.unit.numeric:
        limits: dict[str, Any] = {"criteria": ">=", "value": 0}
        if column.unit is Unit.PERCENT:
            limits = {"criteria": "between", "minimum": 0, "maximum": 100}
        sheet.data_validation(
            *cells,
            {
                "validate": "integer" if column.unit.whole else "decimal",
                **limits,
                "error_type": "warning",
                "error_title": column.unit.text.vi or "số",
                "error_message": "Thường là một số. Chỉ biết khoảng: ghi như “trên 50”.",
            },
        )
