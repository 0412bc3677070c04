"""What `dantoc body` says: a body, a group of bodies, and who holds what a body held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from rich.text import Text as Styled

from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.body_class import BodyClass
from dantoc_policy.bodies.library import bodies
from dantoc_policy.bodies.succession import MISSING
from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.cli.body_words import KINDS, LEVELS, ROLES
from dantoc_policy.interfaces.cli.lookup_text import (
    Field,
    capital,
    days_text,
    document_title,
    doubted,
    plain_table,
    print_fields,
    print_head,
    print_lines,
    print_section,
    screen,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.law.provision import Provision
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.bodies.succession import Succession

_NONE = Text("Không tìm thấy cơ quan nào.", "No body found.")
_GROUP = Text("nhóm cơ quan", "group of bodies")
_ROLE_ONLY = Text("do văn bản giao, không cố định", "whoever the text gives the role to")


def shown_body(found: Body | BodyClass, as_of: date | None) -> dict[str, Any]:
    """Give a body with its events, or a group with its members, as plain JSON data."""
    on = None if as_of is None else as_of.isoformat()
    if isinstance(found, BodyClass):
        members = found.members if as_of is None else found.at(as_of)
        there = None if members is None else [member.id for member in members]
        return {**shown_found(found), "as_of": on, "members_on_day": there}
    return {
        **shown_found(found),
        "as_of": on,
        "parent": None if as_of is None else found.parent(as_of),
        "predecessors": [holder.to_dict() for holder in bodies.predecessors(found)],
        "events": [event.to_dict() for event in bodies.lineage(found)],
    }


def shown_found(found: Body | BodyClass) -> dict[str, Any]:
    """Give a body or a group as plain JSON data, and which of the two it is."""
    return {"is_group": isinstance(found, BodyClass), **found.to_dict()}


def print_body(found: Body | BodyClass, as_of: date | None, locale: Locale) -> None:
    """Print what a body is and what happened to it, or who belongs to a group."""
    to = screen()
    print_head(to, found.text(locale))
    emit(to, "")
    if isinstance(found, BodyClass):
        print_fields(to, _group_fields(found, as_of, locale), locale)
        return
    print_fields(to, _fields(found, as_of, locale), locale)
    events = bodies.lineage(found)
    if events:
        print_section(to, Text("Diễn biến", "Events"), locale)
        print_lines(to, (f"- {event.text(locale)}" for event in events))


def _fields(body: Body, as_of: date | None, locale: Locale) -> Iterator[Field]:
    since, until = (body.is_verified(name) for name in ("since", "until"))
    dated = (since or body.existed.start is None) and (until or body.existed.end is None)
    yield Text("Mã định danh", "Identifier"), body.id, True
    yield Text("Tên tiếng Anh", "In Vietnamese"), _other_language(body, locale), True
    others = (one.vi if locale == "vi" else one.en for one in body.other_names)
    yield Text("Tên khác", "Also called"), "; ".join(one for one in others if one), True
    yield Text("Viết tắt", "Abbreviations"), ", ".join(body.abbreviations), True
    kind = f"{KINDS[body.kind].get(locale)}, {LEVELS[body.level].get(locale)}"
    yield Text("Loại, cấp", "Kind, level"), kind, True
    yield Text("Thời gian", "Days"), days_text(body.existed, locale), dated
    if body.optional:
        sure = body.presence is None or body.presence.verified
        yield Text("Phạm vi", "Where"), _where(body, locale), sure
    yield Text("Thuộc", "Under"), _above(body, as_of, locale), body.is_verified("parents")
    rests = (
        f"{_titled(basis.provision, locale)} ({ROLES[basis.role].get(locale)})"
        for basis in body.bases
    )
    yield Text("Căn cứ", "Rests on"), "; ".join(rests), True
    took = "; ".join(holder.text(locale) for holder in bodies.predecessors(body, as_of))
    yield Text("Tiếp nhận từ", "Took over from"), took, True
    yield Text("Ghi chú (tiếng Anh)", "Note"), body.note or "", True
    yield Text("Nguồn", "Source"), body.source, True


def _where(body: Body, locale: Locale) -> str:
    """Say that only some provinces have it, and of that of a province whether it has."""
    said = Text("chỉ một số tỉnh có", "only some provinces have one").get(locale)
    if body.territory is None or body.presence is not None:
        return said
    place = body.territory.text(locale)
    unknown = Text(f"chưa rõ {place} có hay không", f"not known whether {place} has")
    return f"{said}; {unknown.get(locale)}"


def _titled(provision: Provision, locale: Locale) -> str:
    whole = provision == Provision(provision.document)
    return document_title(provision.document, locale) if whole else provision.text(locale)


def _other_language(body: Body, locale: Locale) -> str:
    return body.text("en" if locale == "vi" else "vi")


def _above(body: Body, as_of: date | None, locale: Locale) -> str:
    """Name what the body was under: on the day, or one after another."""
    if as_of is not None:
        parent = body.parent(as_of)
        return "" if parent is None else bodies.get(parent).text(locale)
    single = len(body.parents) == 1
    return "; ".join(
        bodies.get(parent.id).text(locale) + ("" if single else f" ({parent.period.text(locale)})")
        for parent in body.parents
    )


def _group_fields(group: BodyClass, as_of: date | None, locale: Locale) -> Iterator[Field]:
    yield Text("Mã định danh", "Identifier"), group.id, True
    yield Text("Tên khác", "Also called"), "; ".join(group.other_names), True
    members = group.members if as_of is None else group.at(as_of)
    if members is None:
        said = _ROLE_ONLY.get(locale)
    else:
        said = "; ".join(member.text(locale) for member in members)
        said = said or Text("không có cơ quan nào", "none").get(locale)
        complete = group.complete if as_of is None else group.is_complete(as_of)
        if not complete:
            said += Text("; có thể còn cơ quan khác", "; there may be others").get(locale)
    on = "" if as_of is None else f" {format_date(as_of, locale)}"
    yield Text(f"Gồm{on}", f"Members{on}"), said, group.is_verified("members")
    for one in group.followed_by:
        day = format_date(one.on, locale)
        by = "" if one.basis is None else f" ({_titled(one.basis, locale)})"
        label = Text(f"Từ {day}", f"From {day}")
        yield label, bodies.get_class(one.id).text(locale) + by, one.verified
    rests = "" if group.basis is None else _titled(group.basis, locale)
    yield Text("Căn cứ", "Rests on"), rests, True
    yield Text("Ghi chú (tiếng Anh)", "Note"), group.note or "", True
    yield Text("Nguồn", "Source"), group.source, True


def print_bodies(found: Sequence[Body | BodyClass], locale: Locale) -> None:
    """Print bodies and groups as a table."""
    to = screen()
    if not found:
        emit(to, _NONE.get(locale))
        return
    columns = (
        Text("Cơ quan", "Body"),
        Text("Cấp", "Level"),
        Text("Thời gian", "Days"),
        Text("Mã định danh", "Identifier"),
    )
    table = plain_table(locale, columns, (4, 2, 3, 4))
    for one in found:
        if isinstance(one, BodyClass):
            table.add_row(Styled(one.text(locale)), _GROUP.get(locale), "-", one.id)
            continue
        table.add_row(
            doubted(one.text(locale), one.verified, locale),
            LEVELS[one.level].get(locale),
            days_text(one.existed, locale),
            one.id,
        )
    emit(to, table)


def print_succession(found: Succession, locale: Locale) -> None:
    """Print who holds what a body held: the holders, what is missing, and the events."""
    to = screen()
    about = "; ".join(one.name.get(locale) for one in found.functions)
    on = Text("ngày", "on").get(locale)
    asked = f" ({about})" if about else ""
    name = found.body.text(locale)
    print_head(to, f"{name}{asked}, {on} {format_date(found.as_of, locale)}")
    if not found.determined:
        missing = "; ".join(MISSING[one].get(locale) for one in found.missing)
        head = Text("Chưa xác định, còn thiếu", "Undetermined, missing").get(locale)
        print_lines(to, [Styled(f"{head}: {missing}.", style="yellow")])
    said = (holder.text(locale) if not found.determined else None for holder in found.possible)
    texts = [text for text in said if text is not None]
    texts = texts or [body.text(locale) for body in found.bodies]
    mark = "→" if found.determined else "?"
    for text in texts:
        print_lines(to, [Styled(f"- {mark} {capital(text)}", style="bold")])
    print_lines(to, (Styled(capital(note), style="yellow") for note in found.notes(locale)))
    if found.path:
        print_section(to, Text("Diễn biến", "Events"), locale)
        print_lines(to, (f"- {event.text(locale)}" for event in found.path))
