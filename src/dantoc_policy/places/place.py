"""A province, district or commune as it was between two changes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from dantoc_policy.data import load
from dantoc_policy.errors import Locale
from dantoc_policy.law.spelling import slug
from dantoc_policy.places.unit_type import Level, UnitType, unit_types
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

_WORDS: Mapping[Level, str] = {"province": "tinh", "district": "huyen", "commune": "xa"}
# The list of codes that counts for a unit whose first day is not known.
_FIRST_CODES = "2004"


def _type_id(of: UnitType) -> str:
    return of.id


@frozen(kw_only=True)
class Place:
    """An administrative unit with one name, type, code and extent, for the days of `valid`.

    A change of any of these makes another place: a code that was given again, a unit that took in
    another one, a commune that became a ward. `valid.start` None: since when is not known. `code`
    None: not known, or none. `province` and `parent` are codes: of the province, and of the
    district, or of the province where there is none between. `unverified` names the fields that no
    source confirms.

    >>> from dantoc_policy.places.library import places
    >>> old = places.get("01864", date(2024, 6, 30))
    >>> old.text(), places.get("01864", date(2025, 7, 1)).text(), old.parent
    ('xã Bộc Bố', 'xã Bằng Thành', '060')
    """

    id: str
    level: Level
    code: str | None
    name: Text
    type: UnitType = field(repr=_type_id)
    province: str
    parent: str | None = field(repr=False)
    valid: Period = field(repr=str)
    sources: tuple[tuple[str, str], ...] = field(repr=False)
    unverified: frozenset[str] = field(repr=False)
    note: str | None = field(repr=False, default=None)

    @property
    def source(self) -> str:
        """Where the unit was read, an entry of the catalogue of sources."""
        return dict(self.sources)["place"]

    def source_of(self, name: str) -> str:
        """Give the source of one field."""
        return dict(self.sources).get(name, self.source)

    @property
    def verified(self) -> bool:
        """Whether sources confirm the unit, its name, code and type and the days that it has."""
        return not self.unverified

    def is_verified(self, name: str) -> bool:
        """Whether a source confirms what a field says; `since` and `until` are those of `valid`."""
        return name not in self.unverified

    def text(self, locale: Locale = "vi") -> str:
        """Write the name with its type: "xã Bằng Thành", "Bang Thanh commune"."""
        if locale == "vi":
            return f"{self.type.name.vi} {self.name.vi}"
        return f"{self.name.en} {self.type.name.en}"

    def to_dict(self) -> dict[str, Any]:
        """Give the place as plain JSON data."""
        return {
            "id": self.id,
            "level": self.level,
            "code": self.code,
            "name": {"vi": self.name.vi, "en": self.name.en},
            "type": {"id": self.type.id, "vi": self.type.name.vi, "en": self.type.name.en},
            "province": self.province,
            "parent": self.parent,
            "valid": str(self.valid),
            "sources": dict(self.sources),
            "unverified": sorted(self.unverified),
            "note": self.note,
        }

    def __str__(self) -> str:
        return self.text()


def show_id(place: Place | None) -> str:
    """Show a place in a repr by its identifier."""
    return "?" if place is None else place.id


def place_id(level: Level, key: str, since: date | None) -> str:
    """Give the identifier of a unit from its code and its first day.

    >>> place_id("commune", "01864", date(2025, 7, 1)), place_id("province", "06", None)
    ('vn:xa:01864@2025-07-01', 'vn:tinh:06@2004')
    """
    return f"vn:{_WORDS[level]}:{key}@{since.isoformat() if since else _FIRST_CODES}"


def without_marks(name: str) -> str:
    """Give a name as English texts without diacritics write it.

    >>> without_marks("Đắk Lắk")
    'Dak Lak'
    """
    apart = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def read_places() -> tuple[Place, ...]:
    """Read the packaged units, by level and code, the older before the younger.

    >>> sum(place.level == "province" for place in read_places())
    88
    """
    found = {place.id: place for place in (*_provinces(), *_districts(), *_communes())}
    return tuple(found.values())


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _place(level: Level, row: Mapping[str, Any], key: str, province: str, parent: Any) -> Place:
    unverified = row.get("unverified") or ()
    since = _day(row["since"])
    return Place(
        id=place_id(level, key, since),
        level=level,
        code=row["code"],
        name=Text(row["vi"], without_marks(row["vi"])),
        type=unit_types()[row["type"]],
        province=province,
        parent=parent,
        valid=Period(since, _day(row["until"])),
        sources=(("place", row["source"]), *row.get("sources", {}).items()),
        unverified=frozenset(unverified.split() if isinstance(unverified, str) else unverified),
        note=row.get("note"),
    )


def _provinces() -> Iterator[Place]:
    # A province that went on unchanged stands in both tables; what it is stands in the first.
    rows = [*load("places/provinces_63"), *load("places/provinces_34")]
    seen = set()
    for row in sorted(rows, key=lambda row: (row["code"], row["since"] or "")):
        place = _place("province", row, row["code"], row["code"], None)
        if place.id not in seen:
            yield place
        seen.add(place.id)


def _districts() -> Iterator[Place]:
    for row in load("places/districts"):
        yield _place("district", row, row["code"], row["province"], row["province"])


def _communes() -> Iterator[Place]:
    districts = {row["code"]: row["vi"] for row in load("places/districts")}
    provinces = {row["code"]: row["vi"] for row in load("places/provinces_34")}
    for row in load("places/communes"):
        where = districts.get(row["district"], "") or provinces[row["province"]]
        key = row["code"] or f"{slug(where)}.{slug(row['vi'])}"
        parent = row["district"] or row["province"]
        yield _place("commune", row, key, row["province"], parent)
