"""Codes as they really come: spaced, broken, misspelt, in other alphabets' marks and old fonts."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from dantoc_policy.law.citations.find import find_citations

OPEN = pytest.mark.xfail(reason="not read yet", strict=False)

# What is printed, the code that is meant, its type, and a warning that must be given.
NOISE: dict[str, list[Any]] = {
    "letters contradict the word": [
        ("Nghị định số 05/2011/NQ-CP", "05/2011/NĐ-CP", "nghi_dinh", "type.contradicts_symbol"),
        ("Thông tư số 15/2016/QĐ-BTC", "15/2016/TT-BTC", "thong_tu", "type.contradicts_symbol"),
        ("Kế hoạch số 12/QĐ-UBND", "12/QĐ-UBND", "ke_hoach", "type.contradicts_symbol"),
    ],
    "type letters that the National Assembly does not write": [
        ("88/2019/NQ-QH14", "88/2019/QH14", None, "number.assembly_letters"),
        ("76/2025/NQ-UBTVQH15", "76/2025/UBTVQH15", None, "number.assembly_letters"),
    ],
    "spaces": [
        ("65- KL/TW", "65-KL/TW", "ket_luan", None),
        ("65 -KL/ TW", "65-KL/TW", "ket_luan", None),
        ("02 /CTr-UBND", "02/CTr-UBND", "chuong_trinh", None),
        ("56/ 2015/ NĐ - CP", "56/2015/NĐ-CP", "nghi_dinh", None),
        ("33 / 2020 / QĐ - TTg", "33/2020/QĐ-TTg", "quyet_dinh", None),
        ("33\u00a0/2020/\u2009QĐ-TTg", "33/2020/QĐ-TTg", "quyet_dinh", None),
        ("88/2019/QH 14", "88/2019/QH14", None, None),
        ("Văn bản số 12/CĐVX- ĐT", "12/CĐVX-ĐT", "cong_van", None),
    ],
    "emphasis": [
        ("*02* /CTr-UBND", "02/CTr-UBND", "chuong_trinh", None),
        ("**33/2020/QĐ-TTg**", "33/2020/QĐ-TTg", "quyet_dinh", None),
        ("_33_/2020/QĐ-TTg", "33/2020/QĐ-TTg", "quyet_dinh", None),
        ("33/2020/*QĐ-TTg*", "33/2020/QĐ-TTg", "quyet_dinh", None),
    ],
    "other letters for Đ": [
        ("402/Q\u00d0-TTg", "402/QĐ-TTg", "quyet_dinh", None),
        ("402/Q\u0189-TTg", "402/QĐ-TTg", "quyet_dinh", None),
        ("402/QD-TTg", "402/QĐ-TTg", "quyet_dinh", "number.letters"),
        ("05/2011/ND-CP", "05/2011/NĐ-CP", "nghi_dinh", "number.letters"),
        ("12/NQ-HDND", "12/NQ-HĐND", "nghi_quyet", "number.letters"),
        ("12/NQ-H\u00d0ND", "12/NQ-HĐND", "nghi_quyet", None),
        ("193-H\u00d0BT", "193-HĐBT", None, None),
    ],
    "old fonts": [
        ("402/Q§-TTg", "402/QĐ-TTg", "quyet_dinh", None),
        ("05/2011/N§-CP", "05/2011/NĐ-CP", "nghi_dinh", None),
        ("12/QÑ-UB", "12/QĐ-UB", "quyet_dinh", None),
    ],
    "capitals and small letters": [
        ("02/CTR-UBND", "02/CTr-UBND", "chuong_trinh", "number.letters"),
        ("861/qđ-ttg", "861/QĐ-TTg", "quyet_dinh", "number.letters"),
        ("106/QĐ-TTG", "106/QĐ-TTg", "quyet_dinh", "number.letters"),
    ],
    "a dash lost or doubled": [
        ("84 QĐ/TWĐTN", "84-QĐ/TWĐTN", "quyet_dinh", None),
        ("367 - QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP", "quyet_dinh", None),
        ("12/QĐUBND", "12/QĐ-UBND", "quyet_dinh", "number.dash"),
        ("12/KHUBND", "12/KH-UBND", "ke_hoach", "number.dash"),
    ],
    "separators of the other family": [
        ("65/KL-TW", "65-KL/TW", "ket_luan", "number.separators"),
        ("24/NQ-TW", "24-NQ/TW", "nghi_quyet", "number.separators"),
        ("303-KH/UBND", "303/KH-UBND", "ke_hoach", "number.separators"),
    ],
    "dashes and slashes of typesetting": [
        ("05/2011/NĐ\u2013CP", "05/2011/NĐ-CP", "nghi_dinh", None),
        ("05/2011/NĐ\u2212CP", "05/2011/NĐ-CP", "nghi_dinh", None),
        ("05\u20442011\u2044NĐ\u2011CP", "05/2011/NĐ-CP", "nghi_dinh", None),
        ("05\uff0f2011\uff0fNĐ\uff0dCP", "05/2011/NĐ-CP", "nghi_dinh", None),
        ("05/2011/NĐ\u00adCP", "05/2011/NĐ-CP", "nghi_dinh", None),
    ],
    "an end of a line inside": [
        ("24-NQ/\nTW", "24-NQ/TW", "nghi_quyet", None),
        ("33/2020/\nQĐ-TTg", "33/2020/QĐ-TTg", "quyet_dinh", None),
        ("33/2020/QĐ-\nTTg", "33/2020/QĐ-TTg", "quyet_dinh", None),
    ],
    "letters for digits": [
        ("O2/CTr-UBND", "02/CTr-UBND", "chuong_trinh", None),
        ("l2/2018/QĐ-TTg", "12/2018/QĐ-TTg", "quyet_dinh", None),
        ("33/2O20/QĐ-TTg", "33/2020/QĐ-TTg", "quyet_dinh", None),
        pytest.param("402/Q0-TTg", "402/QĐ-TTg", "quyet_dinh", None, marks=OPEN),
        pytest.param("88/2019/QH l4", "88/2019/QH14", None, None, marks=OPEN),
    ],
    "a year of two digits": [
        pytest.param("05/11/NĐ-CP", "05/2011/NĐ-CP", "nghi_dinh", None, marks=OPEN),
    ],
    "entities": [
        ("33&#x002F;2020&#47;QĐ-TTg", "33/2020/QĐ-TTg", "quyet_dinh", None),
        ("33&sol;2020&sol;Q&#272;-TTg", "33/2020/QĐ-TTg", "quyet_dinh", None),
    ],
    "marks that nobody sees": [
        ("33/2020/Q\u200bĐ-TTg", "33/2020/QĐ-TTg", "quyet_dinh", None),
        ("\ufeff33/2020\u2060/QĐ-TTg", "33/2020/QĐ-TTg", "quyet_dinh", None),
    ],
}
# Words that lead to a code; where a word names a type, the code stands behind "số" alone too.
TYPED = ("Nghị định", "Thông tư", "Kế hoạch", "Văn bản")
ROWS = [
    pytest.param(*(row.values if hasattr(row, "values") else row), id=f"{kind}: {number}",
                 marks=row.marks if hasattr(row, "marks") else ())
    for kind, rows in NOISE.items()
    for number, row in enumerate(rows)
]  # fmt: skip


@pytest.mark.parametrize(("printed", "canonical", "kind", "warning"), ROWS)
def test_a_code_in_noise(printed: str, canonical: str, kind: str | None, warning: str) -> None:
    text = f"theo {printed} ngày 14/3/2016" if printed.startswith(TYPED) else f"số {printed} và"
    [citation] = find_citations(text)
    assert citation.canonical == canonical
    assert kind in {None, citation.type}
    assert warning is None or warning in citation.warnings
    assert text[citation.start : citation.end] == citation.text
    first, last = citation.spans["code"]
    assert text[first:last].strip("*_") in printed


WHOLE = "Quyết định số 12/QĐ-UBDT ngày 01/02/2020 của Ủy ban Dân tộc"
SAME = {
    "decomposed": unicodedata.normalize("NFD", WHOLE),
    "tone on the other vowel": WHOLE.replace("Ủy", "Uỷ"),
    "capitals": WHOLE.upper(),
    "no marks": "Quyet dinh so 12/QD-UBDT ngay 01/02/2020 cua Uy ban Dan toc",
    "entities": "".join(f"&#{ord(letter)};" if ord(letter) > 127 else letter for letter in WHOLE),
    "spaces that do not break": WHOLE.replace(" ", "\u00a0"),
    "an entity for them": WHOLE.replace(" ", "&nbsp;"),
    "lines": WHOLE.replace(" ", "\n"),
    "doubled words": WHOLE.replace("ngày", "ngày ngày").replace("của", "của của"),
}


@pytest.mark.parametrize("printed", SAME.values(), ids=SAME)
def test_all_parts_of_a_citation_in_noise(printed: str) -> None:
    [plain], [citation] = find_citations(WHOLE), find_citations(printed)
    for name in ("canonical", "type", "number", "year", "issue_date", "issuer_id"):
        assert getattr(citation, name) == getattr(plain, name)
    assert (citation.start, citation.end) == (0, len(printed))


@pytest.mark.parametrize(
    "text",
    [
        "số31-QĐ/TW",
        "theo tạiQuyết định số 31-QĐ/TW",
        "Quyết định số31-QĐ/TWngày 14/3/2016",
        "Quyết định số 31-QĐ/TW ngày14/3/2016",
        "Quyết định số 31-QĐ/TWcủa Ban Bí thư",
        "Quyết định số 31-QĐ/TW ngày 06/3/2018 của...",
    ],
)
def test_words_run_together_or_cut(text: str) -> None:
    [citation] = find_citations(text)
    assert (citation.canonical, citation.type) == ("31-QĐ/TW", "quyet_dinh")


@pytest.mark.parametrize(
    "text",
    ["Nghị quyết số 24-NQ/TW phân đầu giảm nghèo", "thể trận theo Nghị quyết số 24-NQ/TW yà"],
)
def test_misread_words_beside_a_code_change_nothing(text: str) -> None:
    [citation] = find_citations(text)
    assert (citation.canonical, citation.text) == ("24-NQ/TW", "Nghị quyết số 24-NQ/TW")


def test_two_dates_of_one_code_are_both_given() -> None:
    text = "Quyết định số 402/QĐ-TTg ngày 14/3/2016. Quyết định số 402/QĐ-TTg ngày 15/3/2016."
    assert [str(citation.issue_date) for citation in find_citations(text)] == [
        "2016-03-14",
        "2016-03-15",
    ]


@pytest.mark.parametrize("text", ["năm 2025\n\n- NQ/TW", "24\n- NQ/TW", "số 24\n\n-NQ/TW"])
def test_a_code_never_reaches_over_the_dash_of_a_list(text: str) -> None:
    assert find_citations(text) == []


@pytest.mark.parametrize(
    ("before", "text", "kind"),
    [
        ("số 88/2019/QH14", "số 88/2019/NQ-QH14", "nghi_quyet"),
        ("số 15/HD-BTC", "số 15/HĐ-BTC", "hop_dong"),
        ("số 12/DA-UBND", "số 12/ĐA-UBND", "de_an"),
    ],
)
def test_what_was_read_before_changes_nothing(before: str, text: str, kind: str) -> None:
    find_citations(before)
    [citation] = find_citations(text)
    assert citation.type == kind
