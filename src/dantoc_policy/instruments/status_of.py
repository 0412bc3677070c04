"""Computed, official and effective status of a commune on a day, computed from its facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from dantoc_policy.instruments.classify import classify
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.library import places
from dantoc_policy.places.place import Place
from dantoc_policy.places.status import Computed, PlaceStatus


def status_of(
    place: Place | str,
    as_of: dt.date,
    facts: Commune | None = None,
    *,
    within: Place | str | None = None,
    recognised: dt.date | None = None,
    instrument: str | None = None,
    readings: Mapping[str, str] | None = None,
) -> PlaceStatus:
    """Give what the criteria say of a commune, what the list says, and what holds on a day.

    `place` is a unit, its code, its name, or a name that a list has. With `facts` the instrument in
    force, or `instrument`, computes. `recognised` is the day from which a recognition by the
    new-rural standard counts.

    >>> status = status_of("Cường Lợi", dt.date(2021, 6, 4), Commune(meets_new_rural_standard=True))
    >>> status.official.region, status.effective
    ('II', 'II')
    >>> status_of("Cường Lợi", dt.date(2023, 6, 30)).effective
    'I'
    """
    computed = None
    if facts is not None:
        found = classify(facts, as_of, instrument=instrument, readings=readings)
        computed = Computed(found.possible, found.instrument)
    return places.status_of(place, as_of, computed, within=within, recognised=recognised)
