"""Reading JSON: an array of objects, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from dantoc_policy.errors import Problem
from dantoc_policy.interfaces.files.delimited import no_header
from dantoc_policy.interfaces.files.header import FactOf
from dantoc_policy.interfaces.files.table import Row, Table, unusable

_SHOWN = 60
Parsed = tuple[int, dict[str, Any] | None, str]
"""The number of a row, its object or None where it is none, and the text it was read from."""


def open_json(path: Path, fact_of: FactOf) -> Table:
    """Open a JSON file that holds an array of objects; rows count from one."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise _not_utf8(path) from None
    try:
        given = _load(text)
    except (ValueError, RecursionError) as error:
        raise unusable(
            path,
            "json.unreadable",
            f"không phải JSON đọc được ({error}).",
            f"this is no readable JSON ({error}).",
            "Mỗi dòng một đối tượng thì đặt đuôi .jsonl.",
            "Objects line by line belong in a file named .jsonl.",
        ) from None
    if not isinstance(given, list):
        raise unusable(
            path,
            "json.not_an_array",
            "cần một mảng các đối tượng: [{...}, {...}].",
            "an array of objects is needed: [{...}, {...}].",
        )
    rows: list[Parsed] = [
        (number, item, "")
        if isinstance(item, dict)
        else (number, None, json.dumps(item, default=str))
        for number, item in enumerate(given, 1)
    ]
    return _table(path, "json", lambda: rows, fact_of)


def open_jsonl(path: Path, fact_of: FactOf) -> Table:
    """Open a file of one JSON object a line; rows have the number of their line."""
    return _table(path, "jsonl", lambda: _lines(path), fact_of)


def _lines(path: Path) -> Iterator[Parsed]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                try:
                    given = _load(line)
                except (ValueError, RecursionError):
                    given = None
                yield number, given if isinstance(given, dict) else None, line.strip()
    except UnicodeDecodeError:
        raise _not_utf8(path) from None


def _load(text: str) -> Any:
    # Decimal keeps the digits of a percentage, which tell how far it was rounded.
    return json.loads(text, parse_float=Decimal)


def _table(path: Path, form: Any, parsed: Any, fact_of: FactOf) -> Table:
    columns, count = _measure(parsed())
    if not count:
        raise unusable(path, "file.empty", "tệp không có dòng nào.", "the file has no rows.")
    if not any(fact_of(column) for column in columns):
        raise no_header(path, list(columns))

    def scan() -> Iterator[Row]:
        for number, item, text in parsed():
            if item is None:
                yield Row(number, (None,) * len(columns), (_no_object(text),))
            else:
                yield Row(number, tuple(item.get(column) for column in columns))

    return Table(path=path, format=form, columns=columns, headings=columns, scan=scan, count=count)


def _measure(rows: Iterable[Parsed]) -> tuple[tuple[str, ...], int]:
    """Read all rows once: the keys in the order in which they appear, and how many rows."""
    columns: dict[str, None] = {}
    count = 0
    for _, item, _ in rows:
        count += 1
        if item is not None:
            columns.update(dict.fromkeys(item))
    return tuple(columns), count


def _no_object(text: str) -> Problem:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return Problem(
        code="row.unreadable",
        vi=f"không phải một đối tượng JSON: {shown}.",
        en=f"this is no JSON object: {shown}.",
        mend_vi='Ghi như {"name": "Tư", "households": 320}.',
        mend_en='Write it like {"name": "Tư", "households": 320}.',
    )


def _not_utf8(path: Path) -> Exception:
    return unusable(
        path,
        "file.encoding",
        "tệp không phải mã UTF-8.",
        "the file is not UTF-8.",
        "Lưu lại bằng mã UTF-8.",
        "Save it as UTF-8.",
    )
