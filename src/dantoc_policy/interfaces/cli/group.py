"""`dantoc group`: the 54 ethnic groups: names, codes, numbers, and the official lists."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from dantoc_policy.peoples.group import EthnicGroup

group = typer.Typer(
    help="Dân tộc: tên gọi, mã, số dân, danh sách chính thức.\n\n"
    "Ethnic groups: names, codes, numbers, official lists.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class Codes(StrEnum):
    """The two official orders of codes."""

    OF_1979 = "1979"
    OF_2008 = "2008"


CodesOption = Annotated[
    Codes | None,
    typer.Option("--codes", help="NAME là mã của bảng này / NAME is a code of this order."),
]


@group.command()
def show(
    name: Name,
    *,
    as_of: DayOrAll = None,
    codes: CodesOption = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """In tên, mã, ngôn ngữ, số dân và danh sách của một dân tộc / all that is known of a group."""
    locale = lang.locale
    with looking_up(locale):
        from dantoc_policy.interfaces.cli.group_text import print_group, shown_group

        day = day_or_all(as_of)
        found = _get(name, codes)
        if form is LookupForm.TEXT:
            print_group(found, day, locale)
        else:
            whole = shown_group(found, day)
            print_data(form, whole, [whole])


@group.command()
def find(
    name: Name,
    *,
    as_of: DayOrAll = None,
    codes: CodesOption = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """Tìm mọi dân tộc mà một tên có thể chỉ / every group that a name may mean."""
    locale = lang.locale
    with looking_up(locale):
        from dantoc_policy.interfaces.cli.group_text import found_groups, hint, print_groups

        day, key = day_or_all(as_of), " ".join(name)
        found = [_get(name, codes)] if codes is not None else found_groups(key, day)
        if form is LookupForm.TEXT:
            print_groups(found, locale)
        else:
            records = [one.to_dict() for one in found]
            print_data(form, records, records)
        if not found:
            hint(key, locale)


@group.command()
def status(
    name: Name,
    *,
    as_of: Day = None,
    codes: CodesOption = None,
    form: Form = LookupForm.TEXT,
    lang: Language = Lang.VI,
) -> None:
    """Cho biết một dân tộc có trong danh sách chính thức nào vào một ngày.

    The official lists that a group is in on a day, and what is odd about them.
    """
    locale = lang.locale
    with looking_up(locale):
        from dantoc_policy.peoples.library import peoples

        day = needed_day(as_of, "2022-06-04")
        found = peoples.official_status(_get(name, codes), day)
        if form is LookupForm.TEXT:
            from dantoc_policy.interfaces.cli.lookup_text import print_answer

            print_answer(found.text(locale))
        else:
            print_data(form, found.to_dict(), [found.to_dict()])


def _get(name: list[str], codes: Codes | None) -> EthnicGroup:
    """Give the group that the words of the command line name, or whose code they are."""
    from dantoc_policy.peoples.library import peoples

    key = " ".join(name)
    return peoples.get(key) if codes is None else peoples.by_code(key, codes.value)
