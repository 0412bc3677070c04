"""What the criteria give for the facts of one row of a sheet, if they are those of the place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from attrs import frozen

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.classify_file import RowResult, classify_file
from dantoc_policy.interfaces.files.cells import folded
from dantoc_policy.places.names import NameKey, parted
from dantoc_policy.places.status import Computed, PlaceStatus


@frozen
class RowFacts:
    """What came out for a row of a sheet, the name that the row has, and where it stands."""

    computed: Computed
    name: str | None
    where: str


def facts_of_row(path: Path, row: str, as_of: date) -> RowFacts:
    """Compute what the criteria give for one row of a sheet of communes.

    Raises:
        InputError: `row.not_found` where no row, or more than one, is meant; as `classify_file`.
    """
    classified = classify_file(path, as_of, unit="commune")
    found = [result for result in classified if _is_meant(result, row)]
    if len(found) != 1:
        raise InputError.of(
            "row.not_found",
            place=path.name,
            vi=f"không có đúng một dòng là “{row}” (có {len(found)}).",
            en=f"there is not exactly one row “{row}” (there are {len(found)}).",
            mend_vi="Ghi số dòng hoặc tên trong tệp sau --row.",
            mend_en="Give the number of the row, or its name in the file, after --row.",
        )
    [result] = found
    if result.evaluation is None:
        raise InputError(next(p for p in result.problems if p.severity == "error"))
    computed = Computed(result.evaluation.possible, classified.instrument.code)
    return RowFacts(computed, result.name, f"{path.name}, {result.row.number}")


def check_same(facts: RowFacts, found: PlaceStatus) -> None:
    """Refuse the facts of another commune.

    Raises:
        InputError: `row.other_place` where the row has another name than the place.
    """
    if facts.name is None or _same_name(facts.name, parted(found.official.name)[0]):
        return
    raise InputError.of(
        "row.other_place",
        place=facts.where,
        vi=f"dòng này là của “{facts.name}”, không phải {found.official.text('vi')}.",
        en=f"this row is of “{facts.name}”, and not of {found.official.text('en')}.",
        mend_vi="Chọn dòng của đúng xã đó bằng --row, hoặc sửa tên.",
        mend_en="Choose the row of that commune with --row, or mend the name.",
    )


def _is_meant(result: RowResult, row: str) -> bool:
    name = result.name or ""
    return row == str(result.row.number) or (bool(name) and _same_name(name, parted(row)[0]))


def _same_name(one: str, other: str) -> bool:
    """Whether two names are one, with or without the word of a type and the diacritics."""
    keys = [NameKey.of(name, typed=typed) for name in (one, other) for typed in (True, False)]
    return folded(one) == folded(other) or any(
        mine.marked == theirs.marked
        or ((mine.is_bare or theirs.is_bare) and mine.plain == theirs.plain)
        for mine in keys[:2]
        for theirs in keys[2:]
    )
