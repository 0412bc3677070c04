"""What `dantoc plan deadlines` says: what falls due, in the order of the days."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve
from rich.text import Text as Styled

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.lookup_text import (
    plain_table,
    print_head,
    print_lines,
    print_section,
    screen,
    together,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.plans.due import Due, Party
from dantoc_policy.plans.plan import Plan
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

_NOTHING = Text("Không có gì đến hạn.", "Nothing falls due.")


def print_deadlines(plan: Plan, found: Sequence[Due], between: Period, locale: Locale) -> None:
    """Print what falls due: the day, what, who; then what there is to know of it."""
    to = screen()
    print_head(to, f"{plan.number or plan.id}, {between.text(locale)}")
    if not found:
        emit(to, _NOTHING.get(locale))
        return
    columns = (Text("Ngày", "Day"), Text("Việc", "What"), Text("Ai", "Who"))
    table = plain_table(locale, columns, (0, 6, 5))
    for due in found:
        doubt = "" if due.verified else Text(" (chưa kiểm chứng)", " (unverified)").get(locale)
        table.add_row(
            _when(due, locale),
            f"{due.title.get(locale)}{doubt}",
            _who(due, locale),
        )
    emit(to, table)
    notes = dict.fromkeys(evolve(p, place="").message(locale) for due in found
                          for p in due.own_problems)  # fmt: skip
    names = dict.fromkeys(p.message(locale) for due in found for one in due.parties
                          if one.heir for p in one.heir.problems)  # fmt: skip
    if notes or names:
        print_section(to, Text("Lưu ý", "Notes"), locale)
        print_lines(to, (f"- {note}" for note in (*notes, *names)))


def _when(due: Due, locale: Locale) -> str:
    if due.day is None:
        return together(Text(f"trong {due.year}", f"in {due.year}").get(locale))
    return together(due.day.strftime("%d/%m/%Y") if locale == "vi" else
                    format_date(due.day, locale))  # fmt: skip


def _who(due: Due, locale: Locale) -> Styled:
    text = Styled("\n").join(_party(one, locale) for one in due.who)
    for one in (due.to, due.onward):
        if one is not None:
            text.append("\n→ " if text.plain else "→ ")
            text.append_text(_party(one, locale))
    return text if text.plain else Styled("-")


def _party(one: Party, locale: Locale) -> Styled:
    """Name a party by its name of the day, with the one written where it has changed."""
    text = Styled(one.text(locale))
    if one.changed:
        written = Text(f" (văn bản ghi: {one.name})", f" (written: {one.name})")
        text.append(written.get(locale), style="dim")
    return text
