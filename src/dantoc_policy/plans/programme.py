"""The national programmes, and which rules the money of a year keeps until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Literal

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.errors import Locale, NotInForceError, Problem
from dantoc_policy.law.library import documents
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.money import Project
from dantoc_policy.values.calendar_dates import check_day, format_date
from dantoc_policy.values.text import Text

State = Literal["closing", "absorbed", "in_force", "undecided"]


@frozen(kw_only=True)
class Programme:
    """One phase of a national programme: its years, its acts, the rules that its money keeps.

    `rules` are empty where the phase was never carried out, or is not decided yet.

    >>> programmes()["dtts-1"].rules
    ('1719/QĐ-TTg', '39/2021/QĐ-TTg', '55/2023/TT-BTC', '27/2022/NĐ-CP')
    >>> len([project for project in programmes()["dtts-1"].projects if project.part_of is None])
    10
    """

    id: str
    name: Text
    first_year: int
    last_year: int
    basis: tuple[str, ...]
    rules: tuple[str, ...]
    owner: Text | None
    state: State
    spend_until: date | None
    plan: str
    source: str

    @property
    def projects(self) -> tuple[Project, ...]:
        """Its projects, sub-projects or contents, each after what it is part of."""
        return plans.get(self.plan).projects


@frozen(kw_only=True)
class CarryOver:
    """An act that lets money of some years be spent until a later day; `issued` may be unknown."""

    id: str
    issued: date | None
    until: date
    document: str | None
    basis: Text
    source: str | None
    verified: bool


@frozen(kw_only=True)
class MoneyRules:
    """What holds for money of one budget year: its programme's rules, and until when it lasts.

    `until` is None where no act says how long; `may_be_spent` is None then, too.
    """

    vintage: int
    as_of: date
    programme: Programme
    until: date | None
    carried_by: tuple[CarryOver, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def may_be_spent(self) -> bool | None:
        """Whether the money may still be spent on the day; None where that is not known."""
        if self.as_of.year <= self.vintage:
            return self.as_of.year == self.vintage
        return None if self.until is None else self.as_of <= self.until

    def text(self, locale: Locale = "vi") -> str:
        """Say which rules hold and until when."""
        rules = ", ".join(self.programme.rules)
        if self.until is None:
            last = "chưa rõ đến khi nào" if locale == "vi" else "it is not known until when"
        else:
            day = format_date(self.until, locale)
            last = f"được chi đến {day}" if locale == "vi" else f"to be spent by {day}"
        head = f"vốn năm {self.vintage} theo" if locale == "vi" else f"money of {self.vintage}:"
        return f"{head} {rules}; {last}"

    def __str__(self) -> str:
        return self.text("vi")


def money_rules(vintage: int, as_of: date) -> MoneyRules:
    """Give the rules that money of a budget year keeps, and until when it may be spent.

    Money keeps the rules of its vintage: in 2026 money of 2025 follows the old programme, money
    of 2026 the new one. Only acts count that had been issued by the day.

    Raises:
        NotInForceError: `programme.none` where no programme gave money in that year.

    >>> old, new = (money_rules(year, date(2026, 6, 1)) for year in (2025, 2026))
    >>> old.programme.rules[0], old.until, old.may_be_spent
    ('1719/QĐ-TTg', datetime.date(2026, 12, 31), True)
    >>> new.programme.rules[0], new.may_be_spent
    ('417/QĐ-BNNMT', True)
    """
    check_day(as_of)
    for programme in programmes().values():
        if programme.rules and programme.first_year <= vintage <= programme.last_year:
            break
    else:
        raise NotInForceError.of(
            "programme.none",
            place=str(vintage),
            vi=f"không có chương trình nào giao vốn năm {vintage}, hoặc chưa được quyết định.",
            en=f"no programme gave money in {vintage}, or it is not decided yet.",
            mend_vi="Các năm đã có: 2021 đến 2030.",
            mend_en="There are the years 2021 to 2030.",
        )
    found = tuple(
        carry
        for years, carry in _carry_overs()
        # What was decided later was not known on the day.
        if vintage in years and (carry.issued is None or carry.issued <= as_of)
    )
    last = max(found, key=lambda carry: carry.until, default=None)
    problems = () if last is None or last.verified else (_from_memory(last),)
    return MoneyRules(
        vintage=vintage,
        as_of=as_of,
        programme=programme,
        until=None if last is None else last.until,
        carried_by=found,
        problems=problems,
    )


def _from_memory(carry: CarryOver) -> Problem:
    return Problem(
        code="law.unverified",
        severity="warning",
        place=carry.id,
        vi=f"thời hạn theo {carry.basis.vi} được ghi theo trí nhớ, cần kiểm tra.",
        en=f"the time limit by {carry.basis.en} is from memory; check it.",
    )


@cache
def programmes() -> Mapping[str, Programme]:
    """Give the phases of the national programmes by identifier, in order of time."""
    return {row["id"]: _programme(row) for row in load("programmes/phases")}


def _programme(row: Mapping[str, Any]) -> Programme:
    owner = row["owner"]
    return Programme(
        id=row["id"],
        name=Text(row["programme"]["vi"], row["programme"]["en"]),
        first_year=row["first_year"],
        last_year=row["last_year"],
        basis=tuple(row["basis"]),
        rules=tuple(row["rules"]),
        owner=owner and Text(owner["vi"], owner["en"]),
        state=row["status"],
        spend_until=row["spend_until"] and date.fromisoformat(row["spend_until"]),
        plan=row["plan"],
        source=row["source"],
    )


def _issued(number: str | None) -> date | None:
    return None if number is None else documents.get(number).issued


@cache
def _carry_overs() -> tuple[tuple[frozenset[int], CarryOver], ...]:
    rows = (row for row in load("programmes/carry_over") if row["vintages"] and row["until"])
    return tuple(
        (
            frozenset(row["vintages"]),
            CarryOver(
                id=row["id"],
                issued=_issued(row["document"]),
                until=date.fromisoformat(row["until"]),
                document=row["document"],
                basis=Text(row["basis"]["vi"], row["basis"]["en"]),
                source=row.get("source"),
                verified=row.get("verified", True),
            ),
        )
        for row in rows
    )
