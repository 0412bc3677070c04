"""Subjects against the library, and the day on which the text itself is to take effect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dantoc_policy.law.citations.written_date import read_date
from dantoc_policy.law.force.effect import check_effective
from dantoc_policy.law.lint.linked import linked
from dantoc_policy.law.lint.repetition import are_different
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene, span_of
from dantoc_policy.law.provision import Provision
from dantoc_policy.law.spelling import fold
from dantoc_policy.values.text import Text

_TAKES_EFFECT = re.compile(
    r"\b(?:nghi quyet|quyet dinh|nghi dinh|thong tu|luat|phap lenh"
    r"|chi thi)(?: lien tich)? nay co hieu luc"
    r"(?: thi hanh)?(?: ke)?(?: tu)?(?P<date>\s)"
)
_SUMMARY = re.compile(r"\b(?:rut gon|cong bo dich|tinh trang khan cap)\b")


@rule(
    "W21",
    "note",
    name=Text("trích yếu khác thư viện", "subject other than in the library"),
    what=Text(
        "trích yếu hầu như không có từ nào chung với tên văn bản trong thư viện: có thể nhầm số",
        "the subject shares hardly a word with that of the library: the number may be mistaken",
    ),
    verified=False,
    wrong="Quyết định số 1163/QĐ-TTg ngày 08/8/2017 của Thủ tướng Chính phủ về cấp điện cho thôn,"
    " bản"
    " biên giới chưa có lưới điện quốc gia.",
    right="Quyết định số 1163/QĐ-TTg ngày 08/8/2017 của Thủ tướng Chính phủ phê duyệt Đề án đẩy"
    " mạnh"
    " công tác phổ biến, giáo dục pháp luật vùng dân tộc thiểu số và miền núi.",
)
def subject_against_library(scene: Scene) -> Iterator[Remark]:
    """A subject that is plainly not that of the document with the number."""
    for citation in scene.citations:
        if citation.subject is None or scene.is_own(citation):
            continue
        document = linked(scene, citation)
        if document is None or not document.subject:
            continue
        if are_different(citation.subject, f"{document.subject} {document.name or ''}"):
            yield Remark(
                span=span_of(citation, "subject"),
                vi=f"Theo thư viện, trích yếu là “{document.subject}”.",
                en=f"By the library its subject is “{document.subject}”.",
                citation=citation,
            )


@rule(
    "D5",
    "warning",
    name=Text("ngày có hiệu lực quá sớm", "takes effect too early"),
    what=Text(
        "ngày có hiệu lực của chính văn bản sớm hơn mức tối thiểu của luật: trung ương 45 ngày, địa"
        " phương 10 ngày (trước 01/4/2025: tỉnh 10, huyện và xã 7)",
        "the text takes effect sooner than the law allows: 45 days for the centre, 10 for local"
        " bodies (before 1 April 2025: provinces 10, districts and communes 7)",
    ),
    basis=(Provision("64/2025/QH15", 53), Provision("80/2015/QH13", 151)),
    whole=True,
    wrong="ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN\nSố: 39/2021/QĐ-UBND\nThái Nguyên, ngày 20 tháng 8"
    " năm 2021"
    "\nQUYẾT ĐỊNH\nQuyết định này có hiệu lực từ ngày 29/8/2021.",
    right="ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN\nSố: 39/2021/QĐ-UBND\nThái Nguyên, ngày 20 tháng 8"
    " năm 2021"
    "\nQUYẾT ĐỊNH\nQuyết định này có hiệu lực từ ngày 30/8/2021.",
)
def effect_too_early(scene: Scene) -> Iterator[Remark]:
    """The text's own day of effect before the earliest one; summary procedures are left alone."""
    own = scene.own
    if own is None or own.issued is None or own.year is None:
        return
    folded = fold(scene.source.text)
    for match in _TAKES_EFFECT.finditer(folded):
        read = read_date(folded, match.start("date"))
        if read is None or read.day is None or _SUMMARY.search(folded):
            return
        record = own.record(read.day)
        for problem in () if record is None else check_effective(record):
            yield Remark(
                span=scene.source.span(match.start(), read.end),
                vi=_sentence(problem.message("vi").removeprefix(f"{problem.place}: ")),
                en=_sentence(problem.message("en").removeprefix(f"{problem.place}: ")),
            )
        return


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


RULES = (subject_against_library, effect_too_early)
