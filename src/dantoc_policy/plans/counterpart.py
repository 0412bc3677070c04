"""How much a province has to add to central money."""

# pyright: reportUnnecessaryIsInstance=false
# Callers without a type checker get a clear error, too.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.errors import InputError, Problem
from dantoc_policy.values.money import Money

Row = Mapping[str, Any]


@frozen(kw_only=True)
class Counterpart:
    """The least local money beside central money; None where no rate is known.

    `problems` say that the rate is not verified, or what is missing.
    """

    central: Money
    rate: Fraction | None
    local: Money | None
    rule: str | None
    problems: tuple[Problem, ...]

    def is_kept_by(self, local: Money) -> bool | None:
        """Whether an amount is enough; None where the rate is not known."""
        return None if self.local is None else local >= self.local


def packaged_rates() -> Sequence[Row]:
    """Give the rates of phase I, which no source printed: a model that evidence supports."""
    rates: Sequence[Row] = load("programmes/counterpart")["rates"]
    return rates


def counterpart(
    central: Money,
    supplement_share: Fraction | None,
    *,
    self_balancing: bool = False,
    rates: Sequence[Row] | None = None,
) -> Counterpart:
    """Give the local money that has to stand beside central money of phase I (2021-2025).

    `supplement_share` is the balance supplement as a part of the province's budget, 0 to 1.
    `rates` are rows of the packaged form; the packaged ones are not verified.

    Raises:
        InputError: `share.out_of_range`; `share.float`, because 0.6 is not six tenths.

    >>> found = counterpart(Money.billion("17,89"), Fraction("0.6"))
    >>> found.local.text(), found.problems[0].code
    ('1,789 tỷ đồng', 'counterpart.unverified')
    >>> found.is_kept_by(Money.million(1788))
    False
    """
    if isinstance(supplement_share, float):
        raise InputError.of(
            "share.float",
            place="supplement_share",
            vi=f"{supplement_share!r} là số dấu phẩy động, không chính xác.",
            en=f"{supplement_share!r} is a float, which is not exact.",
            mend_vi='Cho Fraction("0.6").',
            mend_en='Give Fraction("0.6").',
        )
    if supplement_share is not None and not 0 <= supplement_share <= 1:
        raise InputError.of(
            "share.out_of_range",
            place="supplement_share",
            vi=f"{supplement_share} không nằm trong khoảng từ 0 đến 1.",
            en=f"{supplement_share} is not between 0 and 1.",
            mend_vi="Ghi 0,6 cho 60%.",
            mend_en="Give 0.6 for 60 %.",
        )
    row = next(
        (
            row
            for row in (packaged_rates() if rates is None else rates)
            if _holds(row, supplement_share, self_balancing=self_balancing)
        ),
        None,
    )
    given = None if row is None else row["min_local_over_central"]
    rate = None if given is None else Fraction(str(given))
    return Counterpart(
        central=central,
        rate=rate,
        # Not below the rate: a fraction of a đồng is rounded up.
        local=None if rate is None else central.times(rate, rounding="up"),
        rule=None if row is None else row["id"],
        problems=_problems(row, rate),
    )


def _holds(row: Row, share: Fraction | None, *, self_balancing: bool) -> bool:
    if row["self_balancing"] or self_balancing:
        return bool(row["self_balancing"]) is self_balancing
    if share is None:
        return False
    low, high = row["supplement_share_at_least"], row["supplement_share_below"]
    return (low is None or share >= Fraction(str(low))) and (
        high is None or share < Fraction(str(high))
    )


def _problems(row: Row | None, rate: Fraction | None) -> tuple[Problem, ...]:
    if rate is None:
        return (
            Problem(
                code="counterpart.unknown",
                severity="warning",
                vi="chưa có tỷ lệ vốn đối ứng cho trường hợp này.",
                en="the rate of local money in this case is not known.",
                mend_vi="Nêu tỷ lệ bổ sung cân đối, hoặc nạp tỷ lệ bằng rates=...",
                mend_en="Give the share of the balance supplement, or your own rates=...",
            ),
        )
    if row is not None and not row.get("verified"):
        return (
            Problem(
                code="counterpart.unverified",
                severity="warning",
                place=str(row["id"]),
                vi="tỷ lệ vốn đối ứng chưa được kiểm chứng; kết quả chỉ để minh họa.",
                en="the rate of local money is not verified; this is an illustration.",
            ),
        )
    return ()
