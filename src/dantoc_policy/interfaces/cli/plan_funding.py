"""`dantoc plan funding`: the money of a plan, whether it adds up, and how much was paid out."""

from __future__ import annotations

from dantoc_policy.interfaces.cli.common import Lang
from dantoc_policy.interfaces.cli.lookup import Form, LookupForm, print_data
from dantoc_policy.interfaces.cli.options import Language
from dantoc_policy.interfaces.cli.plan_common import PlanName, get_plan, planning


def funding(name: PlanName, *, form: Form = LookupForm.TEXT, lang: Language = Lang.VI) -> None:
    """In kinh phí: từng khoản, tổng có khớp không, giải ngân bao nhiêu phần trăm.

    The money: each amount, whether parts and whole agree, the rates of disbursement.
    """
    locale = lang.locale
    with planning(locale):
        from dantoc_policy.interfaces.plans.check_money import check_money, sums
        from dantoc_policy.interfaces.plans.words import funding_row
        from dantoc_policy.plans.disbursement import stated_rates

        plan = get_plan(name)
        if form is LookupForm.TEXT:
            from dantoc_policy.interfaces.cli.plan_funding_text import print_funding

            print_funding(plan, locale)
            return
        rows = [funding_row(one) for one in plan.funding]
        whole = {
            "plan": plan.id,
            "funding": rows,
            "sums": [one.to_dict() for one in sums(plan)],
            "rates": [one.to_dict() for one in stated_rates(plan)],
            "problems": [one.to_dict() for one in check_money(plan)],
        }
        print_data(form, whole, rows)
