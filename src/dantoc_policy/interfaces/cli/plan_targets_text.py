"""What `dantoc plan targets` says: the targets of a plan as a table, or as csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text as Styled

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.interfaces.cli.lookup_text import doubted, plain_table, screen
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.interfaces.plans.words import bound_text
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.rows import COLUMNS
from dantoc_policy.plans.target import Target
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from rich.table import Table

_WIDE = 110
_NONE = Text("Không có chỉ tiêu nào.", "There are no targets.")


def chosen(plan: Plan, phase: str | None, indicator: str | None) -> list[Target]:
    """Give the targets of a phase and an indicator.

    Raises `InputError` (`plan.no_such_phase`, `plan.no_such_indicator`) where the plan has none.
    """
    _check(plan, "phase", phase, [one.id for one in plan.phases])
    _check(plan, "indicator", indicator, list(dict.fromkeys(t.indicator for t in plan.targets)))
    return [
        target
        for target in plan.targets
        if phase in (None, target.phase) and indicator in (None, target.indicator)
    ]


def _check(plan: Plan, option: str, given: str | None, known: Sequence[str]) -> None:
    if given is None or given in known:
        return
    from difflib import get_close_matches

    near = get_close_matches(given, known, n=5, cutoff=0.4) or known[:8]
    what = {"phase": "giai đoạn", "indicator": "chỉ số"}[option]
    raise InputError.of(
        "plan.no_such_phase" if option == "phase" else "plan.no_such_indicator",
        place=f"--{option}",
        vi=f"{plan.id} không có {what} “{given}”.",
        en=f"{plan.id} has no {option} “{given}”.",
        mend_vi=f"Có: {', '.join(near)}." if near else "",
        mend_en=f"There are: {', '.join(near)}." if near else "",
    )


def print_targets(plan: Plan, kept: Sequence[Target], locale: Locale) -> None:
    """Print targets as a table."""
    to = screen()
    if not kept:
        emit(to, _NONE.get(locale))
        return
    emit(to, targets_table(plan, kept, locale, wide=to.width >= _WIDE))


def targets_table(
    plan: Plan,
    kept: Iterable[Target],
    locale: Locale,
    *,
    wide: bool,
    by_section: bool = False,
) -> Table:
    """Lay targets out: what, how much, by when, who leads; on a wide screen the identifier, too.

    `by_section` writes the section once, above the first of its targets.
    """
    shown = list(kept)
    led = any(plan.lead(target) for target in shown)
    columns = [Text("Chỉ tiêu", "Target"), Text("Mức", "Asked for"), Text("Đến", "Due")]
    ratios = [5, 3, 0]
    if led:
        columns.append(Text("Chủ trì", "Lead"))
        ratios.append(3)
    if wide:
        columns.insert(0, Text("Mã", "Identifier"))
        ratios.insert(0, 3)
    table = plain_table(locale, columns, ratios)
    section: str | None = None
    for target in shown:
        if by_section and target.section and target.section != section:
            section = target.section
            head = Text(f"Mục {section}", f"Section {section}").get(locale)
            table.add_row(Styled(head, style="dim"), *("" for _ in columns[1:]))
        nested = "  " if target.part_of else ""
        gist = doubted(f"{nested}{target.gist.get(locale)}", target.verified, locale)
        row: list[str | Styled] = [
            gist,
            bound_text(target, locale),
            str(plan.due_year(target)),
            *(["; ".join(plan.lead(target)) or "-"] if led else []),
        ]
        table.add_row(*([Styled(target.id, style="dim")] if wide else []), *row)
    return table


def targets_csv(rows: Iterable[dict[str, Any]]) -> str:
    """Write rows of targets as csv, the coordinating bodies joined by semicolons."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        flat = row | {"coordinating": "; ".join(row["coordinating"])}
        writer.writerow([flat[column] for column in COLUMNS])
    return stream.getvalue()
