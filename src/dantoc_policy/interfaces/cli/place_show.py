"""What `dantoc place show` says of a unit: what it is, its states, changes, and other bearers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from rich.text import Text as Styled

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.lookup_text import (
    Field,
    days_text,
    doubted,
    plain_table,
    print_fields,
    print_head,
    print_lines,
    print_section,
    screen,
    together,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.interfaces.cli.place_states import changes_of, others_of_code, states_of
from dantoc_policy.interfaces.cli.place_words import event_title, manner, with_code, with_days
from dantoc_policy.places.library import places
from dantoc_policy.places.place import Place
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from rich.console import Console

    from dantoc_policy.interfaces.cli.place_states import Change

_STATES = Text("Các giai đoạn", "States")
_CHANGES = Text("Thay đổi", "Changes")
_OTHERS = Text("Mã này còn là của", "Other units of the code")
_SINCE_UNTIL = ("since", "until")


def unit_data(unit: Place) -> dict[str, Any]:
    """Give a state as plain JSON data, with its full name and the unit above it."""
    above = places.parent(unit)
    return {
        **unit.to_dict(),
        "full_name": {
            "vi": places.full_name(unit, "vi"),
            "en": places.full_name(unit, "en"),
        },
        "within": None if above is None else above.id,
    }


def shown(unit: Place, as_of: date | None) -> dict[str, Any]:
    """Give all that is known of a unit as plain JSON data."""
    states = states_of(unit)
    return {
        "id": unit.id,
        "as_of": None if as_of is None else as_of.isoformat(),
        "region": None if as_of is None else places.region_of(unit, as_of).to_dict(),
        "states": shown_states(unit),
        "changes": [change.to_dict() for change in changes_of(states)],
        "others_of_code": [unit_data(other) for other in others_of_code(states)],
    }


def shown_states(unit: Place) -> list[dict[str, Any]]:
    """Give the states of a unit as plain JSON data, the oldest first."""
    return [unit_data(state) for state in states_of(unit)]


def print_place(unit: Place, as_of: date | None, locale: Locale) -> None:
    """Print what a unit is, its states, what made and ended them, and who else bore its codes."""
    to, states = screen(), states_of(unit)
    print_head(to, places.full_name(unit, locale))
    emit(to, "")
    print_fields(to, _fields(unit, as_of, locale), locale)
    print_section(to, _STATES, locale)
    emit(to, "")
    _print_states(to, states, unit, locale)
    changes = changes_of(states)
    if changes:
        print_section(to, _CHANGES, locale)
        for change in changes:
            _print_change(to, change, locale)
    others = others_of_code(states)
    if others:
        print_section(to, _OTHERS, locale)
        print_lines(to, (f"- {with_days(other, locale)}" for other in others))


def _fields(unit: Place, as_of: date | None, locale: Locale) -> Iterator[Field]:
    above = places.parent(unit, as_of)
    yield Text("Mã định danh", "Identifier"), unit.id, True
    yield Text("Loại", "Type"), unit.type.name.get(locale), unit.is_verified("type")
    yield Text("Mã", "Code"), unit.code or "-", unit.is_verified("code")
    yield Text("Thời gian", "Days"), days_text(unit.valid, locale), _dated(unit)
    yield Text("Thuộc", "Within"), "" if above is None else with_code(above, locale), True
    if as_of is not None:
        region = places.region_of(unit, as_of)
        label = Text("Vùng", "Region")
        yield label, region.text(locale), not region.scheme.unverified
    yield Text("Ghi chú (tiếng Anh)", "Note"), unit.note or "", True
    yield Text("Nguồn", "Source"), unit.source, True


def _dated(unit: Place) -> bool:
    return all(unit.is_verified(name) for name in _SINCE_UNTIL)


def _print_states(to: Console, states: tuple[Place, ...], unit: Place, locale: Locale) -> None:
    columns = (
        Text("Thời gian", "Days"),
        Text("Đơn vị", "Unit"),
        Text("Mã", "Code"),
        Text("Mã định danh", "Identifier"),
    )
    table = plain_table(locale, columns, (2, 4, 0, 0))
    for state in states:
        style = "bold" if state.id == unit.id and len(states) > 1 else ""
        name = doubted(places.full_name(state, locale), state.is_verified("name"), locale)
        name.stylize(style)
        table.add_row(
            doubted(days_text(state.valid, locale), _dated(state), locale),
            name,
            state.code or "-",
            together(state.id),
        )
    emit(to, table)


def _print_change(to: Console, change: Change, locale: Locale) -> None:
    titles = "; ".join(event_title(event, locale) for event in change.events)
    head = Styled(format_date(change.day, locale))
    print_lines(to, [head.append(f", {titles}") if titles else head])
    for link in change.links:
        old, new = (with_code(end, locale) for end in (link.old, link.new))
        line = Styled(f"  - {old} → {new}: ").append(manner(link, locale), style="cyan")
        print_lines(to, [line.append(doubted("", link.verified, locale))])
        # The notes of the catalogue are in English only.
        print_lines(to, (f"    {note}" for note in link.notes))
