"""A Word file opened: the roots of its parts, and its stories in the order of reading.

A story is a chain of blocks (paragraphs and tables) that Word keeps apart from the others: a
header, the body, one footnote.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from dantoc_policy.errors import InputError, MissingExtraError
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.texts.place import Area

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Where a reference to a note is none that a reader sees.
_NOT_READ = (f"{W}del", f"{W}moveFrom", f"{MC}Fallback")


@frozen
class Story:
    """One story: what it is, its number where there are several, its blocks, its part's name."""

    area: Area
    number: int | None
    element: Any
    part: str


@frozen
class DocxPackage:
    """An opened Word file: `roots` gives the XML of each part that has stories, by its name."""

    document: Any
    roots: dict[str, Any]

    def stories(self) -> Iterator[Story]:
        """Give headers, body, footnotes, endnotes and footers, each once, in this order.

        A header or footer that no page shows (a first page's where the first page has none of
        its own) is left out, and so is a note that nothing refers to. Notes are numbered in the
        order in which the text refers to them.
        """
        yield from self._furniture("header")
        body = Story("body", None, self.document.element.body, str(self.document.part.partname))
        self.roots[body.part] = self.document.element
        yield body
        yield from self._notes("footnote", body)
        yield from self._notes("endnote", body)
        yield from self._furniture("footer")

    def _furniture(self, area: Area) -> Iterator[Story]:
        """Give what stands above or below the pages, section by section."""
        seen: set[str] = set()
        sections = list(self.document.sections)
        even = self.document.settings.odd_and_even_pages_header_footer
        for number, section in enumerate(sections, 1):
            kinds: list[str] = [area]
            if section.different_first_page_header_footer:
                kinds.insert(0, f"first_page_{area}")
            if even:
                kinds.append(f"even_page_{area}")
            for kind in kinds:
                found = getattr(section, kind)
                if found.is_linked_to_previous or (name := str(found.part.partname)) in seen:
                    continue
                seen.add(name)
                self.roots[name] = found.part.element
                several = number if len(sections) > 1 else None
                yield Story(area, several, found.part.element, name)

    def _notes(self, area: Area, body: Story) -> Iterator[Story]:
        """Give the notes of a kind that the body refers to."""
        from docx.oxml.parser import parse_xml

        related = [
            relation.target_part
            for relation in self.document.part.rels.values()
            if not relation.is_external and relation.reltype.endswith(f"/{area}s")
        ]
        if not related:
            return
        name = str(related[0].partname)
        root = self.roots[name] = parse_xml(related[0].blob)
        notes = {note.get(f"{W}id"): note for note in root.iterchildren(f"{W}{area}")}
        wanted = dict.fromkeys(
            reference.get(f"{W}id")
            for reference in body.element.iter(f"{W}{area}Reference")
            if not any(True for _ in reference.iterancestors(*_NOT_READ))
        )
        found = [notes[key] for key in wanted if key in notes]
        for number, note in enumerate(found, 1):
            yield Story(area, number, note, name)


def open_docx(path: Path) -> DocxPackage:
    """Open a Word file; raises `InputError` for an encrypted or a broken one.

    Raises `MissingExtraError` without python-docx.
    """
    try:
        from docx import Document
    except ModuleNotFoundError as error:
        raise MissingExtraError.for_extra("texts", _package(error.name)) from None
    with path.open("rb") as file:
        if file.read(len(_COMPOUND_FILE)) == _COMPOUND_FILE:
            raise _not_a_package(path, is_encrypted=_ENCRYPTED in file.read())
    try:
        return DocxPackage(Document(str(path)), {})
    except Exception as error:
        raise broken(path) from error


def broken(path: Path) -> InputError:
    """Say that a Word file cannot be read."""
    return unusable(
        path,
        "text.unreadable",
        "không đọc được tệp Word (hỏng, tải về chưa xong, hoặc đổi đuôi từ định dạng khác).",
        "the Word file cannot be read (broken, cut off, or of another format).",
        "Mở bằng Word rồi lưu lại thành .docx.",
        "Open it in Word and save it as .docx.",
    )


def _not_a_package(path: Path, *, is_encrypted: bool) -> InputError:
    if not is_encrypted:
        return broken(path)
    return unusable(
        path,
        "text.encrypted",
        "tệp Word có mật khẩu.",
        "the Word file has a password.",
        "Mở bằng mật khẩu, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu) rồi lưu lại.",
        "Open it with its password, remove that (File > Info > Protect Document) and save.",
    )


def _package(module: str | None) -> str:
    return "lxml" if (module or "").startswith("lxml") else "python-docx"
