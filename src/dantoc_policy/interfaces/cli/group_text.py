"""What `dantoc group` says of a group: its names, codes, language, numbers and lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from attrs import evolve
from rich.text import Text as Styled

from dantoc_policy.errors import Locale, PolicyError
from dantoc_policy.interfaces.cli.common import say
from dantoc_policy.interfaces.cli.lookup import mended
from dantoc_policy.interfaces.cli.lookup_text import (
    Field,
    capital,
    days_text,
    doubted,
    plain_table,
    print_fields,
    print_head,
    print_section,
    screen,
)
from dantoc_policy.interfaces.cli.output import emit
from dantoc_policy.peoples.group import EthnicGroup
from dantoc_policy.peoples.library import peoples
from dantoc_policy.peoples.lists import CATEGORIES
from dantoc_policy.peoples.status import Listing
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.numerals import format_number
from dantoc_policy.values.text import Text

_NONE = Text("Không tìm thấy dân tộc nào.", "No group found.")
_IN_NO_LIST = Text("không có trong danh sách nào đã biết", "in no list that is known")
_HOUSEHOLDS = {
    "census_2019": Text("Số hộ (Tổng điều tra 2019)", "Households (census 2019)"),
    "survey_2019": Text("Số hộ (điều tra 53 dân tộc 2019)", "Households (survey 2019)"),
}


def listings_of(group: EthnicGroup, as_of: date | None) -> tuple[Listing, ...]:
    """Give the lists that a group is in, on a day or on any.

    >>> [held.document for held in listings_of(peoples.get("Ngái"), date(2022, 6, 4))]
    ['2086/QĐ-TTg', '57/2017/NĐ-CP']
    """
    found = ((held, held.membership(group.id)) for held in peoples.official_lists)
    return tuple(
        Listing(held, member)
        for held, member in found
        if member is not None and (as_of is None or as_of in held.valid)
    )


def found_groups(key: str, as_of: date | None) -> list[EthnicGroup]:
    """Give the groups that a name or an identifier may mean; a code alone is refused.

    Raises:
        InputError: `people.code_scheme` where the key is a code.
    """
    known = peoples.find(key, as_of)
    return known or ([peoples.get(key)] if key in peoples else [])


def hint(key: str, locale: Locale) -> None:
    """Say on stderr which groups are nearly called so."""
    try:
        peoples.get(key)
    except PolicyError as error:
        say(evolve(mended(error.problem), severity="note"), locale)


def shown_group(group: EthnicGroup, as_of: date | None) -> dict[str, Any]:
    """Give a group with its lists as plain JSON data."""
    if as_of is not None:
        peoples.at(as_of)  # refuses a day of which no list of groups is known
    return {
        **group.to_dict(),
        "as_of": None if as_of is None else as_of.isoformat(),
        "listings": [listing.to_dict() for listing in listings_of(group, as_of)],
    }


def print_group(group: EthnicGroup, as_of: date | None, locale: Locale) -> None:
    """Print what is known of a group, and the official lists that it is in."""
    if as_of is not None:
        peoples.at(as_of)
    to = screen()
    print_head(to, group.text(locale))
    emit(to, "")
    print_fields(to, _fields(group, locale), locale)
    on = "" if as_of is None else format_date(as_of, locale)
    title = Text("Danh sách chính thức", "Official lists")
    dated = Text(f"{title.vi} vào ngày {on}", f"{title.en} on {on}") if on else title
    print_section(to, dated, locale)
    _print_lists(listings_of(group, as_of), locale)


def _fields(group: EthnicGroup, locale: Locale) -> Iterator[Field]:
    def sure(name: str) -> bool:
        return group.is_verified(name)

    yield Text("Mã định danh", "Identifier"), group.id, True
    yield (
        Text("Tên trong Danh mục 1979", "Name in the list of 1979"),
        group.name_1979,
        sure("name_1979"),
    )
    yield Text("Mã 1979", "Code of 1979"), group.code_1979, sure("code_1979")
    yield Text("Mã 2008", "Code of 2008"), group.code_2008, sure("code_2008")
    language = f"{group.family.get(locale)} / {group.branch.get(locale)}"
    yield Text("Ngữ hệ / nhóm", "Language family / branch"), language, sure("branch")
    for other in group.other_branches:
        label = Text(f"- {other.part}", f"- {other.part}")
        yield label, f"{other.family.get(locale)} / {other.branch.get(locale)}", sure("branch")
    for year, persons in group.populations.items():
        count = format_number(persons.count, locale)
        yield Text(f"Số dân {year}", f"Persons {year}"), count, persons.verified
    for name, households in group.households.items():
        yield _HOUSEHOLDS[name], format_number(households.count, locale), households.verified
    # Kept to recognise a group by; some of them nobody should be called by.
    recognised = Text("Nhận biết qua (có tên cũ)", "Recognised by (old names too)")
    yield recognised, "; ".join(group.other_names), sure("other_names")
    yield Text("Ghi chú (tiếng Anh)", "Note"), group.note or "", True
    yield Text("Nguồn", "Source"), group.source, True


def _print_lists(listings: Sequence[Listing], locale: Locale) -> None:
    to = screen()
    if not listings:
        emit(to, f"{capital(_IN_NO_LIST.get(locale))}.")
        return
    emit(to, "")
    columns = (
        Text("Phân loại", "Category"),
        Text("Danh sách", "List"),
        Text("Số", "No."),
        Text("Thời gian", "Days"),
    )
    table = plain_table(locale, columns, (3, 5, 0, 4))
    for listing in listings:
        order = listing.membership.order
        table.add_row(
            Styled(CATEGORIES[listing.category].get(locale)),
            doubted(listing.list.title(locale), listing.verified, locale),
            "-" if order is None else str(order),
            days_text(listing.list.valid, locale),
        )
    emit(to, table)


def print_groups(found: Sequence[EthnicGroup], locale: Locale) -> None:
    """Print groups as a table."""
    to = screen()
    if not found:
        emit(to, _NONE.get(locale))
        return
    columns = (
        Text("Dân tộc", "Group"),
        Text("Mã định danh", "Identifier"),
        Text("Mã 1979", "1979"),
        Text("Mã 2008", "2008"),
        Text("Nhóm ngôn ngữ", "Branch"),
        Text("Số dân 2019", "Persons 2019"),
    )
    table = plain_table(locale, columns, (3, 2, 0, 0, 3, 0))
    table.columns[-1].justify = "right"
    for group in found:
        persons = group.populations.get(2019)
        table.add_row(
            Styled(group.name.get(locale), style="bold"),
            group.id,
            group.code_1979,
            group.code_2008,
            group.branch.get(locale),
            "-" if persons is None else format_number(persons.count, locale),
        )
    emit(to, table)
