"""One document cited in two ways, and words that stand twice or are cut off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from datetime import date

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.issuer import issuers
from dantoc_policy.law.lint.bodies import is_placed
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene, plain, says_day, span_of
from dantoc_policy.law.lint.terms import party_terms
from dantoc_policy.law.spelling import fold
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

# Words that Vietnamese never doubles, but for "của cải" and the like that begin with one; and
# those that are doubled by mistake only before a figure.
_DOUBLED = re.compile(
    r"(?<!\w)(?:(?P<word>của(?!\s+của\s+(?:cải|hồi môn|để dành|nả|riêng|chung|công)\b)"
    r"|trong(?!\s+trong\s+(?:sạch|sáng|suốt|trẻo|veo|lành)\b)"
    r"|và|tại|theo|với|các|những|bởi)|(?P<unit>ngày|số|tháng|điều|khoản))"
    r"(?P<gap>[ \t\u00a0]+)(?:(?P=word)(?:[ \t\u00a0]+(?P=word))*"
    r"|(?P=unit)(?:[ \t\u00a0]+(?P=unit))*(?=[ \t\u00a0]+[0-9]))(?!\w)",
    re.IGNORECASE,
)
_TYPES = "quyết định|nghị định|nghị quyết|thông tư|kế hoạch|chỉ thị|kết luận|công văn|tờ trình"
_DOUBLED_TYPE = re.compile(
    rf"(?<!\w)(?P<type>{_TYPES})(?P<gap>[ \t\u00a0]+)(?P=type)(?:[ \t\u00a0]+(?P=type))*"
    r"(?=[ \t\u00a0]+số[ \t\u00a0])",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[ \t\u00a0]{1,2}(?P<cut>của[ \t\u00a0]?(?:\.{2,}|…|(?=\s*\Z|\s*\n\s*\n)))", re.IGNORECASE
)
_CUT_REACH = 16
_LEAD = re.compile(r"\A(?:ve viec|ve|v/v|quy dinh|phe duyet|ban hanh|huong dan)\s+")
_WORD = re.compile(r"[a-z0-9]+")
_FEW_WORDS = 6
_ALIKE = 0.2


@rule(
    "W16",
    "error",
    name=Text("một văn bản ghi hai ngày hoặc hai tên", "one document with two dates or titles"),
    what=Text(
        "trong một văn bản, mỗi số, ký hiệu chỉ đi với một ngày ban hành và một trích yếu",
        "within one text a number goes with one date and one subject",
    ),
    verified=False,
    wrong="Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ; theo Nghị định số"
    " 05/2011/NĐ-CP"
    " ngày 15/01/2011 của Chính phủ",
    right="Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ; theo Nghị định số"
    " 05/2011/NĐ-CP",
)
def two_dates(scene: Scene) -> Iterator[Remark]:
    """Mentions whose date or subject is not that of the others."""
    for same in scene.mentions.values():
        if len(same) > 1:
            for mentions in _one_document(same):
                yield from _other_dates(mentions)
                yield from _other_titles(mentions)


def _one_document(same: tuple[Citation, ...]) -> list[list[Citation]]:
    """Part the mentions of a number by the documents that they surely mean."""
    parted: dict[Hashable, list[Citation]] = {}
    for citation in same:
        number, day = citation.parsed, citation.issue_date
        if number is None or (number.family == "assembly" and citation.type is None):
            continue
        place = fold(citation.unit or "") if is_placed(citation) else None
        series: Hashable = None
        if number.family == "party":
            series = _series(citation) if number.symbol.bodies == ("TW",) else _year(day)
        elif number.year is None:
            series = _year(day)
        parted.setdefault((place, series), []).append(citation)
    return list(parted.values())


def _year(day: date | None) -> int | None:
    return None if day is None else day.year


def _series(citation: Citation) -> Hashable:
    day = citation.issue_date
    for term in party_terms().values():
        if day is not None and day in term.days:
            return term.name
    return citation.term or _year(day)


def _other_dates(mentions: list[Citation]) -> Iterator[Remark]:
    dated = [citation for citation in mentions if citation.issue_date is not None]
    counts = Counter(citation.issue_date for citation in dated)
    if len(counts) < 2:  # noqa: PLR2004 - one date is no contradiction
        return
    usual = counts.most_common(1)[0][0]
    assert usual is not None  # noqa: S101 - only dated ones are counted
    for citation in dated:
        if citation.issue_date != usual and "date" in citation.spans:
            yield Remark(
                span=citation.spans["date"],
                vi=f"Ở chỗ khác văn bản này ghi ngày {format_date(usual)}.",
                en=f"Elsewhere in the text this document is dated {format_date(usual, 'en')}.",
                severity=None if says_day(citation) else "warning",
                citation=citation,
            )


def _other_titles(mentions: list[Citation]) -> Iterator[Remark]:
    titled = [citation for citation in mentions if citation.subject and citation.issue_date]
    for citation in titled[1:]:
        first = titled[0]
        if are_different(first.subject or "", citation.subject or ""):
            yield Remark(
                span=span_of(citation, "subject"),
                vi=f"Ở chỗ khác trích yếu là “{first.subject}”.",
                en=f"Elsewhere its subject is “{first.subject}”.",
                severity="note",
                citation=citation,
            )


def are_different(first: str, second: str) -> bool:
    """Whether two subjects share so few words that they cannot be of one document.

    >>> are_different(
    ...     "về công tác dân tộc trong tình hình mới", "phê duyệt đề án cấp điện nông thôn"
    ... )
    True
    >>> are_different("về công tác dân tộc", "công tác dân tộc trong tình hình mới")
    False
    """
    words = [set(_WORD.findall(_LEAD.sub("", plain(text)))) for text in (first, second)]
    smaller = min(len(found) for found in words)
    return smaller >= _FEW_WORDS and len(words[0] & words[1]) <= _ALIKE * smaller


@rule(
    "W17",
    "warning",
    name=Text("từ lặp hoặc bị cắt", "word doubled or cut off"),
    what=Text(
        "từ viết hai lần liền (“của của”), hoặc tên cơ quan bị cắt (“của...”)",
        "a word that stands twice (“của của”), or a body's name that is cut off (“của...”)",
    ),
    verified=False,
    wrong="Công văn số 3099-CV/TU ngày 21/4/2020 của của Ban Thường vụ Tỉnh ủy Bắc Kạn",
    right="Công văn số 3099-CV/TU ngày 21/4/2020 của Ban Thường vụ Tỉnh ủy Bắc Kạn",
)
def doubled_or_cut(scene: Scene) -> Iterator[Remark]:
    """Doubled words anywhere in the text, and cut ones behind a citation."""
    for pattern in (_DOUBLED, _DOUBLED_TYPE):
        for match in pattern.finditer(scene.source.text):
            kept = match[0][: match.start("gap") - match.start()]
            yield Remark(
                span=scene.source.span(*match.span()),
                vi=f"Từ “{kept}” viết hai lần.",
                en=f"The word “{kept}” stands twice.",
                suggestion=kept,
                certain=True,
            )
    for citation in scene.citations:
        behind = scene.given[citation.end : citation.end + _CUT_REACH]
        if citation.issuer_printed or (cut := _CUT.match(behind)) is None:
            continue
        body = None if citation.issuer_id is None else issuers()[citation.issuer_id]
        span = citation.end + cut.start("cut"), citation.end + cut.end("cut")
        yield Remark(
            span=span,
            vi="Tên cơ quan ban hành bị cắt.",
            en="The name of the issuing body is cut off.",
            suggestion=f"của {body.name.vi}" if body and not body.placed else None,
            citation=citation,
        )


RULES = (two_dates, doubled_or_cut)
