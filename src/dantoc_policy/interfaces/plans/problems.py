"""All problems of a plan file, each with its line: the error that holds them, and where from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dantoc_policy.errors import InputError, Locale, Problem
from dantoc_policy.interfaces.plans.field_words import part_in
from dantoc_policy.interfaces.plans.located import Located, Steps, steps_of
from dantoc_policy.interfaces.plans.loose import loose_faults
from dantoc_policy.interfaces.plans.wording import worded
from dantoc_policy.plans.plan import Plan

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError


class PlanFileError(InputError):
    """A plan file is not sound; `problems` has all that is wrong, in the order of the file.

    `problem` is the first of them.
    """

    def __init__(self, problem: Problem, *more: Problem) -> None:
        super().__init__(problem)
        self.problems: tuple[Problem, ...] = (problem, *more)

    def message(self, locale: Locale = "vi") -> str:
        """Give all messages in a language, one a line."""
        return "\n".join(problem.message(locale) for problem in self.problems)

    def __str__(self) -> str:
        return "\n".join(
            f"[{problem.code}] {problem.message('en')} / {problem.message('vi')}"
            for problem in self.problems
        )


def problems_in(error: ValidationError, located: Located) -> tuple[Problem, ...]:
    """Give what a record of the plan refuses, and whatever else does not fit together."""
    found: dict[Steps, list[Problem]] = {}
    for item in error.errors(include_url=False):
        steps = tuple(item["loc"])
        text = worded(dict(item), _part_around(steps), steps[-1] if steps else "")
        found.setdefault(steps, []).append(_at(located, steps, text))
    # Pydantic looks at the whole only where all parts are sound; the mender wants all at once.
    for fault in loose_faults(located.data):
        steps = steps_of(fault.place)
        if steps not in found:
            found[steps] = [_at(located, steps, fault)]
    return tuple(problem for some in found.values() for problem in some)


def line_of(problem: Problem) -> int:
    """Give the line that the place of a problem names, 0 where it names none."""
    line = problem.place.partition(": ")[0].rpartition(":")[2]
    return int(line) if line.isdecimal() else 0


def _at(located: Located, steps: Steps, problem: Problem) -> Problem:
    return Problem(
        code=problem.code,
        place=located.place(steps),
        vi=problem.vi,
        en=problem.en,
        mend_vi=problem.mend_vi,
        mend_en=problem.mend_en,
    )


def _part_around(steps: Steps) -> type[BaseModel] | None:
    """Give the part that an entry is a field of."""
    part: type[BaseModel] | None = Plan
    for step in steps[:-1]:
        if isinstance(step, str) and part is not None:
            fields: Mapping[str, Any] = part.model_fields
            part = part_in(fields[step].annotation) if step in fields else None
    return part
