"""What the criteria give for the facts of one row of a sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.classify_file import RowResult, classify_file
from dantoc_policy.interfaces.files.cells import folded
from dantoc_policy.places.names import NameKey
from dantoc_policy.places.status import Computed


def computed_from(path: Path, row: str, as_of: date) -> Computed:
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
    return Computed(result.evaluation.possible, classified.instrument.code)


def _is_meant(result: RowResult, row: str) -> bool:
    if row == str(result.row.number):
        return True
    name = result.name or ""
    return bool(name) and (
        folded(name) == folded(row) or NameKey.of(name).marked == NameKey.of(row).marked
    )
