"""One of the 54 ethnic groups: its names, its codes in both orders, its language, its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.data import load
from dantoc_policy.errors import Locale, NotInForceError
from dantoc_policy.peoples.codes import code_scheme
from dantoc_policy.values.text import Text

HouseholdCount = Literal["census_2019", "survey_2019"]


@frozen
class Counted:
    """A number that a census or a survey counted, where it was read, and whether it was."""

    count: int
    source: str
    verified: bool

    def to_dict(self) -> dict[str, Any]:
        """Give the number as plain JSON data."""
        return {"count": self.count, "source": self.source, "verified": self.verified}


@frozen
class Population(Counted):
    """The persons of a group that a census counted."""


@frozen
class Households(Counted):
    """The households of a group that a census or a survey counted."""


@frozen
class PartBranch:
    """A part of a group that speaks a language of another branch than the rest."""

    part: str
    family: Text
    branch: Text


@frozen(kw_only=True)
class EthnicGroup:
    """An ethnic group as the official list has it.

    `id` is the name without diacritics, and with the code of 1979 where it would stand for several
    groups.
    `name` is the name in the tables of the 2019 census and, in English, the same without
    diacritics; `name_1979` that in the list of 1979. `other_names` are there to recognise a group
    by, subgroups and outdated names included: some are disrespectful today, and several stand for
    more than one group. `minority` is False for the Kinh alone. `unverified` names the fields that
    no source confirms.

    >>> from dantoc_policy.peoples.library import peoples
    >>> mong = peoples.get("Mông")
    >>> mong.code_1979, mong.branch.vi, mong.population(2019).count
    ('08', 'Mông-Dao', 1393547)
    """

    id: str
    name: Text
    name_1979: str
    other_names: tuple[str, ...] = field(repr=False)
    code_1979: str
    code_2008: str
    minority: bool = field(repr=False)
    family: Text = field(repr=False)
    branch: Text = field(repr=False)
    other_branches: tuple[PartBranch, ...] = field(repr=False)
    counted_persons: tuple[tuple[int, Population], ...] = field(repr=False)
    counted_households: tuple[tuple[HouseholdCount, Households], ...] = field(repr=False)
    source: str = field(repr=False)
    sources: tuple[tuple[str, str], ...] = field(repr=False)
    unverified: frozenset[str] = field(repr=False)
    note: str | None = field(repr=False)

    @property
    def populations(self) -> Mapping[int, Population]:
        """The persons counted, by the year of the census."""
        return dict(self.counted_persons)

    @property
    def households(self) -> Mapping[HouseholdCount, Households]:
        """The households counted in 2019: by the census, and by the survey in its area."""
        return dict(self.counted_households)

    def population(self, year: int) -> Population:
        """Give the persons that the census of a year counted.

        Raises:
            NotInForceError: `people.no_population` where no figure of that year is known.
        """
        found = self.populations.get(year)
        if found is None:
            known = ", ".join(str(known) for known in self.populations)
            raise NotInForceError.of(
                "people.no_population",
                place=self.name.vi,
                vi=f"không có số dân năm {year}; có số của: {known}.",
                en=f"no population of {year} is known; known: {known}.",
                mend_vi="Dùng một năm Tổng điều tra đã có số liệu.",
                mend_en="Ask for the year of one of these censuses.",
            )
        return found

    def code(self, scheme: str) -> str:
        """Give the code in one of the two orders, "1979" or "2008"."""
        return self.code_1979 if code_scheme(scheme).id == "1979" else self.code_2008

    def source_of(self, name: str) -> str:
        """Give the source of one field, an entry of the catalogue of sources."""
        return dict(self.sources).get(name, self.source)

    def is_verified(self, name: str) -> bool:
        """Whether a source confirms what a field says."""
        return name not in self.unverified

    def text(self, locale: Locale = "vi") -> str:
        """Write the name with its word: "dân tộc Tày", "Tay"."""
        return f"dân tộc {self.name.vi}" if locale == "vi" else self.name.en

    def to_dict(self) -> dict[str, Any]:
        """Give the group as plain JSON data; `Peoples.json_schema` describes it."""
        return {
            "id": self.id,
            "name": _plain(self.name),
            "name_1979": self.name_1979,
            "other_names": list(self.other_names),
            "codes": {"1979": self.code_1979, "2008": self.code_2008},
            "minority": self.minority,
            "family": _plain(self.family),
            "branch": _plain(self.branch),
            "other_branches": [
                {"part": other.part, "family": _plain(other.family), "branch": _plain(other.branch)}
                for other in self.other_branches
            ],
            "populations": {str(year): found.to_dict() for year, found in self.counted_persons},
            "households": {name: found.to_dict() for name, found in self.counted_households},
            "source": self.source,
            "sources": dict(self.sources),
            "unverified": sorted(self.unverified),
            "note": self.note,
        }

    def __str__(self) -> str:
        return self.name.vi


def _plain(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}


def read_groups() -> tuple[EthnicGroup, ...]:
    """Read the packaged groups, in the order of the codes of 1979.

    >>> len(read_groups())
    54
    """
    families = {row["id"]: row for row in load("peoples/languages")}
    return tuple(_read(row, families) for row in load("peoples/groups"))


def _read(row: Mapping[str, Any], families: Mapping[str, Any]) -> EthnicGroup:
    def language(of: Mapping[str, Any]) -> tuple[Text, Text]:
        family = families[of["family"]]
        branch = family["branches"][of["branch"]]
        return Text(family["vi"], family["en"]), Text(branch["vi"], branch["en"])

    family, branch = language(row)
    return EthnicGroup(
        id=row["id"],
        name=Text(row["vi"], row["en"]),
        name_1979=row["name_1979"],
        other_names=tuple(row["other_names"]),
        code_1979=row["code_1979"],
        code_2008=row["code_2008"],
        minority=row.get("minority", True),
        family=family,
        branch=branch,
        other_branches=tuple(
            PartBranch(other["part"], *language(other)) for other in row.get("other_branches", ())
        ),
        counted_persons=tuple(
            (int(year), Population(**found)) for year, found in row["populations"].items()
        ),
        counted_households=tuple(
            (name, Households(**found)) for name, found in row.get("households", {}).items()
        ),
        source=row["source"],
        sources=tuple(row["sources"].items()),
        unverified=frozenset(row["unverified"]),
        note=row.get("note"),
    )
