"""Which unit a row of an official list means: by its code, or by its name and what it lies in."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from dantoc_policy.errors import InputError
from dantoc_policy.places.key_errors import ambiguous
from dantoc_policy.places.names import NameKey, name_of
from dantoc_policy.places.place import Place
from dantoc_policy.places.unit_type import Level, unit_types

if TYPE_CHECKING:
    from dantoc_policy.places.library import Places

_PARTS = re.compile(r"[\s.]+")


@frozen(kw_only=True)
class Named:
    """A commune as a list names it; `day` is the one on which the names are meant."""

    day: date
    name: str | None
    code: str | None = None
    district: str | None = None
    province: str | None = None


@frozen(kw_only=True)
class Meant:
    """The unit that a row means, or None where the library does not hold it, and its province."""

    place: Place | None
    province: Place


def meant_by(library: Places, named: Named) -> Meant:
    """Find the unit that a row of a list means.

    Raises:
        InputError: `place.unknown`, `place.other_day` and `place.ambiguous` as `Places.get`, also
            for the district and the province; `list.no_name`; `list.no_province` where only the
            province would tell; `list.code_differs` where code and name are not of one unit.

    >>> from dantoc_policy.places.library import places
    >>> day = date(2021, 6, 4)
    >>> meant_by(places, Named(day=day, name="Tân Lập", district="Chợ Đồn")).place.code
    '02032'
    >>> meant_by(places, Named(day=day, name="Xã Mường Khoa", province="Lai Châu")).place is None
    True
    """
    province = _above(library, named.province, named.day, "province")
    if named.code is not None:
        return _by_code(library, named, named.code, province)
    if named.name is None:
        raise InputError.of(
            "list.no_name",
            vi="dòng không có tên xã, cũng không có mã.",
            en="the row has neither the name of a commune nor a code.",
            mend_vi="Ghi tên xã.",
            mend_en="Write the name of the commune.",
        )
    found = _by_name(library, named, named.name, province)
    if found is not None:
        return Meant(place=found, province=library.get(found.province, named.day, level="province"))
    if province is None:
        # Every commune of that name may lie where the library holds none.
        raise _no_province(named.name)
    return Meant(place=None, province=province)


def bare_name(name: str) -> str:
    """Give a name without the word of its type: "Xã Cao Kỳ", "TT. Phủ Thông".

    >>> [bare_name(name) for name in ("Xã Cao Kỳ", "TT.Phủ Thông", "Quan Triều")]
    ['Cao Kỳ', 'Phủ Thông', 'Quan Triều']
    """
    whole, rest = NameKey.of(name, typed=False), NameKey.of(name)
    typed = any(unit_types()[kind].level == "commune" for kind in rest.types)
    dropped = len(whole.plain.split()) - len(rest.plain.split()) if typed else 0
    return " ".join(_PARTS.split(name.strip())[dropped:]) if dropped else " ".join(name.split())


def _above(library: Places, key: str | None, day: date, level: Level) -> Place | None:
    return None if key is None else library.get(key, day, level=level)


def _by_code(library: Places, named: Named, code: str, province: Place | None) -> Meant:
    try:
        place = library.get(code, named.day, level="commune")
    except InputError as error:
        if error.code != "place.unknown" or province is None:
            raise
        if library.is_complete(province, named.day):
            raise
        return Meant(place=None, province=province)
    if named.name is not None and not _same(named.name, place):
        raise _differs(library, code, place, named.name)
    if province is not None and province.code != place.province:
        raise _differs(library, code, place, province.text())
    if named.district is not None and not _lies_in(library, place, named.district, named.day):
        raise _differs(library, code, place, named.district)
    return Meant(place=place, province=library.get(place.province, named.day, level="province"))


def _same(name: str, place: Place) -> bool:
    key = name_of(place)
    for given in (NameKey.of(name, typed=False), NameKey.of(name)):
        if given.marked == key.marked or (given.is_bare and given.plain == key.plain):
            return True
    return False


def _by_name(library: Places, named: Named, name: str, province: Place | None) -> Place | None:
    every = [
        place
        for place in library.find(name, named.day, level="commune")
        if province is None or place.province == province.code
    ]
    found = every
    if named.district is not None:
        found = [place for place in every if _lies_in(library, place, named.district, named.day)]
    if len(found) == 1:
        if province is None and not library.holds_whole(found[0]):
            # Communes of that name may lie in provinces of which the library holds only some.
            raise _no_province(name)
        return found[0]
    if found:
        raise ambiguous(name, found, library.full_name, dated=True)
    if every and named.district is not None:
        if not library.find(named.district, named.day, level="district"):
            raise _unknown_district(name, named.district, every, library)
        raise _other_district(library, name, named.district, every)
    if province is not None and library.is_complete(province, named.day):
        # The province is held whole, so that the name is wrong, of another day or another province.
        try:
            library.get(name, named.day, level="commune")
        except InputError as error:
            if error.code != "place.ambiguous":
                raise
        return library.get(name, named.day, level="commune", within=province)
    return None


def _lies_in(library: Places, place: Place, district: str, day: date) -> bool:
    above = library.parent(place, day)
    # Where districts are no more, sheets still print the former ones.
    if above is None or above.level != "district":
        return True
    return district == above.code or _same(district, above)


def _differs(library: Places, code: str, place: Place, given: str) -> InputError:
    return InputError.of(
        "list.code_differs",
        vi=f"mã {code} là {library.full_name(place)}, không phải “{given}”.",
        en=f"the code {code} is {library.full_name(place, 'en')}, and not “{given}”.",
        mend_vi="Sửa mã hoặc tên; mã được dùng lại khi đơn vị thay đổi.",
        mend_en="Mend the code or the name; codes were used again when units changed.",
    )


def _other_district(library: Places, name: str, district: str, found: list[Place]) -> InputError:
    vi = "; ".join(library.full_name(place) for place in found)
    en = "; ".join(library.full_name(place, "en") for place in found)
    return InputError.of(
        "list.other_district",
        vi=f"“{name}” không thuộc “{district}”: {vi}.",
        en=f"“{name}” does not lie in “{district}”: {en}.",
        mend_vi="Sửa tên huyện hoặc tên xã.",
        mend_en="Mend the district or the commune.",
    )


def _unknown_district(name: str, district: str, found: list[Place], library: Places) -> InputError:
    vi = "; ".join(library.full_name(place) for place in found)
    en = "; ".join(library.full_name(place, "en") for place in found)
    return InputError.of(
        "list.unknown_district",
        vi=f"không biết huyện nào là “{district}” vào ngày này; “{name}” có: {vi}.",
        en=f"no district of the day is known as “{district}”; “{name}” there is: {en}.",
        mend_vi="Sửa tên huyện.",
        mend_en="Mend the district.",
    )


def _no_province(name: str) -> InputError:
    return InputError.of(
        "list.no_province",
        vi=f"không rõ “{name}” thuộc tỉnh nào.",
        en=f"it is not known in which province “{name}” lies.",
        mend_vi="Thêm cột Tỉnh, hoặc cho biết tỉnh của cả danh sách.",
        mend_en="Add a column for the province, or give that of the whole list.",
    )
