"""`dantoc plan compare`: two plans side by side, and what competes since their places merged."""

from __future__ import annotations

from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.common import Lang
from dantoc_policy.interfaces.cli.lookup import Form, LookupForm, print_data
from dantoc_policy.interfaces.cli.options import Language
from dantoc_policy.interfaces.cli.plan_common import OtherPlan, PlanName, get_plan, planning


def compare(
    name: PlanName,
    other: OtherPlan,
    *,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="Thêm chỉ tiêu tranh chấp vào ngày này / also what competes for one place then.",
        ),
    ] = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """So từng chỉ tiêu với kế hoạch khác: cao hơn, thấp hơn, bằng, không so được và vì sao.

    Each target beside the nearest one of another plan: stronger, weaker, equal, or not comparable
    and why.
    """
    locale = lang.locale
    with planning(locale):
        from dantoc_policy.interfaces.cli.arguments import day
        from dantoc_policy.plans.comparison import compare as compare_plans
        from dantoc_policy.plans.merged import competing

        on = None if as_of is None else day(as_of)
        ours, theirs = get_plan(name), get_plan(other)
        found = compare_plans(ours, theirs)
        rivals = None if on is None else competing([ours, theirs], on)
        if form is LookupForm.TEXT:
            from dantoc_policy.interfaces.cli.plan_compare_text import (
                print_comparison,
                print_competing,
            )

            print_comparison(found, locale)
            if rivals is not None and on is not None:
                print_competing(rivals, on, locale)
        else:
            whole = found.to_dict()
            if rivals is not None:
                whole |= {"competing": [rival.to_dict() for rival in rivals]}
            print_data(form, whole, whole["pairs"])
