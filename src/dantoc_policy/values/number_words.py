"""Whole numbers in Vietnamese words, written and read."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from dantoc_policy.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_UNITS = {word: value for value, word in enumerate(_DIGITS)} | {
    "mốt": 1,
    "tư": 4,
    "lăm": 5,
    "nhăm": 5,
    "bẩy": 7,
}
# The scales of one group of nine digits; above them stands tỷ, as often as needed.
_SCALES = (("triệu", 10**6), ("nghìn", 10**3))
_SCALE_VALUES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6}
_BILLION = 10**9
_BILLIONS = ("tỷ", "tỉ")
_LARGEST = 10**36
_LONGEST = 400
_TEN = 10
_FIVE = 5
_HUNDRED = 100


def number_words(number: int) -> str:
    """Write a whole number in words.

    >>> number_words(1984000000000)
    'một nghìn chín trăm tám mươi bốn tỷ'
    >>> number_words(21), number_words(15), number_words(1005)
    ('hai mươi mốt', 'mười lăm', 'một nghìn không trăm lẻ năm')
    """
    if abs(number) >= _LARGEST:
        raise InputError.of(
            "number.too_large",
            vi="số quá lớn để viết bằng chữ.",
            en="the number is too large to be written in words.",
        )
    if number < 0:
        return f"âm {number_words(-number)}"
    return " ".join(_whole(number, full=False)) or _DIGITS[0]


def parse_number_words(text: str) -> int:
    """Read a whole number in words, in northern or southern ones.

    >>> parse_number_words("một ngàn không trăm linh năm"), parse_number_words("hai tỷ rưỡi")
    (1005, 2500000000)
    >>> parse_number_words("hai mươi tư")
    24
    """
    clean = unicodedata.normalize("NFC", text[:_LONGEST]).casefold()
    words = re.findall(r"[^\W\d_]+", clean)
    sign = -1 if words[:1] == ["âm"] else 1
    number = _read(words[1:] if sign < 0 else words)
    # "lẻ năm" only follows other words.
    if (
        number is None
        or words[0] in ("lẻ", "linh")
        or len(text) > _LONGEST
        or re.search(r"[^\w\s,-]|[\d_]", clean)
    ):
        raise InputError.of(
            "number.unreadable",
            vi=f"không đọc được “{text.strip()[:100]}” như một số viết bằng chữ.",
            en=f"“{text.strip()[:100]}” cannot be read as a number in words.",
            mend_vi="Ghi như “hai mươi lăm” hoặc bằng chữ số.",
            mend_en="Write it as “hai mươi lăm”, or in digits.",
        )
    return sign * number


def _whole(number: int, *, full: bool) -> list[str]:
    """Give the words of a number; `full` names the hundreds that are not there."""
    billions, rest = divmod(number, _BILLION)
    words = [*_whole(billions, full=full), "tỷ"] if billions else []
    started = full or bool(words)
    for name, scale in _SCALES:
        group, rest = divmod(rest, scale)
        if group:
            words += [*_group(group, full=started), name]
        started = started or bool(words)
    return words + (_group(rest, full=started) if rest else [])


def _group(number: int, *, full: bool) -> list[str]:
    hundreds, rest = divmod(number, _HUNDRED)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    tens, units = divmod(rest, _TEN)
    if tens:
        words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    elif units and words:
        words.append("lẻ")
    if not units:
        return words
    if tens and units == _FIVE:
        return [*words, "lăm"]
    return [*words, "mốt" if tens > 1 and units == 1 else _DIGITS[units]]


def _read(words: Sequence[str]) -> int | None:
    """Read words by their largest scale, last occurrence first."""
    places = [place for place, word in enumerate(words) if word in _BILLIONS]
    if places:
        head, tail = words[: places[-1]], words[places[-1] + 1 :]
        return _scaled(_read(head), _BILLION, tail)
    for scale in ("triệu", "nghìn", "ngàn"):
        if scale in words:
            place = words.index(scale)
            return _scaled(_read_group(words[:place]), _SCALE_VALUES[scale], words[place + 1 :])
    return _read_group(words)


def _scaled(head: int | None, scale: int, tail: Sequence[str]) -> int | None:
    if head is None:
        return None
    if list(tail) == ["rưỡi"]:
        return head * scale + scale // 2
    # "một triệu hai" is 1,2 million to some and 1.000.002 to others.
    rest = 0 if not tail else None if len(tail) == 1 else _read(tail)
    return None if rest is None or rest >= scale else head * scale + rest


def _read_group(words: Sequence[str]) -> int | None:
    """Read a number below a thousand."""
    if len(words) == 1 and words[0] in _DIGITS:
        return _UNITS[words[0]]
    if words[1:2] != ["trăm"]:
        return _read_tens(words)
    if words[0] not in _DIGITS:
        return None
    hundreds, rest = _UNITS[words[0]] * _HUNDRED, words[2:]
    if list(rest) == ["rưỡi"]:
        return hundreds + _HUNDRED // 2
    tens = _read_tens(rest) if rest else 0
    return None if tens is None else hundreds + tens


def _read_tens(words: Sequence[str]) -> int | None:
    """Read a number below a hundred: "lẻ năm", "mười lăm", "hai mươi mốt"."""
    first, second, rest = words[:1], words[1:2], words[2:]
    if first and first[0] in ("lẻ", "linh"):
        return _UNITS[second[0]] if second and second[0] in _DIGITS and not rest else None
    if list(first) == ["mười"]:
        return _with_units(_TEN, words[1:])
    if list(second) == ["mươi"] and first[0] in _DIGITS[2:]:
        return _with_units(_UNITS[first[0]] * _TEN, rest)
    return None


def _with_units(total: int, rest: Sequence[str]) -> int | None:
    if not rest:
        return total
    if len(rest) > 1 or rest[0] not in _UNITS or rest[0] == _DIGITS[0]:
        return None
    return total + _UNITS[rest[0]]
