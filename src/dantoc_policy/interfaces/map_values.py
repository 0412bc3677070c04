"""The values of a map of provinces: each tied to a province of the day, and all of one kind."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from typing import SupportsFloat

from dantoc_policy.errors import InputError
from dantoc_policy.places.library import places

Value = float | str | None


def values_by_code(values: Mapping[str, object], as_of: dt.date) -> dict[str, Value]:
    """Give the values by the codes of their provinces.

    Raises:
        InputError: as `Places.get`; `map.doubled`, `map.unusable`.

    >>> values_by_code({"Hà Nội": 5, "04": None}, dt.date(2026, 2, 1))
    {'01': 5.0, '04': None}
    """
    if not hasattr(values, "items"):
        raise _unusable(values)
    found: dict[str, Value] = {}
    for key, given in values.items():
        place = places.get(key, as_of, level="province")
        code = place.code or ""
        if code in found:
            raise doubled(place.text("vi"), place.text("en"))
        found[code] = _value(given)
    return found


def _value(given: object) -> Value:
    if given is None or isinstance(given, str):
        return given
    if isinstance(given, bool) or not isinstance(given, SupportsFloat):
        raise _unusable(given)
    number = float(given)
    if math.isinf(number):
        raise _unusable(given)
    return None if math.isnan(number) else number


def _unusable(given: object) -> InputError:
    return InputError.of(
        "map.unusable",
        vi=f"{given!r} không vẽ lên bản đồ được.",
        en=f"{given!r} cannot be drawn on a map.",
        mend_vi='Dùng số hoặc chữ theo tỉnh, ví dụ {"Thái Nguyên": 12.5}.',
        mend_en='Give a number or a text by province, such as {"Thái Nguyên": 12.5}.',
    )


def doubled(vi: str, en: str) -> InputError:
    """Say that a province has two values."""
    return InputError.of(
        "map.doubled",
        vi=f"{vi} có hai giá trị.",
        en=f"{en} has two values.",
        mend_vi="Mỗi tỉnh chỉ ghi một lần.",
        mend_en="Give each province once.",
    )


def mixed(text: str, number: str) -> InputError:
    """Say that there are numbers and texts."""
    return InputError.of(
        "map.mixed_values",
        vi=f"bản đồ có cả số và chữ: “{number}”, “{text}”.",
        en=f"the map has numbers and texts: “{number}”, “{text}”.",
        mend_vi="Dùng một loại giá trị.",
        mend_en="Give values of one kind.",
    )
