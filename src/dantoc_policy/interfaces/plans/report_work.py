"""The sheet of a report about responsibilities: what by whom, one column a body."""

from __future__ import annotations

from datetime import date

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.plans.report_sheet import Cell, Column, Sheet
from dantoc_policy.plans.duty import ROLES
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.responsibilities import Responsibilities, responsibilities
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

_KINDS = {
    "target": Text("chỉ tiêu", "target"),
    "task": Text("nhiệm vụ", "task"),
    "report": Text("báo cáo", "report"),
}


def matrix_sheet(plan: Plan, as_of: date | None, locale: Locale) -> Sheet:
    """Give each target, task and report with the role of each body in it.

    With a day the last column says who stands for bodies that are gone.
    """
    found = responsibilities(plan)
    columns = [
        Column(Text("Loại", "Kind"), 10),
        Column(Text("Mã", "Identifier"), 24),
        Column(Text("Việc", "What"), 48),
        Column(Text("Mục", "Section"), 9),
    ]
    columns += [Column(Text(one.name, one.text("en")), 9, "mark") for one in found.bodies]
    heirs: dict[str, list[str]] = {}
    if as_of is not None:
        day = Text(format_date(as_of), format_date(as_of, "en"))
        columns.append(Column(Text(f"Kế tục, ngày {day.vi}", f"Heirs on {day.en}"), 60))
        heirs = _heirs(found, as_of, locale)
    rows = []
    for kind, key, gist, section in _items(plan):
        cells: list[Cell] = [_KINDS[kind].get(locale), key, gist.get(locale), section]
        for one in found.bodies:
            roles = [
                ROLES[duty.role].get(locale)
                for duty in found.duties
                if (duty.kind, duty.of, duty.who.key) == (kind, key, one.key)
            ]
            cells.append(", ".join(roles) or None)
        if as_of is not None:
            cells.append("\n".join(heirs.get(f"{kind}/{key}", ())) or None)
        rows.append(tuple(cells))
    return Sheet(
        title=Text("Phân công", "Matrix"), columns=tuple(columns), rows=tuple(rows), fixed=3
    )


def _items(plan: Plan) -> list[tuple[str, str, Text, str | None]]:
    return [
        (kind, part.id, part.gist, part.section)
        for kind, parts in (
            ("target", plan.targets),
            ("task", plan.tasks),
            ("report", plan.reports),
        )
        for part in parts
    ]


def _heirs(found: Responsibilities, as_of: date, locale: Locale) -> dict[str, list[str]]:
    heirs: dict[str, list[str]] = {}
    for one in found.ended(as_of):
        name = one.duty.who.name if locale == "vi" else one.duty.who.text("en")
        heirs.setdefault(f"{one.duty.kind}/{one.duty.of}", []).append(
            f"{name} → {one.heir.text(locale)}"
        )
    return heirs
