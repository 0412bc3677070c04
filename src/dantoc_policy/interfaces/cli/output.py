"""Where a command prints to: the standard output, or a file that appears when all went well."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# A blank between words that stay on one line. Rich breaks lines at a no-break space as well; this
# sign it leaves alone, and `emit` makes it a space.
KEPT_TOGETHER = "\N{BRAILLE PATTERN BLANK}"


@contextmanager
def opened(out: Path | None, sources: Iterable[Path], *, mark: bool = False) -> Generator[TextIO]:
    """Open the output; with `mark`, a file begins with the byte order mark that Excel asks for."""
    if out is None:
        yield sys.stdout
        return
    from dantoc_policy.interfaces.files.write import check_place, replacing

    check_place(out, sources)
    encoding = "utf-8-sig" if mark else "utf-8"
    with replacing(out) as draft, draft.open("w", encoding=encoding, newline="") as stream:
        yield stream


def emit(console: Console, *parts: RenderableType) -> None:
    """Print without the blanks that fill lines up; what is kept together stays on one line."""
    with console.capture() as captured:
        console.print(*parts)
    for line in captured.get().splitlines():
        console.file.write(line.replace(KEPT_TOGETHER, " ").rstrip() + "\n")
