"""The documents that a plan cites."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dantoc_policy.plans.fields import MaybeDay, MaybeWords, Part, Truth


class CitedDocument(Part):
    """A document that a plan cites; `printed` is how it is written where that is not `number`.

    `document` is its identifier in the library of documents where the number alone is not enough.
    `verified` is whether `source`, or the plan itself, confirms it; `issued_verified` the same of
    the day alone.

    >>> CitedDocument(number="05/2011/NĐ-CP", printed="05/2011/NQ-CP", role="guides").number
    '05/2011/NĐ-CP'
    """

    number: str
    document: str | None = None
    printed: str | None = None
    issued: MaybeDay = None
    role: Literal["basis", "carries_out", "guides", "cites"] = "cites"
    gist: MaybeWords = None
    by_name: Truth = Field(
        default=False, description="the text names it; the number is the library's"
    )
    lines: tuple[int, ...] = ()
    source: str | None = None
    verified: Truth = True
    issued_verified: Truth = True
