"""The JSON Schema of plan files, with what editors need to complete and to explain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from dantoc_policy.interfaces.plans.field_words import field_words, parts
from dantoc_policy.plans.indicator import Sector
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.target import WITHOUT_VALUE, Basis, Comparator, Force
from dantoc_policy.plans.vocabulary import indicators, populations
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit

SCHEMA_FILE = "plan.schema.json"
"""The name under which the docs publish the schema."""

_TITLE = Text("Kế hoạch công tác dân tộc", "a plan of ethnic affairs")
_MEANINGS: Mapping[str, Mapping[Enum, Text]] = {
    "Comparator": {
        Comparator.REACH: Text("đạt, bằng", "reach"),
        Comparator.AT_LEAST: Text("tối thiểu, từ … trở lên", "at least"),
        Comparator.ABOVE: Text("trên", "more than"),
        Comparator.AT_MOST: Text("không quá", "at most"),
        Comparator.BELOW: Text("dưới", "less than"),
        Comparator.ABOUT: Text("khoảng", "about"),
        Comparator.NEARLY: Text("gần", "nearly"),
        Comparator.RANGE: Text("từ value đến value_high", "from value to value_high"),
        Comparator.RANK: Text("thuộc nhóm value đơn vị đứng đầu", "among the first `value`"),
        Comparator.BY_REFERENCE: Text("theo văn bản khác (reference)", "as another document says"),
        Comparator.QUALITATIVE: Text("không có con số", "no figure"),
    },
    "Basis": {
        Basis.LEVEL: Text("mức đạt ở năm đến hạn", "the level in the due year"),
        Basis.EACH_YEAR: Text("mức tăng, giảm từng năm", "the movement of every single year"),
        Basis.YEARLY_AVERAGE: Text("bình quân mỗi năm", "the average movement a year"),
        Basis.TIMES_BASELINE: Text("gấp mấy lần năm gốc", "times the value of the baseline year"),
        Basis.PERCENT_OF_BASELINE: Text(
            "tăng, giảm bao nhiêu phần trăm so với năm gốc", "percent of the baseline's count"
        ),
    },
    "Force": {
        Force.FIRM: Text("dứt khoát", "firm"),
        Force.STRIVE: Text("phấn đấu", "strive"),
        Force.MAINTAIN: Text("duy trì", "maintain"),
        Force.BASICALLY: Text("cơ bản", "basically"),
    },
    "Sector": {sector: sector.text for sector in Sector},
    "Unit": {unit: unit.text for unit in Unit if unit.numeric},
}


def plan_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a plan file.

    Codes of the library are offered for `indicator` and `population`; those that the plan brings
    with it are allowed as well.

    >>> plan_schema()["$defs"]["Target"]["properties"]["indicator"]["anyOf"][0]
    {'$ref': '#/$defs/IndicatorCode'}
    """
    schema = Plan.model_json_schema()
    definitions: dict[str, Any] = schema.pop("$defs")
    for name, part in {**definitions, "Plan": schema}.items():
        part["description"] = _gist(part.get("description", ""))
        for field, said in part.get("properties", {}).items():
            _explain(name, field, said)
            _offer(field, said)
    for name, meanings in _MEANINGS.items():
        definitions[name]["enumDescriptions"] = [
            _both(meanings.get(value)) for value in _members(name, definitions[name]["enum"])
        ]
    definitions["Target"].update(_valued())
    definitions["IndicatorCode"] = _codes((key, one.name) for key, one in indicators().items())
    definitions["PopulationCode"] = _codes((key, one.name) for key, one in populations().items())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_FILE,
        **schema,
        "title": _both(_TITLE),
        "$defs": dict(sorted(definitions.items())),
    }


def _gist(text: str) -> str:
    """Give the first paragraph of a docstring as one line."""
    return " ".join(text.split("\n\n", maxsplit=1)[0].split())


def _both(text: Text | None) -> str:
    return "" if text is None else f"{text.vi} / {text.en}"


def _explain(part: str, field: str, said: dict[str, Any]) -> None:
    said.pop("title", None)  # "Baseline Year" says nothing that the name does not
    meant = field_words(part, field) if part in parts() else None
    if meant is not None:
        said["description"] = _both(meant)


def _offer(field: str, said: dict[str, Any]) -> None:
    if field not in ("indicator", "population"):
        return
    reference = {"$ref": f"#/$defs/{field.title()}Code"}
    rest: Any = said.pop("anyOf", None)
    if rest is None:
        rest = [{name: said.pop(name) for name in ("type", "pattern")}]
    said["anyOf"] = [reference, *rest]


def _codes(named: Iterable[tuple[str, Text]]) -> dict[str, Any]:
    found = dict(named)
    return {
        "description": "mã của thư viện / a code of the library",
        "enum": list(found),
        "enumDescriptions": [_both(name) for name in found.values()],
    }


def _members(name: str, values: Iterable[str]) -> list[Enum]:
    kinds: dict[str, type[Enum]] = {
        "Comparator": Comparator,
        "Basis": Basis,
        "Force": Force,
        "Sector": Sector,
        "Unit": Unit,
    }
    return [kinds[name](value) for value in values]


def _valued() -> dict[str, Any]:
    """Say which targets have a value: all but those that name a document or nothing."""
    without = [comparator.value for comparator in Comparator if comparator in WITHOUT_VALUE]
    something = {"not": {"type": "null"}}
    valued = {
        "required": ["value", "unit"],
        "properties": {"value": something, "unit": something},
    }
    ranged = {"required": ["value_high"], "properties": {"value_high": something}}
    return {
        "if": {"properties": {"comparator": {"enum": without}}},
        "then": {"properties": {"value": {"type": "null"}}},
        "else": {
            **valued,
            "if": {"properties": {"comparator": {"const": Comparator.RANGE.value}}},
            "then": ranged,
            "else": {"properties": {"value_high": {"type": "null"}}},
        },
    }
