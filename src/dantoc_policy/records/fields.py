"""How figures enter a record: exactly, or as bounds; look-alikes are refused."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from dantoc_policy.errors import InputError
from dantoc_policy.values.bounds import Bounds, exact
from dantoc_policy.values.period import Period

Number = int | Decimal
Known = Number | Bounds
_WHOLE = 100


def empty(given: Any) -> bool:
    """Say whether a value is how some library writes an empty cell: None, NaN, NA or NaT.

    >>> empty(float("nan")), empty(0)
    (True, False)
    """
    if given is None or type(given).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(given, float | Decimal) and math.isnan(given)


def _read_number(given: Any) -> Any:
    """Accept numbers and bounds, refuse look-alikes; an empty cell is unknown."""
    if empty(given):
        return None
    if isinstance(given, Mapping):
        given = _reraised(Bounds.read, given)
    if isinstance(given, Bounds):
        return given
    number = _plain(given)
    if isinstance(number, float | Decimal) and not math.isfinite(number):
        raise _refusal("number.infinite", "là vô hạn", "is infinite")
    if number < 0:
        raise _refusal("number.negative", "là số âm", "is negative")
    return exact(number)


def _plain(given: Any) -> int | float | Decimal:
    """Turn numpy scalars and fractions into plain numbers; refuse what is no number."""
    if isinstance(given, int | float | Decimal) and not isinstance(given, bool):
        return given
    if isinstance(given, Fraction):
        number = Decimal(given.numerator) / given.denominator
        if Fraction(number) == given:
            return number
    elif not isinstance(given, bool | str | bytes) and not getattr(given, "shape", ()):
        if hasattr(given, "__index__"):
            return int(given)
        if hasattr(given, "__float__"):
            # As it prints: the single precision of 15.1 is 15.1, not 15.1000003.
            return Decimal(str(given)) if not math.isnan(given) else Decimal("nan")
    raise _refusal("number.not_a_number", "không phải là số", "is not a number")


def _read_count(given: object) -> object:
    number = _read_number(given)
    if number is None or isinstance(number, Bounds):
        return number
    if number != int(number):
        raise _refusal(
            "number.not_whole", "phải là số nguyên (số đếm)", "must be a whole number (a count)"
        )
    return int(number)


def _read_measure(given: object) -> object:
    number = _read_number(given)
    return Decimal(number) if isinstance(number, int) else number


def _read_percent(given: object) -> object:
    number = _read_measure(given)
    if isinstance(number, Bounds):
        edge = number.low if number.high is None else number.high
        over = edge is not None and (
            edge > _WHOLE or (edge == number.low == _WHOLE and number.low_open)
        )
    else:
        over = number is not None and number > _WHOLE  # type: ignore[operator]
    if over:
        raise _refusal(
            "percent.over_100", "lớn hơn 100%", "is over 100 percent", "Cho số từ 0 đến 100."
        )
    return number


def _read_truth(given: object) -> object:
    if empty(given):
        return None
    if isinstance(given, bool):
        return given
    if type(given).__name__ in ("bool_", "bool"):  # numpy
        return bool(given)
    raise _refusal("truth.not_a_truth", "phải là True hoặc False", "must be True or False", "", "")


def _read_period(given: object) -> object:
    if empty(given):
        return None
    if isinstance(given, Period):
        return given
    return _reraised(Period.parse, str(given))


def _reraised(read: Any, given: Any) -> Any:
    try:
        return read(given)
    except InputError as error:
        problem = error.problem
        raise _refusal(problem.code, problem.vi, problem.en, problem.mend_vi) from None


def _refusal(
    code: str, vi: str, en: str, mend_vi: str = "", mend_en: str = ""
) -> PydanticCustomError:
    return PydanticCustomError(
        code,  # pyright: ignore[reportArgumentType] - the codes are a fixed set
        "{en}",
        {"vi": vi, "en": en, "mend_vi": mend_vi, "mend_en": mend_en},
    )


def _plain_number(value: object) -> object:
    if isinstance(value, Decimal):
        # 16.0 stays 16.0: how many digits were printed tells how far a percentage is rounded.
        return int(value) if value.as_tuple().exponent == 0 else float(value)
    return value.to_dict() if isinstance(value, Bounds) else value


_ser = PlainSerializer(_plain_number, return_type=Any, when_used="json-unless-none")
Count = Annotated[int | Bounds | None, BeforeValidator(_read_count), _ser]
"""A count of households, persons, villages; bounds where only these are known."""
Measure = Annotated[Decimal | Bounds | None, BeforeValidator(_read_measure), _ser]
"""A length, an area, an amount; kept exactly."""
Rate = Annotated[Decimal | Bounds | None, BeforeValidator(_read_percent), _ser]
"""A published percentage, 0 to 100."""
Truth = Annotated[bool | None, BeforeValidator(_read_truth)]
"""A yes or no; None is unknown."""
Capacity = Annotated[Decimal | Bounds | None, BeforeValidator(_read_measure), _ser]
"""A percentage that may exceed 100: places offered against places needed."""
Word = Annotated[str | None, BeforeValidator(lambda given: None if empty(given) else given)]
"""A name or a code."""
FiguresDate = Annotated[
    Period | None,
    BeforeValidator(_read_period),
    PlainSerializer(lambda period: period and str(period), return_type=str | None),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "null"}]}),
]
"""When figures were counted: a day, a month or a year ("2020", "2020-12", "2020-12-31")."""
