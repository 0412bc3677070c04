"""What `dantoc plan funding` says: amounts with their parts, sums, rates of disbursement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve
from rich.padding import Padding
from rich.text import Text as Styled

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.lookup_text import (
    doubted,
    plain_table,
    print_head,
    print_lines,
    print_section,
    screen,
    together,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.interfaces.plans.check_money import check_money, sums
from dantoc_policy.interfaces.plans.words import CAPITALS, SOURCES, STAGES, money_text, rate_text
from dantoc_policy.plans.disbursement import StatedRate, stated_rates
from dantoc_policy.plans.fields import span_text
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.plans.money import Funding
    from dantoc_policy.plans.plan import Plan

_NONE = Text("Kế hoạch không nêu kinh phí.", "The plan names no money.")


def print_funding(plan: Plan, locale: Locale) -> None:
    """Print each amount below the one it is part of, then sums, rates and what does not fit."""
    to = screen()
    print_head(to, plan.number or plan.title.get(locale))
    if not plan.funding:
        emit(to, _NONE.get(locale))
        return
    emit(to, "")
    columns = (
        Text("Khoản", "What"),
        Text("Bước, loại vốn", "Stage, capital"),
        Text("Thời gian", "Time"),
        Text("Số tiền", "Amount"),
        Text("Đã in", "Printed"),
    )
    table = plain_table(locale, columns, (4, 3, 2, 0, 0))
    table.columns[2].min_width = 10  # a day stays on one line
    table.columns[3].justify = "right"
    for one, depth in _in_order(plan):
        name = doubted(_name(plan, one, locale), one.verified, locale)
        table.add_row(
            Padding(name, (0, 0, 0, 2 * depth)),
            _sort(one, locale),
            _time(one),
            together(money_text(one, locale)),
            rate_text(one, locale),
        )
    emit(to, table)
    _print_sums(plan, locale)
    rates = stated_rates(plan)
    if rates:
        print_section(to, Text("Giải ngân", "Disbursement"), locale)
        print_lines(to, (_rate(rate, locale) for rate in rates))
    problems = tuple(check_money(plan))
    if problems:
        print_section(to, Text("Không khớp", "What does not fit"), locale)
        print_lines(
            to,
            (
                Styled(f"- {evolve(problem, place='').message(locale)}", style="yellow")
                for problem in problems
            ),
        )


def _in_order(plan: Plan) -> Iterator[tuple[Funding, int]]:
    """Give each amount after the one that it is part of, with how deep it is nested."""

    def below(key: str | None, depth: int) -> Iterator[tuple[Funding, int]]:
        for one in plan.funding:
            if one.part_of == key:
                yield one, depth
                yield from below(one.id, depth + 1)

    yield from below(None, 0)


def _name(plan: Plan, one: Funding, locale: Locale) -> str:
    """Name an amount by what is said of it, by its project, or by its identifier."""
    projects = {project.id: project.name for project in plan.projects}
    said = one.gist or projects.get(one.project or "")
    return one.id if said is None else said.get(locale)


def _time(one: Funding) -> str:
    return (span_text(one.period or one.as_of) or "-").replace("..", " - ")


def _sort(one: Funding, locale: Locale) -> str:
    said = [STAGES[one.stage].get(locale)]
    if one.capital != "all":
        said.append(CAPITALS[one.capital].get(locale))
    if one.source_of_funds != "all":
        said.append(SOURCES[one.source_of_funds].get(locale))
    return ", ".join(said)


def _print_sums(plan: Plan, locale: Locale) -> None:
    to = screen()
    lines = []
    for found in sums(plan):
        marks = {
            True: Text("khớp", "agrees"),
            False: Text("không khớp", "does not agree"),
            None: Text("chưa kết luận được", "open"),
        }
        parts = ", ".join(part.id for part in found.parts)
        total, mark = found.total.text(locale), marks[found.agrees].get(locale)
        lines.append(f"- {found.whole.id} = {parts}: {total}, {mark}")
    if lines:
        print_section(to, Text("Tổng và các phần", "Wholes and parts"), locale)
        print_lines(to, lines)


def _rate(rate: StatedRate, locale: Locale) -> str:
    vi = locale == "vi"
    computed = format_number(rate.nominal, locale, max_decimals=2)
    paid, available = money_text(rate.paid, locale), money_text(rate.available, locale)
    text = f"{paid} / {available} = {computed}%"
    if rate.agrees is None:
        return f"- {text}"
    fits = ("khớp", "không khớp") if vi else ("fits", "does not fit")
    printed = "văn bản ghi" if vi else "printed"
    said = f"{printed} {rate_text(rate.paid, locale)}, {fits[0 if rate.agrees else 1]}"
    return f"- {text}; {said}"
