"""Which of two targets asks for more, and why some pairs cannot be compared."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from dantoc_policy.plans.aim import Aim
from dantoc_policy.plans.indicator import Direction
from dantoc_policy.plans.target import WITHOUT_VALUE, Basis, Comparator
from dantoc_policy.plans.vocabulary import NOT_STATED
from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit


class Strength(StrEnum):
    """How the first of two targets stands to the second."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    EQUAL = "equal"
    NOT_COMPARABLE = "not_comparable"

    @property
    def text(self) -> Text:
        """The relation in words."""
        return _WORDS[self]


_WORDS = {
    Strength.STRONGER: Text("cao hơn", "stronger"),
    Strength.WEAKER: Text("thấp hơn", "weaker"),
    Strength.EQUAL: Text("bằng", "equal"),
    Strength.NOT_COMPARABLE: Text("không so sánh được", "not comparable"),
}
_OPPOSITE = {Strength.STRONGER: Strength.WEAKER, Strength.WEAKER: Strength.STRONGER}
_SHARES = {Unit.PERCENT: Fraction(1), Unit.TIMES: Fraction(100)}
# How tightly a word binds at one and the same value.
_TIGHTNESS = {
    Comparator.NEARLY: -2,
    Comparator.ABOUT: -1,
    Comparator.ABOVE: 1,
    Comparator.BELOW: 1,
}


@frozen
class Comparison:
    """The relation of two targets, with the reasons where there is none."""

    strength: Strength
    reasons: tuple[Text, ...] = ()


def compared(first: Aim, second: Aim) -> Comparison:
    """Compare two targets of the same indicator: population, year, basis and unit come first.

    "Each year more than 3" asks for more than "3 a year on average": every year implies the
    average, and not the other way round. A level that is due earlier, and is no lower, asks for
    more. `reasons` of targets that can be compared say what else there is to see.
    """
    same_day = first.due_year == second.due_year
    both_none = same_day and _none_left(first) and _none_left(second)
    if both_none and not _differences(first, second, [Basis.LEVEL]):
        return Comparison(Strength.EQUAL, _cautions(first, second))
    bases = [first.target.basis, second.target.basis]
    reasons = (*_differences(first, second, bases), *_without_order(first, second))
    if reasons:
        return Comparison(Strength.NOT_COMPARABLE, reasons)
    if first.due_year != second.due_year:
        return _earlier(first, second)
    if first.target.basis is not second.target.basis:
        return _year_against_average(first, second)
    return Comparison(_by_value(first, second), _cautions(first, second))


def _none_left(aim: Aim) -> bool:
    """Whether a target asks that nothing be left: 0 of it, or a cut by 100 %."""
    target = aim.target
    if aim.indicator.direction is not Direction.DOWN or target.comparator is not Comparator.REACH:
        return False
    wanted = {Basis.LEVEL: 0, Basis.PERCENT_OF_BASELINE: 100}.get(target.basis)
    return wanted is not None and target.value == wanted


def _differences(first: Aim, second: Aim, counted: Sequence[Basis]) -> list[Text]:
    found = []
    bases = set(counted)
    if first.population.id != second.population.id:
        ours, theirs = first.population.name, second.population.name
        found.append(
            Text(
                f"khác đối tượng: {ours.vi} và {theirs.vi}",
                f"unlike populations: {ours.en} and {theirs.en}",
            )
        )
    if first.due_year != second.due_year and bases != {Basis.LEVEL}:
        found.append(_unlike_years(first, second))
    if len(bases) > 1 and bases != {Basis.EACH_YEAR, Basis.YEARLY_AVERAGE}:
        both = f"{first.target.basis.value}, {second.target.basis.value}"
        found.append(Text(f"khác cách tính: {both}", f"counted in unlike ways: {both}"))
    elif bases != {Basis.LEVEL} and first.baseline_year != second.baseline_year:
        years = f"{first.baseline_year}, {second.baseline_year}"
        found.append(Text(f"khác năm gốc: {years}", f"unlike baseline years: {years}"))
    return found


def _unlike_years(first: Aim, second: Aim) -> Text:
    years = f"{first.due_year}, {second.due_year}"
    return Text(f"khác năm đến hạn: {years}", f"due in unlike years: {years}")


def _cautions(first: Aim, second: Aim) -> tuple[Text, ...]:
    """Give what makes the comparison less certain: a measure that one of the two names."""
    found = []
    if first.population.id == second.population.id == NOT_STATED:
        found.append(Text("cả hai không nêu đối tượng", "neither says of whom"))
    ours, theirs = first.target.standard, second.target.standard
    if ours == theirs:
        return tuple(found)
    vi = " / ".join(side.vi if side else "không nêu" for side in (ours, theirs))
    en = " / ".join(side.en if side else "not said" for side in (ours, theirs))
    return (*found, Text(f"khác chuẩn: {vi}", f"by unlike standards: {en}"))


def _earlier(first: Aim, second: Aim) -> Comparison:
    """Compare levels that are due in unlike years."""
    if first.due_year > second.due_year:
        turned = _earlier(second, first)
        return Comparison(_OPPOSITE.get(turned.strength, turned.strength), turned.reasons)
    if _place(first) < _place(second):
        return Comparison(Strength.NOT_COMPARABLE, (_unlike_years(first, second),))
    by = f"{first.due_year} < {second.due_year}"
    earlier = Text(f"đến hạn sớm hơn: {by}", f"due earlier: {by}")
    return Comparison(Strength.STRONGER, (earlier, *_cautions(first, second)))


def _without_order(first: Aim, second: Aim) -> list[Text]:
    sides = (first.target, second.target)
    without = [target for target in sides if target.comparator in WITHOUT_VALUE]
    if len(without) == len(sides):
        return [Text("cả hai không nêu số", "neither has a figure")]
    if without:
        return [Text("có chỉ tiêu không nêu số", "one of them has no figure")]
    units = {target.unit for target in sides}
    if len(units) > 1 and not units <= set(_SHARES):
        both = ", ".join(sorted(unit.value for unit in units if unit))
        return [Text(f"khác đơn vị: {both}", f"unlike units: {both}")]
    if first.larger_is_better is not second.larger_is_better:
        return [Text("một bên là mức sàn, một bên là mức trần", "one is a floor, the other a cap")]
    if first.larger_is_better is None:
        return [Text("không rõ chiều nào tốt hơn", "it is not known which way is better")]
    return []


def _place(aim: Aim) -> tuple[Fraction, int]:
    """Give where a target stands, larger asking for more."""
    target = aim.target
    scale = _SHARES.get(target.unit, Fraction(1)) if target.unit else Fraction(1)
    tight = _TIGHTNESS.get(target.comparator, 0)
    value = aim.goal * scale
    return (-value if aim.larger_is_better is False else value), tight


def _by_value(first: Aim, second: Aim) -> Strength:
    ours, theirs = _place(first), _place(second)
    if ours == theirs:
        return Strength.EQUAL
    return Strength.STRONGER if ours > theirs else Strength.WEAKER


def _year_against_average(first: Aim, second: Aim) -> Comparison:
    if first.target.basis is Basis.YEARLY_AVERAGE:
        turned = _year_against_average(second, first)
        return Comparison(_OPPOSITE.get(turned.strength, turned.strength), turned.reasons)
    if _place(first) >= _place(second):
        return Comparison(Strength.STRONGER, _cautions(first, second))
    return Comparison(
        Strength.NOT_COMPARABLE,
        (
            Text(
                "một bên tính từng năm, một bên tính bình quân với mức cao hơn",
                "one holds for every year, the other is a higher average",
            ),
        ),
    )
