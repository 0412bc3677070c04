"""A row of somebody's own official list: a commune, its region, its difficult villages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from dantoc_policy.places.names import NameKey
from dantoc_policy.places.official_list import Listed
from dantoc_policy.records.fields import Count, Word, empty
from dantoc_policy.records.record import Record, fact
from dantoc_policy.values.unit import Unit

_REGION = re.compile(
    r"(?:xã\s+)?(?:(?:thuộc\s+)?(?:khu\s*vực|kv|vùng|region)\s*[-.:]?\s*)?(?P<number>i{1,3}|[123])"
)
_NUMERALS: dict[str, Listed] = {"i": "I", "ii": "II", "iii": "III", "1": "I", "2": "II", "3": "III"}
_OUTSIDE = frozenset(
    {
        *("outside", "ngoai", "ngoai vung", "khong thuoc", "khong thuoc vung", "khong thuoc kv"),
        *("khong thuoc khu vuc", "ngoai khu vuc", "ngoai vung dtts mn", "ngoai vung dtts va mn"),
        "khong thuoc vung dtts mn",
        "khong thuoc vung dtts va mn",
    }
)
_BETWEEN = re.compile(r"\s*[;\n•]\s*|\s*,\s+")


def read_region(text: object) -> Listed | None:
    """Read the region of a commune as lists write it; None for an empty cell.

    Raises:
        ValueError: the text names no region.

    >>> [read_region(text) for text in ("III", "KV II", "khu vực 1", 3, "Ngoài vùng DTTS&MN", None)]
    ['III', 'II', 'I', 'III', 'outside', None]
    """
    if empty(text) or not (words := " ".join(_shown(text).casefold().split())):
        return None
    # Look-alikes that are typed for the Roman numeral.
    match = _REGION.fullmatch(words.translate(str.maketrans("lі|", "iii")))
    match = match or _REGION.fullmatch(words)
    if match:
        return _NUMERALS[match["number"]]
    if NameKey.of(words, typed=False).plain in _OUTSIDE:
        return "outside"
    raise ValueError(words)


def read_names(given: object) -> tuple[str, ...] | None:
    """Read the names of villages: one a line, or parted by semicolons or commas.

    >>> read_names("Nà Mèo; Bản Vẽn, Khuổi Sáp")
    ('Nà Mèo', 'Bản Vẽn', 'Khuổi Sáp')
    """
    if empty(given):
        return None
    parts: Iterable[Any] = _BETWEEN.split(given) if isinstance(given, str) else _listed(given)
    names = tuple(" ".join(str(part).strip(" .,-").split()) for part in parts)
    return tuple(name for name in names if name) or None


def _listed(given: object) -> Iterable[Any]:
    return given if isinstance(given, Iterable) else (given,)


def _shown(given: object) -> str:
    if isinstance(given, float) and given.is_integer():
        given = int(given)
    return unicodedata.normalize("NFC", str(given)).strip(" .")


def _region(given: object) -> Listed | None:
    try:
        return read_region(given)
    except ValueError:
        raise PydanticCustomError(
            "list.region_unreadable",
            "{en}",
            {
                "vi": "không phải một khu vực",
                "en": "is no region",
                "mend_vi": "Ghi I, II, III, hoặc “ngoài vùng”.",
                "mend_en": "Write I, II, III, or “outside”.",
            },
        ) from None


RegionWord = Annotated[Listed | None, BeforeValidator(_region)]
"""Region I, II or III, outside the area, or None where the list says nothing."""
Names = Annotated[tuple[str, ...] | None, BeforeValidator(read_names)]
"""Names of villages."""


class ListEntry(Record):
    """What one row of an official list says of a commune.

    `instrument`, `valid_from`, `valid_until` and `units_on`, the day whose units are named, are
    those of the list, where a file holds them row by row, as `dantoc place import` writes it.

    >>> entry = ListEntry(name="Cao Kỳ", region="KV III", village_names="Nà Cà 1; Khau Lồm")
    >>> entry.region, entry.village_names
    ('III', ('Nà Cà 1', 'Khau Lồm'))
    """

    name: Word = fact(
        Unit.NAME,
        "tên xã, phường, thị trấn",
        "name of the commune",
        headings=(
            "Tên xã", "Xã", "Tên xã, phường", "Xã, phường", "Xã, phường, thị trấn", "Xã/phường",
            "Tên xã, phường, thị trấn", "Tên xã/phường/thị trấn", "Xã/phường/thị trấn",
            "Đơn vị hành chính", "Tên đơn vị hành chính", "Tên huyện, xã", "Tên tỉnh, huyện, xã",
            "Tên huyện/xã", "commune",
        ),
    )  # fmt: skip
    code: Word = fact(
        Unit.NAME,
        "mã xã",
        "code of the commune",
        headings=("Mã xã", "Mã xã, phường", "Mã số xã"),
    )
    district: Word = fact(
        Unit.NAME,
        "huyện, thị xã, thành phố",
        "district",
        headings=(
            "Huyện", "Tên huyện", "Thuộc huyện", "Huyện, thị xã, thành phố", "Huyện, thành phố",
            "Huyện/thị xã/thành phố", "Huyện/thành phố", "Quận, huyện", "Quận/huyện",
        ),
    )  # fmt: skip
    province: Word = fact(
        Unit.NAME, "tỉnh, thành phố", "province", headings=("Tỉnh", "Tên tỉnh", "Tỉnh, thành phố")
    )
    region: RegionWord = fact(
        Unit.NAME,
        "khu vực",
        "region",
        headings=(
            "Khu vực", "KV", "Thuộc khu vực", "Xã khu vực", "Phân định khu vực",
            "Xã thuộc khu vực", "Thuộc xã khu vực", "Khu vực (I, II, III)",
        ),
    )  # fmt: skip
    especially_difficult_villages: Count = fact(
        Unit.VILLAGES,
        "số thôn đặc biệt khó khăn",
        "especially difficult villages",
        headings=(
            "Số thôn ĐBKK", "Số thôn đặc biệt khó khăn", "Thôn ĐBKK", "Thôn đặc biệt khó khăn",
            "Số xóm ĐBKK", "Số lượng thôn ĐBKK", "villages",
        ),
    )  # fmt: skip
    village_names: Names = fact(
        Unit.NAME,
        "tên thôn đặc biệt khó khăn",
        "names of the especially difficult villages",
        headings=(
            "Tên thôn ĐBKK", "Danh sách thôn ĐBKK", "Các thôn ĐBKK", "Tên thôn đặc biệt khó khăn",
            "Tên xóm ĐBKK",
        ),
    )  # fmt: skip
    instrument: Word = fact(
        Unit.NAME,
        "văn bản ban hành danh sách",
        "document of the list",
        headings=("Văn bản", "Số văn bản", "Số, ký hiệu văn bản"),
    )
    valid_from: Word = fact(
        Unit.NAME, "có hiệu lực từ ngày", "first day", headings=("Từ ngày", "Hiệu lực từ ngày")
    )
    valid_until: Word = fact(
        Unit.NAME, "có hiệu lực đến ngày", "last day", headings=("Đến ngày", "Hiệu lực đến ngày")
    )
    units_on: Word = fact(
        Unit.NAME, "đơn vị theo ngày", "day of the units", headings=("Tên đơn vị theo ngày",)
    )
