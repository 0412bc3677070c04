"""What is written on the command line, as values."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.interfaces.cli.common import say
from dantoc_policy.values.calendar_dates import parse_date

if TYPE_CHECKING:
    from dantoc_policy.law.library import Documents


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


def library_with(path: Path | None, locale: Locale) -> Documents:
    """Give the packaged library, with the documents of --library added; tell its faulty entries."""
    from dantoc_policy.law.library import documents

    if path is None:
        return documents
    found = documents.with_file(path)
    known = set(documents.problems)
    for problem in found.problems:
        if problem not in known:
            say(problem, locale)
    return found
