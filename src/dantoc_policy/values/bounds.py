"""A number that is known only within bounds: "over 50 %", "from 10 to 20"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Self

from attrs import frozen

from dantoc_policy.errors import InputError

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

Exact = int | Decimal | Fraction
_KEYS = ("above", "at_least", "below", "at_most")


def exact(number: Exact | float) -> int | Decimal | Fraction:
    """Turn a number into an exact one; a float counts for the decimal that prints it."""
    # float.__repr__, because subclasses such as numpy.float64 print themselves otherwise.
    return Decimal(float.__repr__(number)) if isinstance(number, float) else number


@frozen
class Bounds:
    """An interval that a page or a sheet states instead of a figure; an open end is strict.

    >>> Bounds.of(above=50)
    Bounds(low=50, high=None, low_open=True, high_open=False)
    >>> Bounds.of(at_least=10, below=20).admits(20)
    False
    """

    low: Exact | None = None
    high: Exact | None = None
    low_open: bool = False
    high_open: bool = False

    def __attrs_post_init__(self) -> None:
        for edge in (self.low, self.high):
            if edge is not None:
                _check(edge)
        if self.low is None and self.high is None:
            raise InputError.of(
                "bounds.empty",
                vi="khoảng giá trị không có cận nào.",
                en="the bounds name no limit.",
                mend_vi="Cho ít nhất một cận: above, at_least, below hoặc at_most.",
                mend_en="Give at least one of above, at_least, below, at_most.",
            )
        if self.low is None or self.high is None:
            return
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise InputError.of(
                "bounds.reversed",
                vi=f"không có số nào nằm giữa {self.low} và {self.high}.",
                en=f"no number lies between {self.low} and {self.high}.",
            )

    @classmethod
    def of(
        cls,
        *,
        above: Exact | float | None = None,
        at_least: Exact | float | None = None,
        below: Exact | float | None = None,
        at_most: Exact | float | None = None,
    ) -> Self:
        """Build bounds from words: `above` and `below` are strict, the `at_` ones are not."""
        if None not in (above, at_least) or None not in (below, at_most):
            raise InputError.of(
                "bounds.doubled",
                vi="mỗi phía chỉ được cho một cận.",
                en="give only one limit on each side.",
            )
        low = above if above is not None else at_least
        high = below if below is not None else at_most
        return cls(
            None if low is None else exact(low),
            None if high is None else exact(high),
            above is not None,
            below is not None,
        )

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> Self:
        """Build bounds from their JSON form, `{"above": 50}`."""
        if not given or set(given) - set(_KEYS):
            raise InputError.of(
                "bounds.unreadable",
                vi=f"không đọc được khoảng giá trị {dict(given)!r}.",
                en=f"cannot read the bounds {dict(given)!r}.",
                mend_vi="Dùng các khóa above, at_least, below, at_most.",
                mend_en="Use the keys above, at_least, below, at_most.",
            )
        return cls.of(**given)

    def admits(self, number: Exact) -> bool:
        """Whether the number lies within the bounds."""
        above = self.low is None or number > self.low or (number == self.low and not self.low_open)
        return above and (
            self.high is None or number < self.high or (number == self.high and not self.high_open)
        )

    def to_dict(self) -> dict[str, int | float]:
        """Give the JSON form."""
        found: dict[str, int | float] = {}
        if self.low is not None:
            found["above" if self.low_open else "at_least"] = _plain(self.low)
        if self.high is not None:
            found["below" if self.high_open else "at_most"] = _plain(self.high)
        return found

    def __str__(self) -> str:
        low = "" if self.low is None else f"{'>' if self.low_open else '≥'} {self.low}"
        high = "" if self.high is None else f"{'<' if self.high_open else '≤'} {self.high}"
        return ", ".join(part for part in (low, high) if part)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            lambda given: given if isinstance(given, cls) else cls.read(given),
            serialization=core_schema.plain_serializer_function_ser_schema(cls.to_dict),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "object",
            "properties": {key: {"type": "number"} for key in _KEYS},
            "additionalProperties": False,
            "minProperties": 1,
        }


def _check(edge: object) -> None:
    usable = isinstance(edge, int | Decimal | Fraction) and not isinstance(edge, bool)
    if not usable or (isinstance(edge, Decimal) and not edge.is_finite()) or edge < 0:  # type: ignore[operator]
        raise InputError.of(
            "bounds.not_a_limit",
            vi=f"{edge!r} không dùng làm cận được.",
            en=f"{edge!r} cannot be a limit.",
            mend_vi="Cho một số hữu hạn không âm.",
            mend_en="Give a finite number that is not negative.",
        )


def _plain(number: Exact) -> int | float:
    return int(number) if number == int(number) else float(number)
