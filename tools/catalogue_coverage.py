"""How many data of the catalogue have a source, rest on memory, or are null.

What is counted. A datum is one value of one entry: a text, a number, a day, or a list of such.
Entries within an entry (a handover, a relation, the count of a census) are counted by their own
values. What an entry says about itself is none: its identifier, its source, what is unverified,
notes, the line of a file.

How it counts, the first that fits:

- *null*: the value stands there empty. It is not known, or there is none; `until` empty is
  counted apart as an *open end*: it lasts, or no end is known.
- *from memory*: the value or its whole entry is marked unverified, or its source is `memory`, or
  it is `derived` from others and nothing says that this is verified.
- *with a source*: one is named for the value, for its entry or for what the entry stands in. In a
  plan that is the document of the plan itself, where nothing nearer names another.
- *own words*: no source is named anywhere. Only vocabularies may have these: lists in `plans/`
  of which no entry names one.

What is left out of an entry altogether is not counted: nobody wrote that it is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

State = Literal["sourced", "memory", "null", "open", "own"]
STATES: tuple[State, ...] = ("sourced", "memory", "null", "open", "own")
HEADINGS: Mapping[State, str] = {
    "sourced": "with a source",
    "memory": "from memory",
    "null": "null",
    "open": "open end",
    "own": "own words",
}
# What rests on one of these is confirmed by nothing, unless its entry says so.
UNSOURCED = ("memory", "derived")
ABOUT_ITSELF = frozenset(
    {"id", "source", "sources", "verified", "unverified", "note", "file", "section", "line"}
)
NOT_COUNTED = ("sources",)


@dataclass(frozen=True)
class Datum:
    """One value of the catalogue: the names that lead to it, and on what it rests."""

    path: tuple[str, ...]
    state: State

    @property
    def field(self) -> str:
        """The names without the places in lists."""
        return ".".join(name for name in self.path if name)


@dataclass(frozen=True)
class _Basis:
    """What is known of a value from all that it stands in; `verified` None: nothing is said."""

    source: str | None = None
    verified: bool | None = None

    def state(self, name: str, value: Any) -> State:
        if value is None:
            return "open" if name == "until" else "null"
        if self.verified is False or (self.source in UNSOURCED and not self.verified):
            return "memory"
        return "own" if self.source is None else "sourced"


def data(name: str, content: Any) -> Iterator[Datum]:
    """Give every datum of a compiled file, whose name tells whether it is a plan.

    >>> row = {"id": "a", "vi": "x", "en": "y", "source": "s/1", "unverified": ["en"]}
    >>> [(datum.field, datum.state) for datum in data("places/new", [row])]
    [('vi', 'sourced'), ('en', 'memory')]
    """
    basis = _Basis()
    if name.startswith("plans/") and isinstance(content, dict):
        basis = _Basis(content.get("document"))
    return _walk(content, (), basis)


def _walk(value: Any, path: tuple[str, ...], basis: _Basis) -> Iterator[Datum]:
    if isinstance(value, dict):
        yield from _entry(value, path, basis)
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        for item in value:
            yield from _walk(item, (*path, ""), basis)
    else:
        yield Datum(path, basis.state(path[-1] if path else "", value))


def _entry(row: Mapping[str, Any], path: tuple[str, ...], basis: _Basis) -> Iterator[Datum]:
    if isinstance(row.get("source"), str):  # what is nearer counts
        basis = _Basis(row["source"])
    if "verified" in row:
        basis = replace(basis, verified=bool(row["verified"]))
    marked, sources = unverified(row), row.get("sources") or {}
    for key, value in row.items():
        name = str(key)  # YAML takes a year for a number
        if name in ABOUT_ITSELF or name.endswith("_verified"):
            continue
        own = replace(basis, source=sources.get(name, basis.source))
        if name in marked or row.get(f"{name}_verified") is False:
            own = replace(own, verified=False)
        yield from _walk(value, (*path, name), own)


def is_vocabulary(name: str, content: Any) -> bool:
    """Whether a file gives names to what plans speak of, which no source need confirm."""
    plain = name.startswith("plans/") and isinstance(content, list)
    return plain and all(datum.state == "own" for datum in data(name, content))


def unverified(row: Mapping[str, Any]) -> list[str]:
    """Give the names of the values of an entry that are marked; a cell of CSV parts them by spaces.

    >>> unverified({"unverified": "vi type"}), unverified({"unverified": None})
    (['vi', 'type'], [])
    """
    marked = row.get("unverified") or []
    return marked.split() if isinstance(marked, str) else list(marked)


@dataclass
class Coverage:
    """The counts of one file, or of several together."""

    name: str
    counts: Counter[State] = field(default_factory=Counter)
    fields: dict[State, Counter[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, content: Any) -> Coverage:
        """Count one compiled file."""
        found = cls(name)
        for datum in data(name, content):
            found.counts[datum.state] += 1
            found.fields.setdefault(datum.state, Counter())[datum.field] += 1
        return found

    @classmethod
    def together(cls, name: str, parts: Iterable[Coverage]) -> Coverage:
        """Add up several files."""
        return cls(name, sum((part.counts for part in parts), Counter()))

    @property
    def total(self) -> int:
        """All data, null and open ones too."""
        return self.counts.total()

    def cells(self) -> list[str]:
        """Give the name, the total and the count of every state."""
        return [self.name, f"{self.total:,}", *(f"{self.counts[state]:,}" for state in STATES)]


def coverage(contents: Mapping[str, Any]) -> list[Coverage]:
    """Count all files of a catalogue, given by the names that they are compiled to."""
    return [
        Coverage.of(name, content)
        for name, content in sorted(contents.items())
        if name not in NOT_COUNTED
    ]


def by_folder(files: Iterable[Coverage]) -> list[Coverage]:
    """Add up the files of each folder, and all of them."""
    files = list(files)
    folders = dict.fromkeys(found.name.partition("/")[0] for found in files)
    parts = [
        Coverage.together(folder, (f for f in files if f.name.partition("/")[0] == folder))
        for folder in folders
    ]
    return [*parts, Coverage.together("all", files)]


def short_table(files: Iterable[Coverage]) -> str:
    """Give the counts by folder, for a terminal."""
    head = ["", "data", *HEADINGS.values()]
    rows = [head, *(found.cells() for found in by_folder(files))]
    widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def markdown(files: Iterable[Coverage]) -> str:
    """Give the counts by folder and by file, and which values lack a source, as Markdown."""
    files = list(files)
    by_file = [[f"`{found.name}`", *found.cells()[1:]] for found in files]
    lacking = [
        [f"`{found.name}`", _fields(found, "memory"), _fields(found, "null")]
        for found in files
        if found.counts["memory"] or found.counts["null"]
    ]
    counted = ["data", *HEADINGS.values()]
    return "\n\n".join(
        [
            "## By subject",
            _table(["subject", *counted], [found.cells() for found in by_folder(files)]),
            "## By file",
            _table(["file", *counted], by_file),
            "## Which values",
            _table(["file", "from memory", "null"], lacking, numbers=False),
        ]
    )


def _fields(found: Coverage, state: State) -> str:
    counted = found.fields.get(state, Counter())
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {count:,}" for name, count in ordered)


def _table(head: list[str], rows: Iterable[list[str]], *, numbers: bool = True) -> str:
    line = ["---", *(["--:" if numbers else "---"] * (len(head) - 1))]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, line, *rows))
