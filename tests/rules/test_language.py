"""The rule language refuses what cannot mean anything, when it is written."""

from __future__ import annotations

import pytest

from dantoc_policy.errors import DefinitionError
from dantoc_policy.instruments.outcomes import REGION_I
from dantoc_policy.places.commune import Commune
from dantoc_policy.rules.condition import AllOf, AnyOf, all_of, at_least, reading
from dantoc_policy.rules.quantity import choose, facts, pct, share, times
from dantoc_policy.rules.rule import Case, Rule
from dantoc_policy.values.text import Text

c = facts(Commune)


def test_a_wrong_name_tells_the_close_ones() -> None:
    with pytest.raises(DefinitionError, match=r"rule\.unknown_fact.*poor_households"):
        _ = c.poor_housholds


@pytest.mark.parametrize(
    "write",
    [
        lambda: c.poor_households >= pct(20),
        lambda: c.poor_households / c.households >= 20,
        lambda: c.poor_rate >= 20,
        lambda: c.poor_households / c.population,
        lambda: c.poor_households + c.population,
        lambda: c.poor_households / c.households >= times(2, c.income_per_capita),
        lambda: (
            c.poor_households / c.households
            >= choose(c.in_mekong_delta, pct(1), times(2, c.villages))
        ),
    ],
)
def test_unlike_units_are_refused(write) -> None:
    with pytest.raises(DefinitionError, match=r"rule\.unit_clash"):
        write()


@pytest.mark.parametrize(
    ("write", "code"),
    [
        (lambda: c.poor_households >= "20", "rule.not_a_threshold"),
        (lambda: c.poor_households >= True, "rule.not_a_threshold"),
        (lambda: c.poor_households / c.households >= 0.2, "rule.not_a_threshold"),
        (lambda: bool(c.poor_households > 3), "rule.used_as_truth"),
        (lambda: 1 < c.poor_households < 3, "rule.used_as_truth"),
        (lambda: c.in_mekong_delta & 1, "rule.not_a_condition"),
        (lambda: all_of(c.poor_households), "rule.not_a_condition"),
        (lambda: times(2, c.poor_households + c.near_poor_households), "rule.multiple_of_sum"),
        (
            lambda: reading("K", "?", "?", default="R3", R1=c.in_mekong_delta),
            "reading.no_default",
        ),
        (
            lambda: Rule(
                key="k",
                title=Text("", ""),
                record=Commune,
                cases=(Case(outcome=REGION_I, when=c.in_mekong_delta),),
            ),
            "rule.no_rest",
        ),
    ],
)
def test_meaningless_rules_are_refused(write, code: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        write()
    assert caught.value.code == code
    assert caught.value.message("vi")
    assert caught.value.message("en")


def test_operators_build_the_tree_that_functions_build() -> None:
    one, other = c.in_mekong_delta, c.in_southeast
    assert (one & other) == all_of(one, other)
    assert isinstance(one & other, AllOf)
    assert isinstance(one | other, AnyOf)
    assert at_least(1, one, other).children == (one, other)


def test_thresholds_are_exact() -> None:
    assert share(2, 3).value * 3 == 200
    assert pct("0.1").value * 10 == 1


def test_names_of_words_ask_for_membership() -> None:
    from dantoc_policy.rules.quantity import Fact, word
    from dantoc_policy.values.fact import FactInfo
    from dantoc_policy.values.unit import Unit

    kind = word(Fact("Commune", "kind", FactInfo(unit=Unit.NAME, label=Text("loại", "kind"))))
    assert kind.is_in("ward", "township").values == ("ward", "township")
