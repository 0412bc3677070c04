"""What the published lists say about a place on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dantoc_policy.errors import InputError
from dantoc_policy.places.list_library import official_lists
from dantoc_policy.places.list_parts import Lines, part_of_lines, parts_of, same_lines
from dantoc_policy.places.names import NameKey
from dantoc_policy.places.official_list import COUNTRY, CommuneEntry, Counts, OfficialList
from dantoc_policy.places.place import Place
from dantoc_policy.places.standing import OfficialPart, OfficialStatus, State
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
    lists = library.official_lists.at(as_of)
    regional = tuple(held for held in lists if "regions" in held.holds)
    if isinstance(found, tuple):
        of = {entry.list for entry in found}
        return OfficialStatus(
            name=found[0].text(),
            place=None,
            as_of=as_of,
            state="listed",
            lists=tuple(held for held in regional if held.own is None or held.id in of),
            parts=(part_of_lines(found),),
            counts=(),
        )
    counts = tuple(
        row
        for held in lists
        if (row := library.official_lists.counts(held.id, found.id)) is not None
    )
    parts: tuple[OfficialPart, ...] = ()
    if found.level == "commune":
        asked = (held for held in lists if held.own is not None or held in regional)
        parts, regional = parts_of(library, found, tuple(asked), as_of)
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
) -> Place | Lines:
    """Give the place that a key means on the day or before it, or the lines of lists for one."""
    if isinstance(key, Place) or (key in library and key.startswith("vn:")):
        return library.get(key)
    covered = as_of >= library.known_since
    if key.isdecimal():
        return library.get(key, as_of, within=within)
    found = library.find(key, as_of, within) if covered else []
    named = [
        entry
        for held in library.official_lists.at(as_of)
        for entry in library.official_lists.named(held.id, key, as_of)
        if _entry_within(library, entry, within)
    ]
    entries = same_lines(entry for entry in named if entry.place is None)
    if not found and not entries:
        # The unit is no more, the list spells it otherwise, or the library begins later.
        listed = [library.get(entry.place) for entry in named if entry.place is not None]
        on_day = [place for place in library.find(key, within=within) if as_of in place.valid]
        former = library.meanings(key, as_of, within) if covered else []
        found = listed or on_day or [meaning.place for meaning in former]
    meant: list[Place | Lines] = [*found, *entries]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise _ambiguous(library, key, found, [lines[0] for lines in entries])
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
