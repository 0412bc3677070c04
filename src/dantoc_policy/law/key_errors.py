"""What is said where a key means no document of the library, or more than one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dantoc_policy.errors import InputError, Locale
from dantoc_policy.law.document import Document
from dantoc_policy.law.registry.register import Register, folded, without_type
from dantoc_policy.values.calendar_dates import format_date

_SHOWN = 8
_ALIKE = 0.7


def unknown(key: str, register: Register) -> InputError:
    """Say that there is no such document, and name those of the same number or a like name."""
    from difflib import get_close_matches

    names = {
        folded(text): text
        for document in register.by_id.values()
        for text in (document.number, document.name)
        if text
    }
    close = get_close_matches(folded(without_type(key)[1]), names, n=_SHOWN, cutoff=_ALIKE)
    same = (document.number or document.id for document in register.near(key))
    near = list(dict.fromkeys([*same, *(names[name] for name in close)]))[:_SHOWN]
    shown = ", ".join(near)
    return InputError.of(
        "document.unknown",
        vi=f"thư viện không có văn bản “{key}”.",
        en=f"the library has no document “{key}”.",
        mend_vi=f"Gần giống: {shown}." if near else "Tìm bằng find().",
        mend_en=f"Near: {shown}." if near else "Search with find().",
    )


def ambiguous(key: str, found: Iterable[Document]) -> InputError:
    """Say which documents a key may mean, each with what tells it from the others."""
    ordered = sorted(found, key=lambda document: document.issued or date.min)

    def listed(locale: Locale) -> str:
        return "; ".join(_told_apart(document, locale) for document in ordered)

    return InputError.of(
        "document.ambiguous",
        vi=f"“{key}” có thể là: {listed('vi')}.",
        en=f"“{key}” may be: {listed('en')}.",
        mend_vi="Nêu thêm loại, ngày hoặc năm ban hành, nhiệm kỳ, hoặc dùng mã định danh.",
        mend_en="Give the type, the day or year of issue, the term, or use the identifier.",
    )


def _told_apart(document: Document, locale: Locale) -> str:
    day = format_date(document.issued, locale) if document.issued else str(document.year or "?")
    name = document.title if locale == "vi" else document.title_en
    unit = f", {document.unit}" if document.unit else ""
    return f"{name} ({day}{unit}; {document.id})"
