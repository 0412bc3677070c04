"""The arguments and options that several commands have, with the words of their help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.common import Lang

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE", help="Văn bản / documents: .docx .pdf .html .md .txt; - is stdin."
    ),
]
Library = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Văn bản của riêng bạn / your own documents: YAML, JSON."),
]
Language = Annotated[Lang, typer.Option("--lang", help="Ngôn ngữ / language.")]
