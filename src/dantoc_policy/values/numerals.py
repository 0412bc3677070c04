"""Numbers as Vietnamese sheets write them: reading, telling the style, rounding and writing."""

# pyright: reportUnnecessaryIsInstance=false
# Callers without a type checker get a clear error, too.

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, localcontext
from fractions import Fraction
from numbers import Rational, Real
from typing import TYPE_CHECKING, Literal, overload

from dantoc_policy.errors import InputError
from dantoc_policy.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dantoc_policy.errors import Locale

Number = int | float | str | Decimal | Fraction
Style = Literal["auto", "vi", "en"]
Rounding = Literal["half_up", "half_even", "up", "down"]

_SAME_CHARACTER = str.maketrans(
    {
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{THIN SPACE}": " ",
        "\N{FIGURE SPACE}": " ",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{MINUS SIGN}": "-",
    }
)
_NUMBER = re.compile(r"(?P<sign>[+-]?)(?P<body>[0-9]+(?:[ '.,][0-9]+)*) *(?P<unit>.*)")
_GROUPED = re.compile(r"[0-9]+|[1-9][0-9]{0,2}([ '.,])[0-9]{3}(?:\1[0-9]{3})*")
_EITHER_WAY = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_SEPARATOR = re.compile(r"[ '.,]")
_LONGEST = 100
_LARGEST_EXPONENT = 400
_REPEATING_DECIMALS = 2

_UNIT_WORDS = {
    word.casefold(): unit for unit in Unit if unit.numeric for word in (unit.text.vi, unit.text.en)
} | {
    "hộ gia đình": Unit.HOUSEHOLDS,
    "household": Unit.HOUSEHOLDS,
    "khẩu": Unit.PERSONS,
    "nhân khẩu": Unit.PERSONS,
    "person": Unit.PERSONS,
    "people": Unit.PERSONS,
    "km2": Unit.SQUARE_KILOMETRES,
    "đ": Unit.VND,
    "vnđ": Unit.VND,
}


@overload
def parse_number(
    text: str, *, whole: Literal[True], style: Style = "auto", unit: Unit | None = None
) -> int: ...
@overload
def parse_number(
    text: str, *, whole: Literal[False], style: Style = "auto", unit: Unit | None = None
) -> Decimal: ...
@overload
def parse_number(
    text: str, *, whole: bool, style: Style = "auto", unit: Unit | None = None
) -> int | Decimal: ...
def parse_number(
    text: str, *, whole: bool, style: Style = "auto", unit: Unit | None = None
) -> int | Decimal:
    """Read a number; `whole` says that it counts something, `unit` which word may follow it.

    In style "vi" a dot always parts thousands, in style "en" a comma does. "auto" decides from
    the text alone: of two kinds the last is the decimal mark, a repeated one parts thousands, and
    one mark before exactly three digits parts thousands in a count and decimals elsewhere.

    >>> parse_number("1.383 hộ", whole=True)
    1383
    >>> parse_number("5,92 %", whole=False), parse_number("5.92", whole=False)
    (Decimal('5.92'), Decimal('5.92'))
    >>> parse_number("1.383", whole=False), parse_number("1.383", whole=False, style="vi")
    (Decimal('1.383'), Decimal('1383'))
    >>> parse_number("12,5", whole=True)
    Traceback (most recent call last):
    dantoc_policy.errors.InputError: [number.not_whole] ...
    """
    match = _match(text)
    plain = match and _plain(match["body"], _decimal_mark(match["body"], style, whole=whole))
    if match is None or plain is None:
        raise _unreadable(text)
    _check_unit(text, match["unit"], whole=whole, unit=unit)
    if not whole:
        return Decimal(match["sign"] + plain)
    integer, _, decimals = plain.partition(".")
    if decimals.strip("0"):
        raise InputError.of(
            "number.not_whole",
            vi=f"“{text.strip()}” không phải số nguyên.",
            en=f"“{text.strip()}” is not a whole number.",
            mend_vi="Ghi số đếm được, ví dụ 1.383.",
            mend_en="Give a count, such as 1.383 or 1383.",
        )
    return int(match["sign"] + integer)


def detect_style(cells: Iterable[str]) -> Style:
    """Tell how a column writes its numbers, from the cells that can be read in one way only.

    The answer is "auto" where no cell tells, or where cells contradict each other.

    >>> detect_style(["1.383", "21,43"]), detect_style(["1.383", "868"])
    ('vi', 'auto')
    >>> detect_style(["1,383.5"]), detect_style(["21,43", "21.43"])
    ('en', 'auto')
    """
    styles: set[Style] = {style for style in map(_style_of, cells) if style is not None}
    return styles.pop() if len(styles) == 1 else "auto"


def reads_two_ways(text: str) -> bool:
    """Whether a text is one number in Vietnamese style and another one in English style.

    >>> reads_two_ways("1.984"), reads_two_ways("1984"), reads_two_ways("19,84")
    (True, False, False)
    """
    match = _match(text)
    return match is not None and _EITHER_WAY.fullmatch(match["body"]) is not None


def exact(value: Number, unit: Unit | None = None) -> Fraction:
    """Give the exact fraction that a number was written as; a float counts as its shortest text.

    A text may carry the word of `unit` and no other.

    >>> exact(15.1), exact("15,1"), exact(20)
    (Fraction(151, 10), Fraction(151, 10), Fraction(20, 1))
    >>> exact(float("nan"))
    Traceback (most recent call last):
    dantoc_policy.errors.InputError: [number.unusable] ...
    """
    if isinstance(value, str):
        match = _match(value)
        if unit is None and match and match["unit"]:
            raise _unreadable(value)
        return Fraction(parse_number(value, whole=False, unit=unit))
    if type(value) is not bool and isinstance(value, Rational):
        return Fraction(int(value.numerator), int(value.denominator))
    decimal = Decimal(str(value)) if _is_float(value) else value
    if not isinstance(decimal, Decimal) or not _is_reasonable(decimal):
        raise InputError.of(
            "number.unusable",
            vi=f"{value!r} không dùng được như một số.",
            en=f"{value!r} cannot be used as a number.",
            mend_vi="Dùng một số hữu hạn; bỏ trống nếu chưa biết.",
            mend_en="Give a finite number; leave it out where it is not known.",
        )
    return Fraction(decimal)


def round_whole(value: Fraction, rounding: Rounding = "half_up") -> int:
    """Round to a whole number; "half_up" takes halves away from zero, as budget tables do.

    >>> half = Fraction(5, 2)
    >>> round_whole(half), round_whole(-half), round_whole(half, "half_even")
    (3, -3, 2)
    """
    size, sign = abs(value), -1 if value < 0 else 1
    floor = size.numerator // size.denominator
    rest = size - floor
    if rounding == "half_even":
        up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and floor % 2 == 1)
    elif rounding == "half_up":
        up = rest >= Fraction(1, 2)
    else:
        up = rounding == "up" and rest > 0
    return sign * (floor + up)


def format_number(
    value: float | Decimal | Fraction, locale: Locale = "vi", *, max_decimals: int | None = None
) -> str:
    """Write a number; beyond `max_decimals` it is rounded half up, and no zeros are added.

    Without `max_decimals` all decimals are written, or two where they would never end.

    >>> format_number(1383), format_number(Decimal("21.43")), format_number(1383, "en")
    ('1.383', '21,43', '1,383')
    >>> format_number(Fraction(200, 3)), format_number(21.45, max_decimals=1)
    ('66,67', '21,5')
    """
    from babel.numbers import format_decimal

    number = exact(value)
    needed = _decimals(number.denominator)
    if max_decimals is not None:
        places = max_decimals if needed is None else min(needed, max_decimals)
    else:
        places = _REPEATING_DECIMALS if needed is None else needed
    digits = round_whole(number * 10**places)
    pattern = "#,##0." + "#" * places if places else "#,##0"
    # Babel quantizes in the caller's decimal context, which may be too short for the number.
    with localcontext(prec=len(str(digits)) + places + 1):
        return format_decimal(
            Decimal(f"{digits}E-{places}"),
            format=pattern,
            locale="vi" if locale == "vi" else "en",
        )


def _match(text: str) -> re.Match[str] | None:
    """Part a text into sign, digits and a known unit word."""
    if len(text) > _LONGEST:
        return None
    clean = unicodedata.normalize("NFC", text).translate(_SAME_CHARACTER).strip()
    match = _NUMBER.fullmatch(clean)
    if match is None or (match["unit"] and match["unit"].casefold() not in _UNIT_WORDS):
        return None
    return match


def _decimal_mark(body: str, style: Style, *, whole: bool) -> str:
    """Give the character that opens the decimals, or nothing."""
    if style != "auto":
        mark = "," if style == "vi" else "."
        return mark if mark in body else ""
    marks = [character for character in body if character in ".,"]
    repeated = len(marks) > 1 and len(set(marks)) == 1
    if not marks or repeated or (whole and _EITHER_WAY.fullmatch(body)):
        return ""
    return marks[-1]


def _plain(body: str, mark: str) -> str | None:
    """Write the digits with a dot for decimals and nothing else, or None if they are misgrouped."""
    head, _, tail = body.partition(mark) if mark else (body, "", "")
    if not _GROUPED.fullmatch(head) or (mark and not tail.isdigit()):
        return None
    integer = _SEPARATOR.sub("", head)
    return f"{integer}.{tail}" if tail else integer


def _style_of(cell: str) -> Style | None:
    """Give the style that one cell proves, or None."""
    match = _match(cell)
    body = match["body"] if match else ""
    marks = [character for character in body if character in ".,"]
    mark = _decimal_mark(body, "auto", whole=False)
    if not marks or _EITHER_WAY.fullmatch(body) or _plain(body, mark) is None:
        return None
    comma_is_decimal = mark == "," if mark else marks[0] == "."
    return "vi" if comma_is_decimal else "en"


def _check_unit(text: str, word: str, *, whole: bool, unit: Unit | None) -> None:
    """Refuse a unit word that contradicts what is being read: "45 %" is no number of households."""
    found = _UNIT_WORDS.get(word.casefold())
    if found is None:
        return
    countable = found.whole or found is Unit.VND
    if (found is unit) if unit is not None else (countable or not whole):
        return
    wanted = unit.text if unit is not None else None
    raise InputError.of(
        "number.wrong_unit",
        vi=f"“{text.strip()}” không ghi theo {f'đơn vị {wanted.vi}' if wanted else 'số đếm'}.",
        en=f"“{text.strip()}” is not given in {wanted.en if wanted else 'a counted unit'}.",
        mend_vi="Đổi sang đúng đơn vị của cột, hoặc chuyển số sang đúng cột.",
        mend_en="Convert it to the unit of the column, or move it to the right column.",
    )


def _unreadable(text: str) -> InputError:
    shown = text.strip()[:_LONGEST]
    return InputError.of(
        "number.unreadable",
        vi=f"không đọc được “{shown}” như một số.",
        en=f"“{shown}” cannot be read as a number.",
        mend_vi="Ghi như 1.383 hoặc 5,92; bỏ trống nếu chưa biết.",
        mend_en="Write it as 1.383 or 5,92 (or 1383 and 5.92); leave it empty if not known.",
    )


def _is_float(value: object) -> bool:
    """Whether a value is a binary float of Python or NumPy (whose str is its shortest text)."""
    return isinstance(value, Real) and not isinstance(value, Rational)


def _is_reasonable(value: Decimal) -> bool:
    """Whether a decimal is finite and its exact fraction fits in memory."""
    return value.is_finite() and abs(value.adjusted()) <= _LARGEST_EXPONENT


def _decimals(denominator: int) -> int | None:
    """Count the decimals that a fraction needs; None where they never end."""
    counts = []
    for prime in (2, 5):
        count = 0
        while denominator % prime == 0:
            denominator //= prime
            count += 1
        counts.append(count)
    return max(counts) if denominator == 1 else None
