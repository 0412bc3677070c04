"""What is proved about the rules for groups: against second encodings, and that slips show."""

from functools import cache

import pytest
from attrs import evolve

from dantoc_policy.instruments import nd_05_2011, nd_255_2025, qd_39_2020
from dantoc_policy.rules.check import check, disjoint, equivalent, monotone
from dantoc_policy.rules.condition import Compare
from dantoc_policy.rules.proof.position import positions, printed, replaced

z3 = pytest.importorskip("z3")

MODULES = (nd_05_2011, nd_255_2025, qd_39_2020)
RULES = {
    rule.key: rule
    for module in MODULES
    for rule in (module.GROUP, *module.INSTRUMENT.statuses["ethnic_group"])
    if rule is not nd_05_2011.SPECIALLY_DIFFICULT
}
FLIPPED = {">=": ">", ">": ">=", "<=": "<", "<": "<="}


def area_39(e):
    return z3.Or(
        e.truth("stable_in_region_iii_communes"),
        e.truth("stable_in_especially_difficult_villages"),
    )


def poor_39(e):
    mean = e.product("all_minorities_poor_rate", "households")
    return 200 * e.number("poor_households") >= 3 * mean


def many_39(e, _readings):
    mean = e.product("all_minorities_illiterate_rate", "people_15_plus")
    illiterate = 200 * e.number("illiterate_people_15_plus") > 3 * mean
    infants = 2 * e.number("infant_mortality_rate") > 3 * e.number(
        "all_minorities_infant_mortality_rate"
    )
    return z3.And(area_39(e), z3.Or(poor_39(e), illiterate, infants))


def specific_39(e, readings):
    few = z3.And(area_39(e), e.number("population") <= 9_999)
    return z3.And(few, poor_39(e)) if readings.get("A39-1") == "R2" else few


def many_255(e, _readings):
    poor = e.number("poor_households") + e.number("near_poor_households")
    return 100 * poor > e.product("all_minorities_poor_and_near_poor_rate", "households")


def specific_255(e, readings):
    now, then = e.number("population"), e.number("census_2019_population")
    return z3.And(now <= 9_999, z3.Or(many_255(e, readings), now < then))


KINDS = {"qd_39_2020": (many_39, specific_39), "nd_255_2025": (many_255, specific_255)}


def two_kinds(e, key, readings):
    module, _, of = key.partition(".")
    many, specific = KINDS[module]
    if of == "ethnic_group":
        one, other = specific(e, readings), many(e, readings)
        return {
            "specific_difficulties": one,
            "many_difficulties": z3.And(other, z3.Not(one)),
            "neither": z3.Not(z3.Or(one, other)),
        }
    holds = (many if of == "many_difficulties" else specific)(e, readings)
    return {of: holds, f"not_{of}": z3.Not(holds)}


def group_05(e):
    few = e.number("population") <= 9_999
    most = 2 * e.number("population") > e.number("national_population")
    return {
        "very_small": few,
        "majority": z3.And(most, z3.Not(few)),
        "minority": z3.Not(z3.Or(few, most)),
    }


def small_05(e):
    few = e.number("population") <= 9_999
    return {"very_small": few, "not_very_small": z3.Not(few)}


def second(key, readings):
    module, _, of = key.partition(".")
    if module == "nd_05_2011":
        return group_05 if of == "ethnic_group" else small_05
    return lambda e: two_kinds(e, key, readings)


@cache
def variants(key):
    others = [
        {name: option}
        for name, node in RULES[key].readings.items()
        for option, _ in node.options
        if option != node.default
    ]
    return [{}, *others]


VARIANTS = [
    pytest.param(key, readings, id=f"{key} {readings}")
    for key in RULES
    for readings in variants(key)
]


@pytest.mark.parametrize(("key", "readings"), VARIANTS)
def test_the_second_encoding_gives_the_same_outcome_everywhere(key, readings):
    claim = equivalent(RULES[key].read(readings), second(key, readings))
    assert claim.proved, claim.counterexample


@pytest.mark.parametrize("key", RULES)
def test_the_whole_check_passes(key):
    report = check(RULES[key])
    assert report.passed, report.text("en")


def test_the_overlaps_are_the_declared_ones():
    found = {
        (key, claim.subject)
        for key, rule in RULES.items()
        for claim in disjoint(rule.read())
        if claim.facts
    }
    assert found == {
        ("qd_39_2020.ethnic_group", "specific_difficulties/many_difficulties"),
        ("nd_255_2025.ethnic_group", "specific_difficulties/many_difficulties"),
        ("nd_05_2011.ethnic_group", "very_small/majority"),
    }


@pytest.mark.parametrize(
    ("key", "move", "way"),
    [
        ("qd_39_2020.ethnic_group", "poor_households", "up"),
        ("qd_39_2020.ethnic_group", "illiterate_people_15_plus", "up"),
        ("qd_39_2020.ethnic_group", "infant_mortality_rate", "up"),
        ("qd_39_2020.ethnic_group", "stable_in_region_iii_communes", "up"),
        ("qd_39_2020.ethnic_group", "stable_in_especially_difficult_villages", "up"),
        ("qd_39_2020.ethnic_group", "population", "down"),
        ("qd_39_2020.ethnic_group", "all_minorities_poor_rate", "down"),
        ("qd_39_2020.ethnic_group", "all_minorities_infant_mortality_rate", "down"),
        ("nd_255_2025.ethnic_group", "poor_households", "up"),
        ("nd_255_2025.ethnic_group", "near_poor_households", "up"),
        ("nd_255_2025.ethnic_group", "population", "down"),
        ("nd_255_2025.ethnic_group", "census_2019_population", "up"),
        ("nd_255_2025.ethnic_group", "all_minorities_poor_and_near_poor_rate", "down"),
    ],
)
def test_outcomes_follow_the_facts(key, move, way):
    order = ("neither", "many_difficulties", "specific_difficulties")
    rule = RULES[key].read()
    assert monotone(rule, move, way, order).proved
    opposite = {"up": "down", "down": "up"}[way]
    assert not monotone(rule, move, opposite, order).proved


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
    assert not equivalent(mutant, second(key, readings)).proved
