"""Forty citations with all that they say, what is no citation, and whole texts."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.find import find_citations

HERE = Path(__file__).parent
FORTY = [
    json.loads(line)
    for line in (HERE / "forty_citations.jsonl").read_text(encoding="utf-8").splitlines()
]
CODED = [row for row in FORTY if "canonical" in row["citations"][0]]
NAMED = [row for row in FORTY if row not in CODED]


def _said(citation: Citation, name: str) -> Any:
    """Give what a citation says of a field of the table."""
    if name == "provisions":
        return [provision.place() for provision in citation.provisions]
    if name == "family":
        assert citation.parsed is not None
        return citation.parsed.family
    value = getattr(citation, name)
    return value.isoformat() if isinstance(value, date) else value


def _check(citation: Citation, expected: dict[str, Any]) -> None:
    for name, value in expected.items():
        if name == "warnings":
            assert set(value) <= set(citation.warnings)
        else:
            assert (name, _said(citation, name)) == (name, value)


@pytest.mark.parametrize("row", CODED, ids=lambda row: row["text"])
def test_the_forty(row: dict[str, Any]) -> None:
    found = find_citations(row["text"])
    assert len(found) == len(row["citations"])
    for citation, expected in zip(found, row["citations"], strict=True):
        _check(citation, expected)
        assert citation.code == expected.get("code", citation.canonical)
        assert (citation.manner, row["text"][citation.start : citation.end]) == (
            "code",
            citation.text,
        )


@pytest.mark.parametrize("row", NAMED, ids=lambda row: row["text"])
def test_what_is_cited_by_name_only_is_found_when_asked_for(row: dict[str, Any]) -> None:
    assert find_citations(row["text"]) == []
    pytest.importorskip("dantoc_policy.law.citations.named")
    [citation] = find_citations(row["text"], named=True)
    _check(citation, row["citations"][0])


def test_the_table_is_whole() -> None:
    assert [row["i"] for row in FORTY] == list(range(1, 41))


NO_CITATIONS = [
    # shares, fractions, dates, years, amounts
    "2%/năm", "3-4%/năm", "1/2 bình quân", "8/8 huyện", "15/12 (hàng năm)", "tháng 10/2024",
    "Ngày 14/1", "23/7", "14/7/2021", "18-01-2022", "2021 - 2030", "2021- 2030", "quý II/2024",
    "giai đoạn 2021–2025", "4.000.000", "1.984 tỷ đồng", "12/15 chỉ tiêu", "26,7 %", "tỷ số 2-1",
    # telephones, addresses, plates, plots, classes
    "0208 3651 864 - Fax", "864 - Fax", "666A đường Quang Trung", "số nhà 12/5 đường CT",
    "biển số 20A-123.45", "29C-12345", "thửa đất số 12, tờ bản đồ số 7", "lớp 10A1/THPT",
    "bản đồ tỷ lệ 1/500", "https://vbpl.vn/33/2020/QĐ-TTg", "QCVN 01/2019/BXD",
    # marks at the foot of a letter, letters alone
    "Pvk/CT/DT", "Lưu: VT, NC.", "CT, PCT UBND tỉnh", "QĐ", "KH", "ODA", "DTTS&MN",
    # a number, a line's end and the dash of a list
    "đến năm 2025\n\n- Tỷ lệ hộ nghèo", "2021 - 2030\n\n- Thu nhập", "năm 2025\n- NQ/TW",
    "2030\n\n- KL/TW của Bộ Chính trị",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_CITATIONS)
def test_what_only_looks_like_a_citation(text: str) -> None:
    assert find_citations(text) == []
    assert find_citations(f"Theo báo cáo của UBND tỉnh, {text} là số liệu đã được nêu.") == []
    assert find_citations(f"{text}; {text}\n{text}") == []


@pytest.mark.parametrize("text", ["2%/năm", "8/8 huyện", "tháng 10/2024", "2021 - 2030", "ODA"])
def test_what_looks_like_a_citation_behind_the_word_of_a_type(text: str) -> None:
    assert find_citations(f"Quyết định {text} của tỉnh") == []
    assert find_citations(f"theo Nghị quyết về {text}, Kế hoạch") == []


# --- whole texts: how often each code is cited ------------------------------------------------

COUNTS: dict[str, dict[str, int]] = {
    "five_tasks_news": {"65-KL/TW": 1, "24-NQ/TW": 1},
    "board_review": {
        "33/2020/QĐ-TTg": 1, "39/2020/QĐ-TTg": 1, "12/2018/QĐ-TTg": 1, "39/2021/QĐ-UBND": 1,
        "02/CTr-UBND": 1, "04-NQ/TU": 1,
    },
    "half_year_meeting": {},
    "provincial_plan": {
        "65-KL/TW": 9, "24-NQ/TW": 6, "303/KH-UBND": 3, "3099-CV/TU": 2, "88/2019/QH14": 1,
        "05/2011/NQ-CP": 1, "2087/QĐ-UBND": 1, "402/QĐ-TTg": 1, "1740/QĐ-TTg": 1,
    },
    "action_programme": {
        "04-NQ/TU": 14, "402/QĐ-TTg": 3, "65-KL/TW": 2, "24-NQ/TW": 2, "02/CTr-UBND": 2,
        "830/BDT-VP": 1, "88/2019/NQ-QH14": 1, "88/2019/QH14": 1, "120/2020/QH14": 1,
        "05/2011/NĐ-CP": 1, "80/KH-UBND": 1, "52/NQ-CP": 1, "771/QĐ-TTg": 1, "99/KH-UBND": 1,
    },
}  # fmt: skip


def _citations(name: str) -> list[Citation]:
    return find_citations((HERE / "texts" / f"{name}.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "count"), [*COUNTS.items()])
def test_every_code_of_a_text_is_found(name: str, count: dict[str, int]) -> None:
    assert Counter(citation.code for citation in _citations(name)) == count


def test_a_document_names_itself_in_its_heading() -> None:
    plan, programme = _citations("provincial_plan"), _citations("action_programme")
    assert [(c.canonical, c.issue_date) for c in plan if c.heading] == [
        ("303/KH-UBND", date(2020, 6, 4)),
        ("303/KH-UBND", date(2020, 6, 4)),  # the portal's own table below the text
    ]
    assert [(c.canonical, c.issue_date) for c in programme if c.heading] == [
        ("02/CTr-UBND", date(2021, 12, 2))
    ]
    assert plan[0].issuer is not None
    assert plan[0].issuer.casefold() == "ủy ban nhân dân tỉnh bắc kạn"


def test_what_is_wrong_in_a_text_is_said_where_it_stands() -> None:
    [wrong] = [c for c in _citations("provincial_plan") if c.warnings]
    assert (wrong.code, wrong.canonical) == ("05/2011/NQ-CP", "05/2011/NĐ-CP")
    [wrong] = [c for c in _citations("action_programme") if "QH14" in c.text and c.warnings]
    assert (wrong.code, wrong.canonical) == ("88/2019/NQ-QH14", "88/2019/QH14")


def test_a_nested_citation_keeps_its_own_date_and_issuer() -> None:
    [outer] = [c for c in _citations("five_tasks_news") if c.code == "65-KL/TW"]
    [inner] = [c for c in _citations("five_tasks_news") if c.code == "24-NQ/TW"]
    assert (outer.issuer_id, outer.issue_date) == ("bo_chinh_tri", date(2019, 10, 30))
    assert (inner.issuer_id, inner.issue_date, inner.term) == (
        "ban_chap_hanh_trung_uong_dang",
        None,
        "IX",
    )
