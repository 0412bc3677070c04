"""Strategies for what is held through time: units and bodies with a day, ethnic groups.

The libraries are built when a strategy is asked for, not when this module is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

from dantoc_policy.bodies.body import Body, Kind
from dantoc_policy.bodies.territory import territories
from dantoc_policy.errors import MissingExtraError
from dantoc_policy.peoples.group import EthnicGroup
from dantoc_policy.places.place import Place
from dantoc_policy.places.unit_type import Level
from dantoc_policy.values.period import Period

try:
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError.for_extra("testing", "hypothesis") from None

Draw = Callable[[st.SearchStrategy[Any]], Any]
_ONE_DAY = timedelta(days=1)
# Where a first or last day is open, days are drawn from here to there.
_FIRST, _LAST = date(1945, 9, 2), date(2030, 12, 31)


def days_of(period: Period, *, first: date = _FIRST) -> st.SearchStrategy[date]:
    """Draw days of a period, its first and last ones often; an open end goes some years on.

    `first` is where a period without a first day begins.

    >>> from hypothesis import find
    >>> find(days_of(Period(date(2025, 3, 1), date(2025, 3, 2))), lambda day: day.day == 2)
    datetime.date(2025, 3, 2)
    """
    start, end = _ends(period, first)
    return st.sampled_from([start, end]) | st.dates(start, end)


def event_days(level: Level | None = None) -> st.SearchStrategy[date]:
    """Draw days on which units changed, of one level if one is named, and the days before.

    >>> from hypothesis import find
    >>> find(event_days("province"), lambda day: day > date(2025, 3, 1))
    datetime.date(2025, 6, 30)
    """
    return st.sampled_from(_event_days(level))


@cache
def _event_days(level: Level | None) -> list[date]:
    from dantoc_policy.places.library import places

    starts = {place.valid.start for place in places if level in (None, place.level)}
    known = sorted(day for day in starts if day is not None)
    return sorted({day - step for day in known for step in (timedelta(0), _ONE_DAY)})


def dated_places(level: Level | None = None) -> st.SearchStrategy[tuple[Place, date]]:
    """Draw administrative units, of one level if one is named, each with a day that it has.

    >>> from hypothesis import find
    >>> place, day = find(dated_places("district"), lambda drawn: drawn[0].name.vi == "Ba Bể")
    >>> day in place.valid
    True
    """
    from dantoc_policy.places.library import places

    units = [place for place in places if level in (None, place.level)]
    return st.sampled_from(units).flatmap(
        lambda place: st.tuples(st.just(place), days_of(place.valid, first=places.known_since))
    )


def dated_bodies(
    kind: Kind | None = None, *, local: bool = False
) -> st.SearchStrategy[tuple[Body, date]]:
    """Draw public bodies, of one kind if one is named, each with a day on which it was there.

    With `local`, a body of which every province may have one is mostly that of a single province.

    >>> from hypothesis import find
    >>> body, day = find(dated_bodies("department", local=True), lambda drawn: drawn[0].territory)
    >>> body.exists(day), body.is_provincial
    (True, True)
    """
    found: st.SearchStrategy[tuple[Body, date]] = _bodies(kind, local)
    return found


@st.composite
def _bodies(draw: Draw, kind: Kind | None, local: bool) -> tuple[Body, date]:
    from dantoc_policy.bodies.library import bodies

    body: Body = draw(st.sampled_from([one for one in bodies if kind in (None, one.kind)]))
    if local and body.is_provincial:
        start, end = _ends(body.existed)
        near = [
            territory
            for territory in territories().values()
            if territory.existed.overlaps(Period(start, end)) and body.may_be_in(territory)
        ]
        territory = draw(st.none() | st.sampled_from(near))
        body = body if territory is None else body.in_territory(territory)
    return body, draw(days_of(body.existed))


def ethnic_groups(*, minorities: bool = False) -> st.SearchStrategy[EthnicGroup]:
    """Draw ethnic groups; with `minorities`, all but the Kinh.

    >>> from hypothesis import find
    >>> find(ethnic_groups(minorities=True), lambda group: group.population(2019).count < 500).id
    'o-du'
    """
    from dantoc_policy.peoples.library import peoples

    return st.sampled_from([group for group in peoples if group.minority or not minorities])


def _ends(period: Period, first: date = _FIRST) -> tuple[date, date]:
    start = first if period.start is None else period.start
    start = start if period.end is None else min(start, period.end)
    return start, max(start, _LAST) if period.end is None else period.end
