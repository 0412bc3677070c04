"""Reading the symbols of State numbers: 33/2020/QĐ-TTg, 88/2019/QH14, 830/BDT-VP."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import evolve

from dantoc_policy.law.symbols.letters import party_only, party_types, state_issuers, state_types
from dantoc_policy.law.symbols.symbol import Family, Repair, Symbol
from dantoc_policy.law.symbols.symbol_groups import (
    ASSEMBLY,
    HISTORIC,
    JOINT,
    STATE_BODIES,
    bodies_and_unit,
    join_groups,
    spell_groups,
    split_groups,
)

_ROMAN = {"IX": 9, "X": 10, "XI": 11}
_PARTY_LETTERS = frozenset({"TW", "TU", "HU"})


@lru_cache(maxsize=4096)
def read_state_symbol(printed: str, *, dated: bool) -> Symbol:
    """Read the letters after the last slash of a State number; `dated`: it has a year.

    >>> read_state_symbol("QD-TTG", dated=True).text
    'QĐ-TTg'
    >>> read_state_symbol("NQ-QH14", dated=True).canonical
    'QH14'
    >>> read_state_symbol("BDT-VP", dated=False).family
    'letter'
    """
    groups, marks = split_groups(printed)
    spelled = spell_groups(groups)
    repairs: list[Repair] = []
    if spelled != groups:
        repairs.append("letters")
    if glued := _unglue(spelled[0]):
        spelled[:1] = glued
        marks.insert(0, "-")
        repairs.append("dash")
        if glued[1] in {"TW", "TU", "HU"}:
            text = f"{glued[0]}/{glued[1]}"
            return Symbol(
                text, "party", glued[0], (glued[1],), canonical=f"-{text}", repairs=("separators",)
            )
    text = join_groups(spelled, marks)
    if len(spelled) > 1 and spelled[-1] in party_only():
        party = _mixed(spelled, marks)
        if party is not None:
            return party
    found = _state(text, spelled, tuple(repairs), dated=dated)
    # With a year it is the form of the first years after 1997 (53/1999/TT/BTC), and stays.
    slashed = marks[:1] == ["/"] and not dated
    if slashed and found.types == spelled[0] and state_issuers().find(spelled[1]):
        canonical = f"{spelled[0]}-{join_groups(spelled[1:], marks[1:])}"  # QĐ/UBTDTT-TTI
        return evolve(found, canonical=canonical, repairs=(*found.repairs, "separators"))
    return found


def _state(text: str, groups: list[str], repairs: tuple[Repair, ...], *, dated: bool) -> Symbol:
    types: str | None = None
    rest = groups
    if len(groups) > 1 and "-".join(groups[:2]) in JOINT:
        types, rest = "-".join(groups[:2]), groups[2:]
    elif state_types().find(groups[0]) == groups[0] and (len(groups) > 1 or groups[0] != "CT"):
        types, rest = groups[0], groups[1:]
    if rest and (match := ASSEMBLY.fullmatch(rest[-1])):
        return _assembly(text, types, rest, match, repairs, dated=dated)
    if types is None:
        return _typeless(text, groups, repairs, dated=dated)
    bodies, unit = bodies_and_unit(rest, joint=types in JOINT)
    family: Family = "joint" if types in JOINT else "consolidated" if types == "VBHN" else "state"
    return Symbol(text, family, types, bodies, unit, canonical=text, repairs=repairs)


def _assembly(
    text: str,
    types: str | None,
    rest: list[str],
    match: re.Match[str],
    repairs: tuple[Repair, ...],
    *,
    dated: bool,
) -> Symbol:
    body = match["body"].upper()
    term = _ROMAN.get(match["term"].upper()) or int(match["term"])
    if types in JOINT:
        return Symbol(text, "joint", types, (body, *rest[:-1]), None, term, text, repairs)
    # With a year, only ordinances and resolutions of terms up to XII kept letters of the type.
    first_without = 8 if body == "QH" else 12
    if dated and types and term > first_without:
        bare = f"{body}{match['term']}"
        return Symbol(
            text, "assembly", types, (body,), None, term, bare, (*repairs, "assembly_letters")
        )
    canonical = text if match["term"].isdigit() else text.replace(match["term"], str(term))
    return Symbol(text, "assembly", types, (body,), None, term, canonical, repairs)


def _typeless(text: str, groups: list[str], repairs: tuple[Repair, ...], *, dated: bool) -> Symbol:
    first = groups[0]
    if first in state_issuers().exact:
        alone = len(groups) == 1
        family: Family = "historic" if alone and first in HISTORIC else "letter"
        unit = "-".join(groups[1:]) or None
        return Symbol(text, family, None, (first,), unit, canonical=text, repairs=repairs)
    if first in HISTORIC and len(groups) == 1 and not dated:
        return Symbol(text, "historic", None, (first,), canonical=text, repairs=repairs)
    return Symbol(text, "unknown", None, (), canonical=text, repairs=repairs)


def _mixed(groups: list[str], marks: list[str]) -> Symbol | None:
    """A Party symbol in the State's form: 65/KL-TW."""
    types = party_types().find(groups[0])
    if types is None or groups[-1] not in party_only():
        return None
    text = f"{types}/{join_groups(groups[1:], marks[1:])}"
    return Symbol(text, "party", types, (groups[-1],), None, None, f"-{text}", ("separators",))


def _unglue(group: str) -> list[str] | None:
    """Part a type from the body it is printed together with: QĐUBND."""
    if state_types().find(group) or state_issuers().find(group) or ASSEMBLY.fullmatch(group):
        return None
    for end in range(2, len(group) - 1):
        types = state_types().find(group[:end])
        body = state_issuers().find(group[end:])
        if body not in STATE_BODIES and body not in {"UB", "CTN"}:
            body = group[end:] if group[end:] in {"TW", "TU", "HU"} else None
        if types and body:
            return [types, body]
    return None
