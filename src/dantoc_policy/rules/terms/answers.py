"""The results that a rule can give for every row, whatever the rows live in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from dantoc_policy.errors import InputError
from dantoc_policy.rules.exact.atom import NumberAtom
from dantoc_policy.rules.exact.compiled import compiled
from dantoc_policy.rules.rule import Rule
from dantoc_policy.rules.terms.grounds import grounds
from dantoc_policy.rules.terms.missing import missing
from dantoc_policy.rules.terms.rule_terms import RuleTerms
from dantoc_policy.rules.terms.sheet import Term

ADD = ("outcome", "possible", "provision", "missing", "problems")
"""The columns that a table is given by default, in the order in which they are added."""
_KNOWN = (*ADD, "code")


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
        "code": lambda: terms.code,
    }
    return {name: build[name]() for name in _checked(add)}


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


def _codes(terms: RuleTerms) -> Term:
    """Give the codes of what is wrong with a row, joined by "|"; null where nothing is."""
    sheet = terms.sheet
    if terms.refused is None:
        return sheet.text(None)
    codes = [term.then(sheet.text(code)) for code, term in terms.problems.items()]
    return terms.refused.then(sheet.joined(codes, "|"))


def _checked(add: Sequence[str]) -> list[str]:
    """Give the wanted results in the order of the table; raise `InputError` for others."""
    if unknown := [name for name in add if name not in _KNOWN]:
        raise InputError.of(
            "table.unknown_result",
            place="add",
            vi=f"không có cột kết quả {', '.join(unknown)}.",
            en=f"there is no result {', '.join(unknown)}.",
            mend_vi=f"Chọn trong: {', '.join(_KNOWN)}.",
            mend_en=f"Choose from: {', '.join(_KNOWN)}.",
        )
    return [name for name in _KNOWN if name in add]


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
