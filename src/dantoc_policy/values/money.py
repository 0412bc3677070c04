"""Amounts of Vietnamese đồng, exact to the đồng."""

# pyright: reportUnnecessaryIsInstance=false
# Callers without a type checker get a clear error, too.

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from dantoc_policy.errors import InputError
from dantoc_policy.values.numerals import (
    Rounding,
    exact,
    format_number,
    reads_two_ways,
    round_whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from attrs import Attribute

    from dantoc_policy.errors import Locale

MoneyUnit = Literal["đồng", "nghìn", "triệu", "tỷ"]

_MILLION = 10**6
_BILLION = 10**9
_SCALES: dict[MoneyUnit, tuple[int, str]] = {
    "đồng": (1, ""),
    "nghìn": (10**3, "thousand"),
    "triệu": (_MILLION, "million"),
    "tỷ": (_BILLION, "billion"),
}
# Digits that one amount of a report has to have for the report to be shortened to the unit.
_DIGITS: tuple[tuple[MoneyUnit, int], ...] = (("tỷ", 15), ("triệu", 12), ("nghìn", 9))


def _check_whole(_: Money, __: Attribute[int], vnd: int) -> None:
    if type(vnd) is not int:
        raise InputError.of(
            "money.not_whole",
            vi=f"{vnd!r} không phải số đồng nguyên.",
            en=f"{vnd!r} is not a whole number of đồng.",
            mend_vi="Dùng int, hoặc Money.million, Money.billion.",
            mend_en="Give an int, or use Money.million or Money.billion.",
        )


@frozen(order=True)
class Money:
    """A whole number of đồng.

    >>> Money.billion(1984).text("vi"), Money.billion(1984).text("en")
    ('1.984 tỷ đồng', 'VND 1,984 billion')
    >>> sum([Money.million(12), Money(500_000)]).text("vi")
    '12.500.000 đồng'
    >>> Money.billion(3) / Money.billion(4)
    Fraction(3, 4)
    """

    vnd: int = field(validator=_check_whole)

    @classmethod
    def million(
        cls, amount: int | Decimal | str | Fraction, *, rounding: Rounding | None = None
    ) -> Money:
        """Read an amount in triệu đồng; a fraction of a đồng is refused unless rounded."""
        return cls(_in_dong(amount, _MILLION, rounding))

    @classmethod
    def billion(
        cls, amount: int | Decimal | str | Fraction, *, rounding: Rounding | None = None
    ) -> Money:
        """Read an amount in tỷ đồng; a fraction of a đồng is refused unless rounded.

        >>> Money.billion("2,4").vnd
        2400000000
        >>> Money.billion(Fraction(1, 3), rounding="half_up").vnd
        333333333
        """
        return cls(_in_dong(amount, _BILLION, rounding))

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read an amount as documents write it; a bound or a range is refused.

        >>> Money.parse("1.984 tỷ đồng").vnd, Money.parse("1 tỷ rưỡi đồng").vnd
        (1984000000000, 1500000000)
        >>> Money.parse("trên 478 tỷ đồng")
        Traceback (most recent call last):
        dantoc_policy.errors.InputError: [figure.not_exact] ...
        """
        from dantoc_policy.values.quantities import parse_figure

        return parse_figure(text).money

    def __add__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.vnd + other.vnd)

    def __radd__(self, other: int) -> Money:
        # sum() starts from the int 0; no other number has a currency.
        if other != 0:
            return NotImplemented
        return self

    def __sub__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.vnd - other.vnd)

    def __neg__(self) -> Money:
        return Money(-self.vnd)

    def __mul__(self, factor: int | Fraction) -> Money:
        if not isinstance(factor, int | Fraction):
            return NotImplemented
        return self.times(factor)

    __rmul__ = __mul__

    def __truediv__(self, other: Money) -> Fraction:
        if not isinstance(other, Money):
            return NotImplemented
        if not other.vnd:
            raise InputError.of(
                "money.ratio_to_nothing",
                vi="không tính được tỷ lệ so với 0 đồng.",
                en="there is no ratio to 0 đồng.",
            )
        return Fraction(self.vnd, other.vnd)

    def times(self, factor: int | Decimal | Fraction, *, rounding: Rounding = "half_up") -> Money:
        """Multiply and round to the đồng, halves away from zero by default; `*` does the same.

        >>> Money(5).times(Fraction(1, 2)).vnd, Money(5).times(Fraction(1, 2), rounding="down").vnd
        (3, 2)
        """
        return Money(round_whole(self.vnd * exact(factor), rounding))

    def split(self, weights: Sequence[int | Decimal | Fraction]) -> tuple[Money, ...]:
        """Divide by weight into parts that add up to the whole, by the largest remainder.

        Among equal remainders the first gets the đồng that is left over.

        >>> [part.vnd for part in Money(100).split([1, 1, 1])]
        [34, 33, 33]
        """
        parts = [exact(weight) for weight in weights]
        total = sum(parts, Fraction(0))
        if total <= 0 or min(parts) < 0:
            raise InputError.of(
                "money.weights",
                vi="trọng số phải không âm và có ít nhất một số dương.",
                en="weights must not be negative, and one of them must be positive.",
            )
        sign, size = (-1, -self.vnd) if self.vnd < 0 else (1, self.vnd)
        quotas = [size * part / total for part in parts]
        shares = [quota.numerator // quota.denominator for quota in quotas]
        by_remainder = sorted(range(len(parts)), key=lambda i: shares[i] - quotas[i])
        for index in by_remainder[: size - sum(shares)]:
            shares[index] += 1
        return tuple(Money(sign * share) for share in shares)

    def text(self, locale: Locale = "vi") -> str:
        """Write the exact amount: in tỷ where three decimals are enough for it, else in đồng."""
        in_billions = abs(self.vnd) >= _BILLION and self.vnd % _MILLION == 0
        amount = Fraction(self.vnd, _BILLION) if in_billions else self.vnd
        number = format_number(amount, locale)
        if locale == "vi":
            return f"{number} tỷ đồng" if in_billions else f"{number} đồng"
        return f"VND {number} billion" if in_billions else f"VND {number}"

    def text_in(
        self,
        unit: MoneyUnit = "tỷ",
        locale: Locale = "vi",
        *,
        max_decimals: int = 3,
        space: str = " ",
    ) -> str:
        """Write the amount in a unit, rounded half up; `space` may be a no-break space.

        >>> Money(1_984_000_000_000).text_in(), Money(2_449_950_000).text_in(max_decimals=1)
        ('1.984 tỷ đồng', '2,4 tỷ đồng')
        >>> Money(1_984_500_000).text_in("triệu"), Money.billion(2).text_in(locale="en")
        ('1.984,5 triệu đồng', 'VND 2 billion')
        """
        scale, word = _SCALES[unit]
        number = format_number(Fraction(self.vnd, scale), locale, max_decimals=max_decimals)
        if locale == "vi":
            return space.join([number, *([unit] if scale > 1 else []), "đồng"])
        return space.join(["VND", number, *([word] if scale > 1 else [])])

    def __str__(self) -> str:
        return self.text("vi")


def report_unit(amounts: Iterable[Money]) -> MoneyUnit:
    """Give the shortened unit that a consolidated report may use for these amounts.

    Nghìn đồng where one of them has at least 9 digits, triệu đồng from 12 digits on, tỷ đồng from
    15 digits on (the last one from memory).

    >>> report_unit([Money(12_000), Money.billion(2)]), report_unit([Money.billion(478)])
    ('nghìn', 'triệu')
    """
    largest = max((abs(amount.vnd) for amount in amounts), default=0)
    for unit, digits in _DIGITS:
        if len(str(largest)) >= digits:
            return unit
    return "đồng"


def _in_dong(amount: int | Decimal | str | Fraction, scale: int, rounding: Rounding | None) -> int:
    if isinstance(amount, float):
        raise InputError.of(
            "money.float",
            vi=f"{amount!r} là số dấu phẩy động, không chính xác đến đồng.",
            en=f"{amount!r} is a float, which is not exact to the đồng.",
            mend_vi="Dùng int, Decimal, Fraction hoặc chuỗi.",
            mend_en="Give an int, Decimal, Fraction or str.",
        )
    if isinstance(amount, str) and reads_two_ways(amount):
        raise InputError.of(
            "money.two_readings",
            vi=f"“{amount}” có thể đọc theo hai cách, hơn kém nhau 1.000 lần.",
            en=f"“{amount}” can be read in two ways, 1000 times apart.",
            mend_vi="Đọc trước bằng parse_number với style đã biết.",
            mend_en="Read it first with parse_number and the style that you know.",
        )
    vnd = exact(amount) * scale
    if rounding is None and vnd.denominator != 1:
        raise InputError.of(
            "money.fraction_of_dong",
            vi=f"{amount} không ra số đồng nguyên.",
            en=f"{amount} does not come to a whole number of đồng.",
            mend_vi='Cho biết cách làm tròn, ví dụ rounding="half_up".',
            mend_en='Say how to round, for example rounding="half_up".',
        )
    return round_whole(vnd, rounding or "half_up")
