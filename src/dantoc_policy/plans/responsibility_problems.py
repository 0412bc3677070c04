"""What does not hold in the assignment of a plan: no lead, two leads, two roles, unknown names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve

from dantoc_policy.errors import Problem

if TYPE_CHECKING:
    from dantoc_policy.plans.responsibilities import Responsibilities


def problems_of(found: Responsibilities) -> Iterator[Problem]:
    """Give what does not hold, row by row, target by target, then name by name."""
    yield from _rows_without_lead(found)
    yield from _targets_without_lead(found)
    yield from _two_leads(found)
    yield from _two_roles(found)
    for one in found.bodies:
        yield from (evolve(problem, place=one.name) for problem in one.problems)


def _rows_without_lead(found: Responsibilities) -> Iterator[Problem]:
    for at, row in enumerate(found.plan.assignments):
        if not row.lead:
            yield Problem(
                code="responsibility.row_without_lead",
                place=f"assignments.{at}.lead",
                vi=f"dòng {row.row} không có cơ quan chủ trì.",
                en=f"row {row.row} has no body in the lead.",
                mend_vi="Ghi cơ quan chủ trì (lead).",
                mend_en="Write the body in the lead (lead).",
            )


def _targets_without_lead(found: Responsibilities) -> Iterator[Problem]:
    if found.plan.kind != "plan":
        return  # a framework leaves it to the plans, an announcement says what it says
    for target in found.orphans:
        yield Problem(
            code="responsibility.no_lead",
            severity="warning",
            place=target.id,
            vi="không cơ quan nào chủ trì chỉ tiêu này.",
            en="no body leads on this target.",
            mend_vi="Ghi lead ở chỉ tiêu, hoặc ở một dòng phân công (assignments).",
            mend_en="Write lead with the target, or in a row of assignments.",
        )


def _two_leads(found: Responsibilities) -> Iterator[Problem]:
    for one in found.doubled:
        leads = ", ".join(lead.name for lead in one.leads)
        yield Problem(
            code="responsibility.two_leads",
            severity="warning",
            place=one.of,
            vi=f"có nhiều cơ quan cùng chủ trì: {leads}.",
            en=f"several bodies are in the lead: {leads}.",
            mend_vi="Giao một cơ quan chủ trì, các cơ quan khác phối hợp.",
            mend_en="Give the lead to one of them; the others coordinate.",
        )


def _two_roles(found: Responsibilities) -> Iterator[Problem]:
    leads = {(duty.kind, duty.of, duty.who.key) for duty in found.duties if duty.role == "lead"}
    for duty in found.duties:
        if duty.role == "coordinating" and (duty.kind, duty.of, duty.who.key) in leads:
            yield Problem(
                code="responsibility.two_roles",
                severity="warning",
                place=duty.of,
                vi=f"“{duty.who.name}” vừa chủ trì vừa phối hợp.",
                en=f"“{duty.who.name}” both leads and coordinates.",
                mend_vi="Giữ một vai trò.",
                mend_en="Keep one of the two roles.",
            )
