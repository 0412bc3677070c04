"""What an Excel sheet says beside its values: merged cells, and numbers shown as percentages."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from attrs import frozen

from dantoc_policy.interfaces.files.header import Merge

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_PERCENT_FORMATS = frozenset({9, 10})
_QUOTED = re.compile(r'"[^"]*"|\\.')
_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")
_ALPHABET = 26


@frozen
class Layout:
    """Merged cells, formulas without a value, runs of numbers shown as percentages by column.

    Rows and columns count from zero, both ends of a run are in it. `first_column` is the first
    one that holds anything.
    """

    merges: tuple[Merge, ...] = ()
    percent: Mapping[int, tuple[tuple[int, int], ...]] = {}
    errors: Mapping[tuple[int, int], str] = {}
    first_column: int = 0

    def moved(self) -> Layout:
        """Give the layout with columns counted from the first that holds anything."""
        left = self.first_column
        return Layout(
            tuple((a, max(0, b - left), c, max(0, d - left)) for a, b, c, d in self.merges),
            {column - left: runs for column, runs in self.percent.items()},
            {(row, column - left): text for (row, column), text in self.errors.items()},
            left,
        )

    def is_percent(self, row: int, column: int) -> bool:
        """Whether a cell's number is shown as a percentage."""
        return any(first <= row <= last for first, last in self.percent.get(column, ()))


def layout_of(path: Path, sheet: str) -> Layout:
    """Read the layout of one sheet; a workbook that has none to read gives an empty one."""
    try:
        with zipfile.ZipFile(path) as book:
            part = _part(book, sheet)
            if part is None:
                return Layout()
            return _read(book, part, _percent_styles(book)).moved()
    except (zipfile.BadZipFile, KeyError, ET.ParseError, ValueError):
        # The values were read by other means; without the layout they count as they are.
        return Layout()


def _part(book: zipfile.ZipFile, sheet: str) -> str | None:
    """Find the part of the workbook that holds a sheet."""
    targets = {
        node.get("Id"): node.get("Target", "")
        for node in ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    }
    for node in ET.fromstring(book.read("xl/workbook.xml")).iter():  # noqa: S314
        if _plain(node.tag) == "sheet" and node.get("name") == sheet:
            target = targets.get(node.get(_RELATION) or node.get(_STRICT_RELATION), "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return None


def _percent_styles(book: zipfile.ZipFile) -> frozenset[int]:
    """Give the numbers of the cell styles that show percentages."""
    if "xl/styles.xml" not in book.namelist():
        return frozenset()
    root = ET.fromstring(book.read("xl/styles.xml"))  # noqa: S314
    percent = set(_PERCENT_FORMATS)
    styles: list[int] = []
    for node in root:
        if _plain(node.tag) == "numFmts":
            percent |= {
                int(own.get("numFmtId", "0"))
                for own in node
                if "%" in _QUOTED.sub("", own.get("formatCode", ""))
            }
        elif _plain(node.tag) == "cellXfs":
            styles = [int(own.get("numFmtId", "0")) for own in node]
    return frozenset(at for at, number in enumerate(styles) if number in percent)


def _read(book: zipfile.ZipFile, part: str, styles: frozenset[int]) -> Layout:
    merges: list[Merge] = []
    runs: dict[int, list[tuple[int, int]]] = {}
    errors: dict[tuple[int, int], str] = {}
    left: int | None = None
    with book.open(part) as file:
        for tag, node in _elements(file):
            if tag == "mergeCell":
                first, _, last = node.get("ref", "").partition(":")
                merges.append((*_position(first), *_position(last or first)))
            elif tag == "c" and len(node):
                row, column = _position(node.get("r", ""))
                left = column if left is None else min(left, column)
                kind = node.get("t", "n")
                if kind == "e":
                    # A formula stands beside its value; only the value says what failed.
                    errors[row, column] = next(
                        (child.text or "" for child in node if _plain(child.tag) == "v"), ""
                    )
                elif kind == "n" and (formula := _not_computed(node)) is not None:
                    errors[row, column] = formula
                elif kind == "n" and int(node.get("s", "0")) in styles:
                    _extend(runs.setdefault(column, []), row)
    percent = {column: tuple(known) for column, known in runs.items()}
    return Layout(tuple(merges), percent, errors, left or 0)


def _not_computed(node: ET.Element) -> str | None:
    """Give the formula of a cell whose value was never worked out; None for every other cell."""
    texts = {_plain(child.tag): child.text or "" for child in node}
    return f"={texts['f']}" if "f" in texts and not texts.get("v") else None


def _extend(runs: list[tuple[int, int]], row: int) -> None:
    if runs and runs[-1][1] == row - 1:
        runs[-1] = (runs[-1][0], row)
    else:
        runs.append((row, row))


def _elements(file: Any) -> Iterator[tuple[str, ET.Element]]:
    """Give the elements one by one and let go of the rows that are done."""
    for _, node in ET.iterparse(file, events=("end",)):  # noqa: S314
        tag = _plain(node.tag)
        yield tag, node
        if tag == "row":
            node.clear()


def _plain(tag: str) -> str:
    return tag.removeprefix(_MAIN).removeprefix(_STRICT)


def _position(text: str) -> tuple[int, int]:
    match = _ADDRESS.fullmatch(text)
    if match is None:
        raise ValueError(text)
    column = 0
    for letter in match[1]:
        column = column * _ALPHABET + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
