"""The numeric side of the rule language: facts, their sums and ratios, and thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol

from attrs import field, frozen

from dantoc_policy.errors import DefinitionError
from dantoc_policy.values.fact import FactInfo, Relation
from dantoc_policy.values.unit import Unit

# The two files describe one language: thresholds depend on conditions, conditions compare
# quantities. The names are needed for types only, and on use.
if TYPE_CHECKING:
    from dantoc_policy.rules.condition import (  # noqa: TC004
        Compare,
        Condition,
        OneOf,
        Operator,
    )

Bare = int | Decimal | Fraction


class Factual(Protocol):
    """A record class that can tell its facts and how they hang together."""

    @classmethod
    def facts(cls) -> Mapping[str, FactInfo]:
        """Give the facts by name."""
        ...

    @classmethod
    def relations(cls) -> tuple[Relation, ...]:
        """Give the relations that consistent figures keep."""
        ...


@frozen
class Fact:
    """One fact of a record class, named as the record names it."""

    record: str
    name: str
    info: FactInfo = field(eq=False, repr=False)

    @property
    def unit(self) -> Unit:
        """What the fact counts or measures."""
        return self.info.unit


class _Comparable:
    """Comparison operators that build conditions instead of answering."""

    __slots__ = ()

    def __ge__(self, other: Any) -> Compare:
        return _compare(self, ">=", other)

    def __gt__(self, other: Any) -> Compare:
        return _compare(self, ">", other)

    def __le__(self, other: Any) -> Compare:
        return _compare(self, "<=", other)

    def __lt__(self, other: Any) -> Compare:
        return _compare(self, "<", other)


@frozen(order=False)
class Amount(_Comparable):
    """A numeric fact, or the sum of several facts of one unit."""

    facts: tuple[Fact, ...]

    @property
    def unit(self) -> Unit:
        """The unit that all the facts share."""
        return self.facts[0].unit

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the facts."""
        return tuple(fact.name for fact in self.facts)

    def __add__(self, other: Amount) -> Amount:
        _same_unit(self.unit, other, "+")
        return Amount((*self.facts, *other.facts))

    def __truediv__(self, whole: Amount) -> Ratio:
        _same_unit(self.unit, whole, "/")
        return Ratio(self, whole)

    def __str__(self) -> str:
        return " + ".join(fact.name for fact in self.facts)


@frozen(order=False)
class Ratio(_Comparable):
    """The exact share of a part in its whole; it compares with percentages only."""

    part: Amount
    whole: Amount

    @property
    def unit(self) -> Unit:
        """A ratio of like units is a percentage."""
        return Unit.PERCENT

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts of part and whole."""
        return (*self.part.facts, *self.whole.facts)

    def __str__(self) -> str:
        return f"{self.part} / {self.whole}"


@frozen
class Number:
    """A constant threshold with its unit; percentages are points, 20 is 20 %."""

    value: Fraction
    unit: Unit

    def __str__(self) -> str:
        return f"{self.value} {self.unit.value}"


@frozen
class Multiple:
    """A threshold that is so many times another fact: "4 times the national rate"."""

    factor: Fraction
    fact: Fact

    @property
    def unit(self) -> Unit:
        """The unit of the multiplied fact."""
        return self.fact.unit


@frozen
class Choice:
    """A threshold, or a number of criteria, that depends on a condition."""

    condition: Condition
    then: Threshold
    otherwise: Threshold

    def __attrs_post_init__(self) -> None:
        if self.then.unit is not self.otherwise.unit:
            raise _clash("choose()", self.then.unit, self.otherwise.unit)

    @property
    def unit(self) -> Unit:
        """The unit of both alternatives."""
        return self.then.unit


Threshold = Number | Multiple | Choice
Quantity = Amount | Ratio


class Facts:
    """The facts of a record class as the words of the rule language; see `facts`."""

    def __init__(self, record: type[Factual]) -> None:
        self._record = record

    def __getattr__(self, name: str) -> Any:
        known = self._record.facts()
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in known:
            raise _unknown_fact(self._record.__name__, name, known)
        return word(Fact(self._record.__name__, name, known[name]))


def facts(record: type[Factual]) -> Any:
    """Give the facts of a record class, to write rules with.

    A numeric fact adds, divides and compares; a truth stands for itself as a condition; a name
    asks `is_in(...)`. Raises `DefinitionError` for a name that the record does not have.

    >>> from dantoc_policy.places.commune import Commune
    >>> c = facts(Commune)
    >>> print(c.poor_households / c.households)
    poor_households / households
    >>> c.poor_housholds
    Traceback (most recent call last):
    dantoc_policy.errors.DefinitionError: [rule.unknown_fact] ...
    """
    return Facts(record)


def word(fact: Fact) -> Any:
    """Turn a fact into what it can do in a rule."""
    from dantoc_policy.rules.condition import Flag

    if fact.unit is Unit.TRUTH:
        return Flag(fact=fact)
    return Name(fact) if fact.unit is Unit.NAME else Amount((fact,))


@frozen
class Name:
    """A fact that is a word, such as a kind of unit; it can be asked for membership."""

    fact: Fact

    def is_in(self, *values: str) -> OneOf:
        """Ask whether the word is one of the given ones."""
        from dantoc_policy.rules.condition import OneOf

        return OneOf(fact=self.fact, values=values)


def pct(points: Bare | str) -> Number:
    """Write a percentage: `pct(20)` is 20 %."""
    return Number(Fraction(points), Unit.PERCENT)


def share(part: int, whole: int) -> Number:
    """Write a share as a fraction: `share(2, 3)` is two thirds."""
    return Number(Fraction(100 * part, whole), Unit.PERCENT)


def times(factor: Bare | str, amount: Amount) -> Multiple:
    """Write a multiple of another fact: `times(4, c.national_poor_rate)`."""
    if len(amount.facts) != 1:
        raise DefinitionError.of(
            "rule.multiple_of_sum",
            vi="bội số chỉ lấy theo một số liệu.",
            en="a multiple is taken of one fact only.",
        )
    return Multiple(Fraction(factor), amount.facts[0])


def choose(condition: Condition, then: Threshold, otherwise: Threshold) -> Choice:
    """Write a threshold that depends on a condition: one in the Mekong Delta, one elsewhere."""
    return Choice(condition, then, otherwise)


def _compare(left: Any, op: Operator, right: Any) -> Compare:
    from dantoc_policy.rules.condition import Compare

    if isinstance(right, bool) or not isinstance(
        right, int | Decimal | Fraction | Number | Multiple | Choice
    ):
        raise DefinitionError.of(
            "rule.not_a_threshold",
            place=f"{left} {op} …",
            vi=f"{right!r} không phải là một ngưỡng.",
            en=f"{right!r} is not a threshold.",
            mend_vi="Dùng số nguyên, pct(...), times(...) hoặc choose(...).",
            mend_en="Use a whole number, pct(...), times(...) or choose(...).",
        )
    if isinstance(right, int | Decimal | Fraction):
        if left.unit is Unit.PERCENT:
            raise _clash(f"{left} {op} {right}", Unit.PERCENT, None)
        right = Number(Fraction(right), left.unit)
    if left.unit is not right.unit:
        raise _clash(f"{left} {op} …", left.unit, right.unit)
    return Compare(left=left, op=op, right=right)


def _same_unit(unit: Unit, other: object, op: str) -> None:
    if not isinstance(other, Amount) or other.unit is not unit:
        raise _clash(op, unit, other.unit if isinstance(other, Amount) else None)


def _clash(place: str, one: Unit, other: Unit | None) -> DefinitionError:
    found_vi = "một số không đơn vị" if other is None else other.value
    found_en = "a bare number" if other is None else other.value
    return DefinitionError.of(
        "rule.unit_clash",
        place=place,
        vi=f"hai đơn vị khác nhau: {one.value} và {found_vi}.",
        en=f"unlike units: {one.value} and {found_en}.",
        mend_vi="So sánh tỷ lệ với pct(...), số đếm với số cùng đơn vị.",
        mend_en="Compare a share with pct(...), a count with a number of its own unit.",
    )


def _unknown_fact(record: str, name: str, known: Mapping[str, FactInfo]) -> DefinitionError:
    from difflib import get_close_matches

    close = ", ".join(get_close_matches(name, known)) or "-"
    return DefinitionError.of(
        "rule.unknown_fact",
        place=f"{record}.{name}",
        vi="không có số liệu nào mang tên này.",
        en="the record has no such fact.",
        mend_vi=f"Gần giống: {close}.",
        mend_en=f"Close ones: {close}.",
    )
