"""Decision 33 by hand as one plain Python function on a dict; None is undetermined."""

from __future__ import annotations

from typing import Any


def outcome(c: dict[str, Any]) -> str | None:
    """Give the outcome of one commune, None where the known facts do not tell."""
    households, minority = c["households"], c["minority_households"]
    poor, poor_minority = c["poor_households"], c["poor_minority_households"]
    rural, delta = c["meets_new_rural_standard"], c["in_mekong_delta"]
    if not households or minority is None:
        area = None
    else:
        area = minority * 20 >= households * 3
        if not area:
            return "outside"
    if poor is None or not households:
        high = middle = from_10 = None
    else:
        from_10 = poor * 10 >= households
        high = _or(poor * 5 >= households, _and(delta, poor * 20 >= households * 3))
        middle = _or(poor * 20 >= households * 3, _and(delta, poor * 25 >= households * 3))
    many = None if poor_minority is None else poor_minority > 150
    third = False if rural else _or(high, _and(delta, many))
    if not third and not rural and middle is not False and high is not True:
        held = _and(_and(middle, None if high is None else not high), _held_back(c))
        third = _or(third, held)
    if third and area is not None and rural is not None:
        return "III"
    if third is not False or area is None:
        return None
    first = _or(None if from_10 is None else not from_10, rural)
    return None if first is None else "I" if first else "II"


def _held_back(c: dict[str, Any]) -> bool | None:
    poor, people, workers = c["poor_households"], c["minority_people_15_60"], c["employed_workers"]
    poor_minority, road = c["poor_minority_households"], c["road_to_district_km"]
    illiterate, untrained = c["illiterate_minority_people_15_60"], c["untrained_workers"]
    unpaved = c["unpaved_road_to_district_km"]
    found: bool | None = False
    if poor_minority is None or not poor:
        found = None
    elif poor_minority * 5 > poor * 3:
        return True
    if illiterate is None or not people:
        found = None
    elif illiterate * 5 >= people:
        return True
    if untrained is None or not workers:
        found = None
    elif untrained * 5 > workers * 4:
        return True
    far = None if road is None else road > 20
    bad = None if unpaved is None or not road else unpaved * 2 > road
    return _or(found, _and(far, bad))


def _and(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def _or(one: bool | None, other: bool | None) -> bool | None:
    if one or other:
        return True
    return None if one is None or other is None else False
