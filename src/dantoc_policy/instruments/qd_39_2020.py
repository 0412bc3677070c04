"""Decision 39/2020/QĐ-TTg: groups with many, and with specific, difficulties, 2021-2025.

The articles stand in their order: subject (Điều 2), many difficulties (Điều 3 khoản 1), specific
difficulties (Điều 3 khoản 2). The decision asks these of a group as it lives in the poorest
communes and villages, place by place; over national rates it does not give the list of Decision
1227/QĐ-TTg again.
"""

from __future__ import annotations

import datetime as dt

from dantoc_policy.errors import Problem
from dantoc_policy.instruments.instrument import Instrument, Question, citing
from dantoc_policy.instruments.outcomes import (
    MANY_DIFFICULTIES,
    NEITHER,
    NOT_MANY_DIFFICULTIES,
    NOT_SPECIFIC_DIFFICULTIES,
    SPECIFIC_DIFFICULTIES,
)
from dantoc_policy.peoples.facts import EthnicGroupFacts
from dantoc_policy.rules.condition import all_of, any_of, reading
from dantoc_policy.rules.quantity import facts, times
from dantoc_policy.rules.rule import Case, Rule
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

CODE = "39/2020/QĐ-TTg"
article = citing(CODE)

g = facts(EthnicGroupFacts)

# Điều 2 khoản 1: the text joins the two kinds of area by "và"; it means their union.
in_subject = any_of(
    g.stable_in_region_iii_communes, g.stable_in_especially_difficult_villages
).cited(article(2, 1))

# Điều 3 khoản 1: one of three. Poverty counts from 1.5 times on, the other two over 1.5 times;
# every report of the text has this difference. The letters of the points are from memory.
poor = (g.poor_households / g.households >= times("1.5", g.all_minorities_poor_rate)).cited(
    article(3, 1, "a", sure="clause")
)
illiterate = (
    g.illiterate_people_15_plus / g.people_15_plus > times("1.5", g.all_minorities_illiterate_rate)
).cited(article(3, 1, "b", sure="clause"))
infants_die = (
    g.infant_mortality_rate > times("1.5", g.all_minorities_infant_mortality_rate)
).cited(article(3, 1, "c", sure="clause"))
many = all_of(in_subject, any_of(poor, illiterate, infants_die).cited(article(3, 1)))

# Điều 3 khoản 2: dưới 10.000.
few = (g.population < 10_000).cited(article(3, 2))
specific = all_of(
    in_subject,
    reading(
        "A39-1",
        "Dân tộc có khó khăn đặc thù chỉ xét số dân, hay xét cả tỷ lệ hộ nghèo từ 1,5 lần trở lên?",
        "Do specific difficulties ask for the population alone, or for poverty from 1.5 times the "
        "mean too?",
        default="R1",
        R1=few,
        R2=all_of(few, poor),
    ).cited(article(3, 2)),
)

# --- The two kinds of group, each by itself: a group may be of both -------------------------

MANY = Rule(
    key="qd_39_2020.many_difficulties",
    title=Text("Dân tộc còn gặp nhiều khó khăn", "Whether a group has many difficulties"),
    record=EthnicGroupFacts,
    cases=(
        Case(outcome=MANY_DIFFICULTIES, provision=article(3, 1), when=many),
        Case(outcome=NOT_MANY_DIFFICULTIES, provision=article(3, 1)),
    ),
)
SPECIFIC = Rule(
    key="qd_39_2020.specific_difficulties",
    title=Text("Dân tộc có khó khăn đặc thù", "Whether a group has specific difficulties"),
    record=EthnicGroupFacts,
    cases=(
        Case(outcome=SPECIFIC_DIFFICULTIES, provision=article(3, 2), when=specific),
        Case(outcome=NOT_SPECIFIC_DIFFICULTIES, provision=article(3, 2)),
    ),
)

# --- One answer: who is of both kinds is listed once, as having specific difficulties -------

GROUP = Rule(
    key="qd_39_2020.ethnic_group",
    title=Text(
        "Xác định dân tộc còn gặp nhiều khó khăn, có khó khăn đặc thù",
        "Whether a group has many or specific difficulties",
    ),
    record=EthnicGroupFacts,
    cases=(
        Case(outcome=SPECIFIC_DIFFICULTIES, provision=article(3, 2), when=specific),
        Case(outcome=MANY_DIFFICULTIES, provision=article(3, 1), when=many),
        Case(outcome=NEITHER, provision=article(3)),
    ),
    overlaps=frozenset({("specific_difficulties", "many_difficulties")}),
)

INSTRUMENT = Instrument(
    key="qd_39_2020",
    code=CODE,
    title=Text(
        "Tiêu chí xác định các dân tộc còn gặp nhiều khó khăn, có khó khăn đặc thù giai đoạn "
        "2021-2025",
        "Criteria for groups with many or specific difficulties, 2021-2025",
    ),
    issued=dt.date(2020, 12, 31),
    # The end is that of the years it is made for; no clause that repeals it has been read.
    in_force=Period(dt.date(2021, 2, 15), dt.date(2025, 12, 31)),
    governs=Period(dt.date(2021, 1, 1), dt.date(2025, 12, 31)),
    # The means are those of the survey of 1 October 2019; that it kept to the line of 2016-2020 is
    # from memory.
    poverty_standard=Period(dt.date(2016, 1, 5), dt.date(2021, 12, 31)),
    rules={"ethnic_group": GROUP},
    statuses={"ethnic_group": (MANY, SPECIFIC)},
    questions=(
        Question(
            key="A39-2",
            text=Text(
                "Tỷ lệ của dân tộc là tỷ lệ tại địa bàn được xét, hay tỷ lệ chung cả nước?",
                "Are the rates of a group those of the locality, or those of the whole country?",
            ),
            readings={
                "R1": Text("tại địa bàn được xét", "those of the locality"),
                "R2": Text("chung cả nước", "those of the whole country"),
            },
            default="R1",
        ),
        Question(
            key="A39-3",
            text=Text(
                "Số dân là số Tổng điều tra năm 2019, hay số của năm lập hồ sơ?",
                "Is the population that of the census of 2019, or that of the year of the file?",
            ),
            readings={
                "R1": Text("Tổng điều tra năm 2019", "the census of 2019"),
                "R2": Text("năm lập hồ sơ", "the year of the file"),
                "open": Text("để ngỏ", "left open"),
            },
            # The list has the La Ha, who were 10,157 in 2019, and more since.
            default="open",
        ),
        Question(
            key="A39-4",
            text=Text(
                "Hồ sơ năm 2021 lấy tỷ lệ hộ nghèo theo số liệu năm nào?",
                "Of which year were the poverty rates in the files of 2021?",
            ),
            readings={
                "R1": Text("rà soát năm 2020", "the review of 2020"),
                "R2": Text("điều tra năm 2019", "the survey of 2019"),
                "open": Text("để ngỏ", "left open"),
            },
            default="open",
        ),
    ),
    caveats={
        "ethnic_group": (
            Problem(
                code="law.unverified",
                severity="note",
                vi="chuẩn nghèo 2016-2020 của số liệu điều tra năm 2019 được ghi theo trí nhớ; "
                "hồ sơ năm 2021 dùng kết quả rà soát nghèo năm nào thì chưa rõ.",
                en="that the figures of the survey of 2019 keep to the poverty line of 2016-2020 "
                "is from memory; which year's poverty review the files of 2021 used is not known.",
            ),
            Problem(
                code="law.list_decides",
                severity="note",
                vi="đây là kết quả tính theo tiêu chí; dân tộc thuộc diện nào thì theo danh sách "
                "của Quyết định 1227/QĐ-TTg, và chỉ tính người sống ở xã khu vực III, thôn đặc "
                "biệt khó khăn. Hồ sơ lấy số liệu từng địa bàn, nên số liệu chung cả nước không "
                "cho lại danh sách đó.",
                en="this is what the criteria give; which group counts follows from the lists of "
                "Decision 1227/QĐ-TTg, and only for members in communes of region III and in "
                "especially difficult villages. The files took figures place by place, so "
                "national figures do not give those lists again.",
            ),
        )
    },
)
