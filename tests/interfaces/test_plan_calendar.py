"""The iCalendar file of a plan: read back it is what was written, and always the same."""

import sys
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from dantoc_policy.errors import MissingExtraError
from dantoc_policy.interfaces.plans.calendar import to_ical
from dantoc_policy.plans.deadlines import deadlines
from dantoc_policy.plans.library import plans
from dantoc_policy.testing.plans import plans as drawn_plans
from dantoc_policy.values.period import Period

icalendar = pytest.importorskip("icalendar")
YEARS = Period.parse("2024..2026")


def events(written):
    return icalendar.Calendar.from_ical(written).walk("VEVENT")


@pytest.fixture(scope="module")
def dues():
    return deadlines(plans.get("bac-kan-2020"), YEARS)


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_every_item_is_an_event_of_one_whole_day(dues, locale):
    found = events(to_ical(dues, "303/KH-UBND", locale))
    assert [str(event["uid"]) for event in found] == [due.uid for due in dues]
    for event, due in zip(found, dues, strict=True):
        assert event["dtstart"].dt == due.stands_at
        assert event["duration"].dt.days == 1
        assert str(event["summary"]).startswith(due.title.get(locale))
        assert ("(" in str(event["summary"])) or due.day is not None
        assert event["transp"] == "TRANSPARENT"


def test_who_reports_to_whom_stands_in_the_event(dues):
    found = {str(event["uid"]): event for event in events(to_ical(dues, "x"))}
    event = found["bac-kan-2020/report/all-yearly-15-12/2025-12-15@dantoc-policy"]
    assert str(event["description"]).split("\n") == [
        "Thực hiện: các cơ quan, đơn vị, địa phương",
        "Gửi: Sở Dân tộc và Tôn giáo tỉnh Thái Nguyên (trong văn bản: Ban Dân tộc tỉnh)",
        "Để báo cáo: Ủy ban nhân dân tỉnh Thái Nguyên (trong văn bản: UBND tỉnh)",
    ]
    assert event["categories"].cats == ["báo cáo"]
    sunday = found["bac-kan-2020/report/all-yearly-15-12/2024-12-15@dantoc-policy"]
    assert "! 15/12/2024 là ngày nghỉ" in str(sunday["description"])
    limit = found["bac-kan-2020/limit/nd_272_2025.province/2026-02-03@dantoc-policy"]
    assert "Căn cứ: Điều 10 Nghị định 272/2025/NĐ-CP" in str(limit["description"])


def test_the_bytes_are_the_same_every_time_and_hold_no_time_of_writing(dues):
    written = to_ical(dues, "303/KH-UBND")
    assert written == to_ical(deadlines(plans.get("bac-kan-2020"), YEARS), "303/KH-UBND")
    stamps = {event["dtstamp"].dt for event in events(written)}
    assert stamps == {datetime.combine(due.stands_at, datetime.min.time(), UTC) for due in dues}
    # Asked for less, what is left is as it was.
    december = deadlines(plans.get("bac-kan-2020"), Period.parse("2025-12-15"))
    [block] = to_ical(december, "x").split(b"BEGIN:VEVENT")[1:]
    assert block.split(b"END:VEVENT")[0] in written


def test_the_calendar_has_its_name_and_what_rfc_5545_asks_for():
    calendar = icalendar.Calendar.from_ical(to_ical((), "Kế hoạch; số 303, năm 2020", "en"))
    assert str(calendar["x-wr-calname"]) == str(calendar["name"]) == "Kế hoạch; số 303, năm 2020"
    assert (calendar["version"], calendar["prodid"]) == (
        "2.0",
        "-//dantoc-policy//plan calendar//EN",
    )
    assert all(len(line) <= 75 for line in to_ical((), "ắ" * 100).split(b"\r\n"))


@given(drawn_plans())
def test_any_plan_survives_the_file(held):
    found = deadlines(held, Period.parse("1990..2050"), as_of_bodies=False)
    read = events(to_ical(found, held.id))
    assert [str(event["uid"]) for event in read] == [due.uid for due in found]
    assert [event["dtstart"].dt for event in read] == [due.stands_at for due in found]
    assert len({str(event["uid"]) for event in read}) == len(read)


def test_the_last_day_that_there_is_has_no_day_after(dues):
    from attrs import evolve

    last = evolve(dues[0], day=date.max, year=date.max.year)
    [event] = events(to_ical([last], "x"))
    assert event["dtstart"].dt == date.max


def test_without_the_package_the_extra_is_named(dues, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtraError) as caught:
        to_ical(dues, "x")
    assert "calendar" in caught.value.problem.mend_en
