"""Whether the parts of a plan fit together: identifiers, references, nesting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from dantoc_policy.errors import Problem
from dantoc_policy.plans.vocabulary import indicators, populations

if TYPE_CHECKING:
    from dantoc_policy.plans.observation import Observation
    from dantoc_policy.plans.plan import Plan
    from dantoc_policy.plans.target import Target

Fault = Problem


def faults(plan: Plan) -> tuple[Fault, ...]:
    """Give what does not fit, each with its place such as `targets.3.phase`."""
    return (*_doubled(plan), *_unknown(plan), *_nesting(plan))


def _doubled(plan: Plan) -> Iterator[Fault]:
    for name in ("phases", "targets", "tasks", "reports", "projects", "funding"):
        counted = Counter(part.id for part in getattr(plan, name))
        for key, count in counted.items():
            if count > 1:
                yield Problem(
                    code="plan.doubled",
                    place=name,
                    vi=f"“{key}” có {count} lần.",
                    en=f"“{key}” is there {count} times.",
                    mend_vi="Đặt mã khác cho từng mục.",
                    mend_en="Give each its own identifier.",
                )


def _unknown(plan: Plan) -> Iterator[Fault]:
    known = _known(plan)
    for place, kind, key in _references(plan):
        yield from _check(place, key, known[kind])


def _known(plan: Plan) -> dict[str, Collection[str]]:
    return {
        "phase": {phase.id for phase in plan.phases},
        "target": {target.id for target in plan.targets},
        "indicator": {*indicators(), *(own.id for own in plan.indicators)},
        "population": {*populations(), *(own.id for own in plan.populations)},
        "project": {project.id for project in plan.projects},
        "funding": {funding.id for funding in plan.funding},
    }


def _references(plan: Plan) -> Iterator[tuple[str, str, str | None]]:
    """Give the place, the kind and the key of whatever a part says of another part."""
    for at, target in enumerate(plan.targets):
        yield f"targets.{at}.phase", "phase", target.phase
        yield f"targets.{at}.part_of", "target", target.part_of
        for index, said in enumerate(target.also):
            yield f"targets.{at}.also.{index}.indicator", "indicator", said.indicator
            yield f"targets.{at}.also.{index}.population", "population", said.population
    for name, part in _measuring(plan):
        yield f"{name}.indicator", "indicator", part.indicator
        yield f"{name}.population", "population", part.population
    for at, own in enumerate(plan.indicators):
        yield f"indicators.{at}.population", "population", own.population
    for at, row in enumerate(plan.assignments):
        yield from ((f"assignments.{at}.targets", "target", key) for key in row.targets)
    for at, task in enumerate(plan.tasks):
        yield from ((f"tasks.{at}.targets", "target", key) for key in task.targets)
    for at, project in enumerate(plan.projects):
        yield f"projects.{at}.part_of", "project", project.part_of
    for at, funding in enumerate(plan.funding):
        yield f"funding.{at}.project", "project", funding.project
        yield f"funding.{at}.part_of", "funding", funding.part_of
        yield f"funding.{at}.of", "funding", funding.of


def _measuring(plan: Plan) -> Iterator[tuple[str, Target | Observation]]:
    yield from ((f"targets.{at}", target) for at, target in enumerate(plan.targets))
    yield from ((f"observations.{at}", seen) for at, seen in enumerate(plan.observations))


def _check(place: str, key: str | None, known: Collection[str]) -> Iterator[Fault]:
    if key is not None and key not in known:
        from difflib import get_close_matches

        near = ", ".join(get_close_matches(key, sorted(known), n=3))
        yield Problem(
            code="plan.unknown_key",
            place=place,
            vi=f"không có “{key}”.",
            en=f"there is no “{key}”.",
            mend_vi=f"Gần giống: {near}." if near else "Khai báo mục đó trước.",
            mend_en=f"Near: {near}." if near else "Define it first.",
        )


def _nesting(plan: Plan) -> Iterator[Fault]:
    parents = {target.id: target.part_of for target in plan.targets}
    for at, target in enumerate(plan.targets):
        seen: set[str] = set()
        key: str | None = target.id
        while key is not None and key not in seen:
            seen.add(key)
            key = parents.get(key)
        if key == target.id:
            yield Problem(
                code="plan.nested_in_itself",
                place=f"targets.{at}.part_of",
                vi=f"“{target.id}” nằm trong chính nó.",
                en=f"“{target.id}” is nested in itself.",
            )
