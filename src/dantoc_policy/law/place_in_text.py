"""Provisions as identifiers write them: `dieu-3/khoan-1/diem-a`, `art_3__para_1__point_a`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dantoc_policy.law.provision import Provision

# Each part of a document from the widest to the narrowest: as the provision names it, as the
# identifier of the library does, and by the abbreviations of the Akoma Ntoso Naming Convention.
PARTS: tuple[tuple[str, str, str], ...] = (
    ("appendix", "phu-luc", "att"),
    ("part", "phan", "part"),
    ("chapter", "chuong", "chp"),
    ("section", "muc", "sec"),
    ("article", "dieu", "art"),
    ("clause", "khoan", "para"),
    ("point", "diem", "point"),
)
_VALUE = re.compile(r"[0-9]+(?:\.[0-9]+)*(?:[a-z]|dd)?|[ivxlcm]+|[a-z]|dd")
_COUNTED = frozenset({"article", "clause"})
_LETTERED = frozenset({"article", "clause", "point"})


def fragment(provision: Provision) -> str:
    """Write the place of a provision as the fragment of an identifier; đ becomes "dd".

    >>> fragment(Provision("", 3, 1, "đ"))
    'dieu-3/khoan-1/diem-dd'
    """
    return "/".join(f"{name}-{value}" for _, name, _, value in _parts(provision))


def eid(provision: Provision) -> str:
    """Write the place of a provision as an element identifier of Akoma Ntoso.

    >>> eid(Provision("", "4a", 2, "d"))
    'art_4a__para_2__point_d'
    """
    return "__".join(f"{name}_{value}" for _, _, name, value in _parts(provision))


def read_fragment(text: str) -> Provision | None:
    """Read what `fragment` writes; None where it is no place.

    >>> read_fragment("dieu-3/khoan-1/diem-dd")
    Provision(document='', article=3, clause=1, point='đ', sure='point', ...)
    """
    names = {name: part for part, name, _ in PARTS}
    pairs = [piece.rpartition("-")[::2] for piece in text.split("/")]
    return _provision((names.get(name), value) for name, value in pairs)


def read_eid(text: str) -> Provision | None:
    """Read what `eid` writes; None where it is no place.

    >>> read_eid("chp_ii__art_3").chapter
    'II'
    """
    names = {name: part for part, _, name in PARTS}
    pairs = [piece.partition("_")[::2] for piece in text.split("__")]
    return _provision((names.get(name), value) for name, value in pairs)


def _parts(provision: Provision) -> list[tuple[str, str, str, str]]:
    found = ((part, name, short, getattr(provision, part)) for part, name, short in PARTS)
    return [
        (part, name, short, str(value).lower().replace("đ", "dd"))
        for part, name, short, value in found
        if value is not None
    ]


def _provision(pairs: Iterable[tuple[str | None, str]]) -> Provision | None:
    places: dict[str, int | str] = {}
    for part, value in pairs:
        if part is None or part in places or not _VALUE.fullmatch(value):
            return None
        read = value.replace("dd", "đ")
        if part in _COUNTED and read.isdigit():
            places[part] = int(read)
        else:
            places[part] = read if part in _LETTERED else read.upper()
    article, clause, point = (places.pop(part, None) for part in ("article", "clause", "point"))
    wider = {part: str(value) for part, value in places.items()}
    return Provision("", article, clause, None if point is None else str(point), **wider)  # type: ignore[arg-type]
