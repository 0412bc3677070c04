"""The answers that the instruments give about places."""

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
