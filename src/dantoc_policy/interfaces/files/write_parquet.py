"""Writing the answers as Parquet, part by part, so that memory stays bounded."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dantoc_policy.errors import Locale, MissingExtraError
from dantoc_policy.interfaces.files.parquet import BATCH
from dantoc_policy.interfaces.files.results import added_names, cell_text, plain, result_texts
from dantoc_policy.interfaces.files.table import Table

if TYPE_CHECKING:
    from dantoc_policy.interfaces.classify_file import ClassifiedFile, RowResult


def write_parquet(
    path: Path, classified: ClassifiedFile, results: Iterable[RowResult], locale: Locale
) -> None:
    """Write the input's columns with their types (text, where they are mixed) and the results."""
    try:
        import polars as pl
    except ModuleNotFoundError:
        raise MissingExtraError.for_extra("tables", "polars") from None
    table = classified.columns.table
    own = table.schema if table.schema is not None else _schema(table)
    names = added_names(table.columns).values()
    schema = {**own, **dict.fromkeys(names, pl.String)}
    texts = [
        at for at, dtype in enumerate(own.values()) if table.schema is None and dtype == pl.String
    ]
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f"{path.stem}.") as folder:
        parts = []
        for number, rows in enumerate(_batches(results, texts, locale)):
            part = Path(folder) / f"{number:06}.parquet"
            pl.DataFrame(rows, schema=schema, orient="row").write_parquet(part)
            parts.append(part)
        if parts:
            pl.scan_parquet(parts).sink_parquet(path)
        else:
            pl.DataFrame(schema=schema).write_parquet(path)


def _batches(
    results: Iterable[RowResult], texts: list[int], locale: Locale
) -> Iterator[list[tuple[Any, ...]]]:
    rows = ((*_cells(result.row.cells, texts), *result_texts(result, locale)) for result in results)
    while batch := list(islice(rows, BATCH)):
        yield batch


def _cells(cells: tuple[Any, ...], texts: list[int]) -> list[Any]:
    found = [plain(cell) if isinstance(cell, dict | list) else cell for cell in cells]
    for at in texts:
        found[at] = None if cells[at] is None else cell_text(cells[at])
    return found


def _schema(table: Table) -> dict[str, Any]:
    """Give the type of each column that holds values of one kind, text for the others."""
    import polars as pl

    if table.format == "csv":
        return dict.fromkeys(table.columns, pl.String)
    kinds: list[set[type]] = [set() for _ in table.columns]
    for row in table.scan():
        for known, cell in zip(kinds, row.cells, strict=True):
            if cell is not None:
                known.add(_kind(cell))
    return {column: _dtype(known) for column, known in zip(table.columns, kinds, strict=True)}


def _kind(cell: Any) -> type:
    if isinstance(cell, bool):
        return bool
    if isinstance(cell, int):
        return int if abs(cell) < 2**63 else str
    if isinstance(cell, float):
        return float
    return type(cell) if type(cell) is dt.date else str


def _dtype(kinds: set[type]) -> Any:
    import polars as pl

    if kinds == {bool}:
        return pl.Boolean
    if kinds == {int}:
        return pl.Int64
    if kinds in ({float}, {int, float}):
        return pl.Float64
    return pl.Date if kinds == {dt.date} else pl.String
