"""Bodies that issue documents: their names, the letters in symbols, and who came after them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.errors import InputError
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text


@frozen
class Issuer:
    """One issuing body; `placed` says that it exists in many places, so that a name follows.

    `letters` are those of symbols, the printed form of today first; `names` the other names in
    running text; `heads` the titles of who signs for it; `existed` the days of its existence.

    >>> issuer("thu_tuong_chinh_phu").letters[0]
    'TTg'
    """

    id: str
    name: Text
    letters: tuple[str, ...]
    names: tuple[str, ...]
    heads: tuple[str, ...]
    level: str
    family: str
    placed: bool
    existed: Period
    successors: tuple[str, ...]
    source: str
    verified: bool

    @property
    def slug(self) -> str:
        """The body as identifiers write it.

        >>> issuer("chinh_phu").slug
        'chinh-phu'
        """
        return self.id.replace("_", "-")


def _read(row: dict[str, Any]) -> Issuer:
    def day(key: str) -> date | None:
        value = row.get(key)
        return date.fromisoformat(value) if value else None

    return Issuer(
        id=row["id"],
        name=Text(row["vi"], row["en"]),
        letters=tuple(row.get("letters") or ()),
        names=tuple(row.get("names") or ()),
        heads=tuple(row.get("heads") or ()),
        level=row["level"],
        family=row["family"],
        placed=row.get("placed", False),
        existed=Period(day("since"), day("until")),
        successors=tuple(row.get("successors") or ()),
        source=row["source"],
        verified=row["verified"],
    )


@cache
def issuers() -> dict[str, Issuer]:
    """Give all bodies by their identifier.

    >>> issuers()["chinh_phu"].name.vi
    'Chính phủ'
    """
    return {row["id"]: _read(row) for row in load("law/issuers")}


def issuer(key: str) -> Issuer:
    """Give one body by its identifier; an unknown one is an InputError."""
    try:
        return issuers()[key]
    except KeyError:
        raise InputError.of(
            "document.unknown_issuer",
            vi=f"không có cơ quan ban hành “{key}”.",
            en=f"there is no issuing body “{key}”.",
            mend_vi="Xem catalogue/law/issuers.yaml.",
            mend_en="See catalogue/law/issuers.yaml.",
        ) from None


@cache
def issuers_of_letters() -> dict[str, tuple[str, ...]]:
    """Give for letters, as printed, the bodies they may stand for, today's first.

    >>> issuers_of_letters()["CP"]
    ('chinh_phu', 'hoi_dong_chinh_phu')
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for body in issuers().values():
        for rank, letters in enumerate(body.letters):
            found.setdefault(letters, []).append((rank, body.id))
    return {letters: tuple(name for _, name in sorted(entry)) for letters, entry in found.items()}
