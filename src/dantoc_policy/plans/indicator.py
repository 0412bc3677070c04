"""What a target measures, and of whom."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from dantoc_policy.plans.fields import Key, MaybeWords, Part, Words
from dantoc_policy.values.unit import Unit


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Population(Part):
    """Whose share, income or number is measured: persons, households, communes, villages.

    >>> Population(id="minority_households", name={"vi": "hộ DTTS", "en": "minority households"})
    Population(id='minority_households', name=Text(vi='hộ DTTS', en='minority households'))
    """

    id: Key
    name: Words


class Indicator(Part):
    """What is measured, of which population unless a target says another, in which unit.

    `id` is a stable code of this library; `national` names rows of the national framework;
    `official_code` is that of the statistical indicator system, null until it has a source.

    >>> Indicator(
    ...     id="road-to-centre",
    ...     name={
    ...         "vi": "xã có đường ô tô đến trung tâm",
    ...         "en": "communes with a road to the centre",
    ...     },
    ...     unit="percent",
    ...     direction="up",
    ...     population="communes",
    ... ).direction.value
    'up'
    """

    id: Key
    name: Words
    unit: Unit | None = Field(default=None, description="null: nothing is counted or measured")
    direction: Direction = Direction.NONE
    population: Key
    national: tuple[str, ...] = Field(
        default=(), description="rows of the national framework, N01 to N28"
    )
    official_code: str | None = None
    of_national_average: bool = Field(
        default=False, description="the value is a share of the same figure of the whole country"
    )
    note: MaybeWords = None
