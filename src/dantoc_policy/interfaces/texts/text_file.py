"""A document as one running text, and the way from a character of it back to its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from attrs import evolve, field, frozen

from dantoc_policy.errors import Problem
from dantoc_policy.interfaces.texts.place import Place

# What ends a line in an editor; `str.splitlines` would also break at form feeds and the like.
LINE_END = re.compile(r"\r\n|\n|\r")


@frozen
class RunSpan:
    """One run of a Word paragraph: where its characters stand in the text, and which run it is."""

    start: int
    end: int
    index: int


@frozen
class Part:
    """A stretch of the text that stands in one place: a paragraph, a line, a table cell.

    What lies between two parts (a line end) is in neither; `runs` is empty but for Word.
    """

    start: int
    end: int
    place: Place
    runs: tuple[RunSpan, ...] = ()


@frozen
class TextFile:
    r"""A document that was read: its path, its text, the parts of the text in their order.

    Offsets count characters of `text`, which is as the document has it: nothing is composed,
    trimmed or otherwise normalised. `notes` say what a user of the text should know: an encoding
    that was guessed, pages that are pictures.

    >>> parts = (Part(0, 3, Place(line=1)), Part(4, 12, Place(line=2)))
    >>> file = TextFile(Path("a.txt"), "Số:\n1719/QĐ-", parts)
    >>> file.place_at(6).get("vi")
    'dòng 2'
    >>> file.lines
    ('Số:', '1719/QĐ-')
    """

    path: Path
    text: str = field(repr=False)
    parts: Sequence[Part] = field(repr=False)
    notes: tuple[Problem, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text without what ends them."""
        return tuple(LINE_END.split(self.text))

    def part_at(self, offset: int) -> Part:
        """Give the part that holds a character; a line end belongs to the part that it ends.

        The offset just behind the text is allowed, as spans end there. Raises `IndexError` for
        any other that is not of the text.
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} of a text of {len(self.text)} characters")
        return self.parts[max(0, bisect_right(self.parts, offset, key=_start) - 1)]

    def place_at(self, offset: int) -> Place:
        """Give the place of a character; in Word with its run and its offset in the run."""
        part = self.part_at(offset)
        if part.runs:
            run = part.runs[max(0, bisect_right(part.runs, offset, key=_start) - 1)]
            if run.start <= offset < run.end:
                return evolve(part.place, run=run.index, offset_in_run=offset - run.start)
        return part.place


def _start(piece: Part | RunSpan) -> int:
    return piece.start
