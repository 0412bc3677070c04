"""Day and issuer as registers and portals print them around a number."""

from __future__ import annotations

import re

from dantoc_policy.law.citations.draft import Draft
from dantoc_policy.law.citations.issuing_body import NamedBody, read_body
from dantoc_policy.law.citations.written_date import read_date
from dantoc_policy.law.document_type import types_of_words
from dantoc_policy.law.spelling import fold

_PLACE_BESIDE = re.compile(r"[\s|,]{1,60}[a-z][a-z .-]{2,30},\s{0,2}(?=ngay)")
_DAY_LABEL = re.compile(r"\bngay (?:ban hanh|phat hanh|ky)\s?:")
_TYPE_LABEL = re.compile(
    r"\bloai (?:van ban)?\s?:\s{0,2}(?P<type>[a-z]+(?: [a-z]+){1,2}?)"
    r"(?=\s{0,4}(?:[|;,.\n]|ngay|nguoi|noi|co quan|so|\Z))"
)
_OFFICE_LABEL = re.compile(r"\b(?:noi|co quan) (?:ban hanh|phat hanh)\s?:\s{0,2}")
_BY_ISSUER = re.compile(
    r"(?P<lead>\bdo )"
    r"(?:(?P<place>(?:tinh|thanh pho|huyen|quan|thi xa) [a-z -]{2,30}?)|[^.;\n]{4,80}?) ban hanh\b"
)
_REACH = 220
_COUNCILS = {"UBND": "uy_ban_nhan_dan", "HĐND": "hoi_dong_nhan_dan"}


def read_record(text: str, draft: Draft) -> None:
    """Read the day and issuer of a register's line: "... | Hà Nội, ngày 08 ...", "Ngày ban hành:".

    A further slash before the label belongs to another document, and so does the label.
    """
    behind = text[draft.code.end : draft.code.end + _REACH]
    beside = behind.lstrip()[:1]
    if ":" not in behind and not beside.isupper() and beside not in {"|", ","}:
        return  # neither a label nor a cell or place beside the number
    folded = fold(behind)
    day = _PLACE_BESIDE.match(folded) or _own(_DAY_LABEL.search(folded), folded)
    found = read_date(folded, day.end()) if day else None
    if day is not None and found is not None and found.day is not None:
        draft.written = found
        draft.spans["date"] = (draft.code.end + day.end(), draft.code.end + found.end)
    kind = _own(_TYPE_LABEL.search(folded), folded)
    if kind and draft.type is None and (found_type := types_of_words().get(kind["type"])):
        draft.type = found_type
    office = _own(_OFFICE_LABEL.search(folded), folded)
    if office and draft.body is None and (body := read_body(behind, folded, office.end())):
        draft.body = body
        draft.spans["issuer"] = (draft.code.end + body.start, draft.code.end + body.end)


def _own(label: re.Match[str] | None, folded: str) -> re.Match[str] | None:
    """Keep a label unless another number with letters stands before it."""
    if label is None or re.search(r"/[a-z]", folded[: label.start()]):
        return None
    return label


def read_catalogue_form(text: str, draft: Draft) -> None:
    """Read the issuer of a portal's title: "Kế hoạch 303/KH-UBND năm 2020 ... do X ban hành".

    It stands behind the subject, so it is no part of the citation's own span.
    """
    behind = text[draft.code.end : draft.code.end + _REACH]
    folded = fold(behind)
    match = _BY_ISSUER.search(folded)
    if match is None:
        return
    body = read_body(behind, folded, match.end("lead"))
    if body is None and match["place"] and draft.code.number:
        letters = (*draft.code.number.symbol.bodies, "")[0]
        start, end = match.span("place")
        if letters in _COUNCILS:
            unit = behind[start:end]
            body = NamedBody(start, end, _COUNCILS[letters], f"{letters} {unit}", unit)
    draft.body = draft.body or body
