"""A rule prepared for deciding: numbered atoms, and functions from their truths to an outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import field, frozen

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
    Operator,
    conditions_of,
)
from dantoc_policy.rules.exact.atom import (
    Atom,
    FlagAtom,
    NumberAtom,
    OpenAtom,
    Truth,
    Values,
    WordAtom,
    alias_of,
)
from dantoc_policy.rules.exact.theory import Island, islands
from dantoc_policy.rules.quantity import Choice, Factual, Multiple, Number, Threshold
from dantoc_policy.rules.rule import Rule

Truths = Sequence[Truth]
Logic = Callable[[Truths], Truth]


@frozen(eq=False)
class Compiled:
    """A rule whose readings are chosen, as atoms and logic over their truths.

    `logic` gives the truth of any condition of the rule from the truths of all atoms;
    `used` the atoms below it. A case without a condition has None.
    """

    rule: Rule
    atoms: tuple[Atom, ...]
    ask: tuple[Callable[[Values], Truth], ...]
    logic: Mapping[int, Logic]
    used: Mapping[int, tuple[int, ...]]
    cases: tuple[Logic | None, ...]
    islands: tuple[Island, ...]
    keep: tuple[Condition, ...] = field(repr=False)

    def truths(self, values: Values) -> list[Truth]:
        """Answer every atom from exact figures."""
        return [ask(values) for ask in self.ask]

    def outcome(self, truths: Truths) -> int | None:
        """Give the number of the case that decides, None where Kleene logic cannot tell."""
        for number, when in enumerate(self.cases):
            truth = True if when is None else when(truths)
            if truth:
                return number
            if truth is None:
                return None
        return None

    def open_cases(self, truths: Truths) -> list[int]:
        """Give the cases that Kleene logic does not rule out, in order."""
        found = []
        for number, when in enumerate(self.cases):
            truth = True if when is None else when(truths)
            if truth is not False:
                found.append(number)
            if truth:
                break
        return found

    def asked(self, truths: Truths) -> Iterator[int]:
        """Give the unanswered atoms on which the open cases still hang, the first ones first."""
        for case, when in zip(self.rule.cases, self.cases, strict=True):
            if when is None or case.when is None:
                return
            truth = when(truths)
            if truth is None:
                yield from self._asked(case.when, truths)
            elif truth:
                return

    def wishes(self, outcome: str) -> frozenset[tuple[int, bool]]:
        """Give the answers of atoms that can help towards an outcome.

        They make its own case true or an earlier case false; no other answer ever helps.
        """
        found: set[tuple[int, bool]] = set()
        for number, case in enumerate(self.rule.cases):
            if case.outcome.key == outcome:
                for earlier in self.rule.cases[:number]:
                    if earlier.outcome.key != outcome and earlier.when is not None:
                        found.update(self._wishes(earlier.when, truth=False))
                if case.when is not None:
                    found.update(self._wishes(case.when, truth=True))
        return frozenset(found)

    def _wishes(self, node: Condition, *, truth: bool) -> Iterator[tuple[int, bool]]:
        deciding: tuple[Condition, ...] = ()
        if isinstance(node, Compare):
            deciding = tuple(conditions_of(node.right))
            above = set(self.used[id(node)]).difference(*(self.used[id(d)] for d in deciding))
            yield from ((n, truth is (node.op in (">=", ">"))) for n in above)
        elif not node.children:
            yield from ((n, truth) for n in self.used[id(node)])
        elif isinstance(node, AtLeast) and isinstance(node.count, Choice):
            deciding = tuple(conditions_of(node.count))
        for child in deciding:
            yield from ((n, answer) for n in self.used[id(child)] for answer in (True, False))
        below = node.parts if isinstance(node, Joined) else node.children
        for child in below if not isinstance(node, Compare) else ():
            yield from self._wishes(child, truth=truth is not isinstance(node, Not))

    def may_differ(self, about: frozenset[int], one: Truths, other: Truths) -> bool:
        """Say whether two states that differ in these atoms alone can still part in outcome."""
        return any(
            case.when is not None and self._may_differ(case.when, about, one, other)
            for case in self.rule.cases
        )

    def _may_differ(
        self, node: Condition, about: frozenset[int], one: Truths, other: Truths
    ) -> bool:
        if about.isdisjoint(self.used[id(node)]):
            return False
        logic = self.logic[id(node)]
        truth, truth_of_other = logic(one), logic(other)
        if truth is not None and truth_of_other is not None:
            return truth is not truth_of_other
        if isinstance(node, Compare) or not node.children:
            return True
        return any(self._may_differ(child, about, one, other) for child in node.children)

    def _asked(self, node: Condition, truths: Truths) -> Iterator[int]:
        if self.logic[id(node)](truths) is not None:
            return
        if isinstance(node, Compare) or not node.children:
            yield from (number for number in self.used[id(node)] if truths[number] is None)
        for child in node.children:
            yield from self._asked(child, truths)


@lru_cache(maxsize=256)
def compiled(rule: Rule) -> Compiled:
    """Prepare a rule whose readings have been chosen (see `Rule.read`); the result is cached."""
    builder = _Builder(rule.record)
    cases = tuple(None if case.when is None else builder.logic(case.when) for case in rule.cases)
    return Compiled(
        rule=rule,
        atoms=tuple(builder.atoms),
        ask=tuple(atom.compiled() for atom in builder.atoms),
        logic=builder.found,
        used=builder.used,
        cases=cases,
        islands=islands(rule.record, builder.atoms),
        keep=tuple(rule.walk()),
    )


class _Builder:
    def __init__(self, record: type[Factual]) -> None:
        self.record = record
        self.atoms: dict[Atom, int] = {}
        self.found: dict[int, Logic] = {}
        self.used: dict[int, tuple[int, ...]] = {}

    def atom(self, atom: Atom) -> tuple[Logic, tuple[int, ...]]:
        number = self.atoms.setdefault(atom, len(self.atoms))
        return lambda truths: truths[number], (number,)

    def logic(self, node: Condition) -> Logic:
        if id(node) not in self.found:
            self.found[id(node)], used = self._build(node)
            self.used[id(node)] = tuple(dict.fromkeys(used))
        return self.found[id(node)]

    def _build(self, node: Condition) -> tuple[Logic, tuple[int, ...]]:
        if isinstance(node, Compare):
            return self._compare(node, node.right)
        if isinstance(node, Flag):
            return self.atom(FlagAtom(node.fact))
        if isinstance(node, OneOf):
            return self.atom(WordAtom(node.fact, frozenset(node.values)))
        if isinstance(node, Open):
            return self.atom(OpenAtom(node.key))
        parts = tuple(self.logic(child) for child in node.children)
        used = tuple(number for child in node.children for number in self.used[id(child)])
        if isinstance(node, Not):
            return negated(parts[0]), used
        if isinstance(node, AllOf):
            return conjunction(parts), used
        if isinstance(node, AnyOf):
            return disjunction(parts), used
        if isinstance(node, AtLeast):
            return self._at_least(node, parts[: len(node.parts)]), used
        raise TypeError(node)

    def _compare(self, node: Compare, right: Threshold) -> tuple[Logic, tuple[int, ...]]:
        if not isinstance(right, Choice):
            return self._number(node, right)
        condition = self.logic(right.condition)
        then, then_used = self._compare(node, right.then)
        otherwise, otherwise_used = self._compare(node, right.otherwise)
        used = (*self.used[id(right.condition)], *then_used, *otherwise_used)
        return branch(condition, then, otherwise), used

    def _number(self, node: Compare, right: Number | Multiple) -> tuple[Logic, tuple[int, ...]]:
        """Ask "under 15 %" as "not from 15 %": one atom for both sides of a threshold."""
        alias = alias_of(self.record, node.left)
        if node.op in (">=", ">"):
            return self.atom(NumberAtom(node.left, node.op, right, alias))
        op: Operator = ">=" if node.op == "<" else ">"
        asked, used = self.atom(NumberAtom(node.left, op, right, alias))
        return negated(asked), used

    def _at_least(self, node: AtLeast, parts: tuple[Logic, ...]) -> Logic:
        def by(count: int | Threshold) -> Logic:
            if isinstance(count, Choice):
                return branch(self.logic(count.condition), by(count.then), by(count.otherwise))
            return counted(int(count.value) if isinstance(count, Number) else count, parts)  # type: ignore[arg-type]

        return by(node.count)


def negated(part: Logic) -> Logic:
    """Not, in Kleene logic."""

    def not_(truths: Truths) -> Truth:
        truth = part(truths)
        return None if truth is None else not truth

    return not_


def conjunction(parts: tuple[Logic, ...]) -> Logic:
    """All, in Kleene logic."""

    def all_(truths: Truths) -> Truth:
        found: Truth = True
        for part in parts:
            truth = part(truths)
            if truth is False:
                return False
            if truth is None:
                found = None
        return found

    return all_


def disjunction(parts: tuple[Logic, ...]) -> Logic:
    """Any, in Kleene logic."""

    def any_(truths: Truths) -> Truth:
        found: Truth = False
        for part in parts:
            truth = part(truths)
            if truth:
                return True
            if truth is None:
                found = None
        return found

    return any_


def counted(count: int, parts: tuple[Logic, ...]) -> Logic:
    """At least so many, in Kleene logic."""

    def at_least(truths: Truths) -> Truth:
        found = [part(truths) for part in parts]
        if found.count(True) >= count:
            return True
        return None if len(found) - found.count(False) >= count else False

    return at_least


def branch(condition: Logic, then: Logic, otherwise: Logic) -> Logic:
    """One of two by a condition; known also where both sides agree."""

    def chosen(truths: Truths) -> Truth:
        truth = condition(truths)
        if truth is None:
            one = then(truths)
            return one if one is otherwise(truths) else None
        return then(truths) if truth else otherwise(truths)

    return chosen
