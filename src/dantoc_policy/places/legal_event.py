"""Legal events: documents that made, changed or ended administrative units, and their days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.places.place import without_marks
from dantoc_policy.places.unit_type import Level
from dantoc_policy.values.text import Text


@frozen(kw_only=True)
class LegalEvent:
    """A document that made, changed or ended units, and the first day of the new state.

    `date` None: the day is not known, and no unit of the library follows from the event.

    >>> legal_events()["nq-855-2020"].document
    '855/NQ-UBTVQH14'
    """

    id: str
    date: date | None
    level: Level | None
    document: str | None
    provision: str | None
    name: Text
    source: str
    unverified: frozenset[str]
    note: str | None

    def to_dict(self) -> dict[str, Any]:
        """Give the event as plain JSON data."""
        return {
            "id": self.id,
            "date": self.date.isoformat() if self.date else None,
            "level": self.level,
            "document": self.document,
            "provision": self.provision,
            "vi": self.name.vi,
            "en": self.name.en,
            "source": self.source,
            "unverified": sorted(self.unverified),
            "note": self.note,
        }


@cache
def legal_events() -> Mapping[str, LegalEvent]:
    """Give the legal events by their identifiers, the undated ones where the table has them."""
    return {
        row["id"]: LegalEvent(
            id=row["id"],
            date=date.fromisoformat(row["date"]) if row["date"] else None,
            level=row["level"],
            document=row["document"],
            provision=row["provision"],
            name=Text(row["vi"], without_marks(row["en"])),
            source=row["source"],
            unverified=frozenset(row.get("unverified", ())),
            note=row.get("note"),
        )
        for row in load("places/events")
    }
