"""Corrected copies: spans of a text replaced, all other characters kept as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.texts.encodings import decode
from dantoc_policy.interfaces.texts.read_text import FORMATS, read_text

Replacement = tuple[int, int, str]


def replaced(text: str, replacements: Iterable[Replacement]) -> str:
    """Give a text in which each span (start, end) has its new text.

    >>> replaced("số 1719/QĐ- TTg ngày 14/10/21", [(8, 15, "QĐ-TTg"), (21, 29, "14/10/2021")])
    'số 1719/QĐ-TTg ngày 14/10/2021'
    """
    found: list[str] = []
    at = 0
    for start, end, new in in_order(replacements, len(text)):
        found += (text[at:start], new)
        at = end
    return "".join((*found, text[at:]))


def in_order(replacements: Iterable[Replacement], length: int) -> list[Replacement]:
    """Sort replacements by their spans; raises `InputError` where one is none or two overlap."""
    ordered = sorted(replacements, key=lambda item: item[:2])
    at = 0
    for start, end, _ in ordered:
        if not 0 <= start <= end <= length:
            raise InputError.of(
                "text.bad_span",
                vi=f"khoảng {start}-{end} không nằm trong văn bản dài {length} ký tự.",
                en=f"the span {start}-{end} is not of the text of {length} characters.",
            )
        if start < at:
            raise InputError.of(
                "text.overlapping_spans",
                vi=f"khoảng {start}-{end} chồng lên khoảng trước, kết thúc ở {at}.",
                en=f"the span {start}-{end} overlaps the one before it, which ends at {at}.",
                mend_vi="Sửa từng chỗ một.",
                mend_en="Correct one at a time.",
            )
        at = end
    return ordered


def replace_in_text(path: str | Path, out: str | Path, replacements: Sequence[Replacement]) -> None:
    """Write a corrected copy of a document's text as .txt or .md.

    Of a plain text or Markdown file the encoding, the byte order mark and the line ends are
    kept (UTF-8 is taken where the encoding lacks a new character); of any other document the
    text alone is written, in UTF-8. Raises `InputError` where `out` has another format: what is
    not text cannot be corrected in its own format.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path, out = Path(folder) / "a.txt", Path(folder) / "b.txt"
    ...     _ = path.write_text("số 1719/QĐ TTg", encoding="utf-8-sig")
    ...     replace_in_text(path, out, [(10, 11, "-")])
    ...     out.read_text(encoding="utf-8-sig")
    'số 1719/QĐ-TTg'
    """
    source, target = Path(path), Path(out)
    if FORMATS.get(target.suffix.casefold()) != "plain":
        raise only_as_text(source, target)
    text = read_text(source).text
    new = replaced(text, replacements)
    if FORMATS[source.suffix.casefold()] == "plain":
        data = decode(source, source.read_bytes()).encode(new)
    else:
        data = new.encode()
    write_bytes(target, data)


def only_as_text(source: Path, target: Path) -> InputError:
    """Say that the corrected text of a document is written as plain text only."""
    can_word = source.suffix.casefold() == ".docx"
    return unusable(
        target,
        "text.not_writable",
        f"không ghi được bản đã sửa của {source.name} theo định dạng “{target.suffix}”.",
        f"the corrected text of {source.name} cannot be written as “{target.suffix}”.",
        f"Ghi ra .txt hoặc .md{' hoặc .docx' if can_word else ''}.",
        f"Write .txt or .md{' or .docx' if can_word else ''}.",
    )


def write_bytes(target: Path, data: bytes) -> None:
    """Write a whole file; raises `InputError` where it cannot be written."""
    try:
        target.write_bytes(data)
    except OSError as error:
        raise unusable(
            target,
            "output.unwritable",
            f"không ghi được tệp ({error.strerror or error}).",
            f"the file cannot be written ({error.strerror or error}).",
        ) from None
