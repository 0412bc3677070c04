"""Web pages: the text as a browser shows it, a block a line, a table cell a line."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import define, field

from dantoc_policy.errors import InputError, MissingExtraError
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.texts.encodings import decode, guessed_note
from dantoc_policy.interfaces.texts.gather import Gatherer
from dantoc_policy.interfaces.texts.place import Place
from dantoc_policy.interfaces.texts.text_file import TextFile

_NOT_SHOWN = frozenset(
    {
        *("head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg"),
        *("template", "textarea"),
    }
)
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend"),
        *("li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
_CELLS = frozenset({"td", "th"})
# A browser makes one space of these; a no-break space is none of them.
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
_HEAD = 2048
_MOST_SPANNED = 1000


def read_html(path: Path) -> TextFile:
    """Read the text that a web page shows; raises `MissingExtraError` without lxml.

    Paragraphs count the blocks with text outside tables. Scripts, styles and hidden elements are
    left out; offsets are those of the text and not of the source. Raises `InputError` where the
    file is no text, or nested deeper than any page is.
    """
    try:
        etree: Any = import_module("lxml.etree")
    except ModuleNotFoundError:
        raise MissingExtraError.for_extra("texts", "lxml") from None
    data = path.read_bytes()
    declared = _DECLARED.search(data[:_HEAD])
    decoded = decode(path, data, declared[1].decode("ascii") if declared else "")
    # Bytes of a known encoding: of a text lxml would not take an XML declaration.
    # A zero byte ends a text for libxml2.
    source = decoded.text.replace("\0", "\ufffd").encode("utf-8", "replace")
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    root = etree.fromstring(source, parser) if source.strip() else None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise _cut_off(path)  # libxml2 goes 2048 elements deep and drops what lies below
    page = _Page()
    if root is not None:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                page.open(element)
            else:
                page.close(element)
        page.flush()
    return page.gatherer.file(path, (guessed_note(path),) if decoded.guessed else ())


def _cut_off(path: Path) -> InputError:
    return unusable(
        path,
        "text.unreadable",
        "trang web lồng quá nhiều lớp, không đọc hết được.",
        "the page is nested too deep to be read as a whole.",
        "Chép phần chữ vào tệp .txt.",
        "Copy its text into a .txt file.",
    )


@define
class _Table:
    """A table while it is walked through: where its next cell stands."""

    number: int
    row: int = 0
    column: int = 0
    # By column, the last row that a cell reaches down to.
    covered: dict[int, int] = field(factory=dict)

    def next_row(self) -> None:
        self.row += 1
        self.column = 0

    def next_cell(self, columns: int, rows: int) -> int:
        """Give the column of the next cell, which covers some columns and rows."""
        if not self.row:
            self.next_row()  # a cell outside any row
        at = self.column + 1
        while self.covered.get(at, 0) >= self.row:
            at += 1
        self.column = at + columns - 1
        for column in range(at, at + columns):
            self.covered[column] = self.row + rows - 1
        return at


@define
class _Page:
    """Gathers what is shown while the elements of a page open and close."""

    gatherer: Gatherer = field(factory=Gatherer)
    texts: list[str] = field(factory=list)
    tables: list[_Table] = field(factory=list)
    cells: list[Place] = field(factory=list)
    table_count: int = 0
    paragraph_count: int = 0
    hidden: int = 0
    preformatted: int = 0

    def open(self, element: Any) -> None:
        tag = element.tag
        if self.hidden or tag in _NOT_SHOWN or "hidden" in element.attrib:
            self.hidden += 1
            return
        if tag in _BLOCKS:
            self.flush()
        if tag == "br":
            self.texts.append("\n")
        elif tag == "table":
            self.table_count += 1
            self.tables.append(_Table(self.table_count))
        elif tag == "tr" and self.tables:
            self.tables[-1].next_row()
        elif tag in _CELLS and self.tables:
            table = self.tables[-1]
            column = table.next_cell(_span(element, "colspan"), _span(element, "rowspan"))
            self.cells.append(Place(table=table.number, row=table.row, column=column))
        self.preformatted += tag == "pre"
        self.take(element.text)

    def close(self, element: Any) -> None:
        tag = element.tag
        if self.hidden:
            self.hidden -= 1
        else:
            if tag in _BLOCKS:
                self.flush()
            self.preformatted -= tag == "pre"
            if tag == "table":
                self.tables.pop()
            elif tag in _CELLS and self.tables:
                self.cells.pop()
        self.take(element.tail)

    def take(self, text: str | None) -> None:
        if text and not self.hidden:
            self.texts.append(text if self.preformatted else _BLANKS.sub(" ", text))

    def flush(self) -> None:
        """End a block: what was gathered since the last is a part, if it has any text."""
        text = "".join(self.texts)
        self.texts.clear()
        if not self.preformatted:
            text = re.sub(r" +", " ", text)
            text = re.sub(r" ?\n ?", "\n", text).strip(" \n")
        if not text.strip():
            return
        if self.cells:
            place = self.cells[-1]
        else:
            self.paragraph_count += 1
            place = Place(paragraph=self.paragraph_count)
        self.gatherer.add([text.strip("\n")], place)


def _span(element: Any, name: str) -> int:
    """Give how many columns or rows a cell covers; a browser takes no more than 1000 either."""
    said = element.get(name, "").strip()
    number = int(said) if said.isascii() and said.isdigit() and len(said) < len("10000") else 1
    return max(1, min(number, _MOST_SPANNED))
