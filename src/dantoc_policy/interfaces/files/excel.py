"""Reading Excel: the sheet, its header below merged titles, and its cells as they are typed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from dantoc_policy.errors import InputError, MissingExtraError
from dantoc_policy.interfaces.files.columns import fact_finder
from dantoc_policy.interfaces.files.delimited import no_header
from dantoc_policy.interfaces.files.excel_layout import Layout, layout_of
from dantoc_policy.interfaces.files.header import SEARCHED_ROWS, Header, find_header, label
from dantoc_policy.interfaces.files.table import Cells, ExcelPercent, Row, Table, unique, unusable
from dantoc_policy.records.record import Record

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?")


def open_excel(path: Path, record: type[Record], sheet: str | None) -> Table:
    """Open an Excel file at a sheet, or at the first that has a header with known headings.

    Raises `InputError` where there is no such sheet, and `MissingExtraError` without fastexcel.
    """
    try:
        import fastexcel

        import_module("polars")  # fastexcel hands its cells over through it
    except ModuleNotFoundError as error:
        raise MissingExtraError.for_extra("tables", error.name or "fastexcel") from None
    try:
        book = fastexcel.read_excel(path)
    except Exception as error:
        raise unusable(
            path,
            "xlsx.unreadable",
            "không phải tệp Excel đọc được (hỏng, có mật khẩu, hoặc đổi đuôi từ định dạng khác).",
            "this is no readable Excel file (broken, with a password, or of another format).",
            "Mở bằng Excel rồi lưu lại thành .xlsx.",
            "Open it in Excel and save it as .xlsx.",
        ) from error
    if sheet is not None and sheet not in book.sheet_names:
        raise unusable(
            path,
            "xlsx.no_sheet",
            f"không có trang tính “{sheet}”.",
            f"there is no sheet “{sheet}”.",
            f"Chọn một trong: {', '.join(book.sheet_names)}.",
            f"Choose one of: {', '.join(book.sheet_names)}.",
        )
    seen: list[str] = []
    for name in [sheet] if sheet is not None else book.sheet_names:
        cells = _texts(book, name, SEARCHED_ROWS + 2)
        layout = layout_of(path, name)
        header = find_header(cells, fact_finder(record), layout.merges)
        if header is not None:
            return _table(path, book, name, header, layout)
        seen = seen or [text for cell in (cells[0] if cells else ()) if (text := label(cell))]
    raise no_header(path, seen)


def _table(path: Path, book: Any, name: str, header: Header, layout: Layout) -> Table:
    texts = _frame(book, name, "string")
    # A text cell is no truth value, a number is one; so this tells typed numbers from texts.
    typed = _frame(book, name, "boolean")
    numbers = _frame(book, name, "float")
    count = max(0, texts.height - header.after)
    covered = _covered(texts, header.after, layout)

    def scan() -> Iterator[Row]:
        frames = (frame.slice(header.after).iter_rows() for frame in (texts, typed, numbers))
        for at, (text, is_typed, number) in enumerate(zip(*frames, strict=True), header.after):
            cells = tuple(map(_cell, text, is_typed, number))
            yield Row(at + 1, _shown(cells, at, layout), merged=covered.get(at, {}))

    return Table(
        path=path,
        format="xlsx",
        columns=unique(list(header.names)),
        headings=header.headings,
        scan=scan,
        count=count,
        has_addresses=True,
        first_column=layout.first_column,
        sheet=name,
    )


def _frame(book: Any, name: str, dtype: str, n_rows: int | None = None) -> Any:
    try:
        # With an explicit `skip_rows` the blank rows at the top are kept, so that rows keep
        # the numbers that Excel shows.
        sheet = book.load_sheet(
            name,
            header_row=None,
            skip_rows=0,
            n_rows=n_rows,
            dtypes=dtype,
            dtype_coercion="coerce",
            skip_whitespace_tail_rows=True,
        )
        return sheet.to_polars()
    except Exception as error:
        raise InputError.of(
            "xlsx.unreadable_sheet",
            place=name,
            vi=f"không đọc được trang tính ({error}).",
            en=f"the sheet cannot be read ({error}).",
            mend_vi="Mở bằng Excel rồi lưu lại thành .xlsx.",
            mend_en="Open it in Excel and save it as .xlsx.",
        ) from error


def _texts(book: Any, name: str, rows: int) -> list[Cells]:
    return list(_frame(book, name, "string", rows).iter_rows())


def _cell(text: str | None, typed: bool | None, number: float | None) -> Any:
    """Give a cell as it was typed: a number, a truth, a day, or a text."""
    if text is None:
        return None
    if typed is not None and text in ("true", "false"):
        return typed
    if typed is not None and number is not None:
        return int(number) if number.is_integer() else number
    if _MOMENT.fullmatch(text):
        moment = dt.datetime.fromisoformat(text)
        return moment.date() if moment.time() == dt.time() else moment
    return text


def _shown(cells: Cells, row: int, layout: Layout) -> Cells:
    """Mark the numbers shown as percentages, and put in what formulas failed with."""
    if not layout.percent and not layout.errors:
        return cells
    return tuple(
        ExcelPercent(cell)
        if isinstance(cell, int | float)
        and not isinstance(cell, bool)
        and layout.is_percent(row, column)
        else (layout.errors.get((row, column)) if cell is None else cell)
        for column, cell in enumerate(cells)
    )


def _covered(texts: Any, after: int, layout: Layout) -> dict[int, dict[int, str]]:
    """Give what cells merged over several rows say, for each row and column that they cover."""
    found: dict[int, dict[int, str]] = {}
    for top, left, bottom, _ in layout.merges:
        if not (after <= top < bottom and left < texts.width and top < texts.height):
            continue
        text = texts.item(top, left)
        if text is not None:
            for row in range(top + 1, bottom + 1):
                found.setdefault(row, {})[left] = str(text)
    return found
