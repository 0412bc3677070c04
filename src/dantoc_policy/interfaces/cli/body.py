"""`dantoc body`: public bodies through time: which one is meant, and who holds its tasks."""

from __future__ import annotations

from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.common import Lang
from dantoc_policy.interfaces.cli.lookup import (
    Day,
    DayOrAll,
    Form,
    LookupForm,
    Name,
    day_or_all,
    looking_up,
    needed_day,
    print_data,
)
from dantoc_policy.interfaces.cli.options import Language

body = typer.Typer(
    help="Cơ quan: tên gọi, thời gian tồn tại, cơ quan kế tục theo chức năng.\n\n"
    "Public bodies: names, days, and who took over which functions.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

OfProvince = Annotated[
    str | None,
    typer.Option("--within", metavar="PROVINCE", help="Của tỉnh, thành phố nào / of a province."),
]


@body.command()
def show(
    name: Name,
    *,
    as_of: DayOrAll = None,
    within: OfProvince = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """In những gì thư viện biết về một cơ quan, một nhóm cơ quan / a body, or a group of them."""
    locale = lang.locale
    with looking_up(locale):
        from dantoc_policy.interfaces.cli.body_find import one_body_or_group
        from dantoc_policy.interfaces.cli.body_text import print_body, shown_body

        day = day_or_all(as_of)
        found = one_body_or_group(" ".join(name), day, within)
        if form is LookupForm.TEXT:
            print_body(found, day, locale)
        else:
            whole = shown_body(found, day)
            print_data(form, whole, [whole])


@body.command()
def find(
    name: Name,
    *,
    as_of: DayOrAll = None,
    within: OfProvince = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """Tìm mọi cơ quan, nhóm cơ quan mà một tên có thể chỉ / all bodies that a name may mean."""
    locale = lang.locale
    with looking_up(locale):
        from dantoc_policy.interfaces.cli.body_find import found_bodies, hint
        from dantoc_policy.interfaces.cli.body_text import print_bodies, shown_found

        day, key = day_or_all(as_of), " ".join(name)
        found = found_bodies(key, day, within)
        if form is LookupForm.TEXT:
            print_bodies(found, locale)
        else:
            records = [shown_found(one) for one in found]
            print_data(form, records, records)
        if not found:
            hint(key, day, within, locale)


@body.command()
def successors(
    name: Name,
    *,
    as_of: Day = None,
    function: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT", help="Chức năng hoặc nhiệm vụ / a function or a task; repeatable."
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Ngày của văn bản nêu tên / day of the text naming it."),
    ] = None,
    within: OfProvince = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """Cho biết vào một ngày ai giữ những gì một cơ quan từng giữ.

    Who holds on a day what a body held: undetermined, with all holders, where it was split and no
    function is given.
    """
    locale = lang.locale
    with looking_up(locale):
        from dantoc_policy.bodies.library import bodies
        from dantoc_policy.interfaces.cli.arguments import day as read_day
        from dantoc_policy.interfaces.cli.body_find import key_of
        from dantoc_policy.interfaces.cli.body_text import print_succession

        day = needed_day(as_of, "2025-08-01")
        first = None if since is None else read_day(since)
        asked = function[0] if function and len(function) == 1 else function or None
        found = bodies.successor(key_of(" ".join(name), within), day, asked, since=first)
        if form is LookupForm.TEXT:
            print_succession(found, locale)
        else:
            print_data(form, found.to_dict(), [found.to_dict()])
