"""The words of a sheet of figures as the codes of the library: units, bounds, names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Literal, TypeVar

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.files.cells import folded
from dantoc_policy.plans.indicator import Indicator, Population
from dantoc_policy.plans.target import Basis, Comparator
from dantoc_policy.values.unit import Unit

Kind = Literal["result", "baseline", "estimate"]
Meant = TypeVar("Meant")

_UNITS: Mapping[str, tuple[Unit, int]] = {
    **{folded(unit.value): (unit, 1) for unit in Unit if unit.numeric},
    **{folded(unit.text.en): (unit, 1) for unit in Unit if unit.numeric},
    **{folded(unit.text.vi): (unit, 1) for unit in Unit if unit.numeric},
    "phần trăm": (Unit.PERCENT, 1),
    "điểm phần trăm": (Unit.PERCENTAGE_POINTS, 1),
    "hộ gia đình": (Unit.HOUSEHOLDS, 1),
    "nghìn đồng": (Unit.VND, 10**3),
    "triệu đồng": (Unit.VND, 10**6),
    "triệu": (Unit.VND, 10**6),
    "tỷ đồng": (Unit.VND, 10**9),
    "tỷ": (Unit.VND, 10**9),
}
_COMPARATORS: Mapping[str, Comparator] = {
    **{one.value: one for one in Comparator},
    "đạt": Comparator.REACH,
    "bằng": Comparator.REACH,
    "=": Comparator.REACH,
    "trên": Comparator.ABOVE,
    "hơn": Comparator.ABOVE,
    ">": Comparator.ABOVE,
    "từ": Comparator.AT_LEAST,
    "ít nhất": Comparator.AT_LEAST,
    "tối thiểu": Comparator.AT_LEAST,
    ">=": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    "dưới": Comparator.BELOW,
    "<": Comparator.BELOW,
    "không quá": Comparator.AT_MOST,
    "tối đa": Comparator.AT_MOST,
    "<=": Comparator.AT_MOST,
    "≤": Comparator.AT_MOST,
    "khoảng": Comparator.ABOUT,
    "≈": Comparator.ABOUT,
    "gần": Comparator.NEARLY,
    "xấp xỉ": Comparator.ABOUT,
}
_BASES: Mapping[str, Basis] = {
    **{one.value: one for one in Basis},
    "mức": Basis.LEVEL,
    "từng năm": Basis.EACH_YEAR,
    "mỗi năm": Basis.EACH_YEAR,
    "bình quân năm": Basis.YEARLY_AVERAGE,
    "bình quân mỗi năm": Basis.YEARLY_AVERAGE,
    "số lần năm gốc": Basis.TIMES_BASELINE,
    "phần trăm năm gốc": Basis.PERCENT_OF_BASELINE,
}
_KINDS: Mapping[str, Kind] = {
    "result": "result",
    "kết quả": "result",
    "thực hiện": "result",
    "baseline": "baseline",
    "năm gốc": "baseline",
    "gốc": "baseline",
    "estimate": "estimate",
    "ước": "estimate",
    "ước tính": "estimate",
    "ước thực hiện": "estimate",
}


def read_unit(word: str) -> tuple[Unit, int]:
    """Give the unit of a word and how many of it the word means.

    >>> read_unit("triệu đồng"), read_unit("%")[0].value, read_unit("Hộ")[0].value
    ((<Unit.VND: 'vnd'>, 1000000), 'percent', 'households')
    """
    return _known("observation.unit", word, _UNITS, "đơn vị", "unit")


def read_comparator(word: str) -> Comparator:
    """Give how a figure is stated: exactly, "trên", "gần"."""
    return _known("observation.comparator", word, _COMPARATORS, "mức độ", "comparator")


def read_basis(word: str) -> Basis:
    """Give of what a figure speaks: the level, or a movement."""
    return _known("observation.basis", word, _BASES, "cách tính", "basis")


def read_kind(word: str) -> Kind:
    """Give which kind of figure it is: a result, that of the baseline, an estimate."""
    return _known("observation.kind", word, _KINDS, "loại số liệu", "kind")


def read_code(
    code: Literal["observation.indicator", "observation.population"],
    word: str,
    known: Iterable[Indicator | Population],
) -> str:
    """Give the code of an indicator or a population by its code or its name.

    Raises `InputError` under the given code where there is none, with those that are near.
    """
    names: dict[str, str] = {}
    for one in known:
        for name in (one.id, one.name.vi, one.name.en):
            names.setdefault(folded(name), one.id)
    what = {"observation.indicator": "chỉ số", "observation.population": "đối tượng"}[code]
    return _known(code, word, names, what, code.partition(".")[2])


def _known(code: str, word: str, words: Mapping[str, Meant], vi: str, en: str) -> Meant:
    key = folded(word)
    if key in words:
        return words[key]
    near = ", ".join(get_close_matches(key, words, n=3))
    raise InputError.of(
        code,
        vi=f"không có {vi} “{word}”.",
        en=f"there is no {en} “{word}”.",
        mend_vi=f"Gần giống: {near}." if near else "",
        mend_en=f"Near: {near}." if near else "",
    )
