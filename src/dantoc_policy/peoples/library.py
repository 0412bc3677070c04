"""The library of ethnic groups: finding them by name or code, and what lists say about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from dantoc_policy.errors import InputError, Locale, NotInForceError
from dantoc_policy.peoples.codes import code_scheme, code_schemes, two_digits
from dantoc_policy.peoples.group import EthnicGroup, read_groups
from dantoc_policy.peoples.lists import OfficialList, read_lists
from dantoc_policy.peoples.names import NameIndex
from dantoc_policy.peoples.schema import json_schema
from dantoc_policy.peoples.status import OfficialStatus, official_status
from dantoc_policy.values.calendar_dates import check_day, format_date
from dantoc_policy.values.text_argument import check_text

Key = EthnicGroup | str
_SHOWN = 5

peoples: Peoples


class Peoples:
    """A library of ethnic groups; the one that comes with the package is `peoples`.

    A key is an identifier ("la-hu") or a name: the official one, that of 1979 or another one, in
    any spelling. An identifier is never a name of several groups: "tho" is one, so that of the Thổ
    is "tho-24". A code is no key, because the two official orders give it to different groups.

    >>> peoples.get("dân tộc H'Mông").name.vi, peoples.by_code("11", "2008").name.vi
    ('Mông', 'Ê đê')
    >>> peoples.official_status("La Ha", date(2022, 6, 4)).categories
    ('specific_difficulties', 'very_small')
    """

    def __init__(self, groups: Iterable[EthnicGroup], lists: Iterable[OfficialList]) -> None:
        self._groups = {group.id: group for group in groups}
        self._names = NameIndex(self._groups.values())
        self._codes = {
            scheme: {group.code(scheme): group for group in self} for scheme in code_schemes()
        }
        self._lists = tuple(lists)

    @property
    def official_lists(self) -> tuple[OfficialList, ...]:
        """All official lists of groups, the oldest first."""
        return self._lists

    def get(self, key: Key) -> EthnicGroup:
        """Give the one group that a key means.

        Raises:
            InputError: `people.unknown` where no group is called so, with near names;
                `people.ambiguous` where several are, with all of them; `people.code_scheme` where
                the key is a code.

        >>> peoples.get("Tho")
        Traceback (most recent call last):
        dantoc_policy.errors.InputError: [people.ambiguous] ...
        >>> peoples.get("tho-24").name.vi
        'Thổ'
        """
        if isinstance(key, EthnicGroup):
            return self._groups.get(key.id, key)
        key = self._no_code(key)
        known = self._groups.get(_identifier(key))
        if known is not None:
            return known
        found = self._names.find(key)
        if len(found) == 1:
            return found[0]
        raise _ambiguous(key, found) if found else self._unknown(key)

    def by_code(self, code: str | int, scheme: str | int | None = None) -> EthnicGroup:
        """Give the group of a code in one of the two official orders, "1979" or "2008".

        Raises:
            InputError: `people.code_scheme` where no order is named, with what the code means in
                each; `people.unknown_code` where no group bears it; `people.unknown_scheme`.

        >>> peoples.by_code("24", "1979").name.vi, peoples.by_code(24, "2008").name.vi
        ('Thổ', 'Bru Vân Kiều')
        """
        digits = two_digits(code)
        if scheme is None:
            raise self._bare_code(digits)
        used = code_scheme(scheme)
        found = self._codes[used.id].get(digits)
        if found is not None:
            return found
        means = used.others.get(digits)
        raise InputError.of(
            "people.unknown_code",
            place=digits,
            vi=f"không có dân tộc nào mang mã này trong bảng {used.name.vi}"
            + (f"; mã này là: {means.vi}." if means else "."),
            en=f"no group bears this code among the {used.name.en}"
            + (f"; it stands for: {means.en}." if means else "."),
            mend_vi="Mã hợp lệ từ 01 đến 54.",
            mend_en="Codes run from 01 to 54.",
        )

    def find(self, name: str, as_of: date | None = None) -> list[EthnicGroup]:
        """Give the groups that a name may mean, those officially so called first.

        The whole name counts, not parts of it: "Chăm Rê" is no Chăm. Capitals, hyphens, spaces,
        the place of the tone and words such as "dân tộc" do not count; diacritics count where
        they are written. No group is found by a code.

        Raises:
            InputError: `people.code_scheme` where the name is a code.
            NotInForceError: as `at`, where a day is given.

        >>> [group.name.vi for group in peoples.find("người THỔ")]
        ['Thổ', 'Tày', 'Khmer']
        >>> [group.name.vi for group in peoples.find("Cham Re")]
        ['Hrê']
        """
        known = self if as_of is None else self.at(as_of)
        return [group for group in self._names.find(self._no_code(name)) if group in known]

    def at(self, day: date) -> tuple[EthnicGroup, ...]:
        """Give the groups of the official list on a day.

        Raises:
            NotInForceError: `people.no_list` before the list of 1979, whose forerunners are not
                known here.
        """
        first = min(code_schemes().values(), key=lambda scheme: scheme.since)
        if check_day(day) >= first.since:
            return tuple(self)
        raise NotInForceError.of(
            "people.no_list",
            vi=f"không rõ danh mục dân tộc có hiệu lực ngày {format_date(day)}.",
            en=f"the list of groups in force on {format_date(day, 'en')} is not known.",
            mend_vi=f"Danh mục đã biết có từ ngày {format_date(first.since)} ({first.document}).",
            mend_en=f"One is known since {format_date(first.since, 'en')} ({first.document}).",
        )

    def official_status(self, group: Key, as_of: date) -> OfficialStatus:
        """Tell which official lists a group is in on a day, and what follows from them.

        >>> status = peoples.official_status("Ngái", date(2022, 6, 4))
        >>> status.documents, status.has("specific_difficulties")
        (('2086/QĐ-TTg', '57/2017/NĐ-CP'), <Verdict.FALSE: 'false'>)
        """
        return official_status(self.get(group), self._lists, as_of)

    @staticmethod
    def json_schema() -> dict[str, Any]:
        """Give the JSON Schema of a group as `EthnicGroup.to_dict` writes it."""
        return json_schema()

    def __iter__(self) -> Iterator[EthnicGroup]:
        return iter(self._groups.values())

    def __len__(self) -> int:
        return len(self._groups)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, EthnicGroup):
            return key.id in self._groups
        if not isinstance(key, str):
            return False
        return _identifier(key) in self._groups or bool(self._names.find(key))

    def __repr__(self) -> str:
        return f"<Peoples: {len(self)}>"

    def _no_code(self, key: str | int) -> str:
        """Give back a key that is a text; a code, also one that a sheet holds as number, is none.

        Raises:
            InputError: `people.code_scheme`; `argument.not_text`.
        """
        is_number = isinstance(key, int) and not isinstance(key, bool)
        text = str(key) if is_number else check_text(key)
        if text.strip().isdecimal():
            raise self._bare_code(two_digits(text))
        return text

    def _bare_code(self, digits: str) -> InputError:
        readings: Mapping[str, EthnicGroup | None] = {
            scheme: groups.get(digits) for scheme, groups in self._codes.items()
        }

        def listed(locale: Locale) -> str:
            nobody = "không có" if locale == "vi" else "none"
            return ", ".join(
                f"{code_scheme(scheme).name.get(locale)}: "
                + (nobody if group is None else group.name.get(locale))
                for scheme, group in readings.items()
            )

        return InputError.of(
            "people.code_scheme",
            place=digits,
            vi=f"mã không kèm bảng mã có hai cách hiểu: {listed('vi')}.",
            en=f"a code alone has two readings: {listed('en')}.",
            mend_vi='Gọi by_code(mã, "1979") hoặc by_code(mã, "2008").',
            mend_en='Call by_code(code, "1979") or by_code(code, "2008").',
        )

    def _unknown(self, key: str) -> InputError:
        # Of other names, some of which nobody should be called by, only the groups are shown.
        near = ", ".join(group.name.vi for group in self._names.near(key, _SHOWN))
        return InputError.of(
            "people.unknown",
            vi=f"không có dân tộc nào tên “{key}”.",
            en=f"no ethnic group is called “{key}”.",
            mend_vi=f"Gần giống: {near}." if near else "Xem danh mục 54 dân tộc.",
            mend_en=f"Near: {near}." if near else "See the list of the 54 groups.",
        )


def _identifier(key: str) -> str:
    """Give a key as identifiers are written; capitals never decide what it means."""
    return key.strip().casefold()


def _ambiguous(key: str, found: Iterable[EthnicGroup]) -> InputError:
    shown = ", ".join(f"{group.name.vi} ({group.id})" for group in found)
    return InputError.of(
        "people.ambiguous",
        vi=f"“{key}” là tên của nhiều dân tộc: {shown}.",
        en=f"“{key}” is a name of several groups: {shown}.",
        mend_vi="Dùng mã định danh trong ngoặc.",
        mend_en="Use the identifier in brackets.",
    )


@cache
def _packaged() -> Peoples:
    return Peoples(read_groups(), read_lists())


def __getattr__(name: str) -> Peoples:
    # The library of the package is built when it is first asked for.
    if name != "peoples":
        raise AttributeError(name)
    found = _packaged()
    globals()[name] = found
    return found
