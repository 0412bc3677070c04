"""Reading Parquet batch by batch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dantoc_policy.errors import MissingExtraError
from dantoc_policy.interfaces.files.delimited import no_header
from dantoc_policy.interfaces.files.header import FactOf
from dantoc_policy.interfaces.files.table import Row, Table, unusable

BATCH = 20_000


def open_parquet(path: Path, fact_of: FactOf) -> Table:
    """Open a Parquet file; rows count from one."""
    try:
        import polars as pl
    except ModuleNotFoundError:
        raise MissingExtraError.for_extra("tables", "polars") from None
    try:
        # A glob pattern in a name is a name.
        frame = pl.scan_parquet(path, glob=False)
        schema = frame.collect_schema()
        count = int(frame.select(pl.len()).collect().item())
    except Exception as error:
        raise unusable(
            path,
            "parquet.unreadable",
            f"không phải tệp Parquet đọc được ({error}).",
            f"this is no readable Parquet file ({error}).",
        ) from error
    columns = tuple(schema.names())
    if not any(fact_of(column) for column in columns):
        raise no_header(path, list(columns))

    def scan() -> Iterator[Row]:
        for start in range(0, count, BATCH):
            batch = frame.slice(start, BATCH).collect()
            for number, cells in enumerate(batch.iter_rows(), start + 1):
                yield Row(number, cells)

    return Table(
        path=path,
        format="parquet",
        columns=columns,
        headings=columns,
        scan=scan,
        count=count,
        schema=dict(schema),
    )
