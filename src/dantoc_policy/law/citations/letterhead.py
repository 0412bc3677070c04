"""The number in a document's own heading, with the place and day that stand beside it."""

from __future__ import annotations

import re

from dantoc_policy.law.citations.draft import Draft
from dantoc_policy.law.citations.issuing_body import NamedBody, read_body
from dantoc_policy.law.citations.written_date import read_date
from dantoc_policy.law.spelling import fold

_LABEL = re.compile(
    r"(?:^|[\n|])[\s*_#>|•-]{0,8}(?:so|so hieu|so ky hieu|ky hieu)\s?:?[\s*_]{0,4}\Z"
)
_LABEL_REACH = 30
_LINE_END = re.compile(r"[\s*_|]*(?:\n|\Z|[A-ZĐ]|\|)")
_PLACE_BESIDE = re.compile(r"[\s|,]{1,60}[a-z][a-z .-]{2,30},\s{0,2}(?=ngay)")
_PLACE_DATE = re.compile(r"[a-z .-]{2,30},\s?(?=ngay)")
_DAY_LABEL = re.compile(r"\bngay (?:ban hanh|phat hanh|ky)\s?:")
_OFFICE_LABEL = re.compile(r"\b(?:noi|co quan) (?:ban hanh|phat hanh)\s?:\s{0,2}")
_BY_ISSUER = re.compile(
    r"(?P<lead>\bdo )"
    r"(?:(?P<place>(?:tinh|thanh pho|huyen|quan|thi xa) [a-z -]{2,30}?)|[^.;\n]{4,80}?) ban hanh\b"
)
_REACH = 260
_RECORD = 160
_ABOVE = 200


def read_letterhead(text: str, draft: Draft) -> None:
    """Mark a number that stands alone after "Số:", and take the day from the line beside it."""
    code = draft.code
    if draft.written is None or draft.day is None:
        _read_record(text, draft)
    label = fold(text[max(0, code.start - _LABEL_REACH) : code.start])
    if _LABEL.search(label if len(label) == _LABEL_REACH else f"\n{label}") is None:
        return
    behind = text[code.end : code.end + _REACH]
    if _LINE_END.match(behind) is None:
        return
    draft.heading = True
    folded = fold(behind)
    _read_labels(behind, folded, draft)
    if draft.written is None:
        for match in _PLACE_DATE.finditer(folded):
            found = read_date(folded, match.end())
            if found is not None and found.day is not None:
                draft.written = found
                draft.spans["date"] = (code.end + match.end(), code.end + found.end)
                break
    if draft.body is None:
        _read_above(text, draft)
    if draft.body is None:
        _read_below(text, draft)


def _read_record(text: str, draft: Draft) -> None:
    """Read the day from a line of a register: "... | Hà Nội, ngày 08 ...", "Ngày ban hành: ..."."""
    behind = text[draft.code.end : draft.code.end + _RECORD]
    folded = fold(behind)
    place = _PLACE_BESIDE.match(folded)
    label = _DAY_LABEL.search(folded)
    at = (
        place.end()
        if place
        else label.end()
        if label and "/" not in folded[: label.start()]
        else -1
    )
    found = read_date(folded, at) if at >= 0 else None
    if found is not None and found.day is not None:
        draft.written = found
        draft.spans["date"] = (draft.code.end + at, draft.code.end + found.end)


def _read_labels(behind: str, folded: str, draft: Draft) -> None:
    """Read the lines of a portal: "Nơi ban hành: ...", "Ngày ban hành: ..."."""
    shift = draft.code.end
    day = _DAY_LABEL.search(folded)
    if day and draft.written is None and (found := read_date(folded, day.end())) and found.day:
        draft.written = found
        draft.spans["date"] = (shift + day.end(), shift + found.end)
    office = _OFFICE_LABEL.search(folded)
    if office and draft.body is None and (body := read_body(behind, folded, office.end())):
        draft.body = body
        draft.spans["issuer"] = (shift + body.start, shift + body.end)


def _read_above(text: str, draft: Draft) -> None:
    """Take the issuer from the lines above the number."""
    start = max(0, draft.code.start - _ABOVE)
    for line in re.finditer(r"[^\n|]+", text[start : draft.code.start]):
        first = start + line.start() + len(line[0]) - len(line[0].lstrip(" *_#"))
        window = text[first : first + _ABOVE]
        body = read_body(window, fold(window), 0, listed=True)
        if body is not None:
            draft.body = body
            draft.spans["issuer"] = (first, first + body.end)
            return


def read_catalogue_form(text: str, draft: Draft) -> None:
    """Read the issuer of a portal's title: "Kế hoạch 303/KH-UBND năm 2020 ... do X ban hành"."""
    behind = text[draft.code.end : draft.code.end + _REACH]
    folded = fold(behind)
    match = _BY_ISSUER.search(folded)
    if match is None:
        return
    body = read_body(behind, folded, match.end("lead"))
    if body is None and match["place"] and draft.code.number:
        letters = draft.code.number.symbol.bodies
        printed = behind[match.start("place") : match.end("place")]
        if letters in {("UBND",), ("HĐND",)}:
            key = "uy_ban_nhan_dan" if letters == ("UBND",) else "hoi_dong_nhan_dan"
            body = NamedBody(
                match.start("place"), match.end("place"), key, f"{letters[0]} {printed}", printed
            )
    if body is not None:
        draft.body = body
        # The issuer stands behind the subject: it is no part of the citation's own span.


def _read_below(text: str, draft: Draft) -> None:
    """Take the issuer from a line in capitals below: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NA RÌ"."""
    start = draft.code.end
    for line in re.finditer(r"[^\n]+", text[start : start + _REACH]):
        printed = line[0].strip(" *_#")
        if not printed.isupper():
            continue
        first = start + line.start() + line[0].index(printed[0])
        body = read_body(printed, fold(printed), 0, listed=True)
        if body is not None and body.end == len(printed):
            draft.body = body
            draft.spans["issuer"] = (first, first + body.end)
            return
