"""That one body took functions over from another, since when, and by what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.bodies.function import Function, functions
from dantoc_policy.errors import Locale
from dantoc_policy.law.provision import Provision

Extent = Literal["all", "listed", "rest", "unknown"]
_EXTENTS: Mapping[Extent, Mapping[Locale, str]] = {
    "all": {"vi": "toàn bộ chức năng", "en": "all functions"},
    "rest": {"vi": "các chức năng còn lại", "en": "the other functions"},
    "unknown": {"vi": "một phần chức năng, chưa rõ phần nào", "en": "a part, which is not known"},
}


@frozen(kw_only=True)
class Handover:
    """What went from one body to another on a day.

    `extent` says whether all went there, the functions of `names`, the rest that is listed with no
    other, or a part that is not recorded. `optional` names a body that only some provinces have,
    and the handover counts where the province has it (`if_there`), or where it has not. `asked`:
    the law moved a single task and the body went on, so it counts only where this is asked for.
    """

    giver: str
    receiver: str
    on: date
    extent: Extent
    names: tuple[str, ...] = ()
    optional: str | None = None
    if_there: bool = True
    asked: bool = False
    basis: Provision | None = None
    source: str = field(repr=False)
    verified: bool = field(repr=False)
    note: str | None = field(default=None, repr=False)

    @property
    def functions(self) -> tuple[Function, ...]:
        """The functions that are listed."""
        return tuple(functions()[name] for name in self.names)

    @property
    def takes_the_rest(self) -> bool:
        """Whether what is listed with no other body goes there."""
        return self.extent in {"all", "rest"}

    def share(self, locale: Locale = "vi") -> str:
        """Say which functions went."""
        return share_text(self.extent, self.functions, locale)

    def to_dict(self) -> dict[str, Any]:
        """Give the handover as plain JSON data."""
        condition = None
        if self.optional is not None:
            condition = {"body": self.optional, "there": self.if_there}
        return {
            "from": self.giver,
            "to": self.receiver,
            "on": self.on.isoformat(),
            "extent": self.extent,
            "functions": list(self.names),
            "condition": condition,
            "task_only": self.asked,
            "basis": None if self.basis is None else self.basis.to_dict(),
            "source": self.source,
            "verified": self.verified,
            "note": self.note,
        }


def share_text(extent: Extent, listed: tuple[Function, ...], locale: Locale) -> str:
    """Say an extent in words.

    >>> share_text("listed", (functions()["press"], functions()["labour"]), "en")
    'press, publishing; labour'
    """
    if extent == "listed":
        return "; ".join(one.name.get(locale) for one in listed)
    return _EXTENTS[extent][locale]


def read_handover(giver: str, row: Mapping[str, Any], day: date | None) -> Handover:
    """Read one handover of the catalogue; `day` is the one where the row names none."""
    said: Extent | list[str] | None = row.get("functions")
    on = date.fromisoformat(row["day"]) if "day" in row else day
    if on is None:
        message = f"{giver}: a handover of a body without a last day needs its own day"
        raise ValueError(message)
    return Handover(
        giver=giver,
        receiver=row["to"],
        on=on,
        extent="listed" if isinstance(said, list) else said or "all",
        names=tuple(said) if isinstance(said, list) else (),
        optional=row.get("if", row.get("if_not")),
        if_there="if_not" not in row,
        asked=row.get("asked", False),
        basis=read_basis(row),
        source=row["source"],
        verified=row["verified"],
        note=row.get("note"),
    )


def read_basis(row: Mapping[str, Any]) -> Provision | None:
    """Read the document, article and clause that a row names."""
    if "document" not in row:
        return None
    return Provision(row["document"], row.get("article"), row.get("clause"))
