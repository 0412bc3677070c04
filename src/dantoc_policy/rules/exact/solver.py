"""Whether linear inequalities over whole and real numbers can hold together, exactly.

The systems are small: a handful of counts, related by "at most its whole" and by shares. They
are solved by Fourier-Motzkin elimination; where that loses whole-number exactness, by the dark
shadow of Pugh's Omega test and, in what narrow room is left, by trying the values one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor, gcd
from typing import NamedTuple

# A variable with a wider range than this is not enumerated: the system then counts as solvable,
# which can only make an answer more careful. No system of the packaged rules comes near it.
_TRIES = 10_000


class Linear(NamedTuple):
    """The inequality `sum(factor * variable) + constant >= 0`, or `> 0` where strict."""

    factors: tuple[tuple[str, int], ...]
    constant: int
    strict: bool = False


def linear(
    factors: Mapping[str, int | Fraction], constant: int | Fraction, *, strict: bool = False
) -> Linear:
    """Build an inequality with whole-number factors from exact ones."""
    used = {name: factor for name, factor in factors.items() if factor}
    scale = 1
    for number in (*used.values(), constant):
        scale = scale * number.denominator // gcd(scale, number.denominator)
    return Linear(
        tuple(sorted((name, int(factor * scale)) for name, factor in used.items())),
        int(constant * scale),
        strict,
    )


def feasible(system: Iterable[Linear], whole: frozenset[str]) -> bool:
    """Say whether some values satisfy every inequality; variables in `whole` are integers."""
    tightened = _tighten(system, whole)
    if tightened is None:
        return False
    names = {name for item in tightened for name, _ in item.factors}
    if not names:
        return True
    # Real variables go first: their elimination is always exact.
    free = sorted(names - whole)
    name = free[0] if free else _easiest(tightened, names)
    lower, upper, rest = _split(tightened, name)
    exact = name not in whole or (
        all(_factor(item, name) == 1 for item in lower)
        or all(_factor(item, name) == -1 for item in upper)
    )
    shadow = [*rest, *(_combined(low, high, name) for low in lower for high in upper)]
    if exact:
        return feasible(shadow, whole)
    if not feasible(shadow, whole):
        return False
    dark = [
        *rest,
        *(_combined(low, high, name, dark=True) for low in lower for high in upper),
    ]
    return feasible(dark, whole) or _try_values(tightened, whole)


def _tighten(system: Iterable[Linear], whole: frozenset[str]) -> list[Linear] | None:
    """Normalise, drop what always holds, keep the strongest of like ones; None: contradiction."""
    strongest: dict[tuple[tuple[str, int], ...], tuple[int, bool]] = {}
    for item in system:
        if not item.factors:
            if item.constant < 0 or (item.strict and item.constant == 0):
                return None
            continue
        factors, constant, strict = _reduced(item, whole)
        old = strongest.get(factors)
        if old is None or (constant, not strict) < (old[0], not old[1]):
            strongest[factors] = (constant, strict)
    return [Linear(factors, *rest) for factors, rest in strongest.items()]


def _reduced(item: Linear, whole: frozenset[str]) -> Linear:
    """Divide by the common factor; a strict inequality of whole numbers becomes a plain one."""
    common = gcd(*(factor for _, factor in item.factors))
    if all(name in whole for name, _ in item.factors):
        # Whole numbers: the constant rounds down, which is the tightening that matters.
        constant, strict = (item.constant - item.strict) // common, False
    else:
        common = gcd(common, item.constant)
        constant, strict = item.constant // common, item.strict
    return Linear(
        tuple((name, factor // common) for name, factor in item.factors), constant, strict
    )


def _factor(item: Linear, name: str) -> int:
    for other, factor in item.factors:
        if other == name:
            return factor
    return 0


def _split(system: Sequence[Linear], name: str) -> tuple[list[Linear], list[Linear], list[Linear]]:
    lower: list[Linear] = []
    upper: list[Linear] = []
    rest: list[Linear] = []
    for item in system:
        factor = _factor(item, name)
        (lower if factor > 0 else upper if factor < 0 else rest).append(item)
    return lower, upper, rest


def _easiest(system: Sequence[Linear], names: Iterable[str]) -> str:
    """Choose a variable whose elimination is exact if there is one, else the cheapest."""

    def cost(name: str) -> tuple[bool, int, str]:
        lower, upper, _ = _split(system, name)
        units = all(_factor(item, name) == 1 for item in lower) or all(
            _factor(item, name) == -1 for item in upper
        )
        return (not units, len(lower) * len(upper), name)

    return min(names, key=cost)


def _combined(low: Linear, high: Linear, name: str, *, dark: bool = False) -> Linear:
    """Eliminate a variable from a lower and an upper bound; `dark` leaves room for an integer."""
    a, b = _factor(low, name), -_factor(high, name)
    total: dict[str, int] = {}
    for scale, item in ((b, low), (a, high)):
        for other, factor in item.factors:
            if other != name:
                total[other] = total.get(other, 0) + scale * factor
    constant = b * low.constant + a * high.constant
    if dark:
        constant -= (a - 1) * (b - 1)
    factors = tuple(sorted((other, factor) for other, factor in total.items() if factor))
    return Linear(factors, constant, low.strict or high.strict)


def _try_values(system: Sequence[Linear], whole: frozenset[str]) -> bool:
    """Try the values of the variable with the narrowest range, one by one."""
    names = sorted({name for item in system for name, _ in item.factors})
    ranges = [(*_range(system, name), name) for name in names]
    narrow = [
        (high - low, low, high, name)
        for low, high, name in ranges
        if low is not None and high is not None
    ]
    if not narrow:
        return True
    width, low, high, name = min(narrow)
    if width > _TRIES:
        return True
    return any(
        feasible([_fixed(item, name, value) for item in system], whole)
        for value in range(low, high + 1)
    )


def _range(system: Sequence[Linear], name: str) -> tuple[int | None, int | None]:
    """Give the whole numbers between which the variable lies, as far as reals can tell."""
    items = list(system)
    for other in sorted({other for item in items for other, _ in item.factors} - {name}):
        lower, upper, rest = _split(items, other)
        items = [*rest, *(_combined(low, high, other) for low in lower for high in upper)]
    low: int | None = None
    high: int | None = None
    for item in items:
        factor = _factor(item, name)
        if factor > 0:
            edge = ceil(Fraction(-item.constant, factor))
            low = edge if low is None else max(low, edge)
        elif factor < 0:
            edge = floor(Fraction(item.constant, -factor))
            high = edge if high is None else min(high, edge)
    return low, high


def _fixed(item: Linear, name: str, value: int) -> Linear:
    factor = _factor(item, name)
    return Linear(
        tuple(pair for pair in item.factors if pair[0] != name),
        item.constant + factor * value,
        item.strict,
    )
