"""PDF with a text layer: page by page and line by line, as pdfium reads it."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import Any

from attrs import frozen

from dantoc_policy.errors import InputError, MissingExtraError, Problem
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.texts.gather import Gatherer
from dantoc_policy.interfaces.texts.place import Place
from dantoc_policy.interfaces.texts.text_file import LINE_END, TextFile

# What pdfium puts for a hyphen that ends a line: the mark was printed, and so was the break.
_HYPHEN_AT_LINE_END = "\ufffe"
_PASSWORD_WANTED, _SECURITY_UNKNOWN = 4, 5
_SHOWN_PAGES = 12
# Frames and rules of an empty form; letters drawn as curves are many more.
_MOST_RULES = 100
# Pdfium keeps state of its own; two threads in it at once would bring the process down.
_ONE_AT_A_TIME = Lock()


@frozen
class _Page:
    """A page: the lines of its text, and whether it has none but shows something."""

    lines: tuple[str, ...]
    is_picture: bool


def read_pdf(path: Path) -> TextFile:
    """Read the text layer of a PDF; a part is a line of a page, counted from its top.

    Raises `InputError` for a scanned, encrypted or broken file, `MissingExtraError` without
    pypdfium2. Pages of a readable file that are pictures only are named in its notes.
    """
    try:
        import pypdfium2
    except ModuleNotFoundError:
        raise MissingExtraError.for_extra("texts", "pypdfium2") from None
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(path)
            try:
                pages = [_page(page) for page in document]
            finally:
                document.close()
        except pypdfium2.PdfiumError as error:
            raise _unusable(path, error.err_code) from None
    return _file(path, pages)


def _page(page: Any) -> _Page:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range().replace(_HYPHEN_AT_LINE_END, "-\n").replace("\0", "")
        lines = tuple(LINE_END.split(text)) if text.strip() else ()
        return _Page(lines, is_picture=not lines and _shows_something(page))
    finally:
        textpage.close()
        page.close()


def _shows_something(page: Any) -> bool:
    """Whether a page has an image, or so many drawn lines that they may be letters."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH

    paths = 0
    for item in page.get_objects(filter=(FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH)):
        paths += item.type == FPDF_PAGEOBJ_PATH
        if item.type == FPDF_PAGEOBJ_IMAGE or paths > _MOST_RULES:
            return True
    return False


def _file(path: Path, pages: list[_Page]) -> TextFile:
    pictures = [number for number, page in enumerate(pages, 1) if page.is_picture]
    if pictures and not any(page.lines for page in pages):
        raise unusable(
            path,
            "text.scanned",
            f"tệp PDF chỉ có hình ({len(pages)} trang), không có lớp chữ: đây là bản quét.",
            f"the PDF has pictures only ({len(pages)} pages) and no text layer: it is a scan.",
            "Nhận dạng chữ (OCR) trước, hoặc dùng bản Word hay bản PDF xuất từ Word.",
            "Run OCR on it first, or use the Word file or a PDF exported from it.",
        )
    gatherer = Gatherer()
    for number, page in enumerate(pages, 1):
        for line, text in enumerate(page.lines, 1):
            gatherer.add([text], Place(page=number, line=line))
    if not gatherer.parts:
        gatherer.add([], Place(page=1))
    return gatherer.file(path, (_pictures_note(path, pictures),) if pictures else ())


def _pictures_note(path: Path, pages: list[int]) -> Problem:
    shown = ", ".join(map(str, pages[:_SHOWN_PAGES])) + ("…" if len(pages) > _SHOWN_PAGES else "")
    return Problem(
        code="text.pages_without_text",
        severity="warning",
        place=path.name,
        vi=f"trang {shown} chỉ có hình, không đọc được chữ.",
        en=f"page {shown} has pictures only; its text is not read.",
        mend_vi="Nhận dạng chữ (OCR) các trang này.",
        mend_en="Run OCR on such pages.",
    )


def _unusable(path: Path, code: int | None) -> InputError:
    if code in {_PASSWORD_WANTED, _SECURITY_UNKNOWN}:
        return unusable(
            path,
            "text.encrypted",
            "tệp PDF có mật khẩu.",
            "the PDF has a password.",
            "Mở bằng mật khẩu rồi lưu (in) ra bản không có mật khẩu.",
            "Open it with its password and save (print) it without one.",
        )
    return unusable(
        path,
        "text.unreadable",
        "không đọc được tệp PDF (hỏng, tải về chưa xong, hoặc đổi đuôi từ định dạng khác).",
        "the PDF cannot be read (broken, cut off, or of another format).",
        "Tải lại hoặc xuất lại tệp.",
        "Download or export it again.",
    )
