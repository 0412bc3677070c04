"""The indicators and populations that plans share, so that their targets can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dantoc_policy.data import load
from dantoc_policy.plans.indicator import Indicator, Population

NOT_STATED = "not_stated"
"""The population of a figure of which the text does not say whose it is."""


@cache
def indicators() -> Mapping[str, Indicator]:
    """Give the indicators of the library by code.

    >>> indicators()["hygienic-water"].direction.value
    'up'
    """
    return {row["id"]: Indicator.model_validate(row) for row in load("plans/indicators")}


@cache
def populations() -> Mapping[str, Population]:
    """Give the populations of the library by code.

    >>> populations()["minority_people"].name.vi
    'người dân tộc thiểu số'
    """
    return {row["id"]: Population.model_validate(row) for row in load("plans/populations")}
