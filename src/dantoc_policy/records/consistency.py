"""Whether the figures of a record agree with each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from dantoc_policy.errors import Problem
from dantoc_policy.records.fields import Known
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.fact import rounding

if TYPE_CHECKING:
    from dantoc_policy.records.record import Record


def broken_relations(record: Record) -> Iterator[Problem]:
    """Give a problem for each relation that the known figures cannot keep."""
    values = record.__dict__
    for relation in record.relations():
        if all(values[name] is None for _, name in relation.terms):
            continue
        total: int | Fraction = 0
        strict = False
        for factor, name in relation.terms:
            value = _known(record, name)
            # An unknown part may be nothing; an unknown whole may be anything.
            bound = 0 if value is None and factor < 0 else value
            edge = None if bound is None else _edge(bound, up=factor > 0)
            if edge is None:
                break
            total += factor * edge
            strict = strict or _open(bound, up=factor > 0)
        else:
            if total < 0 or (strict and total == 0):
                figures = "; ".join(
                    f"{name} = {value}"
                    for _, name in relation.terms
                    if (value := _known(record, name)) is not None
                )
                yield Problem(
                    code="facts.inconsistent",
                    place=next(name for factor, name in relation.terms if factor < 0),
                    vi=f"số liệu mâu thuẫn: {relation.text.vi} ({figures}).",
                    en=f"inconsistent figures: must be {relation.text.en} ({figures}).",
                    mend_vi="Kiểm tra lại hai số; để trống số chưa chắc chắn.",
                    mend_en="Check the figures; leave the doubtful one empty.",
                )


def _edge(value: Known, *, up: bool) -> int | Fraction | None:
    """Give the largest (or smallest) number that a known value can be; None is no limit."""
    if isinstance(value, int):
        return value
    if isinstance(value, Bounds):
        edge = value.high if up else value.low or 0
        return None if edge is None else Fraction(edge)
    return Fraction(value)


def _open(value: object, *, up: bool) -> bool:
    """Say whether the largest (or smallest) number is just not reached."""
    return isinstance(value, Bounds) and (value.high_open if up else value.low_open)


def _known(record: Record, name: str) -> Known | None:
    """Give a figure, or the bounds that a stated percentage of a known whole puts on it."""
    value: Known | None = getattr(record, name)
    if value is not None:
        return value
    for alias, whole_name in _told_by(type(record)).get(name, ()):
        stated: Known | None = getattr(record, alias)
        whole: Known | None = getattr(record, whole_name)
        if isinstance(stated, int | Decimal) and isinstance(whole, int | Decimal):
            one, slack = Fraction(whole) / 100, rounding(stated)
            half = Fraction(record.facts()[name].unit.whole, 2)
            low = max(Fraction(0), (Fraction(stated) - slack) * one - half)
            return Bounds(low, (Fraction(stated) + slack) * one + half)
    return None


@cache
def _told_by(model: type[Record]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Give for each part the percentages that tell of it alone, with their whole."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for alias, info in model.facts().items():
        if info.share_of and len(info.share_of.parts) == 1:
            (part,) = info.share_of.parts
            found[part] = (*found.get(part, ()), (alias, info.share_of.whole))
    return found


def disagreeing_shares(record: Record) -> Iterator[Problem]:
    """Give a problem for each stated percentage that others or the counts contradict."""
    yield from _larger_parts(record)
    for name, info in record.facts().items():
        if info.share_of is None or (stated := getattr(record, name)) is None:
            continue
        whole = getattr(record, info.share_of.whole)
        parts = [getattr(record, part) for part in info.share_of.parts]
        if not whole or not all(isinstance(part, int | Decimal) for part in [*parts, whole]):
            continue
        computed = 100 * Fraction(sum(parts)) / Fraction(whole)
        if isinstance(stated, Bounds):
            agrees = stated.admits(computed)
        else:
            agrees = abs(computed - Fraction(stated)) <= rounding(stated)
        if not agrees:
            counts = " + ".join(str(part) for part in parts)
            yield Problem(
                code="share.disagrees",
                place=name,
                vi=f"tỷ lệ đã ghi {stated}% không khớp số đếm: {counts} / {whole} = "
                f"{float(computed):.4g}%.",
                en=f"the stated {stated} % disagrees with the counts: {counts} / {whole} = "
                f"{float(computed):.4g} %.",
                mend_vi="Giữ số đếm và bỏ tỷ lệ, hoặc sửa số đếm.",
                mend_en="Keep the counts and drop the percentage, or mend the counts.",
            )


def _larger_parts(record: Record) -> Iterator[Problem]:
    """Find a stated share that is larger than the share it is a part of."""
    stated = {
        name: (info.share_of, value)
        for name, info in record.facts().items()
        if info.share_of and isinstance(value := getattr(record, name), Decimal)
    }
    for name, (share, value) in stated.items():
        for other, (larger, limit) in stated.items():
            inside = share.whole == larger.whole and set(share.parts) < set(larger.parts)
            if inside and Fraction(value - limit) > rounding(value) + rounding(limit):
                yield Problem(
                    code="facts.inconsistent",
                    place=name,
                    vi=f"tỷ lệ {name} = {value}% lớn hơn {other} = {limit}% mà nó là một phần.",
                    en=f"the share {name} = {value} % is larger than {other} = {limit} %, of which "
                    "it is a part.",
                    mend_vi="Kiểm tra lại hai tỷ lệ.",
                    mend_en="Check the two percentages.",
                )
