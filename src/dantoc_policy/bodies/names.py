"""The index of names: which bodies a text may mean, with or without a province behind the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from difflib import get_close_matches

from attrs import field, frozen

from dantoc_policy.bodies.body import Body, Level
from dantoc_policy.bodies.spelling import Word, joined, short_forms, words
from dantoc_policy.bodies.territory import MERGED, Territory, territories_by_name
from dantoc_policy.law.issuer import issuers
from dantoc_policy.values.period import Period

_ALWAYS = Period(None, None)
_BRACKETS = re.compile(r"\(.*?\)")
# Kinds of places as plain letters, short forms included, and the levels whose bodies they follow.
_KINDS = {
    "tinh": "tinh",
    "thanhpho": "thanhpho",
    "tp": "thanhpho",
    "huyen": "huyen",
    "quan": "quan",
    "thixa": "thixa",
    "tx": "thixa",
    "xa": "xa",
    "phuong": "phuong",
    "thitran": "thitran",
    "dackhu": "dackhu",
}
_PROVINCES = frozenset({"tinh", "thanhpho"})
_FITTING: dict[Level, frozenset[str]] = {
    "central": frozenset(),
    "province": _PROVINCES,
    "district": frozenset({"huyen", "quan", "thixa", "thanhpho"}),
    "commune": frozenset({"xa", "phuong", "thitran", "dackhu"}),
    "unit": frozenset(_KINDS.values()),
}
# Communes are xã, phường and thị trấn to the day before, xã, phường and đặc khu from it.
_KIND_DAYS = {"thitran": Period(None, MERGED - timedelta(days=1)), "dackhu": Period(MERGED, None)}
_SHORT_NAMES = {"hcm": "hochiminh"}
# A name may be cited without its first word where enough of it is left: "NN&PTNT".
_OF_PROVINCE = " tỉnh"
_HEADS = re.compile(r"(?:bộ|sở|phòng|ban|ủy ban)\s+", re.IGNORECASE)
_LEAST_WITHOUT_HEAD = 4
# Words in full that a name may begin with and be cut off: "Sở Nông nghiệp", "Lao động Thương binh".
_LEAST_WORDS = 3
_LEAST_WORDS_WITHOUT_HEAD = 4
# Of what is not found, only what is as near as a slip of the pen is offered.
_NEAR = 0.85


@frozen
class _Entry:
    """One name of a body, the days for which it holds, and the patterns of its short forms."""

    body: Body
    valid: Period
    plain: tuple[str, ...]
    short: re.Pattern[str]
    headless: re.Pattern[str] | None = field(default=None)
    plain_headless: tuple[str, ...] = field(default=())

    def holds(self, day: date | None) -> bool:
        """Whether the body was there on a day and bore the name."""
        return day is None or (day in self.valid and self.body.exists(day))


@frozen
class _Tail:
    """What follows the name of a body: the kind of a place, and its name."""

    kind: str | None
    name: str

    @property
    def days(self) -> Period:
        """The days for which there are places of the kind."""
        return _KIND_DAYS.get(self.kind or "", _ALWAYS)


class NameIndex:
    """The bodies by each of their names; one name may stand for several bodies."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        self._entries: list[_Entry] = []
        self._exact: dict[str, list[_Entry]] = {}
        for body in bodies:
            for name, valid in _names(body):
                headless = _HEADS.sub("", name, count=1)
                entry = _Entry(
                    body,
                    valid,
                    tuple(word.plain for word in words(name)),
                    re.compile(short_forms(name)),
                    re.compile(short_forms(headless)) if headless != name else None,
                    tuple(word.plain for word in words(headless)),
                )
                self._entries.append(entry)
                self._exact.setdefault(joined(words(name)), []).append(entry)
            for name, valid in _fixed(body):
                entry = _Entry(body, valid, (), re.compile("(?!)"))
                self._exact.setdefault(joined(words(name)), []).append(entry)

    def find(self, text: str, day: date | None = None) -> tuple[Body, ...]:
        """Give the bodies that a text names as a whole, in the order of the catalogue.

        The name of a place may follow. Where a province is named, the body is that of it; of
        districts and communes the bodies are given as such.
        """
        read = words(text)
        for cut in range(len(read), 0, -1):
            head, rest = read[:cut], read[cut:]
            tail = _tail(head, rest)
            if tail is None or (day is not None and day not in tail.days):
                continue
            found = tuple(_of_places(_bodies(self._named(joined(head), day)), tail))
            there = tuple(body for body in found if day is None or body.exists(day))
            if there:
                return there
        return _bodies(self._beginning(read, day))

    def missing_in(self, text: str) -> tuple[Body, Territory] | None:
        """Give the body of a province that a text names and the province is known not to have."""
        read = words(text)
        for cut in range(len(read) - 1, 0, -1):
            tail = _tail(read[:cut], read[cut:])
            if tail is None or _full_name(tail) not in territories_by_name():
                continue
            for body in _fitting(_bodies(self._named(joined(read[:cut]), None)), tail):
                for territory in _provinces(body, tail):
                    known = body.is_there(territory)
                    if known is not None and not known.there:
                        return body, territory
        return None

    def near(self, text: str, count: int) -> tuple[str, ...]:
        """Give names of bodies that are nearly a text, or part of it, the nearest first."""
        read = words(text)
        key = joined(read)
        close = get_close_matches(key, self._exact, n=count, cutoff=_NEAR)
        longer = [name for name in self._exact if key and name.startswith(key)]
        cuts = range(2, len(read))
        parts = [*(joined(read[:cut]) for cut in cuts), *(joined(read[-cut:]) for cut in cuts)]
        inner = [name for name in reversed(parts) if name in self._exact]
        found = (self._exact[name][0].body.name.vi for name in (*longer, *close, *inner))
        return tuple(dict.fromkeys(found))[:count]

    def _named(self, key: str, day: date | None) -> list[_Entry]:
        found = [entry for entry in self._exact.get(key, ()) if entry.holds(day)]
        if not found:
            entries = [entry for entry in self._entries if entry.holds(day)]
            found = [entry for entry in entries if entry.short.fullmatch(key)]
            if not found and len(key) >= _LEAST_WITHOUT_HEAD:
                found = [e for e in entries if e.headless and e.headless.fullmatch(key)]
        return found

    def _beginning(self, read: Sequence[Word], day: date | None) -> list[_Entry]:
        """Give the entries that begin with words in full: "Sở Nông nghiệp"."""
        plain = tuple(word.plain for word in read)
        size = len(plain)
        if size < _LEAST_WORDS:
            return []
        found = [e for e in self._entries if e.plain[:size] == plain and e.holds(day)]
        if not found and size >= _LEAST_WORDS_WITHOUT_HEAD:
            found = [e for e in self._entries if e.plain_headless[:size] == plain and e.holds(day)]
        return found


def _bodies(entries: Iterable[_Entry]) -> tuple[Body, ...]:
    return tuple({entry.body.id: entry.body for entry in entries}.values())


def _names(body: Body) -> Iterator[tuple[str, Period]]:
    """Give the names that may be shortened: the official one and the others in Vietnamese."""
    yield body.name.vi, _ALWAYS
    if body.is_provincial and body.name.vi.endswith(_OF_PROVINCE):
        yield body.name.vi.removesuffix(_OF_PROVINCE) + " thành phố", _ALWAYS
    for other in body.other_names:
        if other.vi is not None:
            yield other.vi, other.valid


def _fixed(body: Body) -> Iterator[tuple[str, Period]]:
    """Give what is only found as it stands: abbreviations, English names, names of the issuer."""
    for short in body.abbreviations:
        yield short, _ALWAYS
    if body.issuer == body.id:
        for name in issuers()[body.id].names:
            yield name, _ALWAYS
    yield body.name.en, _ALWAYS
    yield _BRACKETS.sub("", body.name.en), _ALWAYS
    for other in body.other_names:
        if other.en is not None:
            yield other.en, other.valid


def _tail(head: Sequence[Word], rest: Sequence[Word]) -> _Tail | None:
    """Read what follows a name; None where it is nothing that may follow one."""
    if not rest:
        return _Tail(None, "")
    left = rest[1:] if rest[0].plain == "cap" else rest
    for size in (2, 1):
        kind = _KINDS.get(joined(left[:size]))
        if kind is not None and len(left) >= size:
            return _Tail(kind, joined(left[size:]))
    kinds = (_KINDS.get(joined(head[-size:])) for size in (2, 1))
    return _Tail(next((kind for kind in kinds if kind), None), joined(left))


def _of_places(found: Sequence[Body], tail: _Tail) -> Iterator[Body]:
    if not (tail.kind or tail.name):
        yield from found
        return
    fitting = _fitting(found, tail)
    if not tail.name:
        yield from fitting
        return
    # A city may be a province or lie in one; the name of a province decides.
    of_provinces = [
        body.in_territory(territory)
        for body in fitting
        for territory in _provinces(body, tail)
        if body.may_be_in(territory)
    ]
    yield from of_provinces
    if not of_provinces and tail.kind is not None:
        yield from (body for body in fitting if body.level != "province")


def _fitting(found: Iterable[Body], tail: _Tail) -> list[Body]:
    """Give the bodies that there are in places of the kind that follows."""
    return [
        body
        for body in found
        if body.placed and (tail.kind is None or tail.kind in _FITTING[body.level])
    ]


def _full_name(tail: _Tail) -> str:
    return _SHORT_NAMES.get(tail.name, tail.name)


def _provinces(body: Body, tail: _Tail) -> Iterator[Territory]:
    """Give the provinces, one after another, that a tail names of a body that they may have."""
    if tail.kind not in {None, *_PROVINCES}:
        return
    if _PROVINCES.isdisjoint(_FITTING[body.level]) or body.level == "district":
        return
    for territory in territories_by_name().get(_full_name(tail), ()):
        kinds = {joined(words(kind.vi)) for kind in territory.kinds}
        if tail.kind is None or tail.kind in kinds:
            yield territory
