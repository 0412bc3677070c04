"""What the commands of `dantoc plan` share: the plan that is named, days, problems of its file."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.common import UNUSABLE, say
from dantoc_policy.interfaces.cli.lookup import looking_up

if TYPE_CHECKING:
    from datetime import date

    from dantoc_policy.plans.plan import Plan

PlanName = Annotated[
    str,
    typer.Argument(
        metavar="PLAN", help="Kế hoạch: tên, số, hoặc tệp / a name, a number, a file .yaml .json."
    ),
]
OtherPlan = Annotated[
    str,
    typer.Argument(metavar="OTHER", help="Kế hoạch kia / the other plan: national-2021, a file."),
]
Observed = Annotated[
    list[str] | None,
    typer.Option(
        "--observations",
        metavar="FILE",
        help="Số liệu / figures: .csv .xlsx .yaml .json, or the name of a plan; repeatable.",
    ),
]


class TargetsForm(StrEnum):
    """How targets are printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


@contextmanager
def planning(locale: Locale) -> Generator[None]:
    """Turn the library's errors into clear lines and status 2; of a plan file, all of them."""
    with looking_up(locale):
        from dantoc_policy.interfaces.plans.problems import PlanFileError

        try:
            yield
        except PlanFileError as error:
            for problem in error.problems:
                say(problem, locale)
            raise typer.Exit(UNUSABLE) from None


def get_plan(name: str) -> Plan:
    """Give the plan that an argument names."""
    from dantoc_policy.interfaces.plans.read import load_plan

    return load_plan(name)


def needed_day_of(text: str | None, option: str, example: str) -> date:
    """Read the day of an option that the command cannot do without."""
    from attrs import evolve

    from dantoc_policy.errors import InputError
    from dantoc_policy.interfaces.cli.arguments import needed
    from dantoc_policy.values.calendar_dates import parse_date

    if text is None:
        raise needed(
            option,
            "ngày; không lấy ngày hôm nay thay",
            "the day; today is never assumed",
            f"{option} {example}",
        )
    try:
        return parse_date(text)
    except InputError as error:
        raise InputError(evolve(error.problem, place=option)) from None
