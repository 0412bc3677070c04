"""Writing the sheets of a report as an Excel workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.files.write_excel import workbook
from dantoc_policy.interfaces.plans.report_sheet import Cell, CellKind, Sheet

_TOP: dict[str, Any] = {"valign": "top", "text_wrap": True}
_HEAD = {"bold": True, "valign": "vcenter", "text_wrap": True, "bg_color": "#BDD7EE", "border": 1}
_LONGEST_CELL = 32_767
_HEAD_HEIGHT, _TURNED_HEIGHT = 36, 150
_FORMATS: dict[CellKind, dict[str, Any]] = {
    "text": {},
    "number": {"num_format": "#,##0", "align": "right"},
    "year": {"num_format": "0", "align": "right"},
    "date": {"num_format": "dd/mm/yyyy", "align": "left"},
    "percent": {"num_format": "0.0%", "align": "right"},
    "mark": {"align": "center", "font_size": 9},
}
# Decimals only where a number has some: 98 and 26,7.
_DECIMALS = {"num_format": "#,##0.0##", "align": "right"}


def write_sheets(path: Path, sheets: Sequence[Sheet], title: str, locale: Locale) -> None:
    """Write sheets with a frozen heading, wrapped texts, filters, and numbers as numbers."""
    with workbook(path) as book:
        book.set_properties({"title": title[:255]})
        formats = _Formats(book)
        for sheet in sheets:
            _write_sheet(book, sheet, formats, locale)


class _Formats:
    """The cell formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, str | None], Any] = {}

    def get(self, kind: str, shade: str | None = None) -> Any:
        """Give the format of a kind of cell, in a colour."""
        if (kind, shade) not in self._made:
            said = {"head": _HEAD, "turned": _HEAD | {"rotation": 90}, "decimals": _TOP | _DECIMALS}
            look = said.get(kind) or _TOP | _FORMATS[kind]  # type: ignore[index]
            colour = {} if shade is None else {"bg_color": shade}
            self._made[kind, shade] = self._book.add_format(look | colour)
        return self._made[kind, shade]


def _write_sheet(book: Any, sheet: Sheet, formats: _Formats, locale: Locale) -> None:
    page = book.add_worksheet(sheet.title.get(locale))
    turned = any(column.kind == "mark" for column in sheet.columns)
    page.set_row(0, _TURNED_HEIGHT if turned else _HEAD_HEIGHT)
    for at, column in enumerate(sheet.columns):
        head = formats.get("turned" if column.kind == "mark" else "head")
        page.write_string(0, at, column.head.get(locale), head)
        page.set_column(at, at, column.width)
    for line, row in enumerate(sheet.rows, 1):
        shade = sheet.shades[line - 1] if line <= len(sheet.shades) else None
        for at, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
            _write(page, line, at, cell, column.kind, shade, formats)
    page.freeze_panes(1, sheet.fixed)
    page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _write(
    page: Any,
    line: int,
    at: int,
    cell: Cell,
    kind: CellKind,
    shade: str | None,
    formats: _Formats,
) -> None:
    if cell is None or cell == "":
        if shade is not None:
            page.write_blank(line, at, None, formats.get(kind, shade))
        return
    if isinstance(cell, date):
        page.write_datetime(line, at, cell, formats.get("date", shade))
    elif isinstance(cell, int | Fraction):
        decimals = kind == "number" and Fraction(cell).denominator != 1
        page.write_number(
            line, at, float(cell), formats.get("decimals" if decimals else kind, shade)
        )
    else:
        page.write_string(line, at, str(cell)[:_LONGEST_CELL], formats.get(kind, shade))
