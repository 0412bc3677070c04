from __future__ import annotations

import unicodedata
from zipfile import ZipFile

import docx
import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.texts.read_text import read_text

NO_BREAK_HYPHEN = "\u2011"
DELETED = '<w:del w:id="9" w:author="A"><w:r><w:delText>bỏ </w:delText></w:r></w:del>'
MARK_DELETED = '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'


@pytest.fixture
def texts(blank, save, add_xml):
    """Read a document of some raw XML: the texts of its parts with their places."""

    def read(xml: str):
        add_xml(xml)
        file = read_text(save(blank))
        return [(file.text[part.start : part.end], str(part.place)) for part in file.parts]

    return read


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def test_a_report_in_reading_order(report):
    file = read_text(report)
    assert [
        (unicodedata.normalize("NFC", file.text[part.start : part.end]), str(part.place))
        for part in file.parts
    ] == [
        ("ỦY BAN DÂN TỘC", "đầu trang"),
        ("Căn cứ Quyết định số 1719/QĐ-TTg của Thủ tướng Chính phủ", "đoạn 1"),
        ("", "đoạn 2"),
        ("STT", "bảng 1, hàng 1, cột 1"),
        ("Tên xã", "bảng 1, hàng 1, cột 2"),
        ("Khu vực", "bảng 1, hàng 1, cột 3"),
        ("1", "bảng 1, hàng 2, cột 1"),
        ("Xã Hòa Bắc", "bảng 1, hàng 2, cột 2, đoạn 1"),
        ("(huyện Hòa Vang)", "bảng 1, hàng 2, cột 2, đoạn 2"),
        ("I", "bảng 1, hàng 2, cột 3"),
        ("Nơi nhận như trên.", "đoạn 3"),
        (" Nghị quyết số 88/2019/QH14.", "chú thích 1"),
        (" Luật số 64/2025/QH15.", "chú thích 2"),
        ("Hết.", "chú thích cuối 1"),
        ("Nơi nhận: ", "chân trang, đoạn 1"),
        ("- Lưu: VT.", "chân trang, đoạn 2"),
    ]
    assert unicodedata.normalize("NFD", "Chính phủ") in file.text


def test_paragraphs_and_runs_are_those_of_python_docx(report):
    file = read_text(report)
    body = [part for part in file.parts if part.place.area == "body" and part.place.table is None]
    for part, paragraph in zip(body, docx.Document(str(report)).paragraphs, strict=True):
        assert file.text[part.start : part.end] == paragraph.text
        for span in part.runs:
            assert file.text[span.start : span.end] == paragraph.runs[span.index - 1].text


def test_a_number_over_two_runs(report):
    file = read_text(report)
    start = file.text.index("1719/QĐ-TTg")
    first, last = file.place_at(start), file.place_at(start + len("1719/QĐ-TTg") - 1)
    assert (first.get("en"), first.run, first.offset_in_run) == ("paragraph 1", 2, 0)
    assert (last.run, last.offset_in_run) == (3, 3)


def test_every_character_of_a_run(texts):
    xml = (
        "<w:r><w:t>33/2020/QĐ</w:t><w:noBreakHyphen/><w:t>TTg</w:t><w:tab/><w:t>ngày</w:t><w:br/>"
        '<w:t>04</w:t><w:cr/><w:t>6</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/>'
        '<w:sym w:font="Wingdings" w:char="no"/><w:ptab w:alignment="left" w:leader="none" '
        'w:relativeTo="margin"/></w:r>'
    )
    text = f"33/2020/QĐ{NO_BREAK_HYPHEN}TTg\tngày\n04\n6\uf0fc\t"
    assert texts(paragraph(xml)) == [(text, "đoạn 1")]


def test_links_controls_fields_and_tracked_changes(texts):
    xml = paragraph(
        f'<w:hyperlink w:anchor="a">{run("Nghị định ")}</w:hyperlink>',
        DELETED,
        f'<w:ins w:id="1" w:author="A">{run("số ")}</w:ins>',
        f'<w:moveFrom w:id="2" w:author="A">{run("xa ")}</w:moveFrom>',
        f'<w:moveTo w:id="3" w:author="A">{run("272")}</w:moveTo>',
        f"<w:sdt><w:sdtContent>{run('/2025')}</w:sdtContent></w:sdt>",
        f'<w:fldSimple w:instr="REF a"><w:smartTag>{run("/NĐ")}</w:smartTag></w:fldSimple>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText> HYPERLINK x </w:instrText></w:r>",
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("-CP")}',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    assert texts(xml) == [("Nghị định số 272/2025/NĐ-CP", "đoạn 1")]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(blank, save, add_xml):
    add_xml(paragraph(MARK_DELETED, run("số 1719")) + paragraph(run("/QĐ-TTg")))
    file = read_text(save(blank))
    assert file.text == "số 1719/QĐ-TTg"
    assert file.place_at(7).paragraph == 2


def test_blocks_in_a_content_control(texts):
    xml = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('a'))}</w:sdtContent></w:sdt>"
    assert texts(xml + paragraph(run("b"))) == [("a", "đoạn 1"), ("b", "đoạn 2")]


def test_merged_cells_are_read_once_at_their_place_in_the_grid(texts):
    wide = cell("A", '<w:gridSpan w:val="2"/>')
    first = wide + cell("B", '<w:vMerge w:val="restart"/>')
    deleted = '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>' + cell("gone")
    shifted = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("C")
    covered = cell("hidden", "<w:vMerge/>")
    rows = [f"<w:tr>{row}</w:tr>" for row in (first, deleted, shifted + covered)]
    assert texts(f"<w:tbl>{''.join(rows)}</w:tbl>") == [
        ("A", "bảng 1, hàng 1, cột 1"),
        ("B", "bảng 1, hàng 1, cột 3"),
        ("C", "bảng 1, hàng 2, cột 2"),
    ]


def test_a_table_in_a_cell(texts):
    inside = f"<w:tbl><w:tr>{cell('trong')}</w:tr></w:tbl>"
    outside = f"<w:tbl><w:tr><w:tc>{paragraph(run('ngoài'))}{inside}<w:p/></w:tc></w:tr></w:tbl>"
    assert texts(outside + f"<w:tbl><w:tr>{cell('sau')}</w:tr></w:tbl>") == [
        ("ngoài", "bảng 1, hàng 1, cột 1, đoạn 1"),
        ("trong", "bảng 2, hàng 1, cột 1"),
        ("", "bảng 1, hàng 1, cột 1, đoạn 2"),
        ("sau", "bảng 3, hàng 1, cột 1"),
    ]


def box(text: str) -> str:
    content = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"<wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_of_alternatives_the_newer_is_read(texts):
    newer, older = (f"<mc:{tag}>{run(tag)}</mc:{tag}>" for tag in ("Choice", "Fallback"))
    both = f"<mc:AlternateContent>{newer}{older}</mc:AlternateContent>"
    neither = "<mc:AlternateContent/>"
    assert texts(paragraph(run("a "), both, neither, run("."))) == [("a Choice.", "đoạn 1")]


def test_text_boxes_follow_their_paragraph_and_are_read_once(texts):
    old = "<w:r><w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict></w:r>"
    assert texts(paragraph(run("Số: "), box("DỰ THẢO"), run("12"), old) + paragraph(run("x"))) == [
        ("Số: 12", "đoạn 1"),
        ("DỰ THẢO", "khung chữ 1"),
        ("", "khung chữ 2"),
        ("x", "đoạn 2"),
    ]


def test_headers_of_first_and_even_pages_and_of_sections(blank, save):
    section = blank.sections[0]
    section.header.paragraphs[0].text = "chung"
    section.first_page_header.paragraphs[0].text = "đầu"
    section.even_page_header.paragraphs[0].text = "chẵn"
    blank.add_section()
    blank.sections[1].footer.is_linked_to_previous = False
    blank.sections[1].footer.paragraphs[0].text = "cuối"

    def furniture():
        file = read_text(save(blank))
        outside = [part for part in file.parts if part.place.area != "body"]
        return [(file.text[part.start : part.end], str(part.place)) for part in outside]

    assert furniture() == [("chung", "đầu trang (phần 1)"), ("cuối", "chân trang (phần 2)")]
    blank.sections[0].different_first_page_header_footer = True
    blank.settings.odd_and_even_pages_header_footer = True
    assert [text for text, _ in furniture()] == ["đầu", "chung", "chẵn", "cuối"]


def test_notes_that_nothing_refers_to_are_not_read(blank, save, add_notes):
    blank.add_paragraph("a")
    add_notes("footnote", ["một", "hai"], refer=False)
    assert read_text(save(blank)).text == "a"


def test_an_empty_document(blank, save):
    file = read_text(save(blank))
    assert (file.text, str(file.place_at(0))) == ("", "đoạn 1")


# --- files that cannot be read ------------------------------------------------------------

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "text.unreadable"),
        (b"not a zip", "text.unreadable"),
        (COMPOUND, "text.unreadable"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "text.encrypted"),
    ],
)
def test_what_is_no_word_file(tmp_path, data, code):
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        read_text(path)
    assert raised.value.code == code
    assert "a.docx" in raised.value.message("vi")


def test_notes_that_are_no_xml(report, tmp_path):
    path = tmp_path / "a.docx"
    with ZipFile(report) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<w:p" if name.endswith("footnotes.xml") else old.read(name))
    with pytest.raises(InputError) as raised:
        read_text(path)
    assert raised.value.code == "text.unreadable"


def test_a_file_cut_off_anywhere(report, tmp_path):
    data = report.read_bytes()
    path = tmp_path / "cut.docx"
    for at in range(0, len(data), len(data) // 40):
        path.write_bytes(data[:at])
        with pytest.raises(InputError) as raised:
            read_text(path)
        assert raised.value.code == "text.unreadable"
