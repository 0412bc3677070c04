"""The facts that communes and villages share: households, poverty, people, situation."""

from __future__ import annotations

from typing import ClassVar

from dantoc_policy.places.record import PlaceRecord
from dantoc_policy.records.fields import Count, Measure, Rate, Truth
from dantoc_policy.records.record import fact
from dantoc_policy.values.fact import Relation, overlap_of, part_of, parts_of
from dantoc_policy.values.unit import Unit


class InhabitedPlace(PlaceRecord):
    """A place where households live, with the facts that communes and villages share."""

    RELATIONS: ClassVar[tuple[Relation, ...]] = (
        part_of("poor_minority_households", "minority_households"),
        part_of("poor_minority_households", "households"),
        part_of("stable_minority_households", "minority_households"),
        part_of("stable_minority_households", "households"),
        parts_of(("poor_households", "near_poor_households"), "households"),
        overlap_of(
            "poor_minority_households", "poor_households", "minority_households", "households"
        ),
    )

    households: Count = fact(
        Unit.HOUSEHOLDS,
        "tổng số hộ",
        "households",
        headings=("Số hộ", "Tổng số hộ", "Tổng số hộ dân", "Số hộ dân"),
    )
    minority_households: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ dân tộc thiểu số",
        "minority households",
        part_of="households",
        headings=("Số hộ DTTS", "Số hộ dân tộc thiểu số", "Hộ DTTS", "Tổng số hộ DTTS"),
    )
    minority_share: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ hộ dân tộc thiểu số",
        "share of minority households",
        share_of=("minority_households", "households"),
        headings=("Tỷ lệ hộ DTTS (%)", "Tỷ lệ hộ dân tộc thiểu số (%)", "Tỷ lệ DTTS (%)"),
    )
    poor_households: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ nghèo",
        "poor households",
        part_of="households",
        lever=True,
        headings=("Số hộ nghèo", "Hộ nghèo", "Tổng số hộ nghèo"),
    )
    poor_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ hộ nghèo",
        "share of poor households",
        share_of=("poor_households", "households"),
        lever=True,
        headings=("Tỷ lệ hộ nghèo (%)", "Tỷ lệ nghèo (%)"),
    )
    near_poor_households: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ cận nghèo",
        "near-poor households",
        part_of="households",
        lever=True,
        headings=("Số hộ cận nghèo", "Hộ cận nghèo", "Tổng số hộ cận nghèo"),
    )
    poor_and_near_poor_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ hộ nghèo và cận nghèo (nghèo đa chiều)",
        "share of poor and near-poor households (multidimensional poverty)",
        share_of=("poor_households", "near_poor_households", "households"),
        lever=True,
        headings=(
            "Tỷ lệ hộ nghèo và cận nghèo (%)",
            "Tỷ lệ hộ nghèo, cận nghèo (%)",
            "Tỷ lệ nghèo đa chiều (%)",
        ),
    )
    poor_minority_households: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ nghèo dân tộc thiểu số",
        "poor minority households",
        part_of="poor_households",
        lever=True,
        headings=(
            "Số hộ nghèo DTTS",
            "Số hộ nghèo dân tộc thiểu số",
            "Hộ nghèo DTTS",
            "Số hộ nghèo là hộ DTTS",
        ),
    )
    poor_minority_share: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ hộ dân tộc thiểu số trong hộ nghèo",
        "share of minority households among the poor",
        share_of=("poor_minority_households", "poor_households"),
        lever=True,
        headings=(
            "Tỷ lệ hộ DTTS trong số hộ nghèo (%)",
            "Tỷ lệ hộ nghèo DTTS trong tổng số hộ nghèo (%)",
        ),
    )
    stable_households: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ sinh sống ổn định",
        "households living stably",
        part_of="households",
        headings=("Số hộ sinh sống ổn định",),
    )
    stable_minority_households: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ dân tộc thiểu số sinh sống ổn định thành cộng đồng",
        "minority households living stably as a community",
        part_of="stable_households",
        headings=("Số hộ DTTS sinh sống ổn định",),
    )
    population: Count = fact(
        Unit.PERSONS,
        "dân số",
        "population",
        headings=("Dân số", "Tổng dân số", "Tổng số người", "Số nhân khẩu", "Nhân khẩu"),
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
    national_poor_and_near_poor_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ nghèo đa chiều cả nước",
        "national rate of multidimensional poverty",
        headings=("Tỷ lệ nghèo đa chiều cả nước (%)",),
    )
    national_poor_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ hộ nghèo cả nước",
        "national rate of poor households",
        headings=("Tỷ lệ hộ nghèo cả nước (%)",),
    )
    in_mekong_delta: Truth = fact(
        Unit.TRUTH,
        "thuộc vùng Đồng bằng sông Cửu Long",
        "in the Mekong Delta",
        headings=("Thuộc ĐBSCL", "Vùng ĐBSCL", "Đồng bằng sông Cửu Long"),
    )
    in_southeast: Truth = fact(
        Unit.TRUTH,
        "thuộc vùng Đông Nam Bộ",
        "in the Southeast",
        headings=("Thuộc Đông Nam Bộ", "Vùng Đông Nam Bộ"),
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
    households_with_electricity_contract: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ có hợp đồng mua bán điện",
        "households with an electricity contract",
        part_of="households",
        lever=True,
        headings=("Số hộ có hợp đồng mua bán điện",),
    )
