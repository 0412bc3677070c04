"""Forms and bodies at their times: the day before, the day itself, the day after; E1 to E10."""

from __future__ import annotations

import pytest


def dated(text: str, day: str) -> str:
    return f"theo {text} ngày {day} đã nêu"


@pytest.mark.parametrize(
    ("code", "number", "right", "wrong"),
    [
        ("E1", "Nghị quyết số 01/{}/NQ-CP", "31/12/2008", "01/01/2009"),
        ("E1", "Nghị quyết số 01/{}/NQ-CP", "01/4/2025", "31/3/2025"),
        ("E2", "Quyết định số 01/{}/QĐ-BTC", "31/12/2008", "01/01/2009"),
        ("E2", "Chỉ thị số 01/{}/CT-UBDT", "31/12/2008", "01/01/2009"),
        ("E2", "Quyết định số 01/{}/QĐ-NHNN", "31/12/2008", "01/01/2009"),
        ("E3", "Chỉ thị số 01/{}/CT-TTg", "31/12/2008", "01/01/2009"),
        ("E4", "Chỉ thị số 01/{}/CT-UBND", "30/6/2016", "01/7/2016"),
        ("E5", "Thông tư liên tịch số 01/{}/TTLT-BNV-UBDT", "30/6/2016", "01/7/2016"),
        ("E6", "Pháp lệnh số 01/{}/PL-UBTVQH12", "31/12/2008", "01/01/2009"),
        ("E6", "Nghị quyết số 01/{}/NQ-UBTVQH12", "31/12/2008", "01/01/2009"),
        ("E9", "Quyết định số 11/QĐ-UBDT", "28/02/2025", "01/3/2025"),
        ("E9", "Quyết định số 11/QĐ-BDTTG", "01/3/2025", "28/02/2025"),
        ("E9", "Công văn số 11/UBDT-CSDT", "28/02/2025", "01/3/2025"),
        ("E9", "Thông tư số 01/{}/TT-BNNPTNT", "28/02/2025", "01/3/2025"),
        ("E9", "Thông tư số 01/{}/TT-BNNMT", "01/3/2025", "28/02/2025"),
        ("E10", "Quyết định số 01/{}/QĐ-KTNN", "31/3/2025", "01/4/2025"),
        ("E10", "Thông tư số 01/{}/TT-KTNN", "01/4/2025", "31/3/2025"),
    ],
)
def test_the_last_and_the_first_day(found, code, number, right, wrong) -> None:
    assert found(code, dated(number.format(right[-4:]), right)) == []
    assert len(found(code, dated(number.format(wrong[-4:]), wrong))) == 1


@pytest.mark.parametrize(
    ("code", "number", "body", "right", "wrong"),
    [
        ("E7", "Nghị quyết số 01/2025/NQ-HĐND", "HĐND xã Na Rì", "31/3/2025", "01/4/2025"),
        ("E7", "Quyết định số 01/2025/QĐ-UBND", "UBND xã Na Rì", "01/7/2025", "30/6/2025"),
        ("E8", "Quyết định số 11/QĐ-UBND", "UBND huyện Na Rì", "30/6/2025", "01/7/2025"),
        ("E8", "Quyết định số 11/QĐ-UBND", "UBND thành phố Bắc Kạn", "30/6/2025", "01/7/2025"),
        ("E8", "Quyết định số 11/QĐ-UBND", "UBND thị trấn Yến Lạc", "30/6/2025", "01/7/2025"),
        ("E8", "Kế hoạch số 11-KH/HU", "Huyện ủy Na Rì", "30/6/2025", "01/7/2025"),
    ],
)
def test_the_last_and_the_first_day_of_local_bodies(
    found, code, number, body, right, wrong
) -> None:
    assert found(code, dated(number, f"{right} của {body}")) == []
    assert len(found(code, dated(number, f"{wrong} của {body}"))) == 1


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("E1", "Nghị quyết số 30a/2008/NQ-CP", 0),
        ("E1", "Nghị quyết số 01/2009/NQ-CP", 1),
        ("E1", "Nghị quyết số 01/2024/NQ-CP", 1),
        ("E1", "Nghị quyết số 05/2025/NQ-CP", 0),  # before or after 1 April: not known
        ("E1", "Nghị quyết số 66.7/2026/NQ-CP", 0),
        ("E1", "Nghị quyết số 52/NQ-CP ngày 15/6/2016", 0),
        ("E1", "Nghị quyết số 01/2008/NQ-CP ngày 05/01/2010", 0),  # D1 speaks of it
        ("E2", "Quyết định số 45/2016/QĐ-UBND", 0),
        ("E2", "Quyết định số 297/QĐ-BTC ngày 07/12/2021", 0),
        ("E2", "Quyết định số 02/2016/QĐ-KTNN ngày 15/7/2016", 0),
        ("E3", "Chỉ thị số 21/CT-TTg ngày 10/6/2023", 0),
        ("E4", "Chỉ thị số 15/2016/CT-UBND", 0),
        ("E4", "Chỉ thị số 15/2017/CT-UBND", 1),
        ("E5", "Thông tư liên tịch số 05/2018/TTLT-VKSNDTC-TANDTC-BCA-BQP", 0),
        ("E5", "Thông tư liên tịch số 05/2018/TTLT-BCA-BQP", 1),
        ("E6", "Pháp lệnh số 21/2004/PL-UBTVQH11", 0),
        ("E6", "Pháp lệnh số 04/2012/PL-UBTVQH13", 0),  # W2 speaks of it
        ("E7", "Nghị quyết số 18/2025/NQ-HĐND ngày 15/5/2025 của HĐND tỉnh Thanh Hóa", 0),
        ("E7", "Nghị quyết số 18/NQ-HĐND ngày 15/5/2025 của HĐND xã Na Rì", 0),
        ("E8", "Quyết định số 11/QĐ-UBND ngày 01/7/2025 của UBND thành phố Huế", 0),
        ("E8", "Quyết định số 11/QĐ-UBND ngày 01/7/2025 của UBND thành phố Hà Nội", 0),
        ("E8", "Quyết định số 11/QĐ-UBND ngày 01/7/2025 của UBND xã Na Rì", 0),
        ("E9", "Thông tư số 02/2025/TT-UBDT", 0),
        ("E9", "Thông tư số 02/2026/TT-UBDT", 1),
        ("E9", "Thông tư số 02/2024/TT-BDTTG", 1),
        ("E9", "Quyết định số 15/QĐ-BNV ngày 01/01/2001", 1),
        ("E9", "Quyết định số 15/QĐ-BNV ngày 01/01/1995", 0),
        ("E9", "Quyết định số 15/QĐ-STC ngày 01/01/1995", 0),
    ],
)
def test_years_and_other_numbers(found, code, text, count) -> None:
    assert len(found(code, text)) == count


def test_what_to_write(found) -> None:
    drop = found("E1", "Nghị quyết số 52/2016/NQ-CP ngày 15/6/2016")[0]
    decree = found("E1", "Nghị định số 05/2011/NQ-CP ngày 14/01/2011")[0]
    assert (drop.text, drop.suggestion, drop.certain) == ("52/2016/NQ-CP", "52/NQ-CP", False)
    assert (decree.suggestion, decree.severity) == ("05/2011/NĐ-CP", "error")
    assert found("E6", "số 10/2009/PL-UBTVQH12")[0].suggestion == "10/2009/UBTVQH12"


def test_the_body_that_came_after(found) -> None:
    issue = found("E9", "Quyết định số 11/QĐ-UBDT ngày 01/3/2025")[0]
    assert (issue.suggestion, issue.severity) == ("11/QĐ-BDTTG", "error")
    assert "28/02/2025" in issue.vi
    assert "Bộ Dân tộc và Tôn giáo" in issue.vi
    assert "Ministry of Ethnic and Religious Affairs" in issue.en
    many = found("E9", "Quyết định số 11/QĐ-BLĐTBXH ngày 01/3/2025")[0]
    assert many.suggestion is None


def test_days_that_no_source_confirms_are_worth_a_note(found) -> None:
    assert found("E9", "Thông tư số 01/2006/TT-BCT ngày 01/3/2006")[0].severity == "note"
    local = found("E9", "Công văn số 83/BDT-VP ngày 15/3/2025 của Ban Dân tộc tỉnh Bắc Kạn")
    assert [issue.severity for issue in local] == ["note"]
