"""Following what a body held through its handovers, day by day, without choosing where it parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from attrs import evolve, frozen

from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.condition import Condition
from dantoc_policy.bodies.events import BodyEvent, handed_over, in_order, merged
from dantoc_policy.bodies.function import Function, functions
from dantoc_policy.bodies.handover import Extent, Handover
from dantoc_policy.bodies.succession import MISSING, Holder, Missing, Succession
from dantoc_policy.bodies.territory import territories

_DAY = timedelta(days=1)


@frozen
class _Share:
    """What one body holds of it from a day on: the functions of `names`, or all there is."""

    body: Body
    extent: Extent
    names: frozenset[str] | None
    since: date
    path: tuple[BodyEvent, ...] = ()
    conditions: tuple[Condition, ...] = ()


@frozen
class _Offer:
    """A handover that counts in a province, or may: then on a condition."""

    handover: Handover
    condition: Condition | None
    sure: bool


class Follower:
    """Follows shares through the handovers of all bodies up to a day."""

    def __init__(self, known: Mapping[str, Body], as_of: date) -> None:
        self._known = known
        self._as_of = as_of
        self._missing: set[Missing] = set()

    def follow(
        self,
        body: Body,
        asked: Sequence[Function],
        since: date | None,
        *,
        task: str | None = None,
    ) -> Succession:
        """Give who holds what a body held; what happened up to `since` is over.

        `task` is the text that the functions were found in, one of which it is about.
        """
        first = since or date.min
        if body.existed.end is not None:
            first = min(first, body.existed.end)
        names = frozenset(one.id for one in asked) or None
        start = _Share(body, "listed" if names else "all", names, first)
        ends = tuple(self._ends(start))
        if task is not None and _parted(ends):
            self._missing.add("function")
        return Succession(
            body=body,
            as_of=self._as_of,
            functions=tuple(asked),
            possible=tuple(_holders(ends)),
            missing=tuple(name for name in MISSING if name in self._missing),
            path=in_order(dict.fromkeys(event for share in ends for event in share.path)),
            names_no_function=None if asked or "function" not in self._missing else task,
        )

    def _ends(self, share: _Share) -> Iterator[_Share]:
        day = self._next(share)
        if day is not None:
            for part in self._parts(share, day):
                yield from self._ends(part)
        elif share.body.exists(self._as_of):
            yield share
        else:
            self._missing.add("record")

    def _next(self, share: _Share) -> date | None:
        """Give the first day on which something changes for a share."""
        days = [handover.on for handover in self._handovers(share)]
        move = _merger(share.body)
        days += [] if move is None or move <= share.since else [move]
        return min((day for day in days if day <= self._as_of), default=None)

    def _handovers(self, share: _Share) -> Iterator[Handover]:
        existed = share.body.existed
        for handover in share.body.handovers:
            here = existed.start is None or handover.on > existed.start
            here = here and (existed.end is None or handover.on <= existed.end + _DAY)
            task = share.names is not None and not share.names.isdisjoint(handover.names)
            if here and handover.on > share.since and (task or not handover.asked):
                yield handover

    def _parts(self, share: _Share, day: date) -> Iterator[_Share]:
        """Give what a share becomes on a day."""
        here = [handover for handover in self._handovers(share) if handover.on == day]
        if not here:
            yield self._in_merged_province(share, day)
            return
        offers = list(self._offers(share.body, here))
        if share.names is None:
            yield from self._all(share, offers, day)
        else:
            yield from self._each(share, share.names, offers, day)

    def _offers(self, giver: Body, here: Iterable[Handover]) -> Iterator[_Offer]:
        for handover in here:
            if handover.optional is None:
                yield _Offer(handover, None, sure=True)
                continue
            optional = self._known[handover.optional]
            found = None if giver.territory is None else optional.is_there(giver.territory)
            if found is None:
                yield _Offer(handover, Condition(optional, handover.if_there), sure=True)
            elif found.there == handover.if_there:
                yield _Offer(handover, None, sure=found.verified)

    def _all(self, share: _Share, offers: Sequence[_Offer], day: date) -> Iterator[_Share]:
        """Part all that a body held among those that took it over, and the body if it goes on."""
        parts = [
            self._given(share, offer, _part(share, offer), offer.handover.names or None)
            for offer in offers
        ]
        whole = any(offer.handover.extent == "all" for offer in offers)
        if not whole and not _ended(share.body, day):
            # What is left of all is the rest only where something went.
            extent: Extent = "rest" if offers else share.extent
            parts.append(evolve(share, extent=extent, since=day))
        if any(part.extent == "unknown" for part in parts):
            self._missing.add("record")
        elif len({(part.body.id, part.extent) for part in parts if part.extent != "all"}) > 1:
            self._missing.add("function")
        if not parts:
            self._missing.add("record")
        yield from parts

    def _each(
        self, share: _Share, names: Iterable[str], offers: Sequence[_Offer], day: date
    ) -> Iterator[_Share]:
        """Follow each function to those that took it over, or leave it where nobody did."""
        goes_on = not _ended(share.body, day)
        for name in sorted(names):
            one = evolve(share, names=frozenset({name}), since=day)
            takers = [offer for offer in offers if name in offer.handover.names]
            takers = takers or [offer for offer in offers if offer.handover.takes_the_rest]
            if takers:
                yield from (self._given(one, offer, one.extent, (name,)) for offer in takers)
                conditions = [offer.condition for offer in takers]
                if goes_on and all(conditions):
                    against = (condition.opposite for condition in conditions if condition)
                    yield evolve(one, conditions=(*one.conditions, *against))
            elif goes_on:
                yield one
            else:
                self._missing.add("record")
                yield from (self._given(one, offer, "unknown", (name,)) for offer in offers)

    def _given(
        self, share: _Share, offer: _Offer, extent: Extent, names: Iterable[str] | None
    ) -> _Share:
        handover = offer.handover
        if offer.condition is not None:
            self._missing.add("place" if share.body.territory is None else "presence")
        receiver = self._known[handover.receiver]
        territory = share.body.territory
        if territory is not None and receiver.is_provincial:
            receiver = receiver.in_territory(territory)
        event = handed_over(share.body, receiver, handover, offer.condition, sure=offer.sure)
        added = () if offer.condition is None else (offer.condition,)
        return _Share(
            body=receiver,
            extent=extent,
            names=None if names is None else frozenset(names),
            since=handover.on,
            path=(*share.path, event),
            conditions=(*share.conditions, *added),
        )

    def _in_merged_province(self, share: _Share, day: date) -> _Share:
        old = share.body.territory
        if old is None or old.into is None:  # pragma: no cover - days of mergers come from these
            return evolve(share, since=day)
        whole = self._known[share.body.template]
        new = whole.in_territory(territories()[old.into])
        return evolve(share, body=new, since=day, path=(*share.path, merged(share.body, new, day)))


def _part(share: _Share, offer: _Offer) -> Extent:
    """Give what part of a share goes; all of a part is that part."""
    return share.extent if offer.handover.extent == "all" else offer.handover.extent


def _merger(body: Body) -> date | None:
    """Give the day on which the body of a province goes on as that of a merged one, if it does."""
    territory = body.territory
    if territory is None or territory.into is None or body.existed.end != territory.existed.end:
        return None
    return None if territory.existed.end is None else territory.existed.end + _DAY


def _ended(body: Body, day: date) -> bool:
    return body.existed.end is not None and body.existed.end < day


def _parted(ends: Iterable[_Share]) -> bool:
    """Whether functions that are followed one by one came to different bodies."""
    found: dict[str, set[str]] = {}
    for share in ends:
        for name in share.names or ():
            found.setdefault(name, set()).add(share.body.id)
    return len({frozenset(held) for held in found.values()}) > 1


def _holders(ends: Iterable[_Share]) -> Iterator[Holder]:
    """Give the holders, each once with all that it has on the same conditions."""
    found: dict[tuple[str, Extent, tuple[Condition, ...]], Holder] = {}
    for share in ends:
        mine = tuple(one for key, one in functions().items() if key in (share.names or ()))
        key = (share.body.id, share.extent, share.conditions)
        if key in found:
            every = {*found[key].functions, *mine}
            mine = tuple(one for one in functions().values() if one in every)
        found[key] = Holder(share.body, share.extent, mine, share.conditions)
    yield from found.values()
