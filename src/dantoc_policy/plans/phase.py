"""The phases of a plan: the years that it commits to, and those that it only looks towards."""

from __future__ import annotations

from datetime import date
from typing import Literal, cast

from pydantic import Field, model_validator

from dantoc_policy.plans.fields import Key, Line, MaybeWords, Part, Span, refusal


class Phase(Part):
    """Some years of a plan; the budget year is the calendar year.

    `kind` tells a commitment ("mục tiêu cụ thể đến năm 2025") from an orientation ("định hướng
    mục tiêu đến năm 2030").

    >>> first = Phase(id="2025", kind="commitment", period="2021..2025")
    >>> first.contains(2025), first.years, first.last_day
    (True, range(2021, 2026), datetime.date(2025, 12, 31))
    >>> Phase(id="2030", kind="orientation", period="2026..2030").follows(first)
    True
    """

    id: Key
    kind: Literal["commitment", "orientation"]
    period: Span = Field(description="the first and the last year, such as 2021..2025")
    name: MaybeWords = None
    section: str | None = None
    line: Line = None

    @model_validator(mode="after")
    def _closed(self) -> Phase:
        if self.period.start is None or self.period.end is None:
            raise refusal(
                "plan.phase_open",
                "giai đoạn phải có năm đầu và năm cuối.",
                "a phase must have a first and a last year.",
                "Ghi như 2021..2025.",
                "Write it as 2021..2025.",
            )
        return self

    @property
    def first_day(self) -> date:
        """The day on which the phase begins."""
        return cast("date", self.period.start)  # _closed has seen to it

    @property
    def last_day(self) -> date:
        """The day on which the phase ends."""
        return cast("date", self.period.end)

    @property
    def years(self) -> range:
        """The years, which are also the budget years, of the phase."""
        return range(self.first_day.year, self.last_day.year + 1)

    def contains(self, day: date | int) -> bool:
        """Whether a day, or any day of a year, lies in the phase."""
        return day in self.years if isinstance(day, int) else day in self.period

    def overlaps(self, other: Phase) -> bool:
        """Whether some day lies in both."""
        return self.period.overlaps(other.period)

    def follows(self, other: Phase) -> bool:
        """Whether the phase begins after the other has ended."""
        return other.period.precedes(self.period)
