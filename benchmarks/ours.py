"""The library's side of the comparisons."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import polars as pl

from benchmarks.sheet import OUTCOMES
from dantoc_policy import classify_table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DAY = dt.date(2021, 6, 4)


def outcome(frame: pl.LazyFrame, *, check: bool = True) -> pl.LazyFrame:
    """Give the outcome of every row; `check` also looks for figures that contradict each other."""
    found = classify_table(frame, "commune", DAY, add=["outcome"], check=check)
    return found.select("outcome")


def code(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Give the outcome of every row as a small number, figures not checked."""
    return classify_table(frame, "commune", DAY, add=["code"], check=False).select("code")


def everything(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Give all that the table can tell of every row."""
    return classify_table(frame, "commune", DAY)


def codes(frame: pl.DataFrame) -> NDArray[np.int8]:
    """Give the words of an outcome column as the codes of the other candidates."""
    number = {word: code for code, word in enumerate(OUTCOMES)}
    column = frame["outcome"].cast(pl.String)
    found = column.replace_strict(number, default=None, return_dtype=pl.Int8)
    assert found.null_count() == column.null_count()
    return found.fill_null(-1).to_numpy()
