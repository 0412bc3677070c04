"""Where the header of a sheet is: below merged titles, in one row or in several."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from attrs import frozen

from dantoc_policy.interfaces.files.cells import folded
from dantoc_policy.interfaces.files.table import Cells

SEARCHED_ROWS = 40
_DEEPEST = 3
_SHARE_WORDS = ("tỷ lệ", "tỉ lệ", "%")
_COUNT_WORDS = frozenset({"số hộ", "tổng số", "tổng số hộ", "số lượng", "tổng", "số", "hộ"})
_NUMBERED = re.compile(r"\(?([0-9]{1,3})\)?(?:\s*=.*)?")
_LETTERED = re.compile(r"\(?[a-z]\)?")
_ENOUGH_NUMBERS = 4

FactOf = Callable[[str], str | None]
"""Gives the fact or identity that a heading names, None for any other heading."""
Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column of merged cells, counted from zero."""


@frozen
class Header:
    """The rows that make the header, the names of the columns and what is matched for each.

    `first` and `after` count rows from zero: where it begins, and where the data begin. `width`
    is how many cells its rows have; in a csv further ones may follow below.
    """

    first: int
    after: int
    names: tuple[str, ...]
    headings: tuple[str, ...]
    score: int
    width: int


def find_header(
    rows: Sequence[Cells], fact_of: FactOf, merges: Iterable[Merge] = ()
) -> Header | None:
    """Find the header among the first rows: what names the most facts, in the fewest rows.

    >>> facts = {"Xã": "name", "Số hộ": "households"}
    >>> found = find_header([("BIỂU 01", None), ("Xã", "Số hộ"), ("A", 5)], facts.get)
    >>> found.after, found.names
    (2, ('Xã', 'Số hộ'))
    """
    best: Header | None = None
    merged = list(merges)
    for first in range(min(len(rows), SEARCHED_ROWS)):
        for depth in range(1, _DEEPEST + 1):
            if first + depth > len(rows):
                break
            found = _header(rows, first, depth, fact_of, merged)
            if found.score and (best is None or _better(found, best, fact_of)):
                best = found
    return best


def _better(found: Header, best: Header, fact_of: FactOf) -> bool:
    """Whether a header names more facts, or the same ones in fewer rows (without a title)."""
    if found.score != best.score:
        return found.score > best.score
    same = [fact_of(text) for text in found.headings] == [fact_of(text) for text in best.headings]
    return same and found.after - found.first < best.after - best.first


def _header(
    rows: Sequence[Cells], first: int, depth: int, fact_of: FactOf, merges: list[Merge]
) -> Header:
    block = [[label(cell) for cell in row] for row in rows[first : first + depth]]
    width = max(len(row) for row in rows)
    block = [row + [""] * (width - len(row)) for row in block]
    _spread(block, first, merges)
    stacks = [_stack([row[column] for row in block]) for column in range(width)]
    names = tuple(" - ".join(stack) for stack in stacks)
    headings = tuple(_heading(stack, fact_of) for stack in stacks)
    known = {fact for heading in headings if heading and (fact := fact_of(heading))}
    after = first + depth
    if after < len(rows) and is_numbering(rows[after]):
        after += 1
    stated = max(len(row) for row in rows[first : first + depth])
    return Header(first, after, names, headings, len(known), stated)


def label(cell: Any) -> str:
    """Give a header cell on one line."""
    return "" if cell is None else " ".join(str(cell).split())


def is_numbering(row: Cells) -> bool:
    """Whether a row below the header only numbers its columns: A, B, (1), (2), 3 = 2 / 1.

    >>> is_numbering(("A", "B", "1", "2", "3", "4=3/2")), is_numbering(("Tư", "1", "2", "3", "4"))
    (True, False)
    """
    numbers = []
    for cell in row:
        text = folded(label(cell))
        if match := _NUMBERED.fullmatch(text):
            numbers.append(int(match[1]))
        elif not _LETTERED.fullmatch(text):
            return False
    return len(numbers) >= _ENOUGH_NUMBERS and numbers == list(
        range(numbers[0], numbers[0] + len(numbers))
    )


def _spread(block: list[list[str]], first: int, merges: list[Merge]) -> None:
    """Repeat the text of merged header cells over all that they cover.

    A csv has no merges; there a blank right of an upper heading, with a heading below it,
    belongs to that heading.
    """
    for top, left, bottom, right in merges:
        if first <= top < first + len(block):
            text = block[top - first][left]
            for row in range(top - first, min(bottom - first + 1, len(block))):
                block[row][left : right + 1] = [text] * (right + 1 - left)
    if merges:
        return
    for upper, lower in pairwise(block):
        for column in range(1, len(upper)):
            if not upper[column] and lower[column] and lower[column - 1]:
                upper[column] = upper[column - 1]


def _stack(parts: list[str]) -> list[str]:
    """Give the parts of one column's header from the top, repeated ones once."""
    found: list[str] = []
    for part in parts:
        if part and (not found or found[-1] != part):
            found.append(part)
    return found


def _heading(stack: list[str], fact_of: FactOf) -> str:
    """Give the wording under which the parts of a header name a fact.

    The lowest part alone may mean something else than it says: "Số hộ" under "Hộ nghèo" counts
    poor households. It is taken alone only where what stands above names no fact.
    """
    if not stack:
        return ""
    *above, lowest = stack
    for cut in range(len(above)):
        upper = " ".join(above[cut:])
        wordings = [f"{upper} {lowest}", f"{lowest} {upper}"]
        if folded(lowest).startswith(_SHARE_WORDS):
            wordings += [f"Tỷ lệ {upper} (%)"]
        elif folded(lowest) in _COUNT_WORDS:
            wordings += [f"Số {upper}", upper]
        for wording in wordings:
            if fact_of(wording):
                return wording
    named_above = any(fact_of(text) or fact_of(f"Số {text}") for text in above)
    return " ".join(stack) if named_above else lowest
