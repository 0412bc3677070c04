"""What the published lists say about a place on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.places.list_library import official_lists
from dantoc_policy.places.list_parts import Lines, part_of_lines, parts_of, same_lines
from dantoc_policy.places.lookup import is_code, key_text, with_above
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
        InputError: as `Places.get`, where no list has the name either, or several lines have it.
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
            province=_province(library, found[0], as_of),
            as_of=as_of,
            state="listed",
            lists=tuple(held for held in regional if held.id in of),
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
    if isinstance(key, Place):
        return library.get(key)
    text = key_text(key)
    if text.startswith("vn:") and text in library:
        return library.get(text)
    if is_code(text):
        return library.get(text, as_of, within=within)
    name, above = with_above(text, within)
    covered = as_of >= library.known_since
    found = library.find(text, as_of, within) if covered else []
    named = [
        entry
        for held in library.official_lists.at(as_of)
        for entry in library.official_lists.named(held.id, name, as_of)
        if all(_entry_within(library, entry, one) for one in above)
    ]
    entries = same_lines(entry for entry in named if entry.place is None)
    if not found and not entries:
        # The unit is no more, the list spells it otherwise, or the library begins later.
        listed = [library.get(entry.place) for entry in named if entry.place is not None]
        on_day = [place for place in library.find(text, within=within) if as_of in place.valid]
        found = listed or on_day or (_former(library, text, as_of, within) if covered else [])
    meant: list[Place | Lines] = [*found, *entries]
    if len(meant) > 1:
        raise _ambiguous(library, text, found, [lines[0] for lines in entries])
    if not meant:
        return library.get(text, as_of if covered else None, within=within)
    if found and not above:
        library.check_unique(text, found[0], NameKey.of(name).types)
    return meant[0]


def _province(library: Places, entry: CommuneEntry, day: date) -> Place | None:
    return next(
        (
            place
            for place in library
            if place.level == "province" and place.code == entry.province and day in place.valid
        ),
        None,
    )


def _former(library: Places, text: str, as_of: date, within: Place | str | None) -> list[Place]:
    """Give the communes that were so called: what lists say goes on for their areas."""
    meanings = library.meanings(text, as_of, within)
    return [meaning.place for meaning in meanings if meaning.place.level == "commune"]


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
    provinces = {place.code: place for place in library if place.level == "province"}

    def shown(locale: Locale) -> str:
        units = (f"{library.full_name(place, locale)} ({place.id})" for place in found)
        lines = (
            f"{e.full_name(provinces[e.province].text(locale), locale)} ({e.list})" for e in entries
        )
        return "; ".join((*units, *lines))

    return InputError.of(
        "place.ambiguous",
        vi=f"“{key}” là nhiều đơn vị hành chính: {shown('vi')}.",
        en=f"“{key}” means several units: {shown('en')}.",
        mend_vi="Ghi rõ loại, huyện hoặc tỉnh (within), hoặc dùng mã định danh.",
        mend_en="Give the type, the district or province (within), or use an identifier.",
    )
