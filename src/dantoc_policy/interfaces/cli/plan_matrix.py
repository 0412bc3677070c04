"""`dantoc plan matrix`: who leads, who coordinates, who is no longer there."""

from __future__ import annotations

from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.common import Lang
from dantoc_policy.interfaces.cli.lookup import Form, LookupForm, print_data
from dantoc_policy.interfaces.cli.options import Language
from dantoc_policy.interfaces.cli.plan_common import PlanName, get_plan, planning


def matrix(
    name: PlanName,
    *,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="Thêm cơ quan không còn vào ngày này và cơ quan kế tục / who is gone, and heirs.",
        ),
    ] = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """In phân công: mỗi cơ quan bao nhiêu việc, chỉ tiêu nào ai chủ trì, chỉ tiêu nào bỏ trống.

    Responsibilities: the load of each body, who leads on which target, and what nobody leads on.
    """
    locale = lang.locale
    with planning(locale):
        from dantoc_policy.interfaces.cli.arguments import day
        from dantoc_policy.plans.responsibilities import responsibilities

        on = None if as_of is None else day(as_of)
        found = responsibilities(get_plan(name))
        ended = None if on is None else found.ended(on)
        if form is LookupForm.TEXT:
            from dantoc_policy.interfaces.cli.plan_matrix_text import print_ended, print_matrix

            print_matrix(found, locale)
            if ended is not None and on is not None:
                print_ended(ended, on, locale)
        else:
            whole = found.to_dict()
            if ended is not None:
                whole |= {"ended": [one.to_dict() for one in ended]}
            print_data(form, whole, found.rows())
