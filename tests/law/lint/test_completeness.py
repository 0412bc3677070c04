"""What a first citation needs: C1 to C4, N3, N6."""

from __future__ import annotations

import pytest

PLAN = "Số: 12/KH-UBND\nBắc Kạn, ngày 15 tháng 3 năm 2021\nKẾ HOẠCH\n"


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Quyết định số 402/QĐ-TTg; theo Quyết định số 402/QĐ-TTg", ["Quyết định số 402/QĐ-TTg"]),
        ("Công văn số 830/BDT-VP", ["Công văn số 830/BDT-VP"]),
        ("Quyết định số 402/QĐ-TTg ngày 14/3/2016; Quyết định số 402/QĐ-TTg", []),
        ("Quyết định số 402/QĐ-TTg; Quyết định số 402/QĐ-TTg năm 2016", []),
        ("Quyết định số 33/2020/QĐ-TTg", []),
        ("Nghị quyết số 24-NQ/TW", []),
        ("Nghị định số 64-CP", []),
    ],
)
def test_the_year_of_a_sequence(found, text, spans) -> None:
    issues = found("C1", PLAN + text)
    assert [issue.text for issue in issues] == spans
    assert {issue.severity for issue in issues} <= {"warning"}
    assert {issue.severity for issue in found("C1", text)} <= {"note"}


def test_the_library_names_its_bearers(found) -> None:
    assert "14/3/2016" in found("C1", "Quyết định số 402/QĐ-TTg")[0].vi


@pytest.mark.parametrize(
    ("text", "message", "severity"),
    [
        ("Nghị định số 05/2011/NĐ-CP của Chính phủ", "date.", "warning"),
        ("Nghị định số 05/2011/NĐ-CP", "date and issuing body.", "warning"),
        ("Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020", "issuing body.", "note"),
        ("Nghị quyết số 24-NQ/TW của Ban Chấp hành Trung ương Đảng khóa IX", "date.", "note"),
    ],
)
def test_the_first_citation(found, text, message, severity) -> None:
    issue = found("N6", f"{PLAN}Theo {text} về công tác dân tộc")[0]
    assert issue.text.strip() == text
    assert issue.en.endswith(message)
    assert issue.severity == severity
    assert found("N6", f"Theo {text} về công tác dân tộc")[0].severity == "note"


def test_the_whole_citation_from_the_library(found) -> None:
    issue = found("N6", "theo Nghị định số 05/2011/NQ-CP của Chính phủ")[0]
    assert issue.suggestion == "Nghị định số 05/2011/NĐ-CP ngày 14 tháng 01 năm 2011 của Chính phủ"
    assert not issue.certain


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        "Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ; Nghị định số 05/2011/NĐ-CP",
        "Luật Đất đai số 31/2024/QH15",
        "Pháp lệnh Tín ngưỡng, tôn giáo số 21/2004/PL-UBTVQH11",
        "Văn bản hợp nhất số 01/VBHN-UBDT",
        "Quyết định số 402/QĐ-TTg",  # C1
        "Nghị quyết số 24-NQ/TW",  # P1
    ],
)
def test_citations_that_are_complete_or_elsewhere_spoken_of(found, text) -> None:
    assert found("N6", text) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("(Kèm theo Quyết định số ..../QĐ-UBND ngày 04/6/2020)", "số ..../QĐ-UBND"),
        ("theo Quyết định số …/2021/QĐ-UBND", "số …/2021/QĐ-UBND"),
        ("theo Quyết định số 15/QĐ-UBND ngày … tháng 6 năm 2021", "ngày … tháng 6"),
        ("ban hành kèm theo Quyết định số 15/QĐ-UBND ngày .../.../2021", "ngày .../..."),
    ],
)
def test_blanks(found, text, printed) -> None:
    assert [(issue.text, issue.severity) for issue in found("C2", text)] == [(printed, "note")]


@pytest.mark.parametrize(
    "text",
    [
        "Số: .../TTr-UBND\nBắc Kạn, ngày ... tháng ... năm 2024",
        "| Số: ....../KH-UBND | Bắc Kạn, ngày ... tháng ... năm 2024",
        "số 15/QĐ-UBND...",
        "số lượng ... người",
    ],
)
def test_blanks_of_a_heading_are_filled_in_when_it_is_signed(found, text) -> None:
    assert found("C2", text) == []


def test_a_missing_verb(found) -> None:
    text = "ban hành Chương trình hành động Nghị quyết số 04-NQ/TU ngày 14/7/2021"
    issue = found("C3", text)[0]
    assert (issue.text, issue.suggestion) == (
        "Chương trình hành động",
        "Chương trình hành động thực hiện",
    )
    assert found("C3", "Kế hoạch Nghị quyết số 04-NQ/TU")[0].text == "Kế hoạch"


@pytest.mark.parametrize(
    "text",
    [
        "Chương trình hành động thực hiện Nghị quyết số 04-NQ/TU",
        "Chương trình hành động số 02/CTr-UBND",
        "hướng dẫn Nghị định số 05/2011/NĐ-CP",
        "Chương trình, Nghị quyết số 04-NQ/TU",
        "Kế hoạch tại điểm a khoản 1 Điều 2 Nghị quyết số 04-NQ/TU",
    ],
)
def test_verbs_that_are_there(found, text) -> None:
    assert found("C3", text) == []


SCHEME = "Đề án Hỗ trợ hoạt động bình đẳng giới vùng dân tộc thiểu số giai đoạn 2018 - 2025"


def test_a_scheme_without_its_number(found) -> None:
    issue = found("C4", f"Thực hiện {SCHEME}; tổng kết {SCHEME}")[0]
    assert issue.text == SCHEME
    assert "1898/QĐ-TTg" in issue.vi
    assert found("C4", f"Quyết định số 1898/QĐ-TTg ngày 28/11/2017 phê duyệt {SCHEME}") == []
    assert found("C4", "Luật Tín ngưỡng, tôn giáo") == []


@pytest.mark.parametrize(
    ("text", "printed", "suggestion", "fixed"),
    [
        ("Công văn số: 54/SNV-VP ngày", "số:", "số", "Công văn số 54/SNV-VP ngày"),
        ("Công văn số : 54/SNV-VP ngày", "số :", "số", "Công văn số 54/SNV-VP ngày"),
        ("Công văn số:54/SNV-VP ngày", "số:", "số ", "Công văn số 54/SNV-VP ngày"),
        ("CÔNG VĂN SỐ: 54/SNV-VP NGÀY", "SỐ:", "SỐ", "CÔNG VĂN SỐ 54/SNV-VP NGÀY"),
    ],
)
def test_a_colon_in_running_text(found, text, printed, suggestion, fixed) -> None:
    from dantoc_policy.law.lint.check import corrected

    issues = found("N3", text)
    assert [(i.text, i.suggestion, i.severity) for i in issues] == [
        (printed, suggestion, "warning")
    ]
    assert corrected(text, issues) == fixed


@pytest.mark.parametrize(
    ("text", "printed", "suggestion"),
    [
        ("UBND TỈNH BẮC KẠN\nSố 303/KH-UBND\nBắc Kạn, ngày 04 tháng 6 năm 2020", "Số", "Số:"),
        ("TỈNH ỦY BẮC KẠN\nSố: 36-KH/TU\nBắc Kạn, ngày 03 tháng 4 năm 2018", "Số:", "Số"),
    ],
)
def test_the_colon_of_a_heading(found, text, printed, suggestion) -> None:
    issue = found("N3", text)[0]
    assert (issue.text, issue.suggestion, issue.severity, issue.certain) == (
        printed,
        suggestion,
        "note",
        False,
    )


@pytest.mark.parametrize(
    "text",
    [
        "UBND TỈNH BẮC KẠN\nSố: 303/KH-UBND\nBắc Kạn, ngày 04 tháng 6 năm 2020",
        "TỈNH ỦY BẮC KẠN\nSố 36-KH/TU\nBắc Kạn, ngày 03 tháng 4 năm 2018",
        "thay thế các Quyết định của UBND tỉnh Thái Bình số: 1697/QĐ-UBND; số 932/QĐ-UBND",
        "Quyết định (số: 18/QĐ-UBND; ngày 09/01/2019)",
        "Số hiệu: 15/2025/TT-BNNMT | Ngày ban hành: 19/06/2025",
        "Số: 65B/SL, Hà Nội, ngày 01 tháng 05 năm 1950",
        "Công văn số 54/SNV-VP",
    ],
)
def test_colons_where_they_belong(found, text) -> None:
    assert found("N3", text) == []
