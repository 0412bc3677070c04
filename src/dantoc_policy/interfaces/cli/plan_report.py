"""`dantoc plan report`: everything about a plan as an Excel workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.common import HAS_ERRORS, Lang, say
from dantoc_policy.interfaces.cli.lookup import Day
from dantoc_policy.interfaces.cli.options import Language
from dantoc_policy.interfaces.cli.plan_common import Observed, PlanName, get_plan, planning


def report(
    name: PlanName,
    *,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--output", "--out", metavar="OUT", help="Ghi ra / write: .xlsx"),
    ] = None,
    observations: Observed = None,
    as_of: Day = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            metavar="OTHER",
            help="So với, mặc định là khung quốc gia / compared with; repeatable.",
        ),
    ] = None,
    lang: Language = Lang.VI,
) -> None:
    """Ghi báo cáo Excel: chỉ tiêu, tiến độ, phân công, thời hạn, kinh phí, so sánh, mâu thuẫn.

    Write a workbook with one sheet each: targets, progress, matrix, deadlines, funding,
    comparison with the nation, conflicts. Without --as-of there is no progress. Exit status as of
    `dantoc plan progress`.
    """
    locale = lang.locale
    with planning(locale):
        from dantoc_policy.interfaces.cli.arguments import day, needed
        from dantoc_policy.interfaces.plans.measuring import problems_of
        from dantoc_policy.interfaces.plans.report import write_report

        if out is None:
            raise needed("--out", "tên tệp báo cáo", "the file to write", "--out report.xlsx")
        on = None if as_of is None else day(as_of)
        plan = get_plan(name)
        others = None if against is None else [get_plan(other) for other in against]
        measured = write_report(
            out,
            plan,
            as_of=on,
            observations=observations or (),
            against=others,
            locale=locale,
        )
        word = {"vi": "Đã ghi", "en": "Written"}[locale]
        typer.echo(f"{word}: {out}")
        if measured is not None:
            for problem in problems_of(measured.sheets):
                say(problem, locale)
            if measured.has_errors:
                raise typer.Exit(HAS_ERRORS)
