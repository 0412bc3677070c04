"""Exact determinacy: which outcomes the completions of a record reach, and what still matters.

Kleene logic asks each atom by itself. Here atoms are answered together, as far as some
completion of the unknown facts answers them so. An outcome is possible exactly where such a
completion exists. A fact matters where other answers to the questions about it change the
outcome while all other questions that still bear on it keep their answers; where none does so by
itself, because what is known ties them together, facts matter in pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from attrs import field, frozen

from dantoc_policy.rules.exact.atom import EXACT, NumberAtom, Truth, Values
from dantoc_policy.rules.exact.compiled import Compiled

_KNOWN = EXACT | {bool, str}


class Completions:
    """All completions of one record's unknown facts, as far as a rule can tell them apart.

    `truths` are the answers that every completion gives, None where they differ.
    """

    def __init__(self, compiled: Compiled, values: Values, truths: Sequence[Truth]) -> None:
        self.compiled = compiled
        self.values = values
        self.theories = {
            number: theory
            for island in compiled.islands
            for theory in (island.theory(values),)
            for number in island.atoms
        }
        self.contradictory = False
        self.truths = self._forced(list(truths))

    def _forced(self, truths: list[Truth]) -> list[Truth]:
        """Answer the atoms that bounds and relations force, whatever the unknown facts are."""
        for number, truth in enumerate(truths):
            if truth is None and isinstance(self.compiled.atoms[number], NumberAtom):
                yes = self._consistent({number: True}, number)
                no = self._consistent({number: False}, number)
                self.contradictory = self.contradictory or not (yes or no)
                truths[number] = None if yes and no else yes
        return truths

    def _consistent(self, taken: dict[int, bool], number: int) -> bool:
        """Say whether some completion gives these answers, given it does so without the last."""
        theory = self.theories.get(number)
        if theory is None:
            return True
        return theory.consistent(
            frozenset(answer for answer in taken.items() if answer[0] in theory.island.atoms)
        )

    def possible(self) -> list[int]:
        """Give the numbers of the cases that some completion reaches; none if figures conflict."""
        if self.contradictory:
            return []
        outcome = self.compiled.outcome(self.truths)
        if outcome is not None:
            return [outcome]
        return [
            case
            for case in self.compiled.open_cases(self.truths)
            if self._reaches(case, self.truths, {})
        ]

    def _reaches(self, target: int, truths: list[Truth], taken: dict[int, bool]) -> bool:
        if target not in self.compiled.open_cases(truths):
            return False
        if self.compiled.outcome(truths) == target:
            return True
        number = next(self.compiled.asked(truths))
        for truth in (True, False):
            literals = {**taken, number: truth}
            if self._consistent(literals, number) and self._reaches(
                target, _with(truths, number, truth), literals
            ):
                return True
        return False

    def missing(self) -> tuple[str, ...]:
        """Name the unknown facts that can still change the outcome, in the rule's order."""
        if self.contradictory:
            return ()
        names = dict.fromkeys(
            name
            for number, truth in enumerate(self.truths)
            if truth is None
            for name in self.compiled.atoms[number].names
            if type(self.values[name]) not in _KNOWN
        )
        alone = tuple(name for name in names if self.matters(name))
        if alone or not self.matters(*names):
            return alone
        # Each is tied to another by what is known, so that only two together can change.
        pairs = {pair for pair in combinations(names, 2) if self.matters(*pair)}
        tied = {name for pair in pairs for name in pair} or set(names)
        return tuple(name for name in names if name in tied)

    def matters(self, *names: str) -> bool:
        """Say whether other answers to the questions about these facts can change the outcome."""
        about = frozenset(
            number
            for number, atom in enumerate(self.compiled.atoms)
            if not set(names).isdisjoint(atom.names)
        )
        return self._differ(about, _Half(self.truths), _Half(self.truths))

    def _differ(self, about: frozenset[int], one: _Half, other: _Half) -> bool:
        """Search for two completions that differ in outcome, and in answers only to `about`."""
        outcomes, others = self._outcomes(one.truths), self._outcomes(other.truths)
        if len(outcomes) == len(others) == 1:
            return outcomes != others
        if not self.compiled.may_differ(about, one.truths, other.truths):
            return False
        asked = list(self.compiled.asked(one.truths))
        asked_other = list(self.compiled.asked(other.truths))
        # The questions in `about` first, and for a difference first: yes here, no there.
        for number in (number for number in asked if number in about):
            steps = [(one.answered(number, truth), other) for truth in (True, False)]
            break
        else:
            for number in (number for number in asked_other if number in about):
                steps = [(one, other.answered(number, truth)) for truth in (False, True)]
                break
            else:
                number = (*asked, *asked_other)[0]
                steps = [
                    (one.answered(number, truth), other.answered(number, truth))
                    for truth in (True, False)
                ]
        return any(
            self._consistent(first.taken, number)
            and self._consistent(second.taken, number)
            and self._differ(about, first, second)
            for first, second in steps
        )

    def _outcomes(self, truths: list[Truth]) -> set[str]:
        """Give the outcomes that Kleene logic does not rule out; several cases may share one."""
        cases = self.compiled.rule.cases
        return {cases[number].outcome.key for number in self.compiled.open_cases(truths)}


@frozen(eq=False)
class _Half:
    """One of two completions that are compared, as far as it is answered."""

    truths: list[Truth]
    taken: dict[int, bool] = field(factory=dict)

    def answered(self, number: int, truth: bool) -> _Half:
        return _Half(_with(self.truths, number, truth), {**self.taken, number: truth})


def _with(truths: list[Truth], number: int, truth: bool) -> list[Truth]:
    changed = list(truths)
    changed[number] = truth
    return changed
