"""`dantoc schema`: the JSON Schema of a record, or of plan files."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer


class SchemaName(StrEnum):
    """What there is a schema of."""

    COMMUNE = "commune"
    VILLAGE = "village"
    PROVINCE = "province"
    ETHNIC_GROUP = "ethnic_group"
    PLAN = "plan"


def schema(
    kind: Annotated[
        SchemaName,
        typer.Argument(help="Loại bản ghi, hoặc kế hoạch / kind of record, or a plan."),
    ],
) -> None:
    """In JSON Schema của một bản ghi hoặc tệp kế hoạch / print the JSON Schema of a record."""
    if kind is SchemaName.PLAN:
        from dantoc_policy.interfaces.plans.schema import plan_schema

        found = plan_schema()
    else:
        from dantoc_policy.instruments.classify import UNITS

        found = UNITS[kind.value].model_json_schema()
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
