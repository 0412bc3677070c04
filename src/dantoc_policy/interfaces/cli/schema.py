"""`dantoc schema`: the JSON Schema of a record."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.common import UnitName


def schema(
    unit: Annotated[UnitName, typer.Argument(help="Loại bản ghi / kind of record.")],
) -> None:
    """In JSON Schema của một bản ghi / print the JSON Schema of a record."""
    from dantoc_policy.instruments.classify import UNITS

    typer.echo(json.dumps(UNITS[unit.value].model_json_schema(), ensure_ascii=False, indent=2))
