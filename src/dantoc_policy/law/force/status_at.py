"""Working out the status of a document on a day from the events of its life."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dantoc_policy.law.document import Document
from dantoc_policy.law.force.event import CHANGES, Event, EventKind
from dantoc_policy.law.force.moment import SURENESS, Reached
from dantoc_policy.law.force.status import Flag, LegalStatus, StatusCode
from dantoc_policy.law.relation import CHANGING, IMPLEMENTING
from dantoc_policy.values.calendar_dates import check_day

_LIKELY = SURENESS["likely"]
# What is to be looked at before the answer is certain.
_IN_DOUBT: frozenset[Flag] = frozenset(
    {"amended_text_ended", "check_contrary", "may_be_kept", "no_rule"}
)
_Decision = tuple[StatusCode, bool, list[Event]]


def legal_status(
    document: Document, events: Sequence[Event], as_of: date, *, known_until: date | None = None
) -> LegalStatus:
    """Work out the status of a document on a day from the events of its life.

    `known_until` is the day up to which the law is followed: what was issued later may have
    changed the answer for a later day.
    """
    check_day(as_of)
    status, certain, evidence = _decide(document, events, as_of)
    happened = [event for event in events if SURENESS[event.moment.reached(as_of)] >= _LIKELY]
    flags = _flags(evidence)
    if known_until is not None and as_of > known_until and status not in {"draft", "expired"}:
        flags.append("newer_unknown")
    return LegalStatus(
        document=document,
        as_of=as_of,
        status=status,
        certain=certain and not _IN_DOUBT.intersection(flags),
        verified=all(event.verified for event in evidence),
        evidence=tuple(evidence),
        amended_by=_by(happened, CHANGES),
        replaced_by=_by(happened, frozenset({"replaced"})),
        flags=tuple(flags),
    )


def _decide(document: Document, events: Sequence[Event], as_of: date) -> _Decision:
    if document.draft:
        return "draft", True, []
    issued = next(event for event in events if event.kind == "issued")
    effect = next(event for event in events if event.kind == "effective")
    issue, began = issued.moment.reached(as_of), effect.moment.reached(as_of)
    over, ended = _surest((event for event in events if event.ends), as_of)
    if issue == "no":
        return "not_issued", True, [issued]
    if over == "unknown":
        return "unknown", False, [effect, *ended]
    if over != "no":
        return "expired", over == "yes", ended
    if began == "no":
        return "not_yet", issue == "yes", [effect]
    if began == "unknown":
        return "unknown", False, [issued, effect]
    return _standing(effect, events, as_of, certain=began == "yes")


def _standing(effect: Event, events: Sequence[Event], as_of: date, *, certain: bool) -> _Decision:
    """Decide between in force, suspended, and either in part."""
    waiting = [event for event in events if _suspends(event, events, as_of)]
    stopped, whole = _surest((event for event in waiting if not event.provisions), as_of)
    if stopped == "unknown":
        return "unknown", False, [effect, *whole]
    if stopped != "no":
        return "suspended", stopped == "yes", whole
    going_on = [
        event
        for event in events
        if event.consequence == "continues" and event.moment.reached(as_of) != "no"
    ]
    paused, pauses = _surest((event for event in waiting if event.provisions), as_of)
    parted, parts = _surest((event for event in events if event.in_part), as_of)
    certain = certain and {paused, parted} <= {"no", "yes"}
    if SURENESS[paused] >= _LIKELY:
        return "partly_suspended", certain, [effect, *pauses, *going_on]
    if SURENESS[parted] >= _LIKELY:
        return "partly_expired", certain, [effect, *parts, *going_on]
    return "in_force", certain, [effect, *going_on]


def _surest(events: Iterable[Event], as_of: date) -> tuple[Reached, list[Event]]:
    """Give how sure it is that any of the events has happened, and the best evidence of it.

    What a document says itself goes before what follows from the end of a parent, and what a
    source confirms before what none does.
    """
    ranked: dict[tuple[int, bool, bool], list[Event]] = {}
    for event in events:
        sure = SURENESS[event.moment.reached(as_of)]
        if sure:
            rank = (sure, event.kind != "parent_ended", event.verified)
            ranked.setdefault(rank, []).append(event)
    if not ranked:
        return "no", []
    best = ranked[max(ranked)]
    return best[0].moment.reached(as_of), best


def _suspends(event: Event, events: Sequence[Event], as_of: date) -> bool:
    """Whether a suspension has begun by a day and nothing has ended it."""
    if event.kind != "suspended" or event.moment.reached(as_of) == "no":
        return False
    if event.until is not None and event.until < as_of:
        return False
    start = event.moment.best or date.min
    return not any(
        other.kind == "resumed"
        and other.until is None  # one with a last day belongs to the suspension that ended then
        and (other.moment.best or date.min) >= start
        and SURENESS[other.moment.reached(as_of)] >= _LIKELY
        and (not other.provisions or other.provisions == event.provisions)
        for other in events
    )


def _flags(evidence: Sequence[Event]) -> list[Flag]:
    flags: set[Flag] = set()
    for event in evidence:
        if event.consequence == "continues":
            flags.add("no_rule" if event.law is None else "check_contrary")
        elif event.kind == "parent_ended" and event.relation in IMPLEMENTING:
            flags.add("may_be_kept")
        elif event.kind == "parent_ended" and event.relation in CHANGING:
            flags.add("amended_text_ended")
        elif event.kind == "term_over" and event.moment.day is None:
            flags.add("term_extended")
    return sorted(flags)


def _by(events: Iterable[Event], kinds: frozenset[EventKind]) -> tuple[Document, ...]:
    found = (event.by for event in events if event.kind in kinds and event.by is not None)
    return tuple(dict.fromkeys(found))
