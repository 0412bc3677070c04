"""The smallest change is the smallest: held against all changes of small records."""

from __future__ import annotations

from itertools import product
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.instruments import nd_272_2025, qd_33_2020
from dantoc_policy.places.commune import Commune
from dantoc_policy.records.record import ValidationError
from dantoc_policy.rules.decide import decide

ELSEWHERE = {"in_mekong_delta": False, "meets_new_rural_standard": False}


def changes(to: str, cost: dict[str, float] | None = None, **facts: object):
    return decide(qd_33_2020.COMMUNE, Commune(**facts)).distance(to, cost=cost)


def test_fewer_poor_households_or_the_new_rural_standard() -> None:
    found = changes("I", households=1000, minority_households=400, poor_households=111, **ELSEWHERE)
    assert [change.facts for change in found] == [
        {"poor_households": 99},
        {"meets_new_rural_standard": True},
    ]
    assert found[0].text("en") == "12 fewer poor households (111 to 99)"
    assert found[0].text("vi") == "giảm 12 hộ: số hộ nghèo từ 111 xuống 99"
    assert [change.cost for change in found] == [12.0, 100.0]


def test_a_truth_is_told_as_reached_or_lost() -> None:
    facts = {"households": 1000, "minority_households": 400, "in_mekong_delta": False}
    (lost,) = changes("III", poor_households=300, meets_new_rural_standard=True, **facts)
    assert lost.text("en") == "no longer: recognised as meeting the new-rural standard"
    assert lost.text("vi") == "không còn: đã được công nhận đạt chuẩn nông thôn mới"
    reached = changes("I", poor_households=300, meets_new_rural_standard=False, **facts)[0]
    assert reached.text("en") == "become: recognised as meeting the new-rural standard"
    assert reached.text("vi") == "đạt: đã được công nhận đạt chuẩn nông thôn mới"


def test_the_caller_sets_the_cost() -> None:
    facts = {"households": 1000, "minority_households": 400, "poor_households": 111, **ELSEWHERE}
    cheap_standard = changes("I", {"meets_new_rural_standard": 1}, **facts)
    assert [set(change.facts) for change in cheap_standard] == [
        {"meets_new_rural_standard"},
        {"poor_households"},
    ]
    assert [set(c.facts) for c in changes("I", {"poor_households": inf}, **facts)] == [
        {"meets_new_rural_standard"}
    ]


def test_parts_follow_a_smaller_whole() -> None:
    (change,) = changes(
        "II",
        households=1000,
        minority_households=400,
        poor_households=212,
        poor_minority_households=205,
        illiterate_rate=3,
        untrained_rate=20,
        road_to_district_km=5,
        **ELSEWHERE,
    )
    # Under 20 % poor, and of those not over 60 % minority.
    assert change.facts == {"poor_households": 199, "poor_minority_households": 119}


def test_what_no_action_moves_stays_unless_a_cost_is_named() -> None:
    facts = {"minority_share": 90, "poor_rate": 24.67, "in_mekong_delta": False}
    assert changes("outside", **facts) == ()
    (change,) = changes("outside", {"minority_share": 1}, **facts)
    assert float(change.facts["minority_share"]) == 14.99


def test_no_distance_to_where_one_is() -> None:
    facts = {"households": 1000, "minority_households": 400, "poor_households": 50, **ELSEWHERE}
    assert changes("I", **facts) == ()


def test_unknown_outcomes_and_facts_are_refused() -> None:
    with pytest.raises(InputError, match=r"outcome\.unknown"):
        changes("IV", households=10)
    with pytest.raises(InputError, match=r"fact\.unknown"):
        changes("I", {"poor_housholds": 1}, households=10)


def test_four_criteria_of_decree_272_in_cost_order() -> None:
    record = Commune(
        population=5000,
        minority_population=4000,
        households=1000,
        poor_households=100,
        near_poor_households=100,
        national_poor_and_near_poor_rate=4.06,
        income_per_capita=2_000_000,
        national_income_per_capita=5_400_000,
        households_with_electricity_contract=900,
        households_with_clean_water=200,
        commune_road_km=20,
        paved_commune_road_km=10,
        degraded_commune_road_km=1,
        meets_national_health_criteria=True,
        schools=4,
        schools_at_facility_level_1=3,
        has_boarding_school=True,
        has_semi_boarding_school=True,
        has_pupil_boarding_housing=True,
        boarding_capacity_rate=90,
        semi_boarding_capacity_rate=90,
        farmland_ha=100,
        irrigated_farmland_ha=30,
        has_standard_culture_sports_centre=True,
        villages=10,
        villages_with_internet=10,
        especially_difficult_villages=2,
        households_with_hygienic_latrine=700,
        in_mekong_delta=False,
    )
    evaluation = decide(nd_272_2025.COMMUNE, record)
    assert evaluation.outcome == "III"
    found = evaluation.distance("I")
    assert all(len(change.steps) == 4 for change in found)
    assert [change.cost for change in found] == sorted(change.cost for change in found)


@st.composite
def small_communes(draw: st.DrawFn) -> Commune:
    households = draw(st.integers(1, 12))
    poor = draw(st.integers(0, households))
    minority = draw(st.integers(0, households))
    both = draw(st.integers(max(0, poor + minority - households), min(poor, minority)))
    return Commune(
        households=households,
        poor_households=poor,
        minority_households=minority,
        poor_minority_households=both,
        in_mekong_delta=draw(st.booleans()),
        meets_new_rural_standard=draw(st.booleans()),
        untrained_rate=10,
        illiterate_rate=10,
        road_to_district_km=3,
    )


@given(small_communes(), st.sampled_from(["I", "II", "III"]))
@settings(max_examples=60, deadline=None)
def test_nothing_cheaper_exists(commune: Commune, to: str) -> None:
    """Try every value of the three facts that can move here."""
    evaluation = decide(qd_33_2020.COMMUNE, commune)
    costs = {"untrained_rate": inf, "illiterate_rate": inf}
    found = evaluation.distance(to, cost=costs)
    best = inf
    households = commune.households
    assert isinstance(households, int)
    for poor, both, standard in product(
        range(households + 1), range(households + 1), (True, False)
    ):
        try:
            changed = Commune(
                **{
                    **commune.model_dump(exclude_none=True),
                    "poor_households": poor,
                    "poor_minority_households": both,
                    "meets_new_rural_standard": standard,
                }
            )
        except ValidationError:
            continue
        if decide(qd_33_2020.COMMUNE, changed).outcome == to:
            price = (
                abs(poor - commune.poor_households)
                + abs(both - commune.poor_minority_households)
                + 100 * (standard is not commune.meets_new_rural_standard)
            )
            best = min(best, price)
    if evaluation.outcome == to:
        assert (found, best) == ((), 0)
    else:
        assert (found[0].cost if found else inf) == best
