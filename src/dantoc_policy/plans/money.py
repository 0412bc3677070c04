"""Money of a plan or a programme: planned, assigned, available, paid out; and the programme."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dantoc_policy.plans.fields import (
    Amount,
    Key,
    Line,
    MaybeMoney,
    MaybeSpan,
    MaybeWords,
    Names,
    Part,
    Truth,
    Words,
)
from dantoc_policy.plans.target import Comparator

Capital = Literal["all", "investment", "recurrent"]
Source = Literal["all", "central", "local", "state", "credit", "mixed", "community", "other"]
Stage = Literal["estimated", "planned", "assigned", "available", "disbursed"]


class Funding(Part):
    """An amount of money of a plan, by stage, kind of capital, source and time.

    `available` is the plan of the year with what was carried over; `of` names the amount that a
    disbursement is part of; `rate` is the percentage that was printed with it. `place` is whose
    money it is, where that is not the place of the plan.

    >>> Funding(id="paid", stage="disbursed", amount="94 tỷ đồng", comparator="above").amount.vnd
    94000000000
    """

    id: Key
    stage: Stage
    capital: Capital = "all"
    source_of_funds: Source = "all"
    project: Key | None = None
    place: str | None = None
    period: MaybeSpan = None
    as_of: MaybeSpan = None
    amount: MaybeMoney
    comparator: Comparator = Comparator.REACH
    part_of: Key | None = None
    of: Key | None = None
    rate: Amount = Field(default=None, description="percent, as printed")
    rate_comparator: Comparator = Comparator.REACH
    includes_carried_over: Truth | None = None
    gist: MaybeWords = None
    section: str | None = None
    line: Line = None
    source: str | None = None
    verified: Truth = True


class Project(Part):
    """A project, sub-project, component or content of a programme.

    `contents` counts what it is divided into, by `contents_comparator`. `note` says what a list of
    bodies cannot: that one of them leads on a part only.

    >>> Project(id="2.1", name="hạ tầng", contents=6, contents_comparator="at_least").contents
    6
    """

    id: Key
    name: Words
    part_of: Key | None = None
    lead: Names = ()
    coordinating: Names = ()
    guiding: Names = ()
    contents: int | None = None
    contents_comparator: Comparator = Comparator.REACH
    note: MaybeWords = None
    line: Line = None
    source: str | None = None
    verified: Truth = True
    lead_verified: Truth = True
    coordinating_verified: Truth = True
