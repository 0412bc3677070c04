"""Computed, official and effective status of a commune on a day, and the chain that leads there."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.errors import Locale
from dantoc_policy.law.provision import Provision
from dantoc_policy.places.lineage import Link
from dantoc_policy.places.official_list import Listed
from dantoc_policy.places.place import Place
from dantoc_policy.places.standing import (
    EVERY,
    OfficialPart,
    OfficialStatus,
    Standing,
)
from dantoc_policy.places.unit_type import show_size
from dantoc_policy.values.text import Text

EventKind = Literal[
    "listed",
    "amended",
    "not_held",
    "parts_not_held",
    "recognised",
    "reorganised",
    "kept_for_old_area",
    "ended",
]


@frozen
class Computed:
    """What the criteria of an instrument leave open for the facts of a commune."""

    possible: tuple[str, ...]
    instrument: str | None = None


@frozen(kw_only=True)
class StatusEvent:
    """One event of the chain: from which day it counts, what it did, and by which provision.

    `day` None: the day is not known, and `not_before` the first on which it may be. `unit` is the
    identifier, or the name, of the unit concerned.
    """

    day: date | None
    not_before: date
    kind: EventKind
    unit: str
    text: Text
    region: Listed | None
    provision: Provision | None
    source: str
    verified: bool

    def to_dict(self) -> dict[str, Any]:
        """Give the event as plain JSON data."""
        return {
            "day": self.day.isoformat() if self.day else None,
            "not_before": self.not_before.isoformat(),
            "kind": self.kind,
            "unit": self.unit,
            "vi": self.text.vi,
            "en": self.text.en,
            "region": self.region,
            "provision": None if self.provision is None else self.provision.text(),
            "source": self.source,
            "verified": self.verified,
        }


@frozen(kw_only=True)
class StatusPart:
    """A unit whose status counts for its area: what the list says and what holds on the day."""

    official: OfficialPart
    possible: tuple[Standing, ...]

    @property
    def effective(self) -> Standing | None:
        """What holds for this area; None where it is not determined."""
        return self.possible[0] if len(self.possible) == 1 else None

    def to_dict(self) -> dict[str, Any]:
        """Give the part as plain JSON data."""
        return {
            "official": self.official.to_dict(),
            "effective": self.effective,
            "possible": list(self.possible),
        }


@frozen(kw_only=True)
class PlaceStatus:
    """Computed, official and effective status of a commune on a day; none overrides another.

    `computed` is what the criteria leave open for given facts, and None without facts. `effective`
    follows from the list and the events of `chain`; where a commune was put together in 2025 it
    holds for the area of each old unit, see `parts`. `links` say where a commune that ended before
    the day is on it, and are None where it is still there: then its old area alone is meant.
    """

    as_of: date
    official: OfficialStatus
    computed: Computed | None
    parts: tuple[StatusPart, ...] = field(repr=show_size)
    chain: tuple[StatusEvent, ...] = field(repr=show_size)
    links: tuple[Link, ...] | None = field(repr=False, default=None)

    @property
    def name(self) -> str:
        """The name of the commune, or the line of the list, that was asked for."""
        return self.official.name

    @property
    def place(self) -> Place | None:
        """The unit of the library; None where only a list has it."""
        return self.official.place

    @property
    def ended(self) -> date | None:
        """The last day of a commune that is no more on the day; None where it is there."""
        return None if self.links is None or self.place is None else self.place.valid.end

    @property
    def computed_region(self) -> str | None:
        """The one outcome of the criteria; None without facts or where they do not force it."""
        possible = () if self.computed is None else self.computed.possible
        return possible[0] if len(possible) == 1 else None

    @property
    def possible(self) -> tuple[Standing, ...]:
        """The standings that some part of the commune may have."""
        found = {standing for part in self.parts for standing in part.possible}
        return tuple(standing for standing in EVERY if standing in found)

    @property
    def effective(self) -> Standing | None:
        """What holds for the whole commune; None where undetermined or not the same all over."""
        return self.possible[0] if len(self.possible) == 1 else None

    @property
    def differs(self) -> bool:
        """Whether criteria and list give different regions, as they legitimately may."""
        regions = (self.computed_region, self.official.region)
        return None not in regions and len(set(regions)) > 1

    @property
    def verified(self) -> bool:
        """Whether sources confirm every event of the chain that the answer rests on."""
        return bool(self.parts) and all(event.verified for event in self.chain)

    @property
    def citations(self) -> tuple[Provision, ...]:
        """The provisions of the chain, in its order."""
        found = (event.provision for event in self.chain if event.provision is not None)
        return tuple({provision.text(): provision for provision in found}.values())

    def text(self, locale: Locale = "vi") -> str:
        """Say the three and the chain of events."""
        from dantoc_policy.places.status_text import status_text

        return status_text(self, locale)

    def to_dict(self) -> dict[str, Any]:
        """Give the status as plain JSON data."""
        return {
            "name": self.name,
            "place": None if self.place is None else self.place.id,
            "as_of": self.as_of.isoformat(),
            "ended": self.ended.isoformat() if self.ended else None,
            "became": None if self.links is None else [link.to_dict() for link in self.links],
            "computed": None
            if self.computed is None
            else {
                "outcome": self.computed_region,
                "possible": list(self.computed.possible),
                "instrument": self.computed.instrument,
            },
            "official": self.official.to_dict(),
            "effective": self.effective,
            "possible": list(self.possible),
            "differs": self.differs,
            "parts": [part.to_dict() for part in self.parts],
            "chain": [event.to_dict() for event in self.chain],
            "citations": [provision.text() for provision in self.citations],
            "verified": self.verified,
        }

    def __str__(self) -> str:
        return self.text()
