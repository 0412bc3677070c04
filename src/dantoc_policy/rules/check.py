"""The reading of a rule that proves things about it, over all complete records, with z3.

What is proved holds for every record; what is not comes with a record that refutes it. Counts
are whole numbers and the relations of the record hold, see `encode_z3`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from dantoc_policy.rules.proof.bands import adjacent
from dantoc_policy.rules.proof.encode_z3 import Encoding
from dantoc_policy.rules.proof.kleene import kleene_exact
from dantoc_policy.rules.proof.pairs import Direction, equivalent, monotone
from dantoc_policy.rules.proof.parts import reachable, redundant
from dantoc_policy.rules.proof.position import printed
from dantoc_policy.rules.proof.report import Claim, Report
from dantoc_policy.rules.rule import Rule
from dantoc_policy.values.text import Text


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


__all__ = [
    "adjacent",
    "check",
    "disjoint",
    "equivalent",
    "kleene_exact",
    "monotone",
    "reachable",
    "redundant",
    "total",
]
