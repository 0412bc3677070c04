"""Rows of a list that only name a district or a province, for the rows below them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from dantoc_policy.places.unit_type import Level

if TYPE_CHECKING:
    from dantoc_policy.places.library import Places


_HEADS = re.compile(r"(?P<word>tỉnh|huyện|quận|thị xã|thành phố|tx|tp)[\s.]+\S")


class Groups:
    """Reads a list from the top and keeps the district and province that were last named.

    >>> from dantoc_policy.places.library import places
    >>> groups = Groups(places, date(2021, 6, 4), None)
    >>> groups.opens("TỈNH BẮC KẠN"), groups.opens("Huyện Chợ Mới"), groups.opens("Cao Kỳ")
    (True, True, False)
    >>> groups.above()
    {'province': 'TỈNH BẮC KẠN', 'district': 'Huyện Chợ Mới'}
    """

    def __init__(self, library: Places, day: date, province: str | None) -> None:
        self._library = library
        self._day = day
        self._above: dict[str, str] = {} if province is None else {"province": province}

    def opens(self, name: str) -> bool:
        """Take note of a row that heads others; it does so by the word of a type in its name."""
        level = self._level(name)
        if level == "province":
            self._above = {"province": name}
        elif level == "district":
            self._above["district"] = name
        return level is not None

    def above(self) -> Mapping[str, str]:
        """Give the district and the province of the next row."""
        return self._above

    def _level(self, name: str) -> Level | None:
        # Only the whole word: "Quan Triều" is a commune, and "Quận 1" a district.
        match = _HEADS.match(unicodedata.normalize("NFC", name).casefold())
        if match is None:
            return None
        if match["word"] in ("tỉnh", "huyện", "quận", "thị xã", "tx"):
            return "province" if match["word"] == "tỉnh" else "district"
        # "thành phố": one under the Government only where the library knows it.
        cities = self._library.find(name, self._day, level="province")
        return "province" if any(city.type.id == "thanh_pho" for city in cities) else "district"
