"""One cell of a sheet as a fact: a number, bounds, a yes or no, a date, or not known."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.files.table import ExcelPercent
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.calendar_dates import parse_date
from dantoc_policy.values.numerals import Style, parse_number
from dantoc_policy.values.period import Period
from dantoc_policy.values.unit import Unit

UNKNOWN = frozenset(
    {
        *("", "-", "--", "–", "—", "_", ".", "..", "...", "…", "?", "n/a", "na", "#n/a", "nan"),
        *("null", "none", "unknown", "not known", "không rõ", "chưa rõ", "khong ro", "kxđ", "kxd"),
        *("không xác định", "chưa xác định", "chưa có số liệu", "không có số liệu"),
    }
)
YES = frozenset(
    {
        *("có", "co", "x", "✓", "✔", "☑", "đạt", "dat", "đã đạt", "đúng", "dung", "rồi", "roi"),
        *("được", "đã công nhận", "đã được công nhận", "đạt chuẩn", "đã đạt chuẩn"),
        *("true", "yes", "y", "t", "1"),
    }
)
NO = frozenset(
    {
        *("không", "khong", "ko", "k", "☐", "không đạt", "khong dat", "chưa đạt", "chua dat"),
        *("chưa", "chua", "sai", "không có", "khong co", "chưa có", "chua co", "chưa công nhận"),
        *("chưa được công nhận", "chưa đạt chuẩn", "không đạt chuẩn"),
        *("false", "no", "n", "f", "0"),
    }
)
_EXCEL_ERRORS = ("#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!")
_LOW = {
    "above": r">|trên|hơn|lớn hơn|nhiều hơn|quá|over|above|more than|greater than",
    "at_least": r">=|≥|từ|ít nhất|tối thiểu|không dưới|không ít hơn|at least|from|between",
}
_HIGH = {
    "below": r"<|dưới|nhỏ hơn|ít hơn|thấp hơn|chưa đến|chưa tới|under|below|less than",
    "at_most": r"<=|≤|không quá|không vượt quá|tối đa|nhiều nhất|không hơn|at most|up to",
}
# The longest word first: "không quá" is not "quá", ">=" is not ">".
_OPERATORS = sorted(
    ((word, key) for key, words in (_LOW | _HIGH).items() for word in words.split("|")),
    key=lambda pair: -len(pair[0]),
)
_OPENED = re.compile("(?:" + "|".join(re.escape(word) for word, _ in _OPERATORS) + r")(?=[\s\d])")
_UP = re.compile(r"\s*(?:trở lên|or more|and over|and above)$")
_DOWN = re.compile(r"\s*(?:trở xuống|or less|or fewer|and under|and below)$")
_JOINED = re.compile(
    r"(?<=[\d%])\s*(?:-|–|—|\.\.|…)\s*(?=\d)|\s+(?:-|–|—|đến|tới|và|to|and)\s+|\s*[,;]\s+"
)
_SIGNIFICANT = 12
_LARGEST_EXPONENT = 30
_MONTH = re.compile(r"(?:tháng\s*)?(?P<month>[0-9]{1,2})\s*(?:/|-|năm)\s*(?P<year>[0-9]{4})")
_YEAR = re.compile(r"(?:cuối\s+)?(?:năm\s*)?(?P<year>[0-9]{4})(?:\.0)?")
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?$")


def folded(text: str) -> str:
    """Fold a word: canonical accents, no case, single spaces.

    >>> folded("  KHÔNG  Rõ ")
    'không rõ'
    """
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def is_unknown(cell: object) -> bool:
    """Whether a cell says that its value is not known.

    >>> is_unknown("…"), is_unknown(None), is_unknown("0")
    (True, True, False)
    """
    if isinstance(cell, str):
        return folded(cell) in UNKNOWN
    return cell is None or (isinstance(cell, float | Decimal) and math.isnan(cell))


def read_cell(cell: object, unit: Unit, style: Style = "auto") -> Any:
    """Give the fact that a cell states, None where it is not known; raises `InputError`.

    >>> read_cell("1.383", Unit.HOUSEHOLDS), read_cell("21,43%", Unit.PERCENT)
    (1383, Decimal('21.43'))
    >>> print(read_cell("từ 10 đến dưới 20", Unit.PERCENT))
    ≥ 10, < 20
    >>> read_cell("chưa đạt", Unit.TRUTH), read_cell("", Unit.TRUTH)
    (False, None)
    """
    if is_unknown(cell):
        return None
    if isinstance(cell, str) and folded(cell) in _EXCEL_ERRORS:
        raise InputError.of(
            "cell.excel_error",
            vi=f"công thức trong ô bị lỗi {cell.strip()}.",
            en=f"the formula in the cell failed with {cell.strip()}.",
            mend_vi="Sửa công thức, hoặc để trống ô.",
            mend_en="Mend the formula, or leave the cell empty.",
        )
    return read_truth(cell) if unit is Unit.TRUTH else read_number(cell, unit, style)


def read_truth(cell: object) -> bool:
    """Give the yes or no that a cell states.

    >>> read_truth("Có"), read_truth("x"), read_truth(0)
    (True, True, False)
    """
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float | Decimal) and cell in (0, 1):
        return bool(cell)
    word = folded(cell) if isinstance(cell, str) else ""
    if word in YES:
        return True
    if word in NO:
        return False
    raise InputError.of(
        "truth.unreadable",
        vi=f"không đọc được “{_shown(cell)}” như có hoặc không.",
        en=f"“{_shown(cell)}” cannot be read as yes or no.",
        mend_vi="Ghi có hoặc không; bỏ trống nếu chưa biết.",
        mend_en="Write có (yes) or không (no); leave it empty if not known.",
    )


def read_number(cell: object, unit: Unit, style: Style = "auto") -> int | Decimal | Bounds:
    """Give the number or the bounds that a cell states.

    >>> print(read_number("trên 50 %", Unit.PERCENT))
    > 50
    >>> read_number(ExcelPercent(0.2143), Unit.PERCENT)
    Decimal('21.43')
    """
    if isinstance(cell, Mapping):
        return Bounds.read(cell)
    if isinstance(cell, bool) or not isinstance(cell, str | int | float | Decimal):
        raise _not_a_number(cell)
    if isinstance(cell, str):
        return _bounds(cell, unit, style) or _parsed(cell, unit, style)
    if isinstance(cell, int):
        return cell
    number = Decimal(float.__repr__(cell)) if isinstance(cell, float) else cell
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        raise _not_a_number(cell)
    if isinstance(cell, ExcelPercent) and unit is Unit.PERCENT:
        number = number.scaleb(2)
    if isinstance(cell, float):
        number = _without_noise(number)
    return int(number) if number == number.to_integral_value() else number


def read_period(cell: object) -> Period | None:
    """Give the day, month or year that figures are of; raises `InputError`.

    >>> str(read_period("12/2020")), str(read_period("31/12/2020"))
    ('2020-12-01..2020-12-31', '2020-12-31')
    >>> str(read_period(2020))
    '2020-01-01..2020-12-31'
    """
    if is_unknown(cell):
        return None
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    if isinstance(cell, dt.date):
        return Period(cell, cell)
    text = _MIDNIGHT.sub("", folded(str(cell)))
    if match := _YEAR.fullmatch(text):
        return Period.parse(match["year"])
    if match := _MONTH.fullmatch(text):
        return Period.parse(f"{match['year']}-{int(match['month']):02}")
    try:
        return Period.parse(text)
    except InputError as error:
        try:
            day = parse_date(text)
        except InputError:
            raise error from None
        return Period(day, day)


def _bounds(text: str, unit: Unit, style: Style) -> Bounds | None:
    """Read words and signs that bound a number; None where the text has none of them."""
    words = folded(text)
    up, down = _UP.search(words), _DOWN.search(words)
    if up or down:
        words = _opened((_UP if up else _DOWN).sub("", words))[1]
        key = "at_least" if up else "at_most"
        return Bounds.of(**{key: _parsed(words, unit, style)})
    key, rest = _opened(words)
    parts = _JOINED.split(rest, maxsplit=1) if key or _JOINED.search(rest) else [rest]
    if len(parts) == 1:
        if not key:
            return None
        # "từ 10" alone names where it begins; "đến 10" where it ends.
        return Bounds.of(**{key: _parsed(rest, unit, style)})
    high_key, high = _opened(parts[1])
    low_key = key or "at_least"
    if low_key not in _LOW or (high_key and high_key not in _HIGH):
        raise _not_a_number(text)
    limits = {
        low_key: _parsed(parts[0], unit, style),
        high_key or "at_most": _parsed(high, unit, style),
    }
    return Bounds.of(**limits)


def _opened(words: str) -> tuple[str, str]:
    """Part the word that opens a bound from what follows."""
    if words.startswith(("đến ", "tới ")):
        return "at_most", words[4:].strip()
    match = _OPENED.match(words)
    if match is None:
        return "", words
    key = next(key for word, key in _OPERATORS if word == match[0])
    return key, words[match.end() :].strip()


def _parsed(text: str, unit: Unit, style: Style) -> int | Decimal:
    # Amounts in đồng have no decimals, so that a single dot in them parts thousands.
    return parse_number(text, whole=unit.whole or unit is Unit.VND, style=style, unit=unit)


def _without_noise(number: Decimal) -> Decimal:
    """Round what a formula left behind the twelfth digit: 19.999999999999996 is meant as 20."""
    if len(number.as_tuple().digits) <= _SIGNIFICANT:
        return number
    return number.quantize(Decimal(1).scaleb(number.adjusted() - _SIGNIFICANT + 1))


def _not_a_number(cell: object) -> InputError:
    return InputError.of(
        "number.unreadable",
        vi=f"không đọc được “{_shown(cell)}” như một số.",
        en=f"“{_shown(cell)}” cannot be read as a number.",
        mend_vi="Ghi một số, như 1.383 hoặc 5,92; bỏ trống nếu chưa biết.",
        mend_en="Write a number, such as 1.383 or 5,92; leave it empty if not known.",
    )


def _shown(cell: object) -> str:
    text = str(cell).strip()
    return text if len(text) <= 40 else f"{text[:40]}…"  # noqa: PLR2004 - what a line holds
