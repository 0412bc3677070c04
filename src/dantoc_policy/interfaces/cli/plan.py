"""`dantoc plan`: plans: what they set out to reach, whether they hold together, whether they do."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.common import Lang
from dantoc_policy.interfaces.cli.lookup import Form, LookupForm, print_data
from dantoc_policy.interfaces.cli.options import Language
from dantoc_policy.interfaces.cli.plan_check import check
from dantoc_policy.interfaces.cli.plan_common import PlanName, TargetsForm, get_plan, planning
from dantoc_policy.interfaces.cli.plan_compare import compare
from dantoc_policy.interfaces.cli.plan_deadlines import deadlines
from dantoc_policy.interfaces.cli.plan_funding import funding
from dantoc_policy.interfaces.cli.plan_matrix import matrix
from dantoc_policy.interfaces.cli.plan_progress import progress
from dantoc_policy.interfaces.cli.plan_report import report

# The file that `new` writes unless it is given another.
NEW_PLAN = "ke-hoach.yaml"

plan = typer.Typer(
    help="Kế hoạch: chỉ tiêu, tiến độ, so sánh, phân công, thời hạn, kinh phí.\n\n"
    "Plans: targets, progress, comparison, responsibilities, deadlines, money.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@plan.command("list")
def list_plans(*, form: Form = LookupForm.TEXT, lang: Language = Lang.VI) -> None:
    """Liệt kê các kế hoạch có sẵn / the plans that come with the package."""
    locale = lang.locale
    with planning(locale):
        from dantoc_policy.interfaces.cli.plan_show_text import listed, print_list
        from dantoc_policy.plans.library import plans

        if form is LookupForm.TEXT:
            print_list(list(plans), locale)
        else:
            records = [listed(one) for one in plans]
            print_data(form, records, records)


@plan.command()
def show(name: PlanName, *, form: Form = LookupForm.TEXT, lang: Language = Lang.VI) -> None:
    """In một kế hoạch: giai đoạn, chỉ tiêu theo mục / a plan: phases, targets by section."""
    locale = lang.locale
    with planning(locale):
        from dantoc_policy.interfaces.cli.plan_show_text import print_plan, shown_plan

        found = get_plan(name)
        if form is LookupForm.TEXT:
            print_plan(found, locale)
        else:
            whole = shown_plan(found)
            print_data(form, whole, [whole])


@plan.command()
def targets(
    name: PlanName,
    *,
    phase: Annotated[
        str | None, typer.Option(metavar="ID", help="Chỉ giai đoạn này / of one phase: 2025.")
    ] = None,
    indicator: Annotated[
        str | None, typer.Option(metavar="CODE", help="Chỉ chỉ số này / of one indicator.")
    ] = None,
    form: Annotated[
        TargetsForm, typer.Option("--format", help="Dạng in ra / form printed.")
    ] = TargetsForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """In chỉ tiêu, mỗi chỉ tiêu một dòng / the targets, one a row."""
    locale = lang.locale
    with planning(locale):
        from dantoc_policy.interfaces.cli.plan_targets_text import (
            chosen,
            print_targets,
            targets_csv,
        )
        from dantoc_policy.plans.rows import target_rows

        found = get_plan(name)
        kept = chosen(found, phase, indicator)
        if form is TargetsForm.TEXT:
            print_targets(found, kept, locale)
            return
        ids = {target.id for target in kept}
        rows = [row for row in target_rows(found) if row["id"] in ids]
        if form is TargetsForm.CSV:
            typer.echo(targets_csv(rows), nl=False)
        else:
            print_data(LookupForm(form.value), rows, rows)


plan.command()(check)
plan.command()(progress)
plan.command()(compare)
plan.command()(matrix)
plan.command()(deadlines)
plan.command()(funding)
plan.command()(report)


@plan.command()
def new(
    out: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Tệp mới / the new file: .yaml; .xlsx .csv of figures"),
    ] = None,
    *,
    observations: Annotated[
        str | None,
        typer.Option(
            metavar="PLAN",
            help="Bảng số liệu trống cho kế hoạch này / a sheet for the figures of a plan.",
        ),
    ] = None,
    lang: Language = Lang.VI,
) -> None:
    """Ghi mẫu kế hoạch có chú thích; không ghi đè tệp đã có.

    Write the commented template of a plan, or a sheet for its figures; nothing is overwritten.
    """
    locale = lang.locale
    with planning(locale):
        if observations is not None:
            from dantoc_policy.interfaces.plans.observation_sheet import write_observation_sheet

            of = get_plan(observations)
            target = out or Path(f"{of.id}-observations.xlsx")
            write_observation_sheet(target, of, locale)
        else:
            from dantoc_policy.interfaces.plans.template import write_plan_template

            target = out or Path(NEW_PLAN)
            write_plan_template(target, locale)
        word = {"vi": "Đã ghi", "en": "Written"}[locale]
        typer.echo(f"{word}: {target}")
