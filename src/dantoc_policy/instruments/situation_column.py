"""Where a table does not say whether a place lies in the Delta or the Southeast: its province does.

The distinct provinces of a table in memory are folded by `places.situation` itself. A lazy table
folds them on its own engine, by the same steps.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from dantoc_policy.places.situation import (
    ALSO_CALLED,
    MERGER,
    province_table,
    situation,
)
from dantoc_policy.rules.terms.narwhals_algebra import nw

_PLAIN = {
    "a": "àáảãạăằắẳẵặâầấẩẫậ",
    "d": "đ",
    "e": "èéẻẽẹêềếểễệ",
    "i": "ìíỉĩị",
    "o": "òóỏõọôồốổỗộơờớởỡợ",
    "u": "ùúủũụưừứửữự",
    "y": "ỳýỷỹỵ",
}


def situation_columns(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any],
    column: str,
    as_of: dt.date,
    readings: Mapping[str, str] | None,
    facts: Iterable[str],
) -> dict[str, nw.Expr]:
    """Give the facts that follow from the province column, null where it does not tell.

    >>> import narwhals as nw, polars as pl
    >>> frame = nw.from_native(pl.LazyFrame({"province": ["TỈNH SÓC  TRĂNG", "tp.Đà Nẵng", "?"]}))
    >>> known = situation_columns(frame, "province", dt.date(2021, 6, 4), {}, ["in_mekong_delta"])
    >>> frame.select(known["in_mekong_delta"].alias("it")).collect()["it"].to_list()
    [True, False, None]
    """
    dtype = frame.collect_schema()[column]
    if not isinstance(dtype, nw.String | nw.Categorical | nw.Enum):
        return {}
    named = nw.col(column) if isinstance(dtype, nw.String) else nw.col(column).cast(nw.String())
    if isinstance(frame, nw.DataFrame):
        values = [value for value in frame[column].unique().to_list() if value is not None]
        known = {value: situation(value, as_of, readings) for value in map(str, values)}
    else:
        whole_delta = (readings or {}).get("A272-5") == "R2"
        table = province_table(as_of >= MERGER, whole_delta)
        known = {name: dict(found) for name, found in table.items()}
        known |= {other: known[name] for other, name in ALSO_CALLED.items() if name in known}
        named = _folded(named)
    found: dict[str, nw.Expr] = {}
    for fact in facts:
        inside = sorted(name for name, told in known.items() if told.get(fact) is True)
        outside = sorted(name for name, told in known.items() if told.get(fact) is False)
        found[fact] = _told(named, inside, outside)
    return found


def _told(named: nw.Expr, inside: list[str], outside: list[str]) -> nw.Expr:
    no = nw.lit(None, dtype=nw.Boolean())
    if outside:
        no = nw.when(named.is_in(outside)).then(nw.lit(False))
    if not inside:
        return no
    return nw.when(named.is_in(inside)).then(nw.lit(True)).otherwise(no)


def _folded(named: nw.Expr) -> nw.Expr:
    """Fold as `plain_name` does: no prefix, case or accents, one kind of dash and space."""
    found = named.str.to_lowercase()
    for letter, accented in _PLAIN.items():
        found = found.str.replace_all(f"[{accented}]", letter)
    found = found.str.replace_all("[\u0300-\u036f]", "")
    found = found.str.replace_all("[\\s\u00a0]+", " ").str.strip_chars(" ")
    found = found.str.replace_all(r"^(tinh|thanh pho|tp)\b[. ]*", "")
    return found.str.replace_all(" ?[-–—] ?", " - ").str.strip_chars(" ")
