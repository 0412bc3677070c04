"""The library of administrative units: following them through time, and what they are in law."""

from __future__ import annotations

from copy import copy
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from dantoc_policy.places.extent import read_coverage
from dantoc_policy.places.key_errors import lineage_unknown, other_direction
from dantoc_policy.places.legal_event import LegalEvent, legal_events
from dantoc_policy.places.lineage import Link, read_steps
from dantoc_policy.places.lookup import Key
from dantoc_policy.places.place import Place, read_places
from dantoc_policy.places.regions import MEKONG_DELTA, RegionOf, RegionScheme, region_schemes
from dantoc_policy.places.unit_library import UnitLibrary
from dantoc_policy.values.verdict import Verdict

if TYPE_CHECKING:
    from dantoc_policy.places.checked_list import CheckedList
    from dantoc_policy.places.list_library import OfficialLists
    from dantoc_policy.places.standing import OfficialStatus
    from dantoc_policy.places.status import Computed, PlaceStatus

places: Places


class Places(UnitLibrary):
    """A library of administrative units; the one that comes with the package is `places`.

    A key is a code, a name or an identifier; a code or a name alone means a unit on a day. The
    63 and the 34 provinces are all held; districts and communes those of Bắc Kạn and Thái Nguyên,
    and some that events name (see `is_complete`).

    >>> places.get("15", date(2025, 6, 30)).text(), places.get("15", date(2025, 7, 1)).text()
    ('tỉnh Yên Bái', 'tỉnh Lào Cai')
    >>> [link.new.text() for link in places.successors("vn:tinh:06@2004", date(2025, 7, 1))]
    ['tỉnh Thái Nguyên']
    """

    _lists: OfficialLists | None = None

    @property
    def legal_events(self) -> tuple[LegalEvent, ...]:
        """The documents that made, changed or ended units."""
        return tuple(legal_events().values())

    @property
    def region_schemes(self) -> tuple[RegionScheme, ...]:
        """The divisions of the country into regions, the oldest first."""
        return region_schemes()

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

    @property
    def official_lists(self) -> OfficialLists:
        """The published lists of regions of communes and of especially difficult villages."""
        from dantoc_policy.places.list_library import official_lists

        return self._lists or official_lists()

    def with_list(self, *lists: CheckedList) -> Places:
        """Give a library whose `status_of` knows these lists as well; this one stays as it is.

        Where a list says something else than another one of the day, neither is dropped: both
        standings are possible, and `is_disputed` tells so.
        """
        from dantoc_policy.places.list_added import lists_with

        return self.with_lists(lists_with(self, lists))

    def with_lists(self, lists: OfficialLists) -> Places:
        """Give a library of the same units with other lists."""
        found = copy(self)
        vars(found)["_lists"] = lists
        return found

    def whole_country(self) -> Places:
        """Give a library with the districts and communes of all provinces, of before and since.

        The 10,035 communes of 30/06/2025 and the 3,321 of 01/07/2025, from a package that is no
        official source; they are not verified, and say so. Since when the older ones were as they
        are it does not tell.

        Raises:
            MissingExtraError: the package is not installed; the message says how to do it.
        """
        from dantoc_policy.places.country_units import with_whole_country

        return with_whole_country(self, self._lineage.steps)

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

    def __repr__(self) -> str:
        return f"<Places: {len(self)}>"


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
