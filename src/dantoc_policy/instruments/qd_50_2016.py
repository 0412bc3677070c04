"""Decision 50/2016/QĐ-TTg: especially difficult villages and regions III, II, I, 2016-2020.

Villages (Điều 2) come first, because a commune's region counts them (Điều 3). Which communes
belong to the area was taken over from lists, so no commune is outside by this rule. The text of
region II was not found: it stands here from memory and every answer that rests on it says so.
"""

from __future__ import annotations

import datetime as dt

from dantoc_policy.errors import Problem
from dantoc_policy.instruments.instrument import Instrument, citing
from dantoc_policy.instruments.outcomes import (
    ESPECIALLY_DIFFICULT,
    NOT_ESPECIALLY_DIFFICULT,
    REGION_I,
    REGION_II,
    REGION_III,
)
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.village import Village
from dantoc_policy.rules.condition import all_of, any_of, at_least, number
from dantoc_policy.rules.quantity import choose, facts, pct
from dantoc_policy.rules.rule import Case, Rule
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

CODE = "50/2016/QĐ-TTg"
article = citing(CODE)

# --- Điều 2: especially difficult villages ----------------------------------------------------

v = facts(Village)
village_poor = v.poor_households / v.households
village_poor_or_near = (v.poor_households + v.near_poor_households) / v.households
village_in_south = v.in_southeast | v.in_mekong_delta

village_very_poor = all_of(
    village_poor_or_near >= pct(65),
    village_poor >= pct(35),
).cited(article(2, 1))

village_lacks = at_least(
    choose(v.minority_households / v.households >= pct(80), number(1), number(2)),
    (~v.main_road_meets_new_rural_standard).cited(article(2, 2, "a")),
    (v.kindergarten_rooms_not_solid / v.kindergarten_rooms >= pct(60)).cited(article(2, 2, "b")),
    (~v.has_standard_culture_house).cited(article(2, 2, "c")),
)
village_poor_and_lacking = all_of(
    village_poor_or_near >= choose(village_in_south, pct(30), pct(55)),
    village_lacks,
).cited(article(2, 2))

VILLAGE = Rule(
    key="qd_50_2016.village",
    title=Text("Xác định thôn đặc biệt khó khăn", "Whether a village is especially difficult"),
    record=Village,
    cases=(
        Case(
            outcome=ESPECIALLY_DIFFICULT,
            provision=article(2),
            when=any_of(village_very_poor, village_poor_and_lacking),
        ),
        Case(outcome=NOT_ESPECIALLY_DIFFICULT, provision=article(2)),
    ),
)

# --- Điều 3: communes -------------------------------------------------------------------------

c = facts(Commune)
poor = c.poor_households / c.households
poor_or_near = (c.poor_households + c.near_poor_households) / c.households
in_south = c.in_southeast | c.in_mekong_delta
rather_poor = poor_or_near >= choose(in_south, pct(30), pct(55))

CONDITIONS = (
    (~c.main_road_meets_new_rural_standard).cited(article(3, 1, "c")),
    (~c.schools_meet_national_standard).cited(article(3, 1, "c")),
    (~c.meets_national_health_criteria).cited(article(3, 1, "c")),
    (~c.has_standard_culture_sports_centre).cited(article(3, 1, "c")),
    (c.households_without_hygienic_water / c.households >= pct(20))
    .cited(article(3, 1, "c"))
    .doubted(
        "ngưỡng 20% hộ chưa có nước hợp vệ sinh ghi theo trí nhớ, chưa đối chiếu văn bản",
        "the threshold of 20 % without hygienic water is from memory, not checked against the text",
    ),
    (c.households_without_hygienic_latrine / c.households >= pct(40))
    .cited(article(3, 1, "c"))
    .doubted(
        "ngưỡng 40% hộ chưa có nhà tiêu hợp vệ sinh ghi theo trí nhớ, chưa đối chiếu văn bản",
        "the threshold of 40 % without a hygienic latrine is from memory, not checked against "
        "the text",
    ),
)
lacks = at_least(
    choose(c.minority_households / c.households >= pct(60), number(2), number(3)), *CONDITIONS
)

# Khoản 1: two of three criteria, the share of especially difficult villages always among them.
many_difficult_villages = (c.especially_difficult_villages / c.villages >= pct(35)).cited(
    article(3, 1, "a")
)
very_poor = all_of(poor_or_near >= pct(65), poor >= pct(35)).cited(article(3, 1, "b"))
poor_and_lacking = all_of(rather_poor, lacks).cited(article(3, 1, "c"))

# Khoản 2, from memory.
still_difficult = any_of(
    rather_poor & ~lacks,
    all_of(poor_or_near >= pct(15), ~rather_poor),
    c.especially_difficult_villages >= 1,
).cited(article(3, 2))

COMMUNE = Rule(
    key="qd_50_2016.commune",
    title=Text("Phân định khu vực của xã", "The region of a commune"),
    record=Commune,
    cases=(
        Case(
            outcome=REGION_III,
            provision=article(3, 1),
            when=all_of(many_difficult_villages, any_of(very_poor, poor_and_lacking)),
        ),
        Case(
            outcome=REGION_II,
            provision=article(3, 2),
            when=still_difficult,
            doubt=Text(
                "nội dung khoản 2 Điều 3 ghi theo trí nhớ, chưa đối chiếu văn bản",
                "clause 2 of Article 3 is from memory, not checked against the text",
            ),
        ),
        Case(outcome=REGION_I, provision=article(3, 3)),
    ),
)

INSTRUMENT = Instrument(
    key="qd_50_2016",
    code=CODE,
    title=Text(
        "Tiêu chí xác định thôn đặc biệt khó khăn, xã thuộc vùng dân tộc thiểu số và miền núi "
        "giai đoạn 2016-2020",
        "Criteria for especially difficult villages and communes of the minority and "
        "mountainous area, 2016-2020",
    ),
    issued=dt.date(2016, 11, 3),
    in_force=Period(dt.date(2016, 12, 20), dt.date(2020, 12, 30)),
    governs=Period(dt.date(2016, 1, 1), dt.date(2020, 12, 31)),
    poverty_standard=Period(dt.date(2016, 1, 5), dt.date(2021, 12, 31)),
    rules={"commune": COMMUNE, "village": VILLAGE},
    caveats={
        "commune": (
            Problem(
                code="law.scope_by_list",
                severity="note",
                vi="xã có thuộc vùng dân tộc thiểu số và miền núi hay không thì theo danh sách; "
                "quy tắc này không xét điều đó.",
                en="whether a commune belongs to the minority and mountainous area was settled by "
                "lists; this rule does not ask it.",
            ),
        )
    },
)
