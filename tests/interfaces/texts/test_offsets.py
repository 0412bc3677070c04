"""Whatever a document holds, each offset leads to the place that its character came from."""

from __future__ import annotations

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dantoc_policy.interfaces.texts.docx import replace_in_docx
from dantoc_policy.interfaces.texts.read_text import read_text
from dantoc_policy.interfaces.texts.replace import replaced

ANY_RUN = st.text(alphabet="QĐế e\u0301\u0302\u031b/-–\u2011\t\n1 ", max_size=8)
BLOCKS = st.lists(st.lists(ANY_RUN, max_size=4), min_size=1, max_size=6)
QUICK = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)


def written(path, blocks, cells=()):
    """Write a document of paragraphs of runs, and of a table where there are cells."""
    document = docx.Document()
    for runs in blocks:
        paragraph = document.add_paragraph()
        for text in runs:
            paragraph.add_run(text).italic = True
    if cells:
        row = document.add_table(rows=1, cols=len(cells)).rows[0]
        for cell, runs in zip(row.cells, cells, strict=True):
            for text in runs:
                cell.paragraphs[0].add_run(text)
    document.save(str(path))
    return path


def source_of(document, place):
    """Give the text of the run of python-docx that a place names."""
    if place.table is None:
        paragraph = document.paragraphs[place.paragraph - 1]
    else:
        cell = document.tables[place.table - 1].cell(place.row - 1, place.column - 1)
        paragraph = cell.paragraphs[(place.paragraph or 1) - 1]
    return paragraph.runs[place.run - 1].text


@QUICK
@given(blocks=BLOCKS, cells=BLOCKS)
def test_every_character_is_that_of_its_run(tmp_path, blocks, cells):
    path = written(tmp_path / "a.docx", blocks, cells)
    file, document = read_text(path), docx.Document(str(path))
    for offset, sign in enumerate(file.text):
        part, place = file.part_at(offset), file.place_at(offset)
        assert part.start <= offset <= part.end
        if offset < part.end:
            # Python-docx gives a non-breaking hyphen of its own element as a plain one.
            assert source_of(document, place)[place.offset_in_run] in {sign, "-"}
        else:
            assert (sign, place.run) == ("\n", None)
    assert "\n".join(file.text[part.start : part.end] for part in file.parts) == file.text


@st.composite
def spans_of(draw, file):
    """Draw replacements that keep within their paragraphs and do not overlap."""
    found = []
    for part in file.parts:
        at = part.start
        for _ in range(draw(st.integers(0, 2))):
            start = draw(st.integers(at, part.end))
            at = draw(st.integers(start, part.end))
            found.append((start, at, draw(ANY_RUN)))
    return found


@QUICK
@given(data=st.data(), blocks=BLOCKS, cells=BLOCKS)
def test_replacing_changes_the_spans_and_nothing_else(tmp_path, data, blocks, cells):
    path = written(tmp_path / "a.docx", blocks, cells)
    file = read_text(path)
    replacements = data.draw(spans_of(file))
    replace_in_docx(path, tmp_path / "b.docx", replacements)
    assert read_text(tmp_path / "b.docx").text == replaced(file.text, replacements)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@QUICK
@given(text=st.text(alphabet="Qế \u0301\n\r<>p", max_size=30))
def test_every_offset_of_other_files_lies_in_its_part(tmp_path, suffix, text):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(text.encode())
    file = read_text(path)
    for offset in range(len(file.text) + 1):
        part = file.part_at(offset)
        assert part.start <= offset
        assert part.place == file.place_at(offset)
        following = [it.start for it in file.parts if it.start > part.start]
        assert not following or offset < following[0]
