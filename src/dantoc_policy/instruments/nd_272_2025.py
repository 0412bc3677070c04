"""Decree 272/2025/NĐ-CP: the minority and mountainous area and its regions, 2026-2030.

The articles stand in the order of the decree: minority places (Điều 4), mountainous places
(Điều 5), the area as the union of both (Điều 6), especially difficult villages (Điều 7), the
twelve criteria and three regions of communes (Điều 8).
"""

from __future__ import annotations

import datetime as dt

from dantoc_policy.instruments.instrument import Instrument, Question, citing
from dantoc_policy.instruments.outcomes import (
    ESPECIALLY_DIFFICULT,
    IN_AREA,
    NOT_ESPECIALLY_DIFFICULT,
    OUTSIDE,
    REGION_I,
    REGION_II,
    REGION_III,
)
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.province import Province
from dantoc_policy.places.village import Village
from dantoc_policy.rules.condition import (
    all_of,
    any_of,
    at_least,
    open_question,
    reading,
)
from dantoc_policy.rules.quantity import choose, facts, pct, share, times
from dantoc_policy.rules.rule import Case, Rule
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

CODE = "272/2025/NĐ-CP"
article = citing(CODE)

c = facts(Commune)
v = facts(Village)
p = facts(Province)

# --- Điều 4: minority places, by persons ------------------------------------------------------

minority_village = (v.minority_population / v.population >= pct(15)).cited(article(4, 1))
minority_commune = any_of(
    (c.minority_population / c.population >= pct(15)).cited(article(4, 2, "a")),
    (c.minority_population >= 4500).cited(article(4, 2, "b")),
).cited(article(4, 2))
minority_province = any_of(
    (p.minority_population / p.population >= pct(15)).cited(article(4, 3, "a")),
    (p.minority_communes / p.communes >= share(2, 3)).cited(article(4, 3, "b")),
).cited(article(4, 3))

# --- Điều 5: mountainous places, by terrain; slope counts for villages only -------------------

mountainous_village = any_of(
    (v.area_at_or_above_200m_km2 / v.natural_area_km2 >= share(2, 3)).cited(article(5, 1, "a")),
    (v.area_slope_at_least_15_percent_km2 / v.natural_area_km2 >= share(2, 3)).cited(
        article(5, 1, "b")
    ),
).cited(article(5, 1))
mountainous_commune = any_of(
    (c.area_at_or_above_200m_km2 / c.natural_area_km2 >= share(2, 3)).cited(article(5, 2, "a")),
    (c.mountainous_villages / c.villages >= share(2, 3)).cited(article(5, 2, "b")),
).cited(article(5, 2))
mountainous_province = any_of(
    (p.area_at_or_above_200m_km2 / p.natural_area_km2 >= share(2, 3)).cited(article(5, 3, "a")),
    (p.mountainous_communes / p.communes >= share(2, 3)).cited(article(5, 3, "b")),
).cited(article(5, 3))

# --- Điều 6: the area is minority or mountainous; villages do not hang on their commune -------

village_in_area = any_of(minority_village, mountainous_village).cited(article(6, 1))
commune_in_area = any_of(minority_commune, mountainous_commune).cited(article(6, 2))
province_in_area = any_of(minority_province, mountainous_province).cited(article(6, 3))

# --- Điều 7: especially difficult villages, two of three --------------------------------------

POVERTY = (
    "Tỷ lệ nghèo đa chiều gồm cả hộ nghèo và hộ cận nghèo, hay chỉ hộ nghèo?",
    "Does the multidimensional poverty rate count poor and near-poor households, or the poor only?",
)

village_poverty = reading(
    "A272-6",
    *POVERTY,
    default="R1",
    R1=(v.poor_households + v.near_poor_households) / v.households
    >= choose(
        v.in_mekong_delta,
        times(2, v.national_poor_and_near_poor_rate),
        times(4, v.national_poor_and_near_poor_rate),
    ),
    R2=v.poor_households / v.households
    >= choose(v.in_mekong_delta, times(2, v.national_poor_rate), times(4, v.national_poor_rate)),
).cited(article(7, 1))
village_roads = (v.hardened_village_road_km / v.village_road_km < pct(60)).cited(article(7, 2))
village_power = (v.households_with_electricity_contract / v.households < pct(90)).cited(
    article(7, 3)
)

# --- Điều 8 khoản 2: the twelve criteria ------------------------------------------------------

income = reading(
    "A272-1",
    "Thu nhập thấp hơn 50% so với cả nước: dưới một nửa, hay không quá một nửa?",
    "Income lower by 50 %: under half of the national one, or at most half?",
    default="R1",
    R1=c.income_per_capita / c.national_income_per_capita < pct(50),
    R2=c.income_per_capita / c.national_income_per_capita <= pct(50),
).cited(article(8, 2, "a"))
poverty = reading(
    "A272-6",
    *POVERTY,
    default="R1",
    R1=(c.poor_households + c.near_poor_households) / c.households
    >= choose(
        c.in_mekong_delta,
        times("1.5", c.national_poor_and_near_poor_rate),
        times(2, c.national_poor_and_near_poor_rate),
    ),
    R2=c.poor_households / c.households
    >= choose(
        c.in_mekong_delta, times("1.5", c.national_poor_rate), times(2, c.national_poor_rate)
    ),
).cited(article(8, 2, "b"))
electricity = (c.households_with_electricity_contract / c.households < pct(95)).cited(
    article(8, 2, "c")
)
water = (c.households_with_clean_water / c.households < pct(30)).cited(article(8, 2, "d"))
roads = any_of(
    c.paved_commune_road_km / c.commune_road_km < pct(80),
    reading(
        "A272-3",
        "Tỷ lệ đường xuống cấp nghiêm trọng tính trên đường đã nhựa hóa, bê tông hóa, hay trên "
        "toàn bộ đường xã?",
        "Is the share of seriously degraded roads one of the paved roads, or of all commune roads?",
        default="R1",
        R1=c.degraded_commune_road_km / c.paved_commune_road_km > pct(50),
        R2=c.degraded_commune_road_km / c.commune_road_km > pct(50),
    ),
).cited(article(8, 2, "đ"))
health = (~c.meets_national_health_criteria).cited(article(8, 2, "e"))
schools = (c.schools_at_facility_level_1 / c.schools < pct(50)).cited(article(8, 2, "g"))

# The criterion speaks of boarding; where a commune has no boarding school, the decree is silent.
boarding_falls_short = any_of(
    ~c.has_pupil_boarding_housing,
    all_of(c.has_boarding_school, c.boarding_capacity_rate < pct(80)),
    all_of(c.has_semi_boarding_school, c.semi_boarding_capacity_rate < pct(60)),
)
has_boarders = c.has_boarding_school | c.has_semi_boarding_school
boarding = reading(
    "A272-2",
    "Xã không có trường nội trú, bán trú thì tiêu chí về nhà ở cho học sinh tính thế nào?",
    "How does the boarding criterion count where a commune has no boarding school?",
    default="open",
    R1=boarding_falls_short,
    R2=has_boarders & boarding_falls_short,
    open=any_of(
        has_boarders & boarding_falls_short,
        ~has_boarders
        & open_question(
            "A272-2",
            "nghị định không nói tiêu chí này tính thế nào khi xã không có trường nội trú, bán trú",
            "the decree does not say how this criterion counts without a boarding school",
        ),
    ),
).cited(article(8, 2, "h"))
irrigation = (c.irrigated_farmland_ha / c.farmland_ha < pct(50)).cited(article(8, 2, "i"))
culture = (~c.has_standard_culture_sports_centre).cited(article(8, 2, "k"))
internet = (c.villages_with_internet / c.villages < pct(95)).cited(article(8, 2, "l"))
latrines = (c.households_with_hygienic_latrine / c.households < pct(50)).cited(article(8, 2, "m"))

CRITERIA = (
    income,
    poverty,
    electricity,
    water,
    roads,
    health,
    schools,
    boarding,
    irrigation,
    culture,
    internet,
    latrines,
)

# --- Điều 8 khoản 3: the regions --------------------------------------------------------------

half_especially_difficult = reading(
    "A272-4",
    "Từ 50% số thôn trở lên: tính trên mọi thôn của xã, hay chỉ các thôn thuộc vùng?",
    "From 50 % of villages: of all villages of the commune, or of those in the area?",
    default="R1",
    R1=c.especially_difficult_villages / c.villages >= pct(50),
    R2=c.especially_difficult_villages / c.minority_area_villages >= pct(50),
)
six_criteria = at_least(6, *CRITERIA)
three_criteria = at_least(3, *CRITERIA)

COMMUNE = Rule(
    key="nd_272_2025.commune",
    title=Text("Phân định khu vực của xã", "The region of a commune"),
    record=Commune,
    cases=(
        Case(
            outcome=REGION_III,
            provision=article(8, 3, "a"),
            when=all_of(
                commune_in_area,
                any_of(six_criteria, all_of(three_criteria, half_especially_difficult)),
            ),
        ),
        Case(
            outcome=REGION_II,
            provision=article(8, 3, "b"),
            when=all_of(commune_in_area, three_criteria),
        ),
        Case(
            outcome=REGION_I,
            provision=article(8, 3, "c"),
            when=commune_in_area,
        ),
        Case(outcome=OUTSIDE, provision=article(6, 2)),
    ),
)

VILLAGE = Rule(
    key="nd_272_2025.village",
    title=Text("Xác định thôn đặc biệt khó khăn", "Whether a village is especially difficult"),
    record=Village,
    cases=(
        Case(
            outcome=ESPECIALLY_DIFFICULT,
            provision=article(7),
            when=all_of(
                village_in_area, at_least(2, village_poverty, village_roads, village_power)
            ),
        ),
        Case(outcome=NOT_ESPECIALLY_DIFFICULT, provision=article(7), when=village_in_area),
        Case(outcome=OUTSIDE, provision=article(6, 1)),
    ),
)

PROVINCE = Rule(
    key="nd_272_2025.province",
    title=Text(
        "Xác định tỉnh vùng đồng bào dân tộc thiểu số và miền núi",
        "Whether a province belongs to the minority and mountainous area",
    ),
    record=Province,
    cases=(
        Case(outcome=IN_AREA, provision=article(6, 3), when=province_in_area),
        Case(outcome=OUTSIDE, provision=article(6, 3)),
    ),
)

INSTRUMENT = Instrument(
    key="nd_272_2025",
    code=CODE,
    title=Text(
        "Phân định vùng đồng bào dân tộc thiểu số và miền núi giai đoạn 2026-2030",
        "Classification of the ethnic-minority and mountainous area, 2026-2030",
    ),
    issued=dt.date(2025, 10, 16),
    in_force=Period(dt.date(2025, 12, 1), dt.date(2030, 12, 31)),
    governs=Period(dt.date(2026, 1, 1), dt.date(2030, 12, 31)),
    # Figures of 31 December 2024 are asked for; the line of 2022 was kept until the end of 2026.
    poverty_standard=Period(dt.date(2022, 1, 1), dt.date(2026, 12, 31)),
    rules={"commune": COMMUNE, "village": VILLAGE, "province": PROVINCE},
    questions=(
        Question(
            key="A272-5",
            text=Text(
                "Vùng Đồng bằng sông Cửu Long sau 01/7/2025 gồm những tỉnh nào?",
                "Which provinces are the Mekong Delta after 1 July 2025?",
            ),
            readings={
                "R1": Text(
                    "năm tỉnh, thành phố theo Nghị quyết 306/NQ-CP năm 2025",
                    "the five provinces of Resolution 306/NQ-CP of 2025",
                ),
                "R2": Text(
                    "địa bàn của 13 tỉnh cũ, thêm Long An cũ nay thuộc Tây Ninh",
                    "the territory of the 13 old provinces, with former Long An, now in Tây Ninh",
                ),
            },
            default="R1",
        ),
        Question(
            key="A272-7",
            text=Text(
                "Khu vực có hiệu lực từ ngày quyết định của tỉnh hay ngày Bộ công bố?",
                "Does a region take effect with the province's decision or the ministry's "
                "publication?",
            ),
            readings={
                "R1": Text("ngày quyết định của tỉnh", "the province's decision"),
                "R2": Text("ngày công bố toàn quốc", "the national publication"),
            },
            default="R2",
        ),
    ),
)
