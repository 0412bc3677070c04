"""Reading JSON with the line of every entry, and decimals as they are written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NoReturn

from attrs import define, field

from dantoc_policy.errors import Problem
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

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')


def read_json(file: Path, text: str) -> Located:
    r"""Read one JSON value.

    Raises:
        InputError: `json.unreadable`, with the line.

    >>> found = read_json(Path("a.json"), '{"id": "a",\n "targets": [{"value": 0.10}]}')
    >>> found.data["targets"][0]["value"], found.place(("targets", 0, "value"))
    (Decimal('0.10'), 'a.json:2: targets[0].value')
    """
    try:
        data = json.loads(text, parse_int=whole, parse_float=decimal, parse_constant=_refused)
    except json.JSONDecodeError as error:
        raise unreadable(file, error.lineno, "json", Text(error.msg, error.msg)) from None
    except RecursionError:
        raise unreadable(file, None, "json", TOO_DEEP) from None
    except OverflowError:
        raise unreadable(file, None, "json", TOO_LONG) from None
    except ValueError as error:
        raise unreadable(file, None, "json", Text(str(error), str(error))) from None
    walk = _Walk(file)
    line, seen = 1, 0
    for token in _TOKEN.finditer(text):
        line += text.count("\n", seen, token.start())
        seen = token.start()
        walk.take(token[0], line)
    return Located(file, data, walk.lines, walk.problems)


def _refused(word: str) -> NoReturn:
    raise ValueError(word)


@define
class _Walk:
    """A walk over the marks of a text that is sound JSON."""

    file: Path
    lines: dict[Steps, int] = field(factory=dict)
    problems: list[Problem] = field(factory=list)
    _open: list[str] = field(factory=list)
    _way: list[str | int] = field(factory=list)
    _name_next: bool = False

    def take(self, mark: str, line: int) -> None:
        """Take the next mark."""
        if "\\u" in mark:
            check_characters(self.file, line, "json", json.loads(mark))
        if mark in ("}", "]"):
            self._open.pop()
            self._way.pop()
            self._name_next = False
        elif mark == ",":
            self._name_next = self._open[-1] == "{"
        elif self._name_next:
            self._name(mark, line)
        elif mark != ":":
            self._value(mark, line)

    def _name(self, mark: str, line: int) -> None:
        self._way[-1] = json.loads(mark)
        steps = tuple(self._way)
        if steps in self.lines:
            self.problems.append(doubled(self.file, line, steps, self.lines[steps]))
        self.lines[steps] = line
        self._name_next = False

    def _value(self, mark: str, line: int) -> None:
        if self._open and self._open[-1] == "[":
            at = self._way[-1]
            self._way[-1] = at + 1 if isinstance(at, int) else 0
        self.lines.setdefault(tuple(self._way), line)
        if mark in ("{", "["):
            self._open.append(mark)
            self._way.append(-1 if mark == "[" else "")
            self._name_next = mark == "{"
