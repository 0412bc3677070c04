"""The table reading of a rule: outcome, what is possible, grounds, what is missing, problems.

Every answer is plain Kleene logic over one row's facts. It never contradicts the scalar decision
(`decide`), which also knows what relations between figures force and so may say more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dantoc_policy.rules.exact.compiled import compiled
from dantoc_policy.rules.rule import Rule
from dantoc_policy.rules.terms.answers import ADD, facts_of, is_wide, result_names, result_terms
from dantoc_policy.rules.terms.figures import Figure, Figures, Kind
from dantoc_policy.rules.terms.input_gate import gate
from dantoc_policy.rules.terms.narwhals_algebra import NarwhalsAlgebra, nw
from dantoc_policy.rules.terms.rule_terms import RuleTerms
from dantoc_policy.rules.terms.sheet import Sheet, Term

Frame = Any
"""A Narwhals DataFrame or LazyFrame; the same kind comes back."""


def decide_table(  # noqa: PLR0913 - a table can be asked in as many ways
    rule: Rule,
    frame: Frame,
    columns: Mapping[str, str] | None = None,
    *,
    readings: Mapping[str, str] | None = None,
    add: Sequence[str] = ADD,
    prefix: str = "",
    derived: Mapping[str, nw.Expr] | None = None,
    check: bool = True,
    staged: bool = True,
) -> Frame:
    """Add the answers of a rule to a Narwhals frame whose nulls are nulls.

    `columns` names the column of each fact, by default the fact's own name. `derived` gives
    truths that hold where the frame does not know them. `check=False` decides also rows that
    contradict themselves; say so only of figures that were checked before. Raises `InputError`
    where the frame has none of the rule's facts, or a column of the wrong type, or already a
    column of the name of a result.

    >>> import narwhals as nw, polars as pl
    >>> from dantoc_policy.instruments import qd_33_2020
    >>> frame = nw.from_native(pl.DataFrame({"minority_share": [92.0, 7.5, None]}))
    >>> decide_table(qd_33_2020.COMMUNE, frame, add=["outcome", "possible"]).rows()
    [(92.0, None, 'III|I|II'), (7.5, 'outside', 'outside'), (None, None, 'III|I|II|outside')]
    """
    read = rule.read(readings)
    names = frame.collect_schema().names()
    found = {name: name for name in read.record.facts() if name in names}
    found = found if columns is None else dict(columns)
    results = result_names(read, names, found, add=add, prefix=prefix)
    asked = facts_of(read)
    sheet = Sheet(NarwhalsAlgebra(), _unused(names), staged=staged)
    known = gate(frame, read.record, found if check else _only(found, asked), sheet)
    for name, expression in (derived or {}).items():
        if name in asked:
            known[name] = _derived(sheet, known.get(name), expression)
    terms = RuleTerms(
        read, Figures(sheet, known, compiled(read).atoms), check=check, wide=is_wide(add)
    )
    answers = result_terms(terms, add)
    # Eager Polars is worked on lazily: one pass over the rows then does for all stages.
    eager = isinstance(frame, nw.DataFrame) and frame.implementation.is_polars()
    frame = frame.lazy() if eager else frame
    for stage in sheet.stages:
        frame = frame.with_columns(*(term.alias(name) for name, term in stage.items()))
    frame = frame.select(
        *(nw.col(name) for name in names),
        *(answers[name].expression.alias(column) for name, column in results.items()),
    )
    return frame.collect() if eager else frame


def _only(columns: Mapping[str, str], asked: frozenset[str]) -> dict[str, str]:
    return {name: column for name, column in columns.items() if name in asked}


def _derived(sheet: Sheet, figure: Figure | None, expression: nw.Expr) -> Figure:
    term = Term(sheet.algebra, expression)
    term = term if figure is None else figure.term.or_else(term)
    return Figure(sheet.keep(term, "derived"), Kind.TRUTH)


def _unused(names: Sequence[str]) -> str:
    """Give a prefix that no column of the table begins with, in any case of letters."""
    prefix = "_dantoc_"
    while any(name.lower().startswith(prefix) for name in names):
        prefix += "_"
    return prefix
