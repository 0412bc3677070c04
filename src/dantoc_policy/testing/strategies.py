"""Hypothesis strategies: consistent records with unknowns, small random rules; and all others.

Records are drawn complete and consistent, towards the thresholds of the packaged rules; then
facts are left out, given within bounds that hold the true figure, or stated as percentages. What
documents cite and state, and what is held through time, is drawn by the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from dantoc_policy.errors import MissingExtraError
from dantoc_policy.instruments.registry import instruments
from dantoc_policy.law.provision import Provision
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.province import Province
from dantoc_policy.places.village import Village
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
from dantoc_policy.rules.proof.samples import Pick, Sampler
from dantoc_policy.rules.quantity import (
    Amount,
    Choice,
    Fact,
    Factual,
    Multiple,
    Number,
    Quantity,
    Ratio,
    Threshold,
)
from dantoc_policy.rules.rule import Case, Outcome, Rule
from dantoc_policy.testing.citing import CitingText, citation_texts, document_numbers
from dantoc_policy.testing.dated import (
    dated_bodies,
    dated_places,
    days_of,
    ethnic_groups,
    event_days,
)
from dantoc_policy.testing.stated import deadlines, figures, time_limits
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit

try:
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError.for_extra("testing", "hypothesis") from None

__all__ = [
    "CitingText",
    "citation_texts",
    "communes",
    "conditions",
    "dated_bodies",
    "dated_places",
    "days_of",
    "deadlines",
    "document_numbers",
    "ethnic_groups",
    "event_days",
    "facts_of",
    "figures",
    "picking",
    "provinces",
    "rules",
    "time_limits",
    "villages",
]

Draw = Callable[[st.SearchStrategy[Any]], Any]


def communes(*, complete: bool = False) -> st.SearchStrategy[Commune]:
    """Draw communes whose figures agree; with `complete`, every count and truth is known.

    >>> from hypothesis import given
    >>> test = given(communes(complete=True))(lambda commune: commune.households >= 0)
    """
    return _records(Commune, complete)


def villages(*, complete: bool = False) -> st.SearchStrategy[Village]:
    """Draw villages whose figures agree; with `complete`, every count and truth is known.

    >>> from hypothesis import given
    >>> test = given(villages())(lambda village: village.name is None)
    """
    return _records(Village, complete)


def provinces(*, complete: bool = False) -> st.SearchStrategy[Province]:
    """Draw provinces whose figures agree; with `complete`, every count and truth is known.

    >>> from hypothesis import given
    >>> test = given(provinces())(lambda province: province.name is None)
    """
    return _records(Province, complete)


@cache
def _sampler(name: str) -> Sampler:
    packaged = [rule for found in instruments().values() for rule in found.rules.values()]
    asking = [rule.read() for rule in packaged if rule.record.__name__ == name]
    return Sampler(asking[0].record, asking)


@st.composite
def _records(draw: Draw, model: type[Any], complete: bool) -> Any:
    values = facts_of(draw, _sampler(model.__name__), complete=complete)
    return model(**{name: value for name, value in values.items() if value is not None})


def facts_of(draw: Draw, sampler: Sampler, *, complete: bool = False) -> dict[str, Any]:
    """Draw the facts of one record by a sampler, inside a composite strategy.

    >>> from hypothesis import strategies as st
    >>> facts = st.composite(lambda draw: facts_of(draw, Sampler(Province)))
    """
    pick = picking(draw)
    return sampler.complete(pick) if complete else sampler.partial(pick)


def picking(draw: Draw) -> Pick:
    """Let Hypothesis make the choices of a sampler, so that examples shrink.

    >>> from hypothesis import strategies as st
    >>> numbers = st.composite(lambda draw: picking(draw)(0, 9, [3]))
    """

    def pick(low: int, high: int, likely: list[int]) -> int:
        anything = st.integers(low, high)
        number: int = draw(st.sampled_from(likely) | anything if likely else anything)
        return number

    return pick


# Rules.

_words = st.text("abcđê ", min_size=1, max_size=6)
_texts = st.builds(Text, _words, _words)
_numbers = st.integers(0, 10).map(Fraction)
_percents = st.sampled_from(
    [*(Fraction(points) for points in (0, 10, 15, 20, 50, 60, 80, 100)), Fraction(200, 3)]
)
_provisions = st.builds(
    Provision,
    st.sampled_from(["1/2020/QĐ-TTg", "2/2025/NĐ-CP"]),
    st.none() | st.integers(1, 20),
    st.none() | st.integers(1, 9),
    st.none() | st.sampled_from("abcdđ"),
    st.sampled_from(["article", "clause", "point"]),
)


def rules(
    record: type[Factual], *, notes: bool = True, readings: bool = True, multiples: bool = True
) -> st.SearchStrategy[Rule]:
    """Draw small rules over a record class, of every kind of node.

    `notes` adds provisions, labels and doubts; `readings` ambiguities and open questions;
    `multiples` thresholds that are a multiple of another fact.

    >>> from hypothesis import find
    >>> len(find(rules(Province), lambda rule: len(rule.cases) > 1).cases)
    2
    """
    found: st.SearchStrategy[Rule] = _rules(
        conditions(record, notes=notes, readings=readings, multiples=multiples), record, notes
    )
    return found


@st.composite
def _rules(
    draw: Draw, whens: st.SearchStrategy[Condition], record: type[Factual], notes: bool
) -> Rule:
    keys = draw(st.lists(st.sampled_from("ABC"), min_size=1, max_size=3))
    cases = []
    for number in range(len(keys) + 1):
        last = number == len(keys)
        key = draw(st.sampled_from([*keys, "rest"])) if last else keys[number]
        cases.append(
            Case(
                outcome=Outcome(key, Text(key, key), holds=key == "A"),
                when=None if last else draw(whens),
                provision=draw(st.none() | _provisions) if notes else None,
                doubt=draw(st.none() | _texts) if notes else None,
            )
        )
    pairs = st.tuples(st.sampled_from(keys), st.sampled_from(keys))
    return Rule(
        key=draw(_words),
        title=draw(_texts),
        record=record,
        cases=tuple(cases),
        overlaps=draw(st.frozensets(pairs, max_size=2)) if notes else frozenset(),
        redundant=draw(st.frozensets(_words, max_size=2)) if notes else frozenset(),
    )


def conditions(
    record: type[Factual], *, notes: bool = True, readings: bool = True, multiples: bool = True
) -> st.SearchStrategy[Condition]:
    """Draw small conditions over a record class, of every kind of node; see `rules`.

    >>> from hypothesis import find
    >>> len(find(conditions(Province), lambda node: isinstance(node, AllOf)).children)
    0
    """
    words = _Words(record, multiples)
    leaves: list[st.SearchStrategy[Any]] = [words.compares(st.nothing())]
    if words.truths:
        leaves.append(st.builds(Flag, fact=st.sampled_from(words.truths)))
    if words.names:
        values = st.lists(st.sampled_from("xyz"), max_size=2, unique=True).map(tuple)
        leaves.append(st.builds(OneOf, fact=st.sampled_from(words.names), values=values))
    if readings:
        leaves.append(st.builds(Open, key=st.sampled_from(["Q1", "Q2"]), question=_texts))

    def noted(nodes: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return _noted(nodes) if notes else nodes

    def above(nodes: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        parts = st.lists(nodes, min_size=0 if notes else 1, max_size=3).map(tuple)
        found: list[st.SearchStrategy[Any]] = [
            st.builds(Not, part=nodes),
            st.builds(AllOf, parts=parts),
            st.builds(AnyOf, parts=parts),
            st.builds(AtLeast, parts=parts, count=st.integers(0, 3) | _counts(nodes)),
            words.compares(nodes),
        ]
        if readings:
            found.append(_readings(nodes))
        return noted(st.one_of(found))

    return st.recursive(noted(st.one_of(leaves)), above, max_leaves=6)


class _Words:
    """The facts of a record class by what a rule can do with them."""

    def __init__(self, record: type[Factual], multiples: bool) -> None:
        known = [Fact(record.__name__, name, info) for name, info in record.facts().items()]
        self.truths = [fact for fact in known if fact.unit is Unit.TRUTH]
        self.names = [fact for fact in known if fact.unit is Unit.NAME]
        plain = [fact for fact in known if fact.unit.numeric and not fact.info.share_of]
        self.groups = [
            [fact for fact in plain if fact.unit is unit] for unit in {f.unit: 1 for f in plain}
        ]
        self.rates = [fact for fact in plain if fact.unit is Unit.PERCENT] if multiples else []

    def compares(self, deciding: st.SearchStrategy[Condition]) -> st.SearchStrategy[Compare]:
        return st.sampled_from(self.groups).flatmap(
            lambda facts: self._quantities(facts).flatmap(
                lambda left: st.builds(
                    Compare,
                    left=st.just(left),
                    op=st.sampled_from([">=", ">", "<=", "<"]),
                    right=self._thresholds(left.unit, deciding),
                )
            )
        )

    def _quantities(self, facts: Sequence[Fact]) -> st.SearchStrategy[Quantity]:
        amounts = st.lists(st.sampled_from(facts), min_size=1, max_size=2, unique=True).map(
            lambda chosen: Amount(tuple(chosen))
        )
        if facts[0].unit is Unit.PERCENT:
            return amounts
        one = st.sampled_from(facts).map(lambda fact: Amount((fact,)))
        return amounts | st.builds(Ratio, amounts, one)

    def _thresholds(
        self, unit: Unit, deciding: st.SearchStrategy[Condition]
    ) -> st.SearchStrategy[Threshold]:
        values = _percents if unit is Unit.PERCENT else _numbers
        simple: st.SearchStrategy[Any] = st.builds(Number, values, st.just(unit))
        if unit is Unit.PERCENT and self.rates:
            factors = st.sampled_from([Fraction(1), Fraction(2), Fraction(3, 2)])
            simple |= st.builds(Multiple, factors, st.sampled_from(self.rates))
        return simple if deciding.is_empty else simple | st.builds(Choice, deciding, simple, simple)


def _counts(nodes: st.SearchStrategy[Condition]) -> st.SearchStrategy[Choice]:
    number = st.builds(Number, st.integers(0, 3).map(Fraction), st.just(Unit.NAME))
    return st.builds(Choice, nodes, number, number)


def _readings(nodes: st.SearchStrategy[Condition]) -> st.SearchStrategy[Reading]:
    return st.builds(
        lambda key, one, other, default, question: Reading(
            key=key, options=(("R1", one), ("R2", other)), default=default, question=question
        ),
        st.sampled_from(["A-1", "A-2"]),
        nodes,
        nodes,
        st.sampled_from(["R1", "R2"]),
        _texts,
    )


@st.composite
def _noted(draw: Draw, nodes: st.SearchStrategy[Condition]) -> Condition:
    node: Condition = draw(nodes)
    if draw(st.booleans()):
        provision = draw(_provisions)
        node = node.cited(provision)
    if draw(st.integers(0, 3)) == 0:
        label, doubt = draw(_texts), draw(_texts)
        node = node.labelled(label.vi, label.en).doubted(doubt.vi, doubt.en)
    return node
