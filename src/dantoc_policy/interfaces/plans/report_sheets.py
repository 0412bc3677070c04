"""The sheets of a report about targets, their progress, deadlines and money."""

from __future__ import annotations

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.plans.measuring import Measured
from dantoc_policy.interfaces.plans.report_sheet import Cell, Column, Sheet, note_only
from dantoc_policy.interfaces.plans.words import (
    CAPITALS,
    FORCES,
    SOURCES,
    STAGES,
    bound_text,
    sign,
)
from dantoc_policy.plans.deadlines import deadlines
from dantoc_policy.plans.disbursement import stated_rates
from dantoc_policy.plans.due import KINDS
from dantoc_policy.plans.fields import span_text
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.progress import Progress, Status
from dantoc_policy.plans.target import Target
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

_SHADES = {
    Status.MET: "#C6EFCE",
    Status.ON_TRACK: "#E2F0D9",
    Status.BEHIND: "#FFEB9C",
    Status.MISSED: "#FFC7CE",
}
_TARGET = Column(Text("Chỉ tiêu", "Target"), 48)
_ID = Column(Text("Mã", "Identifier"), 26)
_NO_DAY = Text(
    "Chưa tính: cho biết ngày xét (--as-of) và số liệu (--observations).",
    "Not computed: give the day (--as-of) and figures (--observations).",
)
_NO_PHASES = Text(
    "Kế hoạch không nêu giai đoạn hay ngày ban hành.", "The plan names no phase and no day."
)
_HUNDRED = 100


def targets_sheet(plan: Plan, locale: Locale) -> Sheet:
    """Give all targets with value, unit, year and bodies."""
    columns = (
        _ID,
        _TARGET,
        Column(Text("Giai đoạn", "Phase"), 11),
        Column(Text("Chỉ số", "Indicator"), 30),
        Column(Text("Đối tượng", "Population"), 26),
        Column(Text("Mức", "Asked for"), 22),
        Column(Text("Giá trị", "Value"), 10, "number"),
        Column(Text("Đến giá trị", "To value"), 10, "number"),
        Column(Text("Đơn vị", "Unit"), 14),
        Column(Text("Năm gốc", "Baseline year"), 9, "year"),
        Column(Text("Đến năm", "Due"), 9, "year"),
        Column(Text("Mức ràng buộc", "Force"), 12),
        Column(Text("Chủ trì", "Lead"), 30),
        Column(Text("Phối hợp", "Coordinating"), 36),
        Column(Text("Mục", "Section"), 10),
        Column(Text("Dòng", "Line"), 7, "year"),
    )
    rows = tuple(_target_row(plan, target, locale) for target in plan.targets)
    return Sheet(title=Text("Chỉ tiêu", "Targets"), columns=columns, rows=rows, fixed=2)


def _target_row(plan: Plan, target: Target, locale: Locale) -> tuple[Cell, ...]:
    gist = target.gist.get(locale)
    if not target.verified:
        gist += Text(" (chưa kiểm chứng)", " (unverified)").get(locale)
    return (
        target.id,
        gist,
        target.phase,
        plan.indicator(target).name.get(locale),
        plan.population(target).name.get(locale),
        bound_text(target, locale),
        target.value,
        target.value_high,
        target.unit and target.unit.text.get(locale),
        target.baseline_year,
        plan.due_year(target),
        FORCES[target.force.value].get(locale),
        "; ".join(plan.lead(target)),
        "; ".join(plan.coordinating(target)),
        target.section,
        target.line,
    )


def progress_sheet(measured: Measured | None, locale: Locale) -> Sheet:
    """Give how each target stands on the day, with what the answer rests on."""
    title = Text("Tiến độ", "Progress")
    if measured is None:
        return note_only(title, _NO_DAY, locale)
    columns = (
        _ID,
        _TARGET,
        Column(Text("Kết quả", "Status"), 16),
        Column(Text("Phải đạt", "Asked for"), 20),
        Column(Text("Đến hạn", "Due"), 12, "date"),
        Column(Text("Năm gốc", "Baseline"), 14),
        Column(Text("Số năm gốc", "Baseline figure"), 12, "number"),
        Column(Text("Thời điểm", "Observed"), 14),
        Column(Text("Số liệu", "Figure"), 12, "number"),
        Column(Text("Đạt được", "Reached"), 12, "number"),
        Column(Text("Lộ trình cần", "Path asks for"), 12, "number"),
        Column(Text("Nhịp đến nay, mỗi năm", "Pace so far, a year"), 12, "number"),
        Column(Text("Nhịp cần, mỗi năm", "Pace needed, a year"), 12, "number"),
        Column(Text("Theo đà này đạt năm", "Met at this pace"), 11, "year"),
        Column(Text("Nguồn", "Source"), 26),
        Column(Text("Vì sao, lưu ý", "Why, notes"), 60),
    )
    return Sheet(
        title=title,
        columns=columns,
        rows=tuple(_progress_row(found, locale) for found in measured.targets),
        fixed=2,
        shades=tuple(_SHADES.get(found.status) for found in measured.targets),
    )


def _progress_row(found: Progress, locale: Locale) -> tuple[Cell, ...]:
    base, latest = found.baseline, found.latest
    said = (*found.why, *found.notes)
    return (
        found.target.id,
        found.target.gist.get(locale),
        found.status.text.get(locale),
        bound_text(found.target, locale),
        found.due,
        span_text(base.observation.date) if base else None,
        base.observation.value if base else None,
        span_text(latest.observation.date) if latest else None,
        latest.observation.value if latest else None,
        found.reached,
        found.required,
        found.pace,
        found.required_pace,
        found.reach_year,
        latest.observation.source if latest else None,
        "\n".join(problem.vi if locale == "vi" else problem.en for problem in said),
    )


def deadlines_sheet(plan: Plan, between: Period | None, locale: Locale) -> Sheet:
    """Give what falls due while the plan lasts, with who has it by then."""
    title = Text("Thời hạn", "Deadlines")
    if between is None:
        return note_only(title, _NO_PHASES, locale)
    columns = (
        Column(Text("Ngày", "Day"), 12, "date"),
        Column(Text("Năm", "Year"), 8, "year"),
        Column(Text("Loại", "Kind"), 20),
        Column(Text("Việc", "What"), 56),
        Column(Text("Ai", "Who"), 44),
        Column(Text("Gửi", "To"), 34),
        Column(Text("Chuyển tiếp", "Onward"), 30),
        Column(Text("Căn cứ", "Under"), 26),
        Column(Text("Mục", "Section"), 10),
        Column(Text("Lưu ý", "Notes"), 50),
    )
    rows = tuple(
        (
            due.day,
            due.year,
            KINDS[due.kind].get(locale),
            due.title.get(locale),
            "\n".join(one.text(locale) for one in due.who),
            None if due.to is None else due.to.text(locale),
            None if due.onward is None else due.onward.text(locale),
            None if due.basis is None else due.basis.get(locale),
            due.section,
            "\n".join(problem.message(locale) for problem in due.problems),
        )
        for due in deadlines(plan, between)
    )
    return Sheet(title=title, columns=columns, rows=rows)


def funding_sheet(plan: Plan, locale: Locale) -> Sheet:
    """Give each amount of money in đồng, with printed and computed rates."""
    columns = (
        _ID,
        Column(Text("Khoản", "What"), 44),
        Column(Text("Bước", "Stage"), 14),
        Column(Text("Loại vốn", "Capital"), 12),
        Column(Text("Nguồn vốn", "Source of funds"), 22),
        Column(Text("Thời gian", "Time"), 14),
        Column(Text("Cách nêu", "Stated as"), 9),
        Column(Text("Số tiền (đồng)", "Amount (VND)"), 24, "number"),
        Column(Text("Thuộc", "Part of"), 24),
        Column(Text("Tỷ lệ đã in", "Printed rate"), 10, "percent"),
        Column(Text("Tỷ lệ tính được", "Computed rate"), 10, "percent"),
        Column(Text("Nguồn", "Source"), 26),
    )
    rates = {rate.paid.id: rate.nominal for rate in stated_rates(plan)}
    rows = tuple(
        (
            one.id,
            one.gist.get(locale) if one.gist else None,
            STAGES[one.stage].get(locale),
            CAPITALS[one.capital].get(locale),
            SOURCES[one.source_of_funds].get(locale),
            span_text(one.period or one.as_of),
            sign(one.comparator, locale).strip(),
            None if one.amount is None else one.amount.vnd,
            one.part_of or one.of,
            None if one.rate is None else one.rate / _HUNDRED,
            rates[one.id] / _HUNDRED if one.id in rates else None,
            one.source,
        )
        for one in plan.funding
    )
    return Sheet(title=Text("Kinh phí", "Funding"), columns=columns, rows=rows, fixed=2)
