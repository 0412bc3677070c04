"""What `dantoc place status` says: criteria, lists, and what holds; counts of larger units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text as Styled

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.lookup_text import (
    doubted,
    plain_table,
    print_answer,
    print_head,
    screen,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.places.library import Places
from dantoc_policy.places.official_list import REGIONS, Counts
from dantoc_policy.places.status import PlaceStatus
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from rich.table import Table

_NO_COUNTS = Text(
    "Thư viện không có danh sách nào đếm các xã của đơn vị này vào ngày này.",
    "The library has no list that counts the communes of this unit on this day.",
)
_OF_COMMUNES = Text(
    "Khu vực là của từng xã; với đơn vị này, danh sách chỉ cho số lượng.",
    "Regions are those of communes; of this unit the lists have counts.",
)


def print_status(found: PlaceStatus, locale: Locale, library: Places) -> None:
    """Print the three statuses of a commune with the chain; of a larger unit the counts."""
    if found.place is None or found.place.level == "commune":
        print_answer(found.text(locale))
        return
    to = screen()
    on = Text("ngày", "on").get(locale)
    name = library.full_name(found.place, locale)
    print_head(to, f"{name}, {on} {format_date(found.as_of, locale)}")
    if not found.official.counts:
        emit(to, _NO_COUNTS.get(locale))
        return
    emit(to, _OF_COMMUNES.get(locale))
    emit(to, "")
    emit(to, _counts(found.official.counts, locale, library))


def _counts(counts: Sequence[Counts], locale: Locale, library: Places) -> Table:
    columns = (
        Text("Danh sách", "List"),
        Text("Số xã", "Communes"),
        *(Text(f"Khu vực {region}", f"Region {region}") for region in REGIONS),
        Text("Thôn ĐBKK", "E.d. villages"),
    )
    table = plain_table(locale, columns, (3, *(1,) * 5))
    for column in table.columns[1:]:
        column.justify = "right"
    for row in counts:
        held = library.official_lists.get(row.list)
        numbers = (row.total, *(row.regions[region] for region in REGIONS), row.villages)
        cells = [Styled("-" if n is None else format_number(n, locale)) for n in numbers]
        table.add_row(doubted(held.title(locale), not row.unverified, locale), *cells)
    return table
