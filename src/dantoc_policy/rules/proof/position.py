"""Places in the tree of a rule: what stands where, the rule with one place changed, in print."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from dantoc_policy.rules.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Flag,
    Joined,
    Not,
    OneOf,
    Open,
    Reading,
)
from dantoc_policy.rules.quantity import Choice, Multiple, Number, Threshold
from dantoc_policy.rules.rule import Rule

Position = tuple[int, ...]
"""The number of the case, then at every step down the number of the child."""


def positions(rule: Rule) -> Iterator[tuple[Position, Condition]]:
    """Give every condition of a rule with its place, from the top, in the written order.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> [place for place, _ in positions(nd_272_2025.PROVINCE)][:4]
    [(0,), (0, 0), (0, 0, 0), (0, 0, 1)]
    """
    for number, case in enumerate(rule.cases):
        if case.when is not None:
            yield from _below((number,), case.when)


def _below(place: Position, node: Condition) -> Iterator[tuple[Position, Condition]]:
    yield place, node
    for number, child in enumerate(node.children):
        yield from _below((*place, number), child)


def replaced(rule: Rule, place: Position, new: Condition) -> Rule:
    """Give the rule with another condition at one place.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> from dantoc_policy.rules.condition import any_of
    >>> rule = replaced(nd_272_2025.PROVINCE, (0, 1), any_of())
    >>> len(list(positions(rule)))
    5
    """
    number, *rest = place
    cases = list(rule.cases)
    when = cases[number].when
    if when is None:
        raise IndexError(place)
    cases[number] = evolve(cases[number], when=_with(when, tuple(rest), new))
    return evolve(rule, cases=tuple(cases))


def _with(node: Condition, place: Position, new: Condition) -> Condition:
    if not place:
        return new
    number, rest = place[0], place[1:]
    child = _with(node.children[number], rest, new)
    if isinstance(node, Not):
        return evolve(node, part=child)
    if isinstance(node, Compare):
        return evolve(node, right=_threshold_with(node.right, number, child)[0])
    if isinstance(node, Reading):
        options = list(node.options)
        options[number] = (options[number][0], child)
        return evolve(node, options=tuple(options))
    if not isinstance(node, Joined):
        raise IndexError(place)
    if number < len(node.parts):
        return evolve(node, parts=(*node.parts[:number], child, *node.parts[number + 1 :]))
    if isinstance(node, AtLeast) and isinstance(node.count, Choice):
        count, _ = _threshold_with(node.count, number - len(node.parts), child)
        assert isinstance(count, Choice)  # noqa: S101 - it was one
        return evolve(node, count=count)
    raise IndexError(place)


def _threshold_with(threshold: Threshold, number: int, new: Condition) -> tuple[Threshold, int]:
    """Replace the condition with this number below a threshold; give the numbers still to go."""
    if not isinstance(threshold, Choice) or number < 0:
        return threshold, number
    if number == 0:
        return evolve(threshold, condition=new), -1
    then, left = _threshold_with(threshold.then, number - 1, new)
    otherwise, left = _threshold_with(threshold.otherwise, left, new)
    return evolve(threshold, then=then, otherwise=otherwise), left


def printed(node: Condition) -> str:
    """Print a condition in the notation of the rule language, without provisions and labels.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> printed(nd_272_2025.minority_village)
    'minority_population / population >= 15 percent'
    """
    if isinstance(node, Compare):
        return f"{node.left} {node.op} {_printed_threshold(node.right)}"
    if isinstance(node, Flag):
        return node.fact.name
    if isinstance(node, OneOf):
        return f"{node.fact.name} in ({', '.join(node.values)})"
    if isinstance(node, Open):
        return f"open {node.key}"
    if isinstance(node, Not):
        return f"not {printed(node.part)}"
    if isinstance(node, Reading):
        options = "; ".join(f"{key}: {printed(option)}" for key, option in node.options)
        return f"{node.key}({options})"
    if isinstance(node, Joined):
        return _printed_joined(node)
    raise TypeError(node)


def _printed_joined(node: Joined) -> str:
    parts = ", ".join(printed(part) for part in node.parts)
    if isinstance(node, AllOf | AnyOf):
        return f"{'all' if isinstance(node, AllOf) else 'any'}({parts})"
    if isinstance(node, AtLeast):
        count = node.count if isinstance(node.count, int) else _printed_threshold(node.count)
        return f"at least {count} of ({parts})"
    raise TypeError(node)


def _printed_threshold(threshold: Threshold) -> str:
    if isinstance(threshold, Number):
        return str(threshold).removesuffix(" name")
    if isinstance(threshold, Multiple):
        return f"{threshold.factor} * {threshold.fact.name}"
    then, otherwise = _printed_threshold(threshold.then), _printed_threshold(threshold.otherwise)
    return f"({then} if {printed(threshold.condition)} else {otherwise})"
