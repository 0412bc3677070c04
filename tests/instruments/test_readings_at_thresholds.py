"""The readings that are not the default keep the law's numbers too, just below, at and above."""

from __future__ import annotations

import pytest

from dantoc_policy.instruments import nd_272_2025, qd_33_2020, qd_50_2016
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.village import Village
from dantoc_policy.rules.condition import Condition
from dantoc_policy.rules.decide import decide
from dantoc_policy.rules.exact.compiled import compiled
from dantoc_policy.rules.rule import Case, Outcome, Rule
from dantoc_policy.values.text import Text

MET = Outcome("met", Text("đạt", "met"))
NOT_MET = Outcome("not_met", Text("không đạt", "not met"), holds=False)


def holds(condition: Condition, record, readings: dict[str, str] | None = None) -> bool | None:
    """Decide one criterion by itself."""
    rule = Rule(
        key="one",
        title=Text("", ""),
        record=type(record),
        cases=(Case(outcome=MET, when=condition), Case(outcome=NOT_MET)),
    )
    assert compiled(rule.read(readings)) is not None
    return decide(rule, record, readings=readings).verdict.truth


RATE = {"households": 10_000, "national_poor_rate": 4, "near_poor_households": 0}


@pytest.mark.parametrize(
    ("mekong", "poor", "expected"),
    [
        (False, 799, False),
        (False, 800, True),
        (False, 801, True),
        (True, 599, False),
        (True, 600, True),
        (True, 601, True),
    ],
)
def test_poor_only_for_communes(mekong, poor, expected) -> None:
    record = Commune(**RATE, poor_households=poor, in_mekong_delta=mekong)
    assert holds(nd_272_2025.poverty, record, {"A272-6": "R2"}) is expected


@pytest.mark.parametrize(
    ("mekong", "poor", "expected"),
    [
        (False, 1599, False),
        (False, 1600, True),
        (False, 1601, True),
        (True, 799, False),
        (True, 800, True),
        (True, 801, True),
    ],
)
def test_poor_only_for_villages(mekong, poor, expected) -> None:
    record = Village(**RATE, poor_households=poor, in_mekong_delta=mekong)
    assert holds(nd_272_2025.village_poverty, record, {"A272-6": "R2"}) is expected


@pytest.mark.parametrize(("degraded", "expected"), [(49.9, False), (50, False), (50.1, True)])
@pytest.mark.parametrize(("reading", "paved"), [("R1", 100), ("R2", 90)])
def test_degraded_roads(reading, paved, degraded, expected) -> None:
    total = 100
    record = Commune(
        commune_road_km=total, paved_commune_road_km=paved, degraded_commune_road_km=degraded
    )
    assert holds(nd_272_2025.roads, record, {"A272-3": reading}) is expected


@pytest.mark.parametrize(("difficult", "expected"), [(499, False), (500, True), (501, True)])
@pytest.mark.parametrize("reading", ["R1", "R2"])
def test_half_of_the_villages(reading, difficult, expected) -> None:
    record = Commune(
        villages=1000, minority_area_villages=1000, especially_difficult_villages=difficult
    )
    found = holds(nd_272_2025.half_especially_difficult, record, {"A272-4": reading})
    assert found is expected


@pytest.mark.parametrize(
    ("income", "by_reading"),
    [(4999, ("R1", "R2")), (5000, ("R2",)), (5001, ())],
)
def test_half_of_the_income(income, by_reading) -> None:
    record = Commune(income_per_capita=income, national_income_per_capita=10_000)
    for reading in ("R1", "R2"):
        found = holds(nd_272_2025.income, record, {"A272-1": reading})
        assert found is (reading in by_reading)


@pytest.mark.parametrize(("rooms", "expected"), [(599, False), (600, True), (601, True)])
def test_rooms_that_are_not_solid(rooms, expected) -> None:
    record = Village(
        kindergarten_rooms=1000,
        kindergarten_rooms_not_solid=rooms,
        main_road_meets_new_rural_standard=True,
        has_standard_culture_house=True,
        minority_households=80,
        households=100,
    )
    assert holds(qd_50_2016.village_lacks, record) is expected


@pytest.mark.parametrize(("good", "expected"), [(499, True), (500, False), (501, False)])
def test_schools_below_level_1(good, expected) -> None:
    record = Commune(schools=1000, schools_at_facility_level_1=good)
    assert holds(nd_272_2025.schools, record) is expected


@pytest.mark.parametrize(("stable", "expected"), [(1499, False), (1500, True), (1501, True)])
def test_stable_households(stable, expected) -> None:
    facts = {"stable_households": 10_000, "stable_minority_households": stable}
    for condition, record in (
        (qd_33_2020.in_area, Commune(**facts)),
        (qd_33_2020.village_in_area, Village(**facts)),
    ):
        assert holds(condition, record, {"A33-1": "R2"}) is expected


@pytest.mark.parametrize(("illiterate", "expected"), [(1999, "II"), (2000, "III"), (2001, "III")])
def test_illiterate_among_all_people(illiterate, expected) -> None:
    record = Commune(
        households=1000,
        minority_households=400,
        poor_households=170,
        poor_minority_households=10,
        people_15_60=10_000,
        minority_people_15_60=9_000,
        illiterate_minority_people_15_60=illiterate,
        untrained_rate=10,
        road_to_district_km=3,
        in_mekong_delta=False,
        meets_new_rural_standard=False,
    )
    answer = decide(qd_33_2020.COMMUNE, record, readings={"A33-2": "R2"})
    assert answer.outcome == expected


@pytest.mark.parametrize(("poor", "expected"), [(999, "I"), (1000, "III"), (1001, "III")])
def test_many_poor_minority_households_but_a_low_rate(poor, expected) -> None:
    record = Commune(
        households=10_000,
        minority_households=4_000,
        poor_households=poor,
        poor_minority_households=200,
        in_mekong_delta=True,
        meets_new_rural_standard=False,
    )
    answer = decide(qd_33_2020.COMMUNE, record, readings={"A33-3": "R2"})
    assert answer.outcome == expected


@pytest.mark.parametrize(("poor_minority", "expected"), [(150, "II"), (151, "III")])
@pytest.mark.parametrize("reading", ["R1", "R2"])
def test_over_150_under_either_reading(reading, poor_minority, expected) -> None:
    record = Commune(
        households=10_000,
        minority_households=4_000,
        poor_households=1_100,
        poor_minority_households=poor_minority,
        in_mekong_delta=True,
        meets_new_rural_standard=False,
    )
    answer = decide(qd_33_2020.COMMUNE, record, readings={"A33-3": reading})
    assert answer.outcome == expected


@pytest.mark.parametrize(
    ("condition", "article", "clause"),
    [
        (nd_272_2025.minority_commune, 4, 2),
        (nd_272_2025.minority_province, 4, 3),
        (nd_272_2025.mountainous_village, 5, 1),
        (nd_272_2025.mountainous_commune, 5, 2),
        (nd_272_2025.mountainous_province, 5, 3),
        (nd_272_2025.village_in_area, 6, 1),
        (nd_272_2025.commune_in_area, 6, 2),
        (nd_272_2025.province_in_area, 6, 3),
        (qd_33_2020.in_area, 2, 1),
        (qd_33_2020.village_in_area, 2, 2),
        (qd_33_2020.very_poor, 3, 1),
        (qd_33_2020.poor_and_held_back, 3, 2),
        (qd_33_2020.village_very_poor, 6, 1),
        (qd_33_2020.village_poor_and_held_back, 6, 2),
        (qd_50_2016.village_very_poor, 2, 1),
        (qd_50_2016.village_poor_and_lacking, 2, 2),
        (qd_50_2016.still_difficult, 3, 2),
    ],
)
def test_joined_conditions_cite_their_clause(condition, article, clause) -> None:
    assert (condition.provision.article, condition.provision.clause) == (article, clause)
