"""Values that follow one another in time."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from attrs import field, frozen

from dantoc_policy.errors import DefinitionError, NotInForceError
from dantoc_policy.values.calendar_dates import check_day, format_date
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dantoc_policy.errors import Locale

T = TypeVar("T")
D = TypeVar("D")


@frozen
class Dated(Generic[T]):
    """A value and the period in which it is in force."""

    period: Period
    value: T

    def text(self, locale: Locale = "vi") -> str:
        """Write the value and its period.

        >>> Dated(Period.parse("2021..2025"), "nghị định A").text("vi")
        'nghị định A (từ 01/01/2021 đến 31/12/2025)'
        """
        value = self.value.get(locale) if isinstance(self.value, Text) else str(self.value)
        return f"{value} ({self.period.text(locale)})"


def _first_day(entry: Dated[T]) -> date:
    return entry.period.start or date.min


def _in_order(entries: Iterable[Dated[T]]) -> tuple[Dated[T], ...]:
    """Sort by first day, and refuse two values for one day."""
    ordered = tuple(sorted(entries, key=_first_day))
    for earlier, later in pairwise(ordered):
        if earlier.period.overlaps(later.period):
            raise DefinitionError.of(
                "timeline.overlap",
                vi=f"{earlier.text('vi')} và {later.text('vi')} có ngày trùng nhau.",
                en=f"{earlier.text('en')} and {later.text('en')} share days.",
                mend_vi="Sửa lại ngày bắt đầu hoặc ngày kết thúc.",
                mend_en="Correct a first or a last day.",
            )
    return ordered


@frozen
class Timeline(Generic[T]):
    """Dated values, at most one in force on any day.

    >>> salary = Timeline(
    ...     [
    ...         Dated(Period.parse("2019-07-01..2023-06-30"), 1_490_000),
    ...         Dated(Period.parse("2023-07-01..2024-06-30"), 1_800_000),
    ...     ]
    ... )
    >>> salary.at(date(2023, 6, 30)), salary.get(date(2024, 7, 1))
    (1490000, None)
    >>> salary.at(date(2024, 7, 1))
    Traceback (most recent call last):
    dantoc_policy.errors.NotInForceError: [timeline.not_in_force] ...
    """

    entries: tuple[Dated[T], ...] = field(converter=_in_order)

    def at(self, day: date) -> T:
        """Give the value in force on a day."""
        return self.entry_at(day).value

    @overload
    def get(self, day: date) -> T | None: ...
    @overload
    def get(self, day: date, default: D) -> T | D: ...
    def get(self, day: date, default: D | None = None) -> T | D | None:
        """Give the value in force on a day, or the default."""
        entry = self._find(day)
        return default if entry is None else entry.value

    def entry_at(self, day: date) -> Dated[T]:
        """Give the value in force on a day, with its period."""
        entry = self._find(day)
        if entry is None:
            raise self._not_in_force(day)
        return entry

    def gaps(self) -> tuple[Period, ...]:
        """Give the periods between the first and the last value in which none is in force."""
        one_day = timedelta(days=1)
        return tuple(
            Period(earlier.period.end + one_day, later.period.start - one_day)
            for earlier, later in pairwise(self.entries)
            if earlier.period.end is not None
            and later.period.start is not None
            and later.period.start - earlier.period.end > one_day
        )

    def __iter__(self) -> Iterator[Dated[T]]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def _count_begun(self, day: date) -> int:
        return bisect_right(self.entries, check_day(day), key=_first_day)

    def _find(self, day: date) -> Dated[T] | None:
        begun = self._count_begun(day)
        if begun and self.entries[begun - 1].period.contains(day):
            return self.entries[begun - 1]
        return None

    def _not_in_force(self, day: date) -> NotInForceError:
        begun = self._count_begun(day)
        before = self.entries[begun - 1] if begun else None
        after = self.entries[begun] if begun < len(self.entries) else None

        def name(entry: Dated[T] | None, locale: Locale) -> str:
            nothing = "không có" if locale == "vi" else "nothing"
            return nothing if entry is None else entry.text(locale)

        return NotInForceError.of(
            "timeline.not_in_force",
            vi=(
                f"không có gì có hiệu lực vào ngày {format_date(day)};"
                f" trước đó: {name(before, 'vi')}; sau đó: {name(after, 'vi')}."
            ),
            en=(
                f"nothing is in force on {format_date(day, 'en')};"
                f" before: {name(before, 'en')}; after: {name(after, 'en')}."
            ),
        )
