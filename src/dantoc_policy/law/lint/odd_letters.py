"""Letters that a number lacks, that no table has, or that stand where none belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dantoc_policy.law.document_type import document_types, types_of_words
from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene
from dantoc_policy.law.spelling import fold
from dantoc_policy.values.text import Text

# Since Decree 30/2020/NĐ-CP, and surely from then on, letters have no letters of the type.
_WITHOUT_LETTERS = date(2020, 3, 5)
_NEAR_LABEL = 200


@rule(
    "T3",
    "note",
    name=Text("số thiếu ký hiệu", "number without its letters"),
    what=Text(
        "số, năm chưa đủ: cần cả chữ viết tắt tên loại và cơ quan",
        "number and year are not enough: the letters of type and body belong to it",
    ),
    basis=basis.NUMBERING,
    wrong="Nghị định số 100/2019 của Chính phủ",
    right="Nghị định số 100/2019/NĐ-CP ngày 30/12/2019 của Chính phủ",
)
def letters_missing(scene: Scene) -> Iterator[Remark]:
    """A citation by number and year; of a decree the letters are known."""
    for citation in scene.citations:
        if citation.parsed is not None or citation.code is None:
            continue
        whole = citation.canonical if citation.canonical != citation.code else None
        yield Remark(
            span=citation.spans["code"],
            vi="Số, ký hiệu thiếu chữ viết tắt tên loại và cơ quan ban hành.",
            en="The number lacks the letters of type and body.",
            suggestion=whole,
            certain=True,
            citation=citation,
        )


@rule(
    "T4",
    "note",
    name=Text("chữ viết tắt không có trong bảng", "letters of no table"),
    what=Text(
        "chữ viết tắt tên loại hoặc cơ quan không có trong bảng của thư viện: nên kiểm tra lại",
        "letters of type or body that the tables of the library do not have: worth a second look",
    ),
    verified=False,
    wrong="Quyết định số 15/XQZ ngày 04/6/2020 của Tổ công tác",
    right="Quyết định số 15/QĐ-UBND ngày 04/6/2020 của UBND tỉnh Bắc Kạn",
)
def unknown_letters(scene: Scene) -> Iterator[Remark]:
    """The first mention of a number of whose letters no group is known."""
    for same in scene.mentions.values():
        citation = same[0]
        if citation.parsed is not None and citation.parsed.family == "unknown":
            yield Remark(
                span=citation.spans["code"],
                vi=f"Không nhận ra ký hiệu “{citation.symbol}”.",
                en=f"The letters “{citation.symbol}” are not known.",
                citation=citation,
            )


@rule(
    "N5",
    "note",
    name=Text("công văn ghi chữ CV", "letter with the letters CV"),
    what=Text(
        "công văn của Nhà nước ghi số/cơ quan-đơn vị soạn thảo, không có tên loại; Đảng ghi CV",
        "letters of the State have number/body-unit and no letters of the type; the Party has CV",
    ),
    basis=basis.PRINT,
    verified=False,
    wrong="Công văn số 525/CV-BDT ngày 17/12/2021 của Ban Dân tộc tỉnh Thái Nguyên",
    right="Công văn số 525/BDT-VP ngày 17/12/2021 của Ban Dân tộc tỉnh Thái Nguyên",
)
def letters_of_letter(scene: Scene) -> Iterator[Remark]:
    """A letter of the State with CV, since the rules that know no letters for it."""
    for code in scene.codes:
        day = code.citation.issue_date
        if day is None or day < _WITHOUT_LETTERS:
            continue
        if code.number.family == "state" and code.number.symbol.types == "CV":
            yield Remark(
                span=code.span,
                vi="Công văn không có chữ viết tắt tên loại: ghi số/cơ quan-đơn vị soạn thảo.",
                en="Official letters have no letters of the type: number/body-drafting unit.",
                citation=code.citation,
            )


_LABEL = re.compile(
    r"(?:^|\|)[ \t*_#>•-]{0,8}(?:loai van ban|the loai)[ \t*_]{0,3}:[ \t*_]{0,3}(?P<value>[^\n"
    r"|;,.]{2,60})",
    re.MULTILINE,
)


@rule(
    "T5",
    "note",
    name=Text("nhãn không phải tên loại", "label that is no type"),
    what=Text(
        "nhãn “Loại văn bản” của cổng thông tin (“Văn bản khác”, “Văn bản pháp quy”) không phải"
        " tên loại",
        "the label of a portal (“Văn bản khác”, “Văn bản pháp quy”) names no type of document",
    ),
    basis=basis.LETTERS,
    wrong="Số hiệu: 303/KH-UBND\nLoại văn bản: Văn bản khác\nNgày ban hành: 04/6/2020",
    right="Số hiệu: 303/KH-UBND\nLoại văn bản: Kế hoạch\nNgày ban hành: 04/6/2020",
)
def label_of_portal(scene: Scene) -> Iterator[Remark]:
    """A value of “Loại văn bản” that is in no table of types."""
    folded = fold(scene.source.text)
    for match in _LABEL.finditer(folded):
        value = match["value"].strip(" *_")
        if value in types_of_words():
            continue
        start = match.start("value")
        near = (code for code in scene.codes if abs(code.span[0] - start) < _NEAR_LABEL)
        kind = next((code.citation.type for code in near if code.citation.type), None)
        name = document_types()[kind].name if kind else None
        yield Remark(
            span=scene.source.span(start, start + len(match["value"].rstrip())),
            vi="Đây là nhãn của cổng thông tin, không phải tên loại văn bản.",
            en="This is a label of a portal, not a type of document.",
            suggestion=name.vi if name else None,
        )


RULES = (letters_missing, unknown_letters, letters_of_letter, label_of_portal)
