"""The characters of a byte string: UTF-8 and UTF-16, and what older Vietnamese files are in."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from attrs import frozen

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.interfaces.files.table import unusable

CP1258 = "cp1258"
# The longer mark first: UTF-32 in little order begins like UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A web page may name one of these; what it says of Unicode is seen from the bytes themselves.
_DECLARED = re.compile(r"(?:windows-|cp)125\d|iso-8859-\d\d?|us-ascii", re.IGNORECASE)
_SAMPLE = 65_536
_WIDE_SHARE, _RARELY = 0.2, 0.2
# What no editor writes into a text; a few get there when Word's own characters are copied.
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f]")
_MOST_CONTROLS = 0.05
_VIETNAMESE = frozenset("đ") | {
    unicodedata.normalize("NFC", letter + tone)
    for letter in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
}
# Where TCVN3 keeps its letters a Unicode reader sees these signs, and Windows-1258 has its marks,
# which no consonant of Vietnamese bears.
_LEGACY_SIGNS = frozenset("®µ¸¶·¹¨¾¼½ª¬¤¡¢£¥¦\u0300\u0301\u0303\u0309\u0323")
_LAST_LATIN = "\u1eff"
_FEWEST = 8
_LEGACY_SHARE = 0.3


@frozen
class Decoded:
    """The text of some bytes, the encoding it was in, and the byte order mark it began with."""

    text: str
    encoding: str
    mark: bytes = b""
    guessed: bool = False

    def encode(self, text: str) -> bytes:
        """Write another text in the same way; in UTF-8 where the encoding lacks a character."""
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError:
            return text.encode("utf-8")


def decode(path: Path, data: bytes, declared: str = "") -> Decoded:
    r"""Give the characters of a file; raises `InputError` where it is no text that can be told.

    A byte order mark decides; then UTF-16 shows by its zero bytes, UTF-8 by being valid. Other
    bytes are what the file itself `declared`, or Windows-1258 if that gives Vietnamese.

    >>> decode(Path("a.txt"), "Số: 1719/QĐ-TTg".encode("utf-16")).encoding
    'utf-16-le'
    >>> decode(Path("a.txt"), b"Qu\xfd\xea\xec n\xe0y").guessed
    True
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(path, data[len(mark) :], encoding, mark)
    if wide := _wide(data):
        return _strict(path, data, wide)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _narrow(path, data, declared)
    return _text(path, Decoded(text, "utf-8"))


def guessed_note(path: Path) -> Problem:
    """Say that a text was taken for Windows-1258."""
    return Problem(
        code="text.guessed_encoding",
        severity="note",
        place=path.name,
        vi="tệp không phải UTF-8; đã đọc theo bảng mã Windows-1258.",
        en="the file is not UTF-8; it was read as Windows-1258.",
        mend_vi="Nếu chữ hiển thị sai, lưu lại tệp theo mã UTF-8.",
        mend_en="If its letters are wrong, save the file as UTF-8.",
    )


def is_legacy(text: str) -> bool:
    """Whether a text looks like Vietnamese of a font encoding (TCVN3, VNI) read as Unicode.

    >>> is_legacy("QuyÕt ®Þnh sè 135/1998/Q§-TTg cña Thñ t­íng ChÝnh phñ")
    True
    >>> is_legacy("Quyết định số 135/1998/QĐ-TTg của Thủ tướng Chính phủ")
    False
    """
    sample = unicodedata.normalize("NFC", text[:_SAMPLE]).casefold()
    special = [sign for sign in sample if sign > "\x7f" and not _is_neutral(sign)]
    odd = sum(sign not in _VIETNAMESE for sign in special)
    return len(special) >= _FEWEST and odd > _LEGACY_SHARE * len(special)


def _is_neutral(sign: str) -> bool:
    """Whether a character says nothing of the encoding: punctuation, a far script."""
    return sign not in _LEGACY_SIGNS and (not sign.isalpha() or sign > _LAST_LATIN)


def _wide(data: bytes) -> str:
    """Tell UTF-16 without a mark by the zero bytes that its spaces and plain letters have."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if not half or len(data) % 2:
        return ""
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    # A combining grave has a zero byte too, on the other side; it is much rarer than a space.
    if second > _WIDE_SHARE * half and first < _RARELY * second:
        return "utf-16-le"
    return "utf-16-be" if first > _WIDE_SHARE * half and second < _RARELY * first else ""


def _strict(path: Path, data: bytes, encoding: str, mark: bytes = b"") -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise _binary(path) from None
    return _text(path, Decoded(text, encoding, mark))


def _narrow(path: Path, data: bytes, declared: str) -> Decoded:
    if _DECLARED.fullmatch(declared):
        try:
            return _text(path, Decoded(data.decode(declared), declared))
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        text = data.decode(CP1258)
    except UnicodeDecodeError:
        # A byte that the code page lacks: of another one, or of no text at all.
        _text(path, Decoded(data.decode("latin-1"), "latin-1"))
        raise _unknown(path) from None
    found = _text(path, Decoded(text, CP1258, guessed=True))
    if is_legacy(text):
        raise _unknown(path)
    return found


def _text(path: Path, decoded: Decoded) -> Decoded:
    sample = decoded.text[:_SAMPLE]
    if "\0" in decoded.text or len(_CONTROL.findall(sample)) > _MOST_CONTROLS * len(sample):
        raise _binary(path)
    return decoded


def _binary(path: Path) -> InputError:
    return unusable(
        path,
        "text.unreadable",
        "đây không phải tệp văn bản (hỏng hoặc đổi đuôi từ định dạng khác).",
        "this is no text file (broken, or of another format).",
        "Mở bằng chương trình đã tạo ra tệp rồi lưu lại.",
        "Open it in the program that made it and save it again.",
    )


def _unknown(path: Path) -> InputError:
    return unusable(
        path,
        "text.encoding",
        "không rõ bảng mã của tệp (có thể là TCVN3 hoặc VNI).",
        "the encoding of the file cannot be told (it may be TCVN3 or VNI).",
        "Chuyển sang Unicode (chẳng hạn bằng UniKey) rồi lưu theo mã UTF-8.",
        "Convert it to Unicode (with UniKey, for example) and save it as UTF-8.",
    )
