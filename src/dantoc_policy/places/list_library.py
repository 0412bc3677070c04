"""Published lists of regions of communes and of especially difficult villages, as far as held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from attrs import evolve

from dantoc_policy.data import load
from dantoc_policy.places.names import NameKey
from dantoc_policy.places.official_list import (
    REGIONS,
    Amendment,
    CommuneEntry,
    Counts,
    Holds,
    NewRural,
    OfficialList,
)
from dantoc_policy.places.unit_type import unit_types
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text


class OfficialLists:
    """The published lists, what they count and which communes they name, as far as held.

    A commune that is not among the entries is unknown, never outside the area.

    >>> lists = official_lists()
    >>> lists.get("861/QĐ-TTg").id, lists.counts("qd-861-2021", "vn").regions["III"]
    ('qd-861-2021', 1551)
    """

    def __init__(
        self,
        lists: tuple[OfficialList, ...],
        counts: tuple[Counts, ...],
        entries: tuple[CommuneEntry, ...],
        new_rural: tuple[NewRural, ...],
    ) -> None:
        self.lists = lists
        self.all_counts = counts
        self.entries = entries
        self.new_rural = new_rural
        self._counts = {(row.list, row.unit): row for row in counts}
        self._of_list: dict[str, list[CommuneEntry]] = {}
        self._of_place: dict[tuple[str, str], list[CommuneEntry]] = {}
        for row in entries:
            self._of_list.setdefault(row.list, []).append(row)
            if row.place is not None:
                self._of_place.setdefault((row.list, row.place), []).append(row)

    def get(self, key: str) -> OfficialList:
        """Give a list by its identifier or the number of its document; KeyError for another."""
        for found in self.lists:
            if key in (found.id, found.document):
                return found
        raise KeyError(key)

    def at(self, day: date, holds: Holds | None = None) -> tuple[OfficialList, ...]:
        """Give the lists that count on a day."""
        return tuple(
            found
            for found in self.lists
            if day in found.valid and (holds is None or holds in found.holds)
        )

    def counts(self, list_: str, unit: str) -> Counts | None:
        """Give what a list counts in a unit, None where that is not held."""
        return self._counts.get((list_, unit))

    def counts_of(self, list_: str) -> tuple[Counts, ...]:
        """Give all counts of a list."""
        return tuple(row for row in self.all_counts if row.list == list_)

    def entries_of(self, list_: str, place: str | None = None) -> tuple[CommuneEntry, ...]:
        """Give the communes of a list, or the entries of one place."""
        if place is None:
            return tuple(self._of_list.get(list_, ()))
        return tuple(self._of_place.get((list_, place), ()))

    def with_list(self, added: OfficialList, entries: Iterable[CommuneEntry]) -> OfficialLists:
        """Give the lists and one more; where its identifier is taken it gets a number."""
        taken = {held.id for held in self.lists}
        names = (added.id, *(f"{added.id}-{turn}" for turn in range(2, len(taken) + 2)))
        name = next(name for name in names if name not in taken)
        return OfficialLists(
            (*self.lists, evolve(added, id=name)),
            self.all_counts,
            (*self.entries, *(evolve(entry, list=name) for entry in entries)),
            self.new_rural,
        )

    def with_entries(self, entries: Iterable[CommuneEntry]) -> OfficialLists:
        """Give the lists with other entries."""
        return OfficialLists(self.lists, self.all_counts, tuple(entries), self.new_rural)

    def named(self, list_: str, name: str, day: date) -> tuple[CommuneEntry, ...]:
        """Give the entries of a list on a day that a name means; a type in it must be theirs."""
        keys = (NameKey.of(name, typed=False), NameKey.of(name))
        for key in keys:
            found = tuple(
                row
                for row in self.entries_of(list_)
                if day in row.valid
                and _means(key, NameKey.of(row.name, typed=False))
                and _may_be(row, key.types)
            )
            if found:
                return found
        return ()

    def __iter__(self) -> Iterator[OfficialList]:
        return iter(self.lists)

    def __len__(self) -> int:
        return len(self.lists)


def _means(key: NameKey, name: NameKey) -> bool:
    return key.marked == name.marked or (key.is_bare and key.plain == name.plain)


def _may_be(entry: CommuneEntry, types: tuple[str, ...]) -> bool:
    """Whether an entry may be of some types; lists do not always tell which a commune is of."""
    if not types or entry.type in types:
        return True
    return entry.type is None and any(unit_types()[kind].level == "commune" for kind in types)


@cache
def official_lists() -> OfficialLists:
    """Give the packaged lists."""
    return OfficialLists(
        tuple(_list(row) for row in load("places/official_lists")),
        tuple(_counts(row) for row in load("places/official_counts")),
        tuple(_entry(row) for row in load("places/official_communes")),
        tuple(_new_rural(row) for row in load("places/new_rural")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _words(text: str | None) -> frozenset[str]:
    return frozenset((text or "").split())


def _list(row: Mapping[str, Any]) -> OfficialList:
    return OfficialList(
        id=row["id"],
        document=row["document"],
        article=row.get("article"),
        criteria=row["criteria"],
        holds=frozenset(row["holds"]),
        valid=Period(_day(row["since"]), _day(row["until"])),
        new_rural=row["new_rural"],
        amendments=tuple(
            Amendment(
                change["document"],
                date.fromisoformat(change["date"]),
                date.fromisoformat(change["counts_from"]),
                Text(change["vi"], change["en"]),
                change["source"],
            )
            for change in row.get("amended_by", ())
        ),
        source=row["source"],
        sources=tuple(row.get("sources", {}).items()),
        unverified=frozenset(row.get("unverified", ())),
        note=row.get("note"),
    )


def _counts(row: Mapping[str, str | None]) -> Counts:
    return Counts(
        list=row["list"] or "",
        unit=row["unit"] or "",
        total=_number(row["total"]),
        regions={region: _number(row[region]) for region in REGIONS},
        villages=_number(row["villages"]),
        villages_in={where: _number(row[f"villages_{where}"]) for where in (*REGIONS, "outside")},
        source=row["source"] or "",
        unverified=_words(row["unverified"]),
        note=row["note"],
    )


def _entry(row: Mapping[str, Any]) -> CommuneEntry:
    return CommuneEntry(
        list=row["list"],
        province=row["province"],
        district=row["district"],
        type=row["type"],
        name=row["vi"],
        region=row["region"],
        villages=_number(row["villages"]),
        place=row["place"],
        valid=Period(_day(row["since"]), _day(row["until"])),
        source=row["source"],
        unverified=_words(row["unverified"]),
        note=row["note"],
    )


def _new_rural(row: Mapping[str, Any]) -> NewRural:
    return NewRural(
        place=row["place"],
        event=row["event"],
        year=_number(row["year"]),
        effective=_day(row["date"]),
        not_before=_day(row["not_before"]),
        not_after=_day(row["not_after"]),
        source=row["source"],
        verified=not row["unverified"],
        note=row["note"],
    )
