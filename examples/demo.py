"""The demo: published figures of real places under Decision 33/2020, beside the official list.

Run it with `make demo`; it needs the extra `cli` only.
"""

from __future__ import annotations

import datetime as dt
import sys
import textwrap
from decimal import Decimal
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dantoc_policy import Bounds, Commune, classify
from dantoc_policy.interfaces.classify_file import ClassifiedFile, RowResult, classify_file
from dantoc_policy.rules.evaluation import Evaluation
from dantoc_policy.values.numerals import format_number

FIGURES = Path(__file__).parent / "data" / "communes_published.csv"
AS_OF = dt.date(2021, 6, 4)  # the day of Decision 861/QĐ-TTg, which lists the regions
DECIDED, UNDETERMINED, AGGREGATE, TO_MOVE = "C01", "C13", "C21", "C26"
SHOWN = (
    ("minority_share", "DTTS {}%"),
    ("households", "{} hộ"),
    ("poor_rate", "nghèo {}%"),
    ("poor_rate_above", "nghèo trên {}%"),
    ("poor_households", "{} hộ nghèo"),
    ("figures_date", "số liệu {}"),
)
OTHER_LINE = "figures.other_poverty_standard"


def main() -> None:
    """Show the table, two explanations, and the way to region I."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    screen = Console(highlight=False)
    classified = classify_file(FIGURES, AS_OF)
    results = {cell(classified, result, "id"): result for result in classified}

    heading(screen, "1. Kết quả tính theo Quyết định 33/2020/QĐ-TTg, ngày 04/6/2021")
    print_table(screen, classified, list(results.values()))
    compare(screen, classified, list(results.values()))

    heading(screen, "2. Một xã xác định được")
    explain(screen, results[DECIDED])
    heading(screen, "3. Một xã chưa xác định được")
    explain(screen, results[UNDETERMINED])

    heading(screen, "4. Cần thay đổi gì để thuộc khu vực I")
    say(
        screen,
        "Huyện Chợ Đồn, tính số cộng cả huyện như một xã (chưa rõ đã đạt chuẩn nông thôn mới "
        "hay chưa):",
    )
    print_changes(screen, evaluation(results[AGGREGATE]))
    say(screen, "Xã Thành Lâm, GIẢ SỬ tỷ lệ hộ dân tộc thiểu số từ 15% và chưa đạt chuẩn:")
    known = evaluation(results[TO_MOVE]).record.model_dump(exclude_none=True)
    supposed = {"minority_share": Bounds.of(at_least=15), "meets_new_rural_standard": False}
    answer = classify(Commune(**known | supposed), AS_OF)
    say(screen, f"   khi đó thuộc khu vực {answer.outcome}; lên khu vực I nếu")
    print_changes(screen, answer)
    screen.print()
    say(screen, f"Thử với tệp của bạn: dantoc classify TỆP --as-of {AS_OF}")


def print_table(screen: Console, classified: ClassifiedFile, results: list[RowResult]) -> None:
    """Show figures, computed and official region of every row."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("Xã", max_width=16)
    table.add_column("Số liệu đã công bố", ratio=1)
    table.add_column("Tính được", max_width=18)
    table.add_column("Danh sách 861", max_width=9)
    table.add_column("So sánh", max_width=16)
    for result in results:
        official = cell(classified, result, "official_region")
        word, colour = comparison(result, official)
        table.add_row(
            Text((result.name or "").replace("district aggregate", "cả huyện")),
            Text(figures(classified, result)),
            computed(result),
            Text(official or "-"),
            Text(word, style=colour),
        )
    screen.print(table)
    screen.print()


def figures(classified: ClassifiedFile, result: RowResult) -> str:
    """Give the figures of a row in a few words."""
    values = (
        (text, vietnamese(value) if column != "figures_date" else value)
        for column, text in SHOWN
        if (value := cell(classified, result, column))
    )
    shown = [text.format(value) for text, value in values]
    if cell(classified, result, "meets_new_rural_standard") == "true":
        shown.insert(-1, "đạt chuẩn NTM")
    return ", ".join(shown)


def vietnamese(value: str) -> str:
    """Write a number of the csv in Vietnamese style."""
    return format_number(Decimal(value))


def computed(result: RowResult) -> Text:
    """Give the region, or those that are still possible."""
    found = evaluation(result)
    if found.outcome is not None:
        return Text(found.outcome, style="bold green")
    names = [key.replace("outside", "ngoài vùng") for key in found.possible]
    return Text(f"? {' / '.join(names)}", style="yellow")


def comparison(result: RowResult, official: str) -> tuple[str, str]:
    """Say how the computed region stands to the official one."""
    found = evaluation(result)
    if not official:
        return "-", "dim"
    if found.outcome == official:
        return "khớp", "green"
    if official in found.possible:
        return "chưa đủ số liệu", ""
    return "KHÁC", "bold red"


def compare(screen: Console, classified: ClassifiedFile, results: list[RowResult]) -> None:
    """Say plainly where the computed and the official region agree and differ, and why."""
    listed = [
        (result, official)
        for result in results
        if (official := cell(classified, result, "official_region"))
    ]
    words = {result.row.number: comparison(result, official)[0] for result, official in listed}
    count = list(words.values()).count
    other = [
        result.name
        for result, _ in listed
        if any(problem.code == OTHER_LINE for problem in result.problems)
    ]
    different = [result.name for result, _ in listed if words[result.row.number] == "KHÁC"]
    say(
        screen,
        f"Trong {len(listed)} xã có khu vực ở danh sách 861: {count('khớp')} xã khớp, "
        f"{count('chưa đủ số liệu')} xã chưa đủ số liệu để kết luận (khu vực chính thức vẫn nằm "
        f"trong các khả năng), {len(different)} xã khác"
        f"{': ' + ', '.join(map(str, different)) if different else ''}.",
    )
    say(
        screen,
        "Số liệu ngày khác có thể cho kết quả khác: "
        f"{len(other)} xã ({', '.join(map(str, other))}) "
        "chỉ có số liệu sau kỳ rà soát, theo chuẩn nghèo cao hơn; danh sách 861 dựa trên số liệu "
        "năm 2020. Kết quả tính không thay cho danh sách, danh sách không sửa kết quả tính.",
    )


def explain(screen: Console, result: RowResult) -> None:
    """Print a decision in full, broken to the width of the screen."""
    for line in evaluation(result).explain("vi").splitlines():
        indent = " " * (len(line) - len(line.lstrip()) + 4)
        say(screen, line, indent)


def print_changes(screen: Console, answer: Evaluation) -> None:
    """List the smallest changes that lead to region I, the cheapest first."""
    for change in answer.distance(to="I"):
        say(screen, f"   - {change.text('vi')}", "     ")


def evaluation(result: RowResult) -> Evaluation:
    """Give the answer of a row; the figures of the demo contradict each other nowhere."""
    if result.evaluation is None:
        raise SystemExit(f"{result.name}: {[problem.message() for problem in result.problems]}")
    return result.evaluation


def cell(classified: ClassifiedFile, result: RowResult, column: str) -> str:
    """Give a cell of the input by the name of its column."""
    return str(result.row.cells[classified.columns.table.columns.index(column)] or "")


def heading(screen: Console, text: str) -> None:
    """Print a heading with air above it."""
    screen.print()
    screen.print(Text(text, style="bold"))
    screen.print()


def say(screen: Console, text: str, indent: str = "") -> None:
    """Print a paragraph, its further lines under an indent."""
    lines = textwrap.wrap(
        text, screen.width, subsequent_indent=indent, break_on_hyphens=False, tabsize=4
    )
    screen.print(Text("\n".join(lines)))


if __name__ == "__main__":
    main()
