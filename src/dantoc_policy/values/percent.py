"""Percentages and percentage points, both exact and never mixed up."""

# pyright: reportUnnecessaryIsInstance=false
# Callers without a type checker get a clear error, too.

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, overload

from attrs import field, frozen

from dantoc_policy.values.numerals import Number, exact, format_number
from dantoc_policy.values.unit import Unit

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale


def _points(value: Number) -> Fraction:
    return exact(value, Unit.PERCENT)


@frozen(order=True)
class PercentPoints:
    """A distance between two percentages, as in "giảm 3 điểm phần trăm".

    >>> (pct("15,1") - pct(20)).text("vi")
    '-4,9 điểm phần trăm'
    """

    points: Fraction = field(converter=_points)

    def __add__(self, other: PercentPoints) -> PercentPoints:
        if not isinstance(other, PercentPoints):
            return NotImplemented
        return PercentPoints(self.points + other.points)

    def __sub__(self, other: PercentPoints) -> PercentPoints:
        if not isinstance(other, PercentPoints):
            return NotImplemented
        return PercentPoints(self.points - other.points)

    def __neg__(self) -> PercentPoints:
        return PercentPoints(-self.points)

    def text(self, locale: Locale = "vi", *, max_decimals: int | None = None) -> str:
        """Write the distance with its unit."""
        number = format_number(self.points, locale, max_decimals=max_decimals)
        if locale == "vi":
            return f"{number} điểm phần trăm"
        return f"{number} percentage {'point' if abs(self.points) == 1 else 'points'}"

    def __str__(self) -> str:
        return self.text("vi")


@frozen(order=True)
class Percent:
    """An exact percentage: 20 points are 20 %, one fifth; it compares with percentages only.

    >>> Percent.of(15.1).points, Percent.of(20).share
    (Fraction(151, 10), Fraction(1, 5))
    >>> Percent.of(15.1) < Percent.of("15,2")
    True
    >>> Percent.of(20) < 21
    Traceback (most recent call last):
    TypeError: ...
    """

    points: Fraction = field(converter=_points)

    @classmethod
    def of(cls, points: Number) -> Percent:
        """Read a percentage between 0 and 100 (not a share between 0 and 1)."""
        return cls(points)

    @property
    def share(self) -> Fraction:
        """The same as a part of one."""
        return self.points / 100

    @overload
    def __sub__(self, other: Percent) -> PercentPoints: ...
    @overload
    def __sub__(self, other: PercentPoints) -> Percent: ...
    def __sub__(self, other: Percent | PercentPoints) -> Percent | PercentPoints:
        if isinstance(other, Percent):
            return PercentPoints(self.points - other.points)
        if isinstance(other, PercentPoints):
            return Percent(self.points - other.points)
        return NotImplemented

    def __add__(self, other: PercentPoints) -> Percent:
        if not isinstance(other, PercentPoints):
            return NotImplemented
        return Percent(self.points + other.points)

    def text(self, locale: Locale = "vi", *, max_decimals: int | None = None) -> str:
        """Write the percentage; decimals that never end are rounded to two.

        >>> Percent.of(15.1).text("vi"), Percent.of(15.1).text("en")
        ('15,1%', '15.1%')
        >>> Percent(Fraction(100, 3)).text("vi")
        '33,33%'
        """
        return f"{format_number(self.points, locale, max_decimals=max_decimals)}%"

    def __str__(self) -> str:
        return self.text("vi")


def pct(points: Number) -> Percent:
    """Write a percentage in a rule: `pct(20)` is 20 %.

    >>> pct(20) == Percent.of("20")
    True
    """
    return Percent.of(points)
