"""`dantoc classify --template`: an empty sheet to fill in."""

from __future__ import annotations

from pathlib import Path

import typer

from dantoc_policy.errors import Locale, Problem
from dantoc_policy.interfaces.cli.arguments import day
from dantoc_policy.interfaces.cli.common import UnitName, stop


def template_for(
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
        on = day(as_of) if as_of is not None else next(iter(instruments().values())).issued
        rule = select(unit.value, on, instrument).instrument.rules[unit.value]
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
