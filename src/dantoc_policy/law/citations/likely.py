"""Whether what looks like a document number is one."""

from __future__ import annotations

import re

from dantoc_policy.law.citations.before import Before
from dantoc_policy.law.citations.code_pattern import Code
from dantoc_policy.law.citations.meaning import types_of
from dantoc_policy.law.spelling import fold
from dantoc_policy.law.symbols.letters import party_issuers, state_issuers

# With these types a number and a year are enough: "Nghị định 100/2019".
_NUMBERED_BY_YEAR = frozenset(
    {"nghi_dinh", "thong_tu", "thong_tu_lien_tich", "quyet_dinh", "nghi_quyet", "luat", "bo_luat",
     "phap_lenh"}
)  # fmt: skip
# Bodies of the time before 1992, of which nothing else is called so.
_UNMISTAKABLE = re.compile(r"HĐBT|HĐNN|LCT|TTLT|HĐCP")
_DAY_NEXT = re.compile(r",?\sngay [0-9]")
_LABEL_BEHIND = re.compile(r"[\s,|]{0,3}(?:loai|sua|-)")
_FILE_BEHIND = re.compile(r"\.(?:pdf|docx?|xlsx?|rar|zip|html?)\b", re.IGNORECASE)
_NEVER_MONTHS = frozenset({"nghi_dinh", "thong_tu", "thong_tu_lien_tich", "luat", "bo_luat"})
_LONGEST_SHORT = 5
_TYPE_NEAR = re.compile(
    r"\b(?:nghi quyet|quyet dinh|chi thi|ket luan|nghi dinh|thong tu|ke hoach|cong van|van ban"
    r"|thong bao|to trinh|bao cao|huong dan|quy dinh|quy che|chuong trinh|cong dien|sac lenh)\b"
)
_DECEMBER = 12
_LONGEST_ADDRESS = 200
_ADDRESS = re.compile(r"(?:https?:|www\.|@|\.(?:vn|com|html?|aspx?|pdf|docx?)\b)")
_DATE_BEHIND = re.compile(
    r"[\s,]{0,3}(?:ngay|cua|ve)\b|[\s,|]{1,3}[a-z]{2,8}(?: [a-z]{2,8}){1,2}, ngay"
)


def is_citation(text: str, code: Code, before: Before, near: str, done: int) -> bool:
    """Say whether a code with what stands before and behind it cites a document.

    `near` is the folded text before it, `done` where the citation before it ends.
    """
    if before.look_alike or _in_address(text, code) or _FILE_BEHIND.match(text, code.end):
        return False
    if not _begins_word(text, code, before):
        return False
    number = code.number
    cued = before.type is not None or before.cue or before.cover
    if number is None:
        return _year_only(code, before)
    if number.dash and code.start > done and text[code.start - 1] == "-":
        return False
    if (code.misread_digits or not code.sure) and not cued:
        return False
    symbol = number.symbol
    if symbol.family == "historic" and not _UNMISTAKABLE.search(symbol.text):
        return before.type is not None or (before.cue and _ended(text, code))
    if symbol.family == "unknown":
        return _unknown(text, code, before, near)
    if symbol.family == "letter":
        return cued or symbol.unit is not None or _dated(text, code)
    if symbol.family == "state" and not _has_body(code) and number.year is None:
        return cued
    return True


def _has_body(code: Code) -> bool:
    number = code.number
    if number is None or not number.symbol.bodies:
        return False
    body = number.symbol.bodies[0]
    return bool(state_issuers().find(body) or party_issuers().find(body)) or len(body) > 1


def _unknown(text: str, code: Code, before: Before, near: str) -> bool:
    """Letters of no table: only with a type in words, or "số" and a date, an issuer or a type."""
    if before.type is not None or before.cover:
        return True
    if not before.cue:  # two groups and a day: 5819/HQHP-TXNK ngày 10 tháng 6
        grouped = code.number is not None and "-" in code.number.symbol.text
        return grouped and _DAY_NEXT.match(fold(text[code.end : code.end + 10])) is not None
    return _dated(text, code) or _TYPE_NEAR.search(near) is not None


def _dated(text: str, code: Code) -> bool:
    return _DATE_BEHIND.match(fold(text[code.end : code.end + 40])) is not None


def _ended(text: str, code: Code) -> bool:
    """Whether the number is followed by a date or an issuer, a label of a portal, or nothing."""
    behind = fold(text[code.end : code.end + 12])
    return not behind.strip() or _dated(text, code) or _LABEL_BEHIND.match(behind) is not None


def _year_only(code: Code, before: Before) -> bool:
    if before.type not in _NUMBERED_BY_YEAR:
        return False
    ordinal = int(code.clean.partition("/")[0])
    return before.type in _NEVER_MONTHS or before.cue or ordinal > _DECEMBER


def _begins_word(text: str, code: Code, before: Before) -> bool:
    """A letter right before the digits is part of a word only where that word is the cue."""
    start = code.start
    if start == 0 or not text[start - 1].isalnum():
        return True
    if before.cue or text[start - 1].islower():
        return True
    # "HD38-HD/BTCTW", but not "CT1-TC": a short word and what it is glued to must agree.
    if before.type_end - before.type_start > _LONGEST_SHORT:
        return True
    return code.number is not None and before.type in types_of(code.number)


def _in_address(text: str, code: Code) -> bool:
    """Whether the code is part of a web or mail address: what is glued to its left says so."""
    floor = max(0, code.start - _LONGEST_ADDRESS)
    first = max(text.rfind(mark, floor, code.start) for mark in " \n") + 1
    return _ADDRESS.search(text, max(first, floor), code.start) is not None
