"""How the values of a plan file are read: exact numbers, texts in two languages, money, keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationError,
)
from pydantic import WithJsonSchema as Schema
from pydantic_core import InitErrorDetails, PydanticCustomError

from dantoc_policy.errors import DefinitionError, InputError, Problem
from dantoc_policy.values.deadline import Deadline
from dantoc_policy.values.money import Money
from dantoc_policy.values.numerals import reads_two_ways
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text


class Part(BaseModel):
    """What all parts of a plan share: they do not change, and unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def refusal(
    code: str, vi: str, en: str, mend_vi: str = "", mend_en: str = ""
) -> PydanticCustomError:
    """Give the error by which a value is refused, in both languages."""
    return PydanticCustomError(
        code,  # pyright: ignore[reportArgumentType] - the codes are a fixed set
        "{en}",
        {"vi": vi, "en": en, "mend_vi": mend_vi, "mend_en": mend_en},
    )


def refusals(part: BaseModel, found: Iterable[Problem]) -> ValidationError:
    """Give the error by which a part is refused for all that is wrong with it.

    The place of a problem is a path inside the part: `value`, `targets.3.phase`.
    """
    return ValidationError.from_exception_data(
        type(part).__name__,
        [
            InitErrorDetails(type=_again(problem), loc=_path(problem.place), input=None)
            for problem in found
        ],
    )


def _path(place: str) -> tuple[str | int, ...]:
    return tuple(int(step) if step.isdecimal() else step for step in place.split("."))


def _again(problem: Problem) -> PydanticCustomError:
    return refusal(problem.code, problem.vi, problem.en, problem.mend_vi, problem.mend_en)


# No figure of a plan comes near; the exact value of 1e999999999 would not fit into memory.
_LARGEST = 10**100
# An amount that is not too large is never longer than this where it is written out.
_LONGEST = 2 * 100 + len("-/")
_LARGE_EXPONENT = re.compile(r"[eE][+-]?[0-9]{3}")


def may_be_thousands(text: str) -> bool:
    """Whether a decimal may be meant as whole thousands, as documents write them.

    >>> may_be_thousands("1.000"), may_be_thousands("1.50"), may_be_thousands("1000")
    (True, False, False)
    """
    return text.endswith(".000") and reads_two_ways(text)


def _read_amount(given: Any) -> Any:
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int | float | Decimal | Fraction | str):
        raise refusal("number.not_a_number", "không phải là số.", "is not a number.")
    amount = Fraction(given) if isinstance(given, int | Fraction) else _exact(given)
    if max(abs(amount.numerator), amount.denominator) >= _LARGEST:
        raise _too_large()
    return amount


def _too_large() -> PydanticCustomError:
    return refusal("number.too_large", "dài hoặc lớn quá.", "is too long or too large.")


def _exact(given: float | Decimal | str) -> Fraction:
    text = str(given).replace(" ", "")
    if len(text) > _LONGEST or _LARGE_EXPONENT.search(text):
        raise _too_large()
    # Of a Decimal it is known that its point is one; in a text it may part groups of digits.
    if isinstance(given, str) and may_be_thousands(text):
        whole, thousands = text.removesuffix(".000"), text.replace(".", "")
        raise refusal(
            "number.two_ways",
            f"đọc được hai cách: {whole} hoặc {thousands}.",
            f"is read in two ways: as {whole} or as {thousands}.",
            f"Ghi {thousands} hoặc {whole}.",
            f"Write {thousands} or {whole}.",
        )
    try:
        # As it is written: 26.7 is 267/10 and not the nearest binary number; "1/2" is exact.
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise refusal(
            "number.unreadable",
            "không đọc được như một số.",
            "cannot be read as a number.",
            "Ghi như 26.7 hoặc 1/2.",
            "Write it as 26.7 or 1/2.",
        ) from None


def plain_amount(amount: Fraction | None) -> int | float | str | None:
    """Give an exact number as JSON has it: a whole, a decimal that is exact, else "2/3".

    >>> plain_amount(Fraction(267, 10)), plain_amount(Fraction(2, 3)), plain_amount(Fraction(98))
    (26.7, '2/3', 98)
    """
    if amount is None:
        return None
    if amount.denominator == 1:
        return amount.numerator
    decimal = float(amount)
    return decimal if Fraction(str(decimal)) == amount else str(amount)


def _read_words(given: Any) -> Any:
    if isinstance(given, str) and given.strip():
        # A plan may be written in one language only.
        return Text(given.strip(), given.strip())
    if isinstance(given, dict) and set(given) <= {"vi", "en"}:
        vi, en = given.get("vi"), given.get("en")
        if isinstance(vi, str) and vi.strip() and (en is None or isinstance(en, str)):
            return Text(vi, en or vi)
    if given is None or isinstance(given, Text):
        return given
    raise refusal(
        "plan.text",
        "phải là một chuỗi, hoặc vi: … và en: ….",
        "must be a text, or vi: … and en: ….",
        "Trong {…}, chuỗi có dấu phẩy phải đặt trong ngoặc kép.",
        "Inside of {…} a text with a comma must be in quotes.",
    )


def _plain_words(text: Text | None) -> dict[str, str] | None:
    return None if text is None else {"vi": text.vi, "en": text.en}


def _read_money(given: Any) -> Any:
    if given is None or isinstance(given, Money):
        return given
    try:
        money = Money.parse(given) if isinstance(given, str) else Money(given)
    except InputError as error:
        raise _again(error.problem) from None
    if money.vnd < 0:
        raise refusal("money.negative", "là số âm.", "is negative.")
    if money.vnd >= _LARGEST:
        raise _too_large()
    return money


def _read_period(given: Any) -> Any:
    if given is None or isinstance(given, Period):
        return given
    try:
        return Period.parse(str(given))
    except (DefinitionError, InputError) as error:
        raise _again(error.problem) from None


def span_text(period: Period | None) -> str | None:
    """Write a period as plans do: whole years and months by their names alone.

    >>> span_text(Period.parse("2021..2025")), span_text(Period.parse("2024-06"))
    ('2021..2025', '2024-06')
    """
    if period is None:
        return None
    first, last = period.start, period.end
    for length in (4, 7):  # of a year, of a month
        start = first and first.isoformat()[:length]
        end = last and last.isoformat()[:length]
        short = str(start) if start == end else f"{start or ''}..{end or ''}"
        if Period.parse(short) == period:
            return short
    return str(period)


def _read_deadline(given: Any) -> Any:
    if given is None or isinstance(given, Deadline):
        return given
    try:
        return Deadline.parse(str(given))
    except InputError as error:
        raise _again(error.problem) from None


def _read_day(given: Any) -> Any:
    if given is None or (isinstance(given, date) and not isinstance(given, datetime)):
        return given
    if isinstance(given, str):
        with suppress(ValueError):
            return date.fromisoformat(given)
    # Pydantic would take a number for seconds since 1970.
    raise refusal(
        "date.unreadable",
        "không phải một ngày.",
        "is no day.",
        "Ghi như 2021-06-04.",
        "Write it as 2021-06-04.",
    )


def _read_names(given: Any) -> Any:
    return (given,) if isinstance(given, str) else given


_NULL = {"type": "null"}
Amount = Annotated[
    Fraction | None,
    BeforeValidator(_read_amount),
    PlainSerializer(plain_amount, return_type=int | float | str | None),
    Schema({"anyOf": [{"type": "number"}, {"type": "string"}, _NULL]}),
]
"""An exact number: 26.7, 98, or "1/2"."""
_WORDS: dict[str, list[dict[str, Any]]] = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {"vi": {"type": "string"}, "en": {"type": "string"}},
            "required": ["vi"],
            "additionalProperties": False,
        },
    ]
}
_as_words = PlainSerializer(_plain_words, return_type=dict[str, str] | None)
Words = Annotated[Text, BeforeValidator(_read_words), _as_words, Schema(_WORDS)]
"""A text in Vietnamese, with or without its English."""
MaybeWords = Annotated[
    Text | None,
    BeforeValidator(_read_words),
    _as_words,
    Schema({"anyOf": [*_WORDS["anyOf"], _NULL]}),
]
MaybeMoney = Annotated[
    Money | None,
    BeforeValidator(_read_money),
    PlainSerializer(lambda money: money and money.vnd, return_type=int | None),
    Schema({"anyOf": [{"type": "integer"}, {"type": "string"}, _NULL]}),
]
"""Money: whole đồng, or as documents write it, "1.984 tỷ đồng"."""
_as_span = PlainSerializer(span_text, return_type=str | None)
_SPAN = [{"type": "string"}, {"type": "integer"}]
Span = Annotated[Period, BeforeValidator(_read_period), _as_span, Schema({"anyOf": _SPAN})]
"""A day, a month, a year, or two of them: 2024, 2024-06, 2021..2025."""
MaybeSpan = Annotated[
    Period | None, BeforeValidator(_read_period), _as_span, Schema({"anyOf": [*_SPAN, _NULL]})
]
Recurrence = Annotated[
    Deadline | None,
    BeforeValidator(_read_deadline),
    PlainSerializer(lambda deadline: deadline and deadline.text("vi"), return_type=str | None),
    Schema({"anyOf": [{"type": "string"}, _NULL]}),
]
"""A deadline as plans write it: "ngày 15/12 hằng năm"."""
MaybeDay = Annotated[date | None, BeforeValidator(_read_day)]
"""A day: 2021-06-04."""
Year = Annotated[int, Field(ge=1900, le=2200, strict=True)]
"""A year of the plan's calendar."""
Truth = Annotated[bool, Field(strict=True)]
"""true or false, and nothing that looks like it."""
Key = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
"""A name of a part of a plan: lower-case letters, digits, hyphens."""
Names = Annotated[
    tuple[str, ...],
    BeforeValidator(_read_names),
    Schema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One name or several, as the plan writes them."""
Line = Annotated[int | None, Field(ge=1)]
"""The line of the source file, the first being 1."""
