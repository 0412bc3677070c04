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
        else "The library has the provinces; districts and communes of Bắc Kạn and Thái Nguyên.",
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


def other_day(
    key: str,
    as_of: date,
    found: Sequence[Place],
    became: Sequence[tuple[Place, Sequence[Link]]],
    full_name: FullName,
) -> InputError:
    """Say on which days the unit was, and what it became."""

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
        mend_vi=f"Vào ngày đó là: {after('vi')}." if became else "",
        mend_en=f"On that day it is: {after('en')}." if became else "",
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
