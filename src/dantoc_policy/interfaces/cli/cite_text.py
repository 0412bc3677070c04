"""The readable form of citations: a table for each file, and the text with its citations marked."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten
from typing import TYPE_CHECKING, TextIO

from rich import box
from rich.table import Table
from rich.text import Text as Styled

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.common import console
from dantoc_policy.interfaces.cli.marked_text import Mark, marked_lines, shown
from dantoc_policy.interfaces.cli.output import KEPT_TOGETHER, emit
from dantoc_policy.law.document_type import document_types
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from rich.console import Console

    from dantoc_policy.interfaces.cli.cite_forms import Cited
    from dantoc_policy.interfaces.texts.text_file import TextFile
    from dantoc_policy.law.citation import Citation
    from dantoc_policy.law.document import Document

_NARROW = 110
_LONGEST = 100
_MEANT = "bold cyan"


def print_citations(
    stream: TextIO,
    found: Iterable[tuple[TextFile, list[Cited]]],
    locale: Locale,
    *,
    show: bool = False,
) -> None:
    """Print each file's citations as a table, below its text if that is asked for."""
    screen = console(file=stream)
    first = True
    for file, citations in found:
        if not first:
            emit(screen, "")
        first = False
        emit(screen, Styled(_head(file, citations, locale), style="bold"))
        if show:
            _print_text(screen, file, citations)
        if citations:
            emit(screen, "")
            emit(screen, _table(screen.width, citations, locale))
        stream.flush()


def _head(file: TextFile, citations: list[Cited], locale: Locale) -> str:
    count = len(citations)
    if not count:
        return Text(f"{file.path}: không có viện dẫn nào", f"{file.path}: no citation").get(locale)
    known = sum(item.resolved is not None for item in citations)
    unclear = sum(item.resolved is None and bool(item.candidates) for item in citations)
    vi = f"{file.path}: {count} viện dẫn; {known} có trong thư viện"
    word = "citation" if count == 1 else "citations"
    en = f"{file.path}: {count} {word}; {known} in the library"
    if unclear:
        vi, en = f"{vi}, {unclear} chưa rõ là văn bản nào", f"{en}, {unclear} not clear"
    return Text(vi, en).get(locale)


def _print_text(screen: Console, file: TextFile, citations: list[Cited]) -> None:
    emit(screen, "")
    marks = [
        Mark(item.citation.start, item.citation.end, _MEANT, f"[{number}]")
        for number, item in enumerate(citations, 1)
    ]
    for line in marked_lines(file, marks):
        emit(screen, line)


def _table(width: int, citations: list[Cited], locale: Locale) -> Table:
    narrow = width < _NARROW
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True, padding=(0, 1, 0, 0)
    )
    table.add_column("#", justify="right", style="dim", no_wrap=True)
    table.add_column(Text("Vị trí", "Place").get(locale), max_width=12 if narrow else 16)
    table.add_column(
        Text("Số, ký hiệu", "Code").get(locale), max_width=20 if narrow else 26, overflow="fold"
    )
    if narrow:
        table.add_column(Text("Loại, ngày, cơ quan", "Type, date, issuer").get(locale), ratio=3)
    else:
        table.add_column(Text("Loại", "Type").get(locale), max_width=16)
        table.add_column(Text("Ngày", "Date").get(locale), no_wrap=True)
        table.add_column(Text("Cơ quan ban hành", "Issuer").get(locale), ratio=2)
    table.add_column(Text("Văn bản trong thư viện", "In the library").get(locale), ratio=4)
    for number, item in enumerate(citations, 1):
        kind, day, issuer = _kind(item, locale), _day(item, locale), _issuer(item)
        about = [Styled("\n").join([it for it in (kind, day, issuer) if it.plain not in {"", "-"}])]
        place = item.file.place_at(item.citation.start).get(locale)
        table.add_row(
            str(number),
            place.replace(" ", KEPT_TOGETHER).replace(f",{KEPT_TOGETHER}", ", "),
            _code(item, locale),
            *(about if narrow else (kind, day, issuer)),
            _meant(item, locale),
        )
    return table


def _code(item: Cited, locale: Locale) -> Styled:
    """Give the code as printed, as it should be, and the provisions that are cited."""
    found = item.citation
    text = Styled().append(found.code or found.name or shown(found.text), style="bold")
    if found.canonical and found.canonical != found.code:
        text.append(f"\n→ {found.canonical}", style="yellow")
    for provision in found.provisions:
        text.append(f"\n{provision.place(locale)}", style="dim")
    return text


def _kind(item: Cited, locale: Locale) -> Styled:
    kind = document_types().get(item.citation.type or "")
    return Styled("-" if kind is None else kind.name.get(locale))


def _day(item: Cited, locale: Locale) -> Styled:
    found = item.citation
    if found.issue_date is not None:
        return Styled(format_date(found.issue_date, locale))
    return Styled("-" if found.issue_year is None else str(found.issue_year))


def _issuer(item: Cited) -> Styled:
    issuer = item.citation.issuer
    # What only follows from the letters is not what the text says.
    return Styled(issuer or "-", style="" if item.citation.issuer_printed else "dim")


def _meant(item: Cited, locale: Locale) -> Styled:
    """Say which document is meant, which ones may be, or that the library has none."""
    if item.resolved is not None:
        return _resolved(item.citation, item.resolved, locale)
    if item.candidates:
        text = Styled().append(Text("chưa rõ:", "not clear:").get(locale), style="yellow")
        for candidate in item.candidates:
            text.append(f"\n? {_named(candidate.document, locale)}")
        return text
    if item.is_own:
        return Styled(Text("chính văn bản này", "this text itself").get(locale), style="dim")
    if not item.excluded:
        return Styled(Text("không có", "none").get(locale), style="dim")
    text = Styled().append(Text("không khớp:", "does not fit:").get(locale), style="red")
    for candidate in item.excluded:
        reasons = "; ".join(reason.get(locale) for reason in candidate.reasons)
        title = candidate.document.citation(locale, first=False)
        text.append(f"\n✗ {title}: {reasons}")
    return text


def _resolved(citation: Citation, document: Document, locale: Locale) -> Styled:
    """Say of a document what the citation itself does not."""
    about = document.subject if locale == "vi" else document.subject_en or document.subject
    if document.number != citation.canonical:
        head = _named(document, locale)
    elif citation.issue_date is None and document.issued is not None:
        head = format_date(document.issued, locale)
    else:
        head = document.name or ""
    text = Styled().append(f"✓ {head}", style="green")
    if about and about.casefold() not in head.casefold():
        text.append(": " if head else "").append(shorten(about, _LONGEST, placeholder="…"))
    return text


def _named(document: Document, locale: Locale) -> str:
    day = "" if document.issued is None else f", {format_date(document.issued, locale)}"
    return f"{document.citation(locale, first=False)}{day}"
