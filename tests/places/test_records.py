"""Records take what a sheet says, exactly, and refuse what contradicts itself."""

import datetime as dt
import json
import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from dantoc_policy import Bounds, Commune, Period, Province, Village
from dantoc_policy.records.record import problems_of
from dantoc_policy.values.unit import Unit

MODELS = [Commune, Village, Province]


def refused(model, **facts):
    """The problems of a record that cannot be built."""
    with pytest.raises(ValidationError) as caught:
        model(**facts)
    problems = problems_of(caught.value)
    assert all(problem.vi and problem.en for problem in problems)
    return problems


# --- The facts that the regimes ask for -----------------------------------------------------

COMMUNE_UNITS = {
    # Decision 33
    "households": "households",
    "minority_households": "households",
    "minority_share": "percent",
    "poor_households": "households",
    "poor_rate": "percent",
    "poor_minority_households": "households",
    "poor_minority_share": "percent",
    "meets_new_rural_standard": "truth",
    "in_mekong_delta": "truth",
    "minority_people_15_60": "persons",
    "illiterate_minority_people_15_60": "persons",
    "illiterate_rate": "percent",
    "employed_workers": "workers",
    "untrained_workers": "workers",
    "untrained_rate": "percent",
    "road_to_district_km": "km",
    "unpaved_road_to_district_km": "km",
    "unpaved_share": "percent",
    # Decision 50
    "near_poor_households": "households",
    "in_southeast": "truth",
    "main_road_meets_new_rural_standard": "truth",
    "schools_meet_national_standard": "truth",
    "households_without_hygienic_water": "households",
    "households_without_hygienic_latrine": "households",
    # Decree 272
    "population": "persons",
    "minority_population": "persons",
    "natural_area_km2": "km2",
    "area_at_or_above_200m_km2": "km2",
    "national_poor_and_near_poor_rate": "percent",
    "income_per_capita": "vnd",
    "national_income_per_capita": "vnd",
    "households_with_electricity_contract": "households",
    "households_with_clean_water": "households",
    "commune_road_km": "km",
    "paved_commune_road_km": "km",
    "degraded_commune_road_km": "km",
    "meets_national_health_criteria": "truth",
    "schools": "schools",
    "schools_at_facility_level_1": "schools",
    "has_boarding_school": "truth",
    "has_pupil_boarding_housing": "truth",
    "boarding_capacity_rate": "percent",
    "semi_boarding_capacity_rate": "percent",
    "farmland_ha": "ha",
    "irrigated_farmland_ha": "ha",
    "has_standard_culture_sports_centre": "truth",
    "villages": "villages",
    "villages_with_internet": "villages",
    "especially_difficult_villages": "villages",
    "households_with_hygienic_latrine": "households",
}
VILLAGE_UNITS = {
    "households": "households",
    "minority_households": "households",
    "poor_households": "households",
    "poor_minority_households": "households",
    "has_passable_road": "truth",
    "has_national_grid": "truth",
    "households_off_grid": "households",
    "area_slope_at_least_15_percent_km2": "km2",
    "village_road_km": "km",
    "hardened_village_road_km": "km",
    "kindergarten_rooms": "rooms",
    "kindergarten_rooms_not_solid": "rooms",
    "has_standard_culture_house": "truth",
}


@pytest.mark.parametrize(("model", "units"), [(Commune, COMMUNE_UNITS), (Village, VILLAGE_UNITS)])
def test_every_fact_is_there_with_its_unit(model, units):
    found = {name: info.unit.value for name, info in model.facts().items()}
    assert found.items() >= units.items()


@pytest.mark.parametrize("model", MODELS)
def test_every_fact_is_named_in_both_languages_and_has_a_heading(model):
    for name, info in model.facts().items():
        assert info.label.vi, name
        assert info.label.en, name
        assert info.headings, name
    headings = [heading for info in model.facts().values() for heading in info.headings]
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("model", MODELS)
def test_parts_and_shares_refer_to_facts_of_one_unit(model):
    facts = model.facts()
    for info in facts.values():
        if info.part_of:
            assert facts[info.part_of].unit is info.unit
        if info.share_of:
            assert info.unit is Unit.PERCENT
            units = {facts[name].unit for name in (*info.share_of.parts, info.share_of.whole)}
            assert len(units) == 1


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("minority_households", "số hộ dân tộc thiểu số"),
        ("poor_households", "số hộ nghèo"),
        ("near_poor_households", "số hộ cận nghèo"),
        ("meets_new_rural_standard", "đã được công nhận đạt chuẩn nông thôn mới"),
        ("in_mekong_delta", "thuộc vùng Đồng bằng sông Cửu Long"),
        ("especially_difficult_villages", "số thôn đặc biệt khó khăn"),
    ],
)
def test_labels_are_the_terms_of_the_law(name, label):
    assert Commune.facts()[name].label.vi == label


# --- Parts and wholes, each at its boundary ---------------------------------------------------

RELATIONS = [
    (model, relation)
    for model in MODELS
    for relation in model.relations()
    if len(relation.terms) == 2
]


@pytest.mark.parametrize(
    ("model", "relation"),
    RELATIONS,
    ids=[f"{model.__name__}: {relation.text.en}" for model, relation in RELATIONS],
)
def test_a_part_is_at_most_its_whole(model, relation):
    whole, part = (name for _, name in relation.terms)
    assert getattr(model(**{whole: 7, part: 7}), part) == 7
    assert getattr(model(**{whole: 7, part: 6}), part) == 6
    problem = refused(model, **{whole: 7, part: 8})[0]
    assert (problem.code, problem.place) == ("facts.inconsistent", part)
    for shown in (f"{whole} = 7", f"{part} = 8"):
        assert shown in problem.vi
        assert shown in problem.en
    assert problem.mend_vi
    assert problem.mend_en


@pytest.mark.parametrize(
    ("model", "part", "whole"),
    [
        (Commune, "poor_minority_households", "households"),
        (Commune, "poor_minority_households", "minority_households"),
        (Commune, "stable_minority_households", "households"),
        (Commune, "illiterate_minority_people_15_60", "population"),
        (Commune, "minority_people_15_60", "population"),
        (Commune, "mountainous_villages", "villages"),
        (Commune, "especially_difficult_villages", "villages"),
        (Commune, "especially_difficult_villages", "minority_area_villages"),
        (Village, "poor_minority_households", "households"),
    ],
)
def test_it_holds_over_a_step_that_is_not_known(model, part, whole):
    assert refused(model, **{whole: 100, part: 101})


@pytest.mark.parametrize(
    ("facts", "consistent"),
    [
        # Poor and near-poor exclude each other.
        ({"households": 100, "poor_households": 60, "near_poor_households": 40}, True),
        ({"households": 100, "poor_households": 60, "near_poor_households": 41}, False),
        # 70 minority and 60 poor of 100: at least 30 are both.
        (
            {
                "households": 100,
                "minority_households": 70,
                "poor_households": 60,
                "poor_minority_households": 30,
            },
            True,
        ),
        (
            {
                "households": 100,
                "minority_households": 70,
                "poor_households": 60,
                "poor_minority_households": 29,
            },
            False,
        ),
        # With and without a latrine.
        (
            {
                "households": 100,
                "households_with_hygienic_latrine": 60,
                "households_without_hygienic_latrine": 40,
            },
            True,
        ),
        (
            {
                "households": 100,
                "households_with_hygienic_latrine": 60,
                "households_without_hygienic_latrine": 41,
            },
            False,
        ),
    ],
)
def test_relations_of_several_counts(facts, consistent):
    if consistent:
        Commune(**facts)
    else:
        assert {problem.code for problem in refused(Commune, **facts)} == {"facts.inconsistent"}


# --- Counts against percentages ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "stated", "agrees"),
    [
        # 1,976 of 13,083 is 15.1036 %
        ((1976, 13083), 15.1, True),
        ((1976, 13083), Decimal("15.10"), True),
        ((1976, 13083), 15, True),
        ((1976, 13083), Decimal("15.2"), False),
        ((1976, 13083), Decimal("15.11"), False),
        ((1976, 13083), 16, False),
        # Half a unit of the last digit still agrees: 15.15 may be rounded either way.
        ((1515, 10_000), Decimal("15.1"), True),
        ((1515, 10_000), Decimal("15.2"), True),
        ((1516, 10_000), Decimal("15.1"), False),
        # "over 15 %", "from 15 %"
        ((1500, 10_000), {"above": 15}, False),
        ((1501, 10_000), {"above": 15}, True),
        ((1500, 10_000), {"at_least": 15}, True),
        ((1499, 10_000), {"at_least": 15}, False),
    ],
)
def test_a_stated_percentage_must_be_the_rounded_share_of_the_counts(counts, stated, agrees):
    part, whole = counts
    facts = {"households": whole, "poor_households": part, "poor_rate": stated}
    if agrees:
        assert Commune(**facts).poor_households == part
        return
    (problem,) = refused(Commune, **facts)
    assert (problem.code, problem.place) == ("share.disagrees", "poor_rate")
    for text in (problem.vi, problem.en):
        assert str(Commune(poor_rate=stated).poor_rate) in text
        assert f"{part} / {whole}" in text
    assert problem.mend_vi


def test_every_share_of_a_sheet_is_checked_against_its_counts():
    for model in MODELS:
        for name, info in model.facts().items():
            if info.share_of:
                counts = dict.fromkeys(info.share_of.parts, 1) | {info.share_of.whole: 10}
                right = 10 * len(info.share_of.parts)
                assert getattr(model(**counts, **{name: right}), name) == right
                assert refused(model, **counts, **{name: right + 2})


def test_a_percentage_and_a_total_confine_the_counts_they_do_not_give():
    facts = {"households": 1000, "poor_rate": 10}
    assert Commune(**facts, poor_minority_households=105).poor_minority_households == 105
    assert refused(Commune, **facts, poor_minority_households=106)


# --- What is a number, a truth, a date --------------------------------------------------------


@pytest.mark.parametrize(
    ("given_", "code"),
    [
        (True, "number.not_a_number"),
        (False, "number.not_a_number"),
        ("5", "number.not_a_number"),
        ("", "number.not_a_number"),
        (b"5", "number.not_a_number"),
        ([5], "number.not_a_number"),
        (-1, "number.negative"),
        (-0.5, "number.negative"),
        (math.inf, "number.infinite"),
        (-math.inf, "number.infinite"),
        (Decimal("Infinity"), "number.infinite"),
        (5.5, "number.not_whole"),
        (Decimal("5.5"), "number.not_whole"),
        (Fraction(11, 2), "number.not_whole"),
        (np.float64(5.5), "number.not_whole"),
        (np.int64(-1), "number.negative"),
        (np.float64("inf"), "number.infinite"),
        (2j, "number.not_a_number"),
    ],
)
def test_a_count_refuses(given_, code):
    (problem,) = refused(Commune, households=given_)
    assert (problem.code, problem.place) == (code, "households")


@pytest.mark.parametrize(
    ("given_", "count"),
    [
        (0, 0),
        (5, 5),
        (5.0, 5),
        (-0.0, 0),
        (Decimal("5.0"), 5),
        (Fraction(10, 2), 5),
        (np.int64(5), 5),
        (np.uint8(5), 5),
        (np.float64(5), 5),
        (np.float32(5), 5),
        (None, None),
        (math.nan, None),
        (Decimal("NaN"), None),
        (np.float64("nan"), None),
    ],
)
def test_a_count_takes(given_, count):
    found = Commune(households=given_).households
    assert found == count
    assert found is None or type(found) is int


@pytest.mark.parametrize(
    ("given_", "percent"),
    [
        (0, "0"),
        (100, "100"),
        (100.0, "100"),
        (15.1, "15.1"),
        (0.1, "0.1"),
        (np.float64(15.1), "15.1"),
        (Decimal("15.123456789012345678901"), "15.123456789012345678901"),
    ],
)
def test_a_percentage_is_kept_as_it_is_written(given_, percent):
    assert Commune(poor_rate=given_).poor_rate == Decimal(percent)


@pytest.mark.parametrize("given_", [100.0001, 101, 1000, Decimal("100.01")])
def test_a_percentage_is_at_most_100(given_):
    (problem,) = refused(Commune, poor_rate=given_)
    assert (problem.code, problem.place) == ("percent.over_100", "poor_rate")


@pytest.mark.parametrize(
    ("given_", "truth"),
    [(True, True), (False, False), (np.bool_(True), True), (None, None), (math.nan, None)],
)
def test_a_truth_takes(given_, truth):
    assert Commune(in_mekong_delta=given_).in_mekong_delta is truth


@pytest.mark.parametrize("given_", [1, 0, "có", "true", 1.0, []])
def test_a_truth_refuses(given_):
    (problem,) = refused(Commune, in_mekong_delta=given_)
    assert problem.code == "truth.not_a_truth"


@pytest.mark.parametrize(
    ("given_", "period"),
    [
        (2020, "2020"),
        ("2020", "2020"),
        ("2020-12-31", "2020-12-31"),
        ("2020..2021", "2020..2021"),
        (dt.date(2020, 12, 31), "2020-12-31"),
    ],
)
def test_the_date_of_figures(given_, period):
    assert Commune(figures_date=given_).figures_date == Period.parse(period)


@pytest.mark.parametrize("given_", ["2020-13", "cuối năm 2020", ""])
def test_the_date_of_figures_refuses(given_):
    (problem,) = refused(Commune, figures_date=given_)
    assert problem.code == "period.unreadable"


# --- Bounds -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given_", "bounds"),
    [
        ({"above": 50}, Bounds.of(above=50)),
        ({"at_least": 10, "below": 20}, Bounds.of(at_least=10, below=20)),
        ({"at_most": 12.5}, Bounds(high=Decimal("12.5"))),
        (Bounds.of(above=50), Bounds.of(above=50)),
    ],
)
def test_a_number_may_be_bounds(given_, bounds):
    assert Commune(poor_rate=given_).poor_rate == bounds


@pytest.mark.parametrize(
    ("given_", "code"),
    [
        ({}, "bounds.unreadable"),
        ({"over": 50}, "bounds.unreadable"),
        ({"above": None}, "bounds.empty"),
        ({"above": 50, "at_least": 50}, "bounds.doubled"),
        ({"above": 50, "below": 50}, "bounds.reversed"),
        ({"at_least": 51, "at_most": 50}, "bounds.reversed"),
    ],
)
def test_bounds_that_say_nothing_are_refused(given_, code):
    (problem,) = refused(Commune, poor_rate=given_)
    assert (problem.code, problem.place) == (code, "poor_rate")


@pytest.mark.parametrize(
    ("facts", "consistent"),
    [
        ({"households": 100, "poor_households": {"at_least": 100}}, True),
        ({"households": 100, "poor_households": {"at_least": 101}}, False),
        ({"households": {"below": 100}, "poor_households": {"at_least": 101}}, False),
        ({"households": {"above": 100}, "poor_households": 5000}, True),
    ],
)
def test_bounds_are_held_against_other_figures(facts, consistent):
    if consistent:
        Commune(**facts)
    else:
        assert refused(Commune, **facts)[0].code == "facts.inconsistent"


# --- The record as a whole --------------------------------------------------------------------


@pytest.mark.parametrize("model", MODELS)
def test_an_unknown_field_is_refused_and_all_known_ones_are_optional(model):
    assert all(value is None for value in model().model_dump().values())
    (problem,) = refused(model, hoseholds=5)
    assert (problem.code, problem.place) == ("record.extra_forbidden", "hoseholds")


@pytest.mark.parametrize("model", MODELS)
def test_a_record_does_not_change(model):
    record = model(name="Hòa Bắc")
    with pytest.raises(ValidationError):
        record.name = "Khác"
    assert hash(record) == hash(model(name="Hòa Bắc"))


@pytest.mark.parametrize("model", MODELS)
def test_the_json_schema_builds_and_names_units(model):
    for mode in ("validation", "serialization"):
        schema = model.model_json_schema(mode=mode)
        assert json.dumps(schema)
        assert not schema["additionalProperties"]
        for name, info in model.facts().items():
            assert schema["properties"][name]["unit"] == info.unit.value
            assert schema["properties"][name]["title"] == info.label.vi


@st.composite
def communes(draw):
    whole = draw(st.integers(1, 10_000))
    poor = draw(st.integers(0, whole))
    percents = st.decimals(0, 100, places=2) | st.floats(0, 100)
    facts = {
        "name": draw(st.none() | st.text(max_size=5)),
        "households": draw(st.sampled_from([whole, None, Bounds.of(at_least=whole)])),
        "poor_households": poor,
        "illiterate_rate": draw(st.none() | percents),
        "untrained_rate": draw(st.none() | st.builds(Bounds.of, above=st.floats(0, 99))),
        "road_to_district_km": draw(st.none() | st.floats(0, 1e6)),
        "in_mekong_delta": draw(st.none() | st.booleans()),
        "figures_date": draw(st.none() | st.dates(dt.date(1990, 1, 1))),
    }
    return Commune(**facts)


@given(communes())
@settings(deadline=None)
def test_json_round_trip(record):
    assert Commune.model_validate_json(record.model_dump_json()) == record
    assert Commune.model_validate(record.model_dump()) == record


def test_json_says_bounds_and_dates_in_plain_words():
    record = Commune(poor_rate={"above": 50}, figures_date="2020", households=5)
    assert json.loads(record.model_dump_json(exclude_none=True)) == {
        "poor_rate": {"above": 50},
        "figures_date": "2020-01-01..2020-12-31",
        "households": 5,
    }


@pytest.mark.parametrize(
    "facts",
    [
        {"households": {"above": -5}},
        {"poor_rate": {"above": True}},
        {"poor_rate": {"above": "50"}},
        {"poor_rate": {"above": math.nan}},
        {"poor_rate": {"above": math.inf}},
        {"poor_rate": {"above": 100}},
        {"poor_rate": {"at_least": 150}},
        {"households": 100, "poor_households": {"above": 100}},
        {"poor_rate": 40, "poor_and_near_poor_rate": 20},
    ],
    ids=str,
)
def test_bounds_and_shares_that_cannot_be_are_refused(facts):
    assert refused(Commune, **facts)


@pytest.mark.parametrize(
    ("given_", "value"),
    [(Fraction(1, 2), Decimal("0.5")), (np.float32(15.1), Decimal("15.1"))],
    ids=str,
)
def test_fractions_and_short_floats_are_kept_as_written(given_, value):
    assert Commune(poor_rate=given_).poor_rate == value
