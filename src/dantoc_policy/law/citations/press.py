"""Day and issuer before the number, as newspapers write it.

"Ngày 14/10/2021, Thủ tướng Chính phủ đã ký ban hành Quyết định số 1719/QĐ-TTg."
"""

from __future__ import annotations

import re

from dantoc_policy.law.citations.draft import Draft
from dantoc_policy.law.citations.issuing_body import read_body
from dantoc_policy.law.citations.written_date import read_date
from dantoc_policy.law.document_type import types_of_words

# What may stand between the body and the type of the document it issued.
_ACT = re.compile(
    r"[\s,]{1,3}(?:(?:moi day|da|vua|moi|chinh thuc|cung|khoa [ivxl0-9]{1,5}|ky|tiep tuc"
    r"|truc tiep)\s){0,5}"
    r"(?:(?:ky ban hanh|ky|ban hanh|thong qua|phe duyet|co|ra|ket luan|cho y kien|tra loi|de nghi"
    r"|trinh|bao cao|giai thich|them|huong dan|gui|neu|chi dao|yeu cau|tham dinh|tham tra)\s){0,3}"
    r"(?:tai|o)?\s?(?:cac\s)?\Z|\s?:\s?\Z"
)
_LAST_OF_ACT = frozenset(
    "hanh ky qua duyet co ra luan kien loi nghi trinh cao thich them dan gui neu dao cau dinh tra"  # noqa: SIM905
    " tai o cac da vua moi thuc cung tuc tiep day".split()
)
_TYPE_OF = re.compile(
    r"\b(?P<type>nghi quyet|quyet dinh|chi thi|ket luan|nghi dinh|thong tu|ke hoach|cong van"
    r"|thong bao|to trinh|bao cao|huong dan|quy dinh|quy che|chuong trinh|cong dien|thong tri"
    r"|luat|lenh|sac lenh)"
    r"\s(?:cua|do)\s"
)
_DAY_LAST = re.compile(r"\s(?:ky|ban hanh) ngay [0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}\s{0,2}\Z")
_AFTER_DAY = re.compile(r"[\s,]{1,3}(?:tai [^,]{2,25},\s)?")
# "đề xuất của Giám đốc Sở X Tờ trình số ...": the body ends right before the type.
_PROPOSED = re.compile(r"\b(?P<lead>(?:de nghi|de xuat|y kien|kien nghi) cua )[^,;.\n]{4,90}\Z")
_NEAREST = 12  # the words of a name, at most
_DAY = re.compile(
    r"(?:^|[\s(])(?:(?:ngay|hom|sang|trua|chieu|toi)\s){0,2}"
    r"(?=[0-9]{1,2}(?:[/-][0-9]{1,2}[/-]|\sthang\s)|ngay\s[0-9])"
)


def has_act(folded: str) -> bool:
    """Whether a folded text ends with words by which a body issues a document."""
    words = folded.split()
    last = words[-1] if words else ""
    if not (last in _LAST_OF_ACT or last.endswith(":") or last[-1:].isdigit() or " cua " in folded):
        return False  # most texts end so, and are not searched
    if _DAY_LAST.search(folded):
        return True
    act = _ACT.search(folded, max(0, len(folded) - 40))
    return (act is not None and bool(act[0].strip(" ,"))) or _PROPOSED.search(folded) is not None


def read_press(text: str, folded: str, begin: int, draft: Draft) -> None:
    """Take the body right before the citation, and the day before the body, where both act."""
    type_start = draft.before.type_start if draft.before.type else draft.before.start
    head = folded[: type_start - begin]
    proposed = _PROPOSED.search(head)
    if proposed is not None and draft.body is None:
        body = read_body(text[begin:type_start], head, proposed.end("lead"))
        if body is not None and body.end >= len(head.rstrip()):
            draft.body, draft.body_before = body, True
            draft.spans["issuer"] = (begin + body.start, begin + body.end)
            return
    act = _ACT.search(head, max(0, len(head) - 40)) or _DAY_LAST.search(head)
    if act is None:
        return
    part = text[begin:type_start]
    if _read_day_between(part, head, act.start(), begin, draft):
        return
    for match in _DAY.finditer(head):
        written = read_date(head, match.start())
        gap = _AFTER_DAY.match(head, written.end) if written else None
        body = read_body(part, head, gap.end()) if gap else None
        if written is None or body is None or body.end < act.start():
            continue
        if draft.written is None and written.day is not None:
            draft.written = written
            draft.spans["date"] = (begin + match.start(), begin + written.end)
        if draft.body is None:
            draft.body, draft.body_before = body, True
            draft.spans["issuer"] = (begin + body.start, begin + body.end)
        return
    if draft.body is None:
        _read_body_only(part, head, act.start(), begin, draft)


def _read_day_between(part: str, head: str, act: int, begin: int, draft: Draft) -> bool:
    """Read "Văn phòng Chính phủ ngày 9/3/2017 đã có", "Bộ trưởng X ký ngày 6/8/2013"."""
    for match in _DAY.finditer(head):
        written = read_date(head, match.start())
        if written is None or written.day is None or written.end not in {act, len(head.rstrip())}:
            continue
        if draft.written is None:
            draft.written = written
            draft.spans["date"] = (begin + match.start(), begin + written.end)
        if draft.body is None:
            _read_body_only(part, head, match.start(), begin, draft)
        return True
    return False


def read_between(text: str, folded: str, begin: int, draft: Draft) -> None:
    """Read type and issuer where the issuer parts them from the number.

    "Nghị quyết của Bộ Chính trị số 22-NQ/TW", "các Quyết định của UBND tỉnh X: số 16/QĐ-UBND".
    """
    head = folded.rstrip(" :,(\n")
    for match in _TYPE_OF.finditer(head):
        body = read_body(text[begin : begin + len(head)], head, match.end())
        if body is not None and not head[body.end :].strip(" :,("):
            draft.type = types_of_words()[match["type"]]
            draft.body, draft.body_before = body, True
            draft.start = begin + match.start("type")
            draft.spans["type"] = (draft.start, begin + match.end("type"))
            draft.spans["issuer"] = (begin + body.start, begin + body.end)
            return


def _read_body_only(part: str, head: str, act: int, shift: int, draft: Draft) -> None:
    """Take the body that ends where the act begins: "Chính phủ ban hành Nghị định ..."."""
    starts = [match.end() for match in re.finditer(r"(?:^|[\s,;.(])", head[:act])][-_NEAREST:]
    for start in starts:
        body = read_body(part, head, start)
        colon = head[act:].strip() == ":"  # only a body that is known may head a line
        if body is not None and body.end >= act and not (colon and body.id is None):
            draft.body, draft.body_before = body, True
            draft.spans["issuer"] = (shift + body.start, shift + body.end)
            return
