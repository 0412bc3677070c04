"""The groups of letters that a symbol is made of: parting, spelling and joining them."""

from __future__ import annotations

import re

from dantoc_policy.law.symbols.letters import LOOK_ALIKES, party_issuers, state_issuers, state_types

# The term in digits; the ninth and tenth were also printed in Roman numerals.
ASSEMBLY = re.compile(r"(?P<body>QH|UBTVQH)(?P<term>[0-9]{1,2}|IX|X|XI)", re.IGNORECASE)
JOINT = frozenset({"TTLT", "NQLT", "KHLT", "TT-LT", "TTLB", "TT-LB", "CTLT", "QCLT", "CTrLT"})
# Bodies and types whose letters alone, after a dash or a slash, made a symbol before 1997.
HISTORIC = frozenset({"CP", "TTg", "CT", "HĐBT", "SL", "SLT", "NĐ", "HĐCP", "TVQH", "LCT"})
# Bodies that always number as the State does.
STATE_BODIES = frozenset({"UBND", "HĐND", "TTg", "CP", "CTUBND", "UBDT", "VPCP"})
_GROUPS = re.compile(r"([-./_])")


def split_groups(printed: str) -> tuple[list[str], list[str]]:
    """Give the groups of a symbol and the marks between them.

    >>> split_groups("QĐ-UBND.VX")
    (['QĐ', 'UBND', 'VX'], ['-', '.'])
    """
    parts = _GROUPS.split(printed.translate(LOOK_ALIKES))
    return parts[::2], parts[1::2]


def join_groups(groups: list[str], marks: list[str]) -> str:
    """Put groups and the marks between them together again."""
    text = groups[0]
    for mark, group in zip(marks, groups[1:], strict=True):
        text += mark + group
    return text


def spell_groups(groups: list[str]) -> list[str]:
    """Give each group the spelling of the tables; the first may be a type, all may be bodies."""
    spelled: list[str] = []
    for place, group in enumerate(groups):
        found = state_types().find(group) if place == 0 else None
        if found is None and (match := ASSEMBLY.fullmatch(group)):
            found = match["body"].upper() + match["term"]
        if found is None:
            found = state_issuers().find(group) or party_issuers().find(group)
        spelled.append(found or group)
    return spelled


def bodies_and_unit(rest: list[str], *, joint: bool) -> tuple[tuple[str, ...], str | None]:
    """Give the bodies and the drafting unit that the groups behind the type name."""
    if joint or not rest:
        return tuple(rest), None
    return (rest[0],), "-".join(rest[1:]) or None
