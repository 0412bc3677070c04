"""Sharing money out by points, so that the shares add up to the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.plans.weights import Weights
from dantoc_policy.values.money import Money

_MILLION = Money.million(1)


@frozen(kw_only=True)
class Claim:
    """A commune, or another receiver, with what it counts for.

    `groups` are the kinds of commune that it belongs to: it takes the points of one of them only,
    the highest. `counts` are things of which each counts, such as especially difficult villages.
    `receiver` is the province, or whoever gets the money of several claims.
    """

    name: str
    groups: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(factory=dict)
    receiver: str | None = None


@frozen(kw_only=True)
class Share:
    """What one claim gets: its points, the group that it took them from, its money."""

    claim: Claim
    points: Fraction
    group: str | None
    money: Money

    def to_dict(self) -> dict[str, Any]:
        """Give the share as plain JSON data."""
        return {
            "name": self.claim.name,
            "receiver": self.claim.receiver,
            "points": float(self.points),
            "group": self.group,
            "vnd": self.money.vnd,
        }


@frozen(kw_only=True)
class Allocation:
    """The shares of a sum, in the order of the claims.

    `official` is False while a weight that was used is unverified, or the decision has open
    points; `problems` then say which. Such a result is an illustration.
    """

    total: Money
    document: str
    shares: tuple[Share, ...]
    problems: tuple[Problem, ...]

    @property
    def official(self) -> bool:
        """Whether all that the result rests on is verified."""
        return not self.problems

    def by_receiver(self) -> dict[str, Money]:
        """Give the sums of each receiver, which also add up to the whole."""
        sums: dict[str, Money] = {}
        for share in self.shares:
            key = share.claim.receiver or share.claim.name
            sums[key] = sums.get(key, Money(0)) + share.money
        return sums

    def to_dict(self) -> dict[str, Any]:
        """Give the allocation as plain JSON data."""
        return {
            "total_vnd": self.total.vnd,
            "document": self.document,
            "official": self.official,
            "shares": [share.to_dict() for share in self.shares],
            "problems": [problem.to_dict() for problem in self.problems],
        }


def allocate(
    total: Money, claims: Sequence[Claim], points: Weights, *, rounding: Money = _MILLION
) -> Allocation:
    """Share a sum out by points, in whole units of `rounding`, by the largest remainder.

    What does not make a whole unit goes to the claim with most points.

    Raises:
        InputError: `allocation.unknown_criterion`; `allocation.no_points` where a criterion that
            is used has no known points; `allocation.nothing_to_share` where no claim has any.

    >>> from dantoc_policy.plans.weights import weights
    >>> found = allocate(
    ...     Money.billion(1),
    ...     [
    ...         Claim(name="A", groups=("zone-3-commune", "border-commune")),
    ...         Claim(name="B", groups=("zone-1-commune",), counts={"difficult-village": 3}),
    ...     ],
    ...     weights("16/2026/QĐ-TTg"),
    ... )
    >>> [(str(share.points), share.money.text()) for share in found.shares], found.official
    ([('50', '602.000.000 đồng'), ('33', '398.000.000 đồng')], False)
    """
    if total.vnd < 0 or rounding.vnd <= 0:
        raise InputError.of(
            "money.negative",
            vi="số tiền phải không âm, đơn vị làm tròn phải dương.",
            en="the sum must not be negative, and the unit of rounding must be positive.",
        )
    scored = [_points(claim, points) for claim in claims]
    values = [value for _, value in scored]
    if not any(values):
        raise InputError.of(
            "allocation.nothing_to_share",
            vi="không có đơn vị nào có điểm.",
            en="no claim has any points.",
        )
    units, rest = divmod(total.vnd, rounding.vnd)
    parts = [part.vnd * rounding.vnd for part in Money(units).split(values)]
    parts[max(range(len(values)), key=values.__getitem__)] += rest
    return Allocation(
        total=total,
        document=points.document,
        shares=tuple(
            Share(claim=claim, points=value, group=group, money=Money(vnd))
            for claim, (group, value), vnd in zip(claims, scored, parts, strict=True)
        ),
        problems=_doubts(claims, points),
    )


def _points(claim: Claim, points: Weights) -> tuple[str | None, Fraction]:
    groups = {key: _known(points, key) for key in claim.groups}
    # The first of equal ones, so that the order of the claim decides what is named.
    best = max(groups, key=groups.__getitem__, default=None)
    total = groups[best] if best else Fraction(0)
    for key, count in claim.counts.items():
        if type(count) is not int:
            raise InputError.of(
                "number.not_whole",
                place=f"{claim.name}: {key}",
                vi=f"phải là số nguyên ({count!r}).",
                en=f"must be a whole number ({count!r}).",
            )
        if count < 0:
            raise InputError.of(
                "number.negative",
                place=f"{claim.name}: {key}",
                vi=f"là số âm ({count}).",
                en=f"is negative ({count}).",
            )
        total += _known(points, key) * count
    return best, total


def _known(points: Weights, key: str) -> Fraction:
    found = points.get(key).points
    if found is None:
        raise InputError.of(
            "allocation.no_points",
            place=key,
            vi=f"chưa có điểm của tiêu chí này trong {points.document}.",
            en=f"the points of this criterion of {points.document} are not known.",
            mend_vi="Nạp điểm của mình bằng own_weights(...).",
            mend_en="Load your own points with own_weights(...).",
        )
    return found


def _doubts(claims: Sequence[Claim], points: Weights) -> tuple[Problem, ...]:
    used = dict.fromkeys(key for claim in claims for key in (*claim.groups, *claim.counts))
    criteria = [points.get(key) for key in used]
    found = [
        Problem(
            code="allocation.unverified",
            severity="warning",
            place=criterion.id,
            vi=f"điểm của “{criterion.name.vi}” chưa được kiểm chứng; kết quả chỉ để minh họa.",
            en=f"the points of “{criterion.name.en}” are not verified; this is an illustration.",
        )
        for criterion in criteria
        if not criterion.verified
    ]
    found += [
        Problem(
            code="allocation.open",
            severity="warning",
            place=points.document,
            vi=f"chưa rõ: {doubt.vi}; kết quả chỉ để minh họa.",
            en=f"not known: {doubt.en}; this is an illustration.",
        )
        for doubt in points.doubts
    ]
    return tuple(found)
