"""Groups of bodies as documents name them: "các sở, ban, ngành", "UBND các huyện, thành phố"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from attrs import field, frozen

from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.handover import read_basis
from dantoc_policy.bodies.spelling import Word, joined, short_forms, words
from dantoc_policy.data import load
from dantoc_policy.errors import Locale
from dantoc_policy.law.provision import Provision
from dantoc_policy.values.calendar_dates import check_day
from dantoc_policy.values.text import Text

_UNSOURCED = frozenset({"memory", "derived"})
# Words around a group's name that say no more than where it is.
_AROUND = re.compile(r"(?:trendiaban|thuoc|cua)?(?:cap)?(?:tinh|thanhpho)(?:quanly)?")
_EVERY = "cac"


@frozen
class Following:
    """The group that took the place of another, and since when."""

    id: str
    on: date
    basis: Provision | None
    source: str
    verified: bool
    note: str | None = None


@frozen(kw_only=True)
class BodyClass:
    """A group of bodies that a text names as such; who belongs to it depends on the day.

    `members` None says that the words name a role, which the text itself gives to someone.
    `complete_since` is the day from which the members are all (`complete`: always); else others
    may belong to the group too.

    >>> from dantoc_policy.bodies.library import bodies
    >>> [group] = bodies.find_class("UBND các huyện, thị xã, thành phố")
    >>> [body.id for body in group.at(date(2025, 6, 30))], group.at(date(2025, 7, 1))
    (['uy_ban_nhan_dan_huyen'], ())
    >>> group.followed_by[0].id
    'uy_ban_nhan_dan_cac_xa'
    """

    id: str
    name: Text
    other_names: tuple[str, ...] = field(repr=False)
    heads: tuple[str, ...] = field(repr=False)
    kinds: tuple[str, ...] = field(repr=False)
    members: tuple[Body, ...] | None = field(repr=False)
    complete: bool
    complete_since: date | None
    followed_by: tuple[Following, ...] = field(repr=False)
    basis: Provision | None = field(repr=False)
    source: str = field(repr=False)
    unverified: frozenset[str] = field(repr=False)
    note: str | None = field(repr=False)

    def at(self, day: date) -> tuple[Body, ...] | None:
        """Give the members that were there on a day; None where the words name a role."""
        check_day(day)
        if self.members is None:
            return None
        return tuple(body for body in self.members if body.exists(day))

    def is_complete(self, day: date) -> bool:
        """Whether the members that are known are all, on a day."""
        since = self.complete_since
        return self.complete or (since is not None and since <= check_day(day))

    def is_verified(self, name: str) -> bool:
        """Whether a source confirms a field."""
        return name not in self.unverified and self.source not in _UNSOURCED

    def is_named(self, text: str) -> bool:
        """Whether a text is a name of the group, with its kinds of places in any order."""
        every = words(text)
        read = tuple(word for word in every if word.plain != _EVERY)
        whole = joined(read)
        return any(_matches(name, whole) for name in (self.name.vi, *self.other_names)) or any(
            self._of_kinds(read, words(head), many=read != every) for head in self.heads
        )

    def _of_kinds(self, read: Sequence[Word], head: Sequence[Word], *, many: bool) -> bool:
        # One kind without "các" is a single body: "UBND huyện".
        size = len(head)
        if joined(read[:size]) != joined(head) or len(read) == size:
            return False
        kinds = "|".join(joined(words(kind)) for kind in self.kinds)
        rest, least = joined(read[size:]), "+" if many else "{2,}"
        return re.fullmatch(rf"(?:{kinds}){least}(?:{_AROUND.pattern})?", rest) is not None

    def text(self, locale: Locale = "vi") -> str:
        """Give the name."""
        return self.name.get(locale)

    def to_dict(self) -> dict[str, Any]:
        """Give the group as plain JSON data."""
        since = self.complete_since
        return {
            "id": self.id,
            "vi": self.name.vi,
            "en": self.name.en,
            "other_names": list(self.other_names),
            "members": None if self.members is None else [body.id for body in self.members],
            "complete": self.complete,
            "complete_since": None if since is None else since.isoformat(),
            "followed_by": [
                {"id": one.id, "on": one.on.isoformat(), "verified": one.verified}
                for one in self.followed_by
            ],
            "basis": None if self.basis is None else self.basis.to_dict(),
            "source": self.source,
            "unverified": sorted(self.unverified),
            "note": self.note,
        }

    def __str__(self) -> str:
        return self.text()


def _matches(name: str, whole: str) -> bool:
    pattern, around = _pattern(name), _AROUND.pattern
    return re.fullmatch(f"(?:{pattern})(?:{around})?", whole) is not None


@cache
def _pattern(name: str) -> str:
    every = re.compile(r"\bcác\b", re.IGNORECASE)
    return short_forms(every.sub("", name))


def read_classes(known: Mapping[str, Body]) -> dict[str, BodyClass]:
    """Read the packaged groups; their members are among the known bodies."""
    rows = {row["id"]: row for row in load("bodies/classes")}

    def members(row: Mapping[str, Any]) -> dict[str, Body]:
        found = {name: known[name] for name in row["members"]}
        for group in row.get("includes", ()):
            found |= members(rows[group])
        return found

    return {
        name: BodyClass(
            id=name,
            name=Text(row["vi"], row["en"]),
            other_names=tuple(one["vi"] for one in row.get("also", ())),
            heads=tuple(row.get("heads", ())),
            kinds=tuple(row.get("kinds", ())),
            members=None if row["members"] is None else tuple(members(row).values()),
            complete=row.get("complete", False),
            complete_since=_day(row.get("complete_since")),
            followed_by=tuple(_following(one) for one in row.get("followed_by", ())),
            basis=read_basis(row),
            source=row["source"],
            unverified=frozenset(row.get("unverified", ())),
            note=row.get("note"),
        )
        for name, row in rows.items()
    }


def _following(row: Mapping[str, Any]) -> Following:
    return Following(
        id=row["to"],
        on=date.fromisoformat(row["day"]),
        basis=read_basis(row),
        source=row["source"],
        verified=row["verified"],
        note=row.get("note"),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
