"""The library of administrative units: finding them on a day, and following them through time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from dantoc_policy.errors import Locale
from dantoc_policy.places.extent import Coverage, read_coverage
from dantoc_policy.places.key_errors import lineage_unknown, not_covered, other_direction
from dantoc_policy.places.legal_event import LegalEvent, legal_events
from dantoc_policy.places.lineage import Lineage, Link, Step, read_steps
from dantoc_policy.places.lookup import Key, Lookup, ordered
from dantoc_policy.places.meaning import Meaning, goes_on
from dantoc_policy.places.names import of_types
from dantoc_policy.places.place import Place, read_places
from dantoc_policy.places.regions import MEKONG_DELTA, RegionOf, RegionScheme, region_schemes
from dantoc_policy.places.unit_type import DIGITS, LEVELS, Level
from dantoc_policy.values.calendar_dates import check_day
from dantoc_policy.values.verdict import Verdict

if TYPE_CHECKING:
    from dantoc_policy.places.list_library import OfficialLists
    from dantoc_policy.places.standing import OfficialStatus
    from dantoc_policy.places.status import Computed, PlaceStatus

places: Places


class Places:
    """A library of administrative units; the one that comes with the package is `places`.

    A key is a code, a name or an identifier; a code or a name alone means a unit on a day. The
    63 and the 34 provinces are all held; districts and communes those of Bắc Kạn and Thái Nguyên,
    and some that events name (see `is_complete`).

    >>> places.get("15", date(2025, 6, 30)).text(), places.get("15", date(2025, 7, 1)).text()
    ('tỉnh Yên Bái', 'tỉnh Lào Cai')
    >>> [link.new.text() for link in places.successors("vn:tinh:06@2004", date(2025, 7, 1))]
    ['tỉnh Thái Nguyên']
    """

    def __init__(
        self, places: Iterable[Place], steps: Iterable[Step], coverage: Iterable[Coverage] = ()
    ) -> None:
        by_id = {place.id: place for place in places}
        self._lineage = Lineage(by_id, steps)
        self._lookup = Lookup(by_id.values(), self._lineage, self.full_name)
        self._coverage = tuple(coverage)

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """From when to when the library holds every unit of a level in a province."""
        return self._coverage

    @property
    def known_since(self) -> date:
        """The first day on which the library knows the provinces."""
        return min((found.since for found in self._coverage), default=date.min)

    @property
    def legal_events(self) -> tuple[LegalEvent, ...]:
        """The documents that made, changed or ended units."""
        return tuple(legal_events().values())

    @property
    def region_schemes(self) -> tuple[RegionScheme, ...]:
        """The divisions of the country into regions, the oldest first."""
        return region_schemes()

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
        lost its zeros `level` tells the kind. `within` is a unit above, or its name.

        Raises:
            InputError: `place.unknown` with near names; `place.ambiguous` with all that are meant;
                `place.other_day` where it is a unit of other days, with what became of it.
            NotInForceError: `place.not_covered` before the library begins.

        >>> places.get("05461", date(2025, 7, 1))
        Traceback (most recent call last):
        dantoc_policy.errors.InputError: [place.other_day] ...
        """
        if as_of is not None:
            self._check(as_of)
        if isinstance(key, Place):
            return self._lookup.one(key.text(), [self._lookup.by_id.get(key.id, key)], as_of)
        text = str(key).strip()
        found = [
            place
            for place in self._lookup.candidates(text, level)
            if (level is None or place.level == level)
            and (within is None or self._lookup.lies_in(place, within, as_of))
        ]
        return self._lookup.one(text, found, as_of)

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
        "TP." or "xã" narrows down where a unit of that type is so called. Without a day a name
        gives every unit that bore it, old and new.

        Raises:
            NotInForceError: `place.not_covered` before the library begins.

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
        found = [
            place
            for place in self._lookup.names.find(name)
            if (as_of is None or as_of in place.valid)
            and (level is None or place.level == level)
            and (within is None or self._lookup.lies_in(place, within, as_of))
        ]
        return ordered(of_types(found, self._lookup.names.types(name)))

    def meanings(self, name: str, as_of: date, within: Key | None = None) -> list[Meaning]:
        """Give every unit that bore a name until a day, and what it is on that day.

        So a false friend shows itself: the name of a unit of today that meant another one before.

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

        >>> (
        ...     len(places.at(date(2025, 6, 30), "province")),
        ...     len(places.at(date(2025, 7, 1), "province")),
        ... )
        (63, 34)
        """
        self._check(day)
        return tuple(place for place in self if day in place.valid and level in (None, place.level))

    def children(self, place: Key, as_of: date, level: Level | None = None) -> tuple[Place, ...]:
        """Give the units within a unit on a day, of one level if one is named.

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

    def successors(self, place: Key, as_of: date) -> tuple[Link, ...]:
        """Give the units of a day in which a unit goes on, each with how much of it lies there.

        Every part is there: nothing is picked, and what is not known is a link to None. A district
        that ended has no successor. A name or code is that of any day until then.

        >>> for link in places.successors("p. Gia Sàng", date(2025, 7, 1)):
        ...     print(link.new.text(), link.share)
        Traceback (most recent call last):
        dantoc_policy.errors.InputError: [place.ambiguous] ...
        >>> for link in places.successors("vn:xa:05461@2004", date(2025, 7, 1)):
        ...     print(link.new.text(), link.share)
        phường Phan Đình Phùng part
        phường Gia Sàng part
        """
        self._check(as_of)
        found = self.get(place)
        if found.valid.start is not None and as_of < found.valid.start:
            raise other_direction(found, as_of, back=True)
        return self._lineage.forward(found, as_of)

    def predecessors(self, place: Key, as_of: date) -> tuple[Link, ...]:
        """Give the units of a day from which a unit came, each with how much of it went there.

        Raises:
            NotInForceError: `place.lineage_unknown` where the library does not hold them.

        >>> [
        ...     link.old.text()
        ...     for link in places.predecessors("vn:xa:05467@2025-07-01", date(2025, 6, 30))
        ... ]
        ['phường Gia Sàng', 'phường Cam Giá', 'phường Hương Sơn', 'xã Đồng Liên']
        """
        self._check(as_of)
        found = self.get(place)
        if found.valid.end is not None and as_of > found.valid.end:
            raise other_direction(found, as_of, back=False)
        links = self._lineage.backward(found, as_of)
        if not links:
            raise lineage_unknown(found, as_of)
        return links

    def came_from(self, place: Place) -> tuple[Link, ...]:
        """Give the units from which a unit came by the change that began it; none if not held."""
        if place.valid.start is None:
            return ()
        links = self._lineage.backward(place, place.valid.start - timedelta(days=1))
        return tuple(link for link in links if link.kind != "same")

    def region_of(self, place: Key, as_of: date) -> RegionOf:
        """Tell in which socio-economic region a place lies on a day.

        From 01/07 to 04/10/2025 the regions were those of the 63 provinces, so a new province
        lies where its parts lay: Tây Ninh in two regions.

        >>> places.region_of("80", date(2025, 8, 1)).text("en")
        'Southeast / Mekong Delta'
        >>> places.region_of("80", date(2025, 10, 5)).text("en")
        'Southeast'
        """
        found = self.get(place, as_of)
        province = self._lookup.of_code("province", found.province, as_of)
        scheme = next(s for s in region_schemes() if as_of in s.valid)
        # A scheme knows the provinces of its own days; a later one is asked about by its parts.
        parts = [link.old for link in self._lineage.backward(province, min(scheme.codes_of, as_of))]
        regions = [scheme.of_code(part.code or "") for part in parts]
        known = tuple(dict.fromkeys(region for region in regions if region is not None))
        return RegionOf(found, as_of, scheme, known)

    def in_mekong_delta(self, place: Key, as_of: date) -> Verdict:
        """Whether a place lies in the Mekong Delta on a day; undetermined where a part does.

        >>> places.in_mekong_delta("Long An", date(2021, 6, 4)).value
        'true'
        """
        return self.region_of(place, as_of).lies_in(MEKONG_DELTA)

    def is_complete(self, province: Key, as_of: date, level: Level = "commune") -> bool:
        """Whether the library holds every unit of a level in a province on a day."""
        code = self.get(province, as_of, level="province").code
        return any(found.covers(level, code, as_of) for found in self._coverage)

    @property
    def official_lists(self) -> OfficialLists:
        """The published lists of regions of communes and of especially difficult villages."""
        from dantoc_policy.places.list_library import official_lists

        return official_lists()

    def official_status(
        self, place: Key, as_of: date, *, within: Key | None = None
    ) -> OfficialStatus:
        """Tell what the published lists say about a place on a day."""
        from dantoc_policy.places.official import official_status

        return official_status(self, place, as_of, within=within)

    def status_of(
        self,
        place: Key,
        as_of: date,
        computed: Computed | None = None,
        *,
        within: Key | None = None,
        recognised: date | None = None,
    ) -> PlaceStatus:
        """Give computed, official and effective status of a commune on a day."""
        from dantoc_policy.places.effective import status_of

        return status_of(self, place, as_of, computed, within=within, recognised=recognised)

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

    def __repr__(self) -> str:
        return f"<Places: {len(self)}>"

    def full_name(self, place: Place, locale: Locale = "vi") -> str:
        """Write a unit with those above it: "xã Bộc Bố, huyện Pác Nặm, tỉnh Bắc Kạn".

        >>> places.full_name(places.get("01864", date(2024, 1, 1)))
        'xã Bộc Bố, huyện Pác Nặm, tỉnh Bắc Kạn'
        """
        above = self.parent(place)
        own = place.text(locale)
        return own if above is None else f"{own}, {self.full_name(above, locale)}"

    def _check(self, day: date) -> date:
        if check_day(day) < self.known_since:
            raise not_covered(day, self.known_since)
        return day


@cache
def _packaged() -> Places:
    return Places(read_places(), read_steps(), read_coverage())


def __getattr__(name: str) -> Places:
    # The library of the package is built when it is first asked for.
    if name != "places":
        raise AttributeError(name)
    found = _packaged()
    globals()[name] = found
    return found
