"""What `dantoc place lineage` says: trees of what a unit became and came from, up to a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from rich.text import Text as Styled
from rich.tree import Tree as Drawn

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.lookup_text import (
    capital,
    doubted,
    plain_table,
    print_section,
    screen,
    together,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.interfaces.cli.place_states import changes_of
from dantoc_policy.interfaces.cli.place_words import (
    beside,
    event_title,
    manner,
    with_code,
    with_days,
)
from dantoc_policy.places.legal_event import legal_events
from dantoc_policy.places.place import Place
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from rich.console import Console

    from dantoc_policy.interfaces.cli.place_tree import Branch, Direction, Tree

_HEADS: dict[Direction, Text] = {
    "forward": Text("Về sau", "Forwards"),
    "backward": Text("Trước đây", "Backwards"),
}
_BESIDE: dict[Direction, Text] = {
    "forward": Text("cùng với", "together with"),
    "backward": Text("phần khác vào", "other parts went to"),
}
_NOTHING: dict[Direction, Text] = {
    "forward": Text("không có đơn vị kế tiếp", "no successor"),
    "backward": Text(
        "thư viện không có các đơn vị trước đây", "the units before are not in the library"
    ),
}
_NO_CHANGE = Text("Không có thay đổi nào", "No change")


def shown_lineage(unit: Place, grown: Sequence[Tree], until: date | None) -> dict[str, Any]:
    """Give the trees of a unit as plain JSON data."""
    return {
        "place": unit.id,
        "to": None if until is None else until.isoformat(),
        "trees": [tree.to_dict() for tree in grown],
    }


def print_lineage(unit: Place, grown: Sequence[Tree], until: date | None, locale: Locale) -> None:
    """Print the trees, and below them where all of it lies on the day."""
    to = screen()
    for number, tree in enumerate(grown):
        if number:
            emit(to, "")
        _print_tree(to, tree, until, locale)
    if not grown:
        emit(to, Styled(capital(with_days(unit, locale)), style="bold"))
        emit(to, f"{_NO_CHANGE.get(locale)}{_by(until, locale)}.")


def _by(until: date | None, locale: Locale) -> str:
    if until is None:
        return Text(" trong thư viện", " is in the library").get(locale)
    day = format_date(until, locale)
    return Text(f" đến ngày {day}", f" up to {day}").get(locale)


def _print_tree(to: Console, tree: Tree, until: date | None, locale: Locale) -> None:
    head = Styled(f"{_HEADS[tree.direction].get(locale)}: ", style="dim")
    drawn = Drawn(head.append(with_days(tree.root, locale), style="not dim bold"))
    if tree.branches:
        _grow(drawn, tree.branches, tree.direction, locale)
    else:
        _end(drawn, tree, locale)
    emit(to, drawn)
    if until is not None and tree.links:
        _print_links(to, tree, until, locale)


def _end(drawn: Drawn, tree: Tree, locale: Locale) -> None:
    """Say that nothing follows, and the document that ended the unit."""
    node = drawn
    if tree.direction == "forward":
        for change in changes_of([tree.root])[-1:]:
            titles = "; ".join(event_title(event, locale) for event in change.events)
            label = f"{format_date(change.day, locale)}, {titles}"
            node = drawn.add(Styled(label if titles else format_date(change.day, locale)))
    node.add(Styled(_NOTHING[tree.direction].get(locale), style="yellow"))


def _grow(node: Drawn, branches: Sequence[Branch], direction: Direction, locale: Locale) -> None:
    """Add the branches of one step under the documents that made it."""
    by_events: dict[tuple[str, ...], Drawn] = {}
    for branch in branches:
        events = branch.link.events
        if events not in by_events:
            by_events[events] = node.add(_event_line(events, locale))
        leaf = by_events[events].add(_leaf(branch, direction, locale))
        _grow(leaf, branch.further, direction, locale)


def _event_line(events: tuple[str, ...], locale: Locale) -> Styled:
    known = [legal_events()[name] for name in events]
    days = [format_date(event.date, locale) for event in known if event.date is not None]
    titles = "; ".join(event_title(event, locale) for event in known)
    return Styled(", ".join((*dict.fromkeys(days), titles)))


def _leaf(branch: Branch, direction: Direction, locale: Locale) -> Styled:
    text = Styled(f"{manner(branch.link, locale)}: ", style="cyan")
    name = with_code(None, locale) if branch.place is None else with_days(branch.place, locale)
    text.append(name, style="not cyan bold")
    text.append(doubted("", branch.link.verified, locale))
    if branch.beside:
        near = branch.link.old if direction == "forward" else branch.link.new
        others = "; ".join(beside(other, near or other, locale) for other in branch.beside)
        text.append(f"\n{_BESIDE[direction].get(locale)}: {others}", style="dim")
    return text


def _print_links(to: Console, tree: Tree, until: date, locale: Locale) -> None:
    """Print how much of the unit lies where on the day, over all steps."""
    day = format_date(until, locale)
    print_section(to, Text(f"Vào ngày {day}", f"On {day}"), locale)
    emit(to, "")
    columns = (
        Text("Đơn vị", "Unit"),
        Text("Phần", "Share"),
        Text("Mã định danh", "Identifier"),
    )
    table = plain_table(locale, columns, (4, 3, 0))
    for link in tree.links:
        end = link.new if tree.direction == "forward" else link.old
        table.add_row(
            Styled(with_code(end, locale)),
            doubted(manner(link, locale), link.verified, locale),
            together("-" if end is None else end.id),
        )
    emit(to, table)
