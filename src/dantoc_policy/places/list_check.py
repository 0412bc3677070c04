"""Checking an official list that somebody gives: its document, its rows, its totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from dantoc_policy.errors import InputError, PolicyError, Problem
from dantoc_policy.law.library import documents
from dantoc_policy.law.number import DocumentNumber
from dantoc_policy.law.spelling import slug
from dantoc_policy.places.checked_list import CheckedList, ListRow
from dantoc_policy.places.list_problems import (
    before_document,
    contradictory,
    differs_from,
    no_region,
    no_rows,
    not_held,
    region_empty,
    repeated,
    unknown_document,
)
from dantoc_policy.places.list_totals import differing_totals
from dantoc_policy.places.list_units import Meant, Named, bare_name, meant_by
from dantoc_policy.places.names import NameKey
from dantoc_policy.places.official_entry import ListEntry
from dantoc_policy.places.official_list import CommuneEntry, Holds, OfficialList
from dantoc_policy.places.unit_type import unit_types
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.period import Period

if TYPE_CHECKING:
    from dantoc_policy.places.library import Places


@frozen(kw_only=True)
class GivenRow:
    """A row as it was read: its number, its cells, what it says, and what was wrong.

    `entry` None: it says nothing that can be used.
    """

    number: int
    given: Mapping[str, Any]
    entry: ListEntry | None
    problems: tuple[Problem, ...] = ()


def check_list(
    library: Places,
    rows: Iterable[GivenRow],
    *,
    instrument: str,
    valid: Period,
    units_on: date | None = None,
    source: str = "caller",
) -> CheckedList:
    """Tie the rows of a list to units, and say of each and of the whole what is wrong.

    `units_on` is the day whose names and codes the rows have, the first day of the list if it is
    not given.

    Raises:
        InputError: `list.no_first_day`; `number.unreadable` where the instrument is no number of a
            document; `document.ambiguous` where several have it; `list.no_rows`.
    """
    if valid.start is None:
        raise InputError.of(
            "list.no_first_day",
            vi="chưa cho biết danh sách có hiệu lực từ ngày nào.",
            en="the first day of the list is not given.",
        )
    day = units_on or valid.start
    document, problems = _document(instrument, valid.start)
    name = f"own-{slug(document)}"
    checked = _without_repeats([_row(library, row, name, day, source) for row in rows])
    entries = [row.entry for row in checked if row.entry is not None]
    if not checked:
        raise no_rows()
    found = _list(library, document, valid, entries, name, source)
    checked = [_compared(library, _regionless(row, found), found) for row in checked]
    return CheckedList(
        list=found,
        units_on=day,
        rows=tuple(checked),
        problems=(*problems, *differing_totals(library, found, entries)),
    )


def _document(instrument: str, first: date) -> tuple[str, list[Problem]]:
    """Give the number of the document as the library has it, or as it was given."""
    try:
        document = documents.get(instrument)
    except InputError as error:
        if error.code != "document.unknown":
            raise
        number = DocumentNumber.parse(instrument).canonical
        return number, [unknown_document(number)]
    late = document.issued is not None and first < document.issued
    problems = [before_document(document.title, document.issued)] if late else []
    return document.number or instrument, problems


def _list(
    library: Places,
    document: str,
    valid: Period,
    entries: Sequence[CommuneEntry],
    name: str,
    source: str,
) -> OfficialList:
    packaged = next((held for held in library.official_lists if held.document == document), None)
    holds: set[Holds] = set()
    if any(entry.region is not None for entry in entries):
        holds.add("regions")
    if any(entry.villages is not None for entry in entries):
        holds.add("villages")
    return OfficialList(
        id=name,
        document=document,
        article=None,
        criteria=None if packaged is None else packaged.criteria,
        holds=frozenset(holds),
        valid=valid,
        new_rural=None if packaged is None else packaged.new_rural,
        amendments=(),
        source=source,
        sources=(),
        unverified=frozenset({"list"}),
        note=None,
        own=frozenset(entry.province for entry in entries),
    )


def _row(library: Places, row: GivenRow, name: str, day: date, source: str) -> ListRow:
    made = ListRow(number=row.number, given=row.given, entry=None, problems=row.problems)
    if row.entry is None or made.has_errors:
        return made
    given = row.entry
    named = Named(
        day=day,
        name=given.name,
        code=given.code,
        district=given.district,
        province=given.province,
    )
    try:
        meant = meant_by(library, named)
    except PolicyError as error:
        return evolve(made, problems=(*row.problems, error.problem))
    villages = given.especially_difficult_villages
    if isinstance(villages, Bounds) or (villages is None and given.village_names):
        villages = len(given.village_names) if given.village_names else None
    if given.region is None and villages is None:
        return evolve(made, problems=(*row.problems, no_region()))
    entry = _entry(given, meant, name, villages, source)
    notes = (not_held(meant.province),) if meant.place is None else ()
    return evolve(made, entry=entry, problems=(*row.problems, *notes))


def _entry(
    given: ListEntry, meant: Meant, name: str, villages: int | None, source: str
) -> CommuneEntry:
    place = meant.place
    # Where only the list has the commune, it is known by the list's name for it.
    written = given.name or given.code or ""
    kinds = NameKey.of(written).types
    kind = next((kind for kind in kinds if unit_types()[kind].level == "commune"), None)
    in_district = place is not None and place.parent != place.province
    return CommuneEntry(
        list=name,
        province=meant.province.code or "",
        district=place.parent if place is not None and in_district else given.district,
        type=kind if place is None else place.type.id,
        name=bare_name(written) if place is None else place.name.vi,
        region=given.region,
        villages=villages,
        place=None if place is None else place.id,
        valid=Period(None, None),
        source=source,
        unverified=frozenset({"entry"}),
        note=None,
        village_names=given.village_names or (),
    )


def _without_repeats(rows: list[ListRow]) -> list[ListRow]:
    """Keep the first of rows that say the same of one commune, none of those that do not."""
    groups: dict[tuple[str, ...], list[ListRow]] = {}
    for row in rows:
        if row.entry is not None:
            groups.setdefault(_commune(row.entry), []).append(row)
    changed = {row.number: row for group in groups.values() for row in _settled(group)}
    return [changed.get(row.number, row) for row in rows]


def _commune(entry: CommuneEntry) -> tuple[str, ...]:
    if entry.place is not None:
        return (entry.place,)
    district = NameKey.of(entry.district or "").marked
    return entry.province, district, entry.type or "", NameKey.of(entry.name, typed=False).marked


def _settled(group: list[ListRow]) -> Iterator[ListRow]:
    first, *others = group
    says = {(row.entry.region, row.entry.villages) for row in group if row.entry is not None}
    if len(says) > 1:
        numbers = [row.number for row in group]
        for row in group:
            problems = (*row.problems, contradictory(row.number, numbers))
            yield evolve(row, entry=None, problems=problems)
        return
    yield first
    for row in others:
        yield evolve(row, entry=None, problems=(*row.problems, repeated(first.number)))


def _regionless(row: ListRow, added: OfficialList) -> ListRow:
    """Warn of a line without a region in a list that has regions."""
    if row.entry is None or row.entry.region is not None or "regions" not in added.holds:
        return row
    return evolve(row, problems=(*row.problems, region_empty()))


def _compared(library: Places, row: ListRow, added: OfficialList) -> ListRow:
    """Warn where another list of the first day says something else of the commune."""
    entry = row.entry
    if entry is None or entry.place is None or entry.region is None or added.valid.start is None:
        return row
    lists = library.official_lists
    for held in lists.at(added.valid.start, "regions"):
        for other in lists.entries_of(held.id, entry.place):
            on_day = added.valid.start in other.valid
            if on_day and other.region not in (None, entry.region):
                problem = differs_from(held, entry, other)
                row = evolve(row, problems=(*row.problems, problem))
    return row
