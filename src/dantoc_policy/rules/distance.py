"""The reading of a rule as distance: the smallest changes of facts that reach an outcome.

A change moves facts just past the thresholds that keep the outcome away. States are tried from
the cheapest on, so that the first ones which the rule decides as wished are the smallest; from
each state one question of the rule is turned over by moving one fact as little as possible.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import count
from math import ceil, floor, inf
from typing import TYPE_CHECKING, Any

from attrs import frozen

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.rules.exact.atom import EXACT, Atom, FlagAtom, NumberAtom
from dantoc_policy.rules.exact.compiled import Compiled
from dantoc_policy.rules.exact.completion import Completions
from dantoc_policy.rules.exact.theory import Island
from dantoc_policy.values.fact import FactInfo
from dantoc_policy.values.unit import Unit

if TYPE_CHECKING:
    from dantoc_policy.rules.evaluation import Evaluation

_STATES = 20_000
_DECIMALS = 2
# One household, person or kilometre counts one. A point of a share stands for some ten
# households of a commune, a recognition or a standard for a year's work.
_COSTS = {Unit.PERCENT: 10.0, Unit.TRUTH: 100.0, Unit.VND: 0.00001}


@frozen
class Step:
    """One fact that is to change, from what to what; None is unknown."""

    name: str
    info: FactInfo
    before: int | Decimal | bool | None
    after: int | Decimal | bool

    def text(self, locale: Locale = "vi") -> str:
        """Give the step in words."""
        label = self.info.label.get(locale)
        if isinstance(self.after, bool) or self.before is None:
            if locale == "vi":
                return f"đạt: {label}" if self.after else f"không còn: {label}"
            return f"become: {label}" if self.after else f"no longer: {label}"
        from dantoc_policy.values.numerals import format_number

        numbers: tuple[int | Decimal, ...] = (
            self.before,
            self.after,
            abs(Decimal(self.after) - self.before),
        )
        old, new, by = (format_number(n, locale, max_decimals=_DECIMALS) for n in numbers)
        down = self.after < self.before
        points = self.info.unit is Unit.PERCENT
        unit = {"vi": "điểm phần trăm", "en": "points"}[locale] if points else ""
        unit = unit or self.info.unit.text.get(locale)
        if locale == "vi":
            verb, to = ("giảm", "xuống") if down else ("tăng", "lên")
            return f"{verb} {by} {unit}: {label} từ {old} {to} {new}"
        if self.info.unit.whole:
            return f"{by} {'fewer' if down else 'more'} {label} ({old} to {new})"
        return f"{label} {'down' if down else 'up'} by {by} {unit} ({old} to {new})"


@frozen
class Change:
    """A set of steps that together lead to the outcome, and what they cost."""

    steps: tuple[Step, ...]
    cost: float

    @property
    def facts(self) -> Mapping[str, int | Decimal | bool]:
        """The changed facts with their new values."""
        return {step.name: step.after for step in self.steps}

    def text(self, locale: Locale = "vi") -> str:
        """Give the change in words."""
        word = " và " if locale == "vi" else " and "
        return word.join(step.text(locale) for step in self.steps)


def distance(
    evaluation: Evaluation,
    to: str,
    *,
    cost: Mapping[str, float] | None = None,
    limit: int = 5,
) -> tuple[Change, ...]:
    """Give the smallest changes that make the outcome `to`, the cheapest first.

    Only facts that an action can change move (households leave poverty; a mountain stays),
    unless `cost` names others: it gives the cost of one unit of a fact, `inf` to keep it fixed.
    No alternative contains all steps of a cheaper one. Empty where the outcome is reached
    already, or no change of known facts forces it. Raises `InputError` for an outcome or a fact
    that the rule does not have.

    >>> from dantoc_policy.instruments import qd_33_2020
    >>> from dantoc_policy.places.commune import Commune
    >>> from dantoc_policy.rules.decide import decide
    >>> commune = Commune(
    ...     households=1000,
    ...     minority_households=400,
    ...     poor_households=111,
    ...     in_mekong_delta=False,
    ...     meets_new_rural_standard=False,
    ... )
    >>> for change in distance(decide(qd_33_2020.COMMUNE, commune), "I"):
    ...     print(change.text("en"))
    12 fewer poor households (111 to 99)
    become: recognised as meeting the new-rural standard
    """
    outcomes = [outcome.key for outcome in evaluation.rule.outcomes]
    if to not in outcomes:
        raise InputError.of(
            "outcome.unknown",
            place="to",
            vi=f"không có kết quả {to!r}.",
            en=f"there is no outcome {to!r}.",
            mend_vi=f"Chọn một trong: {', '.join(outcomes)}.",
            mend_en=f"Choose one of: {', '.join(outcomes)}.",
        )
    if evaluation.outcome == to:
        return ()
    return tuple(_Search(evaluation, to, dict(cost or {})).changes(limit))


class _Search:
    def __init__(self, evaluation: Evaluation, to: str, cost: dict[str, float]) -> None:
        self.compiled: Compiled = evaluation.compiled
        self.start = dict(evaluation.values)
        self.to = to
        self.info = evaluation.rule.record.facts()
        self.relations = evaluation.rule.record.relations()
        for name in cost:
            if name not in self.info:
                raise InputError.of(
                    "fact.unknown",
                    place=name,
                    vi="không có số liệu nào mang tên này.",
                    en="the record has no such fact.",
                )
        self.cost = {
            name: cost.get(name, _COSTS.get(info.unit, 1.0) if info.lever else inf)
            for name, info in self.info.items()
        }
        self._drop_shares_that_counts_tell()
        self.islands = {
            number: island for island in self.compiled.islands for number in island.atoms
        }
        self.wishes = self.compiled.wishes(to)
        self.touching = {
            name: [
                relation
                for relation in self.relations
                if name in {other for _, other in relation.terms}
            ]
            for name in self.info
        }
        self._edges: dict[tuple[Any, ...], int | Decimal | None] = {}

    def _drop_shares_that_counts_tell(self) -> None:
        """Forget stated percentages where the counts are known: they would contradict a change."""
        for name, info in self.info.items():
            if info.share_of and all(
                type(self.start[other]) in EXACT
                for other in (*info.share_of.parts, info.share_of.whole)
            ):
                self.start[name] = None

    def changes(self, limit: int) -> Iterator[Change]:
        """Give the cheapest changes, none of which contains another's facts."""
        found: list[frozenset[str]] = []
        order = count()
        queue: list[tuple[float, int, dict[str, Any]]] = [(0.0, next(order), {})]
        seen: set[frozenset[tuple[str, Any]]] = set()
        for _ in range(_STATES):
            if not queue or len(found) >= limit:
                return
            total, _, changed = heapq.heappop(queue)
            names = frozenset(changed)
            if any(other <= names for other in found):
                continue
            if changed and self._reached(changed):
                found.append(names)
                yield Change(
                    tuple(
                        Step(name, self.info[name], self.start[name], value)
                        for name, value in changed.items()
                    ),
                    round(total, 6),
                )
                continue
            for move in self._moves(changed):
                key = frozenset(move.items())
                if key not in seen:
                    seen.add(key)
                    price = self._price(move)
                    if price < inf:
                        heapq.heappush(queue, (price, next(order), move))

    def _price(self, changed: Mapping[str, Any]) -> float:
        total = 0.0
        for name, value in changed.items():
            before = self.start[name]
            moved = 1 if isinstance(value, bool) else abs(value - before)
            total += self.cost[name] * float(moved)
        return total

    def _reached(self, changed: Mapping[str, Any]) -> bool:
        values = {**self.start, **changed}
        truths = self.compiled.truths(values)
        number = self.compiled.outcome(truths)
        cases = self.compiled.rule.cases
        if number is not None:
            return cases[number].outcome.key == self.to
        possible = Completions(self.compiled, values, truths).possible()
        return {cases[other].outcome.key for other in possible} == {self.to}

    def _moves(self, changed: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Turn each question over by each fact in it that may move."""
        values = self.start | changed
        truths = self.compiled.truths(values)
        for number, atom in enumerate(self.compiled.atoms):
            truth = truths[number]
            if isinstance(atom, FlagAtom):
                flag = atom.fact.name
                for answer in (True, False):
                    helps = answer is not truth and (number, answer) in self.wishes
                    if helps and self.cost[flag] < inf:
                        yield self._without_undone({**changed, flag: answer})
            elif truth is not None and (number, not truth) in self.wishes:
                assert isinstance(atom, NumberAtom)  # noqa: S101 - words do not move
                for name in (*atom.names, *((atom.alias,) if atom.alias else ())):
                    if self.cost[name] < inf and type(values[name]) in EXACT:
                        value = self._edge(number, not truth, name, values)
                        moved = None if value is None else self._repaired(changed, name, value)
                        if moved is not None:
                            yield moved

    def _edge(
        self, number: int, wished: bool, name: str, values: Mapping[str, Any]
    ) -> int | Decimal | None:
        """Give the turned value, worked out once for the figures that the question compares."""
        atom = self.compiled.atoms[number]
        key = (number, wished, name, *(values[other] for other in atom.names if other != name))
        if key not in self._edges:
            self._edges[key] = self._turned(atom, wished, name, values, self.islands[number])
        return self._edges[key]

    def _turned(
        self, atom: Atom, wished: bool, name: str, values: Mapping[str, Any], island: Island
    ) -> int | Decimal | None:
        """Give the value of a fact nearest to the present one that answers as wished."""
        assert isinstance(atom, NumberAtom)  # noqa: S101 - the caller looked
        if name == atom.alias:
            factor, constant = Fraction(1), Fraction(0)
            limit = atom.limit(values)
            if limit is None or all(values[other] is not None for other in atom.names):
                return None
            constant = -limit
        else:
            if atom.alias and type(values[atom.alias]) in EXACT:
                return None
            form = island.theory({**values, name: None}).difference(atom)
            if set(form[0]) != {name}:
                return None
            factor, constant = form[0][name], form[1]
        edge = -constant / factor
        upwards = (atom.op in (">=", ">")) == wished
        strict = (atom.op in (">", "<")) == wished
        return self._beyond(edge, self.info[name], upwards=upwards is (factor > 0), strict=strict)

    def _beyond(
        self, edge: Fraction, info: FactInfo, *, upwards: bool, strict: bool
    ) -> int | Decimal | None:
        """Give the first usable number at or past an edge."""
        scale = 1 if info.unit.whole else 10**_DECIMALS
        scaled = edge * scale
        number = ceil(scaled) if upwards else floor(scaled)
        if strict and number == scaled:
            number += 1 if upwards else -1
        if number < 0 or (info.unit is Unit.PERCENT and number > 100 * scale):
            return None
        return number if info.unit.whole else Decimal(number) / scale

    def _repaired(
        self, changed: dict[str, Any], name: str, value: int | Decimal
    ) -> dict[str, Any] | None:
        """Make a move, and let facts follow that would contradict it: parts of a smaller whole."""
        moved = {**changed, name: value}
        for _ in self.relations:
            broken = self._broken(self.start | moved, moved)
            if broken is None:
                return self._without_undone(moved)
            terms, short = broken
            follower = next(
                (
                    (factor, other)
                    for factor, other in terms
                    if other != name and self.cost[other] < inf and other not in changed
                ),
                None,
            )
            if follower is None:
                return None
            factor, other = follower
            moved[other] = (self.start | moved)[other] + (short if factor > 0 else -short)
            if moved[other] < 0:
                return None
        return None

    def _broken(
        self, values: Mapping[str, Any], moved: Mapping[str, Any]
    ) -> tuple[tuple[tuple[int, str], ...], int | Decimal] | None:
        for relation in (relation for name in moved for relation in self.touching[name]):
            known = [(factor, values[name]) for factor, name in relation.terms]
            if all(type(value) in EXACT for _, value in known):
                total = sum(factor * value for factor, value in known)
                if total < 0:
                    return relation.terms, -total
        return None

    def _without_undone(self, moved: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in moved.items() if value != self.start[name]}
