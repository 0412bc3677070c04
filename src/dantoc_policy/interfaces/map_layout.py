"""Where each province has its tile, in a schematic layout of our own; no borders are drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from dantoc_policy.places.situation import MERGER

Cell = tuple[int, int]
"""Column and row of a tile, from the north-west."""

# Codes of provinces; HS and TS are the archipelagos Hoàng Sa and Trường Sa.
_OF_63 = """
 .  .  . 02 04  .  .  .  .
12 10  . 08 06 20  .  .  .
11 15 25 26 19 24 22  .  .
14 17 01 27 30 31  .  .  .
 .  . 35 33 34  .  .  .  .
 . 38 37 36  .  .  .  .  .
 . 40  .  .  .  .  .  .  .
 .  . 42  .  .  .  .  .  .
 .  . 44  .  .  .  .  .  .
 .  .  . 45 46  .  .  .  .
 .  .  .  . 49 48  .  . HS
 .  .  .  . 62 51  .  .  .
 .  .  .  . 64 52  .  .  .
 .  .  .  . 66 54  .  .  .
 .  .  . 70 67 68 56  .  .
 .  . 72 74 75 60 58  . TS
89 87 80 79 77  .  .  .  .
91 92 86 82  .  .  .  .  .
 . 93 84 83  .  .  .  .  .
96 95 94  .  .  .  .  .  .
"""
_OF_34 = """
 .  .  . 04  .  .  .  .
12 15 08 19 20  .  .  .
11 14 25 01 24 22  .  .
 .  .  . 37 33 31  .  .
 .  . 38  .  .  .  .  .
 .  . 40  .  .  .  .  .
 .  .  . 42  .  .  .  .
 .  .  . 44  .  .  .  .
 .  .  .  . 46  .  .  .
 .  .  .  .  . 48  . HS
 .  .  .  .  . 51  .  .
 .  .  .  .  . 52  .  .
 .  .  .  .  . 66  .  .
 .  . 80 75 68 56  . TS
91 82 79  .  .  .  .  .
92 86  .  .  .  .  .  .
96  .  .  .  .  .  .  .
"""
ARCHIPELAGOS: Mapping[str, tuple[str, str]] = {
    "HS": ("Hoàng Sa", "48"),
    "TS": ("Trường Sa", "56"),
}
"""The tiles of the archipelagos: their names and the codes of their provinces."""


def layout(as_of: dt.date) -> dict[str, Cell]:
    """Give the cell of each province of a day by its code, and of both archipelagos.

    >>> len(layout(dt.date(2021, 6, 4))), len(layout(dt.date(2025, 7, 1)))
    (65, 36)
    """
    text = _OF_63 if as_of < MERGER else _OF_34
    return {
        code: (column, row)
        for row, line in enumerate(text.split("\n")[1:-1])
        for column, code in enumerate(line.split())
        if code != "."
    }
