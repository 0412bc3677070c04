"""One thing that a plan asks of one body: to lead, to coordinate, to report, to receive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from attrs import evolve, frozen

from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.responsible import Responsible, responsible
from dantoc_policy.plans.work import Assignment
from dantoc_policy.values.text import Text

Kind = Literal["target", "task", "report"]
Role = Literal["lead", "coordinating", "reports", "receives"]
ROLES: dict[Role, Text] = {
    "lead": Text("chủ trì", "lead"),
    "coordinating": Text("phối hợp", "coordinating"),
    "reports": Text("báo cáo", "reports"),
    "receives": Text("nhận báo cáo", "receives"),
}


@frozen(kw_only=True, repr=False)
class Duty:
    """What a plan asks of a body: the target, task or report `of`, in which role.

    `row` is the row of the assignment that gives it; `section` and `line` are where it stands.
    """

    plan: str
    kind: Kind
    of: str
    role: Role
    who: Responsible
    gist: Text
    row: int | None = None
    section: str | None = None
    line: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the duty as one flat row of plain JSON data."""
        return {
            "plan": self.plan,
            "kind": self.kind,
            "of": self.of,
            "role": self.role,
            "body": self.who.name,
            "body_id": self.who.key,
            "row": self.row,
            "section": self.section,
            "source_line": self.line,
            "gist_vi": self.gist.vi,
            "gist_en": self.gist.en,
        }

    def __repr__(self) -> str:
        return f"Duty({self.who.name!r}, {self.role!r}, {self.kind!r}, {self.of!r})"


def duties_of(plan: Plan) -> tuple[Duty, ...]:
    """Give every duty of a plan: of its targets, of its tasks, of its reports.

    A body that has the same role twice in one target or task, by whatever names, has it once.
    """
    known: dict[str, Responsible] = {}
    found: dict[tuple[str, str, str, str], Duty] = {}
    for duty, name in (*_of_targets(plan), *_of_tasks(plan), *_of_reports(plan)):
        who = known.get(name) or known.setdefault(name, responsible(plan, name))
        found.setdefault((duty.kind, duty.of, duty.role, who.key), evolve(duty, who=who))
    return tuple(found.values())


Named = Iterator[tuple[Duty, str]]


def _of_targets(plan: Plan) -> Named:
    rows: dict[str, list[Assignment]] = {}
    for row in plan.assignments:
        for key in dict.fromkeys(row.targets):
            rows.setdefault(key, []).append(row)
    for target in plan.targets:
        own = _duty(plan, "target", target.id, target.gist, target.section, target.line)
        yield from _roles(own, target.lead, target.coordinating)
        for row in rows.get(target.id, ()):
            by_row = evolve(own, row=row.row, section=row.section, line=row.line)
            yield from _roles(by_row, row.lead, row.coordinating)


def _of_tasks(plan: Plan) -> Named:
    for task in plan.tasks:
        own = _duty(plan, "task", task.id, task.gist, task.section, task.line)
        yield from _roles(own, task.lead, task.coordinating)


def _of_reports(plan: Plan) -> Named:
    for report in plan.reports:
        own = _duty(plan, "report", report.id, report.gist, report.section, report.line)
        yield from ((evolve(own, role="reports"), name) for name in report.who)
        receivers = (report.to, report.onward)
        yield from ((evolve(own, role="receives"), name) for name in receivers if name)


def _duty(
    plan: Plan, kind: Kind, of: str, gist: Text, section: str | None, line: int | None
) -> Duty:
    return Duty(
        plan=plan.id,
        kind=kind,
        of=of,
        role="lead",
        who=Responsible(name=""),
        gist=gist,
        section=section,
        line=line,
    )


def _roles(own: Duty, lead: Iterable[str], coordinating: Iterable[str]) -> Named:
    yield from ((evolve(own, role="lead"), name) for name in lead)
    yield from ((evolve(own, role="coordinating"), name) for name in coordinating)
