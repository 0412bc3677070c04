"""The table reading of a rule: outcome, what is possible, grounds, what is missing, problems.

Every answer is plain Kleene logic over one row's facts. It never contradicts the scalar decision
(`decide`), which also knows what relations between figures force and so may say more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from dantoc_policy.errors import InputError
from dantoc_policy.rules.atom import NumberAtom
from dantoc_policy.rules.compiled import compiled
from dantoc_policy.rules.figures import Figure, Figures, Kind
from dantoc_policy.rules.input_gate import gate
from dantoc_policy.rules.narwhals_algebra import NarwhalsAlgebra, nw
from dantoc_policy.rules.rule import Rule
from dantoc_policy.rules.rule_terms import RuleTerms
from dantoc_policy.rules.sheet import Sheet, Term
from dantoc_policy.rules.table_grounds import grounds
from dantoc_policy.rules.table_missing import missing

ADD = ("outcome", "possible", "provision", "missing", "problems")
"""The columns that a table can be given, in the order in which they are added."""

Frame = Any
"""A Narwhals DataFrame or LazyFrame; the same kind comes back."""


def decide_table(
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
    terms = RuleTerms(read, Figures(sheet, known), check=check, wide=is_wide(add))
    answers = result_terms(terms, add)
    for stage in sheet.stages:
        frame = frame.with_columns(*(term.alias(name) for name, term in stage.items()))
    return frame.select(
        *(nw.col(name) for name in names),
        *(answers[name].expression.alias(column) for name, column in results.items()),
    )


def result_names(
    rule: Rule,
    names: Sequence[str],
    columns: Mapping[str, str],
    *,
    add: Sequence[str] = ADD,
    prefix: str = "",
) -> dict[str, str]:
    """Give the column of each wanted result; raise `InputError` where the table cannot have it.

    `names` are the columns of the table, `columns` those of them that hold facts.
    """
    if not facts_of(rule) & columns.keys():
        raise _no_facts(rule, names)
    results = {name: f"{prefix}{name}" for name in _checked(add)}
    _check_free(results.values(), names)
    return results


def result_terms(terms: RuleTerms, add: Sequence[str]) -> dict[str, Term]:
    """Give the wanted results as terms."""
    build: Mapping[str, Callable[[], Term]] = {
        "outcome": lambda: terms.outcome,
        "possible": lambda: terms.possible,
        "provision": lambda: grounds(terms),
        "missing": lambda: missing(terms),
        "problems": lambda: _codes(terms),
    }
    return {name: build[name]() for name in _checked(add)}


def _codes(terms: RuleTerms) -> Term:
    """Give the codes of what is wrong with a row, joined by "|"; null where nothing is."""
    sheet = terms.sheet
    if terms.refused is None:
        return sheet.text(None)
    codes = [term.then(sheet.text(code)) for code, term in terms.problems.items()]
    return terms.refused.then(sheet.joined(codes, "|"))


@cache
def facts_of(rule: Rule) -> frozenset[str]:
    """Give the names of the facts that a rule, once read, asks for, with stated percentages."""
    found: set[str] = set()
    for atom in compiled(rule).atoms:
        found.update(atom.names)
        if isinstance(atom, NumberAtom) and atom.alias is not None:
            found.add(atom.alias)
    return frozenset(found)


def is_wide(add: Sequence[str]) -> bool:
    """Say whether so much is asked that every condition is worth a column."""
    return not {"provision", "missing"}.isdisjoint(add)


def _only(columns: Mapping[str, str], asked: frozenset[str]) -> dict[str, str]:
    return {name: column for name, column in columns.items() if name in asked}


def _derived(sheet: Sheet, figure: Figure | None, expression: nw.Expr) -> Figure:
    term = Term(sheet.algebra, expression)
    term = term if figure is None else figure.term.or_else(term)
    return Figure(sheet.keep(term, "derived"), Kind.TRUTH)


def _checked(add: Sequence[str]) -> list[str]:
    """Give the wanted results in the order of the table; raise `InputError` for others."""
    if unknown := [name for name in add if name not in ADD]:
        raise InputError.of(
            "table.unknown_result",
            place="add",
            vi=f"không có cột kết quả {', '.join(unknown)}.",
            en=f"there is no result {', '.join(unknown)}.",
            mend_vi=f"Chọn trong: {', '.join(ADD)}.",
            mend_en=f"Choose from: {', '.join(ADD)}.",
        )
    return [name for name in ADD if name in add]


def _check_free(results: Iterable[str], names: Sequence[str]) -> None:
    taken = [name for name in results if name.lower() in {known.lower() for known in names}]
    if taken:
        raise InputError.of(
            "table.column_taken",
            place=", ".join(taken),
            vi="bảng đã có cột mang tên này.",
            en="the table already has a column of this name.",
            mend_vi='Thêm tiền tố cho cột kết quả: prefix="kq_".',
            mend_en='Give the results a prefix: prefix="result_".',
        )


def _no_facts(rule: Rule, names: Sequence[str]) -> InputError:
    wanted = ", ".join(sorted(facts_of(rule))[:8])
    shown = ", ".join(names[:8]) or "-"
    return InputError.of(
        "table.no_facts",
        place=rule.key,
        vi=f"bảng không có cột số liệu nào mà quy tắc cần; các cột: {shown}.",
        en=f"the table has none of the facts that the rule asks for; its columns: {shown}.",
        mend_vi=f"Đặt tên cột theo số liệu, như {wanted}; hoặc cho columns=...",
        mend_en=f"Name columns after facts, such as {wanted}; or pass columns=...",
    )


def _unused(names: Sequence[str]) -> str:
    """Give a prefix that no column of the table begins with, in any case of letters."""
    prefix = "_dantoc_"
    while any(name.lower().startswith(prefix) for name in names):
        prefix += "_"
    return prefix
