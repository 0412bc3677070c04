"""A rule as JSON: exact round trip, schema, and refusals that name the place."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from dantoc_policy.errors import InputError
from dantoc_policy.instruments.registry import instruments
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.village import Village
from dantoc_policy.rules.codec import rule_from_json, rule_json_schema, rule_to_json
from dantoc_policy.rules.proof.position import positions
from dantoc_policy.testing import strategies

PACKAGED = [
    pytest.param(rule, id=rule.key)
    for instrument in instruments().values()
    for rule in instrument.rules.values()
]
VALIDATOR = Draft202012Validator(rule_json_schema())


def through_json(rule):
    written = json.dumps(rule_to_json(rule), ensure_ascii=False)
    data = json.loads(written)
    VALIDATOR.validate(data)
    return rule_from_json(data)


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(rule_json_schema())


@pytest.mark.parametrize("rule", PACKAGED)
def test_packaged_rules_come_back_as_they_are(rule):
    read = through_json(rule)
    assert read == rule
    assert read.record is rule.record
    assert hash(read) == hash(rule)


@settings(max_examples=150, deadline=None)
@given(strategies.rules(Village) | strategies.rules(Commune))
def test_any_rule_comes_back_as_it_is(rule):
    assert through_json(rule) == rule


def test_numbers_stay_exact():
    rule = instruments()["272/2025/NĐ-CP"].rules["province"]
    data = rule_to_json(rule)
    third = data["cases"][0]["when"]["parts"][0]["parts"][1]["right"]
    assert third == {"kind": "number", "value": "200/3", "unit": "percent"}


def test_records_of_other_makers_are_read_by_the_given_class():
    class Hamlet(Village):
        pass

    data = rule_to_json(instruments()["33/2020/QĐ-TTg"].rules["village"]) | {"record": "Hamlet"}
    assert rule_from_json(data, records={"Hamlet": Hamlet}).record is Hamlet


WRONG = {
    "$": lambda data: "rule",
    "$.record": lambda data: data | {"record": "Star"},
    "$.key": lambda data: data | {"key": 3},
    "$.title.en": lambda data: data | {"title": {"vi": "a"}},
    "$.cases": lambda data: data | {"cases": {}},
    "$.casse": lambda data: data | {"casse": []},
    "$.overlaps[0]": lambda data: data | {"overlaps": [["III"]]},
    "$.cases[0].when": lambda data: at(data, "cases", 0, "when", put=3),
    "$.cases[0].outcome.holds": lambda data: at(data, "cases", 0, "outcome", "holds", put=1),
    "$.cases[0].provision.sure": lambda data: at(data, "cases", 0, "provision", "sure", put="?"),
    "$.cases[1].when.kind": lambda data: at(data, "cases", 1, "when", "kind", put="none_of"),
    "$.cases[1].when.part": lambda data: at(data, "cases", 1, "when", "part", put=None),
    "$.cases[2].when": lambda data: at(
        data, "cases", 2, "when", "left", "facts", 0, put="poor_rate"
    ),
    "$.cases[2].when.left.facts[0]": lambda data: at(
        data, "cases", 2, "when", "left", "facts", 0, put="poor"
    ),
    "$.cases[2].when.left.facts": lambda data: at(
        data, "cases", 2, "when", "left", "facts", put=["poor_households", "population"]
    ),
    "$.cases[2].when.op": lambda data: at(data, "cases", 2, "when", "op", put="=>"),
    "$.cases[2].when.right.value": lambda data: at(
        data, "cases", 2, "when", "right", "value", put=0.5
    ),
    "$.cases[2].when.right.unit": lambda data: at(
        data, "cases", 2, "when", "right", "unit", put="dog"
    ),
    "$.cases[0].when.default": lambda data: at(data, "cases", 0, "when", "default", put="R9"),
}


def at(data, *steps, put):
    found = data
    for step in steps[:-1]:
        found = found[step]
    found[steps[-1]] = put
    return data


def document():
    """A small document with a reading, a flag under a not, and a comparison of counts."""
    return json.loads(json.dumps(shared()))


def shared():
    text = {"vi": "a", "en": "a"}
    flag = {"kind": "flag", "fact": "has_national_grid"}
    outcome = {"key": "A", "text": text, "holds": True}
    compare = {
        "kind": "compare",
        "left": {"kind": "amount", "facts": ["poor_households"]},
        "op": ">",
        "right": {"kind": "number", "value": 30, "unit": "households"},
    }
    reading = {
        "kind": "reading",
        "key": "Q",
        "question": text,
        "default": "R1",
        "options": [{"key": "R1", "when": flag}, {"key": "R2", "when": compare}],
    }
    provision = {"document": "1/2020/QĐ-TTg", "article": 3, "sure": "article"}
    return {
        "format": "dantoc-policy/rule",
        "version": 1,
        "key": "test",
        "title": text,
        "record": "Village",
        "cases": [
            {"outcome": outcome, "when": reading, "provision": provision},
            {"outcome": outcome, "when": {"kind": "not", "part": flag}},
            {"outcome": outcome, "when": compare},
            {"outcome": outcome},
        ],
    }


def test_the_small_document_is_right():
    assert len(list(positions(rule_from_json(document())))) == 6


@pytest.mark.parametrize("place", WRONG)
def test_what_is_wrong_is_named_with_its_place(place):
    data = WRONG[place](document())
    with pytest.raises(InputError) as refused:
        rule_from_json(data)
    assert refused.value.problem.place.startswith(place)
    assert refused.value.problem.vi
    assert refused.value.problem.en


def test_another_version_is_refused():
    with pytest.raises(InputError) as refused:
        rule_from_json(document() | {"version": 2})
    assert refused.value.code == "rule_json.format"


def test_a_rule_without_a_rest_is_refused():
    data = document()
    data["cases"].pop()
    with pytest.raises(InputError) as refused:
        rule_from_json(data)
    assert refused.value.code == "rule.no_rest"


def everywhere(data, path=()):
    yield path
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        if isinstance(value, dict | list):
            yield from everywhere(value, (*path, key))
        else:
            yield (*path, key)


@pytest.mark.parametrize("put", [None, 3, 0.5, "x", "", [], {}, [{}], {"kind": "not"}, True])
def test_no_malformed_document_fails_in_another_way(put):
    for path in everywhere(document()):
        data = at(document(), *path, put=put) if path else put
        with suppress(InputError):
            rule_from_json(data)
