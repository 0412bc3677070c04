"""`dantoc lint`: what is wrong with the citations of texts, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dantoc_policy.interfaces.cli.common import HAS_ERRORS, UNUSABLE, Lang, stopping
from dantoc_policy.interfaces.cli.options import Files, Language, Library

if TYPE_CHECKING:
    from dantoc_policy.interfaces.cli.lint_forms import Linted, Tally


class LintForm(StrEnum):
    """How issues are printed."""

    TEXT = "text"
    JSONL = "jsonl"
    SARIF = "sarif"


class Grade(StrEnum):
    """How grave an issue is, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def lint(
    files: Files = None,
    *,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Ngày xét hiệu lực / the day: 2022-02-15, 15/02/2022."),
    ] = None,
    form: Annotated[
        LintForm, typer.Option("--format", help="Dạng in ra / form printed.")
    ] = LintForm.TEXT,
    fix: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT",
            help="Ghi bản đã sửa / write a corrected copy: .docx .md .txt, or a folder.",
        ),
    ] = None,
    fail_on: Annotated[
        Grade, typer.Option(help="Mức làm cho mã thoát là 1 / gravity that gives status 1.")
    ] = Grade.WARNING,
    library: Library = None,
    lang: Language = Lang.VI,
) -> None:
    """Soát các viện dẫn trong một hay nhiều tệp: ký hiệu, ngày, hiệu lực tại một ngày.

    Check the citations in files: codes, dates, force on a day. Exit status: 0 nothing as grave as
    --fail-on, 1 something is, 2 a file cannot be used.
    """
    locale = lang.locale
    with stopping(locale):
        from dantoc_policy.interfaces.cli.arguments import day, library_with, needed

        if not files:
            raise needed("FILE", "tệp cần soát", "the file to check", "ke-hoach.docx")
        if as_of is None:
            raise needed(
                "--as-of",
                "ngày xét hiệu lực; không lấy ngày hôm nay thay",
                "the day; today is never assumed",
                "--as-of 2022-02-15",
            )
        from dantoc_policy.interfaces.cli.fix import Fixer
        from dantoc_policy.interfaces.cli.inputs import Inputs
        from dantoc_policy.interfaces.cli.lint_forms import Tally, linted, write_jsonl
        from dantoc_policy.interfaces.cli.output import opened

        inputs, on, tally = Inputs(files, locale), day(as_of), Tally()
        fixer = None if fix is None else Fixer.of(fix, inputs)
        found = _watched(linted(inputs, on, library_with(library, locale)), tally, fixer)
        with opened(None, ()) as stream:
            if form is LintForm.JSONL:
                write_jsonl(stream, found, locale)
            elif form is LintForm.SARIF:
                from dantoc_policy.interfaces.cli.sarif import write_sarif

                write_sarif(stream, found, inputs, on, locale)
            else:
                from dantoc_policy.interfaces.cli.lint_text import print_issues, print_tally

                print_issues(stream, found, locale)
                print_tally(stream, tally, on, locale, fixes=fixer is None)
        if fixer is not None:
            fixer.tell()
        if inputs.failed:
            raise typer.Exit(UNUSABLE)
        if tally.reaches(fail_on.value):
            raise typer.Exit(HAS_ERRORS)


def _watched(found: Iterable[Linted], tally: Tally, fixer: object) -> Iterator[Linted]:
    """Count what is found while it is printed, and write the corrected copy of each file."""
    from dantoc_policy.interfaces.cli.fix import Fixer

    for item in found:
        tally.add(item)
        if isinstance(fixer, Fixer):
            fixer.write(item)
        yield item
