"""Reading the symbol of a document: the letters after its number, group by group."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from attrs import evolve, frozen

from dantoc_policy.law.letters import (
    LOOK_ALIKES,
    party_issuers,
    party_only,
    party_types,
    state_issuers,
    state_types,
)

Family = Literal[
    "assembly",  # 88/2019/QH14: the body's term stands for the type
    "state",  # 33/2020/QĐ-TTg, 303/KH-UBND: type, then body
    "letter",  # 830/BDT-VP: body, then the unit that drafted it; no type
    "joint",  # 02/2014/TTLT-BNV-UBDT
    "consolidated",  # 01/VBHN-UBDT
    "party",  # 65-KL/TW: type before the slash
    "historic",  # 64-CP, 327-CT, 121-TCTK/PPCĐ: before 1997
    "unknown",
]
Repair = Literal["assembly_letters", "letters", "dash", "separators"]

# The term in digits; the ninth and tenth were also printed in Roman numerals.
_ASSEMBLY = re.compile(r"(?P<body>QH|UBTVQH)(?P<term>[0-9]{1,2}|IX|X|XI)", re.IGNORECASE)
_ROMAN = {"IX": 9, "X": 10, "XI": 11}
_JOINT = frozenset({"TTLT", "NQLT", "KHLT", "TT-LT", "TTLB", "TT-LB", "CTLT", "QCLT", "CTrLT"})
# Bodies and types whose letters alone, after a dash or a slash, made a symbol before 1997.
_HISTORIC = frozenset({"CP", "TTg", "CT", "HĐBT", "SL", "SLT", "NĐ", "HĐCP", "TVQH", "LCT"})
# A dash before these types and a slash before these bodies is a State number printed wrongly.
_STATE_TYPES = frozenset(
    {"NQ", "QĐ", "KH", "BC", "TB", "CTr", "TTr", "HD", "KL", "CV", "GM", "CĐ", "ĐA", "PA", "NĐ"}
)
_STATE_BODIES = frozenset({"UBND", "HĐND", "TTg", "CP", "CTUBND", "UBDT", "VPCP"})
_STATE_COUNCIL = re.compile(r"HĐNN[0-9]{1,2}|CTN|LB|PPCĐ")
# Letters that a Party type shares with a body or type of the State's forms before 1997.
_SHARED = frozenset({"TC", "TT", "L", "LCT"})
_GROUPS = re.compile(r"([-./_])")


@frozen
class Symbol:
    """The letters of a symbol as they were meant, and what each group of them says.

    `text` has the spelling of the tables (Đ, case), `canonical` also the form that the rules of
    numbering ask for. `types` are the letters of the type, `bodies` those of the issuers, `unit`
    the drafting unit or field, `term` that of the National Assembly. `known` says whether any of
    the groups is in a table.
    """

    text: str
    family: Family
    types: str | None = None
    bodies: tuple[str, ...] = ()
    unit: str | None = None
    term: int | None = None
    canonical: str = ""
    repairs: tuple[Repair, ...] = ()

    @property
    def known(self) -> bool:
        """Whether any group is one of the tables."""
        return self.family != "unknown"


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
    groups, marks = _split(printed)
    spelled = _spell(groups)
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
    text = _joined(spelled, marks)
    if len(spelled) > 1 and spelled[-1] in party_only():
        party = _mixed(spelled, marks)
        if party is not None:
            return party
    found = _state(text, spelled, tuple(repairs), dated=dated)
    # With a year it is the form of the first years after 1997 (53/1999/TT/BTC), and stays.
    slashed = marks[:1] == ["/"] and not dated
    if slashed and found.types == spelled[0] and _spelled_state(spelled[1]):
        canonical = f"{spelled[0]}-{_joined(spelled[1:], marks[1:])}"  # QĐ/UBTDTT-TTI
        return evolve(found, canonical=canonical, repairs=(*found.repairs, "separators"))
    return found


def _state(text: str, groups: list[str], repairs: tuple[Repair, ...], *, dated: bool) -> Symbol:
    types: str | None = None
    rest = groups
    if len(groups) > 1 and "-".join(groups[:2]) in _JOINT:
        types, rest = "-".join(groups[:2]), groups[2:]
    elif state_types().find(groups[0]) == groups[0] and (len(groups) > 1 or groups[0] != "CT"):
        types, rest = groups[0], groups[1:]
    if rest and (match := _ASSEMBLY.fullmatch(rest[-1])):
        return _assembly(text, types, rest, match, repairs, dated=dated)
    if types is None:
        return _typeless(text, groups, repairs, dated=dated)
    bodies, unit = _bodies(rest, joint=types in _JOINT)
    family: Family = "joint" if types in _JOINT else "consolidated" if types == "VBHN" else "state"
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
    if types in _JOINT:
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
        family: Family = "historic" if alone and first in _HISTORIC else "letter"
        unit = "-".join(groups[1:]) or None
        return Symbol(text, family, None, (first,), unit, canonical=text, repairs=repairs)
    if first in _HISTORIC and len(groups) == 1 and not dated:
        return Symbol(text, "historic", None, (first,), canonical=text, repairs=repairs)
    return Symbol(text, "unknown", None, (), canonical=text, repairs=repairs)


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
    body_groups, body_marks = _split(tail)
    body = party_issuers().find(body_groups[0])
    if types is None or (body is None and not _party_like(head, body_groups[0])):
        return _dash_state(head, body_groups, body_marks)
    suffix = head.partition("-")[2]
    body_groups[0] = body or body_groups[0]
    first = f"{types}-{suffix}" if suffix else types
    text = f"{first}/{_joined(body_groups, body_marks)}"
    repairs: tuple[Repair, ...] = () if text == printed else ("letters",)
    unit = "-".join(body_groups[1:]) or None
    family: Family = "party" if body or _capital(body_groups[0]) else "unknown"
    return Symbol(text, family, types, (body_groups[0],), unit, canonical=text, repairs=repairs)


def _dash_state(head: str, groups: list[str], marks: list[str]) -> Symbol:
    """A dash where the State writes a slash, or a form before 1997 (`121-TCTK/PPCĐ`)."""
    spelled = _spell(groups)
    tail = _joined(spelled, marks)
    types = state_types().find(head)
    if spelled[0] in _JOINT:  # 01-TANDTC-VKSNDTC/TTLT
        bodies = tuple(state_issuers().find(part) or part for part in head.split("-"))
        text = f"{'-'.join(bodies)}/{tail}"
        return Symbol(text, "joint", spelled[0], bodies, None, None, text)
    first = _spelled_state(spelled[0])
    if types in _STATE_TYPES and first in _STATE_BODIES:
        text = f"{types}-{tail}"
        bodies, unit = _bodies(spelled, joint=False)
        return Symbol(text, "state", types, bodies, unit, None, f"/{text}", ("separators",))
    body = state_issuers().find(head)
    known = body if head in _SHARED and body else types or body
    text = f"{known or head}/{tail}"
    if known is None:
        return Symbol(text, "unknown", canonical=text)
    bodies = (first,) if types and first else (body,) if body else ()
    return Symbol(text, "historic", types, bodies, None, None, text)


def _dash_only(printed: str) -> Symbol:
    groups, marks = _split(printed)
    spelled = _spell(groups)
    text = _joined(spelled, marks)
    if len(spelled) == 1:
        if spelled[0] in _HISTORIC:
            return Symbol(text, "historic", None, (spelled[0],), canonical=text)
        if spelled[0] in state_types().exact:  # 548-QĐ
            return Symbol(text, "historic", spelled[0], canonical=text)
        if spelled[0] in state_issuers().exact:  # 109-NV
            return Symbol(text, "historic", None, (spelled[0],), canonical=text)
        for end in range(len(printed) - 1, 0, -1):
            types = party_types().find(printed[:end])
            body = party_issuers().find(printed[end:])
            if types and body and body in {"TW", "TU", "HU"}:
                fixed = f"{types}/{body}"
                return Symbol(fixed, "party", types, (body,), canonical=fixed, repairs=("dash",))
        return Symbol(text, "unknown", canonical=text)
    types = party_types().find(spelled[0])
    body = party_issuers().find(spelled[1])
    if types and body:
        fixed = f"{types}/{'-'.join([body, *spelled[2:]])}"
        return Symbol(fixed, "party", types, (body,), canonical=fixed, repairs=("separators",))
    if spelled[0] in state_types().exact:  # 103-NQ-TVQH, 21-TT-LB
        types = "-".join(spelled[:2]) if "-".join(spelled[:2]) in _JOINT else spelled[0]
        return Symbol(
            text, "historic", types, tuple(spelled[types.count("-") + 1 :]), None, None, text
        )
    if spelled[0] in _HISTORIC:
        return Symbol(text, "historic", None, (spelled[0],), canonical=text)
    return Symbol(text, "unknown", canonical=text)


def _mixed(groups: list[str], marks: list[str]) -> Symbol | None:
    """A Party symbol in the State's form: 65/KL-TW."""
    types = party_types().find(groups[0])
    if types is None or groups[-1] not in party_only():
        return None
    text = f"{types}/{_joined(groups[1:], marks[1:])}"
    return Symbol(text, "party", types, (groups[-1],), None, None, f"-{text}", ("separators",))


def _bodies(rest: list[str], *, joint: bool) -> tuple[tuple[str, ...], str | None]:
    if joint or not rest:
        return tuple(rest), None
    return (rest[0],), "-".join(rest[1:]) or None


def _split(printed: str) -> tuple[list[str], list[str]]:
    parts = _GROUPS.split(printed.translate(LOOK_ALIKES))
    return parts[::2], parts[1::2]


def _joined(groups: list[str], marks: list[str]) -> str:
    text = groups[0]
    for mark, group in zip(marks, groups[1:], strict=True):
        text += mark + group
    return text


def _spell(groups: list[str]) -> list[str]:
    """Give each group the spelling of the tables; the first may be a type, all may be bodies."""
    spelled: list[str] = []
    for place, group in enumerate(groups):
        found = state_types().find(group) if place == 0 else None
        if found is None and (match := _ASSEMBLY.fullmatch(group)):
            found = match["body"].upper() + match["term"]
        if found is None:
            found = state_issuers().find(group) or party_issuers().find(group)
        spelled.append(found or group)
    return spelled


def _party_like(head: str, group: str) -> bool:
    """Whether a body of no Party table numbers as the Party does; councils of the State do not."""
    known = _spelled_state(group)
    if known in _STATE_BODIES or _STATE_COUNCIL.fullmatch(group):
        return False
    return known is None or head not in _SHARED


def _spelled_state(group: str) -> str | None:
    return state_issuers().find(group)


def _unglue(group: str) -> list[str] | None:
    """Part a type from the body it is printed together with: QĐUBND."""
    if state_types().find(group) or state_issuers().find(group) or _ASSEMBLY.fullmatch(group):
        return None
    for end in range(2, len(group) - 1):
        types = state_types().find(group[:end])
        body = state_issuers().find(group[end:])
        if body not in _STATE_BODIES and body not in {"UB", "CTN"}:
            body = group[end:] if group[end:] in {"TW", "TU", "HU"} else None
        if types and body:
            return [types, body]
    return None


def _capital(group: str) -> bool:
    return group[:1].isupper()
