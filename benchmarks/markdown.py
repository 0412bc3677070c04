"""Tables and numbers as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.rounds import Times


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table whose first column is text and whose others are numbers."""
    line = ["---", *["--:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, line, *rows))


def number(value: float) -> str:
    """Give two or three figures, whole numbers from one hundred.

    >>> [number(value) for value in (0.1234, 1.234, 12.34, 1234.5)]
    ['0.12', '1.23', '12.3', '1,234']
    """
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def ratio(times: Times, name: str, base: str) -> str:
    """Give the median ratio with the middle half of the rounds."""
    low, high = times.spread(name, base)
    middle = number(times.ratio(name, base))
    return "1" if name == base else f"{middle} ({number(low)}–{number(high)})"


def verdict(value: float, limit: float) -> str:
    """Say whether a figure is within its aim."""
    return "met" if value <= limit else "missed"
