"""The readable form of issues: where, the words concerned, what is wrong, what to write."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from rich.table import Table
from rich.text import Text as Styled

from dantoc_policy.errors import Locale, Severity
from dantoc_policy.interfaces.cli.common import console
from dantoc_policy.interfaces.cli.marked_text import Mark, excerpt, shown
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console

    from dantoc_policy.interfaces.cli.lint_forms import Linted, Tally
    from dantoc_policy.law.lint.issue import Issue

_COLOURS: Mapping[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}
_SEVERITIES: Mapping[Severity, Text] = {
    "error": Text("lỗi", "error"),
    "warning": Text("cảnh báo", "warning"),
    "note": Text("lưu ý", "note"),
}
_INDENT = 4
# What a line loses where it is broken between words.
_SLACK = 16
_WIDEST = 140


def print_issues(stream: TextIO, found: Iterable[Linted], locale: Locale) -> None:
    """Print each file's issues in the order of its text."""
    screen = console(file=stream)
    screen.width = min(screen.width, _WIDEST)
    for item in found:
        emit(screen, Styled(_head(item, locale), style="bold"))
        for _, issues in groupby(item.issues, key=lambda issue: issue.span):
            emit(screen, "")
            _print_place(screen, item, list(issues), locale)
        emit(screen, "")
        stream.flush()


def print_tally(stream: TextIO, tally: Tally, as_of: date, locale: Locale, *, fixes: bool) -> None:
    """Print how many issues there were in all, by which day, and how many can be corrected."""
    if not tally.files:
        return
    counts = _counts(tally.severities, locale)
    day = format_date(as_of, locale)
    files = tally.files
    text = Text(
        f"{files} tệp, xét hiệu lực ngày {day}: {counts}.",
        f"{files} {'file' if files == 1 else 'files'}, by the law of {day}: {counts}.",
    ).get(locale)
    screen = console(file=stream)
    emit(screen, Styled(text, style="bold"))
    if tally.certain and fixes:
        hint = Text(
            f"{tally.certain} chỗ sửa được chắc chắn (✓): thêm --fix OUT.",
            f"{tally.certain} can be corrected for certain (✓): add --fix OUT.",
        )
        emit(screen, hint.get(locale))


def _head(item: Linted, locale: Locale) -> str:
    severities: dict[str, int] = {}
    for issue in item.issues:
        severities[issue.severity] = severities.get(issue.severity, 0) + 1
    return f"{item.file.path}: {_counts(severities, locale)}"


def _counts(severities: Mapping[str, int], locale: Locale) -> str:
    parts: list[str] = []
    for severity, name in _SEVERITIES.items():
        if count := severities.get(severity, 0):
            plural = "s" if locale == "en" and count > 1 else ""
            parts.append(f"{count} {name.get(locale)}{plural}")
    return ", ".join(parts) or Text("không có lỗi nào", "nothing found").get(locale)


def _print_place(screen: Console, item: Linted, issues: list[Issue], locale: Locale) -> None:
    """Print what is wrong with one stretch of a text, below that stretch."""
    first = issues[0]
    mark = Mark(first.start, first.end, f"bold {_COLOURS[first.severity]}")
    place = item.file.place_at(first.start).get(locale)
    text = Styled().append(f"{place}: ", style="bold")
    room = (screen.width - _INDENT) * 2 - len(text) - _SLACK
    text.append_text(excerpt(item.file, mark, room))
    emit(screen, _hanging("", text, width=_INDENT // 2))
    names = [f"{_SEVERITIES[issue.severity].get(locale)} {issue.code}" for issue in issues]
    width = max(map(len, names))
    for name, issue in zip(names, issues, strict=True):
        told = Styled(issue.vi if locale == "vi" else issue.en)
        if issue.suggestion is not None:
            told.append("\n").append_text(_suggestion(issue, locale))
        if issue.basis:
            word = Text("căn cứ", "basis").get(locale)
            basis = "; ".join(provision.text(locale) for provision in issue.basis)
            told.append(f"\n{word}: {basis}", style="dim")
        head = Styled(" " * _INDENT).append(name, style=_COLOURS[issue.severity])
        emit(screen, _hanging(head, told, width=_INDENT + width + 2))


def _suggestion(issue: Issue, locale: Locale) -> Styled:
    """Say what to write; a tick says that it is certain."""
    sign = "✓" if issue.certain else "?"
    new = issue.suggestion
    text = shown(new) if new else Text("(bỏ chỗ này)", "(leave it out)").get(locale)
    return Styled(f"→ {text} {sign}", style="green" if issue.certain else "yellow")


def _hanging(head: str | Styled, text: Styled, *, width: int) -> Table:
    """Put a text beside its head, and keep it there where a terminal breaks the line."""
    grid = Table.grid(padding=0)
    grid.add_column(width=width, no_wrap=True)
    grid.add_column()
    grid.add_row(head, text)
    return grid
