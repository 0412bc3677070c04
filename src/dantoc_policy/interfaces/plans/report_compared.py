"""The sheets of a report that set a plan beside the nation, and beside what contradicts it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dantoc_policy.errors import Locale, PolicyError
from dantoc_policy.interfaces.plans.report_sheet import Cell, Column, Sheet
from dantoc_policy.interfaces.plans.words import bound_text, fields_text
from dantoc_policy.plans.comparison import compare
from dantoc_policy.plans.conflicts import Saying, conflicts_between, contradictions
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.merged import competing
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.strength import Strength
from dantoc_policy.plans.target import Target
from dantoc_policy.values.text import Text

_SHADES = {
    Strength.STRONGER: "#E2F0D9",
    Strength.WEAKER: "#FFEB9C",
    Strength.NOT_COMPARABLE: "#EDEDED",
}
_WITHIN = Text("trong một văn bản", "within one document")
_BETWEEN = Text("giữa văn bản của một địa bàn", "between documents of one place")
_MERGED = Text("tranh chấp sau sáp nhập", "competing since a merger")


def comparison_sheet(plan: Plan, others: Sequence[Plan], locale: Locale) -> Sheet:
    """Give each target beside the nearest one of each other plan, and what only they have."""
    columns = (
        Column(Text("So với", "Against"), 16),
        Column(Text("Kết quả", "Relation"), 18),
        Column(Text("Chỉ tiêu của kế hoạch", "Target of the plan"), 46),
        Column(Text("Mức", "Asked for"), 20),
        Column(Text("Đến năm", "Due"), 9, "year"),
        Column(Text("Chỉ tiêu được so", "Target compared with"), 46),
        Column(Text("Mức ở đó", "Asked for there"), 20),
        Column(Text("Đến năm, ở đó", "Due there"), 9, "year"),
        Column(Text("Vì sao", "Why"), 50),
    )
    rows: list[tuple[Cell, ...]] = []
    shades: list[str | None] = []
    for other in others:
        for pair in compare(plan, other):
            reasons = "; ".join(reason.get(locale) for reason in pair.reasons)
            relation = pair.strength.text.get(locale) if pair.strength else pair.text(locale)
            ours = _side(plan, pair.ours, locale)
            theirs = _side(other, pair.theirs, locale)
            rows.append((other.id, relation, *ours, *theirs, reasons or None))
            shades.append(_SHADES.get(pair.strength) if pair.strength else None)
    return Sheet(
        title=Text("So sánh", "Compare"), columns=columns, rows=rows, fixed=2, shades=shades
    )


def _side(plan: Plan, target: Target | None, locale: Locale) -> tuple[Cell, Cell, Cell]:
    if target is None:
        return None, None, None
    return target.gist.get(locale), bound_text(target, locale), plan.due_year(target)


def conflicts_sheet(plan: Plan, as_of: date | None, locale: Locale) -> Sheet:
    """Give where the plan contradicts itself, other plans of its place, or since a merger others.

    Other plans are the packaged ones.
    """
    columns = (
        Column(Text("Loại", "Kind"), 24),
        Column(Text("Chỉ số", "Indicator"), 30),
        Column(Text("Năm", "Year"), 8, "year"),
        Column(Text("Khác nhau về", "Differ in"), 30),
        Column(Text("Kế hoạch", "Plan"), 26),
        Column(Text("Mục", "Section"), 10),
        Column(Text("Dòng", "Line"), 7, "year"),
        Column(Text("Nội dung", "What it says"), 70),
    )
    rows = tuple(_conflict_rows(plan, as_of, locale))
    return Sheet(title=Text("Mâu thuẫn", "Conflicts"), columns=columns, rows=rows)


def _conflict_rows(plan: Plan, as_of: date | None, locale: Locale) -> Iterator[tuple[Cell, ...]]:
    for kind, found in (
        (_WITHIN, contradictions(plan)),
        (_BETWEEN, conflicts_between([plan, *_of_place(plan)])),
    ):
        for one in found:
            yield from _sayings(kind, one.sayings, fields_text(one.fields, locale), locale)
    if as_of is not None:
        for rival in _rivals(plan, as_of):
            for met in competing([plan, rival], as_of):
                yield from _sayings(_MERGED, met.sayings, None, locale)


def _sayings(
    kind: Text, sayings: Sequence[Saying], fields: str | None, locale: Locale
) -> Iterator[tuple[Cell, ...]]:
    for said in sayings:
        yield (
            kind.get(locale),
            said.indicator,
            said.due_year,
            fields,
            said.plan,
            said.section,
            said.line,
            said.gist.get(locale),
        )


def _of_place(plan: Plan) -> list[Plan]:
    """Give the other packaged plans of the same place."""
    if plan.place is None:
        return []
    return [one for one in plans if one.place == plan.place and one.id != plan.id]


def _rivals(plan: Plan, as_of: date) -> Iterator[Plan]:
    """Give the packaged plans of other places that on the day may share one with this plan."""
    for one in plans:
        if one.id == plan.id or plan.place is None or one.place in (None, plan.place):
            continue
        try:
            competing([plan, one], as_of)
        except PolicyError:
            continue
        yield one
