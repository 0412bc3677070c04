"""The gate before the table: only columns whose kind fits the fact, and unknown always null.

A NaN is an unknown number; a column without a single value, whatever its type, is an unknown
fact. Whole numbers get 64 bits, so that no product of theirs can overflow; on SQL engines, where
an overflow stops the query, they become floating numbers, which are exact up to `LARGEST`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dantoc_policy.errors import InputError
from dantoc_policy.rules.quantity import Factual
from dantoc_policy.rules.terms.figures import Figure, Kind
from dantoc_policy.rules.terms.narwhals_algebra import nw
from dantoc_policy.rules.terms.sheet import Sheet, Term
from dantoc_policy.values.fact import FactInfo
from dantoc_policy.values.unit import Unit

_FITS_64_BITS = (nw.Int8, nw.Int16, nw.Int32, nw.UInt8, nw.UInt16, nw.UInt32)


def gate(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any],
    record: type[Factual],
    columns: Mapping[str, str],
    sheet: Sheet,
) -> dict[str, Figure]:
    """Give the facts of a frame as clean terms.

    `columns` names the column of each fact. Raises `InputError` for a column whose type does not
    fit: a truth as text or as 0 and 1, a number as text.

    >>> import narwhals as nw, polars as pl
    >>> from dantoc_policy.places.commune import Commune
    >>> from dantoc_policy.rules.terms.narwhals_algebra import NarwhalsAlgebra
    >>> frame = nw.from_native(pl.DataFrame({"households": ["120"]}))
    >>> gate(frame, Commune, {"households": "households"}, Sheet(NarwhalsAlgebra(), "_"))
    Traceback (most recent call last):
    dantoc_policy.errors.InputError: [table.column_type] ...
    """
    schema, facts = frame.collect_schema(), record.facts()
    found: dict[str, Figure] = {}
    for name, column in columns.items():
        if name not in facts or _is_empty(frame, column, schema[column]):
            continue
        figure = _figure(frame, column, schema[column], facts[name], sheet)
        if figure is None:
            raise column_refusal(name, column, schema[column], facts[name])
        found[name] = figure
    return found


def is_sql(frame: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> bool:
    """Say whether the frame is worked on by an engine that plans SQL."""
    implementation = frame.implementation
    return not (implementation.is_polars() or implementation.is_pyarrow())


def _figure(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any],
    column: str,
    dtype: nw.dtypes.DType,
    info: FactInfo,
    sheet: Sheet,
) -> Figure | None:
    raw = sheet.column(column)
    if info.unit is Unit.TRUTH:
        return Figure(raw, Kind.TRUTH) if dtype == nw.Boolean else None
    if info.unit is Unit.NAME:
        worded = isinstance(dtype, nw.String | nw.Categorical | nw.Enum)
        return Figure(raw, Kind.WORD) if worded else None
    if dtype == nw.Int64 and not is_sql(frame):
        return Figure(raw, Kind.WHOLE, integral=True)
    expression, kind, integral = nw.col(column), Kind.REAL, dtype.is_integer()
    if dtype == nw.Float32:
        # By way of text, 5.92 stays 5.92, and does not become 5.920000076.
        expression = expression.cast(nw.String()).cast(nw.Float64()).fill_nan(None)
    elif dtype.is_float():
        expression = expression.fill_nan(None)
    elif isinstance(dtype, _FITS_64_BITS) and not is_sql(frame):
        expression, kind = expression.cast(nw.Int64()), Kind.WHOLE
    elif integral or dtype.is_decimal():
        expression = expression.cast(nw.Float64())
    else:
        return None
    return Figure(sheet.keep(Term(sheet.algebra, expression), f"{column}_"), kind, integral)


def _is_empty(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any], column: str, dtype: nw.dtypes.DType
) -> bool:
    """Say whether a column has no value at all, as far as that shows without reading a file."""
    if dtype == nw.Unknown:
        native = frame.to_native()
        if frame.implementation.is_polars():
            kind = native.collect_schema()[column]
        elif frame.implementation.is_pyarrow():
            kind = native.schema.field(column).type
        else:
            kind = dict(native.dtypes)[column] if frame.implementation.is_pyspark() else ""
        return str(kind).lower() in ("null", "void")
    if dtype == nw.String and isinstance(frame, nw.DataFrame):
        series = frame[column]
        return bool(series.null_count() == len(series))
    return False


def column_refusal(name: str, column: str, dtype: object, info: FactInfo) -> InputError:
    """Give the error for a column whose type does not fit its fact."""
    place = name if name == column else f"{column} ({name})"
    if info.unit is Unit.TRUTH:
        return InputError.of(
            "table.column_type",
            place=place,
            vi=f"cột phải là đúng/sai (boolean), nhưng có kiểu {dtype}.",
            en=f"the column must hold booleans, but its type is {dtype}.",
            mend_vi="Đổi sang boolean; ô chưa biết để trống (null), không ghi 0 hay ''. "
            'Với pandas: df[cột].astype("boolean"); Dask đổi object thành chuỗi, trừ khi đặt '
            'dask.config.set({"dataframe.convert-string": False}).',
            mend_en="Turn it into booleans, with nulls where unknown and not 0 or ''. In pandas: "
            'df[column].astype("boolean"); Dask turns objects into strings unless '
            'dask.config.set({"dataframe.convert-string": False}).',
        )
    kind = ("chuỗi", "text") if info.unit is Unit.NAME else ("số", "numbers")
    return InputError.of(
        "table.column_type",
        place=place,
        vi=f"cột phải là {kind[0]}, nhưng có kiểu {dtype}.",
        en=f"the column must hold {kind[1]}, but its type is {dtype}.",
        mend_vi="Đổi kiểu của cột; ô chưa biết để trống (null).",
        mend_en="Change the column's type; leave unknown cells null.",
    )
