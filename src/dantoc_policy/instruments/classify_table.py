"""Classify a table of places by the instrument in force on a day; the same kind comes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast
from warnings import warn

from attrs import frozen

from dantoc_policy.errors import InputError, PolicyError, PolicyWarning
from dantoc_policy.instruments.classify import UNITS
from dantoc_policy.instruments.frames import answer_arrow, answer_dask, answer_pandas
from dantoc_policy.instruments.registry import select
from dantoc_policy.instruments.situation_column import situation_columns
from dantoc_policy.places.headings import match_headings
from dantoc_policy.records.record import Record
from dantoc_policy.rules.rule import Rule
from dantoc_policy.rules.table import decide_table
from dantoc_policy.rules.terms.answers import ADD, facts_of, result_names
from dantoc_policy.rules.terms.narwhals_algebra import nw

Table = TypeVar("Table")
_SITUATION = ("in_mekong_delta", "in_southeast")


def classify_table(  # noqa: PLR0913 - all but the first three are named
    frame: Table,
    unit: str = "commune",
    as_of: dt.date | None = None,
    *,
    instrument: str | None = None,
    readings: Mapping[str, str] | None = None,
    add: Sequence[str] = ADD,
    prefix: str = "",
    columns: Mapping[str, str] | None = None,
    check: bool = True,
) -> Table:
    """Add to every row what the instrument in force on a day says of it.

    Takes Polars frames (eager and lazy), pandas frames of any dtypes, Arrow tables, DuckDB
    relations, PySpark and Dask frames, and gives back the same kind, the rows in their order and
    the columns as they were. A lazy frame stays lazy. The results, named `prefix` + their name:

    - `outcome`: its key, null where undetermined
    - `possible`: the outcomes that are left, joined by "|"
    - `provision`: what decides, as text; null where undetermined
    - `missing`: the facts to ask for, joined by "|"; null where decided
    - `problems`: codes of what contradicts itself, joined by "|"; such a row is not decided
    - `code` (only where asked for): the outcome's place among the rule's outcomes as a one-byte
      number, -1 where undetermined; twice as fast as the text on large tables

    A column holds the fact of its name, or the one that its Vietnamese heading means (see
    `places.headings`), unless `columns` names the column of each fact. Where a row does not say
    whether the place lies in the Mekong Delta or the Southeast, its `province` does. The answers
    are Kleene's: never other than those of `classify`, which says more where figures force it.
    `check=False` passes over contradictions; say so only of figures that were checked before.

    Raises `InputError` for a column of the wrong type, a table without any fact of the rule, or a
    result whose name is taken; `NotInForceError` where no instrument covers the day. Warns
    (`PolicyWarning`) where two instruments cover it and none is named.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"Tên xã": ["A", "B"], "Tỷ lệ hộ DTTS (%)": [9.5, 80.0]})
    >>> classify_table(frame, "commune", dt.date(2021, 6, 4), add=["outcome"])["outcome"].to_list()
    ['outside', None]
    """
    # Without a day `select` says what is missing; nothing defaults to today.
    day = cast("dt.date", as_of)
    selection = select(unit, day, instrument, readings)
    # Who names an instrument knows which; who does not is told where two could decide.
    for note in selection.notes if instrument is None else ():
        warn(str(PolicyError(note)), PolicyWarning, stacklevel=2)
    rule = selection.instrument.rules[unit].read(readings)
    record = UNITS[unit]
    native: Any = frame
    names = _names(native)
    found = match_headings(record, [name for name in names if isinstance(name, str)])
    found = dict(found) if columns is None else _given(record, names, columns)
    wanted = tuple(name for name in _SITUATION if name in facts_of(rule))
    # What is neither a fact nor tells one stays where it is.
    used = {
        name: column
        for name, column in found.items()
        if name in record.facts() or (name == "province" and wanted)
    }
    result_names(rule, names, used, add=add, prefix=prefix)
    task = _Task(rule, used, day, readings, wanted, tuple(add), prefix, check)
    if nw.dependencies.is_pandas_dataframe(native):
        answered = answer_pandas(native, record, used, task.results)
    elif nw.dependencies.is_dask_dataframe(native):
        answered = answer_dask(native, record, used, task.results)
    elif nw.dependencies.is_pyarrow_table(native):
        answered = answer_arrow(native, used, task.results)
    else:
        answered = task.frame(native)
    return cast("Table", answered)


@frozen
class _Task:
    """What to do with a table of any kind."""

    rule: Rule
    columns: Mapping[str, str]
    as_of: dt.date
    readings: Mapping[str, str] | None
    situation: tuple[str, ...]
    add: tuple[str, ...]
    prefix: str
    check: bool

    def frame(self, native: Any) -> Any:
        """Answer a frame that Narwhals knows; a lazy one is not read."""
        frame: Any = nw.from_native(native)
        derived = {}
        if "province" in self.columns and self.situation:
            province = self.columns["province"]
            derived = situation_columns(frame, province, self.as_of, self.readings, self.situation)
        answered = decide_table(
            self.rule,
            frame,
            self.columns,
            add=self.add,
            prefix=self.prefix,
            derived=derived,
            check=self.check,
        )
        return answered.to_native()

    def results(self, table: Any) -> Any:
        """Answer an Arrow table, and give the results alone."""
        own = len(table.column_names)
        try:
            import polars as pl
        except ImportError:
            answered = self.frame(table)
        else:
            # Polars reckons the same columns several times as fast, and mostly without a copy.
            answered = self.frame(pl.from_arrow(table)).to_arrow()
        return _plain_strings(answered.select(answered.column_names[own:]))


def _names(frame: Any) -> list[Any]:
    """Give the columns of a table of any kind that is understood."""
    if nw.dependencies.is_pandas_dataframe(frame) or nw.dependencies.is_dask_dataframe(frame):
        return list(frame.columns)
    if nw.dependencies.is_pyarrow_table(frame):
        return list(frame.column_names)
    try:
        return list(nw.from_native(frame).collect_schema().names())
    except TypeError:
        raise InputError.of(
            "table.unknown_kind",
            place=type(frame).__name__,
            vi="không nhận ra loại bảng này.",
            en="this kind of table is not known.",
            mend_vi="Cho bảng polars, pandas, pyarrow, duckdb, pyspark hoặc dask.",
            mend_en="Give a polars, pandas, pyarrow, duckdb, pyspark or dask table.",
        ) from None


def _given(
    record: type[Record], names: Sequence[Any], columns: Mapping[str, str]
) -> dict[str, str]:
    for name, column in columns.items():
        if name in record.model_fields and column in names:
            continue
        known = name in record.model_fields
        raise InputError.of(
            "table.unknown_column" if known else "table.unknown_fact",
            place=name if not known else str(column),
            vi="bảng không có cột này." if known else "không có số liệu nào mang tên này.",
            en="the table has no such column." if known else "the record has no such fact.",
            mend_vi='Cho columns={"households": "Số hộ"}: tên số liệu, rồi tên cột.',
            mend_en='Pass columns={"households": "Số hộ"}: the fact\'s name, then the column.',
        )
    return dict(columns)


def _plain_strings(table: Any) -> Any:
    import pyarrow as pa

    return table.cast(pa.schema([(name, pa.string()) for name in table.column_names]))
