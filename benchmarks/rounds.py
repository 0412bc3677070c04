"""Timing: candidates take turns in shuffled order, and only ratios of one round are compared."""

from __future__ import annotations

import gc
import os
import random
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Times:
    """Seconds of each candidate, round by round."""

    seconds: Mapping[str, list[float]]

    def median(self, name: str) -> float:
        return statistics.median(self.seconds[name])

    def ratios(self, name: str, base: str) -> list[float]:
        """How many times as long as another one took in the same round."""
        pairs = zip(self.seconds[name], self.seconds[base], strict=True)
        return sorted(one / other for one, other in pairs)

    def ratio(self, name: str, base: str) -> float:
        return statistics.median(self.ratios(name, base))

    def spread(self, name: str, base: str) -> tuple[float, float]:
        """Between which ratios the middle half of the rounds lies."""
        found = self.ratios(name, base)
        if len(found) < 4:
            return found[0], found[-1]
        low, _, high = statistics.quantiles(found, n=4, method="inclusive")
        return low, high


def timed(candidates: Mapping[str, Callable[[], object]], rounds: int, *, warm: int = 1) -> Times:
    """Run every candidate once per round, in an order drawn anew each time."""
    found: dict[str, list[float]] = {name: [] for name in candidates}
    order = list(candidates)
    shuffle = random.Random(33).shuffle
    for number in range(-warm, rounds):
        shuffle(order)
        for name in order:
            gc.collect()
            gc.disable()
            start = time.perf_counter()
            kept = candidates[name]()
            took = time.perf_counter() - start
            gc.enable()
            del kept
            if number >= 0:
                found[name].append(took)
    return Times(found)


class Others:
    """How busy other programs, and the host, kept the processors while something was timed."""

    def __init__(self) -> None:
        self.start = self._now()

    def share(self) -> float | None:
        """The share of all processor time that went elsewhere; None where it is not known."""
        now = self._now()
        if now is None or self.start is None:
            return None
        total, elsewhere = (later - sooner for later, sooner in zip(now, self.start, strict=True))
        return max(elsewhere, 0) / total if total else None

    @staticmethod
    def _now() -> tuple[float, float] | None:
        try:
            line = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0]
        except OSError:
            return None
        ticks = [int(word) / os.sysconf("SC_CLK_TCK") for word in line.split()[1:9]]
        times = os.times()
        own = times.user + times.system + times.children_user + times.children_system
        idle = ticks[3] + ticks[4]
        return sum(ticks), sum(ticks) - idle - own
