"""The Kleene truth of every condition of a rule, and of its outcome, as terms of a sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from dantoc_policy.rules.condition import Condition
from dantoc_policy.rules.exact.atom import FlagAtom, OpenAtom
from dantoc_policy.rules.rule import Rule
from dantoc_policy.rules.terms.figures import Figures
from dantoc_policy.rules.terms.logic import Ask, Every, Many, Negated, Node, Picked, Some, node_of
from dantoc_policy.rules.terms.problems import problems
from dantoc_policy.rules.terms.sheet import Term, every, some

UNDETERMINED = -1


class RuleTerms:
    """A rule whose readings are chosen, over the figures of one sheet.

    `check` leaves rows undecided that contradict themselves; `wide` keeps every condition in a
    column, because more than the outcome is asked.
    """

    def __init__(
        self, rule: Rule, figures: Figures, *, check: bool = True, wide: bool = False
    ) -> None:
        self.rule = rule
        self.figures = figures
        self.sheet = figures.sheet
        self.check = check
        self.wide = wide
        self._nodes: dict[int, Node] = {}
        self._truths: dict[Node, Term] = {}
        self._nulls: dict[Node, Term] = {}

    # What the rule asks.

    def node(self, condition: Condition) -> Node:
        """Give the node of a condition of the rule."""
        if id(condition) not in self._nodes:
            self._nodes[id(condition)] = node_of(self.rule.record, condition)
        return self._nodes[id(condition)]

    @cached_property
    def whens(self) -> tuple[Node, ...]:
        """What each case asks, without the last, which takes the rest."""
        return tuple(self.node(case.when) for case in self.rule.cases if case.when is not None)

    @cached_property
    def _uses(self) -> Counter[Node]:
        uses: Counter[Node] = Counter()
        seen: set[Node] = set()

        def walk(node: Node) -> Iterator[Node]:
            if node not in seen:
                seen.add(node)
                for part in node.below:
                    yield part
                    yield from walk(part)

        for when in self.whens:
            uses.update([when, when, *walk(when)])
        return uses

    # What the rows answer.

    def truth(self, node: Node) -> Term:
        """Give the Kleene truth of a node on every row."""
        if node not in self._truths:
            found = self._truth(node)
            plain = isinstance(node, Ask) and isinstance(node.atom, FlagAtom | OpenAtom)
            if not plain and (self.wide or self._uses[node] > 1):
                found = self.sheet.keep(found, "truth")
            self._truths[node] = found
        return self._truths[node]

    def unknown(self, node: Node) -> Term:
        """Say where a node is undetermined."""
        if node not in self._nulls:
            self._nulls[node] = self.truth(node).is_null()
        return self._nulls[node]

    def _truth(self, node: Node) -> Term:
        if isinstance(node, Ask):
            return self.figures.answer(node.atom)
        if isinstance(node, Negated):
            return ~self.truth(node.part)
        if isinstance(node, Every):
            return every([self.truth(part) for part in node.parts])
        if isinstance(node, Some):
            return some([self.truth(part) for part in node.parts])
        if isinstance(node, Many):
            return self._many(node)
        return self._picked(node)

    def _many(self, node: Many) -> Term:
        """Count the parts that hold, and those that may; between the two it is open."""
        parts = [self.truth(part) for part in node.parts]
        if node.count == 1:
            return some(parts)
        if node.count == len(parts):
            return every(parts)
        holding, open_ = self._counts(node.parts)
        # "At least so many hold" or, unless at most fewer may, unknown.
        none = self.sheet.unknown()
        return (holding > node.count - 1) | ((open_ > node.count - 1) & none)

    def _counts(self, parts: tuple[Node, ...]) -> tuple[Term, Term]:
        if parts not in self._tallies:
            truths = [self.truth(part) for part in parts]
            self._tallies[parts] = (
                self.sheet.keep(self.sheet.tally([t.filled(value=False) for t in truths]), "held"),
                self.sheet.keep(self.sheet.tally([t.filled(value=True) for t in truths]), "open"),
            )
        return self._tallies[parts]

    @cached_property
    def _tallies(self) -> dict[tuple[Node, ...], tuple[Term, Term]]:
        return {}

    def _picked(self, node: Picked) -> Term:
        condition, then = self.truth(node.condition), self.truth(node.then)
        otherwise = self.truth(node.otherwise)
        return (condition & then) | (~condition & otherwise) | (then & otherwise)

    # What follows for the row.

    @cached_property
    def problems(self) -> dict[str, Term]:
        """Say by code where a row contradicts itself."""
        return problems(self.rule.record, self.figures) if self.check else {}

    @cached_property
    def refused(self) -> Term | None:
        """Say where a row is not decided because it contradicts itself."""
        found = list(self.problems.values())
        return self.sheet.keep(some(found), "refused") if found else None

    @cached_property
    def case(self) -> Term:
        """Give the number of the case that decides, -1 where none does."""
        numbers = [self.sheet.number(number) for number in range(len(self.rule.cases))]
        return self.sheet.keep(self._by_case(numbers, self.sheet.number(UNDETERMINED)), "case")

    @cached_property
    def code(self) -> Term:
        """Give the place of the outcome among the rule's outcomes, -1 where undetermined."""
        outcomes = self.rule.outcomes
        codes = [self.sheet.number(outcomes.index(case.outcome)) for case in self.rule.cases]
        return self._by_case(codes, self.sheet.number(UNDETERMINED))

    @cached_property
    def outcome(self) -> Term:
        """Give the key of the outcome, null where it is undetermined."""
        keys = [self.sheet.text(case.outcome.key) for case in self.rule.cases]
        if not self.wide:
            return self._by_case(keys, self.sheet.text(None))
        # The number of the case is a column already then.
        return self.sheet.cases([(self.case.equals(n), key) for n, key in enumerate(keys)])

    def _by_case(self, values: list[Term], none: Term) -> Term:
        """Give the value of the first case that holds, none where an earlier one is unknown."""
        arms = [] if self.refused is None else [(self.refused, none)]
        for when, value in zip(self.whens, values, strict=False):
            arms += [(self.truth(when), value), (self.unknown(when), none)]
        return self.sheet.cases(arms, values[-1])

    @cached_property
    def possible(self) -> Term:
        """Give the keys of the outcomes that Kleene logic leaves open, joined by "|"."""
        open_: dict[str, list[Term]] = {}
        reached: list[Term] = []
        for case, when in zip(self.rule.cases, (*self.whens, None), strict=True):
            may = [] if when is None else [self.truth(when).filled(value=True)]
            # Where every earlier case may fail and this one may hold.
            open_.setdefault(case.outcome.key, []).append(
                every([*reached, *may]) if reached or may else self.sheet.unknown()
            )
            if when is not None:
                reached.append((~self.truth(when)).filled(value=True))
        keys = [some(terms).then(self.sheet.text(key)) for key, terms in open_.items()]
        return self.unless_refused(self.sheet.joined(keys, "|"))

    def unless_refused(self, term: Term) -> Term:
        """Give nothing where the row contradicts itself."""
        if self.refused is None:
            return term
        return self.refused.then(self.sheet.text(None), term)
