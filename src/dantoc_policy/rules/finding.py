"""What was found about each condition of a rule for one record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Any

from attrs import field, frozen

from dantoc_policy.law.provision import Provision
from dantoc_policy.rules.condition import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Flag,
    Joined,
    Not,
    OneOf,
)
from dantoc_policy.rules.exact.atom import EXACT, Truth, Values, alias_of, measured
from dantoc_policy.rules.exact.compiled import Compiled, Truths
from dantoc_policy.rules.quantity import Choice, Multiple, Threshold
from dantoc_policy.values.verdict import Verdict

Build = Callable[[Values, Truths], "Finding"]


@frozen(eq=False)
class Finding:
    """One condition, its truth, and for a comparison the exact value and threshold.

    `provision` is the nearest one at or above the condition that the rule cites, so that every
    leaf has one. `threshold` is the one that applies, after its choices are made.
    """

    condition: Condition
    truth: Truth
    provision: Provision | None = None
    threshold: Threshold | None = None
    children: tuple[Finding, ...] = ()
    _values: Values = field(factory=dict, repr=False)
    alias: str | None = None

    @property
    def verdict(self) -> Verdict:
        """The truth as a verdict."""
        return Verdict.of(self.truth)

    @property
    def operator(self) -> str | None:
        """The comparison as the law words it, None for other conditions."""
        return self.condition.op if isinstance(self.condition, Compare) else None

    @property
    def value(self) -> Fraction | bool | str | None:
        """The exact figure (a share in percentage points), truth or word; None while unknown."""
        if isinstance(self.condition, Compare):
            return measured(self.condition.left, self.alias, self._values)
        if isinstance(self.condition, Flag | OneOf):
            found: bool | str | None = self._values[self.condition.fact.name]
            return found
        return None

    @property
    def limit(self) -> Fraction | None:
        """The threshold as an exact number; None while it hangs on something unknown."""
        if isinstance(self.threshold, Multiple):
            base = self._values[self.threshold.fact.name]
            return self.threshold.factor * Fraction(base) if type(base) in EXACT else None
        return None if isinstance(self.threshold, Choice | None) else self.threshold.value

    @property
    def facts(self) -> dict[str, Any]:
        """The known facts that the condition itself read, by name, as the record gives them."""
        names: list[str] = []
        if isinstance(self.condition, Compare):
            names = [fact.name for fact in self.condition.left.facts]
            names += [self.alias] if self.alias else []
            if isinstance(self.threshold, Multiple):
                names.append(self.threshold.fact.name)
        elif isinstance(self.condition, Flag | OneOf):
            names = [self.condition.fact.name]
        return {name: self._values[name] for name in names if self._values[name] is not None}

    def leaves(self) -> Iterator[Finding]:
        """Give the findings that rest on facts directly."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def grounds(self, *, want: bool = True) -> Iterator[Finding]:
        """Give the findings, from the top, that make this one true (or, if not wanted, false)."""
        if self.truth is not want:
            return
        yield self
        for child in self.children:
            yield from child.grounds(want=want is not isinstance(self.condition, Not))

    def to_dict(self) -> dict[str, Any]:
        """Give the finding and all below it as plain JSON data."""
        found: dict[str, Any] = {
            "kind": type(self.condition).__name__,
            "verdict": self.verdict.value,
            "provision": self.provision and self.provision.to_dict(),
        }
        if isinstance(self.condition, Compare):
            found |= {
                "quantity": str(self.condition.left),
                "value": _number(self.value),
                "operator": self.operator,
                "threshold": _number(self.limit),
                "unit": self.condition.left.unit.value,
            }
        elif isinstance(self.condition, Flag | OneOf):
            found |= {"fact": self.condition.fact.name, "value": self.value}
        if self.condition.doubt is not None:
            found["unverified"] = self.condition.doubt.get("vi")
        if self.children:
            found["children"] = [child.to_dict() for child in self.children]
        return found


# A frozen class sets each field through object.__setattr__, at three times the price. Findings are
# made by the dozen for one decision, so their slots are filled directly.
_new = object.__new__
_condition, _truth, _provision, _threshold, _children, _values, _alias = (
    Finding.__dict__[name].__set__
    for name in ("condition", "truth", "provision", "threshold", "children", "_values", "alias")
)


def _made(
    node: Condition,
    truth: Truth,
    provision: Provision | None,
    threshold: Threshold | None,
    children: tuple[Finding, ...],
    values: Values,
    alias: str | None,
) -> Finding:
    finding = _new(Finding)
    _condition(finding, node)
    _truth(finding, truth)
    _provision(finding, provision)
    _threshold(finding, threshold)
    _children(finding, children)
    _values(finding, values)
    _alias(finding, alias)
    return finding


def findings(compiled: Compiled, values: Values, truths: Truths) -> tuple[Finding | None, ...]:
    """Give the finding of every case up to the one that decides.

    A case that takes the rest, or that was not reached, has None.
    """
    found: list[Finding | None] = []
    builders = _builders(compiled)
    for build in builders:
        found.append(None if build is None else build(values, truths))
        if found[-1] is not None and found[-1].truth:
            break
    return (*found, *[None] * (len(builders) - len(found)))


@lru_cache(maxsize=256)
def _builders(compiled: Compiled) -> tuple[Build | None, ...]:
    return tuple(
        None if case.when is None else _builder(compiled, case.when, case.provision)
        for case in compiled.rule.cases
    )


def _builder(compiled: Compiled, node: Condition, above: Provision | None) -> Build:
    """Prepare all that does not depend on the record."""
    logic, provision = compiled.logic[id(node)], node.provision or above
    if isinstance(node, Compare):
        right, alias = node.right, alias_of(compiled.rule.record, node.left)
        if isinstance(right, Choice):
            return lambda values, truths: _made(
                node, logic(truths), provision, _chosen(compiled, truths, right), (), values, alias
            )
        return lambda values, truths: _made(
            node, logic(truths), provision, right, (), values, alias
        )
    parts = node.parts if isinstance(node, Joined) else node.children
    builders = tuple(_builder(compiled, part, provision) for part in parts)
    if isinstance(node, AllOf | AnyOf):
        # Their truth follows from the children's, which saves asking all below once more.
        absorbing = isinstance(node, AnyOf)

        def joined(values: Values, truths: Truths) -> Finding:
            children = tuple([build(values, truths) for build in builders])
            found = {child.truth for child in children}
            truth = absorbing if absorbing in found else None if None in found else not absorbing
            return _made(node, truth, provision, None, children, values, None)

        return joined
    if not builders:
        return lambda values, truths: _made(node, logic(truths), provision, None, (), values, None)
    return lambda values, truths: _made(
        node,
        logic(truths),
        provision,
        None,
        tuple([build(values, truths) for build in builders]),
        values,
        None,
    )


def _chosen(compiled: Compiled, truths: Truths, threshold: Threshold) -> Threshold:
    """Follow the choices whose condition is known."""
    while isinstance(threshold, Choice):
        truth = compiled.logic[id(threshold.condition)](truths)
        if truth is None:
            return threshold
        threshold = threshold.then if truth else threshold.otherwise
    return threshold


def _number(value: object) -> int | float | None:
    if not isinstance(value, Fraction):
        return None
    return int(value) if value.denominator == 1 else float(value)
