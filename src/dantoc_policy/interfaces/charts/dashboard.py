"""The picture of a whole plan on a day: a tile with its status for each target, by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.charts import style
from dantoc_policy.interfaces.charts.style import pick
from dantoc_policy.plans.indicator import Sector
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress import Progress, Status, progress_of
from dantoc_policy.plans.progress_text import amount_text
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from altair import LayerChart

_COLUMNS, _WIDTH, _HEIGHT, _GAP, _STRIP = 3, 262, 88, 8, 6
_HEADING, _BAR, _TOP = 34, 16, 66
_LETTERS, _LINES, _SAID = 37, 3, 26
_PADDING = 10
_OTHER = Text("Lĩnh vực khác", "Other fields")
_WHY = {
    "progress.no_observations": Text("chưa có số liệu", "no figures"),
    "progress.qualitative": Text("định tính", "qualitative"),
    "progress.by_reference": Text("mức ở văn bản khác", "set elsewhere"),
    "progress.no_baseline": Text("thiếu số liệu gốc", "no baseline"),
    "progress.no_direction": Text("chưa rõ chiều tốt hơn", "no direction"),
    "progress.no_observation_at_due": Text("chưa có số cuối kỳ", "no final figure"),
    "progress.bound_open": Text("số liệu chưa đủ rõ", "figure is a bound"),
    "progress.unknown_years": Text("thiếu số từng năm", "years missing"),
}


def dashboard(
    plan: Plan,
    observations: Iterable[Observation],
    as_of: date,
    *,
    phase: str | None = None,
    locale: Locale = "vi",
) -> LayerChart:
    """Draw every target of a plan, or of one phase, as a tile: its gist, status and due year.

    Status is told by colour, shape and word; where it cannot be measured the tile says why.

    Raises:
        MissingExtraError: the extra `charts` is not installed.

    >>> from dantoc_policy.plans.library import plans
    >>> drawn = dashboard(plans.get("thai-nguyen-2021"), (), date(2025, 6, 30), phase="2025")
    >>> drawn.to_dict()["title"]["subtitle"][-1]
    '02/CTr-UBND, tính đến ngày 30/6/2025'
    """
    alt = style.load_altair()
    all_found = progress_of(plan, observations, as_of)
    found = [one for one in all_found if phase in (None, one.target.phase)]
    tiles = list(_tiles(plan, found))
    bottom = max((tile.bottom for tile in tiles), default=_TOP)
    width = _COLUMNS * (_WIDTH + _GAP) - _GAP
    scene = _Scene(alt)
    layers = [
        *_summary(scene, found, width, locale),
        *_headings(scene, tiles, locale),
        *_faces(scene, tiles, locale),
    ]
    count = len(found)
    heading = pick(locale, f"Tình hình thực hiện {count} chỉ tiêu", f"How {count} targets stand")
    under = [
        *style.wrapped(plan.title.get(locale), 105),
        style.plan_and_day(plan, as_of, locale),
    ]
    drawn: LayerChart = style.dressed(
        alt.layer(*layers)
        .properties(width=width, height=bottom, title=style.titled(alt, [heading], under))
        .resolve_scale(color="independent", shape="independent")
    )
    return drawn


@frozen
class _Tile:
    found: Progress
    sector: Sector | None
    x: int
    y: int

    @property
    def bottom(self) -> int:
        return self.y + _HEIGHT


@frozen
class _Scene:
    """Marks at places counted in pixels."""

    alt: Any

    def marks(self, rows: Sequence[dict[str, Any]]) -> Any:
        return self.alt.Chart(self.alt.Data(values=list(rows)))

    def at(self, *, box: bool = False) -> dict[str, Any]:
        places = {
            "x": self.alt.X("x:Q", scale=None, axis=None),
            "y": self.alt.Y("y:Q", scale=None, axis=None),
        }
        return {**places, "x2": "x2:Q", "y2": "y2:Q"} if box else places

    def boxes(self, rows: Sequence[dict[str, Any]], **look: Any) -> Any:
        colour = self.alt.Color("colour:N", scale=None, legend=None)
        return self.marks(rows).mark_rect(**look).encode(color=colour, **self.at(box=True))

    def texts(self, rows: Sequence[dict[str, Any]], **look: Any) -> Any:
        # A list of texts is written as lines.
        drawn = self.marks(rows).mark_text(align="left", **{"baseline": "top", **look})
        return drawn.encode(text="text:N", **self.at())

    def shapes(self, rows: Sequence[dict[str, Any]]) -> Any:
        colour = self.alt.Color("colour:N", scale=None, legend=None)
        shape = self.alt.Shape("shape:N", scale=None, legend=None)
        drawn = self.marks(rows).mark_point(
            filled=True, size=90, opacity=1, stroke=style.INK, strokeWidth=0.8
        )
        return drawn.encode(color=colour, shape=shape, **self.at())


def _tiles(plan: Plan, found: Sequence[Progress]) -> Iterator[_Tile]:
    groups: dict[Sector | None, list[Progress]] = {}
    for one in found:
        groups.setdefault(plan.indicator(one.target).sector, []).append(one)
    y = _TOP
    for sector in (*Sector, None):
        group = groups.get(sector, [])
        if not group:
            continue
        y += _HEADING
        for number, one in enumerate(group):
            row, column = divmod(number, _COLUMNS)
            yield _Tile(one, sector, column * (_WIDTH + _GAP), y + row * (_HEIGHT + _GAP))
        y += (1 + (len(group) - 1) // _COLUMNS) * (_HEIGHT + _GAP)


def _summary(scene: _Scene, found: Sequence[Progress], width: int, locale: Locale) -> Iterator[Any]:
    counts = Counter(one.status for one in found)
    bars, chips, words = [], [], []
    x, chip_x = 0.0, 8
    for status in Status:
        share = width * counts[status] / max(1, len(found))
        bars.append({"x": x, "x2": x + share, "y": 0, "y2": _BAR, "colour": style.COLOURS[status]})
        x += share
        said = f"{counts[status]} {status.text.get(locale)}"
        chips.append({"x": chip_x, "y": _BAR + 22, **_look(status)})
        words.append({"x": chip_x + 14, "y": _BAR + 15, "text": said})
        chip_x += 36 + 8 * len(said)
    yield scene.boxes(bars, stroke=style.PAPER)
    yield scene.shapes(chips)
    yield scene.texts(words, fontSize=13)


def _headings(scene: _Scene, tiles: Sequence[_Tile], locale: Locale) -> Iterator[Any]:
    first = {tile.sector: tile.y for tile in reversed(tiles)}
    rows = [
        {"x": 0, "y": y - 22, "text": (sector.text if sector else _OTHER).get(locale)}
        for sector, y in first.items()
    ]
    yield scene.texts(rows, fontSize=14, fontWeight="bold", color=style.INK)


def _faces(scene: _Scene, tiles: Sequence[_Tile], locale: Locale) -> Iterator[Any]:
    papers, strips, gists, shapes, says, years = [], [], [], [], [], []
    for tile in tiles:
        status, target = tile.found.status, tile.found.target
        whole = target.gist.get(locale)
        box = {"x": tile.x, "x2": tile.x + _WIDTH, "y": tile.y, "y2": tile.bottom}
        tip = f"{style.upper_first(tile.found.text(locale))}"
        papers.append({**box, "colour": "#f5f5f5", "tip": tip})
        strips.append({**box, "x2": tile.x + _STRIP, "colour": style.COLOURS[status]})
        left = tile.x + _STRIP + _PADDING
        lines = style.wrapped(style.upper_first(whole), _LETTERS, _LINES)
        gists.append({"x": left, "y": tile.y + 9, "text": lines})
        foot = tile.bottom - 15
        shapes.append({"x": left + 4, "y": foot, **_look(status)})
        says.append({"x": left + 14, "y": foot + 1, "text": _said(tile.found, locale)})
        due = str(tile.found.due.year)
        years.append({"x": tile.x + _WIDTH - 36, "y": foot + 1, "text": due})
    tip = scene.alt.Tooltip("tip:N", title=pick(locale, "Chỉ tiêu", "Target"))
    yield scene.boxes(papers, stroke=style.LINE).encode(tooltip=tip)
    yield scene.boxes(strips)
    yield scene.texts(gists, fontSize=12, lineHeight=15, color=style.INK)
    yield scene.shapes(shapes)
    yield scene.texts(says, fontSize=12, fontWeight="bold", baseline="middle", color=style.INK)
    yield scene.texts(years, fontSize=12, baseline="middle", color=style.GREY)


def _look(status: Status) -> dict[str, str]:
    return {"colour": style.COLOURS[status], "shape": style.SHAPES[status]}


def _said(found: Progress, locale: Locale) -> str:
    """Say the status in few words: what was reached, or why that is not known."""
    if found.status is Status.NOT_MEASURABLE:
        why = next((_WHY[problem.code] for problem in found.why if problem.code in _WHY), None)
        # The tile is grey already; why it is so says more.
        return (why or found.status.text).get(locale)
    word = found.status.text.get(locale)
    if found.reached is None:
        return word
    said = f"{word}: {amount_text(found.reached, found.target, locale)}"
    if len(said) <= _SAID:
        return said
    # The gist has the unit, too.
    return f"{word}: {format_number(found.reached, locale, max_decimals=2)}"
