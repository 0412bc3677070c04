"""A rule's conditions without their citations: nodes that are equal where they ask the same.

Two conditions of a decree that say the same thing become one node, so that a column or an SQL
term is computed once. The truth of a node is Kleene's, as in `compiled`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from dantoc_policy.rules.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Flag,
    Not,
    OneOf,
    Open,
    Operator,
)
from dantoc_policy.rules.exact.atom import Atom, FlagAtom, NumberAtom, OpenAtom, WordAtom, alias_of
from dantoc_policy.rules.quantity import Choice, Factual, Multiple, Number, Threshold


@frozen(cache_hash=True)
class Ask:
    """One atom."""

    atom: Atom

    @property
    def below(self) -> tuple[Node, ...]:
        """Nothing."""
        return ()


@frozen(cache_hash=True)
class Negated:
    """Not."""

    part: Node

    @property
    def below(self) -> tuple[Node, ...]:
        """The one part."""
        return (self.part,)


@frozen(cache_hash=True)
class Every:
    """All of the parts."""

    parts: tuple[Node, ...]

    @property
    def below(self) -> tuple[Node, ...]:
        """The parts."""
        return self.parts


@frozen(cache_hash=True)
class Some:
    """At least one of the parts."""

    parts: tuple[Node, ...]

    @property
    def below(self) -> tuple[Node, ...]:
        """The parts."""
        return self.parts


@frozen(cache_hash=True)
class Many:
    """At least so many of the parts."""

    count: int
    parts: tuple[Node, ...]

    @property
    def below(self) -> tuple[Node, ...]:
        """The parts."""
        return self.parts


@frozen(cache_hash=True)
class Picked:
    """One of two by a condition; known also where both agree."""

    condition: Node
    then: Node
    otherwise: Node

    @property
    def below(self) -> tuple[Node, ...]:
        """The condition and both sides."""
        return (self.condition, self.then, self.otherwise)


Node = Ask | Negated | Every | Some | Many | Picked


def node_of(record: type[Factual], condition: Condition) -> Node:
    """Give the node of a condition whose readings are chosen.

    >>> from dantoc_policy.places.commune import Commune
    >>> from dantoc_policy.rules.quantity import facts, pct
    >>> poor = facts(Commune).poor_households / facts(Commune).households
    >>> node_of(Commune, poor < pct(15)) == Negated(node_of(Commune, poor >= pct(15)))
    True
    """
    if isinstance(condition, Compare):
        return _compared(record, condition)
    if isinstance(condition, Flag):
        return Ask(FlagAtom(condition.fact))
    if isinstance(condition, OneOf):
        return Ask(WordAtom(condition.fact, frozenset(condition.values)))
    if isinstance(condition, Open):
        return Ask(OpenAtom(condition.key))
    if isinstance(condition, Not):
        return Negated(node_of(record, condition.part))
    if isinstance(condition, AllOf | AnyOf | AtLeast):
        parts = tuple(node_of(record, part) for part in condition.parts)
        if isinstance(condition, AllOf):
            return Every(parts)
        if isinstance(condition, AnyOf):
            return Some(parts)
        count = condition.count
        threshold = count if isinstance(count, Choice) else _whole(count)
        return _chosen(record, threshold, lambda number: Many(_whole(number), parts))
    raise TypeError(condition)


def atoms_of(node: Node) -> Iterator[Atom]:
    """Give the atoms of a node, the first ones first, each as often as it stands there."""
    if isinstance(node, Ask):
        yield node.atom
    for part in node.below:
        yield from atoms_of(part)


def _compared(record: type[Factual], node: Compare) -> Node:
    """Ask "under 15 %" as "not from 15 %", as `compiled` does."""
    alias = alias_of(record, node.left)
    opposite: dict[str, Operator] = {"<": ">=", "<=": ">"}
    op = opposite.get(node.op, node.op)
    asked = _chosen(record, node.right, lambda right: Ask(NumberAtom(node.left, op, right, alias)))
    return asked if op == node.op else Negated(asked)


def _chosen(
    record: type[Factual], threshold: Threshold | int, build: Callable[[Any], Node]
) -> Node:
    if not isinstance(threshold, Choice):
        return build(threshold)
    condition = node_of(record, threshold.condition)
    then = _chosen(record, threshold.then, build)
    otherwise = _chosen(record, threshold.otherwise, build)
    # Where one side follows from the other and both are unknown together, two joins are enough.
    if _implies(otherwise, then):
        return Some((otherwise, Every((condition, then))))
    if _implies(then, otherwise):
        return Some((then, Every((Negated(condition), otherwise))))
    return Picked(condition, then, otherwise)


def _implies(one: Node, other: Node) -> bool:
    """Say whether two nodes are steps of one quantity, the first of them the higher."""
    if isinstance(one, Many) and isinstance(other, Many):
        return one.parts == other.parts and one.count >= other.count
    if not (isinstance(one, Ask) and isinstance(other, Ask)):
        return False
    high, low = one.atom, other.atom
    if not (isinstance(high, NumberAtom) and isinstance(low, NumberAtom)):
        return False
    if (high.left, high.op, high.alias) != (low.left, low.op, low.alias):
        return False
    if isinstance(high.right, Number) and isinstance(low.right, Number):
        return high.right.value >= low.right.value
    if isinstance(high.right, Multiple) and isinstance(low.right, Multiple):
        return high.right.fact == low.right.fact and high.right.factor >= low.right.factor
    return False


def _whole(count: int | Threshold) -> int:
    return int(count.value) if isinstance(count, Number) else count  # type: ignore[return-value]
