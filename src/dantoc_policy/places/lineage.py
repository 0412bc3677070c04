"""What became of units: the steps that events made, and links over several steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.data import load
from dantoc_policy.places.legal_event import legal_events
from dantoc_policy.places.place import Place, show_id

Share = Literal["whole", "part", "unknown"]
Kind = Literal["same", "unchanged", "renamed", "type_changed", "merged", "part", "unknown"]


@frozen
class Step:
    """One line of one event: how much of the unit `old` went into `new`.

    `new` None: it went somewhere, and where is not known.
    """

    old: str
    new: str | None
    share: Share
    event: str
    source: str
    verified: bool
    note: str | None


@frozen(kw_only=True)
class Link:
    """How much of an older unit lies in a younger one.

    `share` is "whole" where all of the older unit lies in it, "part" where only a part does,
    "unknown" where that was not found. `new` None: it went on in a unit that is not known.
    `certain` False: only parts met on the way, and none of them may have come this far. `events`
    are those of the way, in their order.
    """

    old: Place = field(repr=show_id)
    new: Place | None = field(repr=show_id)
    share: Share
    kind: Kind
    events: tuple[str, ...]
    sources: tuple[str, ...] = field(repr=False)
    verified: bool
    certain: bool = True
    notes: tuple[str, ...] = field(repr=False, default=())

    @property
    def changes(self) -> frozenset[str]:
        """Which of name, type, code and province are not the same in both units."""
        if self.new is None:
            return frozenset()
        fields = ("name", "type", "code", "province")
        return frozenset(
            name for name in fields if getattr(self.old, name) != getattr(self.new, name)
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the link as plain JSON data."""
        return {
            "old": self.old.id,
            "new": None if self.new is None else self.new.id,
            "share": self.share,
            "kind": self.kind,
            "changes": sorted(self.changes),
            "events": list(self.events),
            "sources": list(self.sources),
            "verified": self.verified,
            "certain": self.certain,
            "notes": list(self.notes),
        }


def read_steps() -> tuple[Step, ...]:
    """Read the packaged steps, those of provinces before those of communes.

    >>> sum(step.event == "nq-202-2025" for step in read_steps())
    52
    """
    return tuple(
        Step(
            old=row["old"],
            new=row["new"],
            share=row["share"],
            event=row["event"],
            source=row["source"],
            verified=not row["unverified"],
            note=row["note"],
        )
        for row in load("places/lineage")
    )


class Lineage:
    """The steps between units, followed forwards and backwards."""

    def __init__(self, places: Mapping[str, Place], steps: Iterable[Step]) -> None:
        self._places = places
        self._from: dict[str, list[Step]] = {}
        self._into: dict[str, list[Step]] = {}
        for step in steps:
            self._from.setdefault(step.old, []).append(step)
            if step.new is not None:
                self._into.setdefault(step.new, []).append(step)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps."""
        return tuple(step for steps in self._from.values() for step in steps)

    def steps_from(self, place: Place) -> tuple[Step, ...]:
        """Give the steps by which a unit ended."""
        return tuple(self._from.get(place.id, ()))

    def steps_into(self, place: Place) -> tuple[Step, ...]:
        """Give the steps by which a unit began."""
        return tuple(self._into.get(place.id, ()))

    def states(self, place: Place) -> tuple[Place, ...]:
        """Give a unit in all its forms: before and after changes that left all of it one unit.

        Such a change keeps the name, or has no other unit go in.
        """
        found, new = {place.id: place}, [place]
        while new:
            one = new.pop()
            for step in (*self.steps_into(one), *self.steps_from(one)):
                if step.new is None or step.share != "whole":
                    continue
                ends = (self._places[step.old], self._places[step.new])
                if ends[0].name != ends[1].name and len(self._into[step.new]) > 1:
                    continue
                new += [end for end in ends if end.id not in found]
                found |= {end.id: end for end in ends}
        return tuple(found.values())

    def forward(self, place: Place, day: date) -> tuple[Link, ...]:
        """Give the units of a day in which an older unit, or one of that day, goes on."""
        return tuple(self._link(place, reach) for reach in self._reach(place, day))

    def backward(self, place: Place, day: date) -> tuple[Link, ...]:
        """Give the units of a day that went on in a younger unit, or in one of that day."""
        until = place.valid.start or day
        found = [
            self._link(root, reach)
            for root in self._roots(place, day)
            for reach in self._reach(root, max(until, day))
            if reach.end == place.id
        ]
        return tuple(sorted(found, key=lambda link: (link.old.code or "~", link.old.id)))

    def _roots(self, place: Place, day: date) -> list[Place]:
        if place.valid.start is None or day >= place.valid.start:
            return [place]
        found: dict[str, Place] = {}
        for step in self.steps_into(place):
            found |= {root.id: root for root in self._roots(self._places[step.old], day)}
        return list(found.values())

    def _reach(self, place: Place, day: date) -> list[_Reach]:
        if place.valid.end is None or day <= place.valid.end:
            return [_Reach(place.id, "whole", certain=True, steps=())]
        ways = [
            _then(step, further)
            for step in self.steps_from(place)
            for further in (
                [_Reach(None, "whole", certain=True, steps=())]
                if step.new is None
                else self._reach(self._places[step.new], day)
            )
        ]
        return _joined(ways)

    def _link(self, place: Place, reach: _Reach) -> Link:
        steps = sorted(reach.steps, key=lambda step: legal_events()[step.event].date or date.min)
        end = None if reach.end is None else self._places[reach.end]
        return Link(
            old=place,
            new=end,
            share=reach.share,
            kind=self._kind(place, end, reach),
            events=tuple(dict.fromkeys(step.event for step in steps)),
            sources=tuple(dict.fromkeys(step.source for step in steps)),
            verified=all(step.verified for step in steps),
            certain=reach.certain,
            notes=tuple(dict.fromkeys(step.note for step in steps if step.note)),
        )

    def _kind(self, place: Place, end: Place | None, reach: _Reach) -> Kind:
        if end is None or reach.share == "unknown":
            return "unknown"
        if not reach.steps:
            return "same"
        if reach.share == "part":
            return "part"
        if any(step.new is not None and len(self._into[step.new]) > 1 for step in reach.steps):
            return "merged"
        if place.name != end.name:
            return "renamed"
        return "type_changed" if place.type != end.type else "unchanged"


@frozen
class _Reach:
    """How much of a unit came as far as another, and by which steps."""

    end: str | None
    share: Share
    certain: bool
    steps: tuple[Step, ...]


def _then(step: Step, further: _Reach) -> _Reach:
    """Put a step before a way."""
    share: Share = further.share if step.share == "whole" else step.share
    if "unknown" in (step.share, further.share):
        share = "unknown"
    # A part of a part: that it is the same part is not known.
    certain = further.certain and (step.share == "whole" or further.share == "whole")
    return _Reach(further.end, share, certain, (step, *further.steps))


def _joined(ways: list[_Reach]) -> list[_Reach]:
    """Bring the ways with the same end together; parts that all meet again are the whole."""
    by_end: dict[str | None, list[_Reach]] = {}
    for way in ways:
        by_end.setdefault(way.end, []).append(way)
    joined = []
    for end, ending in by_end.items():
        share = ending[0].share
        if len(ending) > 1:
            unknown = any(way.share == "unknown" for way in ending)
            share = "unknown" if unknown else ("whole" if len(by_end) == 1 else "part")
        steps = tuple(dict.fromkeys(step for way in ending for step in way.steps))
        certain = share == "whole" or any(way.certain for way in ending)
        joined.append(_Reach(end, share, certain, steps))
    return joined
