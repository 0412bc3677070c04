"""Laws, codes and ordinances that are cited by name and day: "Luật Đất đai năm 2013"."""

from __future__ import annotations

import re

from attrs import frozen

from dantoc_policy.law.citations.written_date import WrittenDate, read_date

LAWS = {"luat": "luat", "bo luat": "bo_luat", "phap lenh": "phap_lenh", "hien phap": "hien_phap"}
# Before "luật": other words that end so, and where law is learned and practised.
_OTHER_WORD = re.compile(
    r"\b(?:phap|ky|quy|du|dai hoc|khoa|nganh|nghe|hoi|si|cu nhan|mon|truong|cong ty|van phong|tap chi"
    r"|giang vien|sinh vien|hoc vien|vien|hang|lop)[\s\"“*_]{1,3}\Z"
)
# Behind "luật", as written in small letters: who practises law, a game, a school.
_NO_NAME = frozenset({"sư", "gia", "học", "chơi", "pháp", "tục", "tnhh", "su", "hoc", "choi"})
_NO_NAME_PAIRS = frozenset({"quoc te", "viet nam", "ha noi", "thanh pho"})
_WORD = re.compile(
    r"(?:\b(?:phap|ky|quy|du|dai hoc|hoc|khoa|nganh|nghe|hoi|si|cu nhan|bang|mon|truong|cong ty|van phong"
    r"|tap chi|giang vien|sinh vien|chuyen nganh|doan|vien|hang|to chuc|lop|thuc hanh)|[a-z0-9])\Z"
)
# Behind "luật": who practises law, a rule of a game, law as such.
_NO_NAME = frozenset(
    [
        "su",
        "gia",
        "hoc",
        "phap",
        "tuc",
        "choi",
        "thanh",
        "vien",
        "le",
        "doi",
        "quoc",
        "viet",
        "ha",
        "hue",
        "tnhh",
        "dtc",
        "1",
        "la",
        "nay",
    ]
)
_NO_NAME_PAIRS = frozenset({"quoc te", "viet nam", "ha noi", "thanh vien"})
_NAME_BEGINS_SO = frozenset({"quoc", "viet", "ha", "thanh", "la", "doi", "le", "hue", "hoc"})
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
    r"(?:\(?khoa\s[ivxl0-9]{1,5}\)?,?\s)?)?(?:thong qua|ban hanh|ky ban hanh)\s(?:vao\s)?(?=ngay\s|nam\s)"
)
# Words that end the name of a law; they are met as written, because marks tell them from others.
_STOPS = frozenset(
    [
        "được",
        "đã",
        "này",
        "đó",
        "khi",
        "nếu",
        "thì",
        "là",
        "sẽ",
        "đang",
        "phải",
        "nhằm",
        "đến",
        "trước",
        "từ",
        "nên",
        "cần",
        "gồm",
        "bao",
        "hiệu",
        "nghị",
        "thông",
        "hiện",
        "cũng",
        "vẫn",
        "chưa",
        "không",
        "bị",
        "để",
        "nhưng",
        "mà",
        "ai",
        "tôi",
        "chúng",
        "hết",
        "kể",
    ]
)
_STOP_PAIRS = re.compile(
    r"(?:quy dinh|co hieu|hieu luc|hien hanh|thong qua|nghi (?:dinh|quyet)|quyet dinh|thong tu(?: lien tich| so)?"
    r"|can cu|giai doan|dia ban|ke tu|tinh den|cho den|cho phep|yeu cau|doi voi|so [0-9]|dieu [0-9]|khoan [0-9])\b"
)
_AMENDING = re.compile(r"\s{1,2}sua doi\b")
_LAW_WORD = re.compile(r"(?:bo luat|luat|phap lenh|hien phap)\b")
_BASIS = re.compile(r"\bcan cu\s{1,2}(?:(?:cac|vao)\s{1,2})?\Z")
_BASIS_END = re.compile(r"\s{0,2}(?:[;.]|\n|\Z)")
_BASIS_REACH = 16


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
    read only where a legal basis consists of it: "Căn cứ Luật Đất đai;".
    """
    amending = _AMENDING.match(folded, at) is not None
    name_end = _name_end(text, folded, at, amending=amending)
    if name_end is None:
        return None
    found = read_when(text, folded, name_end)
    if found.written is not None or found.year is not None:
        return found
    basis = _BASIS.search(folded, max(0, start - _BASIS_REACH), start)
    return found if basis and _BASIS_END.match(folded, name_end) else None


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
    window = text[at : at + _MOST_LETTERS]
    count = 0
    first = ""
    for match in _WORD.finditer(window):
        word_start, word_end = at + match.start(), at + match.end()
        gap = text[end:word_start]
        if not _INNER_GAP.match(gap) or "\n\n" in gap or count == _MOST_WORDS:
            break
        if gap.strip() and count == 0:
            break
        if _DATE_AHEAD.match(folded, word_start) or _is_year(match[0]):
            break
        if not _goes_on(match[0], folded, word_start, count, amending=amending):
            break
        if count == 0 and not _begins_name(text, folded, word_start, word_end, amending=amending):
            return None
        first = first or match[0]
        count += 1
        end = word_end
    return end if count else None


def _goes_on(word: str, folded: str, at: int, count: int, *, amending: bool) -> bool:
    if word.lower() in _STOPS and not (count == 0 and word[0].isupper()):
        return False
    if not amending and count and _LAW_WORD.match(folded, at):
        return False
    stop = _STOP_PAIRS.match(folded, at)
    return (
        stop is None
        or (amending and stop[0].startswith("dieu"))
        or (count == 0 and word[0].isupper())
    )


def _begins_name(text: str, folded: str, start: int, end: int, *, amending: bool) -> bool:
    if amending:
        return True
    if not text[start].isupper() or text[start:end].lower() in _NO_NAME:
        return False
    following = _WORD.match(folded, end + 1)
    return following is None or f"{folded[start:end]} {following[0]}" not in _NO_NAME_PAIRS


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}  # noqa: PLR2004
