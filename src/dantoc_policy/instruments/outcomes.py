"""The answers that the instruments give about places and groups."""

from __future__ import annotations

from dantoc_policy.rules.rule import Outcome
from dantoc_policy.values.text import Text

REGION_III = Outcome("III", Text("khu vực III", "region III"))
REGION_II = Outcome("II", Text("khu vực II", "region II"))
REGION_I = Outcome("I", Text("khu vực I", "region I"))
OUTSIDE = Outcome(
    "outside",
    Text(
        "ngoài vùng đồng bào dân tộc thiểu số và miền núi",
        "outside the ethnic-minority and mountainous area",
    ),
    holds=False,
)
ESPECIALLY_DIFFICULT = Outcome(
    "especially_difficult", Text("thôn đặc biệt khó khăn", "especially difficult village")
)
NOT_ESPECIALLY_DIFFICULT = Outcome(
    "not_especially_difficult",
    Text("không phải thôn đặc biệt khó khăn", "not an especially difficult village"),
    holds=False,
)
IN_AREA = Outcome(
    "in_area",
    Text(
        "thuộc vùng đồng bào dân tộc thiểu số và miền núi",
        "in the ethnic-minority and mountainous area",
    ),
)

# Groups. The keys are those of the categories of the official lists.

MANY_DIFFICULTIES = Outcome(
    "many_difficulties",
    Text("dân tộc còn gặp nhiều khó khăn", "group with many difficulties"),
)
NOT_MANY_DIFFICULTIES = Outcome(
    "not_many_difficulties",
    Text("không phải dân tộc còn gặp nhiều khó khăn", "not a group with many difficulties"),
    holds=False,
)
SPECIFIC_DIFFICULTIES = Outcome(
    "specific_difficulties",
    Text("dân tộc có khó khăn đặc thù", "group with specific difficulties"),
)
NOT_SPECIFIC_DIFFICULTIES = Outcome(
    "not_specific_difficulties",
    Text("không phải dân tộc có khó khăn đặc thù", "not a group with specific difficulties"),
    holds=False,
)
NEITHER = Outcome(
    "neither",
    Text(
        "không phải dân tộc còn gặp nhiều khó khăn hay có khó khăn đặc thù",
        "neither with many nor with specific difficulties",
    ),
    holds=False,
)
MAJORITY = Outcome("majority", Text("dân tộc đa số", "majority group"), holds=False)
MINORITY = Outcome("minority", Text("dân tộc thiểu số", "minority group"))
VERY_SMALL = Outcome("very_small", Text("dân tộc thiểu số rất ít người", "very small minority"))
NOT_VERY_SMALL = Outcome(
    "not_very_small",
    Text("không phải dân tộc thiểu số rất ít người", "not a very small minority"),
    holds=False,
)
DIFFICULT_MINORITY = Outcome(
    "especially_difficult_minority",
    Text("dân tộc thiểu số có khó khăn đặc biệt", "minority with special difficulties"),
)
NOT_DIFFICULT_MINORITY = Outcome(
    "not_especially_difficult_minority",
    Text(
        "không phải dân tộc thiểu số có khó khăn đặc biệt",
        "not a minority with special difficulties",
    ),
    holds=False,
)
