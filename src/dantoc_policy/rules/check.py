"""The reading of a rule that proves things about it, over all complete records, with z3.

What is proved holds for every record; what is not comes with a record that refutes it. Counts
are whole numbers and the relations of the record hold, see `encode_z3`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any, Literal

from dantoc_policy.rules.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Joined,
    Not,
    all_of,
    any_of,
)
from dantoc_policy.rules.encode_z3 import Encoding, Formula
from dantoc_policy.rules.kleene import kleene_exact
from dantoc_policy.rules.position import Position, positions, printed, replaced
from dantoc_policy.rules.report import Claim, Report
from dantoc_policy.rules.rule import Rule
from dantoc_policy.values.text import Text

Direction = Literal["up", "down"]
Move = str | Mapping[str, int]
Independent = Callable[[Encoding], Mapping[str, Formula]]


def check(
    rule: Rule,
    readings: Mapping[str, str] | None = None,
    *,
    rising: Mapping[str, Direction] | None = None,
    order: tuple[str, ...] | None = None,
) -> Report:
    """Prove or refute what a rule promises, under the chosen readings.

    That the cases cover everything and do not overlap but where it is declared; that bands
    meet; that every outcome is reached and every cited clause can decide; that no atom can be
    dropped but the declared ones; that outcomes follow the facts in `rising` up or down the
    `order`; and, for information, whether plain Kleene logic would be exact. Raises
    `MissingExtraError` without the extra `proof`.

    >>> from dantoc_policy.instruments import qd_33_2020
    >>> report = check(qd_33_2020.VILLAGE, rising={"has_national_grid": "down"})
    >>> report.passed
    True
    """
    read = rule.read(readings)
    used = rule.readings_used(readings)
    by_default = used == rule.readings_used()
    return Report(
        rule=rule,
        readings=used,
        claims=(
            total(read),
            *disjoint(read, strict=by_default),
            *adjacent(read),
            *reachable(read),
            *redundant(read, strict=by_default),
            *(monotone(read, fact, way, order) for fact, way in (rising or {}).items()),
            kleene_exact(read),
        ),
    )


def total(rule: Rule) -> Claim:
    """Say what falls to the rest case: if possible, by the stated condition that it negates."""
    one = Encoding(rule.record)
    stated = [(case, one.formula(case.when)) for case in rule.cases if case.when is not None]
    rest = rule.cases[-1].outcome.key
    left = one.solve(*(one.z3.Not(when) for _, when in stated)) or {}
    for scope, when in reversed(stated):
        others = one.z3.Or([other for _, other in stated])
        if one.solve(others, one.z3.Not(when)) is None:
            cited = "" if scope.when is None else printed(scope.when)
            text = Text(
                f"mọi trường hợp đều có kết quả; {rest} đúng khi không có: {cited}",
                f"every record has an answer; {rest} is exactly the opposite of: {cited}",
            )
            break
    else:
        text = Text(
            f"mọi trường hợp đều có kết quả; phần còn lại là {rest}, ví dụ",
            f"every record has an answer; what is left is {rest}, for example",
        )
    return Claim(kind="total", subject=rest, text=text, proved=True, facts=left)


def disjoint(rule: Rule, *, strict: bool = True) -> Iterator[Claim]:
    """Say of each pair of stated cases whether both can hold, so that their order decides.

    A later case that takes in all of an earlier one is the rest of its scope ("the remaining
    communes") and overlaps by its wording. Any other overlap must be declared by the rule, and
    (where `strict`) no other.
    """
    one = Encoding(rule.record)
    declared = {frozenset(pair) for pair in rule.overlaps}
    stated = [(case, one.formula(case.when)) for case in rule.cases if case.when is not None]
    for (early, first), (late, second) in combinations(stated, 2):
        pair = (early.outcome.key, late.outcome.key)
        if pair[0] == pair[1]:
            continue
        found = one.solve(first, second)
        rest = found is not None and one.solve(first, one.z3.Not(second)) is None
        promised = frozenset(pair) in declared
        yield Claim(
            kind="disjoint",
            subject="/".join(pair),
            text=_overlap_text(pair, found is not None, rest, promised),
            proved=rest or (found is not None) == promised or (found is None and not strict),
            facts=found if found is not None and not rest else {},
        )


def _overlap_text(pair: tuple[str, str], overlap: bool, rest: bool, promised: bool) -> Text:
    one, other = pair
    if rest:
        return Text(
            f"{other} nhận phần còn lại sau {one}", f"{other} takes what {one} leaves of its scope"
        )
    if not overlap and promised:
        return Text(
            f"{one} và {other} được khai là trùng nhau nhưng không bao giờ trùng",
            f"{one} and {other} are declared to overlap and never do",
        )
    if not overlap:
        return Text(f"{one} và {other} loại trừ nhau", f"{one} and {other} exclude each other")
    declared = Text("đã khai", "declared") if promised else Text("chưa khai", "not declared")
    return Text(
        f"{one} và {other} có thể cùng đúng, thứ tự quyết định ({declared.vi})",
        f"{one} and {other} can both hold, their order decides ({declared.en})",
    )


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
        found = one.solve(one.formula(node), _differ(one, rule, without))
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
            same = (_same(rule, replaced(rule, place, truth)) for truth in (all_of(), any_of()))
            if all(same) if choosing else any(same):
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


def monotone(
    rule: Rule, move: Move, direction: Direction = "up", order: tuple[str, ...] | None = None
) -> Claim:
    """Say whether raising a fact, all else kept, never moves the outcome against a direction.

    `move` names a fact, or several with their steps: `{"poor_households": 1,
    "poor_minority_households": 1}` is a minority household that becomes poor. `order` lists the
    outcomes from low to high; without it, the cases from last to first.

    >>> from dantoc_policy.instruments import qd_33_2020
    >>> monotone(qd_33_2020.VILLAGE, "households_off_grid").proved
    True
    """
    steps = {move: 1} if isinstance(move, str) else dict(move)
    ranks = order or tuple(outcome.key for outcome in reversed(rule.outcomes))
    one, other = Encoding(rule.record), Encoding(rule.record, "'")
    before, after = one.rank(rule, ranks), other.rank(rule, ranks)
    against = after < before if direction == "up" else after > before
    found = one.solve(against, *one.moved(other, steps), beside=other)
    subject = ", ".join(name if step == 1 else f"{step} {name}" for name, step in steps.items())
    way = Text("xuống", "down") if direction == "up" else Text("lên", "up")
    return Claim(
        kind="monotone",
        subject=subject,
        text=Text(
            f"tăng {subject} không đưa kết quả {way.vi} theo thứ tự {' < '.join(ranks)}",
            f"raising {subject} never moves the outcome {way.en} in {' < '.join(ranks)}",
        ),
        proved=found is None,
        facts=found or {},
    )


def equivalent(rule: Rule, other: Rule | Independent) -> Claim:
    """Say whether two encodings give the same outcome for every record.

    The other may be a rule over the same kind of record, or a function that writes the formula
    of each outcome itself, to have an encoding that shares nothing with the rule language.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> equivalent(nd_272_2025.PROVINCE, nd_272_2025.PROVINCE).proved
    True
    """
    one = Encoding(rule.record)
    found = one.solve(_differ(one, rule, other))
    name = f"{rule.key} = {other.key if isinstance(other, Rule) else other.__name__}"
    return Claim(
        kind="equivalent",
        subject=name,
        text=Text(
            "hai cách viết cho cùng kết quả với mọi số liệu",
            "both encodings give the same outcome for every record",
        ),
        proved=found is None,
        facts=found or {},
    )


def _differ(one: Encoding, rule: Rule, other: Rule | Independent) -> Formula:
    first = one.outcomes(rule)
    second = one.outcomes(other) if isinstance(other, Rule) else other(one)
    no = one.z3.BoolVal(False)
    return one.z3.Or([first.get(key, no) != second.get(key, no) for key in {**first, **second}])


def _same(rule: Rule, other: Rule) -> bool:
    one = Encoding(rule.record)
    return one.solve(_differ(one, rule, other)) is None


__all__ = [
    "adjacent",
    "check",
    "disjoint",
    "equivalent",
    "monotone",
    "reachable",
    "redundant",
    "total",
]
