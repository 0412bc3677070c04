"""`dantoc classify --explain`: one row in full."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

import typer

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.interfaces.cli.common import HAS_ERRORS, Form, console, say

if TYPE_CHECKING:
    from dantoc_policy.interfaces.classify_file import ClassifiedFile, RowResult


def explain_row(classified: ClassifiedFile, wanted: str, locale: Locale, form: Form | None) -> None:
    """Print the decision about one row, found by its number in the file or by its name."""
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
