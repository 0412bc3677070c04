"""Strategies for plans: small ones whose parts fit together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, get_args

from dantoc_policy.errors import MissingExtraError
from dantoc_policy.plans.money import Stage
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.target import YEARLY, Basis, Comparator, Force
from dantoc_policy.plans.vocabulary import indicators, populations
from dantoc_policy.values.unit import Unit

try:
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError.for_extra("testing", "hypothesis") from None

Draw = Callable[[st.SearchStrategy[Any]], Any]
_KEYS = st.builds(str.__add__, st.sampled_from("abz019"), st.text("abz019-._", max_size=5))
_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1).filter(
    str.strip
)
_TEXTS = _WORDS.map(str.strip) | st.fixed_dictionaries({"vi": _WORDS, "en": _WORDS})
_NAMES = st.lists(_WORDS, max_size=2)
_LINES = st.none() | st.integers(1, 500)
_DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
_YEARS = st.integers(1990, 2050)
_BEFORE = st.integers(1960, 1989)  # before any phase
_UNITS = st.sampled_from([unit for unit in Unit if unit.numeric])
_BODIES = st.sampled_from(["Sở Y tế", "Ban Dân tộc tỉnh", "UBND các xã"])
_DEADLINES = st.sampled_from(
    ["ngày 15/12 hằng năm", "trước ngày 30/11 hằng năm", "ngày 25 của tháng cuối quý"]
)


def amounts() -> st.SearchStrategy[Fraction]:
    """Draw exact numbers as plans have them: wholes, decimals, shares such as 2/3.

    >>> from hypothesis import find
    >>> find(amounts(), lambda amount: amount.denominator == 3)
    Fraction(1, 3)
    """
    wholes = st.integers(0, 10**12).map(Fraction)
    decimals = st.decimals(0, 10**6, places=3).map(Fraction)
    return wholes | decimals | st.fractions(0, 100, max_denominator=99)


def plans(*, most: int = 3) -> st.SearchStrategy[Plan]:
    """Draw small plans of up to so many phases, targets, tasks and the like, all sound.

    >>> from hypothesis import given
    >>> test = given(plans())(lambda plan: Plan.model_validate(plan.to_dict()) == plan)
    """
    found: st.SearchStrategy[Plan] = _plans(most)
    return found


@st.composite
def _plans(draw: Draw, most: int) -> Plan:
    phases = draw(_keyed(_phase(), most, least=1))
    own = draw(_keyed(st.fixed_dictionaries({"name": _TEXTS}), most))
    phase = st.sampled_from([phase["id"] for phase in phases])
    whom = st.sampled_from([*populations(), *(one["id"] for one in own)])
    targets = draw(_keyed(_targets(phase, whom), most))
    for at, target in enumerate(targets[1:]):
        target["part_of"] = draw(st.none() | st.just(targets[at]["id"]))
    some = [target["id"] for target in targets]
    given: dict[str, Any] = {
        "id": draw(_KEYS),
        "title": draw(_TEXTS),
        "number": draw(st.none() | _WORDS),
        "issued": draw(st.none() | _DAYS),
        "issuer": draw(st.none() | _WORDS),
        "line": draw(_LINES),
        "documents": draw(st.lists(_cited(), max_size=most)),
        "phases": phases,
        "populations": own,
        "targets": targets,
        "tasks": draw(_keyed(_task(some), most)),
        "assignments": draw(st.lists(_assignment(some), max_size=most)) if some else [],
        "reports": draw(_keyed(_report(), most)),
        "funding": draw(_keyed(_funding(), most)),
        "observations": draw(st.lists(_observation(whom), max_size=most)),
        "notes": draw(st.lists(_TEXTS, max_size=most)),
    }
    return Plan.model_validate(given)


@st.composite
def _keyed(
    draw: Draw, parts: st.SearchStrategy[dict[str, Any]], most: int, least: int = 0
) -> list[dict[str, Any]]:
    """Draw parts with an identifier each, all different."""
    keys: list[str] = draw(st.lists(_KEYS, min_size=least, max_size=most, unique=True))
    return [{"id": key, **draw(parts)} for key in keys]


def _phase() -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(
        lambda first, years, kind: {"kind": kind, "period": f"{first}..{first + years}"},
        _YEARS,
        st.integers(0, 9),
        st.sampled_from(["commitment", "orientation"]),
    )


@st.composite
def _targets(
    draw: Draw, phase: st.SearchStrategy[str], whom: st.SearchStrategy[str]
) -> dict[str, Any]:
    comparator: Comparator = draw(st.sampled_from(Comparator))
    target: dict[str, Any] = {
        "phase": draw(phase),
        "indicator": draw(st.sampled_from(sorted(indicators()))),
        "population": draw(st.none() | whom),
        "comparator": comparator,
        "force": draw(st.sampled_from(Force)),
        "lead": draw(_NAMES),
        "gist": draw(_TEXTS),
        "note": draw(st.none() | _TEXTS),
        "line": draw(_LINES),
        "verified": draw(st.booleans()),
    }
    if comparator is Comparator.BY_REFERENCE:
        return {**target, "reference": draw(_WORDS)}
    if comparator is Comparator.QUALITATIVE:
        return target
    return {**target, **draw(_valued(comparator))}


@st.composite
def _valued(draw: Draw, comparator: Comparator) -> dict[str, Any]:
    basis: Basis = draw(st.sampled_from(Basis))
    # A multiple of nothing is no target.
    value: Fraction = draw(amounts().filter(bool) if basis is Basis.TIMES_BASELINE else amounts())
    unit = {
        Basis.TIMES_BASELINE: Unit.TIMES,
        Basis.PERCENT_OF_BASELINE: Unit.PERCENT,
    }.get(basis) or draw(_UNITS)
    if basis in YEARLY and unit is Unit.PERCENT:
        unit = Unit.PERCENTAGE_POINTS
    above = draw(amounts().filter(bool)) if comparator is Comparator.RANGE else None
    return {
        "basis": basis,
        "value": value,
        "value_high": None if above is None else value + above,
        "unit": unit,
        "baseline_year": draw(_BEFORE) if basis is Basis.TIMES_BASELINE else None,
    }


def _cited() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "number": _WORDS,
            "issued": st.none() | _DAYS,
            "role": st.sampled_from(["basis", "carries_out", "guides", "cites"]),
            "lines": st.lists(st.integers(1, 500), max_size=2),
        }
    )


def _task(targets: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    some = st.lists(st.sampled_from(targets), max_size=2) if targets else st.just([])
    return st.fixed_dictionaries(
        {"section": _WORDS, "lead": _NAMES, "targets": some, "gist": _TEXTS}
    )


def _assignment(targets: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "row": st.integers(1, 20),
            "targets": st.lists(st.sampled_from(targets), min_size=1, max_size=3),
            "lead": st.lists(_BODIES, min_size=1, max_size=2),
        }
    )


def _report() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "who": st.lists(_BODIES, min_size=1, max_size=2),
            "to": _BODIES,
            "deadline": st.none() | _DEADLINES,
            "gist": _TEXTS,
        }
    )


def _funding() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "stage": st.sampled_from(get_args(Stage)),
            "amount": st.none() | st.integers(0, 10**14),
            "period": st.none() | _YEARS,
            "rate": st.none() | amounts(),
        }
    )


def _observation(whom: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "indicator": st.sampled_from(sorted(indicators())),
            "population": st.none() | whom,
            "date": _YEARS | _DAYS,
            "value": st.none() | amounts(),
            "unit": _UNITS,
        }
    )
