"""A timeline has at most one value on a day, and says what there is when it has none."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import DefinitionError, InputError, NotInForceError
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text
from dantoc_policy.values.timeline import Dated, Timeline

ONE_DAY = timedelta(days=1)
FIRST = Dated(Period.parse("2016-11-03..2020"), Text("Quyết định 50", "Decision 50"))
SECOND = Dated(Period.parse("2021-06-04..2025-12-31"), Text("Quyết định 33", "Decision 33"))
LINE = Timeline([SECOND, FIRST])


@st.composite
def timelines(draw):
    """Cut a stretch of days into pieces and keep some of them, in any order."""
    cuts = sorted(draw(st.sets(st.dates(date(2000, 1, 1), date(2030, 1, 1)), min_size=2)))
    pieces = [
        Dated(Period(start, after - ONE_DAY), number)
        for number, (start, after) in enumerate(pairwise(cuts))
    ]
    kept = draw(st.lists(st.sampled_from(pieces), unique=True, min_size=1))
    return Timeline(kept)


def test_entries_are_kept_in_order():
    assert LINE.entries == (FIRST, SECOND)
    assert list(LINE) == [FIRST, SECOND]
    assert len(LINE) == 2
    assert Timeline([FIRST, SECOND]) == LINE


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2016, 11, 2), None),
        (date(2016, 11, 3), FIRST.value),
        (date(2020, 12, 31), FIRST.value),
        (date(2021, 1, 1), None),
        (date(2021, 6, 3), None),
        (date(2021, 6, 4), SECOND.value),
        (date(2025, 12, 31), SECOND.value),
        (date(2026, 1, 1), None),
    ],
)
def test_in_force_from_the_first_day_to_the_last(day, value):
    assert LINE.get(day) is value
    assert LINE.get(day, default="nothing") is (value or "nothing")
    if value:
        assert LINE.at(day) is value
        assert LINE.entry_at(day).value is value
    else:
        with pytest.raises(NotInForceError):
            LINE.at(day)


def test_open_ends():
    line = Timeline([Dated(Period.parse("..2020"), "old"), Dated(Period.parse("2021.."), "new")])
    assert line.at(date.min) == "old"
    assert line.at(date.max) == "new"
    assert line.gaps() == ()


def test_none_may_be_a_value():
    line = Timeline([Dated(Period.year(2021), None)])
    assert line.at(date(2021, 5, 5)) is None
    assert line.get(date(2021, 5, 5), default="unknown") is None


def test_nothing_in_force_names_both_neighbours():
    with pytest.raises(NotInForceError) as caught:
        LINE.at(date(2021, 3, 1))
    assert caught.value.code == "timeline.not_in_force"
    assert caught.value.message("vi") == (
        "không có gì có hiệu lực vào ngày 01/3/2021;"
        " trước đó: Quyết định 50 (từ 03/11/2016 đến 31/12/2020);"
        " sau đó: Quyết định 33 (từ 04/6/2021 đến 31/12/2025)."
    )
    assert "before: Decision 50 (from 3 November 2016" in caught.value.message("en")


def test_nothing_in_force_at_the_edges():
    with pytest.raises(NotInForceError, match=r"before: nothing; after: Decision 50"):
        LINE.at(date(2000, 1, 1))
    with pytest.raises(NotInForceError, match=r"before: Decision 33 .*; after: nothing"):
        LINE.at(date(2026, 1, 1))
    with pytest.raises(NotInForceError, match=r"before: nothing; after: nothing"):
        Timeline([]).at(date(2026, 1, 1))


@pytest.mark.parametrize("other", ["2020-12-31..", "..2016-11-03", "2018", "2000..2030", ".."])
def test_overlap_names_both(other):
    with pytest.raises(DefinitionError) as caught:
        Timeline([Dated(Period.parse(other), "khác"), FIRST])
    assert caught.value.code == "timeline.overlap"
    assert "Quyết định 50 (từ 03/11/2016" in caught.value.message("vi")
    assert "Decision 50 (from 3 November 2016" in caught.value.message("en")
    assert "khác" in caught.value.message("en")


def test_two_open_starts_overlap():
    with pytest.raises(DefinitionError):
        Timeline([Dated(Period.parse("..2020"), 1), Dated(Period.parse("..2021"), 2)])


def test_gaps():
    assert LINE.gaps() == (Period.parse("2021-01-01..2021-06-03"),)


def test_a_moment_is_refused():
    with pytest.raises(InputError, match=r"date\.not_a_day"):
        LINE.get(datetime(2021, 7, 1))  # noqa: DTZ001


@given(timelines(), st.dates(date(1999, 12, 30), date(2030, 1, 2)))
def test_exactly_the_entry_that_contains_the_day(line, day):
    containing = [entry for entry in line if day in entry.period]
    assert len(containing) <= 1
    assert line.get(day) == (containing[0].value if containing else None)


@given(timelines())
def test_total_on_its_intervals_and_gaps_are_the_rest(line):
    for entry in line:
        assert line.entry_at(entry.period.start) is entry
        assert line.entry_at(entry.period.end) is entry
    for gap in line.gaps():
        assert line.get(gap.start) is line.get(gap.end) is None
        assert line.get(gap.start - ONE_DAY) is not None
        assert line.get(gap.end + ONE_DAY) is not None
    covered = sum(entry.period.days for entry in line) + sum(gap.days for gap in line.gaps())
    assert covered == Period(line.entries[0].period.start, line.entries[-1].period.end).days
