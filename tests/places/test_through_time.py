"""On every day that a unit has, every question has an answer; on every event the sums agree."""

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError, NotInForceError
from dantoc_policy.places.library import places
from dantoc_policy.testing.strategies import dated_places, event_days
from dantoc_policy.values.verdict import Verdict

ONE_DAY = dt.timedelta(days=1)
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31)) | event_days()
BOTH = ("06", "19")
CHANGES = sorted(
    {
        place.valid.start
        for place in places
        if place.province in BOTH and place.valid.start is not None
    }
)


def ids(found):
    return {place.id for place in found}


# --- Look-ups are total on the days of a unit ---------------------------------------------------
@given(dated_places())
def test_a_unit_is_found_on_each_of_its_days_by_all_that_it_is_called(drawn):
    place, day = drawn
    assert places.get(place.id, day) is place
    assert places.get(place, day) is place
    assert place in places.at(day, place.level)
    for name in (place.text(), place.name.vi, place.name.en.upper()):
        found = places.find(name, day, level=place.level)
        assert place in found, name
        assert all(day in other.valid for other in found)
    if place.code is not None:
        assert places.get(place.code, day, level=place.level) is place


@given(dated_places("commune"))
def test_the_units_above_narrow_a_name_down(drawn):
    place, day = drawn
    above = places.parent(place, day)
    assert day in above.valid
    assert place in places.children(above, day)
    assert place in places.find(place.name.vi, day, within=above)
    assert place in places.find(place.name.vi, day, within=above.text())
    assert places.full_name(place).startswith(place.text())


@given(dated_places())
def test_on_the_days_around_its_own_a_unit_is_refused(drawn):
    place, _ = drawn
    for day in (
        place.valid.start and place.valid.start - ONE_DAY,
        place.valid.end and place.valid.end + ONE_DAY,
    ):
        if day is not None:
            assert place not in places.at(day)
            with pytest.raises(InputError, match=r"place\.other_day"):
                places.get(place.id, day)


@given(dated_places())
def test_a_unit_lies_in_a_region_on_each_of_its_days(drawn):
    place, day = drawn
    assume(day >= places.known_since)
    found = places.region_of(place, day)
    assert found.regions
    assert (found.region is None) is (len(found.regions) > 1)
    assert isinstance(places.in_mekong_delta(place, day), Verdict)


# --- Successors and predecessors ----------------------------------------------------------------
@given(dated_places(), DAYS)
def test_what_a_unit_became_is_there_on_the_day_that_is_asked_for(drawn, day):
    place, own = drawn
    if day >= own:
        for link in places.successors(place, day):
            assert link.old is place
            assert link.new is None or day in link.new.valid
    else:
        try:
            links = places.predecessors(place, day)
        except NotInForceError as error:
            assert error.code == "place.lineage_unknown"  # noqa: PT017 - the other way is open
            return
        assert all(link.new is place and day in link.old.valid for link in links)


@given(dated_places(), DAYS, DAYS)
def test_predecessors_composed_over_time_are_the_direct_ones(drawn, first, second):
    place, own = drawn
    first, second = sorted((first, second))
    assume(second <= own)
    try:
        direct = places.predecessors(place, first)
        halfway = places.predecessors(place, second)
        composed = [x for link in halfway for x in places.predecessors(link.old, first)]
    except NotInForceError:
        return
    assert ids(link.old for link in direct) == ids(link.old for link in composed)


# --- The day before and the day of each event ---------------------------------------------------
@pytest.mark.parametrize("day", CHANGES, ids=str)
def test_the_communes_of_an_event_are_what_those_of_the_day_before_became(day):
    before = [p for p in places.at(day - ONE_DAY, "commune") if p.province in BOTH]
    after = [p for p in places.at(day, "commune") if p.province in BOTH]
    links = [link for place in before for link in places.successors(place, day)]
    assert ids(link.new for link in links if link.new is not None) == ids(after)
    back = [link for place in after for link in places.predecessors(place, day - ONE_DAY)]
    lost = {link.old.id for link in links if link.new is None}
    assert ids(link.old for link in back) == ids(before) - lost
    assert len(after) <= len(before)


@given(event_days("province"))
def test_provinces_are_63_or_34_around_each_event(day):
    assert len(places.at(day, "province")) == (63 if day < dt.date(2025, 7, 1) else 34)


@given(event_days())
def test_whatever_begins_on_an_event_ends_what_was_before(day):
    begun = [place for place in places.at(day) if place.valid.start == day]
    for place in begun:
        for link in places.came_from(place):
            assert link.old.valid.end == day - ONE_DAY
            assert link.old.level == place.level
    ended = [place for place in places.at(day - ONE_DAY) if place.valid.end == day - ONE_DAY]
    became = {link.new for place in ended for link in places.successors(place, day)} - {None}
    assert became <= set(begun)
