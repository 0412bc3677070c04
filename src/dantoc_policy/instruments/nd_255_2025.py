"""Decree 255/2025/NĐ-CP: groups with many, and with specific, difficulties, 2026-2030.

The decree is read in reports that do not number its articles; the whole document is cited. No
condition of area, no illiteracy, no infant mortality: poverty against all minorities, and for
specific difficulties a small population besides. `population` is here the number by
population-management data (dữ liệu quản lý dân cư), not that of a census.
"""

from __future__ import annotations

import datetime as dt

from dantoc_policy.errors import Problem
from dantoc_policy.instruments.instrument import Instrument, Question
from dantoc_policy.instruments.outcomes import (
    MANY_DIFFICULTIES,
    NEITHER,
    NOT_MANY_DIFFICULTIES,
    NOT_SPECIFIC_DIFFICULTIES,
    SPECIFIC_DIFFICULTIES,
)
from dantoc_policy.law.provision import Provision
from dantoc_policy.peoples.facts import EthnicGroupFacts
from dantoc_policy.rules.condition import all_of, any_of
from dantoc_policy.rules.quantity import facts, times
from dantoc_policy.rules.rule import Case, Rule
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

CODE = "255/2025/NĐ-CP"
DECREE = Provision(CODE)

g = facts(EthnicGroupFacts)

# The form counts poor and near-poor households; that their sum is the rate is from memory.
# Lớn hơn: a rate equal to that of all minorities does not do.
many = (
    (g.poor_households + g.near_poor_households) / g.households
    > times(1, g.all_minorities_poor_and_near_poor_rate)
).cited(DECREE)

# Dưới 10.000 by population-management data, and poorer than all minorities or fewer than in 2019;
# as many is not fewer.
specific = all_of(
    (g.population < 10_000).cited(DECREE),
    any_of(many, (g.population < times(1, g.census_2019_population)).cited(DECREE)),
).cited(DECREE)

MANY = Rule(
    key="nd_255_2025.many_difficulties",
    title=Text("Dân tộc còn gặp nhiều khó khăn", "Whether a group has many difficulties"),
    record=EthnicGroupFacts,
    cases=(
        Case(outcome=MANY_DIFFICULTIES, provision=DECREE, when=many),
        Case(outcome=NOT_MANY_DIFFICULTIES, provision=DECREE),
    ),
)
SPECIFIC = Rule(
    key="nd_255_2025.specific_difficulties",
    title=Text("Dân tộc có khó khăn đặc thù", "Whether a group has specific difficulties"),
    record=EthnicGroupFacts,
    cases=(
        Case(outcome=SPECIFIC_DIFFICULTIES, provision=DECREE, when=specific),
        Case(outcome=NOT_SPECIFIC_DIFFICULTIES, provision=DECREE),
    ),
)
GROUP = Rule(
    key="nd_255_2025.ethnic_group",
    title=Text(
        "Xác định dân tộc còn gặp nhiều khó khăn, có khó khăn đặc thù",
        "Whether a group has many or specific difficulties",
    ),
    record=EthnicGroupFacts,
    cases=(
        Case(outcome=SPECIFIC_DIFFICULTIES, provision=DECREE, when=specific),
        Case(outcome=MANY_DIFFICULTIES, provision=DECREE, when=many),
        Case(outcome=NEITHER, provision=DECREE),
    ),
    overlaps=frozenset({("specific_difficulties", "many_difficulties")}),
)

INSTRUMENT = Instrument(
    key="nd_255_2025",
    code=CODE,
    title=Text(
        "Xác định các dân tộc còn gặp nhiều khó khăn, có khó khăn đặc thù giai đoạn 2026-2030",
        "Determination of groups with many or specific difficulties, 2026-2030",
    ),
    issued=dt.date(2025, 9, 29),
    in_force=Period(dt.date(2025, 11, 15), dt.date(2030, 12, 31)),
    governs=Period(dt.date(2026, 1, 1), dt.date(2030, 12, 31)),
    # Whether the review of 2024 or of 2025 counts is not known; both follow the line of 2022.
    poverty_standard=Period(dt.date(2022, 1, 1), dt.date(2026, 12, 31)),
    rules={"ethnic_group": GROUP},
    statuses={"ethnic_group": (MANY, SPECIFIC)},
    questions=(
        Question(
            key="A255-1",
            text=Text(
                "Dân tộc đạt cả hai tiêu chí được ghi vào một danh sách hay cả hai?",
                "Is a group that meets both criteria entered in one list or in both?",
            ),
            readings={
                "R1": Text(
                    "chỉ danh sách có khó khăn đặc thù, như năm 2021",
                    "in that of specific difficulties only, as in 2021",
                ),
                "R2": Text("cả hai danh sách", "in both"),
            },
            default="R1",
        ),
        Question(
            key="A255-2",
            text=Text(
                "Số dân theo dữ liệu quản lý dân cư được lấy tại thời điểm nào?",
                "Of which day is the population by population-management data?",
            ),
            readings={
                "R1": Text(
                    "khi thu thập, trong 15 ngày kể từ ngày Nghị định có hiệu lực",
                    "of its collection, within 15 days of the day on which the decree took effect",
                ),
                "R2": Text("khi lập hồ sơ", "of the file"),
            },
            default="R1",
        ),
        Question(
            key="A255-3",
            text=Text(
                "Tỷ lệ nghèo đa chiều lấy theo kết quả rà soát năm nào?",
                "Of which year's review is the multidimensional poverty rate?",
            ),
            readings={
                "R1": Text("năm 2024", "of 2024"),
                "R2": Text("năm 2025", "of 2025"),
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
                vi="số điều, khoản của các tiêu chí này trong Nghị định 255/2025/NĐ-CP chưa được "
                "kiểm chứng, nên chỉ dẫn cả văn bản; ngày có hiệu lực 15/11/2025 cũng vậy.",
                en="the numbers of the articles that hold these criteria in Decree 255/2025/NĐ-CP "
                "are not verified, so the whole document is cited; nor is its day of effect, 15 "
                "November 2025.",
            ),
            Problem(
                code="law.unverified",
                severity="note",
                vi="tỷ lệ nghèo đa chiều tính bằng hộ nghèo cộng hộ cận nghèo: mẫu của Nghị định "
                "lấy hai số này, còn công thức ghi theo trí nhớ. Số dân là số theo dữ liệu quản lý "
                "dân cư; thời điểm lấy số liệu và năm rà soát nghèo chưa rõ.",
                en="that the multidimensional poverty rate is of poor and near-poor households "
                "together is partly from memory: the form of the decree counts both. The "
                "population is that of population-management data; its day and the year of the "
                "poverty review are not known for certain.",
            ),
            Problem(
                code="law.list_decides",
                severity="note",
                vi="đây là kết quả tính theo tiêu chí; dân tộc thuộc diện nào thì theo danh sách "
                "được phê duyệt cho 2026-2030, chưa có trong dữ liệu.",
                en="this is what the criteria give; which group counts follows from the lists "
                "approved for 2026-2030, which the data does not have.",
            ),
        )
    },
)
