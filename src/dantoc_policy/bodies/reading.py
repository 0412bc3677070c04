"""Reading bodies from the compiled catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.body_parts import Basis, OtherName, Parent, Presence
from dantoc_policy.bodies.handover import read_basis, read_handover
from dantoc_policy.data import load
from dantoc_policy.law.issuer import issuers
from dantoc_policy.law.provision import Provision
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

Row = Mapping[str, Any]


def read_bodies() -> tuple[Body, ...]:
    """Read the packaged bodies in the order of the catalogue.

    >>> sum(body.kind == "ministry" and body.exists(date(2025, 3, 1)) for body in read_bodies())
    14
    """
    return tuple(_read(row) for row in load("bodies/bodies"))


def _read(row: Row) -> Body:
    existed = _period(row)
    after = None if existed.end is None else existed.end + timedelta(days=1)
    name = row["id"]
    return Body(
        id=name,
        name=Text(row["vi"], row["en"]),
        other_names=tuple(
            OtherName(one.get("vi"), one.get("en"), _period(one)) for one in row.get("also", ())
        ),
        abbreviations=tuple(row.get("abbr", ())),
        level=row["level"],
        kind=row["kind"],
        placed=row.get("placed", False),
        optional=row.get("optional", False),
        where=tuple(
            Presence(one["in"], one["there"], one["source"], one["verified"])
            for one in row.get("where", ())
        ),
        elsewhere_none=row.get("elsewhere_none", False),
        parents=tuple(
            Parent(one["id"], _period(one), read_basis(one)) for one in row.get("parents", ())
        ),
        existed=existed,
        bases=tuple(_bases(row)),
        handovers=tuple(read_handover(name, one, after) for one in row.get("handovers", ())),
        issuer=row.get("issuer", name if name in issuers() else None),
        source=row["source"],
        sources=tuple(row.get("sources", {}).items()),
        unverified=frozenset(row.get("unverified", ())),
        note=row.get("note"),
    )


def _period(row: Row) -> Period:
    start, end = (_day(row.get(name)) for name in ("since", "until"))
    return Period(start, end)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _bases(row: Row) -> Iterator[Basis]:
    for one in row.get("basis", ()):
        yield Basis(_provision(one), one["role"], one["source"], one["verified"])
    for one in row.get("re_formed", ()):
        on = date.fromisoformat(one["day"])
        yield Basis(_provision(one), "re_forms", one["source"], one["verified"], on)


def _provision(row: Row) -> Provision:
    return Provision(row["document"], row.get("article"), row.get("clause"))
