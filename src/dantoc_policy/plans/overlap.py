"""Supports of one content for one beneficiary whose norms differ, and which of them is highest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any

from attrs import frozen

from dantoc_policy.errors import InputError, Locale, Problem
from dantoc_policy.plans.support import (
    Form,
    Support,
    TakeHighest,
    beneficiary_name,
    content_name,
    rules,
)
from dantoc_policy.plans.target import Comparator
from dantoc_policy.values.calendar_dates import check_day

# Of these the amount itself may be more than the norm that is stated.
_FROM = frozenset({Comparator.AT_LEAST, Comparator.ABOVE})
_UNSURE = frozenset({Comparator.ABOUT, Comparator.NEARLY})


@frozen(kw_only=True)
class Overlap:
    """Supports among which a beneficiary may compare and choose, since their norms differ.

    `rule` is the provision by which only the highest is paid, None where none is recorded that
    speaks of these supports. `highest` holds the one, or all of which one is the highest, and
    nothing where they are not in one unit.

    >>> from dantoc_policy.plans.support import supports
    >>> found = overlaps(supports().values(), as_of=date(2026, 1, 5))
    >>> meals = next(one for one in found if one.content == "school-meals")
    >>> [support.id for support in meals.highest], str(meals.rule.provision)
    (['nd66-meals'], 'Nghị định 339/2025/NĐ-CP')
    """

    content: str
    form: Form
    beneficiaries: tuple[str, ...]
    supports: tuple[Support, ...]
    rule: TakeHighest | None
    as_of: date | None = None

    @property
    def highest(self) -> tuple[Support, ...]:
        """The highest, or those that may be."""
        return highest(self.supports) if _in_one_unit(self.supports) else ()

    @property
    def verified(self) -> bool:
        """Whether sources confirm all norms."""
        return all(support.norm_verified for support in self.supports)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps the answer from being certain."""
        return tuple(_doubts(self))

    def text(self, locale: Locale = "vi") -> str:
        """Say the content, the beneficiaries, each norm, the highest and the rule."""
        vi = locale == "vi"
        whom = "; ".join(beneficiary_name(key).get(locale) for key in self.beneficiaries)
        kind = ("vay vốn", "loan") if self.form == "loan" else ("hỗ trợ", "support")
        head = f"{kind[0 if vi else 1]}, {content_name(self.content).get(locale)} ({whom}):"
        top = {support.id for support in self.highest}
        marks = ("cao nhất", "highest") if len(top) == 1 else ("có thể cao nhất", "may be highest")
        lines = [
            f"- {one.text(locale)}{f' [{marks[0 if vi else 1]}]' if one.id in top else ''}"
            for one in self.supports
        ]
        if self.rule is not None:
            only = "chỉ hưởng mức cao nhất" if vi else "only the highest is paid"
            lines.append(f"{only}: {self.rule.provision.text(locale)}")
        return "\n".join([head, *lines, *(f"! {one.message(locale)}" for one in self.problems)])

    def to_dict(self) -> dict[str, Any]:
        """Give the overlap as plain JSON data."""
        content = content_name(self.content)
        return {
            "content": self.content,
            "content_vi": content.vi,
            "content_en": content.en,
            "form": self.form,
            "beneficiaries": list(self.beneficiaries),
            "supports": [support.to_dict() for support in self.supports],
            "highest": [support.id for support in self.highest],
            "rule": None if self.rule is None else self.rule.to_dict(),
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "verified": self.verified,
            "problems": [problem.to_dict() for problem in self.problems],
        }

    def __str__(self) -> str:
        return self.text()


def overlaps(supports: Iterable[Support], *, as_of: date | None = None) -> tuple[Overlap, ...]:
    """Find supports of the same content and form for the same beneficiary with unlike norms.

    With `as_of`, those that hold on the day; without it, those that hold on some day together:
    all supports of one overlap may be given on one day in one place, and none that may be given
    beside them is left out. What tops another one up is paid beside it and is no overlap, and
    neither are norms of two different places. Where days are not known, a support may hold.

    Raises:
        InputError: `date.not_a_day` where `as_of` is no day of the calendar.

    >>> from dantoc_policy.plans.support import supports
    >>> for one in overlaps(supports().values()):
    ...     print(one.content, [support.norm.vnd for support in one.supports])
    forest-protection [400000, 500000]
    forest-protection [400000, 500000]
    forest-protection [400000, 200000, 500000]
    forest-protection [400000, 200000, 500000]
    school-meals [936000, 450000]
    """
    if as_of is not None:
        check_day(as_of)
    held = [
        one
        for one in {one.id: one for one in supports}.values()
        if one.tops_up is None and (as_of is None or one.holds(as_of) is not False)
    ]
    found: dict[tuple[str, Form, tuple[str, ...]], tuple[list[str], list[Support]]] = {}
    for beneficiary in dict.fromkeys(key for one in held for key in one.beneficiaries):
        mine = [one for one in held if beneficiary in one.beneficiaries]
        kinds: dict[tuple[str, Form], None] = dict.fromkeys((o.content, o.form) for o in mine)
        for content, form in kinds:
            alike = [one for one in mine if (one.content, one.form) == (content, form)]
            for met in filter(_differ, _together(alike)):
                key = (content, form, tuple(one.id for one in met))
                found.setdefault(key, ([], met))[0].append(beneficiary)
    return tuple(
        Overlap(
            content=content,
            form=form,
            beneficiaries=tuple(whom),
            supports=tuple(met),
            rule=_rule(met, as_of),
            as_of=as_of,
        )
        for (content, form, _), (whom, met) in found.items()
    )


def highest(supports: Iterable[Support]) -> tuple[Support, ...]:
    """Give the support with the highest norm, or all that may have it.

    A norm that was not seen, or of which only the least is stated, may be the highest; so may
    norms that are equal. "About" is a norm that rounds to what is stated, "nearly" one below it.

    Raises:
        InputError: `overlap.unlike_units` where the norms are not for the same and as often.
    """
    given = tuple(supports)
    if not _in_one_unit(given):
        units = dict.fromkeys((one.per, one.every) for one in given)
        listed = "; ".join(f"{per}/{every}" for per, every in units)
        raise InputError.of(
            "overlap.unlike_units",
            vi=f"các mức không cùng đơn vị tính: {listed}.",
            en=f"the norms are not in one unit: {listed}.",
            mend_vi="Quy về cùng đơn vị rồi so sánh.",
            mend_en="Bring them to one unit first.",
        )
    top = max(map(_least, given), default=0)
    most = ((one, _most(one)) for one in given)
    return tuple(one for one, amount in most if amount is None or amount >= top)


def _least(one: Support) -> int:
    """Give the amount in đồng that a support reaches for certain."""
    if one.norm is None or one.comparator in _UNSURE:
        return 0
    return one.norm.vnd + (one.comparator is Comparator.ABOVE)


def _most(one: Support) -> int | None:
    """Give the amount in đồng that a support reaches at most; None where nothing bounds it."""
    if one.norm is None or one.comparator in _FROM:
        return None
    amount = one.norm.vnd
    if one.comparator is Comparator.NEARLY:
        return amount - 1
    if one.comparator is Comparator.ABOUT:
        digits = str(amount)
        last_digit: int = 10 ** (len(digits) - len(digits.rstrip("0")))
        return amount + last_digit // 2
    return amount


def _in_one_unit(supports: Sequence[Support]) -> bool:
    return len({(one.per, one.every) for one in supports}) <= 1


def _together(alike: Sequence[Support]) -> Iterator[list[Support]]:
    """Give the largest groups of which all may hold on one day in one place."""
    # What some supports have in common begins on the first day of one of them.
    firsts = {one.days.start or date.min for one in alike if one.days is not None} or {date.min}
    groups = [
        [one for one in alike if _may_hold(one, day, place)]
        for day, place in product(sorted(firsts), dict.fromkeys(one.place for one in alike))
    ]
    known = [frozenset(one.id for one in group) for group in groups]
    for at, group in enumerate(groups):
        if known[at] not in known[:at] and not any(known[at] < other for other in known):
            yield group


def _may_hold(one: Support, day: date, place: str | None) -> bool:
    return one.place in (None, place) and one.holds(day) is not False


def _differ(met: Sequence[Support]) -> bool:
    """Whether supports give unlike norms; one that was not seen may be any."""
    norms = {(one.norm, one.per, one.every) for one in met}
    return len(met) > 1 and (len(norms) > 1 or any(one.norm is None for one in met))


def _rule(met: Sequence[Support], as_of: date | None) -> TakeHighest | None:
    for rule in rules().values():
        for support in met:
            days = support.days
            in_time = days is None or days.overlaps(rule.valid)
            if as_of is not None:
                in_time = as_of in rule.valid
            if rule.is_for(support) and in_time:
                return rule
    return None


def _doubts(overlap: Overlap) -> Iterator[Problem]:
    if overlap.rule is None:
        known = ", ".join(rule.provision.text("vi") for rule in rules().values())
        known_en = ", ".join(rule.provision.text("en") for rule in rules().values())
        yield Problem(
            code="overlap.no_rule",
            severity="warning",
            place=overlap.content,
            vi="chưa có căn cứ ghi nhận rằng các mức này chỉ được hưởng mức cao nhất.",
            en="no provision is recorded by which only the highest of these is paid.",
            mend_vi=f"Quy định đã biết là cho khoản khác: {known}.",
            mend_en=f"Those that are known speak of other supports: {known_en}.",
        )
    if not _in_one_unit(overlap.supports):
        yield Problem(
            code="overlap.unlike_units",
            severity="warning",
            place=overlap.content,
            vi="các mức không cùng đơn vị tính nên không so sánh được.",
            en="the norms are not in one unit and cannot be compared.",
        )
    for support in overlap.supports:
        if not support.norm_verified:
            yield Problem(
                code="overlap.unverified",
                severity="warning",
                place=support.id,
                vi="mức này chưa được kiểm chứng.",
                en="no source confirms this norm.",
            )
        if "content" in support.unverified:
            yield Problem(
                code="overlap.content_unverified",
                severity="note",
                place=support.id,
                vi="việc coi đây là cùng một nội dung hỗ trợ là cách đọc, chưa có nguồn.",
                en="that it is of one content with the others is a reading, without a source.",
            )
        if support.days is None:
            yield Problem(
                code="overlap.days_unknown",
                severity="note",
                place=support.id,
                vi="chưa rõ mức này áp dụng từ ngày nào đến ngày nào.",
                en="it is not known from when until when this norm holds.",
            )
