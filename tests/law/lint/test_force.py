"""What is in force on a day: F1 to F6, W21."""

from __future__ import annotations

from datetime import date

import pytest

from dantoc_policy.law.document import Document
from dantoc_policy.law.library import Documents, documents
from dantoc_policy.law.relation import Relation

ZONES = "Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020 của Thủ tướng Chính phủ"
LIST = "Quyết định số 582/QĐ-TTg ngày 28/4/2017 của Thủ tướng Chính phủ"


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2020, 11, 11), ["D2"]),
        (date(2020, 11, 12), ["F1"]),
        (date(2020, 12, 30), ["F1"]),
        (date(2020, 12, 31), []),
        (date(2025, 11, 30), []),
        (date(2025, 12, 1), ["F2"]),
    ],
)
def test_the_life_of_a_decision(day, codes) -> None:
    from dantoc_policy.law.lint.check import lint_text

    issues = lint_text(f"Thực hiện {ZONES}", day, rules=["D2", "F1", "F2", "F3"])
    assert [issue.code for issue in issues] == codes
    if codes == ["F2"]:
        assert "272/2025/NĐ-CP" in issues[0].vi
        assert "272/2025/NĐ-CP" in issues[0].en


def test_without_a_day_nothing_is_said(found) -> None:
    for code in ("F1", "F2", "F3", "F4", "F5", "F6"):
        assert found(code, f"Căn cứ {LIST}") == []


def test_a_document_is_checked_on_its_own_day(in_document) -> None:
    heading = "Số: 15/KH-UBND\nBắc Kạn, ngày {}\nKẾ HOẠCH\n"
    text = f"{heading}Thực hiện {LIST}"
    assert in_document("F2", text.format("03 tháng 6 năm 2021")) == []
    assert len(in_document("F2", text.format("04 tháng 6 năm 2021"))) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"Căn cứ {LIST};", "F3"),
        (f"- Căn cứ Luật Đầu tư công, {LIST};", "F3"),
        (f"Nội dung.\nCăn cứ {LIST}", "F3"),
        (f"Thực hiện {LIST}", "F2"),
        (f"Căn cứ tình hình; thực hiện {LIST}", "F2"),
        (f"bãi bỏ {LIST}", None),
        (f"Quyết định này thay thế {LIST}", None),
        (f"Tổng kết 5 năm thực hiện {LIST}", None),
    ],
)
def test_legal_bases_and_the_past(found, text, code) -> None:
    day = date(2026, 1, 1)
    assert [issue.code for issue in (*found("F2", text, day), *found("F3", text, day))] == (
        [] if code is None else [code]
    )


def test_a_basis_is_reported_each_time_another_mention_once(found) -> None:
    day = date(2026, 1, 1)
    again = "Quyết định số 582/QĐ-TTg"
    assert len(found("F2", f"theo {LIST}; theo {again}", day)) == 1
    assert len(found("F3", f"Căn cứ {LIST};\nCăn cứ {again};", day)) == 2


def test_an_ended_basis_is_an_error_where_it_is_certain(found) -> None:
    sure = found("F3", f"Căn cứ {LIST};", date(2026, 1, 1))[0]
    doubted = found("F3", f"Căn cứ {ZONES};", date(2026, 1, 1))[0]
    assert (sure.severity, doubted.severity) == ("error", "warning")


def test_laws_by_name_are_checked_too(found) -> None:
    text = "Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015;"
    assert found("F3", text, date(2025, 3, 31)) == []
    assert found("F3", text, date(2025, 4, 1))[0].text.startswith("Luật Ban hành")


def test_a_number_that_may_be_another_document_is_left_alone(found) -> None:
    assert found("F2", "Quyết định số 582/QĐ-TTg", date(2026, 1, 1)) == []
    assert found("F2", "Quyết định số 582/QĐ-TTg năm 2018", date(2026, 1, 1)) == []


def test_an_amended_basis(found) -> None:
    text = "Căn cứ Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ;"
    assert found("F5", text, date(2024, 11, 30)) == []
    assert "127/2024/NĐ-CP" in found("F5", text, date(2024, 12, 1))[0].vi
    named = f"{text}\nCăn cứ Nghị định số 127/2024/NĐ-CP ngày 10/10/2024 của Chính phủ;"
    assert found("F5", named, date(2024, 12, 1)) == []
    assert found("F5", text.replace("Căn cứ", "Theo"), date(2024, 12, 1)) == []


def test_what_the_library_does_not_have(found) -> None:
    text = f"{ZONES}; Quyết định số 9876/QĐ-TTg ngày 04/5/2020; Quyết định số 9876/QĐ-TTg"
    issues = found("F6", text, date(2021, 6, 4))
    assert [issue.text for issue in issues] == ["Quyết định số 9876/QĐ-TTg ngày 04/5/2020"]
    assert len(found("F6", text, date(2021, 6, 4), library=Documents([]))) == 2


@pytest.mark.parametrize(
    ("day", "severity"),
    [
        (date(2023, 3, 4), None),
        (date(2023, 3, 5), "warning"),
        (date(2023, 12, 31), "warning"),
        (date(2024, 1, 1), None),
    ],
)
@pytest.mark.parametrize("part", [(), ("khoản 1 Điều 1",)])
def test_suspensions(found, day, severity, part) -> None:
    def decree(number: str, issued: date, *relations: Relation) -> Document:
        return Document(
            number=number,
            type="nghi_dinh",
            issuers=("chinh_phu",),
            issued=issued,
            effective=issued,
            relations=relations,
            source="memory",
        )

    stop = Relation(
        kind="suspends", target="65/2022/NĐ-CP", until=date(2023, 12, 31), provisions=part
    )
    library = documents.with_documents(
        [
            decree("65/2022/NĐ-CP", date(2022, 9, 16)),
            decree("08/2023/NĐ-CP", date(2023, 3, 5), stop),
        ]
    )
    issues = found("F4", "Theo Nghị định số 65/2022/NĐ-CP", day, library=library)
    wanted = [] if severity is None else ["note" if part else severity]
    assert [issue.severity for issue in issues] == wanted


def test_a_subject_of_another_document(found) -> None:
    number = "Quyết định số 1163/QĐ-TTg ngày 08/8/2017 của Thủ tướng Chính phủ"
    wrong = "về cấp điện cho thôn, bản biên giới chưa có lưới điện quốc gia"
    issue = found("W21", f"{number} {wrong}.")[0]
    assert (issue.text, issue.severity) == (wrong, "note")
    assert "giáo dục pháp luật" in issue.vi
    right = "về đẩy mạnh công tác phổ biến, giáo dục pháp luật vùng dân tộc thiểu số."
    assert found("W21", f"{number} {right}") == []
