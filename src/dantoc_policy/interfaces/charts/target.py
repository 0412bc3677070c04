"""The picture of one target: its path, what was observed, where the pace so far leads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING, Any

from attrs import frozen

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.interfaces.charts import style
from dantoc_policy.interfaces.charts.style import pick
from dantoc_policy.interfaces.charts.target_lines import Drawn, drawn
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress import Progress, progress
from dantoc_policy.plans.target import Target
from dantoc_policy.values.calendar_dates import format_date

if TYPE_CHECKING:
    from altair import LayerChart

_WIDTH, _HEIGHT, _TITLE, _SUBTITLE = 640, 300, 70, 96


def target_chart(
    plan: Plan,
    target: Target | str,
    observations: Iterable[Observation],
    as_of: date,
    *,
    locale: Locale = "vi",
) -> LayerChart:
    """Draw the path that a target asks for, the figures that were there, and the pace so far.

    Figures of the indicator are drawn as levels where that can be: a level, or a movement whose
    baseline is known. Else they are drawn in the target's own terms (points a year, times).

    Raises:
        InputError: `plan.unknown_target`; `chart.no_figure` where the target has no value.
        MissingExtraError: the extra `charts` is not installed.

    >>> from dantoc_policy.plans.library import plans
    >>> plan = plans.get("national-2021")
    >>> chart = target_chart(plan, "n01-2025", plan.observations, date(2025, 12, 31), locale="en")
    >>> chart.to_dict()["title"]["subtitle"][0]
    '120/2020/QH14, as of 31 December 2025: met'
    """
    alt = style.load_altair()
    held = plan.target(target) if isinstance(target, str) else target
    if not held.is_measurable:
        raise InputError.of(
            "chart.no_figure",
            place=held.id,
            vi="chỉ tiêu này không có con số để vẽ.",
            en="this target has no figure to draw.",
            mend_vi="Dùng dashboard(...) để thấy mọi chỉ tiêu của kế hoạch.",
            mend_en="Use dashboard(...) to see all targets of the plan.",
        )
    seen = tuple(observations)
    found = progress(held, seen, as_of, plan=plan)
    lines = drawn(plan, found, seen, locale)
    scene = _Scene(alt, lines, found, locale)
    chart = alt.layer(*scene.layers()).resolve_scale(
        color="independent", shape="independent", strokeDash="independent"
    )
    chart = chart.properties(width=_WIDTH, height=_HEIGHT, title=_title(alt, plan, found, locale))
    pictured: LayerChart = style.dressed(chart)
    return pictured


def _title(alt: ModuleType, plan: Plan, found: Progress, locale: Locale) -> Any:
    indicator, population = plan.indicator(found.target), plan.population(found.target)
    status = found.status.text.get(locale)
    what = f"{indicator.name.get(locale)} ({population.name.get(locale)})"
    # The sentence begins with gist and status, which stand above already.
    rest = found.text(locale).partition(f": {status}")[2].removeprefix("; ")
    under = [
        f"{style.plan_and_day(plan, found.as_of, locale)}: {status}",
        *style.wrapped(pick(locale, "Chỉ số: ", "Indicator: ") + what, _SUBTITLE),
        *style.wrapped(style.upper_first(rest), _SUBTITLE),
    ]
    gist = style.upper_first(found.target.gist.get(locale))
    return style.titled(alt, style.wrapped(gist, _TITLE), under)


@frozen
class _Scene:
    alt: ModuleType
    drawn: Drawn
    found: Progress
    locale: Locale

    def layers(self) -> list[Any]:
        """Give what is drawn, from the back to the front."""
        return [*self._band(), *self._today(), self._lines(), *self._goal_label(), *self._points()]

    def _x(self, field: str = "x") -> Any:
        first, last = self.drawn.years
        axis = self.alt.Axis(
            title=pick(self.locale, "cuối năm", "end of year"),
            values=list(range(first, last + 1)),
            format="d",
            grid=False,
        )
        scale = self.alt.Scale(domain=[first - 0.2, last + 0.3], nice=False)
        return self.alt.X(f"{field}:Q", axis=axis, scale=scale)

    def _y(self, field: str = "y") -> Any:
        axis = style.number_axis(self.alt, self.locale, self.drawn.unit)
        room = {} if self.drawn.from_zero else {"padding": 16}
        scale = self.alt.Scale(zero=self.drawn.from_zero, nice=True, **room)
        return self.alt.Y(f"{field}:Q", axis=axis, scale=scale)

    def _data(self, rows: list[dict[str, Any]]) -> Any:
        return self.alt.Chart(self.alt.Data(values=rows))

    def _band(self) -> list[Any]:
        if self.drawn.goal_high is None:
            return []
        first, last = self.drawn.years
        row = {"x": first, "x2": last, "y": self.drawn.goal, "y2": self.drawn.goal_high}
        mark = self._data([row]).mark_rect(color=style.BLUE, opacity=0.14)
        return [mark.encode(x=self._x(), x2="x2:Q", y=self._y(), y2="y2:Q")]

    def _today(self) -> list[Any]:
        first, last = self.drawn.years
        if not first <= self.drawn.today <= last:
            return []  # a day beyond the years drawn has no place on them
        day = format_date(self.found.as_of, self.locale)
        data = self._data([{"x": self.drawn.today, "text": day}])
        text = data.mark_text(y=-8, fontSize=11.5, color=style.GREY)
        return [
            data.mark_rule(color=style.LINE, strokeWidth=2).encode(x=self._x()),
            text.encode(x=self._x(), text="text:N"),
        ]

    def _lines(self) -> Any:
        words = {
            "goal": pick(self.locale, "mục tiêu", "target"),
            "path": pick(self.locale, "lộ trình", "path"),
            "forecast": pick(self.locale, "theo đà đến nay", "at the pace so far"),
        }
        looks = {
            "goal": (style.BLUE, [1, 0]),
            "path": (style.GREY, [2, 3]),
            "forecast": (style.RED, [8, 4]),
        }
        rows = [
            {"x": x, "y": y, "line": words[kind]}
            for kind, points in self.drawn.lines.items()
            for x, y in points
        ]
        kinds = [kind for kind, points in self.drawn.lines.items() if points]
        legend = self.alt.Legend(title=None, orient="bottom", direction="horizontal")
        domain = [words[kind] for kind in kinds]
        colours = self.alt.Scale(domain=domain, range=[looks[kind][0] for kind in kinds])
        dashes = self.alt.Scale(domain=domain, range=[looks[kind][1] for kind in kinds])
        return (
            self._data(rows)
            .mark_line(strokeWidth=2.2)
            .encode(
                x=self._x(),
                y=self._y(),
                color=self.alt.Color("line:N", scale=colours, legend=legend),
                strokeDash=self.alt.StrokeDash("line:N", scale=dashes, legend=legend),
            )
        )

    def _goal_label(self) -> list[Any]:
        at = self.drawn.goal if self.drawn.goal_high is None else self.drawn.goal_high
        row = {"x": self.drawn.years[0], "y": at, "text": self.drawn.goal_text}
        return self._texts([row], dy=-9, align="left", color=style.BLUE)

    def _points(self) -> list[Any]:
        if not self.drawn.points:
            return []
        words = {
            "exact": pick(self.locale, "số liệu", "observed"),
            "over": pick(self.locale, "số liệu: trên mức này", "observed: over this"),
            "under": pick(self.locale, "số liệu: dưới mức này", "observed: under this"),
        }
        shapes = {"exact": "circle", "over": "triangle-up", "under": "triangle-down"}
        rows = [
            {"x": point.x, "y": point.y, "text": point.text, "seen": words[point.bound]}
            for point in self.drawn.points
        ]
        bounds = [bound for bound in words if words[bound] in {row["seen"] for row in rows}]
        scale = self.alt.Scale(
            domain=[words[bound] for bound in bounds], range=[shapes[bound] for bound in bounds]
        )
        legend = self.alt.Legend(
            title=None, orient="bottom", symbolFillColor=style.INK, symbolStrokeWidth=0
        )
        marks = (
            self._data(rows)
            .mark_point(
                filled=True,
                size=130,
                opacity=1,
                color=style.COLOURS[self.found.status],
                stroke=style.INK,
                strokeWidth=1,
            )
            .encode(
                x=self._x(),
                y=self._y(),
                shape=self.alt.Shape("seen:N", scale=scale, legend=legend),
                tooltip=["text:N"],
            )
        )
        below = [self.drawn.is_close_below(point) for point in self.drawn.points]
        sides = ((False, -14), (True, 30))
        texts = (
            self._texts(
                [row for row, low in zip(rows, below, strict=True) if low is side],
                dy=dy,
                align="center",
                color=style.INK,
            )
            for side, dy in sides
        )
        return [marks, *(text for some in texts for text in some)]

    def _texts(self, rows: list[dict[str, Any]], *, dy: int, align: str, color: str) -> list[Any]:
        """Write texts upon a pale edge, so that lines under them do not cross them."""
        common = {"dy": dy, "align": align, "fontSize": 12.5, "baseline": "bottom"}
        if not rows:
            return []
        data = self._data(rows)
        back = data.mark_text(stroke=style.PAPER, strokeWidth=4, color=style.PAPER, **common)
        front = data.mark_text(color=color, fontWeight="bold", **common)
        return [one.encode(x=self._x(), y=self._y(), text="text:N") for one in (back, front)]
