"""What happens to a document in its life: issue, effect, amendment, replacement, its end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.errors import Locale
from dantoc_policy.law.document import UNSOURCED, Document, shown
from dantoc_policy.law.force.effect import earliest_effect
from dantoc_policy.law.force.moment import Moment, effect_of, issue_of
from dantoc_policy.law.provision import Provision
from dantoc_policy.law.relation import Relation, RelationKind
from dantoc_policy.values.text import Text

EventKind = Literal[
    "issued",
    "effective",
    "amended",
    "supplemented",
    "corrected",
    "consolidated",
    "extended",
    "suspended",
    "resumed",
    "partly_replaced",
    "partly_repealed",
    "parent_ended",
    "replaced",
    "repealed",
    "term_over",
]
Consequence = Literal["ends", "continues", "partly_ends"]

# The labels of the national database of legal documents where it has one.
LABELS: dict[EventKind, Text] = {
    "issued": Text("Văn bản được ban hành", "issued"),
    "effective": Text("Văn bản có hiệu lực", "takes effect"),
    "amended": Text("Được sửa đổi, bổ sung", "amended"),
    "supplemented": Text("Được bổ sung", "supplemented"),
    "corrected": Text("Được đính chính", "corrected"),
    "consolidated": Text("Được hợp nhất", "consolidated"),
    "extended": Text("Được kéo dài thời hạn áp dụng", "extended"),
    "suspended": Text("Bị ngưng hiệu lực", "suspended"),
    "resumed": Text("Tiếp tục có hiệu lực", "resumed"),
    "partly_replaced": Text("Bị thay thế một phần", "partly replaced"),
    "partly_repealed": Text("Bị bãi bỏ một phần", "partly repealed"),
    "parent_ended": Text("Văn bản gốc hết hiệu lực", "parent document ended"),
    "replaced": Text("Bị thay thế", "replaced"),
    "repealed": Text("Bị bãi bỏ", "repealed"),
    "term_over": Text("Hết thời hạn có hiệu lực", "term over"),
}
ORDER = {kind: place for place, kind in enumerate(LABELS)}
# These end the document as a whole; a parent's end does so only by its consequence.
ENDINGS: frozenset[EventKind] = frozenset({"replaced", "repealed", "term_over"})
PARTLY: frozenset[EventKind] = frozenset({"partly_replaced", "partly_repealed"})
CHANGES: frozenset[EventKind] = frozenset({"amended", "supplemented"})

_BY_RELATION: dict[RelationKind, EventKind] = {
    "amends": "amended",
    "supplements": "supplemented",
    "corrects": "corrected",
    "consolidates": "consolidated",
    "extends": "extended",
    "suspends": "suspended",
    "resumes": "resumed",
    "replaces": "replaced",
    "repeals": "repealed",
}
_IN_PART: dict[EventKind, EventKind] = {
    "replaced": "partly_replaced",
    "repealed": "partly_repealed",
}
# Reading aids and corrections change nothing from a day on; they are dated by their issue.
_WHEN_ISSUED = frozenset({"corrects", "consolidates"})


@frozen(kw_only=True)
class Event:
    """One event: what, when, through which document, on which parts, and who says so.

    `by` is the document that brings it about by its `relation`, or the parent that ended.
    `provisions` names the parts concerned, as printed; empty means the whole. `until` is the last
    day of a suspension, or of what an extension reaches. Of the end of a parent, `consequence`
    says what becomes of this document and `law` the provision that says so.
    """

    kind: EventKind
    moment: Moment
    by: Document | None = field(default=None, repr=shown)
    relation: RelationKind | None = None
    provisions: tuple[str, ...] = ()
    until: date | None = None
    consequence: Consequence | None = None
    law: Provision | None = None
    source: str | None = None
    verified: bool = True
    note: str | None = None

    @property
    def ends(self) -> bool:
        """Whether it takes away the force of the whole document."""
        return self.kind in ENDINGS or self.consequence == "ends"

    @property
    def in_part(self) -> bool:
        """Whether it takes away the force of a part for good."""
        return self.kind in PARTLY or self.consequence == "partly_ends"

    @property
    def label(self) -> Text:
        """What happened, in the words of the national database."""
        return LABELS[self.kind]

    def text(self, locale: Locale = "vi") -> str:
        """Say when, what, through which document and on which parts."""
        by = ""
        if self.by is not None:
            word = ("bởi" if locale == "vi" else "by") if self.kind != "parent_ended" else ":"
            name = self.by.citation(locale, first=False)
            by = f"{word} {name}" if word == ":" else f" {word} {name}"
        parts = f" ({', '.join(self.provisions)})" if self.provisions else ""
        doubt = "" if self.verified else (" (chưa kiểm chứng)", " (unverified)")[locale == "en"]
        return f"{self.moment.text(locale)}: {self.label.get(locale)}{by}{parts}{doubt}"

    def to_dict(self) -> dict[str, Any]:
        """Give the event as plain JSON data."""
        return {
            "kind": self.kind,
            **self.moment.to_dict(),
            "by": None if self.by is None else self.by.id,
            "relation": self.relation,
            "provisions": list(self.provisions),
            "until": self.until and self.until.isoformat(),
            "consequence": self.consequence,
            "law": None if self.law is None else self.law.to_dict(),
            "source": self.source,
            "verified": self.verified,
            "label": self.label.vi,
        }


def own_events(document: Document) -> list[Event]:
    """Give the events that the fields of a document itself tell: issue, effect, end of its term."""
    issued = issue_of(document)
    issue_sure = document.is_verified("number" if issued.day is None else "issued")
    effect = effect_of(document)
    if effect.day is not None:
        effect_sure = document.is_verified("effective")
    else:
        rule = earliest_effect(document)
        effect_sure = issue_sure and rule is not None and rule.verified
    events = [
        Event(
            kind="issued",
            moment=issued,
            source=document.source_of("issued"),
            verified=issue_sure,
        ),
        Event(
            kind="effective",
            moment=effect,
            source=None if effect.day is None else document.source_of("effective"),
            verified=effect_sure,
        ),
    ]
    if document.expires is not None:
        over = Event(
            kind="term_over",
            moment=Moment(document.expires),
            source=document.source_of("expires"),
            verified=document.is_verified("expires"),
        )
        events.append(over)
    return events


def events_by(by: Document, relation: Relation) -> list[Event]:
    """Give the events that a relation of another document brings about for its target.

    A relation takes effect on its own day or on that of the document that has it. One on parts of
    the target replaces or repeals these parts only.
    """
    kind = _BY_RELATION.get(relation.kind)
    if kind is None or by.draft:
        return []
    if relation.provisions:
        kind = _IN_PART.get(kind, kind)
    at_issue = relation.kind in _WHEN_ISSUED
    moment = issue_of(by) if at_issue else effect_of(by)
    dated = "issued" if at_issue else "effective"
    sure = moment.day is None or by.is_verified(dated)
    if relation.effective is not None:
        moment, sure = Moment(relation.effective), True
    verified = relation.verified and relation.source not in UNSOURCED and sure
    event = Event(
        kind=kind,
        moment=moment,
        by=by,
        relation=relation.kind,
        provisions=relation.provisions,
        until=relation.until,
        source=relation.source or by.source,
        verified=verified,
        note=relation.note,
    )
    if kind != "suspended" or relation.until is None:
        return [event]
    back = Moment(relation.until + timedelta(days=1))
    return [
        event,
        Event(
            kind="resumed",
            moment=back,
            by=by,
            relation=relation.kind,
            provisions=relation.provisions,
            until=relation.until,
            source=event.source,
            verified=verified,
        ),
    ]


def order(event: Event) -> tuple[date, int]:
    """What sorts events: the day, and on one day the natural order of their kinds."""
    return event.moment.best or date.max, ORDER[event.kind]
