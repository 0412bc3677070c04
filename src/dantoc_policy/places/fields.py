"""How figures enter a record: exactly, or as bounds; look-alikes are refused."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from dantoc_policy.errors import InputError
from dantoc_policy.values.bounds import Bounds, exact
from dantoc_policy.values.period import Period

Number = int | Decimal
Known = Number | Bounds


def _read_number(given: Any) -> Any:
    """Accept numbers and bounds, refuse look-alikes; a NaN is an empty cell."""
    if given is None or isinstance(given, Bounds):
        return given
    if isinstance(given, Mapping):
        return _reraised(Bounds.read, given)
    if isinstance(given, bool | str | bytes):
        raise _refusal("number.not_a_number", "không phải là số", "is not a number")
    number: Any = given
    if not isinstance(given, int | float | Decimal | Fraction):
        # numpy scalars and the like: whole ones have __index__, the others turn into floats.
        if hasattr(given, "__index__"):
            number = int(given)
        elif hasattr(given, "__float__"):
            number = float(given)
        else:
            raise _refusal("number.not_a_number", "không phải là số", "is not a number")
    if isinstance(number, float | Decimal) and math.isnan(number):
        return None
    if isinstance(number, float | Decimal) and math.isinf(number):
        raise _refusal("number.infinite", "là vô hạn", "is infinite")
    if number < 0:
        raise _refusal("number.negative", "là số âm", "is negative")
    return exact(number)


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
    if isinstance(number, Decimal) and number > 100:  # noqa: PLR2004 - percent of a whole
        raise _refusal(
            "percent.over_100", "lớn hơn 100%", "is over 100 percent", "Cho số từ 0 đến 100."
        )
    return number


def _read_truth(given: object) -> object:
    if given is None or isinstance(given, bool):
        return given
    if isinstance(given, float) and math.isnan(given):
        return None
    if type(given).__name__ in ("bool_", "bool"):  # numpy
        return bool(given)
    raise _refusal("truth.not_a_truth", "phải là True hoặc False", "must be True or False", "", "")


def _read_period(given: object) -> object:
    if given is None or isinstance(given, Period):
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
        return int(value) if value == int(value) else float(value)
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
FiguresDate = Annotated[
    Period | None,
    BeforeValidator(_read_period),
    PlainSerializer(lambda period: period and str(period), return_type=str | None),
]
