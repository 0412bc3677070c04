"""The facts of a village (thôn, bản, làng, phum, sóc, xóm, ấp, tổ dân phố) that classify it."""

from __future__ import annotations

from typing import ClassVar

from dantoc_policy.places.inhabited import InhabitedPlace
from dantoc_policy.records.fields import Count, Measure, Rate, Truth, Word
from dantoc_policy.records.record import fact
from dantoc_policy.values.fact import Relation
from dantoc_policy.values.unit import Unit


class Village(InhabitedPlace):
    """A village with the facts that Decisions 50/2016, 33/2020 and Decree 272/2025 ask for.

    Counts are whole numbers, lengths are km, areas km², shares percent (0-100). Every fact may
    be left out. Raises `pydantic.ValidationError` where figures contradict each other.

    >>> Village(name="Khuổi Mèo", households=40, has_national_grid=False).has_national_grid
    False
    """

    RELATIONS: ClassVar[tuple[Relation, ...]] = InhabitedPlace.RELATIONS

    commune: Word = None
    commune_meets_new_rural_standard: Truth = fact(
        Unit.TRUTH,
        "xã đã được công nhận đạt chuẩn nông thôn mới",
        "its commune is recognised as meeting the new-rural standard",
        headings=("Xã đạt chuẩn NTM", "Xã đạt chuẩn nông thôn mới"),
    )
    has_passable_road: Truth = fact(
        Unit.TRUTH,
        "có đường đi lại được từ thôn đến trung tâm xã, không rất khó khăn vào mùa mưa",
        "has a road to the commune centre that is not very hard to travel in the rainy season",
        lever=True,
        headings=("Có đường đi lại được đến trung tâm xã", "Có đường đến trung tâm xã"),
    )
    has_national_grid: Truth = fact(
        Unit.TRUTH,
        "có điện lưới quốc gia",
        "has the national power grid",
        lever=True,
        headings=("Có điện lưới quốc gia", "Có điện lưới"),
    )
    households_off_grid: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ chưa được sử dụng điện lưới quốc gia",
        "households not using the national grid",
        part_of="households",
        lever=True,
        headings=("Số hộ chưa được sử dụng điện lưới quốc gia", "Số hộ chưa có điện lưới"),
    )
    off_grid_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ hộ chưa được sử dụng điện lưới quốc gia",
        "share of households not using the national grid",
        share_of=("households_off_grid", "households"),
        lever=True,
        headings=(
            "Tỷ lệ hộ chưa được sử dụng điện lưới quốc gia (%)",
            "Tỷ lệ hộ chưa có điện lưới (%)",
        ),
    )
    main_road_meets_new_rural_standard: Truth = fact(
        Unit.TRUTH,
        "đường trục chính thôn hoặc liên thôn được cứng hóa theo tiêu chí nông thôn mới",
        "main village or inter-village road is hardened to the new-rural criterion",
        lever=True,
        headings=("Đường trục chính thôn đạt chuẩn NTM",),
    )
    kindergarten_rooms: Count = fact(
        Unit.ROOMS,
        "số phòng học mẫu giáo",
        "kindergarten rooms",
        headings=("Số phòng học mẫu giáo", "Số phòng mẫu giáo"),
    )
    kindergarten_rooms_not_solid: Count = fact(
        Unit.ROOMS,
        "số phòng học mẫu giáo chưa kiên cố",
        "kindergarten rooms that are not solid",
        part_of="kindergarten_rooms",
        lever=True,
        headings=("Số phòng học mẫu giáo chưa kiên cố",),
    )
    has_standard_culture_house: Truth = fact(
        Unit.TRUTH,
        "có nhà văn hóa - khu thể thao thôn theo quy định",
        "has a village culture house and sports ground to standard",
        lever=True,
        headings=("Có nhà văn hóa - khu thể thao thôn",),
    )
    area_slope_at_least_15_percent_km2: Measure = fact(
        Unit.SQUARE_KILOMETRES,
        "diện tích có độ dốc địa hình từ 15% trở lên",
        "area with a slope of 15 % or more",
        part_of="natural_area_km2",
        headings=("Diện tích có độ dốc từ 15% trở lên (km2)",),
    )
    village_road_km: Measure = fact(
        Unit.KILOMETRES,
        "chiều dài đường thôn, liên thôn",
        "length of village and inter-village roads",
        headings=("Chiều dài đường thôn, liên thôn (km)",),
    )
    hardened_village_road_km: Measure = fact(
        Unit.KILOMETRES,
        "chiều dài đường thôn, liên thôn được cứng hóa, ô tô đi lại quanh năm",
        "length of hardened village roads open to cars all year",
        part_of="village_road_km",
        lever=True,
        headings=("Đường thôn, liên thôn được cứng hóa (km)",),
    )
