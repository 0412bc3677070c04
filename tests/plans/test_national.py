"""The national framework and what the catalogue holds of the programmes beside it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from dantoc_policy.bodies.library import bodies
from dantoc_policy.data import load
from dantoc_policy.law.library import documents
from dantoc_policy.places.library import places
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.support import supports
from dantoc_policy.plans.target import Basis, Comparator, Force
from dantoc_policy.plans.vocabulary import indicators
from dantoc_policy.values.unit import Unit

BILLION = 10**9
FIRST = plans.get("national-2021")
MERGED = plans.get("national-2026")
THAI_NGUYEN, BAC_KAN = "vn:tinh:19@2004", "vn:tinh:06@2004"
BOTH = pytest.mark.parametrize("plan", [FIRST, MERGED], ids=lambda plan: plan.id)
SOURCES = {row["id"] for row in load("sources")}

# Rows of the framework that are known from memory only.
FROM_MEMORY = {
    *("n07", "n08", "n09", "n10", "n11", "n13", "n14"),
    *("n16", "n20", "n21", "n22", "n23", "n26"),
}
# All targets with a figure: comparator, basis, value, unit.
FIGURES = {
    "n01-2025": ("above", "times_baseline", 2, "times"),
    "n02-2030": ("reach", "level", Fraction(1, 2), "times"),
    "n03-2025": ("above", "each_year", 3, "percentage_points"),
    "n04-2030": ("below", "level", 10, "percent"),
    "n05-communes-2025": ("reach", "percent_of_baseline", 50, "percent"),
    "n05-villages-2025": ("reach", "percent_of_baseline", 50, "percent"),
    "n05-communes-2030": ("reach", "percent_of_baseline", 100, "percent"),
    "n05-villages-2030": ("reach", "percent_of_baseline", 100, "percent"),
    "n06-2030": ("reach", "level", 70, "percent"),
    "n07-migrants-2025": ("reach", "level", 90, "percent"),
    "n08-2025": ("reach", "level", 60, "percent"),
    "n08-2030": ("reach", "level", 100, "percent"),
    "n09-2025": ("reach", "level", 100, "percent"),
    "n10-2025": ("reach", "level", 70, "percent"),
    "n11-2025": ("reach", "level", 100, "percent"),
    "n12-2025": ("reach", "level", 99, "percent"),
    "n13-2025": ("reach", "level", 90, "percent"),
    "n14-2025": ("reach", "level", 100, "percent"),
    "n15-2025": ("above", "level", 98, "percent"),
    "n16-primary-2025": ("above", "level", 97, "percent"),
    "n16-lower-secondary-2025": ("above", "level", 95, "percent"),
    "n16-upper-secondary-2025": ("above", "level", 60, "percent"),
    "n17-2025": ("above", "level", 90, "percent"),
    "n18-2025": ("reach", "level", 98, "percent"),
    "n19-2025": ("above", "level", 80, "percent"),
    "n20-2025": ("below", "level", 15, "percent"),
    "n21-2025": ("reach", "level", 50, "percent"),
    "n22-2025": ("reach", "level", 80, "percent"),
    "n23-2025": ("reach", "level", 50, "percent"),
    "n24-2030": ("reach", "each_year", 3, "percent"),
    "n25-2030": ("reach", "level", 40, "percent"),
    "n26-2030": ("above", "level", 80, "percent"),
    "n27-2030": ("above", "level", 85, "percent"),
}
WITHOUT_FIGURE = {
    *("n05-nq88-communes-2030", "n05-nq88-villages-2030"),
    *("n07-sedentarisation-2025", "n07-2030", "n28-2025"),
}


def code(target):
    return target.id.partition("-")[0]


def amounts(plan):
    return {row.id: row.amount and row.amount.vnd for row in plan.funding}


def parts_of(plan, whole):
    """Add up the parts of an amount of money."""
    return sum(row.amount.vnd for row in plan.funding if row.part_of == whole)


def bodies_of(project):
    return (*project.lead, *project.coordinating, *project.guiding)


def nulls(value):
    """Give the names of all that is null inside a part of the catalogue."""
    if isinstance(value, list):
        return [name for item in value for name in nulls(item)]
    if not isinstance(value, dict):
        return []
    own = [name for name, item in value.items() if item is None]
    return [*own, *(name for item in value.values() for name in nulls(item))]


def test_every_row_of_the_framework_is_there():
    assert {code(target) for target in FIRST.targets} == {f"n{n:02}" for n in range(1, 29)}
    assert {target.id for target in FIRST.targets} == FIGURES.keys() | WITHOUT_FIGURE


@pytest.mark.parametrize("name", FIGURES)
def test_figures(name):
    target = FIRST.target(name)
    found = target.comparator, target.basis, target.value, target.unit
    comparator, basis, value, unit = FIGURES[name]
    assert found == (Comparator(comparator), Basis(basis), value, Unit(unit))
    assert FIRST.due_year(target) == int(name[-4:])


def test_rows_without_a_figure():
    for name in WITHOUT_FIGURE:
        assert FIRST.target(name).comparator is Comparator.QUALITATIVE
        assert FIRST.target(name).force is Force.BASICALLY


def test_whose_poverty_the_row_for_2030_means_is_not_stated():
    assert FIRST.target("n04-2030").population == "not_stated"
    assert FIRST.population(FIRST.target("n03-2025")).id == "minority_households"


def test_what_is_from_memory_is_not_verified_and_has_no_source():
    assert {code(target) for target in FIRST.targets if not target.verified} == FROM_MEMORY
    for target in FIRST.targets:
        assert target.verified is (target.source is not None) is (code(target) not in FROM_MEMORY)
    assert all(target.verified and target.source for target in MERGED.targets)


def test_each_row_measures_what_the_indicator_says_of_it():
    for target in FIRST.targets:
        assert code(target).upper() in indicators()[target.indicator].national, target.id


def test_the_two_documents_on_especially_difficult_places_both_stand():
    for level in ("communes", "villages"):
        cut, none = FIRST.target(f"n05-{level}-2030"), FIRST.target(f"n05-nq88-{level}-2030")
        assert (cut.reference, none.reference) == ("120/2020/QH14", "88/2019/QH14")
        assert cut.indicator == none.indicator == f"especially-difficult-{level}"


def test_targets_of_the_merged_programme():
    found = {
        target.id: (target.code, target.value, target.value_high, MERGED.due_year(target))
        for target in MERGED.targets
    }
    assert found == {
        "rural-income-2030": ("times_baseline_range", Fraction(5, 2), 3, 2030),
        "minority-income-ratio-2030": ("reach", Fraction(1, 2), None, 2030),
        "poverty-cut-2030": ("per_year_average_range", 1, Fraction(3, 2), 2030),
        "area-poverty-2030": ("below", 10, None, 2030),
        "difficult-communes-2030": ("qualitative", None, None, 2030),
        "difficult-villages-2030": ("qualitative", None, None, 2030),
        "new-rural-communes-2030": ("about", 65, None, 2030),
        "modern-new-rural-communes-2030": ("about", 10, None, 2030),
        "new-rural-provinces-2030": ("reach", 5, None, 2030),
        "rural-income-2035": ("times_baseline_at_least", Fraction(8, 5), None, 2035),
    }
    assert MERGED.target("poverty-cut-2030").unit is Unit.PERCENTAGE_POINTS
    assert MERGED.target("modern-new-rural-communes-2030").part_of == "new-rural-communes-2030"
    assert MERGED.target("rural-income-2035").baseline_year == 2030


def test_money_of_phase_one_adds_up_exactly():
    money = amounts(FIRST)
    assert money["qd1719-total"] == 137_664_959 * 10**6 == parts_of(FIRST, "qd1719-total")
    assert money["qd1719-central"] == 104_954_011 * 10**6 == parts_of(FIRST, "qd1719-central")
    assert money["nq120-total"] == 137_664 * BILLION == parts_of(FIRST, "nq120-total")
    # The later decision gives to the million what the resolution gives in whole billions.
    for what in ("total", "central", "local", "credit", "other"):
        assert money[f"nq120-{what}"] == money[f"qd1719-{what}"] // BILLION * BILLION


def test_money_of_the_merged_programme_adds_up_exactly():
    money = amounts(MERGED)
    assert money["total"] == 1_044_000 * BILLION == parts_of(MERGED, "total")
    assert money["state"] == 423_000 * BILLION == parts_of(MERGED, "state")
    assert money["central"] == 100_000 * BILLION == parts_of(MERGED, "central")
    shares = [row for row in MERGED.funding if row.rate is not None]
    assert sum(row.rate for row in shares) == 100
    for row in shares:
        assert row.of == "total"
        assert abs(Fraction(row.amount.vnd * 100, money["total"]) - row.rate) <= Fraction(1, 20)


def test_money_that_no_source_gives_is_null():
    unknown = [row for row in FIRST.funding if row.amount is None]
    assert [row.project for row in unknown] == [f"p{n}" for n in range(1, 11)]
    assert not any(row.verified for row in unknown)
    assert amounts(MERGED)["total-2031-2035"] is None


def test_projects_of_phase_one():
    whole = [project.id for project in FIRST.projects if project.part_of is None]
    parts = [project for project in FIRST.projects if project.part_of]
    assert whole == [f"p{n}" for n in range(1, 11)]
    assert len(parts) == 14
    assert all(project.id.startswith(f"{project.part_of}.") for project in parts)
    assert [project.id for project in FIRST.projects if not project.verified] == ["p4.2"]
    confirmed = {project.id for project in FIRST.projects if project.lead and project.lead_verified}
    assert confirmed == {"p8"}
    held = {project.id: project for project in FIRST.projects}
    assert held["p2"].lead == ("Ủy ban Dân tộc",)
    assert held["p2"].coordinating == ("Bộ Nông nghiệp và Phát triển nông thôn",)
    assert not held["p2"].coordinating_verified
    # Of two in the lead one leads on a part only.
    assert {key for key, project in held.items() if project.note} == {"p3.2", "p10.1"}
    # A project is led as a whole or by its parts.
    led = {project.id for project in FIRST.projects if project.lead}
    assert {project.id for project in FIRST.projects} - led == {"p3", "p4", "p5", "p9", "p10"}


def test_components_of_the_merged_programme():
    ids = [project.id for project in MERGED.projects]
    assert ids == ["1", *(f"1.{n}" for n in range(1, 11)), "2", *(f"2.{n}" for n in range(1, 6))]
    contents = {project.id: project.contents for project in MERGED.projects if project.part_of}
    assert sum(contents[f"2.{n}"] for n in range(1, 6)) == 22
    assert {name for name, count in contents.items() if count is None} == {"1.1", "1.6"}
    bounds = {p.id: p.contents_comparator for p in MERGED.projects}
    open_counts = {key for key, bound in bounds.items() if bound is not Comparator.REACH}
    assert open_counts == {"2.1"}
    assert bounds["2.1"] is Comparator.AT_LEAST


def test_the_bodies_of_the_projects_are_in_the_library():
    for plan, day in ((FIRST, date(2021, 10, 14)), (MERGED, date(2026, 5, 31))):
        names = {name for part in plan.projects for name in bodies_of(part)}
        unknown = {name for name in names if len(bodies.find(name, day)) != 1}
        assert not unknown


def test_reports():
    duties = {duty.id: duty for duty in FIRST.reports}
    assert len(duties) == 15
    named = {
        "tt01-commune-authentication": "before 10 September each year",
        "tt01-commune-authentication-update": "before 25 January each year",
        "tt01-commune-upwards": "before 15 September each year",
        "tt01-commune-upwards-update": "before 31 January each year",
        "tt01-2019-monthly": "by day 20 of each month",
        "tt01-2019-quarterly": "by day 20 of the last month of each quarter",
        "tt01-2019-half-yearly": "by 20 June each year",
        "tt01-2019-yearly": "by 20 December each year",
    }
    assert {name: duties[name].deadline.text("en") for name in named} == named
    assert duties["tt01-unit"].deadline.days == ()
    # What is no day of the calendar is said in words.
    for name in ("tt01-2019-weekly", "tt01-commune-completion"):
        assert duties[name].deadline is None
        assert duties[name].note
    without = {name for name, duty in duties.items() if duty.deadline is None}
    assert without == duties.keys() - named.keys() - {"tt01-unit"}
    assert {name for name, duty in duties.items() if not duty.verified} == {
        "tt01-district",
        "tt01-province",
    }
    # The three regimes follow each other without a gap.
    regimes = [duties[name].force for name in ("tt01-2019-yearly", "tt06-2022", "tt09-2025")]
    ends = [(one.end.toordinal() + 1) for one in regimes[:2]]
    assert ends == [one.start.toordinal() for one in regimes[1:]]
    assert all(duty.document in documents for duty in duties.values())


def test_reported_results():
    found = {
        (seen.indicator, seen.basis.value): seen.value for seen in FIRST.observations if seen.source
    }
    assert len(found) == len(FIRST.observations) == 16
    assert found["poverty-rate", "per_year_average"] == Fraction("3.4")
    assert found["minority-income", "level"] == 43_400_000
    assert found["minority-income", "times_baseline"] == Fraction("3.1")
    assert found["value-chain-money", "level"] == 306_105 * 10**6
    assert found["electricity", "level"] == Fraction("96.7")
    assert found["provinces-of-poverty-cut", "level"] == 25
    assert found["provinces-counted", "level"] == 52
    assert FIRST.population(FIRST.observations[0]).id == "not_stated"


def test_figures_of_one_province_name_it():
    assert all(seen.place for seen in FIRST.observations)
    local = [seen for seen in FIRST.observations if seen.place != "vn"]
    placed = {(seen.indicator, seen.place, seen.value) for seen in local}
    assert placed == {
        ("minority-households-number", THAI_NGUYEN, 130_917),
        ("minority-people-number", THAI_NGUYEN, 384_348),
    }
    money = {row.id: (row.place, row.comparator.value) for row in FIRST.funding if row.place}
    assert money == {
        "thai-nguyen-year": (THAI_NGUYEN, "above"),
        "thai-nguyen-year-assigned": (THAI_NGUYEN, "above"),
        "thai-nguyen-year-assigned-central": (THAI_NGUYEN, "above"),
        "thai-nguyen-year-assigned-local": (THAI_NGUYEN, "about"),
        "bac-kan": (BAC_KAN, "above"),
    }
    found = [places.get(key, date(2021, 6, 4)).name.vi for key in (THAI_NGUYEN, BAC_KAN)]
    assert found == ["Thái Nguyên", "Bắc Kạn"]
    assert amounts(FIRST)["thai-nguyen-year"] == 645 * BILLION
    assert parts_of(FIRST, "thai-nguyen-year-assigned") == 458 * BILLION
    assert amounts(FIRST)["thai-nguyen-year-assigned"] == 458 * BILLION
    assert amounts(FIRST)["bac-kan"] == 3_000 * BILLION


@BOTH
def test_documents_and_sources_resolve(plan):
    for cited in plan.documents:
        assert documents.get(cited.document or cited.number).number == cited.number
    held = (plan.targets, plan.funding, plan.projects, plan.reports, plan.observations)
    held += (plan.documents,)
    named = {part.source for parts in held for part in parts} - {None}
    assert named | {plan.source} <= SOURCES
    assert documents.get(plan.document).number == plan.number


@BOTH
def test_days_of_documents_are_those_of_the_library(plan):
    for cited in plan.documents:
        known = documents.get(cited.document or cited.number)
        assert cited.issued == known.issued, cited.number
        assert cited.verified is known.is_verified("number"), cited.number
        if cited.verified and cited.issued:
            assert cited.issued_verified is known.is_verified("issued"), cited.number


@BOTH
def test_a_framework_survives_its_data(plan):
    assert plan.kind == "framework"
    assert Plan.model_validate(plan.to_dict()) == plan


def test_the_crosswalk_leads_from_every_project_to_contents():
    rows = load("programmes/crosswalk")
    contents = {project.id for project in MERGED.projects if project.part_of}
    assert [row["project"] for row in rows] == [f"p{n}" for n in range(1, 11)]
    for row in rows:
        assert {*row["main"], *row["also"]} <= contents
        assert {name[0] for name in row["main"]} == {"2"}
        assert not row["verified"]


def test_phases_follow_each_other():
    rows = {row["id"]: row for row in load("programmes/phases")}
    assert [(row["first_year"], row["last_year"]) for row in rows.values()] == [
        (2021, 2025),
        (2026, 2030),
        (2026, 2030),
        (2031, 2035),
    ]
    assert rows["dtts-1"]["spend_until"] == "2026-12-31"
    assert rows["dtts-2"]["status"] == "absorbed"
    for row in rows.values():
        assert row["plan"] in plans
        assert all(number in documents for number in (*row["basis"], *row["rules"]))


def test_each_vintage_of_phase_one_may_be_spent_until_the_end_of_2026():
    rows = load("programmes/carry_over")
    last = {
        year: max(row["until"] for row in rows if year in (row["vintages"] or ()))
        for year in range(2021, 2026)
    }
    assert set(last.values()) == {"2026-12-31"}
    memory = {row["id"] for row in rows if not row.get("verified", True)}
    assert memory == {"estimate-2023", "estimate-2025"}
    assert {row["id"] for row in rows if row.get("unverified")} == {"nq108-2021-2022", "nq108-2023"}


def test_coefficients_from_2026():
    table = load("programmes/allocation_2026")
    assert {row["id"]: row["points"] for row in table["criteria"]} == {
        "difficult-village": 1,
        "zone-3-commune": 50,
        "safe-zone-commune": 50,
        "border-commune": 50,
        "island-commune": 50,
        "special-zone": 50,
        "zone-2-commune": 40,
        "zone-1-commune": 30,
        "other-commune": 25,
    }
    assert table["overlap"]["rule"] == "highest"
    assert table["association"]["verified"] is False
    assert [row["value"] for row in table["open"]] == [None] * 4
    assert not any(row["verified"] for row in table["open"])
    assert nulls(table) == ["value"] * 4


def test_points_of_phase_one_are_null_and_unverified():
    table = load("programmes/allocation_2021")
    assert len(table["criteria"]) == 16
    assert {row["points"] for row in table["criteria"]} == {None}
    assert not any(row["verified"] for row in table["criteria"])
    remembered = {row["id"] for row in table["criteria"] if row.get("remembered")}
    assert remembered == {row["id"] for row in table["criteria"] if row["project"] == "p1"}
    assert {row["criteria"] for row in table["unknown_projects"]} == {None}
    # Of every project the criteria are there, or it is said that they are not known.
    named = {row["project"] for row in table["criteria"]} - {None}
    named |= {row["project"] for row in table["unknown_projects"]}
    wholes = {project.id for project in FIRST.projects if project.part_of is None}
    assert {name.partition(".")[0] for name in named} == wholes
    # What is remembered of the points is the support by what is remembered of the rule.
    rule = table["remembered_rule"]
    assert rule["verified"] is False
    norms = {
        one.content: one.norm.vnd
        for one in supports().values()
        if one.project == rule["project"] and one.tops_up is None
    }
    told = {row["id"]: row["remembered"] for row in table["criteria"] if row["id"] in norms}
    assert told.keys() == norms.keys() - {"central-water"}
    for content, points in told.items():
        assert Fraction(points) == Fraction(norms[content], rule["vnd_per_point"])
    known = {project.id for project in FIRST.projects}
    assert {row["project"] for row in table["criteria"]} - {None} <= known
    for row in table["provincial_resolutions"]:
        assert row["document"] is None or row["document"] in documents


def test_the_rates_of_counterpart_are_a_model_that_the_evidence_allows():
    table = load("programmes/counterpart")
    assert not any(row["verified"] for row in table["rates"])
    rates = [row["min_local_over_central"] for row in table["rates"]]
    assert rates == ["0.10", "0.15", None]
    shares = {
        row["id"]: Fraction(row["local_vnd"], row["central_vnd"])
        for row in table["evidence"]
        if row["province"]
    }
    assert shares["nghe-an-2022"] == Fraction(1, 10)
    assert round(shares["thai-nguyen-one-year"] * 100, 1) == Fraction("15.1")
    assert round(shares["tra-vinh-2022"] * 100, 1) == Fraction("14.9")
    local = table["local_shares"]
    chain = [(local["document"], local["issued"])]
    chain += [(row["document"], row["issued"]) for row in local["amendments"]]
    assert chain == [
        ("11/2022/NQ-HĐND", "2022-07-14"),
        ("22/2023/NQ-HĐND", "2023-10-20"),
        ("35/2025/NQ-HĐND", "2025-11-18"),
    ]
    for row in local["rows"]:
        assert row["city"] + row["commune"] == 100


def test_central_money_of_all_programmes():
    rows = {row["id"]: row for row in load("programmes/allocation_events")}
    first = rows["nq517-2022"]
    assert sum(part["vnd"] for part in first["parts"]) == first["vnd"] == 92_000 * BILLION
    year = rows["year-2025"]
    assert year["planned_vnd"] - year["cut_vnd"] == year["vnd"]
    share = Decimal(year["assigned_vnd"] * 100) / year["vnd"]
    assert str(round(share, 1)) == year["assigned_percent"]
    coming = rows["year-2026"]
    assert coming["investment_vnd"] + coming["recurrent_vnd"] == coming["vnd"]
    merged = rows["medium-term-2026-2030"]["parts"][0]["vnd"]
    assert merged == amounts(MERGED)["central-investment"]


def test_provinces_of_difficult_groups():
    provinces = load("programmes/scope_2021")["difficult_groups"]["provinces"]
    known = {row["vi"] for row in load("places/provinces_63")}
    assert len(set(provinces)) == len(provinces) == 31
    assert {*provinces} <= known
