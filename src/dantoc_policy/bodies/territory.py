"""Provinces as far as bodies follow them: which one took in which on 1 July 2025."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from attrs import field, frozen

from dantoc_policy.bodies.spelling import joined, words
from dantoc_policy.data import load
from dantoc_policy.errors import Locale
from dantoc_policy.law.spelling import slug
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

Row = Mapping[str, Any]

# The provinces of 202/2025/QH15 work from this day.
MERGED = date(2025, 7, 1)
MERGERS = "202/2025/QH15"
_LAST = MERGED - timedelta(days=1)
_KINDS = {"tinh": Text("tỉnh", "province"), "thanh_pho": Text("thành phố", "city")}


@frozen
class Territory:
    """A province in which bodies work; a merged one is another than those that it took in.

    `kind` is that of 1 July 2025, or the last before; `names` and `kinds` are all that it had.
    `into` is the identifier of the one that took it in. `bodies_verified` says whether a source
    shows of this province that its departments began anew when it did.

    >>> territories()["bac_kan"].into, territories()["lang_son"].into
    ('thai_nguyen@2025-07-01', None)
    """

    id: str
    code: str
    name: str
    kind: Text
    names: tuple[str, ...] = field(repr=False)
    kinds: tuple[Text, ...] = field(repr=False)
    existed: Period
    into: str | None = field(repr=False)
    source: str = field(repr=False)
    bodies_verified: bool = field(repr=False)

    def text(self, locale: Locale = "vi") -> str:
        """Give kind and name.

        >>> territories()["bac_kan"].text(), territories()["bac_kan"].text("en")
        ('tỉnh Bắc Kạn', 'Bắc Kạn province')
        """
        return f"{self.kind} {self.name}" if locale == "vi" else f"{self.name} {self.kind.en}"

    def __str__(self) -> str:
        return self.text()


@cache
def territories() -> Mapping[str, Territory]:
    """Give all provinces by their identifiers, those of before the mergers first."""
    old, new = (_by_code(load(f"places/provinces_{count}")) for count in (63, 34))
    read = frozenset(row["code"] for row in load("bodies/mergers") if row["verified"])
    merged = {code: rows for code, rows in new.items() if any(len(r["from"]) > 1 for r in rows)}
    found = list(_before(old, new, merged, read))
    for code, rows in merged.items():
        found.append(
            _territory(_merged_id(rows[0]), rows[0], rows, Period(MERGED, None), None, code in read)
        )
    return {one.id: one for one in found}


def _by_code(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Group the states of provinces by code, which is of one province in each of the two lists."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["code"], []).append(row)
    return found


def _before(
    old: Mapping[str, list[Row]],
    new: Mapping[str, list[Row]],
    merged: Mapping[str, list[Row]],
    read: frozenset[str],
) -> Iterator[Territory]:
    for rows in old.values():
        last = rows[-1]
        into = last["into"]
        if into in merged:
            existed, name = Period(None, _LAST), _merged_id(merged[into][0])
            yield _territory(_key(last), last, rows, existed, name, into in read)
        else:
            states = [*rows, *new[into]]
            yield _territory(_key(last), last, states, Period(None, None), None, False)


def _territory(
    name: str, now: Row, states: Iterable[Row], existed: Period, into: str | None, sure: bool
) -> Territory:
    states = tuple(states)
    return Territory(
        id=name,
        code=now["code"],
        name=now["vi"],
        kind=_KINDS[now["type"]],
        names=tuple(dict.fromkeys(row["vi"] for row in states)),
        kinds=tuple(dict.fromkeys(_KINDS[row["type"]] for row in states)),
        existed=existed,
        into=into,
        source=now["source"],
        bodies_verified=sure,
    )


def _merged_id(row: Row) -> str:
    return f"{_key(row)}@{MERGED.isoformat()}"


def _key(row: Row) -> str:
    return slug(row["vi"]).replace("-", "_")


@cache
def territories_by_name() -> Mapping[str, tuple[Territory, ...]]:
    """Give the provinces that bore a name one after another, by the name in plain letters."""
    found: dict[str, list[Territory]] = {}
    for one in territories().values():
        for name in one.names:
            found.setdefault(joined(words(name)), []).append(one)
    return {name: tuple(held) for name, held in found.items()}
