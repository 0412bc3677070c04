"""The socio-economic regions of the country, drawn over the provinces of their days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from attrs import field, frozen

from dantoc_policy.data import load
from dantoc_policy.errors import Locale
from dantoc_policy.places.place import Place, show_id
from dantoc_policy.places.unit_type import show_size
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text
from dantoc_policy.values.verdict import Verdict

MEKONG_DELTA = "DBSCL"


@frozen
class MacroRegion:
    """One region of one scheme, with the codes of its provinces in the order of the scheme.

    >>> [delta] = [r for r in region_schemes()[0].regions if r.id == MEKONG_DELTA]
    >>> len(delta.provinces), delta.name.en
    (13, 'Mekong Delta')
    """

    id: str
    name: Text
    provinces: tuple[str, ...] = field(repr=False)
    scheme: str


@frozen
class RegionScheme:
    """A division of the country into regions: the document that drew it and its days.

    It names provinces by the codes that they had on the day `codes_of`.
    """

    id: str
    document: str
    valid: Period = field(repr=str)
    codes_of: date = field(repr=False)
    regions: tuple[MacroRegion, ...] = field(repr=show_size)
    source: str
    unverified: frozenset[str]
    note: str | None = field(repr=False)

    def of_code(self, province: str) -> MacroRegion | None:
        """Give the region of a province by the code that it had in this scheme."""
        return next((found for found in self.regions if province in found.provinces), None)


@cache
def region_schemes() -> tuple[RegionScheme, ...]:
    """Give the schemes, the oldest first.

    >>> [scheme.document for scheme in region_schemes()]
    ['81/2023/QH15', '306/NQ-CP']
    """
    return tuple(_read(row) for row in load("places/regions"))


def _read(row: Mapping[str, Any]) -> RegionScheme:
    def day(key: str) -> date | None:
        return date.fromisoformat(row[key]) if row[key] else None

    return RegionScheme(
        id=row["id"],
        document=row["document"],
        valid=Period(day("since"), day("until")),
        codes_of=date.fromisoformat(row["codes_of"]),
        regions=tuple(
            MacroRegion(
                region["id"],
                Text(region["vi"], region["en"]),
                tuple(region["provinces"]),
                row["id"],
            )
            for region in row["regions"]
        ),
        source=row["source"],
        unverified=frozenset(row.get("unverified", ())),
        note=row.get("note"),
    )


def _scheme_id(scheme: RegionScheme) -> str:
    return scheme.id


@frozen
class RegionOf:
    """In which region a place lies on a day; several where its parts lie in different ones."""

    place: Place = field(repr=show_id)
    as_of: date
    scheme: RegionScheme = field(repr=_scheme_id)
    regions: tuple[MacroRegion, ...] = field(repr=show_size)

    @property
    def region(self) -> MacroRegion | None:
        """The one region; None where the place lies in several."""
        return self.regions[0] if len(self.regions) == 1 else None

    def lies_in(self, region: str) -> Verdict:
        """Whether the place lies in a region; undetermined where only a part of it does."""
        inside = [found.id == region for found in self.regions]
        return Verdict.of(inside[0] if len(set(inside)) == 1 else None)

    def text(self, locale: Locale = "vi") -> str:
        """Say the region, or the regions, by name."""
        return (" / ").join(found.name.get(locale) for found in self.regions)

    def to_dict(self) -> dict[str, Any]:
        """Give the answer as plain JSON data."""
        return {
            "place": self.place.id,
            "as_of": self.as_of.isoformat(),
            "scheme": self.scheme.id,
            "document": self.scheme.document,
            "region": None if self.region is None else self.region.id,
            "regions": [
                {"id": found.id, "vi": found.name.vi, "en": found.name.en} for found in self.regions
            ],
            "source": self.scheme.source,
        }
