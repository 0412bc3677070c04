"""What is proved about the packaged rules, and that the proofs notice a flipped operator.

The second encodings below are written from the law and share nothing with the rule trees:
Decision 33 from its decision table, the others from their rule blocks.
"""

import sys
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import SimpleNamespace

import pytest
from attrs import evolve

from dantoc_policy.errors import MissingExtraError
from dantoc_policy.instruments import nd_272_2025, qd_33_2020, qd_50_2016
from dantoc_policy.places.province import Province
from dantoc_policy.places.village import Village
from dantoc_policy.rules.check import (
    adjacent,
    check,
    disjoint,
    equivalent,
    monotone,
    reachable,
    redundant,
    total,
)
from dantoc_policy.rules.condition import (
    AllOf,
    AnyOf,
    Compare,
    all_of,
    any_of,
    at_least,
    number,
)
from dantoc_policy.rules.decide import decide
from dantoc_policy.rules.exact.compiled import compiled
from dantoc_policy.rules.proof.encode_z3 import Encoding
from dantoc_policy.rules.proof.kleene import kleene_exact, says_less
from dantoc_policy.rules.proof.position import positions, printed, replaced
from dantoc_policy.rules.quantity import choose, facts, pct, share, times
from dantoc_policy.rules.rule import Case
from dantoc_policy.values.fact import FactInfo, part_of
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit

z3 = pytest.importorskip("z3")

RULES = {
    rule.key: rule
    for module in (qd_33_2020, qd_50_2016, nd_272_2025)
    for rule in module.INSTRUMENT.rules.values()
}
FLIPPED = {">=": ">", ">": ">=", "<=": "<", "<": "<="}
REGIONS = ("outside", "I", "II", "III")
STATUS = ("outside", "not_especially_difficult", "especially_difficult")

# --- Second encodings --------------------------------------------------------------------------


def numbers(e, *names):
    return [e.number(name) for name in names]


def scope_33(e, r):
    part, whole = (
        ("stable_minority_households", "stable_households")
        if r.get("A33-1") == "R2"
        else ("minority_households", "households")
    )
    return 100 * e.number(part) >= 15 * e.number(whole)


def commune_33(e, r):
    """The decision table of section 1: a row per band of the poverty rate."""
    h, p, pm = numbers(e, "households", "poor_households", "poor_minority_households")
    lit, w15, a15 = numbers(
        e, "illiterate_minority_people_15_60", "minority_people_15_60", "people_15_60"
    )
    untrained, workers = numbers(e, "untrained_workers", "employed_workers")
    road, unpaved = numbers(e, "road_to_district_km", "unpaved_road_to_district_km")
    delta, ntm = e.truth("in_mekong_delta"), e.truth("meets_new_rural_standard")
    sub = z3.Or(
        pm * 100 > 60 * p,
        lit * 100 >= 20 * (a15 if r.get("A33-2") == "R2" else w15),
        untrained * 100 > 80 * workers,
        z3.And(road > 20, unpaved * 2 > road),
    )
    many = z3.And(delta, pm > 150)
    rows = [
        (10, z3.If(z3.And(many, r.get("A33-3") != "R2"), 3, 1)),
        (12, z3.If(many, 3, 2)),
        (15, z3.If(z3.Or(many, z3.And(delta, sub)), 3, 2)),
        (20, z3.If(z3.Or(delta, sub), 3, 2)),
    ]
    region = z3.IntVal(3)
    for under, row in reversed(rows):
        region = z3.If(100 * p < under * h, row, region)
    region = z3.If(scope_33(e, r), z3.If(ntm, 1, region), 0)
    return {key: region == n for n, key in enumerate(REGIONS)}


def village_33(e, r):
    h, p, pm, off = numbers(
        e, "households", "poor_households", "poor_minority_households", "households_off_grid"
    )
    delta = e.truth("in_mekong_delta")
    sub = z3.Or(
        pm * 100 > 60 * p,
        z3.Not(e.truth("has_passable_road")),
        z3.Not(e.truth("has_national_grid")),
        off * 100 > 30 * h,
    )
    high, low = z3.If(delta, 15, 20), z3.If(delta, 12, 15)
    poor = z3.Or(100 * p >= high * h, z3.And(delta, pm >= 31), z3.And(100 * p >= low * h, sub))
    if r.get("A33-4") == "R2":
        poor = z3.And(poor, z3.Not(e.truth("commune_meets_new_rural_standard")))
    return status(scope_33(e, r), poor)


def status(scope, difficult):
    return {
        "especially_difficult": z3.And(scope, difficult),
        "not_especially_difficult": z3.And(scope, z3.Not(difficult)),
        "outside": z3.Not(scope),
    }


def two_thirds(e, part, whole):
    return 3 * e.number(part) >= 2 * e.number(whole)


def province_272(e, r):
    area = z3.Or(
        100 * e.number("minority_population") >= 15 * e.number("population"),
        two_thirds(e, "minority_communes", "communes"),
        two_thirds(e, "area_at_or_above_200m_km2", "natural_area_km2"),
        two_thirds(e, "mountainous_communes", "communes"),
    )
    return {"in_area": area, "outside": z3.Not(area)}


def times_national(e, r, delta, elsewhere):
    """Multidimensional poverty against so many halves of the national rate (A272-6)."""
    poor = e.number("poor_households")
    rate = "national_poor_rate"
    if r.get("A272-6") != "R2":
        poor, rate = poor + e.number("near_poor_households"), "national_poor_and_near_poor_rate"
    national = e.product(rate, "households")
    return 200 * poor >= z3.If(e.truth("in_mekong_delta"), delta * national, elsewhere * national)


def village_272(e, r):
    area = z3.Or(
        100 * e.number("minority_population") >= 15 * e.number("population"),
        two_thirds(e, "area_at_or_above_200m_km2", "natural_area_km2"),
        two_thirds(e, "area_slope_at_least_15_percent_km2", "natural_area_km2"),
    )
    met = [
        times_national(e, r, 4, 8),
        10 * e.number("hardened_village_road_km") < 6 * e.number("village_road_km"),
        10 * e.number("households_with_electricity_contract") < 9 * e.number("households"),
    ]
    return status(area, z3.Sum([z3.If(one, 1, 0) for one in met]) >= 2)


def commune_272(e, r):
    n, t = e.number, e.truth
    area = z3.Or(
        100 * n("minority_population") >= 15 * n("population"),
        n("minority_population") >= 4500,
        two_thirds(e, "area_at_or_above_200m_km2", "natural_area_km2"),
        two_thirds(e, "mountainous_villages", "villages"),
    )
    income, national = n("income_per_capita"), n("national_income_per_capita")
    # A limb about one kind of school asks for such a school; the block leaves that unsaid.
    full, semi = t("has_boarding_school"), t("has_semi_boarding_school")
    short = z3.Or(
        z3.Not(t("has_pupil_boarding_housing")),
        z3.And(full, n("boarding_capacity_rate") < 80),
        z3.And(semi, n("semi_boarding_capacity_rate") < 60),
    )
    school = z3.Or(full, semi)
    boarding = {
        "R1": short,
        "R2": z3.And(school, short),
        "open": z3.If(school, short, e.question("A272-2")),
    }[r.get("A272-2", "open")]
    degraded = n("commune_road_km" if r.get("A272-3") == "R2" else "paved_commune_road_km")
    met = [
        2 * income <= national if r.get("A272-1") == "R2" else 2 * income < national,
        times_national(e, r, 3, 4),
        100 * n("households_with_electricity_contract") < 95 * n("households"),
        100 * n("households_with_clean_water") < 30 * n("households"),
        z3.Or(
            100 * n("paved_commune_road_km") < 80 * n("commune_road_km"),
            2 * n("degraded_commune_road_km") > degraded,
        ),
        z3.Not(t("meets_national_health_criteria")),
        2 * n("schools_at_facility_level_1") < n("schools"),
        boarding,
        2 * n("irrigated_farmland_ha") < n("farmland_ha"),
        z3.Not(t("has_standard_culture_sports_centre")),
        100 * n("villages_with_internet") < 95 * n("villages"),
        2 * n("households_with_hygienic_latrine") < n("households"),
    ]
    c = z3.Sum([z3.If(one, 1, 0) for one in met])
    whole = n("minority_area_villages" if r.get("A272-4") == "R2" else "villages")
    three = z3.Or(c >= 6, z3.And(c >= 3, 2 * n("especially_difficult_villages") >= whole))
    return {
        "III": z3.And(area, three),
        "II": z3.And(area, c >= 3, c <= 5, z3.Not(three)),
        "I": z3.And(area, c < 3),
        "outside": z3.Not(area),
    }


def poverty_50(e):
    h, p = numbers(e, "households", "poor_households")
    both = p + e.number("near_poor_households")
    south = z3.Or(e.truth("in_southeast"), e.truth("in_mekong_delta"))
    very = z3.And(100 * both >= 65 * h, 100 * p >= 35 * h)
    return h, both, very, z3.If(south, 10 * both >= 3 * h, 100 * both >= 55 * h)


def enough_50(e, met, share, few, many):
    count = z3.Sum([z3.If(one, 1, 0) for one in met])
    dtts = 100 * e.number("minority_households") >= share * e.number("households")
    return count >= z3.If(dtts, few, many)


def village_50(e, r):
    _, _, very, rather = poverty_50(e)
    met = [
        z3.Not(e.truth("main_road_meets_new_rural_standard")),
        10 * e.number("kindergarten_rooms_not_solid") >= 6 * e.number("kindergarten_rooms"),
        z3.Not(e.truth("has_standard_culture_house")),
    ]
    difficult = z3.Or(very, z3.And(rather, enough_50(e, met, 80, 1, 2)))
    return {"especially_difficult": difficult, "not_especially_difficult": z3.Not(difficult)}


def commune_50(e, r):
    h, both, very, rather = poverty_50(e)
    met = [
        z3.Not(e.truth("main_road_meets_new_rural_standard")),
        z3.Not(e.truth("schools_meet_national_standard")),
        z3.Not(e.truth("meets_national_health_criteria")),
        z3.Not(e.truth("has_standard_culture_sports_centre")),
        5 * e.number("households_without_hygienic_water") >= h,
        10 * e.number("households_without_hygienic_latrine") >= 4 * h,
    ]
    lacks = enough_50(e, met, 60, 2, 3)
    villages = e.number("especially_difficult_villages")
    three = z3.And(100 * villages >= 35 * e.number("villages"), z3.Or(very, z3.And(rather, lacks)))
    two = z3.Or(
        z3.And(rather, z3.Not(lacks)), z3.And(100 * both >= 15 * h, z3.Not(rather)), villages >= 1
    )
    return {
        "III": three,
        "II": z3.And(z3.Not(three), two),
        "I": z3.And(z3.Not(three), z3.Not(two)),
    }


SECOND = {
    "qd_33_2020.commune": commune_33,
    "qd_33_2020.village": village_33,
    "nd_272_2025.province": province_272,
    "nd_272_2025.village": village_272,
    "nd_272_2025.commune": commune_272,
    "qd_50_2016.village": village_50,
    "qd_50_2016.commune": commune_50,
}


def second(key, readings):
    def independent(e):
        return SECOND[key](e, readings)

    return independent


# Which way outcomes go when a fact rises, or several together.
POOR_MINORITY = {"poor_households": 1, "poor_minority_households": 1}
RISES = {
    "qd_33_2020.commune": [
        (POOR_MINORITY, "up"),
        ("poor_minority_households", "up"),
        ("illiterate_minority_people_15_60", "up"),
        ("untrained_workers", "up"),
        ("unpaved_road_to_district_km", "up"),
        ({"road_to_district_km": 1, "unpaved_road_to_district_km": 1}, "up"),
        ("minority_households", "up"),
        ("in_mekong_delta", "up"),
        ("households", "down"),
        ("meets_new_rural_standard", "down"),
    ],
    "qd_33_2020.village": [
        (POOR_MINORITY, "up"),
        ("poor_minority_households", "up"),
        ("households_off_grid", "up"),
        ("minority_households", "up"),
        ("in_mekong_delta", "up"),
        ("has_passable_road", "down"),
        ("has_national_grid", "down"),
    ],
    "nd_272_2025.province": [
        ("minority_population", "up"),
        ("minority_communes", "up"),
        ("mountainous_communes", "up"),
        ("area_at_or_above_200m_km2", "up"),
        ("population", "down"),
    ],
    "nd_272_2025.village": [
        ("poor_households", "up"),
        ("near_poor_households", "up"),
        ("minority_population", "up"),
        ("in_mekong_delta", "up"),
        ("national_poor_and_near_poor_rate", "down"),
        ("hardened_village_road_km", "down"),
        ("households_with_electricity_contract", "down"),
    ],
    "nd_272_2025.commune": [
        ("poor_households", "up"),
        ("especially_difficult_villages", "up"),
        ("degraded_commune_road_km", "up"),
        ("national_income_per_capita", "up"),
        ("mountainous_villages", "up"),
        ("in_mekong_delta", "up"),
        ("national_poor_and_near_poor_rate", "down"),
        ("income_per_capita", "down"),
        ("households_with_electricity_contract", "down"),
        ("households_with_clean_water", "down"),
        ("paved_commune_road_km", "down"),
        ("meets_national_health_criteria", "down"),
        ("schools_at_facility_level_1", "down"),
        ("boarding_capacity_rate", "down"),
        ("irrigated_farmland_ha", "down"),
        ("has_standard_culture_sports_centre", "down"),
        ("villages_with_internet", "down"),
        ("households_with_hygienic_latrine", "down"),
    ],
    "qd_50_2016.village": [
        ("poor_households", "up"),
        ("near_poor_households", "up"),
        ("minority_households", "up"),
        ("kindergarten_rooms_not_solid", "up"),
        ("in_southeast", "up"),
        ("has_standard_culture_house", "down"),
    ],
    "qd_50_2016.commune": [("especially_difficult_villages", "up")],
}
ORDERS = {"commune": REGIONS, "village": STATUS, "province": ("outside", "in_area")}


def order_of(key):
    return ORDERS[key.partition(".")[2]]


@cache
def variants(key):
    """The default readings, and each other reading alone."""
    found = [{}]
    for name, node in RULES[key].readings.items():
        found += [{name: option} for option, _ in node.options if option != node.default]
    return found


VARIANTS = [
    pytest.param(key, readings, id=f"{key} {readings}")
    for key in RULES
    for readings in variants(key)
]

# --- What is proved ----------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "readings"), VARIANTS)
def test_cases_are_total_and_disjoint_as_declared(key, readings):
    rule = RULES[key].read(readings)
    assert total(rule).proved
    claims = list(disjoint(rule, strict=not readings))
    assert all(claim.proved for claim in claims)


def test_the_only_overlap_is_the_declared_one():
    found = {
        (key, claim.subject)
        for key, rule in RULES.items()
        for claim in disjoint(rule.read())
        if claim.facts
    }
    assert found == {("qd_33_2020.commune", "III/I")}
    texts = {claim.subject: claim.text.en for claim in disjoint(RULES["qd_33_2020.commune"].read())}
    assert texts["III/I"] == "III and I can both hold, their order decides (declared)"
    assert texts["III/II"] == "II takes what III leaves of its scope"
    other_reading = RULES["qd_33_2020.commune"].read({"A33-3": "R2"})
    assert not [claim for claim in disjoint(other_reading, strict=False) if claim.facts]
    apart = evolve(other_reading, overlaps=frozenset())
    texts = {claim.subject: claim.text.en for claim in disjoint(apart)}
    assert texts["III/I"] == "III and I exclude each other"


def test_what_falls_to_the_rest_is_outside_the_scope():
    assert "minority_households / households >= 15 percent" in (
        total(RULES["qd_33_2020.commune"].read()).text.en
    )


@pytest.mark.parametrize(("key", "readings"), VARIANTS)
def test_outcomes_are_reached_and_clauses_can_decide(key, readings):
    rule = RULES[key].read(readings)
    claims = list(reachable(rule))
    assert all(claim.proved for claim in claims)
    assert len(claims) > len(rule.outcomes)


@pytest.mark.parametrize(("key", "readings"), VARIANTS)
def test_bands_meet(key, readings):
    claims = list(adjacent(RULES[key].read(readings)))
    assert all(claim.proved for claim in claims)
    assert bool(claims) is (
        key in {"qd_33_2020.commune", "qd_33_2020.village", "qd_50_2016.commune"}
    )


@pytest.mark.parametrize("key", RULES)
def test_only_declared_atoms_can_be_dropped(key):
    claims = list(redundant(RULES[key].read()))
    assert all(claim.proved for claim in claims)
    assert {claim.subject for claim in claims if claim.subject} == RULES[key].redundant


@pytest.mark.parametrize(
    ("key", "move", "way"),
    [
        pytest.param(key, move, way, id=f"{key} {move}")
        for key, moves in RISES.items()
        for move, way in moves
    ],
)
def test_outcomes_follow_the_facts(key, move, way):
    assert monotone(RULES[key].read(), move, way, order_of(key)).proved


@pytest.mark.parametrize(("key", "readings"), VARIANTS)
def test_the_second_encoding_gives_the_same_outcome_everywhere(key, readings):
    claim = equivalent(RULES[key].read(readings), second(key, readings))
    assert claim.proved, claim.counterexample


@pytest.mark.parametrize("key", [key for key in RULES if key != "nd_272_2025.commune"])
def test_the_whole_check_passes(key):
    rising = {move: way for move, way in RISES[key] if isinstance(move, str)}
    report = check(RULES[key], rising=rising, order=order_of(key))
    assert report.passed, report.text("en")
    assert report.of("kleene")
    assert str(report.text("vi")).startswith(RULES[key].title.vi)
    assert all(claim.to_dict()["proved"] for claim in report.claims if claim.required)


# --- What is not so, and by the law itself -----------------------------------------------------


def decided(key, claim):
    """Decide the record of a claim with the real machinery, if decimals can write it."""
    known = {}
    for name, value in claim.facts.items():
        number = value
        if isinstance(value, Fraction):
            number = Decimal(value.numerator) / Decimal(value.denominator)
            if Fraction(number) != value:
                return None
        known[name] = number
    record = RULES[key].record
    blank = {**dict.fromkeys(record.facts()), "name": None}
    found = {name: value for name, value in known.items() if name in blank}
    return decide(RULES[key], SimpleNamespace(**(blank | found))).outcome


@pytest.mark.parametrize("key", RULES)
def test_records_that_the_solver_finds_decide_so(key):
    checked = 0
    for claim in reachable(RULES[key].read()):
        if claim.subject in {outcome.key for outcome in RULES[key].outcomes}:
            outcome = decided(key, claim)
            # An open question of the decree may leave the record undetermined.
            assert outcome in (claim.subject, None)
            checked += outcome is not None
    assert checked


def test_a_poor_majority_household_more_can_cost_region_iii():
    """The share of minority households among the poor falls: Điều 3 khoản 2 điểm a."""
    claim = monotone(RULES["qd_33_2020.commune"].read(), "poor_households", "up", REGIONS)
    assert not claim.proved
    assert claim.counterexample["poor_minority_households"] > 0
    assert decided("qd_33_2020.commune", claim) == "III"


def test_region_ii_of_decision_50_as_remembered_has_a_gap():
    """From 55 % poor and lacking much, but without a difficult village: region I, by memory."""
    claim = monotone(RULES["qd_50_2016.commune"].read(), "near_poor_households", "up", REGIONS)
    assert not claim.proved
    assert decided("qd_50_2016.commune", claim) == "II"


def test_where_kleene_logic_says_less():
    """Region III either way, by khoản 1 in the Mekong Delta and by khoản 2 elsewhere."""
    rule = RULES["qd_33_2020.commune"].read()
    known = {"minority_share": 40, "poor_rate": 16, "untrained_rate": 90}
    values = {name: known.get(name) for name in rule.record.facts()}
    values["meets_new_rural_standard"] = False
    assert says_less(compiled(rule), values, figures=False)
    assert decide(rule, SimpleNamespace(**values)).outcome == "III"
    # Nobody of the minorities: outside, though how many households there are is not known.
    values = {**dict.fromkeys(values), "minority_households": 0, "poor_households": 3}
    assert says_less(compiled(rule), values)
    assert not says_less(compiled(rule), values, figures=False)
    assert not kleene_exact(rule).proved


# --- That the checks notice --------------------------------------------------------------------


def flips():
    for key, rule in RULES.items():
        plain = {node for _, node in positions(rule.read())}
        for readings in variants(key):
            for place, node in positions(rule.read(readings)):
                if isinstance(node, Compare) and not (readings and node in plain):
                    name = f"{key} {readings or ''} {place} {printed(node)}"
                    yield pytest.param(key, readings, place, id=name)


@pytest.mark.parametrize(("key", "readings", "place"), list(flips()))
def test_a_flipped_operator_is_noticed(key, readings, place):
    rule = RULES[key].read(readings)
    node = dict(positions(rule))[place]
    mutant = replaced(rule, place, evolve(node, op=FLIPPED[node.op]))
    assert mutant != rule
    noticed = not equivalent(mutant, second(key, readings)).proved or not all(
        claim.proved for claim in adjacent(mutant)
    )
    assert noticed


def test_a_gap_between_bands_is_noticed_without_a_second_encoding():
    rule = RULES["qd_33_2020.commune"].read()
    (place,) = (
        place
        for place, node in positions(rule)
        if isinstance(node, Compare)
        and printed(node).endswith(">= (15 percent if in_mekong_delta else 20 percent)")
    )
    gap = replaced(rule, place, evolve(dict(positions(rule))[place], op=">"))
    (band,) = adjacent(gap)
    assert not band.proved
    assert not monotone(gap, POOR_MINORITY, "up", REGIONS).proved


def test_a_gap_is_not_closed_by_the_clause_of_another_case():
    poor = facts(Village).poor_rate
    outcomes = RULES["qd_33_2020.commune"].outcomes
    for start, meets in ((20, True), (25, False)):
        banded = any_of(all_of(poor >= pct(10), poor < pct(20)), poor >= pct(start))
        whens = (poor >= pct(20), banded, None)
        cases = tuple(
            Case(outcome=outcome, when=when) for outcome, when in zip(outcomes, whens, strict=False)
        )
        (band,) = adjacent(evolve(RULES["qd_33_2020.village"].read(), cases=cases))
        assert band.proved is meets


def test_a_truth_against_its_direction_is_refuted_by_a_record():
    rule = RULES["qd_33_2020.village"].read()
    lost = monotone(rule, "has_national_grid", "up", STATUS)
    assert lost.subject == "has_national_grid"
    assert lost.counterexample["has_national_grid"] is False
    assert decided("qd_33_2020.village", lost) == "especially_difficult"
    assert monotone(rule, {"has_national_grid": -1}, "up", STATUS).proved
    assert not monotone(rule, {"has_national_grid": -1}, "down", STATUS).proved


def test_an_undeclared_overlap_and_a_stale_promise_are_refuted():
    rule = RULES["qd_33_2020.commune"].read()
    (open_,) = (c for c in disjoint(evolve(rule, overlaps=frozenset())) if not c.proved)
    assert open_.subject == "III/I"
    assert "can both hold" in open_.text.en
    assert "not declared" in open_.text.en
    stale = evolve(RULES["nd_272_2025.commune"].read(), overlaps=frozenset({("III", "outside")}))
    assert all(claim.proved for claim in disjoint(stale))
    v = facts(Village)
    apart = evolve(
        RULES["qd_33_2020.village"].read(),
        cases=(
            Case(outcome=rule.outcomes[0], when=v.households > 9),
            Case(outcome=rule.outcomes[1], when=v.households < 5),
            Case(outcome=rule.outcomes[2]),
        ),
        overlaps=frozenset({("III", "I")}),
    )
    (stale_promise,) = (c for c in disjoint(apart) if not c.proved)
    assert stale_promise.subject == "III/I"
    assert stale_promise.text.en == "III and I are declared to overlap and never do"


def test_dead_outcomes_clauses_and_atoms_are_refuted():
    rule = RULES["nd_272_2025.province"].read()
    p = facts(Province)
    never = evolve(
        rule,
        cases=(evolve(rule.cases[0], when=all_of(p.communes < 3, p.communes > 5)), rule.cases[1]),
    )
    assert "in_area" in [claim.subject for claim in reachable(never) if not claim.proved]
    idle = evolve(
        rule,
        cases=(
            evolve(
                rule.cases[0],
                when=any_of(
                    rule.cases[0].when, p.mountainous_communes / p.communes >= share(9, 10)
                ),
            ),
            rule.cases[1],
        ),
    )
    (claim,) = redundant(idle)
    assert not claim.proved
    assert claim.subject == "mountainous_communes / communes >= 90 percent"
    needed = evolve(rule, redundant=frozenset({"communes > 5 communes"}))
    assert [claim.proved for claim in redundant(needed)] == [False, True]


def test_a_report_marks_what_is_proved_and_shows_the_records():
    needed = evolve(RULES["nd_272_2025.province"], redundant=frozenset({"communes > 5 communes"}))
    report = check(needed)
    assert not report.passed
    lines = report.text("en").splitlines()
    assert "[ ] declared redundant, but needed: communes > 5 communes" in lines
    assert "[x] no atom can be dropped" in lines
    reached = lines.index("[x] the outcome in_area is reached")
    assert lines[reached + 1].startswith("    ")
    marks = [line[:4] for line in lines[1:] if not line.startswith("    ")]
    assert marks == ["[x] " if claim.proved else "[ ] " for claim in report.claims]


class Pair:
    """A record class with a single relation, between its only facts."""

    @classmethod
    def facts(cls):
        unknown = Text("", "")
        return {name: FactInfo(unit=Unit.HOUSEHOLDS, label=unknown) for name in ("homes", "poor")}

    @classmethod
    def relations(cls):
        return (part_of("poor", "homes"),)


def test_records_that_the_solver_finds_keep_the_relations_of_the_used_facts():
    one = Encoding(Village)
    both = one.number("poor_households") + one.number("near_poor_households")
    assert one.solve(both > one.number("households")) is None
    one = Encoding(Pair)
    assert one.solve(one.number("poor") > one.number("homes")) is None


def test_rules_are_compared_with_each_other():
    rule = RULES["nd_272_2025.province"]
    p = facts(Province)
    other = evolve(
        rule,
        cases=(
            evolve(rule.cases[0], when=p.minority_communes / p.communes >= pct(66)),
            rule.cases[1],
        ),
    )
    claim = equivalent(rule, other)
    assert not claim.proved
    assert set(claim.counterexample) >= {"communes", "minority_communes"}


def test_every_kind_of_node_has_its_place():
    for rule in RULES.values():
        for place, node in positions(rule):
            assert replaced(rule, place, node) == rule
            assert isinstance(
                dict(positions(replaced(rule, place, any_of())))[place], AnyOf | AllOf
            )


def test_conditions_below_thresholds_within_thresholds_have_their_places():
    v = facts(Village)
    one, two, three = v.in_mekong_delta, v.has_national_grid, v.has_passable_road
    first, second = choose(two, number(1), number(2)), choose(three, number(3), number(4))
    counted = at_least(choose(one, first, second), *[v.households > n for n in range(4)])
    share_of_poor = v.poor_households / v.households
    low, high = choose(two, pct(1), pct(2)), choose(three, pct(3), pct(4))
    compared = share_of_poor >= choose(one, low, high)
    for node, places in ((counted, (4, 5, 6)), (compared, (0, 1, 2))):
        (case, *_, rest) = RULES["qd_33_2020.village"].cases
        rule = evolve(RULES["qd_33_2020.village"], cases=(evolve(case, when=node), rest))
        for place, condition in zip(places, (one, two, three), strict=True):
            assert dict(positions(rule))[0, place] == condition
            other = replaced(rule, (0, place), v.commune_meets_new_rural_standard)
            changed = dict(positions(other))
            assert changed[0, place] == v.commune_meets_new_rural_standard
            kept = [(0, spot) for spot in places if spot != place]
            assert all(changed[spot] == dict(positions(rule))[spot] for spot in kept)


def test_counts_and_thresholds_are_printed_as_they_are_written():
    v = facts(Village)
    grid, road = v.has_national_grid, v.has_passable_road
    assert (
        printed(at_least(2, grid, ~road))
        == "at least 2 of (has_national_grid, not has_passable_road)"
    )
    count = choose(v.in_mekong_delta, number(1), number(2))
    assert (
        printed(at_least(count, grid))
        == "at least (1 if in_mekong_delta else 2) of (has_national_grid)"
    )


def test_an_amount_is_compared_with_a_multiple_of_another():
    p = facts(Province)
    rule = RULES["nd_272_2025.province"]
    half = evolve(
        rule,
        cases=(
            evolve(rule.cases[0], when=p.minority_communes >= times(Fraction(2, 3), p.communes)),
            rule.cases[1],
        ),
    )

    def by_hand(e):
        holds = 3 * e.number("minority_communes") >= 2 * e.number("communes")
        return {"in_area": holds, "outside": z3.Not(holds)}

    assert equivalent(half, by_hand).proved


def multiple_of_a_rate():
    """Especially difficult from four times the national rate on, and nothing else asked."""
    v = facts(Village)
    (case, *_, rest) = RULES["qd_33_2020.village"].cases
    when = v.poor_households / v.households >= times(4, v.national_poor_rate)
    return evolve(
        RULES["qd_33_2020.village"], cases=(evolve(case, when=when), rest), overlaps=frozenset()
    )


def test_a_rate_may_be_nothing():
    rule = multiple_of_a_rate()
    case, rest = rule.cases
    some_poor = all_of(case.when, facts(Village).poor_households >= 1)
    claim = equivalent(rule, evolve(rule, cases=(evolve(case, when=some_poor), rest)))
    assert not claim.proved
    assert claim.counterexample["national_poor_rate"] == 0
    assert claim.counterexample["poor_households"] == 0


def test_a_multiple_of_a_rate_grows_with_the_rate_and_with_the_whole():
    rule = multiple_of_a_rate()
    for move in ("households", "national_poor_rate"):
        assert monotone(rule, move, "down").proved
        assert not monotone(rule, move, "up").proved
    assert monotone(rule, "poor_households", "up").proved


def test_without_z3_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "z3", None)
    with pytest.raises(MissingExtraError, match=r"dantoc-policy\[proof\]"):
        check(RULES["nd_272_2025.province"])
