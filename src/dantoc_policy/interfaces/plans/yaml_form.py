"""Reading YAML node by node, so that lines are known and values stay as they are written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from dantoc_policy.errors import MissingExtraError, Problem
from dantoc_policy.interfaces.plans.located import (
    TOO_DEEP,
    TOO_LONG,
    Located,
    Steps,
    check_characters,
    decimal,
    doubled,
    unreadable,
    whole,
)
from dantoc_policy.values.text import Text

_TAG = "tag:yaml.org,2002:"
_TRUTHS = {"true": True, "false": False}
# Aliases may stand for large parts many times over; no plan has so many entries.
_MOST_NODES = 500_000
_WHOLE = re.compile(r"0|-?[1-9][0-9]*")
_ENDLESS = Text("bí danh lặp lại không dứt", "an alias without end")
_NO_NAME = Text("tên trường phải là một chuỗi", "the name of a field must be a text")
_QUOTES = Text(
    "Chuỗi có “: ” hoặc “ #”, hay mở đầu bằng %, @, *, &, thì đặt trong ngoặc kép.",
    "Put a text that has “: ” or “ #”, or begins with %, @, *, &, in quotes.",
)
_TABS = Text("Thụt dòng bằng dấu cách, không dùng tab.", "Indent with spaces, not with tabs.")
_SEVERAL = Text("tệp có nhiều tài liệu", "the file holds several documents")
_ONE = Text(
    "Mỗi tệp một kế hoạch: bỏ phần từ dấu ---.", "One plan a file: take out what begins at ---."
)
_MERGE = Text("không dùng được “<<”", "“<<” cannot be used")
_WRITE_OUT = Text(
    "Ghi đủ các trường; *tên chỉ thay được cho giá trị của một trường.",
    "Write out the fields; an *alias may stand for the value of one field only.",
)


def read_yaml(file: Path, text: str) -> Located:
    r"""Read one YAML document: decimals exactly, days as dates, what is no number as text.

    Only `true` and `false` are truths and only plain decimal digits are a number, as in YAML 1.2:
    `no`, `1:30` and `010` are texts.

    Raises:
        InputError: `yaml.unreadable`, with the line.
        MissingExtraError: PyYAML is not installed.

    >>> found = read_yaml(Path("a.yaml"), "id: a\nvalue: 26.70\nissued: 2020-06-04\n")
    >>> found.data
    {'id': 'a', 'value': Decimal('26.70'), 'issued': datetime.date(2020, 6, 4)}
    >>> found.place(("value",))
    'a.yaml:2: value'
    """
    try:
        import yaml
    except ImportError:
        raise MissingExtraError.for_extra("yaml", "PyYAML") from None
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        reading = _Reading(file)
        data = None if root is None else reading.value(root, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark and mark.line + 1
        raise unreadable(file, line, "yaml", *_what(error.problem or "")) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise unreadable(file, line, "yaml", Text(error.reason, error.reason)) from None
    except RecursionError:
        raise unreadable(file, None, "yaml", TOO_DEEP) from None
    return Located(file, data, reading.lines, reading.problems)


def _what(problem: str) -> tuple[Text, Text]:
    """Give what PyYAML finds wrong, and how to mend it."""
    if "another document" in problem:
        return _SEVERAL, _ONE
    return Text(problem, problem), _TABS if "\\t" in problem else _QUOTES


class _Reading:
    """The nodes of one file turned into data, one after another."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines: dict[Steps, int] = {}
        self.problems: list[Problem] = []
        self._around: list[Any] = []
        self._count = 0

    def value(self, node: Any, steps: Steps) -> Any:
        """Give the data of a node and of all below it."""
        line: int = node.start_mark.line + 1
        self.lines.setdefault(steps, line)
        self._count += 1
        if self._count > _MOST_NODES or any(node is outer for outer in self._around):
            raise unreadable(self.file, line, "yaml", _ENDLESS)
        if node.id == "scalar":
            check_characters(self.file, line, "yaml", node.value)
            try:
                return _scalar(node.tag, node.value, plain=node.style is None)
            except OverflowError:
                raise unreadable(self.file, line, "yaml", TOO_LONG) from None
        self._around.append(node)
        if node.id == "sequence":
            found: Any = [self.value(item, (*steps, at)) for at, item in enumerate(node.value)]
        else:
            found = self._mapping(node, steps)
        self._around.pop()
        return found

    def _mapping(self, node: Any, steps: Steps) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, item in node.value:
            line: int = key.start_mark.line + 1
            if key.id != "scalar":
                raise unreadable(self.file, line, "yaml", _NO_NAME)
            if key.tag == f"{_TAG}merge":
                raise unreadable(self.file, line, "yaml", _MERGE, _WRITE_OUT)
            check_characters(self.file, line, "yaml", key.value)
            below = (*steps, key.value)
            if key.value in found:
                self.problems.append(doubled(self.file, line, below, self.lines[below]))
            self.lines[below] = line
            found[key.value] = self.value(item, below)
        return found


def _scalar(tag: str, text: str, *, plain: bool) -> Any:
    kind = tag.removeprefix(_TAG)
    if kind == "null":
        return None
    if not plain:
        return text
    if kind == "bool":
        return _TRUTHS.get(text.lower(), text)
    if kind == "int":
        return whole(text) if _WHOLE.fullmatch(text) else text
    if kind == "float":
        return decimal(text)
    if kind == "timestamp":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text  # the record says what is wrong with it
    return text
