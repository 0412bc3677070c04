"""The strategies that users import draw what they say, and what they draw can be worked with."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.peoples.library import peoples
from dantoc_policy.testing import strategies
from dantoc_policy.testing.strategies import (
    dated_bodies,
    dated_places,
    days_of,
    deadlines,
    ethnic_groups,
    event_days,
    figures,
    time_limits,
)
from dantoc_policy.values.deadline import Deadline
from dantoc_policy.values.period import Period
from dantoc_policy.values.quantities import parse_figure
from dantoc_policy.values.quantity_units import PERCENT
from dantoc_policy.values.time_limits import TimeLimit

LEVELS = ["province", "district", "commune"]
DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


def test_every_name_is_there_and_the_list_is_sorted():
    assert strategies.__all__ == sorted(strategies.__all__)
    assert all(hasattr(strategies, name) for name in strategies.__all__)


def test_importing_them_builds_no_library():
    code = (
        "import sys, dantoc_policy.testing.strategies as s\n"
        "libraries = [f'dantoc_policy.{n}.library' for n in ('places', 'bodies', 'peoples')]\n"
        "built = [n for n in libraries if n.split('.')[1] in vars(sys.modules.get(n, s))]\n"
        "sys.exit(bool(built))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(
    st.sampled_from(LEVELS).flatmap(lambda level: st.tuples(st.just(level), dated_places(level)))
)
def test_places_are_of_their_level_and_day(drawn):
    level, (place, day) = drawn
    assert place.level == level
    assert day in place.valid


@settings(deadline=None)  # the first call builds the index
@given(dated_bodies("department", local=True))
def test_bodies_are_of_their_kind_and_day(drawn):
    body, day = drawn
    assert body.kind == "department"
    assert body.exists(day)


@given(DAYS, DAYS, st.data())
def test_days_lie_in_their_period(one, other, data):
    first, last = sorted((one, other))
    for period in (
        Period(first, last),
        Period(None, last),
        Period(first, None),
        Period(None, None),
    ):
        assert data.draw(days_of(period)) in period


@given(event_days("province"))
def test_days_of_events_are_those_on_which_units_began_and_the_days_before(day):
    known = {date(2025, 1, 1), date(2025, 7, 1), date(2026, 4, 30)}
    assert day in {*known, *(date.fromordinal(found.toordinal() - 1) for found in known)}


@given(ethnic_groups(minorities=True), DAYS)
def test_a_group_has_a_status_on_each_day(group, day):
    assert group.minority
    assert peoples.get(group.id) is group
    status = peoples.official_status(group, day)
    assert status.to_dict()["as_of"] == day.isoformat()


@given(figures())
def test_a_figure_is_written_and_read(figure):
    assert parse_figure(figure.text()) == figure


@given(figures(unit=PERCENT, exact=True))
def test_an_exact_figure_of_one_unit(figure):
    assert (figure.unit, figure.exact) == (PERCENT, True)
    assert figure.bounds.low == figure.bounds.high == figure.value


@given(deadlines())
def test_a_deadline_is_written_and_read_and_falls_on_days(deadline):
    assert Deadline.parse(deadline.text()) == deadline
    assert deadline.occurrences(Period.year(deadline.year or 2026))


@given(deadlines("half_year"))
def test_a_half_yearly_deadline_names_no_day(deadline):
    assert Deadline.parse(deadline.text()) == deadline
    with pytest.raises(InputError, match=r"deadline\.no_day"):
        deadline.occurrences(Period.year(2026))


@given(time_limits(moments=True))
def test_a_limit_is_written_and_read(limit):
    assert TimeLimit.parse(limit.text()) == limit


@settings(deadline=None)  # the first day of a year loads its calendar
@given(time_limits(most=60), DAYS)
def test_a_limit_ends_later_than_it_begins(limit, day):
    assert limit.unit not in ("minute", "hour")
    if limit.unit not in ("month", "half_year", "year"):
        assert limit.ends(day).last_day > day
