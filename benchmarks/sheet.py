"""A random sheet of communes with unknown cells, in the form that each candidate likes best."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

Column = NDArray[np.generic]
Mask = NDArray[np.bool_]

COUNTS = (
    "households",
    "minority_households",
    "poor_households",
    "poor_minority_households",
    "minority_people_15_60",
    "illiterate_minority_people_15_60",
    "employed_workers",
    "untrained_workers",
)
LENGTHS = ("road_to_district_km", "unpaved_road_to_district_km")
TRUTHS = ("meets_new_rural_standard", "in_mekong_delta")
NAMES = (*COUNTS, *LENGTHS, *TRUTHS)

OUTCOMES = ("III", "I", "II", "outside")
"""What the codes 0, 1, 2, 3 of the candidates mean; -1 is undetermined."""


@dataclass(frozen=True)
class Communes:
    """One column of values and one of what is known for each fact of Decision 33."""

    values: dict[str, Column]
    known: dict[str, Mask]

    @property
    def rows(self) -> int:
        return len(self.values["households"])

    def polars(self) -> pl.DataFrame:
        """The sheet as a Polars frame: whole numbers, floats, booleans, nulls."""
        return pl.DataFrame(
            {
                name: pl.select(
                    pl.when(pl.Series(self.known[name])).then(pl.Series(self.values[name]))
                ).to_series()
                for name in NAMES
            }
        )

    def row(self, number: int) -> dict[str, object]:
        """One row as plain Python values, None where unknown."""
        return {
            name: self.values[name][number].item() if self.known[name][number] else None
            for name in NAMES
        }


def communes(rows: int, *, unknown: float = 0.05, seed: int = 33) -> Communes:
    """Draw consistent communes that meet every branch of the rule, then hide some cells."""
    random = np.random.default_rng(seed)

    def part(whole: Column, share: Column) -> Column:
        return np.rint(whole * share).astype(np.int64)

    def share(low: float, high: float) -> Column:
        return random.uniform(low, high, rows)

    households = random.integers(0, 4000, rows)
    # One commune in two hundred has nobody: a share of nothing is unknown.
    households[random.random(rows) < 0.005] = 0
    minority = part(households, share(0, 1) ** 1.2)
    poor = part(households, random.beta(1.3, 6, rows))
    # Poor minority households lie between what must overlap and what can.
    least, most = np.maximum(poor + minority - households, 0), np.minimum(poor, minority)
    poor_minority = least + part(most - least, share(0, 1))
    people = random.integers(0, 6000, rows)
    workers = random.integers(0, 5000, rows)
    road = random.integers(0, 600, rows)
    unpaved = part(road, share(0, 1))
    values: dict[str, Column] = {
        "households": households,
        "minority_households": minority,
        "poor_households": poor,
        "poor_minority_households": poor_minority,
        "minority_people_15_60": people,
        "illiterate_minority_people_15_60": part(people, share(0, 0.4)),
        "employed_workers": workers,
        "untrained_workers": part(workers, share(0.5, 1)),
        "road_to_district_km": road / 10,
        "unpaved_road_to_district_km": unpaved / 10,
        "meets_new_rural_standard": random.random(rows) < 0.3,
        "in_mekong_delta": random.random(rows) < 0.2,
    }
    known = {name: random.random(rows) >= unknown for name in NAMES}
    for name, mask in known.items():
        values[name][~mask] = 0
    return Communes(values, known)
