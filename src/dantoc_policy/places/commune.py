"""The facts of a commune (xã, phường, thị trấn, đặc khu) that classify it."""

from __future__ import annotations

from typing import ClassVar

from dantoc_policy.places.inhabited import InhabitedPlace
from dantoc_policy.records.fields import Capacity, Count, Measure, Rate, Truth
from dantoc_policy.records.record import fact
from dantoc_policy.values.fact import Relation, part_of, parts_of
from dantoc_policy.values.unit import Unit


class Commune(InhabitedPlace):
    """A commune with the facts that Decisions 50/2016, 33/2020 and Decree 272/2025 ask for.

    Counts are whole numbers, lengths are km, areas km² or ha, amounts đồng, shares percent
    (0-100). Every fact may be left out; a number may be given as bounds, `{"above": 50}`.
    Raises `pydantic.ValidationError` where figures contradict each other.

    >>> commune = Commune(name="Hòa Bắc", households=1383, minority_households=248)
    >>> commune.poor_households is None
    True
    """

    RELATIONS: ClassVar[tuple[Relation, ...]] = (
        *InhabitedPlace.RELATIONS,
        part_of("minority_people_15_60", "minority_population"),
        part_of("minority_people_15_60", "population"),
        part_of("illiterate_minority_people_15_60", "people_15_60"),
        part_of("illiterate_minority_people_15_60", "minority_population"),
        part_of("illiterate_minority_people_15_60", "population"),
        part_of("mountainous_villages", "villages"),
        part_of("especially_difficult_villages", "villages"),
        parts_of(
            ("households_with_hygienic_latrine", "households_without_hygienic_latrine"),
            "households",
        ),
    )

    people_15_60: Count = fact(
        Unit.PERSONS,
        "số người từ 15 đến 60 tuổi",
        "people aged 15 to 60",
        part_of="population",
        headings=("Số người 15-60 tuổi", "Số người từ 15-60 tuổi"),
    )
    minority_people_15_60: Count = fact(
        Unit.PERSONS,
        "số người dân tộc thiểu số từ 15 đến 60 tuổi",
        "minority people aged 15 to 60",
        part_of="people_15_60",
        headings=("Số người DTTS 15-60 tuổi", "Số người DTTS từ 15-60 tuổi"),
    )
    illiterate_minority_people_15_60: Count = fact(
        Unit.PERSONS,
        "số người dân tộc thiểu số từ 15 đến 60 tuổi chưa biết đọc, biết viết tiếng phổ thông",
        "minority people aged 15 to 60 who cannot read and write Vietnamese",
        part_of="minority_people_15_60",
        lever=True,
        headings=(
            "Số người DTTS 15-60 tuổi chưa biết đọc, biết viết tiếng phổ thông",
            "Số người DTTS 15-60 tuổi mù chữ",
        ),
    )
    illiterate_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ người dân tộc thiểu số từ 15 đến 60 tuổi chưa biết đọc, biết viết tiếng phổ thông",
        "share of minority people aged 15 to 60 who cannot read and write Vietnamese",
        share_of=("illiterate_minority_people_15_60", "minority_people_15_60"),
        lever=True,
        headings=(
            "Tỷ lệ người DTTS 15-60 tuổi chưa biết đọc, biết viết tiếng phổ thông (%)",
            "Tỷ lệ mù chữ DTTS 15-60 tuổi (%)",
        ),
    )
    employed_workers: Count = fact(
        Unit.WORKERS,
        "số lao động có việc làm",
        "employed workers",
        headings=("Số lao động có việc làm", "Lao động có việc làm"),
    )
    untrained_workers: Count = fact(
        Unit.WORKERS,
        "số lao động có việc làm chưa qua đào tạo từ 3 tháng trở lên",
        "employed workers without training of three months or more",
        part_of="employed_workers",
        lever=True,
        headings=(
            "Số lao động chưa qua đào tạo",
            "Số lao động có việc làm chưa qua đào tạo từ 3 tháng trở lên",
        ),
    )
    untrained_rate: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ lao động có việc làm chưa qua đào tạo từ 3 tháng trở lên",
        "share of employed workers without training of three months or more",
        share_of=("untrained_workers", "employed_workers"),
        lever=True,
        headings=("Tỷ lệ lao động chưa qua đào tạo (%)",),
    )
    income_per_capita: Measure = fact(
        Unit.VND,
        "thu nhập bình quân đầu người (cùng kỳ với số cả nước)",
        "income per capita (of the same period as the national one)",
        lever=True,
        headings=("Thu nhập bình quân đầu người", "Thu nhập bình quân đầu người (đồng)"),
    )
    national_income_per_capita: Measure = fact(
        Unit.VND,
        "thu nhập bình quân đầu người cả nước",
        "national income per capita",
        headings=("Thu nhập bình quân đầu người cả nước",),
    )
    meets_new_rural_standard: Truth = fact(
        Unit.TRUTH,
        "đã được công nhận đạt chuẩn nông thôn mới",
        "recognised as meeting the new-rural standard",
        lever=True,
        headings=("Đạt chuẩn NTM", "Đạt chuẩn nông thôn mới", "Xã đạt chuẩn NTM", "NTM"),
    )
    villages: Count = fact(
        Unit.VILLAGES, "tổng số thôn", "villages", headings=("Số thôn", "Tổng số thôn")
    )
    minority_area_villages: Count = fact(
        Unit.VILLAGES,
        "số thôn thuộc vùng dân tộc thiểu số và miền núi",
        "villages in the minority and mountainous area",
        part_of="villages",
        headings=("Số thôn vùng DTTS&MN", "Số thôn thuộc vùng DTTS&MN"),
    )
    mountainous_villages: Count = fact(
        Unit.VILLAGES,
        "số thôn miền núi",
        "mountainous villages",
        part_of="minority_area_villages",
        headings=("Số thôn miền núi",),
    )
    especially_difficult_villages: Count = fact(
        Unit.VILLAGES,
        "số thôn đặc biệt khó khăn",
        "especially difficult villages",
        part_of="minority_area_villages",
        lever=True,
        headings=("Số thôn ĐBKK", "Số thôn đặc biệt khó khăn"),
    )
    road_to_district_km: Measure = fact(
        Unit.KILOMETRES,
        "chiều dài đường từ trung tâm huyện đến trung tâm xã",
        "length of the road from the district centre to the commune centre",
        headings=("Khoảng cách đến trung tâm huyện (km)", "Đường đến trung tâm huyện (km)"),
    )
    unpaved_road_to_district_km: Measure = fact(
        Unit.KILOMETRES,
        "chiều dài đường từ trung tâm huyện đến trung tâm xã chưa được rải nhựa hoặc đổ bê tông",
        "length of that road without asphalt or concrete",
        part_of="road_to_district_km",
        lever=True,
        headings=("Đường đến trung tâm huyện chưa nhựa hóa, bê tông hóa (km)",),
    )
    unpaved_share: Rate = fact(
        Unit.PERCENT,
        "tỷ lệ đường từ trung tâm huyện đến trung tâm xã chưa được rải nhựa hoặc đổ bê tông",
        "share of the road from the district centre without asphalt or concrete",
        share_of=("unpaved_road_to_district_km", "road_to_district_km"),
        lever=True,
        headings=("Tỷ lệ đường chưa nhựa hóa, bê tông hóa (%)",),
    )
    commune_road_km: Measure = fact(
        Unit.KILOMETRES,
        "chiều dài đường xã",
        "length of commune roads",
        headings=("Chiều dài đường xã (km)", "Đường xã (km)"),
    )
    paved_commune_road_km: Measure = fact(
        Unit.KILOMETRES,
        "chiều dài đường xã được nhựa hóa, bê tông hóa, ô tô đi lại quanh năm",
        "length of paved commune roads open to cars all year",
        part_of="commune_road_km",
        lever=True,
        headings=("Đường xã được nhựa hóa, bê tông hóa (km)",),
    )
    degraded_commune_road_km: Measure = fact(
        Unit.KILOMETRES,
        "chiều dài đường xã đã nhựa hóa, bê tông hóa nhưng xuống cấp nghiêm trọng",
        "length of paved commune roads that are seriously degraded",
        part_of="commune_road_km",
        lever=True,
        headings=("Đường xã xuống cấp nghiêm trọng (km)",),
    )
    main_road_meets_new_rural_standard: Truth = fact(
        Unit.TRUTH,
        "đường trục chính đến UBND xã hoặc đường liên xã được nhựa hóa, bê tông hóa theo "
        "tiêu chí nông thôn mới",
        "main road to the commune seat, or inter-commune road, paved to the new-rural criterion",
        lever=True,
        headings=("Đường trục chính xã đạt chuẩn NTM",),
    )
    schools: Count = fact(
        Unit.SCHOOLS, "số trường học", "schools", headings=("Số trường học", "Số trường")
    )
    schools_at_facility_level_1: Count = fact(
        Unit.SCHOOLS,
        "số trường đạt tiêu chuẩn cơ sở vật chất mức độ 1",
        "schools with facilities at level 1",
        part_of="schools",
        lever=True,
        headings=("Số trường đạt chuẩn cơ sở vật chất mức độ 1",),
    )
    schools_meet_national_standard: Truth = fact(
        Unit.TRUTH,
        "trường mầm non, tiểu học và trung học cơ sở đều đạt chuẩn quốc gia",
        "kindergarten, primary and lower secondary schools all meet the national standard",
        lever=True,
        headings=("Các trường đạt chuẩn quốc gia",),
    )
    has_boarding_school: Truth = fact(
        Unit.TRUTH,
        "có trường phổ thông dân tộc nội trú",
        "has an ethnic boarding school",
        headings=("Có trường phổ thông dân tộc nội trú", "Có trường nội trú"),
    )
    has_semi_boarding_school: Truth = fact(
        Unit.TRUTH,
        "có trường phổ thông dân tộc bán trú",
        "has an ethnic semi-boarding school",
        headings=("Có trường phổ thông dân tộc bán trú", "Có trường bán trú"),
    )
    has_pupil_boarding_housing: Truth = fact(
        Unit.TRUTH,
        "có nhà ở nội trú, bán trú cho học sinh",
        "has boarding houses for pupils",
        lever=True,
        headings=("Có nhà ở nội trú, bán trú cho học sinh",),
    )
    boarding_capacity_rate: Capacity = fact(
        Unit.PERCENT,
        "tỷ lệ đáp ứng chỗ ở của trường phổ thông dân tộc nội trú",
        "share of need met by ethnic boarding schools",
        lever=True,
        headings=("Tỷ lệ đáp ứng chỗ ở nội trú (%)",),
    )
    semi_boarding_capacity_rate: Capacity = fact(
        Unit.PERCENT,
        "tỷ lệ đáp ứng chỗ ở của trường phổ thông dân tộc bán trú",
        "share of need met by ethnic semi-boarding schools",
        lever=True,
        headings=("Tỷ lệ đáp ứng chỗ ở bán trú (%)",),
    )
    meets_national_health_criteria: Truth = fact(
        Unit.TRUTH,
        "đạt tiêu chí quốc gia về y tế xã của giai đoạn",
        "meets the national commune-health criteria of the period",
        lever=True,
        headings=("Đạt tiêu chí quốc gia về y tế xã", "Đạt chuẩn y tế"),
    )
    has_standard_culture_sports_centre: Truth = fact(
        Unit.TRUTH,
        "có trung tâm văn hóa, thể thao xã đạt chuẩn",
        "has a commune culture and sports centre to standard",
        lever=True,
        headings=("Có trung tâm văn hóa thể thao xã đạt chuẩn",),
    )
    households_with_clean_water: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ sử dụng nước sạch theo quy chuẩn",
        "households using clean water to standard",
        part_of="households",
        lever=True,
        headings=("Số hộ sử dụng nước sạch theo quy chuẩn",),
    )
    households_without_hygienic_water: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ chưa được sử dụng nước hợp vệ sinh",
        "households without hygienic water",
        part_of="households",
        lever=True,
        headings=("Số hộ chưa có nước hợp vệ sinh",),
    )
    households_with_hygienic_latrine: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ có nhà tiêu hợp vệ sinh",
        "households with a hygienic latrine",
        part_of="households",
        lever=True,
        headings=("Số hộ có nhà tiêu hợp vệ sinh",),
    )
    households_without_hygienic_latrine: Count = fact(
        Unit.HOUSEHOLDS,
        "số hộ chưa có nhà tiêu hợp vệ sinh",
        "households without a hygienic latrine",
        part_of="households",
        lever=True,
        headings=("Số hộ chưa có nhà tiêu hợp vệ sinh",),
    )
    villages_with_internet: Count = fact(
        Unit.VILLAGES,
        "số thôn có internet băng rộng di động hoặc cố định",
        "villages with mobile or fixed broadband",
        part_of="villages",
        lever=True,
        headings=("Số thôn có internet",),
    )
    farmland_ha: Measure = fact(
        Unit.HECTARES,
        "diện tích đất sản xuất nông nghiệp",
        "farmland",
        headings=("Diện tích đất sản xuất nông nghiệp (ha)",),
    )
    irrigated_farmland_ha: Measure = fact(
        Unit.HECTARES,
        "diện tích đất sản xuất nông nghiệp được tưới, tiêu chủ động",
        "farmland that is actively irrigated and drained",
        part_of="farmland_ha",
        lever=True,
        headings=("Diện tích được tưới, tiêu chủ động (ha)",),
    )
