"""The two official orders of codes, of 1979 and of 2008: a bare code says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from attrs import field, frozen

from dantoc_policy.data import load
from dantoc_policy.errors import InputError
from dantoc_policy.values.text import Text


@frozen
class CodeScheme:
    """One order of codes: the document that set it, its first day, and codes for no group.

    >>> code_scheme("2008").document, code_scheme("2008").others["55"].en
    ('1019/QĐ-TCTK', 'foreigner')
    """

    id: str
    name: Text
    document: str
    since: date
    others: Mapping[str, Text] = field(hash=False)
    source: str
    verified: bool
    note: str | None


@cache
def code_schemes() -> Mapping[str, CodeScheme]:
    """Give the orders of codes by their years.

    >>> list(code_schemes())
    ['1979', '2008']
    """
    return {row["id"]: _read(row) for row in load("peoples/code_schemes")}


def code_scheme(key: str | int) -> CodeScheme:
    """Give the order of codes of a year; another year is an InputError."""
    try:
        return code_schemes()[str(key)]
    except KeyError:
        years = ", ".join(f'"{year}"' for year in code_schemes())
        raise InputError.of(
            "people.unknown_scheme",
            vi=f"không có bảng mã dân tộc “{key}”.",
            en=f"there is no order of codes “{key}”.",
            mend_vi=f"Dùng một trong: {years}.",
            mend_en=f"Use one of: {years}.",
        ) from None


def _read(row: Mapping[str, Any]) -> CodeScheme:
    others = {code: Text(name["vi"], name["en"]) for code, name in row.get("others", {}).items()}
    return CodeScheme(
        id=row["id"],
        name=Text(row["vi"], row["en"]),
        document=row["document"],
        since=date.fromisoformat(row["since"]),
        others=others,
        source=row["source"],
        verified=row["verified"],
        note=row.get("note"),
    )


def two_digits(code: str | int) -> str:
    """Write a code with its two digits, as sheets lose the first one.

    >>> two_digits(8), two_digits(" 8 "), two_digits("08")
    ('08', '08', '08')
    """
    return str(code).strip().zfill(2)
