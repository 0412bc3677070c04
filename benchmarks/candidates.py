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
    """A way to classify: what is timed, and how its answer is read as codes."""

    name: str
    run: Callable[[], Any]
    read: Callable[[Any], Codes] = lambda found: found
    gives: str = "code"
    unknown: bool = True


OURS = "**classify_table**, Polars lazy"
OURS_UNCHECKED = "**classify_table**, Polars lazy, figures not checked"
POLARS = "Polars lazy by hand, staged"
C = "C by hand, 1 thread"
OPENFISCA = "OpenFisca-Core, two-valued"


def candidates(sheet: Communes) -> list[Candidate]:
    """Prepare every candidate that this machine can run."""
    frame = sheet.polars()
    connection = by_hand_duckdb.loaded(frame)
    threads = os.cpu_count() or 1

    def polars(
        name: str, rule: Callable[[pl.LazyFrame], pl.LazyFrame], engine: Any = "auto"
    ) -> Candidate:
        return Candidate(
            name, lambda: rule(frame.lazy()).collect(engine=engine), ours.codes, "word"
        )

    found = [polars(OURS, ours.outcome), polars(f"{OURS}, streaming", ours.outcome, "streaming")]
    if ours.can_skip_checks():
        unchecked = _unchecked
        found += [
            polars(OURS_UNCHECKED, unchecked),
            polars(f"{OURS_UNCHECKED}, streaming", unchecked, "streaming"),
        ]
    found += [
        polars(POLARS, by_hand_polars.as_text),
        polars(f"{POLARS}, streaming", by_hand_polars.as_text, "streaming"),
        Candidate(
            f"{POLARS}, outcome as a code",
            lambda: by_hand_polars.as_code(frame.lazy()).collect(),
            lambda table: table["outcome"].to_numpy(),
        ),
        Candidate("NumPy by hand, pairs, blocks", lambda: by_hand_numpy.outcome(sheet)),
        Candidate(
            "DuckDB SQL by hand", lambda: by_hand_duckdb.outcome(connection), ours.codes, "word"
        ),
    ]
    if by_hand_c.compiler():
        found.append(Candidate(C, by_hand_c.prepared(sheet)))
        found.append(Candidate(f"C by hand, {threads} threads", by_hand_c.prepared(sheet, threads)))
    if by_openfisca.installed():
        model, columns = by_openfisca.Model(), by_openfisca.columns(sheet)
        found.append(Candidate(OPENFISCA, lambda: model.outcome(columns), unknown=False))
    return found


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
