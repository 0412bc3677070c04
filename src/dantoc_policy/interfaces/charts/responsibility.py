"""The picture of who is responsible for what: bodies across, targets or tasks down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.interfaces.charts import style
from dantoc_policy.interfaces.charts.style import pick
from dantoc_policy.plans.duty import ROLES, Duty, Kind, Role
from dantoc_policy.plans.heir import heir
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.responsibilities import Responsibilities, responsibilities
from dantoc_policy.plans.responsible import Responsible
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from altair import LayerChart

_BODY, _BODY_LINES, _ITEM, _UNDER = 32, 3, 66, 118
# What a slanted line of a heading needs across; a line of an item, down.
_ACROSS, _DOWN, _ROOM, _SLANT = 21, 15, 10, -50
_ROLES: dict[Kind, tuple[Role, Role]] = {
    "target": ("lead", "coordinating"),
    "task": ("lead", "coordinating"),
    "report": ("reports", "receives"),
}
_TITLES: dict[Kind, Text] = {
    "target": Text(
        "Cơ quan nào chịu trách nhiệm chỉ tiêu nào", "Who is responsible for which target"
    ),
    "task": Text("Cơ quan nào chịu trách nhiệm nhiệm vụ nào", "Who is responsible for which task"),
    "report": Text("Ai báo cáo cho ai", "Who reports to whom"),
}
_KINDS: dict[Kind, Text] = {
    "target": Text("chỉ tiêu", "targets"),
    "task": Text("nhiệm vụ", "tasks"),
    "report": Text("báo cáo", "reports"),
}
_NOBODY = Text("chưa giao", "no lead")
_SHAPES = (("square", style.BLUE), ("circle", style.ORANGE), ("cross", style.RED))


def matrix_chart(
    found: Plan | Responsibilities, as_of: date, *, kind: Kind = "target", locale: Locale = "vi"
) -> LayerChart:
    """Draw the bodies of a plan against its targets, tasks or reports.

    A filled square leads (or reports), a ring coordinates (or receives), a cross in the first
    column says that nobody leads. Bodies that others stand in for on the day have an asterisk,
    and a note below says who.

    Raises:
        InputError: `chart.nothing_assigned` where the plan has no part of the kind.
        MissingExtraError: the extra `charts` is not installed.

    >>> from dantoc_policy.plans.library import plans
    >>> drawn = matrix_chart(plans.get("thai-nguyen-2021"), date(2021, 12, 2), locale="en")
    >>> drawn.to_dict()["title"]["text"]
    ['Who is responsible for which target']
    """
    alt = style.load_altair()
    held = responsibilities(found) if isinstance(found, Plan) else found
    if not _parts(held.plan, kind):
        raise InputError.of(
            "chart.nothing_assigned",
            place=held.plan.id,
            vi=f"kế hoạch không có {_KINDS[kind].vi}.",
            en=f"the plan has no {_KINDS[kind].en}.",
            mend_vi="Chọn kind khác: target, task, report.",
            mend_en="Choose another kind: target, task, report.",
        )
    grid = _Grid.of(held, as_of, kind, locale)
    # The notes stand under the last row, beginning where the items do.
    height = (_DOWN * max(map(_lines, grid.items)) + _ROOM) * len(grid.items)
    width = (_ACROSS * max(map(_lines, grid.columns)) + _ROOM) * len(grid.columns)
    layers = [*_marks(alt, grid), *_notes(alt, grid, height)]
    under = [
        *style.wrapped(held.plan.title.get(locale), _UNDER),
        style.plan_and_day(held.plan, as_of, locale),
    ]
    title = alt.TitleParams(
        text=[_TITLES[kind].get(locale)], subtitle=under, anchor="start", frame="bounds", offset=16
    )
    chart = alt.layer(*layers).properties(width=width, height=height, title=title)
    drawn: LayerChart = style.dressed(chart)
    return drawn


@frozen(kw_only=True)
class _Grid:
    """What is drawn: headings, items, the role in each cell, the notes."""

    columns: tuple[str, ...]
    items: tuple[str, ...]
    words: tuple[str, ...]
    cells: tuple[dict[str, str], ...]
    notes: tuple[str, ...]

    @classmethod
    def of(cls, held: Responsibilities, as_of: date, kind: Kind, locale: Locale) -> _Grid:
        first, second = _ROLES[kind]
        duties = [one for one in held.duties if one.kind == kind and one.role in (first, second)]
        bodies = _bodies(held, duties)
        names = _names(bodies, locale)
        heirs = {one.key: heir(held.plan, one, as_of) for one in bodies}
        # A body that only changed its province has the same name; that needs no note.
        over = {
            key
            for key, now in heirs.items()
            if now.changed
            and now.names()
            and not now.text(locale).casefold().startswith(names[key].casefold())
        }
        column_of = {
            one.key: _label(names[one.key] + (" *" if one.key in over else "")) for one in bodies
        }
        gists = {part.id: part.gist.get(locale) for part in _parts(held.plan, kind)}
        item_of = {key: _item(number, gist) for number, (key, gist) in enumerate(gists.items(), 1)}
        nobody = f"({_NOBODY.get(locale)})"
        led = {duty.of for duty in duties if duty.role == first}
        left = [key for key in gists if key not in led]
        cells = [_cell(item_of[duty.of], column_of[duty.who.key], duty, locale) for duty in duties]
        cells += [
            {"item": item_of[key], "body": nobody, "role": _NOBODY.get(locale), "name": nobody}
            for key in left
        ]
        words = [ROLES[first].get(locale), ROLES[second].get(locale), _NOBODY.get(locale)]
        now = pick(locale, "nay", "now")
        return cls(
            columns=(*([nobody] if left else []), *column_of.values()),
            items=tuple(item_of.values()),
            words=tuple(words if left else words[:2]),
            cells=tuple(cells),
            notes=tuple(
                f"* {names[key]}; {now}: {heirs[key].text(locale)}" for key in heirs if key in over
            ),
        )


def _cell(item: str, body: str, duty: Duty, locale: Locale) -> dict[str, str]:
    return {
        "item": item,
        "body": body,
        "role": ROLES[duty.role].get(locale),
        "name": duty.who.text(locale),
    }


def _marks(alt: Any, grid: _Grid) -> list[Any]:
    shown = len(grid.words)
    legend = alt.Legend(title=None, orient="top", direction="horizontal", offset=14)
    shapes = alt.Scale(domain=grid.words, range=[shape for shape, _ in _SHAPES[:shown]])
    colours = alt.Scale(domain=grid.words, range=[colour for _, colour in _SHAPES[:shown]])
    base = alt.Chart(alt.Data(values=list(grid.cells))).encode(
        x=alt.X("body:N", scale=alt.Scale(domain=grid.columns), axis=_across(alt, grid)),
        y=alt.Y("item:N", scale=alt.Scale(domain=grid.items), axis=_axis(alt)),
        color=alt.Color("role:N", scale=colours, legend=legend),
        shape=alt.Shape("role:N", scale=shapes, legend=legend),
        tooltip=[alt.Tooltip("name:N", title=" "), alt.Tooltip("role:N", title=" ")],
    )
    ring = alt.datum.role == grid.words[1]
    filled = base.transform_filter(~ring).mark_point(filled=True, size=190, opacity=1)
    rings = base.transform_filter(ring).mark_point(
        filled=False, size=150, strokeWidth=2.6, opacity=1
    )
    return [filled, rings]


def _axis(alt: Any, *, padding: int = 8, **more: Any) -> Any:
    return alt.Axis(
        title=None,
        labelExpr="split(datum.label, '\\n')",
        labelLimit=0,
        labelOverlap=False,
        labelPadding=padding,
        grid=True,
        **more,
    )


def _across(alt: Any, grid: _Grid) -> Any:
    # The further lines of a slanted heading begin lower than its first one.
    lines = max(map(_lines, grid.columns))
    return _axis(
        alt,
        padding=8 + 9 * (lines - 1),
        orient="top",
        labelAngle=_SLANT,
        labelAlign="left",
        labelBaseline="middle",
    )


def _notes(alt: Any, grid: _Grid, height: int) -> list[Any]:
    if not grid.notes:
        return []
    lines = [line for note in grid.notes for line in style.wrapped(note, _UNDER)]
    data = alt.Chart(alt.Data(values=[{"text": lines}]))
    mark = data.mark_text(
        align="left", baseline="top", fontSize=12, lineHeight=17, color=style.GREY
    )
    return [mark.encode(x=alt.value(0), y=alt.value(height + 18), text="text:N")]


def _parts(plan: Plan, kind: Kind) -> Sequence[Any]:
    return {"target": plan.targets, "task": plan.tasks, "report": plan.reports}[kind]


def _bodies(held: Responsibilities, duties: Sequence[Duty]) -> list[Responsible]:
    """Give the bodies with duties of the kind; those that lead on most come first."""
    keys = {duty.who.key for duty in duties}
    return [load.who for load in held.load if load.who.key in keys]


def _names(bodies: Sequence[Responsible], locale: Locale) -> dict[str, str]:
    """Give each body the name that the plan has, in English the official one; none twice."""
    names: dict[str, str] = {}
    for one in bodies:
        name = one.name if locale == "vi" else one.text(locale)
        names[one.key] = f"{name} ({one.key})" if name in names.values() else name
    return names


def _label(name: str) -> str:
    return "\n".join(style.wrapped(name, _BODY, _BODY_LINES))


def _item(number: int, gist: str) -> str:
    # The number keeps apart two items of one gist.
    return "\n".join(style.wrapped(f"{number}. {style.upper_first(gist)}", _ITEM, 2))


def _lines(label: str) -> int:
    return 1 + label.count("\n")
