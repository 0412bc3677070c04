"""When a time limit ends, with the steps that lead there."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from attrs import frozen

from dantoc_policy.errors import Problem
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.legal_basis import LegalBasis
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale


@frozen
class LimitStep:
    """One step of counting a time limit, and the clause that says so."""

    text: Text
    basis: LegalBasis

    def line(self, locale: Locale = "vi") -> str:
        """Write the step and its clause."""
        return f"{self.text.get(locale)} ({self.basis.text(locale)})"


@frozen(kw_only=True)
class LimitEnd:
    """The end of a time limit: `last_day` by counting alone, `end` after a move off a day off.

    `problems` tell what the answer rests on that is not certain: the calendar of a coming year, a
    rule applied by analogy.
    """

    limit: Text
    basis: LegalBasis | None
    start: date
    first_day: date
    last_day: date
    end: date
    steps: tuple[LimitStep, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def verified(self) -> bool:
        """Whether the answer is certain."""
        return not self.problems

    @property
    def moment(self) -> datetime:
        """The moment of the end: 24:00 of the last day, which is 0:00 of the next one."""
        return datetime.combine(self.end + timedelta(days=1), time.min)

    def text(self, locale: Locale = "vi") -> str:
        """Write the end and the steps, one a line."""
        start, end = format_date(self.start, locale), format_date(self.end, locale)
        limit = self.limit.get(locale)
        basis = f" ({self.basis.text(locale)})" if self.basis else ""
        head = (
            f"{limit}{basis}: từ {start} đến hết ngày {end}"
            if locale == "vi"
            else f"{limit}{basis}: from {start} to the end of {end}"
        )
        lines = [step.line(locale) for step in self.steps]
        lines += [problem.message(locale) for problem in self.problems]
        return "\n- ".join([head, *lines])

    def to_dict(self) -> dict[str, Any]:
        """Give the answer as plain JSON data."""
        return {
            "limit": {"vi": self.limit.vi, "en": self.limit.en},
            "basis": self.basis and self.basis.to_dict(),
            "start": self.start.isoformat(),
            "first_day": self.first_day.isoformat(),
            "last_day": self.last_day.isoformat(),
            "end": self.end.isoformat(),
            "verified": self.verified,
            "steps": [
                {"vi": step.text.vi, "en": step.text.en, "basis": step.basis.to_dict()}
                for step in self.steps
            ],
            "problems": [problem.to_dict() for problem in self.problems],
        }

    def __str__(self) -> str:
        return self.text("vi")
