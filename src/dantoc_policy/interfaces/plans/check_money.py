"""Whether the money of a plan adds up, and whether the percentages printed with it fit."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from attrs import frozen

from dantoc_policy.errors import LOCALES, Problem
from dantoc_policy.plans.disbursement import stated_rates
from dantoc_policy.plans.fields import plain_amount
from dantoc_policy.plans.money import Funding
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.target import Comparator
from dantoc_policy.values.money import Money
from dantoc_policy.values.numerals import format_number

_WAYS = ("capital", "source_of_funds", "project", "period")
_LOOSE = frozenset({Comparator.ABOUT, Comparator.NEARLY})
_PERCENT = 100


@frozen(kw_only=True)
class Sum:
    """An amount beside the parts of one division of it: by capital, source, project or period.

    `difference` is what the parts have more than the whole; `complete` is False where a part has
    no amount, so that nothing follows from parts that are too few.
    """

    whole: Funding
    parts: tuple[Funding, ...]
    total: Money
    difference: Money
    complete: bool

    @property
    def agrees(self) -> bool | None:
        """Whether the parts are the whole; None where an amount is missing or only a bound."""
        if not self.difference.vnd:
            return True if self.complete else None
        whole, more = self.whole.comparator, self.difference.vnd > 0
        bounds = {part.comparator for part in self.parts}
        if more:
            # More is possible where the whole is only a lower bound, or nothing is said exactly.
            free = {Comparator.AT_LEAST, Comparator.ABOVE, Comparator.ABOUT}
            return None if whole in free or bounds & (_LOOSE | _LOWERED) else False
        free = {Comparator.AT_MOST, Comparator.BELOW, *_LOOSE}
        loose = whole in free or bounds & (_LOOSE | _RAISED)
        return None if loose or not self.complete else False

    def to_dict(self) -> dict[str, Any]:
        """Give the sum as plain JSON data."""
        return {
            "whole": self.whole.id,
            "parts": [part.id for part in self.parts],
            "whole_vnd": self.whole.amount and self.whole.amount.vnd,
            "parts_vnd": self.total.vnd,
            "difference_vnd": self.difference.vnd,
            "complete": self.complete,
            "agrees": self.agrees,
        }


_LOWERED = frozenset({Comparator.AT_MOST, Comparator.BELOW})
_RAISED = frozenset({Comparator.AT_LEAST, Comparator.ABOVE})


def sums(plan: Plan) -> tuple[Sum, ...]:
    """Give each amount that is divided, once for each way in which it is.

    >>> from dantoc_policy.plans.library import plans
    >>> [(one.whole.id, one.agrees) for one in sums(plans.get("national-2026"))]
    [('total', True), ('state', True), ('central', True)]
    """
    found = []
    for whole in plan.funding:
        amount = whole.amount
        if amount is None:
            continue
        ways: dict[tuple[str, ...], list[Funding]] = {}
        for part in plan.funding:
            if part.part_of == whole.id and part.stage == whole.stage:
                way = tuple(n for n in _WAYS if getattr(part, n) != getattr(whole, n))
                ways.setdefault(way, []).append(part)
        # What differs from the whole in nothing is the rest of any division.
        rest = ways.pop((), [])
        divisions = [[*parts, *rest] for parts in ways.values()] or ([rest] if rest else [])
        for parts in divisions:
            amounts = [part.amount for part in parts if part.amount is not None]
            total = sum(amounts, Money(0))
            found.append(
                Sum(
                    whole=whole,
                    parts=tuple(parts),
                    total=total,
                    difference=total - amount,
                    complete=len(amounts) == len(parts),
                )
            )
    return tuple(found)


def check_money(plan: Plan) -> Iterator[Problem]:
    """Give what does not fit in the money of a plan; the place is the way to the amount."""
    places = {funding.id: f"funding.{at}" for at, funding in enumerate(plan.funding)}
    for found in sums(plan):
        if found.agrees is False:
            yield _sum_problem(found, places[found.whole.id])
    for rate in stated_rates(plan):
        if rate.problem is not None:
            yield _rate_problem(rate.paid, rate.nominal, f"{places[rate.paid.id]}.rate")
        if rate.percent.above(Fraction(_PERCENT)):
            yield _paid_over(rate.paid, rate.available, places[rate.paid.id])
    yield from _shares(plan, places)


def _shares(plan: Plan, places: dict[str, str]) -> Iterator[Problem]:
    """Compare the share of a whole that is printed with an amount that is no disbursement."""
    money = {funding.id: funding for funding in plan.funding}
    for part in plan.funding:
        whole = money.get(part.of or "")
        if part.stage == "disbursed" or part.rate is None or whole is None:
            continue
        if part.amount is None or whole.amount is None or not whole.amount.vnd:
            continue
        share = _PERCENT * (part.amount / whole.amount)
        digits = len(str(plain_amount(part.rate)).partition(".")[2])
        if abs(share - part.rate) > Fraction(1, 2 * 10**digits):
            yield _rate_problem(part, share, f"{places[part.id]}.rate")


def _sum_problem(found: Sum, place: str) -> Problem:
    more = found.difference.vnd > 0
    gap = found.difference if more else -found.difference
    names = ", ".join(part.id for part in found.parts)
    vi = f"cộng các phần ({names}) là {found.total.text('vi')}, "
    vi += f"{'nhiều' if more else 'ít'} hơn “{found.whole.id}” {gap.text('vi')}."
    en = f"the parts ({names}) come to {found.total.text('en')}, "
    en += f"{gap.text('en')} {'more' if more else 'less'} than “{found.whole.id}”."
    return Problem(
        code="money.parts_disagree",
        severity="error" if more else "warning",
        place=place,
        vi=vi,
        en=en,
        mend_vi="Kiểm tra các số; phần còn thiếu thì ghi thành một khoản với amount: null.",
        mend_en="Check the amounts; enter a part that is not known with amount: null.",
    )


def _rate_problem(part: Funding, computed: Fraction, place: str) -> Problem:
    printed = part.rate or Fraction(0)
    vi, en = (format_number(computed, locale, max_decimals=2) for locale in LOCALES)
    said_vi, said_en = (format_number(printed, locale) for locale in LOCALES)
    return Problem(
        code="money.rate_disagrees",
        severity="warning",
        place=place,
        vi=f"“{part.id}”: tỷ lệ đã ghi {said_vi}% không khớp số tiền: {vi}%.",
        en=f"“{part.id}”: the printed {said_en} % is not that of the amounts: {en} %.",
    )


def _paid_over(paid: Funding, whole: Funding, place: str) -> Problem:
    return Problem(
        code="money.over_available",
        place=place,
        vi=f"“{paid.id}” nhiều hơn vốn có là “{whole.id}”.",
        en=f"“{paid.id}” is more than there was, “{whole.id}”.",
        mend_vi="Kiểm tra số chuyển nguồn từ năm trước.",
        mend_en="Check what was carried over from the year before.",
    )
