"""Whether the bands of a rule ("from 15 to under 20 %") meet the clauses beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dantoc_policy.rules.condition import AllOf, AnyOf, Compare, Condition, Not
from dantoc_policy.rules.proof.encode_z3 import Encoding
from dantoc_policy.rules.proof.position import Position, positions, printed
from dantoc_policy.rules.proof.report import Claim
from dantoc_policy.rules.rule import Rule
from dantoc_policy.values.text import Text


def adjacent(rule: Rule) -> Iterator[Claim]:
    """Say of each band ("from 15 to under 20 %") whether it ends where another clause begins.

    Otherwise raising the figure would lose the status in a gap, or two clauses would claim it.
    """
    below = dict(positions(rule))
    for place, upper in _upper_ends(below):
        starts = list(_starts(below, place, upper))
        one = Encoding(rule.record)
        refuted: dict[str, Any] | None = {}
        for start in starts:
            refuted = one.solve(one.formula(upper) == one.formula(start))
            if refuted is None:
                break
        if starts:
            text = printed(upper)
            yield Claim(
                kind="adjacent",
                subject=text,
                text=Text(
                    f"khoảng kết thúc ở {text} tiếp giáp đúng khoảng sau",
                    f"the band that ends with {text} meets the next one exactly",
                ),
                proved=refuted is None,
                facts=refuted or {},
            )


def _upper_ends(below: Mapping[Position, Condition]) -> Iterator[tuple[Position, Condition]]:
    for place, node in below.items():
        if isinstance(node, AllOf):
            bounds = [(n, part, _bound(part)) for n, part in enumerate(node.parts)]
            lower = {bound[0] for _, _, bound in bounds if bound and bound[1] == "lower"}
            for number, part, bound in bounds:
                if bound and bound[1] == "upper" and bound[0] in lower:
                    yield (*place, number), part


def _starts(
    below: Mapping[Position, Condition], place: Position, upper: Condition
) -> Iterator[Condition]:
    """Give the lower bounds of the same quantity in the branches beside a band."""
    bound = _bound(upper)
    for depth in range(len(place) - 1, 0, -1):
        if isinstance(below[place[:depth]], AnyOf):
            for other, node in below.items():
                beside = other[:depth] == place[:depth] and other[: depth + 1] != place[: depth + 1]
                found = _bound(node) if beside else None
                if bound and found and found[0] == bound[0] and found[1] == "lower":
                    yield node


def _bound(node: Condition) -> tuple[object, str] | None:
    if isinstance(node, Not):
        found = _bound(node.part)
        return found and (found[0], "upper" if found[1] == "lower" else "lower")
    if isinstance(node, Compare):
        return node.left, "lower" if node.op in (">=", ">") else "upper"
    return None
