"""The library of bodies: finding them at a date, and who holds what they held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property

from dantoc_policy.bodies.ancestry import Ancestry
from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.body_class import BodyClass, read_classes
from dantoc_policy.bodies.events import BodyEvent
from dantoc_policy.bodies.following import Follower
from dantoc_policy.bodies.function import Function, find_functions, functions, read_functions
from dantoc_policy.bodies.key_errors import (
    ambiguous,
    none_there,
    not_there,
    not_yet,
    unknown,
    unknown_class,
)
from dantoc_policy.bodies.names import NameIndex
from dantoc_policy.bodies.reading import read_bodies
from dantoc_policy.bodies.succession import Holder, Succession
from dantoc_policy.bodies.territory import Territory, territories
from dantoc_policy.errors import InputError
from dantoc_policy.values.calendar_dates import check_day
from dantoc_policy.values.text_argument import check_text

Key = Body | str
_SHOWN = 5

bodies: Bodies


class Bodies:
    """A library of public bodies; the one that comes with the package is `bodies`.

    A key is an identifier ("so_noi_vu", or "so_noi_vu/bac_kan" for that of one province) or a
    name in any spelling, short form or abbreviation; the name of a province may follow.

    >>> bodies.get("Sở LĐ-TB&XH").name.vi
    'Sở Lao động - Thương binh và Xã hội'
    >>> answer = bodies.successor("Sở KHĐT tỉnh Bắc Kạn", date(2025, 8, 1))
    >>> answer.bodies[0].id
    'so_tai_chinh/thai_nguyen@2025-07-01'
    """

    def __init__(self, known: Iterable[Body]) -> None:
        self._known = {body.id: body for body in known}
        self._ancestry = Ancestry(self._known)

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self._known.values())

    @cached_property
    def classes(self) -> Mapping[str, BodyClass]:
        """The groups that documents name as such, by their identifiers."""
        return read_classes(self._known)

    @property
    def functions(self) -> Mapping[str, Function]:
        """The functions that were handed over, by their identifiers."""
        return functions()

    @property
    def territories(self) -> Mapping[str, Territory]:
        """The provinces, those of before and after the mergers, by their identifiers."""
        return territories()

    def get(self, key: Key, as_of: date | None = None) -> Body:
        """Give the one body that a key means, on a day where one is given.

        Raises:
            InputError: `body.unknown` where none is called so, with near names; `body.ambiguous`
                where several are, with all of them; `body.is_group` where the key names a group;
                `body.only_issuer` where it is known as an issuer of documents alone;
                `body.not_of_province` where the province is known to have none.
            NotInForceError: `body.not_there` where none of that name was there on the day.

        >>> bodies.get("Ủy ban Dân tộc", date(1960, 1, 1)).existed.end
        datetime.date(1987, 2, 16)
        """
        found = self._candidates(key, as_of)
        if len(found) == 1:
            return found[0]
        if found:
            raise ambiguous(str(key), found)
        once = self._candidates(key, None)
        if once and as_of is not None:
            raise not_there(str(key), once, as_of)
        raise self._unknown(str(key))

    def find(self, name: str, as_of: date | None = None) -> list[Body]:
        """Give the bodies that a name may mean; on a day, those that were there and bore it.

        Capitals, diacritics, the place of tones, "&", "và", commas and hyphens do not count; any
        words may be shortened to their first letters.

        >>> [body.id for body in bodies.find("UBND")]
        ['uy_ban_nhan_dan_tinh', 'uy_ban_nhan_dan_huyen', 'uy_ban_nhan_dan_xa']
        >>> [body.name.vi for body in bodies.find("Sở Nông nghiệp", date(2025, 3, 1))]
        ['Sở Nông nghiệp và Môi trường']
        """
        day = None if as_of is None else check_day(as_of)
        return list(self._names.find(check_text(name), day))

    def at(self, day: date) -> tuple[Body, ...]:
        """Give the bodies that were there on a day.

        One whose first day is not known counts from the beginning; one of which there is one in
        every place counts once.
        """
        check_day(day)
        return tuple(body for body in self if body.exists(day))

    def get_class(self, key: str) -> BodyClass:
        """Give a group of bodies by its identifier or name.

        Raises:
            InputError: `body.unknown_class` where there is none.

        >>> bodies.get_class("các sở, ban, ngành").is_complete(date(2021, 12, 2))
        False
        """
        known = self.classes.get(check_text(key))
        found = self.find_class(key) if known is None else [known]
        if not found:
            raise unknown_class(key, self.classes.values())
        return found[0]

    def find_class(self, name: str) -> list[BodyClass]:
        """Give the groups that a name means as such."""
        check_text(name)
        return [group for group in self.classes.values() if group.is_named(name)]

    def find_functions(self, text: str) -> tuple[Function, ...]:
        """Give the functions that a text names, such as that of a task."""
        return find_functions(text)

    def successor(
        self,
        body: Key,
        as_of: date,
        function: Function | str | Iterable[Function | str] | None = None,
        *,
        since: date | None = None,
    ) -> Succession:
        """Tell who holds on a day what a body held, by all handovers up to then.

        `function` is one or more identifiers, or the text of a task, which may name some. Where
        functions parted and none is given, or a text names those of several bodies, the answer is
        undetermined and lists them. `since` is the day of the text that names the body: what was
        handed over by then is over. A name means the body that bore it on that day, or else the
        last that did.

        Raises:
            InputError: as `get`; `body.unknown_function` where there is no such function.
            NotInForceError: `body.not_yet` where the body came later.

        >>> task = "Giảm tỷ lệ hộ nghèo DTTS bình quân 2%/năm"
        >>> answer = bodies.successor("Sở LĐTBXH", date(2025, 8, 1), task)
        >>> [body.name.vi for body in answer.bodies]
        ['Sở Nông nghiệp và Môi trường']
        >>> bodies.successor("Sở LĐTBXH", date(2025, 8, 1)).missing
        ('function',)
        """
        check_day(as_of)
        given = self._named_by(body, as_of if since is None else check_day(since))
        start = given.existed.start
        if start is not None and as_of < start:
            raise not_yet(given, start)
        asked = () if function is None else read_functions(function)
        follower = Follower(self._known, as_of)
        if not isinstance(function, str) or function in functions():
            return follower.follow(given, asked, since)
        return follower.follow(given, _of_body(given, asked), since, task=function)

    def predecessors(self, body: Key, as_of: date | None = None) -> tuple[Holder, ...]:
        """Give the bodies that handed over to a body, up to a day, each with what it gave.

        >>> [holder.body.id for holder in bodies.predecessors("Bộ Dân tộc và Tôn giáo")]
        ['uy_ban_dan_toc', 'ban_ton_giao_chinh_phu']
        """
        found: dict[tuple[str, str], Holder] = {}
        for link in self._ancestry.givers(self._named_by(body, as_of)):
            if as_of is not None and link.on > check_day(as_of):
                continue
            handover = link.handover
            if handover is None:
                found[link.giver.id, "all"] = Holder(link.giver, "all")
                continue
            before = found.get((link.giver.id, handover.extent))
            listed = (*(before.functions if before else ()), *handover.functions)
            conditions = () if link.condition is None else (link.condition,)
            holder = Holder(link.giver, handover.extent, listed, conditions)
            found[link.giver.id, handover.extent] = holder
        return tuple(found.values())

    def lineage(self, body: Key) -> tuple[BodyEvent, ...]:
        """Give the events of a body, of those it came from and of those that came from it.

        >>> [str(event.day.year) for event in bodies.lineage("uy_ban_dan_toc_va_mien_nui")]
        ['1992', '2002', '2002', '2002', '2025', '2025', '2025', '2025']
        """
        return self._ancestry.lineage(self._named_by(body, None))

    def __iter__(self) -> Iterator[Body]:
        return iter(self._known.values())

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, Body):
            return key.template in self._known
        try:
            return isinstance(key, str) and bool(self._candidates(key, None))
        except InputError:  # the identifier of a body that a province has not
            return False

    def __repr__(self) -> str:
        return f"<Bodies: {len(self)}>"

    def _candidates(self, key: Key, day: date | None) -> list[Body]:
        if isinstance(key, Body):
            found = [key]
        elif check_text(key).partition("/")[0] in self._known:
            found = self._identified(key)
        else:
            return self.find(key, day)
        return [body for body in found if day is None or body.exists(day)]

    def _identified(self, key: str) -> list[Body]:
        name, slash, place = key.partition("/")
        if not slash:
            return [self._known[name]]
        if place not in territories():
            return []
        body, territory = self._known[name], territories()[place]
        known = body.is_there(territory)
        if known is not None and not known.there:
            raise none_there(body, territory, self)
        return [body.in_territory(territory)]

    def _named_by(self, key: Key, day: date | None) -> Body:
        """Give the body that a key means on a day, or else the last that bore the name by then."""
        found = self._candidates(key, day)
        if not found and day is not None:
            once = self._candidates(key, None)
            ends = [body.existed.end for body in once if body.existed.end is not None]
            last = max((end for end in ends if end < day), default=None)
            found = [body for body in once if body.existed.end == last] if last else once
        if len(found) == 1:
            return found[0]
        raise ambiguous(str(key), found) if found else self._unknown(str(key))

    def _unknown(self, key: str) -> InputError:
        none = self._names.missing_in(key)
        if none is not None:
            return none_there(*none, self)
        return unknown(key, self._names.near(key, _SHOWN), self.find_class(key))


def _of_body(body: Body, asked: tuple[Function, ...]) -> tuple[Function, ...]:
    """Leave out functions that a text names beside those that the body handed over."""
    listed = {name for handover in body.handovers for name in handover.names}
    return tuple(one for one in asked if one.id in listed) or asked


@cache
def _packaged() -> Bodies:
    return Bodies(read_bodies())


def __getattr__(name: str) -> Bodies:
    # The library of the package is built when it is first asked for.
    if name != "bodies":
        raise AttributeError(name)
    found = _packaged()
    globals()[name] = found
    return found
