"""The provisions that decide a row, joined as text: the same as `Evaluation.provisions` gives.

Which leaves can be grounds of a case, with which provision, does not depend on the row; a row
only says which of them hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from dantoc_policy.law.provision import Provision
from dantoc_policy.rules.condition import AllOf, AnyOf, Compare, Condition, Joined, Not
from dantoc_policy.rules.rule import Case
from dantoc_policy.rules.terms.rule_terms import RuleTerms
from dantoc_policy.rules.terms.sheet import Term, every, some

Piece = tuple[str, Term | None]


def grounds(terms: RuleTerms) -> Term:
    """Give the deciding provisions of every row, null where it is undetermined."""
    arms = []
    for number, case in enumerate(terms.rule.cases):
        pieces = list(_merged(_pieces(terms, case)))
        if not pieces:
            continue
        shown = [_shown(terms, pieces, place) for place in range(len(pieces))]
        joined = shown[0] if len(shown) == 1 else terms.sheet.joined(shown, "; ")
        arms.append((terms.case.equals(number), joined))
    return terms.sheet.cases(arms) if arms else terms.sheet.text(None)


def _pieces(terms: RuleTerms, case: Case) -> Iterator[Piece]:
    """Give the texts in their order, each with where it is a ground; None is wherever decided."""
    if case.provision is not None:
        yield case.provision.text(), None
    if case.when is not None:
        yield from _below(terms, case.when, case.provision, None, want=True)


def _below(
    terms: RuleTerms,
    condition: Condition,
    above: Provision | None,
    active: Term | None,
    *,
    want: bool,
) -> Iterator[Piece]:
    """Go down the conditions whose truth is the wanted one, as `Finding.grounds` does."""
    provision = condition.provision or above
    parts = condition.parts if isinstance(condition, Joined) else condition.children
    if isinstance(condition, Compare) or not parts:
        if provision is not None:
            yield provision.text(), active
        return
    wanted = want is not isinstance(condition, Not)
    # Where all hold, each does; where none of them holds, each fails.
    follows = isinstance(condition, Not | (AllOf if want else AnyOf))
    for part in parts:
        below = active
        if not follows:
            truth = terms.truth(terms.node(part))
            holds = (truth if wanted else ~truth).filled(value=False)
            below = terms.sheet.keep(holds if active is None else active & holds, "ground")
        yield from _below(terms, part, provision, below, want=wanted)


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Make one piece of neighbours that print alike."""
    last: tuple[str, list[Term | None]] | None = None
    for text, active in pieces:
        if last is not None and last[0] == text:
            last[1].append(active)
            continue
        if last is not None:
            yield last[0], _any(last[1])
        last = (text, [active])
    if last is not None:
        yield last[0], _any(last[1])


def _any(found: list[Term | None]) -> Term | None:
    distinct = list({id(term): term for term in found}.values())
    present = [term for term in distinct if term is not None]
    return some(present) if len(present) == len(distinct) else None


def _shown(terms: RuleTerms, pieces: list[Piece], place: int) -> Term:
    """Give the text where it holds and does not come again later."""
    text, active = pieces[place]
    later = [other for found, other in pieces[place + 1 :] if found == text]
    if None in later:
        return terms.sheet.text(None)
    conditions = [] if active is None else [active]
    conditions += [~term for term in later if term is not None]
    shown = terms.sheet.text(text)
    return every(conditions).then(shown) if conditions else shown
