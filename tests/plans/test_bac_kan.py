"""The plan of Bắc Kạn of 2020 and the review of 2024: complete, exact, with resolved names."""

import re
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from dantoc_policy.bodies.library import bodies
from dantoc_policy.law.library import documents
from dantoc_policy.places.library import places
from dantoc_policy.plans.comparison import compare
from dantoc_policy.plans.conflicts import contradictions
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.strength import Strength

ROOT = Path(__file__).parents[2]
ENDS = {date(2024, 6, 30), date(2024, 12, 31)}


@pytest.fixture(scope="module")
def plan():
    return plans.get("bac-kan-2020")


@pytest.fixture(scope="module")
def review():
    return plans.get("bac-kan-review-2024")


def source(held):
    found = sorted(ROOT.parent.glob(f"shared/*/{held.file}"))
    if not found:
        pytest.skip(f"{held.file} does not lie beside the checkout")
    return ["", *found[0].read_text(encoding="utf-8").splitlines()]


def test_targets_by_phase_and_kind(plan):
    assert Counter(target.phase for target in plan) == {"2025": 43, "2030": 13}
    measured = Counter(target.phase for target in plan if target.is_measurable)
    assert measured == {"2025": 31, "2030": 7}
    sections = Counter(target.section for target in plan)
    assert sections == {"II.2": 39, "II.3": 13, "III.9": 1, "IV.8": 1, "IV.10": 1, "IV.13": 1}


@pytest.mark.parametrize(
    ("key", "code", "value", "unit", "force"),
    [
        ("minority-poverty-fall", "each_year_above", 3, "percentage_points_per_year", "firm"),
        (
            "difficult-commune-poverty-fall",
            "per_year_average_range",
            3,
            "percentage_points_per_year",
            "firm",
        ),
        ("minority-income", "times_baseline_above", 2, "times", "strive"),
        ("sedentarisation", "qualitative", None, None, "basically"),
        ("health-insurance", "above", 96, "percent", "maintain"),
        ("minority-health-insurance", "above", 95, "percent", "strive"),
        ("child-stunting", "below", Fraction(267, 10), "percent", "firm"),
        ("income-to-national-average", "reach", Fraction(1, 2), "times", "firm"),
        ("workers-moved-to-trades", "each_year_reach", 3, "percent_per_year", "firm"),
        ("minority-staff-share", "by_reference", None, None, "firm"),
        ("minority-leaders-share", "qualitative", None, None, "firm"),
        ("especially-difficult-communes", "qualitative", None, None, "basically"),
        ("especially-difficult-villages", "qualitative", None, None, "basically"),
        ("unplanned-migration", "qualitative", None, None, "basically"),
    ],
)
def test_targets_are_as_worded(plan, key, code, value, unit, force):
    target = plan.target(key)
    assert (target.code, target.value, target.unit_code) == (code, value, unit)
    assert target.force.value == force


def test_what_is_nested(plan):
    nested = {target.id: target.part_of for target in plan if target.part_of}
    assert nested == {
        "workers-vocationally-trained": "workers-trained",
        "minority-health-insurance": "health-insurance",
        "culture-houses-of-standard": "village-culture-house",
    }


def test_every_percentage_of_the_objectives_is_a_target(plan):
    lines = source(plan)
    printed = Counter()
    for line in range(plan.phase("2025").line, 82):
        found = re.findall(r"(?:(\d+)-)?(\d+(?:,\d+)?)\s*%", lines[line])
        numbers = [number.replace(",", ".") for pair in found for number in pair if number]
        printed.update((line, Fraction(number)) for number in numbers)
    held = Counter()
    for target in plan:
        if target.section in ("II.2", "II.3") and target.unit and target.unit.value != "times":
            values = (target.value, target.value_high)
            held.update((target.line, value) for value in values if value is not None)
    assert held == printed


def test_every_section_and_bullet_of_the_work_is_a_task(plan):
    lines = source(plan)
    first, last = lines.index("III. NHIỆM VỤ, GIẢI PHÁP"), lines.index("Nơi nhận:")
    # The closing paragraph (249) holds a reporting duty; headings of sections hold no work.
    said = {at for at in range(first + 1, last) if len(lines[at].strip()) > 80} - {97, 249}
    held = {task.line for task in plan.tasks if task.section[:2] != "II" or task.line > first}
    assert held >= said
    assert held - said <= {line for line in held if lines[line].startswith("-")}


def test_sections_of_the_tasks(plan):
    sections = Counter(task.section for task in plan.tasks)
    assert {f"III.{number}" for number in range(1, 11)} < set(sections)
    bullets = [9, 3, 2, 3, 3, 3, 4, 3, 2, 3, 2, 3, 2, 1, 3, 1]
    assert [sections[f"IV.{number}"] for number in range(1, 17)] == bullets
    work = [task for task in plan.tasks if task.section.startswith("IV.")]
    # Money is advised on together with others; the Front and the organisations are only asked.
    assert [task.id for task in work if not task.lead] == ["iv-9-2", "iv-16-1"]
    assert all(task.lead or task.coordinating for task in work)


def test_tasks_name_the_targets_whose_subject_they_have(plan):
    held = {task.id: set(task.targets) for task in plan.tasks}
    assert held["iv-2-1"] == held["iii-4"] == {"specialised-farming-areas"}
    assert held["iv-7-2"] == held["iv-7-3"] == held["iii-3"] == {"culture-preservation"}
    assert held["iv-10-3"] < held["iii-9-2"]
    assert {"electricity"} == held["iv-11-2"] < held["iii-6"]
    assert {task.section for task in plan.tasks if "hygienic-water" in task.targets} == {"IV.2"}


def test_documents_are_those_of_the_library(plan, review):
    for cited in (*plan.documents, *review.documents):
        if cited.document is None:  # The province has still to draw it up.
            assert (cited.lines, cited.issued) == ((45,), None)
            continue
        known = documents.get(cited.document)
        if cited.number[0].isdigit():
            assert known.number == cited.number
        else:  # By name: a congress, the programme within the overall plan, the Millennium goals.
            assert known.number in (None, "88/2019/QH14", "1557/QĐ-TTg")
            assert cited.printed
            assert not cited.by_name
        if cited.issued:
            assert known.issued == cited.issued
    assert documents.get(plan.document).number == plan.number
    assert len({cited.document for cited in plan.documents if cited.document}) == 14


def test_days_of_documents_are_printed(plan):
    lines = source(plan)
    for cited in plan.documents:
        if cited.issued:
            said = " ".join(lines[line] for line in cited.lines)
            day, month, year = cited.issued.day, cited.issued.month, cited.issued.year
            long = rf"ngày 0?{day} tháng 0?{month} năm {year}"
            assert re.search(rf"{long}|{day:02}/{month:02}/{year}", said), cited.number


def test_bodies_of_tasks_and_targets_are_mentioned(plan):
    mentioned = {(mention.name, mention.role) for mention in plan.bodies}
    asked = {name for name, role in mentioned if role in ("coordinating", "addressee")}
    for part in (*plan.tasks, *plan.targets):
        assert {(name, "lead") for name in part.lead} <= mentioned
        assert {*part.coordinating} <= asked


def test_leads_and_coordinating_bodies_are_known(plan):
    names = {
        name for part in (*plan.tasks, *plan.targets) for name in (*part.lead, *part.coordinating)
    }
    unknown = {
        name for name in names if not bodies.find(name, plan.issued) and not bodies.find_class(name)
    }
    assert not unknown


def test_reports(plan):
    duties = {duty.id: duty for duty in plan.reports}
    assert len(duties) == 2
    yearly = duties["all-yearly-15-12"]
    assert (yearly.to, yearly.onward) == ("Ban Dân tộc tỉnh", "UBND tỉnh")
    assert (yearly.deadline.text("en"), yearly.section) == ("by 15 December each year", "IV")
    assert duties["committee-yearly"].to == "UBND tỉnh"


def test_the_plan_is_of_its_place(plan, review):
    assert places.get(plan.place).name.vi == "Bắc Kạn"
    assert review.place == plan.place


def test_statements_made_again(plan):
    again = {target.id: [said.section for said in target.also] for target in plan if target.also}
    assert again == {
        "sedentarisation": ["IV.1"],
        "land-shortage": ["III.5", "IV.1"],
        "electricity": ["III.6"],
        "especially-difficult-communes": ["III.6"],
        "especially-difficult-villages": ["III.6"],
        "information-services": ["III.6"],
        "millennium-goals": ["IV.9"],
        "minority-leaders-share": ["IV.10"],
    }
    assert plan.target("land-shortage").also[0].due_year == 2025
    assert plan.target("especially-difficult-villages").also[0].population == "difficult_areas"


def test_statements_made_again_differ_in_what_they_do_not_share(plan):
    found = {(conflict.indicator, conflict.fields) for conflict in contradictions(plan)}
    places = ("population", "force")
    assert found == {
        ("sedentarisation", ("force",)),
        ("land-shortage", ("force",)),
        ("electricity", ("population", "comparator", "value", "unit")),
        ("information-services", ("comparator", "value", "unit")),
        ("especially-difficult-communes", places),
        ("especially-difficult-villages", places),
    }


def test_whose_poverty_is_not_stated_is_not_compared(plan):
    assert plan.target("poverty-rate-2030").population == "not_stated"
    found = {
        name: pair
        for name in ("national-2021", "thai-nguyen-2021")
        for pair in compare(plan, plans.get(name))
        if pair.ours is not None and pair.ours.id == "poverty-rate-2030"
    }
    assert found["national-2021"].strength is Strength.EQUAL
    assert found["thai-nguyen-2021"].strength is Strength.NOT_COMPARABLE


def test_money_of_the_review(review):
    held = {funding.id: funding for funding in review.funding}
    billions = {key: row.amount.vnd / 10**9 for key, row in held.items() if row.amount}
    assert billions == {
        "investment-available": 478,
        "recurrent-available": 595,
        "investment-disbursed": 94,
        "recurrent-disbursed": 16,
        "information-system": 2.4,
    }
    for key in ("investment", "recurrent"):
        assert held[f"{key}-available"].includes_carried_over
        assert held[f"{key}-disbursed"].of == f"{key}-available"
    rates = {key: (row.rate_comparator.value, row.rate) for key, row in held.items() if row.rate}
    assert rates == {
        "assigned": ("reach", 100),
        "investment-disbursed": ("nearly", 20),
        "recurrent-disbursed": ("reach", Fraction(27, 10)),
    }


def test_results_of_the_review(review):
    assert review.issued is None
    assert {seen.date.end for seen in review.observations} <= {*ENDS, date(2024, 7, 23)}
    assert [(seen.value, seen.unit.value) for seen in review.observations] == [
        (1290, "persons"),
        (362, "persons"),
        (3, "classes"),
        (4, "models"),
        (8, "districts"),
        (8, "districts"),
    ]


def test_every_figure_of_the_review_is_there(review):
    lines = source(review)
    counted = [seen.value for seen in review.observations]
    counted += [row.rate for row in review.funding if row.rate]
    counted += [Fraction(row.amount.vnd, 10**9) for row in review.funding if row.amount]
    # Years of the programme, of what was carried over, of a scheme; "06 tháng", the congress.
    about = {2018, 2022, 2023, 2024, 2025, 6, 10, 23, 7}
    printed = re.findall(r"(?<![\d.,])\d+(?:[.,]\d+)?", " ".join(lines))
    figures = {Fraction(re.sub(r"\.(?=\d{3})", "", one).replace(",", ".")) for one in printed}
    assert figures - about == set(counted)
