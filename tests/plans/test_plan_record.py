"""The records of a plan: what they refuse, at which field, and where the bounds lie."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from dantoc_policy.plans.fields import plain_amount
from dantoc_policy.plans.phase import Phase
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.target import Basis, Comparator, Target
from dantoc_policy.testing.plans import amounts, plans
from dantoc_policy.values.unit import Unit

PHASES = [{"id": "2025", "kind": "commitment", "period": "2021..2025"}]


def target(**given):
    return {
        "id": "t",
        "phase": "2025",
        "indicator": "hygienic-water",
        "comparator": "reach",
        "value": 98,
        "unit": "percent",
        "gist": "nước hợp vệ sinh",
        **given,
    }


def plan(**given):
    return {"id": "p", "title": "Kế hoạch", "phases": PHASES, **given}


def refused(model, given):
    """Give (way, code) of all that is refused."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(given)
    found = caught.value.errors(include_url=False)
    for item in found:
        if "vi" in item.get("ctx", {}):
            assert item["ctx"]["vi"] != item["ctx"]["en"] == item["msg"]
    return [(".".join(map(str, item["loc"])), item["type"]) for item in found]


# --- targets ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"comparator": "qualitative"}, [("value", "plan.value_unused")]),
        ({"comparator": "by_reference", "reference": "x"}, [("value", "plan.value_unused")]),
        (
            {"comparator": "by_reference"},
            [("value", "plan.value_unused"), ("reference", "plan.reference_missing")],
        ),
        ({"comparator": "by_reference", "value": None}, [("reference", "plan.reference_missing")]),
        ({"value": None}, [("value", "plan.value_missing")]),
        ({"unit": None}, [("unit", "plan.value_missing")]),
        ({"value": None, "unit": None}, [("value", "plan.value_missing")]),
        ({"comparator": "range"}, [("value_high", "plan.range")]),
        ({"value_high": 99}, [("value_high", "plan.range")]),
        ({"comparator": "range", "value_high": 98}, [("value_high", "plan.range_reversed")]),
        ({"comparator": "range", "value_high": "97.9"}, [("value_high", "plan.range_reversed")]),
        (
            {"basis": "times_baseline", "unit": "times"},
            [("baseline_year", "plan.baseline_missing")],
        ),
        (
            {"basis": "times_baseline", "baseline_year": 2020},
            [("unit", "plan.unit_of_basis")],
        ),
        (
            {"basis": "percent_of_baseline", "unit": "times"},
            [("unit", "plan.unit_of_basis")],
        ),
        (
            {"basis": "each_year", "indicator": "poverty-rate"},
            [("unit", "plan.percent_or_points")],
        ),
        (
            {"basis": "per_year_average", "indicator": "poverty-rate"},
            [("unit", "plan.percent_or_points")],
        ),
        (
            {"comparator": "range", "basis": "times_baseline", "value_high": 1},
            [
                ("value_high", "plan.range_reversed"),
                ("baseline_year", "plan.baseline_missing"),
                ("unit", "plan.unit_of_basis"),
            ],
        ),
    ],
)
def test_a_target_is_refused_for_all_that_is_wrong_with_it(given, found):
    assert refused(Target, target(**given)) == found


@pytest.mark.parametrize(
    "given",
    [
        {"comparator": "qualitative", "value": None, "unit": None},
        {"comparator": "by_reference", "value": None, "reference": "1719/QĐ-TTg"},
        {"comparator": "range", "value_high": "98.001"},
        {"basis": "times_baseline", "unit": "times", "baseline_year": 2020},
        {"basis": "percent_of_baseline"},
        {"basis": "each_year", "indicator": "poverty-rate", "unit": "percentage_points"},
        {"basis": "level", "indicator": "poverty-rate"},
        # Only a rate moves by points; "integrated" holds the letters, not the word.
        {"basis": "each_year", "indicator": "integrated-care"},
        {"value": 0},
    ],
)
def test_what_is_next_to_a_refused_target_is_sound(given):
    assert Target.model_validate(target(**given)).id == "t"


def test_codes_of_a_target_name_basis_and_unit_a_year():
    level = Target.model_validate(target(comparator="above"))
    yearly = Target.model_validate(
        target(comparator="above", basis="each_year", unit="percentage_points")
    )
    assert (level.code, level.unit_code) == ("above", "percent")
    assert (yearly.code, yearly.unit_code) == ("each_year_above", "percentage_points_per_year")
    bare = target(comparator="qualitative", value=None, unit=None)
    assert Target.model_validate(bare).unit_code is None
    assert level.is_measurable
    assert not Target.model_validate(bare).is_measurable


# --- numbers, texts, days, periods --------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "exact"),
    [
        (98, Fraction(98)),
        (26.7, Fraction(267, 10)),
        (Decimal("26.70"), Fraction(267, 10)),
        ("26.7", Fraction(267, 10)),
        ("1/3", Fraction(1, 3)),
        (0.1, Fraction(1, 10)),
        ("1 000", Fraction(1000)),
        (Fraction(2, 7), Fraction(2, 7)),
        (-3, Fraction(-3)),
        ("1e99", Fraction(10**99)),
        ("9" * 60, Fraction(int("9" * 60))),
    ],
)
def test_numbers_are_read_as_they_are_written(given, exact):
    assert Target.model_validate(target(value=given)).value == exact


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (True, "number.not_a_number"),
        ([98], "number.not_a_number"),
        ("26,7", "number.unreadable"),
        ("1/0", "number.unreadable"),
        ("trên 98", "number.unreadable"),
        (float("nan"), "number.unreadable"),
        (float("inf"), "number.unreadable"),
        # Its exact value would fill the memory.
        ("1e999999999", "number.too_large"),
        ("1e100", "number.too_large"),
        ("9" * 101, "number.too_large"),
    ],
)
def test_what_is_no_number_is_refused(given, code):
    assert refused(Target, target(value=given)) == [("value", code)]


@given(amounts())
def test_numbers_come_back_from_json(amount):
    assert Target.model_validate(target(value=plain_amount(amount))).value == amount


@pytest.mark.parametrize(
    ("given", "both"),
    [
        ("nước", ("nước", "nước")),
        ("  nước ", ("nước", "nước")),
        ({"vi": "nước"}, ("nước", "nước")),
        ({"vi": "nước", "en": "water"}, ("nước", "water")),
    ],
)
def test_texts_are_in_one_language_or_both(given, both):
    gist = Target.model_validate(target(gist=given)).gist
    assert (gist.vi, gist.en) == both


@pytest.mark.parametrize("given", [3, {}, {"en": "water"}, {"vi": "a", "b": None}, ["a"]])
def test_what_is_no_text_is_refused(given):
    assert refused(Target, target(gist=given)) == [("gist", "plan.text")]


@pytest.mark.parametrize("given", ["2021..", "..2025", ".."])
def test_a_phase_has_both_ends(given):
    assert refused(Phase, {**PHASES[0], "period": given}) == [("", "plan.phase_open")]


@pytest.mark.parametrize(
    ("given", "code"),
    [("2025..2021", "period.reversed"), ("2021-13", "period.unreadable"), (None, "is_instance_of")],
)
def test_what_is_no_period_is_refused(given, code):
    assert refused(Phase, {**PHASES[0], "period": given}) == [("period", code)]


def test_a_phase_of_one_year_is_sound():
    phase = Phase.model_validate({**PHASES[0], "period": 2025})
    assert (phase.first_day, phase.last_day) == (date(2025, 1, 1), date(2025, 12, 31))
    assert phase.years == range(2025, 2026)
    assert phase.contains(2025)
    assert not phase.contains(2026)
    assert phase.contains(date(2025, 12, 31))


@pytest.mark.parametrize("given", [20200604, 2020, 86400, 0, Decimal(0), True])
def test_a_number_is_no_day(given):
    # Pydantic would read seconds since 1970.
    assert refused(Plan, plan(issued=given)) == [("issued", "date.unreadable")]
    assert refused(Plan, plan(documents=[{"number": "1", "issued": given}])) == [
        ("documents.0.issued", "date.unreadable")
    ]


def test_days_are_texts_or_dates():
    assert Plan.model_validate(plan(issued="2020-06-04")).issued == date(2020, 6, 4)
    assert Plan.model_validate(plan(issued=date(2020, 6, 4))).issued == date(2020, 6, 4)


# --- the whole ----------------------------------------------------------------------------


def task(**given):
    return {"id": "a", "section": "I", "gist": "g", **given}


PROJECT = {"id": "a", "name": "n"}
FUNDING = {"id": "a", "stage": "planned", "amount": None}
OWN = {"id": "a", "name": "n"}
INDICATOR = {**OWN, "population": "households"}
REPORT = {"id": "a", "who": "x", "to": "y", "gist": "g"}
SEEN = {"indicator": "hygienic-water", "date": 2021, "value": 90, "unit": "percent"}


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("phases", {**PHASES[0], "id": "a"}),
        ("indicators", INDICATOR),
        ("populations", OWN),
        ("targets", target(id="a")),
        ("tasks", task()),
        ("reports", REPORT),
        ("projects", PROJECT),
        ("funding", FUNDING),
    ],
)
def test_an_identifier_is_given_once(name, part):
    phases = {"phases": [*PHASES, part]} if name == "phases" else {name: [part]}
    assert Plan.model_validate(plan(**phases))
    assert refused(Plan, plan(**{**phases, name: [*phases[name], part, part]})) == [
        (f"{name}.{len(phases[name]) + at}.id", "plan.doubled") for at in range(2)
    ]


@pytest.mark.parametrize(
    ("given", "way"),
    [
        ({"targets": [target(phase="2024")]}, "targets.0.phase"),
        ({"targets": [target(part_of="u")]}, "targets.0.part_of"),
        ({"targets": [target(indicator="u")]}, "targets.0.indicator"),
        ({"targets": [target(population="u")]}, "targets.0.population"),
        (
            {"targets": [target(also=[{"section": "I"}, {"section": "I", "indicator": "u"}])]},
            "targets.0.also.1.indicator",
        ),
        (
            {"targets": [target(also=[{"section": "I", "population": "u"}])]},
            "targets.0.also.0.population",
        ),
        ({"indicators": [{**INDICATOR, "population": "u"}]}, "indicators.0.population"),
        ({"observations": [{**SEEN, "indicator": "u"}]}, "observations.0.indicator"),
        ({"observations": [{**SEEN, "population": "u"}]}, "observations.0.population"),
        ({"tasks": [task(targets=["u"])]}, "tasks.0.targets.0"),
        (
            {
                "targets": [target()],
                "assignments": [{"row": 1, "targets": ["t", "u"], "lead": "x"}],
            },
            "assignments.0.targets.1",
        ),
        ({"projects": [{**PROJECT, "part_of": "u"}]}, "projects.0.part_of"),
        ({"funding": [{**FUNDING, "project": "u"}]}, "funding.0.project"),
        ({"funding": [{**FUNDING, "part_of": "u"}]}, "funding.0.part_of"),
        ({"funding": [{**FUNDING, "of": "u"}]}, "funding.0.of"),
    ],
)
def test_a_reference_to_nothing_is_refused_where_it_stands(given, way):
    assert refused(Plan, plan(**given)) == [(way, "plan.unknown_key")]


def test_own_indicators_and_populations_may_be_used():
    found = Plan.model_validate(
        plan(
            populations=[OWN],
            indicators=[{**INDICATOR, "id": "b", "population": "a"}],
            targets=[target(indicator="b"), target(id="u", indicator="b", population="households")],
        )
    )
    assert [found.population(one).id for one in found] == ["a", "households"]


@pytest.mark.parametrize(
    ("name", "part"), [("targets", target()), ("projects", PROJECT), ("funding", FUNDING)]
)
def test_nothing_is_nested_in_itself(name, part):
    one, other = ({**part, "id": key} for key in "ab")
    chain = [one, {**other, "part_of": "a"}, {**part, "id": "c", "part_of": "b"}]
    assert Plan.model_validate(plan(**{name: chain}))
    alone = [{**one, "part_of": "a"}]
    assert refused(Plan, plan(**{name: alone})) == [(f"{name}.0.part_of", "plan.nested_in_itself")]
    ring = [{**one, "part_of": "b"}, *chain[1:]]
    # What only leads into the ring is not in itself.
    assert refused(Plan, plan(**{name: ring})) == [
        (f"{name}.{at}.part_of", "plan.nested_in_itself") for at in range(2)
    ]


def test_all_that_does_not_fit_is_said_at_once():
    given = plan(targets=[target(phase="1"), target(indicator="hygenic-water", part_of="t")])
    assert sorted(refused(Plan, given)) == [
        ("targets.0.phase", "plan.unknown_key"),
        ("targets.1.id", "plan.doubled"),
        ("targets.1.indicator", "plan.unknown_key"),
        ("targets.1.part_of", "plan.nested_in_itself"),
    ]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"id": "Xã A"}, "string_pattern_mismatch"),
        ({"id": ""}, "string_pattern_mismatch"),
        ({"id": "-a"}, "string_pattern_mismatch"),
        ({"colour": "red"}, "extra_forbidden"),
        ({"kind": "law"}, "literal_error"),
        ({"line": 0}, "greater_than_equal"),
    ],
)
def test_fields_of_a_plan_are_checked(given, code):
    assert [found for _, found in refused(Plan, plan(**given))] == [code]


def test_a_row_of_an_assignment_names_targets_and_counts_from_one():
    assert refused(Plan, plan(assignments=[{"row": 0, "targets": [], "lead": "x"}])) == [
        ("assignments.0.row", "greater_than_equal"),
        ("assignments.0.targets", "too_short"),
    ]


@settings(max_examples=40)
@given(plans())
def test_drawn_plans_survive_plain_data(drawn):
    assert Plan.model_validate(drawn.to_dict()) == drawn
    assert Plan.model_validate_json(drawn.model_dump_json()) == drawn


@settings(max_examples=40)
@given(plans())
def test_drawn_plans_have_a_due_year_in_or_after_their_phase(drawn):
    for one in drawn:
        assert drawn.due_year(one) == drawn.phase(one).last_day.year
        assert (drawn.parent(one) is None) is (one.part_of is None)
        if one.comparator is Comparator.RANGE:
            assert one.value_high > one.value
        if one.basis is Basis.TIMES_BASELINE:
            assert one.unit is Unit.TIMES
