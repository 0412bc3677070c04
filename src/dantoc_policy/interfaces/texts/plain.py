"""Plain text and Markdown: the characters as the file has them, line by line."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

from dantoc_policy.interfaces.texts.encodings import decode, guessed_note
from dantoc_policy.interfaces.texts.place import Place
from dantoc_policy.interfaces.texts.text_file import LINE_END, Part, TextFile


def read_plain(path: Path) -> TextFile:
    r"""Read a text or Markdown file; raises `InputError` where it is no text.

    Offsets are those of the file's own characters, behind a byte order mark if there is one:
    markup, line ends and Unicode forms stay as they are.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "note.md"
    ...     _ = path.write_bytes("# Căn cứ\r\n\r\n**1719/QĐ-TTg**".encode())
    ...     file = read_plain(path)
    >>> file.text[12:26], str(file.place_at(12))
    ('**1719/QĐ-TTg*', 'dòng 3')
    """
    decoded = decode(path, path.read_bytes())
    notes = (guessed_note(path),) if decoded.guessed else ()
    return TextFile(path, decoded.text, LineParts(decoded.text), notes)


class LineParts(Sequence[Part]):
    r"""The lines of a text as its parts, each made when asked for: a text may have millions.

    >>> lines = LineParts("một\nhai\r\nba")
    >>> [(part.start, part.end, str(part.place)) for part in lines]
    [(0, 3, 'dòng 1'), (4, 7, 'dòng 2'), (9, 11, 'dòng 3')]
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, text: str) -> None:
        ends, starts = array("Q"), array("Q", [0])
        for found in LINE_END.finditer(text):
            ends.append(found.start())
            starts.append(found.end())
        ends.append(len(text))
        self._starts, self._ends = starts, ends

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Part: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Part, ...]: ...
    def __getitem__(self, index: int | slice) -> Part | tuple[Part, ...]:
        """Give the part of a line; lines count from 0 here and from 1 in its place."""
        if isinstance(index, slice):
            return tuple(self._part(at) for at in range(*index.indices(len(self))))
        return self._part(range(len(self))[index])

    def __iter__(self) -> Iterator[Part]:
        return map(self._part, range(len(self)))

    def _part(self, at: int) -> Part:
        return Part(self._starts[at], self._ends[at], Place(line=at + 1))
