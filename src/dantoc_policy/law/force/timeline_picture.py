"""The life of a document as a picture: a bar while it is in force, a mark for each event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING

from attrs import frozen

from dantoc_policy.errors import Locale
from dantoc_policy.law.force.event import CHANGES, Event
from dantoc_policy.law.force.timeline_bars import Bar, bars
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.law.force.history import History

_WIDTH, _EDGE, _BAR, _LANE, _RADIUS = 760, 28, 22, 22, 9
_LINE, _LETTERS = 18, 104
_MOST_YEARS = 12  # so many years get a label each; of more, every second, fifth or tenth
# Middle tones, which stand out on white and on black; words take the colour of what is around.
_BLUE, _GREEN, _RED, _ORANGE, _GREY = "#3b7dd8", "#2f8f6b", "#cf4a45", "#c9791f", "#808891"
_NOTE = Text(
    "Ký hiệu rỗng, nét đứt: chưa kiểm chứng hoặc không rõ ngày",
    "Hollow, dashed: not verified, or the day is not known",
)
_GOVERNS = Text("giai đoạn của nội dung", "period it is made for")


@frozen
class _Scale:
    first: date
    last: date

    def x(self, day: date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(_EDGE + min(max(share, 0), 1) * (_WIDTH - 2 * _EDGE), 1)


def timeline_html(history: History, locale: Locale = "vi") -> str:
    """Give the picture and the list of events as HTML for a notebook.

    >>> from dantoc_policy.law.library import documents
    >>> "<svg" in timeline_html(documents.history("33/2020/QĐ-TTg"))
    True
    """
    title = escape(history.document.citation(locale))
    items = "".join(f"<li>{escape(event.text(locale))}</li>" for event in history.events)
    return (
        f'<figure style="margin:0;max-width:{_WIDTH}px">'
        f"<figcaption><strong>{title}</strong></figcaption>"
        f"{timeline_svg(history, locale)}"
        f'<ol style="margin:.3em 0">{items}</ol>'
        f'<p style="margin:0;opacity:.75;font-size:.9em">{escape(_NOTE.get(locale))}.</p></figure>'
    )


def timeline_svg(history: History, locale: Locale = "vi", *, alone: bool = False) -> str:
    """Give the picture as SVG; `alone` adds the background, the heading and the list of events.

    It needs nothing from outside, and has a title and a description for those who do not see it.
    """
    drawn = [
        (number, event, event.moment.best)
        for number, event in enumerate(history.events, 1)
        if event.moment.best is not None
    ]
    if not drawn:
        return ""
    scale = _scale(history, [day for _, _, day in drawn])
    lanes = _lanes([scale.x(day) for _, _, day in drawn])
    head = 34 if alone else 6
    top = head + (max(lanes) + 1) * _LANE + 8
    parts = [_bar(bar, scale, top) for bar in bars(history, scale.last)]
    below = top + _BAR
    period = history.document.governs
    if period is not None:
        parts.append(_governed(scale, period.start, period.end, below + 8, locale))
        below += 34
    parts.append(_axis(scale, below + 8))
    stems: list[float] = []
    for (number, event, day), lane in zip(drawn, lanes, strict=True):
        x = scale.x(day)
        # Marks of one day stand on each other; one line leads down from all of them.
        alone_here = all(abs(x - other) > _RADIUS / 2 for other in stems)
        stems.append(x)
        parts.append(_mark(number, event, (x, top), lane, locale, stem=alone_here))
    height = below + 34
    if alone:
        rows = _rows(history.events, locale)
        parts.append(_words(_EDGE, 22, [history.document.citation(locale, first=False)], 15))
        parts.append(_words(_EDGE, height + 12, rows, 12.5))
        height += 12 + _LINE * len(rows)
    return _framed(history, parts, height, locale, alone=alone)


def _scale(history: History, days: Sequence[date]) -> _Scale:
    period = history.document.governs
    ends = [*days, *([period.start] if period and period.start else [])]
    first = date(min(ends).year, 1, 1)
    lasts = [*days, *([period.end] if period and period.end else [])]
    last = max(lasts)
    ended = any(event.ends for event in history.events)
    if not ended and history.known_until is not None:
        last = max(*lasts, history.known_until)
    room = max((last - first).days // 12, 60)
    return _Scale(first, last + timedelta(days=room))


def _lanes(places: Sequence[float]) -> list[int]:
    """Give each mark the lowest lane in which it touches none of those before it."""
    ends: list[float] = []
    lanes: list[int] = []
    for place in places:
        lane = next((n for n, end in enumerate(ends) if place - end >= 2 * _RADIUS + 3), len(ends))
        ends[lane : lane + 1] = [place]
        lanes.append(lane)
    return lanes


def _bar(bar: Bar, scale: _Scale, top: float) -> str:
    left, right = scale.x(bar.first), scale.x(bar.last)
    width = max(right - left, 1.5)
    colour = {"waiting": _GREY, "in_force": _BLUE, "suspended": _ORANGE}[bar.kind]
    fill = "none" if bar.kind == "waiting" else colour
    opacity = 0.25 if bar.doubted else 0.85
    if bar.kind == "suspended":
        fill, opacity = "url(#halt)", 1
    dashes = ' stroke-dasharray="5 3"' if bar.doubted or bar.kind == "waiting" else ""
    shape = (
        f'<rect x="{left}" y="{top}" width="{round(width, 1)}" height="{_BAR}" rx="3" '
        f'fill="{fill}" fill-opacity="{opacity}" stroke="{colour}"{dashes}/>'
    )
    if not bar.open:
        return shape
    tip = f"M{right} {top} l9 {_BAR / 2} l-9 {_BAR / 2} z"
    return f'{shape}<path d="{tip}" fill="{colour}" fill-opacity="{opacity}"/>'


def _mark(
    number: int,
    event: Event,
    foot: tuple[float, float],
    lane: int,
    locale: Locale,
    *,
    stem: bool,
) -> str:
    x, top = foot
    y = top - 14 - lane * _LANE
    colour = _RED if event.ends or event.in_part else _GREEN if event.kind in CHANGES else _GREY
    sure = event.verified and event.moment.day is not None
    style = (
        f'fill="{colour}" stroke="{colour}"'
        if sure
        else f'fill="none" stroke="{colour}" stroke-dasharray="3 2"'
    )
    ink = "#fff" if sure else "currentColor"
    line = (
        f'<line x1="{x}" y1="{y + _RADIUS}" x2="{x}" y2="{top + _BAR}" stroke="{colour}" '
        f'stroke-opacity=".7"/>'
    )
    return (
        f"<g><title>{escape(f'{number}. {event.text(locale)}')}</title>{line if stem else ''}"
        f'<circle cx="{x}" cy="{y}" r="{_RADIUS}" stroke-width="1.5" {style}/>'
        f'<text x="{x}" y="{y + 3.8}" text-anchor="middle" font-size="10.5" fill="{ink}">'
        f"{number}</text></g>"
    )


def _governed(scale: _Scale, start: date | None, end: date | None, y: float, locale: Locale) -> str:
    left, right = scale.x(start or scale.first), scale.x(end or scale.last)
    years = "–".join(str(day.year) if day else "" for day in (start, end))
    middle = min(max((left + right) / 2, 130), _WIDTH - 130)
    return (
        f'<path d="M{left} {y} v6 H{right} v-6" fill="none" stroke="currentColor" '
        f'stroke-opacity=".55"/>'
        f'<text x="{round(middle, 1)}" y="{y + 20}" font-size="11" text-anchor="middle" '
        f'fill="currentColor" fill-opacity=".8">{escape(f"{_GOVERNS.get(locale)} {years}")}</text>'
    )


def _axis(scale: _Scale, y: float) -> str:
    years = range(scale.first.year, scale.last.year + 1)
    step = next(n for n in (1, 2, 5, 10, 20, 50) if len(years) / n <= _MOST_YEARS)
    faint = 'stroke="currentColor" stroke-opacity=".4"'
    parts = [f'<line x1="{_EDGE}" y1="{y}" x2="{_WIDTH - _EDGE}" y2="{y}" {faint}/>']
    for year in years:
        x = scale.x(date(year, 1, 1))
        labelled = (year - years[0]) % step == 0
        length = 6 if labelled else 3
        parts.append(f'<line x1="{x}" y1="{y}" x2="{x}" y2="{y + length}" {faint}/>')
        if labelled:
            parts.append(
                f'<text x="{x}" y="{y + 18}" text-anchor="middle" font-size="11" '
                f'fill="currentColor" fill-opacity=".8">{year}</text>'
            )
    return "".join(parts)


def _rows(events: Sequence[Event], locale: Locale) -> list[str]:
    rows: list[str] = []
    for number, event in enumerate(events, 1):
        first, *more = wrap(f"{number}. {event.text(locale)}", _LETTERS)
        rows += [first, *(f"    {line}" for line in more)]
    return [*rows, f"{_NOTE.get(locale)}."]


def _words(x: float, y: float, lines: Sequence[str], size: float) -> str:
    return "".join(
        f'<text x="{x}" y="{y + place * _LINE}" font-size="{size}" xml:space="preserve" '
        f'fill="currentColor">{escape(line)}</text>'
        for place, line in enumerate(lines)
    )


def _framed(
    history: History, parts: Sequence[str], height: float, locale: Locale, *, alone: bool
) -> str:
    title = escape(history.document.citation(locale))
    told = escape("; ".join(event.text(locale) for event in history.events))
    around = ""
    if alone:
        # A picture of its own takes the ground that its reader has chosen.
        around = (
            "<style>svg{background:#fff;color:#1c1e21}"
            "@media(prefers-color-scheme:dark){svg{background:#16181b;color:#e8eaed}}</style>"
        )
    halt = (
        '<defs><pattern id="halt" width="7" height="7" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="3" height="7" fill="{_ORANGE}"/>'
        "</pattern></defs>"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {round(height, 1)}" '
        f'role="img" lang="{locale}" style="width:100%;max-width:{_WIDTH}px;height:auto;'
        f'font-family:system-ui,sans-serif"><title>{title}</title><desc>{told}</desc>'
        f"{around}{halt}{''.join(parts)}</svg>"
    )
