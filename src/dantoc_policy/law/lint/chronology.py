"""What is earlier cannot cite what is later: the text itself, and documents cited in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dantoc_policy.errors import Severity
from dantoc_policy.law.citation import Citation
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene, issued
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

# The subject of a document begins like this, and a document that it carries out, amends or the
# like is named right behind such words.
_SUBJECT = re.compile(
    r"[\s,*_]{0,3}[\"“]?(?:v/v|ve|trien khai|thuc hien|huong dan|sua doi|bai bo|thay the"
    r"|quy dinh chi tiet|thi hanh)\b"
)
_ACTS_ON = re.compile(
    r"\b(?:(?:tiep tuc |to chuc |trien khai )?thuc hien|trien khai|huong dan(?: thi hanh"
    r"| thuc hien)?|thi hanh"
    r"|sua doi, bo sung(?: mot so dieu(?: cua)?)?|sua doi|bo sung|bai bo|thay the"
    r"|quan triet)(?: cac)?"
    r"[\s:*_\"“]{1,3}\Z"
)
_PASSIVE = re.compile(r"\b(?:duoc|bi|da|nay la)\b")
_CLAUSE_END = re.compile(r"[;\n]|\.(?:\s|\Z)")
_AND = re.compile(r"(?:,|\bva|\bcung)[\s*_\"”]{1,3}\Z")
_LONGEST_GAP = 200


@rule(
    "W20",
    "error",
    name=Text("trích dẫn văn bản có sau", "citation of a later document"),
    what=Text(
        "văn bản không thể căn cứ, thực hiện, sửa đổi văn bản ban hành sau nó",
        "a document cannot rest on, carry out or amend one that was issued after it",
    ),
    verified=False,
    wrong="Kế hoạch số 80/KH-UBND ngày 15/6/2020 của UBND tỉnh Bắc Kạn về thực hiện Nghị quyết số"
    " 04-NQ/TU ngày 14/7/2021 của Tỉnh ủy Bắc Kạn",
    right="Kế hoạch số 80/KH-UBND ngày 15/8/2021 của UBND tỉnh Bắc Kạn về thực hiện Nghị quyết số"
    " 04-NQ/TU ngày 14/7/2021 của Tỉnh ủy Bắc Kạn",
)
def later_document(scene: Scene) -> Iterator[Remark]:
    """A citation later than the text that cites it, or than the document whose subject names it."""
    if scene.own is not None and scene.own.issued is not None:
        yield from _later_than_text(scene)
    yield from _later_than_outer(scene)


def _later_than_text(scene: Scene) -> Iterator[Remark]:
    own = scene.own.issued if scene.own else None
    for citation in scene.citations:
        when = issued(citation)
        if own is None or when is None or when.start is None or when.start <= own:
            continue
        if not scene.is_own(citation):
            yield Remark(
                span=citation.span,
                vi=f"Ban hành sau chính văn bản này (ngày {format_date(own)}).",
                en=f"Issued after the text that cites it ({format_date(own, 'en')}).",
                citation=citation,
            )


def _later_than_outer(scene: Scene) -> Iterator[Remark]:
    """Look at chains: an outer document, what its subject names, and what "và" adds to that."""
    chain: list[Citation] = []
    before: Citation | None = None
    for citation in scene.citations:
        severity: Severity | None = None
        joined = ""
        if before is not None:
            gap = scene.between(before.end, citation.start)
            if len(gap) > _LONGEST_GAP or _CLAUSE_END.search(gap.strip()):
                chain = []
            elif _names_object(gap):
                chain.append(before)
                severity = "error"
            elif chain and _AND.search(gap):
                severity, joined = "note", "và"
            else:
                chain = []
        outer = chain[0] if joined and chain else chain[-1] if chain else None
        if severity and outer is not None and _is_later(citation, outer):
            yield _remark(citation, outer, severity)
        before = citation


def _names_object(gap: str) -> bool:
    found = _ACTS_ON.search(gap)
    return (
        found is not None
        and _SUBJECT.match(gap) is not None
        and _PASSIVE.search(gap[: found.start()]) is None
    )


def _is_later(citation: Citation, outer: Citation) -> bool:
    mine, its = issued(citation), issued(outer)
    return mine is not None and its is not None and its.precedes(mine)


def _remark(citation: Citation, outer: Citation, severity: Severity) -> Remark:
    name = outer.canonical
    if severity == "error":
        vi = f"Ban hành sau {name}, nên {name} không thể thực hiện, sửa đổi văn bản này."
        en = f"Issued after {name}, which therefore cannot carry it out or amend it."
    else:
        vi = f"Ban hành sau {name}: nên tách riêng, vì có thể hiểu là {name} thực hiện văn bản này."
        en = f"Issued after {name}: better set apart, as it reads as if {name} carried it out."
    return Remark(span=citation.span, vi=vi, en=en, severity=severity, citation=citation)


RULES = (later_document,)
