"""Lists beside the packaged ones, and lines of lists tied to units that a library holds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from dantoc_policy.errors import PolicyError
from dantoc_policy.places.checked_list import CheckedList
from dantoc_policy.places.list_library import OfficialLists
from dantoc_policy.places.list_units import Named, meant_by
from dantoc_policy.places.official_list import CommuneEntry
from dantoc_policy.places.unit_type import unit_types

if TYPE_CHECKING:
    from dantoc_policy.places.library import Places


def lists_with(library: Places, added: Iterable[CheckedList]) -> OfficialLists:
    """Give the lists of a library and further ones; a library of more units ties more lines."""
    lists = library.official_lists
    for checked in added:
        day = checked.units_on
        entries = (_linked(library, entry, day) for entry in checked.entries)
        lists = lists.with_list(checked.list, entries)
    return lists


def linked_lists(library: Places, lists: OfficialLists) -> OfficialLists:
    """Tie the lines that are tied to no unit to those that the library holds."""
    first = {held.id: held.valid.start for held in lists}
    entries = (
        _linked(library, entry, entry.valid.start or first[entry.list]) for entry in lists.entries
    )
    return lists.with_entries(entries)


def _linked(library: Places, entry: CommuneEntry, day: date | None) -> CommuneEntry:
    if entry.place is not None or day is None or day < library.known_since:
        return entry
    kind = f"{unit_types()[entry.type].name.vi} " if entry.type else ""
    named = Named(
        day=day, name=f"{kind}{entry.name}", district=entry.district, province=entry.province
    )
    try:
        place = meant_by(library, named).place
    except PolicyError:
        # The list may name it otherwise than the library; then it stays a name.
        return entry
    if place is None:
        return entry
    district = place.parent if place.parent != place.province else entry.district
    return evolve(entry, place=place.id, district=district)
