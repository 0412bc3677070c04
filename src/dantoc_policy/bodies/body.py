"""A public body: its names, when it was there, what it is under, and who took over from it."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from attrs import evolve, field, frozen

from dantoc_policy.bodies.handover import Handover
from dantoc_policy.bodies.territory import Territory
from dantoc_policy.errors import InputError, Locale
from dantoc_policy.law.provision import Provision
from dantoc_policy.values.calendar_dates import check_day
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

Level = Literal["central", "province", "district", "commune", "unit"]
Kind = Literal[
    "assembly",
    "government",
    "ministry",
    "ministerial",
    "agency",
    "committee",
    "council",
    "department",
    "division",
    "office",
    "police",
    "service_unit",
    "party",
    "front",
    "organisation",
    "enterprise",
]
Role = Literal["sets_up", "regulates", "re_forms", "ends"]
# Where a body of one level may bear the name of a province.
_PROVINCIAL = frozenset({"province", "unit"})
# What a source stands for where there is none: remembered, or concluded from other facts.
_UNSOURCED = frozenset({"memory", "derived"})


@frozen
class OtherName:
    """Another name of a body, in one language, and the days for which it holds."""

    vi: str | None
    en: str | None
    valid: Period


@frozen
class Parent:
    """What a body is under, and when; `basis` is the provision that put it there."""

    id: str
    period: Period
    basis: Provision | None = None


@frozen
class Basis:
    """A document that the body rests on: what it did to it, since when if it is dated."""

    provision: Provision
    role: Role
    source: str
    verified: bool
    on: date | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the basis as plain JSON data."""
        return {
            "provision": self.provision.to_dict(),
            "role": self.role,
            "on": None if self.on is None else self.on.isoformat(),
            "source": self.source,
            "verified": self.verified,
        }


@frozen
class Presence:
    """Whether a province has a body that only some have."""

    territory: str
    there: bool
    source: str
    verified: bool


@frozen(kw_only=True)
class Body:
    """A public body, or all of a kind where there is one in every place (`placed`).

    `level` "unit" stands for several levels. `existed` has no first day where none is known, and
    no last one while the body is there. `optional` says that only some provinces have it, `where`
    of which ones that is known. `issuer` is its entry among the bodies that issue documents.
    `territory` is the province of a single one of a kind; see `in_territory`. `unverified` names
    the fields that no source confirms; `since` and `until` are those of `existed`.

    >>> from dantoc_policy.bodies.library import bodies
    >>> body = bodies.get("Sở KH&ĐT")
    >>> body.name.vi, body.existed.end, body.handovers[0].receiver
    ('Sở Kế hoạch và Đầu tư', datetime.date(2025, 2, 28), 'so_tai_chinh')
    """

    id: str
    name: Text
    other_names: tuple[OtherName, ...] = field(repr=False)
    abbreviations: tuple[str, ...] = field(repr=False)
    level: Level
    kind: Kind = field(repr=False)
    placed: bool = field(repr=False)
    optional: bool = field(repr=False)
    where: tuple[Presence, ...] = field(repr=False)
    parents: tuple[Parent, ...] = field(repr=False)
    existed: Period
    bases: tuple[Basis, ...] = field(repr=False)
    handovers: tuple[Handover, ...] = field(repr=False)
    issuer: str | None = field(repr=False)
    territory: Territory | None = field(default=None, repr=False)
    source: str = field(repr=False)
    sources: tuple[tuple[str, str], ...] = field(repr=False)
    unverified: frozenset[str] = field(repr=False)
    note: str | None = field(repr=False)

    @property
    def template(self) -> str:
        """The identifier of the row that a single one of a kind stands in."""
        return self.id.partition("/")[0]

    @property
    def is_provincial(self) -> bool:
        """Whether every province has, or may have, one of its own."""
        return self.placed and self.level == "province"

    def exists(self, day: date) -> bool:
        """Whether the body was there on a day, as far as is known."""
        return check_day(day) in self.existed

    def parent(self, day: date) -> str | None:
        """Give the identifier of what the body was under on a day, if that is known."""
        check_day(day)
        return next((parent.id for parent in self.parents if day in parent.period), None)

    def is_there(self, territory: Territory) -> Presence | None:
        """Tell whether a province has the body, where that is known of an optional one."""
        return next((found for found in self.where if found.territory == territory.id), None)

    def in_territory(self, territory: Territory) -> Body:
        """Give the body of one province.

        Raises:
            InputError: `body.not_of_province` where no province has such a body of its own, or
                the two were never there on the same day.

        >>> from dantoc_policy.bodies.library import bodies
        >>> local = bodies.get("so_tai_chinh").in_territory(bodies.territories["bac_kan"])
        >>> local.id, local.text("vi"), local.existed.end
        ('so_tai_chinh/bac_kan', 'Sở Tài chính tỉnh Bắc Kạn', datetime.date(2025, 6, 30))
        """
        shared = self.existed.intersection(territory.existed)
        if not self.placed or self.level not in _PROVINCIAL or shared is None:
            raise InputError.of(
                "body.not_of_province",
                place=self.name.vi,
                vi=f"không có cơ quan này của {territory.text()}.",
                en=f"there is no such body of {territory.text('en')}.",
                mend_vi="Xem ngày tồn tại của cơ quan và của tỉnh.",
                mend_en="Look at the days of the body and of the province.",
            )
        local_id = f"{self.template}/{territory.id}"
        return evolve(self, id=local_id, existed=shared, territory=territory)

    def text(self, locale: Locale = "vi") -> str:
        """Give the name, with that of the province where it is the body of one."""
        name = self.name.get(locale)
        if self.territory is None:
            return name
        if locale == "en":
            return f"{name}, {self.territory.name}"
        if self.kind == "party":
            return f"{name} {self.territory.name}"
        return f"{name.removesuffix(' tỉnh')} {self.territory.text()}"

    def source_of(self, name: str) -> str:
        """Give the source of one field, an entry of the catalogue of sources."""
        territory = self._province_that_dates(name)
        if territory is not None:
            return territory.source
        return dict(self.sources).get(name, self.source)

    def is_verified(self, name: str) -> bool:
        """Whether a source confirms a field (`vi`, `en`, `since`, `until`, `parents`, ...)."""
        territory = self._province_that_dates(name)
        if territory is not None:
            # That councils and committees began and ended with their province is the law's own.
            return territory.bodies_verified or self.kind in {"committee", "council"}
        return name not in self.unverified and self.source_of(name) not in _UNSOURCED

    def _province_that_dates(self, name: str) -> Territory | None:
        """Give the province of the body where its first or last day is the one asked about."""
        if self.territory is None or name not in {"since", "until"}:
            return None
        mine, its = self.existed, self.territory.existed
        days = (mine.start, its.start) if name == "since" else (mine.end, its.end)
        return self.territory if days[0] is not None and days[0] == days[1] else None

    @property
    def verified(self) -> bool:
        """Whether sources confirm the name and the days that are known."""
        days = {"since": self.existed.start, "until": self.existed.end}
        known = [name for name, day in days.items() if day is not None]
        return all(self.is_verified(name) for name in ("vi", *known))

    def to_dict(self) -> dict[str, Any]:
        """Give the body as plain JSON data."""
        start, end = self.existed.start, self.existed.end
        return {
            "id": self.id,
            "vi": self.text("vi"),
            "en": self.text("en"),
            "other_names": [
                {"vi": one.vi, "en": one.en, "valid": str(one.valid)} for one in self.other_names
            ],
            "abbreviations": list(self.abbreviations),
            "level": self.level,
            "kind": self.kind,
            "placed": self.placed,
            "optional": self.optional,
            "territory": None if self.territory is None else self.territory.id,
            "parents": [{"id": one.id, "period": str(one.period)} for one in self.parents],
            "since": None if start is None else start.isoformat(),
            "until": None if end is None else end.isoformat(),
            "bases": [basis.to_dict() for basis in self.bases],
            "handovers": [handover.to_dict() for handover in self.handovers],
            "issuer": self.issuer,
            "source": self.source,
            "sources": dict(self.sources),
            "unverified": sorted(self.unverified),
            "verified": self.verified,
            "note": self.note,
        }

    def __str__(self) -> str:
        return self.text()
