"""Run all comparisons and print them, or write them into the documentation.

python -m benchmarks [--quick] [--rows N ...] [--rounds N] [--only PART ...] [--write]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from benchmarks import citations, decisions, determinacy, lookups, memory, page, start, tables

ROWS = [1_000_000, 10_000_000]


def main() -> None:
    """Read the options, run the parts, print or write."""
    given = _options()
    quick, rows = given.quick, given.rows or ([100_000] if given.quick else ROWS)
    rounds = given.rounds or (3 if quick else 11)
    parts: dict[str, Callable[[], str]] = {
        "tables": lambda: tables.section(rows, rounds),
        "decisions": lambda: decisions.section(rounds),
        "lookups": lambda: lookups.section(2 * rounds),
        "start": lambda: start.section(2 * rounds),
        "determinacy": lambda: determinacy.section(200 if quick else 1000),
        "memory": lambda: memory.section(max(rows)),
        "citations": lambda: citations.section(rounds, quick=quick),
    }
    parts["machine"] = lambda: page.machine(rounds)
    for name, part in parts.items():
        if given.only is None or name in (*given.only, "machine"):
            print(f"... {name}", file=sys.stderr)
            text = part()
            if given.write:
                page.write(name, text)
            else:
                print(f"## {name}\n\n{text}\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", help=f"sizes of the sheets, else {ROWS}")
    parser.add_argument("--rounds", type=int, help="how often each candidate runs, else 11")
    parser.add_argument("--quick", action="store_true", help="a small sheet, three rounds")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=["tables", "decisions", "lookups", "start", "determinacy", "memory", "citations"],
    )
    parser.add_argument("--write", action="store_true", help=f"write into {page.PAGE}")
    return parser.parse_args()


if __name__ == "__main__":
    main()
