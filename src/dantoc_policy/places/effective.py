"""The effective status of a commune: from the list, and by what events since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dantoc_policy.places.lineage import Link
from dantoc_policy.places.official import official_status
from dantoc_policy.places.official_list import NewRural
from dantoc_policy.places.place import Place
from dantoc_policy.places.situation import MERGER
from dantoc_policy.places.standing import (
    EVERY,
    OfficialPart,
    OfficialStatus,
    Standing,
)
from dantoc_policy.places.status import Computed, PlaceStatus, StatusEvent, StatusPart
from dantoc_policy.places.status_chain import (
    ended,
    kept,
    listing,
    open_recognition,
    parts_not_held,
    recognition,
    reorganisations,
)

if TYPE_CHECKING:
    from dantoc_policy.places.library import Places

_CALLER = "caller"
_ONE_UNIT = frozenset({"same", "unchanged", "renamed", "type_changed"})


def status_of(
    library: Places,
    place: Place | str,
    as_of: date,
    computed: Computed | None = None,
    *,
    within: Place | str | None = None,
    recognised: date | None = None,
) -> PlaceStatus:
    """Work out the three statuses of a commune on a day.

    `recognised` is the day from which a recognition by the new-rural standard counts, where the
    caller knows it. For a commune that was put together from others no source tells what its
    recognition does for the area of each: then the list's region and region I both stay possible.
    """
    official = official_status(library, place, as_of, within=within)
    given = _given(official, recognised)
    undecided = given is not None and not _is_of_one_unit(library, official, given)
    parts = []
    chain = list(_before(library, official, recognised))
    for part in official.parts:
        events = list(_new_rural(library, part, official))
        told = [given] if given is not None and not undecided else []
        chain += list(listing(library, part, official))
        chain += [recognition(part, event, official) for event in (*told, *events)]
        possible: tuple[Standing, ...] = _standing(part.possible, official, [*told, *events])
        if given is not None and undecided:
            lowered = _standing(possible, official, [given])
            possible = tuple(s for s in EVERY if s in possible or s in lowered)
        parts.append(StatusPart(official=part, possible=possible))
    if given is not None and undecided:
        chain.append(open_recognition(given, official))
    chain += [
        *parts_not_held(library, official),
        *reorganisations(library, official),
        *kept(official),
        *ended(library, official),
    ]
    return PlaceStatus(
        as_of=as_of,
        official=official,
        computed=computed,
        parts=tuple(parts),
        chain=tuple(sorted(dict.fromkeys(chain), key=lambda event: event.not_before)),
        links=_links(library, official),
    )


def _before(
    library: Places, official: OfficialStatus, recognised: date | None
) -> tuple[StatusEvent, ...]:
    """Give the chain that led to the day before the new lists, where these count now."""
    starts = [held.valid.start for held in official.lists if held.valid.start is not None]
    if official.place is None or not starts or min(starts) < MERGER:
        return ()
    day_before = min(starts) - timedelta(days=1)
    return status_of(library, official.place, day_before, recognised=recognised).chain


def _standing(
    possible: tuple[Standing, ...], official: OfficialStatus, events: list[NewRural]
) -> tuple[Standing, ...]:
    """Give what may hold for a part: what the list leaves, or I from the day of recognition."""
    lowers = any(held.new_rural for held in official.lists)
    if not lowers or not set(possible) & {"II", "III"}:
        return possible
    effects = [event.in_effect(official.as_of) for event in events]
    if True in effects:
        return tuple(dict.fromkeys("I" if s in ("II", "III") else s for s in possible))
    if None in effects:
        found = {*possible, "I"}
        return tuple(standing for standing in EVERY if standing in found)
    return possible


def _given(official: OfficialStatus, recognised: date | None) -> NewRural | None:
    """Give the recognition that the caller tells of, if the list did not take it into account."""
    starts = [held.valid.start for held in official.lists if held.valid.start is not None]
    if recognised is None or not starts or not max(starts) <= recognised <= official.as_of:
        return None
    return NewRural(
        place=official.name, event="recognised", year=recognised.year, effective=recognised,
        not_before=None, not_after=None, source=_CALLER, verified=True, note=None,
    )  # fmt: skip


def _is_of_one_unit(library: Places, official: OfficialStatus, given: NewRural) -> bool:
    """Whether a recognition is of the unit that the list knows, in its days or unchanged since."""
    place, day = official.place, given.effective or official.as_of
    if place is not None and place.valid.end is not None and day > place.valid.end:
        return False
    if place is None or place.valid.start is None:
        return True
    return all(
        link.new is None or link.new.id != place.id or link.kind in _ONE_UNIT
        for part in official.parts
        if part.place is not None and part.place.id != place.id
        for link in library.successors(part.place, place.valid.start)
    )


def _links(library: Places, official: OfficialStatus) -> tuple[Link, ...] | None:
    """Give where a commune that ended before the day is on it; None where it is still there."""
    place = official.place
    if place is None or place.level != "commune" or place.valid.end is None:
        return None
    return library.successors(place, official.as_of) if official.as_of > place.valid.end else None


def _new_rural(library: Places, part: OfficialPart, official: OfficialStatus) -> Iterator[NewRural]:
    """Give the recognitions of a unit since its list, which took the earlier ones into account."""
    starts = [held.valid.start for held in official.lists if held.valid.start is not None]
    if part.place is None or not starts:
        return
    own = {part.place.id, *(link.old.id for link in library.came_from(part.place))}
    for event in library.official_lists.new_rural:
        known = event.effective or event.not_before
        since = known is not None and max(starts) < known <= official.as_of
        if event.place in own and event.event == "recognised" and since:
            yield event
