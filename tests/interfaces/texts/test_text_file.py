from __future__ import annotations

from pathlib import Path

import pytest

from dantoc_policy.interfaces.texts.gather import Gatherer
from dantoc_policy.interfaces.texts.place import Place


@pytest.mark.parametrize(
    ("place", "vi", "en"),
    [
        (Place(line=18), "dòng 18", "line 18"),
        (Place(page=3, line=7), "trang 3, dòng 7", "page 3, line 7"),
        (Place(paragraph=12, run=3, offset_in_run=1), "đoạn 12", "paragraph 12"),
        (Place(area="header"), "đầu trang", "header"),
        (Place(area="footer", number=2), "chân trang (phần 2)", "footer (section 2)"),
        (Place(area="footnote", number=4), "chú thích 4", "footnote 4"),
        (Place(area="endnote", number=1), "chú thích cuối 1", "endnote 1"),
        (
            Place(area="text_box", number=1, table=1, row=2, column=3, paragraph=4),
            "khung chữ 1, bảng 1, hàng 2, cột 3, đoạn 4",
            "text box 1, table 1, row 2, column 3, paragraph 4",
        ),
    ],
)
def test_places_in_words(place, vi, en):
    assert (place.get("vi"), place.get("en"), str(place)) == (vi, en, vi)
    assert place.to_dict()["vi"] == vi


def gathered():
    gatherer = Gatherer()
    gatherer.add(["Số ", "", "1719"], Place(paragraph=1), runs=True)
    gatherer.add([], Place(paragraph=2), runs=True)
    gatherer.add(["/QĐ"], Place(paragraph=3), runs=True)
    gatherer.add(["-TTg"], Place(paragraph=4), runs=True, joined=True)
    return gatherer.file(Path("a.docx"))


def test_parts_stand_on_lines_of_their_own_unless_joined():
    assert gathered().text == "Số 1719\n\n/QĐ-TTg"
    assert gathered().lines == ("Số 1719", "", "/QĐ-TTg")


def test_a_place_has_its_run_and_the_offset_in_it():
    file = gathered()
    assert file.place_at(2) == Place(paragraph=1, run=1, offset_in_run=2)
    assert file.place_at(4) == Place(paragraph=1, run=3, offset_in_run=1)


def test_what_parts_two_parts_belongs_to_the_first():
    file = gathered()
    assert file.place_at(7) == Place(paragraph=1)
    assert file.place_at(8) == Place(paragraph=2)
    assert file.place_at(9).paragraph == 3
    assert file.place_at(12) == Place(paragraph=4, run=1, offset_in_run=0)


def test_offsets_outside_the_text():
    file = gathered()
    assert file.place_at(len(file.text)) == Place(paragraph=4)
    for offset in (-1, len(file.text) + 1):
        with pytest.raises(IndexError):
            file.place_at(offset)


def test_a_file_without_text_has_a_place_too():
    assert Gatherer().file(Path("a.docx")).place_at(0) == Place(paragraph=1)
