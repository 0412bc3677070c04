"""The commands of `dantoc`, and what happens when one of them cannot go on."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.body import body
from dantoc_policy.interfaces.cli.cite import cite
from dantoc_policy.interfaces.cli.classify import classify
from dantoc_policy.interfaces.cli.doc import doc
from dantoc_policy.interfaces.cli.group import group
from dantoc_policy.interfaces.cli.lint import lint
from dantoc_policy.interfaces.cli.place import place
from dantoc_policy.interfaces.cli.plan import plan
from dantoc_policy.interfaces.cli.rule import rule
from dantoc_policy.interfaces.cli.schema import schema

app = typer.Typer(
    name="dantoc",
    help="Công tác dân tộc: pháp luật quyết định thế nào, tại một ngày, theo điều khoản nào.\n\n"
    "Vietnamese ethnic-affairs law: what it gives, on a date, by which clause.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command()(classify)
app.command()(cite)
app.command()(lint)
app.add_typer(doc, name="doc")
app.add_typer(place, name="place")
app.add_typer(group, name="group")
app.add_typer(body, name="body")
app.add_typer(plan, name="plan")
app.command()(schema)
app.command()(rule)


def _version(asked: bool) -> None:
    if asked:
        from dantoc_policy import __version__

        typer.echo(f"dantoc-policy {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="In phiên bản / version."),
    ] = False,
) -> None:
    del version  # its callback has done all


def run() -> None:
    """Run the command line; a reader that closes the pipe early is no failure."""
    for stream in (sys.stdout, sys.stderr):
        # Names and provisions need their diacritics, whatever the terminal's locale is.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
