"""Which body, or group of bodies, a plan means by a name."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from attrs import evolve, frozen

from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.body_class import BodyClass
from dantoc_policy.bodies.library import bodies
from dantoc_policy.bodies.spelling import joined, words
from dantoc_policy.bodies.territory import Territory
from dantoc_policy.errors import InputError, Locale, PolicyError, Problem
from dantoc_policy.plans.merged import place_of
from dantoc_policy.plans.plan import Plan
from dantoc_policy.values.calendar_dates import check_day


@frozen(kw_only=True, repr=False)
class Responsible:
    """A body or a group of bodies as a plan names it, and which one that is.

    Neither `body` nor `group` is there where the name means none that is known, or more than one
    (`candidates`); `problems` says so. `key` is the same for all names of one body.

    >>> from dantoc_policy.plans.library import plans
    >>> plan = plans.get("bac-kan-2020")
    >>> responsible(plan, "Ban Dân tộc").key, responsible(plan, "BDT tỉnh").key
    ('ban_dan_toc/bac_kan', 'ban_dan_toc/bac_kan')
    """

    name: str
    body: Body | None = None
    group: BodyClass | None = None
    candidates: tuple[Body, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def resolved(self) -> bool:
        """Whether it is known who is meant."""
        return self.body is not None or self.group is not None

    @cached_property
    def key(self) -> str:
        """The identifier of the body or the group; of an unknown name, the name without marks."""
        if self.body is not None:
            return self.body.id
        if self.group is not None:
            return f"group:{self.group.id}"
        return f"name:{joined(words(self.name))}"

    def text(self, locale: Locale = "vi") -> str:
        """Give the official name, or the one that the plan has where that is all there is."""
        known = self.body or self.group
        return self.name if known is None else known.text(locale)

    def to_dict(self) -> dict[str, Any]:
        """Give it as plain JSON data."""
        return {
            "name": self.name,
            "body": None if self.body is None else self.body.id,
            "group": None if self.group is None else self.group.id,
            "vi": self.text("vi"),
            "en": self.text("en"),
            "candidates": [body.id for body in self.candidates],
            "problems": [problem.to_dict() for problem in self.problems],
        }

    def __repr__(self) -> str:
        return f"Responsible({self.name!r}, {self.key!r})"


def responsible(plan: Plan, name: str, on: date | None = None) -> Responsible:
    """Tell whom a plan means by a name, on its day of issue unless another day is given.

    A body of which every province has one is that of the plan's province. A name that is unknown,
    or means several, is no body at all: nothing is guessed.

    Raises:
        InputError: `date.not_a_day` where `on` is no day of the calendar.

    >>> from dantoc_policy.plans.library import plans
    >>> found = responsible(plans.get("bac-kan-2020"), "UBND")
    >>> found.resolved, [body.id for body in found.candidates]
    (False, ['uy_ban_nhan_dan_tinh', 'uy_ban_nhan_dan_huyen', 'uy_ban_nhan_dan_xa'])
    >>> found.problems[0].code
    'body.ambiguous'
    """
    day = plan.issued if on is None else check_day(on)
    groups = bodies.find_class(name)
    if len(groups) == 1:
        return Responsible(name=name, group=groups[0])
    try:
        body = bodies.get(name, day)
    except PolicyError as error:
        return Responsible(
            name=name,
            candidates=tuple(bodies.find(name, day) or bodies.find(name)),
            problems=(evolve(error.problem, place=name, severity="warning"),),
        )
    return _placed(plan, Responsible(name=name, body=body), body, day)


def territory_of(plan: Plan, day: date | None) -> Territory | None:
    """Give the province of a plan as it is called on a day: itself, or the one it merged into.

    >>> from dantoc_policy.plans.library import plans
    >>> plan = plans.get("bac-kan-2020")
    >>> [territory_of(plan, day).id for day in (plan.issued, date(2025, 7, 1))]
    ['bac_kan', 'thai_nguyen@2025-07-01']
    """
    try:
        place = place_of(plan)
    except PolicyError:
        return None  # of the whole country, or of a place that is not known
    found = (
        one
        for one in bodies.territories.values()
        if one.code == place.province
        and (plan.issued in one.existed if plan.issued else place.valid.overlaps(one.existed))
    )
    one = next(found, None)
    while one is not None and one.into is not None and day is not None and day not in one.existed:
        one = bodies.territories[one.into]
    return one


def _placed(plan: Plan, one: Responsible, body: Body, day: date | None) -> Responsible:
    """Make the body that of the plan's province, where each has one and the name tells none."""
    territory = territory_of(plan, day)
    # Of several levels, "unit" is that of the plan's own.
    fits = body.level == "province" or (body.level == "unit" and _is_provincial(plan))
    if territory is None or body.territory is not None or not (body.placed and fits):
        return one
    try:
        return evolve(one, body=body.in_territory(territory))
    except InputError as error:
        problem = evolve(error.problem, severity="warning")
        return evolve(one, problems=(*one.problems, problem))


def _is_provincial(plan: Plan) -> bool:
    return plan.place is not None and place_of(plan).level == "province"
