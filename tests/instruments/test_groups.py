"""What the criteria say of groups: to the digit, in every reading of a rule, by day and by list.

No test asks that national figures give the lists of 1227 again: they cannot, and where census and
lists part is asserted as it is.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import duckdb
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError, NotInForceError, PolicyWarning
from dantoc_policy.instruments import nd_05_2011, nd_255_2025, qd_39_2020
from dantoc_policy.instruments.classify import classify
from dantoc_policy.instruments.classify_sql import classify_sql
from dantoc_policy.instruments.classify_table import classify_table
from dantoc_policy.instruments.registry import instruments, select
from dantoc_policy.instruments.statuses import statuses_by
from dantoc_policy.peoples.facts import EthnicGroupFacts
from dantoc_policy.peoples.library import peoples
from dantoc_policy.rules.codec import rule_from_json, rule_to_json
from dantoc_policy.rules.decide import decide
from dantoc_policy.rules.words import describe
from dantoc_policy.values.bounds import Bounds

DAY_39, DAY_255 = dt.date(2021, 6, 4), dt.date(2026, 6, 4)
QD_39, ND_255, ND_05 = "39/2020/QĐ-TTg", "255/2025/NĐ-CP", "05/2011/NĐ-CP"
MANY, SPECIFIC, NEITHER = "many_difficulties", "specific_difficulties", "neither"
MEANS = {
    "all_minorities_poor_rate": Decimal("22.3"),
    "all_minorities_illiterate_rate": Decimal("19.1"),
    "all_minorities_infant_mortality_rate": Decimal("22.13"),
}
LOW = {"poor_rate": Decimal(1), "illiterate_rate": Decimal(1), "infant_mortality_rate": Decimal(1)}
# A large group in the area whose rates are low: of neither kind.
BASE = {**MEANS, **LOW, "population": 50_000, "stable_in_region_iii_communes": True}
LISTS = {held.id: held for held in peoples.official_lists}


def ids(held):
    return {member.group for member in LISTS[held]}


def of_census(year, less_than=10_000):
    return {
        group.id
        for group in peoples
        if group.minority and year in group.populations and group.population(year).count < less_than
    }


def readings_agree(day, instrument, **facts):
    """Decide by record, by table and by SQL, which must agree; give the outcome."""
    outcome = classify(EthnicGroupFacts(**facts), day, instrument=instrument).outcome
    plain = {name: float(v) if isinstance(v, Decimal) else v for name, v in facts.items()}
    frame = pl.DataFrame({name: [value] for name, value in plain.items()})
    named = {"instrument": instrument}
    assert classify_table(frame, "ethnic_group", day, **named)["outcome"].to_list() == [outcome]
    columns = {name: name for name in facts}
    with duckdb.connect() as connection:
        connection.register("places", frame.to_arrow())
        text = classify_sql("ethnic_group", day, columns=columns, add=["outcome"], **named)
        assert connection.sql(text).fetchall()[0][-1] == outcome
        # Decimal columns of a database, not only floating ones.
        values = ", ".join(
            f"CAST({v} AS DECIMAL(12, 4)) AS {name}" if isinstance(v, Decimal) else f"{v} AS {name}"
            for name, v in facts.items()
        )
        connection.sql(f"CREATE TABLE decimals AS SELECT {values}")
        text = classify_sql(
            "ethnic_group", day, table="decimals", columns=columns, add=["outcome"], **named
        )
        assert connection.sql(text).fetchall()[0][-1] == outcome
    return outcome


# --- 1 to 4: lists and censuses, and the differences that are so ------------------------------


def test_the_lists_of_1227_part_the_groups():
    many, specific = ids("qd-1227-2021-i"), ids("qd-1227-2021-ii")
    assert (len(many), len(specific), many & specific) == (32, 14, set())
    left = {
        group.code_1979 for group in peoples if group.minority and group.id not in many | specific
    }
    assert left == {"03", "04", "11", "18", "24", "32", "36"}


def very_small(population):
    facts = EthnicGroupFacts(population=population)
    return decide(nd_05_2011.VERY_SMALL_MINORITY, facts).verdict.truth


def test_very_small_by_the_census_of_2009_is_the_list_of_decree_57():
    counted = [g for g in peoples if g.minority and 2009 in g.populations]
    found = {g.id for g in counted if very_small(g.population(2009).count)}
    assert found == ids("nd-57-2017") == of_census(2009)
    assert len(found) == 16
    # Of those whose population of 2009 is not in the data, none is near: 2019 has them larger.
    others = [g for g in peoples if g.minority and g not in counted]
    assert all(g.population(2019).count > 15_126 for g in others)


def test_the_list_of_decree_57_without_la_hu_and_ngai_is_list_ii():
    assert ids("nd-57-2017") - {"la-hu", "ngai"} == ids("qd-1227-2021-ii")


def test_the_census_of_2019_is_not_list_ii_and_differs_by_two_groups():
    found = {g.id for g in peoples if g.minority and very_small(g.population(2019).count)}
    assert len(found) == len(ids("qd-1227-2021-ii")) == 14
    assert found == ids("qd-1227-2021-ii") - {"la-ha"} | {"ngai"}


# --- 5 and 6: Decision 39 ---------------------------------------------------------------------


def test_the_threshold_of_poverty_is_exact():
    (poor,) = (
        node
        for node in qd_39_2020.MANY.walk()
        if node.provision is not None and node.provision.point == "a"
    )
    assert poor.right.factor * Fraction(Decimal("22.3")) == Fraction(Decimal("33.45"))
    answer = classify(EthnicGroupFacts(**{**BASE, "poor_rate": Decimal("33.45")}), DAY_39)
    limits = {
        leaf.limit
        for leaf in answer.findings[1].leaves()
        if leaf.limit is not None and leaf.condition == poor
    }
    assert limits == {Fraction(Decimal("33.45"))}


@pytest.mark.parametrize(
    ("fact", "value", "outcome"),
    [
        ("poor_rate", Decimal("33.44"), NEITHER),
        ("poor_rate", Decimal("33.45"), MANY),
        ("poor_rate", Decimal("33.46"), MANY),
        ("illiterate_rate", Decimal("28.64"), NEITHER),
        ("illiterate_rate", Decimal("28.65"), NEITHER),
        ("illiterate_rate", Decimal("28.66"), MANY),
        ("infant_mortality_rate", Decimal("33.194"), NEITHER),
        ("infant_mortality_rate", Decimal("33.195"), NEITHER),
        ("infant_mortality_rate", Decimal("33.196"), MANY),
        ("population", 10_001, NEITHER),
        ("population", 10_000, NEITHER),
        ("population", 9_999, SPECIFIC),
    ],
)
def test_comparators_of_decision_39(fact, value, outcome):
    facts = {**BASE, fact: value}
    assert readings_agree(DAY_39, QD_39, **facts) == outcome
    away = {**facts, "stable_in_region_iii_communes": False}
    away["stable_in_especially_difficult_villages"] = False
    assert readings_agree(DAY_39, QD_39, **away) == NEITHER


@pytest.mark.parametrize(
    ("part", "whole", "edges"),
    [
        ("poor_households", "households", ((3344, NEITHER), (3345, MANY), (3346, MANY))),
        (
            "illiterate_people_15_plus",
            "people_15_plus",
            ((2864, NEITHER), (2865, NEITHER), (2866, MANY)),
        ),
    ],
)
def test_counts_meet_the_thresholds_as_rates_do(part, whole, edges):
    rate = "poor_rate" if part == "poor_households" else "illiterate_rate"
    base = {name: value for name, value in BASE.items() if name != rate}
    for count, outcome in edges:
        facts = {**base, whole: 10_000, part: count}
        assert readings_agree(DAY_39, QD_39, **facts) == outcome


@pytest.mark.parametrize("fact", ["poor_rate", "illiterate_rate", "infant_mortality_rate"])
@pytest.mark.parametrize(
    "area", ["stable_in_region_iii_communes", "stable_in_especially_difficult_villages"]
)
def test_one_indicator_and_one_kind_of_area_are_enough(fact, area):
    facts = EthnicGroupFacts(**{**MEANS, fact: Decimal(99), area: True, "population": 50_000})
    assert classify(facts, DAY_39).outcome == MANY


@given(
    st.decimals(0, 100, places=2),
    st.decimals(0, 100, places=2),
    st.decimals(0, 400, places=2),
    st.integers(0, 30_000),
    st.booleans(),
    st.booleans(),
)
def test_decision_39_by_hand(poor, illiterate, mortality, population, communes, villages):
    facts = EthnicGroupFacts(
        **MEANS,
        poor_rate=poor,
        illiterate_rate=illiterate,
        infant_mortality_rate=mortality,
        population=population,
        stable_in_region_iii_communes=communes,
        stable_in_especially_difficult_villages=villages,
    )
    area = communes or villages
    many = area and (
        poor >= Decimal("33.45") or illiterate > Decimal("28.65") or mortality > Decimal("33.195")
    )
    specific = area and population < 10_000
    assert classify(facts, DAY_39).outcome == (SPECIFIC if specific else MANY if many else NEITHER)
    found = statuses_by(qd_39_2020.INSTRUMENT, "ethnic_group", facts, DAY_39)
    assert {key: answer.verdict.truth for key, answer in found.items()} == {
        MANY: many,
        SPECIFIC: specific,
    }


@given(st.decimals(0, 60, places=2), st.decimals(0, 60, places=3), st.integers(1, 3000))
def test_any_mean_is_multiplied_without_rounding(mean, rate, count):
    base = {"stable_in_region_iii_communes": True, "all_minorities_poor_rate": mean}
    reaches = 2 * Fraction(rate) >= 3 * Fraction(mean)
    stated = decide(qd_39_2020.MANY, EthnicGroupFacts(**base, poor_rate=rate))
    assert (stated.verdict.truth is True) is reaches
    counted = EthnicGroupFacts(**base, poor_households=count, households=3000)
    assert (decide(qd_39_2020.MANY, counted).verdict.truth is True) is (
        Fraction(count, 30) * 2 >= 3 * Fraction(mean)
    )


def test_a_group_of_both_kinds_is_specific_and_the_other_is_told():
    facts = EthnicGroupFacts(**{**BASE, "population": 428, "poor_rate": Decimal("66.3")})
    answer = classify(facts, DAY_39)
    assert answer.outcome == SPECIFIC
    told = [note for note in answer.warnings if note.code == "law.also_holds"]
    assert [note.place for note in told] == [MANY]
    assert "còn gặp nhiều khó khăn" in answer.explain("vi")
    assert "Article 3" in told[0].en
    # Not told: what does not hold, what is the outcome itself, what is not known.
    for other in (BASE, {**BASE, "poor_rate": Decimal(90)}, {"population": 3}):
        found = classify(EthnicGroupFacts(**other), DAY_39)
        assert "law.also_holds" not in [note.code for note in found.warnings]


def test_what_holds_in_any_case_is_told_of_an_open_answer():
    facts = EthnicGroupFacts(**MEANS, poor_rate=Decimal(90), stable_in_region_iii_communes=True)
    answer = classify(facts, DAY_39)
    assert answer.possible == (SPECIFIC, MANY)
    assert [note.place for note in answer.warnings if note.code == "law.also_holds"] == [MANY]


def test_population_alone_is_the_default_and_poverty_the_other_reading():
    small = EthnicGroupFacts(**{**BASE, "population": 525})
    assert classify(small, DAY_39).outcome == SPECIFIC
    assert "law.reading_decides" in [note.code for note in classify(small, DAY_39).warnings]
    assert classify(small, DAY_39, readings={"A39-1": "R2"}).outcome == NEITHER
    for rate, outcome in ((Decimal("33.44"), NEITHER), (Decimal("33.45"), SPECIFIC)):
        poor = EthnicGroupFacts(**{**BASE, "population": 525, "poor_rate": rate})
        assert classify(poor, DAY_39, readings={"A39-1": "R2"}).outcome == outcome


# --- 7: Decree 255 ----------------------------------------------------------------------------

LEVEL = {
    "all_minorities_poor_and_near_poor_rate": Decimal("35.5"),
    "poor_and_near_poor_rate": Decimal("35.5"),
    "census_2019_population": 9_999,
    "population": 9_999,
}


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, NEITHER),
        ({"poor_and_near_poor_rate": Decimal("35.51"), "population": 10_000}, MANY),
        ({"poor_and_near_poor_rate": Decimal("35.49"), "population": 10_000}, NEITHER),
        ({"poor_and_near_poor_rate": Decimal("35.51")}, SPECIFIC),
        ({"population": 9_998}, SPECIFIC),
        ({"population": 9_999, "census_2019_population": 9_998}, NEITHER),
        ({"population": 10_000, "census_2019_population": 20_000}, NEITHER),
        # Neither the area nor illiteracy nor infant mortality is asked about.
        ({"stable_in_region_iii_communes": False, "population": 9_998}, SPECIFIC),
        ({"illiterate_rate": Decimal(99), "infant_mortality_rate": Decimal(99)}, NEITHER),
    ],
)
def test_comparators_of_decree_255(changed, outcome):
    assert readings_agree(DAY_255, ND_255, **{**LEVEL, **changed}) == outcome


@pytest.mark.parametrize(("near", "outcome"), [(154, NEITHER), (155, NEITHER), (156, MANY)])
def test_near_poor_households_count_under_decree_255(near, outcome):
    facts = {"poor_households": 200, "near_poor_households": near, "households": 1000}
    facts |= {"all_minorities_poor_and_near_poor_rate": Decimal("35.5"), "population": 10_000}
    assert readings_agree(DAY_255, ND_255, **facts) == outcome


@given(st.integers(0, 20_000), st.integers(0, 20_000), st.integers(0, 100), st.integers(0, 100))
def test_decree_255_by_hand(now, then, rate, mean):
    facts = EthnicGroupFacts(
        population=now,
        census_2019_population=then,
        poor_and_near_poor_rate=rate,
        all_minorities_poor_and_near_poor_rate=mean,
    )
    specific = now < 10_000 and (rate > mean or now < then)
    expected = SPECIFIC if specific else MANY if rate > mean else NEITHER
    assert classify(facts, DAY_255).outcome == expected


# --- Decree 05 --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("population", "country", "outcome"),
    [
        (9_999, 1_000_000, "very_small"),
        (10_000, 1_000_000, "minority"),
        (10_001, 1_000_000, "minority"),
        (499_999, 1_000_000, "minority"),
        (500_000, 1_000_000, "minority"),
        (500_001, 1_000_000, "majority"),
    ],
)
def test_comparators_of_decree_05(population, country, outcome):
    facts = {"population": population, "national_population": country}
    assert readings_agree(DAY_255, ND_05, **facts) == outcome


def test_the_census_of_2019_gives_one_majority():
    country = 96_208_984
    found = {}
    for group in peoples:
        facts = EthnicGroupFacts(
            population=group.population(2019).count, national_population=country
        )
        found[group.id] = classify(facts, DAY_39, instrument=ND_05).outcome
    assert [name for name, outcome in found.items() if outcome == "majority"] == ["kinh"]
    assert {name for name, outcome in found.items() if outcome == "very_small"} == of_census(2019)


def test_a_small_group_needs_no_population_of_the_country():
    answer = classify(EthnicGroupFacts(population=428), DAY_39, instrument=ND_05)
    assert (answer.outcome, answer.missing) == ("very_small", ())


def test_clause_6_is_never_computed():
    everything = EthnicGroupFacts(**BASE)
    answer = decide(nd_05_2011.SPECIALLY_DIFFICULT, everything)
    assert (answer.outcome, answer.missing) == (None, ())
    told = classify(everything, DAY_39, instrument=ND_05).warnings
    assert "law.open" in [note.code for note in told]


# --- 8: codes and sums ------------------------------------------------------------------------


def test_codes_and_populations():
    pairs = {group.code_1979: group.code_2008 for group in peoples}
    assert len(pairs) == len(set(pairs.values())) == 54
    assert set(pairs) == set(pairs.values())
    assert sum(one == other for one, other in pairs.items()) == 17
    total = sum(group.population(2019).count for group in peoples if group.minority)
    assert total == 14_119_256


# --- 9: any rates may be asked about ----------------------------------------------------------

RATE = st.decimals(0, 100, places=2) | st.integers(0, 100).map(Decimal)
TRUTH = st.booleans()
COUNT = st.integers(0, 10**8)
RATES = {
    "stable_in_region_iii_communes": TRUTH,
    "stable_in_especially_difficult_villages": TRUTH,
    "poor_rate": RATE,
    "illiterate_rate": RATE,
    "infant_mortality_rate": RATE,
    "population": COUNT,
    "census_2019_population": COUNT,
    **dict.fromkeys(MEANS, RATE),
    "all_minorities_poor_and_near_poor_rate": RATE,
}


@given(st.fixed_dictionaries({}, optional=RATES), st.sampled_from(["R1", "R2"]))
def test_no_rates_raise_a_rule_error(values, reading):
    facts = EthnicGroupFacts(**values)
    for code in (QD_39, ND_255, ND_05):
        answer = classify(facts, DAY_39, instrument=code, readings={"A39-1": reading})
        assert answer.possible
        assert answer.explain("vi") != answer.explain("en")


def test_national_rates_are_run_and_no_list_is_expected_of_them():
    """Every group with its census population and unknown rates: open or specific, never wrong."""
    for group in peoples:
        facts = EthnicGroupFacts(
            **MEANS,
            code_1979=group.code_1979,
            population=group.population(2019).count,
            stable_in_region_iii_communes=True,
        )
        answer = classify(facts, DAY_39)
        small = group.population(2019).count < 10_000
        assert answer.possible == ((SPECIFIC,) if small else (MANY, NEITHER))


# --- Unknown figures --------------------------------------------------------------------------


def test_bounds_and_unknowns_are_decided_where_they_force_it():
    few = EthnicGroupFacts(population=Bounds.of(below=10_000), stable_in_region_iii_communes=True)
    assert classify(few, DAY_39).outcome == SPECIFIC
    low = EthnicGroupFacts(**{**MEANS, **LOW, "population": 50_000})
    # Where it lives is not known, and does not matter.
    assert classify(low, DAY_39).outcome == NEITHER
    poor = EthnicGroupFacts(**{**MEANS, "poor_rate": Decimal(90), "population": 50_000})
    answer = classify(poor, DAY_39)
    assert answer.outcome is None
    assert set(answer.missing) == {
        "stable_in_region_iii_communes",
        "stable_in_especially_difficult_villages",
    }


def test_a_mean_within_bounds_is_reasoned_with():
    mean = Bounds.of(at_least=20, at_most=22)
    for rate, outcome in (
        (Decimal("33.00"), MANY),
        (Decimal("29.99"), NEITHER),
        (Decimal("31.00"), None),
    ):
        facts = {**BASE, "poor_rate": rate, "all_minorities_poor_rate": mean}
        assert classify(EthnicGroupFacts(**facts), DAY_39).outcome == outcome


def test_counts_win_over_their_percentage_against_a_mean_within_bounds():
    """391 of 933 are 41.907 %: over 1.5 times any mean up to 27.935, which 41.9 is not."""
    facts = {"stable_in_region_iii_communes": True, "households": 933, "poor_households": 391}
    facts |= {"all_minorities_poor_rate": Bounds.of(at_least=27, at_most=Decimal("27.935"))}
    for stated in (None, Decimal("41.9")):
        record = EthnicGroupFacts(**facts, poor_rate=stated)
        assert decide(qd_39_2020.MANY, record).outcome == MANY
    del facts["poor_households"]
    record = EthnicGroupFacts(**facts, poor_rate=Decimal("41.9"))
    assert decide(qd_39_2020.MANY, record).outcome is None


# --- Days, provisions, words ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (dt.date(2021, 2, 14), None),
        (dt.date(2021, 2, 15), QD_39),
        (dt.date(2025, 11, 14), QD_39),
        (dt.date(2025, 11, 15), ND_255),
        (dt.date(2025, 12, 31), ND_255),
        (dt.date(2026, 1, 1), ND_255),
        (dt.date(2030, 12, 31), ND_255),
        (dt.date(2031, 1, 1), None),
    ],
)
def test_the_instrument_of_a_day(day, code):
    if code is None:
        with pytest.raises(NotInForceError) as caught:
            select("ethnic_group", day)
        assert "05/2011" not in caught.value.problem.en
        return
    chosen = select("ethnic_group", day)
    assert chosen.instrument.code == code
    both = dt.date(2025, 11, 15) <= day <= dt.date(2025, 12, 31)
    assert [note.code for note in chosen.notes] == (["instrument.two_in_force"] if both else [])


def test_a_table_of_a_day_with_two_instruments_warns():
    frame = pl.DataFrame({"population": [5]})
    with pytest.warns(PolicyWarning, match="255/2025"):
        classify_table(frame, "ethnic_group", dt.date(2025, 12, 1))


def test_definitions_are_asked_for_by_name_only():
    assert instruments()[ND_05].by_name_only
    assert select("ethnic_group", DAY_39, ND_05).notes == ()
    early = select("ethnic_group", dt.date(2011, 3, 3), ND_05).notes
    assert [note.code for note in early] == ["instrument.not_in_force"]


def test_no_place_is_classified_by_criteria_for_groups():
    with pytest.raises(InputError, match="criteria"):
        select("commune", DAY_39, QD_39)


def test_provisions_are_printed_as_deep_as_they_are_known():
    facts = EthnicGroupFacts(**{**BASE, "poor_rate": Decimal(40)})
    texts = [provision.text() for provision in classify(facts, DAY_39).provisions]
    assert texts == [
        "khoản 1 Điều 2 Quyết định 39/2020/QĐ-TTg",
        "khoản 1 Điều 3 Quyết định 39/2020/QĐ-TTg",
    ]
    facts = EthnicGroupFacts(**{**LEVEL, "population": 1})
    answer = classify(facts, DAY_255)
    assert [provision.text() for provision in answer.provisions] == ["Nghị định 255/2025/NĐ-CP"]
    assert "law.unverified" in [note.code for note in answer.warnings]
    for locale, line in (
        ("vi", "Điều khoản quyết định: Nghị định 255/2025/NĐ-CP."),
        ("en", "Deciding clauses: Decree 255/2025/NĐ-CP."),
    ):
        assert line in answer.explain(locale)
        assert "()" not in answer.explain(locale)


def test_figures_beside_a_threshold_are_told_apart():
    facts = EthnicGroupFacts(**{**BASE, "infant_mortality_rate": Decimal("33.196")})
    assert "33,196 ‰, ngưỡng 33,195 ‰ → đúng" in classify(facts, DAY_39).explain("vi")
    assert "33.196 ‰, threshold 33.195 ‰ → true" in classify(facts, DAY_39).explain("en")
    same = EthnicGroupFacts(**{**BASE, "infant_mortality_rate": Decimal("33.195")})
    assert "33,2 ‰, ngưỡng 33,2 ‰ → sai" in classify(same, DAY_39).explain("vi")


def test_a_multiple_of_one_is_not_worded():
    for locale, words in (
        ("vi", "dưới số dân của dân tộc theo Tổng điều tra năm 2019"),
        ("en", "under the population of the group in the census of 2019"),
    ):
        assert words in describe(nd_255_2025.GROUP, locale)
    assert "từ 1,5 lần" in describe(qd_39_2020.GROUP, "vi")
    assert "over 1.5 times" in describe(qd_39_2020.GROUP, "en")


def test_how_far_a_group_is_from_neither():
    facts = EthnicGroupFacts(
        **{
            **{name: value for name, value in BASE.items() if name != "poor_rate"},
            "households": 10_000,
            "poor_households": 3_400,
            "infant_mortality_rate": Decimal("33.2"),
        }
    )
    (change,) = classify(facts, DAY_39).distance(NEITHER)
    assert {step.name: step.after for step in change.steps} == {
        "poor_households": 3_344,
        "infant_mortality_rate": Decimal("33.19"),
    }
    assert "giảm 56 hộ" in change.text("vi")
    assert "down by 0.01 ‰" in change.text("en")


@pytest.mark.parametrize("status", [nd_05_2011, nd_255_2025, qd_39_2020])
def test_every_rule_for_groups_survives_json(status):
    for rule in (status.GROUP, *status.INSTRUMENT.statuses["ethnic_group"]):
        assert rule_from_json(rule_to_json(rule)) == rule


def test_figures_of_another_poverty_line_are_told():
    old = EthnicGroupFacts(figures_date="2019", **BASE)
    new = EthnicGroupFacts(figures_date="2024", **BASE)
    codes = [[note.code for note in classify(one, DAY_39).warnings] for one in (old, new)]
    assert ["figures.other_poverty_standard" in found for found in codes] == [False, True]
    assert classify(new, DAY_39, instrument=ND_05).outcome is None
