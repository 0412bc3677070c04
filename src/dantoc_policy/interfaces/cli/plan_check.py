"""`dantoc plan check`: whether a plan holds together, and against another one."""

from __future__ import annotations

from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.common import HAS_ERRORS, Lang
from dantoc_policy.interfaces.cli.lookup import Form, LookupForm, print_data
from dantoc_policy.interfaces.cli.options import Language
from dantoc_policy.interfaces.cli.plan_common import PlanName, get_plan, planning


def check(
    name: PlanName,
    *,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="OTHER", help="Kể ra chỉ tiêu thấp hơn ở đây / tell what is weaker than there."
        ),
    ] = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """Kiểm tra kế hoạch: tệp, văn bản, cơ quan, chỉ tiêu, phân công, kinh phí.

    Check a plan: its file, documents, bodies, targets, assignment, money. Exit status: 0 no
    errors, 1 errors, 2 the file as a whole cannot be read.
    """
    locale = lang.locale
    with planning(locale):
        from dantoc_policy.interfaces.plans.check import check_file

        other = None if against is None else get_plan(against)
        found = check_file(name, other)
        if form is LookupForm.TEXT:
            from dantoc_policy.interfaces.cli.plan_check_text import print_check

            print_check(found, locale)
        else:
            whole = found.to_dict()
            print_data(form, whole, whole["problems"])
        if found.has_errors:
            raise typer.Exit(HAS_ERRORS)
