"""The facts of a province that make it a minority or mountainous one."""

from __future__ import annotations

from dantoc_policy.places.record import PlaceRecord
from dantoc_policy.records.fields import Count, Measure, Rate
from dantoc_policy.records.record import fact
from dantoc_policy.values.unit import Unit


class Province(PlaceRecord):
    """A province with the facts that Decree 272/2025 asks for.

    >>> Province(name="Lào Cai", communes=99).communes
    99
    """

    population: Count = fact(
        Unit.PERSONS, "dân số", "population", headings=("Dân số", "Tổng dân số")
    )
    minority_population: Count = fact(
        Unit.PERSONS,
        "số người dân tộc thiểu số",
        "minority persons",
        part_of="population",
        headings=("Số người DTTS", "Dân số DTTS", "Số người dân tộc thiểu số"),
    )
    minority_population_share: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ người dân tộc thiểu số",
        "share of minority persons",
        share_of=("minority_population", "population"),
        headings=("Tỷ lệ người DTTS (%)", "Tỷ lệ dân số DTTS (%)"),
    )
    communes: Count = fact(
        Unit.COMMUNES, "tổng số xã", "communes", headings=("Số xã", "Tổng số xã")
    )
    minority_communes: Count = fact(
        Unit.COMMUNES,
        "số xã dân tộc thiểu số",
        "minority communes",
        part_of="communes",
        headings=("Số xã DTTS",),
    )
    mountainous_communes: Count = fact(
        Unit.COMMUNES,
        "số xã miền núi",
        "mountainous communes",
        part_of="communes",
        headings=("Số xã miền núi",),
    )
    natural_area_km2: Measure = fact(
        Unit.SQUARE_KILOMETRES,
        "diện tích tự nhiên",
        "natural area",
        headings=("Diện tích tự nhiên (km2)", "Diện tích tự nhiên"),
    )
    area_at_or_above_200m_km2: Measure = fact(
        Unit.SQUARE_KILOMETRES,
        "diện tích có độ cao từ 200 m trở lên so với mực nước biển",
        "area at 200 m above sea level or higher",
        part_of="natural_area_km2",
        headings=("Diện tích có độ cao từ 200m trở lên (km2)",),
    )
