"""A file of places as rows of raw cells, each with its number in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.errors import InputError, Problem

Format = Literal["csv", "xlsx", "parquet", "json", "jsonl"]
Cells = tuple[Any, ...]
LETTERS = 26

FORMATS: Mapping[str, Format] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


class ExcelPercent(float):
    """A number that its Excel cell shows as a percentage: 0.2143 there reads 21.43 %."""

    __slots__ = ()


@frozen
class Row:
    """One row: its number in the file, its cells in the order of the columns, what is wrong.

    `merged` holds, by column, what a cell merged over several rows says further up.
    """

    number: int
    cells: Cells
    problems: tuple[Problem, ...] = ()
    merged: Mapping[int, Any] = {}


@frozen(kw_only=True)
class Table:
    """A file that was opened: its columns, what they stand for, and its rows, read when asked.

    `columns` are unique; `headings` are what is matched against the facts (the parts of a
    header of several rows in the order in which they name a fact). `scan` reads the rows from
    the start each time it is called, `count` is how many there are. `first_column` is where an
    Excel sheet begins.
    """

    path: Path
    format: Format
    columns: tuple[str, ...]
    headings: tuple[str, ...]
    scan: Callable[[], Iterator[Row]] = field(repr=False)
    count: int
    has_addresses: bool = False
    first_column: int = 0
    sheet: str | None = None
    delimiter: str = ","
    has_bom: bool = False
    schema: Mapping[str, Any] | None = field(default=None, repr=False)

    def place(self, row: int, column: int) -> str:
        """Name a cell as people find it: `D5 (Số hộ)` in a sheet, `5 (households)` elsewhere."""
        where = address(row, column + self.first_column) if self.has_addresses else str(row)
        return f"{where} ({self.columns[column]})"


def address(row: int, column: int) -> str:
    """Give the address of a cell; columns count from zero.

    >>> address(5, 3), address(12, 26)
    ('D5', 'AA12')
    """
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def format_of(path: Path) -> Format:
    """Tell the format of a file from its name; raises `InputError` for another one.

    >>> format_of(Path("communes.XLSX"))
    'xlsx'
    """
    found = FORMATS.get(path.suffix.casefold())
    if found is None:
        old = path.suffix.casefold() == ".xls"
        raise InputError.of(
            "file.unknown_format",
            place=str(path),
            vi=f"không biết định dạng “{path.suffix}”.",
            en=f"the format “{path.suffix}” is not known.",
            mend_vi="Lưu lại thành .xlsx trong Excel."
            if old
            else "Dùng .csv, .xlsx, .parquet, .json hoặc .jsonl.",
            mend_en="Save it as .xlsx in Excel."
            if old
            else "Use .csv, .xlsx, .parquet, .json or .jsonl.",
        )
    return found


def unique(names: list[str]) -> tuple[str, ...]:
    """Give every column a name of its own; a nameless one is called by its place.

    >>> unique(["Xã", "Ghi chú", "", "Ghi chú"])
    ('Xã', 'Ghi chú', 'column_3', 'Ghi chú (2)')
    """
    found: list[str] = []
    # A name that a later column really has is not given to a nameless one.
    taken = set(names)
    seen: set[str] = set()
    for place, name in enumerate(names, 1):
        own = name or f"column_{place}"
        wanted, turn = own, 1
        while own in seen or (own != name and own in taken):
            turn += 1
            own = f"{wanted} ({turn})"
        seen.add(own)
        found.append(own)
    return tuple(found)


def unusable(
    path: Path, code: str, vi: str, en: str, mend_vi: str = "", mend_en: str = ""
) -> InputError:
    """Say that a whole file cannot be used, why, and how to mend it."""
    return InputError.of(code, place=path.name, vi=vi, en=en, mend_vi=mend_vi, mend_en=mend_en)
