"""The documents that a command is given: read one by one, bad ones told and left out."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from attrs import define, evolve, field

from dantoc_policy.errors import Locale, PolicyError, Problem
from dantoc_policy.interfaces.cli.common import say
from dantoc_policy.interfaces.texts.read_text import read_text
from dantoc_policy.interfaces.texts.text_file import TextFile

STANDARD_INPUT = "-"


@define
class Inputs:
    """Reads documents when they are asked for; `failed` grows by those that cannot be used.

    Each document is let go before the next is read, so their number does not matter.
    """

    names: list[str]
    locale: Locale
    read: int = 0
    failed: list[Problem] = field(factory=list)

    def __iter__(self) -> Iterator[TextFile]:
        for name in self.names:
            try:
                file = _standard_input() if name == STANDARD_INPUT else read_text(name)
            except PolicyError as error:
                problem = _placed(error.problem, name)
                self.failed.append(problem)
                say(problem, self.locale)
                continue
            self.read += 1
            for note in file.notes:
                say(_placed(note, name), self.locale)
            yield file

    @property
    def paths(self) -> list[Path]:
        """The files among the documents."""
        return [Path(name) for name in self.names if name != STANDARD_INPUT]


def _standard_input() -> TextFile:
    """Read what is piped in as a plain text, whatever its encoding."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{STANDARD_INPUT}.txt"
        path.write_bytes(sys.stdin.buffer.read())
        return evolve(read_text(path), path=Path(STANDARD_INPUT))


def _placed(problem: Problem, name: str) -> Problem:
    """Name the document as it was given: there may be two of one name in two folders."""
    is_name = problem.place in {Path(name).name, f"{name}.txt"}
    return evolve(problem, place=name) if is_name else problem
