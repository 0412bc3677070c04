"""What a programme or a decree gives: for which content, to whom, how much, how often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Literal

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.errors import LOCALES, Locale
from dantoc_policy.law.provision import Provision
from dantoc_policy.plans.fields import Amount, Key, MaybeMoney, MaybeSpan, Names, Part
from dantoc_policy.plans.target import Comparator
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

Form = Literal["grant", "loan"]
Per = Literal[
    "household",
    "person",
    "hectare",
    "kilometre",
    "commune",
    "village",
    "work",
    "project",
    "model",
]
Every = Literal["once", "year", "month", "day", "course", "crop"]
_PER: Mapping[Per, Text] = {
    "household": Text("hộ", "household"),
    "person": Text("người", "person"),
    "hectare": Text("ha", "ha"),
    "kilometre": Text("km", "km"),
    "commune": Text("xã", "commune"),
    "village": Text("thôn", "village"),
    "work": Text("công trình", "work"),
    "project": Text("dự án", "project"),
    "model": Text("mô hình", "model"),
}
_EVERY: Mapping[Every, Text] = {
    "once": Text("một lần", "once"),
    "year": Text("năm", "year"),
    "month": Text("tháng", "month"),
    "day": Text("ngày", "day"),
    "course": Text("khóa", "course"),
    "crop": Text("vụ", "crop"),
}
_BOUNDS: Mapping[Comparator, Text] = {
    Comparator.AT_MOST: Text("tối đa ", "at most "),
    Comparator.AT_LEAST: Text("tối thiểu ", "at least "),
    Comparator.ABOUT: Text("khoảng ", "about "),
}


class Support(Part):
    """One norm: what `instrument` gives for a content to each of some kinds of beneficiaries.

    `norm` is null where it was not seen, or where it is no amount of money of its own: then it is a
    multiple of the base salary (`base_salaries`), kilograms of rice (`rice_kg`), a percentage of
    what it costs (`percent_of_cost`), or the cost itself (`at_cost`). A percentage beside a norm
    bounds it, too. `per` and `every` are null where they were not seen. `programme` is a phase of
    a programme, whose money may be spent after `valid` where the phase says so; `vintage` are the
    budget years of that money. `tops_up` names a support beside which this one is paid, and
    `exclusive_with` those of other contents of which a beneficiary may have one only. `place` is
    null where the norm is that of the country; `valid` where its days were not seen.

    >>> lunch = supports()["nd339-lunch"]
    >>> lunch.text("en"), lunch.holds(date(2025, 12, 24)), lunch.norm_verified
    ('VND 450,000 per person and month (339/2025/NĐ-CP)', False, True)
    >>> supports()["p7-birth-attendant"].text("en")
    '0.5 times the base salary per person and month (55/2023/TT-BTC)'
    """

    id: Key
    content: Key
    beneficiaries: Names
    norm: MaybeMoney
    base_salaries: Amount = None
    rice_kg: Amount = None
    percent_of_cost: Amount = None
    at_cost: bool = False
    comparator: Comparator = Comparator.REACH
    per: Per | None
    every: Every | None
    form: Form = "grant"
    instrument: str | None = None
    provision: str | None = None
    programme: Key | None = None
    project: Key | None = None
    tops_up: Key | None = None
    exclusive_with: Names = ()
    place: str | None = None
    vintage: MaybeSpan = None
    valid: MaybeSpan = None
    source: str | None = None
    verified: bool = True
    unverified: tuple[str, ...] = ()
    note: str | None = None

    @property
    def days(self) -> Period | None:
        """The days on which it may be paid, those on which its money may still be spent too."""
        if self.valid is None or self.valid.end is None or self.programme is None:
            return self.valid
        until = spend_until(self.programme) or self.valid.end
        return Period(self.valid.start, max(self.valid.end, until))

    @property
    def norm_verified(self) -> bool:
        """Whether a source confirms the norm."""
        return self.verified and self.source is not None and "norm" not in self.unverified

    def holds(self, day: date) -> bool | None:
        """Whether it may be paid on a day; None where its days are not known."""
        return None if self.days is None else day in self.days

    def text(self, locale: Locale = "vi") -> str:
        """Say how much, for what, how often, under which document."""
        vi = locale == "vi"
        amounts = [amount.get(locale) for amount in self._amounts()]
        bound = _BOUNDS[self.comparator].get(locale) if self.comparator in _BOUNDS else ""
        said = [f"{bound if amounts else ''}{', '.join(amounts) or '?'}"]
        if self.per is not None:
            said += ["/" if vi else " per ", _PER[self.per].get(locale)]
        if self.every is not None:
            mark = ("/" if vi else " and ") if self.every != "once" and self.per else ", "
            said += [mark, _EVERY[self.every].get(locale)]
        return "".join(said) + (f" ({self.instrument})" if self.instrument else "")

    def _amounts(self) -> Iterator[Text]:
        if self.percent_of_cost is not None:
            vi, en = (format_number(self.percent_of_cost, locale) for locale in LOCALES)
            yield Text(f"{vi}% chi phí", f"{en}% of the cost")
        if self.norm is not None:
            yield Text(self.norm.text("vi"), self.norm.text("en"))
        if self.base_salaries is not None:
            vi, en = (format_number(self.base_salaries, locale) for locale in LOCALES)
            yield Text(f"{vi} lần mức lương cơ sở", f"{en} times the base salary")
        if self.rice_kg is not None:
            vi, en = (format_number(self.rice_kg, locale) for locale in LOCALES)
            yield Text(f"{vi} kg gạo", f"{en} kg of rice")
        if self.at_cost:
            yield Text("theo chi phí thực tế", "the actual cost")

    def to_dict(self) -> dict[str, Any]:
        """Give the support as plain JSON data, without what it leaves at its default."""
        return self.model_dump(mode="json", exclude_defaults=True)


@frozen(kw_only=True)
class TakeHighest:
    """A provision by which only the highest of several supports of one content is paid.

    It was written for the phases of `programmes` and for the documents in `instruments`.
    """

    id: str
    provision: Provision
    programmes: tuple[str, ...]
    instruments: tuple[str, ...]
    valid: Period
    source: str
    verified: bool

    def is_for(self, support: Support) -> bool:
        """Whether the provision speaks of a support."""
        return support.programme in self.programmes or support.instrument in self.instruments

    def to_dict(self) -> dict[str, Any]:
        """Give the rule as plain JSON data."""
        return {
            "id": self.id,
            "provision": self.provision.to_dict(),
            "vi": self.provision.text("vi"),
            "en": self.provision.text("en"),
            "valid": str(self.valid),
            "source": self.source,
            "verified": self.verified,
        }


@cache
def supports() -> Mapping[str, Support]:
    """Give the packaged supports by their identifiers."""
    rows = load("programmes/supports")["supports"]
    return {row["id"]: Support.model_validate(row) for row in rows}


@cache
def rules() -> Mapping[str, TakeHighest]:
    """Give the packaged provisions by which only the highest is paid.

    >>> print(rules()["tt60"].provision)
    điểm b khoản 3 Điều 2 Thông tư 60/2026/TT-BTC
    """
    return {
        row["id"]: TakeHighest(
            id=row["id"],
            provision=Provision(
                row["document"], row["article"], row.get("clause"), row.get("point")
            ),
            programmes=tuple(row.get("programmes", ())),
            instruments=tuple(row.get("instruments", ())),
            valid=Period.parse(row["valid"]),
            source=row["source"],
            verified=row.get("verified", True),
        )
        for row in load("programmes/supports")["rules"]
    }


def content_name(key: str) -> Text:
    """Give a content in words; the key itself where it is a user's own."""
    return _names("contents").get(key, Text(key, key))


def beneficiary_name(key: str) -> Text:
    """Give a kind of beneficiaries in words; the key itself where it is a user's own."""
    return _names("beneficiaries").get(key, Text(key, key))


@cache
def _names(part: str) -> Mapping[str, Text]:
    rows = load("programmes/supports")[part]
    return {row["id"]: Text(row["name"]["vi"], row["name"]["en"]) for row in rows}


@cache
def spend_until(phase: str) -> date | None:
    """Give the last day on which money of a phase may be spent, where that is known.

    >>> spend_until("dtts-1")
    datetime.date(2026, 12, 31)
    """
    found = (row.get("spend_until") for row in load("programmes/phases") if row["id"] == phase)
    until = next(found, None)
    return None if until is None else date.fromisoformat(until)
