"""What the published lists say about a place on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from dantoc_policy.errors import InputError
from dantoc_policy.places.lineage import Link, Share
from dantoc_policy.places.list_library import official_lists
from dantoc_policy.places.names import NameKey
from dantoc_policy.places.official_list import (
    COUNTRY,
    REGIONS,
    CommuneEntry,
    Counts,
    OfficialList,
)
from dantoc_policy.places.place import Place
from dantoc_policy.places.standing import (
    EVERY,
    OfficialPart,
    OfficialStatus,
    Standing,
    State,
)
from dantoc_policy.values.calendar_dates import check_day

if TYPE_CHECKING:
    from dantoc_policy.places.library import Places


def official_status(
    library: Places, key: Place | str, as_of: date, *, within: Place | str | None = None
) -> OfficialStatus:
    """Work out what the lists of a day say about a place, or about a name that a list has.

    Raises:
        InputError: `place.unknown` and `place.ambiguous` as `Places.get`, where no list has the
            name either, or several lines have it.
    """
    check_day(as_of)
    found = _meant(library, key, as_of, within)
    lists = official_lists().at(as_of)
    regional = tuple(held for held in lists if "regions" in held.holds)
    if isinstance(found, CommuneEntry):
        part = OfficialPart(
            name=found.text(), place=None, share="whole", entry=found, possible=(found.region,)
        )
        return OfficialStatus(
            name=found.text(), place=None, as_of=as_of, state="listed",
            lists=regional, parts=(part,), counts=(),
        )  # fmt: skip
    counts = tuple(
        row for held in lists if (row := official_lists().counts(held.id, found.id)) is not None
    )
    parts = tuple(_parts(library, found, regional, as_of)) if found.level == "commune" else ()
    return OfficialStatus(
        name=found.text(),
        place=found,
        as_of=as_of,
        state=_state(regional, parts, counts),
        lists=regional,
        parts=parts,
        counts=counts,
    )


def national_counts(as_of: date) -> tuple[Counts, ...]:
    """Give what the lists of a day count in the whole country.

    >>> [(row.list, row.total) for row in national_counts(date(2021, 6, 4))]
    [('qd-861-2021', 3434)]
    """
    rows = (official_lists().counts(held.id, COUNTRY) for held in official_lists().at(as_of))
    return tuple(row for row in rows if row is not None)


def _state(
    regional: tuple[OfficialList, ...], parts: tuple[OfficialPart, ...], counts: tuple[Counts, ...]
) -> State:
    if not regional:
        return "no_list"
    if len(parts) > 1:
        return "in_parts"
    listed = bool(counts) if not parts else parts[0].entry is not None
    return "listed" if listed else "not_held"


def _meant(
    library: Places, key: Place | str, as_of: date, within: Place | str | None
) -> Place | CommuneEntry:
    """Give the place that a key means on the day or before it, or the line of a list."""
    if isinstance(key, Place) or (key in library and key.startswith("vn:")):
        return library.get(key)
    covered = as_of >= library.known_since
    if key.isdecimal():
        return library.get(key, as_of, within=within)
    found = library.find(key, as_of, within) if covered else []
    named = [
        entry
        for held in official_lists().at(as_of, "regions")
        for entry in official_lists().named(held.id, key, as_of)
        if _entry_within(library, entry, within)
    ]
    entries = [entry for entry in named if entry.place is None]
    if not found and not entries:
        # The unit is no more, the list spells it otherwise, or the library begins later.
        listed = [library.get(entry.place) for entry in named if entry.place is not None]
        on_day = [place for place in library.find(key, within=within) if as_of in place.valid]
        former = library.meanings(key, as_of, within) if covered else []
        found = listed or on_day or [meaning.place for meaning in former]
    meant: list[Place | CommuneEntry] = [*found, *entries]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise _ambiguous(library, key, found, entries)
    return library.get(key, as_of if covered else None, within=within)


def _entry_within(library: Places, entry: CommuneEntry, within: Place | str | None) -> bool:
    if within is None:
        return True
    if isinstance(within, Place):
        return within.level == "province" and within.code == entry.province
    named = {place.code for place in library.find(within, level="province")}
    district = NameKey.of(entry.district or "", typed=False).plain
    return (
        entry.province in named
        or within == entry.province
        or (bool(district) and NameKey.of(within).plain == district)
    )


def _ambiguous(
    library: Places, key: str, found: list[Place], entries: list[CommuneEntry]
) -> InputError:
    provinces = {place.code: place.name.vi for place in library if place.level == "province"}
    shown = "; ".join(
        (
            *(f"{library.full_name(place)} ({place.id})" for place in found),
            *(
                f"{e.text()}, {e.district or ''} {provinces[e.province]} ({e.list})"
                for e in entries
            ),
        )
    )
    return InputError.of(
        "place.ambiguous",
        vi=f"“{key}” là nhiều đơn vị hành chính: {shown}.",
        en=f"“{key}” means several units: {shown}.",
        mend_vi="Ghi rõ huyện hoặc tỉnh (within).",
        mend_en="Give the district or province (within).",
    )


def _parts(
    library: Places, place: Place, lists: tuple[OfficialList, ...], as_of: date
) -> Iterator[OfficialPart]:
    if not lists:
        return
    first = min(held.valid.start or as_of for held in lists)
    for unit, share, entry in _entries(library, place, lists, first, as_of, "whole"):
        possible = _possible(library, unit, lists) if entry is None else (entry.region,)
        yield OfficialPart(
            name=unit.text(), place=unit, share=share, entry=entry, possible=possible
        )


def _entries(
    library: Places,
    place: Place,
    lists: tuple[OfficialList, ...],
    first: date,
    as_of: date,
    share: Share,
) -> Iterator[tuple[Place, Share, CommuneEntry | None]]:
    """Give the entry of a place, or else those of the units from which it came since the list."""
    for held in lists:
        for entry in official_lists().entries_of(held.id, place.id):
            if as_of in entry.valid:
                yield place, share, entry
                return
    before = _before(library, place, first)
    if not before:
        yield place, share, None
    for link in before:
        lesser: Share = share if link.share == "whole" else link.share
        yield from _entries(library, link.old, lists, first, as_of, lesser)


def _before(library: Places, place: Place, first: date) -> tuple[Link, ...]:
    """Give the units from which a place came by its last change, if that was since a day."""
    if place.valid.start is None or place.valid.start <= first:
        return ()
    return library.came_from(place)


def _possible(
    library: Places, unit: Place, lists: tuple[OfficialList, ...]
) -> tuple[Standing, ...]:
    """Give the standings that the count of the district leaves open."""
    above = library.parent(unit)
    for held in lists:
        counts = above and official_lists().counts(held.id, above.id)
        if not counts or not above or counts.total is None or held.valid.start is None:
            continue
        # Only where every commune of the district is in the list, one of them cannot be outside.
        if len(library.children(above, held.valid.start, "commune")) == counts.total:
            return tuple(region for region in REGIONS if counts.regions[region] != 0)
    return EVERY
