"""Writing the answers as an Excel workbook: the rows on one sheet, the summary on another."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dantoc_policy.errors import InputError, Locale, MissingExtraError
from dantoc_policy.interfaces.files.results import added_names, cell_text, result_texts
from dantoc_policy.interfaces.files.table import ExcelPercent
from dantoc_policy.records.record import Record
from dantoc_policy.rules.wording.phrases import fact_label
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.interfaces.classify_file import ClassifiedFile, RowResult

_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 16_384
_LONGEST_CELL = 32_767
_EXACT_INTEGER = 2**53
_SAMPLED_ROWS = 200
_NARROWEST, _WIDEST = 8, 40
_RESULT_WIDTHS = (14, 16, 14, 34, 40, 60)
MEANINGS = {
    "outcome": Text("kết quả; trống là chưa xác định", "the outcome; empty is undetermined"),
    "possible": Text("các kết quả còn có thể", "the outcomes that are still possible"),
    "verdict": Text(
        "true: thuộc diện; false: không thuộc; undetermined: chưa xác định",
        "true: has the status; false: has not; undetermined",
    ),
    "provisions": Text("điều khoản quyết định", "the clauses that decide"),
    "missing": Text("số liệu còn thiếu có thể làm đổi kết quả", "missing facts that matter"),
    "problems": Text("vấn đề của dòng: mã, ô, nội dung", "problems of the row: code, cell, text"),
}


def workbook(path: Path, *, constant_memory: bool = False) -> Any:
    """Begin a workbook; raises `MissingExtraError` without xlsxwriter."""
    try:
        import xlsxwriter
    except ModuleNotFoundError:
        raise MissingExtraError.for_extra("tables", "xlsxwriter") from None
    return xlsxwriter.Workbook(
        str(path),
        {
            "constant_memory": constant_memory,
            "strings_to_urls": False,
            "strings_to_formulas": False,
        },
    )


def write_excel(
    path: Path, classified: ClassifiedFile, results: Iterable[RowResult], locale: Locale
) -> None:
    """Write all rows as they were typed, with the results in shaded columns behind them."""
    table = classified.columns.table
    names = added_names(table.columns)
    if table.count + 1 > _MOST_ROWS or len(table.columns) + len(names) > _MOST_COLUMNS:
        raise InputError.of(
            "xlsx.too_large",
            place=path.name,
            vi=f"{table.count} dòng × {len(table.columns)} cột không vừa một trang tính Excel.",
            en=f"{table.count} rows × {len(table.columns)} columns do not fit an Excel sheet.",
            mend_vi="Ghi ra .csv hoặc .parquet.",
            mend_en="Write .csv or .parquet.",
        )
    book = workbook(path, constant_memory=True)
    with book:
        sheet = book.add_worksheet(Text("Kết quả", "Results").get(locale))
        formats = _formats(book)
        width = len(table.columns)
        header = [*table.columns, *names.values()]
        sheet.set_row(0, 32)
        for column, name in enumerate(header):
            sheet.write_string(
                0, column, name, formats["head" if column < width else "answer_head"]
            )
        widths = [len(name) for name in table.columns]
        for at, result in enumerate(results, 1):
            for column, cell in enumerate(result.row.cells):
                _write(sheet, at, column, cell, formats)
                if at <= _SAMPLED_ROWS and cell is not None:
                    widths[column] = max(widths[column], len(cell_text(cell)))
            texts = result_texts(result, locale)
            if result.evaluation is not None:
                labels = _labels(classified.columns.record, result.evaluation.missing, locale)
                texts = (*texts[:4], labels, *texts[5:])
            shade = formats["answer" if result.outcome else "open"]
            for column, text in enumerate(texts, width):
                sheet.write_string(at, column, (text or "")[:_LONGEST_CELL], shade)
        for column, longest in enumerate(widths):
            sheet.set_column(column, column, max(_NARROWEST, min(_WIDEST, longest + 2)))
        for column, wide in enumerate(_RESULT_WIDTHS, width):
            sheet.set_column(column, column, wide)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, classified.summary.rows), len(header) - 1)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        _summary(book, classified, names, locale)


def _formats(book: Any) -> dict[str, Any]:
    top = {"valign": "top"}
    head = {"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 1}
    wrap = top | {"text_wrap": True}
    return {
        "head": book.add_format(head | {"bg_color": "#E7E6E6"}),
        "answer_head": book.add_format(head | {"bg_color": "#BDD7EE"}),
        "answer": book.add_format(wrap | {"bg_color": "#EAF3FA"}),
        "open": book.add_format(wrap | {"bg_color": "#FFF2CC"}),
        "plain": book.add_format(top),
        "wrap": book.add_format(wrap),
        "title": book.add_format({"bold": True, "font_size": 13}),
        "bold": book.add_format(top | {"bold": True}),
        "date": book.add_format(top | {"num_format": "dd/mm/yyyy"}),
        "moment": book.add_format(top | {"num_format": "dd/mm/yyyy hh:mm:ss"}),
        "percent": book.add_format(top | {"num_format": "0.00%"}),
    }


def _write(sheet: Any, row: int, column: int, cell: Any, formats: dict[str, Any]) -> None:
    """Write one cell of the input as what it is; a text stays a text even if it looks otherwise."""
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell, formats["plain"])
    elif isinstance(cell, int | float | Decimal) and _fits(cell):
        shown = "percent" if isinstance(cell, ExcelPercent) else "plain"
        sheet.write_number(row, column, float(cell), formats[shown])
    elif isinstance(cell, dt.datetime) and cell.tzinfo is None:
        sheet.write_datetime(row, column, cell, formats["moment"])
    elif isinstance(cell, dt.date) and not isinstance(cell, dt.datetime):
        sheet.write_datetime(row, column, cell, formats["date"])
    else:
        text = cell_text(cell)
        if len(text) > _LONGEST_CELL:
            raise InputError.of(
                "xlsx.cell_too_long",
                place=f"{row + 1}",
                vi=f"ô có {len(text)} ký tự, Excel chỉ giữ được {_LONGEST_CELL}.",
                en=f"a cell has {len(text)} characters, Excel keeps only {_LONGEST_CELL}.",
                mend_vi="Ghi ra .csv hoặc .parquet.",
                mend_en="Write .csv or .parquet.",
            )
        sheet.write_string(row, column, text, formats["plain"])


def _fits(cell: float | Decimal) -> bool:
    """Whether Excel, which has floats only, keeps a number as it is."""
    if isinstance(cell, int):
        return abs(cell) <= _EXACT_INTEGER
    return math.isfinite(cell)


def _labels(record: type[Record], facts: Iterable[str], locale: Locale) -> str:
    return "; ".join(fact_label(record, fact, locale) for fact in facts)


def _summary(book: Any, classified: ClassifiedFile, names: dict[str, str], locale: Locale) -> None:
    """Say on a sheet of its own by which law, how many of what, and what the columns mean."""
    formats = _formats(book)
    sheet = book.add_worksheet(Text("Tổng hợp", "Summary").get(locale))
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 80)
    found = classified.summary
    texts = {case.outcome.key: case.outcome.text.get(locale) for case in classified.rule.cases}
    used = ", ".join(f"{key} = {option}" for key, option in classified.readings.items())
    lines: list[tuple[str, Any]] = [
        (Text("Văn bản", "Instrument").get(locale), classified.instrument.name.get(locale)),
        (Text("Tại ngày", "As of").get(locale), format_date(classified.as_of, locale)),
        (Text("Cách hiểu đã dùng", "Readings used").get(locale), used or "-"),
        (Text("Số dòng", "Rows").get(locale), found.rows),
        *((f"{texts[key]} ({key})", found.outcomes.get(key, 0)) for key in texts),
        (Text("Chưa xác định", "Undetermined").get(locale), found.undetermined),
        (Text("Dòng có lỗi số liệu", "Rows with errors").get(locale), found.with_errors),
        (
            Text("Cột giữ nguyên, không dùng", "Columns kept and not used").get(locale),
            ", ".join(classified.columns.unknown) or "-",
        ),
    ]
    sheet.write_string(0, 0, classified.rule.title.get(locale), formats["title"])
    row = 2
    for name, value in lines:
        sheet.write_string(row, 0, name[:1].upper() + name[1:], formats["bold"])
        sheet.write(row, 1, value, formats["wrap"])
        row += 1
    row += 1
    for key, name in names.items():
        sheet.write_string(row, 0, name, formats["bold"])
        sheet.write_string(row, 1, MEANINGS[key].get(locale), formats["wrap"])
        row += 1
