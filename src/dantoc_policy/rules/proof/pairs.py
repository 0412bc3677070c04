"""Two records under one rule, and one record under two rules: monotone, and equivalent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from dantoc_policy.rules.proof.encode_z3 import Encoding, Formula
from dantoc_policy.rules.proof.report import Claim
from dantoc_policy.rules.rule import Rule
from dantoc_policy.values.text import Text

Direction = Literal["up", "down"]
Move = str | Mapping[str, int]
Independent = Callable[[Encoding], Mapping[str, Formula]]


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
    found = one.solve(differ(one, rule, other))
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


def differ(one: Encoding, rule: Rule, other: Rule | Independent) -> Formula:
    """Give the formula that two encodings part in some outcome.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> one = Encoding(nd_272_2025.PROVINCE.record)
    >>> one.solve(differ(one, nd_272_2025.PROVINCE, nd_272_2025.PROVINCE))
    """
    first = one.outcomes(rule)
    second = one.outcomes(other) if isinstance(other, Rule) else other(one)
    no = one.z3.BoolVal(False)
    return one.z3.Or([first.get(key, no) != second.get(key, no) for key in {**first, **second}])


def same(rule: Rule, other: Rule) -> bool:
    """Say whether two rules give the same outcome for every record.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> same(nd_272_2025.PROVINCE, nd_272_2025.PROVINCE)
    True
    """
    one = Encoding(rule.record)
    return one.solve(differ(one, rule, other)) is None
