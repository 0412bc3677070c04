"""How much of the money of a year was paid out: of the plan and what was carried over."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from attrs import frozen

from dantoc_policy.errors import InputError, Locale, Problem
from dantoc_policy.plans.fields import plain_amount
from dantoc_policy.plans.interval import Interval
from dantoc_policy.plans.money import Capital, Funding
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.target import Comparator
from dantoc_policy.values.money import Money
from dantoc_policy.values.numerals import format_number

_NOTHING = Money(0)
_PERCENT = 100
_NEAR = 1  # "gần 20%": within one point below


@frozen(kw_only=True)
class Disbursement:
    """Money of one year and one kind of capital: planned, carried over, paid out.

    >>> year = Disbursement(
    ...     planned=Money.billion(400), carried_over=Money.billion(78), paid=Money.billion(94)
    ... )
    >>> year.available.text(), year.remaining.text(), str(year)
    ('478 tỷ đồng', '384 tỷ đồng', 'đã giải ngân 94 tỷ đồng trên 478 tỷ đồng, đạt 19,7%')
    """

    planned: Money
    paid: Money
    carried_over: Money = _NOTHING
    capital: Capital = "all"
    year: int | None = None

    def __attrs_post_init__(self) -> None:
        if min(self.planned.vnd, self.carried_over.vnd, self.paid.vnd) < 0:
            raise InputError.of(
                "money.negative",
                vi="kế hoạch, số chuyển sang và số giải ngân không thể âm.",
                en="the plan, what was carried over and what was paid cannot be negative.",
            )
        if self.paid > self.available:
            raise InputError.of(
                "money.over_available",
                vi=f"giải ngân {self.paid.text()} nhiều hơn vốn có là {self.available.text()}.",
                en=f"{self.paid.text('en')} were paid of {self.available.text('en')}.",
                mend_vi="Kiểm tra số chuyển nguồn từ năm trước.",
                mend_en="Check what was carried over from the year before.",
            )

    @property
    def available(self) -> Money:
        """The plan of the year with what was carried over into it."""
        return self.planned + self.carried_over

    @property
    def remaining(self) -> Money:
        """What was not paid out, which may be carried over where a rule lets it."""
        return self.available - self.paid

    @property
    def rate(self) -> Fraction | None:
        """The part that was paid out, from 0 to 1; None where there was no money."""
        return self.paid / self.available if self.available.vnd else None

    def next_year(self, planned: Money, paid: Money) -> Disbursement:
        """Give the year after, into which all that remained is carried over."""
        return Disbursement(
            planned=planned,
            carried_over=self.remaining,
            paid=paid,
            capital=self.capital,
            year=None if self.year is None else self.year + 1,
        )

    def text(self, locale: Locale = "vi") -> str:
        """Say what was paid out of what."""
        paid, available = self.paid.text(locale), self.available.text(locale)
        if self.rate is None:
            return "không có vốn" if locale == "vi" else "there was no money"
        rate = format_number(self.rate * _PERCENT, locale, max_decimals=1)
        if locale == "vi":
            return f"đã giải ngân {paid} trên {available}, đạt {rate}%"
        return f"{paid} paid of {available}, {rate} %"

    def __str__(self) -> str:
        return self.text("vi")


@frozen(kw_only=True)
class StatedRate:
    """A disbursement that a document reports: computed from its amounts beside what it prints.

    `percent` holds the bounds where an amount is only given as "over". `agrees` is None where the
    document prints no rate.
    """

    paid: Funding
    available: Funding
    percent: Interval
    nominal: Fraction
    agrees: bool | None

    @property
    def problem(self) -> Problem | None:
        """What is wrong where the printed rate is not that of the amounts."""
        if self.agrees is not False:
            return None
        printed, computed = plain_amount(self.paid.rate), format_number(self.nominal)
        return Problem(
            code="money.rate_disagrees",
            severity="warning",
            place=self.paid.id,
            vi=f"tỷ lệ đã ghi {printed}% không khớp số tiền: {computed}%.",
            en=f"the printed {printed} % is not that of the amounts: {computed} %.",
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the rate as plain JSON data."""
        return {
            "paid": self.paid.id,
            "available": self.available.id,
            "capital": self.paid.capital,
            "paid_vnd": self.paid.amount and self.paid.amount.vnd,
            "available_vnd": self.available.amount and self.available.amount.vnd,
            "percent": float(self.nominal),
            "printed": plain_amount(self.paid.rate),
            "printed_as": self.paid.rate_comparator.value if self.paid.rate is not None else None,
            "agrees": self.agrees,
        }


def stated_rates(plan: Plan) -> tuple[StatedRate, ...]:
    """Give for each reported disbursement of a document the rate that its amounts give.

    A printed rate agrees where it is the computed one, rounded to the digits that it has; "gần"
    (nearly) where the computed one is less than it by no more than one point.

    >>> from dantoc_policy.plans.library import plans
    >>> for found in stated_rates(plans.get("bac-kan-review-2024")):
    ...     print(found.paid.capital, round(float(found.nominal), 2), found.agrees)
    investment 19.67 True
    recurrent 2.69 True
    """
    money = {funding.id: funding for funding in plan.funding}
    found = []
    for paid in plan.funding:
        whole = money.get(paid.of or "")
        if paid.stage != "disbursed" or whole is None or not paid.amount or not whole.amount:
            continue
        nominal = _PERCENT * (paid.amount / whole.amount)
        share = _stated(paid).over(_stated(whole)).times(Fraction(_PERCENT))
        found.append(
            StatedRate(
                paid=paid,
                available=whole,
                percent=share,
                nominal=nominal,
                agrees=_agrees(paid, nominal),
            )
        )
    return tuple(found)


def _stated(funding: Funding) -> Interval:
    vnd = Fraction(funding.amount.vnd if funding.amount else 0)
    return Interval.stated(funding.comparator, vnd)


def _agrees(paid: Funding, nominal: Fraction) -> bool | None:
    if paid.rate is None:
        return None
    if paid.rate_comparator is Comparator.NEARLY:
        return paid.rate - _NEAR <= nominal < paid.rate
    digits = len(str(plain_amount(paid.rate)).partition(".")[2])
    return abs(nominal - paid.rate) <= Fraction(1, 2 * 10**digits)
