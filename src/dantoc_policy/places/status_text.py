"""The status of a commune in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dantoc_policy.errors import Locale
from dantoc_policy.places.lineage import Link, Share
from dantoc_policy.places.list_library import official_lists
from dantoc_policy.places.official_list import REGIONS, CommuneEntry, Counts
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.numerals import format_number
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
        "later_list": "không còn xã này trong danh sách của các xã sau đó,",
        "disputed": "các danh sách không thống nhất,",
        "chain": "Diễn biến",
        "unknown_day": "không rõ ngày",
        "unverified": " (chưa kiểm chứng)",
        "differs": "Tiêu chí và danh sách cho kết quả khác nhau.",
        "ended": "Đơn vị đã kết thúc ngày",
        "old_area": "kết quả chỉ là của địa bàn cũ",
        "of_communes": "Khu vực là của từng xã; với đơn vị này, danh sách chỉ cho số lượng.",
        "no_counts": "Thư viện không có danh sách nào đếm các xã của đơn vị này vào ngày này.",
        "communes": "xã",
        "villages": "thôn đặc biệt khó khăn",
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
        "later_list": "it is not in the lists of the communes since,",
        "disputed": "the lists disagree,",
        "chain": "Events",
        "unknown_day": "day not known",
        "unverified": " (unverified)",
        "differs": "Criteria and list give different results.",
        "ended": "The unit ended on",
        "old_area": "the answer is that of its old area only",
        "of_communes": "Regions are those of communes; of this unit the lists have counts.",
        "no_counts": "The library has no list that counts the communes of this unit on this day.",
        "communes": "communes",
        "villages": "especially difficult villages",
    },
}


_SHARES: Mapping[Share, Text] = {
    "whole": Text("toàn bộ", "all of it"),
    "part": Text("một phần", "a part"),
    "unknown": Text("chưa rõ bao nhiêu", "how much is not known"),
}


def status_text(status: PlaceStatus, locale: Locale) -> str:
    """Say computed, official and effective status, and the events that lead there.

    Of a province or a district it says what the lists count.
    """
    words = _WORDS[locale]
    name = status.official.text(locale)
    head = f"{name[0].upper()}{name[1:]}, {words['on']} {format_date(status.as_of, locale)}:"
    if status.place is not None and status.place.level != "commune":
        return "\n".join((head, *(f"- {line}" for line in _counts(status, locale))))
    lines = [head]
    if status.links is not None and status.ended is not None:
        became = became_of(status.links).get(locale)
        day = format_date(status.ended, locale)
        lines.append(f"- {words['ended']} {day}{became}; {words['old_area']}.")
    lines += [
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
        source = f" [{event.provision.text(locale)}]" if event.provision else ""
        doubt = "" if event.verified else words["unverified"]
        lines.append(f"  - {day}: {event.text.get(locale)}{source}{doubt}")
    return "\n".join(lines)


def became_of(links: Sequence[Link]) -> Text:
    """Say in which units a unit goes on, and how much of it in each."""

    def said(locale: Locale) -> str:
        none = Text(", không có đơn vị kế tiếp", ", without a successor").get(locale)
        unknown = Text("không rõ đơn vị nào", "which unit is not known").get(locale)
        ends = (
            f"{unknown if link.new is None else link.new.text(locale)} "
            f"({_SHARES[link.share].get(locale)})"
            for link in links
        )
        return f" → {', '.join(ends)}" if links else none

    return Text(said("vi"), said("en"))


def _counts(status: PlaceStatus, locale: Locale) -> Iterator[str]:
    words = _WORDS[locale]
    if not status.official.counts:
        yield words["no_counts"]
        return
    yield words["of_communes"]
    for row in status.official.counts:
        title = official_lists().get(row.list).title(locale)
        yield f"{title}: {_counted(row, locale)}{words['unverified'] * bool(row.unverified)}."


def _counted(row: Counts, locale: Locale) -> str:
    words = _WORDS[locale]
    known = [
        f"{_STANDINGS[locale][region]}: {format_number(number, locale)}"
        for region in REGIONS
        if (number := row.regions[region]) is not None
    ]
    found = [] if row.total is None else [f"{format_number(row.total, locale)} {words['communes']}"]
    if known:
        inner = ", ".join(known)
        found = [f"{found[0]} ({inner})"] if found else [inner]
    if row.villages is not None:
        found.append(f"{format_number(row.villages, locale)} {words['villages']}")
    return "; ".join(found)


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
    # Of several lists of a day those are named that have a line; if none has, each of them.
    having = {entry.list for part in official.parts for entry in part.entries}
    lists = [held for held in official.lists if held.id in having] or official.lists
    titles = ", ".join(dict.fromkeys(held.title(locale) for held in lists))
    if not official.lists:
        return _WORDS[locale]["no_list"]
    if official.region is not None:
        return f"{_STANDINGS[locale][official.region]} ({titles})"
    if official.state == "in_parts":
        parts = "; ".join(
            f"{part.text(locale)}: {_one_of(part.possible, locale)}" for part in official.parts
        )
        return f"{_WORDS[locale]['parts']} ({titles}): {parts}"
    for part in official.parts:
        said = _one_of(part.possible, locale)
        if part.is_disputed:
            return f"{_WORDS[locale]['disputed']} {said} ({titles})"
        if part.entry is not None:
            return f"{said} ({titles})"
    gone = status.ended is not None and all(
        held.valid.start is not None and held.valid.start > status.ended for held in lists
    )
    return f"{_WORDS[locale]['later_list' if gone else 'not_held']} {titles}"


def _effective(status: PlaceStatus, locale: Locale) -> str:
    if not status.parts:
        return _WORDS[locale]["no_list"]
    if status.effective is None and len(status.parts) > 1:
        parts = "; ".join(
            f"{part.official.text(locale)}: {_one_of(part.possible, locale)}"
            for part in status.parts
        )
        return f"{_WORDS[locale]['parts']}: {parts}"
    return _one_of(status.possible, locale)


def _one_of(standings: Sequence[str], locale: Locale) -> str:
    names = [_STANDINGS[locale].get(standing, standing) for standing in standings]
    if len(names) == 1:
        return names[0]
    return f"{_WORDS[locale]['open']} {', '.join(names)}"
