"""The progress of a target as a sentence."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from dantoc_policy.errors import Locale
from dantoc_policy.plans.fields import span_text
from dantoc_policy.plans.target import Basis
from dantoc_policy.values.numerals import format_number

if TYPE_CHECKING:
    from dantoc_policy.plans.progress import Progress
    from dantoc_policy.plans.target import Target

_DECIMALS = 2


def amount_text(value: Fraction, target: Target, locale: Locale = "vi") -> str:
    """Write a value in the target's own terms, rounded to two decimals.

    >>> from dantoc_policy.plans.target import Target
    >>> target = Target(
    ...     id="t",
    ...     phase="p",
    ...     indicator="poverty-rate",
    ...     comparator="above",
    ...     basis="each_year",
    ...     value=3,
    ...     unit="percentage_points",
    ...     gist="giảm trên 3%/năm",
    ... )
    >>> amount_text(Fraction(10, 3), target), amount_text(Fraction(3), target, "en")
    ('3,33 điểm %/năm', '3 percentage points a year')
    """
    number = format_number(value, locale, max_decimals=_DECIMALS)
    if target.unit is None:
        return number
    word = target.unit.text.get(locale)
    per_year = {"vi": "/năm", "en": " a year"}[locale]
    behind = per_year if target.basis in (Basis.EACH_YEAR, Basis.YEARLY_AVERAGE) else ""
    space = "" if word == "%" and locale == "vi" else " "
    return f"{number}{space}{word}{behind}".strip()


def progress_text(found: Progress, locale: Locale) -> str:
    """Write status, what was reached, what the path asks for, and when the goal is met."""
    vi = locale == "vi"
    target = found.target
    parts = [f"{target.gist.get(locale)}: {found.status.text.get(locale)}"]
    if found.reached is not None and found.latest is not None:
        reached = amount_text(found.reached, target, locale)
        word = "số liệu" if vi else "observed in"
        when = span_text(found.latest.observation.date)
        parts.append(f"{word} {when}: {reached}")
    if found.required is not None and found.status.value in ("on_track", "behind"):
        word = "lộ trình cần" if vi else "the path asks for"
        parts.append(f"{word} {amount_text(found.required, target, locale)}")
    if found.reach_year is not None and found.status.value in ("on_track", "behind"):
        parts.append(
            f"theo đà này đạt năm {found.reach_year}"
            if vi
            else f"at this pace met in {found.reach_year}"
        )
    parts.extend(problem.vi if vi else problem.en for problem in found.why)
    return "; ".join(part.rstrip(".") for part in parts)
