"""The logical side of the rule language: comparisons and how they are joined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, Self

from attrs import evolve, frozen

from dantoc_policy.errors import DefinitionError
from dantoc_policy.law.provision import Provision
from dantoc_policy.rules.quantity import Choice, Fact, Number, Quantity, Threshold
from dantoc_policy.values.text import Text

Operator = Literal[">=", ">", "<=", "<"]


@frozen(kw_only=True)
class Condition:
    """A node of a rule that is true, false or undetermined for a record.

    Every node can carry the `provision` that it encodes, a `label` for people, and a `doubt`
    where its source is not verified.
    """

    provision: Provision | None = None
    label: Text | None = None
    doubt: Text | None = None

    def cited(self, provision: Provision) -> Self:
        """Give the same condition with the provision that it encodes."""
        return evolve(self, provision=provision)

    def labelled(self, vi: str, en: str) -> Self:
        """Give the same condition with a name for people."""
        return evolve(self, label=Text(vi, en))

    def doubted(self, vi: str, en: str) -> Self:
        """Give the same condition, marked as not verified, with the reason."""
        return evolve(self, doubt=Text(vi, en))

    @property
    def children(self) -> tuple[Condition, ...]:
        """The conditions directly below this one."""
        return ()

    def walk(self) -> Iterator[Condition]:
        """Give this condition and all below it, from the top, in the order they are written."""
        yield self
        for child in self.children:
            yield from child.walk()

    def __and__(self, other: Condition) -> AllOf:
        return AllOf(parts=(self, _checked(other)))

    def __or__(self, other: Condition) -> AnyOf:
        return AnyOf(parts=(self, _checked(other)))

    def __invert__(self) -> Not:
        return Not(part=self)

    def __bool__(self) -> bool:
        raise DefinitionError.of(
            "rule.used_as_truth",
            vi="điều kiện của quy tắc không phải là đúng hay sai.",
            en="a condition of a rule is neither true nor false.",
            mend_vi="Nối bằng &, |, ~; viết hai phép so sánh thay cho a < b < c.",
            mend_en="Join with &, |, ~; write two comparisons instead of a < b < c.",
        )


@frozen(kw_only=True)
class Compare(Condition):
    """A quantity against a threshold, with the operator that the law's wording means."""

    left: Quantity
    op: Operator
    right: Threshold

    @property
    def children(self) -> tuple[Condition, ...]:
        """The conditions on which the threshold depends."""
        return tuple(conditions_of(self.right))


@frozen(kw_only=True)
class Flag(Condition):
    """A truth that the record states."""

    fact: Fact


@frozen(kw_only=True)
class OneOf(Condition):
    """Whether a word of the record is among the given ones."""

    fact: Fact
    values: tuple[str, ...]


@frozen(kw_only=True)
class Open(Condition):
    """A question that the law leaves open: undetermined whatever the facts are."""

    key: str
    question: Text


@frozen(kw_only=True)
class Not(Condition):
    """The opposite of a condition."""

    part: Condition

    @property
    def children(self) -> tuple[Condition, ...]:
        """The one condition below."""
        return (self.part,)


@frozen(kw_only=True)
class Joined(Condition):
    """Several conditions that are counted together."""

    parts: tuple[Condition, ...]

    @property
    def children(self) -> tuple[Condition, ...]:
        """The joined conditions."""
        return self.parts


@frozen(kw_only=True)
class AllOf(Joined):
    """True where all parts are."""


@frozen(kw_only=True)
class AnyOf(Joined):
    """True where at least one part is."""


@frozen(kw_only=True)
class AtLeast(Joined):
    """True where at least so many parts are; the number may depend on a condition."""

    count: int | Choice

    @property
    def children(self) -> tuple[Condition, ...]:
        """The counted conditions, then those on which the number depends."""
        deciding = () if isinstance(self.count, int) else tuple(conditions_of(self.count))
        return (*self.parts, *deciding)


@frozen(kw_only=True)
class Reading(Condition):
    """A place where the law admits several readings: named options, one the default."""

    key: str
    options: tuple[tuple[str, Condition], ...]
    default: str
    question: Text

    def __attrs_post_init__(self) -> None:
        if self.default not in dict(self.options):
            raise DefinitionError.of(
                "reading.no_default",
                place=self.key,
                vi=f"cách hiểu mặc định {self.default} không có trong danh sách.",
                en=f"the default reading {self.default} is not among the options.",
            )

    @property
    def children(self) -> tuple[Condition, ...]:
        """The options, in order."""
        return tuple(option for _, option in self.options)


def all_of(*parts: Condition) -> AllOf:
    """Join conditions that must all be true."""
    return AllOf(parts=tuple(_checked(part) for part in parts))


def any_of(*parts: Condition) -> AnyOf:
    """Join conditions of which one is enough."""
    return AnyOf(parts=tuple(_checked(part) for part in parts))


def at_least(count: int | Choice, *parts: Condition) -> AtLeast:
    """Ask that at least so many of the conditions are true."""
    return AtLeast(count=count, parts=tuple(_checked(part) for part in parts))


def number(count: int) -> Number:
    """Write a number of criteria, for `choose` inside `at_least`."""
    from fractions import Fraction

    from dantoc_policy.values.unit import Unit

    return Number(Fraction(count), Unit.NAME)


def reading(key: str, vi: str, en: str, *, default: str, **options: Condition) -> Reading:
    """Name the readings that an ambiguous provision admits, and which one is the default."""
    return Reading(key=key, options=tuple(options.items()), default=default, question=Text(vi, en))


def open_question(key: str, vi: str, en: str) -> Open:
    """Mark what the law does not answer; it keeps the answer undetermined where it matters."""
    return Open(key=key, question=Text(vi, en))


def conditions_of(threshold: Threshold) -> Iterator[Condition]:
    """Give the conditions on which a threshold depends."""
    if isinstance(threshold, Choice):
        yield threshold.condition
        yield from conditions_of(threshold.then)
        yield from conditions_of(threshold.otherwise)


def _checked(part: Any) -> Condition:
    if not isinstance(part, Condition):
        raise DefinitionError.of(
            "rule.not_a_condition",
            place=repr(part),
            vi="đây không phải là một điều kiện.",
            en="this is not a condition.",
            mend_vi="So sánh số liệu với một ngưỡng, ví dụ c.poor_households > 150.",
            mend_en="Compare the fact with a threshold, such as c.poor_households > 150.",
        )
    return part


__all__ = [
    "AllOf",
    "AnyOf",
    "AtLeast",
    "Compare",
    "Condition",
    "Flag",
    "Joined",
    "Not",
    "OneOf",
    "Open",
    "Operator",
    "Reading",
    "all_of",
    "any_of",
    "at_least",
    "conditions_of",
    "number",
    "open_question",
    "reading",
]
