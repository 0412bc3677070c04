from __future__ import annotations

import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.texts.read_text import read_text


@pytest.fixture
def page(tmp_path):
    """Read a web page: its text and the places of its parts."""

    def read(source: str | bytes, encoding: str = "utf-8", name: str = "a.html"):
        path = tmp_path / name
        path.write_bytes(source if isinstance(source, bytes) else source.encode(encoding))
        return read_text(path)

    return read


def parts(file):
    return [(file.text[part.start : part.end], str(part.place)) for part in file.parts]


def test_what_a_browser_shows(page):
    file = page(
        """<!DOCTYPE html><html><head><title>Tiêu đề</title><style>p {}</style></head><body>
        <!-- ghi chú --><script>var so = "1/QĐ-TTg";</script>
        <p>Căn cứ   <b>Quyết định
        số</b> <a href="#">1719/QĐ</a>-<i>TTg</i>&nbsp;ngày<br>14/10/2021 </p>
        <div>Điều&#x20;1<p hidden>ẩn <b>hết</b></p><span>.</span><p></p> Phạm vi</div>
        <pre>một
  hai</pre></body></html>"""
    )
    assert parts(file) == [
        ("Căn cứ Quyết định số 1719/QĐ-TTg\u00a0ngày\n14/10/2021", "đoạn 1"),
        ("Điều 1.", "đoạn 2"),
        ("Phạm vi", "đoạn 3"),
        ("một\n  hai", "đoạn 4"),
    ]


def test_tables(page):
    file = page(
        "<p>trước<table><tr><th rowspan=2>A<th colspan=2>B<tr><td>C<td>D<p>E</p>"
        "<tr><td><table><tr><td>trong</table>sau<td colspan=x>F</table>cuối"
    )
    assert parts(file) == [
        ("trước", "đoạn 1"),
        ("A", "bảng 1, hàng 1, cột 1"),
        ("B", "bảng 1, hàng 1, cột 2"),
        ("C", "bảng 1, hàng 2, cột 2"),
        ("D", "bảng 1, hàng 2, cột 3"),
        ("E", "bảng 1, hàng 2, cột 3"),
        ("trong", "bảng 2, hàng 1, cột 1"),
        ("sau", "bảng 1, hàng 3, cột 1"),
        ("F", "bảng 1, hàng 3, cột 2"),
        ("cuối", "đoạn 2"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_whatever_the_page_declares(page, encoding):
    source = '<?xml version="1.0" encoding="x"?><meta charset="us-ascii"><p>số 1719/QĐ-TTg</p>'
    file = page(source, encoding, "a.htm")
    assert file.text == "số 1719/QĐ-TTg"
    assert not file.notes


def test_a_declared_code_page(page):
    head = b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>"
    assert page(head + b"<p>d\xe9cret n\xb0 1").text == "décret n° 1"
    # What is declared but cannot be is left for what can.
    wrong = b"<meta charset=us-ascii>"
    assert page(wrong + b"<p>Qu\xfd\xea\xec n\xe0y").notes[0].code == "text.guessed_encoding"
    guessed = page(b"<p>Qu\xfd\xea\xec n\xe0y l\xe0")
    assert [note.code for note in guessed.notes] == ["text.guessed_encoding"]


@pytest.mark.parametrize("source", ["", "  ", "<p></p>", "<!-- a -->", "<script>a</script>", "<"])
def test_pages_with_next_to_nothing(page, source):
    file = page(source)
    assert file.text in {"", "<"}
    assert str(file.place_at(0)) == "đoạn 1"


def test_cells_without_a_table_or_a_row(page):
    assert page("<td>a</td><tr><td>b</td></tr>").text.replace("\n", "") == "ab"
    assert parts(page("<table><td>a</table>")) == [("a", "bảng 1, hàng 1, cột 1")]


def test_a_deep_page_is_read_whole_or_not_at_all(page):
    assert page("<div>" * 1500 + "số 1/QĐ-TTg").text == "số 1/QĐ-TTg"
    with pytest.raises(InputError) as raised:
        page("<div>" * 3000 + "số 1/QĐ-TTg")
    assert raised.value.code == "text.unreadable"


def test_a_page_that_is_no_text(page):
    with pytest.raises(InputError) as raised:
        page(b"\x00\x01\x02\xff\xfe")
    assert raised.value.code == "text.unreadable"
