"""Which column of a sheet holds which fact: by the fact's name or by an official's heading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from dantoc_policy.errors import InputError
from dantoc_policy.records.record import Record

_IDENTITY: Mapping[str, tuple[str, ...]] = {
    "name": ("Tên", "Unit", "Tên đơn vị", "Đơn vị"),
    "code": ("Mã", "Mã đơn vị", "Mã ĐVHC", "Mã số"),
    "province": ("Tỉnh", "Tên tỉnh", "Tỉnh/Thành phố", "Tỉnh, thành phố", "Thuộc tỉnh"),
    "figures_date": ("Ngày số liệu", "Thời điểm số liệu", "Số liệu tại ngày", "Năm số liệu"),
}
_OWN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Commune": {
        "name": ("Xã", "Tên xã", "Tên xã, phường", "Xã, phường", "Xã, phường, thị trấn"),
        "code": ("Mã xã",),
    },
    "Village": {
        "name": ("Thôn", "Tên thôn", "Thôn, bản", "Tên thôn, bản", "Bản", "Ấp"),
        "code": ("Mã thôn",),
        "commune": ("Xã", "Tên xã", "Thuộc xã"),
    },
    "Province": {"name": ("Tỉnh", "Tên tỉnh", "Tỉnh/Thành phố"), "code": ("Mã tỉnh",)},
    # A code of groups without its order says nothing, so no heading "Mã dân tộc" is known.
    "EthnicGroupFacts": {
        "name": ("Dân tộc", "Tên dân tộc"),
        "code_1979": ("Mã dân tộc (1979)", "Mã dân tộc 1979"),
        "code_2008": ("Mã dân tộc (2008)", "Mã dân tộc 2008"),
    },
}


def match_headings(record_class: type[Record], names: Iterable[str]) -> Mapping[str, str]:
    """Find the columns that hold the facts of a record class: fact names to column names.

    A column is known by the fact's own name, or by a heading that officials use for it, without
    regard to case, the form and place of accents, and spaces. A fact's own name wins over a
    heading. Columns that match nothing are left out; see `unmatched`. Raises `InputError` where
    two columns hold the same fact.

    >>> from dantoc_policy.places.commune import Commune
    >>> match_headings(Commune, ["TÊN XÃ", "Số hộ", "tỷ lệ hộ nghèo(%)", "Ghi chú"])
    {'name': 'TÊN XÃ', 'households': 'Số hộ', 'poor_rate': 'tỷ lệ hộ nghèo(%)'}
    """
    given = tuple(names)
    known, headings = set(record_class.model_fields), _headings(record_class)
    found = {name: name for name in given if name in known}
    by_heading: dict[str, str] = {}
    for column in given:
        fact = None if column in known else headings.get(fold_heading(column))
        if fact is None or fact in found:
            continue
        if fact in by_heading:
            raise _doubled(fact, by_heading[fact], column)
        by_heading[fact] = column
    by_column = {column: fact for fact, column in (found | by_heading).items()}
    return {by_column[column]: column for column in given if column in by_column}


def unmatched(record_class: type[Record], names: Iterable[str]) -> tuple[str, ...]:
    """Give the columns that hold none of the facts, in their order.

    >>> from dantoc_policy.places.commune import Commune
    >>> unmatched(Commune, ["Tên xã", "Ghi chú"])
    ('Ghi chú',)
    """
    given = tuple(names)
    matched = set(match_headings(record_class, given).values())
    return tuple(name for name in given if name not in matched)


def fold_heading(heading: str) -> str:
    """Fold what does not matter in a heading: case, spaces, how accents are coded and placed.

    >>> fold_heading("  Tỷ lệ  hộ nghèo ( % )") == fold_heading("TỈ LỆ HỘ NGHÈO(%)")
    True
    >>> fold_heading("Nhựa hoá") == fold_heading("nhựa hóa")
    True
    """
    plain = unicodedata.normalize("NFC", heading).casefold().replace("km²", "km2")
    # The heading of a merged or wrapped cell may break anywhere between words.
    plain = re.sub(r"\s*([%()/,;:&+–—-])\s*", r"\1", re.sub(r"\s+", " ", plain)).strip(" .:*")
    return " ".join(_settled(word) for word in plain.split(" "))


@cache
def _settled(word: str) -> str:
    """Put the tone mark of a word behind its letters: "hoá" and "hóa", "tỷ" and "tỉ" agree."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in decomposed if mark in _TONES)
    letters = "".join(mark for mark in decomposed if mark not in _TONES)
    return ("ti" if letters == "ty" else letters) + tones


_TONES = "\u0300\u0301\u0303\u0309\u0323"


@cache
def _headings(record_class: type[Record]) -> Mapping[str, str]:
    """Give the fact of each folded heading; what a class says itself wins over the common ones."""
    found: dict[str, str] = {}
    own = _OWN.get(record_class.__name__, {})
    for source in (own, _IDENTITY):
        for fact, headings in source.items():
            for heading in headings if fact in record_class.model_fields else ():
                found.setdefault(fold_heading(heading), fact)
    for fact, info in record_class.facts().items():
        for heading in (*info.headings, info.label.vi, info.label.en):
            found.setdefault(fold_heading(heading), fact)
    return found


def _doubled(fact: str, one: str, other: str) -> InputError:
    return InputError.of(
        "heading.doubled",
        place=fact,
        vi=f"hai cột cùng là số liệu này: {one!r} và {other!r}.",
        en=f"two columns hold this fact: {one!r} and {other!r}.",
        mend_vi="Đổi tên hoặc bỏ một cột, hoặc chỉ rõ cột bằng columns=...",
        mend_en="Rename or drop one of them, or say which with columns=...",
    )
