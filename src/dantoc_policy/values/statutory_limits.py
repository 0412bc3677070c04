"""Time limits of the procedures that determine areas and groups, as their documents set them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.errors import InputError
from dantoc_policy.values.legal_basis import LegalBasis
from dantoc_policy.values.text import Text
from dantoc_policy.values.time_limits import TimeLimit

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale


@frozen(kw_only=True)
class StatutoryLimit:
    """Who has how long for what, by which clause; `start` is the first day where it is fixed.

    `unverified` names the fields that no source confirms.

    >>> commune = statutory_limit("qd_33_2020.commune")
    >>> print(commune)
    UBND cấp xã: 15 ngày làm việc kể từ ngày UBND cấp huyện chỉ đạo thực hiện
    >>> commune.limit.ends(date(2020, 12, 31)).end
    datetime.date(2021, 1, 22)
    """

    id: str
    limit: TimeLimit
    who: Text
    what: Text | None
    start: date | None
    source: str
    unverified: frozenset[str]

    @property
    def basis(self) -> LegalBasis | None:
        """The clause that sets the limit."""
        return self.limit.basis

    def text(self, locale: Locale = "vi") -> str:
        """Write who has how long, and from when."""
        return f"{self.who.get(locale)}: {self.limit.text(locale)}"

    def __str__(self) -> str:
        return self.text("vi")


@cache
def statutory_limits() -> dict[str, StatutoryLimit]:
    """Give all limits by their key, in the order of the catalogue.

    >>> list(statutory_limits())[:3]
    ['qd_33_2020.commune', 'qd_33_2020.district', 'qd_33_2020.province']
    """
    return {row["id"]: _read(row) for row in load("values/statutory_limits")}


def statutory_limit(key: str) -> StatutoryLimit:
    """Give one limit.

    Raises:
        InputError: `time_limit.unknown` names all keys there are.

    >>> statutory_limit("nd_272_2025.province").limit.count
    45
    """
    found = statutory_limits().get(key)
    if found is None:
        keys = ", ".join(statutory_limits())
        raise InputError.of(
            "time_limit.unknown",
            vi=f"không có thời hạn “{key}”; có: {keys}.",
            en=f"there is no time limit “{key}”; there are: {keys}.",
        )
    return found


def _read(row: dict[str, Any]) -> StatutoryLimit:
    basis = LegalBasis(row["document"], row["article"], row["clause"], row["verified"])
    return StatutoryLimit(
        id=row["id"],
        limit=TimeLimit(
            row["unit"], row["count"], basis=basis, counted_from=_text(row["counted_from"])
        ),
        who=Text(row["who"]["vi"], row["who"]["en"]),
        what=_text(row["what"]),
        start=date.fromisoformat(row["start"]) if row.get("start") else None,
        source=row["source"],
        unverified=frozenset(row.get("unverified", ())),
    )


def _text(given: dict[str, str] | None) -> Text | None:
    return None if given is None else Text(given["vi"], given["en"])
