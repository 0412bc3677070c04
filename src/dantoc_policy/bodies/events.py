"""What happens to bodies: they are set up, re-formed, taken over from, put under others, ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.bodies.body import Body
from dantoc_policy.bodies.condition import Condition
from dantoc_policy.bodies.handover import Handover
from dantoc_policy.bodies.territory import MERGERS
from dantoc_policy.errors import Locale
from dantoc_policy.law.provision import Provision
from dantoc_policy.values.calendar_dates import format_date

EventKind = Literal["set_up", "re_formed", "handed_over", "merged", "put_under", "ended"]
_SAID: Mapping[EventKind, Mapping[Locale, str]] = {
    "set_up": {"vi": "{body} được thành lập", "en": "{body} set up"},
    "re_formed": {"vi": "{body} được tổ chức lại", "en": "{body} re-formed"},
    "handed_over": {"vi": "{body} chuyển {share} cho {other}", "en": "{body} to {other}: {share}"},
    "merged": {"vi": "{body} nhập vào {other}", "en": "{body} merged into {other}"},
    "put_under": {"vi": "{body} trực thuộc {other}", "en": "{body} put under {other}"},
    "ended": {"vi": "{body} kết thúc hoạt động", "en": "{body} ended"},
}
_ORDER = {kind: place for place, kind in enumerate(_SAID)}
_UNVERIFIED: Mapping[Locale, str] = {"vi": " (chưa kiểm chứng)", "en": " (unverified)"}


def _id(body: Body | None) -> str:
    return repr(None if body is None else body.id)


@frozen(kw_only=True)
class BodyEvent:
    """One event: what, on which day, with which other body, by what.

    Of an end, `day` is the last day of the body; else it is the first day of the new state. A
    `condition` says where only it happened.
    """

    kind: EventKind
    day: date
    body: Body = field(repr=_id)
    other: Body | None = field(default=None, repr=_id)
    handover: Handover | None = field(default=None, repr=False)
    condition: Condition | None = None
    basis: Provision | None = None
    source: str = field(repr=False)
    verified: bool

    def text(self, locale: Locale = "vi") -> str:
        """Say when and what."""
        said = _SAID[self.kind][locale].format(
            body=self.body.text(locale),
            other="" if self.other is None else self.other.text(locale),
            share="" if self.handover is None else self.handover.share(locale),
        )
        said += f", {self.condition.text(locale)}" if self.condition is not None else ""
        by = f" ({self.basis.text(locale)})" if self.basis is not None else ""
        doubt = "" if self.verified else _UNVERIFIED[locale]
        return f"{format_date(self.day, locale)}: {said}{by}{doubt}"

    def to_dict(self) -> dict[str, Any]:
        """Give the event as plain JSON data."""
        return {
            "kind": self.kind,
            "day": self.day.isoformat(),
            "body": self.body.id,
            "other": None if self.other is None else self.other.id,
            "handover": None if self.handover is None else self.handover.to_dict(),
            "basis": None if self.basis is None else self.basis.to_dict(),
            "source": self.source,
            "verified": self.verified,
            "text": self.text(),
        }

    def __str__(self) -> str:
        return self.text()


def handed_over(
    giver: Body, receiver: Body, handover: Handover, condition: Condition | None, *, sure: bool
) -> BodyEvent:
    """Give the event of a handover; `sure` says whether all else it rests on is verified."""
    return BodyEvent(
        kind="handed_over",
        day=handover.on,
        body=giver,
        other=receiver,
        handover=handover,
        condition=condition,
        basis=handover.basis,
        source=handover.source,
        verified=sure and handover.verified,
    )


def merged(body: Body, other: Body, day: date) -> BodyEvent:
    """Give the event of a province's body that goes on as that of the merged province."""
    return BodyEvent(
        kind="merged",
        day=day,
        body=body,
        other=other,
        basis=Provision(MERGERS),
        source=body.source_of("until"),
        verified=body.is_verified("until") and body.is_verified("presence"),
    )


def own_events(body: Body, known: Mapping[str, Body]) -> Iterator[BodyEvent]:
    """Give what happened to one body alone: its beginning, its end, what it came under."""
    bases = {basis.role: basis.provision for basis in reversed(body.bases)}
    if body.existed.start is not None:
        yield _bound(body, "set_up", body.existed.start, bases.get("sets_up"))
    if body.existed.end is not None:
        yield _bound(body, "ended", body.existed.end, bases.get("ends"))
    for basis in body.bases:
        if basis.on is not None and body.exists(basis.on):
            yield BodyEvent(
                kind="re_formed",
                day=basis.on,
                body=body,
                basis=basis.provision,
                source=basis.source,
                verified=basis.verified and body.is_verified("presence"),
            )
    for parent in body.parents:
        day = parent.period.start
        if day is not None and body.exists(day):
            yield BodyEvent(
                kind="put_under",
                day=day,
                body=body,
                other=known[parent.id],
                basis=parent.basis,
                source=body.source_of("parents"),
                verified=body.is_verified("parents") and body.is_verified("presence"),
            )


def _bound(
    body: Body, kind: Literal["set_up", "ended"], day: date, basis: Provision | None
) -> BodyEvent:
    territory, name = body.territory, "since" if kind == "set_up" else "until"
    if territory is not None and day in {territory.existed.start, territory.existed.end}:
        basis = Provision(MERGERS)
    return BodyEvent(
        kind=kind,
        day=day,
        body=body,
        basis=basis,
        source=body.source_of(name),
        verified=body.is_verified(name) and body.is_verified("presence"),
    )


def in_order(events: Iterable[BodyEvent]) -> tuple[BodyEvent, ...]:
    """Sort events by their days; of one day, an end comes before what begins on the next."""

    def key(event: BodyEvent) -> tuple[date, int, int]:
        # An end is dated by the last day, and what follows from it by the day after.
        after = event.day + timedelta(days=1) if event.kind == "ended" else event.day
        return after, event.kind != "ended", _ORDER[event.kind]

    return tuple(sorted(events, key=key))
