"""The table of all rules: what `lint_text` looks for, and what the reference page lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from dantoc_policy.errors import InputError
from dantoc_policy.law.lint import (
    chronology,
    completeness,
    dates,
    digits,
    era_forms,
    eras,
    existence,
    force,
    heading,
    issuing,
    kinds,
    odd_letters,
    repetition,
    separators,
    spelling,
    terms,
    titles,
    year_in_number,
)
from dantoc_policy.law.lint.rule import Rule

_MODULES = (
    spelling,
    separators,
    digits,
    kinds,
    odd_letters,
    era_forms,
    eras,
    existence,
    terms,
    issuing,
    dates,
    chronology,
    repetition,
    completeness,
    heading,
    titles,
    year_in_number,
    force,
)
_FAMILIES = "WNTEPIDCF"


@cache
def rules() -> Mapping[str, Rule]:
    """Give all rules by their codes, in the order of the reference page.

    >>> rules()["W1"].name.vi
    'tên loại trái với ký hiệu'
    """
    found = [rule for module in _MODULES for rule in module.RULES]
    ordered = sorted(found, key=lambda rule: (_FAMILIES.index(rule.code[0]), int(rule.code[1:])))
    return {rule.code: rule for rule in ordered}


def chosen(codes: Iterable[str] | None) -> tuple[Rule, ...]:
    """Give the rules of some codes; all of them where none are named.

    Raises:
        InputError: `lint.unknown_rule` where there is no rule of that code.
    """
    table = rules()
    if codes is None:
        return tuple(table.values())
    wanted = [codes] if isinstance(codes, str) else list(codes)
    for code in wanted:
        if code not in table:
            raise InputError.of(
                "lint.unknown_rule",
                vi=f"không có quy tắc “{code}”.",
                en=f"there is no rule “{code}”.",
                mend_vi="Dùng một trong: " + ", ".join(table) + ".",
                mend_en="Use some of: " + ", ".join(table) + ".",
            )
    return tuple(table[code] for code in table if code in wanted)
