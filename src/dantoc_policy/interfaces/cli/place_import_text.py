"""What `dantoc place import` says: the counts, the totals that differ, what is wrong by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text as Styled

from dantoc_policy.errors import Locale, Problem
from dantoc_policy.interfaces.cli.lookup_text import (
    Field,
    plain_table,
    print_fields,
    print_head,
    print_lines,
    print_section,
    screen,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.places.checked_list import CheckedList, ListRow
from dantoc_policy.places.official_list import REGIONS
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from rich.console import Console

_WORDS = {
    "error": Text("lỗi", "error"),
    "warning": Text("cảnh báo", "warning"),
    "note": Text("lưu ý", "note"),
}
_STYLES = {"error": "red", "warning": "yellow", "note": "dim"}


def print_checked(checked: CheckedList, locale: Locale) -> None:
    """Print the summary of a checked list, then every problem of the list and of its rows."""
    to = screen()
    on = Text("Danh sách theo", "List of").get(locale)
    print_head(to, f"{on} {checked.list.title(locale)}")
    print_fields(to, _fields(checked, locale), locale)
    if checked.problems:
        print_section(to, Text("Cả danh sách", "The list as a whole"), locale)
        print_lines(to, [Styled("- ") + _line(problem, locale) for problem in checked.problems])
    notes = _notes(checked)
    rows = [(row, found) for row in checked.rows for found in row.problems if not _is_note(found)]
    if rows:
        print_section(to, Text("Theo dòng", "By row"), locale)
        _table(to, rows, locale)
    if notes:
        print_section(to, Text("Lưu ý", "Notes"), locale)
        print_lines(to, [_counted(text, count, locale) for text, count in notes])


def _fields(checked: CheckedList, locale: Locale) -> Iterator[Field]:
    def number(count: int) -> str:
        return format_number(count, locale)

    yield Text("Có hiệu lực", "Counts"), checked.list.valid.text(locale), True
    if checked.units_on != checked.list.valid.start:
        yield Text("Tên xã theo ngày", "Names of"), format_date(checked.units_on, locale), True
    yield Text("Số dòng", "Rows"), number(len(checked.rows)), True
    entries = checked.entries
    yield Text("Dùng được", "Can be used"), number(len(entries)), True
    tied = sum(entry.place is not None for entry in entries)
    if tied < len(entries):
        label = Text("trong đó khớp đơn vị", "of them tied to units")
        yield label, number(tied), True
    yield Text("Không dùng được", "Cannot be used"), number(len(checked.rejected)), True
    regions = checked.regions
    for region in REGIONS:
        if regions[region]:
            yield Text(f"Khu vực {region}", f"Region {region}"), number(regions[region]), True
    if regions["outside"]:
        yield Text("Ngoài vùng", "Outside the area"), number(regions["outside"]), True
    if "villages" in checked.list.holds:
        villages = sum(entry.villages or 0 for entry in entries)
        yield Text("Thôn ĐBKK", "Especially difficult villages"), number(villages), True


def _table(to: Console, rows: list[tuple[ListRow, Problem]], locale: Locale) -> None:
    columns = (Text("Dòng", "Row"), Text("Xã", "Commune"), Text("Vấn đề", "Problem"))
    table = plain_table(locale, columns, (0, 2, 7))
    for row, problem in rows:
        table.add_row(str(row.number), _name(row), _line(problem, locale))
    emit(to, table)


def _name(row: ListRow) -> str:
    if row.entry is not None:
        return row.entry.text()
    return str(row.given.get("name") or row.given.get("code") or "")


def _line(problem: Problem, locale: Locale) -> Styled:
    found = Styled(f"{_WORDS[problem.severity].get(locale)}", style=_STYLES[problem.severity])
    return found.append(f" [{problem.code}] {problem.message(locale)}", style="default")


def _is_note(problem: Problem) -> bool:
    return problem.severity == "note"


def _notes(checked: CheckedList) -> list[tuple[Problem, int]]:
    """Give the notes, each once with the number of rows that it is of."""
    found: dict[Problem, int] = {}
    for row in checked.rows:
        for problem in filter(_is_note, row.problems):
            found[problem] = found.get(problem, 0) + 1
    return list(found.items())


def _counted(problem: Problem, count: int, locale: Locale) -> str:
    rows = Text("dòng", "row" if count == 1 else "rows").get(locale)
    return f"- {count} {rows}: {problem.message(locale)}"
