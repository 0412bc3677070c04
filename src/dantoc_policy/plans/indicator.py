"""What a target measures, and of whom."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from dantoc_policy.plans.fields import Key, MaybeWords, Part, Truth, Words
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit


class Sector(StrEnum):
    """The field of work that an indicator belongs to; tables and pictures are sorted by it."""

    INCOME = "income"
    PLACES = "places"
    SETTLEMENT = "settlement"
    INFRASTRUCTURE = "infrastructure"
    EDUCATION = "education"
    WORK = "work"
    HEALTH = "health"
    CULTURE = "culture"
    ENVIRONMENT = "environment"
    GOVERNANCE = "governance"
    GENERAL = "general"

    @property
    def text(self) -> Text:
        """The field in words."""
        return _SECTORS[self]


_SECTORS = {
    Sector.INCOME: Text("Thu nhập, giảm nghèo", "Income and poverty"),
    Sector.PLACES: Text("Địa bàn, nông thôn mới", "Places and new countryside"),
    Sector.SETTLEMENT: Text("Định cư, đất đai", "Settlement and land"),
    Sector.INFRASTRUCTURE: Text("Hạ tầng, thông tin", "Infrastructure and information"),
    Sector.EDUCATION: Text("Giáo dục", "Education"),
    Sector.WORK: Text("Lao động, sản xuất", "Work and production"),
    Sector.HEALTH: Text("Y tế", "Health"),
    Sector.CULTURE: Text("Văn hóa, xã hội", "Culture and society"),
    Sector.ENVIRONMENT: Text("Rừng, môi trường", "Forest and environment"),
    Sector.GOVERNANCE: Text("Hệ thống chính trị, cán bộ", "Public life and officials"),
    Sector.GENERAL: Text("Mục tiêu chung", "Overall goals"),
}


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

    `id` is a stable code of this library; `sector` its field of work; `national` names rows of
    the national framework; `official_code` is that of the statistical indicator system, null until
    it has a source.

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
    sector: Sector | None = Field(default=None, description="the field of work")
    unit: Unit | None = Field(default=None, description="null: nothing is counted or measured")
    direction: Direction = Direction.NONE
    population: Key
    national: tuple[str, ...] = Field(
        default=(), description="rows of the national framework, N01 to N28"
    )
    official_code: str | None = None
    of_national_average: Truth = Field(
        default=False, description="the value is a share of the same figure of the whole country"
    )
    note: MaybeWords = None
