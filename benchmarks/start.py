"""(c) Starting: the import alone, and a fresh process up to its first decision."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

from benchmarks.markdown import number, table, verdict
from benchmarks.rounds import timed

BARE = "pass"
IMPORT = "import dantoc_policy"
DECISION = """
import datetime
from dantoc_policy import Commune, classify
commune = Commune(households=1383, minority_households=248, poor_rate=5.92,
                  meets_new_rural_standard=True)
assert classify(commune, datetime.date(2021, 6, 4)).outcome == "I"
"""
PYDANTIC = """
from pydantic import BaseModel
class Model(BaseModel):
    a: int | None = None
    b: float | None = None
Model(a=1)
"""
CODES = {
    "Python alone": BARE,
    "`import dantoc_policy`": IMPORT,
    "import, one commune, its region": DECISION,
    "for comparison: a first pydantic model of two fields": PYDANTIC,
}
AIM_IMPORT, AIM_DECISION = 15.0, 300.0


def section(rounds: int) -> str:
    """Time fresh processes."""
    times = timed({name: _process(code) for name, code in CODES.items()}, rounds, warm=2)
    bare, imported, decision, _ = CODES
    lines = [
        [
            name,
            number(1e3 * times.median(name)),
            number(1e3 * (times.median(name) - times.median(bare))),
            number(times.ratio(name, bare)),
        ]
        for name in CODES
    ]
    over = 1e3 * (times.median(imported) - times.median(bare))
    whole = 1e3 * times.median(decision)
    aim = table(
        ["aim", "ms", ""],
        [
            ["import below 15 ms over bare Python", number(over), verdict(over, AIM_IMPORT)],
            ["first decision below 300 ms in all", number(whole), verdict(whole, AIM_DECISION)],
        ],
    )
    text = [table(["fresh process", "ms", "ms over Python", "× Python"], lines), aim]
    if whole > AIM_DECISION or over > AIM_IMPORT:
        text.append("The slowest imports (own time, µs):\n\n```text\n" + slowest() + "\n```")
    return "\n\n".join(text)


def slowest(count: int = 12) -> str:
    """Give the modules that take longest by themselves on the way to the first decision."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", DECISION],
        capture_output=True,
        text=True,
        check=True,
        env=_environment(),
    )
    lines = [line.partition(":")[2].split("|") for line in done.stderr.splitlines()[1:]]
    found = sorted(
        ((int(line[0]), line[2].strip()) for line in lines if len(line) == 3), reverse=True
    )
    return "\n".join(f"{own:>8}  {name}" for own, name in found[:count])


def _environment() -> dict[str, str]:
    # Without bytecode every process would compile what it imports.
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _process(code: str) -> Callable[[], object]:
    environment = _environment()
    return lambda: subprocess.run([sys.executable, "-c", code], check=True, env=environment)
