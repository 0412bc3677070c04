"""The status of a commune in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dantoc_policy.errors import Locale
from dantoc_policy.places.official_list import CommuneEntry
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.places.status import PlaceStatus

_STANDINGS: Mapping[Locale, Mapping[str, str]] = {
    "vi": {
        "I": "khu vực I",
        "II": "khu vực II",
        "III": "khu vực III",
        "outside": "ngoài vùng đồng bào dân tộc thiểu số và miền núi",
    },
    "en": {
        "I": "region I",
        "II": "region II",
        "III": "region III",
        "outside": "outside the ethnic-minority and mountainous area",
    },
}
_WORDS: Mapping[Locale, Mapping[str, str]] = {
    "vi": {
        "on": "ngày",
        "computed": "Tính theo tiêu chí",
        "official": "Theo danh sách",
        "effective": "Có hiệu lực",
        "no_facts": "không có số liệu",
        "open": "chưa xác định; có thể là",
        "parts": "theo địa bàn từng xã cũ",
        "no_list": "không có danh sách nào của ngày này",
        "not_held": "thư viện chưa có dòng của xã này trong",
        "disputed": "các danh sách không thống nhất,",
        "chain": "Diễn biến",
        "unknown_day": "không rõ ngày",
        "unverified": " (chưa kiểm chứng)",
        "differs": "Tiêu chí và danh sách cho kết quả khác nhau.",
    },
    "en": {
        "on": "on",
        "computed": "By the criteria",
        "official": "By the list",
        "effective": "In effect",
        "no_facts": "no facts given",
        "open": "undetermined; it may be",
        "parts": "by the area of each former commune",
        "no_list": "no list of this day is known",
        "not_held": "its line is not held in",
        "disputed": "the lists disagree,",
        "chain": "Events",
        "unknown_day": "day not known",
        "unverified": " (unverified)",
        "differs": "Criteria and list give different results.",
    },
}


def status_text(status: PlaceStatus, locale: Locale) -> str:
    """Say computed, official and effective status, and the events that lead there."""
    words = _WORDS[locale]
    name = status.name
    lines = [
        f"{name[0].upper()}{name[1:]}, {words['on']} {format_date(status.as_of, locale)}:",
        f"- {words['computed']}: {_computed(status, locale)}.",
        f"- {words['official']}: {_official(status, locale)}.",
        f"- {words['effective']}: {_effective(status, locale)}.",
    ]
    if status.differs:
        lines.append(f"- {words['differs']}")
    if status.chain:
        lines.append(f"- {words['chain']}:")
    for event in status.chain:
        day = words["unknown_day"] if event.day is None else format_date(event.day, locale)
        cited = f" [{event.provision.text(locale)}]" if event.provision else ""
        doubt = "" if event.verified else words["unverified"]
        lines.append(f"  - {day}: {event.text.get(locale)}{cited}{doubt}")
    return "\n".join(lines)


def says_of(entry: CommuneEntry) -> Text:
    """Say what a line of a list gives: the region, the especially difficult villages.

    >>> from dantoc_policy.places.list_library import official_lists
    >>> says_of(official_lists().entries[0]).vi
    'khu vực III'
    """
    vi = [] if entry.region is None else [_STANDINGS["vi"][entry.region]]
    en = [] if entry.region is None else [_STANDINGS["en"][entry.region]]
    if entry.villages is not None:
        vi.append(f"{entry.villages} thôn đặc biệt khó khăn")
        en.append(f"{entry.villages} especially difficult villages")
    return Text(", ".join(vi), ", ".join(en))


def _computed(status: PlaceStatus, locale: Locale) -> str:
    if status.computed is None:
        return _WORDS[locale]["no_facts"]
    by = f" ({status.computed.instrument})" if status.computed.instrument else ""
    return _one_of(status.computed.possible, locale) + by


def _official(status: PlaceStatus, locale: Locale) -> str:
    official = status.official
    titles = ", ".join(dict.fromkeys(held.title(locale) for held in official.lists))
    if not official.lists:
        return _WORDS[locale]["no_list"]
    if official.region is not None:
        return f"{_STANDINGS[locale][official.region]} ({titles})"
    if official.state == "in_parts":
        parts = "; ".join(
            f"{part.name}: {_one_of(part.possible, locale)}" for part in official.parts
        )
        return f"{_WORDS[locale]['parts']} ({titles}): {parts}"
    for part in official.parts:
        said = _one_of(part.possible, locale)
        if part.is_disputed:
            return f"{_WORDS[locale]['disputed']} {said} ({titles})"
        if part.entry is not None:
            return f"{said} ({titles})"
    return f"{_WORDS[locale]['not_held']} {titles}"


def _effective(status: PlaceStatus, locale: Locale) -> str:
    if not status.parts:
        return _WORDS[locale]["no_list"]
    if status.effective is None and len(status.parts) > 1:
        parts = "; ".join(
            f"{part.official.name}: {_one_of(part.possible, locale)}" for part in status.parts
        )
        return f"{_WORDS[locale]['parts']}: {parts}"
    return _one_of(status.possible, locale)


def _one_of(standings: Sequence[str], locale: Locale) -> str:
    names = [_STANDINGS[locale].get(standing, standing) for standing in standings]
    if len(names) == 1:
        return names[0]
    return f"{_WORDS[locale]['open']} {', '.join(names)}"
