"""The official status of a place: what published lists say about it on a day."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.errors import Locale
from dantoc_policy.places.lineage import Share
from dantoc_policy.places.official_list import (
    REGIONS,
    CommuneEntry,
    Counts,
    OfficialList,
    Region,
)
from dantoc_policy.places.place import Place, show_id
from dantoc_policy.places.unit_type import show_size

Standing = Literal["I", "II", "III", "outside"]
State = Literal["listed", "in_parts", "not_held", "no_list"]
EVERY: tuple[Standing, ...] = (*REGIONS, "outside")


@frozen(kw_only=True)
class OfficialPart:
    """A unit whose status a place has or took over, how much of it lies there, and its entry.

    `possible` are the standings that the lists may give it: one where the entry is held, and more
    where a list that was added says another one. `also` are the entries of further lists.
    """

    name: str
    place: Place | None = field(repr=show_id)
    share: Share
    entry: CommuneEntry | None = field(repr=False)
    possible: tuple[Standing, ...]
    also: tuple[CommuneEntry, ...] = field(repr=False, default=())

    def text(self, locale: Locale = "vi") -> str:
        """Write the name with its type."""
        if self.place is not None:
            return self.place.text(locale)
        return self.name if self.entry is None else self.entry.text(locale)

    @property
    def region(self) -> Region | None:
        """The region that the lists give; None where no entry is held, or entries disagree."""
        if self.entry is None or self.is_disputed:
            return None
        return None if self.entry.region == "outside" else self.entry.region

    @property
    def entries(self) -> tuple[CommuneEntry, ...]:
        """All entries, the packaged one first."""
        return self.also if self.entry is None else (self.entry, *self.also)

    @property
    def is_disputed(self) -> bool:
        """Whether the entries of several lists give it different regions."""
        return len({entry.region for entry in self.entries} - {None}) > 1

    @property
    def verified(self) -> bool:
        """Whether a source confirms the entry."""
        return self.entry is not None and self.entry.verified and not self.is_disputed

    def to_dict(self) -> dict[str, Any]:
        """Give the part as plain JSON data."""
        return {
            "name": self.name,
            "place": None if self.place is None else self.place.id,
            "share": self.share,
            "region": self.region,
            "possible": list(self.possible),
            "entry": None if self.entry is None else self.entry.to_dict(),
            "also": [entry.to_dict() for entry in self.also],
            "disputed": self.is_disputed,
        }


@frozen(kw_only=True)
class OfficialStatus:
    """What the published lists say about a place on a day.

    `listed`: the place, or the one unit that it goes on from, has an entry. `in_parts`: it was put
    together from units that the list knows one by one (`parts`). `not_held`: a list counts, and its
    line for the place is not held, which does not say that there is none. `no_list`: no list of the
    day is known. `counts` are what lists count in the place, where they count at all. `province` is
    that of a commune that only lists have.
    """

    name: str
    place: Place | None = field(repr=show_id)
    as_of: date
    state: State
    lists: tuple[OfficialList, ...] = field(repr=show_size)
    parts: tuple[OfficialPart, ...] = field(repr=show_size)
    counts: tuple[Counts, ...] = field(repr=show_size)
    province: Place | None = field(repr=show_id, default=None)

    def text(self, locale: Locale = "vi") -> str:
        """Write the name with its type; of what only lists have, as they have it, with where."""
        if self.place is not None:
            return self.place.text(locale)
        own = self.parts[0].text(locale)
        return own if self.province is None else f"{own}, {self.province.text(locale)}"

    @property
    def region(self) -> Region | None:
        """The one region that the lists give to all of the place; None where there is none."""
        regions: set[Region | None] = {part.region for part in self.parts}
        return regions.pop() if len(regions) == 1 else None

    @property
    def possible(self) -> tuple[Standing, ...]:
        """The standings that some part of the place may have by the lists."""
        found = {standing for part in self.parts for standing in part.possible}
        return tuple(standing for standing in EVERY if standing in found)

    @property
    def documents(self) -> tuple[str, ...]:
        """The numbers of the documents whose lists count."""
        return tuple(held.document for held in self.lists)

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the entries and counts were read."""
        entries = (entry.source for part in self.parts for entry in part.entries)
        return tuple(dict.fromkeys((*entries, *(row.source for row in self.counts))))

    @property
    def verified(self) -> bool:
        """Whether sources confirm every entry that the answer rests on, and that there is one."""
        return bool(self.parts) and all(part.verified for part in self.parts)

    def to_dict(self) -> dict[str, Any]:
        """Give the status as plain JSON data."""
        return {
            "name": self.name,
            "place": None if self.place is None else self.place.id,
            "province": None if self.province is None else self.province.id,
            "as_of": self.as_of.isoformat(),
            "state": self.state,
            "region": self.region,
            "possible": list(self.possible),
            "documents": list(self.documents),
            "parts": [part.to_dict() for part in self.parts],
            "counts": [row.to_dict() for row in self.counts],
            "sources": list(self.sources),
            "verified": self.verified,
        }
