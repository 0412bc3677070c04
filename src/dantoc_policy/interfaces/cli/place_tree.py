"""The tree of what became of a unit, and of where it came from, step by step up to a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from attrs import frozen

from dantoc_policy.errors import NotInForceError
from dantoc_policy.interfaces.cli.place_states import steps_after
from dantoc_policy.places.library import places
from dantoc_policy.places.lineage import Link
from dantoc_policy.places.place import Place

Direction = Literal["forward", "backward"]


@frozen
class Branch:
    """One step to another unit: the link, the other units of the step, and what comes further.

    `beside` are, forwards, the others that went into the same unit; backwards, the others in
    which the older unit went on.
    """

    link: Link
    place: Place | None
    beside: tuple[Place, ...]
    further: tuple[Branch, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the branch as plain JSON data."""
        return {
            "place": None if self.place is None else self.place.id,
            "link": self.link.to_dict(),
            "beside": [place.id for place in self.beside],
            "further": [branch.to_dict() for branch in self.further],
        }


@frozen
class Tree:
    """The branches in one direction from a unit, and its links over all steps to the last day."""

    direction: Direction
    root: Place
    branches: tuple[Branch, ...]
    links: tuple[Link, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the tree as plain JSON data."""
        return {
            "direction": self.direction,
            "root": self.root.id,
            "branches": [branch.to_dict() for branch in self.branches],
            "links": [link.to_dict() for link in self.links],
        }


def trees(states: Sequence[Place], until: date | None) -> tuple[Tree, ...]:
    """Give the tree forwards from the first state and backwards from the last, as far as asked.

    Without a day all that the library holds is there. A unit that is met twice stands twice.

    >>> both = trees([places.get("vn:xa:05461@2004")], None)
    >>> [(tree.direction, [branch.place.code for branch in tree.branches]) for tree in both]
    [('forward', ['05443', '05467'])]
    """
    first, last = states[0], states[-1]
    found = []
    if first.valid.end is not None and (until is None or until > first.valid.end):
        links = places.successors(first, until or date.max)
        found.append(Tree("forward", first, _forward(first, until), links))
    if last.valid.start is not None and (until is None or until < last.valid.start):
        found.append(Tree("backward", last, _backward(last, until), _links_back(last, until)))
    return tuple(found)


def _links_back(place: Place, until: date | None) -> tuple[Link, ...]:
    try:
        return places.predecessors(place, until or places.known_since)
    except NotInForceError as error:
        if error.code == "place.lineage_unknown":
            return ()
        raise


def _forward(place: Place, until: date | None) -> tuple[Branch, ...]:
    end = place.valid.end
    if end is None or (until is not None and until <= end):
        return ()
    return tuple(_onward(link, until) for link in steps_after(place))


def _onward(link: Link, until: date | None) -> Branch:
    new = link.new
    if new is None:
        return Branch(link, None, (), ())
    beside = tuple(one.old for one in places.came_from(new) if one.old.id != link.old.id)
    return Branch(link, new, beside, _forward(new, until))


def _backward(place: Place, until: date | None) -> tuple[Branch, ...]:
    start = place.valid.start
    if start is None or (until is not None and until >= start):
        return ()
    return tuple(_back(link, place, until) for link in places.came_from(place))


def _back(link: Link, place: Place, until: date | None) -> Branch:
    beside = tuple(
        one.new for one in steps_after(link.old) if one.new is not None and one.new.id != place.id
    )
    return Branch(link, link.old, beside, _backward(link.old, until))
