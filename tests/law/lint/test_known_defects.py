"""Defects that real plans and news pages of provinces had, in the phrases that had them."""

from __future__ import annotations

import pytest

from dantoc_policy.law.lint.check import lint_document

PLAN_2020 = """ỦY BAN NHÂN DÂN
TỈNH BẮC KẠN
-------

Số: 303/KH-UBND

Bắc Kạn, ngày 04 tháng 6 năm 2020

KẾ HOẠCH

"""
PROGRAMME_2021 = """Số: *02* /CTr-UBND

Thái Nguyên, ngày *02* tháng 12 năm 2021

CHƯƠNG TRÌNH HÀNH ĐỘNG

"""
TRAILER = """;

Chương trình hành động số: 02 /CTr-UBND ngày 02/12/2021
của Ủy ban nhân dân tỉnh Thái Nguyên"""


def issues(text: str, head: str = "", foot: str = ""):
    start, end = len(head), len(head) + len(text)
    found = lint_document(head + text + foot)
    return [issue for issue in found if start <= issue.start < end]


def codes(text: str, head: str = "", foot: str = "") -> set[str]:
    return {issue.code for issue in issues(text, head, foot)}


def one(code: str, text: str, head: str = "", foot: str = ""):
    (found,) = [issue for issue in issues(text, head, foot) if issue.code == code]
    return found


DECREE = "Nghị định số 05/2011/NQ-CP của Chính phủ về công tác dân tộc..."
TARGETS = (
    "về thực hiện Nghị quyết số 88/2019/NQ-QH14 ngày 18/11/2019 của Quốc hội về phê duyệt Đề án"
    " tổng"
    " thể phát triển kinh tế - xã hội vùng DTTS và miền núi giai đoạn 2021 - 2030."
)
LETTER = "Công văn số 3099-CV/TU ngày 21 tháng 4 năm 2020 của của Ban Thường vụ Tỉnh ủy Bắc Kạn"
CHAIN = (
    "Kế hoạch số 80/KH-UBND ngày 15/6/2020 của UBND tỉnh về thực hiện Kết luận số 65-KL/TW ngày"
    " 30/10/2019 của Bộ Chính trị về tiếp tục thực hiện Nghị quyết số 24-NQ/TW ngày 12/3/2003 của"
    " Ban"
    " Chấp hành Trung ương Đảng khóa IX và Nghị quyết số 04-NQ/TU ngày 14/7/2021 của Ban Chấp hành"
    " Đảng bộ tỉnh"
)


def test_a_decree_with_the_letters_of_a_resolution() -> None:
    assert {"W1", "E1", "N6"} <= codes(DECREE, PLAN_2020)
    wrong = one("W1", DECREE, PLAN_2020)
    assert (wrong.text, wrong.suggestion) == ("05/2011/NQ-CP", "05/2011/NĐ-CP")
    assert (wrong.severity, wrong.certain) == ("error", True)
    whole = one("N6", DECREE, PLAN_2020)
    assert (whole.severity, "14 tháng 01 năm 2011" in (whole.suggestion or "")) == ("warning", True)


def test_letters_too_many_before_the_assembly() -> None:
    wrong = one("W2", TARGETS)
    assert (wrong.text, wrong.suggestion, wrong.certain) == (
        "88/2019/NQ-QH14",
        "88/2019/QH14",
        True,
    )


def test_a_space_behind_the_dash() -> None:
    wrong = one("W3", "thực hiện Kết luận số 65- KL/TW của Bộ Chính trị", PLAN_2020)
    assert (wrong.text, wrong.suggestion, wrong.certain) == ("65- KL/TW", "65-KL/TW", True)


def test_a_number_filled_in_by_hand_and_read_by_a_machine() -> None:
    assert {"W3", "W4"} <= codes(PROGRAMME_2021)
    for code in ("W3", "W4"):
        wrong = one(code, PROGRAMME_2021)
        assert (wrong.text, wrong.suggestion) == ("*02* /CTr-UBND", "02/CTr-UBND")
    assert "N3" not in codes(PROGRAMME_2021)
    assert {"W3", "N3"} <= codes(TRAILER, PROGRAMME_2021)
    assert one("N3", TRAILER, PROGRAMME_2021).text == "số:"


def test_a_doubled_word() -> None:
    wrong = one("W17", LETTER, PLAN_2020)
    assert (wrong.text, wrong.suggestion, wrong.certain) == ("của của", "của", True)


def test_a_body_cut_off() -> None:
    text = "theo Quyết định 12/2018/QĐ-TTg ngày 06/3/2018 của...\n\nChủ trì, phối hợp"
    wrong = one("W17", text)
    assert (wrong.text, wrong.suggestion) == ("của...", "của Thủ tướng Chính phủ")


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 99/KH-UBND ngày 19/5/2021 của UBND tỉnh",
        "Nghị quyết số 04-NQ/TU ngày 14/7/2021 của Ban Chấp hành Đảng bộ tỉnh",
    ],
)
def test_places_inferred_from_the_citing_body(text) -> None:
    assert "Thái Nguyên" in one("I2", text, PROGRAMME_2021, TRAILER).vi
    assert "Bắc Kạn" in one("I2", text, PLAN_2020).vi


def test_a_party_number_whose_term_is_given() -> None:
    number, body = "Nghị quyết số 24-NQ/TW", "của Ban chấp hành Trung ương Đảng khóa IX"
    whole = one("N6", f"tiếp tục thực hiện {number} {body} về công tác dân tộc")
    assert "12 tháng 3 năm 2003" in (whole.suggestion or "")
    assert "P1" not in codes(f"tiếp tục thực hiện {number} {body}")
    assert "P1" in codes(f"tiếp tục thực hiện {number}")


def test_a_plan_that_would_carry_out_a_later_resolution() -> None:
    found = one("W20", CHAIN, PROGRAMME_2021)
    assert found.text == "Nghị quyết số 04-NQ/TU ngày 14/7/2021 của Ban Chấp hành Đảng bộ tỉnh"
    assert "80/KH-UBND" in found.message("vi")


def test_a_programme_that_names_what_it_carries_out_without_a_verb() -> None:
    text = "02/12/2021 ban hành Chương trình hành động Nghị quyết số 04-NQ/TU ngày 14/7/2021"
    assert one("C3", text).suggestion == "Chương trình hành động thực hiện"


@pytest.mark.parametrize(
    ("number", "scheme"),
    [
        ("414/QĐ-TTg", "Tăng cường ứng dụng công nghệ thông tin hỗ trợ đồng bào dân tộc thiểu số"),
        (
            "1898/QĐ-TTg",
            "Hỗ trợ hoạt động bình đẳng giới vùng dân tộc thiểu số giai đoạn 2018 – 2025",
        ),
    ],
)
def test_schemes_that_are_only_named(number, scheme) -> None:
    assert number in one("C4", f"triển khai Đề án “{scheme}” trên địa bàn tỉnh").vi


def test_a_label_of_a_portal() -> None:
    text = (
        "\n  • Số hiệu: 303/KH-UBND\n  • Loại văn bản: Văn bản khác\n  • Ngày ban hành: 04/06/2020"
    )
    found = one("T5", text, PLAN_2020)
    assert (found.text, found.suggestion) == ("Văn bản khác", "Kế hoạch")
