"""What the commands share: languages, error lines, and the consoles they print to."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, NoReturn, TextIO

import typer

from dantoc_policy.errors import Locale, PolicyError, Problem

if TYPE_CHECKING:
    from rich.console import Console

UNUSABLE = 2
"""The exit status for input that cannot be used at all."""
HAS_ERRORS = 1
"""The exit status where all was read, but some rows had errors."""


class Lang(StrEnum):
    """The language of what people read."""

    VI = "vi"
    EN = "en"

    @property
    def locale(self) -> Locale:
        """The same as the library names it."""
        return "vi" if self is Lang.VI else "en"


class UnitName(StrEnum):
    """The kinds of places that can be classified, and ethnic groups."""

    COMMUNE = "commune"
    VILLAGE = "village"
    PROVINCE = "province"
    ETHNIC_GROUP = "ethnic_group"


class Form(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def say(problem: Problem, locale: Locale) -> None:
    """Print one problem on stderr, with its code."""
    words = {
        "error": {"vi": "lỗi", "en": "error"},
        "warning": {"vi": "cảnh báo", "en": "warning"},
        "note": {"vi": "lưu ý", "en": "note"},
    }[problem.severity]
    sys.stdout.flush()
    sys.stderr.write(f"{words[locale]} [{problem.code}] {problem.message(locale)}\n")


def stop(problem: Problem, locale: Locale) -> NoReturn:
    """Print why the input cannot be used, and leave with status 2."""
    say(problem, locale)
    raise typer.Exit(UNUSABLE)


@contextmanager
def stopping(locale: Locale) -> Generator[None]:
    """Turn the library's errors into one clear line and status 2."""
    try:
        yield
    except PolicyError as error:
        stop(error.problem, locale)


def console(*, stderr: bool = False, file: TextIO | None = None) -> Console:
    """Give a console for tables; where nothing tells the width it has 100 columns."""
    from rich.console import Console

    found = Console(stderr=stderr, file=file, highlight=False, soft_wrap=False)
    stream = file or (sys.stderr if stderr else sys.stdout)
    if not stream.isatty() and "COLUMNS" not in os.environ:
        found.width = 100
    return found
