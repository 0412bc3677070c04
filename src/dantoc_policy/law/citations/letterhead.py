"""The number in a document's own heading, with the body, place and day that stand around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from dantoc_policy.law.citations.draft import Draft
from dantoc_policy.law.citations.issuing_body import NamedBody, read_body
from dantoc_policy.law.citations.place_of_body import read_unit
from dantoc_policy.law.citations.portal import read_record
from dantoc_policy.law.citations.written_date import read_date
from dantoc_policy.law.spelling import fold

_LABEL = re.compile(
    r"(?:^|[\n|])[\s*_#>|•-]{0,8}(?:so|so hieu|so ky hieu|ky hieu)\s?:?[\s*_]{0,4}\Z"
)
_LABEL_REACH = 30
_LINE_END = re.compile(r"[\s*_|]*(?:\n|\Z|[A-ZĐ]|\|)")
_PLACE_DATE = re.compile(r"[a-z .-]{2,30},\s?(?=ngay)")
_LINE = re.compile(r"[^\n|]+")
_ABOVE = 200
_BELOW = 260


def read_letterhead(text: str, draft: Draft) -> None:
    """Mark a number that stands alone after "Số:", and read what belongs to it.

    The day stands beside it or below; the body above it, with its place in the next line, or
    below the title in capitals.
    """
    code = draft.code
    if draft.day is None:
        read_record(text, draft)
    label = fold(text[max(0, code.start - _LABEL_REACH) : code.start])
    if _LABEL.search(label if len(label) == _LABEL_REACH else f"\n{label}") is None:
        return
    below = text[code.end : code.end + _BELOW]
    if _LINE_END.match(below) is None:
        return
    draft.heading = True
    if draft.written is None:
        _read_day(below, draft)
    if draft.body is None:
        above = _body_above(text, max(0, code.start - _ABOVE), code.start)
        signed = _body_below(text, code.end, code.end + _BELOW)
        body = above if above and (above.unit or signed is None) else signed
        if body is not None:
            draft.body = body
            draft.spans["issuer"] = (body.start, body.end)


def _read_day(below: str, draft: Draft) -> None:
    folded = fold(below)
    for match in _PLACE_DATE.finditer(folded):
        found = read_date(folded, match.end())
        if found is not None and found.day is not None:
            draft.written = found
            draft.spans["date"] = (draft.code.end + match.end(), draft.code.end + found.end)
            return


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Give the cells and lines of a stretch of the text, with the place where each begins."""
    for match in _LINE.finditer(text, start, min(end, len(text))):
        printed = match[0].strip(" *_#\t\r")
        if printed:
            yield match.start() + match[0].index(printed[0]), printed


def _body_above(text: str, start: int, end: int) -> NamedBody | None:
    """Read "ỦY BAN NHÂN DÂN" and, in a later line, "TỈNH BẮC KẠN"."""
    body: NamedBody | None = None
    for first, printed in _lines(text, start, end):
        if body is None:
            window = text[first:end]
            found = read_body(window, fold(window), 0, listed=True)
            if found is not None:
                body = evolve(found, start=first, end=first + found.end)
        elif body.unit is None and (unit := read_unit(printed)):
            return evolve(body, text=f"{body.text} {unit}", unit=unit)
    return body


def _body_below(text: str, start: int, end: int) -> NamedBody | None:
    """Read a line in capitals that is a body whole: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NA RÌ"."""
    for first, printed in _lines(text, start, end):
        if printed.isupper():
            body = read_body(printed, fold(printed), 0, listed=True)
            if body is not None and body.end == len(printed):
                return evolve(body, start=first, end=first + body.end)
    return None
