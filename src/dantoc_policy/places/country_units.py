"""Districts and communes of the whole country, from a package that is no official source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve

from dantoc_policy.data import load
from dantoc_policy.places.extent import Coverage
from dantoc_policy.places.legal_event import legal_events
from dantoc_policy.places.lineage import Step
from dantoc_policy.places.list_added import linked_lists
from dantoc_policy.places.names import name_of
from dantoc_policy.places.package_tables import (
    PackageTables,
    Row,
    package_facts,
    package_tables,
    unreadable,
)
from dantoc_policy.places.place import Place, place_id, without_marks
from dantoc_policy.places.unit_type import Level, unit_types
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.places.library import Places

_UNVERIFIED = frozenset({"code", "name", "parent", "type"})


def further_units(library: Places) -> tuple[tuple[Place, ...], tuple[Step, ...]]:
    """Give the units of the package that a library lacks, and what became of the older ones.

    A province whose communes the library holds itself is left as it is. The older units are those
    of the last day before 01/07/2025; since when they were so the package does not say.

    Raises:
        MissingExtraError: the package is not installed.
    """
    tables, known = package_tables(), package_facts()
    old_day = date.fromisoformat(known["old_until"])
    new_day = date.fromisoformat(known["new_since"])
    old = _lacking(library, tables.old, old_day)
    new = _lacking(library, tables.new, new_day)
    make = _Maker(tables, known)
    older: dict[str | None, Place] = {
        **{row["districtCode"]: make.district(row) for row in old},
        # Five island districts had no communes, and stand there alone.
        **{
            row["wardCode"]: make.commune(row, Period(None, old_day))
            for row in old
            if row["wardCode"]
        },
    }
    own = {_key(place): place for place in library.at(new_day, "commune")}
    younger = {row["wardCode"]: make.younger(row, Period(new_day, None), own) for row in new}
    steps = tuple(_became(tables, older, younger, make.events))
    return (*older.values(), *younger.values()), steps


def coverage() -> tuple[Coverage, ...]:
    """Give from which day on the package has every unit; before it many were other ones."""
    known = package_facts()
    since, until = (date.fromisoformat(known["old_until"]),) * 2
    spans: tuple[tuple[Level, date | None], ...] = (("district", until), ("commune", None))
    return tuple(
        Coverage(level, None, since, end, known["source"], frozenset({"since"}), None)
        for level, end in spans
    )


def _key(place: Place) -> tuple[str, str, str]:
    return place.province, place.type.id, name_of(place).marked


def _lacking(library: Places, rows: Iterable[Row], day: date) -> list[Row]:
    held = {place.code for place in library.at(day, "province") if library.is_complete(place, day)}
    return [row for row in rows if row["provinceCode"] not in held]


def _became(
    tables: PackageTables,
    older: Mapping[str | None, Place],
    younger: Mapping[str | None, Place],
    events: Mapping[str, str],
) -> Iterator[Step]:
    for code, codes in tables.became.items():
        place = older.get(code)
        for new in () if place is None else codes:
            end = younger[new]
            yield Step(
                old=older[code].id,
                new=end.id,
                share="whole" if len(codes) == 1 else "part",
                event=events[end.province],
                source=end.source,
                verified=False,
                note=end.note,
            )


class _Maker:
    """Makes places of the rows of the package."""

    def __init__(self, tables: PackageTables, known: Mapping[str, Any]) -> None:
        self._known = known
        self._source = (("place", known["source"]),)
        self._note = f"{known['package']} {tables.version}"
        of = {event.document: event.id for event in legal_events().values()}
        # The resolution that arranged the communes of each province, and not a later one.
        self.events = {
            row["code"]: of[row["resolution"]]
            for row in reversed(load("places/provinces_34"))
            if row["resolution"] in of
        }

    def district(self, row: Row) -> Place:
        until = date.fromisoformat(self._known["old_until"])
        return self._place(
            "district",
            (row["districtCode"], row["district"]),
            (row["provinceCode"], row["provinceCode"]),
            Period(None, until),
        )

    def commune(self, row: Row, valid: Period) -> Place:
        return self._place(
            "commune",
            (row["wardCode"], row["ward"]),
            (row["provinceCode"], row.get("districtCode") or row["provinceCode"]),
            valid,
        )

    def younger(self, row: Row, valid: Period, own: Mapping[tuple[str, str, str], Place]) -> Place:
        """Give a younger commune; one that the library has, without a code, gets the code."""
        place = self.commune(row, valid)
        held = own.get(_key(place))
        if held is None or held.code is not None:
            return held or place
        return evolve(
            held,
            code=place.code,
            sources=(*held.sources, ("code", place.source)),
            unverified=held.unverified | {"code"},
            note=held.note or place.note,
        )

    def _parted(self, level: Level, full: str) -> tuple[str, str]:
        """Part a full name into its type and the name itself; a number is a name too."""
        lower = full.casefold()
        for kind in unit_types().values():
            if kind.level == level and lower.startswith(f"{kind.name.vi} "):
                return kind.id, full[len(kind.name.vi) + 1 :]
        raise unreadable(full)

    def _place(
        self,
        level: Level,
        named: tuple[str | None, str | None],
        within: tuple[str | None, str | None],
        valid: Period,
    ) -> Place:
        code, full = (str(text) for text in named)
        kind, name = self._parted(level, full)
        province, parent = (str(text) for text in within)
        return Place(
            id=place_id(level, code, valid.start),
            level=level,
            code=code,
            name=Text(name, without_marks(name)),
            type=unit_types()[kind],
            province=province,
            parent=parent,
            valid=valid,
            sources=self._source,
            unverified=_UNVERIFIED | ({"since"} if valid.start is None else frozenset()),
            note=self._note,
        )


def with_whole_country(library: Places, steps: Iterable[Step]) -> Places:
    """Give a library with the units of the package beside its own; `steps` are those it has."""
    places, further = further_units(library)
    every = {place.id: place for place in (*library, *places)}
    found = type(library)(every.values(), (*steps, *further), (*library.coverage, *coverage()))
    return found.with_lists(linked_lists(found, library.official_lists))
