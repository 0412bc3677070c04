"""Two plans side by side: which targets ask for more, for less, for the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from dantoc_policy.errors import Locale
from dantoc_policy.plans.aim import Aim
from dantoc_policy.plans.plan import Plan
from dantoc_policy.plans.strength import Comparison, Strength, compared
from dantoc_policy.plans.target import Target
from dantoc_policy.values.text import Text


@frozen(kw_only=True)
class Pair:
    """A target of one plan beside the nearest one of the other; None where there is none."""

    indicator: str
    ours: Target | None
    theirs: Target | None
    strength: Strength | None
    reasons: tuple[Text, ...] = ()

    def text(self, locale: Locale = "vi") -> str:
        """Say how ours stands to theirs."""
        vi = locale == "vi"
        if self.ours is None or self.theirs is None or self.strength is None:
            here = self.ours is not None
            words = ("chỉ có ở đây", "only here") if here else ("chỉ có ở kia", "only there")
            return words[0 if vi else 1]
        why = "; ".join(reason.get(locale) for reason in self.reasons)
        return f"{self.strength.text.get(locale)}: {why}" if why else self.strength.text.get(locale)

    def to_dict(self) -> dict[str, Any]:
        """Give the pair as plain JSON data."""
        return {
            "indicator": self.indicator,
            "ours": self.ours and self.ours.id,
            "theirs": self.theirs and self.theirs.id,
            "strength": self.strength and self.strength.value,
            "reasons_vi": [reason.vi for reason in self.reasons],
            "reasons_en": [reason.en for reason in self.reasons],
        }


@frozen(kw_only=True)
class PlanComparison:
    """All targets of two plans, aligned by what they measure.

    Walks over its pairs, in the order of the first plan; what only the other has comes last.
    """

    plan: Plan
    other: Plan
    pairs: tuple[Pair, ...]

    def __iter__(self) -> Iterator[Pair]:
        return iter(self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def of(self, strength: Strength | str) -> tuple[Pair, ...]:
        """Give the pairs of one relation."""
        return tuple(pair for pair in self.pairs if pair.strength == strength)

    def to_dict(self) -> dict[str, Any]:
        """Give the comparison as plain JSON data."""
        return {
            "plan": self.plan.id,
            "other": self.other.id,
            "pairs": [pair.to_dict() for pair in self.pairs],
        }


def compare(plan: Plan, other: Plan) -> PlanComparison:
    """Put each target of a plan beside the nearest target of another, and say which asks for more.

    Targets meet that measure the same indicator; nearest is the one of the same population, year
    and way of counting. Where these differ the pair is not comparable, and `reasons` say why.

    >>> from dantoc_policy.plans.library import plans
    >>> found = compare(plans.get("bac-kan-2020"), plans.get("national-2021"))
    >>> {pair.strength for pair in found} >= {Strength.STRONGER, Strength.EQUAL}
    True
    """
    theirs: dict[str, list[Aim]] = {}
    for found in (Aim.of(target, other) for target in other.targets):
        theirs.setdefault(found.indicator.id, []).append(found)
    met: set[str] = set()
    pairs = []
    for target in plan.targets:
        aim = Aim.of(target, plan)
        near = theirs.get(aim.indicator.id)
        if not near:
            pairs.append(_alone(aim, here=True))
            continue
        best = min(near, key=lambda found: _distance(aim, found))
        met.add(best.target.id)
        pairs.append(_pair(aim, best, compared(aim, best)))
    rest = (aim for held in theirs.values() for aim in held if aim.target.id not in met)
    pairs.extend(_alone(aim, here=False) for aim in rest)
    return PlanComparison(plan=plan, other=other, pairs=tuple(pairs))


def _distance(ours: Aim, theirs: Aim) -> tuple[bool, bool, bool, bool, int]:
    return (
        ours.target.is_measurable is not theirs.target.is_measurable,
        ours.population.id != theirs.population.id,
        ours.due_year != theirs.due_year,
        ours.target.basis is not theirs.target.basis,
        abs(ours.due_year - theirs.due_year),
    )


def _pair(ours: Aim, theirs: Aim, found: Comparison) -> Pair:
    return Pair(
        indicator=ours.indicator.id,
        ours=ours.target,
        theirs=theirs.target,
        strength=found.strength,
        reasons=found.reasons,
    )


def _alone(aim: Aim, *, here: bool) -> Pair:
    return Pair(
        indicator=aim.indicator.id,
        ours=aim.target if here else None,
        theirs=None if here else aim.target,
        strength=None,
    )
