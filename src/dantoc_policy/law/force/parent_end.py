"""What becomes of a document when the one that it hangs on ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Any, Literal

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.law.document import Document
from dantoc_policy.law.force.event import Consequence, Event, order
from dantoc_policy.law.force.level import is_normative
from dantoc_policy.law.force.links import Link, Links
from dantoc_policy.law.provision import Provision
from dantoc_policy.law.relation import CHANGING, IMPLEMENTING
from dantoc_policy.law.spelling import fold
from dantoc_policy.values.period import Period

_AMENDING = ("sua doi", "bo sung")
EndOf = Callable[[Document], Event | None]


@frozen(kw_only=True)
class ChildrenRule:
    """What the law says of implementing documents, by the day on which their parent ends."""

    id: str
    parent_ends: Period
    children: Literal["end", "continue"]
    provision: Provision
    source: str
    verified: bool


@cache
def children_rules() -> tuple[ChildrenRule, ...]:
    """Give the rules in their order.

    >>> [(rule.children, str(rule.parent_ends)) for rule in children_rules()]
    [('end', '2016-07-01..2025-03-31'), ('continue', '2025-04-01..')]
    """
    return tuple(_read(row) for row in load("law/effect_rules")["parent_ended"])


def _read(row: dict[str, Any]) -> ChildrenRule:
    since, until = (row.get(name) and date.fromisoformat(row[name]) for name in ("since", "until"))
    return ChildrenRule(
        id=row["id"],
        parent_ends=Period(since, until),
        children=row["children"],
        provision=Provision(row["law"], row["article"], row.get("clause")),
        source=row["source"],
        verified=row["verified"],
    )


def children_rule(parent_ends: date) -> ChildrenRule | None:
    """Give the rule for a parent that ends on a day; before July 2016 no rule is recorded.

    >>> children_rule(date(2025, 4, 1)).provision.place("en")
    'clause 2, Article 57'
    """
    for rule in children_rules():
        if parent_ends in rule.parent_ends:
            return rule
    return None


def parent_events(document: Document, links: Links, end_of: EndOf) -> list[Event]:
    """Give the ends of a document's parents as events of it, each with what follows from it.

    An annex ends with the document that carries it, and an act that only amends ends with all
    that it amends. For what details or guides, the law of the day decides; where there are several
    parents, the last one to end decides on the whole.
    """
    outgoing, incoming = links.outgoing(document), links.incoming(document)
    ruled = [link for link in outgoing if link.relation.kind in IMPLEMENTING]
    carriers = [(link, link.target) for link in outgoing if link.relation.kind == "issued_with"]
    carriers += [(link, link.source) for link in incoming if link.relation.kind == "approves"]
    events = [
        _event(link, carrier, end, "ends")
        for link, carrier in carriers
        if (end := end_of(carrier)) is not None
    ]
    if _only_amends(document):
        amended = [link for link in outgoing if link.relation.kind in CHANGING]
        ends, living = _ended(document, amended, end_of)
        if ends and not living:
            link, end = ends[-1]
            events.append(_event(link, link.target, end, "ends"))
    return events + _by_rule(document, ruled, end_of)


def _by_rule(document: Document, links: Sequence[Link], end_of: EndOf) -> list[Event]:
    ended, living = _ended(document, links, end_of)
    events: list[Event] = []
    for place, (link, end) in enumerate(ended, 1):
        day = end.moment.best
        rule = None if day is None else children_rule(day)
        if is_normative(document) is False or is_normative(link.target) is False:
            # The law speaks of legal normative documents only.
            events.append(_event(link, link.target, end, "continues"))
        elif rule is not None and rule.children == "continue":
            events.append(_event(link, link.target, end, "continues", rule))
        else:
            whole = place == len(ended) and not living
            events.append(_event(link, link.target, end, "ends" if whole else "partly_ends", rule))
    return events


def _ended(
    document: Document, links: Sequence[Link], end_of: EndOf
) -> tuple[list[tuple[Link, Event]], int]:
    """Give the parents that have an end, in the order in which they end, and how many have none.

    A parent that had ended when the document was issued was no more than referred to.
    """
    ended: list[tuple[Link, Event]] = []
    living = 0
    for link in links:
        end = end_of(link.target)
        if end is None:
            living += 1
            continue
        day = end.moment.best
        if document.issued is None or day is None or document.issued < day:
            ended.append((link, end))
    return sorted(ended, key=lambda pair: order(pair[1])), living


def _event(
    link: Link,
    parent: Document,
    end: Event,
    consequence: Consequence,
    rule: ChildrenRule | None = None,
) -> Event:
    sure = rule.verified if rule else link.relation.kind not in IMPLEMENTING
    return Event(
        kind="parent_ended",
        moment=end.moment,
        by=parent,
        relation=link.relation.kind,
        consequence=consequence,
        law=None if rule is None else rule.provision,
        source=end.source,
        verified=end.verified and link.relation.verified and sure,
    )


def _only_amends(document: Document) -> bool:
    subject = fold(document.subject or document.name or "")
    return subject.removeprefix("luat ").removeprefix("phap lenh ").startswith(_AMENDING)
