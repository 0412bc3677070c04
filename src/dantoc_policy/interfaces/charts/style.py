"""How all pictures look: letters, colours, titles, numbers; and Altair, where it is installed."""

from __future__ import annotations

import textwrap
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from dantoc_policy.errors import Locale, MissingExtraError
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress import Status
from dantoc_policy.plans.target import Comparator
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from types import ModuleType

# The last one is always there: the converter to PNG brings a font of its own for it, with all
# Vietnamese letters. Signs that these fonts lack (check marks, arrows) are drawn, never written:
# one such sign makes the converter set the whole line in another font.
FONT = "Noto Sans, DejaVu Sans, Arial, sans-serif"
INK, GREY, LINE, PAPER = "#1a1a1a", "#595959", "#d9d9d9", "#ffffff"
# Told apart by colour-blind eyes too (Okabe and Ito), and by their shapes and words.
BLUE, GREEN, ORANGE, RED, NEUTRAL = "#0072b2", "#009e73", "#e69f00", "#d55e00", "#8c8c8c"
COLOURS = {
    Status.MET: BLUE,
    Status.ON_TRACK: GREEN,
    Status.BEHIND: ORANGE,
    Status.MISSED: RED,
    Status.NOT_MEASURABLE: NEUTRAL,
}
SHAPES = {
    Status.MET: "circle",
    Status.ON_TRACK: "triangle-up",
    Status.BEHIND: "triangle-down",
    Status.MISSED: "diamond",
    Status.NOT_MEASURABLE: "square",
}
# How a figure is bound by the word before it; what is exact has none.
BOUNDS = {
    Comparator.AT_LEAST: Text("từ", "at least"),
    Comparator.ABOVE: Text("trên", "over"),
    Comparator.AT_MOST: Text("không quá", "at most"),
    Comparator.BELOW: Text("dưới", "under"),
    Comparator.NEARLY: Text("gần", "nearly"),
    Comparator.ABOUT: Text("khoảng", "about"),
}
# Vega writes 1,234.5; Vietnamese has the two marks the other way round.
_VIETNAMESE = "replace(replace(replace(datum.label, /,/g, '_'), '.', ','), /_/g, '.')"


def load_altair() -> ModuleType:
    """Give the library that draws; raises `MissingExtraError` without the extra `charts`."""
    try:
        return import_module("altair")
    except ImportError:
        raise MissingExtraError.for_extra("charts", "altair") from None


def pick(locale: Locale, vi: str, en: str) -> str:
    """Give the words of a language."""
    return vi if locale == "vi" else en


def wrapped(text: str, width: int, lines: int | None = None) -> list[str]:
    """Break a text into lines of at most so many letters; what is over is cut with an ellipsis.

    >>> wrapped("thu nhập bình quân của người dân tộc thiểu số", 20, 2)
    ['thu nhập bình quân', 'của người dân tộc …']
    """
    return textwrap.wrap(text, width, max_lines=lines, placeholder=" …", break_long_words=False)


def upper_first(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def named(plan: Plan, locale: Locale) -> str:
    """Name a plan: its number, else its title; what is neither vi nor en stays as it is."""
    return plan.number or plan.title.get(locale)


def plan_and_day(plan: Plan, as_of: date, locale: Locale) -> str:
    """Give the line that every picture has: of which plan, on which day.

    >>> from dantoc_policy.plans.library import plans
    >>> plan_and_day(plans.get("bac-kan-2020"), date(2025, 6, 30), "vi")
    '303/KH-UBND, tính đến ngày 30/6/2025'
    """
    day = format_date(as_of, locale)
    return f"{named(plan, locale)}, {pick(locale, f'tính đến ngày {day}', f'as of {day}')}"


def number_axis(alt: ModuleType, locale: Locale, title: str | None, **more: Any) -> Any:
    """Give an axis whose numbers are written in the style of a language."""
    if locale == "vi":
        more["labelExpr"] = _VIETNAMESE
    return alt.Axis(title=title, format=",~f", **more)


def titled(alt: ModuleType, text: list[str], under: list[str]) -> Any:
    """Give a title at the left with smaller lines under it."""
    return alt.TitleParams(text=text, subtitle=under, anchor="start", frame="group", offset=14)


def dressed(chart: Any) -> Any:
    """Give a chart the letters and colours of all pictures; its title tells what it shows."""
    title = chart.title
    said = ". ".join((*title.text, *title.subtitle))
    return (
        chart.properties(description=said)
        .configure(font=FONT, background=PAPER, padding=16)
        .configure_title(
            fontSize=16, color=INK, subtitleFontSize=12.5, subtitleColor=GREY, subtitlePadding=6
        )
        .configure_axis(
            labelFontSize=12,
            labelColor=INK,
            titleFontSize=12,
            titleFontWeight="normal",
            titleColor=GREY,
            gridColor="#ececec",
            domainColor=LINE,
            tickColor=LINE,
        )
        .configure_legend(labelFontSize=12, labelColor=INK, labelLimit=0, symbolSize=110)
        .configure_view(stroke=None)
    )
