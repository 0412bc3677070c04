"""The year in a number: where it does not belong, and where it is missing."""

from __future__ import annotations

from collections.abc import Iterator

from dantoc_policy.law.citations.meaning import types_of
from dantoc_policy.law.document_type import document_types
from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.bodies import bodies_of
from dantoc_policy.law.lint.competence import always_normative, never_normative
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene
from dantoc_policy.values.text import Text

_YEARS_BEGIN = 1997


@rule(
    "T1",
    "warning",
    name=Text("văn bản hành chính có năm trong số", "administrative document with a year"),
    what=Text(
        "chỉ số của văn bản quy phạm pháp luật có năm; kế hoạch, báo cáo, tờ trình ... không có",
        "only numbers of legal normative documents have a year; those of plans and reports do not",
    ),
    basis=(*basis.NUMBERING, *basis.PRINT),
    wrong="Kế hoạch số 12/2021/KH-UBND ngày 15/3/2021 của UBND tỉnh Bắc Kạn",
    right="Kế hoạch số 12/KH-UBND ngày 15/3/2021 của UBND tỉnh Bắc Kạn",
)
def year_of_administrative(scene: Scene) -> Iterator[Remark]:
    """A year in the number of a type that is never a legal normative document."""
    for code in scene.codes:
        number = code.number
        if number.year is None or number.family not in {"state", "consolidated"}:
            continue
        kinds = types_of(number)
        if kinds and never_normative(kinds) and bodies_of(code.citation):
            kind = document_types()[kinds[0]].name
            yield Remark(
                span=code.span,
                vi=f"Số của {kind.vi.lower()} không ghi năm; năm chỉ có ở văn bản quy phạm pháp"
                " luật.",
                en=f"The number of a {kind.en} has no year; only legal normative documents do.",
                suggestion=f"{number.number}/{number.symbol.canonical}",
                citation=code.citation,
            )


@rule(
    "T2",
    "error",
    name=Text("nghị định, thông tư thiếu năm", "decree or circular without a year"),
    what=Text(
        "số của nghị định, thông tư, thông tư liên tịch từ năm 1997 luôn có năm ban hành",
        "numbers of decrees, circulars and joint circulars have had the year since 1997",
    ),
    basis=basis.NUMBERING,
    wrong="Nghị định số 05/NĐ-CP ngày 14/01/2011 của Chính phủ",
    right="Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ",
)
def normative_without_year(scene: Scene) -> Iterator[Remark]:
    """A decree or circular whose number has no year though it is of 1997 or later."""
    for code in scene.codes:
        number, citation = code.number, code.citation
        if number.year is not None or number.family not in {"state", "joint"}:
            continue
        if citation.type not in {"nghi_dinh", "thong_tu", "thong_tu_lien_tich"}:
            continue
        year = citation.issue_date.year if citation.issue_date else citation.issue_year
        if (year is not None and year < _YEARS_BEGIN) or not always_normative(citation):
            continue
        kind = document_types()[citation.type].name
        symbol = number.symbol.canonical
        yield Remark(
            span=code.span,
            vi=f"Số của {kind.vi.lower()} thiếu năm ban hành.",
            en=f"The number of a {kind.en} lacks its year.",
            suggestion=f"{number.number}/{year}/{symbol}" if year else None,
            severity="error" if year else "warning",
            citation=citation,
        )


RULES = (year_of_administrative, normative_without_year)
