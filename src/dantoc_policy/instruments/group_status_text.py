"""Computed and official status of a group in words, side by side."""

from __future__ import annotations

from collections.abc import Mapping

from dantoc_policy.errors import Locale
from dantoc_policy.instruments.group_status import Compared, GroupStatus
from dantoc_policy.law.provision import Provision
from dantoc_policy.peoples.status import State
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text
from dantoc_policy.values.verdict import Verdict

_COMPUTED = Text("Theo tiêu chí", "By the criteria")
_OFFICIAL = Text("Theo danh sách", "By the lists")
_VERDICTS: Mapping[Verdict, Text] = {
    Verdict.TRUE: Text("có", "yes"),
    Verdict.FALSE: Text("không", "no"),
    Verdict.UNDETERMINED: Text("chưa xác định", "undetermined"),
}
_NOT_COMPUTED = Text("không tính", "not computed")
_NO_LISTS = Text("không có danh sách", "there is no list")
_ENDED = Text(
    "giai đoạn đã hết, dữ liệu chưa có danh sách kế tiếp", "period ended, no successor list in data"
)
_STATES: Mapping[State, Text] = {
    "listed": Text("có trong {lists}", "in {lists}"),
    "not_listed": Text("không có trong {lists}", "not in {lists}"),
    "list_unknown": Text("chưa có trong dữ liệu: {lists}", "not in the data: {lists}"),
    "no_list": Text("không có danh sách của ngày này", "there is no list of this day"),
}
_NOTE = Text("Lưu ý", "Note")


def group_status_text(status: GroupStatus, locale: Locale) -> str:
    """Say each status by criteria and by lists, then the notes and what is odd about the lists."""
    day, name = format_date(status.as_of, locale), status.group.text(locale)
    head = Text(f"{name[0].upper()}{name[1:]}, ngày {day}:", f"{name}, on {day}:")
    lines = [head.get(locale)]
    for found in status.compared:
        lines += [
            f"- {found.name.get(locale)}",
            f"  - {_COMPUTED.get(locale)}: {_computed(found, locale)}.",
            f"  - {_OFFICIAL.get(locale)}: {_official(found, locale)}.",
        ]
    lines += [
        f"- {_NOTE.get(locale)} ({note.code}): {note.message(locale)}" for note in status.notes
    ]
    lines += [
        f"- {_NOTE.get(locale)}: {anomaly.text.get(locale)}"
        for anomaly in status.official.anomalies
    ]
    return "\n".join(lines)


def _computed(found: Compared, locale: Locale) -> str:
    answer = found.computed
    if answer is None:
        return _NOT_COMPUTED.get(locale)
    by = "" if answer.instrument is None else f" ({Provision(answer.instrument).text(locale)})"
    return f"{_VERDICTS[answer.verdict].get(locale)}{by}"


def _official(found: Compared, locale: Locale) -> str:
    official = found.official
    if official is None:
        return _NO_LISTS.get(locale)
    if found.list_ended:
        before = "; ".join(held.title(locale) for held in official.before)
        return f"{_ENDED.get(locale)} ({before})"
    lists = "; ".join(held.title(locale) for held in official.lists)
    return _STATES[official.state].get(locale).format(lists=lists)
