"""Correct texts get no errors and no warnings."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dantoc_policy.law.library import documents
from dantoc_policy.law.lint.check import lint_text

GOLD = Path(__file__).parents[1] / "gold" / "development.jsonl"
# Snippets whose numbers are printed rightly and that have another defect.
DEFECTS = {
    "dev-088": {"W11"},  # 728/TTr/BNN-TCLN
    "dev-116": {"N4"},
    "dev-123": {"N4"},
    "dev-132": {"W17"},  # của của
    "dev-138": {"N4"},
    "dev-146": {"N4"},
    "dev-166": {"N4"},
    "dev-169": {"N4"},
    "dev-186": {"P1"},  # Resolution No. 24-NQ/TW without day and term
}


def grave(text: str, as_of: date | None = None) -> set[str]:
    return {issue.code for issue in lint_text(text, as_of) if issue.severity != "note"}


def test_whatever_the_library_has_is_cited_rightly() -> None:
    found = {
        document.id: grave(document.citation("vi", first=first))
        for document in documents
        for first in (True, False)
        if not (document.number == "24-NQ/TW" and not first)
    }
    assert {key: codes for key, codes in found.items() if codes} == {}


def test_real_citations_that_are_printed_rightly() -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    right = [row for row in rows if all(c["printed"] == c["canonical"] for c in row["citations"])]
    assert len(right) > 200
    found = {row["id"]: grave(row["text"]) for row in right}
    assert {key: codes for key, codes in found.items() if codes} == DEFECTS


def test_a_text_without_citations_has_no_issues() -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    empty = [row["text"] for row in rows if not row["citations"]]
    assert len(empty) > 30
    assert [text for text in empty if grave(text)] == []


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "…", "Số:", "số /", "ngày", "Căn cứ", "\u200b", "của"]
)
def test_nothing_to_check(text) -> None:
    assert lint_text(text, date(2025, 1, 1)) == []


PLAN = """ỦY BAN NHÂN DÂN
TỈNH THÁI NGUYÊN
Số: 145/KH-UBND
Thái Nguyên, ngày 15 tháng 3 năm 2022

KẾ HOẠCH
Thực hiện Chương trình mục tiêu quốc gia

Căn cứ Nghị quyết số 120/2020/QH14 ngày 19/6/2020 của Quốc hội phê duyệt chủ trương đầu tư;
Căn cứ Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ phê duyệt Chương trình;
Căn cứ Quyết định số 39/2021/QĐ-TTg ngày 30/12/2021 của Thủ tướng Chính phủ;
Căn cứ Nghị quyết số 04-NQ/TU ngày 14/7/2021 của Ban Chấp hành Đảng bộ tỉnh Thái Nguyên;
Thực hiện Kết luận số 65-KL/TW ngày 30/10/2019 của Bộ Chính trị về tiếp tục thực hiện Nghị quyết
số 24-NQ/TW của Ban Chấp hành Trung ương Đảng khóa IX;
UBND tỉnh ban hành Kế hoạch như sau.
1. Rà soát theo Quyết định số 861/QĐ-TTg ngày 04/6/2021 của Thủ tướng Chính phủ.
2. Bố trí vốn theo Quyết định số 39/2021/QĐ-TTg và Nghị quyết số 04-NQ/TU.
"""


def test_a_plan_written_with_care() -> None:
    from dantoc_policy.law.lint.check import lint_document

    assert [issue for issue in lint_document(PLAN) if issue.severity != "note"] == []
