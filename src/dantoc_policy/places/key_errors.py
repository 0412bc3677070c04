"""What is said where a name, a code or a day of a unit cannot be used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from dantoc_policy.errors import InputError, Locale, NotInForceError
from dantoc_policy.places.lineage import Link
from dantoc_policy.places.place import Place
from dantoc_policy.values.calendar_dates import format_date

FullName = Callable[[Place, Locale], str]


def _listed(places: Sequence[Place], full_name: FullName, locale: Locale) -> str:
    return "; ".join(
        f"{full_name(place, locale)} ({place.id}, {place.valid.text(locale)})" for place in places
    )


def unknown(key: str, near: Sequence[Place], full_name: FullName) -> InputError:
    """Say that no unit is so called, with those that nearly are."""
    return InputError.of(
        "place.unknown",
        vi=f"không có đơn vị hành chính nào là “{key}”.",
        en=f"no administrative unit is called “{key}”.",
        mend_vi=f"Gần giống: {_listed(near, full_name, 'vi')}."
        if near
        else "Thư viện có các tỉnh, thành phố; huyện, xã chỉ của Bắc Kạn và Thái Nguyên.",
        mend_en=f"Near: {_listed(near, full_name, 'en')}."
        if near
        else "The library has the provinces; districts and communes of Bac Kan and Thai Nguyen.",
    )


def ambiguous(key: str, found: Sequence[Place], full_name: FullName, *, dated: bool) -> InputError:
    """Say which units a key means; a day tells units of different times apart."""
    return InputError.of(
        "place.ambiguous",
        vi=f"“{key}” là nhiều đơn vị hành chính: {_listed(found, full_name, 'vi')}.",
        en=f"“{key}” means several units: {_listed(found, full_name, 'en')}.",
        mend_vi="Ghi rõ loại, huyện hoặc tỉnh, hoặc dùng mã định danh."
        if dated
        else "Cho biết ngày (as_of), hoặc dùng mã định danh.",
        mend_en="Give the type, the district or province (within), or use an identifier."
        if dated
        else "Give a day (as_of), or use an identifier.",
    )


def other_type(key: str, found: Sequence[Place], full_name: FullName) -> InputError:
    """Say which units bear the name, none of which ever was of the type that is written."""
    return InputError.of(
        "place.other_type",
        vi=f"không có đơn vị hành chính nào là “{key}”; mang tên này có: "
        f"{_listed(found, full_name, 'vi')}.",
        en=f"no administrative unit is called “{key}”; so named is: "
        f"{_listed(found, full_name, 'en')}.",
        mend_vi="Sửa loại đơn vị, hoặc dùng mã định danh.",
        mend_en="Mend the type, or use an identifier.",
    )


def not_all_held(key: str, place: Place, full_name: FullName) -> InputError:
    """Say that a name may be that of units which the library does not hold."""
    return InputError.of(
        "place.not_all_held",
        vi=f"“{key}” có thể là đơn vị khác: thư viện không có đủ các xã của cả nước; trong đó có "
        f"{_listed([place], full_name, 'vi')}.",
        en=f"“{key}” may be another unit: the library does not hold all communes of the country; "
        f"it has {_listed([place], full_name, 'en')}.",
        mend_vi="Ghi rõ tỉnh (within), hoặc dùng mã định danh.",
        mend_en="Give the province (within), or use the identifier.",
    )


def not_a_key(key: object) -> InputError:
    """Say that something is neither a name nor a code."""
    return InputError.of(
        "place.not_a_key",
        vi=f"{key!r} không phải tên hay mã của đơn vị hành chính.",
        en=f"{key!r} is neither the name nor the code of a unit.",
        mend_vi="Dùng chuỗi, ví dụ “xã Bộc Bố” hoặc “01864”.",
        mend_en="Give a text, such as “xã Bộc Bố” or “01864”.",
    )


def unknown_level(level: object) -> InputError:
    """Say that there is no such level."""
    return InputError.of(
        "place.unknown_level",
        vi=f"không có cấp {level!r}.",
        en=f"there is no level {level!r}.",
        mend_vi="Dùng “province”, “district” hoặc “commune”.",
        mend_en="Use “province”, “district” or “commune”.",
    )


def other_day(
    key: str,
    as_of: date,
    found: Sequence[Place],
    became: Sequence[tuple[Place, Sequence[Link]]],
    others: Sequence[Place],
    full_name: FullName,
) -> InputError:
    """Say on which days the unit was, what it became, and which others bear its name now."""

    def after(locale: Locale) -> str:
        nowhere = "không rõ" if locale == "vi" else "not known"
        none = "không có đơn vị kế tiếp" if locale == "vi" else "no successor"
        lines = [
            f"{place.text(locale)}: "
            + (
                ", ".join(full_name(link.new, locale) if link.new else nowhere for link in links)
                or none
            )
            for place, links in became
        ]
        return "; ".join(lines)

    return InputError.of(
        "place.other_day",
        vi=f"ngày {format_date(as_of)} không có “{key}”; có: {_listed(found, full_name, 'vi')}.",
        en=f"there is no “{key}” on {format_date(as_of, 'en')}; there is: "
        f"{_listed(found, full_name, 'en')}.",
        mend_vi=" ".join(
            (
                *([f"Vào ngày đó là: {after('vi')}."] if became else ()),
                *([f"Ngày đó mang tên này: {_listed(others, full_name, 'vi')}."] if others else ()),
            )
        ),
        mend_en=" ".join(
            (
                *([f"On that day it is: {after('en')}."] if became else ()),
                *([f"So named on that day: {_listed(others, full_name, 'en')}."] if others else ()),
            )
        ),
    )


def not_covered(day: date, since: date) -> NotInForceError:
    """Say from which day the library knows units."""
    return NotInForceError.of(
        "place.not_covered",
        vi=f"thư viện chưa có đơn vị hành chính của ngày {format_date(day)}.",
        en=f"the library does not have the units of {format_date(day, 'en')}.",
        mend_vi=f"Dữ liệu bắt đầu từ {format_date(since)}.",
        mend_en=f"It begins on {format_date(since, 'en')}.",
    )


def other_direction(place: Place, day: date, *, back: bool) -> InputError:
    """Say that a day lies on the other side of a unit's days."""
    ask = "predecessors" if back else "successors"
    side_vi, side_en = ("trước", "before") if back else ("sau", "after")
    return InputError.of(
        "place.other_direction",
        place=place.id,
        vi=f"ngày {format_date(day)} {side_vi} thời gian của đơn vị ({place.valid.text('vi')}).",
        en=f"{format_date(day, 'en')} is {side_en} the days of the unit "
        f"({place.valid.text('en')}).",
        mend_vi=f"Gọi {ask}.",
        mend_en=f"Ask for its {ask}.",
    )


def lineage_unknown(place: Place, day: date) -> NotInForceError:
    """Say that the library does not hold the units from which one came."""
    return NotInForceError.of(
        "place.lineage_unknown",
        place=place.id,
        vi=f"thư viện không có các đơn vị trước đây của {place.text('vi')} "
        f"(ngày {format_date(day)}).",
        en=f"the library does not hold the units of {format_date(day, 'en')} from which "
        f"{place.text('en')} came.",
    )
