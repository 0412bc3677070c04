"""What the bar of a timeline shows: waiting, in force, suspended, from which day to which."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from dantoc_policy.law.force.event import Event
from dantoc_policy.law.force.status import STANDING, StatusCode

if TYPE_CHECKING:
    from dantoc_policy.law.force.history import History

BarKind = Literal["waiting", "in_force", "suspended"]


@frozen
class Bar:
    """A stretch of days in one state; `doubted` where it is not certain or not verified.

    `open` says that the stretch goes on as far as is known.
    """

    kind: BarKind
    first: date
    last: date
    doubted: bool = False
    open: bool = False


def bars(history: History, last: date) -> list[Bar]:
    """Give the stretches of a document's life up to a day, from its status on each change.

    >>> from dantoc_policy.law.library import documents
    >>> [bar.kind for bar in bars(documents.history("33/2020/QĐ-TTg"), date(2026, 1, 1))]
    ['waiting', 'in_force']
    """
    days = sorted({day for event in history.events for day in _turns(event) if day <= last})
    found: list[Bar] = []
    for place, first in enumerate(days):
        status = history.status(first)
        kind = _kind(status.status)
        if kind is None:
            continue
        final = place + 1 == len(days)
        end = last if final else days[place + 1]
        doubted = not (status.certain and status.verified)
        bar = Bar(kind, first, end, doubted, final)
        if found and (found[-1].kind, found[-1].doubted, found[-1].last) == (kind, doubted, first):
            bar = Bar(kind, found.pop().first, end, doubted, final)
        found.append(bar)
    return found


def _turns(event: Event) -> Iterator[date]:
    """Give the days on which an event may change the status."""
    for day in (event.moment.day, event.moment.earliest, event.moment.likely):
        if day is not None:
            yield day
    if event.kind == "suspended" and event.until is not None:
        yield event.until + timedelta(days=1)


def _kind(status: StatusCode) -> BarKind | None:
    if status in STANDING:
        return "in_force"
    if status == "suspended":
        return "suspended"
    return "waiting" if status in {"not_yet", "unknown"} else None
