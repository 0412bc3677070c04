"""What is written on the command line of `dantoc classify`, as values."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from dantoc_policy.errors import InputError
from dantoc_policy.values.calendar_dates import parse_date


def day(text: str) -> dt.date:
    """Read the day of --as-of."""
    try:
        return parse_date(text)
    except InputError as error:
        raise InputError(evolve(error.problem, place="--as-of")) from None


def readings(given: list[str]) -> dict[str, str] | None:
    """Read the choices of --reading."""
    found = {}
    for item in given:
        key, sign, option = item.partition("=")
        if not sign or not key.strip() or not option.strip():
            raise InputError.of(
                "reading.unreadable",
                place="--reading",
                vi=f"không đọc được {item!r}.",
                en=f"{item!r} cannot be read.",
                mend_vi="Ghi như A33-3=R2.",
                mend_en="Write it like A33-3=R2.",
            )
        found[key.strip()] = option.strip()
    return found or None


def needed(place: str, vi: str, en: str, example: str = "") -> InputError:
    """Say what has to be given."""
    more_vi = f"Thêm, ví dụ: {example}." if example else "Xem dantoc classify --help."
    more_en = f"Add it, for example: {example}." if example else "See dantoc classify --help."
    return InputError.of(
        "argument.missing",
        place=place,
        vi=f"còn thiếu {vi}.",
        en=f"missing: {en}.",
        mend_vi=more_vi,
        mend_en=more_en,
    )
