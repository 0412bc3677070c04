"""Issues as SARIF 2.1.0, the form in which editors and code hosts take up what a check finds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from dantoc_policy import __version__
from dantoc_policy.errors import Locale, Problem
from dantoc_policy.interfaces.texts.read_text import FORMATS
from dantoc_policy.law.lint.rules import rules

if TYPE_CHECKING:
    from dantoc_policy.interfaces.cli.inputs import Inputs
    from dantoc_policy.interfaces.cli.lint_forms import Linted
    from dantoc_policy.interfaces.texts.text_file import TextFile
    from dantoc_policy.law.lint.issue import Issue
    from dantoc_policy.law.lint.rule import Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LANGUAGES: dict[Locale, str] = {"vi": "vi-VN", "en": "en-US"}


def write_sarif(
    stream: TextIO, found: Iterable[Linted], inputs: Inputs, as_of: date, locale: Locale
) -> None:
    """Write one SARIF log with one run; results are written as files are checked.

    What could not be read is told at the end, when all files have been tried.
    """
    driver = {
        "name": "dantoc lint",
        "version": __version__,
        "rules": [_rule(rule, locale) for rule in rules().values()],
    }
    head = {
        "tool": {"driver": driver},
        "language": _LANGUAGES[locale],
        "columnKind": "unicodeCodePoints",
        "properties": {"as_of": as_of.isoformat()},
    }
    stream.write(f'{{"$schema": {_json(_SCHEMA)},\n "version": "2.1.0",\n "runs": [')
    stream.write(f'{_json(head)[:-1]},\n  "results": [')
    between = "\n   "
    order = {code: place for place, code in enumerate(rules())}
    for item in found:
        for issue in item.issues:
            stream.write(between + _json(_result(item.file, issue, order[issue.code], locale)))
            between = ",\n   "
    notices = [_notice(problem, locale) for problem in inputs.failed]
    run = {"executionSuccessful": not notices, "toolExecutionNotifications": notices}
    stream.write(f'],\n  "invocations": [{_json(run)}]}}]}}\n')


def _rule(rule: Rule, locale: Locale) -> dict[str, Any]:
    name = rule.name.get(locale)
    return {
        "id": rule.code,
        "shortDescription": {"text": f"{name[0].upper()}{name[1:]}"},
        "fullDescription": {"text": rule.what.get(locale)},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(file: TextFile, issue: Issue, order: int, locale: Locale) -> dict[str, Any]:
    basis = [provision.text(locale) for provision in issue.basis]
    result: dict[str, Any] = {
        "ruleId": issue.code,
        "ruleIndex": order,
        "level": issue.severity,
        "message": {"text": issue.message(locale)},
        "locations": [_location(file, issue, locale)],
        "properties": {
            "start": issue.start,
            "end": issue.end,
            "text": issue.text,
            "suggestion": issue.suggestion,
            "certain": issue.certain,
            "basis": basis,
        },
    }
    if issue.certain and _is_plain(file):
        result["fixes"] = [_fix(file, issue)]
    return result


def _location(file: TextFile, issue: Issue, locale: Locale) -> dict[str, Any]:
    """Say where an issue is: in a text by line and column, in any other document in words."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(file.path)}}
    if _is_plain(file):
        physical["region"] = _region(file, issue) | {"snippet": {"text": issue.text}}
    place = file.place_at(issue.start).get(locale)
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": place}]}


def _region(file: TextFile, issue: Issue) -> dict[str, Any]:
    first, last = file.part_at(issue.start), file.part_at(issue.end)
    return {
        "startLine": first.place.line,
        "startColumn": issue.start - first.start + 1,
        "endLine": last.place.line,
        "endColumn": issue.end - last.start + 1,
        "charOffset": issue.start,
        "charLength": issue.end - issue.start,
    }


def _fix(file: TextFile, issue: Issue) -> dict[str, Any]:
    replacement = {
        "deletedRegion": _region(file, issue),
        "insertedContent": {"text": issue.suggestion or ""},
    }
    change = {"artifactLocation": {"uri": _uri(file.path)}, "replacements": [replacement]}
    return {"artifactChanges": [change]}


def _notice(problem: Problem, locale: Locale) -> dict[str, Any]:
    return {
        "level": problem.severity,
        "message": {"text": problem.message(locale)},
        "descriptor": {"id": problem.code},
    }


def _is_plain(file: TextFile) -> bool:
    """Whether offsets into the text are offsets into the file."""
    return FORMATS.get(file.path.suffix.casefold(), "plain") == "plain"


def _uri(path: Path) -> str:
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
