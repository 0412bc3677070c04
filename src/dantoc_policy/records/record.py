"""The base of all records of facts: what a fact is, and that figures must not contradict."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from dantoc_policy.errors import Problem
from dantoc_policy.records.consistency import broken_relations, disagreeing_shares
from dantoc_policy.records.fields import FiguresDate
from dantoc_policy.values.fact import FactInfo, Relation, ShareOf
from dantoc_policy.values.fact import part_of as _part_of
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit


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
        share_of=None if share_of is None else ShareOf(parts=share_of[:-1], whole=share_of[-1]),
        lever=lever,
        headings=headings,
    )
    declared: Any = Field(
        default=None,
        title=vi,
        description=en,
        json_schema_extra={"unit": unit.value},
    )
    declared.metadata.append(info)
    return declared


class Record(BaseModel):
    """What all records of facts share: of when the figures are, and their checks.

    All facts are optional: unknown is None, and unknown is not no.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, allow_inf_nan=False
    )
    RELATIONS: ClassVar[tuple[Relation, ...]] = ()

    figures_date: FiguresDate = None

    @classmethod
    def facts(cls) -> Mapping[str, FactInfo]:
        """Give the facts of this kind of record by name."""
        return _facts(cls)

    @classmethod
    def relations(cls) -> tuple[Relation, ...]:
        """Give the relations that consistent figures keep."""
        return _relations(cls)

    @model_validator(mode="after")
    def _consistent(self) -> Record:
        problems = [*broken_relations(self), *disagreeing_shares(self)]
        if problems:
            raise ValidationError.from_exception_data(
                type(self).__name__,
                [
                    InitErrorDetails(
                        type=PydanticCustomError(
                            problem.code,  # pyright: ignore[reportArgumentType] - the codes are a fixed set
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
def _facts(model: type[Record]) -> Mapping[str, FactInfo]:
    return {
        name: info
        for name, field in model.model_fields.items()
        for info in field.metadata
        if isinstance(info, FactInfo)
    }


@cache
def _relations(model: type[Record]) -> tuple[Relation, ...]:
    parts = (_part_of(name, info.part_of) for name, info in _facts(model).items() if info.part_of)
    return (*parts, *model.RELATIONS)


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
