"""`dantoc plan deadlines`: what falls due between two days, and for whom."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.common import Lang
from dantoc_policy.interfaces.cli.lookup import Form, LookupForm, print_data
from dantoc_policy.interfaces.cli.options import Language
from dantoc_policy.interfaces.cli.plan_common import (
    PlanName,
    get_plan,
    needed_day_of,
    planning,
)


def deadlines(
    name: PlanName,
    *,
    first: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Từ ngày / the first day: 2025-01-01."),
    ] = None,
    last: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help="Đến hết ngày / the last day: 2025-12-31."),
    ] = None,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="FILE", help="Ghi lịch / write an iCalendar file: .ics"),
    ] = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """In những gì đến hạn giữa hai ngày: báo cáo, chỉ tiêu, giai đoạn, thời hạn theo luật.

    What falls due between two days, who owes it to whom, and who they are by then.
    """
    locale = lang.locale
    with planning(locale):
        from dantoc_policy.plans.deadlines import deadlines as due_in
        from dantoc_policy.values.period import Period

        start = needed_day_of(first, "--from", "2025-01-01")
        end = needed_day_of(last, "--to", "2025-12-31")
        between = Period(start, end)
        plan = get_plan(name)
        found = due_in(plan, between)
        if ics is not None:
            from dantoc_policy.interfaces.files.write import check_place, replacing
            from dantoc_policy.interfaces.plans.calendar import to_ical

            calendar = to_ical(found, plan.number or plan.id, locale)
            with replacing(check_place(ics, [Path(name)])) as draft:
                draft.write_bytes(calendar)
        if form is LookupForm.TEXT:
            from dantoc_policy.interfaces.cli.plan_deadlines_text import print_deadlines

            print_deadlines(plan, found, between, locale)
        else:
            records = [due.to_dict() for due in found]
            print_data(form, records, records)
        if ics is not None:
            word = {"vi": "Đã ghi", "en": "Written"}[locale]
            typer.echo(f"{word}: {ics}", err=form is not LookupForm.TEXT)
