"""Decision 33/2020/QĐ-TTg: regions III, II, I and especially difficult villages, 2021-2025.

The articles stand in the order in which the decision applies them: scope (Điều 2), region III
(Điều 3), region I (Điều 4), region II as the rest (Điều 5), villages (Điều 6).
"""

from __future__ import annotations

import datetime as dt

from dantoc_policy.instruments.instrument import Instrument, citing
from dantoc_policy.instruments.outcomes import (
    ESPECIALLY_DIFFICULT,
    NOT_ESPECIALLY_DIFFICULT,
    OUTSIDE,
    REGION_I,
    REGION_II,
    REGION_III,
)
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.village import Village
from dantoc_policy.rules.condition import all_of, any_of, reading
from dantoc_policy.rules.quantity import choose, facts, pct
from dantoc_policy.rules.rule import Case, Rule
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

CODE = "33/2020/QĐ-TTg"
article = citing(CODE)

UPPER_END = "poor_households / households < (15 percent if in_mekong_delta else 20 percent)"

# --- Communes -------------------------------------------------------------------------------

c = facts(Commune)
poor_share = c.poor_households / c.households

# Điều 2 khoản 1: from 15 % of households. The clause number is from memory.
in_area = reading(
    "A33-1",
    "Hộ dân tộc thiểu số sinh sống ổn định thành cộng đồng chia cho tổng số hộ, hay chia cho số "
    "hộ sinh sống ổn định?",
    "Are minority households divided by all households, or only by those living stably?",
    default="R1",
    R1=c.minority_households / c.households >= pct(15),
    R2=c.stable_minority_households / c.stable_households >= pct(15),
).cited(article(2, 1, sure="article"))

# Điều 3 khoản 1: from 20 % poor; in the Mekong Delta from 15 %, or over 150 poor minority
# households.
very_poor = any_of(
    poor_share >= choose(c.in_mekong_delta, pct(15), pct(20)),
    reading(
        "A33-3",
        "Xã vùng Đồng bằng sông Cửu Long dưới 10% hộ nghèo nhưng trên 150 hộ nghèo dân tộc "
        "thiểu số thuộc khu vực III hay khu vực I?",
        "Is a Mekong Delta commune under 10 % poor, but with over 150 poor minority households, "
        "in region III or region I?",
        default="R1",
        R1=all_of(c.in_mekong_delta, c.poor_minority_households > 150),
        R2=all_of(c.in_mekong_delta, c.poor_minority_households > 150, poor_share >= pct(10)),
    ),
).cited(article(3, 1))

# Điều 3 khoản 2: from 15 to under 20 % poor (Mekong Delta: 12 to under 15 %) and one of four.
poor_and_held_back = all_of(
    poor_share >= choose(c.in_mekong_delta, pct(12), pct(15)),
    poor_share < choose(c.in_mekong_delta, pct(15), pct(20)),
    any_of(
        (c.poor_minority_households / c.poor_households > pct(60)).cited(
            article(3, 2, "a", sure="clause")
        ),
        reading(
            "A33-2",
            "20% tính trên số người dân tộc thiểu số từ 15 đến 60 tuổi, hay trên tất cả người từ "
            "15 đến 60 tuổi của xã?",
            "Is it 20 % of minority people aged 15 to 60, or of all people of that age?",
            default="R1",
            R1=c.illiterate_minority_people_15_60 / c.minority_people_15_60 >= pct(20),
            R2=c.illiterate_minority_people_15_60 / c.people_15_60 >= pct(20),
        ).cited(article(3, 2, "b", sure="clause")),
        (c.untrained_workers / c.employed_workers > pct(80)).cited(
            article(3, 2, "c", sure="clause")
        ),
        all_of(
            c.road_to_district_km > 20,
            c.unpaved_road_to_district_km / c.road_to_district_km > pct(50),
        ).cited(article(3, 2, "d", sure="clause")),
    ),
).cited(article(3, 2))

# Điều 4: under 10 % poor, or recognised as new-rural; no other figures for the Mekong Delta.
hardly_poor = (poor_share < pct(10)).cited(article(4, 1))
new_rural = c.meets_new_rural_standard.cited(article(4, 2))

COMMUNE = Rule(
    key="qd_33_2020.commune",
    title=Text("Phân định khu vực của xã", "The region of a commune"),
    record=Commune,
    cases=(
        Case(
            outcome=REGION_III,
            provision=article(3),
            when=all_of(
                in_area, ~c.meets_new_rural_standard, any_of(very_poor, poor_and_held_back)
            ),
        ),
        Case(
            outcome=REGION_I,
            provision=article(4),
            when=all_of(in_area, any_of(hardly_poor, new_rural)),
        ),
        Case(outcome=REGION_II, provision=article(5), when=in_area),
        Case(outcome=OUTSIDE, provision=article(2, 1, sure="article")),
    ),
    # In the Mekong Delta over 150 poor minority households are enough, however low the rate.
    overlaps=frozenset({("III", "I")}),
    # The upper end of the band in khoản 2 of Điều 3: above it khoản 1 gives the same region.
    redundant=frozenset({UPPER_END}),
)

# --- Villages -------------------------------------------------------------------------------

v = facts(Village)
village_poor_share = v.poor_households / v.households

village_in_area = reading(
    "A33-1",
    "Hộ dân tộc thiểu số sinh sống ổn định thành cộng đồng chia cho tổng số hộ, hay chia cho số "
    "hộ sinh sống ổn định?",
    "Are minority households divided by all households, or only by those living stably?",
    default="R1",
    R1=v.minority_households / v.households >= pct(15),
    R2=v.stable_minority_households / v.stable_households >= pct(15),
).cited(article(2, 2, sure="article"))

# Điều 6 khoản 1: as for communes, but from over 30 poor minority households in the Delta.
village_very_poor = any_of(
    village_poor_share >= choose(v.in_mekong_delta, pct(15), pct(20)),
    v.in_mekong_delta & (v.poor_minority_households > 30),
).cited(article(6, 1))

# Điều 6 khoản 2: 15 to under 20 % (Mekong Delta: 12 to under 15 %) and one of three.
village_poor_and_held_back = all_of(
    village_poor_share >= choose(v.in_mekong_delta, pct(12), pct(15)),
    village_poor_share < choose(v.in_mekong_delta, pct(15), pct(20)),
    any_of(
        (v.poor_minority_households / v.poor_households > pct(60)).cited(
            article(6, 2, "a", sure="clause")
        ),
        (~v.has_passable_road).cited(article(6, 2, "b", sure="clause")),
        any_of(
            ~v.has_national_grid,
            v.households_off_grid / v.households > pct(30),
        ).cited(article(6, 2, "c", sure="clause")),
    ),
).cited(article(6, 2))

especially_difficult = all_of(
    village_in_area, any_of(village_very_poor, village_poor_and_held_back)
)

VILLAGE = Rule(
    key="qd_33_2020.village",
    title=Text("Xác định thôn đặc biệt khó khăn", "Whether a village is especially difficult"),
    record=Village,
    cases=(
        Case(
            outcome=ESPECIALLY_DIFFICULT,
            provision=article(6),
            when=reading(
                "A33-4",
                "Thôn đặc biệt khó khăn có thôi là thôn đặc biệt khó khăn khi xã đạt chuẩn nông "
                "thôn mới không?",
                "Does a village lose its status when its commune becomes new-rural?",
                default="R1",
                R1=especially_difficult,
                R2=especially_difficult & ~v.commune_meets_new_rural_standard,
            ),
        ),
        Case(outcome=NOT_ESPECIALLY_DIFFICULT, provision=article(6), when=village_in_area),
        Case(outcome=OUTSIDE, provision=article(2, 2, sure="article")),
    ),
    redundant=frozenset({UPPER_END}),
)

INSTRUMENT = Instrument(
    key="qd_33_2020",
    code=CODE,
    title=Text(
        "Tiêu chí phân định vùng đồng bào dân tộc thiểu số và miền núi theo trình độ phát triển "
        "giai đoạn 2021-2025",
        "Criteria for classifying the ethnic-minority and mountainous area by level of "
        "development, 2021-2025",
    ),
    issued=dt.date(2020, 11, 12),
    in_force=Period(dt.date(2020, 12, 31), dt.date(2025, 12, 31)),
    governs=Period(dt.date(2021, 1, 1), dt.date(2025, 12, 31)),
    # The review took end-2020 figures; the 2016-2020 line was kept through 2021.
    poverty_standard=Period(dt.date(2016, 1, 5), dt.date(2021, 12, 31)),
    rules={"commune": COMMUNE, "village": VILLAGE},
)
