"""Opening a document as running text, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from attrs import evolve

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.texts.encodings import is_legacy
from dantoc_policy.interfaces.texts.plain import read_plain
from dantoc_policy.interfaces.texts.text_file import TextFile

Format = Literal["docx", "pdf", "html", "plain"]

FORMATS: Mapping[str, Format] = {
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "plain",
    ".markdown": "plain",
    ".txt": "plain",
}
_OF_WORD = frozenset({".doc", ".docm", ".dot", ".dotx", ".rtf", ".odt", ".wps"})


def read_text(path: str | Path) -> TextFile:
    """Read a .docx, .pdf, .html, .md or .txt file.

    Raises `InputError` where the file cannot be used, `MissingExtraError` where the package for
    its format is missing.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "to-trinh.txt"
    ...     _ = path.write_text("Căn cứ Quyết định số 1719/QĐ-TTg", encoding="utf-8")
    ...     file = read_text(path)
    >>> file.text[7:], str(file.place_at(7))
    ('Quyết định số 1719/QĐ-TTg', 'dòng 1')
    """
    found = Path(path)
    form = format_of(found)
    if not found.exists():
        raise unusable(found, "text.no_file", "không có tệp này.", "there is no such file.")
    if not found.is_file():
        raise unusable(found, "text.not_a_file", "đây không phải một tệp.", "this is no file.")
    try:
        file = _read(found, form)
    except PermissionError:
        raise unusable(
            found,
            "text.not_permitted",
            "không có quyền đọc tệp này.",
            "this file may not be read.",
        ) from None
    if not file.text.strip():
        return evolve(file, notes=(*file.notes, _empty_note(found)))
    if is_legacy(file.text):
        return evolve(file, notes=(*file.notes, _legacy_note(found)))
    return file


def format_of(path: Path) -> Format:
    """Tell the format of a document from its name; raises `InputError` for another one.

    >>> format_of(Path("BÁO CÁO.DOCX"))
    'docx'
    """
    suffix = path.suffix.casefold()
    if form := FORMATS.get(suffix):
        return form
    mend = (
        ("Mở bằng Word rồi lưu lại thành .docx.", "Open it in Word and save it as .docx.")
        if suffix in _OF_WORD
        else ("Dùng .docx, .pdf, .html, .md hoặc .txt.", "Use .docx, .pdf, .html, .md or .txt.")
    )
    raise InputError.of(
        "text.unknown_format",
        place=path.name,
        vi=f"không đọc được văn bản từ định dạng “{path.suffix}”.",
        en=f"text cannot be read from the format “{path.suffix}”.",
        mend_vi=mend[0],
        mend_en=mend[1],
    )


def _read(path: Path, form: Format) -> TextFile:
    if form == "docx":
        from dantoc_policy.interfaces.texts.docx import read_docx

        return read_docx(path)
    if form == "pdf":
        from dantoc_policy.interfaces.texts.pdf import read_pdf

        return read_pdf(path)
    if form == "html":
        from dantoc_policy.interfaces.texts.html import read_html

        return read_html(path)
    return read_plain(path)


def _empty_note(path: Path) -> Problem:
    return Problem(
        code="text.empty",
        severity="warning",
        place=path.name,
        vi="tệp không có chữ nào.",
        en="there is no text in the file.",
        mend_vi="Nếu tệp chỉ có ảnh chụp, nhận dạng chữ (OCR) trước.",
        mend_en="If it has pictures of text, run OCR first.",
    )


def _legacy_note(path: Path) -> Problem:
    return Problem(
        code="text.legacy_font",
        severity="warning",
        place=path.name,
        vi="chữ có vẻ thuộc bảng mã cũ (TCVN3 hoặc VNI), không phải Unicode.",
        en="the letters seem to be of an old font encoding (TCVN3 or VNI), not Unicode.",
        mend_vi="Chuyển sang Unicode (chẳng hạn bằng UniKey), nếu không sẽ không tìm thấy gì.",
        mend_en="Convert it to Unicode (with UniKey, for example); else nothing will be found.",
    )
