from __future__ import annotations

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.texts.read_text import read_text

LETTERS = "ăâđêôơư ĂÂĐÊÔƠƯ ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ýỳỷỹỵ ÍÌỈĨỊ"
DECISION = "Căn cứ Quyết định số 1719/QĐ-TTg ngày 14/10/2021"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_lines_and_pages(pdf, form):
    lines = [unicodedata.normalize(form, line) for line in (DECISION, LETTERS, "Điều 1. Phạm vi")]
    file = read_text(pdf(lines[:2], lines[2:]))
    assert file.text == "\n".join(lines)
    assert [str(part.place) for part in file.parts] == [
        "trang 1, dòng 1",
        "trang 1, dòng 2",
        "trang 2, dòng 1",
    ]
    assert file.place_at(file.text.index("1719")).get("en") == "page 1, line 1"
    assert not file.notes


def test_a_hyphen_that_ends_a_line_stays_with_its_break(pdf):
    lines = [
        "số 39/2021/QĐ-",
        "TTg, số 1719/QĐ",
        "-TTg, số 88/2019/",
        "QH14, số 33/2020/QĐ\u2011",
        "TTg",
    ]
    file = read_text(pdf(lines))
    assert file.lines == tuple(lines)
    assert str(file.place_at(file.text.index("QH14"))) == "trang 1, dòng 4"


def test_a_scan_is_said_to_be_one(pdf):
    with pytest.raises(InputError) as raised:
        read_text(pdf("scan", "scan"))
    assert raised.value.code == "text.scanned"
    assert "OCR" in raised.value.message("vi")
    assert "2 trang" in raised.value.message("vi")


def test_letters_drawn_as_curves_are_no_text_either(pdf):
    with pytest.raises(InputError) as raised:
        read_text(pdf("curves"))
    assert raised.value.code == "text.scanned"


def test_pages_that_are_pictures_are_named(pdf):
    file = read_text(pdf([DECISION], "scan", "", "frame", "scan"))
    assert file.text == DECISION
    assert [note.code for note in file.notes] == ["text.pages_without_text"]
    assert "2, 5" in file.notes[0].message("vi")


def test_a_blank_pdf_is_an_empty_text(pdf):
    file = read_text(pdf("", "frame"))
    assert (file.text, str(file.place_at(0))) == ("", "trang 1")
    assert [note.code for note in file.notes] == ["text.empty"]


def test_an_encrypted_pdf(pdf):
    with pytest.raises(InputError) as raised:
        read_text(pdf([DECISION], key="bí mật"))
    assert raised.value.code == "text.encrypted"


@pytest.mark.parametrize("keep", [0, 5, 200])
def test_a_broken_pdf(pdf, keep):
    path = pdf([DECISION])
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(InputError) as raised:
        read_text(path)
    assert raised.value.code == "text.unreadable"


def test_several_threads_may_read(pdf):
    path = pdf(*[[DECISION]] * 5)
    with ThreadPoolExecutor(4) as threads:
        texts = list(threads.map(lambda _: read_text(path).text, range(20)))
    assert set(texts) == {"\n".join([DECISION] * 5)}
