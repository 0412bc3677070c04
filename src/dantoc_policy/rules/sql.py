"""The SQL reading of a rule: one SELECT that answers for every row of a table.

NULL is unknown, and SQL's own three-valued logic does the rest. Numbers are read as DOUBLE, in
which cross products of counts are exact up to `figures.LARGEST` and never overflow; larger ones,
and rows that contradict themselves, are not decided. A NaN counts as NULL in a column of any
number type, since all of them are cast. Truths must be boolean columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dantoc_policy.errors import InputError
from dantoc_policy.rules.exact.compiled import compiled
from dantoc_policy.rules.quantity import Factual
from dantoc_policy.rules.rule import Rule
from dantoc_policy.rules.terms.answers import facts_of, is_wide, result_names, result_terms
from dantoc_policy.rules.terms.figures import Figure, Figures, Kind
from dantoc_policy.rules.terms.rule_terms import RuleTerms
from dantoc_policy.rules.terms.sheet import Sheet, Term
from dantoc_policy.rules.terms.sql_algebra import SqlAlgebra, exp
from dantoc_policy.values.unit import Unit


def to_sql(
    rule: Rule,
    *,
    dialect: str = "duckdb",
    table: str = "communes",
    readings: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
    keep: Sequence[str] = (),
    add: Sequence[str] = ("outcome", "possible"),
) -> str:
    """Write a rule as SQL: the columns of `keep` and of the facts, then the results.

    `columns` names the column of each fact that the table has; without it the table must have
    every fact that the rule reads, under its own name. `keep` names further columns to give.

    >>> from dantoc_policy.instruments import nd_272_2025
    >>> columns = {"communes": "so_xa", "minority_communes": "so_xa_dtts"}
    >>> text = to_sql(nd_272_2025.PROVINCE, table="provinces", columns=columns)
    >>> print(text.splitlines()[0])
    WITH dantoc_1 AS (
    """
    read = rule.read(readings)
    asked = facts_of(read)
    found = {name: name for name in read.record.facts() if name in asked}
    found = found if columns is None else dict(columns)
    names = [*dict.fromkeys((*keep, *found.values()))]
    results = result_names(read, names, found, add=add)
    sheet = Sheet(SqlAlgebra(), "_dantoc_")
    figures = Figures(sheet, _figures(read.record, found, sheet), compiled(read).atoms)
    answers = result_terms(RuleTerms(read, figures, wide=is_wide(add)), add)
    source: Any = exp.to_table(table)
    query = exp.Select()
    for number, stage in enumerate(sheet.stages, start=1):
        name = f"dantoc_{number}"
        step = exp.select("*").from_(source)
        step = step.select(*(exp.alias_(term, key, quoted=True) for key, term in stage.items()))
        query = query.with_(name, as_=step, copy=False)
        source = exp.to_table(name)
    query = query.select(*(exp.column(name, quoted=True) for name in names))
    query = query.select(
        *(exp.alias_(answers[key].expression, name) for key, name in results.items())
    )
    return _printed(query.from_(source), dialect)


def _figures(record: type[Factual], columns: Mapping[str, str], sheet: Sheet) -> dict[str, Figure]:
    algebra, found = SqlAlgebra(), dict[str, Figure]()
    for name, column in columns.items():
        info = record.facts().get(name)
        if info is None:
            continue
        if info.unit.numeric:
            term = sheet.keep(Term(algebra, algebra.figure(column)), f"{name}_")
            found[name] = Figure(term, Kind.REAL)
        else:
            kind = Kind.TRUTH if info.unit is Unit.TRUTH else Kind.WORD
            found[name] = Figure(sheet.column(column), kind)
    return found


def _printed(query: Any, dialect: str) -> str:
    try:
        return str(query.sql(dialect=dialect, pretty=True))
    except ValueError:
        raise InputError.of(
            "sql.unknown_dialect",
            place="dialect",
            vi=f"không có phương ngữ SQL {dialect!r}.",
            en=f"there is no SQL dialect {dialect!r}.",
            mend_vi="Chọn duckdb, postgres hoặc spark.",
            mend_en="Choose duckdb, postgres or spark.",
        ) from None
