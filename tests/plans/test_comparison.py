"""Plans are compared where population, year and way of counting are alike, and only there."""

from __future__ import annotations

from datetime import date

import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.plans.comparison import compare
from dantoc_policy.plans.conflicts import conflicts_between, contradictions
from dantoc_policy.plans.merged import competing, heirs, place_of
from dantoc_policy.plans.plan import Plan

POVERTY = {"indicator": "poverty-rate", "unit": "percentage_points"}


def plan(name="a", *targets, **more):
    return Plan(
        id=name,
        title="Kế hoạch",
        phases=[
            {"id": "2025", "kind": "commitment", "period": "2021..2025"},
            {"id": "2030", "kind": "orientation", "period": "2026..2030"},
        ],
        targets=[
            {"id": f"t{at}", "phase": "2025", "gist": "x", **target}
            for at, target in enumerate(targets)
        ],
        **more,
    )


def water(value, comparator="reach", **more):
    base = {"indicator": "hygienic-water", "unit": "percent"}
    return {**base, "value": value, "comparator": comparator, **more}


def poverty(value, comparator, basis, **more):
    return {**POVERTY, "value": value, "comparator": comparator, "basis": basis, **more}


def relation(ours, theirs):
    (pair,) = compare(plan("a", ours), plan("b", theirs))
    return pair.strength.value


@pytest.mark.parametrize(
    ("ours", "theirs", "wanted"),
    [
        (water(96), water(90), "stronger"),
        (water(90), water(90), "equal"),
        (water(89), water(90), "weaker"),
        (water(90, "above"), water(90), "stronger"),
        (water(90, "about"), water(90), "weaker"),
        (water(90, "at_least"), water(90), "equal"),
        (water("1/2", unit="times"), water(50), "equal"),
        (
            {"indicator": "poverty-rate", "unit": "percent", "value": 8, "comparator": "below"},
            {"indicator": "poverty-rate", "unit": "percent", "value": 10, "comparator": "below"},
            "stronger",
        ),
        (
            poverty(3, "above", "each_year"),
            poverty(3, "at_least", "per_year_average"),
            "stronger",
        ),
        (poverty(2, "at_least", "per_year_average"), poverty(3, "above", "each_year"), "weaker"),
        (
            poverty(2, "above", "each_year"),
            poverty(3, "at_least", "per_year_average"),
            "not_comparable",
        ),
        (
            poverty(3, "range", "per_year_average", value_high=4),
            poverty(3, "above", "per_year_average"),
            "weaker",
        ),
    ],
)
def test_which_asks_for_more(ours, theirs, wanted):
    assert relation(ours, theirs) == wanted
    turned = {"stronger": "weaker", "weaker": "stronger"}
    assert relation(theirs, ours) == turned.get(wanted, wanted)


@pytest.mark.parametrize(
    ("ours", "theirs", "word"),
    [
        (water(96), water(90, population="minority_households"), "populations"),
        (water(90), water(96, phase="2030"), "years"),
        (
            poverty(3, "above", "each_year"),
            poverty(3, "above", "each_year", phase="2030"),
            "years",
        ),
        (poverty(3, "above", "each_year"), water(3, indicator="poverty-rate"), "ways"),
        (
            water(2, unit="times", basis="times_baseline", baseline_year=2020),
            water(2, unit="times", basis="times_baseline", baseline_year=2015),
            "baseline",
        ),
        (water(96), {"indicator": "hygienic-water", "comparator": "qualitative"}, "no figure"),
    ],
)
def test_unlike_targets_say_why(ours, theirs, word):
    (pair,) = compare(plan("a", ours), plan("b", theirs))
    assert pair.strength.value == "not_comparable"
    assert any(word in reason.en for reason in pair.reasons)
    assert all(reason.vi != reason.en for reason in pair.reasons)


def test_what_is_due_earlier_and_no_lower_is_stronger():
    ours, theirs = plan("a", water(94)), plan("b", water(70, phase="2030"))
    (pair,) = compare(ours, theirs)
    assert (pair.strength.value, "earlier" in pair.text("en")) == ("stronger", True)
    (turned,) = compare(theirs, ours)
    assert turned.strength.value == "weaker"


def test_none_left_is_a_cut_by_all():
    name = {"indicator": "especially-difficult-communes", "comparator": "reach"}
    none = {**name, "value": 0, "unit": "communes"}
    cut = {**name, "value": 100, "unit": "percent", "basis": "percent_of_baseline"}
    assert relation(none, cut) == relation(cut, none) == "equal"
    assert relation({**none, "value": 1}, cut) == "not_comparable"


def test_a_standard_that_one_side_names_is_a_caution():
    ours = water(96, standard={"vi": "đạt chuẩn", "en": "of the standard"})
    (pair,) = compare(plan("a", ours), plan("b", water(90)))
    assert pair.strength.value == "stronger"
    assert "of the standard / not said" in pair.text("en")


def test_what_only_one_plan_has_stays_in_the_list():
    ours, theirs = plan("a", water(96)), plan("b", poverty(3, "above", "each_year"))
    here, there = compare(ours, theirs)
    assert (here.theirs, there.ours, there.theirs.indicator) == (None, None, "poverty-rate")
    assert (here.text("en"), there.text("vi")) == ("only here", "chỉ có ở kia")


def test_the_nearest_of_several_is_taken():
    theirs = plan("b", water(90, phase="2030"), water(80), water(70, population="households"))
    pair, *rest = compare(plan("a", water(85)), theirs)
    assert (pair.theirs.id, pair.strength.value) == ("t1", "stronger")
    assert {other.strength for other in rest} == {None}


def test_a_document_that_states_a_target_twice_differently():
    again = [{"section": "Phụ lục", "comparator": "at_least", "value": 91}]
    agreeing = water(50, phase="2030", also=[{"section": "III.5"}])
    (found,) = contradictions(plan("a", water(90, "above", also=again), agreeing))
    assert found.fields == ("comparator", "value")
    assert [saying.section for saying in found.sayings] == [None, "Phụ lục"]


def test_two_targets_of_one_kind_in_a_document():
    (found,) = contradictions(plan("a", water(90), water(95), poverty(3, "above", "each_year")))
    assert (found.fields, found.within) == (("value",), True)


def test_plans_of_one_place_do_not_compete():
    place = {"place": "vn:tinh:06@2004", "issued": date(2020, 6, 4)}
    nowhere = plan("n", water(80))
    both = [plan("a", water(90), **place), plan("b", water(95), **place), nowhere]
    assert competing(both, date(2021, 1, 1)) == competing(both, date(2025, 7, 1)) == ()


def test_zero_sooner_is_not_zero_later():
    name = {"indicator": "especially-difficult-communes", "comparator": "reach"}
    none = {**name, "value": 0, "unit": "communes"}
    assert relation(none, {**none, "phase": "2030"}) == "stronger"


def test_cuts_from_unlike_baselines_are_not_compared():
    cut = {
        "indicator": "especially-difficult-communes",
        "comparator": "reach",
        "value": 50,
        "unit": "percent",
        "basis": "percent_of_baseline",
    }
    assert relation(cut, {**cut, "baseline_year": 2015}) == "not_comparable"
    assert relation(cut, {**cut, "baseline_year": 2020}) == "equal"


def test_a_floor_and_a_cap_are_not_compared():
    assert relation(water(90, "at_least"), water(90, "below")) == "not_comparable"


def test_every_target_of_the_other_plan_is_shown():
    theirs = plan("b", water(90), water(80, population="households"))
    found = compare(plan("a", water(95)), theirs)
    assert [pair.theirs.id for pair in found] == ["t0", "t1"]


def test_documents_that_state_unlike_targets():
    one = plan("a", water(90), poverty(3, "above", "each_year"))
    two = plan("b", water(90), poverty(2, "above", "each_year"))
    (found,) = conflicts_between([one, two])
    assert (found.indicator, found.fields) == ("poverty-rate", ("value",))
    assert "poverty-rate (2025)" in found.text("vi")


class TestMergedProvinces:
    bac_kan = plan("bk", water(90), place="vn:tinh:06@2004", issued=date(2020, 6, 4))
    thai_nguyen = plan("tn", water(96), place="vn:tinh:19@2004", issued=date(2021, 12, 2))

    def test_until_the_last_day_each_has_its_own(self):
        assert competing([self.bac_kan, self.thai_nguyen], date(2025, 6, 30)) == ()

    def test_from_the_merger_on_they_meet(self):
        (found,) = competing([self.bac_kan, self.thai_nguyen], date(2025, 7, 1))
        assert (found.place.name.vi, found.indicator) == ("Thái Nguyên", "hygienic-water")
        assert [place.code for place in found.came_from] == ["06", "19"]
        assert {saying.value for saying in found.sayings} == {90, 96}

    def test_the_heir_is_the_merged_province(self):
        (heir,) = heirs(self.bac_kan, date(2025, 7, 1))
        assert heir.name.vi == "Thái Nguyên"
        assert heirs(self.bac_kan, date(2025, 6, 30)) == (place_of(self.bac_kan),)

    def test_a_plan_without_a_place_says_so(self):
        with pytest.raises(InputError, match=r"plan\.no_place"):
            heirs(plan("a", water(90)), date(2025, 7, 1))
