from __future__ import annotations

import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.texts.encodings import decode
from dantoc_policy.interfaces.texts.plain import LineParts
from dantoc_policy.interfaces.texts.read_text import read_text
from dantoc_policy.interfaces.texts.text_file import LINE_END

TEXT = "Căn cứ Quyết định số 1719/QĐ-TTg\r\n\r\nngày 14/10/2021 của Thủ tướng Chính phủ;\n"
TCVN3 = (
    "C¨n cø QuyÕt ®Þnh sè 135/1998/Q§-TTg cña Thñ t­íng ChÝnh phñ vÒ viÖc phª duyÖt "
    "Ch­¬ng tr×nh ph¸t triÓn kinh tÕ - x· héi c¸c x· ®Æc biÖt khã kh¨n"
)
VNI = (
    "Quyeát ñònh soá 135/1998/QÑ-TTg cuûa Thuû töôùng Chính phuû veà vieäc pheâ duyeät Chöông "
    "trình phaùt trieån kinh teá - xaõ hoäi caùc xaõ ñaëc bieät khoù khaên mieàn nuùi"
)


@pytest.fixture
def note(tmp_path):
    def write(data: bytes, name: str = "a.txt"):
        path = tmp_path / name
        path.write_bytes(data)
        return read_text(path)

    return write


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_of_every_kind_is_given_as_it_is(note, encoding, form):
    text = unicodedata.normalize(form, TEXT)
    file = note(text.encode(encoding))
    assert file.text == text
    assert not file.notes


def test_windows_1258_is_read_and_said(note):
    data = b"".join(encoded_1258(sign) for sign in unicodedata.normalize("NFC", TEXT))
    file = note(data)
    assert unicodedata.normalize("NFC", file.text) == unicodedata.normalize("NFC", TEXT)
    assert [problem.code for problem in file.notes] == ["text.guessed_encoding"]


def encoded_1258(sign: str) -> bytes:
    """Encode a letter as an editor does: the letter of the code page, then its tone."""
    try:
        return sign.encode("cp1258")
    except UnicodeEncodeError:
        base, *marks = unicodedata.normalize("NFD", sign)
        tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
        own = [mark for mark in marks if mark not in tones]
        letter = unicodedata.normalize("NFC", base + "".join(own))
        return (letter + "".join(tones)).encode("cp1258")


@pytest.mark.parametrize("text", [TCVN3, VNI])
def test_bytes_of_a_font_encoding_are_not_taken_for_text(note, text):
    with pytest.raises(InputError) as raised:
        note(text.encode("latin-1"))
    assert raised.value.code == "text.encoding"


@pytest.mark.parametrize("text", [TCVN3, VNI])
def test_letters_of_a_font_encoding_are_said(note, text):
    assert [problem.code for problem in note(text.encode()).notes] == ["text.legacy_font"]


def test_peoples_names_are_no_font_encoding(note):
    names = "Ê Đê, Ƀuôn Ma Thuột, Čư M'gar, Krông Ana, Ŏ, Giẻ-Triêng, Hrê, Cơ-ho, Bhnong"
    assert not note(names.encode()).notes


@pytest.mark.parametrize("data", [b"\x00\x01\x02\xff", b"\xff\xfea", b"MZ\x90\x00\x03\x00\x00"])
def test_what_is_no_text(note, data):
    with pytest.raises(InputError) as raised:
        note(data)
    assert raised.value.code == "text.unreadable"


def test_stray_control_characters_are_kept(note):
    text = "Căn cứ Quyết định số 1719/QĐ\x1eTTg ngày 14/10/2021 của Thủ tướng Chính phủ\x07\x0c" * 3
    assert note(text.encode()).text == text


def test_markdown_is_kept_as_it_is(note):
    file = note("# Căn cứ\n\n| **1719/QĐ-TTg** |\n".encode(), "a.MD")
    assert file.text == "# Căn cứ\n\n| **1719/QĐ-TTg** |\n"
    assert str(file.place_at(file.text.index("1719"))) == "dòng 3"


def test_an_empty_file(note):
    file = note(b"")
    assert (file.text, str(file.place_at(0)), file.lines) == ("", "dòng 1", ("",))


@settings(deadline=None)
@given(st.text(alphabet="aế\u0301\r\n\x0b\u2028 ", max_size=40))
def test_lines_cover_the_text(text):
    parts = LineParts(text)
    assert [text[part.start : part.end] for part in parts] == LINE_END.split(text)
    assert [part.place.line for part in parts] == list(range(1, len(parts) + 1))
    assert parts[-1] == parts[len(parts) - 1]
    assert parts[:2] == tuple(parts)[:2]


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_bytes_are_text_or_an_error(data):
    with suppress(InputError):
        decoded = decode(Path("a.txt"), data)
        assert decoded.encode(decoded.text) == data
