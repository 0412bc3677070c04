"""Targets as rows, one flat row each, for tables and for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dantoc_policy.plans.fields import plain_amount
from dantoc_policy.plans.plan import Plan

COLUMNS = (
    "plan",
    "id",
    "indicator",
    "population",
    "comparator",
    "value",
    "value_high",
    "unit",
    "baseline_year",
    "due_year",
    "lead",
    "coordinating",
    "source_line",
    "gist_vi",
    "gist_en",
    "phase",
    "kind",
    "basis",
    "bound",
    "part_of",
    "reference",
    "force",
    "section",
    "source",
    "verified",
)


def target_rows(plan: Plan) -> Iterator[dict[str, Any]]:
    """Give each target of a plan as plain JSON data, in the order of the plan.

    `comparator` says basis and bound in one word (`each_year_above`); `basis` and `bound` say
    them apart. `unit` of a yearly movement ends in `_per_year`. `lead` joins several bodies by
    a semicolon; `coordinating` is a list.

    >>> from dantoc_policy.plans.library import plans
    >>> rows = list(target_rows(plans.get("bac-kan-2020")))
    >>> tuple(rows[0]) == COLUMNS
    True
    """
    for target in plan.targets:
        yield {
            "plan": plan.id,
            "id": target.id,
            "indicator": target.indicator,
            "population": plan.population(target).id,
            "comparator": target.code,
            "value": plain_amount(target.value),
            "value_high": plain_amount(target.value_high),
            "unit": target.unit_code,
            "baseline_year": target.baseline_year,
            "due_year": plan.due_year(target),
            "lead": "; ".join(plan.lead(target)) or None,
            "coordinating": list(plan.coordinating(target)),
            "source_line": target.line,
            "gist_vi": target.gist.vi,
            "gist_en": target.gist.en,
            "phase": target.phase,
            "kind": plan.phase(target).kind,
            "basis": target.basis.value,
            "bound": target.comparator.value,
            "part_of": target.part_of,
            "reference": target.reference,
            "force": target.force.value,
            "section": target.section,
            "source": target.source,
            "verified": target.verified,
        }
