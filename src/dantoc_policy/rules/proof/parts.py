"""Whether every outcome and clause of a rule has its effect, and which atoms have none."""

from __future__ import annotations

from collections.abc import Iterator

from dantoc_policy.rules.condition import AtLeast, Compare, Condition, Joined, all_of, any_of
from dantoc_policy.rules.proof.encode_z3 import Encoding
from dantoc_policy.rules.proof.pairs import differ, same
from dantoc_policy.rules.proof.position import Position, positions, printed, replaced
from dantoc_policy.rules.proof.report import Claim
from dantoc_policy.rules.rule import Rule
from dantoc_policy.values.text import Text


def reachable(rule: Rule) -> Iterator[Claim]:
    """Say of each outcome whether a record reaches it, and of each clause whether it decides."""
    one = Encoding(rule.record)
    for key, when in one.outcomes(rule).items():
        found = one.solve(when)
        yield Claim(
            kind="reachable",
            subject=key,
            text=Text(f"có thể đạt kết quả {key}", f"the outcome {key} is reached"),
            proved=found is not None,
            facts=found or {},
        )
    cited = dict.fromkeys(node for _, node in positions(rule) if node.provision is not None)
    for node in cited:
        without = rule
        for place in [place for place, other in positions(rule) if other == node]:
            without = replaced(without, place, any_of())
        one = Encoding(rule.record)
        found = one.solve(one.formula(node), differ(one, rule, without))
        assert node.provision is not None  # noqa: S101 - chosen by it
        yield Claim(
            kind="reachable",
            subject=printed(node),
            text=Text(
                f"{node.provision.text('vi')} có thể quyết định",
                f"{node.provision.text('en')} can decide",
            ),
            proved=found is not None,
            facts=found or {},
        )


def redundant(rule: Rule, *, strict: bool = True) -> Iterator[Claim]:
    """Name the atoms that can be dropped without changing any outcome, against the declared.

    An atom on which a threshold depends can be dropped if the threshold need not depend on it.
    """
    spare: dict[str, None] = {}
    dropped: list[Position] = []
    for place, node, choosing in _leaves(rule):
        if not any(place[: len(above)] == above for above in dropped):
            kept = (same(rule, replaced(rule, place, truth)) for truth in (all_of(), any_of()))
            if all(kept) if choosing else any(kept):
                dropped.append(place)
                spare[printed(node)] = None
    for atom in spare:
        promised = atom in rule.redundant
        text = (
            Text(f"thừa, đã khai: {atom}", f"can be dropped, as declared: {atom}")
            if promised
            else Text(f"thừa, chưa khai: {atom}", f"can be dropped, not declared: {atom}")
        )
        yield Claim(kind="redundant", subject=atom, text=text, proved=promised)
    for atom in sorted(rule.redundant.difference(spare)) if strict else ():
        text = Text(f"khai là thừa nhưng cần: {atom}", f"declared redundant, but needed: {atom}")
        yield Claim(kind="redundant", subject=atom, text=text, proved=False)
    if not spare:
        text = Text("không điều kiện nào thừa", "no atom can be dropped")
        yield Claim(kind="redundant", subject="", text=text, proved=True)


def _leaves(rule: Rule) -> Iterator[tuple[Position, Condition, bool]]:
    """Give the atoms with their places, and whether a threshold depends on them."""
    deciding: list[Position] = []
    for place, node in positions(rule):
        inner = any(place[: len(above)] == above for above in deciding)
        if isinstance(node, Compare):
            deciding.append(place)
            yield place, node, inner
        elif isinstance(node, AtLeast):
            deciding += [(*place, n) for n in range(len(node.parts), len(node.children))]
        elif not node.children and not isinstance(node, Joined):
            yield place, node, inner
