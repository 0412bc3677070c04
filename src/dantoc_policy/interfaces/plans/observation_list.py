"""Figures in YAML or JSON: a list of them, or those of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import evolve
from pydantic import ValidationError

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.plans.json_form import read_json
from dantoc_policy.interfaces.plans.located import Located, Steps
from dantoc_policy.interfaces.plans.observation_words import read_code
from dantoc_policy.interfaces.plans.observations import ObservationRow, ObservationSheet
from dantoc_policy.interfaces.plans.read import load_plan
from dantoc_policy.interfaces.plans.wording import worded
from dantoc_policy.interfaces.plans.yaml_form import read_yaml
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.vocabulary import indicators, populations

_NAME = "observations"


def read_list(path: Path, plan: Plan | None) -> ObservationSheet | None:
    """Read the figures of a YAML or JSON file; None where it is a JSON table of rows.

    Raises:
        PlanFileError: it holds a plan that is not sound.
        InputError: it cannot be read, or holds no figures.
    """
    located = _located(path)
    data = located.data
    if isinstance(data, dict) and "id" in data and "title" in data:
        found = load_plan(path)
        lines = (located.line((_NAME, at)) for at in range(len(found.observations)))
        rows = (
            ObservationRow(number=line, given={}, observation=seen)
            for line, seen in zip(lines, found.observations, strict=True)
        )
        return ObservationSheet(name=path.name, rows=tuple(rows))
    if isinstance(data, list):
        if path.suffix.lower() == ".json":
            return None
        return ObservationSheet(name=path.name, rows=tuple(_rows(located, data, (), plan)))
    entries = data.get(_NAME) if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise unusable(
            path,
            "observation.no_list",
            "cần một danh sách số liệu: observations: [...].",
            "a list of figures is needed: observations: [...].",
        )
    return ObservationSheet(name=path.name, rows=tuple(_rows(located, entries, (_NAME,), plan)))


def _located(path: Path) -> Located:
    read = read_json if path.suffix.lower() == ".json" else read_yaml
    try:
        return read(path, path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise unusable(
            path,
            "file.encoding",
            "tệp không phải mã UTF-8.",
            "the file is not UTF-8.",
            "Lưu lại bằng mã UTF-8.",
            "Save it as UTF-8.",
        ) from None


def _rows(
    located: Located, entries: list[Any], above: Steps, plan: Plan | None
) -> Iterator[ObservationRow]:
    for at, entry in enumerate(entries):
        steps = (*above, at)
        given = entry if isinstance(entry, dict) else {"value": entry}
        seen: Observation | None = None
        problems: list[Problem] = []
        try:
            seen = Observation.model_validate(entry)
        except ValidationError as error:
            for item in error.errors(include_url=False):
                inside = tuple(item["loc"])
                said = worded(dict(item), Observation, inside[-1] if inside else "")
                problems.append(evolve(said, place=located.place((*steps, *inside))))
        if seen is not None:
            problems += _unknown(located, seen, steps, plan)
        yield ObservationRow(
            number=located.line(steps),
            given={str(name): value for name, value in given.items()},
            observation=None if problems else seen,
            problems=tuple(problems),
        )


def _unknown(
    located: Located, seen: Observation, steps: Steps, plan: Plan | None
) -> Iterator[Problem]:
    """Tell of codes that neither the library nor the plan has."""
    try:
        known = (*(plan.indicators if plan else ()), *indicators().values())
        read_code("observation.indicator", seen.indicator, known)
    except InputError as error:
        yield evolve(error.problem, place=located.place((*steps, "indicator")))
    try:
        if seen.population is not None:
            groups = (*(plan.populations if plan else ()), *populations().values())
            read_code("observation.population", seen.population, groups)
    except InputError as error:
        yield evolve(error.problem, place=located.place((*steps, "population")))
