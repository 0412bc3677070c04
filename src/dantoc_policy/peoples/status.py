"""What the official lists say about a group on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.errors import Locale
from dantoc_policy.law.provision import Provision
from dantoc_policy.peoples.group import EthnicGroup
from dantoc_policy.peoples.lists import (
    CATEGORIES,
    Anomaly,
    Category,
    Membership,
    OfficialList,
)
from dantoc_policy.values.calendar_dates import check_day
from dantoc_policy.values.text import Text
from dantoc_policy.values.verdict import Verdict

State = Literal["listed", "not_listed", "list_unknown", "no_list"]


def _id(of: EthnicGroup | OfficialList) -> str:
    return of.id


@frozen
class Listing:
    """A list that a group is in, and its place there."""

    list: OfficialList = field(repr=_id)
    membership: Membership

    @property
    def category(self) -> Category:
        """The category that the list gives."""
        return self.list.category

    @property
    def document(self) -> str | None:
        """The number of the document that holds the list."""
        return self.list.document

    @property
    def provision(self) -> Provision | None:
        """Where the list stands."""
        return self.list.provision

    @property
    def source(self) -> str:
        """Where it was read that the group is in the list."""
        return self.membership.source

    @property
    def verified(self) -> bool:
        """Whether sources confirm the list, its first day and that the group is in it."""
        return self.membership.verified and not self.list.unverified & {"document", "since"}

    def to_dict(self) -> dict[str, Any]:
        """Give the listing as plain JSON data."""
        return {
            "list": self.list.id,
            "category": self.category,
            "provision": None if self.provision is None else self.provision.to_dict(),
            "valid": str(self.list.valid),
            "membership": self.membership.to_dict(),
            "source": self.source,
            "verified": self.verified,
        }


@frozen
class CategoryStatus:
    """What the lists of one category say on a day, and which lists that are.

    `listed`: the group is in `lists`. `not_listed`: `lists` count on the day and it is in none.
    `list_unknown`: the law asks for a list for the day, and it is not known. `no_list`: no list for
    the day is known. In the last two, `before` has the lists whose days were over last.
    """

    category: Category
    state: State
    lists: tuple[OfficialList, ...]
    verified: bool
    before: tuple[OfficialList, ...] = ()

    @property
    def name(self) -> Text:
        """The official words for the category."""
        return CATEGORIES[self.category]

    @property
    def verdict(self) -> Verdict:
        """Whether the group is in a list of the category; undetermined where no list says."""
        truths = {"listed": True, "not_listed": False}
        return Verdict.of(truths.get(self.state))

    def to_dict(self) -> dict[str, Any]:
        """Give the answer for the category as plain JSON data."""
        return {
            "category": self.category,
            "vi": self.name.vi,
            "en": self.name.en,
            "state": self.state,
            "verdict": self.verdict.value,
            "lists": [found.id for found in self.lists],
            "before": [found.id for found in self.before],
            "verified": self.verified,
        }


@frozen
class OfficialStatus:
    """The official status of a group on a day: the lists it is in, and what follows from them.

    It is what the published lists say. What criteria give for a group is another question, and a
    list counts only for the members of a group whom its `area` names.
    """

    group: EthnicGroup = field(repr=_id)
    as_of: date
    listings: tuple[Listing, ...]
    by_category: Mapping[Category, CategoryStatus] = field(repr=False, hash=False)

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories that the group has on the day by some list."""
        return tuple(name for name, found in self.by_category.items() if found.state == "listed")

    @property
    def documents(self) -> tuple[str, ...]:
        """The numbers of the documents whose lists the group is in."""
        found = (listing.document for listing in self.listings)
        return tuple(dict.fromkeys(number for number in found if number is not None))

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it was read that the group is in its lists."""
        return tuple(dict.fromkeys(listing.source for listing in self.listings))

    @property
    def verified(self) -> bool:
        """Whether sources confirm all that the answer rests on."""
        return all(found.verified for found in self.by_category.values())

    @property
    def anomalies(self) -> tuple[Anomaly, ...]:
        """What is odd about the group and the lists that the answer rests on."""
        lists = dict.fromkeys(held for found in self.by_category.values() for held in found.lists)
        return tuple(anomaly for held in lists for anomaly in held.anomalies_of(self.group.id))

    def has(self, category: Category) -> Verdict:
        """Whether the group is in a list of a category on the day."""
        return self.by_category[category].verdict

    def text(self, locale: Locale = "vi") -> str:
        """Say the status, category by category, and what is odd about it."""
        from dantoc_policy.peoples.status_text import status_text

        return status_text(self, locale)

    def to_dict(self) -> dict[str, Any]:
        """Give the status as plain JSON data."""
        return {
            "group": self.group.id,
            "as_of": self.as_of.isoformat(),
            "categories": [found.to_dict() for found in self.by_category.values()],
            "listings": [listing.to_dict() for listing in self.listings],
            "documents": list(self.documents),
            "sources": list(self.sources),
            "verified": self.verified,
            "anomalies": [anomaly.to_dict() for anomaly in self.anomalies],
            "text": self.text(),
        }

    def __str__(self) -> str:
        return self.text()


def official_status(
    group: EthnicGroup, lists: Iterable[OfficialList], as_of: date
) -> OfficialStatus:
    """Work out what lists say about a group on a day."""
    check_day(as_of)
    lists = tuple(lists)
    listings = []
    for held in lists:
        membership = held.membership(group.id)
        if membership is not None and as_of in held.valid:
            listings.append(Listing(held, membership))
    return OfficialStatus(
        group=group,
        as_of=as_of,
        listings=tuple(listings),
        by_category={
            category: _by_category(category, listings, lists, as_of) for category in CATEGORIES
        },
    )


def _by_category(
    category: Category, listings: list[Listing], lists: tuple[OfficialList, ...], as_of: date
) -> CategoryStatus:
    mine = [listing for listing in listings if listing.category == category]
    if mine:
        # One list that sources confirm is enough to say that the group is listed.
        sure = any(listing.verified for listing in mine)
        return CategoryStatus(category, "listed", tuple(held.list for held in mine), sure)
    of_category = [held for held in lists if held.category == category]
    counting = tuple(held for held in of_category if as_of in held.valid)
    if counting and all(held.known for held in counting):
        sure = _sure(counting, "document", "since", "groups")
        return CategoryStatus(category, "not_listed", counting, sure)
    before = _last_over(of_category, as_of)
    sure = _sure(counting, "since") and _sure(before, "until")
    state: State = "list_unknown" if counting else "no_list"
    return CategoryStatus(category, state, counting, sure, before)


def _sure(lists: Iterable[OfficialList], *names: str) -> bool:
    return all(held.is_verified(name) for held in lists for name in names)


def _last_over(lists: Iterable[OfficialList], as_of: date) -> tuple[OfficialList, ...]:
    ends = {held: held.valid.end for held in lists if held.known}
    over = {held: end for held, end in ends.items() if end is not None and end < as_of}
    last = max(over.values(), default=None)
    return tuple(held for held, end in over.items() if end == last)
