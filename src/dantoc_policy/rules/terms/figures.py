"""The facts of a sheet as terms, and the answers of atoms from them.

Counts are compared by cross products: poor * 5 >= households says "from 20 %" without a
division. Whole numbers stay whole where the columns are. Figures that are not counts are
floating numbers; there a difference of less than one part in ten million million is none, so
that 0.7 km of 1.05 km are two thirds, as in exact decimals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import reduce

from attrs import frozen

from dantoc_policy.rules.exact.atom import Atom, FlagAtom, NumberAtom, WordAtom
from dantoc_policy.rules.quantity import Amount, Multiple, Number, Ratio
from dantoc_policy.rules.terms.sheet import Sheet, Term

LARGEST = 10**13
"""The largest figure that is believed; cross products of such are exact as floating numbers."""
_CLOSE = 1e-13


class Kind(Enum):
    """How a column holds a fact."""

    WHOLE = "whole"
    REAL = "real"
    TRUTH = "truth"
    WORD = "word"


@frozen(eq=False)
class Figure:
    """One fact of the sheet, cleaned: what is not known is null.

    `integral` says that the column can hold whole numbers only.
    """

    term: Term
    kind: Kind
    integral: bool = False


class Figures:
    """The facts that a sheet has, by name; a fact that it lacks is unknown on every row.

    `atoms` are all that will be asked: a whole that several of them divide by is a column.
    """

    def __init__(
        self, sheet: Sheet, known: Mapping[str, Figure], atoms: Iterable[Atom] = ()
    ) -> None:
        self.sheet = sheet
        self.known = known
        wholes = Counter(
            atom.left.whole.names
            for atom in atoms
            if isinstance(atom, NumberAtom) and isinstance(atom.left, Ratio)
        )
        self._shared = {names for names, uses in wholes.items() if uses > 1}
        self._kept: dict[tuple[str, ...], Term] = {}

    def answer(self, atom: Atom) -> Term:
        """Give the answer of one atom on every row."""
        found: Term | None = None
        if isinstance(atom, NumberAtom):
            found = self._number(atom)
        elif isinstance(atom, FlagAtom | WordAtom) and atom.fact.name in self.known:
            found = self.known[atom.fact.name].term
            if isinstance(atom, WordAtom):
                among = found.algebra.among(found.expression, atom.words)
                found = Term(found.algebra, among, found.level)
        return self.sheet.unknown() if found is None else found

    def _number(self, atom: NumberAtom) -> Term | None:
        if isinstance(atom.right, Multiple) and atom.right.fact.name not in self.known:
            return None
        if isinstance(atom.left, Amount):
            total = self.total(atom.left)
            return None if total is None else self._against(total, atom)
        counted = self._counted(atom.left, atom)
        if atom.alias is None or atom.alias not in self.known:
            return counted
        stated = self._against(self._stated(atom.alias, atom.left), atom)
        return stated if counted is None else counted.or_else(stated)

    def _against(self, figure: Figure, atom: NumberAtom) -> Term:
        """Compare a figure itself: an amount, or a stated percentage."""
        if isinstance(atom.right, Multiple):
            rate = self.known[atom.right.fact.name].term.real()
            limit = rate * (float(atom.right.factor) * _slack(atom.op))
            return _compare(figure.term.real(), atom.op, limit)
        value = atom.right.value
        plain = int(value) if value.denominator == 1 else float(value)
        return _compare(figure.term, atom.op, plain)

    def _counted(self, ratio: Ratio, atom: NumberAtom) -> Term | None:
        """Compare a share as a cross product; unknown where the whole is nothing."""
        part, whole = self.total(ratio.part), self.total(ratio.whole)
        if part is None or whole is None:
            return None
        something = self._something(ratio.whole, whole)
        if isinstance(atom.right, Multiple):
            rate = self.known[atom.right.fact.name].term.real()
            factor = float(atom.right.factor / 100) * _slack(atom.op)
            return _compare(part.term.real(), atom.op, something.term.real() * rate * factor)
        return self._cross(part, something, ratio, atom.op, atom.right)

    def _cross(self, part: Figure, whole: Figure, ratio: Ratio, op: str, right: Number) -> Term:
        share = right.value / 100
        left, limit = part.term, whole.term
        if Kind.REAL in (part.kind, whole.kind):
            left, limit = _real(part), _real(whole)
        counts = all(fact.unit.whole for fact in ratio.facts)
        factor = share.numerator if counts else share.numerator * _slack(op)
        return _compare(left * share.denominator, op, limit * factor)

    def total(self, amount: Amount) -> Figure | None:
        """Give the sum of facts; None where the sheet lacks one of them."""
        names = tuple(fact.name for fact in amount.facts)
        if any(name not in self.known for name in names):
            return None
        figures = [self.known[name] for name in names]
        if len(figures) == 1:
            return figures[0]
        kind = Kind.REAL if any(f.kind is Kind.REAL for f in figures) else Kind.WHOLE
        terms = [figure.term if kind is Kind.WHOLE else _real(figure) for figure in figures]
        return Figure(self._keep(("sum", *names), reduce(Term.__add__, terms)), kind)

    def _something(self, amount: Amount, whole: Figure) -> Figure:
        """Give a whole where it is more than nothing: a share of nothing does not exist."""
        some = (whole.term > 0).then(whole.term)
        if amount.names in self._shared:
            some = self._keep(("some", *amount.names), some)
        return Figure(some, whole.kind)

    def _stated(self, alias: str, ratio: Ratio) -> Figure:
        """Give a stated percentage, but not where counts say that the whole is nothing."""
        figure, part, whole = self.known[alias], self.total(ratio.part), self.total(ratio.whole)
        if part is None or whole is None:
            return figure
        counts = (part.term.is_null() | (whole.term > 0)).filled(value=True)
        return Figure(self._keep(("stated", alias), counts.then(figure.term)), figure.kind)

    def _keep(self, key: tuple[str, ...], term: Term) -> Term:
        if key not in self._kept:
            self._kept[key] = self.sheet.keep(term, "_".join((*key[:2], "")))
        return self._kept[key]


def _real(figure: Figure) -> Term:
    return figure.term if figure.kind is Kind.REAL else figure.term.real()


def _slack(op: str) -> float:
    return 1 - _CLOSE if op == ">=" else 1 + _CLOSE


def _compare(left: Term, op: str, right: Term | float) -> Term:
    return left >= right if op == ">=" else left > right
