"""What `dantoc plan progress` says: the targets that were measured, and why others were not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text as Styled

from dantoc_policy.errors import Locale, Problem
from dantoc_policy.interfaces.cli.lookup_text import (
    plain_table,
    print_head,
    print_lines,
    print_section,
    screen,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.interfaces.plans.words import bound_text
from dantoc_policy.plans.fields import span_text
from dantoc_policy.plans.progress import Progress, Status
from dantoc_policy.plans.progress_text import amount_text
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from rich.table import Table

    from dantoc_policy.interfaces.plans.measuring import Measured

_COLOURS = {
    Status.MET: "bold green",
    Status.ON_TRACK: "green",
    Status.BEHIND: "yellow",
    Status.MISSED: "bold red",
    Status.NOT_MEASURABLE: "dim",
}


def print_progress(found: Measured, locale: Locale) -> None:
    """Print counts, a table of what was measured, and the others by reason."""
    to = screen()
    plan, day = found.plan.number or found.plan.id, format_date(found.as_of, locale)
    print_head(to, Text(f"{plan}, ngày {day}", f"{plan}, on {day}").get(locale))
    counts = "; ".join(
        f"{status.text.get(locale)}: {number}" for status, number in found.counts.items() if number
    )
    emit(to, counts or Text("Không có chỉ tiêu.", "There are no targets.").get(locale))
    measured = [one for one in found.targets if one.status is not Status.NOT_MEASURABLE]
    if measured:
        emit(to, "")
        emit(to, _table(measured, locale))
    notes = [
        problem
        for one in found.targets
        for problem in one.notes
        if problem.severity != "note" or one.status is not Status.NOT_MEASURABLE
    ]
    if notes:
        print_section(to, Text("Lưu ý", "Notes"), locale)
        print_lines(to, (f"- {problem.message(locale)}" for problem in dict.fromkeys(notes)))
    _print_others(found, locale)


def _table(measured: list[Progress], locale: Locale) -> Table:
    columns = (
        Text("Chỉ tiêu", "Target"),
        Text("Phải đạt", "Asked for"),
        Text("Số liệu", "Figure"),
        Text("Lộ trình", "Path"),
        Text("Kết quả", "Status"),
    )
    table = plain_table(locale, columns, (6, 4, 4, 3, 3))
    for one in measured:
        asked = f"{bound_text(one.target, locale)} ({one.due.year})"
        table.add_row(
            one.target.gist.get(locale), asked, _reached(one, locale), _path(one, locale),
            _status(one, locale),
        )  # fmt: skip
    return table


def _reached(one: Progress, locale: Locale) -> str:
    if one.reached is None:
        return "-"
    text = amount_text(one.reached, one.target, locale)
    when = span_text(one.latest.observation.date) if one.latest else ""
    return f"{text} ({when})" if when else text


def _path(one: Progress, locale: Locale) -> str:
    """Give what the path asks for at that moment, while the target is under way."""
    if one.required is None or one.status not in (Status.ON_TRACK, Status.BEHIND):
        return "-"
    return amount_text(one.required, one.target, locale)


def _status(one: Progress, locale: Locale) -> Styled:
    text = Styled(one.status.text.get(locale), style=_COLOURS[one.status])
    if one.reach_year is not None and one.status in (Status.ON_TRACK, Status.BEHIND):
        word = Text("đạt năm", "met in").get(locale)
        text.append(f"\n{word} {one.reach_year}", style="dim")
    return text


def _print_others(found: Measured, locale: Locale) -> None:
    """Print what could not be measured by the reason, and the figures that were not used."""
    to = screen()
    reasons: dict[str, list[tuple[Progress, Problem]]] = {}
    for one in found.targets:
        for problem in one.why[:1]:
            reasons.setdefault(problem.code, []).append((one, problem))
    if reasons:
        print_section(to, Text("Không đo được", "Not measurable"), locale)
    for code, held in reasons.items():
        head = _REASONS[code].get(locale) if code in _REASONS else ""
        if head:
            ids = ", ".join(one.target.id for one, _ in held)
            print_lines(to, [f"- {head} ({len(held)}): {ids}"])
        else:
            print_lines(to, (f"- {problem.message(locale)}" for _, problem in held))
    lines = []
    if found.unused:
        names = ", ".join(dict.fromkeys(seen.indicator for seen in found.unused))
        head = Text("Số liệu không thuộc chỉ tiêu nào", "Figures that no target has").get(locale)
        lines.append(f"- {head} ({len(found.unused)}): {names}")
    if found.elsewhere:
        head = Text(
            "Số liệu của địa bàn khác, không dùng", "Figures of other places, not used"
        ).get(locale)
        lines.append(f"- {head}: {len(found.elsewhere)}")
    empty = sum(
        not row.observation and not _wrong(row.problems) for s in found.sheets for row in s.rows
    )
    if empty:
        head = Text("Dòng chưa có giá trị", "Rows without a value yet").get(locale)
        lines.append(f"- {head}: {empty}")
    if lines:
        print_section(to, Text("Số liệu", "Figures"), locale)
        print_lines(to, lines)


def _wrong(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity == "error" for problem in problems)


_REASONS = {
    "progress.qualitative": Text("Chỉ tiêu định tính", "Qualitative"),
    "progress.by_reference": Text("Mức nằm ở văn bản khác", "The value stands elsewhere"),
    "progress.no_observations": Text("Chưa có số liệu trong kỳ", "No figures in the time"),
    "progress.bound_open": Text(
        "Số liệu chỉ nêu “trên”, “dưới” một mức", "The figure is only a bound"
    ),
    "progress.no_direction": Text("Chưa rõ chiều nào tốt hơn", "Which way is better is not said"),
}
