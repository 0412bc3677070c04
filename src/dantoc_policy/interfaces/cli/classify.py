"""`dantoc classify`: the region or status of every row of a file, by the law of a date."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.common import (
    HAS_ERRORS,
    Form,
    Lang,
    UnitName,
    console,
    stopping,
)

if TYPE_CHECKING:
    from dantoc_policy.interfaces.classify_file import ClassifiedFile, RowResult

_LONG = 2000


def classify(  # noqa: PLR0913 - one parameter an option
    source: Annotated[
        Path | None,
        typer.Argument(metavar="INPUT", help="Tệp / file: .csv .xlsx .parquet .json .jsonl"),
    ] = None,
    *,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Ngày tính / the day: 2021-06-04, 04/6/2021."),
    ] = None,
    unit: Annotated[UnitName, typer.Option(help="Loại đơn vị / kind of place.")] = UnitName.COMMUNE,
    instrument: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Văn bản / instrument, such as 33/2020/QĐ-TTg."),
    ] = None,
    reading: Annotated[
        list[str] | None,
        typer.Option(metavar="ID=R", help="Cách hiểu / reading, such as A33-3=R2; repeatable."),
    ] = None,
    lang: Annotated[Lang, typer.Option(help="Ngôn ngữ / language.")] = Lang.VI,
    form: Annotated[
        Form | None, typer.Option("--format", help="Dạng in ra / form printed; default table.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help="Ghi ra / write to .csv .xlsx .parquet .json .jsonl",
        ),
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option(metavar="ROW", help="Giải thích một dòng / explain one row: number or name."),
    ] = None,
    template: Annotated[
        UnitName | None, typer.Option(help="Ghi mẫu trống / write an empty sheet to fill in.")
    ] = None,
    sheet: Annotated[str | None, typer.Option(help="Trang tính Excel / Excel sheet.")] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Không tổng hợp / no summary.")
    ] = False,
) -> None:
    """Phân định từng dòng của một tệp theo pháp luật tại một ngày.

    Classify each row of a file by the law of a date. Exit status: 0 all read, 1 some rows have
    errors, 2 the input cannot be used.
    """
    locale = lang.locale
    with stopping(locale):
        from dantoc_policy.interfaces.cli.arguments import day, needed, readings

        if template is not None:
            from dantoc_policy.interfaces.cli.template import template_for

            template_for(template, as_of, instrument, out, locale, quiet=quiet)
            return
        if source is None:
            raise needed("INPUT", "tệp cần phân loại", "the file to classify")
        if as_of is None:
            raise needed(
                "--as-of",
                "ngày tính; không lấy ngày hôm nay thay",
                "the day; today is never assumed",
                "--as-of 2021-06-04",
            )
        from dantoc_policy.interfaces.classify_file import classify_file

        classified = classify_file(
            source,
            day(as_of),
            unit=unit.value,
            instrument=instrument,
            readings=readings(reading or []),
            sheet=sheet,
        )
        if explain is not None:
            from dantoc_policy.interfaces.cli.explain import explain_row

            explain_row(classified, explain, locale, form)
            return
        _run(classified, form, out, locale, quiet=quiet)


def _run(
    classified: ClassifiedFile, form: Form | None, out: Path | None, locale: Locale, *, quiet: bool
) -> None:
    from dantoc_policy.interfaces.cli.show import Notes, print_results, print_summary

    notes = Notes()
    results: Iterable[RowResult] = _watched(classified, quiet=quiet)
    if out is not None:
        from dantoc_policy.interfaces.files.write import check_target, write_file

        check_target(out, classified.columns.table.path)
        if form is not None and form is not Form.TABLE:
            results = _printed(classified, results, form)
        elif form is Form.TABLE:
            results = list(results)
            notes = print_results(console(), classified, results, locale)
        else:
            results = _noted(classified, results, notes, locale)
        write_file(out, classified, results, locale)
    elif form in (None, Form.TABLE):
        notes = print_results(console(), classified, results, locale)
    else:
        for result in _printed(classified, results, form):
            _note(classified, result, notes, locale)
    if not quiet:
        # What machines read has stdout to itself.
        pure = form in (Form.JSON, Form.JSONL)
        print_summary(console(stderr=pure), classified, notes, locale)
        if out is not None:
            word = {"vi": "Đã ghi", "en": "Written"}[locale]
            typer.echo(f"{word}: {out}", err=pure)
    if classified.summary.with_errors:
        raise typer.Exit(HAS_ERRORS)


def _noted(
    classified: ClassifiedFile, results: Iterable[RowResult], notes: object, locale: Locale
) -> Iterator[RowResult]:
    for result in results:
        _note(classified, result, notes, locale)
        yield result


def _note(classified: ClassifiedFile, result: RowResult, notes: object, locale: Locale) -> None:
    from dantoc_policy.interfaces.cli.show import Notes

    known = {note.code for note in classified.notes}
    for problem in result.problems:
        if isinstance(notes, Notes) and problem.code not in known:
            notes.number(problem, result.row.number, locale)


def _printed(
    classified: ClassifiedFile, results: Iterable[RowResult], form: Form | None
) -> Iterator[RowResult]:
    """Print each result as a line of jsonl or an element of a JSON array, and pass it on."""
    from dantoc_policy.interfaces.files.results import plain

    columns, write = classified.columns.table.columns, sys.stdout.write
    array = form is Form.JSON
    if array:
        write("[")
    for number, result in enumerate(results):
        given = {
            column: plain(cell) for column, cell in zip(columns, result.row.cells, strict=True)
        }
        text = json.dumps(classified.record(result) | {"input": given}, ensure_ascii=False)
        write(f"{',' if number else ''}\n {text}" if array else f"{text}\n")
        yield result
    if array:
        write("\n]\n")


def _watched(classified: ClassifiedFile, *, quiet: bool) -> Iterator[RowResult]:
    """Show how far long input is, where somebody looks."""
    count = classified.columns.table.count
    if quiet or count < _LONG or not sys.stderr.isatty():
        yield from classified
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as progress:
        yield from progress.track(classified, total=count)
