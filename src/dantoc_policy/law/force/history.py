"""The life of one document: its events in the order of their days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import field, frozen

from dantoc_policy.errors import Locale
from dantoc_policy.law.document import Document, shown
from dantoc_policy.law.force.event import Event
from dantoc_policy.law.force.status import LegalStatus
from dantoc_policy.law.force.status_at import legal_status


@frozen
class History:
    """A document and what happened to it; in a notebook it shows itself as a timeline picture.

    Events to come are among them as far as they are known: when something is asked of a day,
    `status` leaves out what comes after it.

    >>> from dantoc_policy.law.library import documents
    >>> [event.kind for event in documents.history("05/2011/NĐ-CP")][:2]
    ['issued', 'effective']
    """

    document: Document = field(repr=shown)
    events: tuple[Event, ...]
    known_until: date | None = field(default=None, repr=False)

    def status(self, as_of: date) -> LegalStatus:
        """Give the status of the document on a day."""
        return legal_status(self.document, self.events, as_of, known_until=self.known_until)

    def text(self, locale: Locale = "vi") -> str:
        """Write the document and its events, one a line."""
        lines = [self.document.citation(locale), *(event.text(locale) for event in self.events)]
        return "\n- ".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """Give the history as plain JSON data."""
        return {
            "document": self.document.id,
            "number": self.document.number,
            "title": self.document.title,
            "events": [event.to_dict() for event in self.events],
        }

    def to_svg(self, locale: Locale = "vi") -> str:
        """Give the timeline as a picture that stands alone, readable on light and dark."""
        from dantoc_policy.law.force.timeline_picture import timeline_svg

        return timeline_svg(self, locale, alone=True)

    def _repr_html_(self) -> str:
        from dantoc_policy.law.force.timeline_picture import timeline_html

        return timeline_html(self)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)

    def __str__(self) -> str:
        return self.text()
