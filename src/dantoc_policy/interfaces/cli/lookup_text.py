"""The readable form that look-ups share: heads, fields, tables, and answers of several lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text as Styled

from dantoc_policy.errors import Locale, PolicyError
from dantoc_policy.interfaces.cli.common import console
from dantoc_policy.interfaces.cli.output import KEPT_TOGETHER, emit
from dantoc_policy.law.provision import Provision
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from rich.console import Console

    from dantoc_policy.values.period import Period

_WIDEST = 120
_UNVERIFIED = Text(" (chưa kiểm chứng)", " (unverified)")

Field = tuple[Text, str, bool]
"""A label, its value, and whether a source confirms it."""


def screen() -> Console:
    """Give the console, no wider than reads well."""
    found = console()
    found.width = min(found.width, _WIDEST)
    return found


def capital(text: str) -> str:
    """Write the first letter large and leave the others.

    >>> capital("phường Gia Sàng")
    'Phường Gia Sàng'
    """
    return text[:1].upper() + text[1:]


def together(text: str) -> str:
    """Keep a text on one line.

    >>> len(together("từ 01/7/2025").split())
    1
    """
    return text.replace(" ", KEPT_TOGETHER)


def doubted(text: str, verified: bool, locale: Locale) -> Styled:
    """Mark a text that no source confirms."""
    found = Styled(text)
    if not verified:
        found.append(_UNVERIFIED.get(locale), style="yellow")
    return found


def print_head(to: Console, text: str) -> None:
    """Print what the answer is about."""
    emit(to, Styled(capital(text), style="bold"))


def print_section(to: Console, title: Text, locale: Locale) -> None:
    """Print the title of a part, with a free line above."""
    emit(to, "")
    emit(to, Styled(title.get(locale), style="bold"))


def print_fields(to: Console, fields: Iterable[Field], locale: Locale) -> None:
    """Print labels and values, those without a value left out."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value, verified in fields:
        if value:
            grid.add_row(label.get(locale), doubted(value, verified, locale))
    emit(to, grid)


def plain_table(locale: Locale, columns: Sequence[Text], ratios: Sequence[int]) -> Table:
    """Begin a table; a column of ratio 0 is as wide as what stands in it."""
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True, padding=(0, 1, 0, 0)
    )
    for name, ratio in zip(columns, ratios, strict=True):
        table.add_column(name.get(locale), ratio=ratio or None, overflow="fold")
    return table


def print_lines(to: Console, lines: Iterable[str | Styled]) -> None:
    """Print lines that may begin with a bullet; what goes on stands under the words."""
    for line in lines:
        text = line if isinstance(line, Styled) else Styled(line)
        bare = text.plain.lstrip()
        indent = len(text.plain) - len(bare)
        bullet = bare[:1] if bare[:2] in {"- ", "* "} else ""
        start = indent + 2 if bullet else indent
        if not start:
            emit(to, text)
            continue
        grid = Table.grid(padding=0)
        grid.add_column(width=start, no_wrap=True)
        grid.add_column(overflow="fold")
        grid.add_row(" " * indent + bullet, text[start:])
        emit(to, grid)


def print_answer(text: str) -> None:
    """Print an answer: its first line stands out, the others may have bullets."""
    to = screen()
    head, *lines = text.splitlines()
    print_head(to, head)
    print_lines(to, lines)


@cache
def document_title(number: str, locale: Locale) -> str:
    """Name a document as the library of documents has it, or by its number alone.

    >>> document_title("202/2025/QH15", "en")
    'Resolution 202/2025/QH15'
    """
    from dantoc_policy.law.library import documents

    try:
        return documents.get(number).citation(locale, first=False)
    except PolicyError:
        return Provision(number).text(locale)


def days_text(days: Period, locale: Locale) -> str:
    """Say when something was there; an unknown first day is no beginning of time.

    >>> from dantoc_policy.values.period import Period
    >>> days_text(Period(None, None), "en"), days_text(Period.parse("2025-07-01.."), "en")
    ('since when is not known', 'from 1 July 2025')
    """
    if days.start is None and days.end is None:
        return Text("chưa rõ từ ngày nào", "since when is not known").get(locale)
    return days.text(locale)
