"""Reading csv: comma, semicolon or tab; UTF-8 with or without BOM; titles above the header."""

from __future__ import annotations

import csv
import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TextIO

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.interfaces.files.header import SEARCHED_ROWS, FactOf, Header, find_header
from dantoc_policy.interfaces.files.table import Row, Table, unique, unusable

DELIMITERS = (",", ";", "\t")
_LARGEST_CELL = 10_000_000
_BOM = "\ufeff"
_WIDE_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def open_csv(path: Path, fact_of: FactOf) -> Table:
    """Open a csv file; raises `InputError` where it is not UTF-8, not csv, or has no header."""
    with path.open("rb") as raw:
        start = raw.read(4)
    for mark, name in _WIDE_BOMS.items():
        if start.startswith(mark):
            raise _not_utf8(path, name)
    header, delimiter = _sniff(path, fact_of)
    stated = header.width
    width, count = _measure(path, delimiter, header.after, stated)
    added = [""] * (width - stated)
    columns = unique([*header.names[:stated], *added])

    def scan() -> Iterator[Row]:
        for number, cells in _records(path, delimiter, header.after):
            yield Row(number, _padded(cells, width), _ragged(cells, stated))

    return Table(
        path=path,
        format="csv",
        columns=columns,
        headings=(*header.headings[:stated], *added),
        scan=scan,
        count=count,
        has_addresses=True,
        delimiter=delimiter,
        has_bom=start.startswith(_BOM.encode()),
    )


def _sniff(path: Path, fact_of: FactOf) -> tuple[Header, str]:
    """Find the delimiter under which the header names the most facts."""
    best: tuple[bool, int, Header, str] | None = None
    failed: InputError | None = None
    seen: list[str] = []
    for delimiter in DELIMITERS:
        try:
            with _reader(path, delimiter) as records:
                leading = [tuple(cells) for cells in islice(records, SEARCHED_ROWS + 2)]
        except InputError as error:
            failed = error
            continue
        if not leading:
            raise unusable(path, "file.empty", "tệp không có dòng nào.", "the file has no rows.")
        seen = max(seen, [cell for cell in leading[0] if cell], key=len)
        found = find_header(leading, fact_of)
        if found is None:
            continue
        whole = not any(
            _tight(delimiter).search(cell)
            for cells in leading[found.first : found.after]
            for cell in cells
        )
        # What one delimiter leaves joined by another is no header, however much it names.
        if best is None or (whole, found.score) > best[:2]:
            best = whole, found.score, found, delimiter
    if best is None:
        raise failed or no_header(path, seen)
    return best[2:]


@cache
def _tight(delimiter: str) -> re.Pattern[str]:
    """Find another delimiter that parts cells: one that no blank follows, as in prose."""
    others = "".join(mark for mark in DELIMITERS if mark != delimiter)
    return re.compile(rf"[{others}](?!\s)")


def no_header(path: Path, seen: list[str]) -> InputError:
    """Say that no row of a file names facts, and what its first row holds instead."""
    shown = ", ".join(seen[:8])[:160] or "-"
    return unusable(
        path,
        "file.no_header",
        f"không tìm thấy cột nào mang số liệu đã biết (dòng đầu: {shown}).",
        f"no column is recognised as a fact (the first row has: {shown}).",
        "Đặt tên cột như “Số hộ”, “Tỷ lệ hộ nghèo (%)”; mẫu trống: "
        "dantoc classify --template commune -o mau.xlsx",
        "Name the columns like “Số hộ” or “households”; for an empty sheet: "
        "dantoc classify --template commune -o template.xlsx",
    )


@contextmanager
def _reader(path: Path, delimiter: str) -> Generator[Iterator[list[str]]]:
    # A cell may be long, and an unclosed quote is an error and not the end of all rows.
    csv.field_size_limit(_LARGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield _guarded(path, csv.reader(file, delimiter=delimiter, strict=True), file)


def _guarded(path: Path, reader: Iterator[list[str]], file: TextIO) -> Iterator[list[str]]:
    try:
        yield from reader
    except UnicodeDecodeError:
        file.close()
        raise _not_utf8(path, "UTF-8") from None
    except csv.Error as error:
        line = reader.line_num  # type: ignore[attr-defined]
        raise unusable(
            path,
            "csv.unreadable",
            f"không đọc được csv ở quãng dòng {line} ({error}).",
            f"the csv cannot be read near line {line} ({error}).",
            'Kiểm tra dấu ngoặc kép " ở dòng đó: mỗi ô mở bằng " phải đóng bằng ".',
            'Check the quotes " there: a cell that opens with " must close with ".',
        ) from None


def _records(path: Path, delimiter: str, skip: int) -> Iterator[tuple[int, list[str]]]:
    """Give the records below the header with their number; a line with nothing on it is none."""
    with _reader(path, delimiter) as records:
        for number, cells in enumerate(islice(records, skip, None), skip + 1):
            if cells:
                yield number, cells


def _measure(path: Path, delimiter: str, skip: int, stated: int) -> tuple[int, int]:
    """Read the whole file once: the widest row, and how many rows there are."""
    width, count = stated, 0
    for _, cells in _records(path, delimiter, skip):
        count += 1
        width = max(width, len(cells))
    return width, count


def _padded(cells: list[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


def _ragged(cells: list[str], stated: int) -> tuple[Problem, ...]:
    if len(cells) < stated:
        return (
            Problem(
                code="row.too_short",
                severity="warning",
                vi=f"dòng có {len(cells)} ô trong khi tiêu đề có {stated}; coi các ô còn thiếu là "
                "chưa biết.",
                en=f"the row has {len(cells)} cells and the header {stated}; those left out are "
                "taken as not known.",
            ),
        )
    if not any(cells[stated:]):
        return ()
    return (
        Problem(
            code="row.too_long",
            vi=f"dòng có {len(cells)} ô trong khi tiêu đề có {stated}; không biết ô nào thuộc cột "
            "nào.",
            en=f"the row has {len(cells)} cells and the header {stated}; which cell belongs to "
            "which column is not certain.",
            mend_vi="Đặt ô có dấu phân cách (như 5,92) trong ngoặc kép.",
            mend_en="Put a cell that holds the separator (such as 5,92) in quotes.",
        ),
    )


def _not_utf8(path: Path, name: str) -> InputError:
    wide = name == "UTF-16"
    return unusable(
        path,
        "file.encoding",
        "tệp mã hóa UTF-16, không phải UTF-8."
        if wide
        else "tệp không phải mã UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258).",
        "the file is UTF-16, not UTF-8."
        if wide
        else "the file is not UTF-8 (it may be TCVN3, VNI or Windows-1258).",
        "Trong Excel: Lưu thành > CSV UTF-8, hoặc dùng .xlsx.",
        "In Excel: Save as > CSV UTF-8, or use .xlsx.",
    )
