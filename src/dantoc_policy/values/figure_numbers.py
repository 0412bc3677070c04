"""Numbers with their scales as figures have them: "1.984 tỷ", "1 tỷ 500 triệu", "2 triệu rưỡi"."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache

from dantoc_policy.errors import Problem
from dantoc_policy.values.figure_forms import TERM
from dantoc_policy.values.quantity_units import SCALE_WORDS, scale_of

_LARGEST_SCALE = 10**15


def read_amount(text: str) -> tuple[Fraction, int, tuple[Problem, ...]] | None:
    """Give value, first scale and what is doubtful; None where the scales make no number.

    >>> read_amount("1 tỷ 500 triệu")[:2]
    (Fraction(1500000000, 1), 1000000000)
    """
    total, first, last, word = Fraction(0), 0, 0, ""
    problems: tuple[Problem, ...] = ()
    for term in TERM.finditer(text):
        scale = scale_of(term["scales"])
        number, doubt = _number(term["plain"])
        if scale > _LARGEST_SCALE or (first and (scale >= last or number * scale >= last)):
            return None
        total += number * scale
        problems = (*problems, *doubt)
        first, last, word = first or scale, scale, (term["scales"].split() or [""])[-1]
    if text.casefold().endswith("rưỡi"):
        if not word:
            return None
        total += Fraction(scale_of(word), 2)
    return total, first, problems


def _number(text: str) -> tuple[Fraction, tuple[Problem, ...]]:
    head, dot, tail = text.partition(".")
    grouped = not dot or (head[0] != "0" and re.fullmatch(r"[0-9]{3}(?:\.[0-9]{3})*(?:,.*)?", tail))
    if grouped:
        return Fraction(text.replace(".", "").replace(" ", "").replace(",", ".")), ()
    problem = Problem(
        code="figure.dot_as_decimal",
        severity="warning",
        vi=f"“{text}”: dấu chấm được hiểu là dấu thập phân.",
        en=f"“{text}”: the dot is taken for the decimal mark.",
        mend_vi=f"Ghi “{text.replace('.', ',')}”.",
        mend_en=f"Write “{text.replace('.', ',')}”.",
    )
    return Fraction(text), (problem,)


def as_written(number: Fraction) -> int | Decimal:
    """Give an int, or the Decimal that is exactly the number.

    >>> as_written(Fraction(27, 10)), as_written(Fraction(3))
    (Decimal('2.7'), 3)
    """
    if number.denominator == 1:
        return number.numerator
    places = 0
    while (number * 10**places).denominator != 1:
        places += 1
    digits = number * 10**places
    return Decimal(f"{digits.numerator}E-{places}")


@cache
def named_scale(scale: int) -> int:
    """Give the largest scale with a name of its own that is at most this one.

    >>> named_scale(10**10) == 10**9
    True
    """
    return max(named for named in SCALE_WORDS if named <= scale)
