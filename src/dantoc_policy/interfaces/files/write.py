"""Writing the answers: every input row with its cells as they were, and the result beside it."""

from __future__ import annotations

import csv
import json
import os
import tempfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.interfaces.files.results import (
    RESULTS,
    added_names,
    cell_text,
    plain,
    result_texts,
)
from dantoc_policy.interfaces.files.table import Table, format_of, unusable

if TYPE_CHECKING:
    from dantoc_policy.interfaces.classify_file import ClassifiedFile, RowResult

_RECORD_ONLY = ("row", "name", "instrument", "as_of", "readings")


def write_file(
    path: str | Path, classified: ClassifiedFile, results: Iterable[RowResult], locale: Locale
) -> None:
    """Write results to a csv, Excel, Parquet, json or jsonl file, by the ending of its name.

    The file appears when all rows are written; until then it has a temporary name. Raises
    `InputError` where it cannot be written.
    """
    target = check_target(path, classified.columns.table.path)
    write = {
        "csv": _write_csv,
        "json": _write_json,
        "jsonl": _write_jsonl,
        "xlsx": _write_excel,
        "parquet": _write_parquet,
    }[format_of(target)]
    with replacing(target) as draft:
        write(draft, classified, results, locale)


def check_target(path: str | Path, source: Path | None = None) -> Path:
    """Refuse a target that cannot be written, or that is the input itself."""
    target = Path(path)
    format_of(target)
    return check_place(target, () if source is None else (source,))


def check_place(target: Path, sources: Iterable[Path] = ()) -> Path:
    """Refuse a target of whatever format that is one of the inputs, or is in no folder."""
    if target.exists() and any(it.exists() and target.samefile(it) for it in sources):
        raise unusable(
            target,
            "output.is_input",
            "tệp kết quả trùng với tệp đầu vào.",
            "the output is the input file.",
            "Đặt tên khác sau -o.",
            "Give another name after -o.",
        )
    if target.is_dir() or not target.absolute().parent.is_dir():
        raise unusable(
            target,
            "output.no_folder",
            "không có thư mục để ghi tệp này.",
            "there is no folder to write this file to.",
            f"Tạo thư mục {target.absolute().parent} trước.",
            f"Make the folder {target.absolute().parent} first.",
        )
    return target


@contextmanager
def replacing(target: Path) -> Generator[Path]:
    """Give a file to write that takes the target's place when all went well."""
    try:
        handle, name = tempfile.mkstemp(
            prefix=f".{target.stem}.", suffix=target.suffix, dir=target.absolute().parent
        )
        os.close(handle)
    except OSError as error:
        raise _unwritable(target, error) from None
    draft = Path(name)
    try:
        # A temporary file is private; the one that is left should be as any other.
        mask = os.umask(0)
        os.umask(mask)
        draft.chmod(0o666 & ~mask)
        yield draft
        draft.replace(target)
    except OSError as error:
        raise _unwritable(target, error) from None
    finally:
        draft.unlink(missing_ok=True)


def _unwritable(target: Path, error: OSError) -> InputError:
    return unusable(
        target,
        "output.unwritable",
        f"không ghi được tệp ({error.strerror or error}).",
        f"the file cannot be written ({error.strerror or error}).",
    )


def _write_csv(
    path: Path, classified: ClassifiedFile, results: Iterable[RowResult], locale: Locale
) -> None:
    table = classified.columns.table
    # A csv is answered by one of the same kind; a sheet from Excel by one that Excel opens well.
    has_bom = table.has_bom or table.format == "xlsx"
    with path.open("w", encoding="utf-8-sig" if has_bom else "utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=table.delimiter, lineterminator="\n")
        writer.writerow([*table.columns, *added_names(table.columns).values()])
        for result in results:
            cells = [cell_text(cell) for cell in result.row.cells]
            writer.writerow([*cells, *(text or "" for text in result_texts(result, locale))])


def json_row(classified: ClassifiedFile, result: RowResult, names: dict[str, str]) -> str:
    """Give a row as a JSON object: the input's keys, then those of the result."""
    table = classified.columns.table
    given = {
        column: plain(cell) for column, cell in zip(table.columns, result.row.cells, strict=True)
    }
    record = classified.record(result)
    return json.dumps(
        given | {name: record[key] for key, name in names.items()},
        ensure_ascii=False,
        allow_nan=True,
    )


def _json_names(table: Table) -> dict[str, str]:
    return added_names(table.columns, (*_RECORD_ONLY[:2], *RESULTS, *_RECORD_ONLY[2:]))


def _write_jsonl(
    path: Path, classified: ClassifiedFile, results: Iterable[RowResult], locale: Locale
) -> None:
    del locale  # what machines read has both languages
    names = _json_names(classified.columns.table)
    with path.open("w", encoding="utf-8") as file:
        for result in results:
            file.write(json_row(classified, result, names) + "\n")


def _write_json(
    path: Path, classified: ClassifiedFile, results: Iterable[RowResult], locale: Locale
) -> None:
    del locale  # what machines read has both languages
    names = _json_names(classified.columns.table)
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for number, result in enumerate(results):
            file.write(",\n " if number else "\n ")
            file.write(json_row(classified, result, names))
        file.write("\n]\n")


def _write_excel(
    path: Path, classified: ClassifiedFile, results: Iterable[RowResult], locale: Locale
) -> None:
    from dantoc_policy.interfaces.files.write_excel import write_excel

    write_excel(path, classified, results, locale)


def _write_parquet(
    path: Path, classified: ClassifiedFile, results: Iterable[RowResult], locale: Locale
) -> None:
    from dantoc_policy.interfaces.files.write_parquet import write_parquet

    write_parquet(path, classified, results, locale)
