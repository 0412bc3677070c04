"""Decree 272/2025/NĐ-CP: membership, twelve criteria, regions, villages, provinces, readings.

The commune of these tests has 10,000 households, 10,000 people of whom 2,000 are minority ones,
100 villages, and meets none of the twelve criteria unless a test says so.
"""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dantoc_policy import Commune, Province, Village, classify

DAY = dt.date(2026, 2, 1)


def clauses(answer):
    assert {provision.document for provision in answer.provisions} <= {"272/2025/NĐ-CP"}
    return {provision.place("vi") for provision in answer.provisions}


def decided(record, **how):
    answer = classify(record, DAY, **how)
    return answer.outcome, clauses(answer)


NATIONAL = {"national_poor_and_near_poor_rate": 4.06, "national_income_per_capita": 5_000_000}
WELL_OFF = {
    **NATIONAL,
    "population": 10_000,
    "minority_population": 2_000,
    "households": 10_000,
    "in_mekong_delta": False,
    "income_per_capita": 4_000_000,
    "poor_households": 100,
    "near_poor_households": 100,
    "households_with_electricity_contract": 9_900,
    "households_with_clean_water": 8_000,
    "commune_road_km": 100,
    "paved_commune_road_km": 90,
    "degraded_commune_road_km": 0,
    "meets_national_health_criteria": True,
    "schools": 10,
    "schools_at_facility_level_1": 9,
    "has_boarding_school": True,
    "has_semi_boarding_school": True,
    "has_pupil_boarding_housing": True,
    "boarding_capacity_rate": 100,
    "semi_boarding_capacity_rate": 100,
    "farmland_ha": 100,
    "irrigated_farmland_ha": 90,
    "has_standard_culture_sports_centre": True,
    "villages": 100,
    "villages_with_internet": 100,
    "especially_difficult_villages": 0,
    "households_with_hygienic_latrine": 9_000,
}

MET = {
    "a": {"income_per_capita": 2_000_000},
    "b": {"poor_households": 1_000},
    "c": {"households_with_electricity_contract": 9_000},
    "d": {"households_with_clean_water": 1_000},
    "đ": {"paved_commune_road_km": 50},
    "e": {"meets_national_health_criteria": False},
    "g": {"schools_at_facility_level_1": 1},
    "h": {"has_pupil_boarding_housing": False},
    "i": {"irrigated_farmland_ha": 10},
    "k": {"has_standard_culture_sports_centre": False},
    "l": {"villages_with_internet": 90},
    "m": {"households_with_hygienic_latrine": 1_000},
}
"""Each criterion of Điều 8 khoản 2 met clearly, by its point."""


def commune(met="", **facts):
    record = dict(WELL_OFF)
    for point in met:
        record |= MET[point]
    return Commune(**record | facts)


MEMBER = "điểm a khoản 2 Điều 4"
REGION = {
    "III": "điểm a khoản 3 Điều 8",
    "II": "điểm b khoản 3 Điều 8",
    "I": "điểm c khoản 3 Điều 8",
}


def region(name, points=""):
    return name, {REGION[name], MEMBER, *(f"điểm {point} khoản 2 Điều 8" for point in points)}


# --- Điều 8 khoản 2: the twelve criteria, each with two clear ones beside it -------------------

DELTA = {"in_mekong_delta": True}


@pytest.mark.parametrize(
    ("point", "facts", "met"),
    [
        # a) income under 50 % of the national one
        ("a", {"income_per_capita": 2_499_999}, True),
        ("a", {"income_per_capita": 2_500_000}, False),
        ("a", {"income_per_capita": 2_500_001}, False),
        # b) poverty from 2 times the national 4.06 %: 8.12 %; in the Delta 1.5 times: 6.09 %
        ("b", {"poor_households": 400, "near_poor_households": 411}, False),
        ("b", {"poor_households": 400, "near_poor_households": 412}, True),
        ("b", {"poor_households": 400, "near_poor_households": 413}, True),
        ("b", {"poor_households": 300, "near_poor_households": 308, **DELTA}, False),
        ("b", {"poor_households": 300, "near_poor_households": 309, **DELTA}, True),
        ("b", {"poor_households": 300, "near_poor_households": 310, **DELTA}, True),
        # c) electricity contracts under 95 %
        ("c", {"households_with_electricity_contract": 9_499}, True),
        ("c", {"households_with_electricity_contract": 9_500}, False),
        ("c", {"households_with_electricity_contract": 9_501}, False),
        # d) clean water under 30 %
        ("d", {"households_with_clean_water": 2_999}, True),
        ("d", {"households_with_clean_water": 3_000}, False),
        ("d", {"households_with_clean_water": 3_001}, False),
        # đ) paved roads under 80 %, or over 50 % of them seriously degraded
        ("đ", {"paved_commune_road_km": 79.99}, True),
        ("đ", {"paved_commune_road_km": 80}, False),
        ("đ", {"paved_commune_road_km": 80.01}, False),
        ("đ", {"degraded_commune_road_km": 44.99}, False),
        ("đ", {"degraded_commune_road_km": 45}, False),
        ("đ", {"degraded_commune_road_km": 45.01}, True),
        # e) health
        ("e", {"meets_national_health_criteria": True}, False),
        ("e", {"meets_national_health_criteria": False}, True),
        # g) schools at level 1 under 50 %
        ("g", {"schools_at_facility_level_1": 4}, True),
        ("g", {"schools_at_facility_level_1": 5}, False),
        ("g", {"schools_at_facility_level_1": 6}, False),
        # h) no boarding houses, or under 80 % (nội trú), or under 60 % (bán trú) of the need
        ("h", {"has_pupil_boarding_housing": False}, True),
        ("h", {"boarding_capacity_rate": 79.9}, True),
        ("h", {"boarding_capacity_rate": 80}, False),
        ("h", {"boarding_capacity_rate": 80.1}, False),
        ("h", {"semi_boarding_capacity_rate": 59.9}, True),
        ("h", {"semi_boarding_capacity_rate": 60}, False),
        ("h", {"semi_boarding_capacity_rate": 60.1}, False),
        # i) irrigated farmland under 50 %
        ("i", {"irrigated_farmland_ha": 49.99}, True),
        ("i", {"irrigated_farmland_ha": 50}, False),
        ("i", {"irrigated_farmland_ha": 50.01}, False),
        # k) culture and sports centre
        ("k", {"has_standard_culture_sports_centre": True}, False),
        ("k", {"has_standard_culture_sports_centre": False}, True),
        # l) villages with internet under 95 %
        ("l", {"villages_with_internet": 94}, True),
        ("l", {"villages_with_internet": 95}, False),
        ("l", {"villages_with_internet": 96}, False),
        # m) hygienic latrines under 50 %
        ("m", {"households_with_hygienic_latrine": 4_999}, True),
        ("m", {"households_with_hygienic_latrine": 5_000}, False),
        ("m", {"households_with_hygienic_latrine": 5_001}, False),
    ],
)
def test_criteria(point, facts, met):
    beside = [other for other in "eka" if other != point][:2]
    expected = region("II", [point, *beside]) if met else region("I")
    assert decided(commune(beside, **facts)) == expected


def test_there_are_twelve_criteria_and_each_counts():
    for point in MET:
        beside = [other for other in "abcdđ" if other != point][:2]
        assert decided(commune([point, *beside])) == region("II", [point, *beside])
        assert decided(commune(beside)) == region("I")
    assert decided(commune(MET))[0] == "III"
    assert len(MET) == 12


# --- Điều 8 khoản 3: the regions --------------------------------------------------------------


@pytest.mark.parametrize(
    ("met", "difficult", "expected"),
    [
        ("", 0, region("I")),
        ("ab", 49, region("I")),
        # Under three criteria it stays region I however many villages are especially difficult.
        ("ab", 50, region("I")),
        ("ab", 100, region("I")),
        ("abc", 0, region("II", "abc")),
        ("abc", 49, region("II", "abc")),
        ("abc", 50, region("III", "abc")),
        ("abc", 51, region("III", "abc")),
        ("abcdđ", 49, region("II", "abcdđ")),
        ("abcdđ", 50, region("III", "abcdđ")),
        ("abcdđe", 0, region("III", "abcdđe")),
        ("abcdđe", 100, region("III", "abcdđe")),
        ("abcdđeghiklm", 0, region("III", "abcdđeghiklm")),
    ],
)
def test_regions(met, difficult, expected):
    assert decided(commune(met, especially_difficult_villages=difficult)) == expected


# --- Điều 4-6: membership ---------------------------------------------------------------------

HILLS = {"natural_area_km2": 300, "villages": 30, "villages_with_internet": 30}
FLAT = {**HILLS, "area_at_or_above_200m_km2": 0, "mountainous_villages": 0}
FEW = {"minority_population": 0}


@pytest.mark.parametrize(
    ("facts", "by"),
    [
        # Điều 4 khoản 2: from 15 % of persons ...
        ({"minority_population": 1_499}, None),
        ({"minority_population": 1_500}, "điểm a khoản 2 Điều 4"),
        ({"minority_population": 1_501}, "điểm a khoản 2 Điều 4"),
        # ... or from 4,500 persons
        ({"population": 100_000, "minority_population": 4_499}, None),
        ({"population": 100_000, "minority_population": 4_500}, "điểm b khoản 2 Điều 4"),
        ({"population": 100_000, "minority_population": 4_501}, "điểm b khoản 2 Điều 4"),
        # Điều 5 khoản 2: two thirds of the area, or of the villages
        ({**FEW, "area_at_or_above_200m_km2": 199.99}, None),
        ({**FEW, "area_at_or_above_200m_km2": 200}, "điểm a khoản 2 Điều 5"),
        ({**FEW, "area_at_or_above_200m_km2": 200.01}, "điểm a khoản 2 Điều 5"),
        ({**FEW, "natural_area_km2": 100, "area_at_or_above_200m_km2": 66.66}, None),
        (
            {**FEW, "natural_area_km2": 100, "area_at_or_above_200m_km2": 66.67},
            "điểm a khoản 2 Điều 5",
        ),
        ({**FEW, "mountainous_villages": 19}, None),
        ({**FEW, "mountainous_villages": 20}, "điểm b khoản 2 Điều 5"),
        ({**FEW, "mountainous_villages": 21}, "điểm b khoản 2 Điều 5"),
    ],
)
def test_communes_of_the_area(facts, by):
    answer = decided(commune(**FLAT | facts))
    assert answer == (("I", {REGION["I"], by}) if by else ("outside", {"khoản 2 Điều 6"}))


def test_minority_households_do_not_make_a_commune_of_this_decree():
    record = commune(**FLAT | FEW, minority_households=10_000)
    assert decided(record) == ("outside", {"khoản 2 Điều 6"})


# --- Điều 7: villages -------------------------------------------------------------------------

HAMLET = {
    "national_poor_and_near_poor_rate": 4.06,
    "population": 1_000,
    "minority_population": 150,
    "natural_area_km2": 3,
    "area_at_or_above_200m_km2": 0,
    "area_slope_at_least_15_percent_km2": 0,
    "households": 10_000,
    "poor_households": 0,
    "near_poor_households": 0,
    "in_mekong_delta": False,
    "village_road_km": 10,
    "hardened_village_road_km": 10,
    "households_with_electricity_contract": 10_000,
}
POOR = {"poor_households": 5_000}
NO_ROADS = {"hardened_village_road_km": 0}
NO_POWER = {"households_with_electricity_contract": 0}
BELONGS = "khoản 1 Điều 4"


def village(*parts, **facts):
    record = dict(HAMLET)
    for part in parts:
        record |= part
    return Village(**record | facts)


def difficult(*clauses_of_7):
    met = {f"khoản {number} Điều 7" for number in clauses_of_7}
    return "especially_difficult", {"Điều 7", BELONGS, *met}


NOT_DIFFICULT = ("not_especially_difficult", {"Điều 7", BELONGS})


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        # Two of three.
        (village(), NOT_DIFFICULT),
        (village(POOR), NOT_DIFFICULT),
        (village(NO_ROADS), NOT_DIFFICULT),
        (village(NO_POWER), NOT_DIFFICULT),
        (village(POOR, NO_ROADS), difficult(1, 2)),
        (village(POOR, NO_POWER), difficult(1, 3)),
        (village(NO_ROADS, NO_POWER), difficult(2, 3)),
        (village(POOR, NO_ROADS, NO_POWER), difficult(1, 2, 3)),
        # Khoản 1: from 4 times 4.06 % = 16.24 %; in the Delta from 2 times = 8.12 %.
        (village(NO_ROADS, poor_households=800, near_poor_households=823), NOT_DIFFICULT),
        (village(NO_ROADS, poor_households=800, near_poor_households=824), difficult(1, 2)),
        (village(NO_ROADS, poor_households=800, near_poor_households=825), difficult(1, 2)),
        (village(NO_ROADS, DELTA, poor_households=811), NOT_DIFFICULT),
        (village(NO_ROADS, DELTA, poor_households=812), difficult(1, 2)),
        (village(NO_ROADS, DELTA, poor_households=813), difficult(1, 2)),
        # Khoản 2: under 60 % of roads hardened.
        (village(POOR, hardened_village_road_km=5.99), difficult(1, 2)),
        (village(POOR, hardened_village_road_km=6), NOT_DIFFICULT),
        (village(POOR, hardened_village_road_km=6.01), NOT_DIFFICULT),
        # Khoản 3: under 90 % with an electricity contract.
        (village(POOR, households_with_electricity_contract=8_999), difficult(1, 3)),
        (village(POOR, households_with_electricity_contract=9_000), NOT_DIFFICULT),
        (village(POOR, households_with_electricity_contract=9_001), NOT_DIFFICULT),
    ],
)
def test_especially_difficult_villages(record, expected):
    assert decided(record) == expected


@pytest.mark.parametrize(
    ("facts", "by"),
    [
        ({"minority_population": 149}, None),
        ({"minority_population": 150}, "khoản 1 Điều 4"),
        ({"minority_population": 151}, "khoản 1 Điều 4"),
        ({**FEW, "area_at_or_above_200m_km2": 1.99}, None),
        ({**FEW, "area_at_or_above_200m_km2": 2}, "điểm a khoản 1 Điều 5"),
        ({**FEW, "area_at_or_above_200m_km2": 2.01}, "điểm a khoản 1 Điều 5"),
        ({**FEW, "area_slope_at_least_15_percent_km2": 1.99}, None),
        ({**FEW, "area_slope_at_least_15_percent_km2": 2}, "điểm b khoản 1 Điều 5"),
        ({**FEW, "area_slope_at_least_15_percent_km2": 2.01}, "điểm b khoản 1 Điều 5"),
    ],
)
def test_villages_of_the_area(facts, by):
    expected = (
        ("not_especially_difficult", {"Điều 7", by}) if by else ("outside", {"khoản 1 Điều 6"})
    )
    assert decided(village(**facts)) == expected


# --- Điều 4-6 khoản 3: provinces --------------------------------------------------------------

LOWLAND = {
    "population": 10_000,
    "minority_population": 0,
    "communes": 99,
    "minority_communes": 0,
    "mountainous_communes": 0,
    "natural_area_km2": 300,
    "area_at_or_above_200m_km2": 0,
}


@pytest.mark.parametrize(
    ("facts", "by"),
    [
        ({"minority_population": 1_499}, None),
        ({"minority_population": 1_500}, "điểm a khoản 3 Điều 4"),
        ({"minority_population": 1_501}, "điểm a khoản 3 Điều 4"),
        ({"minority_communes": 65}, None),
        ({"minority_communes": 66}, "điểm b khoản 3 Điều 4"),
        ({"minority_communes": 67}, "điểm b khoản 3 Điều 4"),
        ({"area_at_or_above_200m_km2": 199.99}, None),
        ({"area_at_or_above_200m_km2": 200}, "điểm a khoản 3 Điều 5"),
        ({"area_at_or_above_200m_km2": 200.01}, "điểm a khoản 3 Điều 5"),
        ({"mountainous_communes": 65}, None),
        ({"mountainous_communes": 66}, "điểm b khoản 3 Điều 5"),
        ({"mountainous_communes": 67}, "điểm b khoản 3 Điều 5"),
    ],
)
def test_provinces_of_the_area(facts, by):
    record = Province(**LOWLAND | facts)
    expected = ("in_area", {"khoản 3 Điều 6", by}) if by else ("outside", {"khoản 3 Điều 6"})
    assert decided(record) == expected


# --- Readings ---------------------------------------------------------------------------------

NO_SCHOOL = {
    "has_boarding_school": False,
    "has_semi_boarding_school": False,
    "has_pupil_boarding_housing": False,
}
HALF = {"minority_area_villages": 60, "especially_difficult_villages": 30}
POOR_ONLY = {"national_poor_rate": 1.93, "poor_households": 300, "near_poor_households": 600}


@pytest.mark.parametrize(
    ("key", "record", "outcomes"),
    [
        # exactly half of the national income
        ("A272-1", commune("ek", income_per_capita=2_500_000), {"R1": "I", "R2": "II"}),
        # a commune without a boarding school
        ("A272-2", commune("ek", **NO_SCHOOL), {"open": None, "R1": "II", "R2": "I"}),
        # 46 of 90 paved km are degraded, 46 of 100 km in all
        ("A272-3", commune("ek", degraded_commune_road_km=46), {"R1": "II", "R2": "I"}),
        # 30 of 100 villages, 30 of the 60 in the area
        ("A272-4", commune("eka", **HALF), {"R1": "II", "R2": "III"}),
        # 9 % poor and near-poor against 8.12 %; 3 % poor against 3.86 %
        ("A272-6", commune("ek", **POOR_ONLY), {"R1": "II", "R2": "I"}),
        (
            "A272-6",
            village(NO_ROADS, poor_households=772, near_poor_households=0, national_poor_rate=1.93),
            {"R1": "not_especially_difficult", "R2": "especially_difficult"},
        ),
    ],
)
def test_readings(key, record, outcomes):
    default = next(iter(outcomes))
    answer = classify(record, DAY)
    assert (answer.outcome, answer.readings[key]) == (outcomes[default], default)
    for option, outcome in outcomes.items():
        answer = classify(record, DAY, readings={key: option})
        assert (answer.outcome, answer.readings[key]) == (outcome, option)
        assert f"{key} = {option}" in answer.explain("vi")


def test_the_open_question_is_told_where_it_decides():
    answer = classify(commune("ek", **NO_SCHOOL), DAY)
    assert set(answer.possible) == {"I", "II"}
    assert answer.missing == ()
    (note,) = answer.warnings
    assert (note.code, note.place) == ("law.open", "A272-2")
    assert note.vi in answer.explain("vi")


@pytest.mark.parametrize("met", ["", "a", "eka", "ekab"])
def test_the_open_question_does_not_hold_up_an_answer_that_it_cannot_change(met):
    answer = classify(commune(met, **NO_SCHOOL), DAY)
    assert answer.outcome == ("I" if len(met) < 3 else "II")


def test_a_boarding_school_makes_the_question_moot():
    assert not classify(commune("ek"), DAY).warnings


# --- What is not known ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "outcome"),
    [
        # six criteria are enough, whatever the other six are
        ("cdegkm", "III"),
        # three criteria and half of the villages
        ("cde", "III"),
    ],
)
def test_enough_criteria_decide_without_the_rest(known, outcome):
    facts = {"population": 100, "minority_population": 20, "households": 10_000, "schools": 10}
    for point in known:
        facts |= MET[point]
    if len(known) < 6:
        facts |= {"villages": 10, "especially_difficult_villages": 5}
    answer = classify(Commune(**facts), DAY)
    assert (answer.outcome, answer.missing) == (outcome, ())


def test_over_4500_minority_persons_by_a_bound():
    record = commune(population=100_000, minority_population={"above": 4_500})
    assert decided(record) == ("I", {REGION["I"], "điểm b khoản 2 Điều 4"})


def test_without_the_national_rate_it_is_named_as_missing():
    record = commune("ek", national_poor_and_near_poor_rate=None)
    answer = classify(record, DAY)
    assert set(answer.possible) == {"I", "II"}
    assert answer.missing == ("national_poor_and_near_poor_rate",)


COUNTED_IN_HOUSEHOLDS = [
    name
    for name, info in Commune.facts().items()
    if info.unit.value == "households" and name in WELL_OFF
]


@given(st.sets(st.sampled_from(sorted(MET))), st.integers(0, 100), st.integers(2, 1000))
@settings(deadline=None)
def test_only_shares_of_households_count(met, difficult_villages, factor):
    one = commune(met, especially_difficult_villages=difficult_villages)
    larger = {name: factor * getattr(one, name) for name in COUNTED_IN_HOUSEHOLDS}
    other = one.model_copy(update=larger)
    assert classify(one, DAY).outcome == classify(other, DAY).outcome


@given(
    st.sets(st.sampled_from(sorted(MET))),
    st.sets(st.sampled_from(sorted(WELL_OFF)), max_size=4),
    st.sets(st.sampled_from(sorted(WELL_OFF)), max_size=4),
)
@settings(deadline=None, max_examples=50)
def test_knowing_more_never_makes_more_possible(met, hidden, also):
    record = commune(met)
    knowing = classify(record.model_copy(update=dict.fromkeys(hidden)), DAY)
    guessing = classify(record.model_copy(update=dict.fromkeys(hidden | also)), DAY)
    assert classify(record, DAY).outcome in knowing.possible
    assert set(knowing.possible) <= set(guessing.possible)
