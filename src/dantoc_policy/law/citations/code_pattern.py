"""Where document numbers stand in a text: found at their slash, then read to both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from dantoc_policy.law.letters import LOOK_ALIKES, party_issuers, state_issuers, state_types
from dantoc_policy.law.number import DocumentNumber, clean_code, read_number
from dantoc_policy.law.spelling import fold

# Space, and the marks that text recognition and Markdown leave beside a number.
_BLANK = r"[ \t\u00a0\u2009\u202f*_]"
_LETTER = r"[^\W\d_]"
# Text recognition takes 0 for O and 1 for l or I; a letter of a word is no digit.
_ORDINAL = r"(?:[0-9]|(?<![^\W\d_])[OolI])[0-9OolI]{0,5}(?:\.[0-9]{1,3})?[A-Za-zđ]?"
# To the left of the slash: the number, or the number, a dash and the letters of a Party type.
_LEFT = re.compile(
    rf"(?P<number>{_ORDINAL})"
    rf"(?:(?:{_BLANK}{{0,2}}-{_BLANK}{{0,2}}\n?|(?P<lost> ?))"
    rf"(?P<type>{_LETTER}{{1,8}}(?:-{_LETTER}{{1,8}})?))?{_BLANK}{{0,3}}\Z"
)
_LEFT_REACH = 34
_JOINT = rf"(?:{_BLANK}{{0,2}}-{_BLANK}{{0,2}}\n?|[./_]| (?=[A-ZĐ]{{2}}))"
_GROUP = rf"{_LETTER}(?:[^\W_]|§)*(?:&[^\W_]+)*(?:\.[0-9]{{2}}(?![0-9]))?"
_RIGHT = re.compile(
    rf"{_BLANK}{{0,3}}\n?(?:(?P<year>[12lI][09Oo][0-9OolI]{{2}})(?:{_BLANK}{{0,3}}/{_BLANK}{{0,3}}\n?|-(?=(?:UBTV)?QH[0-9])))?"
    rf"(?P<symbol>{_GROUP}(?:{_JOINT}{_GROUP}){{0,7}})"
)
_YEAR_ONLY = re.compile(r"(?:19|20)[0-9]{2}(?![\w/.-]?[\w/])")
_PIECES = re.compile(rf"(?P<joint>{_JOINT})?(?P<group>{_GROUP})")
# Forms without any slash: 64-CP, 327-CT, 24-NQ-TW.
_DASHED = re.compile(
    r"-[ ]?(?:CP|TTg|TTG|CT|HĐBT|HDBT|SL|SLT|NĐ|HĐCP|TVQH|LCT"
    r"|(?:NQ|CT|KL|QĐ|HD|TB|BC|CV|QC|KH)-?(?:TW|TU|HU))(?![\w/-])"
)
_DASHED_LEFT = re.compile(rf"(?P<number>{_ORDINAL})[ ]?\Z")
# Words that text recognition or typing has glued to the symbol.
_GLUED = re.compile(r"(?:ngay|cua|ve|va|nam|quy|phe|ban|khoa|do|theo|tai)\Z")
_REST = re.compile(r" (?P<group>[A-ZĐ&]{2,6})(?![\w-])")
_TERM_REST = re.compile(r" [0-9]{1,2}(?![0-9/])")
_DIGITS = str.maketrans("OolI", "0011")


@frozen
class Code:
    """A document number found in a text: where, as printed without noise, and as read."""

    start: int
    end: int
    clean: str
    number: DocumentNumber | None  # None: number and year only, "100/2019"
    misread_digits: bool = False


def find_codes(text: str) -> Iterator[Code]:
    """Give everything that has the shape of a document number, from left to right.

    What surrounds it is not looked at here: see `before` and `likely`.

    >>> [code.clean for code in find_codes("số 33/2020/QĐ-TTg, 65- KL/TW ngày 30/10/2019, 2%/năm")]
    ['33/2020/QĐ-TTg', '65-KL/TW']
    """
    dashed = _DASHED.search(text)
    slash = text.find("/")
    done = 0
    while slash >= 0 or dashed is not None:
        if slash < 0 or (dashed is not None and dashed.start() < slash):
            assert dashed is not None  # noqa: S101 - for the type checkers
            code = _read_dashed(text, dashed, done)
            dashed = _DASHED.search(text, dashed.end())
        else:
            code = _read_slashed(text, slash, done)
            slash = text.find("/", max(slash + 1, code.end if code else 0))
        if code is not None and code.start >= done:
            yield code
            done = code.end


def _read_slashed(text: str, slash: int, done: int) -> Code | None:
    if slash == 0:
        return None
    left = _LEFT.search(text[max(done, slash - _LEFT_REACH) : slash])
    if left is None:
        return None
    start = slash - len(left[0])
    if left["type"] is None and _broken_before(text, start):
        return None
    right = _RIGHT.match(text, slash + 1)
    if right is None:
        year = _YEAR_ONLY.match(text, slash + 1)
        if year and left["type"] is None and left["number"].isdigit() and left[0] == left["number"]:
            return Code(start, year.end(), f"{left['number']}/{year[0]}", None)
        return None
    if left["type"] is not None and right["year"] is not None:
        return None
    end = right.start("symbol") + _symbol_length(right["symbol"])
    if end == right.start("symbol"):
        return None
    end = _with_parted_group(text, right.start("symbol"), end)
    raw_symbol = text[right.start("symbol") : end]
    ordinal, year_text = left["number"], right["year"]
    misread = False
    if not ordinal[:-1].isdigit() and not ordinal.replace(".", "").isdigit():
        repaired = ordinal[:-1].translate(_DIGITS) + (
            ordinal[-1]
            if len(ordinal) > 1 and ordinal[-1] not in "OlI"
            else ordinal[-1].translate(_DIGITS)
        )
        if not any(c in "0123456789" for c in ordinal):
            return None
        misread = repaired != ordinal
        ordinal = repaired
    if year_text is not None and not year_text.isdigit():
        year_text, misread = year_text.translate(_DIGITS), True
    if left["type"] is not None:
        types = left["type"]
        if left["lost"] is not None:
            if not _lost_dash(clean_code(raw_symbol)):
                return None
            if clean_code(raw_symbol) == "CTN":  # a body of the State: 738 QĐ/CTN
                return _code_of(start, end, f"{ordinal}/{types}-CTN")
            if not left["lost"] and ordinal[-1].isalpha():  # 22HD/TW
                ordinal, types = ordinal[:-1], ordinal[-1] + types
        clean = clean_code(f"{ordinal}-{types}/{raw_symbol}")
    else:
        middle = f"{year_text}/" if year_text else ""
        clean = clean_code(f"{ordinal}/{middle}{raw_symbol}")
    return _code_of(start, end, clean, misread=misread)


def _code_of(start: int, end: int, clean: str, *, misread: bool = False) -> Code | None:
    number = read_number(clean)
    return None if number is None else Code(start, end, clean, number, misread)


def _lost_dash(body: str) -> bool:
    """Whether a type may stand before this body without its dash: 84 QĐ/TWĐTN."""
    return bool(party_issuers().find(body)) or bool(re.fullmatch(r"CTN|HĐNN[0-9]{1,2}", body))


def _read_dashed(text: str, dashed: re.Match[str], done: int) -> Code | None:
    dash = dashed.start()
    left = _DASHED_LEFT.search(text[max(done, dash - 10) : dash])
    if left is None or not left["number"][0].isdigit():
        return None
    start = dash - len(left[0])
    if _broken_before(text, start):
        return None
    clean = clean_code(text[start : dashed.end()])
    number = read_number(clean)
    return None if number is None else Code(start, dashed.end(), clean, number)


def _broken_before(text: str, start: int) -> bool:
    """Whether the digits are the end of something longer: a decimal, a date, an address."""
    if start == 0:
        return False
    before = text[start - 1]
    if before in "/=@#+":
        return True
    if before == "." and fold(text[max(0, start - 3) : start - 1]) == "no":
        return False
    if before in ".,:-":
        return (
            start > 1 and text[start - 2].isalnum() and (before != ":" or text[start - 2].isdigit())
        )
    return before.isdigit()


@lru_cache(maxsize=8192)
def _symbol_length(symbol: str) -> int:
    """How much of what follows the slash belongs to the symbol; nothing: 0."""
    length = 0
    head = ""
    for match in _PIECES.finditer(symbol):
        group, joint = match["group"], match["joint"] or ""
        spelled = group.translate(LOOK_ALIKES)
        keep = _group_length(spelled, first=length == 0)
        if not keep or match.start() != length or not _joins(joint, head, spelled[:keep]):
            break
        head = head or spelled
        length = match.start("group") + keep
        if keep < len(group):
            break
    return length


def _joins(joint: str, head: str, group: str) -> bool:
    """Whether a group goes on with the symbol: a dash with air on both sides may be a dash."""
    if joint == " ":  # "QĐ UBND": the dash is lost
        return head in state_types().exact and group in state_issuers().exact
    if "\n" in joint:
        return group[1:2].isupper()
    bare = joint.strip("*_")
    if bare[:1].isspace() and bare[-1:].isspace():
        return _known(group) or (group.isupper() and len(group) > 1 and not _known(head))
    return True


def _with_parted_group(text: str, start: int, end: int) -> int:
    """Take in the rest of a body's letters that a space has parted: "TT-BGD ĐT"."""
    if (term := _TERM_REST.match(text, end)) and text[start:end].endswith("QH"):
        return term.end()
    rest = _REST.match(text, end)
    if rest is None:
        return end
    last = re.split(r"[-./]", text[start:end])[-1]
    whole = last + rest["group"]
    parted = len(last) > 1 and rest["group"] not in state_issuers().exact
    return rest.end() if parted and state_issuers().find(whole) == whole else end


def _group_length(group: str, *, first: bool) -> int:
    if _known(group):
        return len(group)
    folded = fold(group)
    if glued := _GLUED.search(folded):
        head = group[: glued.start()]
        if head and (_known(head) or head.isupper()):
            return len(head)
    # A group nobody knows: letters as abbreviations have them, not a word with one capital.
    capitals = sum(c.isupper() for c in group)
    if group.isupper() or capitals >= 2 or (not first and capitals and len(group) <= 2):
        return len(group)
    return 0


def _known(group: str) -> bool:
    return bool(
        state_types().find(group)
        or state_issuers().find(group)
        or party_issuers().find(group)
        or re.fullmatch(r"(?:UBTV)?QH[0-9]{1,2}", group, re.IGNORECASE)
    )
