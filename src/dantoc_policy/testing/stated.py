"""Strategies for what documents state: figures with their units and bounds, deadlines, limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from dantoc_policy.errors import MissingExtraError
from dantoc_policy.values.deadline import LAST, Deadline, Every
from dantoc_policy.values.quantities import Bound, Figure
from dantoc_policy.values.quantity_units import SCALE_WORDS, TIMES, QuantityUnit, unit_words
from dantoc_policy.values.time_limits import WORDS, LimitUnit, TimeLimit

try:
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError.for_extra("testing", "hypothesis") from None

Draw = Callable[[st.SearchStrategy[Any]], Any]
_BOUNDS: tuple[Bound, ...] = (
    "exactly", "above", "at_least", "below", "at_most", "nearly", "about", "between",
)  # fmt: skip
_PER = st.lists(st.sampled_from(["năm", "hộ", "ha"]), max_size=2, unique=True).map(tuple)
_YEARS = st.integers(2020, 2030)
_MONTHS: Mapping[str, Sequence[tuple[int, ...]]] = {
    "month": [tuple(range(1, 13))],
    "quarter": [(1, 4, 7, 10), (2, 5, 8, 11), (3, 6, 9, 12)],
}
_HALVES = ("half_month", "half_year")


# --- figures ------------------------------------------------------------------------------


def figures(*, unit: QuantityUnit | None = None, exact: bool = False) -> st.SearchStrategy[Figure]:
    """Draw figures as documents state them, of one unit or of any; with `exact`, single numbers.

    What is drawn can be written and read again: `parse_figure(figure.text()) == figure`.

    >>> from hypothesis import find
    >>> find(figures(exact=True), lambda figure: figure.value > 2 and figure.unit is None).text()
    '3'
    """
    found: st.SearchStrategy[Figure] = _figures(unit, exact)
    return found


def _numbers() -> st.SearchStrategy[int | Decimal]:
    def plain(number: Decimal) -> int | Decimal:
        return int(number) if number == int(number) else number.normalize()

    exact = st.decimals(0, 10**9, places=3, allow_nan=False, allow_infinity=False)
    return st.integers(0, 10**15) | exact.map(plain)


@st.composite
def _figures(draw: Draw, unit: QuantityUnit | None, exact: bool) -> Figure:
    units = sorted(set(unit_words().values()), key=str)
    of_unit = draw(st.none() | st.sampled_from(units)) if unit is None else unit
    bound: Bound = "exactly" if exact else draw(st.sampled_from(_BOUNDS))
    ranged = bound == "between"
    value, upper = draw(_numbers()), None
    if ranged:
        value, upper = sorted((value, draw(_numbers().filter(lambda other: other != value))))
    return Figure(
        value=value,
        upper=upper,
        bound=bound,
        unit=of_unit,
        open_low=ranged and draw(st.booleans()),
        open_high=ranged and draw(st.booleans()),
        per=draw(_PER),
        average=draw(st.booleans()),
        verb=draw(st.sampled_from([None, "gấp", "tăng"])) if of_unit == TIMES else None,
        scale=draw(st.sampled_from(sorted(SCALE_WORDS))),
    )


# --- deadlines and limits -----------------------------------------------------------------


def deadlines(every: Every | None = None) -> st.SearchStrategy[Deadline]:
    """Draw deadlines of plans with their days: once, or every month, quarter or year.

    A half-yearly one names no day ("định kỳ 6 tháng") and comes only when it is asked for. What is
    drawn can be written and read again: `Deadline.parse(deadline.text()) == deadline`.

    >>> from hypothesis import find
    >>> find(deadlines("quarter"), lambda deadline: deadline.before).every
    'quarter'
    """
    if every is None:
        kinds: list[Every] = ["once", "month", "quarter", "year"]
        return st.sampled_from(kinds).flatmap(deadlines)
    if every == "half_year":
        return st.just(Deadline(every=every))
    days = _named_days() if every in ("once", "year") else _spread(every)
    return st.builds(
        Deadline,
        every=st.just(every),
        days=days,
        before=st.booleans(),
        year=_YEARS if every == "once" else st.none(),
    )


def _named_days() -> st.SearchStrategy[tuple[tuple[int, int], ...]]:
    # A day that every year has: 29 February is none.
    days = st.dates(date(2023, 1, 1), date(2023, 12, 31)).map(lambda day: (day.month, day.day))
    ends = st.integers(1, 12).map(lambda month: (month, LAST))
    several = st.lists(days | ends, min_size=1, max_size=4, unique=True)
    return several.map(lambda found: tuple(sorted(found)))


def _spread(every: Every) -> st.SearchStrategy[tuple[tuple[int, int], ...]]:
    # "Ngày 31 hằng tháng" is the last day of a month that has fewer.
    return st.builds(
        lambda day, months: tuple((month, day) for month in months),
        st.integers(1, 28) | st.just(LAST),
        st.sampled_from(_MONTHS[every]),
    )


def time_limits(
    unit: LimitUnit | None = None, *, most: int = 400, moments: bool = False
) -> st.SearchStrategy[TimeLimit]:
    """Draw time limits of one unit or of any, of up to so many units.

    Hours and minutes, which run from a moment and not from a day, come only with `moments`.

    >>> from hypothesis import find
    >>> find(time_limits("working_day"), lambda limit: limit.count >= 15).text("en")
    '15 working days'
    """
    if unit is not None:
        return st.builds(TimeLimit, st.just(unit), st.integers(1, 1 if unit in _HALVES else most))
    units: list[LimitUnit] = [name for name in WORDS if moments or name not in ("minute", "hour")]
    return st.sampled_from(units).flatmap(lambda name: time_limits(name, most=most))
