"""`dantoc place`: provinces, districts and communes: what they are, were, became, and are given."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dantoc_policy.interfaces.cli.common import Lang
from dantoc_policy.interfaces.cli.lookup import (
    Day,
    DayOrAll,
    Form,
    LookupForm,
    Name,
    Within,
    day_or_all,
    looking_up,
    needed_day,
    print_data,
)
from dantoc_policy.interfaces.cli.options import Language
from dantoc_policy.interfaces.cli.place_import import import_list

place = typer.Typer(
    help="Đơn vị hành chính: từng giai đoạn, đổi thành gì, được xếp khu vực nào.\n\n"
    "Administrative units: their states, what became of them, what status they have.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@place.command()
def show(
    name: Name,
    *,
    as_of: DayOrAll = None,
    within: Within = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """In các giai đoạn của một đơn vị và mọi thay đổi / all states of a unit, and its changes."""
    locale = lang.locale
    with looking_up(locale):
        from dantoc_policy.interfaces.cli.place_show import print_place, shown, shown_states
        from dantoc_policy.interfaces.cli.place_states import one_place

        day = day_or_all(as_of)
        found = one_place(" ".join(name), day, within)
        if form is LookupForm.TEXT:
            print_place(found, day, locale)
        else:
            print_data(form, shown(found, day), shown_states(found))


@place.command()
def find(
    name: Name,
    *,
    as_of: DayOrAll = None,
    within: Within = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """Tìm mọi đơn vị mang một tên hoặc mã / every unit that bears a name or a code."""
    locale = lang.locale
    with looking_up(locale):
        from dantoc_policy.interfaces.cli.place_find import found_units, hint, print_found

        day, key = day_or_all(as_of), " ".join(name)
        found = found_units(key, day, within)
        if form is LookupForm.TEXT:
            print_found(found, day, locale)
        else:
            records = [one.to_dict() for one in found]
            print_data(form, records, records)
        if not found:
            hint(key, day, within, locale)


@place.command()
def lineage(
    name: Name,
    *,
    as_of: DayOrAll = None,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Theo đến ngày này, trước hoặc sau / follow to this day, or all."
        ),
    ] = None,
    within: Within = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """Theo một đơn vị về sau và về trước, không bỏ phần nào.

    Follow a unit forwards and backwards, no part left out. --as-of is the day of the name, --to
    the day up to which it is followed.
    """
    locale = lang.locale
    with looking_up(locale):
        from dantoc_policy.interfaces.cli.place_lineage import print_lineage, shown_lineage
        from dantoc_policy.interfaces.cli.place_states import one_place, states_of
        from dantoc_policy.interfaces.cli.place_tree import trees

        day, until = day_or_all(as_of), day_or_all(to)
        found = one_place(" ".join(name), day, within)
        states = (found,) if day is not None else states_of(found)
        grown = trees(states, until)
        if form is LookupForm.TEXT:
            print_lineage(found, grown, until, locale)
        else:
            lines = [
                {"direction": tree.direction, **link.to_dict()}
                for tree in grown
                for link in tree.links
            ]
            print_data(form, shown_lineage(found, grown, until), lines)


@place.command()
def status(  # noqa: PLR0913 - one parameter an option
    name: Name,
    *,
    as_of: Day = None,
    within: Within = None,
    facts: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Số liệu của xã để tính theo tiêu chí / a sheet with its facts."
        ),
    ] = None,
    row: Annotated[
        str | None, typer.Option(metavar="ROW", help="Dòng của xã trong tệp / its row, or name.")
    ] = None,
    recognised: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Ngày đạt chuẩn nông thôn mới / new-rural recognition."),
    ] = None,
    lists: Annotated[
        list[Path] | None,
        typer.Option(
            "--list", metavar="FILE", help="Danh sách của mình / a list of one's own; repeatable."
        ),
    ] = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """Cho biết kết quả theo tiêu chí, theo danh sách và đang có hiệu lực vào một ngày.

    What the criteria, the lists and the events since give a place on a day, with the provisions.
    """
    locale = lang.locale
    with looking_up(locale):
        from dantoc_policy.interfaces.cli.arguments import day as read_day
        from dantoc_policy.interfaces.cli.lookup_text import print_answer
        from dantoc_policy.places.library import places

        library = places
        if lists:
            from dantoc_policy.interfaces.list_file import with_list_files

            library, _ = with_list_files(places, lists)
        day, key = needed_day(as_of, "2021-06-04"), " ".join(name)
        since = None if recognised is None else read_day(recognised)
        found = library.status_of(key, day, within=within, recognised=since)
        if facts is not None:
            from attrs import evolve

            from dantoc_policy.interfaces.cli.place_facts import check_same, facts_of_row

            given = facts_of_row(facts, row or key, day)
            check_same(given, found)
            found = evolve(found, computed=given.computed)
        if form is LookupForm.TEXT:
            print_answer(found.text(locale))
        else:
            print_data(form, found.to_dict(), [found.to_dict()])


place.command("import")(import_list)


@place.command("map")
def draw(
    values: Annotated[
        Path | None,
        typer.Argument(metavar="CSV", help="Hai cột: tỉnh, giá trị / province and value."),
    ] = None,
    *,
    as_of: Day = None,
    highlight: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Tỉnh cần tô màu / a province to colour; repeatable."),
    ] = None,
    title: Annotated[str, typer.Option(help="Tiêu đề / title.")] = "",
    out: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="OUT", help="Ghi ra .svg / write to.")
    ] = None,
    lang: Language = Lang.VI,
) -> None:
    """Vẽ sơ đồ ô các tỉnh, tô màu theo giá trị / a tile map of the provinces as SVG."""
    locale = lang.locale
    if values is not None and highlight:
        both = {"vi": "chỉ dùng một: CSV hoặc --highlight", "en": "give a CSV or --highlight"}
        raise typer.BadParameter(both[locale])
    with looking_up(locale):
        from dantoc_policy.interfaces.cli.output import opened
        from dantoc_policy.interfaces.cli.place_map import drawn

        day = needed_day(as_of, "2025-07-01")
        with opened(out, [] if values is None else [values]) as stream:
            stream.write(f"{drawn(values, highlight or [], day, title, locale)}\n")
        if out is not None:
            word = {"vi": "Đã ghi", "en": "Written"}[locale]
            typer.echo(f"{word}: {out}", err=True)
