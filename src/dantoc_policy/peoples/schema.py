"""The JSON Schema of an ethnic group as the library writes it."""

from __future__ import annotations

from typing import Any

_WORD: dict[str, Any] = {"type": "string", "minLength": 1}
_CODE: dict[str, Any] = {"type": "string", "pattern": "^[0-9]{2}$"}


def _object(properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        **more,
    }


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a group.

    >>> json_schema()["properties"]["codes"]["required"]
    ['1979', '2008']
    """
    text = {"$ref": "#/$defs/text"}
    counted = {"$ref": "#/$defs/counted"}
    group = _object(
        {
            "id": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*(-[0-9]{2})?$"},
            "name": text,
            "name_1979": _WORD,
            "other_names": {"type": "array", "items": _WORD, "uniqueItems": True},
            "codes": _object({"1979": _CODE, "2008": _CODE}),
            "minority": {"type": "boolean"},
            "family": text,
            "branch": text,
            "other_branches": {
                "type": "array",
                "items": _object({"part": _WORD, "family": text, "branch": text}),
            },
            "populations": {
                "type": "object",
                "propertyNames": {"pattern": "^[0-9]{4}$"},
                "additionalProperties": counted,
            },
            "households": {
                "type": "object",
                "properties": {"census_2019": counted, "survey_2019": counted},
                "additionalProperties": False,
            },
            "source": _WORD,
            "sources": {"type": "object", "additionalProperties": _WORD},
            "unverified": {"type": "array", "items": _WORD, "uniqueItems": True},
            "note": {"type": ["string", "null"]},
        },
        title="EthnicGroup",
    )
    counts = _object(
        {
            "count": {"type": "integer", "minimum": 0},
            "source": _WORD,
            "verified": {"type": "boolean"},
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **group,
        "$defs": {"text": _object({"vi": _WORD, "en": _WORD}), "counted": counts},
    }
