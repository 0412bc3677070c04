"""Which provinces lie in the Mekong Delta and in the Southeast, on a day."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from dantoc_policy.data import load
from dantoc_policy.law.spelling import fold

MERGER = dt.date(2025, 7, 1)
"""The day on which 63 provinces became 34 and the macro-regions were drawn anew."""

# Identifiers of regions in the catalogue.
_MEKONG_DELTA, _SOUTHEAST = "DBSCL", "DNB"
# Spellings of official papers that folding alone does not bring together.
ALSO_CALLED = {
    "hcm": "ho chi minh",
    "tphcm": "ho chi minh",
    "bac can": "bac kan",
    "ba ria vung tau": "ba ria - vung tau",
    "br vt": "ba ria - vung tau",
    "br - vt": "ba ria - vung tau",
    "brvt": "ba ria - vung tau",
    "dac lac": "dak lak",
    "daklak": "dak lak",
    "dac nong": "dak nong",
    "daknong": "dak nong",
    "kontum": "kon tum",
    "thua thien - hue": "thua thien hue",
    "tt hue": "thua thien hue",
    "tt - hue": "thua thien hue",
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
    # Marks go wherever they stand, also on letters that have none in Vietnamese.
    apart = unicodedata.normalize("NFD", name.casefold())
    folded = fold("".join(letter for letter in apart if not unicodedata.combining(letter))).strip()
    folded = re.sub(r"^(tinh|thanh pho|tp)\b[.\s]*", "", folded)
    folded = re.sub(r"\s+", " ", re.sub(r"\s*-\s*", " - ", folded)).strip()
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
    """Give the situation of every province before or since the merger, by its folded name.

    The provinces and the regions are those of the catalogue, read when first asked for.

    >>> len(province_table(since=False)), len(province_table(since=True))
    (63, 34)
    """
    # As plain rows: the units themselves take longer to import than most answers to give.
    # Each scheme is drawn over the provinces of one side of the merger.
    [scheme] = [
        row
        for row in load("places/regions")
        if (dt.date.fromisoformat(row["codes_of"]) >= MERGER) is since
    ]
    regions = {code: row["id"] for row in scheme["regions"] for code in row["provinces"]}
    table = {
        plain_name(name): {
            "in_mekong_delta": regions[code] == _MEKONG_DELTA,
            "in_southeast": regions[code] == _SOUTHEAST,
        }
        for code, name in _names(since).items()
    }
    if since and whole_delta:
        # Former Long An would count as Delta, and it is a part of Tây Ninh only.
        table[plain_name("Tây Ninh")] = {"in_southeast": True}
    return table


def _names(since: bool) -> Mapping[str, str]:
    """Give the names of the provinces by code; of two states of one province, the earlier."""
    rows = load("places/provinces_34" if since else "places/provinces_63")
    latest_first = sorted(rows, key=lambda row: row["since"] or "", reverse=True)
    return {row["code"]: row["vi"] for row in latest_first}
