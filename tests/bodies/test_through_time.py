"""On every day on which a body was there, it is found, has its place and holds its own work."""

from datetime import timedelta

import pytest
from hypothesis import given, settings

from dantoc_policy.bodies.library import bodies
from dantoc_policy.errors import NotInForceError
from dantoc_policy.testing.strategies import dated_bodies

ONE_DAY = timedelta(days=1)
# The first calls build the indexes.
UNHURRIED = settings(deadline=None)


@UNHURRIED
@given(dated_bodies(local=True))
def test_a_body_is_found_on_each_of_its_days_by_all_that_it_is_called(drawn):
    body, day = drawn
    assert body.exists(day)
    assert bodies.get(body.id, day).id == body.id
    assert bodies.get(body, day) is body
    assert body.template in {found.id for found in bodies.at(day)}
    for name in (body.name.vi, body.name.vi.upper()):
        found = bodies.find(name, day)
        assert body.template in {other.template for other in found}, name
        assert all(other.exists(day) for other in found)


@UNHURRIED
@given(dated_bodies(local=True))
def test_a_body_holds_on_its_own_days_what_it_held(drawn):
    body, day = drawn
    answer = bodies.successor(body, day)
    if answer.determined and not body.handovers:
        assert [found.id for found in answer.bodies] == [body.id]
    # What was given away while the body stayed is no longer its own; all else is.
    given_away = {handover.receiver for handover in body.handovers if handover.on <= day}
    for holder in answer.possible:
        assert holder.body.exists(day)
        assert holder.body.id == body.id or holder.body.template in given_away


@UNHURRIED
@given(dated_bodies(local=True))
def test_on_the_days_around_its_own_a_body_is_refused(drawn):
    body, _ = drawn
    first, last = body.existed.start, body.existed.end
    if first is not None:
        assert not body.exists(first - ONE_DAY)
        with pytest.raises(NotInForceError, match=r"body\.not_there"):
            bodies.get(body.id, first - ONE_DAY)
        with pytest.raises(NotInForceError, match=r"body\.not_yet"):
            bodies.successor(body, first - ONE_DAY)
    if last is not None:
        with pytest.raises(NotInForceError, match=r"body\.not_there"):
            bodies.get(body.id, last + ONE_DAY)
        holders = {holder.body.id for holder in bodies.successor(body, last + ONE_DAY).possible}
        assert body.id not in holders


@UNHURRIED
@given(dated_bodies())
def test_what_a_body_is_under_is_a_body(drawn):
    body, day = drawn
    above = body.parent(day)
    if above is not None:
        assert bodies.get(above).id == above
        assert above != body.id


@UNHURRIED
@given(dated_bodies("department", local=True))
def test_departments_of_one_province_are_those_of_it(drawn):
    body, day = drawn
    if body.territory is None:
        return
    assert body.id == f"{body.template}/{body.territory.id}"
    assert body.territory.existed.overlaps(body.existed)
    [same] = [found for found in bodies.find(body.text(), day) if found.territory]
    assert same.id == body.id
