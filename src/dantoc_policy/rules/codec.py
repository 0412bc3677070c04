"""The JSON reading of a rule: an exact round trip, and the schema of what is written.

Numbers are exact (a fraction is the string "2/3"), facts stand by name, and the record class by
its name: `rule_from_json` finds the packaged ones itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from importlib import import_module
from typing import Any

from dantoc_policy.law.provision import Provision
from dantoc_policy.rules.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Flag,
    Not,
    OneOf,
    Open,
    Reading,
)
from dantoc_policy.rules.form import FORMAT, VERSION
from dantoc_policy.rules.form.reading import read_rule
from dantoc_policy.rules.quantity import (
    Amount,
    Factual,
    Multiple,
    Number,
    Quantity,
    Ratio,
    Threshold,
)
from dantoc_policy.rules.rule import Case, Rule
from dantoc_policy.values.text import Text

JOINED: Mapping[str, type[AllOf | AnyOf | AtLeast]] = {
    "all_of": AllOf,
    "any_of": AnyOf,
    "at_least": AtLeast,
}
# Loaded when a rule is read: a rule's own module has them already, a service may not.
_RECORDS = {
    "Commune": "dantoc_policy.places.commune",
    "Village": "dantoc_policy.places.village",
    "Province": "dantoc_policy.places.province",
    "EthnicGroupFacts": "dantoc_policy.peoples.facts",
}


def rule_to_json(rule: Rule) -> dict[str, Any]:
    """Write a rule as plain JSON data.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> rule_to_json(nd_272_2025.PROVINCE)["cases"][1]["outcome"]["key"]
    'outside'
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "key": rule.key,
        "title": _text(rule.title),
        "record": rule.record.__name__,
        "cases": [_case(case) for case in rule.cases],
        "overlaps": [list(pair) for pair in sorted(rule.overlaps)],
        "redundant": sorted(rule.redundant),
    }


def rule_from_json(data: object, *, records: Mapping[str, type[Factual]] | None = None) -> Rule:
    """Read a rule back; raises `InputError` that names the place of what is wrong.

    `records` adds record classes by name to the packaged ones.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> rule_from_json(rule_to_json(nd_272_2025.PROVINCE)) == nd_272_2025.PROVINCE
    True
    """
    return read_rule(data, record_class, records or {})


def rule_json_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of the documents that `rule_to_json` writes.

    >>> rule_json_schema()["properties"]["version"]
    {'const': 1}
    """
    from dantoc_policy.rules.form.schema import schema

    return schema(FORMAT, VERSION)


def record_class(name: str) -> type[Factual] | None:
    """Give a packaged record class by name, None where there is none.

    >>> record_class("Village").__name__
    'Village'
    """
    if name not in _RECORDS:
        return None
    found: type[Factual] = getattr(import_module(_RECORDS[name]), name)
    return found


def _case(case: Case) -> dict[str, Any]:
    outcome = case.outcome
    return {
        "outcome": {"key": outcome.key, "text": _text(outcome.text), "holds": outcome.holds},
        **({} if case.when is None else {"when": _node(case.when)}),
        **_notes(case.provision, case.doubt),
    }


def _node(node: Condition) -> dict[str, Any]:
    found = _bare_node(node) | _notes(node.provision, node.doubt)
    if node.label is not None:
        found["label"] = _text(node.label)
    return found


def _bare_node(node: Condition) -> dict[str, Any]:
    if isinstance(node, Compare):
        return {
            "kind": "compare",
            "left": _quantity(node.left),
            "op": node.op,
            "right": _threshold(node.right),
        }
    if isinstance(node, Flag):
        return {"kind": "flag", "fact": node.fact.name}
    if isinstance(node, OneOf):
        return {"kind": "one_of", "fact": node.fact.name, "values": list(node.values)}
    if isinstance(node, Open):
        return {"kind": "open", "key": node.key, "question": _text(node.question)}
    if isinstance(node, Not):
        return {"kind": "not", "part": _node(node.part)}
    if isinstance(node, Reading):
        return {
            "kind": "reading",
            "key": node.key,
            "question": _text(node.question),
            "default": node.default,
            "options": [{"key": key, "when": _node(option)} for key, option in node.options],
        }
    for kind, joined in JOINED.items():
        if isinstance(node, joined):
            found = {"kind": kind, "parts": [_node(part) for part in node.parts]}
            return {**found, "count": _count(node)} if isinstance(node, AtLeast) else found
    raise TypeError(node)


def _count(node: AtLeast) -> int | dict[str, Any]:
    return node.count if isinstance(node.count, int) else _threshold(node.count)


def _quantity(quantity: Quantity) -> dict[str, Any]:
    if isinstance(quantity, Ratio):
        return {"kind": "ratio", "part": _names(quantity.part), "whole": _names(quantity.whole)}
    return {"kind": "amount", "facts": _names(quantity)}


def _names(amount: Amount) -> list[str]:
    return [fact.name for fact in amount.facts]


def _threshold(threshold: Threshold) -> dict[str, Any]:
    if isinstance(threshold, Number):
        return {
            "kind": "number",
            "value": _exact(threshold.value),
            "unit": threshold.unit.value,
        }
    if isinstance(threshold, Multiple):
        return {
            "kind": "multiple",
            "factor": _exact(threshold.factor),
            "fact": threshold.fact.name,
        }
    return {
        "kind": "choice",
        "condition": _node(threshold.condition),
        "then": _threshold(threshold.then),
        "otherwise": _threshold(threshold.otherwise),
    }


def _exact(number: Fraction) -> int | str:
    return int(number) if number.denominator == 1 else str(number)


def _text(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}


def _notes(provision: Provision | None, doubt: Text | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if provision is not None:
        found["provision"] = {
            "document": provision.document,
            "article": provision.article,
            "clause": provision.clause,
            "point": provision.point,
            "sure": provision.sure,
        }
    if doubt is not None:
        found["doubt"] = _text(doubt)
    return found
