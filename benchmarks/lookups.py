"""(g) Look-ups: units, bodies and groups by code, and by names as people write them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import date

import dantoc_policy as dp
from benchmarks.markdown import number, table, verdict
from benchmarks.rounds import Times, timed
from dantoc_policy.bodies.library import bodies
from dantoc_policy.law.spelling import fold
from dantoc_policy.peoples.library import peoples
from dantoc_policy.places.library import places

DAY = date(2025, 7, 1)
REPEATED = 20
DICT = "plain Python dict"
AIM_CODE, AIM_NAME = 10.0, 1000.0
CODES = {
    DICT: "",
    "`places.get(code, day)`": "places",
    "`places.get(identifier)`": "places",
    "`dantoc_policy.places.get(code, day)`": "places",
    "`bodies.get(identifier)`": "bodies",
    "`peoples.by_code(code, scheme)`": "peoples",
}
NAMES = {
    "`places.find(name, day)`": "places",
    "`bodies.find(name)`": "bodies",
    "`bodies.find(name of one province)`": "bodies",
    "`peoples.find(name)`": "peoples",
}


def section(rounds: int) -> str:
    """Time look-ups over all that is held, one after the other."""
    work = {name: (len(keys) * REPEATED, run) for name, (keys, run) in _by_code().items()}
    work |= {name: (len(names), _anew(names, find)) for name, (names, find) in _by_name().items()}
    times = timed({name: run for name, (_, run) in work.items()}, rounds, warm=2)
    micro = {name: 1e6 * times.median(name) / count for name, (count, _) in work.items()}
    lines = [
        [name, number(micro[name]), number(_ratio(times, name, work[name][0], work[DICT][0]))]
        for name in work
    ]
    slowest = max(micro[name] for name in CODES), max(micro[name] for name in NAMES)
    aims = [
        ["by code or identifier below 10 µs", number(slowest[0]), verdict(slowest[0], AIM_CODE)],
        ["by name below 1 ms", number(slowest[1]), verdict(slowest[1], AIM_NAME)],
    ]
    head = ["one look-up", "µs", "× a dict"]
    return f"{table(head, lines)}\n\n{table(['aim', 'slowest: µs', ''], aims)}"


def _ratio(times: Times, name: str, count: int, base: int) -> float:
    return times.ratio(name, DICT) * base / count


def _by_code() -> dict[str, tuple[list[str], Callable[[], object]]]:
    units = {place.code: place for place in places.at(DAY) if place.code}
    codes, ids = list(units), [place.id for place in units.values()]
    named = [body.id for body in bodies]
    numbers = [group.code_2008 for group in peoples]

    def each(keys: list[str], get: Callable[[str], object]) -> Callable[[], object]:
        def run() -> None:
            for _ in range(REPEATED):
                for key in keys:
                    get(key)

        return run

    keys = [codes, codes, ids, codes, named, numbers]
    gets: list[Callable[[str], object]] = [
        lambda code: units[code],
        lambda code: places.get(code, DAY),
        places.get,
        lambda code: dp.places.get(code, DAY),
        bodies.get,
        lambda code: peoples.by_code(code, "2008"),
    ]
    return {
        name: (asked, each(asked, get)) for name, asked, get in zip(CODES, keys, gets, strict=True)
    }


def _by_name() -> dict[str, tuple[list[str], Callable[[str], object]]]:
    # Not every province has every body.
    here = [bodies.territories[key] for key in ("thai_nguyen", "thai_nguyen@2025-07-01")]
    provincial = [body for body in bodies if body.is_provincial and any(map(body.may_be_in, here))]
    found: list[tuple[list[str], Callable[[str], object]]] = [
        ([place.text() for place in places.at(DAY)], lambda name: places.find(name, DAY)),
        ([body.name.vi for body in bodies], bodies.find),
        ([f"{body.name.vi} tỉnh Thái Nguyên" for body in provincial], bodies.find),
        ([group.name.vi for group in peoples], peoples.find),
    ]
    return dict(zip(NAMES, found, strict=True))


def _anew(names: Iterable[str], find: Callable[[str], object]) -> Callable[[], object]:
    """Ask for names in a spelling of each round's own, so that nothing kept from before helps."""
    draw = random.Random(861)
    names = list(names)

    def run() -> None:
        for name in names:
            find(spelled(name, draw))

    return run


def spelled(name: str, draw: random.Random) -> str:
    """Write a name in capitals or not, letter by letter, half the time without diacritics."""
    plain = name if draw.random() < 0.5 else fold(name)
    bits = draw.getrandbits(len(plain))
    return "".join(c.upper() if bits >> place & 1 else c.lower() for place, c in enumerate(plain))
