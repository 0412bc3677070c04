"""Identifiers in forms that others read: ELI-style URI, Akoma Ntoso IRI, URN:LEX.

All are built from the parts of the library's own identifier and read back into it. Viet Nam has
no authority that assigns any of them, so all are unofficial.
"""

from __future__ import annotations

from dantoc_policy.law.identifier import DAY, PARTY, Identifier, build, unreadable
from dantoc_policy.law.place_in_text import eid, fragment, read_eid, read_fragment

_LANGUAGE = "vie"
# Types that are acts; what else is issued is a "doc" of Akoma Ntoso, as is all of the Party.
_ACTS = frozenset(
    {
        "hien-phap",
        "bo-luat",
        "luat",
        "phap-lenh",
        "lenh",
        "sac-lenh",
        "sac-luat",
        "nghi-quyet",
        "nghi-quyet-lien-tich",
        "nghi-dinh",
        "quyet-dinh",
        "chi-thi",
        "thong-tu",
        "thong-tu-lien-tich",
    }
)
# The naming convention leaves the issuer out where the type tells it.
_SOLE_ISSUER = {
    "hien-phap": "quoc-hoi",
    "bo-luat": "quoc-hoi",
    "luat": "quoc-hoi",
    "phap-lenh": "uy-ban-thuong-vu-quoc-hoi",
    "lenh": "chu-tich-nuoc",
    "nghi-dinh": "chinh-phu",
}
_WORK = 4  # issuer aside: type, day, number, and what stands before them


def eli(found: Identifier) -> str:
    """Write an ELI-style URI: the work, the version, the provision as path segments.

    >>> eli(Identifier.parse("vn/quoc-hoi/luat/2025-02-19/64-2025-qh15#dieu-57"))
    'eli/vn/quoc-hoi/luat/2025-02-19/64-2025-qh15/dieu-57'
    """
    parts = ["eli", found.work]
    if found.version is not None:
        parts.append(found.version.isoformat())
    if found.provision is not None:
        parts.append(fragment(found.provision))
    return "/".join(parts)


def read_eli(text: str) -> Identifier:
    """Read an ELI-style URI; the first segment that is a day parts the body from the number."""
    parts = text.strip("/").split("/")
    places = [place for place, part in enumerate(parts) if DAY.fullmatch(part)]
    if parts[:2] != ["eli", "vn"] or not places or places[0] + 1 >= len(parts):
        unreadable(text)
    at = places[0]
    rest = parts[at + 2 :]
    version = rest.pop(0) if rest and DAY.fullmatch(rest[0]) else ""
    provision = read_fragment("/".join(rest)) if rest else None
    if rest and provision is None:
        unreadable(text)
    return build(
        text,
        head=parts[2 : at - 1],
        type_=parts[at - 1],
        day=parts[at],
        number=parts[at + 1],
        version=version,
        provision=provision,
    )


def akn(found: Identifier) -> str:
    """Write the Akoma Ntoso IRI; the expression is named where a version or a place is.

    >>> akn(Identifier.parse("vn/quoc-hoi/luat/2025-02-19/64-2025-qh15@2025-07-01#dieu-57/khoan-2"))
    '/akn/vn/act/luat/2025-02-19/64-2025-qh15/vie@2025-07-01~art_57__para_2'
    >>> akn(Identifier.parse("vn/dang/bo-chinh-tri/ket-luan/2019-10-30/65-kl-tw"))
    '/akn/vn/doc/ket-luan/dang.bo-chinh-tri/2019-10-30/65-kl-tw'
    """
    kind = "act" if found.type in _ACTS and not found.party else "doc"
    head = [PARTY] if found.party else []
    actor = ".".join([*head, *([found.unit] if found.unit else []), "+".join(found.issuers)])
    sole = actor == _SOLE_ISSUER.get(found.type)
    parts = ["/akn/vn", kind, found.type, *([] if sole else [actor]), found.day, found.number]
    work = "/".join(parts)
    if found.version is None and found.provision is None:
        return work
    version = "" if found.version is None else f"@{found.version}"
    place = "" if found.provision is None else f"~{eid(found.provision)}"
    return f"{work}/{_LANGUAGE}{version}{place}"


def read_akn(text: str) -> Identifier:
    """Read an Akoma Ntoso IRI of a Vietnamese work or expression."""
    iri, tilde, place = text.partition("~")
    provision = read_eid(place) if tilde else None
    parts = iri.rstrip("/").removesuffix("/!main").split("/")[2:]
    version = ""
    if parts[-1].partition("@")[0] == _LANGUAGE:
        version = parts.pop().partition("@")[2]
    if parts[:1] != ["vn"] or len(parts) not in (_WORK + 1, _WORK + 2) or (tilde and not provision):
        unreadable(text)
    type_, *actor, day, number = parts[2:]
    return build(
        text,
        head=(actor[0] if actor else _SOLE_ISSUER.get(type_, "")).split("."),
        type_=type_,
        day=day,
        number=number,
        version=version,
        provision=provision,
    )


def urn(found: Identifier) -> str:
    """Write a name of the urn:lex namespace: a place behind the country, dots within names.

    >>> urn(
    ...     Identifier.parse(
    ...         "vn/tinh-thai-nguyen/uy-ban-nhan-dan/quyet-dinh/2021-08-20/39-2021-qd-ubnd"
    ...     )
    ... )
    'urn:lex:vn;tinh.thai.nguyen:uy.ban.nhan.dan:quyet.dinh:2021-08-20;39-2021-qd-ubnd'
    """
    country = f"vn;{_dotted(found.unit)}" if found.unit else "vn"
    body = "+".join(_dotted(name) for name in found.issuers)
    authority = f"{PARTY};{body}" if found.party else body
    version = "" if found.version is None else f"@{found.version}"
    place = "" if found.provision is None else f"~{eid(found.provision)}"
    measure = f"{_dotted(found.type)}:{found.day};{found.number}"
    return f"urn:lex:{country}:{authority}:{measure}{version}{place}"


def read_urn(text: str) -> Identifier:
    """Read a name of the urn:lex namespace for Viet Nam."""
    name, tilde, place = text.partition("~")
    provision = read_eid(place) if tilde else None
    name, _, version = name.partition("@")
    parts = name.split(":")[2:]
    if len(parts) != _WORK or (tilde and provision is None):
        unreadable(text)
    country, _, unit = parts[0].partition(";")
    party, semicolon, body = parts[1].rpartition(";")
    day, _, number = parts[3].partition(";")
    if country != "vn" or (semicolon and party != PARTY):
        unreadable(text)
    head = [*([party] if party else []), *([_hyphened(unit)] if unit else []), _hyphened(body)]
    return build(
        text,
        head=head,
        type_=_hyphened(parts[2]),
        day=day,
        number=number,
        version=version,
        provision=provision,
    )


def _dotted(name: str) -> str:
    return name.replace("-", ".")


def _hyphened(name: str) -> str:
    return name.replace(".", "-")
