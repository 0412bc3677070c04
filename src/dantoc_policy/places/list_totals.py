"""Totals of a list against those that were published with the same document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dantoc_policy.errors import Problem
from dantoc_policy.places.list_problems import total_differs
from dantoc_policy.places.official_list import (
    COUNTRY,
    REGIONS,
    CommuneEntry,
    Counts,
    OfficialList,
)
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.places.library import Places

_VILLAGES = Text("thôn đặc biệt khó khăn", "especially difficult villages")
_COMMUNES = Text("xã", "communes")
_COUNTRY = Text("cả nước", "the country")


def differing_totals(
    library: Places, added: OfficialList, entries: Sequence[CommuneEntry]
) -> tuple[Problem, ...]:
    """Warn of each total of a province or district that differs from the published one.

    Units of which the list has no commune at all are left out, and so is the country unless all
    provinces with a published total are there.
    """
    found: list[Problem] = []
    for held in library.official_lists:
        if held.document == added.document and held.own is None:
            for counts in library.official_lists.counts_of(held.id):
                inside = _inside(library, counts, entries)
                if inside:
                    found += _differing(library, held, counts, inside)
    return tuple(found)


def _inside(library: Places, counts: Counts, entries: Sequence[CommuneEntry]) -> list[CommuneEntry]:
    if counts.unit == COUNTRY:
        units = (row.unit for row in library.official_lists.counts_of(counts.list))
        above = [library.get(unit) for unit in units if unit.startswith("vn:tinh:")]
        there = {entry.province for entry in entries}
        whole = bool(above) and {place.code for place in above} <= there
        return list(entries) if whole else []
    place = library.get(counts.unit)
    if place.level == "province":
        return [entry for entry in entries if entry.province == place.code]
    return [entry for entry in entries if entry.district == place.code]


def _differing(
    library: Places, held: OfficialList, counts: Counts, entries: list[CommuneEntry]
) -> Iterator[Problem]:
    place = None if counts.unit == COUNTRY else library.get(counts.unit)
    unit = _COUNTRY if place is None else Text(place.text("vi"), place.text("en"))
    of: list[tuple[Text, int | None, int]] = []
    if "regions" in held.holds and any(entry.region is not None for entry in entries):
        given = Counter(entry.region for entry in entries)
        for region in REGIONS:
            what = Text(f"xã khu vực {region}", f"communes of region {region}")
            of.append((what, counts.regions[region], given[region]))
        of.append((_COMMUNES, counts.total, sum(given[region] for region in REGIONS)))
    if any(entry.villages is not None for entry in entries):
        villages = sum(entry.villages or 0 for entry in entries)
        of.append((_VILLAGES, counts.villages, villages))
    wrong = [(what, told, had) for what, told, had in of if told is not None and told != had]
    if wrong:
        yield total_differs(held.document, unit, wrong)
