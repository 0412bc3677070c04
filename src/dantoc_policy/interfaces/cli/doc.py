"""`dantoc doc`: the documents of the library: what they are, their force on a day, their life."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from attrs import evolve

from dantoc_policy.errors import InputError, Locale, Problem
from dantoc_policy.interfaces.cli.common import Lang, stopping
from dantoc_policy.interfaces.cli.options import Language, Library

if TYPE_CHECKING:
    from pathlib import Path

    from dantoc_policy.law.document import Document
    from dantoc_policy.law.library import Documents

doc = typer.Typer(
    help="Văn bản trong thư viện: nội dung, hiệu lực, lịch sử, quan hệ.\n\n"
    "The documents of the library: what they are, their force, their life, their relations.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class DocForm(StrEnum):
    """How answers are printed."""

    TEXT = "text"
    JSON = "json"


class GraphForm(StrEnum):
    """How a graph is printed."""

    TEXT = "text"
    JSON = "json"
    MERMAID = "mermaid"


Key = Annotated[
    list[str],
    typer.Argument(metavar="KEY", help="Số, ký hiệu, tên hoặc mã / number, name or identifier."),
]
Form = Annotated[DocForm, typer.Option("--format", help="Dạng in ra / form printed.")]


@doc.command()
def show(
    key: Key, *, form: Form = DocForm.TEXT, library: Library = None, lang: Language = Lang.VI
) -> None:
    """In những gì thư viện biết về một văn bản / what the library knows of a document."""
    locale = lang.locale
    with stopping(locale):
        from dantoc_policy.interfaces.cli.doc_text import print_document, shown_document

        documents = _library(library, locale)
        found = _get(documents, key)
        if form is DocForm.JSON:
            _print_json(shown_document(documents, found))
        else:
            print_document(documents, found, locale)


@doc.command()
def status(
    key: Key,
    *,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Ngày xét / the day: 2022-02-15, 15/02/2022."),
    ] = None,
    form: Form = DocForm.TEXT,
    library: Library = None,
    lang: Language = Lang.VI,
) -> None:
    """Cho biết văn bản có hiệu lực vào một ngày không / whether a document is in force on a day."""
    locale = lang.locale
    with stopping(locale):
        from dantoc_policy.interfaces.cli.arguments import day, needed

        if as_of is None:
            raise needed(
                "--as-of",
                "ngày xét hiệu lực; không lấy ngày hôm nay thay",
                "the day; today is never assumed",
                "--as-of 2022-02-15",
            )
        documents = _library(library, locale)
        found = documents.status(_get(documents, key), day(as_of))
        if form is DocForm.JSON:
            _print_json(found.to_dict())
        else:
            from dantoc_policy.interfaces.cli.doc_text import print_status

            print_status(found, locale)


@doc.command()
def history(
    key: Key, *, form: Form = DocForm.TEXT, library: Library = None, lang: Language = Lang.VI
) -> None:
    """In những gì đã xảy ra với một văn bản / what has happened to a document, in order."""
    locale = lang.locale
    with stopping(locale):
        documents = _library(library, locale)
        found = documents.history(_get(documents, key))
        if form is DocForm.JSON:
            _print_json(found.to_dict())
        else:
            from dantoc_policy.interfaces.cli.doc_text import print_history

            print_history(found, locale)


@doc.command()
def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help="Số, tên, trích yếu / number, name, words.")
    ],
    *,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Chỉ những gì đã có vào ngày này / what there was then."),
    ] = None,
    form: Form = DocForm.TEXT,
    library: Library = None,
    lang: Language = Lang.VI,
) -> None:
    """Tìm văn bản theo số, tên hoặc trích yếu / find documents by number, name or subject."""
    locale = lang.locale
    with stopping(locale):
        from dantoc_policy.interfaces.cli.arguments import day

        on = None if as_of is None else day(as_of)
        found = _library(library, locale).search(" ".join(words), as_of=on)
        if form is DocForm.JSON:
            _print_json([match.to_dict() for match in found])
        else:
            from dantoc_policy.interfaces.cli.doc_text import print_matches

            print_matches(found, locale)


@doc.command()
def graph(
    key: Key,
    *,
    depth: Annotated[int, typer.Option(min=0, help="Số bước quan hệ / relations away.")] = 1,
    form: Annotated[
        GraphForm, typer.Option("--format", help="Dạng in ra / form printed.")
    ] = GraphForm.TEXT,
    library: Library = None,
    lang: Language = Lang.VI,
) -> None:
    """In quan hệ của một văn bản với văn bản khác / how a document bears on others."""
    locale = lang.locale
    with stopping(locale):
        documents = _library(library, locale)
        root = _get(documents, key)
        found = documents.graph().around(root, depth)
        if form is GraphForm.JSON:
            _print_json(found.to_dict())
        elif form is GraphForm.MERMAID:
            typer.echo(found.to_mermaid(locale))
        else:
            from dantoc_policy.interfaces.cli.doc_text import print_graph

            print_graph(found, root, depth, locale)


def _library(path: Path | None, locale: Locale) -> Documents:
    from dantoc_policy.interfaces.cli.arguments import library_with

    return library_with(path, locale)


def _get(documents: Documents, key: list[str]) -> Document:
    """Give the document that the words of the command line name."""
    name = " ".join(key)
    try:
        return documents.get(name)
    except InputError as error:
        raise InputError(_mended(error.problem, name)) from None


def _mended(problem: Problem, name: str) -> Problem:
    """Say how to mend it here, where no further arguments tell documents apart."""
    if problem.code == "document.ambiguous":
        return evolve(
            problem,
            mend_vi=f"Thêm ngày hoặc năm ban hành: “{name}@2003-03-12”, hoặc dùng mã định danh.",
            mend_en=f"Add the day or year of issue: “{name}@2003-03-12”, or use the identifier.",
        )
    if problem.code == "document.unknown" and "find()" in problem.mend_en:
        return evolve(
            problem,
            mend_vi="Tìm bằng dantoc doc search.",
            mend_en="Search with dantoc doc search.",
        )
    return problem


def _print_json(found: Any) -> None:
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
