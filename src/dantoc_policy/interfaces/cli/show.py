"""The readable form of results: a table page by page, numbered notes, and the summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from attrs import define, field
from rich import box
from rich.table import Table
from rich.text import Text as Styled

from dantoc_policy.errors import Locale, Problem
from dantoc_policy.interfaces.cli.output import KEPT_TOGETHER, emit
from dantoc_policy.rules.wording.phrases import fact_label
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from rich.console import Console

    from dantoc_policy.interfaces.classify_file import ClassifiedFile, RowResult
    from dantoc_policy.rules.evaluation import Evaluation

_PAGE = 200
_NARROW = 100
_MISSING_SHOWN = 3
_WORDINGS_SHOWN = 3
_ROWS_SHOWN = 8
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_SEVERITIES = {
    "error": Text("lỗi", "error"),
    "warning": Text("cảnh báo", "warning"),
    "note": Text("lưu ý", "note"),
}


@define
class Notes:
    """The problems of all rows, gathered so that each is told once, with the rows it is about."""

    _numbers: dict[tuple[str, str], int] = field(factory=dict)
    _texts: dict[int, dict[str, None]] = field(factory=dict)
    _rows: dict[int, list[int]] = field(factory=dict)
    _firsts: dict[int, Problem] = field(factory=dict)

    def number(self, problem: Problem, row: int, locale: Locale) -> int:
        """Note a problem of a row, and give the number under which it is told."""
        key = (problem.severity, problem.code)
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._firsts.setdefault(number, problem)
        texts = self._texts.setdefault(number, {})
        if len(texts) <= _WORDINGS_SHOWN:
            # Errors are of one cell each; what is said of many rows is said without the place.
            message = problem.message(locale)
            if problem.severity != "error" and problem.place:
                message = message.removeprefix(f"{problem.place}: ")
            texts[message] = None
        rows = self._rows.setdefault(number, [])
        if not rows or rows[-1] != row:
            rows.append(row)
        return number

    def lines(self, locale: Locale) -> Iterator[tuple[str, str, list[str]]]:
        """Give colour, head and texts of each note."""
        for number, problem in self._firsts.items():
            texts = list(self._texts[number])
            severity = _SEVERITIES[problem.severity].get(locale)
            rows = ranges(self._rows[number])
            word = Text("dòng", "rows").get(locale)
            head = f"({number}) {severity} {problem.code}, {word} {rows}"
            shown = texts[:_WORDINGS_SHOWN] + (["…"] if len(texts) > _WORDINGS_SHOWN else [])
            yield _COLOURS[problem.severity], head, shown


def ranges(rows: list[int]) -> str:
    """Write row numbers briefly.

    >>> ranges([3, 4, 5, 9])
    '3-5, 9'
    """
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    shown = [f"{first}" if first == last else f"{first}-{last}" for first, last in runs]
    more = ["…"] if len(shown) > _ROWS_SHOWN else []
    return ", ".join(shown[:_ROWS_SHOWN] + more)


def print_results(
    console: Console, classified: ClassifiedFile, results: Iterable[RowResult], locale: Locale
) -> Notes:
    """Print all rows as tables of some hundred rows each, and gather what is to be told of them."""
    notes, rows, first = Notes(), iter(results), True
    while page := list(islice(rows, _PAGE)):
        table = _table(console.width, page[-1].row.number, locale)
        if first:
            emit(console, Styled(_title(classified, locale), style="bold"))
            emit(console, "")
            first = False
        for result in page:
            table.add_row(*_cells(classified, result, notes, locale))
        emit(console, table)
    return notes


def _title(classified: ClassifiedFile, locale: Locale) -> str:
    name, day = classified.instrument.name.get(locale), format_date(classified.as_of, locale)
    title = classified.rule.title.get(locale)
    return Text(f"{title} theo {name}, ngày {day}", f"{title} under {name}, on {day}").get(locale)


def _table(width: int, last_row: int, locale: Locale) -> Table:
    narrow = width < _NARROW
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True, padding=(0, 1, 0, 0)
    )
    row = Text("Dòng", "Row").get(locale)
    table.add_column(row, justify="right", width=max(len(row), len(str(last_row))), style="dim")
    table.add_column(Text("Tên", "Name").get(locale), max_width=18 if narrow else 26)
    table.add_column(Text("Kết quả", "Outcome").get(locale), max_width=15 if narrow else 24)
    table.add_column(Text("Vì / còn thiếu", "Because / missing").get(locale), ratio=1)
    table.add_column(Text("Lưu ý", "Notes").get(locale), max_width=6)
    return table


def _cells(
    classified: ClassifiedFile, result: RowResult, notes: Notes, locale: Locale
) -> list[Styled]:
    numbers = {}
    for problem in result.problems:
        if any(problem.code == note.code for note in classified.notes):
            continue
        number = notes.number(problem, result.row.number, locale)
        numbers[number] = _COLOURS[problem.severity]
    marks = Styled(" ").join(
        Styled(f"({number})", style=colour) for number, colour in numbers.items()
    )
    return [
        Styled(str(result.row.number)),
        Styled(result.name or "-"),
        outcome_words(result.evaluation, locale),
        grounds(result.evaluation, locale),
        marks,
    ]


def outcome_words(found: Evaluation | None, locale: Locale) -> Styled:
    """Give the outcome in words."""
    if found is None or not found.possible:
        return Styled(Text("không tính được", "not computed").get(locale), style="red")
    if found.decided is None:
        return Styled(Text("chưa xác định", "undetermined").get(locale), style="yellow")
    return Styled(found.decided.text.get(locale), style="bold green" if found.decided.holds else "")


def grounds(found: Evaluation | None, locale: Locale) -> Styled:
    """Give the clauses that decide, or what is still possible and what would tell."""
    if found is None or not found.possible:
        return Styled(Text("xem lưu ý", "see the notes").get(locale))
    if found.decided is not None:
        places = (cited.place(locale) or cited.text(locale) for cited in found.provisions)
        return Styled("; ".join(place.replace(" ", KEPT_TOGETHER) for place in places))
    possible = ", ".join(possible_words(found, locale))
    text = Styled(Text(f"có thể: {possible}", f"may be: {possible}").get(locale))
    labels = [fact_label(found.rule.record, name, locale) for name in found.missing]
    if labels:
        more = len(labels) - _MISSING_SHOWN
        shown = "; ".join(labels[:_MISSING_SHOWN])
        if more > 0:
            shown += Text(f"; và {more} số liệu khác", f"; and {more} more").get(locale)
        text.append("\n" + Text(f"thiếu: {shown}", f"missing: {shown}").get(locale), style="dim")
    return text


def possible_words(found: Evaluation, locale: Locale) -> list[str]:
    """Give the outcomes that are still possible, regions by their number only."""
    texts = {case.outcome.key: case.outcome.text.get(locale) for case in found.cases}
    common = Text("khu vực ", "region ").get(locale)
    words: list[str] = []
    for key in found.possible:
        word = texts[key]
        if words and word.startswith(common) and words[0].startswith(common):
            word = word.removeprefix(common)
        words.append(
            Text("ngoài vùng", "outside the area").get(locale) if key == "outside" else word
        )
    return words


def print_summary(
    console: Console, classified: ClassifiedFile, notes: Notes, locale: Locale
) -> None:
    """Print the counts, what was not used, and the notes."""
    found = classified.summary
    texts = {case.outcome.key: case.outcome.text.get(locale) for case in classified.rule.cases}
    counts = [f"{texts[key]}: {found.outcomes[key]}" for key in texts if found.outcomes[key]]
    word = Text("chưa xác định", "undetermined").get(locale)
    counts.append(f"{word}: {found.undetermined}")
    rows = Text("Số dòng", "Rows").get(locale)
    emit(console, "")
    emit(console, Styled(f"{rows}: {found.rows}. {'; '.join(counts)}.", style="bold"))
    lines = [
        (
            Text("Dòng có lỗi số liệu", "Rows with errors").get(locale),
            str(found.with_errors) if found.with_errors else "",
        ),
        (
            Text("Cách hiểu đã dùng", "Readings used").get(locale),
            ", ".join(f"{key} = {option}" for key, option in classified.readings.items()),
        ),
        (
            Text("Cột giữ nguyên, không dùng", "Columns kept, not used").get(locale),
            ", ".join(classified.columns.unknown),
        ),
    ]
    for name, text in lines:
        if text:
            emit(console, Styled(f"{name}: {text}."))
    for problem in classified.notes:
        emit(console, Styled(problem.message(locale), style=_COLOURS[problem.severity]))
    for colour, head, wordings in notes.lines(locale):
        emit(console, Styled(f"{head}:", style=colour))
        for wording in wordings:
            emit(console, _indented(wording))


def _indented(text: str) -> Table:
    grid = Table.grid(padding=(0, 0))
    grid.add_column(width=4)
    grid.add_column()
    grid.add_row("", Styled(text))
    return grid
