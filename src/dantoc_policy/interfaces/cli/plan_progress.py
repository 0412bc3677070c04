"""`dantoc plan progress`: how each target stands on a day, by the figures there are."""

from __future__ import annotations

import typer

from dantoc_policy.interfaces.cli.common import HAS_ERRORS, Lang, say
from dantoc_policy.interfaces.cli.lookup import Day, Form, LookupForm, needed_day, print_data
from dantoc_policy.interfaces.cli.options import Language
from dantoc_policy.interfaces.cli.plan_common import Observed, PlanName, get_plan, planning


def progress(
    name: PlanName,
    *,
    observations: Observed = None,
    as_of: Day = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """Cho biết từng chỉ tiêu đạt, đúng tiến độ, chậm hay không đo được vào một ngày.

    How each target stands on a day. Without --observations the figures of the plan itself count.
    Exit status: 0 all figures were read, 1 some rows could not be used, 2 a file could not.
    """
    locale = lang.locale
    with planning(locale):
        from dantoc_policy.interfaces.plans.measuring import measure, problems_of
        from dantoc_policy.interfaces.plans.observations import of_plan

        day = needed_day(as_of, "2024-12-31")
        plan = get_plan(name)
        found = measure(plan, observations or [of_plan(plan)], day)
        if form is LookupForm.TEXT:
            from dantoc_policy.interfaces.cli.plan_progress_text import print_progress

            print_progress(found, locale)
            for problem in problems_of(found.sheets):
                say(problem, locale)
        else:
            print_data(form, found.to_dict(), [found.row(one) for one in found.targets])
        if found.has_errors:
            raise typer.Exit(HAS_ERRORS)
