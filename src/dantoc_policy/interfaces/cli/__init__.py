"""The command `dantoc`."""

from __future__ import annotations

import sys
from importlib import import_module


def main() -> None:
    """Run the command; say how to install what it needs where that is missing."""
    try:
        # Asked here, so that what is missing is said in one line.
        for package in ("rich", "typer"):
            import_module(package)
    except ModuleNotFoundError as error:
        from dantoc_policy.errors import MissingExtraError

        problem = MissingExtraError.for_extra("cli", error.name or "typer")
        sys.stderr.write(f"{problem}\n")
        raise SystemExit(2) from None
    from dantoc_policy.interfaces.cli.app import run

    run()
