"""`dantoc classify`: the region or status of every row of a file, by the law of a date."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dantoc_policy.errors import InputError, Locale, Problem
from dantoc_policy.interfaces.cli.common import (
    HAS_ERRORS,
    Lang,
    UnitName,
    console,
    say,
    stop,
    stopping,
)

if TYPE_CHECKING:
    import datetime as dt

    from dantoc_policy.interfaces.classify_file import ClassifiedFile, RowResult

_LONG = 2000


class Form(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


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
        if template is not None:
            _template(template, as_of, instrument, out, locale, quiet=quiet)
            return
        if source is None:
            raise _needed("INPUT", "tệp cần phân loại", "the file to classify")
        if as_of is None:
            raise _needed(
                "--as-of",
                "ngày tính; không lấy ngày hôm nay thay",
                "the day; today is never assumed",
                "--as-of 2021-06-04",
            )
        from dantoc_policy.interfaces.classify_file import classify_file

        classified = classify_file(
            source,
            _day(as_of),
            unit=unit.value,
            instrument=instrument,
            readings=_readings(reading or []),
            sheet=sheet,
        )
        if explain is not None:
            _explain(classified, explain, locale, form)
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
    from dantoc_policy.interfaces.files.write import plain

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


def _explain(classified: ClassifiedFile, wanted: str, locale: Locale, form: Form | None) -> None:
    result = _find(classified, wanted)
    found = result.evaluation
    if form in (Form.JSON, Form.JSONL):
        record = classified.record(result)
        if found is not None:
            record["findings"] = found.to_dict()["findings"]
        indent = 2 if form is Form.JSON else None
        typer.echo(json.dumps(record, ensure_ascii=False, indent=indent))
    else:
        _print_explanation(classified, result, locale)
    if result.has_errors:
        raise typer.Exit(HAS_ERRORS)


def _print_explanation(classified: ClassifiedFile, result: RowResult, locale: Locale) -> None:
    found = result.evaluation
    if found is not None:
        typer.echo(_wrapped(found.explain(locale)))
    else:
        word = {"vi": "không tính được", "en": "not computed"}[locale]
        typer.echo(f"{result.name or result.row.number}: {word}")
    told = {warning.code for warning in found.warnings} if found is not None else set()
    for problem in result.problems:
        if problem.code not in told:
            typer.echo(_wrapped(f"  [{problem.code}] {problem.message(locale)}"))
    for note in classified.notes:
        if note.code not in told:
            say(note, locale)


def _find(classified: ClassifiedFile, wanted: str) -> RowResult:
    """Find a row by its number in the file, or by its name."""
    from dantoc_policy.interfaces.files.cells import folded

    first = last = None
    columns = classified.columns
    for row in columns.table.scan():
        if first is None:
            first = row.number
        last = row.number
        if wanted == str(row.number) or (
            not wanted.isdigit() and folded(columns.name(row) or "") == folded(wanted)
        ):
            return classified.result(row)
    raise InputError.of(
        "row.not_found",
        place="--explain",
        vi=f"không có dòng {wanted}.",
        en=f"there is no row {wanted}.",
        mend_vi=f"Dòng đánh số như trong tệp, từ {first} đến {last}; cũng có thể ghi tên.",
        mend_en=f"Rows are numbered as in the file, {first} to {last}; a name will do, too.",
    )


def _wrapped(text: str) -> str:
    """Break long lines for a terminal under their own indentation."""
    import textwrap

    screen = console()
    if not screen.is_terminal:
        return text
    return "\n".join(
        textwrap.fill(
            line,
            screen.width,
            subsequent_indent=" " * (len(line) - len(line.lstrip()) + 4),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in text.splitlines()
    )


def _template(
    unit: UnitName,
    as_of: str | None,
    instrument: str | None,
    out: Path | None,
    locale: Locale,
    *,
    quiet: bool,
) -> None:
    """Write an empty sheet; with a day or an instrument only the columns that it asks for."""
    from dantoc_policy.instruments.registry import instruments, select
    from dantoc_policy.interfaces.files.template import write_template

    rule = None
    if as_of is not None or instrument is not None:
        day = _day(as_of) if as_of is not None else next(iter(instruments().values())).issued
        rule = select(unit.value, day, instrument).instrument.rules[unit.value]
    target = out or Path(f"{unit.value}.xlsx")
    if out is None and target.exists():
        stop(
            Problem(
                code="output.exists",
                place=str(target),
                vi="đã có tệp này.",
                en="this file exists already.",
                mend_vi="Đặt tên khác bằng -o.",
                mend_en="Give another name with -o.",
            ),
            locale,
        )
    write_template(target, unit.value, rule=rule, locale=locale)
    if not quiet:
        word = {"vi": "Đã ghi mẫu trống", "en": "Empty sheet written"}[locale]
        typer.echo(f"{word}: {target}")


def _day(text: str) -> dt.date:
    from dantoc_policy.values.calendar_dates import parse_date

    try:
        return parse_date(text)
    except InputError as error:
        from attrs import evolve

        raise InputError(evolve(error.problem, place="--as-of")) from None


def _readings(given: list[str]) -> dict[str, str] | None:
    found = {}
    for item in given:
        key, sign, option = item.partition("=")
        if not sign or not key.strip() or not option.strip():
            raise InputError.of(
                "reading.unreadable",
                place="--reading",
                vi=f"không đọc được {item!r}.",
                en=f"{item!r} cannot be read.",
                mend_vi="Ghi như A33-3=R2.",
                mend_en="Write it like A33-3=R2.",
            )
        found[key.strip()] = option.strip()
    return found or None


def _needed(place: str, vi: str, en: str, example: str = "") -> InputError:
    more_vi = f"Thêm, ví dụ: {example}." if example else "Xem dantoc classify --help."
    more_en = f"Add it, for example: {example}." if example else "See dantoc classify --help."
    return InputError.of(
        "argument.missing",
        place=place,
        vi=f"còn thiếu {vi}.",
        en=f"missing: {en}.",
        mend_vi=more_vi,
        mend_en=more_en,
    )
