"""The words for the kinds of things in a plan, and its bounds as signs and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dantoc_policy.errors import Locale
from dantoc_policy.plans.conflicts import FIELDS
from dantoc_policy.plans.fields import plain_amount, span_text
from dantoc_policy.plans.money import Funding
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress_text import amount_text
from dantoc_policy.plans.target import Comparator, Target
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.text import Text

KINDS: Mapping[str, Text] = {
    "plan": Text("kế hoạch", "plan"),
    "framework": Text("khung quốc gia", "national framework"),
    "announcement": Text("thông tin công bố", "announcement"),
}
PHASE_KINDS: Mapping[str, Text] = {
    "commitment": Text("cam kết", "commitment"),
    "orientation": Text("định hướng", "orientation"),
}
STAGES: Mapping[str, Text] = {
    "estimated": Text("dự toán", "estimated"),
    "planned": Text("kế hoạch", "planned"),
    "assigned": Text("đã giao", "assigned"),
    "available": Text("được sử dụng", "available"),
    "disbursed": Text("đã giải ngân", "disbursed"),
}
CAPITALS: Mapping[str, Text] = {
    "all": Text("tất cả", "all"),
    "investment": Text("đầu tư", "investment"),
    "recurrent": Text("sự nghiệp", "recurrent"),
}
SOURCES: Mapping[str, Text] = {
    "all": Text("tất cả", "all"),
    "central": Text("ngân sách trung ương", "central budget"),
    "local": Text("ngân sách địa phương", "local budgets"),
    "state": Text("ngân sách nhà nước", "State budget"),
    "credit": Text("tín dụng chính sách", "policy credit"),
    "mixed": Text("lồng ghép", "mixed in"),
    "community": Text("doanh nghiệp, người dân", "enterprises, people"),
    "other": Text("khác", "other"),
}
FORCES: Mapping[str, Text] = {
    "firm": Text("dứt khoát", "firm"),
    "strive": Text("phấn đấu", "strive"),
    "maintain": Text("duy trì", "maintain"),
    "basically": Text("cơ bản", "basically"),
}
_PARTS: Mapping[str, tuple[Text, str]] = {
    "targets": (Text("chỉ tiêu", "target"), "targets"),
    "tasks": (Text("nhiệm vụ", "task"), "tasks"),
    "assignments": (Text("dòng phân công", "row of assignment"), "rows of assignment"),
    "reports": (Text("chế độ báo cáo", "reporting duty"), "reporting duties"),
    "projects": (Text("dự án", "project"), "projects"),
    "funding": (Text("khoản tiền", "amount of money"), "amounts of money"),
    "observations": (Text("số liệu", "figure"), "figures"),
    "documents": (Text("văn bản được dẫn", "document"), "documents"),
}
_SIGNS: Mapping[Comparator, Text] = {
    Comparator.REACH: Text("", ""),
    Comparator.AT_LEAST: Text("≥ ", "≥ "),
    Comparator.ABOVE: Text("> ", "> "),
    Comparator.AT_MOST: Text("≤ ", "≤ "),
    Comparator.BELOW: Text("< ", "< "),
    Comparator.ABOUT: Text("≈ ", "≈ "),
    Comparator.NEARLY: Text("gần ", "nearly "),
}


def fields_text(fields: Iterable[str], locale: Locale = "vi") -> str:
    """Name in what statements of a target differ.

    >>> fields_text(("population", "value"), "en")
    'population, value'
    """
    return ", ".join(FIELDS[name].get(locale) for name in fields)


def sign(comparator: Comparator, locale: Locale) -> str:
    """Give the sign or word before a figure, with its space; nothing for "reach"."""
    return _SIGNS[comparator].get(locale) if comparator in _SIGNS else ""


def bound_text(target: Target, locale: Locale = "vi") -> str:
    """Write how much a target asks for, as briefly as a table needs.

    >>> from dantoc_policy.plans.library import plans
    >>> plan = plans.get("bac-kan-2020")
    >>> [bound_text(plan.target(key)) for key in ("minority-income", "sedentarisation")]
    ['> 2 lần năm 2020', 'không có số']
    >>> bound_text(plan.target("difficult-commune-poverty-fall"), "en")
    '3–4 percentage points a year'
    """
    if target.comparator is Comparator.BY_REFERENCE:
        return Text(f"theo {target.reference}", f"as in {target.reference}").get(locale)
    if target.value is None:
        return Text("không có số", "no figure").get(locale)
    if target.comparator is Comparator.RANK:
        if target.value == 1:
            return Text("đứng đầu", "first").get(locale)
        places = format_number(target.value, locale)
        return Text(f"nhóm {places} đầu", f"among the first {places}").get(locale)
    text = amount_text(
        target.value if target.value_high is None else target.value_high, target, locale
    )
    if target.value_high is not None:
        text = f"{format_number(target.value, locale)}–{text}"
    text = f"{sign(target.comparator, locale)}{text}"
    if target.baseline_year is not None:
        text += Text(f" năm {target.baseline_year}", f" of {target.baseline_year}").get(locale)
    return text


def money_text(funding: Funding, locale: Locale = "vi") -> str:
    """Write an amount with the sign of how it is given; "?" where it is not known.

    >>> from dantoc_policy.plans.library import plans
    >>> [money_text(one) for one in plans.get("bac-kan-review-2024").funding[:3]]
    ['> 478 tỷ đồng', '> 595 tỷ đồng', '?']
    """
    if funding.amount is None:
        return "?"
    return sign(funding.comparator, locale) + funding.amount.text(locale)


def rate_text(funding: Funding, locale: Locale = "vi") -> str:
    """Write the percentage that is printed with an amount; nothing where there is none."""
    if funding.rate is None:
        return ""
    return f"{sign(funding.rate_comparator, locale)}{format_number(funding.rate, locale)}%"


def counts_text(plan: Plan, locale: Locale = "vi") -> str:
    """Say how many of each part a plan has, those that it has.

    >>> from dantoc_policy.plans.library import plans
    >>> counts_text(plans.get("thai-nguyen-announced-2025"), "en")
    '10 targets, 5 tasks, 1 project, 1 amount of money, 3 documents'
    """
    said = []
    for name, number in counts(plan).items():
        one, several = _PARTS[name]
        word = one.vi if locale == "vi" else one.en if number == 1 else several
        if number:
            said.append(f"{number} {word}")
    return ", ".join(said)


def counts(plan: Plan) -> dict[str, int]:
    """Give how many of each part a plan has."""
    return {name: len(getattr(plan, name)) for name in _PARTS}


def funding_row(funding: Funding) -> dict[str, Any]:
    """Give an amount of money as one flat row of plain JSON data."""
    return {
        "id": funding.id,
        "stage": funding.stage,
        "capital": funding.capital,
        "source_of_funds": funding.source_of_funds,
        "project": funding.project,
        "period": span_text(funding.period),
        "as_of": span_text(funding.as_of),
        "amount_vnd": funding.amount and funding.amount.vnd,
        "comparator": funding.comparator.value,
        "part_of": funding.part_of,
        "of": funding.of,
        "rate": plain_amount(funding.rate),
        "rate_comparator": funding.rate_comparator.value if funding.rate is not None else None,
        "includes_carried_over": funding.includes_carried_over,
        "place": funding.place,
        "gist_vi": funding.gist and funding.gist.vi,
        "gist_en": funding.gist and funding.gist.en,
        "section": funding.section,
        "source_line": funding.line,
        "source": funding.source,
        "verified": funding.verified,
    }
