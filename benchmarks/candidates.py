"""Every way in which the benchmark classifies a sheet, prepared on data of its own liking."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from benchmarks import (
    by_hand_c,
    by_hand_duckdb,
    by_hand_numpy,
    by_hand_polars,
    by_openfisca,
    ours,
)
from benchmarks.sheet import Communes

Codes = NDArray[np.int8]


@dataclass(frozen=True)
class Candidate:
    """A way to classify: what is timed, how its answer is read as codes, and what it is."""

    name: str
    run: Callable[[], Any]
    read: Callable[[Any], Codes] = lambda found: found
    gives: str = "code"
    unknown: bool = True


OURS = "**classify_table**, Polars lazy"
UNCHECKED = "**classify_table**, Polars lazy, figures not checked"
OURS_CODED = "**classify_table**, Polars lazy, figures not checked, codes"
POLARS = "Polars lazy by hand, staged"
CODED = "Polars lazy by hand, staged, codes"
C = "C by hand, 1 thread"
OPENFISCA = "OpenFisca-Core, two-valued"

Rule = Callable[[pl.LazyFrame], pl.LazyFrame]


def candidates(sheet: Communes) -> list[Candidate]:
    """Prepare every candidate that this machine can run; the library's own comes first."""
    frame = sheet.polars()
    gives = _kind(ours.outcome(frame.head(1).lazy()).collect())
    by_hand = by_hand_polars.as_enum if gives == "enum" else by_hand_polars.as_text
    found = [
        _polars(OURS, ours.outcome, frame, gives),
        _polars(UNCHECKED, _unchecked, frame, gives),
        Candidate(OURS_CODED, lambda: ours.code(frame.lazy()).collect(), _codes),
        _polars(POLARS, by_hand, frame, gives),
    ]
    found.append(
        Candidate(CODED, lambda: by_hand_polars.as_code(frame.lazy()).collect(), _column, "code")
    )
    found.append(Candidate("NumPy by hand, pairs, blocks", lambda: by_hand_numpy.outcome(sheet)))
    connection = by_hand_duckdb.loaded(frame)
    found.append(
        Candidate("DuckDB SQL by hand", lambda: by_hand_duckdb.outcome(connection), _column)
    )
    if by_hand_c.compiler():
        threads = os.cpu_count() or 1
        found.append(Candidate(C, by_hand_c.prepared(sheet)))
        found.append(Candidate(f"C by hand, {threads} threads", by_hand_c.prepared(sheet, threads)))
    if by_openfisca.installed():
        model, columns = by_openfisca.Model(), by_openfisca.columns(sheet)
        found.append(Candidate(OPENFISCA, lambda: model.outcome(columns), unknown=False))
    return found


def _polars(name: str, rule: Rule, frame: pl.DataFrame, gives: str) -> Candidate:
    return Candidate(name, lambda: rule(frame.lazy()).collect(), ours.codes, gives)


def _kind(found: pl.DataFrame) -> str:
    return "text" if found["outcome"].dtype == pl.String else "enum"


def _column(found: pl.DataFrame) -> Codes:
    return found["outcome"].to_numpy()


def _codes(found: pl.DataFrame) -> Codes:
    return found["code"].to_numpy()


def left_out() -> list[str]:
    """Say which candidates this machine cannot run, and why."""
    found = []
    if not by_hand_c.compiler():
        found.append("C by hand: there is no C compiler")
    if not by_openfisca.installed():
        found.append("OpenFisca-Core: not installed (`make bench` does it)")
    return found


def agree(sheet: Communes, prepared: list[Candidate]) -> None:
    """Assert that all candidates give the outcomes that the library gives.

    OpenFisca knows nothing of unknown cells; only rows without any are held against it.
    """
    expected = prepared[0].read(prepared[0].run())
    complete = np.logical_and.reduce(list(sheet.known.values())) & (expected >= 0)
    for candidate in prepared[1:]:
        found = candidate.read(candidate.run())
        differ = found != expected if candidate.unknown else (found != expected) & complete
        assert not differ.any(), f"{candidate.name} differs on {np.flatnonzero(differ)[:5]}"


def _unchecked(frame: pl.LazyFrame) -> pl.LazyFrame:
    return ours.outcome(frame, check=False)
