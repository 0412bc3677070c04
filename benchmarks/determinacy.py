"""(d) How often the table says less than the exact decision about one record."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random
from typing import Any

import polars as pl
from pydantic import ValidationError

from benchmarks.markdown import table
from dantoc_policy import classify, classify_table
from dantoc_policy.instruments.classify import UNITS
from dantoc_policy.instruments.registry import instruments
from dantoc_policy.rules.proof.samples import Sampler
from dantoc_policy.rules.rule import Rule

SHEETS = {
    "one cell in 20 unknown": (0.05, 0.0),
    "one cell in 3 unknown": (0.33, 0.0),
    "one in 3 unknown, figures at the thresholds": (0.33, 0.7),
}


def section(records: int) -> str:
    """Compare both readings of every rule on random, consistent, partly known records."""
    lines = []
    for instrument in instruments().values():
        for unit, rule in instrument.rules.items():
            cells = []
            for unknown, near in SHEETS.values():
                open_, less = compared(
                    rule, unit, instrument.code, records, unknown=unknown, near=near
                )
                cells.append(f"{_percent(less, records)} of {_percent(open_, records)}")
            lines.append([f"{instrument.code}, {unit}", *cells])
    return table([f"{records:,} records each", *SHEETS], lines)


def compared(
    rule: Rule, unit: str, code: str, records: int, *, unknown: float, near: float, seed: int = 7
) -> tuple[int, int]:
    """Count the rows that the table leaves open, and those of them that one decision does not.

    Asserts that no row of the table contradicts the decision about the record.
    """
    drawn = _drawn(rule, unit, records, unknown=unknown, near=near, random=Random(seed))
    day = instruments()[code].in_force.start
    assert day is not None
    exact = [_exact(unit, row, day, code) for row in drawn]
    rows = _table(rule, drawn, unit, day, code)
    for one, row in zip(exact, rows, strict=True):
        assert row in (None, one), (unit, code, one, row)
    open_ = [one for one, row in zip(exact, rows, strict=True) if row is None]
    return len(open_), sum(one is not None for one in open_)


def _drawn(
    rule: Rule, unit: str, records: int, *, unknown: float, near: float, random: Random
) -> list[dict[str, Any]]:
    """Draw consistent records and hide cells; percentages stand in for a third of the counts."""
    sampler = Sampler(rule.record, [rule.read()])
    model, info = UNITS[unit], rule.record.facts()

    def pick(low: int, high: int, likely: list[int]) -> int:
        if likely and random.random() < near:
            return random.choice(likely)
        return random.randint(low, high)

    found: list[dict[str, Any]] = []
    while len(found) < records:
        whole = sampler.complete(pick)
        row = {name: value if random.random() >= unknown else None for name, value in whole.items()}
        try:
            model(**row)
        except ValidationError:
            continue
        found.append({name: row.get(name) for name in info})
    return found


def _exact(unit: str, row: dict[str, Any], day: dt.date, code: str) -> str | None:
    return classify(UNITS[unit](**row), day, instrument=code).outcome


def _table(
    rule: Rule, rows: list[dict[str, Any]], unit: str, day: dt.date, code: str
) -> list[str | None]:
    plain = [
        {name: float(cell) if isinstance(cell, Decimal) else cell for name, cell in row.items()}
        for row in rows
    ]
    types = {
        name: pl.Boolean
        if info.unit.name == "TRUTH"
        else pl.String
        if info.unit.name == "NAME"
        else pl.Int64
        if info.unit.whole
        else pl.Float64
        for name, info in rule.record.facts().items()
    }
    frame = pl.DataFrame(plain, schema=types)
    found = classify_table(frame, unit, day, instrument=code, add=["outcome"])
    return found["outcome"].to_list()


def _percent(count: int, records: int) -> str:
    return f"{100 * count / records:.1f} %"
