"""Plans, progress, comparisons and what falls due as tables that a notebook shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from importlib import import_module
from typing import Any

from attrs import field, frozen

from dantoc_policy.errors import InputError, Locale, MissingExtraError
from dantoc_policy.interfaces.charts.style import upper_first
from dantoc_policy.interfaces.plans.words import fields_text
from dantoc_policy.plans.comparison import Pair, PlanComparison
from dantoc_policy.plans.conflicts import Conflict, Saying
from dantoc_policy.plans.due import KINDS, Due
from dantoc_policy.plans.merged import Competition
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress import Progress
from dantoc_policy.plans.progress_text import amount_text
from dantoc_policy.plans.responsibilities import Load, Responsibilities
from dantoc_policy.plans.target import Target
from dantoc_policy.plans.vocabulary import indicators
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

_Cell = Callable[[Any, Locale], str]


@frozen
class Table:
    """Headings and rows of text; a notebook shows it, `to_frame` gives a data frame.

    >>> from dantoc_policy.plans.library import plans
    >>> shown = table(plans.get("bac-kan-2020"), "en")
    >>> shown.headings
    ('Target', 'Indicator', 'Due', 'In the lead')
    >>> len(shown) == len(plans.get("bac-kan-2020").targets)
    True
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.rows)

    def head(self, count: int) -> Table:
        """Give the first rows alone."""
        return Table(self.headings, self.rows[:count])

    def to_frame(self) -> Any:
        """Give the table as a Polars data frame; raises `MissingExtraError` without Polars."""
        try:
            polars = import_module("polars")
        except ImportError:
            raise MissingExtraError.for_extra("tables", "polars") from None
        return polars.DataFrame(list(self.rows), schema=list(self.headings), orient="row")

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(text)}</th>" for text in self.headings)
        rows = "".join(
            f"<tr>{''.join(f'<td>{_html(cell)}</td>' for cell in row)}</tr>" for row in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def __str__(self) -> str:
        lines = (" | ".join(cell.replace("\n", "; ") for cell in row) for row in self.rows)
        return "\n".join((" | ".join(self.headings), *lines))


def table(found: Any, locale: Locale = "vi") -> Table:
    """Give as a table: a plan, a comparison, responsibilities, or a list of what was found.

    Lists may hold progress, conflicts, competing targets, or what falls due.

    Raises:
        InputError: `table.unknown` where it is nothing of these.
    """
    if isinstance(found, Plan):
        return _made(_of_plan(found), found.targets, locale)
    if isinstance(found, PlanComparison):
        return _made(_COLUMNS[Pair], found.pairs, locale)
    if isinstance(found, Responsibilities):
        return _made(_COLUMNS[Load], found.load, locale)
    rows = tuple(found) if isinstance(found, Iterable) else ()
    kinds = {type(row) for row in rows}
    kind = kinds.pop() if len(kinds) == 1 else None
    if kind not in _COLUMNS:
        raise _unknown(found)
    return _made(_COLUMNS[kind], rows, locale)


def _made(columns: Sequence[tuple[Text, _Cell]], rows: Iterable[Any], locale: Locale) -> Table:
    return Table(
        tuple(heading.get(locale) for heading, _ in columns),
        tuple(tuple(cell(row, locale) for _, cell in columns) for row in rows),
    )


def _html(cell: str) -> str:
    return escape(cell).replace("\n", "<br>")


def _of_plan(plan: Plan) -> tuple[tuple[Text, _Cell], ...]:
    return (
        (_TARGET, _gist),
        (
            Text("Chỉ số", "Indicator"),
            lambda target, locale: upper_first(plan.indicator(target).name.get(locale)),
        ),
        (Text("Đến hạn", "Due"), lambda target, _: str(plan.due_year(target))),
        (Text("Chủ trì", "In the lead"), lambda target, _: "\n".join(plan.lead(target))),
    )


def _gist(target: Target | None, locale: Locale) -> str:
    return "" if target is None else upper_first(target.gist.get(locale))


def _indicator(key: str, locale: Locale) -> str:
    known = indicators().get(key)
    return key if known is None else upper_first(known.name.get(locale))


def _reached(found: Progress, locale: Locale) -> str:
    return "" if found.reached is None else amount_text(found.reached, found.target, locale)


def _required(found: Progress, locale: Locale) -> str:
    return "" if found.required is None else amount_text(found.required, found.target, locale)


def _why(found: Progress, locale: Locale) -> str:
    said = (problem.vi if locale == "vi" else problem.en for problem in (*found.why, *found.notes))
    return "\n".join(upper_first(one) for one in said)


def _sayings(sayings: Sequence[Saying], locale: Locale) -> str:
    return "\n".join(
        f"{said.plan}{f', {said.section}' if said.section else ''}: {said.gist.get(locale)}"
        for said in sayings
    )


def _day(due: Due, locale: Locale) -> str:
    return str(due.stands_at.year) if due.day is None else format_date(due.day, locale)


def _parties(due: Due, locale: Locale) -> str:
    who = "\n".join(one.text(locale) for one in due.who)
    return f"{who}\n→ {due.to.text(locale)}" if due.to else who


def _unknown(found: Any) -> InputError:
    return InputError.of(
        "table.unknown",
        vi=f"không làm bảng được từ {type(found).__name__}.",
        en=f"{type(found).__name__} cannot be shown as a table.",
        mend_vi="Cho một kế hoạch, một so sánh, hoặc danh sách kết quả cùng một loại, không rỗng.",
        mend_en="Give a plan, a comparison, or a list of results of one kind that is not empty.",
    )


_TARGET = Text("Chỉ tiêu", "Target")
_YEAR = Text("Năm", "Year")
_INDICATOR = Text("Chỉ số", "Indicator")
_COLUMNS: dict[Any, tuple[tuple[Text, _Cell], ...]] = {
    Progress: (
        (_TARGET, lambda found, locale: _gist(found.target, locale)),
        (Text("Tình trạng", "Status"), lambda found, locale: found.status.text.get(locale)),
        (Text("Đạt được", "Reached"), _reached),
        (Text("Lộ trình cần", "Path asks for"), _required),
        (Text("Vì sao, lưu ý", "Why, notes"), _why),
    ),
    Pair: (
        (_INDICATOR, lambda pair, locale: _indicator(pair.indicator, locale)),
        (Text("Ở đây", "Here"), lambda pair, locale: _gist(pair.ours, locale)),
        (Text("Ở kia", "There"), lambda pair, locale: _gist(pair.theirs, locale)),
        (Text("So sánh", "Relation"), lambda pair, locale: pair.text(locale)),
    ),
    Conflict: (
        (_INDICATOR, lambda found, locale: _indicator(found.indicator, locale)),
        (_YEAR, lambda found, _: str(found.due_year)),
        (
            Text("Khác nhau về", "Differ in"),
            lambda found, locale: fields_text(found.fields, locale),
        ),
        (
            Text("Từng chỗ nói", "What each says"),
            lambda found, locale: _sayings(found.sayings, locale),
        ),
    ),
    Competition: (
        (_INDICATOR, lambda found, locale: _indicator(found.indicator, locale)),
        (_YEAR, lambda found, _: str(found.due_year)),
        (
            Text("Chỉ tiêu của từng kế hoạch", "Targets"),
            lambda found, locale: _sayings(found.sayings, locale),
        ),
    ),
    Load: (
        (Text("Cơ quan", "Body"), lambda load, locale: load.who.text(locale)),
        (Text("Chủ trì", "Leads"), lambda load, _: str(load.leads)),
        (Text("Phối hợp", "Coordinates"), lambda load, _: str(load.coordinating)),
        (Text("Nhiệm vụ", "Tasks"), lambda load, _: str(load.tasks)),
        (Text("Báo cáo", "Reports"), lambda load, _: str(load.reports)),
    ),
    Due: (
        (Text("Ngày", "Day"), _day),
        (Text("Loại", "Kind"), lambda due, locale: KINDS[due.kind].get(locale)),
        (Text("Việc", "What"), lambda due, locale: due.title.get(locale)),
        (Text("Ai", "Who"), _parties),
    ),
}
