"""Why a target cannot be measured, and what a reader of its progress should know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dantoc_policy.errors import Problem
from dantoc_policy.plans.fields import span_text

if TYPE_CHECKING:
    from dantoc_policy.plans.aim import Aim
    from dantoc_policy.plans.series import Point, Series
    from dantoc_policy.plans.target import Target


def qualitative(target: Target) -> Problem:
    """The target has no figure."""
    return Problem(
        code="progress.qualitative",
        severity="note",
        place=target.id,
        vi="chỉ tiêu định tính, không có số để đo.",
        en="the target is qualitative; it has no figure to measure.",
    )


def by_reference(target: Target) -> Problem:
    """The figure stands in another document."""
    return Problem(
        code="progress.by_reference",
        severity="note",
        place=target.id,
        vi=f"mức phải đạt nằm ở {target.reference}, chưa có trong dữ liệu.",
        en=f"what is to be reached stands in {target.reference}, which the data do not hold.",
    )


def no_observations(aim: Aim) -> Problem:
    """Nothing was observed."""
    return Problem(
        code="progress.no_observations",
        severity="note",
        place=aim.target.id,
        vi=f"chưa có số liệu “{aim.indicator.id}” của “{aim.population.id}” trong kỳ.",
        en=f"there are no figures of “{aim.indicator.id}” of “{aim.population.id}” in the time.",
    )


def no_baseline(aim: Aim) -> Problem:
    """Nothing was observed at the baseline."""
    year = aim.baseline_year or "?"
    return Problem(
        code="progress.no_baseline",
        severity="note",
        place=aim.target.id,
        vi=f"thiếu số liệu gốc năm {year}, nên không tính được tiến độ.",
        en=f"the baseline figure of {year} is missing, so the pace is not known.",
    )


def unusable_base(aim: Aim) -> Problem:
    """The baseline is nothing, or only known as more or less than a figure."""
    return Problem(
        code="progress.unusable_baseline",
        severity="note",
        place=aim.target.id,
        vi=f"số liệu gốc năm {aim.baseline_year} bằng không, hoặc chỉ nêu “trên”, “dưới” một mức.",
        en=f"the baseline of {aim.baseline_year} is nothing, or only known as over or under.",
    )


def no_years(aim: Aim) -> Problem:
    """The baseline year is not before the due year."""
    return Problem(
        code="progress.no_years",
        severity="note",
        place=aim.target.id,
        vi=f"năm gốc {aim.baseline_year} không trước năm đến hạn {aim.due_year}.",
        en=f"the baseline year {aim.baseline_year} is not before the due year {aim.due_year}.",
    )


def mixed_standards(aim: Aim, series: Series) -> Problem:
    """The figures are by several measures, so no movement follows from them."""
    named = ", ".join(sorted(series.standards))
    return Problem(
        code="progress.mixed_standards",
        severity="note",
        place=aim.target.id,
        vi=f"số liệu theo nhiều chuẩn ({named}), không so được với nhau.",
        en=f"the figures are by several measures ({named}) and cannot be held together.",
        mend_vi="Dùng số liệu cùng một chuẩn.",
        mend_en="Use figures by one measure.",
    )


def no_direction(aim: Aim) -> Problem:
    """Neither way is better."""
    return Problem(
        code="progress.no_direction",
        severity="note",
        place=aim.indicator.id,
        vi="chưa khai báo tăng hay giảm là tốt hơn.",
        en="it is not said whether more or less is better.",
        mend_vi="Ghi direction: up hoặc down cho chỉ số.",
        mend_en="Write direction: up or down on the indicator.",
    )


def none_at_due(aim: Aim, latest: Point, *, met: bool | None) -> Problem:
    """The newest figure is older than the due year."""
    so_far = {True: ("đã đạt", "met"), False: ("chưa đạt", "not met")}.get(
        met is True, ("chưa rõ", "open")
    )
    newest = span_text(latest.observation.date)
    return Problem(
        code="progress.no_observation_at_due",
        severity="note",
        place=aim.target.id,
        vi=f"chưa có số liệu cả năm {aim.due_year}; số mới nhất là của {newest} ({so_far[0]}).",
        en=f"there is no figure of all {aim.due_year}; the newest is of {newest} ({so_far[1]}).",
    )


def bound_open(aim: Aim) -> Problem:
    """The figure is only known as more or less than another."""
    return Problem(
        code="progress.bound_open",
        severity="note",
        place=aim.target.id,
        vi="số liệu chỉ nêu “trên” hoặc “dưới” một mức, không đủ để kết luận.",
        en="the figure is only given as over or under another, which does not decide.",
    )


def failed_years(aim: Aim, years: Sequence[int]) -> Problem:
    """In some years the target was not kept."""
    listed = ", ".join(map(str, years))
    return Problem(
        code="progress.failed_years",
        severity="note",
        place=aim.target.id,
        vi=f"không đạt trong các năm: {listed}.",
        en=f"not kept in: {listed}.",
    )


def unknown_years(aim: Aim, years: Sequence[int]) -> Problem:
    """The change of some years is not known."""
    listed = ", ".join(map(str, years))
    return Problem(
        code="progress.unknown_years",
        severity="note",
        place=aim.target.id,
        vi=f"chỉ tiêu tính từng năm, mà chưa rõ các năm: {listed}.",
        en=f"the target holds for every year, and these are not known: {listed}.",
    )
