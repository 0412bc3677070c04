"""What a body may have several of: other names, parents, documents, provinces that have it."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from attrs import frozen

from dantoc_policy.law.provision import Provision
from dantoc_policy.values.period import Period

Role = Literal["sets_up", "regulates", "re_forms", "ends"]


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
