"""Letters, marks and digits of a number: W3 to W15, W22, N1, N2."""

from __future__ import annotations

import unicodedata

import pytest

from dantoc_policy.law.lint.check import lint_text


@pytest.mark.parametrize(
    ("code", "printed", "meant"),
    [
        ("W3", "65- KL/TW", "65-KL/TW"),
        ("W3", "02 /CTr-UBND", "02/CTr-UBND"),
        ("W3", "56/ 2015/NĐ-CP", "56/2015/NĐ-CP"),
        ("W3", "01/2016/TT-BGD ĐT", "01/2016/TT-BGDĐT"),
        ("W3", "05/TB -UBND", "05/TB-UBND"),
        ("N2", "473/TTr - SNV", "473/TTr-SNV"),
        ("N2", "56 / 2015 / NĐ-CP", "56/2015/NĐ-CP"),
        ("W4", "**99**/KH-UBND", "99/KH-UBND"),
        ("W4", "*02* /CTr-UBND", "02/CTr-UBND"),
        ("W4", "_07_/KH-UBND", "07/KH-UBND"),
        ("W5", "33/2020/QÐ-TTg", "33/2020/QĐ-TTg"),
        ("W5", "33/2020/QƉ-TTg", "33/2020/QĐ-TTg"),
        ("W5", "33/2020/QD-TTg", "33/2020/QĐ-TTg"),
        ("W5", "12/NQ-HDND", "12/NQ-HĐND"),
        ("W6", "134/2004/Q§-TTg", "134/2004/QĐ-TTg"),
        ("W6", "45/2005/QÑ-UB", "45/2005/QĐ-UB"),
        ("W9", "106/QĐ-TTG", "106/QĐ-TTg"),
        ("W9", "02/CTR-UBND", "02/CTr-UBND"),
        ("W9", "60-nq/tw", "60-NQ/TW"),
        ("W10", "12/QĐUBND", "12/QĐ-UBND"),
        ("W10", "12/QĐ UBND", "12/QĐ-UBND"),
        ("W10", "84 QĐ/TWĐTN", "84-QĐ/TWĐTN"),
        ("W10", "33/2020/QĐ--TTg", "33/2020/QĐ-TTg"),
        ("W10", "33//2020/QĐ-TTg", "33/2020/QĐ-TTg"),
        ("W11", "65/KL-TW", "65-KL/TW"),
        ("W11", "303-KH/UBND", "303/KH-UBND"),
        ("W12", "05/2011/NĐ–CP", "05/2011/NĐ-CP"),
        ("W12", "52/NQ‑CP", "52/NQ-CP"),
        ("W12", "771/QĐ−TTg", "771/QĐ-TTg"),
        ("W12", "1478⁄CĐ-TTg", "1478/CĐ-TTg"),
        ("W13", "1722/QĐ-\nTTg", "1722/QĐ-TTg"),
        ("W14", "l2/2018/QĐ-TTg", "12/2018/QĐ-TTg"),
        ("W14", "12/2O18/QĐ-TTg", "12/2018/QĐ-TTg"),
        ("W14", "O2/CTr-UBND", "02/CTr-UBND"),
        ("W14", "12/2018/Q0-TTg", "12/2018/QĐ-TTg"),
        ("W14", "88/2019/QHl4", "88/2019/QH14"),
        ("W15", "05/11/NĐ-CP", "05/2011/NĐ-CP"),
        ("W15", "88/99/QH10", "88/1999/QH10"),
        ("W15", "2011/05/NĐ-CP", "05/2011/NĐ-CP"),
        ("W15", "2011/105/NĐ-CP", "105/2011/NĐ-CP"),
        ("W15", "05/2101/NĐ-CP", "05/2011/NĐ-CP"),
        ("W15", "05/2201/NĐ-CP", "05/2021/NĐ-CP"),
        ("W15", "05/2501/NĐ-CP", None),
        ("W22", "1528/QĐ-\u200bUBND", "1528/QĐ-UBND"),
        ("W22", "33&#x002F;2020/QĐ-TTg", "33/2020/QĐ-TTg"),
        ("N1", "5/2011/NĐ-CP", "05/2011/NĐ-CP"),
        ("N1", "2/CTr-UBND", "02/CTr-UBND"),
        ("N1", "8-QĐi/TW", "08-QĐi/TW"),
    ],
)
def test_the_place_and_what_to_write(found, code, printed, meant) -> None:
    text = f"theo Văn bản số {printed} đã nêu"
    issues = found(code, text)
    assert [(issue.text, issue.suggestion) for issue in issues] == [(printed, meant)]


@pytest.mark.parametrize(
    "code",
    ["W3", "N2", "W4", "W5", "W6", "W9", "W10", "W11", "W12", "W13", "W14", "W15", "W22", "N1"],
)
@pytest.mark.parametrize(
    "number",
    [
        "Quyết định số 33/2020/QĐ-TTg",
        "**Quyết định số 33/2020/QĐ-TTg**",
        "Chương trình số 02/CTr-UBND",
        "Kết luận số 65-KL/TW",
        "Nghị quyết số 88/2019/QH14",
        "Nghị quyết số 66.7/2025/NQ-CP",
        "Nghị quyết số 30a/2008/NQ-CP",
        "Nghị định số 64-CP ngày 27/9/1993",
        "Nghị định số 2/CP ngày 15/01/1994",
        "Lệnh số 5-LCT ngày 05 tháng 02 năm 1977",
        "Văn bản số 830/BDT-VP",
        "Quyết định số 83/BXD-TCLĐ-ĐT ngày 10-4-1993",
        "Thông tư số 12/2010/TT-BGD&ĐT",
        "Hợp đồng số 12/HĐ-UBND và Hướng dẫn số 12/HD-UBND",
        "Dự án số 11/DA-UBND và Đề án số 12/ĐA-UBND",
    ],
)
def test_right_numbers_are_left_alone(found, code, number) -> None:
    assert found(code, f"theo {number} đã nêu") == []


def test_what_is_certain_and_what_is_a_guess() -> None:
    sure = "65- KL/TW; 33/2020/QĐ–TTg; số 5/2011/NĐ-CP; 106/QĐ-TTG"
    assert all(issue.certain for issue in lint_text(sure, rules=["W3", "W12", "N1", "W9"]))
    guessed = "số l2/2018/QĐ-TTg; 24-NQ/\nTW; Nghị định số 05/11/NĐ-CP; số 33/2020/QĐ--TTg"
    issues = lint_text(guessed, rules=["W10", "W13", "W14", "W15"])
    assert len(issues) == 4
    assert not any(issue.certain for issue in issues)


def test_letters_that_mean_two_things_without_their_bar_are_a_guess() -> None:
    issue = lint_text("Công điện số 15/CD-TTg", rules=["W5"])[0]
    assert (issue.suggestion, issue.certain) == ("15/CĐ-TTg", False)


def test_one_number_with_several_faults_is_repaired_as_a_whole() -> None:
    issues = lint_text("Số: *2* /CTR–UBND, ngày 02/12/2021")
    faults = [issue for issue in issues if issue.code in {"N1", "W3", "W4", "W9", "W12"}]
    assert len(faults) == 5
    assert {issue.suggestion for issue in faults} == {"02/CTr-UBND"}
    assert len({issue.span for issue in faults}) == 1


def test_markup_that_does_not_close_is_a_guess() -> None:
    issue = lint_text("**Kế hoạch số 99**/KH-UBND", rules=["W4"])[0]
    assert (issue.text, issue.certain) == ("99**/KH-UBND", False)


@pytest.mark.parametrize(
    "line", ["THEO QUYẾT ĐỊNH SỐ 1719/QĐ-TTG NGÀY 14/10/2021", "\nQĐ 1719/QĐ-TTG\nvề việc"]
)
def test_a_line_in_capitals_may_have_them(found, line) -> None:
    assert found("W9", line) == []


def test_a_decomposed_text_has_one_note(found) -> None:
    text = unicodedata.normalize("NFD", "Nghị định số 05/2011/NĐ-CP; Nghị quyết số 52/NQ-CP")
    issues = found("W7", text)
    assert [issue.severity for issue in issues] == ["note"]
    assert issues[0].suggestion == "Nghị định số 05/2011/NĐ-CP"


def test_old_years_of_two_digits(found) -> None:
    assert found("W15", "Quyết định số 12/96/QĐ-TTg")[0].suggestion == "12/1996/QĐ-TTg"
    assert found("W15", "ngày 05/11/2011, tỷ lệ 3/4/KH, đoạn 12/05") == []


def test_a_parted_term_belongs_to_the_number(found) -> None:
    issue = found("W14", "Nghị quyết số 88/2019/QH l4 của Quốc hội")
    assert [(i.text, i.suggestion) for i in issue] == [("88/2019/QH l4", "88/2019/QH14")]
