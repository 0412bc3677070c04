"""The atoms of a rule: the smallest questions, each answered from the facts of one record.

An atom gives True, False or None (unknown) from exact figures only. What bounds and relations
between unknown figures force is worked out in `theory`.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from dantoc_policy.rules.condition import Operator
from dantoc_policy.rules.quantity import Amount, Fact, Factual, Multiple, Number, Quantity, Ratio
from dantoc_policy.values.fact import FactInfo

Values = Mapping[str, Any]
Truth = bool | None

COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "<=": operator.le,
    "<": operator.lt,
}


@frozen
class NumberAtom:
    """A quantity compared with a constant, or with a multiple of another fact.

    `alias` names the fact that states the quantity's percentage where counts are not known.
    """

    left: Quantity
    op: Operator
    right: Number | Multiple
    alias: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The facts that the atom compares, in the order they are written."""
        found = [fact.name for fact in self.left.facts]
        if isinstance(self.right, Multiple):
            found.append(self.right.fact.name)
        return tuple(dict.fromkeys(found))

    def compiled(self) -> Callable[[Values], Truth]:
        """Give the fastest reading for this kind of comparison."""
        if isinstance(self.right, Multiple):
            return self._general()
        if isinstance(self.left, Amount):
            return self._constant(self.left)
        return self._share(self.left, self.right.value)

    def _constant(self, left: Amount) -> Callable[[Values], Truth]:
        compare, limit = COMPARE[self.op], _plain(self.right)
        if len(left.facts) > 1:
            return self._general()
        (name,) = (fact.name for fact in left.facts)

        def one(values: Values) -> Truth:
            value = values[name]
            if value is None or type(value) not in EXACT:
                return None
            return compare(value, limit)

        return one

    def _share(self, ratio: Ratio, points: Fraction) -> Callable[[Values], Truth]:
        if len(ratio.part.facts) > 1 or len(ratio.whole.facts) > 1:
            return self._general()
        compare, alias, limit = COMPARE[self.op], self.alias, _plain(self.right)
        (part_name,), (whole_name,) = ratio.part.names, ratio.whole.names
        scale, factor = 100 * points.denominator, points.numerator

        def share(values: Values) -> Truth:
            part, whole = values[part_name], values[whole_name]
            if type(part) is int and type(whole) is int:
                return compare(part * scale, factor * whole) if whole else None
            if type(part) in EXACT and type(whole) in EXACT:
                if not whole:
                    return None
                return compare(Fraction(part) * scale, factor * Fraction(whole))
            if alias is not None:
                stated = values[alias]
                if stated is not None and type(stated) in EXACT:
                    return compare(stated, limit)
            return None

        return share

    def _general(self) -> Callable[[Values], Truth]:
        compare = COMPARE[self.op]

        def general(values: Values) -> Truth:
            value, limit = measured(self.left, self.alias, values), self.limit(values)
            return None if value is None or limit is None else compare(value, limit)

        return general

    def limit(self, values: Values) -> Fraction | None:
        """Give the threshold as an exact number, None while its fact is unknown."""
        if isinstance(self.right, Number):
            return self.right.value
        base = values[self.right.fact.name]
        return self.right.factor * Fraction(base) if type(base) in EXACT else None


@frozen
class FlagAtom:
    """A truth of the record."""

    fact: Fact

    @property
    def names(self) -> tuple[str, ...]:
        """The one fact."""
        return (self.fact.name,)

    def compiled(self) -> Callable[[Values], Truth]:
        """Give a function that looks the truth up."""
        return operator.itemgetter(self.fact.name)


@frozen
class WordAtom:
    """Whether a word of the record is among the given ones."""

    fact: Fact
    words: frozenset[str]

    @property
    def names(self) -> tuple[str, ...]:
        """The one fact."""
        return (self.fact.name,)

    def compiled(self) -> Callable[[Values], Truth]:
        """Give a function that looks the word up."""
        name, words = self.fact.name, self.words
        return lambda values: None if values[name] is None else values[name] in words


@frozen
class OpenAtom:
    """A question that no fact answers."""

    key: str

    @property
    def names(self) -> tuple[str, ...]:
        """No fact at all."""
        return ()

    def compiled(self) -> Callable[[Values], Truth]:
        """Give a function that never knows."""
        return _unknown


def _unknown(_values: Values) -> Truth:
    return None


Atom = NumberAtom | FlagAtom | WordAtom | OpenAtom
EXACT = frozenset({int, Decimal})


def measured(left: Quantity, alias: str | None, values: Values) -> Fraction | None:
    """Give the exact value of a quantity (a share in points), None while it is unknown.

    Counts win over a stated percentage; a share of an empty whole does not exist.
    """
    if isinstance(left, Amount):
        return _total(left, values)
    part, whole = _total(left.part, values), _total(left.whole, values)
    if part is not None and whole is not None:
        return 100 * part / whole if whole else None
    stated: Any = values[alias] if alias else None
    return Fraction(stated) if type(stated) in EXACT else None


def alias_of(record: type[Factual], left: Quantity) -> str | None:
    """Find the fact that states a ratio as a percentage."""
    if isinstance(left, Amount):
        return None
    return _aliases(record.facts()).get(_ratio_key(left))


def _aliases(
    known: Mapping[str, FactInfo],
) -> Mapping[tuple[frozenset[str], frozenset[str]], str]:
    return {
        (frozenset(info.share_of.parts), frozenset({info.share_of.whole})): name
        for name, info in known.items()
        if info.share_of
    }


def _ratio_key(ratio: Ratio) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(fact.name for fact in ratio.part.facts),
        frozenset(fact.name for fact in ratio.whole.facts),
    )


def _total(amount: Amount, values: Values) -> Fraction | None:
    total = Fraction(0)
    for fact in amount.facts:
        value = values[fact.name]
        if value is None or type(value) not in EXACT:
            return None
        total += Fraction(value)
    return total


def _plain(right: Number | Multiple) -> Any:
    """Give a threshold in the type that compares fastest with counts and decimals."""
    value = right.value if isinstance(right, Number) else right.factor
    return int(value) if value.denominator == 1 else value
