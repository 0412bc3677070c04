"""Consistent sample records of a class, complete or in part, drawn towards the thresholds of rules.

How choices are made is left to the caller: a random source for `check`, Hypothesis for tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any

from dantoc_policy.rules.exact.atom import NumberAtom, WordAtom
from dantoc_policy.rules.exact.compiled import compiled
from dantoc_policy.rules.quantity import Amount, Factual, Multiple
from dantoc_policy.rules.rule import Rule
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.unit import Unit

Pick = Callable[[int, int, list[int]], int]
"""Choose a whole number from a range; the third argument lists the interesting ones."""

_SIZES = (1, 5, 10, 20, 40, 100, 200, 1000, 1500)
_NONE = Fraction(0)
_MOST = 20_000
_TENTHS = 10
_HIDE, _BOUND = 4, 5


class Sampler:
    """Draws consistent records of a class, with figures on and around what rules ask.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> from dantoc_policy.places.province import Province
    >>> sampler = Sampler(Province, [nd_272_2025.PROVINCE])
    >>> sampler.complete(lambda low, high, likely: low)["communes"]
    0
    """

    def __init__(self, record: type[Factual], rules: Iterable[Rule] = ()) -> None:
        self.info = record.facts()
        self.relations = record.relations()
        atoms = [atom for rule in rules for atom in compiled(rule).atoms]
        self.numbers = [atom for atom in atoms if isinstance(atom, NumberAtom)]
        self.words: dict[str, list[str]] = {}
        for atom in atoms:
            if isinstance(atom, WordAtom):
                self.words.setdefault(atom.fact.name, []).extend(sorted(atom.words))
        self.order = self._order()

    def complete(self, pick: Pick) -> dict[str, Any]:
        """Draw a record in which every fact is known, percentages of counts excepted."""
        drawn: dict[str, Any] = {}
        for name in self.order:
            info = self.info[name]
            if info.unit is Unit.TRUTH:
                drawn[name] = bool(pick(0, 1, []))
            elif info.unit is Unit.NAME:
                words = ["…", *self.words.get(name, [])]
                drawn[name] = words[pick(0, len(words) - 1, [])]
            elif info.unit.whole:
                drawn[name] = self._number(name, drawn, 1, pick)
            else:
                drawn[name] = Decimal(self._number(name, drawn, _TENTHS, pick)) / _TENTHS
        return drawn

    def partial(self, pick: Pick, *, bounds: bool = True) -> dict[str, Any]:
        """Draw a record of which some facts are not known, or within bounds, or as percentages."""
        whole = self.complete(pick)
        known: dict[str, Any] = dict.fromkeys(self.info)
        for name, value in whole.items():
            state = pick(0, 9, [])
            if state < _HIDE:
                continue
            measure = isinstance(value, int | Decimal) and not isinstance(value, bool)
            known[name] = (
                self._around(name, value, pick) if bounds and measure and state < _BOUND else value
            )
        for name, info in self.info.items():
            if info.share_of and pick(0, 2, []) == 0:
                known[name] = self._share(whole, info.share_of.parts, info.share_of.whole)
                # A sheet that states the percentage mostly leaves out the counts.
                if known[name] is not None and pick(0, 3, []):
                    known.update(dict.fromkeys(info.share_of.parts))
        return known

    def _order(self) -> list[str]:
        """Order the facts so that wholes come before their parts, rates first of all."""
        above: dict[str, set[str]] = {
            name: set() for name, info in self.info.items() if not info.share_of
        }
        for relation in self.relations:
            wholes = {name for factor, name in relation.terms if factor > 0}
            parts = {name for factor, name in relation.terms if factor < 0}
            if len(wholes) == 1 and len(relation.terms) == 2:  # noqa: PLR2004 - part and whole
                above[parts.pop()] |= wholes
        names = sorted(above, key=lambda name: self.info[name].unit is not Unit.PERCENT)
        order: list[str] = []
        while names:
            name = next(name for name in names if above[name].issubset(order))
            names.remove(name)
            order.append(name)
        return order

    def _number(self, name: str, drawn: Mapping[str, Any], scale: int, pick: Pick) -> int:
        low, high = _NONE, Fraction(100 if self.info[name].unit is Unit.PERCENT else _MOST)
        for relation in self.relations:
            factors = {other: factor for factor, other in relation.terms}
            if name not in factors:
                continue
            factor = factors.pop(name)
            if factor > 0 and not factors.keys() <= drawn.keys():
                continue
            rest = sum((f * Fraction(drawn.get(other, 0)) for other, f in factors.items()), _NONE)
            if factor > 0:
                low = max(low, -rest / factor)
            elif all(other in drawn for other, f in factors.items() if f > 0):
                high = min(high, rest / -factor)
        least, most = ceil(low * scale), floor(high * scale)
        likely = {
            edge
            for target in self._targets(name, drawn)
            for edge in (floor(target * scale) - 1, floor(target * scale), ceil(target * scale) + 1)
        }
        if not likely or (most == _MOST * scale and least == 0):
            likely |= {size * scale for size in _SIZES}
        return pick(least, most, sorted(edge for edge in likely if least <= edge <= most))

    def _targets(self, name: str, drawn: Mapping[str, Any]) -> Iterator[Fraction]:
        """Give the values of a fact at which some atom turns, as far as the others are drawn."""
        for atom in self.numbers:
            left = atom.left
            part = left if isinstance(left, Amount) else left.part
            names = [fact.name for fact in part.facts]
            if name not in names:
                continue
            limit = atom.limit(drawn) if self._ready(atom, drawn) else None
            if limit is None:
                continue
            if not isinstance(left, Amount):
                wholes = [drawn.get(fact.name) for fact in left.whole.facts]
                if None in wholes:
                    continue
                limit *= Fraction(sum(Fraction(whole or 0) for whole in wholes), 100)
            yield limit - sum(Fraction(drawn.get(other, 0)) for other in names if other != name)

    def _ready(self, atom: NumberAtom, drawn: Mapping[str, Any]) -> bool:
        return not isinstance(atom.right, Multiple) or atom.right.fact.name in drawn

    def _around(self, name: str, value: int | Decimal, pick: Pick) -> Bounds:
        """Give bounds that hold the true value: one-sided, two-sided, or strict."""
        step = 1 if isinstance(value, int) else Decimal(1) / _TENTHS
        below, above = value - pick(0, 5, []) * step, value + pick(0, 5, []) * step
        low = max(below, value * 0)
        if self.info[name].unit is Unit.PERCENT:
            above = min(above, Decimal(100))
        side = pick(0, 3, [])
        if side == 0:
            return Bounds.of(at_least=low)
        if side == 1:
            return Bounds.of(at_most=above)
        strict = side == 2 and low < value  # noqa: PLR2004 - one of four
        return Bounds.of(**{"above" if strict else "at_least": low}, at_most=above)

    def _share(self, whole: Mapping[str, Any], parts: tuple[str, ...], of: str) -> Decimal | None:
        if not whole[of]:
            return None
        share = 100 * sum(Fraction(whole[part]) for part in parts) / Fraction(whole[of])
        hundredths = Decimal(share.numerator) / Decimal(share.denominator)
        return hundredths.quantize(Decimal("0.01"), ROUND_HALF_EVEN)
