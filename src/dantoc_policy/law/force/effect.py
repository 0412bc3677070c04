"""The earliest day on which a document may take effect, by the law of the day it was issued."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from attrs import evolve, frozen

from dantoc_policy.data import load
from dantoc_policy.errors import Locale, Problem
from dantoc_policy.law.document import Document
from dantoc_policy.law.force.level import Level, level_of
from dantoc_policy.law.provision import Provision
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text


@frozen(kw_only=True)
class EffectRule:
    """How long documents of a level wait, under the law in force when they are issued.

    `days` are counted from the day of issue (`issued`) or of the gazette (`gazette`), or not at
    all (`none`); that day plus `days` is the first on which they may take effect. `issuers` limits
    the rule to some bodies. `exceptions` says who need not wait.
    """

    id: str
    in_force: Period
    level: Level
    days: int
    count_from: str
    issuers: frozenset[str]
    law: str | None
    article: int | None
    exceptions: Text
    source: str
    verified: bool

    @property
    def provision(self) -> Provision | None:
        """The article of the law that gives the rule, where it is known."""
        return None if self.law is None else Provision(self.law, self.article)


@frozen(kw_only=True)
class EarliestEffect:
    """The first day on which a document may take effect, and the rule that gives it.

    `day` is None where the rule counts from a day that is not known, or counts no days.
    """

    issued: date
    rule: EffectRule
    day: date | None

    @property
    def verified(self) -> bool:
        """Whether the rule is confirmed by a source."""
        return self.rule.verified

    def text(self, locale: Locale = "vi") -> str:
        """Say the day and the rule.

        >>> decree = Document(
        ...     number="05/2020/NĐ-CP",
        ...     type="nghi_dinh",
        ...     issuers=("chinh_phu",),
        ...     issued=date(2020, 1, 3),
        ...     source="memory",
        ... )
        >>> print(earliest_effect(decree).text("en"))
        not before 17 February 2020: 45 days from 3 January 2020 (Article 151, Law 80/2015/QH13)
        """
        provision = self.rule.provision
        cited = f" ({cite_law(provision, locale)})" if provision else ""
        if self.day is None:
            return f"{self.rule.exceptions.get(locale)}{cited}"
        first, issued = format_date(self.day, locale), format_date(self.issued, locale)
        if locale == "vi":
            return f"không sớm hơn ngày {first}: {self.rule.days} ngày kể từ ngày {issued}{cited}"
        return f"not before {first}: {self.rule.days} days from {issued}{cited}"


@cache
def effect_rules() -> tuple[EffectRule, ...]:
    """Give all rules; those for some bodies alone come before those for all of a level."""
    rules = [_read(row) for row in load("law/effect_rules")["earliest"]]
    return tuple(sorted(rules, key=lambda rule: not rule.issuers))


def _read(row: dict[str, Any]) -> EffectRule:
    def day(key: str) -> date | None:
        return date.fromisoformat(row[key]) if row.get(key) else None

    vi, _, en = row["exceptions"].removeprefix("vi: ").partition(" / en: ")
    return EffectRule(
        id=row["id"],
        in_force=Period(day("since"), day("until")),
        level=row["level"],
        days=row["days"],
        count_from=row["count_from"],
        issuers=frozenset(row.get("issuers") or ()),
        law=row.get("law"),
        article=row.get("article"),
        exceptions=Text(vi, en),
        source=row["source"],
        verified=row["verified"],
    )


def cite_law(provision: Provision, locale: Locale = "vi") -> str:
    """Write a provision of a law on documents; the National Assembly's numbers name no type.

    >>> cite_law(Provision("64/2025/QH15", 57, 2)), cite_law(Provision("30/2020/NĐ-CP"))
    ('khoản 2 Điều 57 Luật 64/2025/QH15', 'Nghị định 30/2020/NĐ-CP')
    """
    name, _, day = provision.document.partition("@")
    if "/QH" in name:
        name = f"{'Luật' if locale == 'vi' else 'Law'} {name}"
    elif day:
        name += f" {'năm' if locale == 'vi' else 'of'} {day[:4]}"
    return evolve(provision, document=name).text(locale)


@cache
def longest_wait() -> int:
    """Give the longest time that any rule asks for, in days: what is taken where no rule is known.

    >>> longest_wait()
    45
    """
    return max(rule.days for rule in effect_rules())


def earliest_effect(document: Document) -> EarliestEffect | None:
    """Give the earliest day of effect under the law in force on the day of issue.

    None where the day of issue, the level of the document or a rule of that time is not known.
    The rules of summary procedure and of emergencies allow the day of issue itself, so that a
    departure is no error; nothing is concluded from it about when a document did take effect.
    """
    level = level_of(document)
    if document.issued is None or level is None:
        return None
    for rule in effect_rules():
        fits = rule.level == level and document.issued in rule.in_force
        if fits and (not rule.issuers or rule.issuers & set(document.issuers)):
            counted = rule.count_from == "issued"
            day = document.issued + timedelta(days=rule.days) if counted else None
            return EarliestEffect(issued=document.issued, rule=rule, day=day)
    return None


def check_effective(document: Document) -> tuple[Problem, ...]:
    """Compare the stated day of effect with the day of issue and the earliest day; only warn.

    >>> law = Document(
    ...     number="64/2025/QH15",
    ...     type="luat",
    ...     issuers=("quoc_hoi",),
    ...     issued=date(2025, 2, 19),
    ...     effective=date(2025, 4, 1),
    ...     source="memory",
    ... )
    >>> [problem.code for problem in check_effective(law)]
    ['document.effective_too_early']
    """
    if document.effective is None or document.issued is None:
        return ()
    stated = {locale: format_date(document.effective, locale) for locale in ("vi", "en")}
    issued = {locale: format_date(document.issued, locale) for locale in ("vi", "en")}
    if document.effective < document.issued:
        return (
            Problem(
                code="document.effective_before_issue",
                place="effective",
                severity="warning",
                vi=f"có hiệu lực ngày {stated['vi']}, trước ngày ban hành {issued['vi']}.",
                en=f"it takes effect on {stated['en']}, before its issue on {issued['en']}.",
            ),
        )
    earliest = earliest_effect(document)
    if earliest is None or earliest.day is None or document.effective >= earliest.day:
        return ()
    return (
        Problem(
            code="document.effective_too_early",
            place="effective",
            severity="warning",
            vi=f"có hiệu lực ngày {stated['vi']}; theo luật {earliest.text('vi')}.",
            en=f"it takes effect on {stated['en']}; by law {earliest.text('en')}.",
            mend_vi=f"Ngoại lệ: {earliest.rule.exceptions.vi}.",
            mend_en=f"Exceptions: {earliest.rule.exceptions.en}.",
        ),
    )
