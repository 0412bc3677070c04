"""Words behind a number: units of money, share, area, count, and the scales nghìn, triệu, tỷ."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from dantoc_policy.errors import InputError
from dantoc_policy.values.composed import Composed
from dantoc_policy.values.unit import Unit

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale

SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
# How scales are written, the largest first; "nghìn tỷ" and beyond only where a text had them.
SCALE_WORDS = {
    10**15: "triệu tỷ",
    10**12: "nghìn tỷ",
    10**9: "tỷ",
    10**6: "triệu",
    10**3: "nghìn",
    1: "",
}
EN_SCALE_WORDS = {
    10**15: "million billion",
    10**12: "thousand billion",
    10**9: "billion",
    10**6: "million",
    10**3: "thousand",
    1: "",
}


@frozen
class QuantityUnit:
    """A unit as documents write it; `unit` is its counterpart among the facts, where there is one.

    >>> unit_of("VNĐ").vi, unit_of("héc ta").vi, unit_of("hộ").unit
    ('đồng', 'ha', <Unit.HOUSEHOLDS: 'households'>)
    """

    vi: str
    en: str
    unit: Unit | None = None

    @property
    def glued(self) -> bool:
        """Whether it stands right behind the number, as the percent sign does."""
        return self.vi in ("%", "‰")

    def get(self, locale: Locale = "vi") -> str:
        """Give the word in the asked language."""
        return self.vi if locale == "vi" else self.en

    def __str__(self) -> str:
        return self.vi


DONG = QuantityUnit("đồng", "VND", Unit.VND)
PERCENT = QuantityUnit("%", "%", Unit.PERCENT)
TIMES = QuantityUnit("lần", "times")
_UNITS: dict[QuantityUnit, tuple[str, ...]] = {
    DONG: ("đ", "vnđ", "vnd", "đồng việt nam"),
    QuantityUnit("USD", "USD"): ("đô la mỹ", "đô la"),
    PERCENT: ("phần trăm",),
    QuantityUnit("‰", "‰"): ("phần nghìn",),
    QuantityUnit("điểm phần trăm", "percentage points"): ("điểm %",),
    TIMES: (),
    QuantityUnit("km²", "km²", Unit.SQUARE_KILOMETRES): ("km2",),
    QuantityUnit("km", "km", Unit.KILOMETRES): ("ki-lô-mét", "kilômét"),
    QuantityUnit("ha", "ha", Unit.HECTARES): ("héc-ta", "héc ta", "hecta"),
    QuantityUnit("m²", "m²"): ("m2",),
    QuantityUnit("m³", "m³"): ("m3",),
    QuantityUnit("m", "m"): ("mét",),
    QuantityUnit("tấn", "tonnes"): (),
    QuantityUnit("tạ", "quintals"): (),
    QuantityUnit("kg", "kg"): ("ki-lô-gam",),
    QuantityUnit("sào", "sào"): (),
    QuantityUnit("mẫu", "mẫu"): (),
    QuantityUnit("công", "công"): (),
    QuantityUnit("hộ", "households", Unit.HOUSEHOLDS): ("hộ gia đình", "hộ dân"),
    QuantityUnit("người", "persons", Unit.PERSONS): ("khẩu", "nhân khẩu"),
    QuantityUnit("lao động", "workers", Unit.WORKERS): (),
    QuantityUnit("học sinh", "pupils"): (),
    QuantityUnit("thôn", "villages", Unit.VILLAGES): (),
    QuantityUnit("xóm", "villages (xóm)"): (),
    QuantityUnit("bản", "villages (bản)"): (),
    QuantityUnit("ấp", "villages (ấp)"): (),
    QuantityUnit("xã", "communes", Unit.COMMUNES): (),
    QuantityUnit("huyện", "districts"): (),
    QuantityUnit("tỉnh", "provinces"): (),
    QuantityUnit("trường", "schools", Unit.SCHOOLS): (),
    QuantityUnit("phòng", "rooms", Unit.ROOMS): (),
    QuantityUnit("lớp", "classes"): ("lớp học",),
    QuantityUnit("nhóm", "groups"): (),
    QuantityUnit("mô hình", "models"): (),
    QuantityUnit("dự án", "projects"): (),
    QuantityUnit("nhà", "houses"): (),
    QuantityUnit("công trình", "works"): (),
    QuantityUnit("tuổi", "years of age"): (),
}
_HEADING = re.compile(
    r"(?:.*?\b(?:đơn vị(?: tính)?|đvt|đv)\s*[:\-–]?\s*|.*\()"
    r"(?P<scales>(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)*)(?P<unit>[^()]+?)\)?\s*\.?",
    re.IGNORECASE,
)


@cache
def unit_words() -> dict[str, QuantityUnit]:
    """Give every word of a unit, in small letters."""
    return {word.casefold(): unit for unit, others in _UNITS.items() for word in (unit.vi, *others)}


def unit_of(word: str) -> QuantityUnit:
    """Give the unit that a word names.

    Raises:
        InputError: `figure.unknown_unit`.
    """
    clean = " ".join(Composed.of(word).text.split()).casefold()
    found = unit_words().get(clean)
    if found is None:
        raise InputError.of(
            "figure.unknown_unit",
            vi=f"không biết đơn vị “{word}”.",
            en=f"the unit “{word}” is not known.",
            mend_vi="Dùng một trong: " + ", ".join(unit.vi for unit in _UNITS) + ".",
            mend_en="Give one of: " + ", ".join(unit.vi for unit in _UNITS) + ".",
        )
    return found


@frozen
class ColumnUnit:
    """What the numbers of a column are in: a unit and a scale, such as triệu đồng."""

    unit: QuantityUnit
    scale: int = 1

    @classmethod
    def of_heading(cls, heading: str) -> ColumnUnit:
        """Read the unit from a heading or from the line above a table.

        Raises:
            InputError: `figure.unknown_unit`.

        >>> ColumnUnit.of_heading("Đơn vị tính: triệu đồng").scale
        1000000
        >>> ColumnUnit.of_heading("Kinh phí (tỷ đồng)").unit.vi
        'đồng'
        """
        clean = " ".join(Composed.of(heading).text.split())
        match = _HEADING.fullmatch(clean)
        if match is None:
            return cls(*_scaled_unit(clean))
        return cls(*_scaled_unit(match["scales"] + match["unit"]))


def scale_of(words: str) -> int:
    """Multiply the scales of a text: "nghìn tỷ" is 10 to the 12.

    >>> scale_of("nghìn tỷ") == 10**12, scale_of("")
    (True, 1)
    """
    scale = 1
    for word in words.split():
        scale *= SCALES[word.casefold()]
    return scale


def _scaled_unit(words: str) -> tuple[QuantityUnit, int]:
    parts = words.split()
    count = 0
    while count < len(parts) and parts[count].casefold() in SCALES:
        count += 1
    return unit_of(" ".join(parts[count:])), scale_of(" ".join(parts[:count]))
