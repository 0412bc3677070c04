"""What `dantoc plan matrix` says: the load of bodies, who does what, and what is left over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.text import Text as Styled

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.lookup_text import (
    plain_table,
    print_head,
    print_lines,
    print_section,
    screen,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.plans.duty import ROLES, Kind, Role
from dantoc_policy.plans.responsibilities import Ended, Responsibilities
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

_KINDS: dict[Kind, Text] = {
    "target": Text("Chỉ tiêu", "Targets"),
    "task": Text("Nhiệm vụ", "Tasks"),
    "report": Text("Báo cáo", "Reports"),
}
_COUNTS = (
    Text("Chủ trì", "Leads"),
    Text("Phối hợp", "Coord."),
    Text("N.vụ", "Tasks"),
    Text("B.cáo", "Rep."),
)


def print_matrix(found: Responsibilities, locale: Locale) -> None:
    """Print the load of each body, then each target, task and report with its bodies."""
    to = screen()
    print_head(to, found.plan.number or found.plan.id)
    print_section(to, Text("Khối lượng của từng cơ quan", "Load of each body"), locale)
    table = plain_table(locale, (Text("Cơ quan", "Body"), *_COUNTS), (1, 0, 0, 0, 0))
    for column in table.columns[1:]:
        column.justify = "right"
    for load in found.load:
        numbers = (load.leads, load.coordinating, load.tasks, load.reports)
        name = load.who.name if locale == "vi" else load.who.text("en")
        unknown = "" if load.who.resolved else " ?"
        table.add_row(f"{name}{unknown}", *(str(number) if number else "-" for number in numbers))
    emit(to, table)
    if any(not load.who.resolved for load in found.load):
        said = Text("?: chưa rõ là cơ quan nào.", "?: it is not known which body is meant.")
        emit(to, Styled(said.get(locale), style="dim"))
    for kind, title in _KINDS.items():
        _print_items(found, kind, title, locale)
    _print_gaps(found, locale)


def _print_items(found: Responsibilities, kind: Kind, title: Text, locale: Locale) -> None:
    to = screen()
    items = dict.fromkeys((duty.of, duty.gist) for duty in found.duties if duty.kind == kind)
    if not items:
        return
    print_section(to, title, locale)
    roles: tuple[Role, Role] = ("lead", "coordinating")
    if kind == "report":
        roles = ("reports", "receives")
    heads = (ROLES[role].get(locale).capitalize() for role in roles)
    columns = (Text("Việc", "What"), *(Text(head, head) for head in heads))
    table = plain_table(locale, columns, (5, 3, 4))
    for key, gist in items:
        cells = []
        for role in roles:
            held = found.of(kind, key, role)
            names = (one.name if locale == "vi" else one.text("en") for one in held)
            cells.append("; ".join(names) or "-")
        table.add_row(gist.get(locale), *cells)
    emit(to, table)


def _print_gaps(found: Responsibilities, locale: Locale) -> None:
    to = screen()
    if found.orphans:
        title = Text("Chưa có cơ quan chủ trì", "Nobody leads on")
        count = f" ({len(found.orphans)})"
        print_section(to, Text(title.vi + count, title.en + count), locale)
        print_lines(to, [", ".join(target.id for target in found.orphans)])
    if found.doubled:
        print_section(to, Text("Nhiều cơ quan cùng chủ trì", "Several in the lead"), locale)
        print_lines(
            to,
            (
                f"- {one.gist.get(locale)}: {', '.join(lead.name for lead in one.leads)}"
                for one in found.doubled
            ),
        )


def print_ended(ended: Sequence[Ended], on: date, locale: Locale) -> None:
    """Print the bodies that are gone on a day with who has each of their duties since."""
    to = screen()
    day = format_date(on, locale)
    title = Text(f"Không còn vào ngày {day}, và ai kế tục", f"Gone by {day}, and who took over")
    print_section(to, title, locale)
    if not ended:
        emit(to, Text("Cơ quan nào cũng còn.", "All bodies are there.").get(locale))
        return
    groups: dict[tuple[str, str], list[str]] = {}
    for one in ended:
        name = one.duty.who.name if locale == "vi" else one.duty.who.text("en")
        mark = "→ " if one.heir.determined else "? "
        heir = mark + one.heir.text(locale)
        groups.setdefault((name, heir), []).append(one.duty.of)
    for (name, heir), duties in groups.items():
        print_lines(to, [Styled(f"- {name} {heir}", style="bold")])
        print_lines(to, [Styled(f"  {', '.join(dict.fromkeys(duties))}", style="dim")])
