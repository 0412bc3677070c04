"""One document in two ways, and words that stand twice or are cut off: W16, W17."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("number", "first", "second", "count"),
    [
        ("Nghị định số 05/2011/NĐ-CP", "14/01/2011", "15/01/2011", 1),
        ("Nghị định số 05/2011/NĐ-CP", "14/01/2011", "14/01/2011", 0),
        ("Kế hoạch số 80/KH-UBND", "15/6/2020", "16/6/2020", 1),
        ("Kế hoạch số 80/KH-UBND", "15/6/2020", "15/6/2021", 0),
        ("Nghị quyết số 24-NQ/TW", "12/3/2003", "13/3/2003", 1),
        ("Nghị quyết số 24-NQ/TW", "12/3/2003", "03/6/2013", 0),
        ("Nghị quyết số 04-NQ/TU", "14/7/2021", "15/7/2021", 1),
    ],
)
def test_two_dates(found, number, first, second, count) -> None:
    text = f"{number} ngày {first}; theo {number} ngày {second}; {number}"
    issues = found("W16", text)
    assert [(issue.text, issue.severity) for issue in issues] == [
        (f"ngày {second}", "error")
    ] * count
    for issue in issues:
        assert first in issue.vi


def test_the_date_of_most_mentions_is_taken_as_the_right_one(found) -> None:
    number = "Nghị định số 05/2011/NĐ-CP"
    text = f"{number} ngày 04/01/2011; {number} ngày 14/01/2011; {number} ngày 14/01/2011"
    assert [issue.text for issue in found("W16", text)] == ["ngày 04/01/2011"]


def test_documents_that_share_a_number_may_differ(found) -> None:
    places = (
        "Quyết định số 39/2021/QĐ-UBND ngày 20/8/2021 của UBND tỉnh Bắc Kạn; Quyết định số"
        " 39/2021/QĐ-UBND ngày 21/8/2021 của UBND tỉnh Lào Cai"
    )
    types = (
        "Bộ luật Hình sự số 100/2015/QH13 ngày 27/11/2015; Nghị quyết số 100/2015/QH13 ngày"
        " 12/11/2015 của Quốc hội"
    )
    assert found("W16", places) == found("W16", types) == []


def test_a_date_in_a_table_may_be_another_one(found) -> None:
    text = "| 12/2018/QĐ-TTg | 06/3/2018 |\n| 12/2018/QĐ-TTg | 20/4/2018 |"
    assert [issue.severity for issue in found("W16", text)] == ["warning"]


def test_two_subjects(found) -> None:
    number = "Quyết định số 77/2020/QĐ-TTg ngày 12/11/2020 của Thủ tướng Chính phủ"
    first = "về tiêu chí phân định vùng đồng bào dân tộc thiểu số."
    other = "phê duyệt chương trình cấp điện nông thôn, hải đảo xa bờ."
    issue = found("W16", f"{number} {first}\n{number} {other}")[0]
    assert (issue.text, issue.severity) == (other.rstrip("."), "note")
    assert found("W16", f"{number} {first}\n{number} về tiêu chí phân định vùng dân tộc.") == []


@pytest.mark.parametrize(
    ("text", "printed", "kept"),
    [
        ("ngày 21/4/2020 của của Ban Thường vụ", "của của", "của"),
        ("Của của Ban Thường vụ", "Của của", "Của"),
        ("thực hiện của của của Bộ", "của của của", "của"),
        ("thực hiện tại tại địa phương", "tại tại", "tại"),
        ("số số 33/2020/QĐ-TTg", "số số", "số"),
        ("ngày ngày 12/11/2020", "ngày ngày", "ngày"),
        ("theo Quyết định Quyết định số 33/2020/QĐ-TTg", "Quyết định Quyết định", "Quyết định"),
    ],
)
def test_doubled_words(found, text, printed, kept) -> None:
    issue = found("W17", text)[0]
    assert (issue.text, issue.suggestion, issue.certain) == (printed, kept, True)


@pytest.mark.parametrize(
    "text",
    [
        "ngày ngày chăm lo, đời đời nhớ ơn, từ từ, dần dần, luôn luôn",
        "kế hoạch năm năm 2016 - 2020",
        "giá trị của của cải vật chất",
        "sống trong trong sạch",
        "số số học sinh, điều điều tra",
        "của\ncủa",
        "của, của",
        "quyết định quyết định sự thành công",
    ],
)
def test_words_that_may_stand_twice(found, text) -> None:
    assert found("W17", text) == []


@pytest.mark.parametrize(
    ("text", "cut", "suggestion"),
    [
        ("Quyết định 12/2018/QĐ-TTg ngày 06/3/2018 của...", "của...", "của Thủ tướng Chính phủ"),
        (
            "Quyết định 12/2018/QĐ-TTg ngày 06/3/2018 của …\nSau đó",
            "của …",
            "của Thủ tướng Chính phủ",
        ),
        ("Quyết định 12/QĐ-UBND ngày 06/3/2018 của\n\nSau đó", "của", None),
    ],
)
def test_a_body_cut_off(found, text, cut, suggestion) -> None:
    issue = found("W17", text)[0]
    assert (issue.text, issue.suggestion, issue.certain) == (cut, suggestion, False)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 04-NQ/TU ngày 14/7/2021 của Ban Chấp hành Đảng bộ tỉnh...",
        "Quyết định 12/2018/QĐ-TTg ngày 06/3/2018 của\nThủ tướng Chính phủ",
        "Quyết định 12/2018/QĐ-TTg ngày 06/3/2018 của Thủ tướng Chính phủ",
    ],
)
def test_a_body_that_is_named(found, text) -> None:
    assert found("W17", text) == []
