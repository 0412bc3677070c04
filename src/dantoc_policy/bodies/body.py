"""A public body: its names, when it was there, what it is under, and who took over from it."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from attrs import evolve, field, frozen

from dantoc_policy.bodies.body_parts import Basis, OtherName, Parent, Presence
from dantoc_policy.bodies.function import Function
from dantoc_policy.bodies.handover import Handover
from dantoc_policy.bodies.territory import Territory
from dantoc_policy.errors import InputError, Locale
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
    "association",
    "enterprise",
]
# Where a body of one level may bear the name of a province.
_PROVINCIAL = frozenset({"province", "unit"})
# What a source stands for where there is none: remembered, or concluded from other facts.
_UNSOURCED = frozenset({"memory", "derived"})


@frozen(kw_only=True)
class Body:
    """A public body, or all of a kind where there is one in every place (`placed`).

    `level` "unit" stands for several levels. `existed` has no first day where none is known, and
    no last one while the body is there. `optional` says that only some provinces have it, `where`
    of which ones that is known; `elsewhere_none`: no other one has it. `issuer` is its entry among
    the bodies that issue documents. `territory` is the province of a single one of a kind; see
    `in_territory`. `unverified` names the fields that no source confirms; `since` and `until` are
    those of `existed`.

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
    elsewhere_none: bool = field(repr=False)
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

    @property
    def functions(self) -> tuple[Function, ...]:
        """The functions that handovers of the body name: those by which its work was parted."""
        found = (one for handover in self.handovers for one in handover.functions)
        return tuple(dict.fromkeys(found))

    @property
    def presence(self) -> Presence | None:
        """Whether its province has it, where that is known of the optional body of one."""
        return None if self.territory is None else self.is_there(self.territory)

    def is_there(self, territory: Territory) -> Presence | None:
        """Tell whether a province has the body, where that is known of an optional one."""
        known = next((found for found in self.where if found.territory == territory.id), None)
        if known is None and self.elsewhere_none:
            verified = "where" not in self.unverified
            return Presence(territory.id, False, self.source_of("where"), verified)
        return known

    def may_be_in(self, territory: Territory) -> bool:
        """Whether a province had the body on some day, as far as is known."""
        if not self.placed or self.level not in _PROVINCIAL:
            return False
        known = self.is_there(territory)
        return self.existed.overlaps(territory.existed) and (known is None or known.there)

    def in_territory(self, territory: Territory) -> Body:
        """Give the body of one province.

        Raises:
            InputError: `body.not_of_province` where no province has such a body of its own, this
                one is known to have none, or the two were never there on the same day.

        >>> from dantoc_policy.bodies.library import bodies
        >>> local = bodies.get("so_tai_chinh").in_territory(bodies.territories["bac_kan"])
        >>> local.id, local.text("vi"), local.existed.end
        ('so_tai_chinh/bac_kan', 'Sở Tài chính tỉnh Bắc Kạn', datetime.date(2025, 6, 30))
        """
        shared = self.existed.intersection(territory.existed)
        if shared is None or not self.may_be_in(territory):
            raise InputError.of(
                "body.not_of_province",
                place=self.name.vi,
                vi=f"{territory.text()} không có cơ quan này.",
                en=f"{territory.text('en')} has no such body.",
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
        """Whether a source confirms a field (`vi`, `en`, `since`, `until`, `parents`, ...).

        `presence`: that its province has the body at all, where only some have.
        """
        if name == "presence":
            known = self.presence
            in_question = self.optional and self.territory is not None
            return not in_question or (known is not None and known.verified)
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
        """Whether sources confirm the name, the known days, and that its province has it."""
        days = {"since": self.existed.start, "until": self.existed.end}
        known = [name for name, day in days.items() if day is not None]
        return all(self.is_verified(name) for name in ("vi", "presence", *known))

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
            "there": None if self.presence is None else self.presence.there,
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
