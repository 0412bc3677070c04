from __future__ import annotations

from zipfile import ZipFile

import docx
import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.texts.docx import replace_in_docx
from dantoc_policy.interfaces.texts.read_text import read_text
from dantoc_policy.interfaces.texts.replace import replace_in_text, replaced

NO_BREAK_HYPHEN = "\u2011"


def span(path, old: str, new: str) -> tuple[int, int, str]:
    start = read_text(path).text.index(old)
    return start, start + len(old), new


def test_a_span_over_runs_goes_into_the_first_with_its_formatting(report, tmp_path):
    out = tmp_path / "b.docx"
    replace_in_docx(report, out, [span(report, "1719/QĐ-TTg", "39/2021/QĐ-TTg")])
    runs = docx.Document(str(out)).paragraphs[0].runs
    assert [(run.text, run.bold, run.italic) for run in runs[:3]] == [
        ("Căn cứ Quyết định số ", None, None),
        ("39/2021/QĐ-TTg", True, None),
        ("", None, True),
    ]


def test_headers_cells_notes_and_footers_are_mended_too(report, tmp_path):
    out = tmp_path / "b.docx"
    wanted = [
        span(report, "ỦY BAN", "BỘ"),
        span(report, "Hòa Vang", "Hoà Vang"),
        span(report, "88/2019/QH14", "120/2020/QH14"),
        span(report, "Hết", "Xong"),
        span(report, "VT", "VT, CSDT"),
    ]
    replace_in_docx(report, str(out), wanted)
    assert read_text(out).text == replaced(read_text(report).text, wanted)


def test_what_was_not_touched_keeps_its_bytes(report, tmp_path):
    out = tmp_path / "b.docx"
    replace_in_docx(report, out, [span(report, "88/2019/QH14", "120/2020/QH14")])
    with ZipFile(report) as old, ZipFile(out) as new:
        assert new.testzip() is None
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["word/footnotes.xml"]


def test_a_file_may_be_mended_in_place(report):
    replace_in_docx(report, report, [span(report, "1719", "1720")])
    assert "1720/QĐ-TTg" in read_text(report).text


def test_tabs_breaks_and_hyphens_are_written_as_word_has_them(blank, save, tmp_path):
    blank.add_paragraph("số 1 QĐ")
    path, out = save(blank), tmp_path / "b.docx"
    replace_in_docx(path, out, [(4, 5, NO_BREAK_HYPHEN), (7, 7, "\tngày\r\n")])
    assert read_text(out).text == f"số 1{NO_BREAK_HYPHEN}QĐ\tngày\n"
    with ZipFile(out) as new:
        xml = new.read("word/document.xml").decode()
    assert all(f"<w:{tag}/>" in xml for tag in ("noBreakHyphen", "tab", "br"))


def test_text_beside_a_page_break_leaves_it_one(blank, save, tmp_path):
    blank.add_paragraph().add_run().add_break(docx.enum.text.WD_BREAK.PAGE)
    path, out = save(blank), tmp_path / "b.docx"
    replace_in_docx(path, out, [(0, 0, "trước"), (1, 1, "sau")])
    assert read_text(out).text == "trước\nsau"
    with ZipFile(out) as new:
        assert '<w:br w:type="page"/>' in new.read("word/document.xml").decode()


def test_text_for_an_empty_paragraph(blank, save, tmp_path):
    blank.add_paragraph("a")
    blank.add_paragraph()
    path, out = save(blank), tmp_path / "b.docx"
    replace_in_docx(path, out, [(2, 2, "b")])
    assert read_text(out).text == "a\nb"


def test_a_document_without_a_paragraph_takes_no_text(blank, save, tmp_path):
    with pytest.raises(InputError) as raised:
        replace_in_docx(save(blank), tmp_path / "b.docx", [(0, 0, "a")])
    assert raised.value.code == "text.span_over_paragraphs"


def test_a_text_box_of_the_older_form_alone(blank, save, add_xml, tmp_path):
    content = "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>"
    old = f"<w:pict><v:textbox>{content}</v:textbox></w:pict>"
    add_xml(
        f"<w:p><w:r>{old}</w:r><w:r><mc:AlternateContent><mc:Fallback>{old}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    path, out = save(blank), tmp_path / "b.docx"
    text = read_text(path).text
    replace_in_docx(path, out, [(at, at + 4, "ÁN") for at in (4, 12)])
    assert (text, read_text(out).text) == ("\nDỰ THẢO\nDỰ THẢO", "\nDỰ ÁN\nDỰ ÁN")


def test_both_forms_of_a_text_box_are_mended(blank, save, add_xml, tmp_path):
    content = "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>"
    add_xml(
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    path, out = save(blank), tmp_path / "b.docx"
    replace_in_docx(path, out, [span(path, "THẢO", "ÁN")])
    with ZipFile(out) as new:
        assert new.read("word/document.xml").decode().count(">DỰ ÁN<") == 2


@pytest.mark.parametrize(
    ("replacements", "code"),
    [
        ([(0, 10_000, "")], "text.bad_span"),
        ([(-1, 1, "")], "text.bad_span"),
        ([(5, 4, "")], "text.bad_span"),
        ([(0, 3, ""), (2, 4, "")], "text.overlapping_spans"),
        ([(0, 16, "")], "text.span_over_paragraphs"),
        ([(14, 15, "")], "text.span_over_paragraphs"),
        ([(0, 1, "\x07")], "text.control_character"),
    ],
)
def test_replacements_that_cannot_be(report, tmp_path, replacements, code):
    out = tmp_path / "b.docx"
    with pytest.raises(InputError) as raised:
        replace_in_docx(report, out, replacements)
    assert raised.value.code == code
    assert not out.exists()


# --- plain text ---------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encoding_mark_and_line_ends_are_kept(tmp_path, encoding):
    path, out = tmp_path / "a.md", tmp_path / "b.md"
    path.write_bytes("# Số\r\n1719/QĐ TTg\r\n".encode(encoding))
    replace_in_text(path, out, [span(path, " TTg", "-TTg")])
    assert out.read_bytes() == "# Số\r\n1719/QĐ-TTg\r\n".encode(encoding)


def test_what_the_old_code_page_lacks_is_written_in_utf8(tmp_path):
    path, out = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_bytes(b"Qu\xfd\xea\xec n\xe0y")
    replace_in_text(path, out, [(0, 0, "✓ ")])
    assert out.read_text(encoding="utf-8").startswith("✓ Q")


def test_other_documents_are_written_as_text_only(pdf, report, tmp_path):
    path, out = pdf(["số 1719/QĐ TTg"]), tmp_path / "b.txt"
    replace_in_text(path, out, [span(path, " TTg", "-TTg")])
    assert out.read_text(encoding="utf-8") == "số 1719/QĐ-TTg"
    replace_in_text(report, out, [])
    assert out.read_bytes().decode() == read_text(report).text
    for target in ("b.pdf", "b.docx", "b"):
        with pytest.raises(InputError) as raised:
            replace_in_text(path, tmp_path / target, [])
        assert raised.value.code == "text.not_writable"
        assert ".txt" in raised.value.message("vi")
        assert "hoặc .docx" not in raised.value.message("vi")
    with pytest.raises(InputError, match=r"or \.docx"):
        replace_in_docx(report, tmp_path / "b.pdf", [])


def test_a_place_that_cannot_be_written(report, tmp_path):
    for out in (tmp_path / "none" / "b.docx", tmp_path / "none" / "b.txt"):
        write = replace_in_docx if out.suffix == ".docx" else replace_in_text
        with pytest.raises(InputError) as raised:
            write(report, out, [])
        assert raised.value.code == "output.unwritable"
