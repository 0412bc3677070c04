"""Names of the places that issuing bodies belong to, as citations print and shorten them."""

from __future__ import annotations

import re
import unicodedata

from dantoc_policy.law.spelling import fold

_KIND = re.compile(
    r"(?P<kind>tinh|thanh pho|tp\.?|t\.p\.?|huyen|quan|thi xa|tx\.?|xa|phuong|thi tran|tt\.?"
    r"|dac khu)(?:\s+|\Z)"
)
_SHORT = {"tp": "thanh pho", "tp.": "thanh pho", "t.p": "thanh pho", "t.p.": "thanh pho",
          "tx": "thi xa", "tx.": "thi xa", "tt": "thi tran", "tt.": "thi tran"}  # fmt: skip


def parted(unit: str) -> tuple[tuple[str | None, str], ...]:
    """Give kind and name of a place, then of those around it; all folded.

    >>> parted("huyện Định Hóa, tỉnh Thái Nguyên")
    (('huyen', 'dinh hoa'), ('tinh', 'thai nguyen'))
    >>> parted("UBND"), parted("tỉnh")
    (((None, 'ubnd'),), (('tinh', ''),))
    """
    found: list[tuple[str | None, str]] = []
    for part in unicodedata.normalize("NFC", unit).split(","):
        plain = " ".join(fold(part).split())
        match = _KIND.match(plain)
        if match is None:
            found.append((None, plain))
        else:
            kind = _SHORT.get(match["kind"], match["kind"])
            found.append((kind, plain[match.end() :].strip()))
    return tuple(found)


def same_unit(first: str, second: str) -> bool:
    """Whether two names mean one place; where one has no kind, its name decides.

    >>> same_unit("Bắc Kạn", "tỉnh Bắc Kạn"), same_unit("huyện Na Rì", "xã Na Rì")
    (True, False)
    """
    (kind, name), (other_kind, other_name) = parted(first)[0], parted(second)[0]
    return name == other_name and (kind == other_kind or None in {kind, other_kind})


def is_bare(unit: str | None) -> bool:
    """Whether a place is printed without its name: "UBND tỉnh"."""
    return unit is not None and not parted(unit)[0][1]


def meant_by(bare: str | None, around: str) -> tuple[str, ...]:
    """Give the places that a text of a place means where it prints the kind alone, or nothing.

    >>> meant_by("tỉnh", "huyện Định Hóa, tỉnh Thái Nguyên"), meant_by("tỉnh", "Thái Nguyên")
    (('tỉnh Thái Nguyên',), ('Thái Nguyên',))
    """
    parts = [part.strip() for part in around.split(",")]
    if bare is None:
        return tuple(parts)
    kind = parted(bare)[0][0]
    return tuple(part for part in parts if parted(part)[0][0] in {kind, None})
