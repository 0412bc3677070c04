"""A rule as z3 formulas over one complete record: what the check reading asks the solver about.

Counts are whole numbers from 0, wholes that are divided by are from 1, measures are reals, and
the relations of the record hold. A question that the law leaves open is a free truth. The
product of an unknown rate and an unknown whole ("4 times the national rate", of so many
households) is a real of its own, which keeps everything linear and so decidable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from importlib import import_module
from typing import Any

from dantoc_policy.errors import MissingExtraError
from dantoc_policy.rules.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Flag,
    Not,
    OneOf,
    Open,
    Reading,
)
from dantoc_policy.rules.quantity import Amount, Choice, Factual, Multiple, Number, Threshold
from dantoc_policy.rules.rule import Rule
from dantoc_policy.values.unit import Unit

Formula = Any
"""A z3 expression; the package ships no types."""

_COMPARE: Mapping[str, Callable[[Any, Any], Any]] = {
    ">=": lambda left, right: left >= right,
    ">": lambda left, right: left > right,
    "<=": lambda left, right: left <= right,
    "<": lambda left, right: left < right,
}
_OTHER_WORD = "…"
_HUNDRED = 100


def solver_package() -> Any:
    """Give the z3 package; raises `MissingExtraError` where it is not installed.

    >>> solver_package().__name__
    'z3'
    """
    try:
        return import_module("z3")
    except ImportError:
        raise MissingExtraError.for_extra("proof", "z3-solver") from None


class Encoding:
    """One complete record of a class as z3 variables, and rules over it as formulas.

    >>> from dantoc_policy.places.province import Province
    >>> one = Encoding(Province)
    >>> one.solve(one.number("communes") < 1)
    {'communes': 0}
    """

    def __init__(self, record: type[Factual], mark: str = "") -> None:
        self.z3 = solver_package()
        self.info = record.facts()
        self.relations = record.relations()
        self.mark = mark
        self._facts: dict[str, Formula] = {}
        self._used: set[str] = set()
        self._products: dict[tuple[str, tuple[str, ...]], Formula] = {}
        self._wholes: set[tuple[str, ...]] = set()
        self._words: dict[str, list[str]] = {}
        self._open: dict[str, Formula] = {}

    # Variables.

    def number(self, name: str) -> Formula:
        """Give a numeric fact as an integer or real variable."""
        self._used.add(name)
        return self._variable(name)

    def truth(self, name: str) -> Formula:
        """Give a yes-or-no fact as a variable."""
        self._used.add(name)
        return self._variable(name)

    def _variable(self, name: str) -> Formula:
        """Make a variable, also for a fact that only the relations speak of."""
        if name not in self._facts:
            unit = self.info[name].unit
            whole = unit.whole or unit is Unit.NAME
            kind = self.z3.Int if whole else self.z3.Real if unit.numeric else self.z3.Bool
            self._facts[name] = kind(name + self.mark)
        return self._facts[name]

    def word_in(self, name: str, words: Iterable[str]) -> Formula:
        """Ask whether a word of the record is one of these; no two words are alike."""
        known = self._words.setdefault(name, [])
        known += [word for word in words if word not in known]
        self._used.add(name)
        return self.z3.Or([self._variable(name) == known.index(word) for word in words])

    def question(self, key: str) -> Formula:
        """Give an open question as a free truth."""
        return self._open.setdefault(key, self.z3.Bool(f"open {key}{self.mark}"))

    def product(self, rate: str, *wholes: str) -> Formula:
        """Give the product of a rate and a whole as a variable of its own."""
        key = (rate, tuple(sorted(wholes)))
        if key not in self._products:
            self._products[key] = self.z3.Real(f"{rate} * {'+'.join(key[1])}{self.mark}")
        return self._products[key]

    # Formulas.

    def formula(self, node: Condition) -> Formula:
        """Give a condition as a formula over the record."""
        z3 = self.z3
        if isinstance(node, Compare):
            return self._compare(node, node.right)
        if isinstance(node, Flag):
            return self.truth(node.fact.name)
        if isinstance(node, OneOf):
            return self.word_in(node.fact.name, node.values)
        if isinstance(node, Open):
            return self.question(node.key)
        if isinstance(node, Not):
            return z3.Not(self.formula(node.part))
        if isinstance(node, AllOf | AnyOf | AtLeast):
            parts = [self.formula(part) for part in node.parts]
            if isinstance(node, AtLeast):
                return self._at_least(node.count, parts)
            return z3.And(parts) if isinstance(node, AllOf) else z3.Or(parts)
        if isinstance(node, Reading):
            return self.formula(dict(node.options)[node.default])
        raise TypeError(node)

    def outcomes(self, rule: Rule) -> dict[str, Formula]:
        """Say of each outcome of a rule when it is the answer, the order of cases applied."""
        found: dict[str, list[Formula]] = {}
        before: list[Formula] = []
        for case in rule.cases:
            when = self.z3.BoolVal(True) if case.when is None else self.formula(case.when)
            found.setdefault(case.outcome.key, []).append(self.z3.And(*before, when))
            before.append(self.z3.Not(when))
        return {key: self.z3.Or(whens) for key, whens in found.items()}

    def rank(self, rule: Rule, order: tuple[str, ...]) -> Formula:
        """Give the place of the answer in an order of outcomes, as a number."""
        outcomes = self.outcomes(rule)
        total: Formula = self.z3.IntVal(0)
        for place, key in enumerate(order):
            if key in outcomes:
                total = self.z3.If(outcomes[key], place, total)
        return total

    def _compare(self, node: Compare, right: Threshold) -> Formula:
        if isinstance(right, Choice):
            return self.z3.If(
                self.formula(right.condition),
                self._compare(node, right.then),
                self._compare(node, right.otherwise),
            )
        compare = _COMPARE[node.op]
        if isinstance(node.left, Amount):
            left = self._sum(node.left)
            if isinstance(right, Multiple):
                return compare(
                    left * right.factor.denominator,
                    self.number(right.fact.name) * right.factor.numerator,
                )
            return compare(left * right.value.denominator, right.value.numerator)
        whole = tuple(sorted(fact.name for fact in node.left.whole.facts))
        self._wholes.add(whole)
        part = _HUNDRED * self._sum(node.left.part)
        if isinstance(right, Multiple):
            limit = self.product(right.fact.name, *whole)
            return compare(part * right.factor.denominator, right.factor.numerator * limit)
        return compare(
            part * right.value.denominator, right.value.numerator * self._sum(node.left.whole)
        )

    def _at_least(self, count: int | Threshold, parts: list[Formula]) -> Formula:
        if isinstance(count, Choice):
            return self.z3.If(
                self.formula(count.condition),
                self._at_least(count.then, parts),
                self._at_least(count.otherwise, parts),
            )
        least = int(count.value) if isinstance(count, Number) else count
        assert isinstance(least, int)  # noqa: S101 - a number of criteria is no multiple
        if least <= 0 or not parts:
            return self.z3.BoolVal(least <= 0)
        return self.z3.AtLeast(*parts, least)

    def _sum(self, amount: Amount) -> Formula:
        first, *others = (self.number(fact.name) for fact in amount.facts)
        for other in others:
            first = first + other
        return first

    # What every complete record keeps.

    def consistent(self) -> list[Formula]:
        """Give what holds for every consistent record, about the facts that were used so far."""
        rules: list[Formula] = []
        for key, product in self._products.items():
            rate, whole = key
            rules += [product >= 0]
            if self.info[rate].unit is Unit.PERCENT:
                rules += [product <= _HUNDRED * self._whole(whole)]
        for relation in self._near():
            rules.append(
                self.z3.Sum([factor * self._variable(name) for factor, name in relation.terms]) >= 0
            )
        rules += [self._whole(whole) > 0 for whole in self._wholes]
        for name, variable in self._facts.items():
            unit = self.info[name].unit
            if unit.numeric:
                rules.append(variable >= 0)
            if unit is Unit.PERCENT:
                rules.append(variable <= _HUNDRED)
        return rules

    def _near(self) -> list[Any]:
        """Give the relations that confine the used facts, also through facts not used."""
        names, found = set(self._facts), []
        left = list(self.relations)
        while near := [item for item in left if names & {name for _, name in item.terms}]:
            left = [item for item in left if item not in near]
            found += near
            names |= {name for item in near for _, name in item.terms}
        return found

    def _whole(self, names: tuple[str, ...]) -> Formula:
        return self.z3.Sum([self._variable(name) for name in names])

    # Asking.

    def solve(self, *claims: Formula, beside: Encoding | None = None) -> dict[str, Any] | None:
        """Find a consistent record for which all claims hold; None where there is none.

        `beside` is a second record that the claims speak of; it is kept consistent too.
        """
        solver = self.z3.Solver()
        solver.add(*claims, *self.consistent())
        if beside is not None:
            solver.add(*beside.consistent())
        answer = solver.check()
        if answer == self.z3.unknown:  # pragma: no cover - everything asked is decidable
            raise ArithmeticError(solver.reason_unknown())
        return self._read(solver.model()) if answer == self.z3.sat else None

    def moved(self, other: Encoding, move: Mapping[str, int]) -> list[Formula]:
        """Say that another record is this one after a move, with all else as it was.

        A number changes by the same amount times its step, a truth turns on (or off, at -1).
        """
        numeric = [name for name in move if self.info[name].unit.numeric]
        whole = any(self.info[name].unit.whole for name in numeric)
        amount = (self.z3.Int if whole else self.z3.Real)("amount")
        claims = [amount > 0]
        for name in sorted(self._used | other._used | set(move)):
            one, two = self._variable(name), other._variable(name)
            step = move.get(name, 0)
            if name in numeric or not step:
                claims.append(two == one + step * amount if step else two == one)
            else:
                claims += [two == (step > 0), one == (step < 0)]
        for rate, wholes in self._products.keys() | other._products.keys():
            one, two = self.product(rate, *wholes), other.product(rate, *wholes)
            # How far a product goes is not linear; which way it goes is all that is kept.
            change = move.get(rate, 0) + sum(move.get(name, 0) for name in wholes)
            claims.append(two == one if not change else two > one if change > 0 else two < one)
        questions = self._open.keys() | other._open.keys()
        claims += [self.question(asked) == other.question(asked) for asked in questions]
        return claims

    def _read(self, model: Any) -> dict[str, Any]:
        """Give the facts of a solver's model as plain values, open questions included."""
        found: dict[str, Any] = {}
        for name in sorted(self._used):
            value = model.eval(self._facts[name], model_completion=True)
            unit = self.info[name].unit
            if unit is Unit.TRUTH:
                found[name] = self.z3.is_true(value)
            elif unit is Unit.NAME:
                words, number = self._words[name], value.as_long()
                found[name] = words[number] if 0 <= number < len(words) else _OTHER_WORD
            else:
                found[name] = _plain(Fraction(str(value)))
        for (rate, whole), product in self._products.items():
            limit = Fraction(str(model.eval(product, model_completion=True)))
            size = Fraction(str(model.eval(self._whole(whole), model_completion=True)))
            found[rate] = _plain(limit / size)
        for key, question in self._open.items():
            found[key] = self.z3.is_true(model.eval(question, model_completion=True))
        return found


def _plain(number: Fraction) -> int | Fraction:
    return int(number) if number.denominator == 1 else number
