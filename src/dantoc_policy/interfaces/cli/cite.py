"""`dantoc cite`: the documents that texts cite, and which document of the library each one is."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.common import UNUSABLE, Lang, stopping
from dantoc_policy.interfaces.cli.options import Files, Language, Library


class CiteForm(StrEnum):
    """How citations are printed."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


_BY_ENDING = {".jsonl": CiteForm.JSONL, ".csv": CiteForm.CSV}


def cite(
    files: Files = None,
    *,
    form: Annotated[
        CiteForm | None, typer.Option("--format", help="Dạng in ra / form printed; default text.")
    ] = None,
    named: Annotated[
        bool,
        typer.Option("--named", help="Cả văn bản chỉ nêu tên / also those cited by name only."),
    ] = False,
    context: Annotated[
        bool,
        typer.Option("--context", help="Cả cách gọi tắt / also short forms that refer back."),
    ] = False,
    show: Annotated[
        bool, typer.Option("--show", help="In cả văn bản, đánh dấu / print the text, marked.")
    ] = False,
    library: Library = None,
    lang: Language = Lang.VI,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="OUT", help="Ghi ra / write to .txt .jsonl .csv"),
    ] = None,
) -> None:
    """Tìm các văn bản được viện dẫn trong một hay nhiều tệp.

    Find the documents that files cite. Exit status: 0 read, 2 no file can be used; a bad file
    among good ones is told and left out.
    """
    locale = lang.locale
    with stopping(locale):
        from dantoc_policy.interfaces.cli.arguments import library_with, needed

        if not files:
            raise needed("FILE", "tệp cần đọc", "the file to read", "ke-hoach.docx")
        from dantoc_policy.interfaces.cli.cite_forms import cited, write_csv, write_jsonl
        from dantoc_policy.interfaces.cli.inputs import Inputs
        from dantoc_policy.interfaces.cli.output import opened

        inputs = Inputs(files, locale)
        ending = "" if out is None else out.suffix.casefold()
        kind = form or _BY_ENDING.get(ending, CiteForm.TEXT)
        with opened(out, inputs.paths, mark=kind is CiteForm.CSV) as stream:
            found = cited(inputs, library_with(library, locale), named=named, context=context)
            if kind is CiteForm.JSONL:
                write_jsonl(stream, found)
            elif kind is CiteForm.CSV:
                write_csv(stream, found, locale)
            else:
                from dantoc_policy.interfaces.cli.cite_text import print_citations

                print_citations(stream, found, locale, show=show)
            if not inputs.read:
                raise typer.Exit(UNUSABLE)
        if out is not None:
            word = {"vi": "Đã ghi", "en": "Written"}[locale]
            typer.echo(f"{word}: {out}", err=True)
