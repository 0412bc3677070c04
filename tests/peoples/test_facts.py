"""The facts of a group: who it is, what figures are accepted, and which contradict each other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dantoc_policy.errors import InputError
from dantoc_policy.peoples.facts import EthnicGroupFacts
from dantoc_policy.peoples.library import peoples
from dantoc_policy.records.record import problems_of
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.unit import Unit


def refused(**values):
    with pytest.raises(ValidationError) as caught:
        EthnicGroupFacts(**values)
    return [(problem.code, problem.place) for problem in problems_of(caught.value)]


def test_everything_may_be_unknown():
    facts = EthnicGroupFacts()
    assert facts.group() is None
    assert {getattr(facts, name) for name in EthnicGroupFacts.facts()} == {None}


@given(st.sampled_from(list(peoples)))
def test_a_group_is_found_by_name_and_by_either_code(group):
    assert EthnicGroupFacts(name=group.id).group() is group
    assert EthnicGroupFacts(code_1979=group.code_1979).group() is group
    assert EthnicGroupFacts(code_2008=group.code_2008).group() is group
    same = EthnicGroupFacts(
        name=group.name.vi, code_1979=group.code_1979, code_2008=group.code_2008
    )
    assert same.group() is group


def test_a_code_may_have_lost_its_zero_and_a_bare_code_is_no_field():
    assert EthnicGroupFacts(code_1979=8).code_1979 == "08"
    assert EthnicGroupFacts(code_1979=float("nan")).code_1979 is None
    assert refused(code="08") == [("record.extra_forbidden", "code")]


@pytest.mark.parametrize(
    "values",
    [
        {"code_1979": "24", "code_2008": "24"},  # Thổ and Bru Vân Kiều
        {"name": "Thái", "code_1979": "02"},
        {"name": "Bru Vân Kiều", "code_1979": "24"},
    ],
)
def test_name_and_codes_of_different_groups_are_refused(values):
    assert [code for code, _ in refused(**values)] == ["people.disagree"]


def test_an_ambiguous_or_unknown_name_contradicts_no_code():
    # Xá Lá Vàng may be the Chứt, the La Hủ or the Mảng.
    assert EthnicGroupFacts(name="Xá Lá Vàng", code_1979="41").group() is peoples.get("La Hủ")
    assert EthnicGroupFacts(name="nhóm 7", code_2008="39").group() is peoples.get("La Hủ")
    with pytest.raises(InputError, match=r"people\.ambiguous"):
        EthnicGroupFacts(name="Xá Lá Vàng").group()


def test_a_code_that_no_group_bears_is_refused():
    assert refused(code_1979="55") == [("people.unknown_code", "code_1979")]


@pytest.mark.parametrize(
    ("values", "code", "place"),
    [
        ({"households": 10, "poor_households": 11}, "facts.inconsistent", "poor_households"),
        (
            {"households": 10, "poor_households": 6, "near_poor_households": 5},
            "facts.inconsistent",
            "poor_households",
        ),
        (
            {"people_15_plus": 5, "illiterate_people_15_plus": 6},
            "facts.inconsistent",
            "illiterate_people_15_plus",
        ),
        (
            {"households": 933, "poor_households": 391, "poor_rate": Decimal("42.0")},
            "share.disagrees",
            "poor_rate",
        ),
        (
            {"population": 10, "national_population": 100, "national_population_share": 11},
            "share.disagrees",
            "national_population_share",
        ),
        ({"population": 101, "national_population": 100}, "facts.inconsistent", "population"),
        ({"poor_rate": 101}, "percent.over_100", "poor_rate"),
        ({"infant_mortality_rate": -1}, "number.negative", "infant_mortality_rate"),
    ],
)
def test_what_cannot_be_is_refused(values, code, place):
    assert set(refused(**values)) == {(code, place)}


def test_figures_that_agree_within_their_rounding_are_kept():
    facts = EthnicGroupFacts(households=933, poor_households=391, poor_rate=Decimal("41.9"))
    assert facts.poor_rate == Decimal("41.9")
    assert EthnicGroupFacts(population=Bounds.of(below=10_000)).population is not None


def test_infant_mortality_is_per_mille_and_kept_exactly():
    facts = EthnicGroupFacts.facts()
    for name in ("infant_mortality_rate", "all_minorities_infant_mortality_rate"):
        assert facts[name].unit is Unit.PER_MILLE
    assert EthnicGroupFacts(infant_mortality_rate=33.195).infant_mortality_rate == Decimal("33.195")


def test_a_population_smaller_or_larger_than_in_2019_is_possible():
    for population in (3, 5, 7):
        facts = EthnicGroupFacts(population=population, census_2019_population=5)
        assert facts.population == population


def test_the_schema_names_units_and_both_languages():
    schema = EthnicGroupFacts.model_json_schema()["properties"]
    assert schema["infant_mortality_rate"]["unit"] == "per_mille"
    assert schema["population"]["title"].startswith("số dân")
