"""Official lists of somebody's own: read from a file, checked row by row, used, written again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve
from pydantic import ValidationError

from dantoc_policy.errors import InputError, PolicyError, Problem
from dantoc_policy.interfaces.files.cells import folded, is_unknown, read_cell
from dantoc_policy.interfaces.files.columns import Columns
from dantoc_policy.interfaces.files.read import open_file
from dantoc_policy.interfaces.files.table import Row, unusable
from dantoc_policy.places.checked_list import CheckedList
from dantoc_policy.places.list_check import GivenRow, check_list
from dantoc_policy.places.list_groups import Groups
from dantoc_policy.places.official_entry import ListEntry
from dantoc_policy.records.record import problems_of
from dantoc_policy.values.calendar_dates import parse_date
from dantoc_policy.values.period import Period

if TYPE_CHECKING:
    from dantoc_policy.places.library import Places

_OF_LIST = ("instrument", "valid_from", "valid_until", "units_on")
_VILLAGES = "especially_difficult_villages"
_TOTALS = frozenset({"tổng", "tổng cộng", "tổng số", "cộng", "toàn tỉnh", "toàn huyện", "total"})


def load_official_list(
    path: str | Path,
    instrument: str | None = None,
    valid_from: dt.date | None = None,
    valid_until: dt.date | None = None,
    *,
    library: Places | None = None,
    units_on: dt.date | None = None,
    province: str | None = None,
    sheet: str | None = None,
) -> CheckedList:
    """Read an official list from csv, Excel, Parquet, json or jsonl, and check every row of it.

    Args:
        path: the file; its headings may be those of official lists ("Tên xã", "Khu vực").
        instrument: the number of the document that published the list, such as "861/QĐ-TTg".
        valid_from: the first day on which the list counts.
        valid_until: the last day; None while it counts on.
        library: the units to tie the rows to; the packaged ones if none is given.
        units_on: the day whose names and codes the rows have, if not that of `valid_from`.
        province: the province of all rows that name none.
        sheet: the sheet of an Excel file.

    A file that `write_list` wrote says itself what document it is of and when it counts. Nothing
    is left out: a row that cannot be used keeps its place with what is wrong with it.

    Raises:
        InputError: the file cannot be used as a whole; `list.no_instrument`, `list.no_first_day`
            and what `check_list` raises.
    """
    from dantoc_policy.places.library import places

    units = library or places
    columns = _opened(path, sheet)
    _check_columns(columns)
    said = _said(columns)
    named = instrument or said.get("instrument")
    if named is None:
        raise unusable(
            columns.table.path,
            "list.no_instrument",
            "chưa cho biết danh sách của văn bản nào.",
            "the document of the list is not given.",
            "Thêm số văn bản, ví dụ --instrument 861/QĐ-TTg.",
            "Give its number, such as --instrument 861/QĐ-TTg.",
        )
    first = valid_from or _day(said.get("valid_from"))
    last = valid_until or _day(said.get("valid_until"))
    if first is None:
        raise unusable(
            columns.table.path,
            "list.no_first_day",
            "chưa cho biết danh sách có hiệu lực từ ngày nào.",
            "the first day of the list is not given.",
            "Thêm ngày, ví dụ --valid-from 2021-06-04.",
            "Give it, such as --valid-from 2021-06-04.",
        )
    day = units_on or _day(said.get("units_on"))
    if province is not None:
        _check_province(units, province, day or first)
    groups = Groups(units, day or first, province)
    return check_list(
        units,
        _rows(columns, groups),
        instrument=named,
        valid=Period(first, last),
        units_on=day,
        source=f"caller/{columns.table.path.name}",
    )


def with_list_files(
    library: Places, paths: Iterable[str | Path]
) -> tuple[Places, tuple[CheckedList, ...]]:
    """Give a library that knows the lists of files as `write_list` writes them, and these lists."""
    lists = tuple(load_official_list(path, library=library) for path in paths)
    return library.with_list(*lists), lists


def _opened(path: str | Path, sheet: str | None) -> Columns:
    """Open a list; where no heading is known, name those of lists and how to get an empty sheet."""
    try:
        return open_file(path, ListEntry, sheet=sheet)
    except InputError as error:
        if error.code != "file.no_header":
            raise
        mended = evolve(
            error.problem,
            mend_vi="Đặt tên cột như “Tên xã”, “Khu vực”, “Số thôn ĐBKK”; mẫu trống: "
            "dantoc place import --template mau.xlsx",
            mend_en="Name columns “Tên xã”, “Khu vực”, “Số thôn ĐBKK”; for an empty sheet: "
            "dantoc place import --template list.xlsx",
        )
        raise InputError(mended) from None


def _check_province(units: Places, province: str, day: dt.date) -> None:
    """Refuse a province of all rows that is none on the day, once and not row by row."""
    try:
        units.get(province, day, level="province")
    except PolicyError as error:
        raise InputError(evolve(error.problem, place="--province")) from None


def _check_columns(columns: Columns) -> None:
    facts = columns.facts.keys()
    if not facts & {"name", "code"}:
        raise unusable(
            columns.table.path,
            "list.no_name_column",
            "không có cột tên xã, cũng không có cột mã.",
            "there is no column for the commune and none for its code.",
            "Đặt tên cột là “Tên xã” hoặc “Mã xã”.",
            "Name a column “Tên xã” or “code”.",
        )
    if not facts & {"region", _VILLAGES, "village_names"}:
        raise unusable(
            columns.table.path,
            "list.no_region_column",
            "không có cột khu vực, cũng không có cột số thôn đặc biệt khó khăn.",
            "there is no column for the region and none for especially difficult villages.",
            "Đặt tên cột là “Khu vực” hoặc “Số thôn ĐBKK”.",
            "Name a column “Khu vực” or “region”.",
        )


def _said(columns: Columns) -> Mapping[str, str]:
    """Give what the rows say of the list as a whole; they must not say two things."""
    found: dict[str, dict[str, None]] = {}
    for row in columns.table.scan():
        for fact in _OF_LIST:
            word = _word(columns, row, fact)
            if word is not None:
                found.setdefault(fact, {})[word] = None
    for fact, words in found.items():
        if len(words) > 1:
            shown = ", ".join(words)
            raise unusable(
                columns.table.path,
                "list.several_lists",
                f"các dòng ghi khác nhau ở cột {fact}: {shown}.",
                f"the rows differ in {fact}: {shown}.",
                "Mỗi tệp một danh sách.",
                "One list a file.",
            )
    return {fact: next(iter(words)) for fact, words in found.items()}


def _day(text: str | None) -> dt.date | None:
    return None if text is None else parse_date(text)


def _rows(columns: Columns, groups: Groups) -> Iterator[GivenRow]:
    """Read the rows; one that names a district or province alone heads those below it."""
    for row in columns.table.scan():
        if all(is_unknown(cell) for cell in row.cells) and not row.problems:
            continue
        values = _values(columns, row)
        name = values.get("name")
        if _is_total(columns, row, name):
            yield GivenRow(number=row.number, given=values, entry=None, problems=(_total_row(),))
            continue
        bare = not {"code", "region", _VILLAGES, "village_names"} & values.keys()
        if not row.problems and bare and name is not None and groups.opens(name):
            continue
        values |= {key: word for key, word in groups.above().items() if key not in values}
        entry, problems = _entry(columns, row, values)
        yield GivenRow(
            number=row.number, given=values, entry=entry, problems=(*row.problems, *problems)
        )


def _is_total(columns: Columns, row: Row, name: str | None) -> bool:
    """Whether a row sums others up; the word may stand where rows have their number."""
    words = [name] if name is not None else [cell for cell in row.cells if isinstance(cell, str)]
    if name is None and _word(columns, row, "code") is not None:
        return False
    return any(folded(word).strip(" .:") in _TOTALS for word in words)


def _values(columns: Columns, row: Row) -> dict[str, Any]:
    """Give the cells by fact as they were written, the empty ones left out."""
    found: dict[str, Any] = {}
    for fact, at in columns.facts.items():
        if fact in _OF_LIST or fact == "figures_date":
            continue
        as_is = fact in (_VILLAGES, "village_names") and not is_unknown(row.cells[at])
        value = row.cells[at] if as_is else _word(columns, row, fact)
        if value is not None:
            found[fact] = value
    return found


def _word(columns: Columns, row: Row, fact: str) -> str | None:
    at = columns.facts.get(fact)
    if at is None:
        return None
    cell = row.cells[at]
    # A district is often merged over its communes.
    cell = row.merged.get(at) if cell is None else cell
    if is_unknown(cell):
        return None
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = cell.isoformat() if isinstance(cell, dt.date) else " ".join(str(cell).split())
    return text or None


def _entry(
    columns: Columns, row: Row, values: dict[str, Any]
) -> tuple[ListEntry | None, tuple[Problem, ...]]:
    def placed(problem: Problem, fact: str) -> Problem:
        at = columns.facts.get(fact)
        return problem if at is None else evolve(problem, place=columns.table.place(row.number, at))

    read = dict(values)
    if _VILLAGES in read:
        unit, style = ListEntry.facts()[_VILLAGES].unit, columns.styles
        at = columns.facts[_VILLAGES]
        try:
            read[_VILLAGES] = read_cell(read[_VILLAGES], unit, style.get(at, "auto"))
        except PolicyError as error:
            return None, (placed(error.problem, _VILLAGES),)
    try:
        return ListEntry(**read), ()
    except ValidationError as error:
        return None, tuple(placed(problem, problem.place) for problem in problems_of(error))


def _total_row() -> Problem:
    return Problem(
        code="list.total_row",
        severity="note",
        vi="dòng cộng, bỏ qua.",
        en="a line of totals, left out.",
    )
