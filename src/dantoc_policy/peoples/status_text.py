"""The official status of a group in words."""

from __future__ import annotations

from collections.abc import Mapping

from dantoc_policy.errors import Locale
from dantoc_policy.peoples.lists import OfficialList
from dantoc_policy.peoples.status import CategoryStatus, OfficialStatus, State
from dantoc_policy.values.calendar_dates import format_date

_SAID: Mapping[State, Mapping[Locale, str]] = {
    "listed": {"vi": "có, theo {lists}", "en": "yes, by {lists}"},
    "not_listed": {"vi": "không có trong {lists}", "en": "not in {lists}"},
    "list_unknown": {
        "vi": "chưa xác định: thư viện chưa có {lists}",
        "en": "undetermined: the library does not have {lists}",
    },
    "no_list": {
        "vi": "chưa xác định: thư viện không có danh sách nào cho ngày này",
        "en": "undetermined: the library has no list for this day",
    },
}
_BEFORE: Mapping[bool, Mapping[Locale, str]] = {
    True: {"vi": "; trước đó có trong {list}", "en": "; before, it was in {list}"},
    False: {"vi": "; trước đó không có trong {list}", "en": "; before, it was not in {list}"},
}
_UNVERIFIED: Mapping[Locale, str] = {"vi": " (chưa kiểm chứng)", "en": " (unverified)"}


def status_text(status: OfficialStatus, locale: Locale) -> str:
    """Say the status category by category, with the lists, whom they count for, and anomalies."""
    day = format_date(status.as_of, locale)
    name = status.group.text(locale)
    head = f"{name[0].upper()}{name[1:]}, {'ngày' if locale == 'vi' else 'on'} {day}:"
    lines = [_category(found, status, locale) for found in status.by_category.values()]
    areas = dict.fromkeys(held.list.area.get(locale) for held in status.listings if held.list.area)
    lines += [f"- {area[0].upper()}{area[1:]}." for area in areas]
    note = "Lưu ý" if locale == "vi" else "Note"
    lines += [
        f"- {note}: {anomaly.text.get(locale)}" + ("" if anomaly.verified else _UNVERIFIED[locale])
        for anomaly in status.anomalies
    ]
    return "\n".join((head, *lines))


def _category(found: CategoryStatus, status: OfficialStatus, locale: Locale) -> str:
    group = status.group.id
    lists = "; ".join(_list(held, group, locale) for held in found.lists)
    said = _SAID[found.state][locale].format(lists=lists)
    before = "".join(
        _BEFORE[group in held][locale].format(list=_list(held, group, locale))
        for held in found.before
    )
    doubt = "" if found.verified else _UNVERIFIED[locale]
    return f"- {found.name.get(locale)}: {said}{before}{doubt}."


def _list(held: OfficialList, group: str, locale: Locale) -> str:
    member = held.membership(group)
    word = "số" if locale == "vi" else "no."
    number = f"{word} {member.order}, " if member and member.order else ""
    return f"{held.title(locale)} ({number}{held.valid.text(locale)})"
