"""What makes a row contradict itself, as terms: the row is then not decided, and says why.

The codes are those of `records.record`. A percentage disagrees with its counts where it is off by
more than half a unit of its last decimal. A floating number does not tell 29 from 29.0, and counts
for the rounder one; of its decimals six are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from dantoc_policy.rules.quantity import Factual
from dantoc_policy.rules.terms.figures import LARGEST, Figure, Figures, Kind
from dantoc_policy.rules.terms.sheet import Term, every, some
from dantoc_policy.values.fact import FactInfo, Relation
from dantoc_policy.values.unit import Unit

_DECIMALS = 6
_NOTHING = 1e-9


def problems(record: type[Factual], figures: Figures) -> dict[str, Term]:
    """Give for each code whether a row has the problem: true, or anything else."""
    found: dict[str, list[Term]] = {}
    info = record.facts()
    for name, figure in figures.known.items():
        if name in info and info[name].unit.numeric:
            for code, term in _of_figure(figure, info[name]):
                found.setdefault(code, []).append(term)
    shares = {
        fact.share_of.parts[0]: name
        for name, fact in info.items()
        if fact.share_of and len(fact.share_of.parts) == 1 and name in figures.known
    }
    checks = _Checks(record, figures, shares)
    for relation in record.relations():
        broken = checks.broken(relation)
        if broken is not None:
            found.setdefault("facts.inconsistent", []).append(broken)
    for broken in checks.larger_parts():
        found.setdefault("facts.inconsistent", []).append(broken)
    for name, fact in info.items():
        if fact.share_of is not None and name in figures.known:
            disagrees = checks.disagrees(name, fact)
            if disagrees is not None:
                found.setdefault("share.disagrees", []).append(disagrees)
    order = [code for code in CODES if code in found]
    return {code: some(found[code]) for code in order}


CODES = (
    "number.negative",
    "number.too_large",
    "percent.over_100",
    "number.not_whole",
    "facts.inconsistent",
    "share.disagrees",
)


def _of_figure(figure: Figure, info: FactInfo) -> Iterator[tuple[str, Term]]:
    yield "number.negative", figure.term < 0
    if info.unit is Unit.PERCENT:
        yield "percent.over_100", figure.term > 100  # noqa: PLR2004 - percent of a whole
        return
    yield "number.too_large", figure.term > LARGEST
    if info.unit.whole and not figure.integral:
        yield "number.not_whole", (figure.term - figure.term.rounded(0)).size() > 0


class _Checks:
    """Relations and shares of one sheet."""

    def __init__(self, record: type[Factual], figures: Figures, shares: dict[str, str]) -> None:
        self.info = record.facts()
        self.figures = figures
        self.shares = shares
        self._edges: dict[tuple[str, bool], Term | None] = {}
        self._slacks: dict[str, Term] = {}

    def broken(self, relation: Relation) -> Term | None:
        """Say where the known figures cannot keep a relation; None where the sheet lacks some.

        An unknown part may be nothing; an unknown whole may be anything.
        """
        above = [self._edge(name, up=True) for factor, name in relation.terms if factor > 0]
        parts = [self._edge(name, up=False) for factor, name in relation.terms if factor < 0]
        below = [term for term in parts if term is not None]
        if None in above or not below:
            return None
        if len(below) > 1:
            below = [term.filled(0) for term in below]
        high = [term for term in above if term is not None]
        total, limit = high[0], below[0]
        for term in high[1:]:
            total = total + term
        for term in below[1:]:
            limit = limit + term
        estimated = any(self._estimated(name) for _, name in relation.terms)
        broken = (limit - total) > _NOTHING if estimated else limit > total
        if any(name not in self.shares for factor, name in relation.terms if factor > 0):
            return broken
        # What percentages alone say of each other is looked at below.
        given = [self.figures.known[name].term for _, name in relation.terms if self._has(name)]
        return broken & ~every([term.is_null() for term in given]) if given else None

    def _has(self, name: str) -> bool:
        return name in self.figures.known

    def larger_parts(self) -> Iterator[Term]:
        """Say where a stated share is larger than the share it is a part of."""
        stated = {
            name: fact.share_of
            for name, fact in self.info.items()
            if fact.share_of and name in self.figures.known
        }
        for name, share in stated.items():
            for other, larger in stated.items():
                if share.whole == larger.whole and set(share.parts) < set(larger.parts):
                    slack = self._slack(name) + self._slack(other) + _NOTHING
                    yield (self._real(name) - self._real(other)) > slack

    def disagrees(self, name: str, fact: FactInfo) -> Term | None:
        """Say where a stated percentage is not what the counts round to."""
        share = fact.share_of
        if share is None or any(n not in self.figures.known for n in (*share.parts, share.whole)):
            return None
        parts = [self._real(part) for part in share.parts]
        total = parts[0]
        for part in parts[1:]:
            total = total + part
        whole, stated = self._real(share.whole), self._real(name)
        off = (total * 100 - stated * whole).size()
        return (off > (self._slack(name) + _NOTHING) * whole) & (whole > 0)

    def _estimated(self, name: str) -> bool:
        return name in self.shares or name not in self.info or not self.info[name].unit.whole

    def _edge(self, name: str, *, up: bool) -> Term | None:
        """Give a figure, or where it is not known what a stated percentage says it is at most.

        At least, for a part. None where the sheet says nothing at all.
        """
        key = (name, up)
        if key not in self._edges:
            self._edges[key] = self._edge_of(name, up=up)
        return self._edges[key]

    def _edge_of(self, name: str, *, up: bool) -> Term | None:
        known = self.figures.known.get(name)
        alias = self.shares.get(name)
        share = self.info[alias].share_of if alias else None
        if alias is None or share is None or share.whole not in self.figures.known:
            return None if known is None else known.term
        slack, stated = self._slack(alias), self._real(alias)
        points = stated + slack if up else stated - slack
        edge = points * self._real(share.whole) * 0.01
        if self.info[name].unit.whole:
            # A count may itself be rounded.
            edge = edge + 0.5 if up else edge - 0.5
        edge = self.figures.sheet.keep(edge, "edge")
        if not up:
            edge = (edge > 0).then(edge, self.figures.sheet.number(0.0))
        return edge if known is None else self._real(name).or_else(edge)

    def _real(self, name: str) -> Term:
        figure = self.figures.known[name]
        return figure.term if figure.kind is Kind.REAL else figure.term.real()

    def _slack(self, name: str) -> Term:
        """Give half a unit of the last decimal of a percentage, in points."""
        if name not in self._slacks:
            self._slacks[name] = self._slack_of(self.figures.known[name])
        return self._slacks[name]

    def _slack_of(self, figure: Figure) -> Term:
        sheet = self.figures.sheet
        half = sheet.number(0.5)
        if figure.kind is Kind.WHOLE:
            return half
        found = sheet.number(0.5 * 10**-_DECIMALS)
        for digits in range(_DECIMALS - 1, -1, -1):
            # The number itself is nearer to its rounding than any decimal it could be printed as.
            same = (figure.term - figure.term.rounded(digits)).size() < _NOTHING
            found = same.then(sheet.number(0.5 * 10**-digits), found)
        return sheet.keep(found, "slack")
