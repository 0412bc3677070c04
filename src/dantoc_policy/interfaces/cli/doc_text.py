"""The readable form of what the library knows: a document, its status, its life, its relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from rich import box
from rich.table import Table
from rich.text import Text as Styled
from rich.tree import Tree

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.common import console
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.law.document_title import issued_by
from dantoc_policy.law.document_type import document_type
from dantoc_policy.law.relation import NAMES
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.law.document import Document
    from dantoc_policy.law.force.history import History
    from dantoc_policy.law.force.links import Link
    from dantoc_policy.law.force.status import LegalStatus
    from dantoc_policy.law.library import Documents
    from dantoc_policy.law.registry.graph import Graph
    from dantoc_policy.law.registry.search import Match

_WIDEST = 120
_STATUS_COLOURS = {
    "in_force": "green",
    "partly_expired": "yellow",
    "partly_suspended": "yellow",
    "expired": "red",
    "suspended": "red",
}


def shown_document(documents: Documents, document: Document) -> dict[str, Any]:
    """Give a document as plain JSON data, with its names and what others do to it."""
    around = documents.graph().around(document)
    return {
        "id": document.id,
        "title": document.title,
        "citation": document.citation(),
        **document.to_dict(),
        "incoming": [
            {
                "source": link.source.id,
                "kind": link.relation.kind,
                "provisions": list(link.relation.provisions),
                "verified": link.relation.verified,
            }
            for link in around.edges
            if link.target.id == document.id
        ],
    }


def print_document(documents: Documents, document: Document, locale: Locale) -> None:
    """Print what a document is, and how it and others bear on each other."""
    screen = console()
    screen.width = min(screen.width, _WIDEST)
    emit(screen, Styled(document.citation(locale), style="bold"))
    emit(screen, "")
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value, field in _fields(document, locale):
        doubt = field and not document.is_verified(field)
        text = Styled(value)
        if doubt:
            text.append(Text(" (chưa kiểm chứng)", " (unverified)").get(locale), style="yellow")
        grid.add_row(label.get(locale), text)
    emit(screen, grid)
    around = documents.graph().around(document)
    if around.edges:
        emit(screen, "")
        emit(screen, _tree(around, document, 1, locale, head=_RELATIONS.get(locale)))


_RELATIONS = Text("Quan hệ với văn bản khác", "Relations to other documents")


def _fields(document: Document, locale: Locale) -> Iterator[tuple[Text, str, str]]:
    """Give label, value, and the name of the field, for what is known."""

    def day(value: date | None) -> str:
        return "" if value is None else format_date(value, locale)

    unknown = Text("không rõ", "not known").get(locale)
    rows = (
        (Text("Số, ký hiệu", "Number"), document.number or "", "number"),
        (Text("Tên", "Name"), document.name or "", "name"),
        (Text("Loại", "Type"), document_type(document.type).name.get(locale), "type"),
        (Text("Cơ quan ban hành", "Issuer"), issued_by(document, locale), "issuers"),
        (Text("Ban hành", "Issued"), day(document.issued), "issued"),
        (Text("Có hiệu lực", "In force from"), day(document.effective) or unknown, "effective"),
        (Text("Hết hiệu lực", "Without force from"), day(document.expires), "expires"),
        (Text("Trích yếu", "Subject"), document.subject or "", "subject"),
        (Text("Tiếng Anh", "In English"), document.subject_en or "", "subject_en"),
        (Text("Người ký", "Signed by"), "; ".join(document.signers), "signers"),
        (
            Text("Giai đoạn", "Period governed"),
            "" if document.governs is None else document.governs.text(locale),
            "governs",
        ),
        (Text("Tên gọi khác", "Also called"), "; ".join(it.name for it in document.aliases), ""),
        # The notes of the catalogue are in English only.
        (Text("Ghi chú (tiếng Anh)", "Note"), document.note or "", ""),
        (Text("Nguồn", "Source"), document.source, ""),
        (Text("Mã định danh", "Identifier"), document.id, ""),
    )
    for label, value, field in rows:
        if value:
            yield label, value, "" if value == unknown else field


def print_status(found: LegalStatus, locale: Locale) -> None:
    """Print whether a document is in force on a day, and by what."""
    screen = console()
    screen.width = min(screen.width, _WIDEST)
    head = found.label.get(locale)
    if not found.certain:
        head += Text(" (không chắc chắn)", " (not certain)").get(locale)
    elif not found.verified:
        head += Text(" (chưa kiểm chứng)", " (unverified)").get(locale)
    colour = _STATUS_COLOURS.get(found.status, "yellow")
    emit(screen, Styled(head[0].upper() + head[1:], style=f"bold {colour}"))
    emit(screen, found.text(locale))


def print_history(found: History, locale: Locale) -> None:
    """Print the life of a document, one event a line."""
    screen = console()
    screen.width = min(screen.width, _WIDEST)
    head, *events = found.text(locale).splitlines()
    emit(screen, Styled(head, style="bold"))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column()
    grid.add_column()
    for line in events:
        grid.add_row("-", Styled(line.removeprefix("- ")))
    emit(screen, grid)


def print_matches(found: Sequence[Match], locale: Locale) -> None:
    """Print the documents that a search found, the best first."""
    screen = console()
    if not found:
        emit(screen, Text("Không tìm thấy văn bản nào.", "No document found.").get(locale))
        return
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True, padding=(0, 1, 0, 0)
    )
    table.add_column(Text("Văn bản", "Document").get(locale), ratio=2)
    table.add_column(Text("Ngày", "Date").get(locale), no_wrap=True)
    table.add_column(Text("Trích yếu", "Subject").get(locale), ratio=4)
    for match in found:
        document = match.document
        subject = document.subject if locale == "vi" else document.subject_en or document.subject
        day = document.issued
        table.add_row(
            Styled(document.citation(locale, first=False), style="bold"),
            str(document.year or "-") if day is None else format_date(day, locale),
            Styled(subject or "-"),
        )
    emit(screen, table)


def print_graph(found: Graph, root: Document, depth: int, locale: Locale) -> None:
    """Print the relations of a document as a tree, each document once."""
    screen = console()
    screen.width = min(screen.width, _WIDEST)
    head = root.citation(locale, first=False)
    emit(screen, _tree(found, root, depth, locale, head=head))


def _tree(found: Graph, document: Document, depth: int, locale: Locale, *, head: str) -> Tree:
    """Lay the relations out around a document; another one stands where it is nearest."""
    tree = Tree(Styled(head, style="bold"))
    seen = {document.id}
    level = [(document, tree)]
    for _ in range(depth):
        following: list[tuple[Document, Tree]] = []
        for node, branch in level:
            new: dict[str, tuple[Document, Tree]] = {}
            for link, other, verb in _links(found, node, locale):
                if other.id not in seen:
                    leaf = branch.add(_leaf(link, other, verb, locale))
                    new.setdefault(other.id, (other, leaf))
            seen.update(new)
            following.extend(new.values())
        level = following
    return tree


def _links(found: Graph, node: Document, locale: Locale) -> Iterator[tuple[Link, Document, str]]:
    """Give the relations of a document with the other end, and the verb as seen from here."""
    for link in found.edges:
        active, passive = NAMES[link.relation.kind]
        if link.source.id == node.id:
            yield link, link.target, active.get(locale)
        elif link.target.id == node.id:
            yield link, link.source, passive.get(locale)


def _leaf(link: Link, other: Document, verb: str, locale: Locale) -> Styled:
    text = Styled().append(f"{verb}: ", style="dim")
    text.append(other.citation(locale, first=False))
    if link.relation.provisions:
        text.append(f" ({', '.join(link.relation.provisions)})")
    if other.issued is not None:
        text.append(f", {format_date(other.issued, locale)}")
    if not link.relation.verified:
        text.append(Text(" (chưa kiểm chứng)", " (unverified)").get(locale), style="yellow")
    return text
