"""Whether a document is a legal normative one, and at which level of the State it is issued."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dantoc_policy.law.document import Document
from dantoc_policy.law.issuer import issuers
from dantoc_policy.law.spelling import fold

Level = Literal["central", "province", "district", "commune", "administrative", "party"]

# Always legal normative documents; and the types that can be, where their number has a year.
_ALWAYS = frozenset({"hien_phap", "bo_luat", "luat", "phap_lenh", "nghi_dinh"})
_MAY_BE = frozenset(
    {
        "chi_thi",
        "lenh",
        "nghi_quyet",
        "nghi_quyet_lien_tich",
        "quyet_dinh",
        "sac_lenh",
        "sac_luat",
        "thong_tu",
        "thong_tu_lien_tich",
    }
)
# Before this day the numbers of normative documents had no year either.
_YEARS_BEGIN = date(1997, 1, 1)
_UNITS: dict[str, Level] = {
    "tinh": "province",
    "huyen": "district",
    "quan": "district",
    "thi xa": "district",
    "xa": "commune",
    "phuong": "commune",
    "thi tran": "commune",
    "dac khu": "commune",
}
_CITY = "thanh pho "
# The cities directly under the centre; other cities are of the district level.
_CENTRAL_CITIES = frozenset({"ha noi", "ho chi minh", "hai phong", "da nang", "can tho"})
_HUE_CENTRAL_SINCE = date(2025, 1, 1)


def is_normative(document: Document) -> bool | None:
    """Whether a document is a legal normative one, as stated or as its number says; or None.

    A year in the number marks one, no year a document that is not, since 1997. It is a rule of
    thumb: individual resolutions of the National Assembly have a year too.

    >>> plan = Document(
    ...     number="303/KH-UBND",
    ...     type="ke_hoach",
    ...     issuers=("uy_ban_nhan_dan",),
    ...     source="memory",
    ... )
    >>> is_normative(plan)
    False
    """
    if document.normative is not None:
        return document.normative
    if document.type in _ALWAYS:
        return True
    if _is_party(document) or document.type not in _MAY_BE:
        return False
    parsed = document.parsed
    if parsed is not None and parsed.year is not None:
        return True
    if document.issued is None or document.issued < _YEARS_BEGIN or document.number is None:
        return None
    return False


def level_of(document: Document) -> Level | None:
    """Give the level whose rules of effect a document follows; None where it is not known.

    >>> decision = Document(
    ...     number="39/2021/QĐ-UBND",
    ...     type="quyet_dinh",
    ...     issuers=("uy_ban_nhan_dan",),
    ...     unit="tỉnh Thái Nguyên",
    ...     source="memory",
    ... )
    >>> level_of(decision)
    'province'
    """
    if _is_party(document):
        return "party"
    normative = is_normative(document)
    if normative is None:
        return None
    if not normative:
        return "administrative"
    body = issuers().get(document.issuers[0])
    if body is not None and body.level == "central":
        return "central"
    return level_of_unit(document.unit, document.issued)


def level_of_unit(unit: str | None, day: date | None = None) -> Level | None:
    """Give the level of an administrative unit by its name on a day.

    >>> level_of_unit("thành phố Thái Nguyên"), level_of_unit("thành phố Hà Nội")
    ('district', 'province')
    >>> level_of_unit("thành phố Huế", date(2025, 1, 1))
    'province'
    """
    name = fold(unit or "")
    if name.startswith(_CITY):
        city = name.removeprefix(_CITY)
        if city == "hue":
            return "province" if day is None or day >= _HUE_CENTRAL_SINCE else "district"
        return "province" if city in _CENTRAL_CITIES else "district"
    for word, level in _UNITS.items():
        if name.startswith(f"{word} "):
            return level
    return None


def _is_party(document: Document) -> bool:
    bodies = [issuers().get(name) for name in document.issuers]
    return any(body is not None and body.family == "party" for body in bodies)
