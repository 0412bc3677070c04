"""Who gave to a body, who took from it, and all events on these lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.condition import Condition
from dantoc_policy.bodies.events import BodyEvent, handed_over, in_order, merged, own_events
from dantoc_policy.bodies.handover import Handover
from dantoc_policy.bodies.territory import MERGED, Territory, territories


@frozen
class Link:
    """That something went from one body to another on a day, by handover or by merger."""

    giver: Body
    receiver: Body
    on: date
    handover: Handover | None = None
    condition: Condition | None = None

    @property
    def task_only(self) -> bool:
        """Whether it is a single task that the law moved."""
        return self.handover is not None and self.handover.asked

    def event(self) -> BodyEvent:
        """Give it as an event."""
        if self.handover is None:
            return merged(self.giver, self.receiver, self.on)
        return handed_over(self.giver, self.receiver, self.handover, self.condition, sure=True)


class Ancestry:
    """The lines of bodies among all that are known."""

    def __init__(self, known: Mapping[str, Body]) -> None:
        self._known = known

    def givers(self, body: Body) -> Iterator[Link]:
        """Give the direct links to a body, those of its province where it is the body of one."""
        for giver in self._known.values():
            for handover in giver.handovers:
                if handover.receiver == body.template:
                    yield from self._link(handover, body.territory)
        whole, territory = self._known[body.template], body.territory
        for old in territories().values():
            if territory is not None and old.into == territory.id:
                yield from self._merger(whole, old)

    def takers(self, body: Body) -> Iterator[Link]:
        """Give the direct links from a body, those of its province where it is the body of one."""
        for handover in body.handovers:
            yield from self._link(handover, body.territory)
        if body.territory is not None and body.existed.end == body.territory.existed.end:
            yield from self._merger(self._known[body.template], body.territory)

    def lineage(self, body: Body) -> tuple[BodyEvent, ...]:
        """Give the events of a body, of those it came from and of those that came from it."""
        links = dict.fromkeys([*self._before(body, date.max), *self._after(body, date.min)])
        members = {body.id: body}
        for link in links:
            ends = (link.giver,) if link.task_only else (link.giver, link.receiver)
            members |= {end.id: end for end in ends}
        own = (event for member in members.values() for event in own_events(member, self._known))
        return in_order(dict.fromkeys([*own, *(link.event() for link in links)]))

    def _before(self, body: Body, day: date) -> Iterator[Link]:
        for link in self.givers(body):
            if link.on < day and not link.task_only:
                yield link
                yield from self._before(link.giver, link.on)

    def _after(self, body: Body, day: date) -> Iterator[Link]:
        for link in self.takers(body):
            if link.on > day:
                yield link
                if not link.task_only:
                    yield from self._after(link.receiver, link.on)

    def _link(self, handover: Handover, territory: Territory | None) -> Iterator[Link]:
        """Give a handover as it went in a province, where it did."""
        giver, receiver = self._known[handover.giver], self._known[handover.receiver]
        condition = None
        if handover.optional is not None:
            optional = self._known[handover.optional]
            found = None if territory is None else optional.is_there(territory)
            if found is not None and found.there != handover.if_there:
                return
            condition = Condition(optional, handover.if_there) if found is None else None
        if territory is not None:
            # What the bodies of a merged province took over went to those before it.
            start, end = territory.existed.start, territory.existed.end
            early = start is not None and handover.on <= start and giver.is_provincial
            if early or (end is not None and handover.on > end):
                return
            giver, receiver = _local(giver, territory), _local(receiver, territory)
        yield Link(giver, receiver, handover.on, handover, condition)

    def _merger(self, whole: Body, old: Territory) -> Iterator[Link]:
        """Give the link from the body of a province to that of the merged one, if it goes on."""
        if old.into is not None and whole.exists(MERGED):
            new = whole.in_territory(territories()[old.into])
            yield Link(whole.in_territory(old), new, MERGED)


def _local(body: Body, territory: Territory) -> Body:
    return body.in_territory(territory) if body.is_provincial else body
