"""The table reading of the rule language itself, node by node."""

from itertools import product

import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.law.provision import Provision
from dantoc_policy.places.commune import Commune
from dantoc_policy.rules.condition import all_of, any_of, at_least, number, open_question
from dantoc_policy.rules.decide import decide
from dantoc_policy.rules.exact.compiled import compiled
from dantoc_policy.rules.quantity import choose, facts, pct, times
from dantoc_policy.rules.rule import Case, Outcome, Rule
from dantoc_policy.rules.table import decide_table
from dantoc_policy.rules.terms.logic import Every, Picked, Some, node_of
from dantoc_policy.values.text import Text

c = facts(Commune)
A, B, C, D = (
    c.in_mekong_delta,
    c.in_southeast,
    c.meets_new_rural_standard,
    c.has_boarding_school,
)
NAMES = (
    "in_mekong_delta",
    "in_southeast",
    "meets_new_rural_standard",
    "has_boarding_school",
)
OPEN = open_question("X", "?", "?")
LAW = "33/2020/QĐ-TTg"


def rule_of(*conditions):
    cases = [
        Case(outcome=Outcome(f"case{n}", Text("", "")), when=when, provision=Provision(LAW, n))
        for n, when in enumerate(conditions, start=1)
    ]
    rest = Case(outcome=Outcome("rest", Text("", "")), provision=Provision(LAW, 99))
    return Rule(key="test", title=Text("", ""), record=Commune, cases=(*cases, rest))


CONDITIONS = {
    "and": (A & B & C,),
    "or": (A | B | C,),
    "not": (~(A & ~B),),
    "at least": (at_least(2, A, B, C, D),),
    "at least one": (at_least(1, A, B),),
    "at least all": (at_least(2, A, B),),
    "at least by condition": (at_least(choose(D, number(1), number(3)), A, B, C),),
    "at least by condition, more": (at_least(choose(D, number(3), number(2)), A, B, C),),
    "open": (A | OPEN, B & OPEN),
    "cases": (A & B, B | C, D),
    "same outcome": (any_of(A, B), all_of(A, C), ~A),
    "cited": (
        any_of(
            (A & B).cited(Provision(LAW, 1, 1)),
            any_of(C.cited(Provision(LAW, 1, 2)), ~D, (~B).cited(Provision(LAW, 1, 1))),
            at_least(2, A.cited(Provision(LAW, 4)), ~(B | C), D),
        ),
        ~all_of(A.cited(Provision(LAW, 5)), (B | ~C).cited(Provision(LAW, 6))),
    ),
}


@pytest.mark.parametrize("name", CONDITIONS)
@pytest.mark.parametrize("staged", [True, False])
@pytest.mark.parametrize("backend", ["polars", "lazy", "pyarrow"])
def test_every_node_is_kleenes(name, staged, backend):
    rule = rule_of(*CONDITIONS[name])
    rows = list(product((True, False, None), repeat=4))
    frame = pl.DataFrame(rows, schema=dict.fromkeys(NAMES, pl.Boolean), orient="row")
    kinds = {"polars": lambda: frame, "lazy": frame.lazy, "pyarrow": frame.to_arrow}
    found = decide_table(rule, nw.from_native(kinds[backend]()), staged=staged)
    found = found.collect() if backend == "lazy" else found
    prepared = compiled(rule)
    for row, answer in zip(rows, found.iter_rows(named=True), strict=True):
        record = Commune(**dict(zip(NAMES, row, strict=True)))
        truths = prepared.truths(record.__dict__)
        case = prepared.outcome(truths)
        keys = [rule.cases[n].outcome.key for n in prepared.open_cases(truths)]
        assert answer["possible"] == "|".join(keys)
        if case is None:
            asked = {n for a in prepared.asked(truths) for n in prepared.atoms[a].names}
            assert answer["outcome"] is answer["provision"] is None
            assert set(filter(None, answer["missing"].split("|"))) == asked
        else:
            texts = [provision.text() for provision in decide(rule, record).provisions]
            assert answer["outcome"] == rule.cases[case].outcome.key
            assert answer["provision"] == "; ".join(texts)
            assert answer["missing"] is None


def outcome(condition, **values):
    frame = nw.from_native(pl.DataFrame(values))
    return decide_table(rule_of(condition), frame, add=["outcome"])["outcome"].to_list()


def test_amounts_sums_and_multiples():
    assert outcome(c.road_to_district_km > 20, road_to_district_km=[20.0, 20.1, None]) == [
        "rest",
        "case1",
        None,
    ]
    both = (c.poor_households + c.near_poor_households) / c.households >= pct(30)
    assert outcome(
        both,
        poor_households=[10, 10, 10, None],
        near_poor_households=[20, 19, None, 30],
        households=[100] * 4,
    ) == ["case1", "rest", None, None]
    four = c.poor_households / c.households >= times(4, c.national_poor_rate)
    assert outcome(
        four,
        poor_households=[44, 43, 44, 44],
        households=[1000] * 4,
        national_poor_rate=[1.1, 1.1, 1.2, None],
    ) == ["case1", "rest", "rest", None]
    assert outcome(four, poor_rate=[4.4, 4.39], national_poor_rate=[1.1, 1.1]) == ["case1", "rest"]
    assert outcome(four, poor_households=[44], households=[1000]) == [None]


def test_counts_win_over_percentages_and_nothing_has_no_share():
    rich = c.poor_households / c.households < pct(10)
    found = outcome(
        rich,
        poor_households=[96, None, 96, 0, None],
        households=[1000, 1000, None, 0, 0],
        poor_rate=[10.0, 10.0, 10.0, 3.0, 3.0],
    )
    assert found == ["case1", "rest", "rest", None, "case1"]


def test_thresholds_that_follow_from_each_other_take_two_joins():
    share = c.poor_households / c.households
    assert isinstance(node_of(Commune, share >= choose(A, pct(15), pct(20))), Some)
    assert isinstance(node_of(Commune, share >= choose(A, pct(20), pct(15))), Some)
    assert isinstance(node_of(Commune, at_least(choose(A, number(1), number(2)), B, C)), Some)
    sums = c.poor_households + c.near_poor_households
    mixed = choose(A, times(2, c.national_poor_rate), times(2, c.national_poor_and_near_poor_rate))
    assert isinstance(node_of(Commune, sums / c.households >= mixed), Picked)
    assert isinstance(node_of(Commune, A & B), Every)


@pytest.mark.parametrize("staged", [True, False])
def test_thresholds_that_do_not_follow_from_each_other_are_picked(staged):
    """Known also where the condition is not, if both thresholds answer alike."""
    both = times(2, c.national_poor_rate), times(2, c.national_poor_and_near_poor_rate)
    condition = c.poor_households / c.households >= choose(A, *both)
    rows = [(poor, truth) for poor in (30, 15, 5, None) for truth in (True, False, None)]
    frame = pl.DataFrame(rows, schema=["poor_households", "in_mekong_delta"], orient="row")
    frame = frame.with_columns(
        households=100,
        national_poor_rate=pl.lit(5.0),
        national_poor_and_near_poor_rate=pl.lit(10.0),
    )
    found = decide_table(rule_of(condition), nw.from_native(frame), staged=staged)
    between = ["case1", "rest", None]
    assert found["outcome"].to_list() == ["case1"] * 3 + between + ["rest"] * 3 + [None] * 3


def test_a_single_expression_says_the_same():
    frame = nw.from_native(
        pa.table({"poor_rate": [12.0, 9.0, None], "in_mekong_delta": [None] * 3})
    )
    rule = rule_of(c.poor_households / c.households >= choose(A, pct(10), pct(11)))
    staged = decide_table(rule, frame)
    assert decide_table(rule, frame, staged=False).to_native().equals(staged.to_native())
    assert staged["outcome"].to_list() == ["case1", "rest", None]


def test_a_frame_without_a_fact_is_refused():
    with pytest.raises(InputError, match="no_facts"):
        decide_table(rule_of(A), nw.from_native(pl.DataFrame({"households": [1]})))
