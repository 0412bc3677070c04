"""A rule: ordered cases over a record, each with its outcome and its provision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import evolve, field, frozen

from dantoc_policy.errors import DefinitionError, InputError
from dantoc_policy.law.provision import Provision
from dantoc_policy.rules.condition import (
    AtLeast,
    Compare,
    Condition,
    Joined,
    Not,
    Reading,
)
from dantoc_policy.rules.quantity import Choice, Factual, Threshold
from dantoc_policy.values.text import Text


@frozen
class Outcome:
    """One answer that a rule can give; `holds` says whether the sought status is given.

    >>> Outcome("III", Text("khu vực III", "region III")).holds
    True
    """

    key: str
    text: Text
    holds: bool = True


@frozen(kw_only=True)
class Case:
    """One outcome and the condition that leads to it, as its provision states it.

    Cases are tried in order. A case without a condition takes what the others leave.
    """

    outcome: Outcome
    when: Condition | None = None
    provision: Provision | None = None
    doubt: Text | None = None


# The hash is kept: it is deep, and every decision looks the rule's compiled form up by it.
@frozen(kw_only=True, cache_hash=True)
class Rule:
    """An ordered list of cases over one kind of record; the last case takes the rest.

    `overlaps` names pairs of outcomes whose stated conditions can both hold, so that the order
    of the cases decides; `redundant` names leaves that the law states though others imply them,
    as `rules.proof.position.printed` prints them.
    Both are promises that the check reading verifies.
    """

    key: str
    title: Text
    record: type[Factual] = field(eq=False)
    cases: tuple[Case, ...]
    overlaps: frozenset[tuple[str, str]] = frozenset()
    redundant: frozenset[str] = frozenset()

    def __attrs_post_init__(self) -> None:
        if [case for case in self.cases[:-1] if case.when is None] or (
            self.cases[-1].when is not None
        ):
            raise DefinitionError.of(
                "rule.no_rest",
                place=self.key,
                vi="chỉ trường hợp cuối cùng được (và phải) không có điều kiện.",
                en="the last case, and only it, must have no condition.",
            )

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes in the order of the cases."""
        return tuple(dict.fromkeys(case.outcome for case in self.cases))

    @property
    def readings(self) -> Mapping[str, Reading]:
        """The ambiguities of the rule by name."""
        return {node.key: node for node in self.walk() if isinstance(node, Reading)}

    def walk(self) -> Iterator[Condition]:
        """Give every condition of the rule in the order it is written."""
        for case in self.cases:
            if case.when is not None:
                yield from case.when.walk()

    def read(self, chosen: Mapping[str, str] | None = None) -> Rule:
        """Give the rule with every ambiguity read as chosen, or by its default.

        Choices for ambiguities that this rule does not have are passed over; raises
        `InputError` for an option that does not exist.
        """
        return _read(self, tuple(sorted((chosen or {}).items())))

    def readings_used(self, chosen: Mapping[str, str] | None = None) -> Mapping[str, str]:
        """Say for each ambiguity of the rule which reading is taken."""
        return {key: (chosen or {}).get(key, node.default) for key, node in self.readings.items()}


@lru_cache(maxsize=256)
def _read(rule: Rule, chosen: tuple[tuple[str, str], ...]) -> Rule:
    choice = dict(chosen)
    return evolve(
        rule,
        cases=tuple(
            evolve(case, when=None if case.when is None else read_condition(case.when, choice))
            for case in rule.cases
        ),
    )


def read_condition(node: Condition, chosen: Mapping[str, str]) -> Condition:
    """Replace every reading below a condition by the chosen option."""
    if isinstance(node, Reading):
        options = dict(node.options)
        key = chosen.get(node.key, node.default)
        if key not in options:
            raise InputError.of(
                "reading.unknown",
                place=node.key,
                vi=f"không có cách hiểu {key}.",
                en=f"there is no reading {key}.",
                mend_vi=f"Chọn một trong: {', '.join(options)}.",
                mend_en=f"Choose one of: {', '.join(options)}.",
            )
        found = read_condition(options[key], chosen)
        if found.provision is None and node.provision is not None:
            found = found.cited(node.provision)
        if found.label is None and node.label is not None:
            found = evolve(found, label=node.label)
        return found
    if isinstance(node, Not):
        return evolve(node, part=read_condition(node.part, chosen))
    if isinstance(node, AtLeast) and isinstance(node.count, Choice):
        node = evolve(node, count=_read_choice(node.count, chosen))
    if isinstance(node, Joined):
        return evolve(node, parts=tuple(read_condition(part, chosen) for part in node.parts))
    if isinstance(node, Compare):
        return evolve(node, right=_read_threshold(node.right, chosen))
    return node


def _read_threshold(threshold: Threshold, chosen: Mapping[str, str]) -> Threshold:
    return _read_choice(threshold, chosen) if isinstance(threshold, Choice) else threshold


def _read_choice(threshold: Choice, chosen: Mapping[str, str]) -> Choice:
    return evolve(
        threshold,
        condition=read_condition(threshold.condition, chosen),
        then=_read_threshold(threshold.then, chosen),
        otherwise=_read_threshold(threshold.otherwise, chosen),
    )
