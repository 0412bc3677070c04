"""The issuing body as it is named after "của", with the place that belongs to it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from attrs import frozen

from dantoc_policy.law.citations.place_of_body import PLACE, in_writing, read_place
from dantoc_policy.law.issuer import Issuer, issuers
from dantoc_policy.law.spelling import fold

_WORD = re.compile(r"[a-z0-9&]+(?:/[a-z]+)?")
_END = ""
# Who signs for a body; the body is what issues.
_TITLE = re.compile(
    r"(?:(?:bo truong|pho thu tuong|quyen|q\.|kt\.|tm\.|pho)[\s,-]{1,3})?"
    r"(?:bo truong|chu nhiem|giam doc|chanh van phong|chanh(?=\sthanh tra|\svan phong)|chanh an"
    r"|vien truong|truong ban(?=\sban\b)|truong|cuc truong|tong cuc truong|chi cuc truong"
    r"|thong doc|tong(?=\sthanh tra)|tong giam doc|truong phong|thu truong|bi thu|hieu truong"
    r"|lanh dao|tap the)\s{1,2}"
)
# A body of no table is taken as it is printed, where it begins with the word of an office.
_OFFICE = re.compile(
    r"(?:so|ban(?!\s(?:hanh|thuc|be))|bo|cuc|tong cuc|vien|trung tam|van phong|uy ban|hoi|hoi dong"
    r"|lien doan|cong ty|tap doan|truong|dai hoc|hoc vien|toa an|vien kiem sat|thanh tra|chi cuc"
    r"|kho bac|ngan hang|bao hiem|cong an|phong|dang uy|dang bo|dang doan|ban can su|tinh doan"
    r"|huyen doan|thanh doan|doan|mat tran|to cong tac|thuong truc|hiep hoi|trung uong|chi bo"
    r"|tong cong ty|bo chi huy|bo tu lenh|quan khu|lien bo|lien so|chu tich|khu tu tri"
    r"|ban quan ly)\b"
)
# What ends such a name, with its marks: without them "về" is "vệ", "tại" is "tài".
_END_WORDS = (
    r"về|v/v|ngày|quy định|phê duyệt|ban hành|hướng dẫn|tại|theo|sửa đổi|triển khai|thực hiện|giao"
    r"|cho phép|có|ra|đã|vừa|ký|trình|nêu|cho biết|đề nghị|trong|gửi|thành lập|đến|khóa|khoá"
    r"|(?:và\s|số\s|cùng\s)(?=quyết định|nghị định|nghị quyết|thông tư|chỉ thị|kế hoạch|công văn"
    r"|công điện|thông báo|tờ trình|báo cáo|văn bản|kết luận|chương trình|sắc lệnh|luật\s"
    r"|pháp lệnh|[0-9])"
)
_END_MARKS = r"[,;.():\n\"”“|]"
_OFFICE_END = re.compile(rf"{_END_MARKS}|\s(?:{_END_WORDS})\b|\Z")
_PLAIN_OFFICE_END = re.compile(rf"{_END_MARKS}|\s(?:{fold(_END_WORDS)})\b|\Z")
_LONGEST_OFFICE = 110
_FURTHER = re.compile(r"(?:\s{0,2}[,;-]|\s{1,2}va)\s{1,3}(?:va\s|cua\s)?")
LEAD = re.compile(
    r"[\s,*_)\]\"”]{0,6}(?P<word>cua|do(?=\s)|(?:(?:vua|da|moi)\s)?duoc(?=\s)|by(?=\s)|of(?:\sthe)?(?=\s))(?:\s{1,3}(?:cua|do))?\s{0,3}"
)
TERM = re.compile(r"[\s,*_]{0,4}\(?\s?khoa\s{1,2}(?P<term>[ivxl]{1,6}|[0-9]{1,2})\b(?:\s?\))?")
_BREAK = re.compile(r"[;:|.]|\n\s*\n|\s{16}")
# Their committees, standing boards and secretariats share one row: the printed name tells more.
_MANY_ORGANS = frozenset({"youth", "front", "mass"})


@frozen
class NamedBody:
    """A body as printed: `id` in the table, `unit` its place, `term` ("khóa IX")."""

    start: int
    end: int
    id: str | None
    text: str
    unit: str | None = None
    term: str | None = None


@cache
def _names() -> dict[str, Any]:
    """Give the names of all bodies as a tree of folded words."""
    tree: dict[str, Any] = {}
    for body in issuers().values():
        for name in _spellings(body):
            node = tree
            for word in _WORD.findall(fold(name)):
                node = node.setdefault(word, {})
            node.setdefault(_END, body.id)
    return tree


def _spellings(body: Issuer) -> list[str]:
    english = [body.name.en] if body.level == "central" else []
    return [body.name.vi, *body.names, *english]


def read_body(text: str, folded: str, at: int, *, listed: bool = False) -> NamedBody | None:
    """Read the body that a text names at a place; `folded` is the same text, folded.

    Where it is in no table, it is taken as printed if it begins with the word of an office,
    unless only `listed` ones are wanted.

    >>> text = "Ban Thường vụ Tỉnh ủy Bắc Kạn về việc"
    >>> body = read_body(text, fold(text), 0)
    >>> body.text, body.unit
    ('Ban Thường vụ Tỉnh ủy Bắc Kạn', 'Bắc Kạn')
    """
    found = _longest_name(folded, at)
    begin = at
    if found is None and (title := _TITLE.match(folded, at)):
        begin = title.end()
        found = _longest_name(folded, begin)
    if found is None:
        if listed:
            return None
        return (_unlisted(text, folded, begin) if begin > at else None) or _unlisted(
            text, folded, at
        )
    at = begin
    key, end = found
    unit: str | None = None
    body = issuers()[key]
    if body.placed or (body.family in _MANY_ORGANS and PLACE.match(folded, end)):
        inner = _longest_name(folded, end + 1) if folded[end : end + 1].isspace() else None
        if inner is not None and issuers()[inner[0]].level != "province":
            end = inner[1]  # "Ban cán sự đảng Ủy ban nhân dân tỉnh X"
        end, unit = read_place(text, folded, end)
    elif kind := PLACE.match(folded, end):  # "Cục Thống kê thành phố": a branch
        end, unit = read_place(text, folded, kind.start())
    printed = body.name.vi
    if body.placed or unit or body.family in _MANY_ORGANS:
        printed = in_writing(" ".join(text[at:end].split()))
    term: str | None = None
    if match := TERM.match(folded, end):
        term, end = match["term"].upper(), match.end()
    return NamedBody(at, end, key, printed, unit and in_writing(unit, unit=True), term)


def _longest_name(folded: str, at: int) -> tuple[str, int] | None:
    """Give the body whose name is the longest that begins at a place, and where the name ends."""
    node = _names()
    found: tuple[str, int] | None = None
    last_end = at
    for match in _WORD.finditer(folded, at, at + 140):
        gap = folded[last_end : match.start()]
        if match.start() > at and (last_end == at or len(gap.strip()) > 1 or _BREAK.search(gap)):
            break
        if match[0] not in node:
            break
        node = node[match[0]]
        last_end = match.end()
        if _END in node:
            found = node[_END], last_end
    return found


def _unlisted(text: str, folded: str, at: int) -> NamedBody | None:
    office = _OFFICE.match(folded, at)
    if office is None or not text[at : at + 1].isupper():
        return None
    if office[0] == "so" and text[at + 1].lower() != "ở":  # a number, not a department
        return None
    window = text[at : at + _LONGEST_OFFICE].lower()
    ending = (_PLAIN_OFFICE_END if window.isascii() else _OFFICE_END).search(window)
    if ending is None:
        return None
    end = at + ending.start()
    printed = " ".join(text[at:end].split())
    return NamedBody(at, end, None, in_writing(printed)) if " " in printed else None


def with_further(body: NamedBody, text: str, folded: str) -> NamedBody:
    """Join the further bodies of a joint document: "của Bộ trưởng Bộ X và Chủ nhiệm Ủy ban Y"."""
    names, end = [body.text], body.end
    while further := _FURTHER.match(folded, end):
        found = read_body(text, folded, further.end(), listed=True)
        if found is None:
            break
        names.append(found.text)
        end = found.end
    if len(names) == 1:
        return body
    return NamedBody(body.start, end, None, "; ".join(names))


def read_place_of_body(text: str, folded: str, letters: str) -> NamedBody | None:
    """Read the place that stands right behind a symbol: "87/2025/QĐ-UBND tỉnh Gia Lai"."""
    kind = PLACE.match(folded)
    if kind is None:
        return None
    end, unit = read_place(text, folded, 0)
    if unit is None:
        return None
    key = {"UBND": "uy_ban_nhan_dan", "HĐND": "hoi_dong_nhan_dan"}[letters]
    unit = in_writing(unit, unit=True)
    return NamedBody(0, end, key, f"{letters} {unit}", unit)
