"""What is said where a key means no body, more than one, or none of the day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.body_class import BodyClass
from dantoc_policy.errors import InputError, Locale, NotInForceError
from dantoc_policy.values.calendar_dates import format_date


def _listed(found: Iterable[Body], locale: Locale) -> str:
    return "; ".join(
        f"{body.text(locale)} ({body.existed.text(locale)}; {body.id})" for body in found
    )


def ambiguous(key: str, found: Sequence[Body]) -> InputError:
    """Say which bodies a key may mean, each with what tells it from the others."""
    return InputError.of(
        "body.ambiguous",
        vi=f"“{key}” có thể là: {_listed(found, 'vi')}.",
        en=f"“{key}” may be: {_listed(found, 'en')}.",
        mend_vi="Nêu ngày, hoặc dùng mã định danh ở cuối mỗi ngoặc.",
        mend_en="Give a day, or use the identifier at the end of each bracket.",
    )


def unknown(key: str, near: Iterable[str], groups: Sequence[BodyClass]) -> InputError:
    """Say that no body is called so: it may be a group of them, or nearly a name."""
    if groups:
        return InputError.of(
            "body.is_group",
            vi=f"“{key}” là tên một nhóm cơ quan.",
            en=f"“{key}” names a group of bodies.",
            mend_vi=f'Gọi get_class("{groups[0].id}") hoặc find_class().',
            mend_en=f'Call get_class("{groups[0].id}") or find_class().',
        )
    shown = ", ".join(near)
    return InputError.of(
        "body.unknown",
        vi=f"không có cơ quan nào tên “{key}”.",
        en=f"no body is called “{key}”.",
        mend_vi=f"Gần giống: {shown}." if shown else "Xem danh mục cơ quan.",
        mend_en=f"Near: {shown}." if shown else "See the list of bodies.",
    )


def not_there(key: str, found: Sequence[Body], day: date) -> NotInForceError:
    """Say that what is called so was not there on a day, and when it was."""
    return NotInForceError.of(
        "body.not_there",
        vi=f"ngày {format_date(day)} không có cơ quan nào tên “{key}”; có: {_listed(found, 'vi')}.",
        en=f"on {format_date(day, 'en')} no body is called “{key}”; there is: "
        f"{_listed(found, 'en')}.",
        mend_vi="Hỏi successor() để biết cơ quan kế tục, predecessors() để biết cơ quan trước đó.",
        mend_en="Ask successor() for who took over, predecessors() for who was there before.",
    )


def unknown_class(key: str, known: Iterable[BodyClass]) -> InputError:
    """Say that there is no such group of bodies."""
    shown = ", ".join(group.id for group in known)
    return InputError.of(
        "body.unknown_class",
        vi=f"không có nhóm cơ quan “{key}”.",
        en=f"there is no group of bodies “{key}”.",
        mend_vi=f"Dùng một trong: {shown}.",
        mend_en=f"Use one of: {shown}.",
    )
