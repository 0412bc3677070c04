"""What figures force: bounds, relations between counts and shares, as linear inequalities.

A count that is not known is a variable. The record's relations ("poor households are at most
all households"), bounds ("over 50 %") and stated percentages confine it. An atom, or its
opposite, is one more inequality; whether atoms can be answered so together is asked of the
solver. Facts that no relation and no atom joins make theories of their own, which are kept:
records that leave the same facts empty share them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import Any

from attrs import frozen

from dantoc_policy.rules.exact.atom import EXACT, Atom, NumberAtom, Values, WordAtom
from dantoc_policy.rules.exact.solver import Linear, feasible, linear
from dantoc_policy.rules.quantity import Amount, Factual, Multiple, Ratio
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.fact import FactInfo, Relation, rounding

Form = tuple[dict[str, Fraction], Fraction]
Literals = frozenset[tuple[int, bool]]
_OPPOSITE = {">=": "<", ">": "<=", "<=": ">", "<": ">="}


@frozen(eq=False)
class Island:
    """Facts that hang together, with the atoms that ask about them."""

    names: tuple[str, ...]
    atoms: Mapping[int, NumberAtom | WordAtom]
    info: Mapping[str, FactInfo]
    relations: tuple[Relation, ...]

    def theory(self, values: Values) -> Theory:
        """Give the theory of these facts for the given figures."""
        figures = tuple(values[name] for name in self.names)
        # 15 % and 15.0 % are equal numbers that are rounded differently: how they print counts.
        return _theory(self, figures, tuple(map(str, figures)))


def islands(record: type[Factual], atoms: Iterable[Atom]) -> tuple[Island, ...]:
    """Split the facts of a record class into groups that neither relations nor atoms join."""
    info, relations = record.facts(), record.relations()
    asking = {n: atom for n, atom in enumerate(atoms) if isinstance(atom, NumberAtom | WordAtom)}
    joined = [{name for _, name in relation.terms} for relation in relations]
    joined += [
        {name, *fact.share_of.parts, fact.share_of.whole}
        for name, fact in info.items()
        if fact.share_of
    ]
    joined += [set(atom.names) for atom in asking.values()]
    groups: list[set[str]] = []
    for names in joined:
        apart = [group for group in groups if not group & names]
        groups = [*apart, names.union(*(group for group in groups if group & names))]
    return tuple(
        Island(
            names=tuple(sorted(group)),
            atoms={n: atom for n, atom in asking.items() if group.issuperset(atom.names)},
            info={name: info[name] for name in group if name in info},
            relations=tuple(
                relation for relation in relations if group & {name for _, name in relation.terms}
            ),
        )
        for group in groups
        if any(group.issuperset(atom.names) for atom in asking.values())
    )


class Theory:
    """The figures of one island as a system of inequalities over what is unknown."""

    def __init__(self, island: Island, values: Values) -> None:
        self.island = island
        self.values = values
        self._rows = [row for row in self._all_rows() if row[0]]
        self._answers: dict[Literals, bool] = {}
        self._inequalities: dict[tuple[int, bool], Linear] = {}
        self._near: dict[frozenset[str], tuple[list[Linear], frozenset[str]]] = {}

    def consistent(self, literals: Literals) -> bool:
        """Say whether some completion answers these atoms so."""
        if literals not in self._answers:
            self._answers[literals] = self._consistent(literals)
        return self._answers[literals]

    def _consistent(self, literals: Literals) -> bool:
        words: dict[str, list[tuple[frozenset[str], bool]]] = {}
        numeric: list[tuple[int, bool]] = []
        for number, truth in sorted(literals):
            atom = self.island.atoms[number]
            if isinstance(atom, WordAtom):
                words.setdefault(atom.fact.name, []).append((atom.words, truth))
            else:
                numeric.append((number, truth))
        return all(_some_word(group) for group in words.values()) and self._solvable(numeric)

    def _solvable(self, literals: list[tuple[int, bool]]) -> bool:
        """Try first with something in every whole, then with those empty that can be.

        A share of an empty whole does not exist, so its atom is then free.
        """
        wholes = {number: self._emptied(number) for number, _ in literals}
        able = sorted({names for names in wholes.values() if names})
        for size in range(len(able) + 1):
            for empty in combinations(able, size):
                system = [linear({name: -1}, 0) for names in empty for name in names]
                system += [
                    self._inequality(*literal)
                    for literal in literals
                    if wholes[literal[0]] not in (*empty, ())
                ]
                if self._fits(system):
                    return True
        return False

    def _fits(self, system: list[Linear]) -> bool:
        names = frozenset(name for item in system for name, _ in item.factors)
        if names not in self._near:
            self._near[names] = self._neighbourhood(names)
        rows, whole = self._near[names]
        return feasible([*system, *rows], whole)

    def _emptied(self, number: int) -> tuple[str, ...] | None:
        """Name the unknowns that are all 0 where an atom's whole is empty; None: it never is."""
        left = self._atom(number).left
        if isinstance(left, Amount):
            return None
        factors, constant = self._sum(left.whole)
        return None if constant else tuple(sorted(factors))

    def _atom(self, number: int) -> NumberAtom:
        atom = self.island.atoms[number]
        assert isinstance(atom, NumberAtom)  # noqa: S101 - words were sorted out before
        return atom

    def _known(self, name: str) -> Fraction | None:
        value = self.values[name]
        return Fraction(value) if type(value) in EXACT else None

    # The inequality of one atom.

    def _inequality(self, number: int, truth: bool) -> Linear:
        key = (number, truth)
        if key not in self._inequalities:
            atom = self._atom(number)
            factors, constant = self.difference(atom)
            op = atom.op if truth else _OPPOSITE[atom.op]
            if op in ("<", "<="):
                factors, constant = {name: -f for name, f in factors.items()}, -constant
            self._inequalities[key] = linear(factors, constant, strict=op in (">", "<"))
        return self._inequalities[key]

    def difference(self, atom: NumberAtom) -> Form:
        """Give left minus right, multiplied by the whole of a ratio: factors and a constant."""
        stated = self._known(atom.alias) if atom.alias else None
        scale: Form = ({}, Fraction(1))
        if isinstance(atom.left, Amount):
            left = self._sum(atom.left)
        elif stated is not None and not self._counted(atom.left):
            left = ({}, stated)
        else:
            left = _scaled(self._sum(atom.left.part), Fraction(100))
            scale = self._sum(atom.left.whole)
        if not isinstance(atom.right, Multiple):
            return _minus(left, _scaled(scale, atom.right.value))
        return _minus(left, self._product(atom.right, scale))

    def _product(self, right: Multiple, scale: Form) -> Form:
        """Give a multiple of a fact times the whole.

        Where both are unknown the product is a variable of its own: no other atom of a rule
        uses the fact with another whole, so nothing is lost.
        """
        base = self._known(right.fact.name)
        if base is not None:
            return _scaled(scale, right.factor * base)
        factors, constant = scale
        if not factors:
            return {right.fact.name: right.factor * constant}, Fraction(0)
        return {f"{right.fact.name} * {' + '.join(sorted(factors))}": right.factor}, Fraction(0)

    def _counted(self, ratio: Ratio) -> bool:
        """Say whether all counts of a share are known, so that they win over its percentage."""
        return all(self._known(fact.name) is not None for fact in ratio.facts)

    def _sum(self, amount: Amount) -> Form:
        return self._form((1, fact.name) for fact in amount.facts)

    def _form(self, terms: Iterable[tuple[int, str]]) -> Form:
        factors: dict[str, Fraction] = {}
        constant = Fraction(0)
        for factor, name in terms:
            known = self._known(name)
            if known is None:
                factors[name] = factors.get(name, Fraction(0)) + factor
            else:
                constant += factor * known
        return factors, constant

    # What holds for every completion.

    def _neighbourhood(self, names: frozenset[str]) -> tuple[list[Linear], frozenset[str]]:
        """Give all that confines these unknowns, also through others, and which are counts."""
        system: list[Linear] = []
        seen: set[str] = set()
        used: set[int] = set()
        todo = sorted(names)
        while todo:
            name = todo.pop()
            if name in seen:
                continue
            seen.add(name)
            system.extend(self._limits(name))
            todo.extend(part for part in name.partition(" * ")[2].split(" + ") if part)
            for number, (factors, constant, strict) in enumerate(self._rows):
                if name in factors and number not in used:
                    used.add(number)
                    system.append(linear(factors, constant, strict=strict))
                    todo.extend(factors)
        info = self.island.info
        return system, frozenset(name for name in seen if name in info and info[name].unit.whole)

    def _limits(self, name: str) -> Iterator[Linear]:
        """Give the limits of one unknown: its bounds; at least nothing; at most 100 percent."""
        base, _, whole = name.partition(" * ")
        value = self.values[base]
        low, low_open = Fraction(0), False
        high, high_open = Fraction(100), False
        unlimited = self.island.info[base].unit.value != "percent"
        if isinstance(value, Bounds):
            if value.low is not None:
                low, low_open = Fraction(value.low), value.low_open
            if value.high is not None:
                high, high_open, unlimited = Fraction(value.high), value.high_open, False
        # A product with a whole has its limits in proportion to that whole.
        scale = whole.split(" + ") if whole else []
        yield _limit(name, scale, low, sign=1, strict=low_open)
        if not unlimited:
            yield _limit(name, scale, high, sign=-1, strict=high_open)

    def _all_rows(self) -> Iterator[tuple[dict[str, Fraction], Fraction, bool]]:
        for relation in self.island.relations:
            yield (*self._form(relation.terms), False)
        for name, info in self.island.info.items():
            if info.share_of and self.values[name] is not None:
                # Nobody states a share of nothing.
                yield (*self._form([(1, info.share_of.whole)]), True)
                yield from self._share(self.values[name], info.share_of.parts, info.share_of.whole)

    def _share(
        self, stated: Any, parts: tuple[str, ...], whole: str
    ) -> Iterator[tuple[dict[str, Fraction], Fraction, bool]]:
        """Confine counts by the stated percentage of one in the other, within its rounding.

        Half a unit is allowed besides, so that a percentage printed with more digits than its
        whole can give (19.99 % of 1,000) confines the count to the nearest number.
        """
        half = Fraction(0)
        if isinstance(stated, Bounds):
            edges = ((stated.low, 1, stated.low_open), (stated.high, -1, stated.high_open))
            slack = Fraction(0)
        else:
            edges = ((stated, 1, False), (stated, -1, False))
            slack = rounding(stated)
            half = Fraction(50) if self.island.info[whole].unit.whole else half
        hundred_parts = _scaled(self._form((1, part) for part in parts), Fraction(100))
        for edge, sign, strict in edges:
            if edge is not None:
                points = Fraction(edge) - sign * slack
                row = _minus(hundred_parts, _scaled(self._form([(1, whole)]), points))
                factors, constant = _scaled(row, Fraction(sign))
                yield factors, constant + half, strict


@lru_cache(maxsize=4096)
def _theory(island: Island, figures: tuple[object, ...], _printed: tuple[str, ...]) -> Theory:
    return Theory(island, dict(zip(island.names, figures, strict=True)))


def _limit(name: str, scale: list[str], edge: Fraction, *, sign: int, strict: bool) -> Linear:
    factors: dict[str, Fraction] = {name: Fraction(sign)}
    if not scale:
        return linear(factors, -sign * edge, strict=strict)
    return linear(factors | dict.fromkeys(scale, -sign * edge), 0, strict=strict)


def _scaled(form: Form, factor: Fraction) -> Form:
    return {name: f * factor for name, f in form[0].items()}, form[1] * factor


def _minus(one: Form, other: Form) -> Form:
    factors = dict(one[0])
    for name, factor in other[0].items():
        factors[name] = factors.get(name, Fraction(0)) - factor
    return factors, one[1] - other[1]


def _some_word(group: list[tuple[frozenset[str], bool]]) -> bool:
    """Whether one word can be in all the sets it must be in and in none of the others."""
    wanted = [words for words, truth in group if truth]
    if not wanted:
        return True
    refused = frozenset[str]().union(*(words for words, truth in group if not truth))
    return bool(frozenset.intersection(*wanted) - refused)
