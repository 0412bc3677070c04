"""One thing that falls due: what, on which day, who owes it to whom, and who they are by then."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.errors import Locale, Problem
from dantoc_policy.plans.heir import Heir
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

DueKind = Literal["report", "target", "phase_end", "limit"]
KINDS: dict[DueKind, Text] = {
    "report": Text("báo cáo", "report"),
    "target": Text("chỉ tiêu đến hạn", "target due"),
    "phase_end": Text("kết thúc giai đoạn", "end of a phase"),
    "limit": Text("thời hạn theo luật", "statutory limit"),
}
_DOMAIN = "dantoc-policy"


@frozen(kw_only=True)
class Party:
    """A body as it is written, and who stands in its place on the day; None where not asked."""

    name: str
    heir: Heir | None = None

    @property
    def changed(self) -> bool:
        """Whether somebody else stands in its place, or may do so."""
        return self.heir is not None and self.heir.changed and bool(self.heir.names())

    def text(self, locale: Locale = "vi") -> str:
        """Give who it is on the day; as it is written where that says as much.

        What is written is Vietnamese, so that in English it is always the official name.
        """
        if self.heir is None or not self.heir.names() or (locale == "vi" and not self.changed):
            return self.name
        return self.heir.text(locale)

    def to_dict(self) -> dict[str, Any]:
        """Give the party as plain JSON data."""
        heir = None if self.heir is None else self.heir.to_dict()
        return {"name": self.name, "vi": self.text("vi"), "en": self.text("en"), "heir": heir}


@frozen(kw_only=True)
class Due:
    """Something of a plan that falls due.

    `of` names the reporting duty, the target, the phase or the statutory limit. `day` None: the
    year alone is known; such an item stands at the end of its year, or on the day `ends` where the
    plan ends before the year does. `who` owes it, `to` receives
    it and passes it `onward`. `uid` is always the same for one thing on one day. `basis` is the
    clause or the document that sets it, where that is not the plan.
    """

    plan: str
    kind: DueKind
    of: str
    year: int
    day: date | None
    ends: date | None = field(default=None, repr=False)
    title: Text
    who: tuple[Party, ...] = ()
    to: Party | None = None
    onward: Party | None = None
    basis: Text | None = None
    section: str | None = None
    line: int | None = None
    verified: bool = True
    own_problems: tuple[Problem, ...] = field(default=(), repr=False)

    @property
    def uid(self) -> str:
        """What the item is known by in calendars."""
        when = self.year if self.day is None else self.day.isoformat()
        return f"{self.plan}/{self.kind}/{self.of}/{when}@{_DOMAIN}"

    @property
    def stands_at(self) -> date:
        """The day; where none is known, the last one of the year on which the plan binds."""
        return self.day or self.ends or date(self.year, 12, 31)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Everyone who has to do with it."""
        return tuple(one for one in (*self.who, self.to, self.onward) if one is not None)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What there is to know: no day, a day off, names that mean no known body."""
        of_names = (p for one in self.parties if one.heir for p in one.heir.problems)
        return tuple(dict.fromkeys((*self.own_problems, *of_names)))

    def text(self, locale: Locale = "vi") -> str:
        """Say it in one line: the day, what, who to whom."""
        vi = locale == "vi"
        when = f"{'năm ' if vi else ''}{self.year}"
        if self.day is not None:
            when = format_date(self.day, locale)
        line = f"{when}: {self.title.get(locale)}"
        if self.who:
            line += f" | {'; '.join(one.text(locale) for one in self.who)}"
        receivers = (one.text(locale) for one in (self.to, self.onward) if one is not None)
        return " → ".join([line, *receivers])

    def to_dict(self) -> dict[str, Any]:
        """Give the item as plain JSON data."""
        return {
            "uid": self.uid,
            "plan": self.plan,
            "kind": self.kind,
            "of": self.of,
            "day": None if self.day is None else self.day.isoformat(),
            "year": self.year,
            "title_vi": self.title.vi,
            "title_en": self.title.en,
            "who": [one.to_dict() for one in self.who],
            "to": None if self.to is None else self.to.to_dict(),
            "onward": None if self.onward is None else self.onward.to_dict(),
            "basis": None if self.basis is None else {"vi": self.basis.vi, "en": self.basis.en},
            "section": self.section,
            "source_line": self.line,
            "verified": self.verified,
            "problems": [problem.to_dict() for problem in self.problems],
        }

    def __str__(self) -> str:
        return self.text()
