"""The unknown facts of a row that its outcome still hangs on, by Kleene logic."""

from __future__ import annotations

from collections.abc import Iterator

from dantoc_policy.rules.condition import Compare, Condition
from dantoc_policy.rules.exact.atom import Atom
from dantoc_policy.rules.terms.logic import Ask, Negated, atoms_of
from dantoc_policy.rules.terms.rule_terms import UNDETERMINED, RuleTerms
from dantoc_policy.rules.terms.sheet import Term, some


def missing(terms: RuleTerms) -> Term:
    """Give the names of facts to ask for, joined by "|", null where the row is decided.

    A fact is named where it is unknown, an unanswered atom asks for it, and every condition above
    that atom is undetermined in a case that no earlier one shuts out.
    """
    sheet = terms.sheet
    asking: dict[Atom, list[Term]] = {}
    earlier: list[Term] = []
    for case, when in zip(terms.rule.cases, terms.whens, strict=False):
        if case.when is None:
            break
        asked = terms.unknown(when)
        for fails in earlier:
            asked = asked & fails
        for atom, term in _asked(terms, case.when, sheet.keep(asked, "asked")):
            asking.setdefault(atom, []).append(term)
        earlier.append((~terms.truth(when)).filled(value=True))
    by_fact: dict[str, list[Term]] = {}
    for atom, found in asking.items():
        open_ = some(list({id(term): term for term in found}.values()))
        kept = sheet.keep(open_, "open") if len(atom.names) > 1 else open_
        for name in atom.names:
            by_fact.setdefault(name, []).append(kept)
    names = []
    for name, found in by_fact.items():
        wanted = some(found)
        if name in terms.figures.known:
            wanted = terms.figures.known[name].term.is_null() & wanted
        names.append(wanted.then(sheet.text(name)))
    undecided = terms.case.equals(UNDETERMINED)
    if not names:
        return undecided.then(terms.unless_refused(sheet.text("")))
    return undecided.then(terms.unless_refused(sheet.joined(names, "|")))


def _asked(terms: RuleTerms, condition: Condition, asked: Term) -> Iterator[tuple[Atom, Term]]:
    """Give the atoms that an undetermined condition asks, each with where it does."""
    if isinstance(condition, Compare) or not condition.children:
        node = terms.node(condition)
        atoms = tuple(dict.fromkeys(atoms_of(node)))
        plain = isinstance(node, Ask) or (isinstance(node, Negated) and isinstance(node.part, Ask))
        for atom in atoms:
            yield atom, asked if plain else asked & terms.unknown(Ask(atom))
        return
    for child in condition.children:
        below = asked & terms.unknown(terms.node(child))
        yield from _asked(terms, child, terms.sheet.keep(below, "asked"))
