"""The base of all place records: how facts enter, and what consistent figures are."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator
from pydantic import ValidationError as ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.values.bounds import Bounds, exact
from dantoc_policy.values.fact import FactInfo, Relation, ShareOf, rounding
from dantoc_policy.values.fact import part_of as _part_of
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit

Number = int | Decimal
Known = Number | Bounds


def _read_number(given: object) -> object:
    """Accept numbers and bounds, refuse look-alikes; a NaN is an empty cell."""
    if given is None or isinstance(given, Bounds):
        return given
    if isinstance(given, Mapping):
        return _reraised(Bounds.read, given)
    if isinstance(given, bool) or isinstance(given, str | bytes):
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
    if number != int(number):  # type: ignore[call-overload]
        raise _refusal(
            "number.not_whole", "phải là số nguyên (số đếm)", "must be a whole number (a count)"
        )
    return int(number)  # type: ignore[call-overload]


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
        code,  # type: ignore[arg-type]
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


def fact(
    unit: Unit,
    vi: str,
    en: str,
    *,
    part_of: str | None = None,
    share_of: tuple[str, ...] | None = None,
    lever: bool = False,
    headings: tuple[str, ...] = (),
) -> Any:
    """Declare one fact of a record: optional, with its unit, its names and what it belongs to.

    `share_of` names the counted parts and, last, their whole.
    """
    info = FactInfo(
        unit=unit,
        label=Text(vi, en),
        part_of=part_of,
        share_of=share_of and ShareOf(parts=share_of[:-1], whole=share_of[-1]),
        lever=lever,
        headings=headings,
    )
    field = Field(default=None, title=vi, description=en, json_schema_extra={"unit": unit.value})
    field.metadata.append(info)
    return field


class PlaceRecord(BaseModel):
    """What all place records share: who it is, of when the figures are, and their checks.

    All facts are optional: unknown is None, and unknown is not no.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, allow_inf_nan=False
    )
    RELATIONS: ClassVar[tuple[Relation, ...]] = ()

    name: str | None = None
    code: str | None = None
    province: str | None = None
    figures_date: FiguresDate = None

    @classmethod
    def facts(cls) -> Mapping[str, FactInfo]:
        """Give the facts of this kind of place by name."""
        return _facts(cls)

    @classmethod
    def relations(cls) -> tuple[Relation, ...]:
        """Give the relations that consistent figures keep."""
        return _relations(cls)

    @model_validator(mode="after")
    def _consistent(self) -> PlaceRecord:
        problems = [*_broken_relations(self), *_disagreeing_shares(self)]
        if problems:
            raise ValidationError.from_exception_data(
                type(self).__name__,
                [
                    InitErrorDetails(
                        type=PydanticCustomError(
                            problem.code,  # type: ignore[arg-type]
                            "{en}",
                            {
                                "vi": problem.vi,
                                "en": problem.en,
                                "mend_vi": problem.mend_vi,
                                "mend_en": problem.mend_en,
                            },
                        ),
                        loc=(problem.place,),
                        input=getattr(self, problem.place),
                    )
                    for problem in problems
                ],
            )
        return self


@cache
def _facts(model: type[PlaceRecord]) -> Mapping[str, FactInfo]:
    return {
        name: info
        for name, field in model.model_fields.items()
        for info in field.metadata
        if isinstance(info, FactInfo)
    }


@cache
def _relations(model: type[PlaceRecord]) -> tuple[Relation, ...]:
    parts = (_part_of(name, info.part_of) for name, info in _facts(model).items() if info.part_of)
    return (*parts, *model.RELATIONS)


def _highest(value: Known, *, up: bool) -> Number | Fraction | None:
    """Give the largest (or smallest) number that a known value can be; None is no limit."""
    if not isinstance(value, Bounds):
        return value
    if up:
        return value.high
    return 0 if value.low is None else value.low


def _broken_relations(record: PlaceRecord) -> Iterator[Problem]:
    for relation in record.relations():
        total: Number | Fraction = 0
        shown = []
        for factor, name in relation.terms:
            value: Known | None = getattr(record, name)
            # An unknown part may be nothing; an unknown whole may be anything.
            bound = 0 if value is None and factor < 0 else value
            edge = None if bound is None else _highest(bound, up=factor > 0)
            if edge is None:
                break
            total += factor * edge  # type: ignore[operator]
            if value is not None:
                shown.append(f"{name} = {value}")
        else:
            if total < 0:
                figures = "; ".join(shown)
                yield Problem(
                    code="facts.inconsistent",
                    place=next(name for factor, name in relation.terms if factor < 0),
                    vi=f"số liệu mâu thuẫn: {relation.text.vi} ({figures}).",
                    en=f"inconsistent figures: must be {relation.text.en} ({figures}).",
                    mend_vi="Kiểm tra lại hai số; để trống số chưa chắc chắn.",
                    mend_en="Check the figures; leave the doubtful one empty.",
                )


def _disagreeing_shares(record: PlaceRecord) -> Iterator[Problem]:
    for name, info in record.facts().items():
        stated: Known | None = getattr(record, name)
        if stated is None or info.share_of is None:
            continue
        whole = getattr(record, info.share_of.whole)
        parts = [getattr(record, part) for part in info.share_of.parts]
        if not whole or not all(isinstance(part, int | Decimal) for part in [*parts, whole]):
            continue
        computed = 100 * Fraction(sum(parts)) / Fraction(whole)
        if isinstance(stated, Bounds):
            agrees = stated.admits(computed)
        else:
            agrees = abs(computed - Fraction(stated)) <= rounding(stated)
        if not agrees:
            counts = " + ".join(str(part) for part in parts)
            yield Problem(
                code="share.disagrees",
                place=name,
                vi=f"tỷ lệ đã ghi {stated}% không khớp số đếm: {counts} / {whole} = "
                f"{float(computed):.4g}%.",
                en=f"the stated {stated} % disagrees with the counts: {counts} / {whole} = "
                f"{float(computed):.4g} %.",
                mend_vi="Giữ số đếm và bỏ tỷ lệ, hoặc sửa số đếm.",
                mend_en="Keep the counts and drop the percentage, or mend the counts.",
            )


def problems_of(error: ValidationError) -> tuple[Problem, ...]:
    """Turn a pydantic error into problems with code, place and text in both languages."""
    found = []
    for item in error.errors(include_url=False):
        context = item.get("ctx", {})
        place = ".".join(str(part) for part in item["loc"] if isinstance(part, str))
        place = place.partition(".")[0]
        given = item.get("input")
        shown = "" if isinstance(given, Mapping | BaseModel) else f" ({given!r})"
        own = "vi" in context
        code = item["type"] if own else f"record.{item['type']}"
        found.append(
            Problem(
                code=code,
                place=place,
                vi=_with_input(str(context["vi"]), shown) if own else f"{item['msg']}{shown}",
                en=_with_input(str(context["en"]), shown) if own else f"{item['msg']}{shown}",
                mend_vi=str(context.get("mend_vi", "")),
                mend_en=str(context.get("mend_en", "")),
            )
        )
    return tuple(found)


def _with_input(text: str, shown: str) -> str:
    # Messages that end a sentence already hold their figures.
    return text if text.endswith(".") else f"{text}{shown}."
