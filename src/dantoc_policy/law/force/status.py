"""Whether a document is in force on a day, by the events of its life."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.errors import Locale
from dantoc_policy.law.document import Document, shown
from dantoc_policy.law.force.event import Event
from dantoc_policy.law.provision import Provision
from dantoc_policy.values.text import Text
from dantoc_policy.values.verdict import Verdict

StatusCode = Literal[
    "draft",
    "not_issued",
    "not_yet",
    "in_force",
    "partly_expired",
    "suspended",
    "partly_suspended",
    "expired",
    "unknown",
]
Flag = Literal[
    "amended_text_ended",
    "check_contrary",
    "may_be_kept",
    "newer_unknown",
    "no_rule",
    "term_extended",
]
# The labels of the national database, which has none for what is not issued or not known.
LABELS: dict[StatusCode, Text] = {
    "draft": Text("Dự thảo", "draft"),
    "not_issued": Text("Chưa ban hành", "not issued"),
    "not_yet": Text("Chưa có hiệu lực", "not yet in force"),
    "in_force": Text("Còn hiệu lực", "in force"),
    "partly_expired": Text("Hết hiệu lực một phần", "partly expired"),
    "suspended": Text("Ngưng hiệu lực", "suspended"),
    "partly_suspended": Text("Ngưng hiệu lực một phần", "partly suspended"),
    "expired": Text("Hết hiệu lực toàn bộ", "expired"),
    "unknown": Text("Chưa xác định", "unknown"),
}
STANDING: frozenset[StatusCode] = frozenset({"in_force", "partly_expired", "partly_suspended"})


@frozen(kw_only=True)
class LegalStatus:
    """The status of a document on a day, the events that give it, and how sure it is.

    `certain` is False where a day is not known or the law leaves room: a document without a known
    day of effect is `unknown` between its issue and the earliest day of effect, and from then on
    `in_force` without being certain. `verified` says whether a source confirms every fact that the
    answer rests on. `amended_by` and `replaced_by` name the documents that have taken effect by
    that day; amendment alone leaves a document in force. `flags` says what is to be looked at:
    `may_be_kept` and `check_contrary` after the end of a parent, `no_rule` where no law says what
    follows from it, `amended_text_ended` for an act all of whose amended texts have ended,
    `term_extended` where the new end of a term is not known, `newer_unknown` where the day lies
    after the one up to which the library follows the law.

    >>> from dantoc_policy.law.library import documents
    >>> status = documents.status("33/2020/QĐ-TTg", date(2021, 6, 4))
    >>> status.status, status.certain
    ('in_force', True)
    """

    document: Document = field(repr=shown)
    as_of: date
    status: StatusCode
    certain: bool
    verified: bool
    evidence: tuple[Event, ...]
    amended_by: tuple[Document, ...] = field(default=(), repr=False)
    replaced_by: tuple[Document, ...] = field(default=(), repr=False)
    flags: tuple[Flag, ...] = ()

    @property
    def label(self) -> Text:
        """The status in the words of the national database."""
        return LABELS[self.status]

    @property
    def in_force(self) -> Verdict:
        """Whether the document is in force, whole or in part; undetermined where not certain."""
        if not self.certain or self.status == "unknown":
            return Verdict.UNDETERMINED
        return Verdict.of(self.status in STANDING)

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions of law that the answer rests on beside the document itself."""
        return tuple(dict.fromkeys(event.law for event in self.evidence if event.law is not None))

    def text(self, locale: Locale = "vi") -> str:
        """Say the status, what gives it and how sure it is, in a few sentences."""
        from dantoc_policy.law.force.status_text import status_text

        return status_text(self, locale)

    def to_dict(self) -> dict[str, Any]:
        """Give the status as plain JSON data."""
        return {
            "document": self.document.id,
            "number": self.document.number,
            "as_of": self.as_of.isoformat(),
            "status": self.status,
            "label": self.label.vi,
            "in_force": self.in_force.value,
            "certain": self.certain,
            "verified": self.verified,
            "evidence": [event.to_dict() for event in self.evidence],
            "amended_by": [document.id for document in self.amended_by],
            "replaced_by": [document.id for document in self.replaced_by],
            "provisions": [provision.to_dict() for provision in self.provisions],
            "flags": list(self.flags),
            "text": self.text(),
        }

    def __str__(self) -> str:
        return self.text()
