"""Types of administrative units: province, city, district, commune, ward and the like."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from functools import cache
from typing import Literal

from attrs import field, frozen

from dantoc_policy.data import load
from dantoc_policy.values.text import Text

Level = Literal["province", "district", "commune"]
LEVELS: tuple[Level, ...] = ("province", "district", "commune")
DIGITS: Mapping[Level, int] = {"province": 2, "district": 3, "commune": 5}
"""How many digits the codes of a level have; codes of the levels are not nested."""


def show_size(items: Sized) -> str:
    """Show in a repr how many items there are, and not each of them."""
    return f"<{len(items)}>"


@frozen
class UnitType:
    """A type of unit with its official word; `short` are the letters that lists write for it.

    >>> unit_types()["thi_tran"].name.vi, unit_types()["thi_tran"].level
    ('thị trấn', 'commune')
    """

    id: str
    level: Level
    name: Text
    short: tuple[str, ...] = field(repr=False)
    source: str = field(repr=False)
    unverified: frozenset[str] = field(repr=False)


@cache
def unit_types() -> Mapping[str, UnitType]:
    """Give the types of units by their identifiers.

    >>> list(unit_types())[:3]
    ['tinh', 'thanh_pho', 'thanh_pho_huyen']
    """
    return {
        row["id"]: UnitType(
            id=row["id"],
            level=row["level"],
            name=Text(row["vi"], row["en"]),
            short=tuple(row["short"]),
            source=row["source"],
            unverified=frozenset(row.get("unverified", ())),
        )
        for row in load("places/unit_types")
    }
