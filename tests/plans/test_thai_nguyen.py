"""The three documents of Thái Nguyên: the programme of 2021, its review, what 2025 announced."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction

import pytest

from dantoc_policy.bodies.library import bodies
from dantoc_policy.plans.conflicts import contradictions
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.plan import Plan
from dantoc_policy.values.period import Period

# Objectives of II.3 that open line 56 and stand in no row of the appendix.
UNASSIGNED = {"political-system-2025", "unity-of-peoples-2025", "security-and-order-2025"}


@pytest.fixture
def programme() -> Plan:
    return plans.get("thai-nguyen-2021")


@pytest.fixture
def announced() -> Plan:
    return plans.get("thai-nguyen-announced-2025")


@pytest.fixture
def review() -> Plan:
    return plans.get("thai-nguyen-review-2021")


def test_how_much_each_document_holds(programme: Plan, announced: Plan, review: Plan) -> None:
    assert Counter(target.phase for target in programme) == {"2025": 25, "2030": 10}
    assert Counter(target.section for target in programme) == {"II.2": 2, "II.3": 24, "II.4": 9}
    assert Counter(task.section for task in programme.tasks) == {
        "III.1": 5,
        "III.2": 6,
        "III.3": 8,
        "III.4": 7,
        "III.5": 3,
        "III.6": 3,
        "III.7": 4,
        "IV.1": 3,
        "IV.2": 2,
        "IV.3": 1,
    }
    assert (len(announced.targets), len(announced.tasks)) == (10, 5)
    assert (len(review.targets), len(review.tasks), len(review.observations)) == (0, 5, 6)


def test_programme_is_found_by_its_number(programme: Plan) -> None:
    assert plans.get("02/CTr-UBND") is programme
    assert [phase.kind for phase in programme.phases] == ["commitment", "orientation"]
    assert programme.phases[1].follows(programme.phases[0])


def test_ten_rows_each_with_a_lead(programme: Plan) -> None:
    assert [row.row for row in programme.assignments] == list(range(1, 11))
    assert all(len(row.lead) == 1 and row.coordinating for row in programme.assignments)


def test_each_objective_of_2025_is_in_one_row_or_in_none(programme: Plan) -> None:
    rows = Counter(key for row in programme.assignments for key in row.targets)
    objectives = {target.id for target in programme if target.section == "II.3"}
    assert set(rows) == objectives - UNASSIGNED
    assert set(rows.values()) == {1}


def test_what_is_assigned_is_what_the_appendix_states_again(programme: Plan) -> None:
    lines = {row.line: set(row.targets) for row in programme.assignments}
    again = {
        line: {
            target.id
            for target in programme
            if line in [said.line for said in target.also if said.section == "Phụ lục"]
        }
        for line in lines
    }
    assert again == lines


def test_body_and_appendix_differ_in_two_targets(programme: Plan) -> None:
    found = {conflict.indicator: conflict.fields for conflict in contradictions(programme)}
    assert found == {
        "minority-income": ("indicator", "population", "comparator", "force"),
        "road-to-village": ("indicator",),
    }


@pytest.mark.parametrize(
    ("key", "code", "value", "unit"),
    [
        ("minority-income-2025", "times_baseline_above", 2, "times"),
        ("poverty-rate-2025", "per_year_average_at_least", 2, "percentage_points_per_year"),
        ("especially-difficult-communes-2025", "percent_of_baseline_reach", 50, "percent"),
        ("commune-officials-2025", "at_least", 80, "percent"),
        ("minority-staff-districts-2025", "by_reference", None, None),
        ("income-to-national-average-2030", "reach", 60, "percent"),
        ("poverty-rate-2030", "below", 8, "percent"),
        ("especially-difficult-communes-2030", "reach", 0, "communes"),
        ("rank-in-country-2030", "rank", 15, "rank"),
        ("sustainable-development-goals-2030", "by_reference", None, None),
    ],
)
def test_targets_bind_as_worded(
    programme: Plan, key: str, code: str, value: int | None, unit: str | None
) -> None:
    target = programme.target(key)
    assert (target.code, target.value, target.unit_code) == (code, value, unit)


def test_nested_shares_of_officials(programme: Plan) -> None:
    nested = {target.id: target.part_of for target in programme if target.part_of}
    assert nested == {
        "key-commune-officials-2025": "commune-officials-2025",
        "minority-staff-province-2025": "minority-staff-2025",
        "minority-staff-districts-2025": "minority-staff-2025",
    }


def test_culture_houses_must_meet_the_standard(programme: Plan) -> None:
    keys = ("village-culture-house-2025", "village-culture-house-2030")
    measured = {programme.target(key).indicator for key in keys}
    assert measured == {"village-culture-house-of-standard"}
    assert plans.get("national-2021").target("n22-2025").indicator == "village-culture-house"


def test_heads_report_each_year_and_organisations_are_only_asked(programme: Plan) -> None:
    tasks = {task.id: task for task in programme.tasks}
    duties = {duty.id: duty for duty in programme.reports}
    assert tasks["iv-1-1"].lead == duties["yearly-results"].who
    assert tasks["iv-1-1"].lead[0].startswith("Thủ trưởng")
    assert not tasks["iv-2-1"].lead
    front = "Ủy ban Mặt trận Tổ quốc"
    assert front in tasks["iv-2-1"].coordinating
    in_bac_kan = {task.id: task for task in plans.get("bac-kan-2020").tasks}["iv-16-1"]
    assert (in_bac_kan.lead, front in in_bac_kan.coordinating) == ((), True)


def test_2025_halves_poor_places_and_plans_the_money(announced: Plan) -> None:
    halved = [target.id for target in announced if target.code == "percent_of_baseline_reach"]
    assert halved == ["especially-difficult-communes", "especially-difficult-villages"]
    assert {target.force.value for target in announced} == {"strive"}
    (money,) = announced.funding
    assert money.amount is not None
    assert (money.amount.vnd, money.period) == (1_984_000_000_000, Period.parse("2021..2025"))


def test_2021_in_figures(review: Plan) -> None:
    figures = [(seen.indicator, seen.value) for seen in review.observations]
    assert figures == [
        ("exemplary-persons-honoured", Fraction(90)),
        ("legal-education-conferences", Fraction(2)),
        ("gender-equality-conferences", Fraction(2)),
        ("collectives-commended-by-province", Fraction(1)),
        ("persons-commended-by-province", Fraction(1)),
        ("persons-commended-by-committee", Fraction(11)),
    ]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thai-nguyen-2021", date(2021, 12, 2)),
        ("thai-nguyen-review-2021", date(2022, 1, 18)),
        # The article has no day; the Board that it names was there to the end of February.
        ("thai-nguyen-announced-2025", date(2025, 1, 1)),
    ],
)
def test_bodies_that_act_are_those_of_the_library(name: str, day: date) -> None:
    plan = plans.get(name)
    acting = {
        *(body for row in plan.assignments for body in (*row.lead, *row.coordinating)),
        *(body for task in plan.tasks for body in (*task.lead, *task.coordinating)),
        *(body for duty in plan.reports for body in (*duty.who, duty.to) if body),
    }
    unknown = {
        body for body in acting if not bodies.find(body, day) and not bodies.find_class(body)
    }
    assert not unknown
