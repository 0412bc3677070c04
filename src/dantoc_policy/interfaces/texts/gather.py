"""Putting the parts of a document one behind the other into one text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from attrs import define, field

from dantoc_policy.errors import Problem
from dantoc_policy.interfaces.texts.place import Place
from dantoc_policy.interfaces.texts.text_file import Part, RunSpan, TextFile


@define
class Gatherer:
    r"""Collects parts; each begins on a line of its own unless it is joined to the one before.

    >>> gatherer = Gatherer()
    >>> gatherer.add(["Căn cứ ", "Luật"], Place(paragraph=1))
    0
    >>> gatherer.add(["Điều 1"], Place(paragraph=2))
    12
    >>> gatherer.file(Path("a.docx")).text
    'Căn cứ Luật\nĐiều 1'
    """

    parts: list[Part] = field(factory=list)
    length: int = 0
    _texts: list[str] = field(factory=list)

    def add(
        self, texts: Iterable[str], place: Place, *, runs: bool = False, joined: bool = False
    ) -> int:
        """Add a part that consists of some texts (with `runs`, each is a run); give its start."""
        if self.parts and not joined:
            self._texts.append("\n")
            self.length += 1
        start = self.length
        spans: list[RunSpan] = []
        for index, text in enumerate(texts, 1):
            if text:
                spans.append(RunSpan(self.length, self.length + len(text), index))
                self._texts.append(text)
                self.length += len(text)
        self.parts.append(Part(start, self.length, place, tuple(spans) if runs else ()))
        return start

    def file(self, path: Path, notes: tuple[Problem, ...] = ()) -> TextFile:
        """Give what was collected as the text of a file; one without text has one empty part."""
        if not self.parts:
            self.add([], Place(paragraph=1))
        return TextFile(path, "".join(self._texts), tuple(self.parts), notes)
