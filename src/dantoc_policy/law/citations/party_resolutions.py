"""Resolutions of Party congresses and plenums, which are cited without a number."""

from __future__ import annotations

import re

from attrs import frozen

from dantoc_policy.law.citations.issuing_body import read_body
from dantoc_policy.law.spelling import fold

NATIONAL = "dai_hoi_dai_bieu_toan_quoc"
LOCAL = "dai_hoi_dai_bieu_dang_bo"
PLENUM = "ban_chap_hanh_trung_uong_dang"
_TERM = r"(?:[ivxl]{1,6}|[0-9]{1,2})"
_ORDINAL = re.compile(
    rf"[\s,(]{{0,3}}(?:khoa\s)?(?:lan\s(?:thu\s)?)?(?P<term>{_TERM})(?![a-z0-9/])\)?"
)
_FURTHER = re.compile(
    rf"(?:,\s|,?\sva\s|;\s)(?P<printed>(?:lan\sthu\s)?(?P<term>{_TERM}))(?![a-z0-9/-])"
)
_CONGRESS = re.compile(r"nghi quyet\s(?:cua\s)?(?=dai hoi\b)")
_OF_PARTY = re.compile(r"(?:,?\s(?:cua\s)?dang(?:\scong san viet nam)?(?![a-z]|\sbo\b|\suy\b))")
_SHORT = re.compile(
    r"dai hoi\s(?:dai bieu\s)?(?:toan quoc\s)?(?:dang\s)?(?:lan\s(?:thu\s)?)?"
    rf"(?={_TERM}(?![a-z0-9/]))"
)
_BEHIND = re.compile(r",?\s(?:cua\s)?(?=dang bo\s)")
_YEARS = re.compile(
    r"[\s,(]{0,3}nhiem ky\s(?P<first>(?:19|20)[0-9]{2})\s?-\s?"
    r"(?P<last>(?:19|20)[0-9]{2})(?![0-9])\)?"
)
_NUMBERS = {
    "nhat": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "muoi ba": 13, "muoi lam": 15,
}  # fmt: skip
_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_PLENUM = re.compile(
    rf"nghi quyet\s(?:cua\s)?(?:hoi nghi\s)?(?:lan\sthu\s(?P<first>[0-9]{{1,2}}|{_NUMBER})\s)?"
    rf"(?:ban chap hanh\s|bch\s)?(?:trung uong|tw)(?:\sdang)?"
    rf"(?:\s(?:lan\s)?(?:thu\s)?(?P<last>[0-9]{{1,2}}|{_NUMBER}))?,?\s\(?khoa\s(?P<term>[ivxl]{{1,6}})\b\)?"
)
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_REACH = 180


@frozen
class PartyResolution:
    """A resolution without a number: `name` as the library has it, `term` of the congress."""

    start: int
    end: int
    name: str
    issuer: str
    issuer_name: str
    term: str | None
    unit: str | None = None


def read_party_resolutions(text: str, folded: str, at: int) -> list[PartyResolution]:
    """Read the resolutions that a text names at a place; a list of terms gives several.

    >>> text = "nghị quyết Đại hội Đảng toàn quốc lần thứ X, XI, XII; Nghị quyết số 88"
    >>> [found.term for found in read_party_resolutions(text, fold(text), 0)]
    ['X', 'XI', 'XII']
    """
    if plenum := _PLENUM.match(folded, at):
        return _plenum(plenum)
    lead = _CONGRESS.match(folded, at)
    if lead is None:
        return []
    window = text[lead.end() : lead.end() + _REACH]
    plain = folded[lead.end() : lead.end() + _REACH]
    body = read_body(window, plain, 0, listed=True)
    if body is not None and body.id == LOCAL and body.unit:
        return _local(folded, at, lead.end() + body.end, body.unit)
    if body is not None and body.id == NATIONAL:
        found = _national(folded, at, lead.end() + body.end)
        if found:
            return found
    if short := _SHORT.match(folded, lead.end()):
        return _after_short(text, folded, at, short.end())
    return []


def _plenum(match: re.Match[str]) -> list[PartyResolution]:
    printed = match["first"] or match["last"]
    if printed is None:
        return []
    number = int(printed) if printed.isdigit() else _NUMBERS[printed]
    term = match["term"].upper()
    name = f"Nghị quyết Trung ương {number} khóa {term}"
    body = "Ban Chấp hành Trung ương Đảng"
    return [PartyResolution(match.start(), match.end(), name, PLENUM, body, term)]


def _national(folded: str, start: int, at: int) -> list[PartyResolution]:
    ordinal = _ORDINAL.match(folded, at)
    if ordinal is None:
        return []
    end = ordinal.end()
    if party := _OF_PARTY.match(folded, end):
        end = party.end()
    found = [_congress(start, end, ordinal["term"])]
    while further := _FURTHER.match(folded, end):
        end = further.end()
        if party := _OF_PARTY.match(folded, end):
            end = party.end()
        found.append(_congress(further.start("printed"), end, further["term"]))
    return found


def _after_short(text: str, folded: str, start: int, at: int) -> list[PartyResolution]:
    """Read "Đại hội XIII của Đảng", "Đại hội lần thứ XX Đảng bộ tỉnh Thái Nguyên"."""
    ordinal = _ORDINAL.match(folded, at)
    if ordinal is None:
        return []
    end = ordinal.end()
    if behind := _BEHIND.match(folded, end):
        words = "Đại hội " + text[behind.end() : behind.end() + _REACH]
        body = read_body(words, fold(words), 0, listed=True)
        if body is None or body.id != LOCAL or not body.unit:
            return []
        stop = behind.end() + body.end - len("Đại hội ")
        return _local(folded, start, stop, body.unit, ordinal["term"])
    return _national(folded, start, at)


def _local(
    folded: str, start: int, end: int, unit: str, term: str | None = None
) -> list[PartyResolution]:
    if term is None and (ordinal := _ORDINAL.match(folded, end)):
        term, end = ordinal["term"], ordinal.end()
    years = _YEARS.match(folded, end)
    if term is None and years is None:
        return []
    if years is not None:
        end = years.end()
    found = [_congress_of(unit, start, end, term, years)]
    while years is None and (further := _FURTHER.match(folded, end)):
        end = further.end()
        found.append(_congress_of(unit, further.start("printed"), end, further["term"], None))
    return found


def _congress_of(
    unit: str, start: int, end: int, printed: str | None, years: re.Match[str] | None
) -> PartyResolution:
    name = f"Nghị quyết Đại hội đại biểu Đảng bộ {unit}"
    term = None if printed is None else _roman(printed)
    if term is not None:
        name += f" lần thứ {term}"
    if years is not None:
        name += f", nhiệm kỳ {years['first']} - {years['last']}"
    body = f"Đại hội đại biểu Đảng bộ {unit}"
    return PartyResolution(start, end, name, LOCAL, body, term, unit)


def _congress(start: int, end: int, printed: str) -> PartyResolution:
    term = _roman(printed)
    name = f"Nghị quyết Đại hội đại biểu toàn quốc lần thứ {term} của Đảng"
    return PartyResolution(start, end, name, NATIONAL, "Đại hội đại biểu toàn quốc", term)


def _roman(printed: str) -> str:
    """Give a number of a congress as it is written: 13 and xiii are XIII."""
    if not printed.isdigit():
        return printed.upper()
    rest = int(printed)
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (rest // value)
        rest %= value
    return letters
