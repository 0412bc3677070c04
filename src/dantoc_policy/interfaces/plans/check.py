"""Whether a plan holds together: its file, documents, bodies, targets, appendix, money."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from dantoc_policy.errors import LOCALES, InputError, Locale, Problem, Severity
from dantoc_policy.interfaces.plans.check_documents import check_documents
from dantoc_policy.interfaces.plans.check_money import check_money
from dantoc_policy.interfaces.plans.check_work import check_work
from dantoc_policy.interfaces.plans.located import Located, Steps
from dantoc_policy.interfaces.plans.problems import PlanFileError, line_of
from dantoc_policy.interfaces.plans.read import load_plan
from dantoc_policy.interfaces.plans.words import fields_text
from dantoc_policy.plans.comparison import compare
from dantoc_policy.plans.conflicts import contradictions
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress import progress
from dantoc_policy.plans.strength import Strength

# A document cited by its title is known by its place in the list alone.
_LONGEST_NAME = 40
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@frozen(kw_only=True)
class PlanCheck:
    """What was found in a plan; `plan` is None where its file is not sound.

    `problems` has all that was found, in the order of the plan: of a file each with file and line.
    """

    name: str
    plan: Plan | None
    against: Plan | None = None
    problems: tuple[Problem, ...] = ()

    def of(self, severity: Severity) -> tuple[Problem, ...]:
        """Give the problems of one severity."""
        return tuple(problem for problem in self.problems if problem.severity == severity)

    @property
    def has_errors(self) -> bool:
        """Whether something has to be mended."""
        return bool(self.of("error"))

    def to_dict(self) -> dict[str, Any]:
        """Give what was found as plain JSON data."""
        return {
            "name": self.name,
            "plan": self.plan and self.plan.id,
            "against": self.against and self.against.id,
            **{f"{severity}s": len(self.of(severity)) for severity in _SEVERITIES},
            "problems": [problem.to_dict() for problem in self.problems],
        }


def check_file(name: str, against: Plan | None = None) -> PlanCheck:
    """Check a packaged plan, or the plan of a file; `against` is what it should not fall short of.

    Raises:
        InputError: the file as a whole cannot be read; there is no plan of that name.

    >>> [problem.code for problem in check_file("national-2026").of("error")]
    []
    """
    try:
        plan = load_plan(name)
    except PlanFileError as error:
        return PlanCheck(name=name, plan=None, against=against, problems=error.problems)
    located = _located(name, plan)
    found = [_placed(problem, plan, located) for problem in check_plan(plan, against)]
    found.sort(key=line_of)
    return PlanCheck(name=name, plan=plan, against=against, problems=tuple(found))


def check_plan(plan: Plan, against: Plan | None = None) -> tuple[Problem, ...]:
    """Give what does not hold in a plan; the place of a problem is a way such as `targets.3.lead`.

    >>> from dantoc_policy.plans.library import plans
    >>> found = check_plan(plans.get("thai-nguyen-2021"))
    >>> sorted({problem.code for problem in found if problem.code.startswith("plan.")})
    ['plan.contradiction', 'plan.misprinted']
    """
    weaker = () if against is None else _weaker(plan, against)
    return (
        *check_documents(plan),
        *check_work(plan),
        *_contradictions(plan),
        *_figures(plan),
        *weaker,
        *check_money(plan),
    )


def _contradictions(plan: Plan) -> Iterator[Problem]:
    at = {target.id: place for place, target in enumerate(plan.targets)}
    for conflict in contradictions(plan):
        first = conflict.sayings[0]
        said: dict[Locale, str] = {}
        for locale in LOCALES:
            fields = fields_text(conflict.fields, locale)
            places = "; ".join(
                f"{one.section or '?'}: {one.gist.get(locale)}" for one in conflict.sayings
            )
            said[locale] = f"({fields}): {places}."
        yield Problem(
            code="plan.contradiction",
            severity="warning",
            place=f"targets.{at[first.target]}",
            vi=f"“{first.target}” được nêu không giống nhau {said['vi']}",
            en=f"“{first.target}” is not stated in one way {said['en']}",
        )


def _figures(plan: Plan) -> Iterator[Problem]:
    """Tell of targets whose own figures are of another unit."""
    for at, target in enumerate(plan.targets):
        try:
            progress(target, plan.observations, date.max, plan=plan)
        except InputError as error:
            yield evolve(error.problem, place=f"targets.{at}.unit")


def _weaker(plan: Plan, against: Plan) -> Iterator[Problem]:
    at = {target.id: place for place, target in enumerate(plan.targets)}
    for pair in compare(plan, against).of(Strength.WEAKER):
        if pair.ours is None or pair.theirs is None:
            continue
        ours, theirs = pair.ours.gist, pair.theirs.gist
        yield Problem(
            code="plan.weaker",
            severity="warning",
            place=f"targets.{at[pair.ours.id]}",
            vi=f"“{pair.ours.id}” thấp hơn {against.number or against.id}: {ours.vi}; ở đó: "
            f"{theirs.vi}.",
            en=f"“{pair.ours.id}” is weaker than {against.number or against.id}: {ours.en}; "
            f"there: {theirs.en}.",
        )


def _located(name: str, plan: Plan) -> Located | None:
    """Read the lines of a file that was found sound; a packaged plan has none."""
    from dantoc_policy.interfaces.plans.json_form import read_json
    from dantoc_policy.interfaces.plans.yaml_form import read_yaml
    from dantoc_policy.plans.library import plans

    if name in plans or plan.number == name:
        return None
    file = Path(name)
    read = read_json if file.suffix.lower() == ".json" else read_yaml
    return read(file, file.read_text("utf-8-sig"))


def _placed(problem: Problem, plan: Plan, located: Located | None) -> Problem:
    steps: Steps = tuple(
        int(step) if step.isdecimal() else step for step in problem.place.split(".")
    )
    if located is not None:
        return evolve(problem, place=located.place(steps))
    return evolve(problem, place=_in_words(plan, steps))


def _in_words(plan: Plan, steps: Steps) -> str:
    """Name a part of a packaged plan by its identifier or number."""
    from dantoc_policy.interfaces.plans.located import written

    parts = getattr(plan, str(steps[0]), None)
    if len(steps) > 1 and isinstance(steps[1], int) and isinstance(parts, tuple):
        part = parts[steps[1]]
        name = getattr(part, "id", None) or getattr(part, "number", None)
        if name and len(name) <= _LONGEST_NAME:
            return f"{written(steps)} ({name})"
    return written(steps)
