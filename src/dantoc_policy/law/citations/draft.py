"""A citation while it is being read."""

from __future__ import annotations

from datetime import date

from attrs import define, field

from dantoc_policy.law.citation import Span
from dantoc_policy.law.citations.before import Before
from dantoc_policy.law.citations.code_pattern import Code
from dantoc_policy.law.citations.issuing_body import NamedBody
from dantoc_policy.law.citations.written_date import WrittenDate
from dantoc_policy.law.provision import Provision


@define
class Draft:
    """What the steps have found so far; places are in the text that is matched."""

    code: Code
    before: Before
    start: int
    end: int
    type: str | None = None
    name: str | None = None
    term: str | None = None
    written: WrittenDate | None = None
    body: NamedBody | None = None
    body_before: bool = False
    provisions: tuple[Provision, ...] = ()
    subject: str | None = None
    heading: bool = False
    shared: set[str] = field(factory=set)
    spans: dict[str, Span] = field(factory=dict)

    @property
    def day(self) -> date | None:
        """The day the document was issued, as far as the text says it."""
        return self.written.day if self.written else None
