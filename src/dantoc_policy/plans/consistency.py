"""Whether the parts of a plan fit together: identifiers, references, nesting."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from dantoc_policy.errors import Problem
from dantoc_policy.plans.vocabulary import indicators, populations

if TYPE_CHECKING:
    from dantoc_policy.plans.observation import Observation
    from dantoc_policy.plans.plan import Plan
    from dantoc_policy.plans.target import Target

_NAMED = (
    "phases",
    "indicators",
    "populations",
    "targets",
    "tasks",
    "reports",
    "projects",
    "funding",
)


def faults(plan: Plan) -> tuple[Problem, ...]:
    """Give what does not fit, each with its place such as `targets.3.phase`.

    Only identifiers and references are looked at.
    """
    return (*_doubled(plan), *_unknown(plan), *_nesting(plan))


def _doubled(plan: Plan) -> Iterator[Problem]:
    for name in _NAMED:
        seen: dict[str, int] = {}
        for at, part in enumerate(getattr(plan, name)):
            first = seen.setdefault(part.id, at)
            if part.id and first != at:
                yield Problem(
                    code="plan.doubled",
                    place=f"{name}.{at}.id",
                    vi=f"“{part.id}” đã là mã của {name}[{first}].",
                    en=f"“{part.id}” is the identifier of {name}[{first}] already.",
                    mend_vi="Đặt mã khác cho từng mục.",
                    mend_en="Give each its own identifier.",
                )


def _unknown(plan: Plan) -> Iterator[Problem]:
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
    for name in ("assignments", "tasks"):
        for at, part in enumerate(getattr(plan, name)):
            for index, key in enumerate(part.targets):
                yield f"{name}.{at}.targets.{index}", "target", key
    yield from _of_money(plan)


def _of_money(plan: Plan) -> Iterator[tuple[str, str, str | None]]:
    for at, project in enumerate(plan.projects):
        yield f"projects.{at}.part_of", "project", project.part_of
    for at, funding in enumerate(plan.funding):
        yield f"funding.{at}.project", "project", funding.project
        yield f"funding.{at}.part_of", "funding", funding.part_of
        yield f"funding.{at}.of", "funding", funding.of


def _measuring(plan: Plan) -> Iterator[tuple[str, Target | Observation]]:
    yield from ((f"targets.{at}", target) for at, target in enumerate(plan.targets))
    yield from ((f"observations.{at}", seen) for at, seen in enumerate(plan.observations))


def _check(place: str, key: str | None, known: Collection[str]) -> Iterator[Problem]:
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


def _nesting(plan: Plan) -> Iterator[Problem]:
    for name in ("targets", "projects", "funding"):
        parts = getattr(plan, name)
        parents = {part.id: part.part_of for part in parts}
        for at, part in enumerate(parts):
            seen: set[str] = set()
            key = part.part_of
            while key is not None and key != part.id and key not in seen:
                seen.add(key)
                key = parents.get(key)
            if key is not None and key == part.id:
                yield Problem(
                    code="plan.nested_in_itself",
                    place=f"{name}.{at}.part_of",
                    vi=f"“{part.id}” nằm trong chính nó.",
                    en=f"“{part.id}” is nested in itself.",
                    mend_vi="Bỏ hoặc sửa part_of.",
                    mend_en="Take out or correct part_of.",
                )


def year_faults(plan: Plan) -> Iterator[Problem]:
    """Give the targets whose years do not fit their phase, or that begin after they are due."""
    phases = {phase.id: phase for phase in plan.phases}
    for at, target in enumerate(plan.targets):
        phase = phases.get(target.phase)
        if phase is None:
            continue
        due = target.due_year or phase.last_day.year
        if due not in phase.years:
            yield Problem(
                code="plan.due_outside_phase",
                place=f"targets.{at}.due_year",
                vi=f"năm đến hạn {due} nằm ngoài giai đoạn “{phase.id}”.",
                en=f"the due year {due} lies outside of the phase “{phase.id}”.",
                mend_vi="Sửa due_year, hoặc dùng giai đoạn khác.",
                mend_en="Mend due_year, or use another phase.",
            )
        if target.baseline_year is not None and target.baseline_year >= due:
            yield Problem(
                code="plan.baseline_after_due",
                place=f"targets.{at}.baseline_year",
                vi=f"năm gốc {target.baseline_year} không trước năm đến hạn {due}.",
                en=f"the baseline year {target.baseline_year} is not before the due year {due}.",
            )
