"""Exact determinacy against brute force: every completion is tried, or z3 is asked about all.

The outcomes that the decision calls possible must be those that some completion reaches, no
more and no fewer; what it calls missing must be what can still change the outcome.
"""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dantoc_policy.instruments import qd_33_2020
from dantoc_policy.instruments.registry import instruments
from dantoc_policy.peoples.facts import EthnicGroupFacts
from dantoc_policy.places.commune import Commune
from dantoc_policy.rules.condition import AllOf, AtLeast, Compare, Flag, Not, OneOf, Open, all_of
from dantoc_policy.rules.decide import decide
from dantoc_policy.rules.exact.atom import COMPARE, FlagAtom, NumberAtom, OpenAtom, WordAtom
from dantoc_policy.rules.exact.compiled import compiled
from dantoc_policy.rules.exact.solver import feasible, linear
from dantoc_policy.rules.proof.samples import Sampler
from dantoc_policy.rules.quantity import Amount, Choice, Multiple, facts, pct, share
from dantoc_policy.rules.rule import Case, Outcome, Rule
from dantoc_policy.testing import strategies
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.fact import FactInfo, ShareOf, overlap_of, part_of, parts_of, rounding
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit

RULES = [
    pytest.param(rule, id=rule.key)
    for instrument in instruments().values()
    for rule in instrument.rules.values()
]
SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
WORDS = ("x", "y", "z", "…")


class Hamlet:
    """A record class that is small enough for every completion to be tried."""

    @classmethod
    def facts(cls):
        return FACTS

    @classmethod
    def relations(cls):
        return RELATIONS


def info(unit, share_of=None):
    return FactInfo(unit=unit, label=Text("a", "a"), share_of=share_of)


FACTS = {
    "homes": info(Unit.HOUSEHOLDS),
    "poor": info(Unit.HOUSEHOLDS),
    "near": info(Unit.HOUSEHOLDS),
    "tay": info(Unit.HOUSEHOLDS),
    "poor_tay": info(Unit.HOUSEHOLDS),
    "rooms": info(Unit.ROOMS),
    "road": info(Unit.TRUTH),
    "grid": info(Unit.TRUTH),
    "kind": info(Unit.NAME),
    "limit": info(Unit.PERCENT),
    "poor_rate": info(Unit.PERCENT, ShareOf(parts=("poor",), whole="homes")),
    "tay_rate": info(Unit.PERCENT, ShareOf(parts=("poor_tay",), whole="poor")),
}
RELATIONS = (
    part_of("poor", "homes"),
    part_of("near", "homes"),
    part_of("tay", "homes"),
    part_of("poor_tay", "poor"),
    part_of("poor_tay", "tay"),
    parts_of(("poor", "near"), "homes"),
    overlap_of("poor_tay", "poor", "tay", "homes"),
)
COUNTS = ("homes", "poor", "near", "tay", "poor_tay", "rooms")
MOST = 5

# --- Completions, one by one -------------------------------------------------------------------


def completions(record, values, atoms):
    """All consistent records that complete this one, over the facts that could matter."""
    used = {name for atom in atoms for name in atom.names}
    for relation in record.relations():
        used |= {name for _, name in relation.terms}
    names = [name for name in record.facts() if name in used]
    ranges = [choices(record.facts()[name].unit, values[name]) for name in names]
    for chosen in product(*ranges):
        whole = {**values, **dict(zip(names, chosen, strict=True))}
        if agrees(record, values, whole):
            yield whole


def choices(unit, value):
    if isinstance(value, Bounds):
        return [n for n in range(MOST * 3) if value.admits(n)]
    if value is not None:
        return [value]
    if unit is Unit.TRUTH:
        return [True, False]
    return list(WORDS) if unit is Unit.NAME else list(range(MOST + 1))


def agrees(record, values, whole):
    for relation in record.relations():
        if all(whole[name] is not None for _, name in relation.terms) and (
            sum(factor * whole[name] for factor, name in relation.terms) < 0
        ):
            return False
    for name, fact in record.facts().items():
        stated = values[name]
        if fact.share_of and stated is not None:
            size = whole[fact.share_of.whole]
            if not size:
                return False
            part = Fraction(sum(whole[part] for part in fact.share_of.parts))
            if isinstance(stated, Bounds):
                if not stated.admits(100 * part / size):
                    return False
                continue
            # Its rounding is allowed, and half a unit where things are counted.
            half = Fraction(1, 2) if record.facts()[fact.share_of.whole].unit.whole else 0
            slack = rounding(stated) * Fraction(size) / 100 + half
            if abs(part - Fraction(stated) * Fraction(size) / 100) > slack:
                return False
    return True


def answers(atoms, known, whole):
    """Every way in which a completion answers the atoms: a share of nothing is free."""
    ways = []
    for atom, truth in zip(atoms, known, strict=True):
        if truth is not None:
            ways.append([truth])
        elif isinstance(atom, OpenAtom):
            ways.append([True, False])
        elif isinstance(atom, FlagAtom):
            ways.append([whole[atom.fact.name]])
        elif isinstance(atom, WordAtom):
            ways.append([whole[atom.fact.name] in atom.words])
        else:
            answer = compared(atom, whole)
            ways.append([True, False] if answer is None else [answer])
    return product(*ways)


def compared(atom, whole):
    limit = atom.right
    limit = (
        limit.factor * Fraction(whole[limit.fact.name])
        if isinstance(limit, Multiple)
        else limit.value
    )
    if isinstance(atom.left, Amount):
        return COMPARE[atom.op](sum(whole[fact.name] for fact in atom.left.facts), limit)
    size = sum(whole[fact.name] for fact in atom.left.whole.facts)
    part = sum(whole[fact.name] for fact in atom.left.part.facts)
    return COMPARE[atom.op](100 * Fraction(part), limit * Fraction(size)) if size else None


PLAIN = SimpleNamespace(
    neg=lambda part: not part,
    all=all,
    any=any,
    pick=lambda condition, then, otherwise: then if condition else otherwise,
    count=lambda parts, least: sum(parts) >= least,
)


class Walk:
    """The outcomes of a rule as it is written, from an answer for every atom, in some logic."""

    def __init__(self, atoms, truths, logic):
        self.known = dict(zip(atoms, truths, strict=True))
        self.numbers = {
            (atom.left, atom.op, atom.right): truth
            for atom, truth in self.known.items()
            if isinstance(atom, NumberAtom)
        }
        self.logic = logic

    def outcomes(self, rule):
        found, before = {}, []
        for case in rule.cases:
            when = True if case.when is None else self.holds(case.when)
            found.setdefault(case.outcome.key, []).append(self.logic.all([*before, when]))
            before.append(self.logic.neg(when))
        return {key: self.logic.any(whens) for key, whens in found.items()}

    def holds(self, node):
        if isinstance(node, Compare):
            return self.compare(node, node.right)
        if isinstance(node, Flag):
            return self.known[FlagAtom(node.fact)]
        if isinstance(node, OneOf):
            return self.known[WordAtom(node.fact, frozenset(node.values))]
        if isinstance(node, Open):
            return self.known[OpenAtom(node.key)]
        if isinstance(node, Not):
            return self.logic.neg(self.holds(node.part))
        parts = [self.holds(part) for part in node.parts]
        if isinstance(node, AtLeast):
            return self.logic.count(parts, self.least(node.count))
        return self.logic.all(parts) if isinstance(node, AllOf) else self.logic.any(parts)

    def compare(self, node, right):
        if isinstance(right, Choice):
            then, otherwise = self.compare(node, right.then), self.compare(node, right.otherwise)
            return self.logic.pick(self.holds(right.condition), then, otherwise)
        if node.op in (">=", ">"):
            return self.numbers[node.left, node.op, right]
        return self.logic.neg(self.numbers[node.left, ">=" if node.op == "<" else ">", right])

    def least(self, count):
        if isinstance(count, Choice):
            then, otherwise = self.least(count.then), self.least(count.otherwise)
            return self.logic.pick(self.holds(count.condition), then, otherwise)
        return count if isinstance(count, int) else int(count.value)


def outcome(rule, atoms, truths):
    return next(key for key, holds in Walk(atoms, truths, PLAIN).outcomes(rule).items() if holds)


def check(rule, values):
    rule = rule.read()
    prepared = compiled(rule)
    known = prepared.truths(values)
    by_completion = [
        (whole, {truths: outcome(rule, prepared.atoms, truths) for truths in ways})
        for whole in completions(rule.record, values, prepared.atoms)
        for ways in (set(answers(prepared.atoms, known, whole)),)
    ]
    assume(by_completion)
    found = {truths: key for _, ways in by_completion for truths, key in ways.items()}
    evaluation = decide(rule, SimpleNamespace(**values))
    assert set(evaluation.possible) == set(found.values())
    assert len(evaluation.possible) == len(set(evaluation.possible))
    assert evaluation.outcome == (
        next(iter(found.values())) if len(set(found.values())) == 1 else None
    )
    missing = set(evaluation.missing)
    unknown = {n for n, v in values.items() if v is None or isinstance(v, Bounds)}
    asked = {name for atom in prepared.atoms for name in atom.names}
    assert missing <= unknown & asked
    mattering = {name for name in unknown & asked if matters(prepared.atoms, found, name)}
    assert mattering <= missing
    for name in missing - mattering:
        together = missing if tied(prepared, found, missing) else {name}
        assert can_change(prepared, found, together)
    assert {name for name in unknown & asked if flips(by_completion, name)} <= missing


def matters(atoms, found, name):
    """Other answers to the questions about a fact alone change the outcome."""
    seen = {}
    for truths, key in found.items():
        others = tuple(t for a, t in zip(atoms, truths, strict=True) if name not in a.names)
        seen.setdefault(others, set()).add(key)
    return any(len(keys) > 1 for keys in seen.values())


def can_change(prepared, found, names):
    """Two answers of different outcome, each forced without the other questions they part in."""
    atoms = prepared.atoms
    about = [not names.isdisjoint(atom.names) for atom in atoms]
    for one, other in combinations(found, 2):
        if found[one] != found[other]:
            keys = []
            for truths in (one, other):
                kept = [
                    truth if ours or truth is theirs else None
                    for truth, ours, theirs in zip(
                        truths, about, other if truths is one else one, strict=True
                    )
                ]
                number = prepared.outcome(kept)
                keys.append(None if number is None else prepared.rule.cases[number].outcome.key)
            if None not in keys and keys[0] != keys[1]:
                return True
    return False


def tied(prepared, found, missing):
    """No fact can change the outcome by itself."""
    return not any(can_change(prepared, found, {name}) for name in missing)


def flips(by_completion, name):
    """Two completions that differ in a fact alone have different outcomes."""
    seen = {}
    for whole, ways in by_completion:
        if len(set(ways.values())) == 1:
            others = tuple(value for other, value in whole.items() if other != name)
            seen.setdefault(others, set()).update(ways.values())
    return any(len(keys) > 1 for keys in seen.values())


# --- Random rules over the small record --------------------------------------------------------


@st.composite
def hamlets(draw):
    whole = {}
    homes = whole["homes"] = draw(st.integers(0, MOST))
    poor = whole["poor"] = draw(st.integers(0, homes))
    whole["near"] = draw(st.integers(0, homes - poor))
    tay = whole["tay"] = draw(st.integers(0, homes))
    whole["poor_tay"] = draw(st.integers(max(0, poor + tay - homes), min(poor, tay)))
    whole["rooms"] = draw(st.integers(0, MOST))
    values = dict.fromkeys(FACTS)
    hidden = draw(st.sets(st.sampled_from(COUNTS), max_size=4))
    for name in COUNTS:
        if name not in hidden:
            values[name] = whole[name]
        elif name in ("homes", "rooms") or draw(st.booleans()):
            values[name] = Bounds.of(
                at_least=draw(st.integers(0, whole[name])),
                at_most=draw(st.integers(whole[name], MOST)),
            )
    values["road"] = draw(st.sampled_from([None, True, False]))
    values["grid"] = draw(st.sampled_from([None, True, False]))
    values["kind"] = draw(st.sampled_from([None, *WORDS]))
    values["limit"] = Decimal(draw(st.integers(0, 60)))
    for name, fact in (("poor_rate", "poor"), ("tay_rate", "poor_tay")):
        size = whole["homes" if fact == "poor" else "poor"]
        if size and draw(st.integers(0, 2)) == 0:
            share = Decimal(100 * whole[fact]) / size
            low = Decimal(draw(st.integers(0, int(share))))
            values[name] = draw(
                st.sampled_from(
                    [
                        round(share, draw(st.integers(0, 1))),
                        Bounds.of(at_least=low),
                        Bounds.of(at_most=share.__ceil__()),
                    ]
                )
            )
    return values


@settings(SLOW, max_examples=400)
@given(strategies.rules(Hamlet, notes=False), hamlets())
def test_random_rules_are_decided_as_all_completions_say(rule, values):
    check(rule, values)


def rule_of(*whens):
    cases = [
        Case(outcome=Outcome(key, Text(key, key)), when=when)
        for key, when in zip("ABCDE", (*whens, None), strict=False)
    ]
    return Rule(key="test", title=Text("a", "a"), record=Hamlet, cases=tuple(cases))


def blank(**known):
    return {**dict.fromkeys(FACTS), **known}


def test_a_share_of_an_empty_whole_is_undetermined():
    h = facts(Hamlet)
    rule = rule_of(h.poor / h.homes >= pct(20))
    for known in ({"homes": 0}, {"homes": 0, "poor": 0}):
        evaluation = decide(rule, SimpleNamespace(**blank(**known)))
        assert set(evaluation.possible) == {"A", "B"}


def test_a_stated_share_says_that_its_whole_is_not_empty():
    h = facts(Hamlet)
    rule = rule_of(h.poor / h.homes >= pct(20))
    values = blank(poor_rate=Bounds.of(at_least=20))
    assert decide(rule, SimpleNamespace(**values)).outcome == "A"


def test_facts_that_are_tied_are_missing_together():
    h = facts(Hamlet)
    rule = rule_of(all_of(h.tay / h.homes >= pct(50), h.poor_tay / h.poor > pct(60)))
    # All are poor, so there are as many poor Tày homes as Tày homes: neither changes alone.
    evaluation = decide(rule, SimpleNamespace(**blank(homes=1, poor=1)))
    assert evaluation.possible == ("A", "B")
    assert evaluation.missing == ("tay", "poor_tay")


@pytest.mark.parametrize(
    ("least", "outcomes"), [(115, {"A"}), (116, {"A", "B"}), (125, {"A", "B"}), (126, {"B"})]
)
def test_a_stated_share_confines_its_count_by_its_rounding(least, outcomes):
    """12 % of 1,000 homes, so from 11.5 to 12.5 % of them: 115 to 125 homes."""
    rule = rule_of(facts(Hamlet).poor >= least)
    evaluation = decide(rule, SimpleNamespace(**blank(homes=1000, poor_rate=Decimal(12))))
    assert set(evaluation.possible) == outcomes


def test_thresholds_are_exact_fractions():
    h = facts(Hamlet)
    # Two thirds are 66.666... %.
    for stated, outcome in (("66.5", "B"), ("66.66", "B"), ("66.67", "A")):
        values = blank(poor_rate=Decimal(stated))
        rule = rule_of(h.poor / h.homes >= share(2, 3))
        assert decide(rule, SimpleNamespace(**values)).outcome == outcome
    for rate, outcome in (("2.4", "B"), ("2.5", "A")):
        rule = rule_of(h.limit >= pct("2.5"))
        assert decide(rule, SimpleNamespace(**blank(limit=Decimal(rate)))).outcome == outcome


# --- The packaged rules ------------------------------------------------------------------------


@st.composite
def small_records(draw, rule):
    """A complete small record of which a few counts and truths are hidden, with bounds."""
    pick = strategies.picking(draw)
    sampler = Sampler(rule.record, [rule.read()])

    def small(low, high, likely):
        top = max(low, min(high, MOST * 2))
        return pick(low, top, [n for n in likely if low <= n <= top])

    values = {**dict.fromkeys(rule.record.facts()), **sampler.complete(small)}
    names = {name for atom in compiled(rule.read()).atoms for name in atom.names}
    able = [name for name in sorted(names) if not isinstance(values[name], Decimal)]
    for name in draw(st.sets(st.sampled_from(able), max_size=4)):
        value = values[name]
        hidden_count = isinstance(value, int) and not isinstance(value, bool)
        values[name] = (
            Bounds.of(at_least=draw(st.integers(0, value)), at_most=value + draw(st.integers(0, 4)))
            if hidden_count
            else None
        )
    return values


@pytest.mark.parametrize("rule", RULES)
def test_packaged_rules_are_decided_as_all_completions_say(rule):
    @SLOW
    @given(small_records(rule))
    def decided(values):
        check(rule, values)

    decided()


GROUPS = Sampler(
    EthnicGroupFacts, [r.read() for (r,) in (p.values for p in RULES) if "group" in r.key]
)


@st.composite
def groups(draw):
    known = strategies.facts_of(draw, GROUPS)
    return EthnicGroupFacts(**{name: value for name, value in known.items() if value is not None})


RECORDS = {
    "EthnicGroupFacts": groups(),
    "Commune": strategies.communes(),
    "Village": strategies.villages(),
    "Province": strategies.provinces(),
}


@pytest.mark.parametrize("rule", RULES)
def test_packaged_rules_are_decided_as_z3_says(rule):
    z3 = pytest.importorskip("z3")

    @SLOW
    @given(RECORDS[rule.record.__name__])
    def decided(record):
        oracle = Oracle(z3, rule.read(), record.__dict__)
        assume(oracle.admits())
        evaluation = decide(rule, record)
        assert set(evaluation.possible) == {
            key for key, when in oracle.outcomes().items() if oracle.admits(when)
        }
        for truth, answer in zip(oracle.truths, evaluation._truths, strict=True):
            assert answer is None or not oracle.admits(truth != answer)

    decided()


@pytest.mark.parametrize("order", [("15", "15.0"), ("15.0", "15")])
def test_what_was_asked_before_does_not_matter(order):
    # 15 % of 200 may be 29 households, of which 18 are over 60 %; 15.0 % are 30, and 18 are not.
    expected = {"15": ("III", "II"), "15.0": ("II",)}
    for rate in order:
        commune = Commune(
            households=200,
            minority_households=150,
            poor_rate=Decimal(rate),
            poor_minority_households=18,
            minority_people_15_60=100,
            illiterate_minority_people_15_60=0,
            employed_workers=100,
            untrained_workers=0,
            road_to_district_km=5,
            unpaved_road_to_district_km=0,
            meets_new_rural_standard=False,
            in_mekong_delta=False,
        )
        assert decide(qd_33_2020.COMMUNE, commune).possible == expected[rate]


class Oracle:
    """The completions of one record as z3 sees them: an answer for every atom, free or not."""

    def __init__(self, z3, rule, values):
        self.z3, self.rule, self.values = z3, rule, values
        self.info = rule.record.facts()
        self.solver = z3.Solver()
        self.numbers = {}
        self.prepared = compiled(rule)
        for relation in rule.record.relations():
            self.solver.add(z3.Sum([f * self.number(name) for f, name in relation.terms]) >= 0)
        for name, fact in self.info.items():
            if fact.share_of and values[name] is not None:
                self.state(values[name], fact.share_of)
        known = self.prepared.truths(values)
        self.truths = [z3.Bool(f"atom {n}") for n in range(len(known))]
        for atom, truth, answer in zip(self.prepared.atoms, self.truths, known, strict=True):
            if answer is not None:
                self.solver.add(truth == answer)
            elif isinstance(atom, NumberAtom):
                self.ask(atom, truth)
            elif isinstance(atom, WordAtom):
                word = z3.String(atom.fact.name)
                self.solver.add(truth == z3.Or([word == one for one in sorted(atom.words)]))

    def admits(self, *claims):
        return self.solver.check(*claims) == self.z3.sat

    def outcomes(self):
        z3 = self.z3
        logic = SimpleNamespace(
            neg=z3.Not,
            all=z3.And,
            any=z3.Or,
            pick=z3.If,
            count=lambda parts, least: z3.Sum([z3.If(part, 1, 0) for part in parts]) >= least,
        )
        return Walk(self.prepared.atoms, self.truths, logic).outcomes(self.rule)

    def exact(self, number):
        fraction = Fraction(number)
        return self.z3.Q(fraction.numerator, fraction.denominator)

    def number(self, name):
        value = self.values[name]
        if name not in self.numbers:
            if isinstance(value, int | Decimal):
                self.numbers[name] = self.exact(value)
            else:
                unit, z3 = self.info[name].unit, self.z3
                self.numbers[name] = z3.ToReal(z3.Int(name)) if unit.whole else z3.Real(name)
                self.limit(self.numbers[name], value, 1, percent=unit is Unit.PERCENT)
        return self.numbers[name]

    def limit(self, variable, value, scale, *, percent):
        self.solver.add(variable >= 0)
        if percent:
            self.solver.add(variable <= 100 * scale)
        if isinstance(value, Bounds) and value.low is not None:
            low = self.exact(value.low) * scale
            self.solver.add(variable > low if value.low_open else variable >= low)
        if isinstance(value, Bounds) and value.high is not None:
            high = self.exact(value.high) * scale
            self.solver.add(variable < high if value.high_open else variable <= high)

    def state(self, stated, share_of):
        size = self.number(share_of.whole)
        part = 100 * self.z3.Sum([self.number(part) for part in share_of.parts])
        self.solver.add(size > 0)
        if isinstance(stated, Bounds):
            self.limit(part, stated, size, percent=True)
        else:
            slack = rounding(stated)
            half = 50 if self.info[share_of.whole].unit.whole else 0
            self.solver.add(part >= self.exact(Fraction(stated) - slack) * size - half)
            self.solver.add(part <= self.exact(Fraction(stated) + slack) * size + half)

    def ask(self, atom, truth):
        left, size = atom.left, 1
        if isinstance(left, Amount):
            total = self.z3.Sum([self.number(fact.name) for fact in left.facts])
        elif self.at_face_value(atom):
            total = self.number(atom.alias)
        else:
            total = 100 * self.z3.Sum([self.number(fact.name) for fact in left.part.facts])
            size = self.z3.Sum([self.number(fact.name) for fact in left.whole.facts])
        if isinstance(atom.right, Multiple):
            limit = self.exact(atom.right.factor) * self.times(atom.right.fact.name, size)
        else:
            limit = self.exact(atom.right.value) * size
        asked = truth == COMPARE[atom.op](total, limit)
        free = not isinstance(size, int)
        self.solver.add(self.z3.Or(size == 0, asked) if free else asked)

    def at_face_value(self, atom):
        """Whether a stated percentage is compared, since not all of its counts are known."""
        counts = [self.values[fact.name] for fact in atom.left.facts]
        stated = self.values[atom.alias] if atom.alias else None
        return isinstance(stated, Decimal) and not all(isinstance(n, int | Decimal) for n in counts)

    def times(self, name, size):
        """A rate times a whole; unknown, it is a real within its limits, to stay linear."""
        if isinstance(self.values[name], Decimal) or isinstance(size, int):
            return self.number(name) * size
        key = f"{name} * {size}"
        if key not in self.numbers:
            self.numbers[key] = self.z3.Real(key)
            self.limit(self.numbers[key], self.values[name], size, percent=True)
        return self.numbers[key]


# --- The solver --------------------------------------------------------------------------------

NAMES = ("a", "b", "c")


@st.composite
def systems(draw, constants=12):
    found = []
    for _ in range(draw(st.integers(1, 5))):
        factors = {name: draw(st.integers(-5, 5)) for name in NAMES}
        found.append((factors, draw(st.integers(-constants, constants)), draw(st.booleans())))
    return found


def boxed(system, high):
    rows = [linear(factors, constant, strict=strict) for factors, constant, strict in system]
    for name in NAMES:
        rows += [linear({name: 1}, 0), linear({name: -1}, high)]
    return rows


@settings(SLOW, max_examples=300)
@given(systems(), st.integers(0, 6))
def test_the_solver_agrees_with_trying_all_whole_numbers(system, high):
    def holds(values):
        for factors, constant, strict in system:
            total = sum(factors[name] * value for name, value in values.items()) + constant
            if total < 0 or (strict and total == 0):
                return False
        return True

    tried = any(
        holds(dict(zip(NAMES, values, strict=True)))
        for values in product(range(high + 1), repeat=len(NAMES))
    )
    assert feasible(boxed(system, high), frozenset(NAMES)) is tried


@settings(SLOW, max_examples=300)
@given(systems(60), st.sets(st.sampled_from(NAMES)), st.booleans(), st.integers(1, 7))
def test_the_solver_agrees_with_z3_on_whole_and_real_numbers(system, whole, bounded, scale):
    z3 = pytest.importorskip("z3")
    variables = {name: z3.Int(name) if name in whole else z3.Real(name) for name in NAMES}
    rows = boxed(system, 40) if bounded else boxed(system, 40)[: len(system)]
    # A fraction on the way in must not change what is asked.
    rows += [linear({"a": Fraction(1, scale), "b": Fraction(-1, 3)}, Fraction(7, 2))]
    solver = z3.Solver()
    for factors, constant, strict in rows:
        total = z3.Sum([factor * variables[name] for name, factor in factors]) + constant
        solver.add(total > 0 if strict else total >= 0)
    assert feasible(rows, frozenset(whole)) is (solver.check() == z3.sat)


# Factors of a and b, and the constant; the second system holds for (-3, 0) and (-3, 1) alone.
NARROW = {
    "none": [(3, 4, -26), (6, 7, -10), (5, -3, 23), (-7, -2, 13)],
    "two": [(-4, 2, -3), (-4, -7, -5), (-7, 4, -20), (4, 1, 13)],
}


@pytest.mark.parametrize("name", NARROW)
@pytest.mark.parametrize("away", [0, 100_000, -100_000])
def test_narrow_room_is_searched_for_whole_numbers_wherever_it_lies(name, away):
    rows = [linear({"a": a, "b": b}, c - (a + b) * away) for a, b, c in NARROW[name]]
    assert feasible(rows, frozenset("ab")) is (name == "two")
    assert feasible(rows, frozenset())
