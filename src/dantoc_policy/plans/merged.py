"""What became of plans when their provinces merged, and which targets now compete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.places.library import places
from dantoc_policy.places.place import Place
from dantoc_policy.plans.conflicts import Saying, by_aim
from dantoc_policy.plans.plan import Plan


@frozen(kw_only=True)
class Competition:
    """Targets of several plans that on a day hold for one and the same place.

    The plans were made for the units of `came_from`; which target holds for the merged place is
    not decided by the plans, and the answer does not decide it either.
    """

    place: Place
    indicator: str
    due_year: int
    came_from: tuple[Place, ...]
    sayings: tuple[Saying, ...]

    def text(self, locale: Locale = "vi") -> str:
        """Say which targets compete, for which place."""
        lines = "; ".join(f"{said.plan}: {said.gist.get(locale)}" for said in self.sayings)
        return f"{self.place.text(locale)}, {self.indicator} ({self.due_year}): {lines}"

    def to_dict(self) -> dict[str, Any]:
        """Give the competing targets as plain JSON data."""
        return {
            "place": self.place.id,
            "indicator": self.indicator,
            "due_year": self.due_year,
            "came_from": [place.id for place in self.came_from],
            "sayings": [saying.to_dict() for saying in self.sayings],
        }


def place_of(plan: Plan) -> Place:
    """Give the unit for which a plan was made.

    Raises:
        InputError: `plan.no_place` where it names none.
    """
    if plan.place is None:
        raise InputError.of(
            "plan.no_place",
            place=plan.id,
            vi="kế hoạch không nêu địa bàn.",
            en="the plan names no place.",
            mend_vi="Ghi place: mã đơn vị hành chính.",
            mend_en="Write place: the identifier of a unit.",
        )
    return places.get(plan.place, plan.issued)


def heirs(plan: Plan, as_of: date) -> tuple[Place, ...]:
    """Give the units for which a plan's place stands on a later day: itself, or its successors.

    >>> from dantoc_policy.plans.library import plans
    >>> [place.name.vi for place in heirs(plans.get("bac-kan-2020"), date(2025, 7, 1))]
    ['Thái Nguyên']
    """
    place = place_of(plan)
    if as_of in place.valid:
        return (place,)
    found = (link.new for link in places.successors(place, as_of))
    return tuple(dict.fromkeys(heir for heir in found if heir is not None))


def competing(plans: Sequence[Plan], as_of: date) -> tuple[Competition, ...]:
    """Give the indicators for which plans of several former units now meet in one place.

    >>> from dantoc_policy.plans.library import plans
    >>> both = [plans.get("bac-kan-2020"), plans.get("thai-nguyen-2021")]
    >>> competing(both, date(2025, 6, 30))
    ()
    >>> "hygienic-water" in {found.indicator for found in competing(both, date(2025, 7, 1))}
    True
    """
    held: dict[Place, list[Plan]] = {}
    for plan in plans:
        for heir in heirs(plan, as_of) if plan.place is not None else ():
            held.setdefault(heir, []).append(plan)
    return tuple(
        found
        for place, meeting in held.items()
        if len({place_of(plan) for plan in meeting}) > 1
        for found in _meeting(place, meeting)
    )


def _meeting(place: Place, plans: Sequence[Plan]) -> Iterator[Competition]:
    origins = {plan.id: place_of(plan) for plan in plans}
    for group in by_aim(plans):
        if len({origins[saying.plan] for saying in group}) == 1:
            continue
        yield Competition(
            place=place,
            indicator=group[0].indicator,
            due_year=group[0].due_year,
            came_from=tuple(dict.fromkeys(origins[saying.plan] for saying in group)),
            sayings=group,
        )
