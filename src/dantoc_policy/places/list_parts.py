"""The units whose standing counts for a place, and what each list says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from dantoc_policy.places.lineage import Share
from dantoc_policy.places.names import NameKey
from dantoc_policy.places.official_list import REGIONS, CommuneEntry, OfficialList
from dantoc_policy.places.place import Place
from dantoc_policy.places.standing import EVERY, OfficialPart, Standing

if TYPE_CHECKING:
    from dantoc_policy.places.library import Places

Lines = tuple[CommuneEntry, ...]
"""What lists say of one commune, the packaged ones first."""


def parts_of(
    library: Places, place: Place, lists: tuple[OfficialList, ...], as_of: date
) -> tuple[tuple[OfficialPart, ...], tuple[OfficialList, ...]]:
    """Give the units whose standing a commune has, and the lists of regions that count for it.

    The packaged lists follow one another; a list that a user added stands beside them, and counts
    where it has a line for the commune or for one from which it came.
    """
    packaged = tuple(held for held in lists if held.own is None)
    added = [_Group(library, (held,), as_of) for held in lists if held.own is not None]
    groups = [group for group in added if group.holds(place)]
    if packaged:
        first = _Group(library, packaged, as_of)
        if not groups or first.holds(place):
            groups.insert(0, first)
    own = {held.id for group in groups for held in group.lists if held.own is not None}
    counting = tuple(
        held for held in lists if "regions" in held.holds and (held.own is None or held.id in own)
    )
    if not groups:
        return (), counting
    found = _walk(library, place, "whole", (), groups)
    return tuple(_part(library, unit, share, lines, packaged) for unit, share, lines in found), (
        counting
    )


def part_of_lines(lines: Lines) -> OfficialPart:
    """Give the part of a commune that only lists have."""
    return _made(lines[0].text(), None, "whole", lines, ())


def same_lines(entries: Iterable[CommuneEntry]) -> list[Lines]:
    """Bring the lines of several lists for one commune together."""
    found: list[Lines] = []
    for entry in entries:
        at = next((at for at, lines in enumerate(found) if _agree(lines[0], entry)), None)
        if at is None:
            found.append((entry,))
        else:
            found[at] = (*found[at], entry)
    return found


def _agree(one: CommuneEntry, other: CommuneEntry) -> bool:
    """Whether two lines of different lists name one commune."""
    if one.list == other.list or one.province != other.province:
        return False
    if None not in (one.type, other.type) and one.type != other.type:
        return False
    if one.district is not None and other.district is not None:
        keys = {NameKey.of(line.district or "").plain for line in (one, other)}
        if len(keys) > 1:
            return False
    names = {NameKey.of(line.name, typed=False).marked for line in (one, other)}
    return len(names) == 1


class _Group:
    """Lists of which the first that has a line for a unit is taken."""

    def __init__(self, library: Places, lists: tuple[OfficialList, ...], as_of: date) -> None:
        self.library = library
        self.lists = lists
        self.as_of = as_of

    def line(self, place: Place) -> CommuneEntry | None:
        held = self.library.official_lists
        lines = (line for of in self.lists for line in held.entries_of(of.id, place.id))
        return next((line for line in lines if self.as_of in line.valid), None)

    def goes_back(self, place: Place) -> bool:
        """Whether the lists are older than the unit, so that they know those that it came from."""
        first = min(held.valid.start or self.as_of for held in self.lists)
        return (
            place.valid.start is not None
            and place.valid.start > first
            and bool(self.library.came_from(place))
        )

    def holds(self, place: Place) -> bool:
        """Whether there is a line for a unit or for one from which it came."""
        return self.line(place) is not None or self.holds_older(place)

    def holds_older(self, place: Place) -> bool:
        return self.goes_back(place) and any(
            self.holds(link.old) for link in self.library.came_from(place)
        )


def _walk(
    library: Places, place: Place, share: Share, known: Lines, groups: list[_Group]
) -> Iterator[tuple[Place, Share, Lines]]:
    """Give the lines for a place, and go back to the units from which it came for the others.

    A line for the whole of a place counts for each of the parts that another list knows.
    """
    lines = {id(group): group.line(place) for group in groups}
    known = (*known, *(line for line in lines.values() if line is not None))
    further = [
        group
        for group in groups
        if lines[id(group)] is None
        and (group.holds_older(place) or (not known and group.goes_back(place)))
    ]
    if not further:
        yield place, share, known
        return
    for link in library.came_from(place):
        lesser: Share = share if link.share == "whole" else link.share
        yield from _walk(library, link.old, lesser, known, further)


def _part(
    library: Places, unit: Place, share: Share, lines: Lines, packaged: tuple[OfficialList, ...]
) -> OfficialPart:
    return _made(unit.text(), unit, share, lines, _possible(library, unit, packaged))


def _made(
    name: str, unit: Place | None, share: Share, lines: Lines, otherwise: tuple[Standing, ...]
) -> OfficialPart:
    # A list that was added last comes behind; one of villages alone gives no region.
    entry = next((line for line in lines if line.region is not None), None)
    given = {line.region for line in lines}
    return OfficialPart(
        name=name,
        place=unit,
        share=share,
        entry=entry,
        possible=otherwise if entry is None else tuple(s for s in EVERY if s in given),
        also=tuple(line for line in lines if line is not entry),
    )


def _possible(
    library: Places, unit: Place, lists: tuple[OfficialList, ...]
) -> tuple[Standing, ...]:
    """Give the standings that the count of the district leaves open."""
    above = library.parent(unit)
    for held in lists:
        counts = above and library.official_lists.counts(held.id, above.id)
        if not counts or not above or counts.total is None or held.valid.start is None:
            continue
        # Only where every commune of the district is in the list, one of them cannot be outside.
        if len(library.children(above, held.valid.start, "commune")) == counts.total:
            return tuple(region for region in REGIONS if counts.regions[region] != 0)
    return EVERY
