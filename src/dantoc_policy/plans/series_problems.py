"""Why observations of an indicator were not used for a target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dantoc_policy.errors import Problem
from dantoc_policy.plans.fields import span_text

if TYPE_CHECKING:
    from dantoc_policy.plans.aim import Aim
    from dantoc_policy.plans.observation import Observation


def unlike_populations(aim: Aim, population: str, count: int) -> Problem:
    """They are figures of another population."""
    return Problem(
        code="plan.unlike_populations",
        severity="note",
        place=aim.target.id,
        vi=f"{count} số liệu của “{population}” không dùng được cho chỉ tiêu của "
        f"“{aim.population.id}” ({aim.population.name.vi}).",
        en=f"{count} figure(s) of “{population}” cannot be used for a target of "
        f"“{aim.population.id}” ({aim.population.name.en}).",
    )


def unlike_places(aim: Aim, place: str, count: int) -> Problem:
    """They are figures of another place."""
    return Problem(
        code="plan.unlike_places",
        severity="note",
        place=aim.target.id,
        vi=f"{count} số liệu của “{place}” không phải của địa bàn kế hoạch.",
        en=f"{count} figure(s) of “{place}” are not of the plan's place.",
    )


def unlike_standards(aim: Aim, standard: str, count: int) -> Problem:
    """They are by another measure, of poverty for instance."""
    wanted = aim.target.standard
    shown = "" if wanted is None else wanted.vi
    return Problem(
        code="plan.unlike_standards",
        severity="note",
        place=aim.target.id,
        vi=f"{count} số liệu theo “{standard}” không dùng cho chỉ tiêu theo “{shown}”.",
        en=f"{count} figure(s) by “{standard}” cannot be used for a target by “{shown}”.",
    )


def other_movement(aim: Aim, basis: str, count: int) -> Problem:
    """They are movements of another kind, or over other years."""
    return Problem(
        code="plan.other_movement",
        severity="note",
        place=aim.target.id,
        vi=f"{count} số liệu biến động ({basis}) không cùng cách tính hoặc cùng các năm.",
        en=f"{count} reported movement(s) ({basis}) are counted in another way or other years.",
    )


def two_figures(aim: Aim, seen: Observation) -> Problem:
    """There are unlike figures of one time."""
    when = span_text(seen.date)
    return Problem(
        code="plan.two_figures",
        severity="warning",
        place=aim.target.id,
        vi=f"có hai số liệu khác nhau của {when}; dùng số kết quả, hoặc số ghi sau.",
        en=f"there are two unlike figures of {when}; a result, or the later one, was used.",
        mend_vi="Giữ một số liệu.",
        mend_en="Keep one of them.",
    )
