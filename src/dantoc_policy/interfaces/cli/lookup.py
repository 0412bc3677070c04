"""What `dantoc place`, `group` and `body` share: arguments, days, answers as data, what to do."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from attrs import evolve

from dantoc_policy.errors import Locale, PolicyError, Problem
from dantoc_policy.interfaces.cli.common import stop

if TYPE_CHECKING:
    from datetime import date

EVERY_DAY = "all"
"""What --as-of says where every day is meant."""


class LookupForm(StrEnum):
    """How answers are printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


Name = Annotated[
    list[str], typer.Argument(metavar="NAME", help="Tên, mã hoặc mã định danh / name, code or id.")
]
Day = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Ngày xét / the day: 2025-07-01, 01/7/2025."),
]
DayOrAll = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="Ngày xét, hoặc all / the day, or all, the default."
    ),
]
Within = Annotated[
    str | None,
    typer.Option("--within", metavar="NAME", help="Thuộc huyện, tỉnh / in a district, province."),
]
Form = Annotated[LookupForm, typer.Option("--format", help="Dạng in ra / form printed.")]

# The library says what to call; at the command line it is another option or command.
_MENDS: Mapping[str, tuple[str, str]] = {
    "place.ambiguous": (
        "Ghi rõ loại (xã, phường, tỉnh), thêm --as-of hoặc --within, hoặc dùng mã định danh.",
        "Write the type before it, add --as-of or --within, or use an identifier.",
    ),
    "people.code_scheme": (
        "Thêm --codes 1979 hoặc --codes 2008.",
        "Add --codes 1979 or --codes 2008.",
    ),
    "body.ambiguous": (
        "Thêm --as-of hoặc --within, hoặc dùng mã định danh ở cuối mỗi ngoặc.",
        "Add --as-of or --within, or use the identifier at the end of each bracket.",
    ),
    "body.is_group": ("Xem bằng dantoc body show.", "See it with dantoc body show."),
    "body.only_issuer": (
        "Tìm văn bản bằng dantoc doc search.",
        "Look for its documents with dantoc doc search.",
    ),
    "body.not_there": (
        "Cơ quan kế tục: dantoc body successors.",
        "For who took over: dantoc body successors.",
    ),
    "body.not_yet": (
        "Cơ quan trước đó: dantoc body show.",
        "For who was there before: dantoc body show.",
    ),
}


@contextmanager
def looking_up(locale: Locale) -> Generator[None]:
    """Turn the library's errors into one clear line and status 2, with what to do here."""
    try:
        yield
    except PolicyError as error:
        stop(mended(error.problem), locale)


def mended(problem: Problem) -> Problem:
    """Say how to mend a problem at the command line."""
    if problem.code not in _MENDS:
        return problem
    vi, en = _MENDS[problem.code]
    return evolve(problem, mend_vi=vi, mend_en=en)


def day_or_all(text: str | None) -> date | None:
    """Read the day of --as-of; None where every day is meant."""
    from dantoc_policy.interfaces.cli.arguments import day

    return None if text is None or text.strip().casefold() == EVERY_DAY else day(text)


def needed_day(text: str | None, example: str) -> date:
    """Read the day of --as-of, which this command cannot do without."""
    from dantoc_policy.interfaces.cli.arguments import day, needed

    if text is None:
        raise needed(
            "--as-of",
            "ngày xét; không lấy ngày hôm nay thay",
            "the day; today is never assumed",
            f"--as-of {example}",
        )
    return day(text)


def print_data(form: LookupForm, whole: Any, records: Iterable[Any]) -> None:
    """Print an answer as one JSON value, or its records as one line each."""
    if form is LookupForm.JSON:
        typer.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return
    for record in records:
        typer.echo(json.dumps(record, ensure_ascii=False))
