"""What is said where a key means no body, more than one, or none of the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.body_class import BodyClass
from dantoc_policy.bodies.spelling import joined, words
from dantoc_policy.bodies.territory import Territory
from dantoc_policy.errors import InputError, Locale, NotInForceError
from dantoc_policy.law.issuer import Issuer, issuers
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
    """Say that no body is called so: it may be a group of them, an issuer, or nearly a name."""
    if groups:
        return InputError.of(
            "body.is_group",
            vi=f"“{key}” là tên một nhóm cơ quan.",
            en=f"“{key}” names a group of bodies.",
            mend_vi=f'Gọi get_class("{groups[0].id}") hoặc find_class().',
            mend_en=f'Call get_class("{groups[0].id}") or find_class().',
        )
    issuer = _issuers_by_name().get(joined(words(key)))
    if issuer is not None:
        return _only_issuer(key, issuer)
    shown = ", ".join(near)
    return InputError.of(
        "body.unknown",
        vi=f"không có cơ quan nào tên “{key}”.",
        en=f"no body is called “{key}”.",
        mend_vi=f"Gần giống: {shown}." if shown else "Xem danh mục cơ quan.",
        mend_en=f"Near: {shown}." if shown else "See the list of bodies.",
    )


@cache
def _issuers_by_name() -> Mapping[str, Issuer]:
    """Give the bodies that issue documents by their names in plain letters."""
    found: dict[str, Issuer] = {}
    for issuer in issuers().values():
        for name in (issuer.name.vi, *issuer.names):
            found.setdefault(joined(words(name)), issuer)
    return found


def _only_issuer(key: str, issuer: Issuer) -> InputError:
    """Say that the library knows of a body only that it issues documents."""
    party = issuer.family == "party"
    return InputError.of(
        "body.only_issuer",
        vi=f"“{key}” có trong danh mục cơ quan ban hành văn bản{' của Đảng' if party else ''}"
        f" ({issuer.id}), nhưng không có trong danh mục cơ quan theo thời gian.",
        en=f"“{key}” is known as an issuer of {'Party ' if party else ''}documents ({issuer.id}),"
        " but is none of the bodies that are followed through time.",
        mend_vi="Tìm văn bản của cơ quan này bằng dantoc_policy.documents.",
        mend_en="Look for its documents in dantoc_policy.documents.",
    )


def none_there(body: Body, territory: Territory, known: Iterable[Body]) -> InputError:
    """Say that a province has no such body, and whose work went elsewhere for that reason."""
    names = tuple(
        one.in_territory(territory)
        for one in known
        for handover in one.handovers
        if handover.optional == body.template and not handover.if_there
        if one.may_be_in(territory)
    )

    def listed(locale: Locale) -> str:
        return ", ".join(one.text(locale) for one in names)

    return InputError.of(
        "body.not_of_province",
        place=body.name.vi,
        vi=f"{territory.text()} không có cơ quan này.",
        en=f"{territory.text('en')} has no such body.",
        mend_vi=f"Hỏi cơ quan kế tục của: {listed('vi')}." if names else "",
        mend_en=f"Ask who took over from: {listed('en')}." if names else "",
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


def not_yet(body: Body, start: date) -> NotInForceError:
    """Say that a body came only later."""
    return NotInForceError.of(
        "body.not_yet",
        place=body.text(),
        vi=f"cơ quan này chỉ có từ ngày {format_date(start)}.",
        en=f"this body is there since {format_date(start, 'en')} only.",
        mend_vi="Hỏi predecessors() để biết cơ quan trước đó.",
        mend_en="Ask predecessors() for who was there before.",
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
