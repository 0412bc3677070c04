"""Figures in words: the reverse of reading them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.quantity_units import DONG, EN_SCALE_WORDS, SCALE_WORDS
from dantoc_policy.values.unit import Unit

if TYPE_CHECKING:
    from decimal import Decimal

    from dantoc_policy.errors import Locale
    from dantoc_policy.values.quantities import Figure

_BOUNDS = {
    "vi": {
        "exactly": "",
        "above": "trên ",
        "at_least": "ít nhất ",
        "below": "dưới ",
        "at_most": "không quá ",
        "nearly": "gần ",
        "about": "khoảng ",
        "between": "",
    },
    "en": {
        "exactly": "",
        "above": "over ",
        "at_least": "at least ",
        "below": "below ",
        "at_most": "at most ",
        "nearly": "nearly ",
        "about": "about ",
        "between": "",
    },
}
_PER = {
    "năm": "year",
    "tháng": "month",
    "quý": "quarter",
    "ngày": "day",
    "người": "person",
    "hộ": "household",
    "học sinh": "pupil",
    "xã": "commune",
    "thôn": "village",
    "lượt": "time",
}
_VERBS = {"vi": {"gấp": "gấp ", "tăng": "tăng "}, "en": {"gấp": "", "tăng": "rising to "}}
_PADDED_BELOW = 10
_FEW_DECIMALS = 3


def figure_words(figure: Figure, locale: Locale, *, pad: bool, space: str) -> str:
    """Write a figure; see `Figure.text`."""
    scale = _scale(figure)
    number = _number(figure, scale, locale, pad=pad)
    unit = _unit(figure, scale, locale)
    if locale == "en" and figure.unit == DONG:
        stated = f"VND {number}{unit}"
    elif figure.unit is not None and figure.unit.glued and scale == 1:
        stated = number + unit
    else:
        stated = f"{number}{space}{unit}" if unit else number
    slashes = "".join(f"/{word if locale == 'vi' else _PER.get(word, word)}" for word in figure.per)
    average = ("bình quân " if locale == "vi" else "on average ") if figure.average else ""
    verb = _VERBS[locale][figure.verb] if figure.verb else ""
    return average + verb + _BOUNDS[locale][figure.bound] + stated + slashes


def _scale(figure: Figure) -> int:
    """Give the scale as written, or the largest smaller one that needs few decimals."""
    numbers = [Fraction(number) for number in (figure.value, figure.upper) if number is not None]
    for scale in SCALE_WORDS:
        few = all((number / scale * 10**_FEW_DECIMALS).denominator == 1 for number in numbers)
        if scale <= figure.scale and (few or scale == 1):
            return scale
    return 1


def _number(figure: Figure, scale: int, locale: Locale, *, pad: bool) -> str:
    def write(value: int | Decimal) -> str:
        if pad and isinstance(value, int) and 0 < value < _PADDED_BELOW and _counts(figure):
            return f"{value:02}"
        return format_number(Fraction(value) / scale, locale)

    if figure.of is not None:
        return f"{write(figure.value)}/{format_number(figure.of, locale)}"
    if figure.upper is None:
        return write(figure.value)
    if figure.open_low or figure.open_high:
        words = (
            ("từ trên" if figure.open_low else "từ", "đến dưới" if figure.open_high else "đến")
            if locale == "vi"
            else (
                "from over" if figure.open_low else "from",
                "to below" if figure.open_high else "to",
            )
        )
        return f"{words[0]} {write(figure.value)} {words[1]} {write(figure.upper)}"
    return f"{write(figure.value)} - {write(figure.upper)}"


def _unit(figure: Figure, scale: int, locale: Locale) -> str:
    word = (SCALE_WORDS if locale == "vi" else EN_SCALE_WORDS)[scale]
    if locale == "en" and figure.unit == DONG:
        return f" {word}" if word else ""
    unit = figure.unit.get(locale) if figure.unit else ""
    return f"{word} {unit}".strip()


def _counts(figure: Figure) -> bool:
    """Whether the figure counts something: money and measures are not padded."""
    unit = figure.unit
    return (
        unit is not None
        and not unit.glued
        and (unit.unit is None or unit.unit.whole)
        and unit.unit is not Unit.VND
        and figure.scale == 1
    )
