"""Writing a plan as YAML or JSON that reads back as the same plan."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Literal

from dantoc_policy.errors import InputError, MissingExtraError
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.plans.read import FORMATS
from dantoc_policy.interfaces.plans.schema import SCHEMA_FILE
from dantoc_policy.plans.plan import Plan

Form = Literal["yaml", "json"]
_WIDTH = 100
_LIKE_A_NUMBER = re.compile(r"[-+]?\.?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?")


def plan_text(plan: Plan, form: Form = "yaml", *, schema: str | None = SCHEMA_FILE) -> str:
    """Write a plan; what is at its default is left out.

    `schema` is the path or URL of the JSON Schema, which the first line of YAML tells editors;
    None leaves the line out.

    Raises:
        InputError: `plan.text` where a text has half of a character, which no file can hold.
        MissingExtraError: YAML needs the extra `yaml`.

    >>> from dantoc_policy.plans.library import plans
    >>> print(plan_text(plans.get("bac-kan-2020")).partition("title")[0])
    # yaml-language-server: $schema=plan.schema.json
    id: bac-kan-2020
    <BLANKLINE>
    """
    data = _plain(plan.to_dict())
    as_json = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    _check_characters(plan, as_json)
    if form == "json":
        return as_json
    # Days are no texts in YAML.
    cited = zip(data.get("documents", ()), plan.documents, strict=True)
    for written, issued in ((data, plan.issued), *((part, one.issued) for part, one in cited)):
        if issued is not None:
            written["issued"] = issued
    return first_line(schema) + _yaml(data)


def first_line(schema: str | None) -> str:
    """Give the line by which editors find the schema of a YAML file."""
    return "" if schema is None else f"# yaml-language-server: $schema={schema}\n"


def write_plan(plan: Plan, path: str | Path, *, schema: str | None = SCHEMA_FILE) -> None:
    """Write a plan to a file; its name says whether as YAML or as JSON.

    Raises:
        InputError: `file.unknown_format`; `output.unwritable`; `plan.text` (see `plan_text`).
        MissingExtraError: YAML needs the extra `yaml`.
    """
    file = Path(path)
    ending = file.suffix.lower()
    if ending not in FORMATS:
        raise unusable(
            file,
            "file.unknown_format",
            f"không ghi được kế hoạch ra tệp {ending or 'không đuôi'}.",
            f"plans cannot be written to files {ending or 'without an ending'}.",
            f"Dùng {', '.join(FORMATS)}.",
            f"Use {', '.join(FORMATS)}.",
        )
    text = plan_text(plan, "json" if ending == ".json" else "yaml", schema=schema)
    try:
        file.write_text(text, encoding="utf-8")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise unusable(
            file,
            "output.unwritable",
            f"không ghi được tệp này ({why}).",
            f"this file cannot be written ({why}).",
        ) from None


def _check_characters(plan: Plan, text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        around = text[max(0, error.start - 20) : error.end + 20].encode("ascii", "backslashreplace")
        shown = around.decode()
        raise InputError.of(
            "plan.text",
            place=plan.id,
            vi=f"có nửa ký tự Unicode, không tệp nào ghi được: {shown}.",
            en=f"has half of a Unicode character, which no file can hold: {shown}.",
        ) from None


def _plain(data: Any) -> Any:
    """Write a text that is the same in both languages once, as people do."""
    if isinstance(data, list):
        return [_plain(item) for item in data]
    if not isinstance(data, dict):
        return data
    if set(data) == {"vi", "en"} and data["vi"] == data["en"] == data["vi"].strip():
        return data["vi"]
    return {name: _plain(item) for name, item in data.items()}


def _yaml(data: Any) -> str:
    try:
        import yaml
    except ImportError:
        raise MissingExtraError.for_extra("yaml", "PyYAML") from None

    class Dumper(yaml.SafeDumper):  # type: ignore[misc]  # PyYAML ships no types
        """Indents lists, and shares nothing between two places."""

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            del indentless
            super().increase_indent(flow, indentless=False)

        def ignore_aliases(self, data: object) -> bool:
            del data
            return True

    def text(dumper: Any, given: str) -> Any:
        # "2025" and "1e5" are texts for every reader of YAML only in quotes; outside of them the
        # sign of a next line is a line break.
        style = '"' if _LIKE_A_NUMBER.fullmatch(given) or "\x85" in given else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", given, style=style)

    Dumper.add_representer(str, text)
    written: str = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return written
