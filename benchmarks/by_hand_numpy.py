"""Decision 33 by hand in NumPy: every truth as a pair (is true, is false), block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from benchmarks.sheet import NAMES, Column, Communes, Mask

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 16_384

Pair = tuple[Mask, Mask]


def outcome(sheet: Communes, block: int = BLOCK) -> NDArray[np.int8]:
    """Give the code of every row's outcome, -1 where it is undetermined."""
    found = np.empty(sheet.rows, np.int8)
    for start in range(0, sheet.rows, block):
        part = slice(start, start + block)
        found[part] = _block(
            {name: sheet.values[name][part] for name in NAMES},
            {name: sheet.known[name][part] for name in NAMES},
        )
    return found


def _block(v: dict[str, Column], k: dict[str, Mask]) -> NDArray[np.int8]:
    households, poor = v["households"], v["poor_households"]
    some = k["households"] & (households > 0)
    poor_known = some & k["poor_households"]
    three = households * 3

    area = _pair(v["minority_households"] * 20 >= three, some & k["minority_households"])
    from_10 = _pair(poor * 10 >= households, poor_known)
    from_12 = _pair(poor * 25 >= three, poor_known)
    from_15 = _pair(poor * 20 >= three, poor_known)
    from_20 = _pair(poor * 5 >= households, poor_known)
    delta = _pair(v["in_mekong_delta"], k["in_mekong_delta"])
    new_rural = _pair(v["meets_new_rural_standard"], k["meets_new_rural_standard"])
    many = _pair(v["poor_minority_households"] > 150, k["poor_minority_households"])

    minority = _pair(
        v["poor_minority_households"] * 5 > poor * 3,
        k["poor_minority_households"] & k["poor_households"] & (poor > 0),
    )
    people = v["minority_people_15_60"]
    illiterate = _pair(
        v["illiterate_minority_people_15_60"] * 5 >= people,
        k["illiterate_minority_people_15_60"] & k["minority_people_15_60"] & (people > 0),
    )
    workers = v["employed_workers"]
    untrained = _pair(
        v["untrained_workers"] * 5 > workers * 4,
        k["untrained_workers"] & k["employed_workers"] & (workers > 0),
    )
    road, road_known = v["road_to_district_km"], k["road_to_district_km"]
    far = _pair(road > 20, road_known)
    unpaved = _pair(
        v["unpaved_road_to_district_km"] * 2 > road,
        k["unpaved_road_to_district_km"] & road_known & (road > 0),
    )
    held_back = _or(_or(minority, illiterate), _or(untrained, _and(far, unpaved)))

    high = _or(from_20, _and(delta, from_15))
    middle = _or(from_15, _and(delta, from_12))
    held = _and(_and(middle, _not(high)), held_back)
    very = _or(_or(high, _and(delta, many)), held)
    third = _and(_and(area, _not(new_rural)), very)
    first = _and(area, _or(_not(from_10), new_rural))

    found = np.full(len(poor), -1, np.int8)
    found[third[0]] = 0
    rest = third[1]
    found[rest & first[0]] = 1
    rest = rest & first[1]
    found[rest & area[0]] = 2
    found[rest & area[1]] = 3
    return found


def _pair(truth: Mask, known: Mask) -> Pair:
    yes = truth & known
    return yes, known ^ yes


def _and(one: Pair, other: Pair) -> Pair:
    return one[0] & other[0], one[1] | other[1]


def _or(one: Pair, other: Pair) -> Pair:
    return one[0] | other[0], one[1] & other[1]


def _not(one: Pair) -> Pair:
    return one[1], one[0]
