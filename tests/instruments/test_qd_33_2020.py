"""Decision 33/2020/QĐ-TTg: its decision table, every threshold, every reading, in exact counts.

Unless a test says otherwise the commune has 10,000 households, so that one household is 0.01 %.
"""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dantoc_policy import Commune, Village, classify

DAY = dt.date(2021, 6, 4)

IN_AREA = "Điều 2"
REGION_III_BY_1 = {IN_AREA, "Điều 3", "khoản 1 Điều 3"}
REGION_III_BY_2 = {IN_AREA, "Điều 3", "khoản 2 Điều 3"}
REGION_I_BY_1 = {IN_AREA, "Điều 4", "khoản 1 Điều 4"}
REGION_I_BY_2 = {IN_AREA, "Điều 4", "khoản 2 Điều 4"}
REGION_I_BY_BOTH = REGION_I_BY_1 | REGION_I_BY_2
REGION_II = {IN_AREA, "Điều 5"}
OUTSIDE = {IN_AREA}

DIFFICULT_BY_1 = {IN_AREA, "Điều 6", "khoản 1 Điều 6"}
DIFFICULT_BY_2 = {IN_AREA, "Điều 6", "khoản 2 Điều 6"}
NOT_DIFFICULT = {IN_AREA, "Điều 6"}

# None of the four criteria of Điều 3 khoản 2 is met; each sits exactly on its threshold or below.
NOT_HELD_BACK = {
    "poor_minority_households": 0,
    "minority_people_15_60": 1000,
    "illiterate_minority_people_15_60": 199,
    "employed_workers": 1000,
    "untrained_workers": 800,
    "road_to_district_km": 20,
    "unpaved_road_to_district_km": 10,
}
# Each of the four met alone; (a) needs the poor of the commune at hand.
HELD_BACK = {
    "b": {"illiterate_minority_people_15_60": 200},
    "c": {"untrained_workers": 801},
    "d": {"road_to_district_km": 20.001, "unpaved_road_to_district_km": 10.001},
}


def commune(poor, *, delta=False, **facts):
    """A commune of 10,000 households of which half are minority, not new-rural."""
    return Commune(
        **{
            "households": 10_000,
            "minority_households": 5_000,
            "poor_households": poor,
            "in_mekong_delta": delta,
            "meets_new_rural_standard": False,
            **NOT_HELD_BACK,
            **facts,
        }
    )


def village(poor, *, delta=False, **facts):
    return Village(
        **{
            "households": 10_000,
            "minority_households": 5_000,
            "poor_households": poor,
            "poor_minority_households": 0,
            "in_mekong_delta": delta,
            "has_passable_road": True,
            "has_national_grid": True,
            "households_off_grid": 0,
            **facts,
        }
    )


def clauses(answer):
    """The deciding provisions as they are printed, without the document's name."""
    assert {provision.document for provision in answer.provisions} <= {"33/2020/QĐ-TTg"}
    return {provision.place("vi") for provision in answer.provisions}


def decided(record, **how):
    answer = classify(record, DAY, **how)
    assert answer.missing == ()
    return answer.outcome, clauses(answer)


# --- The decision table of Điều 3-5 as a decision table, row by row ---------------------------

KV1, KV2 = ("I", REGION_I_BY_1), ("II", REGION_II)
KV3_BY_1, KV3_BY_2 = ("III", REGION_III_BY_1), ("III", REGION_III_BY_2)

# poor of 10,000: elsewhere plain, elsewhere held back, Delta plain, Delta held back, Delta > 150
DECISION_TABLE = [
    (200, KV1, KV1, KV1, KV1, KV3_BY_1),
    (999, KV1, KV1, KV1, KV1, KV3_BY_1),
    (1000, KV2, KV2, KV2, KV2, KV3_BY_1),
    (1199, KV2, KV2, KV2, KV2, KV3_BY_1),
    (1200, KV2, KV2, KV2, KV3_BY_2, KV3_BY_1),
    (1499, KV2, KV2, KV2, KV3_BY_2, KV3_BY_1),
    (1500, KV2, KV3_BY_2, KV3_BY_1, KV3_BY_1, KV3_BY_1),
    (1999, KV2, KV3_BY_2, KV3_BY_1, KV3_BY_1, KV3_BY_1),
    (2000, KV3_BY_1, KV3_BY_1, KV3_BY_1, KV3_BY_1, KV3_BY_1),
    (10_000, KV3_BY_1, KV3_BY_1, KV3_BY_1, KV3_BY_1, KV3_BY_1),
]


def with_all_poor(poor, facts):
    """Where all are poor, all minority households are, too: "up to 150" is then not to be had."""
    return facts | {"poor_minority_households": max(0, poor - 5_000)} if poor > 5_000 else facts


@pytest.mark.parametrize(
    ("poor", "plain", "held_back", "delta", "delta_held_back", "delta_many"), DECISION_TABLE
)
class TestDecisionTable:
    def test_elsewhere(self, poor, plain, held_back, delta, delta_held_back, delta_many):
        assert decided(commune(poor, **with_all_poor(poor, {}))) == plain

    @pytest.mark.parametrize("point", HELD_BACK)
    def test_elsewhere_held_back(
        self, poor, plain, held_back, delta, delta_held_back, delta_many, point
    ):
        facts = with_all_poor(poor, HELD_BACK[point])
        assert decided(commune(poor, **facts)) == held_back

    def test_elsewhere_over_150_poor_minority_households_changes_nothing(
        self, poor, plain, held_back, delta, delta_held_back, delta_many
    ):
        facts = with_all_poor(poor, {"poor_minority_households": 151 if poor >= 999 else 101})
        assert decided(commune(poor, **facts)) == plain

    def test_mekong_delta(self, poor, plain, held_back, delta, delta_held_back, delta_many):
        facts = {"poor_minority_households": 150 if poor >= 999 else 100}
        if poor <= 5_000:
            assert decided(commune(poor, delta=True, **facts)) == delta

    @pytest.mark.parametrize("point", HELD_BACK)
    def test_mekong_delta_held_back(
        self, poor, plain, held_back, delta, delta_held_back, delta_many, point
    ):
        if poor <= 5_000:
            assert decided(commune(poor, delta=True, **HELD_BACK[point])) == delta_held_back

    def test_mekong_delta_over_150_poor_minority_households(
        self, poor, plain, held_back, delta, delta_held_back, delta_many
    ):
        facts = with_all_poor(poor, {"poor_minority_households": 151})
        answer = decided(commune(poor, delta=True, **facts))
        assert answer[0] == delta_many[0]
        assert answer[1] >= delta_many[1]

    def test_under_reading_r2_a_delta_commune_under_10_percent_is_in_region_i(
        self, poor, plain, held_back, delta, delta_held_back, delta_many
    ):
        facts = with_all_poor(poor, {"poor_minority_households": 151})
        answer = classify(commune(poor, delta=True, **facts), DAY, readings={"A33-3": "R2"})
        assert answer.outcome == ("I" if poor < 1000 else "III")
        assert answer.readings["A33-3"] == "R2"

    @pytest.mark.parametrize("in_delta", [False, True])
    def test_new_rural_communes_are_always_in_region_i(
        self, poor, plain, held_back, delta, delta_held_back, delta_many, in_delta
    ):
        facts = with_all_poor(poor, {"poor_minority_households": min(poor, 151)})
        record = commune(poor, delta=in_delta, meets_new_rural_standard=True, **facts)
        assert decided(record) == ("I", REGION_I_BY_BOTH if poor < 1000 else REGION_I_BY_2)


# --- Communes: one below, on and one above every threshold -----------------------------------


@pytest.mark.parametrize(
    ("minority", "expected"),
    [(1499, ("outside", OUTSIDE)), (1500, KV1), (1501, KV1)],
)
def test_scope_is_from_15_percent_minority_households(minority, expected):
    assert decided(commune(500, minority_households=minority)) == expected


@pytest.mark.parametrize(
    ("poor_minority", "expected"), [(149, KV1), (150, KV1), (151, KV3_BY_1), (152, KV3_BY_1)]
)
def test_over_150_poor_minority_households_is_strict(poor_minority, expected):
    assert decided(commune(900, delta=True, poor_minority_households=poor_minority)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        # a) over 60 % of 1,600 poor households
        ({"poor_minority_households": 959}, KV2),
        ({"poor_minority_households": 960}, KV2),
        ({"poor_minority_households": 961}, KV3_BY_2),
        # b) from 20 % of 1,000 minority people aged 15 to 60
        ({"illiterate_minority_people_15_60": 199}, KV2),
        ({"illiterate_minority_people_15_60": 200}, KV3_BY_2),
        ({"illiterate_minority_people_15_60": 201}, KV3_BY_2),
        # c) over 80 % of 1,000 employed workers
        ({"untrained_workers": 799}, KV2),
        ({"untrained_workers": 800}, KV2),
        ({"untrained_workers": 801}, KV3_BY_2),
        # d) over 20 km, and over 50 % of it unpaved
        ({"road_to_district_km": 19.999, "unpaved_road_to_district_km": 19}, KV2),
        ({"road_to_district_km": 20, "unpaved_road_to_district_km": 20}, KV2),
        ({"road_to_district_km": 20.001, "unpaved_road_to_district_km": 20}, KV3_BY_2),
        ({"road_to_district_km": 30, "unpaved_road_to_district_km": 14.999}, KV2),
        ({"road_to_district_km": 30, "unpaved_road_to_district_km": 15}, KV2),
        ({"road_to_district_km": 30, "unpaved_road_to_district_km": 15.001}, KV3_BY_2),
    ],
)
def test_criteria_of_article_3_clause_2(facts, expected):
    assert decided(commune(1600, **facts)) == expected


def test_a_percentage_is_never_rounded_to_its_threshold():
    # 14.9996 % would print as 15 %.
    record = commune(0, households=1_000_000, poor_households=149_996, minority_households=500_000)
    assert decided(record) == KV2


# --- Villages --------------------------------------------------------------------------------

YES_1, YES_2 = ("especially_difficult", DIFFICULT_BY_1), ("especially_difficult", DIFFICULT_BY_2)
NO = ("not_especially_difficult", NOT_DIFFICULT)
NO_ROAD = {"has_passable_road": False}


@pytest.mark.parametrize(
    ("poor", "delta", "facts", "expected"),
    [
        # Khoản 1: from 20 % poor; in the Delta from 15 %, or over 30 poor minority households.
        (1999, False, {}, NO),
        (2000, False, {}, YES_1),
        (2001, False, {}, YES_1),
        (1499, True, {}, NO),
        (1500, True, {}, YES_1),
        (1501, True, {}, YES_1),
        (500, True, {"poor_minority_households": 29}, NO),
        (500, True, {"poor_minority_households": 30}, NO),
        (500, True, {"poor_minority_households": 31}, YES_1),
        (500, False, {"poor_minority_households": 31}, NO),
        # Khoản 2: 15 to under 20 % (Delta: 12 to under 15 %) with one of three.
        (1499, False, NO_ROAD, NO),
        (1500, False, NO_ROAD, YES_2),
        (1999, False, NO_ROAD, YES_2),
        (2000, False, NO_ROAD, YES_1),
        (1199, True, NO_ROAD, NO),
        (1200, True, NO_ROAD, YES_2),
        (1499, True, NO_ROAD, YES_2),
        (1500, True, NO_ROAD, YES_1),
        # a) over 60 % of 1,600 poor households
        (1600, False, {"poor_minority_households": 960}, NO),
        (1600, False, {"poor_minority_households": 961}, YES_2),
        # c) no national grid, or over 30 % of households off it
        (1600, False, {"households_off_grid": 2999}, NO),
        (1600, False, {"households_off_grid": 3000}, NO),
        (1600, False, {"households_off_grid": 3001}, YES_2),
        (1600, False, {"has_national_grid": False, "households_off_grid": 10_000}, YES_2),
    ],
)
def test_especially_difficult_villages(poor, delta, facts, expected):
    assert decided(village(poor, delta=delta, **facts)) == expected


@pytest.mark.parametrize(
    ("minority", "expected"),
    [(1499, ("outside", OUTSIDE)), (1500, YES_1), (1501, YES_1)],
)
def test_village_scope_is_from_15_percent_minority_households(minority, expected):
    assert decided(village(2000, minority_households=minority)) == expected


def test_a_new_rural_commune_does_not_take_the_status_from_its_villages_by_default():
    assert decided(village(2000, commune_meets_new_rural_standard=True)) == YES_1


# --- Readings --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "record", "by_default", "by_r2"),
    [
        # 149 of 1,000 households, but 140 of the 900 that live there stably
        (
            "A33-1",
            Commune(
                households=1000,
                minority_households=149,
                stable_households=900,
                stable_minority_households=140,
                poor_households=50,
                meets_new_rural_standard=True,
            ),
            "outside",
            "I",
        ),
        (
            "A33-1",
            Village(
                households=1000,
                minority_households=150,
                stable_households=1000,
                stable_minority_households=140,
                poor_households=200,
                in_mekong_delta=True,
            ),
            "especially_difficult",
            "outside",
        ),
        # 200 illiterate: 20 % of the minority people, 4 % of all people of that age
        (
            "A33-2",
            commune(1600, illiterate_minority_people_15_60=200, people_15_60=5000),
            "III",
            "II",
        ),
        # 9 % poor in the Delta, 151 poor minority households
        ("A33-3", commune(900, delta=True, poor_minority_households=151), "III", "I"),
        (
            "A33-4",
            village(2000, commune_meets_new_rural_standard=True),
            "especially_difficult",
            "not_especially_difficult",
        ),
    ],
)
def test_readings(key, record, by_default, by_r2):
    default = classify(record, DAY)
    assert (default.outcome, default.readings[key]) == (by_default, "R1")
    assert classify(record, DAY, readings={key: "R1"}).outcome == by_default
    other = classify(record, DAY, readings={key: "R2"})
    assert (other.outcome, other.readings[key]) == (by_r2, "R2")
    assert f"{key} = R2" in other.explain("vi")


# --- What is not known -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "outcome", "provisions"),
    [
        # p >= 20 %, not new-rural, elsewhere: whatever the rest is
        (
            {"minority_share": 60, "poor_rate": 20, "in_mekong_delta": False},
            "III",
            REGION_III_BY_1,
        ),
        # p >= 20 % forces it in the Delta as well, so the place need not be known
        ({"minority_share": 60, "poor_rate": 20}, "III", REGION_III_BY_1),
        # "over 50 %" is enough
        ({"minority_share": {"above": 90}, "poor_rate": {"above": 50}}, "III", REGION_III_BY_1),
        # "at least 20 %" as well
        ({"minority_share": 60, "poor_rate": {"at_least": 20}}, "III", REGION_III_BY_1),
        # New-rural: whatever the poverty is
        ({"minority_share": 60, "meets_new_rural_standard": True}, "I", REGION_I_BY_2),
        # All households are minority ones, so all poor ones are: over 60 %
        (
            {
                "households": 1000,
                "minority_households": 1000,
                "poor_households": 160,
                "in_mekong_delta": False,
            },
            "III",
            REGION_III_BY_2,
        ),
        # Under 12 %: no other figure can matter outside the Delta
        ({"minority_share": 60, "poor_rate": 11, "in_mekong_delta": False}, "II", REGION_II),
        ({"minority_share": 14.9}, "outside", OUTSIDE),
    ],
)
def test_known_facts_force_the_answer(facts, outcome, provisions):
    record = Commune(**{"meets_new_rural_standard": False} | facts)
    assert decided(record) == (outcome, provisions)


@pytest.mark.parametrize(
    ("facts", "possible", "missing"),
    [
        ({}, {"III", "I", "II", "outside"}, None),
        (
            {"minority_share": 60, "poor_rate": 25, "in_mekong_delta": False},
            {"III", "I"},
            {"meets_new_rural_standard"},
        ),
        (
            {
                "minority_share": 60,
                "poor_rate": 16,
                "meets_new_rural_standard": False,
                "in_mekong_delta": False,
            },
            {"III", "II"},
            {
                "poor_minority_households",
                "poor_households",
                "illiterate_minority_people_15_60",
                "minority_people_15_60",
                "untrained_workers",
                "employed_workers",
                "road_to_district_km",
                "unpaved_road_to_district_km",
            },
        ),
        (
            {"minority_share": {"above": 10}, "meets_new_rural_standard": True},
            {"I", "outside"},
            {"minority_households", "households"},
        ),
        # "over 15 %" might be over 20 %, and might not
        (
            {
                "minority_share": 60,
                "poor_rate": {"above": 15},
                "meets_new_rural_standard": False,
                "in_mekong_delta": False,
            },
            {"III", "II"},
            None,
        ),
    ],
)
def test_what_is_not_forced_stays_open(facts, possible, missing):
    answer = classify(Commune(**facts), DAY)
    assert answer.outcome is None
    assert answer.provisions == ()
    assert set(answer.possible) == possible
    assert answer.missing
    if missing is not None:
        assert set(answer.missing) == missing


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_the_explanation_names_answer_document_and_figures(locale):
    text = classify(commune(1999, untrained_workers=801), DAY).explain(locale)
    words = {
        "vi": ("Khu vực III", "Quyết định 33/2020/QĐ-TTg", "04/6/2021", "khoản 2 Điều 3", "19,99%"),
        "en": ("Region III", "Decision 33/2020/QĐ-TTg", "4 June 2021", "clause 2, Art", "19.99%"),
    }[locale]
    for word in words:
        assert word in text
    # The letters of the points of khoản 2 are from memory and are not printed.
    assert "điểm" not in text
    assert "point" not in text


# --- Properties ------------------------------------------------------------------------------

RANK = {"I": 0, "II": 1, "III": 2}


@st.composite
def figures(draw):
    """Complete and consistent facts of a small commune."""
    households = draw(st.integers(1, 400))
    minority = draw(st.integers(0, households))
    poor = draw(st.integers(0, households))
    least = max(0, poor + minority - households)
    workers = draw(st.integers(1, 20))
    people = draw(st.integers(1, 20))
    road = draw(st.integers(0, 40))
    return {
        "households": households,
        "minority_households": minority,
        "poor_households": poor,
        "poor_minority_households": draw(st.integers(least, min(poor, minority))),
        "meets_new_rural_standard": draw(st.booleans()),
        "in_mekong_delta": draw(st.booleans()),
        "employed_workers": workers,
        "untrained_workers": draw(st.integers(0, workers)),
        "minority_people_15_60": people,
        "illiterate_minority_people_15_60": draw(st.integers(0, people)),
        "road_to_district_km": road,
        "unpaved_road_to_district_km": draw(st.integers(0, road)),
    }


@given(figures(), st.data())
@settings(deadline=None)
def test_more_poor_minority_households_never_lower_the_region(facts, data):
    """Non-poor minority households become poor: every figure of the decision moves one way."""
    able = facts["minority_households"] - facts["poor_minority_households"]
    more = data.draw(st.integers(0, min(able, facts["households"] - facts["poor_households"])))
    before = classify(Commune(**facts), DAY).outcome
    poorer = facts | {
        name: facts[name] + more for name in ("poor_households", "poor_minority_households")
    }
    after = classify(Commune(**poorer), DAY).outcome
    assert before == after == "outside" or RANK[after] >= RANK[before]


def test_more_poor_majority_households_can_lower_the_region():
    """The law is not monotone here: (a) asks who the poor are, not how many there are."""
    assert decided(commune(1600, poor_minority_households=961)) == KV3_BY_2
    assert decided(commune(1602, poor_minority_households=961)) == KV2


@given(figures(), st.data())
@settings(deadline=None)
def test_knowing_more_never_makes_more_possible(facts, data):
    names = sorted(facts)
    hidden = data.draw(st.sets(st.sampled_from(names)))
    also = data.draw(st.sets(st.sampled_from(names)))
    knowing = classify(Commune(**{n: v for n, v in facts.items() if n not in hidden}), DAY)
    less = {name: value for name, value in facts.items() if name not in hidden | also}
    guessing = classify(Commune(**less), DAY)
    truth = classify(Commune(**facts), DAY).outcome
    assert truth in knowing.possible
    assert set(knowing.possible) <= set(guessing.possible)
    assert set(knowing.missing) <= hidden


HOUSEHOLD_COUNTS = (
    "households",
    "minority_households",
    "poor_households",
    "poor_minority_households",
)


@given(figures(), st.integers(2, 1000))
@settings(deadline=None)
def test_only_shares_count_outside_the_delta(facts, factor):
    facts["in_mekong_delta"] = False
    larger = facts | {name: factor * facts[name] for name in HOUSEHOLD_COUNTS}
    one, other = classify(Commune(**facts), DAY), classify(Commune(**larger), DAY)
    assert one.outcome == other.outcome
    assert one.provisions == other.provisions
