"""Which provinces lie in the Mekong Delta and in the Southeast, on a day."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

MERGER = dt.date(2025, 7, 1)
"""The day on which 63 provinces became 34 and the macro-regions were drawn anew."""

MEKONG_DELTA_BEFORE = (
    "Long An",
    "Tiền Giang",
    "Bến Tre",
    "Trà Vinh",
    "Vĩnh Long",
    "Đồng Tháp",
    "An Giang",
    "Kiên Giang",
    "Cần Thơ",
    "Hậu Giang",
    "Sóc Trăng",
    "Bạc Liêu",
    "Cà Mau",
)
MEKONG_DELTA_SINCE = ("Cần Thơ", "Vĩnh Long", "Đồng Tháp", "An Giang", "Cà Mau")
SOUTHEAST_BEFORE = (
    "Hồ Chí Minh",
    "Đồng Nai",
    "Bà Rịa - Vũng Tàu",
    "Bình Dương",
    "Bình Phước",
    "Tây Ninh",
)
SOUTHEAST_SINCE = ("Hồ Chí Minh", "Đồng Nai", "Tây Ninh")
# Provinces of both vintages outside the two regions, so that "not there" is known of them.
ELSEWHERE_BEFORE = (
    "Hà Nội", "Hải Phòng", "Đà Nẵng", "Hà Giang", "Cao Bằng", "Bắc Kạn", "Tuyên Quang",
    "Lào Cai", "Điện Biên", "Lai Châu", "Sơn La", "Yên Bái", "Hòa Bình", "Thái Nguyên",
    "Lạng Sơn", "Quảng Ninh", "Bắc Giang", "Phú Thọ", "Vĩnh Phúc", "Bắc Ninh", "Hải Dương",
    "Hưng Yên", "Thái Bình", "Hà Nam", "Nam Định", "Ninh Bình", "Thanh Hóa", "Nghệ An",
    "Hà Tĩnh", "Quảng Bình", "Quảng Trị", "Thừa Thiên Huế", "Quảng Nam", "Quảng Ngãi",
    "Bình Định", "Phú Yên", "Khánh Hòa", "Ninh Thuận", "Bình Thuận", "Kon Tum", "Gia Lai",
    "Đắk Lắk", "Đắk Nông", "Lâm Đồng",
)  # fmt: skip
ELSEWHERE_SINCE = (
    "Hà Nội", "Hải Phòng", "Đà Nẵng", "Huế", "Cao Bằng", "Tuyên Quang", "Lào Cai", "Điện Biên",
    "Lai Châu", "Sơn La", "Thái Nguyên", "Lạng Sơn", "Quảng Ninh", "Phú Thọ", "Bắc Ninh",
    "Hưng Yên", "Ninh Bình", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Quảng Trị", "Quảng Ngãi",
    "Gia Lai", "Khánh Hòa", "Lâm Đồng", "Đắk Lắk",
)  # fmt: skip


# Spellings of official papers that folding alone does not bring together.
ALSO_CALLED = {
    "hcm": "ho chi minh",
    "dac lac": "dak lak",
    "dac nong": "dak nong",
    "kontum": "kon tum",
    "thua thien - hue": "thua thien hue",
}


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Fold a province's name: no prefix, case or accents, one kind of dash and space.

    No two provinces differ by their accents alone, and sheets place them in two ways (Hoà, Hòa).

    >>> plain_name("TP. Hồ Chí Minh") == plain_name("thành phố Hồ  Chí Minh")
    True
    >>> plain_name("Tỉnh Hoà Bình") == plain_name("Hòa Bình")
    True
    """
    apart = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    folded = "".join(letter for letter in apart if not unicodedata.combining(letter)).strip()
    folded = re.sub(r"^(tinh|thanh pho|tp)\b[.\s]*", "", folded)
    folded = re.sub(r"\s+", " ", re.sub(r"\s*[-–—]\s*", " - ", folded)).strip()
    return ALSO_CALLED.get(folded, folded)


def situation(
    province: str | None, as_of: dt.date, readings: Mapping[str, str] | None = None
) -> dict[str, bool]:
    """Say whether a province lies in the Mekong Delta and in the Southeast on a day.

    Empty where the province is not known on that day, or lies only in part in the Delta (Tây
    Ninh, under reading R2 of A272-5).

    >>> situation("Sóc Trăng", dt.date(2021, 6, 4))
    {'in_mekong_delta': True, 'in_southeast': False}
    >>> situation("Atlantis", dt.date(2021, 6, 4))
    {}
    """
    if province is None:
        return {}
    whole_delta = (readings or {}).get("A272-5") == "R2"
    return dict(province_table(as_of >= MERGER, whole_delta).get(plain_name(province), {}))


@cache
def province_table(since: bool, whole_delta: bool = False) -> Mapping[str, Mapping[str, bool]]:
    """Give the situation of every province before or since the merger, by its folded name."""
    delta = MEKONG_DELTA_SINCE if since else MEKONG_DELTA_BEFORE
    southeast = SOUTHEAST_SINCE if since else SOUTHEAST_BEFORE
    elsewhere = ELSEWHERE_SINCE if since else ELSEWHERE_BEFORE
    table = {
        plain_name(name): {"in_mekong_delta": name in delta, "in_southeast": name in southeast}
        for name in (*delta, *southeast, *elsewhere)
    }
    if since and whole_delta:
        # Former Long An would count as Delta, and it is a part of Tây Ninh only.
        table[plain_name("Tây Ninh")] = {"in_southeast": True}
    return table
