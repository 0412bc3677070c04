"""The values that `dantoc place map` draws: from a sheet of two columns, or names to colour."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.interfaces.cli.arguments import needed
from dantoc_policy.interfaces.files.cells import is_unknown
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.map_tiles import TileMap, tile_map
from dantoc_policy.interfaces.map_values import Value, doubled, mixed
from dantoc_policy.places.library import places
from dantoc_policy.values.numerals import Style, detect_style, parse_number
from dantoc_policy.values.text import Text

_COLOURED = Text("được chọn", "chosen")
_OTHERS = Text("các tỉnh khác", "other provinces")
_DELIMITERS = ("\t", ";", ",")
_COLUMNS = 2


def drawn(
    path: Path | None, highlight: Sequence[str], as_of: date, title: str, locale: Locale
) -> TileMap:
    """Draw the provinces of a day with the values of a sheet, or with some of them coloured.

    Raises:
        InputError: `argument.missing` without either; `file.*` for a file that cannot be read; as
            `tile_map`.
    """
    if path is not None:
        return tile_map(read_values(path, as_of), as_of, title=title, locale=locale)
    if not highlight:
        raise needed("CSV", "tệp giá trị, hoặc --highlight", "values, or --highlight", "tinh.csv")
    chosen = {
        places.get(name, as_of, level="province").code or "": _COLOURED.get(locale)
        for name in highlight
    }
    return tile_map(chosen, as_of, title=title, locale=locale, others=_OTHERS.get(locale))


def read_values(path: Path, as_of: date) -> dict[str, Value]:
    """Read provinces and their values from the first two columns; a row of headings may be there.

    Values are numbers where all are, or texts where none is; what is not known is no value.

    Raises:
        InputError: `map.no_values`, `map.doubled`, `map.mixed_values`; `file.*` for a file that
            cannot be read.
    """
    rows = _rows(path)
    if rows and not _is_province(rows[0][0], as_of):
        rows = rows[1:]
    if not rows:
        raise unusable(
            path,
            "map.no_values",
            "không có dòng nào gồm tỉnh và giá trị.",
            "there is no row with a province and a value.",
            "Ghi hai cột: tỉnh, giá trị.",
            "Write two columns: province, value.",
        )
    names = [name for name, _ in rows]
    for name in names:
        if names.count(name) > 1:
            raise doubled(name, name)
    cells = [cell for _, cell in rows if not is_unknown(cell)]
    style = detect_style(cells)
    numbers = {cell: number for cell in cells if (number := _number(cell, style)) is not None}
    texts = [cell for cell in cells if cell not in numbers]
    if numbers and texts:
        raise mixed(texts[0], next(iter(numbers)))
    if texts:
        return {name: None if is_unknown(cell) else cell for name, cell in rows}
    return {name: numbers.get(cell) for name, cell in rows}


def _number(cell: str, style: Style) -> float | None:
    try:
        return float(parse_number(cell, whole=False, style=style))
    except InputError:
        return None


def _is_province(name: str, as_of: date) -> bool:
    return name.isdecimal() or bool(places.find(name, as_of, level="province"))


def _rows(path: Path) -> list[tuple[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise unusable(
            path, "file.missing", "không có tệp này.", "there is no such file."
        ) from None
    except IsADirectoryError:
        raise unusable(
            path, "file.not_a_file", "đây không phải một tệp.", "this is no file."
        ) from None
    except UnicodeDecodeError:
        raise unusable(
            path, "file.encoding", "tệp không phải mã UTF-8.", "the file is not UTF-8."
        ) from None
    first = text.partition("\n")[0]
    delimiter = next((mark for mark in _DELIMITERS if mark in first), ",")
    rows = csv.reader(text.splitlines(), delimiter=delimiter)
    return [
        (row[0].strip(), row[1].strip()) for row in rows if len(row) >= _COLUMNS and row[0].strip()
    ]
