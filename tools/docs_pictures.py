"""The pictures of the documentation, drawn by the library of this checkout."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from datetime import date
from html import escape
from typing import Any

from dantoc_policy.interfaces.charts import (
    dashboard,
    disbursement_chart,
    matrix_chart,
    target_chart,
)
from dantoc_policy.interfaces.charts.save import svg_of
from dantoc_policy.plans.library import plans
from dantoc_policy.plans.observation import Observation
from dantoc_policy.plans.plan import Plan

_TITLE = re.compile(r"aria-label=\"Title text '([^\"]*?)'[^\"]*\"")
_WIDTH = re.compile(r'<svg [^>]*?width="(\d+)')
_WIDEST = 900


def picture(name: str) -> str:
    """Draw one of the pictures by its name."""
    return as_image(svg_of(PICTURES[name]()))


def as_image(svg: str) -> str:
    """Give a picture as an image with its title as the text for those who do not see it.

    As an image of its own: the identifiers of two pictures inside one page would get mixed up.
    """
    title = _TITLE.search(svg)
    coded = base64.b64encode(svg.encode()).decode()
    alt = escape(title[1]) if title else ""
    image = f'<img alt="{alt}" src="data:image/svg+xml;base64,{coded}"'
    width = _WIDTH.search(svg)
    if width and int(width[1]) > _WIDEST:
        # Made smaller, its letters could not be read; the page scrolls it instead.
        return f'<div style="overflow-x: auto">{image} style="max-width: none"></div>'
    return f"<p>{image}></p>"


def _made_up() -> tuple[Observation, ...]:
    figures = (
        ("poverty-rate", 2020, "20.5", "percent"),
        ("poverty-rate", 2021, "18.9", "percent"),
        ("poverty-rate", 2022, "17.6", "percent"),
        ("poverty-rate", 2023, "16.2", "percent"),
        ("minority-income", 2020, 21_500_000, "vnd"),
        ("minority-income", 2023, 34_500_000, "vnd"),
        ("hygienic-water", 2020, 88, "percent"),
        ("hygienic-water", 2023, 96, "percent"),
        ("road-to-village", 2020, 70, "percent"),
    )
    names = ("indicator", "date", "value", "unit")
    return tuple(Observation.model_validate(dict(zip(names, row, strict=True))) for row in figures)


def _example() -> Plan:
    # The picture itself says so: it may be copied without its page.
    plan = plans.get("thai-nguyen-2021")
    return plan.model_copy(update={"number": f"{plan.number}, made-up figures"})


def _target() -> Any:
    plan = _example()
    return target_chart(plan, "poverty-rate-2025", _made_up(), date(2023, 12, 31), locale="en")


def _dashboard() -> Any:
    plan = _example()
    return dashboard(plan, _made_up(), date(2023, 12, 31), phase="2025", locale="en")


def _matrix() -> Any:
    return matrix_chart(plans.get("thai-nguyen-2021"), date(2025, 7, 1), locale="en")


def _disbursement() -> Any:
    return disbursement_chart(plans.get("bac-kan-review-2024"), locale="en")


PICTURES: dict[str, Callable[[], Any]] = {
    "dashboard": _dashboard,
    "disbursement": _disbursement,
    "matrix": _matrix,
    "target": _target,
}
