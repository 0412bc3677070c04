"""Whether the work of a plan is given out: known bodies, one lead each, a sound appendix."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from dantoc_policy.errors import Problem
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.responsibilities import responsibilities
from dantoc_policy.plans.responsible import responsible


def check_work(plan: Plan) -> Iterator[Problem]:
    """Give what does not hold in the work of a plan; the place is the way to the part."""
    yield from _bodies(plan)
    yield from _assigned(plan)
    yield from _rows(plan)
    yield from _sections(plan)


def _bodies(plan: Plan) -> Iterator[Problem]:
    """Tell of each name that means no known body, once, where it is first given work."""
    seen: set[str] = set()
    for place, name, has_work in _names(plan):
        if name in seen:
            continue
        seen.add(name)
        for problem in responsible(plan, name).problems:
            yield evolve(problem, place=place, severity="warning" if has_work else "note")


def _names(plan: Plan) -> Iterator[tuple[str, str, bool]]:
    """Give the place of each body named, its name, and whether it has something to do."""
    for part in ("targets", "tasks", "assignments"):
        for at, one in enumerate(getattr(plan, part)):
            for role in ("lead", "coordinating"):
                yield from ((f"{part}.{at}.{role}", name, True) for name in getattr(one, role))
    for at, duty in enumerate(plan.reports):
        yield from ((f"reports.{at}.who", name, True) for name in duty.who)
        for field, name in (("to", duty.to), ("onward", duty.onward)):
            if name:
                yield f"reports.{at}.{field}", name, True
    if plan.issuer:
        yield "issuer", plan.issuer, False
    yield from ((f"bodies.{at}.name", one.name, False) for at, one in enumerate(plan.bodies))


def _assigned(plan: Plan) -> Iterator[Problem]:
    """Give what the matrix of responsibilities finds, each with its way."""
    ways = {
        **{task.id: f"tasks.{at}" for at, task in enumerate(plan.tasks)},
        **{target.id: f"targets.{at}" for at, target in enumerate(plan.targets)},
    }
    for problem in responsibilities(plan).problems:
        if problem.code.startswith("responsibility."):
            place = ways.get(problem.place, problem.place)
            yield evolve(problem, place=place)


def _rows(plan: Plan) -> Iterator[Problem]:
    """Tell of rows of the appendix numbered twice or left out."""
    seen: dict[int, int] = {}
    for at, row in enumerate(plan.assignments):
        if row.row in seen:
            yield Problem(
                code="assignment.row_doubled",
                severity="warning",
                place=f"assignments.{at}.row",
                vi=f"dòng {row.row} đã có ở assignments[{seen[row.row]}].",
                en=f"row {row.row} is there already, assignments[{seen[row.row]}].",
                mend_vi="Đánh số lại các dòng.",
                mend_en="Number the rows again.",
            )
        seen.setdefault(row.row, at)
    missing = [row for row in range(1, max(seen, default=0)) if row not in seen]
    if missing:
        listed = ", ".join(map(str, missing))
        yield Problem(
            code="assignment.row_missing",
            severity="warning",
            place="assignments",
            vi=f"thiếu dòng: {listed}.",
            en=f"rows are missing: {listed}.",
        )


def _sections(plan: Plan) -> Iterator[Problem]:
    """Compare the rows of an appendix with the targets that are stated in its section."""
    sections = {row.section for row in plan.assignments if row.section}
    rows = {(row.section, key) for row in plan.assignments for key in row.targets}
    for at, target in enumerate(plan.targets):
        stated = {target.section, *(said.section for said in target.also)}
        for section in sorted(sections):
            in_row = (section, target.id) in rows
            if section in stated and not in_row:
                yield Problem(
                    code="assignment.target_missing",
                    severity="warning",
                    place=f"targets.{at}",
                    vi=f"“{target.id}” có ở mục {section} mà không dòng phân công nào của mục nêu.",
                    en=f"“{target.id}” stands in {section}, and no row of it assigns it.",
                    mend_vi="Thêm chỉ tiêu vào targets của dòng phân công.",
                    mend_en="Add it to the targets of its row in assignments.",
                )
            if in_row and section not in stated and sections & _stated(plan):
                yield Problem(
                    code="assignment.not_stated",
                    severity="note",
                    place=f"targets.{at}",
                    vi=f"mục {section} phân công “{target.id}”, mà lời văn của mục không nêu.",
                    en=f"{section} assigns “{target.id}”, and its text does not state it.",
                    mend_vi="Nếu mục có nêu, ghi thêm ở also.",
                    mend_en="Where it does, enter that under also.",
                )


def _stated(plan: Plan) -> set[str | None]:
    """Give the sections in which targets are stated again."""
    return {said.section for target in plan.targets for said in target.also}
