"""The command `dantoc`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command; say how to install what it needs where that is missing."""
    try:
        import rich  # noqa: F401 - asked here, so that what is missing is said in one line
        import typer  # noqa: F401
    except ModuleNotFoundError as error:
        from dantoc_policy.errors import MissingExtraError

        problem = MissingExtraError.for_extra("cli", error.name or "typer")
        sys.stderr.write(f"{problem}\n")
        raise SystemExit(2) from None
    from dantoc_policy.interfaces.cli.app import run

    run()
