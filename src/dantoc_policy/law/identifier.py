"""Stable identifiers of documents: `vn/chinh-phu/nghi-dinh/2011-01-14/05-2011-nd-cp`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from attrs import Factory, field, frozen
from attrs.converters import optional

from dantoc_policy.errors import InputError
from dantoc_policy.law.issuer import issuers
from dantoc_policy.law.place_in_text import fragment, read_fragment
from dantoc_policy.law.provision import Provision
from dantoc_policy.law.spelling import slug
from dantoc_policy.values.calendar_dates import check_day

if TYPE_CHECKING:
    from dantoc_policy.law.document import Document

PARTY = "dang"
UNKNOWN_YEAR = "0000"
# What the parts of an identifier look like; the day is a day, a year, or 0000 where unknown.
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NUMBER = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_YEAR = re.compile(r"/\s*((?:19|20)[0-9]{2})\s*/")
DAY = re.compile(r"(?P<year>[0-9]{4})(?:-[0-9]{2}-[0-9]{2})?")


def _year_of(found: Identifier) -> int | None:
    return None if found.issued is None else found.issued.year


@frozen(kw_only=True)
class Identifier:
    """What an identifier says: issuers, type, day and number as slugs, version and provision.

    The number alone is no key: `24-NQ/TW` was used in four terms of the Party, `303/KH-UBND` in
    every province and year. `unit` is the place of a body that exists many times, as it was named
    then; `party` says that the body is one of the Party. `year` stays where the day is not known,
    `version` is the day of the wording that is meant. `str()` gives the identifier of the library;
    `eli`, `akn` and `urn` are forms for exchange, none of them registered by anybody.

    >>> found = Identifier.parse("vn/dang/bo-chinh-tri/ket-luan/2019-10-30/65-kl-tw")
    >>> found.party, found.issuers, found.issued
    (True, ('bo-chinh-tri',), datetime.date(2019, 10, 30))
    >>> Identifier.parse("vn/chinh-phu/nghi-dinh/2011-01-14/05-2011-nd-cp#dieu-3/khoan-1").akn
    '/akn/vn/act/nghi-dinh/2011-01-14/05-2011-nd-cp/vie~art_3__para_1'
    """

    issuers: tuple[str, ...]
    type: str
    number: str
    issued: date | None = field(default=None, converter=optional(check_day))
    year: int | None = Factory(_year_of, takes_self=True)
    unit: str | None = None
    party: bool = False
    version: date | None = field(default=None, converter=optional(check_day))
    provision: Provision | None = None

    @classmethod
    def parse(cls, text: str) -> Identifier:
        """Read an identifier in any of its forms: of the library, ELI, Akoma Ntoso, URN.

        Raises:
            InputError: `identifier.unreadable` where the text has none of these forms.

        >>> Identifier.parse("urn:lex:vn:chinh.phu:nghi.dinh:2011-01-14;05-2011-nd-cp").number
        '05-2011-nd-cp'
        """
        from dantoc_policy.law.identifier_forms import read_akn, read_eli, read_urn

        clean = text.strip()
        if clean.startswith("/akn/"):
            return read_akn(clean)
        if clean.startswith("urn:lex:"):
            return read_urn(clean)
        if clean.removeprefix("/").startswith("eli/"):
            return read_eli(clean)
        return _read_path(clean)

    @property
    def day(self) -> str:
        """The day of issue, the year where only that is known, or 0000."""
        if self.issued is not None:
            return self.issued.isoformat()
        return UNKNOWN_YEAR if self.year is None else f"{self.year:04}"

    @property
    def work(self) -> str:
        """The identifier of the document itself, without version and provision."""
        head = ["vn", *([PARTY] if self.party else []), *([self.unit] if self.unit else [])]
        return "/".join([*head, "+".join(self.issuers), self.type, self.day, self.number])

    @property
    def eli(self) -> str:
        """A URI in the manner of the European Legislation Identifier; unofficial."""
        from dantoc_policy.law.identifier_forms import eli

        return eli(self)

    @property
    def akn(self) -> str:
        """The Akoma Ntoso (FRBR) IRI of the work, or of its Vietnamese expression."""
        from dantoc_policy.law.identifier_forms import akn

        return akn(self)

    @property
    def urn(self) -> str:
        """A name in the shape of RFC 9676 (URN:LEX); unofficial, since nobody assigns them."""
        from dantoc_policy.law.identifier_forms import urn

        return urn(self)

    def __str__(self) -> str:
        version = "" if self.version is None else f"@{self.version}"
        place = "" if self.provision is None else f"#{fragment(self.provision)}"
        return f"{self.work}{version}{place}"


def identifier(document: Document) -> Identifier:
    """Give the identifier of a document; joint bodies are joined, a name stands for no number.

    >>> from dantoc_policy.law.document import Document
    >>> circular = Document(
    ...     number="02/2014/TTLT-BNV-UBDT",
    ...     type="thong_tu_lien_tich",
    ...     issuers=("bo_noi_vu", "uy_ban_dan_toc"),
    ...     source="memory",
    ... )
    >>> print(identifier(circular))
    vn/bo-noi-vu+uy-ban-dan-toc/thong-tu-lien-tich/2014/02-2014-ttlt-bnv-ubdt
    """
    bodies = [issuers().get(name) for name in document.issuers]
    return Identifier(
        issuers=tuple(name.replace("_", "-") for name in document.issuers),
        type=document.type.replace("_", "-"),
        number=slug(document.number or document.name or ""),
        issued=document.issued,
        year=document.year,
        unit=slug(document.unit).replace(".", "") if document.unit else None,
        party=any(body is not None and body.family == "party" for body in bodies),
    )


def year_of_number(number: str | None) -> int | None:
    """Give the year that a printed number holds.

    >>> year_of_number("05/2011/NĐ-CP"), year_of_number("402/QĐ-TTg")
    (2011, None)
    """
    found = _YEAR.search(number or "")
    return None if found is None else int(found[1])


def build(
    text: str,
    *,
    head: list[str],
    type_: str,
    day: str,
    number: str,
    version: str = "",
    provision: Provision | None = None,
) -> Identifier:
    """Put an identifier together from its parts, refusing what is none.

    `head` is what stands before the type: "dang" for the Party, a place, the bodies.
    """
    party = head[:1] == [PARTY]
    *units, bodies = head[1:] if party else head or [""]
    names = (type_, *units, *bodies.split("+"))
    match = DAY.fullmatch(day)
    shaped = NUMBER.fullmatch(number) and all(NAME.fullmatch(name) for name in names)
    if match is None or not shaped or len(units) > 1:
        unreadable(text)
    try:
        issued = date.fromisoformat(day) if "-" in day else None
        wording = date.fromisoformat(version) if version else None
    except ValueError:
        unreadable(text)
    return Identifier(
        issuers=tuple(bodies.split("+")),
        type=type_,
        number=number,
        issued=issued,
        year=None if day == UNKNOWN_YEAR else int(match["year"]),
        unit=units[0] if units else None,
        party=party,
        version=wording,
        provision=provision,
    )


def _read_path(text: str) -> Identifier:
    path, hash_, place = text.partition("#")
    work, _, version = path.partition("@")
    provision = read_fragment(place) if hash_ else None
    parts = work.split("/")
    if len(parts) < 5 or parts[0] != "vn" or (hash_ and provision is None):  # noqa: PLR2004
        unreadable(text)
    *head, type_, day, number = parts[1:]
    return build(
        text,
        head=head,
        type_=type_,
        day=day,
        number=number,
        version=version,
        provision=provision,
    )


def unreadable(text: str) -> NoReturn:
    """Refuse a text that is no identifier."""
    raise InputError.of(
        "identifier.unreadable",
        vi=f"“{text}” không phải là mã định danh của văn bản.",
        en=f"“{text}” is no identifier of a document.",
        mend_vi="Ghi như vn/chinh-phu/nghi-dinh/2011-01-14/05-2011-nd-cp#dieu-3/khoan-1.",
        mend_en="Write it as vn/chinh-phu/nghi-dinh/2011-01-14/05-2011-nd-cp#dieu-3/khoan-1.",
    )
