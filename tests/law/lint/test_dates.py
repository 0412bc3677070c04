"""Dates: D1 to D5, N4; and chronology: W20."""

from __future__ import annotations

from datetime import date

import pytest

from dantoc_policy.law.document import Document


@pytest.mark.parametrize(
    ("day", "severity"),
    [
        ("ngày 12/11/2021", "error"),
        ("ngày 12 tháng 11 năm 2019", "error"),
        ("ngày 05/01/2021", "warning"),  # signed late in the year, dated early in the next
        ("ngày 31/12/2019", "warning"),
        ("năm 2021", "warning"),
    ],
)
def test_another_year_than_the_number(found, day, severity) -> None:
    issue = found("D1", f"Quyết định số 77/2020/QĐ-TTg {day} của Thủ tướng Chính phủ")[0]
    assert (issue.text, issue.severity, issue.suggestion) == (day, severity, None)


@pytest.mark.parametrize(
    ("day", "right"),
    [
        ("ngày 12/11/2021", "ngày 12/11/2020"),
        ("ngày 12 tháng 11 năm 2021", "ngày 12 tháng 11 năm 2020"),
    ],
)
def test_the_day_that_the_library_knows(found, day, right) -> None:
    issue = found("D1", f"Quyết định số 33/2020/QĐ-TTg {day} của Thủ tướng Chính phủ")[0]
    assert (issue.suggestion, issue.certain) == (right, False)


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020",
        "Quyết định số 33/2020/QĐ-TTg năm 2020",
        "Quyết định số 402/QĐ-TTg ngày 14/3/2016",
        "Quyết định số 33/2020/QĐ-TTg, trước ngày 01/01/2022",
    ],
)
def test_the_year_of_the_number(found, text) -> None:
    assert found("D1", text) == []


def test_a_date_after_the_day_of_the_check(found) -> None:
    text = "Quyết định số 1719/QĐ-TTg ngày 14/10/2021 và Nghị định số 27/2022/NĐ-CP"
    assert [i.text for i in found("D2", text, date(2021, 10, 13))] == [
        "ngày 14/10/2021",
        "Nghị định số 27/2022/NĐ-CP",
    ]
    assert [i.text for i in found("D2", text, date(2021, 10, 14))] == ["Nghị định số 27/2022/NĐ-CP"]
    assert found("D2", text, date(2022, 1, 1)) == []
    assert found("D2", text) == []


@pytest.mark.parametrize("day", ["31/4/2021", "30/02/2020", "12/25/2020", "00/3/2021"])
def test_days_that_are_not(found, day) -> None:
    issue = found("D3", f"Quyết định số 75/QĐ-UBND ngày {day} của UBND tỉnh Bắc Kạn")[0]
    assert (issue.text, issue.suggestion) == (f"ngày {day}", None)


def test_days_that_are(found) -> None:
    assert (
        found("D3", "Quyết định số 75/QĐ-UBND ngày 29/02/2020; Quyết định 76/QĐ-UBND năm 2020")
        == []
    )


@pytest.mark.parametrize(
    ("printed", "right", "severity", "certain"),
    [
        ("6/3/2018", "06/3/2018", "warning", True),
        ("16/2/2018", "16/02/2018", "warning", True),
        ("6/2/2018", "06/02/2018", "warning", True),
        ("6/03/2018", "06/03/2018", "warning", True),
        ("4 tháng 6 năm 2020", "04 tháng 6 năm 2020", "warning", True),
        ("04 tháng 2 năm 2020", "04 tháng 02 năm 2020", "warning", True),
        ("16/06/2018", "16/6/2018", "note", False),
        ("04 tháng 06 năm 2020", "04 tháng 6 năm 2020", "note", False),
    ],
)
def test_zeros(found, printed, right, severity, certain) -> None:
    issue = found("N4", f"Quyết định số 15/QĐ-UBND ngày {printed} của UBND tỉnh Bắc Kạn")[0]
    assert (issue.text, issue.suggestion) == (printed, right)
    assert (issue.severity, issue.certain) == (severity, certain)


@pytest.mark.parametrize(
    "printed",
    ["12/3/2003", "14/01/2011", "06/3/2018", "30/12/2020", "08/11/2021", "04 tháng 6 năm 2020",
     "2-9-2020", "01.10.1997"],
)  # fmt: skip
def test_zeros_where_they_belong(found, printed) -> None:
    assert found("N4", f"Quyết định số 15/QĐ-UBND ngày {printed} của UBND tỉnh Bắc Kạn") == []


def test_another_day_than_the_library(found) -> None:
    text = "Nghị định số 05/2011/NĐ-CP ngày {} của Chính phủ"
    issue = found("D4", text.format("04/01/2011"))[0]
    assert (issue.suggestion, issue.certain) == ("ngày 14/01/2011", False)
    assert found("D4", text.format("14/01/2011")) == []
    assert found("D4", text.format("04/01/2012")) == []  # D1 speaks of it
    assert found("D4", "Quyết định số 402/QĐ-TTg ngày 14/3/2017") == []  # another one
    assert found("D4", "Nghị quyết số 24-NQ/TW ngày 12/4/2003") == []


def heading(number: str, day: str, issuer: str = "ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN") -> str:
    return f"{issuer}\nSố: {number}\nThái Nguyên, {day}\nQUYẾT ĐỊNH\n"


@pytest.mark.parametrize(
    ("number", "issued", "effective", "count"),
    [
        ("39/2021/QĐ-UBND", "ngày 20 tháng 8 năm 2021", "ngày 29/8/2021", 1),
        ("39/2021/QĐ-UBND", "ngày 20 tháng 8 năm 2021", "ngày 30/8/2021", 0),
        ("39/2021/QĐ-UBND", "ngày 20 tháng 8 năm 2021", "ngày 31/8/2021", 0),
        ("11/2025/QĐ-UBND", "ngày 31 tháng 3 năm 2025", "ngày 09/4/2025", 1),
        ("11/2025/QĐ-UBND", "ngày 01 tháng 4 năm 2025", "ngày 10/4/2025", 1),
        ("11/2025/QĐ-UBND", "ngày 01 tháng 4 năm 2025", "ngày 11/4/2025", 0),
        ("39/QĐ-UBND", "ngày 20 tháng 8 năm 2021", "ngày 20/8/2021", 0),
    ],
)
def test_the_earliest_day_of_effect(in_document, number, issued, effective, count) -> None:
    text = heading(number, issued) + f"Quyết định này có hiệu lực thi hành kể từ {effective}."
    issues = in_document("D5", text)
    assert len(issues) == count
    for issue in issues:
        assert issue.text.endswith(effective)
        assert issue.severity == "warning"


def test_summary_procedure_may_take_effect_at_once(in_document) -> None:
    text = heading("39/2021/QĐ-UBND", "ngày 20 tháng 8 năm 2021")
    text += "Quyết định này có hiệu lực từ ngày 20/8/2021, theo trình tự, thủ tục rút gọn."
    assert in_document("D5", text) == []


CITING = "Thực hiện Nghị quyết số 04-NQ/TU ngày 14/7/2021 của Tỉnh ủy Thái Nguyên"


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("ngày 13 tháng 7 năm 2021", 1),
        ("ngày 14 tháng 7 năm 2021", 0),
        ("ngày 15 tháng 7 năm 2021", 0),
    ],
)
def test_a_text_cites_nothing_later(in_document, found, day, count) -> None:
    text = heading("80/KH-UBND", day) + CITING
    issues = in_document("W20", text)
    assert [(i.text, i.severity) for i in issues] == [(CITING[10:], "error")] * count
    assert found("W20", text) == []


def test_the_day_of_the_text_may_be_given(in_document) -> None:
    plan = Document(
        number="80/KH-UBND",
        type="ke_hoach",
        issuers=("uy_ban_nhan_dan",),
        unit="tỉnh Thái Nguyên",
        issued=date(2020, 6, 15),
        source="memory",
    )
    assert len(in_document("W20", CITING, None, plan)) == 1
    assert (
        in_document("W20", f"{CITING}. Kế hoạch số 80/KH-UBND năm 2021", None, plan)[0].start == 10
    )


def test_years_are_enough(in_document) -> None:
    text = heading("80/KH-UBND", "ngày 15 tháng 6 năm 2020") + "theo Nghị định số 27/2022/NĐ-CP"
    assert [issue.text for issue in in_document("W20", text)] == ["Nghị định số 27/2022/NĐ-CP"]
    text = heading("80/KH-UBND", "ngày 15 tháng 6 năm 2022") + "theo Nghị định số 27/2022/NĐ-CP"
    assert in_document("W20", text) == []


def test_what_follows_the_day_of_the_text_is_said_once(in_document) -> None:
    text = heading("80/KH-UBND", "ngày 15 tháng 6 năm 2020") + CITING
    assert in_document("D2", text) == []
    assert (
        len(in_document("D2", text + "; Quyết định số 9/QĐ-UBND ngày 05/5/2020", date(2020, 5, 1)))
        == 1
    )


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("về thực hiện", "error"),
        ("triển khai thực hiện", "error"),
        ("sửa đổi, bổ sung một số điều của", "error"),
        ("về công tác dân tộc được sửa đổi tại", None),
        ("được sửa đổi, bổ sung theo", None),
        ("và", None),
        ("; thực hiện", None),
        ("về công tác dân tộc. Thực hiện", None),
    ],
)
def test_an_outer_document_names_nothing_later(found, words, severity) -> None:
    outer = "Quyết định số 80/QĐ-UBND ngày 15/6/2020 của UBND tỉnh Bắc Kạn"
    text = f"{outer} {words} Nghị định số 27/2022/NĐ-CP"
    issues = found("W20", text)
    assert [issue.severity for issue in issues] == ([] if severity is None else [severity])
    assert found("W20", text.replace("27/2022", "27/2012")) == []


def test_what_is_joined_to_an_inner_document_is_doubtful(found) -> None:
    text = (
        "Kế hoạch số 80/KH-UBND ngày 15/6/2020 của UBND tỉnh về thực hiện Kết luận số 65-KL/TW ngày"
        " 30/10/2019 của Bộ Chính trị về tiếp tục thực hiện Nghị quyết số 24-NQ/TW ngày 12/3/2003"
        " của Ban Chấp hành Trung ương Đảng khóa IX và Nghị quyết số 04-NQ/TU ngày 14/7/2021 của"
        " Ban Chấp hành Đảng bộ tỉnh"
    )
    issue = found("W20", text)[0]
    assert issue.text.startswith("Nghị quyết số 04-NQ/TU")
    assert (issue.severity, "80/KH-UBND" in issue.vi) == ("note", True)
    assert found("W20", text.replace("14/7/2021", "14/6/2020")) == []
