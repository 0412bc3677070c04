"""A number that is known exactly, or only as more or less than another ("trên 94 tỷ")."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from dantoc_policy.plans.target import Comparator


@frozen
class Interval:
    """All numbers from `low` to `high`; None leaves a side open, an open end is strict.

    >>> over = Interval.stated(Comparator.ABOVE, Fraction(94))
    >>> (over - Interval.exactly(Fraction(90))).above(Fraction(4))
    True
    >>> over.above(Fraction(95)) is None
    True
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def exactly(cls, number: Fraction) -> Interval:
        """Give the interval that holds one number."""
        return cls(number, number)

    @classmethod
    def stated(
        cls, comparator: Comparator, value: Fraction, high: Fraction | None = None
    ) -> Interval:
        """Give what is known where a figure is given by a word: "trên" is over, "gần" below.

        "Khoảng" (about) tells no bound, so the figure is taken as it stands.
        """
        if comparator is Comparator.RANGE:
            return cls(value, high)
        if comparator in (Comparator.ABOVE, Comparator.AT_LEAST):
            return cls(value, None, low_open=comparator is Comparator.ABOVE)
        if comparator in (Comparator.BELOW, Comparator.NEARLY, Comparator.AT_MOST):
            return cls(None, value, high_open=comparator is not Comparator.AT_MOST)
        return cls(value, value)

    @property
    def number(self) -> Fraction | None:
        """The number, where only one is possible."""
        return self.low if self.low == self.high else None

    @property
    def edge(self) -> Fraction | None:
        """The number, or the bound that was stated."""
        return self.low if self.low is not None else self.high

    def above(self, limit: Fraction) -> bool | None:
        """Whether the number is larger than a limit; None where that is not known."""
        if self.low is not None and (self.low > limit or (self.low == limit and self.low_open)):
            return True
        if self.high is not None and self.high <= limit:
            return False
        return None

    def below(self, limit: Fraction) -> bool | None:
        """Whether the number is smaller than a limit; None where that is not known."""
        return (-self).above(-limit)

    def at_least(self, limit: Fraction) -> bool | None:
        """Whether the number is a limit or larger; None where that is not known."""
        below = self.below(limit)
        return None if below is None else not below

    def at_most(self, limit: Fraction) -> bool | None:
        """Whether the number is a limit or smaller; None where that is not known."""
        above = self.above(limit)
        return None if above is None else not above

    def times(self, factor: Fraction) -> Interval:
        """Multiply by a number over 0."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_open, self.high_open)

    def over(self, other: Interval) -> Interval:
        """Divide positive numbers by positive numbers."""
        low = _ratio(self.low, other.high)
        high = _ratio(self.high, other.low)
        return Interval(
            low, high, self.low_open or other.high_open, self.high_open or other.low_open
        )

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __sub__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.high is None else self.low - other.high
        high = None if self.high is None or other.low is None else self.high - other.low
        return Interval(
            low, high, self.low_open or other.high_open, self.high_open or other.low_open
        )


def _ratio(part: Fraction | None, whole: Fraction | None) -> Fraction | None:
    return None if part is None or whole is None or not whole else part / whole
