"""Where documents contradict themselves, or each other, about one target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen

from dantoc_policy.errors import Locale
from dantoc_policy.plans.fields import plain_amount
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.target import WITHOUT_VALUE, Basis, Comparator, Force, Statement, Target
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit

_COMPARED = (
    *("population", "comparator", "basis", "value", "value_high", "unit", "due_year"),
    "force",
)
FIELDS: Mapping[str, Text] = {
    "indicator": Text("nội dung", "what is measured"),
    "population": Text("đối tượng", "population"),
    "comparator": Text("mức độ ràng buộc", "how it binds"),
    "basis": Text("cách tính", "way of counting"),
    "value": Text("giá trị", "value"),
    "value_high": Text("cận trên", "upper value"),
    "unit": Text("đơn vị", "unit"),
    "due_year": Text("năm đến hạn", "due year"),
    "force": Text("mức quyết tâm", "how strongly it is worded"),
}


@frozen(kw_only=True)
class Saying:
    """What one place of one document says of a target."""

    plan: str
    target: str
    section: str | None
    line: int | None
    indicator: str
    population: str
    comparator: Comparator
    basis: Basis
    value: Fraction | None
    value_high: Fraction | None
    unit: Unit | None
    due_year: int
    force: Force
    gist: Text

    @classmethod
    def of(cls, plan: Plan, target: Target) -> Saying:
        """Give what the target itself says."""
        return cls(
            plan=plan.id,
            target=target.id,
            section=target.section,
            line=target.line,
            indicator=target.indicator,
            population=plan.population(target).id,
            comparator=target.comparator,
            basis=target.basis,
            value=target.value,
            value_high=target.value_high,
            unit=target.unit,
            due_year=plan.due_year(target),
            force=target.force,
            gist=target.gist,
        )

    def again(self, said: Statement) -> Saying:
        """Give what another place of the same document says; what it leaves out agrees."""
        names = ("indicator", *_COMPARED, "gist")
        changed = {name: getattr(said, name) for name in names}
        kept = {name: value for name, value in changed.items() if value is not None}
        if said.comparator in WITHOUT_VALUE:  # where no figure is named, that of elsewhere is not
            kept |= {"basis": Basis.LEVEL, "value": None, "value_high": None, "unit": None}
        elif said.comparator not in (None, Comparator.RANGE):
            kept["value_high"] = None
        return evolve(self, section=said.section, line=said.line, **kept)

    def to_dict(self) -> dict[str, Any]:
        """Give the statement as plain JSON data."""
        return {
            "plan": self.plan,
            "target": self.target,
            "section": self.section,
            "source_line": self.line,
            "indicator": self.indicator,
            "population": self.population,
            "comparator": self.comparator.value,
            "basis": self.basis.value,
            "value": plain_amount(self.value),
            "value_high": plain_amount(self.value_high),
            "unit": self.unit and self.unit.value,
            "due_year": self.due_year,
            "force": self.force.value,
            "gist_vi": self.gist.vi,
            "gist_en": self.gist.en,
        }


@frozen(kw_only=True)
class Conflict:
    """Statements about one indicator and one year that do not say the same.

    `fields` names in what they differ; `within` is True inside one document.
    """

    indicator: str
    due_year: int
    within: bool
    fields: tuple[str, ...]
    sayings: tuple[Saying, ...]

    def text(self, locale: Locale = "vi") -> str:
        """Say in what they differ."""
        names = ", ".join(FIELDS[name].get(locale) for name in self.fields)
        head = "khác nhau về" if locale == "vi" else "they differ in"
        lines = "; ".join(
            f"{saying.plan} {saying.section or ''}: {saying.gist.get(locale)}"
            for saying in self.sayings
        )
        return f"{self.indicator} ({self.due_year}) {head} {names}: {lines}"

    def to_dict(self) -> dict[str, Any]:
        """Give the conflict as plain JSON data."""
        return {
            "indicator": self.indicator,
            "due_year": self.due_year,
            "within": self.within,
            "fields": list(self.fields),
            "sayings": [saying.to_dict() for saying in self.sayings],
        }


def sayings(plan: Plan) -> Iterator[tuple[Saying, ...]]:
    """Give for each target all places of the document that state it."""
    for target in plan.targets:
        first = Saying.of(plan, target)
        yield (first, *(first.again(said) for said in target.also))


def contradictions(plan: Plan) -> tuple[Conflict, ...]:
    """Give where a document states one target in two ways, such as body against appendix.

    >>> from dantoc_policy.plans.library import plans
    >>> found = contradictions(plans.get("thai-nguyen-2021"))
    >>> [conflict.fields for conflict in found if conflict.indicator == "minority-income"]
    [('indicator', 'population', 'comparator', 'force')]
    """
    groups = (*sayings(plan), *_alike(plan))
    found = (_conflict(group, within=True) for group in groups)
    return tuple(conflict for conflict in found if conflict)


def _alike(plan: Plan) -> Iterator[tuple[Saying, ...]]:
    """Give targets of one indicator, population, year and way of counting: they should be one."""
    groups: dict[tuple[str, str, int, Basis], list[Saying]] = {}
    for target in plan.targets:
        if target.comparator in WITHOUT_VALUE:
            continue
        saying = Saying.of(plan, target)
        key = (saying.indicator, saying.population, saying.due_year, saying.basis)
        groups.setdefault(key, []).append(saying)
    yield from (tuple(group) for group in groups.values() if len(group) > 1)


def conflicts_between(plans: Sequence[Plan]) -> tuple[Conflict, ...]:
    """Give the indicators of which several documents state unlike targets for one year.

    Which of them binds is not decided here: that follows from the rank and the dates of the
    documents.
    """
    found = (_conflict(group, within=False) for group in by_aim(plans))
    return tuple(conflict for conflict in found if conflict)


def by_aim(plans: Sequence[Plan]) -> Iterator[tuple[Saying, ...]]:
    """Give what several documents say of one indicator for one year, where at least two do."""
    groups: dict[tuple[str, int], list[Saying]] = {}
    for plan in plans:
        for target in plan.targets:
            saying = Saying.of(plan, target)
            groups.setdefault((saying.indicator, saying.due_year), []).append(saying)
    for group in groups.values():
        if len({saying.plan for saying in group}) > 1:
            yield tuple(group)


def _conflict(group: Iterable[Saying], *, within: bool) -> Conflict | None:
    said = tuple(group)
    names = ("indicator", *_COMPARED)
    fields = tuple(name for name in names if len({getattr(saying, name) for saying in said}) > 1)
    if not fields:
        return None
    return Conflict(
        indicator=said[0].indicator,
        due_year=said[0].due_year,
        within=within,
        fields=fields,
        sayings=said,
    )
