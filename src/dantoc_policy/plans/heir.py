"""Who stands on a later day for a body that a plan names, for the function in question."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve, frozen

from dantoc_policy.bodies.body_class import BodyClass
from dantoc_policy.bodies.library import bodies
from dantoc_policy.bodies.succession import Holder, Succession
from dantoc_policy.bodies.territory import Territory
from dantoc_policy.errors import Locale, PolicyError, Problem
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.responsible import Responsible, responsible, territory_of
from dantoc_policy.values.calendar_dates import check_day, format_date
from dantoc_policy.values.text import Text


@frozen(kw_only=True, repr=False)
class Heir:
    """Who stands on a day for a body or a group that a plan names.

    Of a body, `succession` is the answer of the library of bodies: where it is undetermined, it
    lists all that is possible. Of a group, `groups` are the group itself, or what followed it.
    `territory` is the province of that day, `former` the one of the plan where it is another.

    >>> from dantoc_policy.plans.library import plans
    >>> plan, day = plans.get("bac-kan-2020"), date(2025, 12, 15)
    >>> heir(plan, "Ban Dân tộc tỉnh", day).names()
    ('Sở Dân tộc và Tôn giáo tỉnh Thái Nguyên',)
    >>> heir(plan, "UBND các huyện, thành phố", day).names("en")
    ("People's Committees of the communes, wards and special zones (in former Bắc Kạn province)",)
    """

    responsible: Responsible
    as_of: date
    succession: Succession | None = None
    groups: tuple[BodyClass, ...] = ()
    territory: Territory | None = None
    former: Territory | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def determined(self) -> bool:
        """Whether it is certain who it is."""
        return bool(self.groups) if self.succession is None else self.succession.determined

    @property
    def possible(self) -> tuple[Holder, ...]:
        """The bodies that hold it or may hold it, each with what it took over."""
        return () if self.succession is None else self.succession.possible

    @property
    def changed(self) -> bool:
        """Whether it is not, or not certainly, the one that the plan names."""
        one = self.responsible
        if one.group is not None:
            moved = self.former is not None and one.group.members is not None
            return moved or self.groups != (one.group,)
        return [holder.body for holder in self.possible] != [one.body]

    @property
    def verified(self) -> bool:
        """Whether sources confirm every event on the way."""
        if self.succession is not None:
            return self.succession.verified
        one = self.responsible.group
        return one is None or all(step.verified for step in one.followed_by)

    def names(self, locale: Locale = "vi") -> tuple[str, ...]:
        """Give the names of that day; those of all that are possible where it is not certain."""
        if self.succession is not None:
            found = (holder.body.text(locale) for holder in self.possible)
        else:
            found = (self._named(group, locale) for group in self.groups)
        return tuple(dict.fromkeys(found))

    def text(self, locale: Locale = "vi") -> str:
        """Say who it is, or who it may be, or that the name tells nothing."""
        names = self.names(locale)
        if self.determined:
            return ", ".join(names)
        unknown = "chưa xác định" if locale == "vi" else "undetermined"
        return f"{unknown} ({' / '.join(names)})" if names else f"{self.responsible.name}?"

    def to_dict(self) -> dict[str, Any]:
        """Give the answer as plain JSON data."""
        return {
            "name": self.responsible.name,
            "as_of": self.as_of.isoformat(),
            "determined": self.determined,
            "changed": self.changed,
            "verified": self.verified,
            "vi": list(self.names("vi")),
            "en": list(self.names("en")),
            "groups": [group.id for group in self.groups],
            "possible": [holder.to_dict() for holder in self.possible],
            "missing": [] if self.succession is None else list(self.succession.missing),
            "problems": [problem.to_dict() for problem in self.problems],
        }

    def __repr__(self) -> str:
        return f"Heir({self.responsible.name!r}, {self.as_of}, {self.text()!r})"

    def _named(self, group: BodyClass, locale: Locale) -> str:
        """Name a group with its province where that is no longer the one of the plan."""
        name = group.text(locale)
        levels = {body.level for body in group.members or () if body.placed}
        if self.former is None or self.territory is None or not levels:
            return name
        if levels & {"province", "unit"}:
            mark = " " if locale == "vi" else ", "
            return f"{name}{mark}{self.territory.text(locale)}"
        # Those of the merged province are more than those that the plan speaks of.
        before = self.former.text(locale)
        end = self.former.existed.end
        if locale == "en" or end is None:
            return f"{name} (in former {before})"
        return f"{name} (địa bàn {before} đến hết ngày {format_date(end)})"


def heir(plan: Plan, name: str | Responsible, as_of: date, task: Text | str | None = None) -> Heir:
    """Tell who stands on a day for what a plan names, for the function that a task tells of.

    `task` is the text of a target or task, or the identifier of a function; where functions of a
    body parted and the text names none of them, the answer is undetermined and lists all. After a
    merger of provinces the heir is the body of the merged province.

    Raises:
        InputError: `date.not_a_day` where `as_of` is no day of the calendar.

    >>> from dantoc_policy.plans.library import plans
    >>> plan, day = plans.get("thai-nguyen-2021"), date(2025, 8, 1)
    >>> heir(plan, "Sở LĐTBXH", day, "giảm tỷ lệ hộ nghèo").text()
    'Sở Nông nghiệp và Môi trường tỉnh Thái Nguyên'
    >>> heir(plan, "Sở LĐTBXH", day).determined
    False
    """
    check_day(as_of)
    one = responsible(plan, name) if isinstance(name, str) else name
    first, now = territory_of(plan, plan.issued), territory_of(plan, as_of)
    found = Heir(
        responsible=one,
        as_of=as_of,
        territory=now,
        former=first if first != now else None,
        problems=one.problems,
    )
    if one.group is not None:
        return evolve(found, groups=tuple(dict.fromkeys(_followed(one.group, as_of))))
    if one.body is None:
        return found
    text = task.vi if isinstance(task, Text) else task or ""
    single = text not in bodies.functions and len(text.split()) <= 1
    # One word alone would have to be the name of a function.
    asked = bodies.find_functions(text) if single else text
    try:
        succession = bodies.successor(one.body, as_of, asked, since=plan.issued)
    except PolicyError as error:
        problem = evolve(error.problem, severity="warning")
        return evolve(found, problems=(*one.problems, problem))
    return evolve(found, succession=succession)


def _followed(group: BodyClass, as_of: date) -> list[BodyClass]:
    """Give a group, or where it has no members on a day any more, those that followed it."""
    if group.members is None or group.at(as_of):
        return [group]
    later = (bodies.classes[step.id] for step in group.followed_by if step.on <= as_of)
    return [found for next_one in later for found in _followed(next_one, as_of)]
