"""A plan as an Excel workbook: targets, progress, responsibilities, deadlines, money, conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.files.table import format_of, unusable
from dantoc_policy.interfaces.files.write import check_target, replacing
from dantoc_policy.interfaces.plans.measuring import Measured, measure
from dantoc_policy.interfaces.plans.observations import of_plan
from dantoc_policy.interfaces.plans.report_compared import comparison_sheet, conflicts_sheet
from dantoc_policy.interfaces.plans.report_excel import write_sheets
from dantoc_policy.interfaces.plans.report_sheet import Sheet
from dantoc_policy.interfaces.plans.report_sheets import (
    deadlines_sheet,
    funding_sheet,
    progress_sheet,
    targets_sheet,
)
from dantoc_policy.interfaces.plans.report_work import matrix_sheet
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.plan import Plan
from dantoc_policy.values.period import Period


def plan_report(
    plan: Plan,
    *,
    as_of: date | None = None,
    observations: Iterable[str | Path] = (),
    against: Sequence[Plan] | None = None,
    locale: Locale = "vi",
) -> tuple[tuple[Sheet, ...], Measured | None]:
    """Give the sheets of a report, and the measuring that they rest on.

    Without a day there is no progress, and no heirs of bodies. `against` are the national
    frameworks of the plan's years unless others are given.

    Raises:
        InputError: a source of figures as a whole cannot be used.
    """
    sources = tuple(observations)
    measured = None if as_of is None else measure(plan, sources or (of_plan(plan),), as_of)
    others = nations(plan) if against is None else tuple(against)
    return (
        targets_sheet(plan, locale),
        progress_sheet(measured, locale),
        matrix_sheet(plan, as_of, locale),
        deadlines_sheet(plan, _lifetime(plan), locale),
        funding_sheet(plan, locale),
        comparison_sheet(plan, others, locale),
        conflicts_sheet(plan, as_of, locale),
    ), measured


def write_report(
    path: str | Path,
    plan: Plan,
    *,
    as_of: date | None = None,
    observations: Iterable[str | Path] = (),
    against: Sequence[Plan] | None = None,
    locale: Locale = "vi",
) -> Measured | None:
    """Write the report of a plan; see `plan_report`.

    Raises:
        InputError: `report.format` where it is no .xlsx, and what `check_target` raises.
        MissingExtraError: the extra `tables` is not installed.
    """
    target = check_target(path)
    if format_of(target) != "xlsx":
        raise unusable(
            target,
            "report.format",
            "báo cáo là tệp .xlsx.",
            "the report is an .xlsx file.",
            "Đặt đuôi .xlsx.",
            "Name it .xlsx.",
        )
    sheets, measured = plan_report(
        plan, as_of=as_of, observations=observations, against=against, locale=locale
    )
    with replacing(target) as draft:
        write_sheets(draft, sheets, plan.title.get(locale), locale)
    return measured


def nations(plan: Plan) -> tuple[Plan, ...]:
    """Give the national frameworks for years of a plan, itself left out.

    >>> [one.id for one in nations(plans.get("bac-kan-2020"))]
    ['national-2021', 'national-2026']
    """
    return tuple(
        one
        for one in plans
        if one.kind == "framework"
        and one.id != plan.id
        and any(phase.overlaps(ours) for phase in one.phases for ours in plan.phases)
    )


def _lifetime(plan: Plan) -> Period | None:
    """Give the days from the issue, or the first phase, to the end of the last phase."""
    firsts = [phase.first_day for phase in plan.phases]
    lasts = [phase.last_day for phase in plan.phases]
    starts = firsts if plan.issued is None else [*firsts, plan.issued]
    if not lasts:
        return None if plan.issued is None else Period.year(plan.issued.year)
    return Period(min(starts), max(lasts))
