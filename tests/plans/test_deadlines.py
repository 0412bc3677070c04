"""The calendar of a plan: each day once, between the days that were asked for, with the heirs."""

import sys
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError, MissingExtraError
from dantoc_policy.plans.deadlines import deadlines
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.plan import Plan
from dantoc_policy.testing.plans import plans as drawn_plans
from dantoc_policy.values.period import Period

DAYS = st.dates(date(2018, 1, 1), date(2032, 12, 31))
ALWAYS = Period.parse("1990..2060")


def plan(*reports, **fields):
    return Plan.model_validate(
        {
            "id": "p",
            "kind": "plan",
            "title": "Kế hoạch",
            "issued": "2021-06-15",
            "place": "vn:tinh:06@2004",
            "phases": [{"id": "2025", "kind": "commitment", "period": "2021..2025"}],
            "reports": [
                {"id": f"r{at}", "who": "Sở Y tế", "to": "UBND tỉnh", "gist": "kết quả", **report}
                for at, report in enumerate(reports)
            ],
            **fields,
        }
    )


def reports(found, **asked):
    return [str(due.day) for due in deadlines(found, ALWAYS, **asked) if due.kind == "report"]


def test_a_yearly_report_comes_each_year_of_the_phases_after_the_issue():
    assert reports(plan({"deadline": "ngày 15/12 hằng năm"})) == [
        f"{year}-12-15" for year in range(2021, 2026)
    ]
    # By then of 2021 the plan was not there.
    assert reports(plan({"deadline": "ngày 15/6 và 14/6 hằng năm"}))[:2] == [
        "2021-06-15",
        "2022-06-14",
    ]


def test_a_duty_that_holds_for_a_time_only_comes_then_only():
    twice = plan({"deadline": "ngày 15/12 hằng năm", "force": "2022-12-15..2023-12-14"})
    assert reports(twice) == ["2022-12-15"]
    undated = plan({"deadline": "hằng năm", "force": "2023-03-01..2023-04-30"})
    [due] = [due for due in deadlines(undated, ALWAYS) if due.kind == "report"]
    assert (due.day, due.year) == (None, 2023)


def test_before_a_day_means_the_day_before_also_at_the_ends_of_the_period():
    before = plan({"deadline": "trước ngày 01/12 hằng năm"})
    november = deadlines(before, Period.parse("2024-11"))
    assert [due.day for due in november] == [date(2024, 11, 30)]
    assert not deadlines(before, Period.parse("2024-12-01..2024-12-30"))


def test_before_the_first_day_of_the_calendar_there_is_none():
    always = plan({"deadline": "trước ngày 01/01 hằng năm"}, issued=None, phases=[])
    first = [str(due.day) for due in deadlines(always, Period.parse("0001..0002"))]
    assert first == ["0001-12-31", "0002-12-31"]
    last = [str(due.day) for due in deadlines(always, Period.parse("9998..9999"))]
    assert last == ["9998-12-31"]
    assert not deadlines(always, Period(date.max, date.max))


def test_what_would_come_after_a_phase_that_ends_within_a_year_comes_on_its_last_day():
    phases = [{"id": "2025", "kind": "commitment", "period": "2021-07..2025-06"}]
    target = {
        "id": "water",
        "phase": "2025",
        "indicator": "hygienic-water",
        "comparator": "reach",
        "value": 96,
        "unit": "percent",
        "gist": "nước sạch",
    }
    held = plan({"deadline": None}, phases=phases, targets=[target])
    found = deadlines(held, Period.year(2025))
    june = date(2025, 6, 30)
    assert [(due.kind, due.day, due.year, due.stands_at) for due in found] == [
        ("target", june, 2025, june),
        ("phase_end", june, 2025, june),
        ("report", None, 2025, june),
    ]
    # In the other years it stands at their end, as ever.
    assert [due.stands_at for due in deadlines(held, Period.year(2024))] == [date(2024, 12, 31)]
    assert not deadlines(held, Period.parse("2025-07..2025-12"))
    # Whoever owes it is the body of that day, the last one before the provinces merged.
    assert found[-1].who[0].text() == "Sở Y tế"


@pytest.mark.parametrize(
    ("deadline", "code", "years"),
    [
        (None, "due.no_rhythm", [2021, 2022, 2023, 2024, 2025]),
        ("định kỳ hằng năm", "due.no_day", [2021, 2022, 2023, 2024, 2025]),
    ],
)
def test_a_duty_without_a_day_is_one_item_a_year(deadline, code, years):
    found = [due for due in deadlines(plan({"deadline": deadline}), ALWAYS) if due.kind == "report"]
    assert [due.year for due in found] == years
    assert {due.day for due in found} == {None}
    assert {due.stands_at for due in found} == {date(year, 12, 31) for year in years}
    assert {problem.code for due in found for problem in due.problems} == {code}
    assert found[0].text("vi").startswith("năm 2021: Báo cáo: kết quả | Sở Y tế → UBND tỉnh")


def test_targets_are_due_at_the_end_of_their_year_and_phases_on_their_last_day():
    held = plan(
        targets=[
            {
                "id": key,
                "phase": "2025",
                "indicator": "hygienic-water",
                "comparator": "reach",
                "value": 96,
                "unit": "percent",
                "due_year": year,
                "lead": "Sở Nông nghiệp và Phát triển nông thôn",
                "gist": {"vi": "nước sạch", "en": "clean water"},
            }
            for key, year in (("early", 2023), ("late", None))
        ]
    )
    found = deadlines(held, ALWAYS)
    assert [(due.kind, due.of, str(due.day)) for due in found if due.kind != "limit"] == [
        ("target", "early", "2023-12-31"),
        ("target", "late", "2025-12-31"),
        ("phase_end", "2025", "2025-12-31"),
    ]
    assert found[0].text("en") == (
        "31 December 2023: Due: clean water |"
        " Department of Agriculture and Rural Development, Bắc Kạn"
    )
    assert found[1].who[0].text() == "Sở Nông nghiệp và Môi trường tỉnh Thái Nguyên"
    assert found[1].who[0].name == "Sở Nông nghiệp và Phát triển nông thôn"


def test_the_chain_of_reports_of_bac_kan_after_the_merger():
    [due] = deadlines(plans.get("bac-kan-2020"), Period.parse("2025-12-15"))
    assert due.to.name == "Ban Dân tộc tỉnh"
    assert due.to.text() == "Sở Dân tộc và Tôn giáo tỉnh Thái Nguyên"
    assert due.onward.text() == "Ủy ban nhân dân tỉnh Thái Nguyên"
    assert due.to_dict()["to"]["heir"]["changed"] is True
    [early] = deadlines(plans.get("bac-kan-2020"), Period.parse("2023-12-15"))
    assert early.to.text() == "Ban Dân tộc tỉnh"
    assert early.to.text("en") == "Committee for Ethnic Affairs (provincial), Bắc Kạn"
    [plain] = deadlines(plans.get("bac-kan-2020"), Period.parse("2025-12-15"), as_of_bodies=False)
    assert (plain.to.text("en"), plain.to.heir) == ("Ban Dân tộc tỉnh", None)
    assert plain.uid == due.uid


def test_bac_kan_reports_on_15_december_of_each_year_from_its_issue_on():
    found = deadlines(plans.get("bac-kan-2020"), ALWAYS)
    days = [due.day for due in found if due.kind == "report" and due.day]
    assert days == [date(year, 12, 15) for year in range(2020, 2031)]
    sundays = {due.day for due in found if "deadline.not_a_working_day" in codes(due)}
    assert date(2024, 12, 15) in sundays
    assert date(2025, 12, 15) not in sundays


def codes(due):
    return {problem.code for problem in due.problems}


def test_a_limit_runs_from_the_day_that_is_given():
    started = {"qd_33_2020.commune": date(2020, 12, 31)}
    found = deadlines(plan(), Period.year(2021), started=started)
    assert [(due.kind, due.of, str(due.day)) for due in found] == [
        ("limit", "qd_33_2020.commune", "2021-01-22")
    ]
    assert found[0].basis.en == "clause 1, Article 7, Decision 33/2020/QĐ-TTg"
    assert found[0].verified
    assert not deadlines(plan(), Period.year(2020), started=started)


def test_a_limit_that_a_decree_fixes_needs_no_start_and_is_for_who_carries_out_a_plan():
    def limits(held):
        found = deadlines(held, Period.year(2026))
        return [(due.of, str(due.day)) for due in found if due.kind == "limit"]

    assert limits(plan()) == [("nd_272_2025.province", "2026-02-03")]
    assert limits(plan(kind="announcement", phases=[])) == []
    assert limits(plan(phases=[{"id": "1", "kind": "commitment", "period": "2021..2024"}])) == []
    [due] = [due for due in deadlines(plan(), Period.year(2026)) if due.kind == "limit"]
    # The law means the committee of the day, that of the merged province.
    assert due.who[0].text("en") == "Provincial People's Committee, Thái Nguyên"


def test_wrong_questions_are_errors():
    with pytest.raises(InputError) as caught:
        deadlines(plan(), Period.parse("2025-01-01.."))
    assert caught.value.code == "deadline.open_period"
    with pytest.raises(InputError) as caught:
        deadlines(plan(), ALWAYS, started={"qd_33": date(2021, 1, 1)})
    assert caught.value.code == "time_limit.unknown"
    for day in ("2021-01-05", datetime(2021, 1, 5), None):  # noqa: DTZ001 - no day
        with pytest.raises(InputError) as caught:
            deadlines(plan(), ALWAYS, started={"qd_33_2020.commune": day})
        assert caught.value.code == "date.not_a_day"


def test_only_limits_need_the_extra(monkeypatch):
    from dantoc_policy.values import day_status

    held = plan({"deadline": "ngày 15/12 hằng năm"})
    monkeypatch.setitem(sys.modules, "holidays", None)
    for cached in vars(day_status).values():
        clear = getattr(cached, "cache_clear", None)
        if clear is not None:
            clear()
    [due] = deadlines(held, Period.parse("2022-12-15"))
    assert [(one.code, one.severity) for one in due.problems] == [("extra.missing", "note")]
    with pytest.raises(MissingExtraError):
        deadlines(held, Period.parse("2026"))
    assert deadlines(held, Period.parse("2024"))


@given(drawn_plans(), DAYS, DAYS)
def test_no_item_comes_twice_and_all_lie_between(held, one, other):
    between = Period(min(one, other), max(one, other))
    found = deadlines(held, between, as_of_bodies=False)
    assert len({due.uid for due in found}) == len(found)
    assert len({(due.kind, due.of, due.day, due.year) for due in found}) == len(found)
    assert all(due.stands_at in between for due in found)
    assert [due.stands_at for due in found] == sorted(due.stands_at for due in found)


@given(drawn_plans(), DAYS, DAYS, DAYS)
def test_a_period_cut_in_two_gives_the_same(held, one, other, third):
    first, cut, last = sorted((one, other, third))
    if cut == last:
        return
    whole = deadlines(held, Period(first, last), as_of_bodies=False)
    parts = (Period(first, cut), Period(cut + timedelta(days=1), last))
    halves = [due for part in parts for due in deadlines(held, part, as_of_bodies=False)]
    assert [due.uid for due in halves] == [due.uid for due in whole]


@pytest.mark.parametrize("name", plans())
def test_in_the_packaged_plans_nothing_comes_twice(name):
    found = deadlines(plans.get(name), Period.parse("2018..2036"))
    assert len({due.uid for due in found}) == len(found)
    for due in found:
        assert due.text("vi")
        assert due.text("en")
        assert due.to_dict()["uid"] == due.uid
        for party in due.parties:
            assert (
                party.heir.determined
                or party.heir.names()
                or party.heir.problems
                or (party.heir.succession.missing)
            )
