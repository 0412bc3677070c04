"""Running text for a terminal: stretches of it marked, control characters made harmless."""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator

from attrs import frozen
from rich.text import Text as Styled

from dantoc_policy.interfaces.texts.text_file import LINE_END, TextFile

_OPEN, _CLOSE, _CUT, _LINE_END = "«", "»", "…", "↵"
_SIGNS = 4
_LEAST = 24
# Control characters, and the marks that turn the direction of what follows them.
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Co"})
_KEPT = frozenset("\u00ad\u200b\u200c\u200d")


@frozen
class Mark:
    """A stretch of a text, how it is shown, and a label that is put behind it."""

    start: int
    end: int
    style: str
    label: str = ""


def shown(text: str) -> str:
    r"""Give a text without what would steer a terminal; line ends become a sign, tabs a blank.

    >>> shown("65-\nKL/TW\x1b[2J")
    '65-↵KL/TW�[2J'
    """
    if text.isprintable():
        return text
    return "".join(map(_harmless, LINE_END.sub(_LINE_END, text)))


def excerpt(file: TextFile, mark: Mark, width: int) -> Styled:
    """Give the marked stretch with what stands around it in its line, in about `width` columns.

    What is left out at either side is cut between words.
    """
    text = file.text
    first = file.part_at(mark.start).start
    last = max(file.part_at(max(mark.start, mark.end - 1)).end, mark.end)
    room = max(width - (mark.end - mark.start) - len(mark.label) - _SIGNS, _LEAST)
    start, end = first, last
    # What stands before says more of a citation than what follows it.
    before = min(mark.start - first, max(room * 3 // 5, room - (last - mark.end)))
    if before < mark.start - first:
        start = text.find(" ", mark.start - before, mark.start) + 1 or mark.start
    if last - mark.end > room - before:
        end = max(text.rfind(" ", mark.end, mark.end + room - before), mark.end)
    found = Styled().append(_CUT if start > first else "", style="dim")
    found.append_text(_marked(text, [mark], start, end))
    return found.append(_CUT if end < last else "", style="dim")


def marked_lines(file: TextFile, marks: Iterable[Mark]) -> Iterator[Styled]:
    """Give the text line by line, with its marks; one that goes over a line end goes on there."""
    waiting = deque(sorted(marks, key=lambda mark: (mark.start, mark.end)))
    open_ones: list[Mark] = []
    at = 0
    for line in file.lines:
        end = at + len(line)
        while waiting and waiting[0].start < max(end, at + 1):
            open_ones.append(waiting.popleft())
        yield _marked(file.text, open_ones, at, end)
        open_ones = [mark for mark in open_ones if mark.end > end]
        at = end + (2 if file.text[end : end + 2] == "\r\n" else 1)


def _marked(text: str, marks: list[Mark], start: int, end: int) -> Styled:
    """Give a stretch of a text with the marks in it, each cut to what no other one covers."""
    found, at = Styled(), start
    for mark in marks:
        begin, stop = max(mark.start, at), min(mark.end, end)
        if begin >= stop and mark.start != mark.end:
            continue
        found.append(shown(text[at:begin]))
        inside = shown(text[begin:stop])
        found.append(f"{_OPEN if begin == mark.start else ''}{inside}", style=mark.style)
        if stop == mark.end:
            found.append(_CLOSE, style=mark.style)
            found.append(mark.label, style="dim")
        at = stop
    return found.append(shown(text[at:end]))


def _harmless(sign: str) -> str:
    if sign == "\t":
        return " "
    return "�" if unicodedata.category(sign) in _HARMFUL and sign not in _KEPT else sign
