"""The status of a document said in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dantoc_policy.errors import Locale
from dantoc_policy.law.document import Document
from dantoc_policy.law.force.effect import cite_law, earliest_effect
from dantoc_policy.law.force.event import Event
from dantoc_policy.law.force.moment import issue_of
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.law.force.status import Flag, LegalStatus

_FLAGS: dict[Flag, Text] = {
    "amended_text_ended": Text(
        "Văn bản này chỉ sửa đổi, bổ sung văn bản đã hết hiệu lực",
        "It only amends what has ended",
    ),
    "check_contrary": Text(
        "Văn bản này tiếp tục có hiệu lực trong phạm vi không trái văn bản mới; cần đối chiếu",
        "It continues so far as it is not contrary to the new text, which is to be checked",
    ),
    "may_be_kept": Text(
        "Có thể được giữ lại toàn bộ hoặc một phần nếu còn phù hợp; cần kiểm tra",
        "It may have been kept in whole or part, which is to be checked",
    ),
    "newer_unknown": Text(
        "Ngày này ở sau văn bản mới nhất mà thư viện có nên chưa biết các thay đổi sau đó",
        "The library ends before this day, so later changes are not known",
    ),
    "no_rule": Text(
        "Luật không nêu hệ quả đối với văn bản này; cần kiểm tra",
        "No law says what follows for this document, which is to be checked",
    ),
    "term_extended": Text(
        "Thời hạn đã được kéo dài nhưng không rõ đến ngày nào",
        "Its term was extended, until when is not known",
    ),
}
_UNVERIFIED = Text(
    "Câu trả lời dựa vào dữ kiện chưa được kiểm chứng",
    "The answer rests on facts that no source confirms",
)


def status_text(status: LegalStatus, locale: Locale = "vi") -> str:
    """Say the status of a document on a day, what gives it, and what is to be looked at.

    >>> from datetime import date
    >>> from dantoc_policy.law.library import documents
    >>> print(documents.status("05/2011/NĐ-CP", date(2020, 1, 1)).text("en"))
    Decree 05/2011/NĐ-CP is in force on 1 January 2020 (since 4 March 2011).
    """
    sentences = [_first(status, locale)]
    if status.status in {"in_force", "partly_expired", "partly_suspended"} and status.amended_by:
        names = _names(status.amended_by, locale)
        sentences.append(
            f"Đã được sửa đổi, bổ sung bởi {names}"
            if locale == "vi"
            else f"It has been amended by {names}"
        )
    sentences += [_FLAGS[flag].get(locale) for flag in status.flags]
    if not status.verified:
        sentences.append(_UNVERIFIED.get(locale))
    return ". ".join(sentences) + "."


def _first(status: LegalStatus, locale: Locale) -> str:
    vi = locale == "vi"
    name = status.document.citation(locale, first=False)
    day = format_date(status.as_of, locale)
    effect = next((event for event in status.evidence if event.kind == "effective"), None)
    since = effect.moment.day if effect else None
    began = "" if since is None else format_date(since, locale)
    others = [event for event in status.evidence if event.kind not in {"issued", "effective"}]
    because = _because(others, locale)
    match status.status:
        case "draft":
            return f"{name} là dự thảo" if vi else f"{name} is a draft"
        case "not_issued":
            issued = issue_of(status.document).text(locale)
            return (
                f"{name} chưa được ban hành vào ngày {day} (ban hành: {issued})"
                if vi
                else f"{name} is not yet issued on {day} (issued: {issued})"
            )
        case "not_yet":
            return (
                f"{name} chưa có hiệu lực vào ngày {day} (có hiệu lực từ ngày {began})"
                if vi
                else f"{name} is not yet in force on {day} (it takes effect on {began})"
            )
        case "unknown":
            why = because or _waiting(status.document, locale)
            return (
                f"Không xác định được {name} có hiệu lực vào ngày {day} hay không: {why}"
                if vi
                else f"Whether {name} is in force on {day} is not known: {why}"
            )
        case "expired":
            word = ("đã" if status.certain else "có thể đã") if vi else ""
            sure = "has" if status.certain else "has likely"
            return (
                f"{name} {word} hết hiệu lực vào ngày {day}: {because}"
                if vi
                else f"{name} {sure} expired by {day}: {because}"
            )
        case "suspended":
            return (
                f"{name} ngưng hiệu lực vào ngày {day}: {because}"
                if vi
                else f"{name} is suspended on {day}: {because}"
            )
        case _:
            return _in_force(status, locale, began, because)


def _in_force(status: LegalStatus, locale: Locale, began: str, because: str) -> str:
    name = status.document.citation(locale, first=False)
    day = format_date(status.as_of, locale)
    if locale == "vi":
        head = f"{name} {'còn hiệu lực' if began else 'có thể còn hiệu lực'} vào ngày {day}"
        head += f" (từ ngày {began})" if began else f" ({_waiting(status.document, locale)})"
        part = {
            "partly_expired": "một phần đã hết hiệu lực",
            "partly_suspended": "một phần ngưng hiệu lực",
        }
    else:
        head = f"{name} is {'' if began else 'likely '}in force on {day}"
        head += f" (since {began})" if began else f" ({_waiting(status.document, locale)})"
        part = {"partly_expired": "a part has expired", "partly_suspended": "a part is suspended"}
    if status.status in part:
        return f"{head}; {part[status.status]}: {because}"
    return f"{head}; {because}" if because else head


def _waiting(document: Document, locale: Locale) -> str:
    """Say why the day of effect is not known, and from when it may be."""
    unknown = "không rõ ngày có hiệu lực" if locale == "vi" else "its day of effect is not known"
    earliest = earliest_effect(document)
    if earliest is None or earliest.day is None:
        return unknown
    return f"{unknown}, {earliest.text(locale)}"


def _because(events: Sequence[Event], locale: Locale) -> str:
    return "; ".join(_reason(event, locale) for event in events)


def _reason(event: Event, locale: Locale) -> str:
    vi = locale == "vi"
    when = event.moment.text(locale)
    dated = event.moment.day is not None
    when = (f"từ ngày {when}" if vi else f"from {when}") if dated else when
    if event.kind == "parent_ended" and event.by is not None:
        parent = event.by.citation(locale, first=False)
        on = f" {when}".replace(" from ", " on ")
        cited = f" ({cite_law(event.law, locale)})" if event.law else ""
        return f"{parent} hết hiệu lực {when}{cited}" if vi else f"{parent} ended{on}{cited}"
    label = event.label.get(locale)
    text = f"{label[0].lower()}{label[1:]}"
    if event.by is not None:
        text += f" {'bởi' if vi else 'by'} {event.by.citation(locale, first=False)}"
    parts = f" ({', '.join(event.provisions)})" if event.provisions else ""
    return f"{text}{parts} {when}"


def _names(documents: Sequence[Document], locale: Locale) -> str:
    return ", ".join(document.citation(locale, first=False) for document in documents)
