"""The text of a Word file laid out: its parts, and for every character the XML that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen, mutable

from dantoc_policy.interfaces.texts.docx_package import MC, DocxPackage, Story, W
from dantoc_policy.interfaces.texts.gather import Gatherer
from dantoc_policy.interfaces.texts.place import Place
from dantoc_policy.interfaces.texts.text_file import TextFile

NO_BREAK_HYPHEN = "\u2011"
# What stands inside a run and is one character of the text.
_SINGLE = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": NO_BREAK_HYPHEN,
}
# Around runs, paragraphs, rows or cells: what they hold is as if it stood here.
_WRAPPERS = frozenset(
    {
        *(f"{W}bdo", f"{W}customXml", f"{W}dir", f"{W}fldSimple", f"{W}hyperlink", f"{W}ins"),
        *(f"{W}moveTo", f"{W}sdt", f"{W}sdtContent", f"{W}smartTag"),
    }
)
BOX = f"{W}txbxContent"


@frozen
class Piece:
    """An element inside a run and the characters of the text that it stands for."""

    start: int
    end: int
    element: Any
    part: str


@frozen
class Block:
    """The paragraph of a part of the text, and the name of the file part it is in."""

    element: Any
    part: str


@mutable
class Layout:
    """Lays out the stories of a package; `blocks` goes in step with the parts of the text."""

    gatherer: Gatherer = field(factory=Gatherer)
    pieces: list[Piece] = field(factory=list)
    blocks: list[Block] = field(factory=list)
    _part: str = ""
    _tables: int = 0
    _boxes: int = 0
    _is_joined: bool = False

    @classmethod
    def of(cls, package: DocxPackage) -> Layout:
        """Lay out all stories of a package."""
        layout = cls()
        for story in package.stories():
            layout.story(story)
        return layout

    def file(self, path: Path) -> TextFile:
        """Give what was laid out as the text of a file."""
        return self.gatherer.file(path)

    def story(self, story: Story) -> None:
        """Lay out one story; its tables and paragraphs are counted from 1."""
        self._part, self._tables = story.part, 0
        self._container(story.element, Place(area=story.area, number=story.number))

    def _container(self, container: Any, place: Place) -> None:
        """Lay out the blocks of a story, a cell or a text box.

        The paragraphs of the body always have a number, those elsewhere if there are several.
        """
        blocks = list(inner(container, f"{W}p", f"{W}tbl"))
        paragraphs = sum(block.tag == f"{W}p" for block in blocks)
        is_numbered = place == Place() or paragraphs > 1
        paragraph = 0
        self._is_joined = False
        for block in blocks:
            if block.tag == f"{W}tbl":
                self._table(block, place)
            else:
                paragraph += 1
                at = evolve(place, paragraph=paragraph) if is_numbered else place
                self._paragraph(block, at)
        self._is_joined = False

    def _paragraph(self, paragraph: Any, place: Place) -> None:
        runs = list(inner(paragraph, f"{W}r"))
        found = [[(piece, text) for piece in run if (text := text_of(piece))] for run in runs]
        texts = ["".join(text for _, text in pieces) for pieces in found]
        at = self.gatherer.add(texts, place, runs=True, joined=self._is_joined)
        self.blocks.append(Block(paragraph, self._part))
        for pieces in found:
            for piece, text in pieces:
                self.pieces.append(Piece(at, at + len(text), piece, self._part))
                at += len(text)
        # Where the mark that ends a paragraph was deleted, the next goes on in the same line.
        self._is_joined = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        for run in runs:
            for box in boxes(run):
                self._boxes += 1
                tables, self._tables = self._tables, 0
                self._container(box, Place(area="text_box", number=self._boxes))
                self._tables = tables

    def _table(self, table: Any, place: Place) -> None:
        """Lay out the cells row by row; a table in a cell is counted like one behind it."""
        self._tables += 1
        number = self._tables
        rows = (row for row in inner(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None)
        for at, row in enumerate(rows, 1):
            column = 1 + _number(row, f"{W}trPr/{W}gridBefore", 0)
            for cell in inner(row, f"{W}tc"):
                if not _is_covered(cell):
                    self._container(cell, evolve(place, table=number, row=at, column=column))
                column += _number(cell, f"{W}tcPr/{W}gridSpan", 1)


def inner(container: Any, *tags: str) -> Iterator[Any]:
    """Give the elements of some tags that a container holds, whatever is wrapped around them.

    What was deleted or moved away stands in elements of its own, which are not looked into.
    """
    for child in container.iterchildren():
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from inner(child, *tags)
        elif child.tag == f"{MC}AlternateContent":
            for choice in child.iterchildren(f"{MC}Choice"):
                yield from inner(choice, *tags)
                break


def text_of(element: Any) -> str:
    """Give the text that an element inside a run stands for."""
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag == f"{W}sym":
        return _symbol(element.get(f"{W}char", ""))
    return _SINGLE.get(element.tag, "")


def boxes(run: Any) -> Iterator[Any]:
    """Give the text boxes anchored in a run; of a box that is there twice, the newer form."""
    for box in run.iter(BOX):
        for around in box.iterancestors():
            if around is run:
                yield box
                break
            if around.tag == BOX or is_fallback(around):
                break


def is_fallback(element: Any) -> bool:
    """Whether an element is the older form of something of which the newer is there too."""
    return element.tag == f"{MC}Fallback" and element.getparent().find(f"{MC}Choice") is not None


def _is_covered(cell: Any) -> bool:
    """Whether a cell is merged into the one above it."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _number(element: Any, path: str, default: int) -> int:
    found = element.find(path)
    said = "" if found is None else found.get(f"{W}val", "")
    return int(said) if said.isascii() and said.isdigit() else default


def _symbol(code: str) -> str:
    """Give the character of a symbol; most are in the private area that symbol fonts use."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
