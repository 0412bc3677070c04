"""Real documents: Word files by python-docx and raw XML, PDFs by reportlab with a real font."""

from __future__ import annotations

import io
import unicodedata
from functools import partial

import docx
import fontpkg
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image, ImageDraw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
FONT = "Noto"


def body_xml(document, xml):
    """Put raw XML of blocks before the last section's properties."""
    wrapped = parse_xml(f"<w:body {SPACES}>{xml}</w:body>")
    for block in list(wrapped):
        document.element.body.sectPr.addprevious(block)


def notes_part(document, kind, texts, *, refer=True):
    """Give a document footnotes or endnotes; the text refers to them in the order of its runs."""
    notes = "".join(
        f'<w:{kind} w:id="{at}"><w:p><w:r><w:{kind}Ref/></w:r>'
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:{kind}>'
        for at, text in enumerate(texts, 1)
    )
    blob = (
        f"<w:{kind}s {nsdecls('w')}>"
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f"{notes}</w:{kind}s>"
    )
    part = Part(
        PackURI(f"/word/{kind}s.xml"),
        NOTES_TYPE.format(f"{kind}s"),
        blob.encode(),
        document.part.package,
    )
    document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{kind}s".upper()))
    if refer:
        for at in range(1, len(texts) + 1):
            run = document.paragraphs[0].add_run()
            run._r.append(parse_xml(f'<w:{kind}Reference {nsdecls("w")} w:id="{at}"/>'))


@pytest.fixture
def blank():
    return docx.Document()


@pytest.fixture
def add_xml(blank):
    """Put raw XML of blocks before the end of the blank document's body."""
    return partial(body_xml, blank)


@pytest.fixture
def add_notes(blank):
    """Give the blank document footnotes or endnotes: `add_notes("footnote", texts)`."""
    return partial(notes_part, blank)


@pytest.fixture
def save(tmp_path):
    """Save a Word document and give its path."""

    def write(document, name="văn bản.docx"):
        path = tmp_path / name
        document.save(str(path))
        return path

    return write


@pytest.fixture
def report(blank, save, add_notes):
    """Give the path of a Word file with everything that a report has."""
    blank.sections[0].header.paragraphs[0].add_run("ỦY BAN DÂN TỘC")
    blank.sections[0].footer.paragraphs[0].add_run("Nơi nhận: ")
    blank.sections[0].footer.add_paragraph("- Lưu: VT.")
    first = blank.add_paragraph()
    first.add_run("Căn cứ Quyết định số ")
    first.add_run("1719/QĐ").bold = True
    first.add_run("-TTg").italic = True
    first.add_run(unicodedata.normalize("NFD", " của Thủ tướng Chính phủ"))
    blank.add_paragraph()
    table = blank.add_table(rows=2, cols=3)
    for at, text in enumerate(["STT", "Tên xã", "Khu vực", "1", "Xã Hòa Bắc", "I"]):
        table.cell(at // 3, at % 3).text = text
    table.cell(1, 1).add_paragraph("(huyện Hòa Vang)")
    blank.add_paragraph("Nơi nhận như trên.")
    add_notes("footnote", [" Nghị quyết số 88/2019/QH14.", " Luật số 64/2025/QH15."])
    add_notes("endnote", ["Hết."])
    return save(blank)


@pytest.fixture
def pdf(tmp_path):
    """Write pages as a PDF: a list of lines is text, "scan" a picture of text, "" is blank."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(fontpkg.path("Noto Sans"))))

    def write(*pages, key="", name="văn bản.pdf"):
        path = tmp_path / name
        encryption = StandardEncryption(key) if key else None
        canvas = Canvas(str(path), encrypt=encryption)
        for page in pages:
            if page == "scan":
                picture = Image.new("RGB", (600, 800), "white")
                ImageDraw.Draw(picture).text((50, 50), "QUYET DINH", fill="black")
                data = io.BytesIO()
                picture.save(data, "PNG")
                canvas.drawImage(ImageReader(data), 0, 0, 595, 842)
            elif page == "curves":
                for at in range(300):
                    canvas.bezier(at, 100, at + 1, 110, at + 2, 90, at + 3, 100)
            elif page == "frame":
                canvas.rect(50, 50, 400, 600)
            else:
                canvas.setFont(FONT, 12)
                for at, line in enumerate(page):
                    canvas.drawString(72, 760 - 20 * at, line)
            canvas.showPage()
        canvas.save()
        return path

    return write
