"""What `dantoc plan list` and `show` say: the plans there are, and one of them in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from rich.text import Text as Styled

from dantoc_policy.errors import Locale, PolicyError
from dantoc_policy.interfaces.cli.lookup_text import (
    Field,
    capital,
    plain_table,
    print_fields,
    print_head,
    print_section,
    screen,
    together,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.interfaces.cli.plan_targets_text import targets_table
from dantoc_policy.interfaces.plans.words import KINDS, PHASE_KINDS, counts, counts_text
from dantoc_policy.plans.merged import place_of
from dantoc_policy.plans.phase import Phase
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.rows import target_rows
from dantoc_policy.values.calendar_dates import format_date, padded_month
from dantoc_policy.values.text import Text

_WIDE = 110
_SHOWN = {
    "targets": Text("Chỉ tiêu", "Targets"),
    "tasks": Text("N.vụ", "Tasks"),
    "funding": Text("Tiền", "Money"),
    "observations": Text("S.liệu", "Fig."),
}


def place_text(plan: Plan, locale: Locale) -> str:
    """Name the place of a plan, by its identifier where the library does not know it."""
    if plan.place is None:
        return ""
    try:
        return place_of(plan).text(locale)
    except PolicyError:
        return plan.place


def short_date(day: date) -> str:
    """Write a day in figures only, for tables."""
    return f"{day.day:02}/{padded_month(day.month)}/{day.year}"


def listed(plan: Plan) -> dict[str, Any]:
    """Give what a list says of a plan as plain JSON data."""
    return {
        "id": plan.id,
        "kind": plan.kind,
        "number": plan.number,
        "issued": plan.issued and plan.issued.isoformat(),
        "issuer": plan.issuer,
        "place": plan.place,
        "title_vi": plan.title.vi,
        "title_en": plan.title.en,
        "counts": counts(plan),
    }


def shown_plan(plan: Plan) -> dict[str, Any]:
    """Give a plan with its targets as rows, as plain JSON data."""
    return {
        **listed(plan),
        "document": plan.document,
        "signer": plan.signer,
        "source": plan.source,
        "phases": [
            {
                "id": phase.id,
                "kind": phase.kind,
                "first_year": phase.years[0],
                "last_year": phase.years[-1],
                "name_vi": phase.name and phase.name.vi,
                "name_en": phase.name and phase.name.en,
                "section": phase.section,
                "source_line": phase.line,
            }
            for phase in plan.phases
        ],
        "targets": list(target_rows(plan)),
        "notes": [{"vi": note.vi, "en": note.en} for note in plan.notes],
    }


def print_list(found: Sequence[Plan], locale: Locale) -> None:
    """Print plans as a table."""
    to = screen()
    wide = to.width >= _WIDE
    columns = [Text("Kế hoạch", "Plan"), Text("Ban hành", "Issued"), *_SHOWN.values()]
    if wide:
        columns[1:1] = [Text("Loại", "Kind"), Text("Địa bàn", "Place")]
    table = plain_table(locale, columns, (1, *([0, 0] if wide else []), 0, *(0 for _ in _SHOWN)))
    for column in table.columns[-len(_SHOWN) :]:
        column.justify = "right"
    for one in found:
        name = Styled(together(one.id), style="bold")
        if one.number:
            name.append(f" {together(one.number)}", style="not bold")
        kind, place = KINDS[one.kind].get(locale), place_text(one, locale)
        if not wide:
            # Where the columns are too many, kind and place stand below the name.
            below = ", ".join(part for part in (kind, place) if part)
            name.append(f"\n{below}", style="not bold dim")
        numbers = counts(one)
        table.add_row(
            name,
            *([together(kind), together(place or "-")] if wide else []),
            "-" if one.issued is None else together(short_date(one.issued)),
            *(str(numbers[key] or "-") for key in _SHOWN),
        )
    emit(to, table)


def print_plan(plan: Plan, locale: Locale) -> None:
    """Print the head of a plan, and its targets by phase and section."""
    to = screen()
    print_head(to, plan.title.get(locale))
    emit(to, "")
    print_fields(to, _fields(plan, locale), locale)
    for phase in plan.phases:
        kept = [target for target in plan.targets if target.phase == phase.id]
        if not kept:
            continue
        said = phase_text(phase, locale)
        print_section(to, Text(capital(said), capital(said)), locale)
        # The phase says it for those that are due at its end.
        emit(to, targets_table(plan, kept, locale, wide=to.width >= _WIDE, by_section=True))


def phase_text(phase: Phase, locale: Locale) -> str:
    """Name a phase: its years, and whether it commits."""
    first, last = phase.years[0], phase.years[-1]
    kind = PHASE_KINDS[phase.kind].get(locale)
    name = "" if phase.name is None else f"{phase.name.get(locale)}, "
    return Text(f"{name}{first} - {last} ({kind})", f"{name}{first}–{last} ({kind})").get(locale)


def _fields(plan: Plan, locale: Locale) -> Iterator[Field]:
    day = "" if plan.issued is None else format_date(plan.issued, locale)
    yield Text("Tên", "Name"), plan.id, True
    yield Text("Loại", "Kind"), KINDS[plan.kind].get(locale), True
    yield Text("Số, ký hiệu", "Number"), plan.number or "", True
    yield Text("Ban hành", "Issued"), day, True
    yield Text("Cơ quan ban hành", "Issuer"), plan.issuer or "", True
    yield Text("Người ký", "Signed by"), plan.signer or "", True
    yield Text("Địa bàn", "Place"), place_text(plan, locale), True
    phases = "; ".join(phase_text(phase, locale) for phase in plan.phases)
    yield Text("Giai đoạn", "Phases"), phases, True
    yield Text("Gồm", "Holds"), counts_text(plan, locale), True
    notes = "\n".join(note.get(locale) for note in plan.notes)
    yield Text("Ghi chú", "Notes"), notes, True
    yield Text("Nguồn", "Source"), plan.source or "", True
