"""The words for units and for what happened to them, as the commands print them."""

from __future__ import annotations

from collections.abc import Mapping

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.lookup_text import days_text, document_title
from dantoc_policy.places.legal_event import LegalEvent
from dantoc_policy.places.library import places
from dantoc_policy.places.lineage import Link
from dantoc_policy.places.place import Place
from dantoc_policy.values.text import Text

_SHARES: Mapping[str, Text] = {
    "whole": Text("toàn bộ", "all of it"),
    "part": Text("một phần", "a part"),
    "unknown": Text("chưa rõ bao nhiêu", "how much is not known"),
}
_KINDS: Mapping[str, Text] = {
    "same": Text("vẫn là một", "the same"),
    "unchanged": Text("giữ tên và loại", "name and type kept"),
    "renamed": Text("đổi tên", "renamed"),
    "type_changed": Text("đổi loại", "type changed"),
    "merged": Text("sáp nhập", "merged"),
}
_CHANGES: Mapping[str, Text] = {
    "code": Text("đổi mã", "code changed"),
    "province": Text("đổi tỉnh", "province changed"),
}
_UNCERTAIN = Text("có thể không tới đây", "it may not have come here")
NOT_KNOWN = Text("không rõ đơn vị nào", "which unit is not known")


def manner(link: Link, locale: Locale) -> str:
    """Say how much of a unit went, and how.

    >>> from datetime import date
    >>> [link] = places.successors("vn:tinh:06@2004", date(2025, 7, 1))
    >>> manner(link, "en")
    'all of it, merged'
    """
    said = [_SHARES[link.share].get(locale)]
    if link.kind in _KINDS:
        said.append(_KINDS[link.kind].get(locale))
    if link.kind == "unchanged":
        said += [text.get(locale) for name, text in _CHANGES.items() if name in link.changes]
    if not link.certain:
        said.append(_UNCERTAIN.get(locale))
    return ", ".join(said)


def with_code(place: Place | None, locale: Locale) -> str:
    """Write a unit with those above it and its code."""
    if place is None:
        return NOT_KNOWN.get(locale)
    name = places.full_name(place, locale)
    return f"{name} ({place.code})" if place.code else name


def beside(place: Place, other: Place, locale: Locale) -> str:
    """Write a unit with its code; those above it only where they are not those of another unit."""
    if (place.parent, place.province) != (other.parent, other.province) or not place.code:
        return with_code(place, locale)
    return f"{place.text(locale)} ({place.code})"


def with_days(place: Place, locale: Locale) -> str:
    """Write a unit with those above it, its code and its days."""
    inner = "; ".join(part for part in (place.code, days_text(place.valid, locale)) if part)
    return f"{places.full_name(place, locale)} ({inner})"


def event_title(event: LegalEvent, locale: Locale) -> str:
    """Name the document of an event and say what it did."""
    if event.document is None:
        return event.name.get(locale)
    return f"{document_title(event.document, locale)}: {event.name.get(locale)}"
