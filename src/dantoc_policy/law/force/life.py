"""The events of every document of a library, worked out when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from attrs import evolve

from dantoc_policy.law.document import Document
from dantoc_policy.law.force.event import Event, events_by, order, own_events
from dantoc_policy.law.force.links import Links
from dantoc_policy.law.force.moment import Moment
from dantoc_policy.law.force.parent_end import parent_events


class Lives:
    """The events of documents: their own, those that others bring about, the ends of parents."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self._known: dict[str, tuple[Event, ...]] = {}

    def events(self, document: Document) -> tuple[Event, ...]:
        """Give the events of a document in the order of their days."""
        return self._events(document, frozenset())[0]

    def _events(self, document: Document, above: frozenset[str]) -> tuple[tuple[Event, ...], bool]:
        """Give the events, and whether documents that hang on each other cut them short."""
        if document.id in self._known:
            return self._known[document.id], False
        above |= {document.id}
        circular = False

        def end_of(parent: Document) -> Event | None:
            nonlocal circular
            if parent.id in above:
                circular = True
                return None
            events, cut = self._events(parent, above)
            circular |= cut
            return _end(events)

        if document.draft:
            return (), False
        events = own_events(document)
        for link in self.links.incoming(document):
            events += events_by(link.source, link.relation)
        events += parent_events(document, self.links, end_of)
        found = tuple(sorted(_with_extension(events), key=order))
        if not circular:
            self._known[document.id] = found
        return found, circular


def _end(events: Sequence[Event]) -> Event | None:
    """Give the event that ends the whole document; the first, where there are several."""
    return next((event for event in events if event.ends), None)


def _with_extension(events: list[Event]) -> list[Event]:
    """Move the end of a term to where an extension puts it; to an unknown day if it is not told."""
    extended = [event for event in events if event.kind == "extended" and not event.provisions]
    if not extended:
        return events
    last = max((event.until for event in extended if event.until is not None), default=None)
    verified = all(event.verified for event in extended)

    def moved(over: Event) -> Event:
        day = None if last is None else last + timedelta(days=1)
        moment = Moment(day) if day is not None else Moment(None, over.moment.best)
        return evolve(over, moment=moment, verified=over.verified and verified)

    return [moved(event) if event.kind == "term_over" else event for event in events]
