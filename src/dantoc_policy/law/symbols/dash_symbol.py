"""Reading the symbols behind a dash: 65-KL/TW of the Party, 64-CP and the like before 1997."""

from __future__ import annotations

import re
from functools import lru_cache

from dantoc_policy.law.symbols.letters import (
    LOOK_ALIKES,
    party_issuers,
    party_types,
    state_issuers,
    state_types,
)
from dantoc_policy.law.symbols.symbol import Family, Repair, Symbol
from dantoc_policy.law.symbols.symbol_groups import (
    HISTORIC,
    JOINT,
    STATE_BODIES,
    bodies_and_unit,
    join_groups,
    spell_groups,
    split_groups,
)

# A dash before these types and a slash before bodies of the State is a number printed wrongly.
_STATE_TYPES = frozenset(
    {"NQ", "QĐ", "KH", "BC", "TB", "CTr", "TTr", "HD", "KL", "CV", "GM", "CĐ", "ĐA", "PA", "NĐ"}
)
_STATE_COUNCIL = re.compile(r"HĐNN[0-9]{1,2}|CTN|LB|PPCĐ")
_GLUED_BODIES = frozenset({"TW", "TU", "HU"})
# Ministries of the 1950s to 1990s put the type behind their own letters: 478-BYT-QĐ.
_TYPES_BEHIND = frozenset({"QĐ", "TT", "NĐ", "CT"})
# Letters that a Party type shares with a body or type of the State's forms before 1997.
_SHARED = frozenset({"TC", "TT", "L", "LCT"})


@lru_cache(maxsize=4096)
def read_dash_symbol(printed: str) -> Symbol:
    """Read what follows the dash of a Party number or of a form before 1997.

    >>> read_dash_symbol("KL/TW").family, read_dash_symbol("CP").family
    ('party', 'historic')
    >>> read_dash_symbol("KH/UBND").canonical
    '/KH-UBND'
    """
    printed = printed.translate(LOOK_ALIKES)
    head, slash, tail = printed.partition("/")
    if not slash:
        return _dash_only(printed)
    types = party_types().find(head) or party_types().find(head.partition("-")[0])
    body_groups, body_marks = split_groups(tail)
    body = party_issuers().find(body_groups[0])
    if types is None or (body is None and not _party_like(head, body_groups[0])):
        return _dash_state(head, body_groups, body_marks)
    suffix = head.partition("-")[2]
    body_groups[0] = body or body_groups[0]
    first = f"{types}-{suffix}" if suffix else types
    text = f"{first}/{join_groups(body_groups, body_marks)}"
    repairs: tuple[Repair, ...] = () if text == printed else ("letters",)
    unit = "-".join(body_groups[1:]) or None
    family: Family = "party" if body or body_groups[0][:1].isupper() else "unknown"
    return Symbol(text, family, types, (body_groups[0],), unit, canonical=text, repairs=repairs)


def _dash_state(head: str, groups: list[str], marks: list[str]) -> Symbol:
    """A dash where the State writes a slash, or a form before 1997 (`121-TCTK/PPCĐ`)."""
    spelled = spell_groups(groups)
    tail = join_groups(spelled, marks)
    types = state_types().find(head)
    if spelled[0] in JOINT:  # 01-TANDTC-VKSNDTC/TTLT
        bodies = tuple(state_issuers().find(part) or part for part in head.split("-"))
        text = f"{'-'.join(bodies)}/{tail}"
        return Symbol(text, "joint", spelled[0], bodies, None, None, text)
    first = state_issuers().find(spelled[0])
    if types in _STATE_TYPES and first in STATE_BODIES:
        text = f"{types}-{tail}"
        bodies, unit = bodies_and_unit(spelled, joint=False)
        return Symbol(text, "state", types, bodies, unit, None, f"/{text}", ("separators",))
    body = state_issuers().find(head)
    known = body if head in _SHARED and body else types or body
    text = f"{known or head}/{tail}"
    if known is None:
        return Symbol(text, "unknown", canonical=text)
    bodies = (first,) if types and first else (body,) if body else ()
    return Symbol(text, "historic", types, bodies, None, None, text)


def _dash_only(printed: str) -> Symbol:
    groups, marks = split_groups(printed)
    spelled = spell_groups(groups)
    text = join_groups(spelled, marks)
    return _dashed_party(printed, spelled) or _dashed_state(text, spelled)


def _dashed_party(printed: str, spelled: list[str]) -> Symbol | None:
    """Read a Party symbol whose slash is a dash (24-NQ-TW) or lost (24-NQTW)."""
    if len(spelled) > 1:
        types, body = party_types().find(spelled[0]), party_issuers().find(spelled[1])
        if types and body:
            fixed = f"{types}/{'-'.join([body, *spelled[2:]])}"
            return Symbol(fixed, "party", types, (body,), canonical=fixed, repairs=("separators",))
        return None
    types, body = party_types().find(printed[:-2]), printed[-2:]
    if types is None or body not in _GLUED_BODIES:
        return None
    fixed = f"{types}/{body}"
    return Symbol(fixed, "party", types, (body,), canonical=fixed, repairs=("dash",))


def _dashed_state(text: str, spelled: list[str]) -> Symbol:
    """Read a form before 1997: 64-CP, 548-QĐ, 109-NV, 103-NQ-TVQH, 95-BXD-VKT."""
    first, last = spelled[0], spelled[-1]
    if first in HISTORIC and (len(spelled) == 1 or first not in state_types().exact):
        return Symbol(text, "historic", None, (first,), canonical=text)
    if first in state_types().exact:
        types = "-".join(spelled[:2]) if "-".join(spelled[:2]) in JOINT else first
        bodies = tuple(spelled[types.count("-") + 1 :])
        return Symbol(text, "historic", types, bodies, canonical=text)
    if first in state_issuers().exact:
        types_behind = last if last in _TYPES_BEHIND else None
        return Symbol(text, "historic", types_behind, (first,), canonical=text)
    return Symbol(text, "unknown", canonical=text)


def _party_like(head: str, group: str) -> bool:
    """Whether a body of no Party table numbers as the Party does; councils of the State do not."""
    known = state_issuers().find(group)
    if known in STATE_BODIES or _STATE_COUNCIL.fullmatch(group):
        return False
    return known is None or head not in _SHARED
