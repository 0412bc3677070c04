"""A target is met at its value by its operator, on the way by its path, and unknown is said."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.path import path
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress import Status, progress, progress_of
from dantoc_policy.plans.target import Target

DUE, BASE = 2025, 2020
AFTER = date(2026, 3, 1)
RISING, FALLING = "hygienic-water", "poverty-rate"


def aimed(indicator=RISING, comparator="reach", value=90, unit="percent", **more):
    return Target(
        id="t",
        phase="p",
        indicator=indicator,
        comparator=comparator,
        value=value,
        unit=unit,
        baseline_year=BASE,
        due_year=DUE,
        gist="chỉ tiêu",
        **more,
    )


def seen(year, value, indicator=RISING, unit="percent", **more):
    return Observation(indicator=indicator, date=year, value=value, unit=unit, **more)


def status(target, *observations, as_of=AFTER, plan=None):
    return progress(target, observations, as_of, plan=plan).status.value


class TestAtTheDueYear:
    @pytest.mark.parametrize(
        ("indicator", "comparator", "below", "at", "above"),
        [
            (RISING, "reach", "missed", "met", "met"),
            (RISING, "at_least", "missed", "met", "met"),
            (RISING, "above", "missed", "missed", "met"),
            (FALLING, "reach", "met", "met", "missed"),
            (FALLING, "below", "met", "missed", "missed"),
            (FALLING, "at_most", "met", "met", "missed"),
        ],
    )
    def test_the_operator_of_the_wording(self, indicator, comparator, below, at, above):
        target = aimed(indicator, comparator, value=50)
        for value, wanted in (("49.99", below), (50, at), ("50.01", above)):
            assert status(target, seen(DUE, value, indicator)) == wanted

    @pytest.mark.parametrize(
        ("comparator", "just_not", "just"),
        [("about", "64.4", "64.5"), ("nearly", "63.9", "64")],
    )
    def test_a_loose_word_lets_go_of_the_last_printed_digit(self, comparator, just_not, just):
        target = aimed(comparator=comparator, value=65)
        assert [status(target, seen(DUE, value)) for value in (just_not, just, 66)] == [
            "missed",
            "met",
            "met",
        ]
        fine = aimed(FALLING, comparator, "26.7")
        assert status(fine, seen(DUE, "26.7", FALLING)) == "met"
        assert status(fine, seen(DUE, 27, FALLING)) == "missed"

    def test_a_range_is_met_from_its_nearer_end(self):
        rising = aimed(comparator="range", value=60, value_high=70)
        assert [status(rising, seen(DUE, value)) for value in (59, 60, 70, 71)] == [
            "missed",
            *["met"] * 3,
        ]
        falling = aimed(FALLING, comparator="range", value=8, value_high=10)
        assert status(falling, seen(DUE, 10, FALLING)) == "met"
        assert status(falling, seen(DUE, "10.1", FALLING)) == "missed"

    def test_a_rank_is_met_by_a_smaller_one(self):
        rank = {"comparator": "rank", "value": 15, "unit": "rank"}
        for place, wanted in ((14, "met"), (15, "met"), (16, "missed")):
            assert status(aimed(**rank), seen(DUE, place, unit="rank")) == wanted

    def test_without_a_figure_of_the_year_nothing_is_known(self):
        found = progress(aimed(), [seen(2024, 95)], AFTER)
        assert found.status is Status.NOT_MEASURABLE
        assert [problem.code for problem in found.why] == ["progress.no_observation_at_due"]
        assert "2024" in found.text("en")

    def test_a_figure_of_a_later_year_does_not_stand_for_it(self):
        found = progress(aimed(), [seen(2026, 95)], date(2027, 1, 1))
        assert found.status is Status.NOT_MEASURABLE

    def test_a_later_figure_does_not_undo_the_due_year(self):
        assert status(aimed(), seen(DUE, 90), seen(2026, 80), as_of=date(2027, 1, 1)) == "met"

    def test_what_is_only_known_as_over_decides_where_it_can(self):
        over = seen(DUE, 90, comparator="above")
        assert status(aimed(value=90, comparator="above"), over) == "met"
        assert status(aimed(value=91), over) == "not_measurable"


class TestOnTheWay:
    def test_the_path_is_straight(self):
        observations = [seen(BASE, 80), seen(2022, 84)]
        assert status(aimed(), *observations, as_of=date(2022, 12, 31)) == "on_track"
        late = [seen(BASE, 80), seen(2022, "83.99")]
        assert status(aimed(), *late, as_of=date(2022, 12, 31)) == "behind"

    def test_what_was_not_there_yet_does_not_count(self):
        observations = [seen(BASE, 80), seen(2022, 84), seen(2023, 81)]
        assert status(aimed(), *observations, as_of=date(2023, 12, 30)) == "on_track"
        assert status(aimed(), *observations, as_of=date(2023, 12, 31)) == "behind"

    def test_half_a_year_is_half_a_step(self):
        half = [seen(BASE, 80), seen("2021-06-30", "80.99", FALLING)]
        found = progress(aimed(FALLING, "below", 70), half, date(2021, 6, 30))
        assert found.status is Status.NOT_MEASURABLE  # the baseline is of another indicator
        found = progress(aimed(), [seen(BASE, 80), seen("2021-06-30", 81)], date(2021, 7, 1))
        assert found.required == 80 + 2 * Fraction(181, 365)

    def test_pace_and_forecast(self):
        found = progress(aimed(), [seen(BASE, 80), seen(2022, 82)], date(2023, 1, 1))
        assert (found.pace, found.required_pace, found.reach_year) == (1, Fraction(8, 3), 2030)

    def test_no_forecast_the_wrong_way(self):
        found = progress(aimed(), [seen(BASE, 80), seen(2022, 79)], date(2023, 1, 1))
        assert (found.status, found.reach_year) == (Status.BEHIND, None)

    def test_without_a_baseline_the_pace_is_not_known(self):
        found = progress(aimed(), [seen(2022, 85)], date(2023, 1, 1))
        assert [problem.code for problem in found.why] == ["progress.no_baseline"]
        assert status(aimed(), seen(2022, 90), as_of=date(2023, 1, 1)) == "met"

    def test_figures_before_the_baseline_do_not_count(self):
        found = progress(aimed(), [seen(2018, 95)], date(2023, 1, 1))
        assert [problem.code for problem in found.why] == ["progress.no_observations"]


class TestYearlyMovements:
    average: ClassVar = {"basis": "per_year_average", "unit": "percentage_points", "value": 2}
    each: ClassVar = {"basis": "each_year", "unit": "percentage_points", "value": 3}

    @pytest.mark.parametrize(
        ("comparator", "last", "wanted"),
        [("at_least", 20, "met"), ("at_least", "20.05", "missed"), ("above", 20, "missed")],
    )
    def test_the_average_over_the_right_years(self, comparator, last, wanted):
        target = aimed(FALLING, comparator, **self.average)
        assert status(target, seen(BASE, 30, FALLING), seen(DUE, last, FALLING)) == wanted

    def test_an_average_is_only_met_before_its_end_when_all_of_it_is_done(self):
        target = aimed(FALLING, "at_least", **self.average)
        start = seen(BASE, 30, FALLING)
        day = date(2021, 12, 31)
        assert status(target, start, seen(2021, 28, FALLING), as_of=day) == "on_track"
        assert status(target, start, seen(2021, "28.1", FALLING), as_of=day) == "behind"
        assert status(target, start, seen(2021, 20, FALLING), as_of=day) == "met"

    def test_an_average_that_was_reported_as_such(self):
        target = aimed(FALLING, "above", **(self.average | {"value": 3}))
        told = Observation(
            indicator=FALLING,
            date="2021..2025",
            value="3.4",
            unit="percentage_points",
            basis="per_year_average",
        )
        assert status(target, told) == "met"

    def test_each_year_means_each(self):
        target = aimed(FALLING, "above", **self.each)
        good = [seen(BASE + at, str(40 - at * Fraction(7, 2)), FALLING) for at in range(6)]
        assert status(target, *good) == "met"
        assert status(target, *good[:3], as_of=date(2022, 12, 31)) == "on_track"
        assert status(target, *good[:3], as_of=date(2023, 12, 31)) == "not_measurable"
        weak = [*good[:2], seen(2022, 34, FALLING), *good[3:]]
        found = progress(target, weak, AFTER)
        assert found.status is Status.MISSED
        assert "2022" in found.notes[0].en

    def test_exactly_three_is_not_over_three(self):
        target = aimed(FALLING, "above", **self.each)
        pair = [seen(BASE, 40, FALLING), seen(2021, 37, FALLING)]
        assert status(target, *pair, as_of=date(2021, 12, 31)) == "missed"


class TestAgainstABaseline:
    def test_times_grows_by_equal_ratios(self):
        target = aimed("minority-income", "above", 2, "times", basis="times_baseline")
        start = seen(BASE, 20_000_000, "minority-income", "vnd")

        def income(year, value):
            return seen(year, value, "minority-income", "vnd")

        assert status(target, start, income(DUE, 40_000_000)) == "missed"
        assert status(target, start, income(DUE, 40_000_001)) == "met"
        day = date(2023, 1, 1)
        # 2 ** (2/5) = 1.3195
        assert status(target, start, income(2022, 26_391_000), as_of=day) == "on_track"
        assert status(target, start, income(2022, 26_389_000), as_of=day) == "behind"

    def test_a_cut_of_a_count_needs_its_baseline(self):
        cut = {"basis": "percent_of_baseline", "value": 50, "unit": "percent"}
        name = "especially-difficult-communes"
        target = aimed(name, "reach", **cut)

        def communes(year, number):
            return seen(year, number, name, "communes")

        assert status(target, communes(BASE, 67), communes(DUE, 33)) == "met"
        assert status(target, communes(BASE, 67), communes(DUE, 34)) == "missed"
        assert status(target, communes(DUE, 33)) == "not_measurable"
        assert status(target, communes(BASE, 0), communes(DUE, 0)) == "not_measurable"


class TestOtherFigures:
    def test_figures_of_another_place_are_left_aside(self):
        plan = plan_of(aimed(), place="vn:tinh:06@2004", issued=date(2021, 1, 1))
        for place, wanted in (
            (None, "met"),
            ("Bắc Kạn", "met"),
            ("vn:tinh:06@2004", "met"),
            ("Thái Nguyên", "not_measurable"),
            ("vn", "not_measurable"),
        ):
            (found,) = progress_of(plan, [seen(DUE, 95, place=place)], AFTER)
            assert found.status.value == wanted, place
        assert found.notes[0].code == "plan.unlike_places"

    def test_an_average_of_some_years_is_not_one_of_all(self):
        target = aimed(FALLING, "at_least", 3, "percentage_points", basis="per_year_average")
        levels = [seen(BASE, 30, FALLING), seen(DUE, 28, FALLING)]
        told = {"indicator": FALLING, "unit": "percentage_points", "basis": "per_year_average"}
        partly = Observation(date="2024..2025", value=4, **told)
        assert status(target, *levels, partly) == "missed"
        wholly = Observation(date="2021..2025", value=4, **told)
        assert status(target, *levels, wholly) == "met"

    def test_each_year_of_a_span_is_each_of_them(self):
        target = aimed(FALLING, "above", 3, "percentage_points", basis="each_year")
        told = Observation(
            indicator=FALLING,
            date="2021..2025",
            value="3.4",
            unit="percentage_points",
            basis="each_year",
        )
        assert status(target, told) == "met"

    def test_a_result_counts_before_an_estimate(self):
        estimate = seen(DUE, 80, kind="estimate")
        for order in ([seen(DUE, 95), estimate], [estimate, seen(DUE, 95)]):
            found = progress(aimed(), order, AFTER)
            assert (found.status, found.notes[0].code) == (Status.MET, "plan.two_figures")

    def test_a_figure_without_a_value_is_none(self):
        assert status(aimed(), seen(DUE, 95), seen(DUE, None)) == "met"

    def test_movements_across_measures_are_not_computed(self):
        target = aimed(FALLING, "at_least", 2, "percentage_points", basis="per_year_average")
        mixed = [seen(BASE, 30, FALLING, standard="cũ"), seen(DUE, 10, FALLING, standard="mới")]
        assert progress(target, mixed, AFTER).why[0].code == "progress.mixed_standards"

    def test_a_multiple_of_another_unit_is_an_error(self):
        target = aimed("millennium-goals", "above", 2, "times", basis="times_baseline")
        pair = [seen(BASE, 30, "millennium-goals", "vnd"), seen(DUE, 90, "millennium-goals")]
        with pytest.raises(InputError, match=r"plan\.unlike_units"):
            status(target, *pair)


class TestTheWay:
    def test_exactly_on_the_path_is_on_track(self):
        target = aimed("minority-income", "reach", 32, "times", basis="times_baseline")
        pair = [
            seen(year, value, "minority-income", "vnd") for year, value in ((BASE, 1), (2023, 8))
        ]
        found = progress(target, pair, date(2023, 12, 31))
        assert (found.status, found.required, found.reach_year) == (Status.ON_TRACK, 8, DUE)

    def test_a_pace_that_ends_at_over_itself_is_behind(self):
        pair = [seen(BASE, 80), seen(2022, 84)]
        assert status(aimed(comparator="above"), *pair, as_of=date(2022, 12, 31)) == "behind"

    def test_a_cap_is_kept_from_above(self):
        target = aimed(comparator="below", value=10)
        pair = [seen(BASE, 20), seen(2022, 11)]
        assert status(target, *pair, as_of=date(2022, 12, 31)) == "on_track"

    def test_a_cap_on_a_movement_is_only_kept_at_the_end(self):
        target = aimed(FALLING, "at_most", 2, "percentage_points", basis="per_year_average")
        pair = [seen(BASE, 30, FALLING), seen(2021, 29, FALLING)]
        assert status(target, *pair, as_of=date(2021, 12, 31)) == "on_track"

    def test_a_long_chain_of_nested_targets(self):
        chain = [
            aimed(part_of=f"t{at - 1}" if at else None).model_copy(update={"id": f"t{at}"})
            for at in range(1500)
        ]
        found = progress(chain[-1], [], AFTER, plan=plan_of(*chain))
        assert found.parent is not None


class TestLikeWithLike:
    def test_another_population_is_left_aside_and_named(self):
        target = aimed(FALLING, "below", 10)
        other = seen(DUE, 5, FALLING, population="especially_difficult_commune_households")
        found = progress(target, [other], AFTER)
        assert found.status is Status.NOT_MEASURABLE
        assert found.notes[0].code == "plan.unlike_populations"
        assert "especially_difficult_commune_households" in found.notes[0].en

    def test_figures_by_another_measure_are_left_aside(self):
        new, old = ({"vi": name, "en": name} for name in ("new", "old"))
        target = aimed(FALLING, "below", 10, standard=new)
        found = progress(target, [seen(DUE, 5, FALLING, standard=old)], AFTER)
        assert found.notes[0].code == "plan.unlike_standards"
        assert status(target, seen(DUE, 5, FALLING, standard=new)) == "met"
        assert status(target, seen(DUE, 5, FALLING)) == "met"

    def test_another_unit_is_an_error(self):
        with pytest.raises(InputError, match=r"plan\.unlike_units"):
            status(aimed(FALLING, "below", 10), seen(DUE, 5, FALLING, "percentage_points"))

    def test_a_half_is_fifty_percent(self):
        target = aimed("income-to-national-average", "reach", "1/2", "times")
        for value, wanted in ((50, "met"), ("49.9", "missed")):
            assert status(target, seen(DUE, value, "income-to-national-average")) == wanted

    def test_what_has_no_figure_is_not_measured(self):
        target = Target(
            id="t", phase="p", indicator=RISING, comparator="qualitative", due_year=DUE, gist="x"
        )
        assert progress(target, [seen(DUE, 100)], AFTER).why[0].code == "progress.qualitative"

    def test_alone_a_target_has_to_say_when(self):
        target = Target(
            id="t", phase="p", indicator=RISING, comparator="reach", value=1, unit="percent",
            gist="x",
        )  # fmt: skip
        with pytest.raises(InputError, match=r"plan\.due_year_missing"):
            status(target)


def plan_of(*targets, **more):
    return Plan(
        id="p",
        title="Kế hoạch",
        phases=[{"id": "p", "kind": "commitment", "period": "2021..2025"}],
        targets=targets,
        **more,
    )


def test_a_nested_target_comes_with_its_parent():
    parent = aimed("workers-trained", "above", 50).model_copy(update={"id": "parent"})
    nested = aimed("workers-vocationally-trained", "reach", 25, part_of="parent")
    found = progress_of(plan_of(parent, nested), [seen(DUE, 51, "workers-trained")], AFTER)
    assert [one.status.value for one in found] == ["met", "not_measurable"]
    assert found[1].parent is not None
    assert found[1].parent.status is Status.MET


def test_what_is_to_be_kept_tells_of_years_in_which_it_was_not():
    target = aimed(force="maintain")
    found = progress(target, [seen(2022, 89), seen(DUE, 90)], AFTER)
    assert found.status is Status.MET
    assert found.notes[0].code == "progress.failed_years"


ORDER = {"missed": 0, "behind": 0, "not_measurable": 1, "on_track": 2, "met": 3}
levels = st.decimals(0, 100, places=2)


@given(levels, levels, st.sampled_from(["reach", "above", "at_least"]), levels, st.booleans())
def test_better_figures_never_give_a_worse_status(one, two, comparator, start, at_due):
    target = aimed(comparator=comparator, value=60)
    year = DUE if at_due else 2023
    low, high = sorted((one, two))
    given_both = [
        status(target, seen(BASE, start), seen(year, value), as_of=date(year, 12, 31))
        for value in (low, high)
    ]
    assert ORDER[given_both[0]] <= ORDER[given_both[1]]


@given(levels, levels)
def test_lower_is_better_where_less_is_better(one, two):
    target = aimed(FALLING, "below", 10)
    low, high = sorted((one, two))
    both = [status(target, seen(DUE, value, FALLING)) for value in (high, low)]
    assert ORDER[both[0]] <= ORDER[both[1]]


@given(
    st.sampled_from(
        [
            aimed(),
            aimed(FALLING, "below", 10),
            aimed("minority-income", "above", 2, "times", basis="times_baseline"),
            aimed(
                "especially-difficult-communes", "reach", 50, "percent",
                basis="percent_of_baseline",
            ),
        ]
    ),
    st.integers(20, 90),
)  # fmt: skip
def test_a_path_starts_at_the_baseline_and_ends_at_the_target(target, start):
    points = path(target, start)
    assert [point.year for point in points] == list(range(BASE, DUE + 1))
    assert points[0].value == start
    ends = {
        "level": target.value,
        "times_baseline": start * target.value,
        "percent_of_baseline": Fraction(start, 2),
    }
    assert points[-1].value == ends[target.basis.value]
    assert [p.value for p in points] == sorted(
        (p.value for p in points), reverse=points[-1].value < points[0].value
    )


def test_a_path_in_points_never_falls_below_nothing():
    target = aimed(FALLING, "above", 3, "percentage_points", basis="each_year")
    assert [point.value for point in path(target, 10)] == [10, 7, 4, 1, 0, 0]


def test_a_path_needs_a_start_before_its_end():
    with pytest.raises(InputError, match=r"plan\.no_path"):
        path(aimed().model_copy(update={"baseline_year": DUE}), 10)


def test_progress_is_plain_data_in_both_languages():
    found = progress(aimed(), [seen(BASE, 80), seen(2022, "84.5")], date(2022, 12, 31))
    assert found.text("vi") == (
        "chỉ tiêu: đúng tiến độ; số liệu 2022: 84,5%; lộ trình cần 84%; theo đà này đạt năm 2025"
    )
    assert found.to_dict()["observed"] == {
        "date": "2022",
        "value": 84.5,
        "comparator": "reach",
        "unit": "percent",
        "source": None,
        "verified": True,
    }
