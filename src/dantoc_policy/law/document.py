"""One legal, administrative or Party document, as the library records it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.law.document_title import citation, title, title_en
from dantoc_policy.law.document_type import document_type
from dantoc_policy.law.identifier import identifier, year_of_number
from dantoc_policy.law.issuer import issuer
from dantoc_policy.law.number import DocumentNumber, clean_code, read_number
from dantoc_policy.law.relation import Relation
from dantoc_policy.values.period import Period

# What stands for a source where there is none: remembered, or concluded from other facts.
UNSOURCED = frozenset({"memory", "derived"})


def _period(value: object) -> object:
    return Period.parse(value) if isinstance(value, str) else value


def _known_type(value: str) -> str:
    return _known(value, document_type)


def _known_issuer(value: str) -> str:
    return _known(value, issuer)


def _known(value: str, find: Any) -> str:
    try:
        find(value)
    except InputError as error:
        problem = error.problem
        texts = {"vi": problem.vi, "en": problem.en}
        mends = {"mend_vi": problem.mend_vi, "mend_en": problem.mend_en}
        raise PydanticCustomError(problem.code, "{en}", {**texts, **mends}) from None  # pyright: ignore[reportArgumentType] - the codes are a fixed set
    return value


def shown(document: BaseModel | None) -> str:
    """Give what stands for a document in the representation of a value: its identifier."""
    return str(getattr(document, "id", None))


# Written as "2021..2025" in catalogues, in JSON and in what the model gives out.
PeriodText = Annotated[
    InstanceOf[Period],
    BeforeValidator(_period),
    PlainSerializer(str),
    WithJsonSchema({"type": "string"}),
]
TypeName = Annotated[str, AfterValidator(_known_type)]
IssuerName = Annotated[str, AfterValidator(_known_issuer)]


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
    >>> decree.citation("vi")
    'Nghị định số 05/2011/NĐ-CP ngày 14 tháng 01 năm 2011 của Chính phủ về công tác dân tộc'
    >>> decree.citation("vi", first=False)
    'Nghị định số 05/2011/NĐ-CP'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: TypeName
    issuers: tuple[IssuerName, ...] = Field(min_length=1)
    number: str | None = None
    name: str | None = None
    unit: str | None = None
    term: str | None = None
    issued: date | None = None
    effective: date | None = None
    expires: date | None = None
    draft: bool = False
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

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not (self.number or self.name):
            raise PydanticCustomError(
                "document.no_name",
                "{en}",
                {
                    "vi": "văn bản không có số, ký hiệu thì phải có tên.",
                    "en": "a document without a number needs a name.",
                },
            )
        return self

    @cached_property
    def id(self) -> str:
        """The stable identifier of the document; see `Identifier` for its other forms."""
        return str(identifier(self))

    @cached_property
    def year(self) -> int | None:
        """The year of issue, from the day or else from the number."""
        return year_of_number(self.number) if self.issued is None else self.issued.year

    @property
    def parsed(self) -> DocumentNumber | None:
        """The number as it is read: its parts, family and canonical form."""
        return None if self.number is None else read_number(clean_code(self.number))

    @property
    def title(self) -> str:
        """The Vietnamese title: type and number, or the name of a law or an unnumbered text."""
        return title(self)

    @property
    def title_en(self) -> str:
        """The English title; number and symbol are not translated."""
        return title_en(self)

    def citation(self, locale: Locale = "vi", *, first: bool = True) -> str:
        """Cite the document: in full the first time, by number or name and year afterwards."""
        return citation(self, locale, first=first)

    def source_of(self, field: str) -> str:
        """Give the source of one field, an entry of the catalogue of sources."""
        return self.sources.get(field, self.source)

    def is_verified(self, field: str) -> bool:
        """Whether a source confirms what a field says; an empty one confirms nothing."""
        known = getattr(self, field) not in (None, (), frozenset(), {})
        return known and field not in self.unverified and self.source_of(field) not in UNSOURCED

    def to_dict(self) -> dict[str, Any]:
        """Give the document as plain JSON data, without what is empty; it reads back the same.

        >>> document = Document(
        ...     name="Hiến pháp", type="hien_phap", issuers=("quoc_hoi",), source="memory"
        ... )
        >>> Document.model_validate(document.to_dict()) == document
        True
        """
        plain = self.model_dump(mode="json", exclude_defaults=True)
        return plain | ({"unverified": sorted(self.unverified)} if self.unverified else {})

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy the document with some fields changed; its identifier follows from them."""
        copied = super().model_copy(update=update, deep=deep)
        for name in ("id", "year"):
            vars(copied).pop(name, None)
        return copied

    def __hash__(self) -> int:
        return hash((self.type, self.number, self.name, self.issued))

    def __str__(self) -> str:
        return self.citation("vi", first=False)
