"""Sheets and documents in every format, made by other libraries than the ones that read them."""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path

import docx
import fontpkg
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

DAY = dt.date(2021, 6, 4)
DATA = Path(__file__).parents[2] / "examples" / "data"
CASES = DATA / "communes_published.csv"


@pytest.fixture
def cases() -> Path:
    return CASES


@pytest.fixture
def sheet(tmp_path):
    """Write a text as a csv file in the given encoding and give its path."""

    def write(text: str, name: str = "sheet.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


@pytest.fixture
def plan() -> Path:
    """Give the example plan, as Markdown; its Word twin stands beside it."""
    return DATA / "plan_draft.md"


@pytest.fixture
def document(tmp_path):
    """Write lines as a document of the format that the name says, and give its path."""

    def write(text: str, name: str) -> Path:
        path = tmp_path / name
        lines = text.splitlines()
        match path.suffix:
            case ".docx":
                word = docx.Document()
                for line in lines:
                    paragraph = word.add_paragraph()
                    # Word parts a text into runs wherever somebody has edited it.
                    for at in range(0, len(line), 7):
                        paragraph.add_run(line[at : at + 7])
                word.save(str(path))
            case ".pdf":
                if "Noto" not in pdfmetrics.getRegisteredFontNames():
                    pdfmetrics.registerFont(TTFont("Noto", str(fontpkg.path("Noto Sans"))))
                canvas = Canvas(str(path))
                canvas.setFont("Noto", 9)
                for at, line in enumerate(lines):
                    canvas.drawString(40, 800 - 16 * at, line)
                canvas.save()
            case ".html":
                body = "".join(f"<p>{escape(line)}</p>" for line in lines)
                path.write_text(f"<!doctype html><meta charset=utf-8>{body}", encoding="utf-8")
            case _:
                path.write_text(text, encoding="utf-8")
        return path

    return write
