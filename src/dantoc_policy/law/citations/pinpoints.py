"""The provisions that stand before the document they belong to: "điểm a khoản 1 Điều 3 ..."."""

from __future__ import annotations

import re

from dantoc_policy.law.citations.draft import Draft
from dantoc_policy.law.provision_text import read_provisions

_UNITS = r"(?:dieu|khoan|diem|muc|tieu muc|chuong|phan|phu luc|tiet|doan)"
# A quick look: the words right before the citation end with a unit and its number.
_TAIL = re.compile(
    rf"\b{_UNITS}\s{{1,2}}(?:so\s)?[^\s]{{1,8}}"
    r"(?:[\s,]{1,2}(?:cua|tai|thuoc|trong|ban hanh kem theo|kem theo|ban hanh theo))?\s{0,3}\Z"
)
_LIST_TAIL = re.compile(r"(?:,|va|den|-)\s{1,2}[0-9a-z]{1,4}(?:\s{1,2}cua)?\s{0,3}\Z")
_WORDS = re.compile(
    rf"(?:{_UNITS}|phu|luc|tieu|-|tu|den|cac|cua|va|hoac|va/hoac|tai|theo|ban|hanh|kem"
    r"|[0-9]{1,3}(?:\.[0-9]{1,2})?[a-zđ]?(?:-[0-9]{1,3}[a-zđ]?)?|[a-zđ]|[ivxlc]{1,6}(?:\.[0-9]{1,2})?)\Z"
)


def has_pinpoint(folded: str) -> bool:
    """Whether a folded text ends with a unit of a document and its number."""
    return (
        _TAIL.search(folded, max(0, len(folded) - 50)) is not None
        or _LIST_TAIL.search(folded, max(0, len(folded) - 16)) is not None
    )


def read_pinpoints(text: str, folded: str, begin: int, draft: Draft) -> None:
    """Read the provisions that end where the citation begins."""
    if not has_pinpoint(folded):
        return
    start = _reach_back(folded)
    if start is None:
        return
    printed = text[begin + start : draft.start]
    document = draft.code.number.canonical if draft.code.number else draft.code.clean
    provisions = read_provisions(printed, document)
    if provisions:
        draft.provisions = provisions
        last = begin + start + len(printed.rstrip(" \n\t\u00a0,"))
        draft.spans["provisions"] = (begin + start, last)
        draft.start = begin + start


def _reach_back(head: str) -> int | None:
    """Give where the run of units, numbers and joining words that ends here begins."""
    start: int | None = None
    for match in reversed(list(re.finditer(r"[^\s,;]+", head[-150:]))):
        word = match[0].strip('()*_"“”')
        if not _WORDS.match(word):
            break
        if re.match(rf"{_UNITS}\Z", word) or word in {"cac", "tu", "phu", "tieu"}:
            start = max(0, len(head) - 150) + match.start()
    return start
