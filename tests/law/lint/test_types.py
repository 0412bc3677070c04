"""The type of a document: W1, W2, T1 to T5, N5."""

from __future__ import annotations

import pytest

from dantoc_policy.law.library import Documents


@pytest.mark.parametrize(
    ("text", "suggestion", "severity", "certain"),
    [
        ("Nghị định số 05/2011/NQ-CP", "05/2011/NĐ-CP", "error", True),
        ("Nghị định số 5/2011/NQ-CP", "05/2011/NĐ-CP", "error", True),
        ("Nghị định số 77/2011/NQ-CP", "77/2011/NĐ-CP", "error", False),
        ("Thông tư số 77/2014/QĐ-UBDT", "77/2014/TT-UBDT", "error", False),
        ("Tờ trình số 1044/TT-STC", "1044/TTr-STC", "warning", False),
        ("Báo cáo số 12/KH-UBND", None, "warning", False),
        ("Quy chế số 15/QĐ-UBND", None, "note", False),
    ],
)
def test_word_and_letters_disagree(found, text, suggestion, severity, certain) -> None:
    issue = found("W1", f"theo {text} đã nêu")[0]
    assert issue.text == text.split()[-1]
    assert (issue.suggestion, issue.severity, issue.certain) == (suggestion, severity, certain)


def test_the_word_is_wrong_where_the_library_has_the_number(found) -> None:
    issue = found("W1", "theo Nghị định số 30a/2008/NQ-CP ngày 27/12/2008 của Chính phủ")[0]
    assert (issue.text, issue.suggestion, issue.certain) == ("Nghị định", "Nghị quyết", False)
    issue = found("W1", "theo nghị định số 30a/2008/NQ-CP ngày 27/12/2008 của Chính phủ")[0]
    assert issue.suggestion == "nghị quyết"


def test_without_a_library_nothing_of_it_is_certain(found) -> None:
    issue = found("W1", "Nghị định số 05/2011/NQ-CP", library=Documents([]))[0]
    assert (issue.suggestion, issue.certain) == ("05/2011/NĐ-CP", False)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 05/2011/NĐ-CP",
        "Thông tư số 02/2014/TTLT-BNV-UBDT",
        "Quy định số 66-QĐ/TW",
        "Quy định số 08-QĐi/TW",
        "Văn bản số 08-TB/BCSĐ",
        "Công văn số 10453/CT-TTHT năm 2016 của Cục Thuế",
        "Công văn số 410/TTr-NV1",
        "tờ trình số 3113/UB-TT ngày 07 tháng 9 năm 2001",
        "Thông tư số 60-TC/TCT ngày 13/7/1993",
        "Thông tri số 23/TTr-MTTW-BTT",
        "Luật Đất đai số 13/2003/QH11",
        "Quyết định số 42/UB-QĐ ngày 23/5/1997",
        "Chương trình hành động số 02/CTr-UBND",
    ],
)
def test_word_and_letters_agree(found, text) -> None:
    assert found("W1", text) == []


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("88/2019/NQ-QH14", "88/2019/QH14"),
        ("26/2012/PL-UBTVQH13", "26/2012/UBTVQH13"),
        ("04/2012/PL – UBTVQH13", "04/2012/UBTVQH13"),
    ],
)
def test_letters_before_the_assembly(found, printed, meant) -> None:
    issue = found("W2", f"số {printed} của Quốc hội")[0]
    assert (issue.text, issue.suggestion, issue.certain) == (printed, meant, True)


@pytest.mark.parametrize(
    "printed", ["88/2019/QH14", "34/2007/PL-UBTVQH11", "755/2005/NQ-UBTVQH11", "855/NQ-UBTVQH14"]
)
def test_letters_that_belong_there(found, printed) -> None:
    assert found("W2", f"số {printed}") == []


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("12/2021/KH-UBND", "12/KH-UBND"),
        ("05/2022/BC-UBND", "05/BC-UBND"),
        ("14/2024/TTr-UBDT", "14/TTr-UBDT"),
        ("01/2024/VBHN-UBDT", "01/VBHN-UBDT"),
    ],
)
def test_administrative_documents_have_no_year(found, printed, meant) -> None:
    issue = found("T1", f"tại văn bản số {printed}")[0]
    assert (issue.text, issue.suggestion, issue.certain) == (printed, meant, False)


@pytest.mark.parametrize(
    "printed",
    ["39/2021/QĐ-UBND", "15/2008/CT-UBND", "05/2023/HĐ-TV", "12/2021/KH-XYZ", "12/KH-UBND"],
)
def test_years_that_may_be(found, printed) -> None:
    assert found("T1", f"số {printed}") == []


@pytest.mark.parametrize(
    ("text", "suggestion", "severity"),
    [
        ("Nghị định số 05/NĐ-CP ngày 14/01/2011", "05/2011/NĐ-CP", "error"),
        ("Nghị định số 05/NĐ-CP năm 2011", "05/2011/NĐ-CP", "error"),
        ("Nghị định số 05/NĐ-CP ngày 01/01/1997", "05/1997/NĐ-CP", "error"),
        ("Nghị định số 05/NĐ-CP của Chính phủ", None, "warning"),
        ("Thông tư số 02/TT-UBDT ngày 30/6/2022", "02/2022/TT-UBDT", "error"),
        ("Thông tư liên tịch số 02/TTLT-BNV-UBDT ngày 11/9/2014", "02/2014/TTLT-BNV-UBDT", "error"),
    ],
)
def test_decrees_and_circulars_have_a_year(found, text, suggestion, severity) -> None:
    issue = found("T2", text)[0]
    assert (issue.suggestion, issue.severity) == (suggestion, severity)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 64-CP ngày 27/9/1993",
        "Nghị định số 22/NĐ-CP ngày 31/12/1996",
        "Quyết định số 402/QĐ-TTg",
        "Tờ trình số 1044/TT-STC ngày 29/5/2014",
        "Thông tri số 23-TT/TU ngày 01/3/2021",
    ],
)
def test_numbers_that_need_no_year(found, text) -> None:
    assert found("T2", text) == []


def test_letters_missing(found) -> None:
    issues = found("T3", "Nghị định 100/2019 của Chính phủ; Thông tư 01/2021")
    assert [(issue.text, issue.suggestion) for issue in issues] == [
        ("100/2019", "100/2019/NĐ-CP"),
        ("01/2021", None),
    ]


def test_letters_of_no_table_are_noted_once(found) -> None:
    text = "Quyết định số 15/XQZ ngày 04/6/2020; theo Quyết định số 15/XQZ"
    assert [issue.span for issue in found("T4", text)] == [(14, 20)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Công văn số 525/CV-BDT ngày 05/3/2020", 1),
        ("Công văn số 525/CV-BDT ngày 04/3/2020", 0),
        ("Công văn số 525/CV-BDT", 0),
        ("Công văn số 3099-CV/TU ngày 21/4/2020", 0),
        ("Công văn số 525/BDT-VP ngày 05/3/2020", 0),
    ],
)
def test_letters_of_an_official_letter(found, text, count) -> None:
    assert len(found("N5", text)) == count


def test_a_label_of_a_portal_is_no_type(found) -> None:
    text = "  • Số hiệu: 303/KH-UBND\n  • Loại văn bản: Văn bản khác\n  • Ngày ban hành: 04/06/2020"
    issue = found("T5", text)[0]
    assert (issue.text, issue.suggestion) == ("Văn bản khác", "Kế hoạch")
    assert found("T5", "Loại văn bản: Thông tư | Cơ quan ban hành: Bộ Y tế") == []
    assert found("T5", "các loại văn bản: kế hoạch, báo cáo") == []
