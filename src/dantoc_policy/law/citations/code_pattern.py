"""Where document numbers stand in a text: found at their slash, then read to both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from dantoc_policy.law.citations.symbol_extent import BLANK, LETTER, SYMBOL, symbol_end
from dantoc_policy.law.number import DocumentNumber, clean_code, read_number
from dantoc_policy.law.spelling import fold
from dantoc_policy.law.symbols.letters import party_issuers, state_issuers

# Text recognition takes 0 for O and 1 for l or I; a letter of a word is no digit.
_ORDINAL = r"(?:[0-9]|(?<![^\W\d_])[OolI])[0-9OolI]{0,5}(?:\.[0-9]{1,3})?[A-Za-zđ]?"
# To the left of the slash: the number, or the number, a dash and the letters of a Party type.
_LEFT = re.compile(
    rf"(?P<number>{_ORDINAL})"
    rf"(?:(?:{BLANK}{{0,2}}-{BLANK}{{0,2}}\n?|(?P<lost> ?))"
    rf"(?P<type>{LETTER}{{1,8}}(?:-{LETTER}{{1,8}})?))?{BLANK}{{0,3}}\Z"
)
_LEFT_REACH = 34
_RIGHT = re.compile(
    rf"{BLANK}{{0,3}}\n?"
    r"(?:(?P<year>[12lI][09Oo][0-9OolI]{2})"
    rf"(?:{BLANK}{{0,3}}/{BLANK}{{0,3}}\n?|-(?=(?:UBTV)?QH[0-9])))?"
    rf"(?P<symbol>{SYMBOL})"
)
_DASHED_YEAR = re.compile(r"(?<![\w/.,-])(?P<number>[0-9]{1,4})-(?P<year>(?:19|20)[0-9]{2})\Z")
_YEAR_ONLY = re.compile(r"(?:19|20)[0-9]{2}(?![\w/.-]?[\w/])")
# Forms without any slash: 64-CP, 327-CT, 548-QĐ, 24-NQ-TW, 21-TT-LB; 18-2019-TT-BGDĐT.
_DASHED = re.compile(
    r"-[ ]?(?:(?P<year>(?:19|20)[0-9]{2})-(?=(?:TT|QĐ|NĐ|NQ|CT|TTLT)-))?"
    r"(?:[A-ZĐ]{2,6}g?|sl)(?:-[A-ZĐ]{2,10}[g0-9]?){0,3}(?![\w/-])"
)
# The number, or the number and a body that lost its dash: 95 BXD - VKT.
_DASHED_LEFT = re.compile(rf"(?P<number>{_ORDINAL})(?: (?P<body>[A-ZĐ]{{2,8}}))?[ ]?\Z")
_DASHED_REACH = 18
_UNMISTAKABLE = frozenset({"HĐBT", "HĐCP", "LCT", "SLT", "NQ-TVQH"})
_DIGITS = str.maketrans("OolI", "0011")


@frozen
class Code:
    """A document number found in a text: where, as printed without noise, and as read."""

    start: int
    end: int
    clean: str
    number: DocumentNumber | None  # None: number and year only, "100/2019"
    misread_digits: bool = False
    sure: bool = True  # False: only with its type or "số" before it


def find_codes(text: str) -> Iterator[Code]:
    """Give everything that has the shape of a document number, from left to right.

    What surrounds it is not looked at here: see `before` and `likely`.

    >>> [code.clean for code in find_codes("số 33/2020/QĐ-TTg, 65- KL/TW ngày 30/10/2019, 2%/năm")]
    ['33/2020/QĐ-TTg', '65-KL/TW']
    """
    slash = text.find("/")
    dashed = _DASHED.search(text)
    done = 0
    while slash >= 0 or dashed is not None:
        if dashed is not None and (slash < 0 or dashed.start() < slash):
            code = _read_dashed(text, dashed, done)
            dashed = _DASHED.search(text, dashed.end())
        else:
            code = _read_slashed(text, slash, done)
            slash = text.find("/", max(slash + 1, code.end if code else 0))
        if code is not None and code.start >= done:
            yield code
            done = code.end


def _read_slashed(text: str, slash: int, done: int) -> Code | None:
    left = _LEFT.search(text[max(done, slash - _LEFT_REACH) : slash])
    if left is None:
        return None
    start = slash - len(left[0])
    dashed_year = _DASHED_YEAR.search(text[max(done, start - 6) : slash])
    if dashed_year is None and left["type"] is None and _broken_before(text, start):
        return None
    right = _RIGHT.match(text, slash + 1)
    if right is None:
        return _year_only(text, left, start, slash + 1)
    begin = right.start("symbol")
    end = symbol_end(text, begin, right["symbol"])
    ordinal = _mended(left["number"])
    if end == begin or ordinal is None:
        return None
    misread = ordinal != left["number"]
    symbol = clean_code(text[begin:end])
    if dashed_year is not None and right["year"] is None and left["type"] is None:
        clean = f"{dashed_year['number']}/{dashed_year['year']}/{symbol}"  # 19-2017/NQ-CP
        number = read_number(clean)
        start = slash - len(dashed_year[0])
        return Code(start, end, clean, number, sure=False) if number else None
    if left["type"] is not None:
        if right["year"] is not None:
            return None
        clean = _dash_form(ordinal, left, symbol)
    else:
        year = (right["year"] or "").translate(_DIGITS)
        misread = misread or year != (right["year"] or "")
        clean = f"{ordinal}/{year}/{symbol}" if year else f"{ordinal}/{symbol}"
    number = read_number(clean_code(clean)) if clean else None
    if number is None:
        return None
    sure = left["lost"] is None or number.family == "party"
    return Code(start, end, clean_code(clean), number, misread, sure)


def _dash_form(ordinal: str, left: re.Match[str], symbol: str) -> str:
    """Give number, type and body of the Party's form; empty where a dash may not be lost."""
    types = left["type"]
    if left["lost"] is None:
        return f"{ordinal}-{types}/{symbol}"
    if not left["lost"] and ordinal[-1].isalpha():  # 22HD/TW
        ordinal, types = ordinal[:-1], ordinal[-1] + types
    if symbol == "CTN" and types in {"QĐ", "L", "LCT"}:  # 738 QĐ/CTN
        return f"{ordinal}/{types}-CTN"
    if types in state_issuers().exact and symbol.isupper():  # 1320 TM/XNK: a letter
        return f"{ordinal}/{types}-{symbol}"
    if not party_issuers().find(symbol) and not re.fullmatch(r"HĐNN[0-9]{1,2}", symbol):
        return ""
    return f"{ordinal}-{types}/{symbol}"


def _mended(ordinal: str) -> str | None:
    """Give a number with the digits that were misread; None where no digit is sure."""
    if ordinal.isdigit():
        return ordinal
    body, last = ordinal[:-1], ordinal[-1]
    if not any(character in "0123456789" for character in ordinal):
        return None
    return body.translate(_DIGITS) + (last.translate(_DIGITS) if last in "OlI" else last)


def _year_only(text: str, left: re.Match[str], start: int, at: int) -> Code | None:
    year = _YEAR_ONLY.match(text, at)
    if year is None or left["type"] is not None or not left[0].isdigit():
        return None
    return Code(start, year.end(), f"{left[0]}/{year[0]}", None)


def _read_dashed(text: str, dashed: re.Match[str], done: int) -> Code | None:
    dash = dashed.start()
    left = _DASHED_LEFT.search(text[max(done, dash - _DASHED_REACH) : dash])
    if left is None or not left["number"][0].isdigit():
        return None
    start = dash - len(left[0])
    if _broken_before(text, start):
        return None
    if dashed["year"]:
        symbol = text[dashed.end("year") + 1 : dashed.end()]
        clean = clean_code(f"{left['number']}/{dashed['year']}/{symbol}")
    elif left["body"]:
        unit = text[dashed.start() + 1 : dashed.end()].strip()
        if left["body"] not in state_issuers().exact:
            return None
        clean = clean_code(f"{left['number']}/{left['body']}-{unit}")
    else:
        clean = clean_code(text[start : dashed.end()].replace("sl", "SL"))
    number = read_number(clean)
    if number is None:
        return None
    sure = dashed["year"] is not None or number.symbol.text in _UNMISTAKABLE
    return Code(start, dashed.end(), clean, number, sure=sure)


def _broken_before(text: str, start: int) -> bool:
    """Whether the digits are the end of something longer: a decimal, a date, an address."""
    before = text[start - 1 : start]
    if not before or before in "/=@#+" or before.isdigit():
        return bool(before)
    inner = text[max(0, start - 2) : start - 1]
    if before == "." and fold(text[max(0, start - 3) : start - 1]) == "no":
        return False
    if before == ":":  # "Số:12/QĐ-UBND" begins a number, "01:2021/BXD" does not
        return inner.isdigit()
    if before == ",":  # a list without its space: "33/2020/QĐ-TTg,34/2020/QĐ-TTg"
        return inner.isdigit()
    return before in ".-" and inner.isalnum()
