"""What `dantoc place find` says: the units of a name, and where each of them is on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve, frozen
from rich.text import Text as Styled

from dantoc_policy.errors import Locale, PolicyError
from dantoc_policy.interfaces.cli.common import say
from dantoc_policy.interfaces.cli.lookup import mended
from dantoc_policy.interfaces.cli.lookup_text import (
    days_text,
    doubted,
    plain_table,
    screen,
    together,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.interfaces.cli.place_show import unit_data
from dantoc_policy.interfaces.cli.place_states import named
from dantoc_policy.interfaces.cli.place_words import manner, with_code
from dantoc_policy.places.library import places
from dantoc_policy.places.lineage import Link
from dantoc_policy.places.place import Place
from dantoc_policy.values.text import Text

_NARROW = 110
_NONE = Text("Không tìm thấy đơn vị hành chính nào.", "No unit found.")
_THERE = Text("vẫn có", "there")
_GONE = Text("không có đơn vị kế tiếp", "no successor")


@frozen
class FoundUnit:
    """A unit that bears the name, and what it is on the day that was asked about, if one was."""

    place: Place
    links: tuple[Link, ...] | None

    @property
    def on_day(self) -> bool | None:
        """Whether the unit is there on the day; None where no day was asked about."""
        return None if self.links is None else any(link.kind == "same" for link in self.links)

    def to_dict(self) -> dict[str, Any]:
        """Give the unit as plain JSON data."""
        became = None if self.links is None else [link.to_dict() for link in self.links]
        return {**unit_data(self.place), "on_day": self.on_day, "became": became}


def found_units(key: str, as_of: date | None, within: str | None) -> list[FoundUnit]:
    """Give every unit that bore a name or a code until a day, or on any day.

    >>> from dantoc_policy.interfaces.cli.place_find import found_units
    >>> [(one.place.text(), one.on_day) for one in found_units("15", date(2025, 7, 1), None)]
    [('tỉnh Yên Bái', False), ('tỉnh Lào Cai', True)]
    """
    if as_of is None:
        return [FoundUnit(place, None) for place in named(key, within)]
    if places.find(key):
        return [FoundUnit(one.place, one.links) for one in places.meanings(key, as_of, within)]
    return [
        FoundUnit(place, places.successors(place, as_of))
        for place in named(key, within)
        if place.valid.start is None or place.valid.start <= as_of
    ]


def hint(key: str, as_of: date | None, within: str | None, locale: Locale) -> None:
    """Say on stderr what is nearly called so, or when what is called so was there."""
    try:
        places.get(key, as_of, within=within)
    except PolicyError as error:
        say(evolve(mended(error.problem), severity="note"), locale)


def print_found(found: list[FoundUnit], as_of: date | None, locale: Locale) -> None:
    """Print the units as a table; on a day with what those of before are then."""
    to = screen()
    if not found:
        emit(to, _NONE.get(locale))
        return
    # Where four columns are too many, the identifier stands below the name.
    narrow = as_of is not None and to.width < _NARROW
    columns = [Text("Đơn vị", "Unit"), Text("Mã", "Code"), Text("Thời gian", "Days")]
    ratios = [3, 0, 2]
    if as_of is not None:
        columns.append(Text("Vào ngày này", "On the day"))
        ratios.append(4)
    if not narrow:
        columns.append(Text("Mã định danh", "Identifier"))
        ratios.append(0)
    table = plain_table(locale, columns, ratios)
    for one in found:
        unit = one.place
        name = doubted(places.full_name(unit, locale), unit.verified, locale)
        if narrow:
            name.append(f"\n{unit.id}", style="dim")
        row: list[str | Styled] = [name, unit.code or "-", days_text(unit.valid, locale)]
        if one.links is not None:
            row.append(_became(one, one.links, locale))
        table.add_row(*row, *([] if narrow else [together(unit.id)]))
    emit(to, table)


def _became(one: FoundUnit, links: tuple[Link, ...], locale: Locale) -> Styled:
    if one.on_day:
        return Styled(_THERE.get(locale), style="green")
    if not links:
        return Styled(_GONE.get(locale), style="yellow")
    lines = [f"→ {with_code(link.new, locale)}: {manner(link, locale)}" for link in links]
    return Styled("\n".join(lines), style="yellow")
