"""Official lists of groups, the days for which they count, and what is odd about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.data import load
from dantoc_policy.errors import Locale
from dantoc_policy.law.provision import Provision
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

Category = Literal["many_difficulties", "specific_difficulties", "very_small"]
CATEGORIES: Mapping[Category, Text] = {
    "many_difficulties": Text("còn gặp nhiều khó khăn", "with many difficulties"),
    "specific_difficulties": Text("có khó khăn đặc thù", "with specific difficulties"),
    "very_small": Text("rất ít người", "very small"),
}


@frozen
class Membership:
    """That a group stands in a list: with which number, and where it lives, if that is known.

    `verified` says whether a source confirms that it stands there, `provinces_verified` the places.
    """

    group: str
    order: int | None
    provinces: tuple[str, ...]
    source: str
    verified: bool
    provinces_verified: bool

    def to_dict(self) -> dict[str, Any]:
        """Give the membership as plain JSON data."""
        return {
            "group": self.group,
            "order": self.order,
            "provinces": list(self.provinces),
            "source": self.source,
            "verified": self.verified,
            "provinces_verified": self.provinces_verified,
        }


@frozen
class Anomaly:
    """Something odd about groups and a list, which is a fact and no mistake of the library."""

    groups: tuple[str, ...]
    text: Text
    source: str
    verified: bool
    note: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the anomaly as plain JSON data."""
        return {
            "groups": list(self.groups),
            "vi": self.text.vi,
            "en": self.text.en,
            "source": self.source,
            "verified": self.verified,
            "note": self.note,
        }


@frozen(kw_only=True)
class OfficialList:
    """A list of groups of one category, and the days for which it counts.

    `provision` is where the list stands and `part` which one it is of several there; `criteria` is
    the number of the document whose criteria it applies. `members` None says that the list of these
    days is not known. `area` says for whom of a group the list counts. `unverified` names the
    fields that no source confirms.

    >>> [found] = [found for found in read_lists() if found.id == "qd-1227-2021-ii"]
    >>> len(found), found.membership("la-ha").order, "ngai" in found
    (14, 14, False)
    """

    id: str
    name: Text
    category: Category
    provision: Provision | None
    part: str | None
    criteria: str | None
    valid: Period
    area: Text | None = field(repr=False)
    members: tuple[Membership, ...] | None = field(repr=False)
    provinces: tuple[str, ...] = field(repr=False)
    anomalies: tuple[Anomaly, ...] = field(repr=False)
    source: str
    sources: tuple[tuple[str, str], ...] = field(repr=False)
    unverified: frozenset[str]
    note: str | None = field(repr=False)

    @property
    def known(self) -> bool:
        """Whether the members are known."""
        return self.members is not None

    @property
    def document(self) -> str | None:
        """The number of the document that holds the list."""
        return None if self.provision is None else self.provision.document

    def title(self, locale: Locale = "vi") -> str:
        """Say where the list stands; where that is not known, whose criteria it will apply.

        >>> [found] = [found for found in read_lists() if found.id == "qd-1227-2021-ii"]
        >>> found.title("en")
        'list II of Decision 1227/QĐ-TTg'
        """
        if self.provision is None:
            criteria = Provision(self.criteria or "").text(locale)
            return f"danh sách theo {criteria}" if locale == "vi" else f"the list under {criteria}"
        held = self.provision.text(locale)
        if self.part is None:
            return held
        vi, en = f"danh sách {self.part} kèm theo {held}", f"list {self.part} of {held}"
        return vi if locale == "vi" else en

    def membership(self, group: str) -> Membership | None:
        """Give the place of a group in the list, or None where it is not in it."""
        return next((found for found in self.members or () if found.group == group), None)

    def anomalies_of(self, group: str) -> tuple[Anomaly, ...]:
        """Give what is odd about a group and this list."""
        return tuple(anomaly for anomaly in self.anomalies if group in anomaly.groups)

    def is_verified(self, name: str) -> bool:
        """Whether a source confirms what a field says; `since` and `until` are those of `valid`."""
        return name not in self.unverified

    def source_of(self, name: str) -> str:
        """Give the source of one field, an entry of the catalogue of sources."""
        return dict(self.sources).get(name, self.source)

    def to_dict(self) -> dict[str, Any]:
        """Give the list as plain JSON data."""
        return {
            "id": self.id,
            "vi": self.name.vi,
            "en": self.name.en,
            "category": self.category,
            "provision": None if self.provision is None else self.provision.to_dict(),
            "part": self.part,
            "criteria": self.criteria,
            "valid": str(self.valid),
            "area": None if self.area is None else {"vi": self.area.vi, "en": self.area.en},
            "members": None if self.members is None else [m.to_dict() for m in self.members],
            "provinces": list(self.provinces),
            "anomalies": [anomaly.to_dict() for anomaly in self.anomalies],
            "source": self.source,
            "sources": dict(self.sources),
            "unverified": sorted(self.unverified),
            "note": self.note,
        }

    def __iter__(self) -> Iterator[Membership]:
        return iter(self.members or ())

    def __len__(self) -> int:
        return len(self.members or ())

    def __contains__(self, group: object) -> bool:
        return any(found.group == group for found in self.members or ())


def read_lists() -> tuple[OfficialList, ...]:
    """Read the packaged lists, the oldest first.

    >>> sum(found.document == "1227/QĐ-TTg" for found in read_lists())
    2
    """
    return tuple(_read(row) for row in load("peoples/lists"))


def _read(row: Mapping[str, Any]) -> OfficialList:
    def day(key: str) -> date | None:
        return date.fromisoformat(row[key]) if row.get(key) else None

    area = row.get("area")
    return OfficialList(
        id=row["id"],
        name=Text(row["vi"], row["en"]),
        category=row["category"],
        provision=_provision(row),
        part=row.get("part"),
        criteria=row.get("criteria"),
        valid=Period(day("since"), day("until")),
        area=None if area is None else Text(area["vi"], area["en"]),
        members=None if row["groups"] is None else tuple(_members(row)),
        provinces=tuple(row.get("provinces", ())),
        anomalies=tuple(_anomaly(anomaly) for anomaly in row.get("anomalies", ())),
        source=row["source"],
        sources=tuple(row.get("sources", {}).items()),
        unverified=frozenset(row.get("unverified", ())),
        note=row.get("note"),
    )


def _provision(row: Mapping[str, Any]) -> Provision | None:
    if row["document"] is None:
        return None
    return Provision(row["document"], row.get("article"), row.get("clause"))


def _members(row: Mapping[str, Any]) -> Iterator[Membership]:
    unverified = row.get("unverified", ())
    where = row.get("where", {})
    for order, group in enumerate(row["groups"], 1):
        yield Membership(
            group=group,
            order=order if row.get("ordered") else None,
            provinces=tuple(where.get(group, ())),
            source=row.get("sources", {}).get("groups", row["source"]),
            verified="groups" not in unverified,
            provinces_verified=group in where and "where" not in unverified,
        )


def _anomaly(row: Mapping[str, Any]) -> Anomaly:
    return Anomaly(
        groups=tuple(row["groups"]),
        text=Text(row["vi"], row["en"]),
        source=row["source"],
        verified=row["verified"],
        note=row.get("note"),
    )
