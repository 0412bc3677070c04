"""`dantoc rule`: an instrument's criteria as sentences."""

from __future__ import annotations

from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.common import Lang, UnitName, stopping


def rule(
    code: Annotated[str, typer.Argument(help="Số hiệu văn bản / code, such as 33/2020/QĐ-TTg.")],
    unit: Annotated[UnitName, typer.Argument(help="Loại đơn vị / kind of place.")],
    lang: Annotated[Lang, typer.Option(help="Ngôn ngữ / language.")] = Lang.VI,
    markdown: Annotated[bool, typer.Option("--markdown", help="In Markdown.")] = False,
) -> None:
    """In tiêu chí của một văn bản / print the criteria of an instrument."""
    from dantoc_policy.instruments.registry import instruments, select
    from dantoc_policy.rules.words import describe

    with stopping(lang.locale):
        # The day only matters for the warning that comes with a named instrument.
        day = next(iter(instruments().values())).issued
        found = select(unit.value, day, code).instrument
        typer.echo(describe(found.rules[unit.value], lang.locale, markdown=markdown).rstrip("\n"))
