"""What has to hold across the files of the catalogue; each fault names the file and the entry.

Every entry has a source that there is; what is verified rests on one; marks name values that
there are; identifiers are unique; and whatever one file names of another is there: documents,
issuers, units, regions, events, lists, bodies, functions, ethnic groups, languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

from catalogue_coverage import ABOUT_ITSELF, UNSOURCED, data, is_vocabulary, unverified

from dantoc_policy.bodies.territory import territories
from dantoc_policy.errors import PolicyError
from dantoc_policy.law.library import documents
from dantoc_policy.law.spelling import slug
from dantoc_policy.places.place import place_id

Files = Mapping[str, tuple[str, Any]]
"""By the path of each file within `catalogue/`: the name it is compiled to, and what it holds."""

_NAMED_BY = ("id", "number", "name", "code", "place", "old", "vi", "as_of")
_UNIT = re.compile(r"vn:(tinh|huyen|xa):\S+")
# Words that stand for a list where names may be listed.
_WORDS = {"bodies/bodies": {"all", "rest", "unknown"}, "peoples/figures": {"minorities", "country"}}
# What values refer to, by the compiled file and the names that lead to them.
_REFERENCES = {
    "law/documents": {
        "type": "type of documents",
        "issuers": "issuer",
        "relations.target": "document",
    },
    "law/competence": {"type": "type of documents", "issuers": "issuer"},
    "law/issuers": {"successors": "issuer"},
    "law/effect_rules": {
        "earliest.law": "document",
        "earliest.issuers": "issuer",
        "parent_ended.law": "document",
    },
    "bodies/bodies": {
        "issuer": "issuer",
        "parents.id": "body",
        "handovers.to": "body",
        "handovers.if": "body",
        "handovers.if_not": "body",
        "handovers.functions": "function",
        "where.in": "territory",
    },
    "bodies/classes": {
        "members": "body",
        "includes": "group of bodies",
        "followed_by.to": "group of bodies",
    },
    "bodies/mergers": {"code": "province"},
    "peoples/groups": {
        "family": "language family",
        "branch": "language branch",
        "other_branches.family": "language family",
        "other_branches.branch": "language branch",
    },
    "peoples/lists": {
        "criteria": "document",
        "groups": "ethnic group",
        "anomalies.groups": "ethnic group",
        "provinces": "name of a province",
    },
    "peoples/figures": {"of": "ethnic group"},
    "places/provinces_63": {"type": "type of units", "region": "region", "into": "province"},
    "places/provinces_34": {
        "type": "type of units",
        "region": "region",
        "from": "province",
        "resolution": "document",
    },
    "places/districts": {"type": "type of units", "province": "province"},
    "places/communes": {"type": "type of units", "province": "province", "district": "district"},
    "places/lineage": {"event": "event"},
    "places/coverage": {"province": "province"},
    "places/regions": {"regions.provinces": "province"},
    "places/official_lists": {"criteria": "document"},
    "places/official_counts": {"list": "list"},
    "places/official_communes": {
        "list": "list",
        "type": "type of units",
        "province": "province",
        "district": "district",
    },
    "places/whole_country": {"later.event": "event", "later.type": "type of units"},
}


@dataclass(frozen=True)
class Fault:
    """What is wrong with one entry."""

    file: str
    entry: str
    what: str

    def __str__(self) -> str:
        return f"catalogue/{self.file}: {self.entry}: {self.what}"


@dataclass(frozen=True)
class _Part:
    """One mapping of a file: a row, or a mapping within it, and the names that lead to it."""

    file: str
    name: str
    entry: str
    path: str
    row: Mapping[str, Any]

    def fault(self, what: str) -> Fault:
        return Fault(self.file, self.entry, what)

    def named(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


class Catalogue:
    """The files of the catalogue with what there is to refer to."""

    def __init__(self, files: Files) -> None:
        self.files = {path: held for path, held in files.items() if held[1]}

    @cached_property
    def parts(self) -> tuple[_Part, ...]:
        """Every mapping of every file."""
        return tuple(
            part
            for file, (name, content) in self.files.items()
            for place, row in _rows(content)
            for part in _parts(_Part(file, name, _label(row, place), "", row))
        )

    @cached_property
    def known(self) -> Mapping[str, frozenset[str]]:
        """The identifiers of what can be referred to, by kind."""
        languages = self.rows("peoples/languages")
        codes = {*self.all("places/provinces_63", "code"), *self.all("places/provinces_34", "code")}
        named = {*self.all("places/provinces_63", "vi"), *self.all("places/provinces_34", "vi")}
        regions = [row["id"] for s in self.rows("places/regions") for row in s["regions"]]
        return {
            kind: frozenset(names)
            for kind, names in {
                "source": self.all("sources", "id"),
                "type of documents": self.all("law/document_types", "id"),
                "issuer": self.all("law/issuers", "id"),
                "body": self.all("bodies/bodies", "id"),
                "function": self.all("bodies/functions", "id"),
                "group of bodies": self.all("bodies/classes", "id"),
                "territory": territories(),
                "ethnic group": self.all("peoples/groups", "id"),
                "language family": self.all("peoples/languages", "id"),
                "language branch": [name for row in languages for name in row["branches"]],
                "type of units": self.all("places/unit_types", "id"),
                "province": codes,
                "name of a province": named,
                "district": self.all("places/districts", "code"),
                "region": regions,
                "event": self.all("places/events", "id"),
                "list": self.all("places/official_lists", "id"),
                "unit": self._units(),
            }.items()
        }

    def rows(self, name: str) -> list[Any]:
        """Give the rows of a file, or of all files of a folder."""
        held = (content for found, content in self.files.values() if found == name)
        return [row for content in held for row in content]

    def all(self, name: str, field: str) -> list[str]:
        """Give one value of every row."""
        return [str(row[field]) for row in self.rows(name) if row.get(field) is not None]

    def _units(self) -> Iterator[str]:
        districts = {row["code"]: row["vi"] for row in self.rows("places/districts")}
        provinces = {row["code"]: row["vi"] for row in self.rows("places/provinces_34")}
        for name in ("places/provinces_63", "places/provinces_34"):
            for row in self.rows(name):
                yield _unit("province", row["code"], row)
        for row in self.rows("places/districts"):
            yield _unit("district", row["code"], row)
        for row in self.rows("places/communes"):
            where = districts.get(row["district"]) or provinces.get(row["province"], "")
            yield _unit("commune", row["code"] or f"{slug(where)}.{slug(row['vi'])}", row)


def faults(files: Files) -> list[Fault]:
    """Give all that is wrong across the files, in their order."""
    catalogue = Catalogue(files)
    return [fault for check in CHECKS for fault in check(catalogue)]


def sources_are_known(catalogue: Catalogue) -> Iterator[Fault]:
    """Every source that is named is an entry of `sources/`."""
    for part in catalogue.parts:
        named = [part.row.get("source"), *(part.row.get("sources") or {}).values()]
        for source in named:
            if isinstance(source, str) and source not in catalogue.known["source"]:
                yield part.fault(f"there is no source {source!r} in sources/")


def everything_has_a_source(catalogue: Catalogue) -> Iterator[Fault]:
    """Nothing but a vocabulary of our own is without a source."""
    for file, (name, content) in catalogue.files.items():
        if name == "sources" or is_vocabulary(name, content):
            continue
        for place, row in _rows(content):
            lacking = {found.field for found in data(name, row) if found.state == "own"}
            if lacking:
                what = f"no source for {', '.join(sorted(lacking))}"
                yield Fault(file, _label(row, place), what)


def marks_name_values(catalogue: Catalogue) -> Iterator[Fault]:
    """`unverified` and `sources` name values that the entry has."""
    for part in catalogue.parts:
        for mark in ("unverified", "sources"):
            marked = unverified(part.row) if mark == "unverified" else part.row.get(mark) or {}
            for name in marked:
                if name not in part.row:
                    yield part.fault(f"{mark} names {name!r}, which the entry does not have")


def verified_rests_on_a_source(catalogue: Catalogue) -> Iterator[Fault]:
    """What is marked verified has a source, and what rests on memory is marked."""
    for part in catalogue.parts:
        row, marked = part.row, unverified(part.row)
        if row.get("verified") and row.get("source") == "memory":
            yield part.fault("verified, and its source is 'memory'")
        if row.get("verified", True):
            for name, source in (row.get("sources") or {}).items():
                if source in UNSOURCED and name not in marked:
                    yield part.fault(f"{name!r} rests on {source!r} and is not marked unverified")


def identifiers_are_unique(catalogue: Catalogue) -> Iterator[Fault]:
    """No two entries of one list bear one identifier."""
    seen: set[tuple[str, str]] = set()
    for part in catalogue.parts:
        if not part.path and "id" in part.row:
            key = part.name, str(part.row["id"])
            if key in seen:
                yield part.fault(f"another entry is called {key[1]!r} too")
            seen.add(key)


def no_text_was_parted(catalogue: Catalogue) -> Iterator[Fault]:
    """A comma in a text without quotes ends it: what follows becomes a name without a value."""
    for part in catalogue.parts:
        for name, value in part.row.items():
            if value is None and not (isinstance(name, str) and re.fullmatch(r"[A-Za-z]\w*", name)):
                yield part.fault(f"{name!r} is no name of a value; does a text lack its quotes?")


def documents_are_known(catalogue: Catalogue) -> Iterator[Fault]:
    """Every document that an entry is founded on is in the library of documents."""
    for part in catalogue.parts:
        named = part.row.get("document")
        if isinstance(named, str):
            issued = part.row.get("issued") if part.path else None
            if problem := _no_document(named, str(issued) if issued else None):
                yield part.fault(problem)


def units_are_known(catalogue: Catalogue) -> Iterator[Fault]:
    """Every identifier of a unit, wherever it stands, is that of a unit of `places/`."""
    for part in catalogue.parts:
        for name, value in part.row.items():
            for found in value if isinstance(value, list) else [value]:
                known = catalogue.known["unit"]
                if isinstance(found, str) and _UNIT.fullmatch(found) and found not in known:
                    yield part.fault(f"{part.named(name)}: there is no unit {found!r}")


def references_are_known(catalogue: Catalogue) -> Iterator[Fault]:
    """What one file names of another is there."""
    for part in catalogue.parts:
        for name, value in part.row.items():
            kind = _REFERENCES.get(part.name, {}).get(part.named(name))
            if kind is None or name in ABOUT_ITSELF - {"id"}:
                continue
            for found in value if isinstance(value, list) else [value]:
                if found is None or found in _WORDS.get(part.name, ()):
                    continue
                if kind == "district" and not str(found).isdecimal():
                    continue  # the name of one that is not held
                if kind == "document":
                    problem = _no_document(str(found), None)
                else:
                    there = str(found) in catalogue.known[kind]
                    problem = None if there else f"there is no {kind} {found!r}"
                if problem:
                    yield part.fault(f"{part.named(name)}: {problem}")


def lists_say_where_of_their_groups(catalogue: Catalogue) -> Iterator[Fault]:
    """Where a list of ethnic groups says where they live, these are groups and provinces of it."""
    for row in catalogue.rows("peoples/lists"):
        for group, provinces in row.get("where", {}).items():
            if group not in row["groups"]:
                yield Fault("peoples/lists.yaml", row["id"], f"where: {group!r} is not in the list")
            for name in set(provinces) - set(row["provinces"]):
                what = f"where: {name!r} is no province of the list"
                yield Fault("peoples/lists.yaml", row["id"], what)


CHECKS: tuple[Callable[[Catalogue], Iterator[Fault]], ...] = (
    no_text_was_parted,
    identifiers_are_unique,
    everything_has_a_source,
    sources_are_known,
    marks_name_values,
    verified_rests_on_a_source,
    documents_are_known,
    units_are_known,
    references_are_known,
    lists_say_where_of_their_groups,
)


def _rows(content: Any) -> Iterator[tuple[int, Any]]:
    """Give the rows of a file with their places; a file that is no list is one row."""
    return enumerate(content if isinstance(content, list) else [content])


def _parts(part: _Part) -> Iterator[_Part]:
    yield part
    for name, value in part.row.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict) and name != "sources":
                yield from _parts(replace(part, path=part.named(str(name)), row=item))


def _label(row: Any, place: int) -> str:
    """Say which entry it is, by its name or its place in the file."""
    named = next((row[name] for name in _NAMED_BY if row.get(name)), None)
    return f"entry {place + 1}" + ("" if named is None else f" ({named})")


def _unit(level: Any, key: str, row: Mapping[str, Any]) -> str:
    since = row["since"]
    made = place_id(level, key, None)
    return made if since is None else f"{made.partition('@')[0]}@{since}"


@cache
def _no_document(key: str, issued: str | None) -> str | None:
    day = f"@{issued}" if issued and "@" not in key else ""
    try:
        documents.get(f"{key}{day}")
    except PolicyError as error:
        return f"document {key!r}: {error}"
    return None
