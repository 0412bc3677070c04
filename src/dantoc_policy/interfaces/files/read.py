"""Opening a file of places, whatever its format."""

from __future__ import annotations

from pathlib import Path

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.files.columns import Columns, columns_of, fact_finder
from dantoc_policy.interfaces.files.table import Table, format_of, unusable
from dantoc_policy.records.record import Record


def open_file(path: str | Path, record: type[Record], *, sheet: str | None = None) -> Columns:
    """Open a csv, Excel, Parquet, json or jsonl file and match its columns to a record class.

    The rows are read when `columns.table.scan()` is called. Raises `InputError` where the file
    cannot be used as a whole, `MissingExtraError` where a package for its format is missing.
    """
    found = Path(path)
    form = format_of(found)
    if not found.exists():
        raise unusable(found, "file.missing", "không có tệp này.", "there is no such file.")
    if not found.is_file():
        raise unusable(found, "file.not_a_file", "đây không phải một tệp.", "this is no file.")
    if sheet is not None and form != "xlsx":
        raise unusable(
            found,
            "sheet.not_excel",
            "chỉ tệp Excel mới có trang tính.",
            "only an Excel file has sheets.",
            "Bỏ --sheet.",
            "Leave out --sheet.",
        )
    try:
        table = _open(found, form, record, sheet)
    except PermissionError:
        raise unusable(
            found,
            "file.not_permitted",
            "không có quyền đọc tệp này.",
            "this file may not be read.",
        ) from None
    columns = columns_of(table, record)
    if not columns.facts and not columns.bounds:
        raise _only_names(table)
    return columns


def _open(path: Path, form: str, record: type[Record], sheet: str | None) -> Table:
    if form == "xlsx":
        from dantoc_policy.interfaces.files.excel import open_excel

        return open_excel(path, record, sheet)
    fact_of = fact_finder(record)
    if form == "csv":
        from dantoc_policy.interfaces.files.delimited import open_csv

        return open_csv(path, fact_of)
    if form == "parquet":
        from dantoc_policy.interfaces.files.parquet import open_parquet

        return open_parquet(path, fact_of)
    from dantoc_policy.interfaces.files.json_lines import open_json, open_jsonl

    return (open_json if form == "json" else open_jsonl)(path, fact_of)


def _only_names(table: Table) -> InputError:
    from dantoc_policy.interfaces.files.delimited import no_header

    return no_header(table.path, list(table.columns))
