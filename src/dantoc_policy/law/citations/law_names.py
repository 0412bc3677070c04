"""Laws, codes and ordinances that are cited by name and day: "Luật Đất đai năm 2013"."""

from __future__ import annotations

import re

from attrs import frozen

from dantoc_policy.law.citations.pinpoints import has_pinpoint
from dantoc_policy.law.citations.written_date import WrittenDate, read_date
from dantoc_policy.law.spelling import fold

LAWS = {"luat": "luat", "bo luat": "bo_luat", "phap lenh": "phap_lenh", "hien phap": "hien_phap"}
# Before "luật": other words that end so, and where law is learned and practised.
_OTHER_WORD = re.compile(
    r"\b(?:phap|ky|quy|du|dai hoc|khoa|nganh|nghe|hoi|si|cu nhan|mon|truong|cong ty|van phong"
    r"|tap chi|giang vien|sinh vien|hoc vien|vien|hang|lop)[\s\"“*_]{1,3}\Z"
)
# Behind "luật", as written in small letters: who practises law, a game, a school.
_NO_NAME = frozenset(
    {"sư", "gia", "học", "chơi", "pháp", "tục", "tnhh", "su", "hoc", "choi", "mới", "cũ", "khác",
     "riêng", "chung", "trên", "nào", "gì", "và", "hoặc", "cần", "vào", "ra", "tại", "của", "theo"}
)  # fmt: skip
_NO_NAME_PAIRS = frozenset({"quoc te", "viet nam", "ha noi", "thanh pho"})
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 26
_MOST_LETTERS = 220
_INNER_GAP = re.compile(r"[\s,*_\"“”-]{1,4}\Z")
_DATE_AHEAD = re.compile(r"(?:ngay\s{1,2}(?:mong\s)?[0-9]|nam\s{1,2}(?:19|20)[0-9]{2}(?![0-9]))")
_BARE_YEAR = re.compile(
    r"[\s]{1,2}\(?(?P<year>(?:19|20)[0-9]{2})(?![0-9\w]|\s?[-/.][0-9]|\s-\s?[0-9])\)?"
)
_FURTHER_YEAR = re.compile(
    r"(?P<lead>\s?,\s|\s?,?\sva\s|\s?;\s)(?P<printed>(?:nam\s)?(?P<year>(?:19|20)[0-9]{2}))"
    r"(?![0-9\w]|\s?[-/.][0-9]|\s-\s?[0-9])"
)
_REVISED = re.compile(r"\s{0,2}\((?:sua doi|sua doi,? bo sung|hop nhat)\)")
_COMMA = re.compile(r"\s{0,2}[,;|]")
_PASSED = re.compile(
    r"\s{1,2}(?:(?:da\s)?duoc\s)(?:quoc hoi\s(?:nuoc chxhcn viet nam\s)?"
    r"(?:\(?khoa\s[ivxl0-9]{1,5}\)?,?\s)?)?(?:thong qua|ban hanh|ky ban hanh)"
    r"\s(?:vao\s)?(?=ngay\s|nam\s)"
)
# Words that end the name of a law; they are met as written, because marks tell them from others.
_STOPS = frozenset(
    {"được", "đã", "này", "đó", "khi", "nếu", "thì", "là", "sẽ", "đang", "phải", "nhằm", "đến",
     "trước", "từ", "nên", "cần", "gồm", "cũng", "vẫn", "chưa", "để", "nhưng", "mà", "hết", "kể"}
)  # fmt: skip
_STOP_PAIRS = re.compile(
    r"(?:quy dinh|co hieu|hieu luc|hien hanh|thong qua|nghi (?:dinh|quyet)|quyet dinh|thong tu"
    r"|can cu|giai doan|dia ban|ke tu|tinh den|cho den|cho phep|yeu cau|doi voi|so [0-9]|dieu [0-9]"
    r"|khoan [0-9])\b"
)
_AMENDING = re.compile(r"\s{1,2}sua doi\b")
_LAW_WORD = re.compile(r"(?:bo luat|luat|phap lenh|hien phap)\b")
_BASIS = re.compile(r"\bcan cu\s{1,2}(?:(?:cac|vao)\s{1,2})?\Z")
_BASIS_END = re.compile(r"\s{0,2}(?:[;.]|\n|\Z)")
_BASIS_REACH = 16
_PINPOINT_REACH = 60
_MOST_UNDATED = 90
# A comma that parts a law from what is listed after it; some names have one themselves.
_LIST_COMMA = re.compile(
    r"\s?[,-]\s(?!(?:chong|su dung|ton giao|xuat canh|qua canh|cu tru|khac phuc|khai thac"
    r"|phat trien)\b)"
)


@frozen
class LawName:
    """A law named in a text: where its name ends, and when it was passed, as far as is written."""

    name_end: int
    end: int
    written: WrittenDate | None = None
    year: int | None = None
    further: tuple[tuple[int, int, int], ...] = ()


def is_law_word(folded: str, at: int) -> bool:
    """Whether the word "luật" at a place is the word of a type and no part of another word.

    >>> text = "phap luat; luat dat dai"
    >>> is_law_word(text, 5), is_law_word(text, 11)
    (False, True)
    """
    if at and folded[at - 1].isalnum():
        return False
    return _OTHER_WORD.search(folded, max(0, at - _BASIS_REACH), at) is None


def read_law_name(text: str, folded: str, start: int, at: int) -> LawName | None:
    """Read the name of a law that no list has, where a day or a year ends it.

    `start` is where the word of the type begins, `at` where it ends. Without a day, a name is
    read only where a legal basis consists of it ("Căn cứ Luật Đất đai;") and behind a provision
    ("Điều 11 Luật Chứng khoán").
    """
    amending = _AMENDING.match(folded, at) is not None
    name_end = _name_end(text, folded, at, amending=amending)
    if name_end is None or not (amending or _begins_name(text, folded, start, at)):
        return None
    found = read_when(text, folded, name_end)
    if found.year is not None:
        return found
    if _BASIS.search(folded, max(0, start - _BASIS_REACH), start):
        return found if _BASIS_END.match(folded, name_end) else None
    if has_pinpoint(folded[max(0, start - _PINPOINT_REACH) : start]) and not amending:
        comma = _LIST_COMMA.search(folded, at, name_end)
        name_end = comma.start() if comma else name_end
        return LawName(name_end, name_end) if name_end - at <= _MOST_UNDATED else None
    return None


def read_when(text: str, folded: str, at: int) -> LawName:
    """Read the day or the years behind the name of a law.

    >>> text = "nam 1946, 1959 va 1980 deu"
    >>> found = read_when(text, text, 0)
    >>> found.year, [year for _, _, year in found.further]
    (1946, [1959, 1980])
    """
    name_end = at
    end = at
    if revised := _REVISED.match(folded, at):
        at = end = revised.end()
    if passed := _PASSED.match(folded, at):
        at = passed.end() - 1
    elif _COMMA.match(folded, at):
        return LawName(name_end, end)
    written = read_date(folded, at)
    if written is not None and (written.day or written.year) and not written.impossible:
        close = folded[written.end : written.end + 1] == ")" and "(" in folded[at : written.end]
        end = written.end + close
        if written.day is None and written.month is None:
            return LawName(name_end, end, None, written.year, _further(text, folded, end))
        return LawName(name_end, end, written, written.year)
    if bare := _BARE_YEAR.match(folded, at):
        end = bare.end()
        return LawName(name_end, end, None, int(bare["year"]), _further(text, folded, end))
    return LawName(name_end, end)


def _further(text: str, folded: str, at: int) -> tuple[tuple[int, int, int], ...]:
    """Give the other years of a list: where each is printed, and what it is."""
    found: list[tuple[int, int, int]] = []
    while (match := _FURTHER_YEAR.match(folded, at)) and "\n" not in text[at : match.end()]:
        found.append((*match.span("printed"), int(match["year"])))
        at = match.end()
    return tuple(found)


def _name_end(text: str, folded: str, at: int, *, amending: bool) -> int | None:
    """Give where the name ends that begins behind the word of the type."""
    end = at
    for count, match in enumerate(_WORD.finditer(text, at, at + _MOST_LETTERS)):
        gap = text[end : match.start()]
        if count == _MOST_WORDS or not _INNER_GAP.match(gap) or "\n\n" in gap:
            break
        if gap.strip() and count == 0:
            break
        if _DATE_AHEAD.match(folded, match.start()) or _BARE_YEAR.match(folded, match.start() - 1):
            break
        if not _goes_on(match[0], folded, match.start(), count, amending=amending):
            break
        end = match.end()
    return end if end > at else None


def _goes_on(word: str, folded: str, at: int, count: int, *, amending: bool) -> bool:
    capital = count == 0 and word[0].isupper()
    if not amending and not capital and word.lower() in _STOPS:
        return False
    if not amending and count and _LAW_WORD.match(folded, at):
        return False
    stop = _STOP_PAIRS.match(folded, at)
    return stop is None or (amending and stop[0].startswith("dieu")) or capital


def _begins_name(text: str, folded: str, start: int, at: int) -> bool:
    """Whether a name follows: it has a capital, or the word "Luật" has one within a sentence."""
    first = _WORD.search(text, at)
    if first is None or first[0].lower() in _NO_NAME:
        return False
    following = _WORD.match(folded, first.end() + 1)
    if following and f"{fold(first[0])} {following[0]}" in _NO_NAME_PAIRS:
        return False
    if first[0][0].isupper():
        return True
    before = text[max(0, start - 3) : start].rstrip(" \u00a0")
    return text[start].isupper() and (before[-1:].isalnum() or before[-1:] in {",", ";"})
