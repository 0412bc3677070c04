"""The place behind a body: "tỉnh Bắc Kạn", "huyện Ba Tơ, tỉnh Quảng Ngãi"; names in capitals."""

from __future__ import annotations

import re

from dantoc_policy.law.spelling import fold

PLACE = re.compile(
    r"\s{1,3}(?P<kind>(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu|lien tinh)"
    r"(?![a-z])|(?:tp|t\.p|tx|tt)(?![a-z])\.?)[^\S\n]{0,3}\n?"
)
_NAME = re.compile(r"[^\W_][\w'’]*")
_LONGEST_NAME = 4
_COMMON = frozenset(
    "ban nhan dan tinh pho huyen quan xa phuong thi tran dac khu thuong truc can su dong".split()  # noqa: SIM905
)
_COUNCIL_LETTERS = frozenset({"ubnd", "hdnd"})
# In a heading in capitals these words end a name.
_STOPS = frozenset(
    "ve ban quy phe trien thuc ngay giai sua bo huong cong khoa theo va cua dieu so de".split()  # noqa: SIM905
)
_WIDER = re.compile(r",\s{1,2}(?=(?:tinh|thanh pho|huyen)\s)")


def in_writing(printed: str, *, unit: bool = False) -> str:
    """Give a name printed in capitals as running text writes it; a unit begins small.

    >>> in_writing("ỦY BAN NHÂN DÂN THÀNH PHỐ THANH HÓA"), in_writing("TỈNH X", unit=True)
    ('Ủy ban nhân dân thành phố Thanh Hóa', 'tỉnh X')
    """
    if not printed.isupper() or " " not in printed:
        return printed
    words = printed.split()
    plain = [fold(word) for word in words]
    cased: list[str] = []
    for place, (word, bare) in enumerate(zip(words, plain, strict=True)):
        common = bare in _COMMON or (bare == "thanh" and plain[place + 1 : place + 2] == ["pho"])
        if bare in _COUNCIL_LETTERS:
            cased.append(word)
        elif common and (place or unit):
            cased.append(word.lower())
        else:
            cased.append(word.capitalize())
    return " ".join(cased)


def read_unit(printed: str) -> str | None:
    """Give the place that a line names whole: "TỈNH BẮC KẠN" is "tỉnh Bắc Kạn".

    >>> read_unit("HUYỆN CHÂU THÀNH"), read_unit("Độc lập - Tự do")
    ('huyện Châu Thành', None)
    """
    end, unit = read_place(f" {printed}", f" {fold(printed)}", 0)
    whole = unit is not None and " " in unit and end <= len(printed) + 1
    return in_writing(unit, unit=True) if unit and whole else None


def read_place(text: str, folded: str, at: int) -> tuple[int, str | None]:
    """Give where the place ends that a text has at a place, and its words; None without one.

    >>> read_place(" tỉnh Bắc Kạn về", " tinh bac kan ve", 0)
    (13, 'tỉnh Bắc Kạn')
    """
    kind = PLACE.match(folded, at)
    begin = kind.end() if kind else at
    end = _read_name(text, begin)
    if end == begin:
        if kind is None:
            return at, None
        end = kind.start("kind") + len(kind["kind"])
    unit = " ".join(text[at:end].split())
    further = _WIDER.match(folded, end)
    if kind and further:
        outer, wider = read_place(text, folded, further.end() - 1)
        if wider and " " in wider:
            return outer, f"{unit}, {wider}"
    return end, unit


def _read_name(text: str, at: int) -> int:
    """Give the end of the proper name that begins at a place, or the place itself."""
    end = at
    shouting = False
    for count, match in enumerate(_NAME.finditer(text, at, at + 60)):
        gap = text[end : match.start()]
        if count == _LONGEST_NAME or len(gap) > 1 or gap.strip(" -\u00a0"):
            break
        word = match[0]
        if not (word[0].isupper() or (count == 0 and word.isdigit())):
            break
        # A heading in capitals goes on, or ends where small letters begin.
        if (word.isupper() and fold(word) in _STOPS) or (shouting and not word.isupper()):
            break
        shouting = word.isupper() and len(word) > 1
        end = match.end()
    return end
