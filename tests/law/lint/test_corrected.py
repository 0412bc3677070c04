"""Putting in what is certain: once is enough, and nothing else is touched."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.law.lint.check import corrected, lint_document, lint_text

CITATIONS = [
    "Nghị quyết số 88/2019/QH14 ngày 18/11/2019 của Quốc hội",
    "Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020 của Thủ tướng Chính phủ",
    "Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ",
    "Kết luận số 65-KL/TW ngày 30/10/2019 của Bộ Chính trị",
    "Kế hoạch số 80/KH-UBND ngày 15/6/2020 của UBND tỉnh Thái Nguyên",
    "Chương trình hành động số 02/CTr-UBND ngày 02/12/2021 của UBND tỉnh",
    "Thông tư liên tịch số 02/2014/TTLT-BNV-UBDT ngày 11/9/2014",
    "Công văn số 3099-CV/TU ngày 21/4/2020 của Ban Thường vụ Tỉnh ủy Bắc Kạn",
    "Văn bản số 830/BDT-VP ngày 08/11/2021",
    "Pháp lệnh số 34/2007/PL-UBTVQH11",
]
NOISE = [
    ("-", "- "),
    ("-", " - "),
    ("-", "–"),
    ("-", ""),
    ("/", " /"),
    ("/", "⁄"),
    ("/", "&#x2F;"),
    ("Đ", "Ð"),
    ("Đ", "D"),
    ("Đ", "§"),
    ("TTg", "TTG"),
    ("CTr", "CTR"),
    ("QH", "NQ-QH"),
    ("NĐ", "NQ"),
    ("số 0", "số "),
    ("số ", "số: "),
    ("số ", "số:"),
    ("số ", "số *"),
    ("của ", "của của "),
    ("của ", "của..."),
    ("ngày 0", "ngày "),
    ("ngày ", "ngày ngày "),
    ("02", "*02*"),
    ("02", "O2"),
    ("80", "**80**"),
    ("/", "/\n"),
    ("/2011", "/2012"),
    ("2020", "20"),
    ("-", "-\u200b"),
]


@st.composite
def texts(draw) -> str:
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        piece = draw(st.sampled_from(CITATIONS))
        for old, new in draw(st.lists(st.sampled_from(NOISE), max_size=4)):
            piece = piece.replace(old, new, draw(st.integers(1, 2)))
        pieces.append(piece)
    text = draw(st.sampled_from(["; ", " và ", ",\n", ". Căn cứ "])).join(pieces)
    if draw(st.booleans()):
        text = "Số: *02* /CTR-UBND\nThái Nguyên, ngày *2* tháng 12 năm 2021\n" + text
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text)


@settings(deadline=None)  # the first text of a run waits for the tables
@given(texts(), st.sampled_from([lint_text, lint_document]))
def test_once_is_enough(text, check) -> None:
    fixed = corrected(text, check(text))
    again = check(fixed)
    assert [issue for issue in again if issue.certain] == []
    assert corrected(fixed, again) == fixed


@settings(deadline=None)
@given(texts())
def test_spans_give_back_the_text_and_the_rest_is_not_touched(text) -> None:
    issues = lint_text(text)
    for issue in issues:
        assert text[issue.start : issue.end] == issue.text
    assert issues == sorted(issues, key=lambda issue: issue.span)
    certain = [issue for issue in issues if issue.certain]
    if not certain:
        assert corrected(text, issues) == text
    first = min((issue.start for issue in certain), default=len(text))
    last = max((issue.end for issue in certain), default=0)
    fixed = corrected(text, issues)
    assert fixed.startswith(text[:first])
    assert fixed.endswith(text[max(last, first) :])


@settings(deadline=None)
@given(st.text(alphabet="sốngàyQĐNKHTW/-–. :*_0123\n…củaUBND ", max_size=120))
def test_any_text_can_be_checked(text) -> None:
    for issue in lint_document(text):
        assert text[issue.start : issue.end] == issue.text
    fixed = corrected(text, lint_text(text))
    assert corrected(fixed, lint_text(fixed)) == fixed


def test_several_corrections() -> None:
    text = "Nghị định số: 5/2011/NQ-CP ngày 4/1/2011 của của Chính phủ; Kết luận 65- KL/TW"
    assert corrected(text, lint_text(text)) == (
        "Nghị định số 05/2011/NQ-CP ngày 04/01/2011 của Chính phủ; Kết luận 65-KL/TW"
    )


def test_the_graver_of_two_corrections_is_put_in() -> None:
    text = "Nghị định số 5/2011/NQ–CP"
    assert {issue.code for issue in lint_text(text) if issue.certain} == {"W1", "W12", "N1"}
    assert corrected(text, lint_text(text)) == "Nghị định số 05/2011/NĐ-CP"


def test_guesses_are_left_to_the_writer() -> None:
    text = "Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020 của Chính phủ; số l2/2018/QĐ-TTg"
    assert corrected(text, lint_text(text)) == text


def test_issues_of_another_text_are_refused() -> None:
    issues = lint_text("Kết luận số 65- KL/TW")
    with pytest.raises(InputError, match=r"lint\.other_text"):
        corrected("Kết luận số 65-KL/TW, một văn bản khác", issues)


@pytest.mark.parametrize(
    "piece",
    [
        "Kết luận số 65- KL/TW, ",
        "số ………………………………………………",
        "của của ",
        "số 12/QĐ--UBND ",
        "Kế hoạch số 80/KH-UBND ngày 15/6/2020 về thực hiện Kết luận số 65-KL/TW và ",
        "ngày … tháng ",
        "1/2/3/4/",
        "Loại văn bản: ",
        "* * _ * ",
    ],
)
def test_long_texts_take_their_time_and_no_more(piece) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.perf_counter()
        lint_text(text, rules=None)
        return time.perf_counter() - start

    seconds(4_000)  # tables are read on the first call
    short = max(seconds(8_000), 0.01)
    assert seconds(64_000) < 40 * short
