"""How far the symbol of a document reaches in a text, group of letters by group."""

from __future__ import annotations

import re
from functools import lru_cache

from dantoc_policy.law.spelling import fold
from dantoc_policy.law.symbols.letters import LOOK_ALIKES, party_issuers, state_issuers, state_types

# Space, and the marks that text recognition and Markdown leave beside a number.
BLANK = r"[ \t\u00a0\u2009\u202f*_]"
LETTER = r"[^\W\d_]"
_JOINT = rf"(?:{BLANK}{{0,2}}-{{1,2}}{BLANK}{{0,2}}\n?|[./_]| /(?=[A-ZĐ])| (?=[A-ZĐ]{{2}}))"
# Local symbols of the 1980s end with the year: QĐ.UBT.87.
_GROUP = rf"{LETTER}(?:[^\W_]|§)*(?:&[^\W_]+)*(?:\.[0-9]{{2}}(?![0-9]))?"
SYMBOL = rf"{_GROUP}(?:{_JOINT}{_GROUP}){{0,7}}"
_PIECES = re.compile(rf"(?P<joint>{_JOINT})?(?P<group>{_GROUP})")
# Words that text recognition or typing has glued to the symbol.
_GLUED = re.compile(r"(?:ngay|cua|ve|va|nam|quy|phe|ban|khoa|do|theo|tai)\Z")
_ASSEMBLY = re.compile(r"(?:UBTV)?QH(?:[0-9]{1,2}|IX|X|XI)", re.IGNORECASE)
_TERM_REST = re.compile(r" [0-9]{1,2}(?![0-9/])")
_UNIT = re.compile(r"[A-ZĐ][a-z]{1,3}")
_LOOSE_BODY = re.compile(r"\s-\s(?P<body>[A-ZĐ]{3,8})(?=\s{1,3}(?:ngày|của)\b)")
_DAY_BEHIND = re.compile(r"/[0-9]{1,2}/[0-9]{4}")
_DAY_DIGITS = re.compile(r"(?<=[^\W\d_])[0-9]{1,2}\Z")
_ABBREVIATION = 2  # capitals that make an abbreviation of a group nobody knows


def symbol_end(text: str, start: int, symbol: str) -> int:
    """Give where the symbol that begins at a place ends; the place itself where none begins.

    >>> symbol_end("QĐ-TTg ngày", 0, "QĐ-TTg"), symbol_end("BXD. Theo", 0, "BXD")
    (6, 3)
    """
    length = _length(symbol)
    if not length:
        return start
    end = start + length
    if loose := _LOOSE_BODY.match(text, end):  # "1675/QĐ - TCTHA ngày"
        return loose.end("body") if symbol[:length] in state_types().exact else end
    if _DAY_BEHIND.match(text, end) and (day := _DAY_DIGITS.search(text[start:end])):
        return start + day.start()  # "QĐ-ĐHQG24/3/2017"
    if text.endswith("QH", start, end) and (term := _TERM_REST.match(text, end)):
        return term.end()  # "QH 15"
    return end


@lru_cache(maxsize=8192)
def _length(symbol: str) -> int:
    """How much of what follows the slash belongs to the symbol; nothing: 0."""
    length = 0
    head = last = ""
    for match in _PIECES.finditer(symbol):
        group, joint = match["group"], match["joint"] or ""
        spelled = group.translate(LOOK_ALIKES)
        keep = _group_length(spelled, head)
        if not keep or match.start() != length:
            break
        if not _joins(joint, head, spelled[:keep]) and not _parted(joint, last, spelled):
            break
        head, last = head or spelled, spelled
        length = match.start("group") + keep
        if keep < len(group):
            break
    return length


def _joins(joint: str, head: str, group: str) -> bool:
    """Whether a group goes on with the symbol: a dash with air on both sides may be a dash."""
    if joint == " ":  # "QĐ UBND": the dash is lost
        return head in state_types().exact and group in state_issuers().exact
    if joint == " /":
        return head in state_types().exact and _known(group)
    if "\n" in joint:
        return group[1:2].isupper()
    bare = joint.strip("*_")
    if bare[:1].isspace() and bare[-1:].isspace():
        return _known(group) or (group.isupper() and len(group) > 1 and not _known(head))
    return True


def _parted(joint: str, last: str, group: str) -> bool:
    """Whether a space has parted the letters of one body: "TTLT-BGD ĐT-BNV"."""
    issuers = state_issuers().exact
    return joint == " " and len(last) > 1 and last + group in issuers and group not in issuers


def _group_length(group: str, head: str) -> int:
    if _known(group):
        return len(group)
    if head in state_issuers().exact and _UNIT.fullmatch(group):  # 2310/BQP-Kte
        return len(group)
    if glued := _GLUED.search(fold(group)):
        head = group[: glued.start()]
        if head and (_known(head) or head.isupper()):
            return len(head)
    # A group nobody knows: letters as abbreviations have them, not a word with one capital.
    capitals = sum(character.isupper() for character in group)
    short = head and capitals and len(group) <= _ABBREVIATION
    return len(group) if group.isupper() or capitals >= _ABBREVIATION or short else 0


def _known(group: str) -> bool:
    return bool(
        state_types().find(group)
        or state_issuers().find(group)
        or party_issuers().find(group)
        or _ASSEMBLY.fullmatch(group)
    )
