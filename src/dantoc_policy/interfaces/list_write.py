"""Writing a checked list so that it can be read again, and the empty sheet for one."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.files.results import cell_text, plain
from dantoc_policy.interfaces.files.table import format_of, unusable
from dantoc_policy.interfaces.files.template import write_empty
from dantoc_policy.interfaces.files.write import check_target, replacing
from dantoc_policy.places.checked_list import CheckedList, ListRow
from dantoc_policy.places.official_entry import ListEntry
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.places.library import Places

_FACTS = tuple(ListEntry.facts())
_ADDED = ("place", "problems")
_ASKED = (
    "name", "code", "district", "province", "region", "especially_difficult_villages",
    "village_names",
)  # fmt: skip
_PREPARED_ROWS = 5000
_REGIONS = ("I", "II", "III", "ngoài vùng")
_NOTES = (
    Text("Cách ghi", "How to fill in"),
    Text(
        "Mỗi xã một dòng, tên như trong danh sách đã công bố. Mã xã không bắt buộc.",
        "One commune a row, named as in the published list. Codes may be left out.",
    ),
    Text(
        "Khu vực: I, II, III, hoặc “ngoài vùng”. Bỏ cột nếu danh sách chỉ có thôn.",
        "Region: I, II, III, or “ngoài vùng” (outside). Drop the column in a list of villages.",
    ),
    Text(
        "Tên thôn cách nhau bằng dấu chấm phẩy. Chưa biết thì để trống, đừng ghi 0.",
        "Part the names of villages by semicolons. Leave empty what is not known; never write 0.",
    ),
    Text(
        "Huyện chỉ cần khi trong tỉnh có hai xã trùng tên; sau 01/7/2025 không còn huyện.",
        "The district is needed only where two communes of a province share a name; since "
        "01/07/2025 there are none.",
    ),
)


def write_list(
    path: str | Path, checked: CheckedList, library: Places, *, locale: Locale = "vi"
) -> Path:
    """Write a checked list as csv or json that `load_official_list` reads back.

    Every row is there, in its order: those that can be used by the names and codes of the library,
    the others as they were given, with the codes of their problems. The file says itself of which
    document it is and when it counts.
    """
    target = check_target(path)
    form = format_of(target)
    if form not in ("csv", "json"):
        raise unusable(
            target,
            "list.format",
            "danh sách đã kiểm tra chỉ ghi ra .csv hoặc .json.",
            "a checked list is written as .csv or .json only.",
        )
    rows = [_row(checked, row, library) for row in checked.rows]
    with replacing(target) as draft:
        if form == "json":
            lines = (json.dumps(row, ensure_ascii=False) for row in rows)
            draft.write_text("[\n " + ",\n ".join(lines) + "\n]\n", encoding="utf-8")
            return target
        with draft.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([*(_heading(fact, locale) for fact in _FACTS), *_ADDED])
            for row in rows:
                writer.writerow([_cell(row[key]) for key in (*_FACTS, *_ADDED)])
    return target


def write_list_template(path: str | Path, *, locale: Locale = "vi") -> Path:
    """Write the empty sheet for a list, as Excel or csv."""
    headings = [_heading(fact, "vi") for fact in _ASKED]
    return write_empty(path, headings, lambda draft: _write_excel(draft, headings, locale))


def _row(checked: CheckedList, row: ListRow, library: Places) -> dict[str, Any]:
    entry, found = row.entry, checked.list
    values: dict[str, Any] = {fact: plain(row.given.get(fact)) for fact in _FACTS}
    if entry is not None:
        values |= {
            "name": entry.text(),
            "region": entry.region,
            "especially_difficult_villages": entry.villages,
            "village_names": list(entry.village_names) or None,
        }
        if entry.place is not None:
            place = library.get(entry.place)
            above = library.parent(place, checked.units_on)
            in_district = above is not None and above.level == "district"
            # A unit whose code is not known is found by its name again.
            values |= {
                "code": place.code,
                "district": above.text() if above is not None and in_district else None,
                "province": library.get(place.province, checked.units_on, level="province").text(),
            }
    valid = found.valid
    return {
        **values,
        "instrument": found.document,
        "valid_from": valid.start and valid.start.isoformat(),
        "valid_until": valid.end and valid.end.isoformat(),
        "units_on": checked.units_on.isoformat(),
        "place": None if entry is None else entry.place,
        "problems": [problem.code for problem in row.problems],
    }


def _heading(fact: str, locale: Locale) -> str:
    return ListEntry.facts()[fact].headings[0] if locale == "vi" else fact


def _cell(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else cell_text(value)


def _write_excel(path: Path, headings: list[str], locale: Locale) -> None:
    from dantoc_policy.interfaces.files.write_excel import workbook

    with workbook(path) as book:
        top = {"valign": "top", "text_wrap": True}
        head = book.add_format(top | {"bold": True, "bg_color": "#BDD7EE", "border": 1})
        texts = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet(Text("Danh sách", "List").get(locale))
        sheet.freeze_panes(1, 1)
        for place, heading in enumerate(headings):
            sheet.write_string(0, place, heading, head)
            # Codes begin with zeros, which Excel drops from numbers.
            is_code = _ASKED[place] == "code"
            sheet.set_column(place, place, 30 if place == 0 else 18, texts if is_code else None)
        at = _ASKED.index("region")
        sheet.data_validation(
            1, at, _PREPARED_ROWS, at,
            {
                "validate": "list",
                "source": list(_REGIONS),
                "error_type": "warning",
                "error_title": "Khu vực",
                "error_message": "I, II, III, ngoài vùng.",
            },
        )  # fmt: skip
        notes = book.add_worksheet(Text("Ghi chú", "Notes").get(locale))
        bold, wrap = book.add_format(top | {"bold": True}), book.add_format(top)
        notes.set_column(0, 0, 100)
        for row, line in enumerate(_NOTES):
            notes.write_string(row, 0, line.get(locale), bold if row == 0 else wrap)
