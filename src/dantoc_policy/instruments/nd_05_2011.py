"""Decree 05/2011/NĐ-CP, Điều 4: what majority, minority and very small minority mean.

These are definitions, without years of their own; no day alone chooses them, they are asked for
by name. Khoản 6 (special difficulties) is not computed: its three criteria were never put into
figures. Whether Decree 127/2024/NĐ-CP changed it was not seen.
"""

from __future__ import annotations

import datetime as dt

from dantoc_policy.errors import Problem
from dantoc_policy.instruments.instrument import Instrument, citing
from dantoc_policy.instruments.outcomes import (
    DIFFICULT_MINORITY,
    MAJORITY,
    MINORITY,
    NOT_DIFFICULT_MINORITY,
    NOT_VERY_SMALL,
    VERY_SMALL,
)
from dantoc_policy.peoples.facts import EthnicGroupFacts
from dantoc_policy.rules.condition import all_of, open_question
from dantoc_policy.rules.quantity import facts, pct
from dantoc_policy.rules.rule import Case, Rule
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

CODE = "05/2011/NĐ-CP"
article = citing(CODE)

g = facts(EthnicGroupFacts)

# Khoản 3: over 50 % by the national census; khoản 2: the rest. The numbers of khoản 2 and 5 are
# from memory.
majority = (g.population / g.national_population > pct(50)).cited(article(4, 3))
very_small = (g.population < 10_000).cited(article(4, 5, sure="article"))

# Khoản 6, three criteria together; none of them can be asked of figures.
specially_difficult = all_of(
    open_question(
        "A05-1",
        "tỷ lệ hộ nghèo của thôn trên 50% so với cả nước: không rõ là trên 50%, trên 1,5 lần hay "
        "trên một nửa tỷ lệ cả nước",
        "a poverty rate of the village over 50 % against the national one: whether over 50 %, "
        "over 1.5 times or over half the national rate is not clear",
    ).cited(article(4, 6, "a")),
    open_question(
        "A05-2",
        "các chỉ số giáo dục, y tế và chất lượng dân số dưới 30% mức trung bình cả nước: không có "
        "chỉ số nào được xác định",
        "indices of education, health and population quality under 30 % of the national average: "
        "no index is defined",
    ).cited(article(4, 6, "b")),
    open_question(
        "A05-3",
        "hạ tầng thiết yếu chất lượng thấp: không có con số",
        "essential infrastructure of low quality: there is no figure",
    ).cited(article(4, 6, "c")),
).cited(article(4, 6))

VERY_SMALL_MINORITY = Rule(
    key="nd_05_2011.very_small",
    title=Text("Dân tộc thiểu số rất ít người", "Whether a minority is very small"),
    record=EthnicGroupFacts,
    cases=(
        Case(outcome=VERY_SMALL, provision=article(4, 5, sure="article"), when=very_small),
        Case(outcome=NOT_VERY_SMALL, provision=article(4, 5, sure="article")),
    ),
)
SPECIALLY_DIFFICULT = Rule(
    key="nd_05_2011.especially_difficult_minority",
    title=Text(
        "Dân tộc thiểu số có khó khăn đặc biệt", "Whether a minority has special difficulties"
    ),
    record=EthnicGroupFacts,
    cases=(
        Case(outcome=DIFFICULT_MINORITY, provision=article(4, 6), when=specially_difficult),
        Case(outcome=NOT_DIFFICULT_MINORITY, provision=article(4, 6)),
    ),
)
GROUP = Rule(
    key="nd_05_2011.ethnic_group",
    title=Text("Dân tộc đa số, thiểu số, rất ít người", "Majority, minority or very small"),
    record=EthnicGroupFacts,
    cases=(
        # Asked first: a population under 10,000 needs no population of the country besides.
        Case(outcome=VERY_SMALL, provision=article(4, 5, sure="article"), when=very_small),
        Case(outcome=MAJORITY, provision=article(4, 3), when=majority),
        Case(outcome=MINORITY, provision=article(4, 2, sure="article")),
    ),
    # In a country of under 20,000 people only.
    overlaps=frozenset({("very_small", "majority")}),
)

INSTRUMENT = Instrument(
    key="nd_05_2011",
    code=CODE,
    title=Text("Công tác dân tộc", "Ethnic affairs work"),
    issued=dt.date(2011, 1, 14),
    in_force=Period(dt.date(2011, 3, 4), None),
    governs=Period(dt.date(2011, 3, 4), None),
    poverty_standard=None,
    rules={"ethnic_group": GROUP},
    statuses={"ethnic_group": (VERY_SMALL_MINORITY, SPECIALLY_DIFFICULT)},
    by_name_only=True,
    caveats={
        "ethnic_group": (
            Problem(
                code="law.open",
                severity="note",
                vi="khoản 6 Điều 4 (có khó khăn đặc biệt) không tính được: ba tiêu chí chưa được "
                "lượng hóa; văn bản cũng không nói số dân theo Tổng điều tra năm nào.",
                en="clause 6 of Article 4 (special difficulties) is not computed: its three "
                "criteria were never put into figures; nor does the text say which census counts.",
            ),
            Problem(
                code="law.unverified",
                severity="note",
                vi="chưa rõ Nghị định 127/2024/NĐ-CP, có hiệu lực từ 01/12/2024, có sửa khoản 6 "
                "Điều 4 hay không.",
                en="whether Decree 127/2024/NĐ-CP, in force from 1 December 2024, changed clause 6 "
                "of Article 4 was not seen.",
            ),
        )
    },
)
