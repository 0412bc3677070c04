"""The issuing body: I1 against the letters, I2 its place."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "printed", "suggestion"),
    [
        ("Quyết định số 33/2020/QĐ-TTg", "Chính phủ", "Thủ tướng Chính phủ"),
        ("Nghị định số 05/2011/NĐ-CP", "Thủ tướng Chính phủ", "Chính phủ"),
        ("Nghị quyết số 88/2019/QH14", "Ủy ban Thường vụ Quốc hội", "Quốc hội"),
        ("Quyết định số 39/2021/QĐ-UBND", "HĐND tỉnh Bắc Kạn", None),
        ("Nghị quyết số 10/2020/NQ-HĐND", "UBND tỉnh Bắc Kạn", None),
    ],
)
def test_another_body_than_the_letters(found, text, printed, suggestion) -> None:
    issue = found("I1", f"{text} của {printed}")[0]
    assert (issue.text, issue.suggestion, issue.severity) == (printed, suggestion, "warning")


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 33/2020/QĐ-TTg của Thủ tướng Chính phủ",
        "Thông tư số 02/2022/TT-UBDT của Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc",
        "Quyết định số 2021/QĐ-UBND ngày 30/12/2021 của Chủ tịch UBND tỉnh Lạng Sơn",
        "Quyết định số 12/QĐ-UBDT ngày 01/3/2025 của Bộ Dân tộc và Tôn giáo",  # E9 speaks of it
        "Chỉ thị số 01/2017/CT-CA ngày 16/01/2017 của Chánh án Tòa án nhân dân tối cao",
        "Tờ trình số 06/TTr-SDTTG của Giám đốc Sở Dân tộc và Tôn giáo",
        "Kết luận số 65-KL/TW của Bộ Chính trị",
        "văn bản số 80/TTg-KTN của Thủ tướng Chính phủ",
        "Quyết định số 106/QĐ-TTg ngày 19/01/2017",
        "Quyết định 10/QĐ-BNN-TCLN của Bộ Nông nghiệp và Phát triển nông thôn",
    ],
)
def test_the_body_of_the_letters(found, text) -> None:
    assert found("I1", text) == []


BAC_KAN = "ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN\nSố: 303/KH-UBND\nBắc Kạn, ngày 04 tháng 6 năm 2020\n"


def test_the_place_is_that_of_the_citing_body(found, in_document) -> None:
    cited = "Quyết định số 2087/QĐ-UBND ngày 20 tháng 12 năm 2016 của UBND tỉnh"
    issue = in_document("I2", f"{BAC_KAN}{cited}; theo Quyết định số 2087/QĐ-UBND")[0]
    assert (issue.text, issue.severity) == (cited, "note")
    assert "tỉnh Bắc Kạn" in issue.vi
    assert "tỉnh Bắc Kạn" in issue.en
    assert "Bắc Kạn" not in found("I2", cited)[0].vi


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 2087/QĐ-UBND của UBND tỉnh Bắc Kạn",
        "Quyết định số 2087/QĐ-UBND; Quyết định số 2087/QĐ-UBND của UBND tỉnh Bắc Kạn",
        "Quyết định số 33/2020/QĐ-TTg",
        BAC_KAN,
    ],
)
def test_places_that_are_named(in_document, text) -> None:
    assert in_document("I2", text) == []
