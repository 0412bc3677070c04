"""Decision 33 as a country model of OpenFisca-Core with one entity.

OpenFisca has no unknown: an empty cell is 0 or no, so only its speed compares.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.sheet import COUNTS, LENGTHS, NAMES, Communes

if TYPE_CHECKING:
    from numpy.typing import NDArray

PERIOD = "2021-06"


def installed() -> bool:
    """Whether OpenFisca-Core is there; it comes with `make bench` only."""
    return find_spec("openfisca_core") is not None


class Model:
    """The country model, built once; every run is a new simulation, as OpenFisca is used."""

    def __init__(self) -> None:
        from openfisca_core.entities import build_entity
        from openfisca_core.taxbenefitsystems import TaxBenefitSystem

        self.entity = build_entity("commune", "communes", "Commune", is_person=True)
        self.system = TaxBenefitSystem([self.entity])
        for name in NAMES:
            kind = int if name in COUNTS else float if name in LENGTHS else bool
            self._add(name, kind)
        for name, formula in FORMULAS.items():
            self._add(name, int if name == "region" else bool, formula)

    def _add(self, name: str, kind: type, formula: Any = None) -> None:
        from openfisca_core.periods import DateUnit
        from openfisca_core.variables import Variable

        body = {
            "value_type": kind,
            "entity": self.entity,
            "definition_period": DateUnit.MONTH,
            "label": name,
        }
        if formula is not None:
            body["formula"] = formula
        self.system.add_variable(type(name, (Variable,), body))

    def outcome(self, columns: dict[str, NDArray[np.generic]]) -> NDArray[np.int32]:
        """Give the code of every row's outcome, unknown cells being 0 or no."""
        from openfisca_core.simulations import SimulationBuilder

        simulation = SimulationBuilder().build_default_simulation(
            self.system, count=len(columns["households"])
        )
        for name in NAMES:
            simulation.set_input(name, PERIOD, columns[name])
        return simulation.calculate("region", PERIOD)


def columns(sheet: Communes) -> dict[str, NDArray[np.generic]]:
    """Give the cells in OpenFisca's own types, so that it has nothing to convert."""
    types = dict.fromkeys(COUNTS, np.int32) | dict.fromkeys(LENGTHS, np.float32)
    return {name: sheet.values[name].astype(types.get(name, np.bool_)) for name in NAMES}


def in_area(c: Any, period: Any) -> Any:
    households = c("households", period)
    return (households > 0) & (c("minority_households", period) * 20 >= households * 3)


def very_poor(c: Any, period: Any) -> Any:
    return _from(c, period, 20) | (
        c("in_mekong_delta", period)
        & (_from(c, period, 15) | (c("poor_minority_households", period) > 150))
    )


def held_back(c: Any, period: Any) -> Any:
    poor, people = c("poor_households", period), c("minority_people_15_60", period)
    workers, road = c("employed_workers", period), c("road_to_district_km", period)
    return (
        ((poor > 0) & (c("poor_minority_households", period) * 5 > poor * 3))
        | ((people > 0) & (c("illiterate_minority_people_15_60", period) * 5 >= people))
        | ((workers > 0) & (c("untrained_workers", period) * 5 > workers * 4))
        | ((road > 20) & (c("unpaved_road_to_district_km", period) * 2 > road))
    )


def poor_and_held_back(c: Any, period: Any) -> Any:
    delta = c("in_mekong_delta", period)
    middle = _from(c, period, 15) | (delta & _from(c, period, 12))
    high = _from(c, period, 20) | (delta & _from(c, period, 15))
    return middle & ~high & c("held_back", period)


def region_iii(c: Any, period: Any) -> Any:
    poor_enough = c("very_poor", period) | c("poor_and_held_back", period)
    return c("in_area", period) & ~c("meets_new_rural_standard", period) & poor_enough


def region_i(c: Any, period: Any) -> Any:
    hardly_poor = ~_from(c, period, 10)
    return c("in_area", period) & (hardly_poor | c("meets_new_rural_standard", period))


def region(c: Any, period: Any) -> Any:
    cases = [c("region_iii", period), c("region_i", period), c("in_area", period)]
    return np.select(cases, [0, 1, 2], 3)


def _from(c: Any, period: Any, points: int) -> Any:
    return c("poor_households", period) * 100 >= c("households", period) * points


FORMULAS = {
    formula.__name__: formula
    for formula in (
        in_area,
        very_poor,
        held_back,
        poor_and_held_back,
        region_iii,
        region_i,
        region,
    )
}
