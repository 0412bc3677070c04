"""(a) Whole sheets: the commune rule of Decision 33 on a million rows and more."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks import candidates
from benchmarks.markdown import number, ratio, table, verdict
from benchmarks.rounds import Others, Times, timed
from benchmarks.sheet import communes


def section(sizes: Sequence[int], rounds: int) -> str:
    """Time all candidates on sheets of these sizes."""
    measured: dict[int, tuple[Times, list[candidates.Candidate], float | None]] = {}
    for rows in sizes:
        sheet = communes(rows)
        prepared = candidates.candidates(sheet)
        candidates.agree(sheet, prepared)
        others = Others()
        times = timed({each.name: each.run for each in prepared}, rounds)
        measured[rows] = (times, prepared, others.share())
        del sheet
    first = measured[sizes[0]][1]
    base = candidates.UNCHECKED
    lines = [
        [
            each.name,
            each.gives,
            *(ratio(times, each.name, base) for times, _, _ in measured.values()),
        ]
        for each in first
    ]
    head = ["", "gives", *(f"{rows:,} rows" for rows in sizes)]
    text = [table(head, lines)]
    text += [f"Left out here: {reason}." for reason in candidates.left_out()]
    busy = [f"{100 * share:.0f} % at {rows:,}" for rows, (_, _, share) in measured.items() if share]
    if busy:
        text.append(
            f"Processor time that went to other programs meanwhile: {', '.join(busy)} rows."
        )
    text.append(aims(measured[sizes[-1]][0], sizes[-1]))
    return "\n\n".join(text)


def aims(times: Times, rows: int) -> str:
    """Hold the largest size against the aims, each against what gives the same."""
    known = times.seconds
    lines = []
    for mine, other, words, limit in (
        (candidates.UNCHECKED, candidates.POLARS, "at or ahead of Polars by hand (text)", 1.0),
        (candidates.OURS_CODED, candidates.CODED, "at or ahead of Polars by hand (codes)", 1.0),
        (candidates.OURS_CODED, candidates.C, "within 1.5 of C by hand, 1 thread (codes)", 1.5),
        (candidates.OURS_CODED, candidates.OPENFISCA, "20 times OpenFisca-Core (codes)", 1 / 20),
    ):
        if other in known:
            value = times.ratio(mine, other)
            shown = number(1 / value) + " times" if limit < 1 else number(value)
            lines.append([words, shown, verdict(value, limit)])
    return table(["aim", f"{rows:,} rows", ""], lines)
