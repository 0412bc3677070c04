"""A row's result as cells: the added columns, their texts, and cells as plain data."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dantoc_policy.errors import Locale

if TYPE_CHECKING:
    from dantoc_policy.interfaces.classify_file import RowResult

RESULTS = ("outcome", "possible", "verdict", "provisions", "missing", "problems")


def added_names(columns: Iterable[str], keys: Iterable[str] = RESULTS) -> dict[str, str]:
    """Name the columns that are added; one that the input has already gets a name beside it.

    >>> added_names(["name", "outcome"])["outcome"]
    'dantoc_outcome'
    """
    taken = set(columns)
    found = {}
    for key in keys:
        name = key
        while name in taken:
            name = f"dantoc_{name}"
        taken.add(name)
        found[key] = name
    return found


def result_texts(result: RowResult, locale: Locale) -> tuple[str | None, ...]:
    """Give the result of a row as one text a column, in the order of `RESULTS`."""
    found = result.evaluation
    return (
        result.outcome,
        "; ".join(found.possible) if found else "",
        found.verdict.value if found else "undetermined",
        "; ".join(provision.text(locale) for provision in found.provisions) if found else "",
        "; ".join(found.missing) if found else "",
        "; ".join(f"[{problem.code}] {problem.message(locale)}" for problem in result.problems),
    )


def plain(cell: Any) -> Any:
    """Give a cell as plain JSON data."""
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    if isinstance(cell, dict):
        return {str(key): plain(value) for key, value in cell.items()}
    if isinstance(cell, list | tuple):
        return [plain(value) for value in cell]
    if cell is None or isinstance(cell, str | int | float | bool):
        return cell
    return str(cell)


def cell_text(cell: Any) -> str:
    """Give a cell as the text of a csv."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return repr(float(cell)) if not cell.is_integer() else str(int(cell))
    if isinstance(cell, dict | list):
        return json.dumps(plain(cell), ensure_ascii=False)
    return str(cell)
