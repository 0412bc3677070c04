"""Compile `catalogue/` (YAML and CSV that people edit) into `src/dantoc_policy/data/` (JSON).

    python tools/build_catalogue.py [--check]

A file becomes a file; a folder that holds YAML only becomes one list. A row of CSV becomes an
object of texts, in which an empty cell is null. Then every cross-reference is checked, and what
has a source is counted. With --check nothing is written. The exit status is 1 where a check
fails, or with --check where the compiled files are not what the catalogue gives.
"""

from __future__ import annotations

import csv
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "catalogue"
DATA = ROOT / "src" / "dantoc_policy" / "data"
# A folder under these names is one list, parted into files for those who edit it.
LISTS = ("law/documents", "sources")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_all() -> dict[str, tuple[str, Any]]:
    """Give by the path of every file the name that it is compiled to, and what it holds."""
    found: dict[str, tuple[str, Any]] = {}
    for source in sorted((*CATALOGUE.rglob("*.yaml"), *CATALOGUE.rglob("*.csv"))):
        path = source.relative_to(CATALOGUE)
        folder = path.parent.as_posix()
        name = folder if folder in LISTS else path.with_suffix("").as_posix()
        found[path.as_posix()] = name, _read(source)
    return found


def contents() -> dict[str, Any]:
    """Give what every compiled file holds, by its name."""
    found: dict[str, Any] = {}
    for name, content in read_all().values():
        if name in LISTS:
            found.setdefault(name, []).extend(content or [])
        else:
            found[name] = content
    return found


def compiled() -> dict[Path, str]:
    """Give the path and the text of every file that the catalogue compiles to."""
    return {DATA / f"{name}.json": _text(content) for name, content in contents().items()}


def _read(source: Path) -> Any:
    text = source.read_text(encoding="utf-8")
    if source.suffix == ".yaml":
        return yaml.load(text, Loader=LOADER)  # noqa: S506 - safe, and in C where there is one
    rows = csv.DictReader(text.splitlines(), strict=True)
    return [{name: cell or None for name, cell in row.items()} for row in rows]


def _text(content: Any) -> str:
    def plain(value: object) -> str:
        if isinstance(value, date):
            return value.isoformat()
        raise TypeError(value)

    if isinstance(content, list):  # one row a line: a change of one datum is a change of one line
        rows = [json.dumps(row, ensure_ascii=False, default=plain) for row in content]
        return "[\n" + ",\n".join(rows) + "\n]\n"
    return json.dumps(content, ensure_ascii=False, indent=1, default=plain) + "\n"


def main(arguments: list[str]) -> int:
    """Write the compiled files, or compare them."""
    wanted = compiled()
    stale = [
        path
        for path, text in wanted.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    strays = [path for path in DATA.rglob("*.json") if path not in wanted]
    if "--check" in arguments:
        for path in (*stale, *strays):
            print(f"not what the catalogue gives: {path.relative_to(ROOT)}", file=sys.stderr)
        return 1 if stale or strays or _faults() else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], encoding="utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
    for path in strays:
        path.unlink()
        print(f"removed {path.relative_to(ROOT)}")
    from catalogue_coverage import coverage, short_table

    print(short_table(coverage(contents())))
    return 1 if _faults() else 0


def _faults() -> int:
    """Tell what does not hold across the files, and count it."""
    # The checks ask the library, which reads the compiled files: not before these are written.
    from catalogue_checks import faults

    found = faults(read_all())
    for fault in found:
        print(fault, file=sys.stderr)
    return len(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
