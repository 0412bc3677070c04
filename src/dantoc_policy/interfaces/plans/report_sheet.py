"""One sheet of a report before it is written: its columns and its rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Literal

from attrs import frozen

from dantoc_policy.values.text import Text

Cell = str | int | Fraction | date | None
CellKind = Literal["text", "number", "year", "date", "percent", "mark"]
"""What a column holds; a mark stands in the middle of a narrow column with a turned heading."""


@frozen
class Column:
    """A column: its heading, how wide it is in characters, what it holds."""

    head: Text
    width: int
    kind: CellKind = "text"


@frozen(kw_only=True)
class Sheet:
    """A sheet; `fixed` columns stay where they are when one scrolls to the right.

    `shades` gives the colour of a row by its number, the first being 0.

    >>> Sheet(title=Text("Chỉ tiêu", "Targets"), columns=(Column(Text("Mã", "Id"), 12),), rows=())
    Sheet(title=Text(vi='Chỉ tiêu', en='Targets'), ..., rows=(), fixed=1, shades=())
    """

    title: Text
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    fixed: int = 1
    shades: Sequence[str | None] = ()


def note_only(title: Text, note: Text, locale: Literal["vi", "en"]) -> Sheet:
    """Give a sheet that only says why there is nothing on it."""
    return Sheet(
        title=title,
        columns=(Column(Text("Lưu ý", "Note"), 80),),
        rows=((note.get(locale),),),
    )
