"""The units of a library: finding them on a day by code or name, and what lies in what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dantoc_policy.errors import Locale
from dantoc_policy.places.extent import Coverage
from dantoc_policy.places.key_errors import not_all_held, not_covered
from dantoc_policy.places.lineage import Lineage, Step
from dantoc_policy.places.lookup import (
    Key,
    Lookup,
    check_level,
    key_text,
    name_text,
    ordered,
    with_above,
)
from dantoc_policy.places.meaning import Meaning, goes_on
from dantoc_policy.places.place import Place
from dantoc_policy.places.unit_type import DIGITS, LEVELS, Level
from dantoc_policy.values.calendar_dates import check_day


class UnitLibrary:
    """Units of all days, found by their code, name or identifier; the base of `Places`."""

    def __init__(
        self, places: Iterable[Place], steps: Iterable[Step], coverage: Iterable[Coverage] = ()
    ) -> None:
        by_id = {place.id: place for place in places}
        self._lineage = Lineage(by_id, steps)
        self._lookup = Lookup(by_id.values(), self._lineage, self.full_name)
        self._coverage = tuple(coverage)
        self._known_since = min((found.since for found in self._coverage), default=date.min)

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """From when to when the library holds every unit of a level in a province."""
        return self._coverage

    @property
    def known_since(self) -> date:
        """The first day on which the library knows the provinces."""
        return self._known_since

    def get(
        self,
        key: Key | int,
        as_of: date | None = None,
        *,
        level: Level | None = None,
        within: Key | None = None,
    ) -> Place:
        """Give the one unit that a code, a name or an identifier means, on a day if one is given.

        A code has two digits for a province, three for a district, five for a commune; of one that
        lost its zeros `level` tells the kind. `within` is a unit above, or its name; a full name
        such as "Bộc Bố, Pác Nặm" says it itself. The type that a name is written with must be that
        of the unit, on the day or on others.

        Raises:
            InputError: `place.unknown` with near names; `place.ambiguous` with all that are meant;
                `place.other_day` where it is a unit of other days, with what became of it;
                `place.other_type` where the name is that of units of other types;
                `place.not_all_held` where a bare name is met in a province of which only some
                units are held, so that others may bear it; `place.not_a_key`,
                `place.unknown_level`.
            NotInForceError: `place.not_covered` before the library begins.

        >>> from dantoc_policy.places.library import places
        >>> places.get("05461", date(2025, 7, 1))
        Traceback (most recent call last):
        dantoc_policy.errors.InputError: [place.other_day] ...
        """
        if as_of is not None:
            self._check(as_of)
        check_level(level)
        if isinstance(key, Place):
            return self._lookup.one(key.text(), [self._lookup.by_id.get(key.id, key)], as_of)
        text = key_text(key)
        name, above = with_above(text, within)
        found = [
            place
            for place in self._lookup.candidates(name, level)
            if (level is None or place.level == level)
            and all(self._lookup.lies_in(place, one, as_of) for one in above)
        ]
        if not self._lookup.is_name(name):
            return self._lookup.one(text, found, as_of)
        types = self._lookup.names.types(name)
        place = self._lookup.one(text, found, as_of, types)
        if not above:
            self.check_unique(text, place, types)
        return place

    def check_unique(self, name: str, place: Place, types: tuple[str, ...] = ()) -> None:
        """Refuse a bare name that units may bear which the library does not hold.

        Raises:
            InputError: `place.not_all_held`.
        """
        # There are few special zones, and each is held.
        if "dac_khu" not in types and not self.holds_whole(place):
            raise not_all_held(name, place, self.full_name)

    def holds_whole(self, place: Place) -> bool:
        """Whether the library, on some day, holds every unit of this level in the province.

        Where it never does, a unit is held only because an event names it.
        """
        return any(
            found.level == place.level and found.province in (None, place.province)
            for found in self._coverage
        )

    def find(
        self,
        name: str,
        as_of: date | None = None,
        within: Key | None = None,
        *,
        level: Level | None = None,
    ) -> list[Place]:
        """Give all units that a name means: on a day, or on any.

        Capitals, the place of the tone and missing diacritics do not count; a type in front such as
        "TP." or "xã" leaves units that are of it, or else those that were or became so. Without a
        day a name gives every unit that bore it, old and new; full names are read as in `get`.

        Raises:
            InputError: `place.not_a_key`, `place.unknown_level`.
            NotInForceError: `place.not_covered` before the library begins.

        >>> from dantoc_policy.places.library import places
        >>> [place.id for place in places.find("phường Gia Sàng")]
        ['vn:xa:05461@2004', 'vn:xa:05467@2025-07-01']
        >>> [
        ...     place.code
        ...     for place in places.find("tan thinh", date(2025, 1, 1), within="TP Thai Nguyen")
        ... ]
        ['05452']
        """
        if as_of is not None:
            self._check(as_of)
        check_level(level)
        own, above = with_above(name_text(name), within)
        found = [
            place
            for place in self._lookup.names.find(own)
            if (as_of is None or as_of in place.valid)
            and (level is None or place.level == level)
            and all(self._lookup.lies_in(place, one, as_of) for one in above)
        ]
        return ordered(self._lookup.of_types(found, self._lookup.names.types(own)))

    def meanings(self, name: str, as_of: date, within: Key | None = None) -> list[Meaning]:
        """Give every unit that bore a name until a day, and what it is on that day.

        So a false friend shows itself: the name of a unit of today that meant another one before.

        >>> from dantoc_policy.places.library import places
        >>> for meaning in places.meanings("p. Trung Thành", date(2025, 7, 1)):
        ...     print(meaning.place.code, [link.new.code for link in meaning.links])
        05476 ['05500']
        05899 ['05899']
        """
        found = [
            place
            for place in self.find(name, within=within)
            if place.valid.start is None or place.valid.start <= self._check(as_of)
        ]
        # A unit that went on under its name is meant once, in its latest form.
        return [
            Meaning(place, self._lineage.forward(place, as_of))
            for place in found
            if not goes_on(place, found, self._lineage)
        ]

    def at(self, day: date, level: Level | None = None) -> tuple[Place, ...]:
        """Give the units of a day, of one level if one is named.

        >>> from dantoc_policy.places.library import places
        >>> (
        ...     len(places.at(date(2025, 6, 30), "province")),
        ...     len(places.at(date(2025, 7, 1), "province")),
        ... )
        (63, 34)
        """
        self._check(day)
        check_level(level)
        return tuple(place for place in self if day in place.valid and level in (None, place.level))

    def children(self, place: Key, as_of: date, level: Level | None = None) -> tuple[Place, ...]:
        """Give the units within a unit on a day, of one level if one is named.

        >>> from dantoc_policy.places.library import places
        >>> len(places.children("19", date(2025, 7, 1), "commune"))
        92
        """
        above = self.get(place, as_of)
        return tuple(
            found
            for found in self.at(as_of, level)
            if found.id != above.id
            and (
                found.province == above.code
                if above.level == "province"
                else found.parent == above.code
            )
            and LEVELS.index(found.level) > LEVELS.index(above.level)
        )

    def parent(self, place: Key, as_of: date | None = None) -> Place | None:
        """Give the district, or the province where there is none, in which a unit lies on a day.

        Without a day it is the last one of the unit.
        """
        found = self.get(place, as_of)
        if found.parent is None:
            return None
        level: Level = "district" if len(found.parent) == DIGITS["district"] else "province"
        day = as_of or found.valid.end or date.max
        return self._lookup.of_code(level, found.parent, day)

    def full_name(self, place: Place, locale: Locale = "vi") -> str:
        """Write a unit with those above it: "xã Bộc Bố, huyện Pác Nặm, tỉnh Bắc Kạn".

        >>> from dantoc_policy.places.library import places
        >>> places.full_name(places.get("01864", date(2024, 1, 1)))
        'xã Bộc Bố, huyện Pác Nặm, tỉnh Bắc Kạn'
        """
        above = self.parent(place)
        own = place.text(locale)
        return own if above is None else f"{own}, {self.full_name(above, locale)}"

    def is_complete(self, province: Key, as_of: date, level: Level = "commune") -> bool:
        """Whether the library holds every unit of a level in a province on a day."""
        check_level(level)
        code = self.get(province, as_of, level="province").code
        return any(found.covers(level, code, as_of) for found in self._coverage)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._lookup.by_id.values())

    def __len__(self) -> int:
        return len(self._lookup.by_id)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, Place):
            return key.id in self._lookup.by_id
        return isinstance(key, str) and (
            key in self._lookup.by_id or bool(self._lookup.candidates(key))
        )

    def _check(self, day: date) -> date:
        if check_day(day) < self._known_since:
            raise not_covered(day, self._known_since)
        return day
