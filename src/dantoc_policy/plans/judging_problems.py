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


def _note(code: str, place: str, vi: str, en: str, mend_vi: str = "", mend_en: str = "") -> Problem:
    return Problem(
        code=code, severity="note", place=place, vi=vi, en=en, mend_vi=mend_vi, mend_en=mend_en
    )


def qualitative(target: Target) -> Problem:
    """The target has no figure."""
    return _note(
        "progress.qualitative",
        target.id,
        "chỉ tiêu định tính, không có số để đo.",
        "the target is qualitative; it has no figure to measure.",
    )


def by_reference(target: Target) -> Problem:
    """The figure stands in another document."""
    return _note(
        "progress.by_reference",
        target.id,
        f"mức phải đạt nằm ở {target.reference}, chưa có trong dữ liệu.",
        f"what is to be reached stands in {target.reference}, which the data do not hold.",
    )


def no_observations(aim: Aim) -> Problem:
    """Nothing was observed."""
    return _note(
        "progress.no_observations",
        aim.target.id,
        f"chưa có số liệu trong kỳ: {aim.indicator.name.vi} ({aim.population.name.vi}).",
        f"no figures in the time: {aim.indicator.name.en} ({aim.population.name.en}).",
    )


def no_baseline(aim: Aim) -> Problem:
    """Nothing was observed at the baseline."""
    year = aim.baseline_year or "?"
    return _note(
        "progress.no_baseline",
        aim.target.id,
        f"thiếu số liệu gốc năm {year}, nên không tính được tiến độ.",
        f"the baseline figure of {year} is missing, so the pace is not known.",
    )


def unusable_base(aim: Aim) -> Problem:
    """The baseline is nothing, or only known as more or less than a figure."""
    return _note(
        "progress.unusable_baseline",
        aim.target.id,
        f"số liệu gốc năm {aim.baseline_year} bằng không, hoặc chỉ nêu “trên”, “dưới” một mức.",
        f"the baseline of {aim.baseline_year} is nothing, or only known as over or under.",
    )


def no_years(aim: Aim) -> Problem:
    """The baseline year is not before the due year."""
    return _note(
        "progress.no_years",
        aim.target.id,
        f"năm gốc {aim.baseline_year} không trước năm đến hạn {aim.due_year}.",
        f"the baseline year {aim.baseline_year} is not before the due year {aim.due_year}.",
    )


def mixed_standards(aim: Aim, series: Series) -> Problem:
    """The figures are by several measures, so no movement follows from them."""
    named = ", ".join(sorted(series.standards))
    return _note(
        "progress.mixed_standards",
        aim.target.id,
        f"số liệu theo nhiều chuẩn ({named}), không so được với nhau.",
        f"the figures are by several measures ({named}) and cannot be held together.",
        "Dùng số liệu cùng một chuẩn.",
        "Use figures by one measure.",
    )


def no_direction(aim: Aim) -> Problem:
    """Neither way is better."""
    return _note(
        "progress.no_direction",
        aim.indicator.id,
        "chưa khai báo tăng hay giảm là tốt hơn.",
        "it is not said whether more or less is better.",
        "Ghi direction: up hoặc down cho chỉ số.",
        "Write direction: up or down on the indicator.",
    )


def none_at_due(aim: Aim, latest: Point, *, met: bool | None) -> Problem:
    """The newest figure is older than the due year."""
    so_far = {True: ("đã đạt", "met"), False: ("chưa đạt", "not met")}.get(
        met is True, ("chưa rõ", "open")
    )
    newest = span_text(latest.observation.date)
    return _note(
        "progress.no_observation_at_due",
        aim.target.id,
        f"chưa có số liệu cả năm {aim.due_year}; số mới nhất là của {newest} ({so_far[0]}).",
        f"there is no figure of all {aim.due_year}; the newest is of {newest} ({so_far[1]}).",
    )


def bound_open(aim: Aim) -> Problem:
    """The figure is only known as more or less than another."""
    return _note(
        "progress.bound_open",
        aim.target.id,
        "số liệu chỉ nêu “trên” hoặc “dưới” một mức, không đủ để kết luận.",
        "the figure is only given as over or under another, which does not decide.",
    )


def failed_years(aim: Aim, years: Sequence[int]) -> Problem:
    """In some years the target was not kept."""
    listed = ", ".join(map(str, years))
    return _note(
        "progress.failed_years",
        aim.target.id,
        f"không đạt trong các năm: {listed}.",
        f"not kept in: {listed}.",
    )


def unknown_years(aim: Aim, years: Sequence[int]) -> Problem:
    """The change of some years is not known."""
    listed = ", ".join(map(str, years))
    return _note(
        "progress.unknown_years",
        aim.target.id,
        f"chỉ tiêu tính từng năm, mà chưa rõ các năm: {listed}.",
        f"the target holds for every year, and these are not known: {listed}.",
    )
