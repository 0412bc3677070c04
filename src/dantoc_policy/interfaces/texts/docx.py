"""Word files: their text in reading order, and corrected copies that keep all formatting."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.texts.docx_layout import (
    BOX,
    NO_BREAK_HYPHEN,
    Block,
    Layout,
    Piece,
    text_of,
)
from dantoc_policy.interfaces.texts.docx_package import (
    MC,
    DocxPackage,
    W,
    broken,
    open_docx,
)
from dantoc_policy.interfaces.texts.replace import (
    Replacement,
    in_order,
    only_as_text,
    replaced,
    write_bytes,
)
from dantoc_policy.interfaces.texts.text_file import TextFile

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ELEMENTS = {"\t": f"{W}tab", "\n": f"{W}br", NO_BREAK_HYPHEN: f"{W}noBreakHyphen"}
_TOKENS = re.compile(f"[\t\n{NO_BREAK_HYPHEN}]|[^\t\n{NO_BREAK_HYPHEN}]+")
# XML has no way to write these.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def read_docx(path: Path) -> TextFile:
    """Read a Word file: headers, body, footnotes, endnotes and footers, in this order.

    A part is a paragraph, and its text that of its runs: hyperlinks, content controls and tracked
    insertions are kept, tracked deletions are not; a tab, a line break and a non-breaking hyphen
    (U+2011) are one character each. A table is read row by row, each paragraph of a cell on its
    own line; cells that were merged are read once. A text box follows the paragraph that it is
    anchored in. Numbers that Word itself puts before a list or a heading are no text of a run.

    Raises `InputError` for an encrypted or a broken file, `MissingExtraError` without python-docx.
    """
    return _lay_out(path)[1].file(path)


def replace_in_docx(path: str | Path, out: str | Path, replacements: Sequence[Replacement]) -> None:
    """Write a copy of a Word file in which spans of its text are replaced, formatting kept.

    Spans are those of `read_docx`. A span over several runs puts its new text into the first of
    them; nothing else of the file changes. Raises `InputError` where a span goes beyond its
    paragraph, is none of the text, or overlaps another.
    """
    source, target = Path(path), Path(out)
    if target.suffix.casefold() != ".docx":
        raise only_as_text(source, target)
    package, layout = _lay_out(source)
    touched = _edit(layout, in_order(replacements, layout.gatherer.length))
    write_bytes(target, _packed(source, package, touched))


def _lay_out(path: Path) -> tuple[DocxPackage, Layout]:
    package = open_docx(path)
    try:
        return package, Layout.of(package)
    except Exception as error:  # whatever a made-up package holds
        raise broken(path) from error


def _edit(layout: Layout, replacements: Iterable[Replacement]) -> set[str]:
    """Carry replacements out in the XML; give the names of the file parts that changed."""
    starts = [piece.start for piece in layout.pieces]
    ends = [piece.end for piece in layout.pieces]
    edits: defaultdict[int, list[Replacement]] = defaultdict(list)
    touched: set[str] = set()
    for start, end, text in replacements:
        new = _writable(text)
        if start == end:
            # Behind what stands there, as when one types.
            first = bisect_left(ends, start)
            after = first + 1
            if first == len(starts) or starts[first] > start:
                touched.add(_begin(_empty_block(layout, start), new))
                continue
        else:
            first, after = bisect_right(ends, start), bisect_left(starts, end)
            covered = layout.pieces[first:after]
            if sum(min(end, it.end) - max(start, it.start) for it in covered) < end - start:
                raise _over_paragraphs(start, end)
        for at in range(first, after):
            low, high = starts[at], ends[at]
            edits[at].append((max(start, low) - low, min(end, high) - low, new))
            new = ""
    for at, own in edits.items():
        piece = layout.pieces[at]
        _rewrite(piece, replaced(text_of(piece.element), own))
        touched.add(piece.part)
    return touched


def _rewrite(piece: Piece, text: str) -> None:
    """Let an element inside a run say another text."""
    element, was = piece.element, text_of(piece.element)
    box = _twin_of_box(element)
    if element.tag != f"{W}t" and was in text:
        # A break or a symbol that stays keeps what it is; something was put beside it.
        before, _, after = text.partition(was)
        for new in _elements(element, before):
            element.addprevious(new)
        for new in reversed(_elements(element, after)):
            element.addnext(new)
    else:
        for new in _elements(element, text):
            element.addprevious(new)
        element.getparent().remove(element)
    if box is not None:
        _renew_twin(*box)


def _elements(near: Any, text: str) -> list[Any]:
    """Give the elements that say a text inside a run."""
    found = []
    for token in _TOKENS.findall(text):
        tag = _ELEMENTS.get(token)
        new = near.makeelement(tag or f"{W}t")
        if tag is None:
            new.text = token
            new.set(_SPACE, "preserve")
        found.append(new)
    return found


def _empty_block(layout: Layout, offset: int) -> Block:
    """Give the empty paragraph at an offset; a document may have none at all."""
    starts = [part.start for part in layout.gatherer.parts]
    if not starts:
        raise _over_paragraphs(offset, offset)
    return layout.blocks[bisect_right(starts, offset) - 1]


def _begin(block: Block, text: str) -> str:
    """Put the first text into a paragraph that has none; give its file part's name."""
    run = block.element.makeelement(f"{W}r")
    block.element.append(run)
    run.extend(_elements(run, text))
    return block.part


def _twin_of_box(element: Any) -> tuple[Any, Any] | None:
    """Give the text box that an element is in and the same box in its older form, if any."""
    box = next(element.iterancestors(BOX), None)
    around = None if box is None else next(box.iterancestors(f"{MC}AlternateContent"), None)
    if around is None:
        return None
    newer, older = (
        [found for form in around.iterchildren(f"{MC}{name}") for found in form.iter(BOX)]
        for name in ("Choice", "Fallback")
    )
    return (box, older[newer.index(box)]) if box in newer and len(newer) == len(older) else None


def _renew_twin(box: Any, twin: Any) -> None:
    twin[:] = [deepcopy(child) for child in box]


def _packed(source: Path, package: DocxPackage, touched: set[str]) -> bytes:
    """Give the bytes of the file with the touched parts written anew, all others as they were."""
    from docx.opc.oxml import serialize_part_xml

    data = BytesIO()
    with ZipFile(source) as old, ZipFile(data, "w") as new:
        for entry in old.infolist():
            name = f"/{entry.filename}"
            changed = name in touched
            content = serialize_part_xml(package.roots[name]) if changed else old.read(entry)
            new.writestr(entry, content)
    return data.getvalue()


def _writable(text: str) -> str:
    """Give a new text with line feeds as its line ends; raises `InputError` for a control sign."""
    found = re.sub(r"\r\n?", "\n", text)
    if _FORBIDDEN.search(found):
        raise InputError.of(
            "text.control_character",
            vi=f"chữ thay thế {text!r} có ký tự điều khiển mà tệp Word không ghi được.",
            en=f"the new text {text!r} has a control character, which Word cannot keep.",
        )
    return found


def _over_paragraphs(start: int, end: int) -> InputError:
    return InputError.of(
        "text.span_over_paragraphs",
        vi=f"khoảng {start}-{end} vượt quá một đoạn (hoặc một ô) của tệp Word.",
        en=f"the span {start}-{end} goes beyond one paragraph (or cell) of the Word file.",
        mend_vi="Sửa riêng từng đoạn.",
        mend_en="Correct each paragraph by itself.",
    )
