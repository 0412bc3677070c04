"""The JSON Schema (2020-12) of a rule's JSON form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from dantoc_policy.law.provision import Depth
from dantoc_policy.values.unit import Unit

_STRING = {"type": "string"}
_NOTES = {
    "provision": {"$ref": "#/$defs/provision"},
    "label": {"$ref": "#/$defs/text"},
    "doubt": {"$ref": "#/$defs/text"},
}


def schema(name: str, version: int) -> dict[str, Any]:
    """Give the schema of documents of a format and version.

    >>> schema("dantoc-policy/rule", 1)["$schema"]
    'https://json-schema.org/draft/2020-12/schema'
    """
    document = _object(
        {
            "format": {"const": name},
            "version": {"const": version},
            "key": _STRING,
            "title": _ref("text"),
            "record": _STRING,
            "cases": _list(_ref("case"), least=1),
            "overlaps": _list(
                {"type": "array", "items": _STRING, "minItems": 2, "maxItems": 2}, least=0
            ),
            "redundant": _list(_STRING, least=0),
        },
        optional=("overlaps", "redundant"),
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rule",
        **document,
        "$defs": {
            "text": _object({"vi": _STRING, "en": _STRING}),
            "exact": {
                "anyOf": [
                    {"type": "integer"},
                    {"type": "string", "pattern": "^-?[0-9]+(/[1-9][0-9]*)?$"},
                ]
            },
            "facts": _list(_STRING, least=1),
            "provision": _object(
                {
                    "document": _STRING,
                    "article": {"type": ["integer", "null"]},
                    "clause": {"type": ["integer", "null"]},
                    "point": {"type": ["string", "null"]},
                    "sure": {"enum": list(get_args(Depth))},
                },
                optional=("article", "clause", "point"),
            ),
            "outcome": _object(
                {"key": _STRING, "text": _ref("text"), "holds": {"type": "boolean"}}
            ),
            "case": _object(
                {
                    "outcome": _ref("outcome"),
                    "when": _ref("node"),
                    "provision": _ref("provision"),
                    "doubt": _ref("text"),
                },
                optional=("when", "provision", "doubt"),
            ),
            "quantity": {
                "oneOf": [
                    _kind("amount", {"facts": _ref("facts")}),
                    _kind("ratio", {"part": _ref("facts"), "whole": _ref("facts")}),
                ]
            },
            "threshold": {"oneOf": [*_simple_thresholds(), _choice()]},
            "node": {"oneOf": _nodes()},
        },
    }


def _simple_thresholds() -> list[dict[str, Any]]:
    units = {"enum": [unit.value for unit in Unit]}
    return [
        _kind("number", {"value": _ref("exact"), "unit": units}),
        _kind("multiple", {"factor": _ref("exact"), "fact": _STRING}),
    ]


def _choice() -> dict[str, Any]:
    return _kind(
        "choice",
        {
            "condition": _ref("node"),
            "then": _ref("threshold"),
            "otherwise": _ref("threshold"),
        },
    )


def _nodes() -> list[dict[str, Any]]:
    parts = _list(_ref("node"), least=0)
    options = _list(_object({"key": _STRING, "when": _ref("node")}), least=1)
    members: Mapping[str, dict[str, Any]] = {
        "compare": {
            "left": _ref("quantity"),
            "op": {"enum": [">=", ">", "<=", "<"]},
            "right": _ref("threshold"),
        },
        "flag": {"fact": _STRING},
        "one_of": {"fact": _STRING, "values": _list(_STRING, least=0)},
        "open": {"key": _STRING, "question": _ref("text")},
        "not": {"part": _ref("node")},
        "all_of": {"parts": parts},
        "any_of": {"parts": parts},
        "at_least": {"parts": parts, "count": {"anyOf": [{"type": "integer"}, _choice()]}},
        "reading": {
            "key": _STRING,
            "question": _ref("text"),
            "default": _STRING,
            "options": options,
        },
    }
    return [_kind(kind, own, notes=True) for kind, own in members.items()]


def _kind(kind: str, own: Mapping[str, Any], *, notes: bool = False) -> dict[str, Any]:
    members = {"kind": {"const": kind}, **own, **(_NOTES if notes else {})}
    return _object(members, optional=tuple(_NOTES) if notes else ())


def _object(members: Mapping[str, Any], *, optional: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(members),
        "required": [name for name in members if name not in optional],
        "additionalProperties": False,
    }


def _list(items: Mapping[str, Any], *, least: int) -> dict[str, Any]:
    return {"type": "array", "items": dict(items), "minItems": least}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}
