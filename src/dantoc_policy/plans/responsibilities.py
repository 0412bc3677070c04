"""Who is responsible for what in a plan, how much each body has to do, and what is left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from attrs import field, frozen

from dantoc_policy.errors import Locale, Problem
from dantoc_policy.plans.duty import ROLES, Duty, Kind, Role, duties_of
from dantoc_policy.plans.heir import Heir, heir
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.responsible import Responsible
from dantoc_policy.plans.target import Target
from dantoc_policy.values.calendar_dates import check_day
from dantoc_policy.values.text import Text

FIRST_COLUMNS = ("kind", "id", "gist_vi", "gist_en", "section", "source_line")


def _name(one: Responsible) -> str:
    return repr(one.name)


def _text(one: Heir) -> str:
    return repr(one.text())


@frozen(kw_only=True)
class Load:
    """How much a plan gives one body to do, under all the names that the plan has for it.

    `leads` and `coordinating` count targets, `tasks` those that it leads or coordinates, `reports`
    those that it writes or receives.
    """

    who: Responsible = field(repr=_name)
    names: tuple[str, ...] = field(repr=False)
    leads: int
    coordinating: int
    tasks: int
    reports: int

    def to_dict(self) -> dict[str, Any]:
        """Give the load as plain JSON data."""
        return {
            "body": self.who.name,
            "body_id": self.who.key,
            "names": list(self.names),
            "leads": self.leads,
            "coordinating": self.coordinating,
            "tasks": self.tasks,
            "reports": self.reports,
        }


@frozen(kw_only=True)
class Doubled:
    """A target or task with more than one body in the lead."""

    kind: Kind
    of: str
    gist: Text
    leads: tuple[Responsible, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give it as plain JSON data."""
        leads = [one.name for one in self.leads]
        return {"kind": self.kind, "of": self.of, "leads": leads, "gist_vi": self.gist.vi}


@frozen(kw_only=True)
class Ended:
    """A duty of a body that is no longer there on a day, and who has the function since."""

    duty: Duty
    heir: Heir = field(repr=_text)

    def to_dict(self) -> dict[str, Any]:
        """Give it as plain JSON data."""
        return {**self.duty.to_dict(), "heir": self.heir.to_dict()}


@frozen(kw_only=True, slots=False)
class Responsibilities:
    """All duties of a plan, and what they come to.

    >>> from dantoc_policy.plans.library import plans
    >>> found = responsibilities(plans.get("thai-nguyen-2021"))
    >>> [(load.who.name, load.leads) for load in found.load[:2]]
    [('Sở Nội vụ', 7), ('Sở Giáo dục và Đào tạo', 4)]
    """

    plan: Plan = field(repr=False)
    duties: tuple[Duty, ...] = field(repr=False)

    @cached_property
    def bodies(self) -> tuple[Responsible, ...]:
        """The bodies that have duties, each once, under the name that comes first."""
        return tuple(duties[0].who for duties in self._by_body.values())

    @cached_property
    def load(self) -> tuple[Load, ...]:
        """How much each body has to do; those that lead on the most targets come first."""
        return tuple(sorted(map(_load, self._by_body.values()), key=_most_first))

    @cached_property
    def orphans(self) -> tuple[Target, ...]:
        """The targets that no body leads on; that a body leads on their parent does not count."""
        led = {duty.of for duty in self.duties if (duty.kind, duty.role) == ("target", "lead")}
        return tuple(target for target in self.plan.targets if target.id not in led)

    @property
    def doubled(self) -> tuple[Doubled, ...]:
        """The targets and tasks that more than one body leads on."""
        return tuple(
            Doubled(kind=first.kind, of=first.of, gist=first.gist, leads=leads)
            for first, leads in self._by_item("lead")
            if len(leads) > 1 and first.kind != "report"
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What does not hold: rows and targets without a lead, bodies in two roles, names."""
        from dantoc_policy.plans.responsibility_problems import problems_of

        return tuple(problems_of(self))

    def of(self, kind: Kind, key: str, role: Role) -> tuple[Responsible, ...]:
        """Give the bodies that have a role in one target, task or report."""
        return tuple(
            duty.who
            for duty in self.duties
            if (duty.kind, duty.of) == (kind, key) and duty.role == role
        )

    def ended(self, as_of: date) -> tuple[Ended, ...]:
        """Give the duties of bodies and groups that are not there on a day, with their heirs.

        The text of the target or task tells which function it is; where it does not, and the
        functions parted, the heir is undetermined and lists all.

        Raises:
            InputError: `date.not_a_day` where `as_of` is no day of the calendar.

        >>> from dantoc_policy.plans.library import plans
        >>> found = responsibilities(plans.get("thai-nguyen-2021")).ended(date(2025, 3, 1))
        >>> [one.heir.text("en") for one in found if one.duty.of == "poverty-rate-2025"]
        ['Department of Agriculture and Environment, Thái Nguyên']
        """
        check_day(as_of)
        return tuple(
            Ended(duty=duty, heir=heir(self.plan, duty.who, as_of, duty.gist))
            for duty in self.duties
            if _is_over(duty.who, as_of)
        )

    def rows(self) -> tuple[dict[str, Any], ...]:
        """Give each duty as one flat row: a body, what it has to do, in which role."""
        return tuple(duty.to_dict() for duty in self.duties)

    def matrix(self, locale: Locale = "vi") -> tuple[dict[str, Any], ...]:
        """Give one row for each target, task and report, with a column for each body.

        A cell holds the role of the body, several joined by commas, or None.
        """
        names = {one.key: one.name for one in self.bodies}
        held: dict[tuple[str, str], dict[str, str | None]] = {}
        for duty in self.duties:
            cells = held.setdefault((duty.kind, duty.of), {})
            name, role = names[duty.who.key], ROLES[duty.role].get(locale)
            before = cells.get(name)
            cells[name] = role if before is None else f"{before}, {role}"
        empty: dict[str, str | None] = dict.fromkeys(names.values())
        return tuple(
            {**dict(zip(FIRST_COLUMNS, item, strict=True)), **empty, **held.get(item[:2], {})}
            for item in _items(self.plan)
        )

    def to_dict(self) -> dict[str, Any]:
        """Give everything as plain JSON data."""
        return {
            "plan": self.plan.id,
            "bodies": [one.to_dict() for one in self.bodies],
            "duties": list(self.rows()),
            "load": [load.to_dict() for load in self.load],
            "orphans": [target.id for target in self.orphans],
            "doubled": [one.to_dict() for one in self.doubled],
            "problems": [problem.to_dict() for problem in self.problems],
        }

    @cached_property
    def _by_body(self) -> dict[str, list[Duty]]:
        found: dict[str, list[Duty]] = {}
        for duty in self.duties:
            found.setdefault(duty.who.key, []).append(duty)
        return found

    def _by_item(self, role: Role) -> Iterator[tuple[Duty, tuple[Responsible, ...]]]:
        held: dict[tuple[str, str], list[Duty]] = {}
        for duty in self.duties:
            if duty.role == role:
                held.setdefault((duty.kind, duty.of), []).append(duty)
        for found in held.values():
            yield found[0], tuple(duty.who for duty in found)


def responsibilities(plan: Plan) -> Responsibilities:
    """Give who is responsible for what in a plan.

    >>> from dantoc_policy.plans.library import plans
    >>> found = responsibilities(plans.get("bac-kan-2020"))
    >>> [duty.who.key for duty in found.duties if duty.of == "all-yearly-15-12"]
    ['group:co_quan_don_vi_lien_quan', 'ban_dan_toc/bac_kan', 'uy_ban_nhan_dan_tinh/bac_kan']
    """
    return Responsibilities(plan=plan, duties=duties_of(plan))


def _load(mine: Sequence[Duty]) -> Load:
    def count(kind: Kind, *roles: Role) -> int:
        return len({duty.of for duty in mine if duty.kind == kind and duty.role in roles})

    return Load(
        who=mine[0].who,
        names=tuple(dict.fromkeys(duty.who.name for duty in mine)),
        leads=count("target", "lead"),
        coordinating=count("target", "coordinating"),
        tasks=count("task", "lead", "coordinating"),
        reports=count("report", "reports", "receives"),
    )


def _most_first(load: Load) -> tuple[int, int]:
    return -load.leads, -load.coordinating - load.tasks


def _items(plan: Plan) -> Iterator[tuple[Any, ...]]:
    for kind, parts in (("target", plan.targets), ("task", plan.tasks), ("report", plan.reports)):
        for part in parts:
            yield kind, part.id, part.gist.vi, part.gist.en, part.section, part.line


def _is_over(one: Responsible, as_of: date) -> bool:
    if one.group is not None:
        return one.group.at(as_of) == () and bool(one.group.followed_by)
    return one.body is not None and not one.body.exists(as_of)
