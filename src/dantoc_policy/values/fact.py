"""What a record says about one of its facts, and how facts hang together."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from dantoc_policy.values.text import Text
from dantoc_policy.values.unit import Unit


@frozen(kw_only=True)
class ShareOf:
    """Says that a percentage fact is the share of some counts in a whole.

    `parts` are added up: the share of poor and near-poor households has two of them.
    """

    parts: tuple[str, ...]
    whole: str


@frozen(kw_only=True)
class FactInfo:
    """Unit, names and place of one fact of a record; the rule language reads it.

    `lever` says that an action can change the fact (a poor household leaves poverty; a
    mountain stays), so that only levers are proposed as changes unless a cost is given.
    `headings` are the column titles that officials use for it.
    """

    unit: Unit
    label: Text
    part_of: str | None = None
    share_of: ShareOf | None = None
    lever: bool = False
    headings: tuple[str, ...] = ()


@frozen
class Relation:
    """A linear relation that consistent figures keep: the sum of `terms` is at least zero.

    `terms` pairs a whole-number factor with a fact's name; facts of one relation share a unit.

    >>> Relation(((1, "households"), (-1, "poor_households")), Text("hộ nghèo <= hộ", "..."))
    ... # doctest: +ELLIPSIS
    Relation(terms=((1, 'households'), (-1, 'poor_households')), ...)
    """

    terms: tuple[tuple[int, str], ...]
    text: Text


def part_of(part: str, whole: str) -> Relation:
    """Say that a part is at most its whole."""
    return Relation(
        ((1, whole), (-1, part)), Text(f"{part} không được lớn hơn {whole}", f"{part} <= {whole}")
    )


def parts_of(parts: tuple[str, ...], whole: str) -> Relation:
    """Say that parts which exclude each other are together at most the whole."""
    total = " + ".join(parts)
    return Relation(
        ((1, whole), *((-1, part) for part in parts)),
        Text(f"{total} không được lớn hơn {whole}", f"{total} <= {whole}"),
    )


def overlap_of(common: str, one: str, other: str, whole: str) -> Relation:
    """Say that two parts which together exceed the whole have at least the excess in common."""
    return Relation(
        ((1, common), (1, whole), (-1, one), (-1, other)),
        Text(
            f"{common} phải ít nhất bằng {one} + {other} - {whole}",
            f"{common} >= {one} + {other} - {whole}",
        ),
    )


def rounding(percent: object) -> Fraction:
    """Give half a unit of the last printed digit of a percentage, in points.

    >>> rounding(Decimal("15.1"))
    Fraction(1, 20)
    """
    if not isinstance(percent, Decimal):
        return Fraction(1, 2)
    exponent = percent.as_tuple().exponent
    return Fraction(1, 2) * Fraction(10) ** (exponent if isinstance(exponent, int) else 0)
