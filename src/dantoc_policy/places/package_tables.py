"""The tables of the optional package that holds the units of the whole country."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.errors import InputError, MissingExtraError

Row = Mapping[str, str | None]


@frozen
class PackageTables:
    """Units before and since 01/07/2025 as the package has them, and what became of the older.

    `became` has, for the code of an older commune, or of an island district without communes, the
    codes of the younger ones; more than one where it was parted.
    """

    version: str
    old: tuple[Row, ...]
    new: tuple[Row, ...]
    became: Mapping[str, tuple[str, ...]]


def package_name() -> str:
    """Give the name of the package, as pip knows it.

    >>> package_name()
    'vietnamadminunits'
    """
    return str(package_facts()["package"])


def package_facts() -> Mapping[str, Any]:
    """Give what the catalogue knows of the package."""
    found: Mapping[str, Any] = load("places/whole_country")[0]
    return found


@cache
def package_tables() -> PackageTables:
    """Read the tables. The package itself, which is slow to import, is not imported.

    Raises:
        MissingExtraError: the package is not installed.
        InputError: `package.unreadable` where its tables are not those that were checked.
    """
    name = package_name()
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise _missing(name)
    folder = Path(next(iter(spec.submodule_search_locations))) / "data"
    try:
        old = _rows(folder, "admin_units_legacy", _OLD)
        new = _rows(folder, "admin_units", _NEW)
        became = _became(folder, old, new)
    except (OSError, sqlite3.Error, ValueError, LookupError) as error:
        raise unreadable(error) from error
    return PackageTables(version(name), old, new, became)


def _missing(name: str) -> MissingExtraError:
    # Its code needs other packages, one of them under the GPL; its tables, which alone are read,
    # need none, so it is installed without them.
    install = f"pip install --no-deps {name}=={package_facts()['checked']}"
    return MissingExtraError.of(
        "extra.missing",
        place=name,
        vi=f"chưa cài gói {name}.",
        en=f"the package {name} is not installed.",
        mend_vi=f"Cài bằng: {install}",
        mend_en=f"Install it with: {install}",
    )


def unreadable(what: object) -> InputError:
    """Say that the tables of the package are not those that were checked."""
    name, checked = package_name(), package_facts()["checked"]
    return InputError.of(
        "package.unreadable",
        place=f"{name} {version(name)}",
        vi=f"không đọc được dữ liệu của gói ({what}).",
        en=f"the data of the package cannot be read ({what}).",
        mend_vi=f"Cài bản đã kiểm tra: {name}=={checked}.",
        mend_en=f"Install the version that was checked: {name}=={checked}.",
    )


# Its columns for type and short name are wrong or padded in places; the full name is right.
_NEW = ("provinceCode", "provinceKey", "wardCode", "wardKey", "ward")
_OLD = (*_NEW, "districtCode", "districtKey", "district")


def _rows(folder: Path, table: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    database = sqlite3.connect(f"{(folder / 'dataset.db').as_uri()}?mode=ro", uri=True)
    try:
        database.row_factory = sqlite3.Row
        # The names of columns and tables are ours.
        found = database.execute(f"SELECT {', '.join(columns)} FROM {table}")  # noqa: S608
        return tuple(dict(row) for row in found)
    finally:
        database.close()


def _became(
    folder: Path, old: tuple[Row, ...], new: tuple[Row, ...]
) -> Mapping[str, tuple[str, ...]]:
    text = (folder / "converter_2025.json").read_text(encoding="utf-8")
    old_codes = {
        f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}": row["wardCode"]
        or row["districtCode"]
        for row in old
    }
    new_codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in new}
    found: dict[str, dict[str, None]] = {}
    for old_key, province, new_key in _pairs(json.loads(text)):
        code, became = old_codes[old_key], new_codes[province, new_key]
        if code is None or became is None:
            raise LookupError(old_key)
        found.setdefault(code, {})[became] = None
    return {code: tuple(codes) for code, codes in found.items()}


def _pairs(tables: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Give older unit, younger province and younger unit, by the package's own keys."""
    for province, units in tables["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, olds in units.items():
            yield from ((old, province, new) for old in olds)
    for province, units in tables["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, news in units.items():
            yield from ((old, province, new["newWardKey"]) for new in news)
