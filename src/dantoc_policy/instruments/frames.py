"""Tables whose columns do not know "unknown" well, lent to Arrow and given their results back.

A pandas column may hold a missing truth as an object and a missing number as NaN, for which every
comparison is false. Only the columns of facts are converted; the frame, its index and its other
columns stay as they are. Dask frames are pandas frames in a row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dantoc_policy.errors import InputError, MissingExtraError
from dantoc_policy.rules.quantity import Factual
from dantoc_policy.rules.terms.input_gate import column_refusal
from dantoc_policy.values.unit import Unit

Answer = Callable[[Any], Any]
"""From an Arrow table of facts to an Arrow table of results, row by row."""


def answer_arrow(table: Any, columns: Mapping[str, str], answer: Answer) -> Any:
    """Append the results to an Arrow table.

    >>> import pyarrow as pa
    >>> table = pa.table({"name": ["A"], "Số hộ": [12]})
    >>> twice = lambda facts: pa.table({"outcome": ["I"] * len(facts)})
    >>> answer_arrow(table, {"households": "Số hộ"}, twice).column_names
    ['name', 'Số hộ', 'outcome']
    """
    results = answer(table.select(list(dict.fromkeys(columns.values()))))
    for name in results.column_names:
        table = table.append_column(name, results.column(name))
    return table


def answer_pandas(
    frame: Any, record: type[Factual], columns: Mapping[str, str], answer: Answer
) -> Any:
    """Give a pandas frame with the results behind its own columns, in the style of its dtypes."""
    pa = _pyarrow()
    lent = {column: _lent(frame, record, name, column) for name, column in columns.items()}
    results = answer(pa.table(lent))
    style = _style([frame[column].dtype for column in lent])
    return frame.assign(
        **{name: _owned(results.column(name), style) for name in results.column_names}
    )


def answer_dask(
    frame: Any, record: type[Factual], columns: Mapping[str, str], answer: Answer
) -> Any:
    """Give a Dask frame whose partitions are answered when they are computed."""
    facts = record.facts()
    for name, column in columns.items():
        dtype = frame.dtypes[column]
        wants_truth = name in facts and facts[name].unit is Unit.TRUTH
        if wants_truth and str(dtype).startswith(("str", "large_string")):
            # By default Dask makes strings of objects, and of a missing truth the word "None".
            raise column_refusal(name, column, dtype, facts[name])

    def one(part: Any) -> Any:
        return answer_pandas(part, record, columns, answer)

    from dask.dataframe.dispatch import make_meta

    empty: Any = make_meta(frame)  # type: ignore[no-untyped-call]
    return frame.map_partitions(one, meta=one(empty))


def _lent(frame: Any, record: type[Factual], name: str, column: str) -> Any:
    pa = _pyarrow()
    series = frame[column]
    if series.ndim != 1:
        raise InputError.of(
            "heading.doubled",
            place=name,
            vi=f"có hai cột cùng tên {column!r}.",
            en=f"there are two columns named {column!r}.",
            mend_vi="Đổi tên hoặc bỏ một cột.",
            mend_en="Rename or drop one of them.",
        )
    try:
        found = pa.Array.from_pandas(series)
    except (pa.ArrowException, OverflowError, TypeError):
        info = record.facts().get(name)
        if info is None:  # what identifies the place, not a figure
            return pa.nulls(len(series), pa.string())
        raise column_refusal(name, column, f"{series.dtype} (mixed)", info) from None
    return found.dictionary_decode() if pa.types.is_dictionary(found.type) else found


def _style(dtypes: list[Any]) -> str:
    """Say whether the frame keeps to Arrow dtypes, to nullable ones, or to NumPy's."""
    import pandas as pd

    if any(isinstance(dtype, pd.ArrowDtype) for dtype in dtypes):
        return "arrow"
    nullable = {"Int", "UInt", "Float", "boolean"}
    return "nullable" if any(str(d).rstrip("12346 8") in nullable for d in dtypes) else "numpy"


def _owned(column: Any, style: str) -> Any:
    """Turn a result into a pandas array of the frame's style."""
    import pandas as pd

    if style == "arrow":
        return pd.arrays.ArrowExtensionArray(column)
    if style == "nullable":
        return pd.StringDtype().__from_arrow__(column)
    return column.to_pandas().array


def _pyarrow() -> Any:
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError.for_extra("pandas", "pyarrow") from error
    return pa
