"""A published list, what it counts, the communes in it, and recognitions that change them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.errors import Locale
from dantoc_policy.law.provision import Provision
from dantoc_policy.places.place import without_marks
from dantoc_policy.places.unit_type import show_size, unit_types
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

Holds = Literal["regions", "villages", "coastal"]
Region = Literal["I", "II", "III"]
Listed = Literal["I", "II", "III", "outside"]
REGIONS: tuple[Region, ...] = ("I", "II", "III")
COUNTRY = "vn"
"""The unit of counts that are of the whole country."""


@frozen
class Amendment:
    """A document that changed a list, and the day from which the change counts."""

    document: str
    issued: date
    counts_from: date
    name: Text
    source: str


@frozen(kw_only=True)
class OfficialList:
    """A published list: where it stands, what it holds, and the days on which it counts.

    `new_rural` says whether a listed commune of region II or III becomes region I on the day from
    which it is recognised as meeting the new-rural standard; None where that is not asked.
    `own` are the codes of the provinces of a list that a user added; None for a packaged list.
    """

    id: str
    document: str
    article: int | None
    criteria: str | None
    holds: frozenset[Holds]
    valid: Period = field(repr=str)
    new_rural: bool | None
    amendments: tuple[Amendment, ...] = field(repr=show_size)
    source: str
    sources: tuple[tuple[str, str], ...] = field(repr=False)
    unverified: frozenset[str] = field(repr=False)
    note: str | None = field(repr=False)
    own: frozenset[str] | None = field(repr=False, default=None)

    @property
    def provision(self) -> Provision:
        """Where the list stands."""
        return Provision(self.document, self.article)

    def title(self, locale: Locale = "vi") -> str:
        """Name the document of the list."""
        return Provision(self.document).text(locale)

    def is_verified(self, name: str) -> bool:
        """Whether a source confirms what a field says; `since` and `until` are those of `valid`."""
        return name not in self.unverified


@frozen(kw_only=True)
class Counts:
    """How many communes of each region and how many especially difficult villages a list has.

    `unit` is a place, or "vn" for the country. None: not found.
    """

    list: str
    unit: str
    total: int | None
    regions: Mapping[Region, int | None] = field(hash=False)
    villages: int | None
    villages_in: Mapping[str, int | None] = field(hash=False, repr=False)
    source: str = field(repr=False)
    unverified: frozenset[str] = field(repr=False)
    note: str | None = field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Give the counts as plain JSON data."""
        return {
            "list": self.list,
            "unit": self.unit,
            "total": self.total,
            "regions": dict(self.regions),
            "villages": self.villages,
            "villages_in": dict(self.villages_in),
            "source": self.source,
            "unverified": sorted(self.unverified),
            "note": self.note,
        }


@frozen(kw_only=True)
class CommuneEntry:
    """A commune in a list: its name there, its region, and the unit of the library if it is held.

    `valid` are the days on which the entry stands, which an amendment may shorten. `region` None:
    the entry says nothing of it, only of villages. A packaged entry is of a commune in the area.
    """

    list: str
    province: str
    district: str | None
    type: str | None
    name: str
    region: Listed | None
    villages: int | None
    place: str | None
    valid: Period = field(repr=str)
    source: str = field(repr=False)
    unverified: frozenset[str] = field(repr=False)
    note: str | None = field(repr=False)
    village_names: tuple[str, ...] = field(repr=False, default=())

    @property
    def verified(self) -> bool:
        """Whether a source confirms that the commune is in the list with this region."""
        return not self.unverified

    def text(self, locale: Locale = "vi") -> str:
        """Write the name with its type as the list has them."""
        kind = unit_types()[self.type].name.get(locale) if self.type else ""
        named = (kind, self.name) if locale == "vi" else (without_marks(self.name), kind)
        return " ".join(named).strip()

    def full_name(self, province: str, locale: Locale = "vi") -> str:
        """Write the name with its district, where the list has one, and its province."""
        above = [part for part in (self.district, province) if part and not part.isdecimal()]
        shown = above if locale == "vi" else [without_marks(part) for part in above]
        return ", ".join((self.text(locale), *shown))

    def to_dict(self) -> dict[str, Any]:
        """Give the entry as plain JSON data."""
        return {
            "list": self.list,
            "province": self.province,
            "district": self.district,
            "type": self.type,
            "name": self.name,
            "region": self.region,
            "villages": self.villages,
            "village_names": list(self.village_names),
            "place": self.place,
            "valid": str(self.valid),
            "source": self.source,
            "unverified": sorted(self.unverified),
            "note": self.note,
        }


@frozen(kw_only=True)
class NewRural:
    """That a commune was recognised as meeting the new-rural standard, or the advanced one.

    `effective` is the day from which the recognition counts; where it is not known, `not_before`
    and `not_after` say what is.
    """

    place: str
    event: Literal["recognised", "advanced"]
    year: int | None
    effective: date | None
    not_before: date | None
    not_after: date | None
    source: str
    verified: bool
    note: str | None

    def in_effect(self, day: date) -> bool | None:
        """Whether it counts on a day; None where that is not known."""
        if self.effective is not None:
            return day >= self.effective
        if self.not_before is not None and day < self.not_before:
            return False
        if self.not_after is not None and day > self.not_after:
            return True
        return None
