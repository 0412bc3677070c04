"""The exact share that one count is of another."""

# pyright: reportUnnecessaryIsInstance=false
# Callers without a type checker get a clear error, too.

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from dantoc_policy.errors import InputError
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.percent import Percent

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale

_SHOWN_DECIMALS = 2


# attrs orders nothing here; mypy believes that only if it is said.
@frozen(order=False)
class Share:
    """A part of a whole, both counted; `<`, `<=`, `>`, `>=` compare it with a Percent exactly.

    `==` compares the two counts; ask `share.percent == pct(20)` for the equality of percentages.

    >>> Share(214, 1000) >= Percent.of(21.4), Share(213, 1000) >= Percent.of(21.4)
    (True, False)
    >>> Share(214, 1000).text("vi")
    '214/1.000 (21,4%)'
    """

    part: int
    whole: int

    def __attrs_post_init__(self) -> None:
        counts = (self.part, self.whole)
        if any(type(count) is not int for count in counts):
            raise InputError.of(
                "share.not_counts",
                vi=f"{self.part!r} và {self.whole!r} phải là số nguyên.",
                en=f"{self.part!r} and {self.whole!r} must be whole numbers.",
            )
        if not 0 <= self.part <= self.whole:
            raise InputError.of(
                "share.out_of_range",
                vi=f"{self.part} không phải là một phần của {self.whole}.",
                en=f"{self.part} is not a part of {self.whole}.",
                mend_vi="Kiểm tra lại hai số đếm.",
                mend_en="Check the two counts.",
            )

    @property
    def fraction(self) -> Fraction:
        """The share as a part of one."""
        self._check_whole()
        return Fraction(self.part, self.whole)

    @property
    def percent(self) -> Percent:
        """The share as an exact percentage."""
        return Percent(self.fraction * 100)

    def __lt__(self, other: Percent) -> bool:
        if not isinstance(other, Percent):
            return NotImplemented
        return self._excess(other) < 0

    def __le__(self, other: Percent) -> bool:
        if not isinstance(other, Percent):
            return NotImplemented
        return self._excess(other) <= 0

    def __gt__(self, other: Percent) -> bool:
        if not isinstance(other, Percent):
            return NotImplemented
        return self._excess(other) > 0

    def __ge__(self, other: Percent) -> bool:
        if not isinstance(other, Percent):
            return NotImplemented
        return self._excess(other) >= 0

    def text(self, locale: Locale = "vi") -> str:
        """Write both counts and the percentage, rounded to two decimals."""
        counts = f"{format_number(self.part, locale)}/{format_number(self.whole, locale)}"
        if not self.whole:
            return counts
        return f"{counts} ({self.percent.text(locale, max_decimals=_SHOWN_DECIMALS)})"

    def __str__(self) -> str:
        return self.text("vi")

    def _excess(self, other: Percent) -> int:
        """Give the sign of share minus percentage, from whole numbers only."""
        self._check_whole()
        points = other.points
        return self.part * 100 * points.denominator - points.numerator * self.whole

    def _check_whole(self) -> None:
        if not self.whole:
            raise InputError.of(
                "share.of_nothing",
                vi="không tính được tỷ lệ khi tổng số bằng 0.",
                en="there is no share of a whole that is 0.",
                mend_vi="Kiểm tra lại tổng số, hoặc bỏ trống nếu chưa biết.",
                mend_en="Check the total, or leave it out where it is not known.",
            )
