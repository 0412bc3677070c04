"""A unit through time: the states that are one unit, and the events that made and ended them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from attrs import frozen

from dantoc_policy.errors import InputError
from dantoc_policy.places.legal_event import LegalEvent, legal_events
from dantoc_policy.places.library import places
from dantoc_policy.places.lineage import Link
from dantoc_policy.places.place import Place

_DAY = timedelta(days=1)
_GOING_ON = frozenset({"unchanged", "renamed", "type_changed"})


@frozen
class Change:
    """What began or ended states of a unit on a day: the events, and every link they made."""

    day: date
    events: tuple[LegalEvent, ...]
    links: tuple[Link, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the change as plain JSON data."""
        return {
            "day": self.day.isoformat(),
            "events": [event.to_dict() for event in self.events],
            "links": [link.to_dict() for link in self.links],
        }


def one_place(key: str, as_of: date | None, within: str | None) -> Place:
    """Give the state that a key means on a day, or the last one where all are of one unit.

    Raises:
        InputError: as `Places.get`.

    >>> one_place("tỉnh Thái Nguyên", None, None).id
    'vn:tinh:19@2025-07-01'
    """
    try:
        return places.get(key, as_of, within=within)
    except InputError as error:
        if as_of is not None or error.code != "place.ambiguous":
            raise
        found = named(key, within)
        last = found[-1]
        own = {state.id for state in states_of(last)}
        if all(place.id in own for place in found):
            return last
        raise


def named(key: str, within: str | None = None) -> list[Place]:
    """Give the units that a name, or a code, means on any day."""
    text = key.strip()
    if text in places and text.startswith("vn:"):
        return [places.get(text)]
    if not (text.isascii() and text.isdecimal()):
        return places.find(text, within=within)
    own = {place.id for place in places.find(within)} if within is not None else set[str]()
    return [
        place
        for place in places
        if place.code == text and (within is None or _lies_in(place, own, within))
    ]


def _lies_in(place: Place, own: set[str], within: str) -> bool:
    above = places.parent(place)
    while above is not None:
        if above.id in own or within in (above.id, above.code):
            return True
        above = places.parent(above)
    return False


def states_of(place: Place) -> tuple[Place, ...]:
    """Give the unit through time: the states before and after this one, the oldest first.

    A state goes on where all of it lies in the next one, which only changed its name, type, code
    or province, or which took others in and kept the name.

    >>> [state.text() for state in states_of(places.get("vn:xa:01864@2025-07-01"))]
    ['xã Bằng Thành', 'xã Bằng Thành']
    """
    found = [place]
    while (earlier := _before(found[0])) is not None:
        found.insert(0, earlier)
    while (later := _after(found[-1])) is not None:
        found.append(later)
    return tuple(found)


def _before(place: Place) -> Place | None:
    links = [link for link in places.came_from(place) if link.share == "whole"]
    old = [link.old for link in links if link.kind in _GOING_ON or link.old.name == place.name]
    # A town may take in the commune of its name; the unit that goes on is the one of its type.
    for same in ("type", "code"):
        if len(old) > 1:
            alike = [one for one in old if getattr(one, same) == getattr(place, same)]
            old = alike or old
    return old[0] if len(old) == 1 else None


def _after(place: Place) -> Place | None:
    for link in steps_after(place):
        if link.new is not None and _before(link.new) == place:
            return link.new
    return None


def steps_after(place: Place) -> tuple[Link, ...]:
    """Give what became of a state by the change that ended it; none while it is there."""
    return () if place.valid.end is None else places.successors(place, place.valid.end + _DAY)


def changes_of(states: Sequence[Place]) -> tuple[Change, ...]:
    """Give the changes that made and ended the states, in order, each with all of its links.

    >>> [change.events[0].document for change in changes_of([places.get("vn:huyen:060@2004")])]
    ['203/2025/QH15']
    """
    found: dict[date, dict[tuple[str, str], Link]] = {}
    for state in states:
        if state.valid.start is not None:
            links = found.setdefault(state.valid.start, {})
            links |= _by_ends(places.came_from(state))
        if state.valid.end is not None:
            links = found.setdefault(state.valid.end + _DAY, {})
            links |= _by_ends(steps_after(state))
    return tuple(
        Change(day, _events(day, tuple(links.values()), states[0]), tuple(links.values()))
        for day, links in sorted(found.items())
    )


def _by_ends(links: Sequence[Link]) -> Mapping[tuple[str, str], Link]:
    return {(link.old.id, "" if link.new is None else link.new.id): link for link in links}


def _events(day: date, links: Sequence[Link], place: Place) -> tuple[LegalEvent, ...]:
    names = dict.fromkeys(event for link in links for event in link.events)
    if names:
        return tuple(legal_events()[name] for name in names)
    # Districts have no successors, and yet a document ended them.
    return tuple(
        event
        for event in legal_events().values()
        if event.date == day and event.level == place.level
    )


def others_of_code(states: Sequence[Place]) -> tuple[Place, ...]:
    """Give the other units that bore a code of these states at another time.

    >>> [place.text() for place in others_of_code([places.get("vn:xa:01864@2025-07-01")])]
    ['xã Bộc Bố']
    """
    own = {state.id for state in states}
    codes = {(state.level, state.code) for state in states if state.code}
    return tuple(
        place for place in places if (place.level, place.code) in codes and place.id not in own
    )
