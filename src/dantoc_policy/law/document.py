"""One legal, administrative or Party document, as the library records it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    PlainSerializer,
    WithJsonSchema,
)

from dantoc_policy.law.relation import Relation
from dantoc_policy.values.period import Period

Expiry = Literal["stated_term", "unknown"]


def _period(value: object) -> object:
    return Period.parse(value) if isinstance(value, str) else value


# Written as "2021..2025" in catalogues, in JSON and in what the model gives out.
PeriodText = Annotated[
    InstanceOf[Period],
    BeforeValidator(_period),
    PlainSerializer(str),
    WithJsonSchema({"type": "string"}),
]


class Alias(BaseModel):
    """A name under which a document is cited without its number, and when it means that one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    since: date | None = None
    until: date | None = None
    source: str | None = None
    verified: bool = True

    def holds(self, as_of: date | None) -> bool:
        """Whether the name means this document on a day (any day, where none is given)."""
        if as_of is None:
            return True
        return (self.since is None or self.since <= as_of) and (
            self.until is None or as_of <= self.until
        )


class Document(BaseModel):
    """A document of the library: what it is, who issued it and when, and what it does to others.

    `type` and `issuers` are identifiers of their tables. `unit` names the place or organisation
    of a body that exists many times ("tỉnh Bắc Kạn"), as it was called then; `term` the term of
    the Party ("IX") or of the National Assembly ("14"). `expires` is the first day without force
    that the document or a source states. `governs` is the period that the document plans or
    regulates, which is not when it is in force. `unverified` names the fields that no source
    confirms; `sources` gives the source of single fields where it is not `source`.

    >>> decree = Document(
    ...     number="05/2011/NĐ-CP",
    ...     type="nghi_dinh",
    ...     issuers=("chinh_phu",),
    ...     issued=date(2011, 1, 14),
    ...     subject="công tác dân tộc",
    ...     source="documents/D18",
    ... )
    >>> decree.id
    'vn/chinh-phu/nghi-dinh/2011-01-14/05-2011-nd-cp'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str
    issuers: tuple[str, ...]
    number: str | None = None
    name: str | None = None
    unit: str | None = None
    term: str | None = None
    issued: date | None = None
    effective: date | None = None
    expires: date | None = None
    subject: str | None = None
    subject_en: str | None = None
    signers: tuple[str, ...] = ()
    governs: PeriodText | None = None
    normative: bool | None = None
    aliases: tuple[Alias, ...] = ()
    relations: tuple[Relation, ...] = ()
    topics: tuple[str, ...] = ()
    source: str
    sources: dict[str, str] = Field(default_factory=dict)
    unverified: frozenset[str] = frozenset()
    note: str | None = None
