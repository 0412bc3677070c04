"""What bodies have to do: tasks, assignments of targets, reports, mentions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dantoc_policy.plans.fields import (
    Key,
    Line,
    MaybeSpan,
    MaybeWords,
    Names,
    Part,
    Recurrence,
    Truth,
    Words,
)


class Task(Part):
    """One group of tasks of a section, with the bodies that it names.

    >>> Task(id="iv-5-1", section="IV.5", lead="Sở Y tế", gist="khám, chữa bệnh tuyến cơ sở").lead
    ('Sở Y tế',)
    """

    id: Key
    section: str
    lead: Names = ()
    coordinating: Names = ()
    targets: tuple[Key, ...] = ()
    gist: Words
    line: Line = None
    last_line: Line = None


class Assignment(Part):
    """One row of an assignment appendix: targets, the body in the lead, those that coordinate.

    >>> Assignment(row=7, targets=("dbkk-communes",), lead="Ban Dân tộc tỉnh").row
    7
    """

    row: int = Field(ge=1)
    targets: tuple[Key, ...] = Field(min_length=1)
    lead: Names
    coordinating: Names = ()
    section: str | None = None
    line: Line = None


class ReportingDuty(Part):
    """Who reports what to whom, and when; `deadline` is null where the plan names no rhythm.

    `to` is null where the receiver is not known. `document` is the one that sets the duty where
    that is not the plan itself, and `force` tells when it holds where that is not the whole plan.
    `note` holds what `deadline` cannot: a day of the week, a limit that runs from an event.

    >>> duty = ReportingDuty(
    ...     id="yearly",
    ...     who=("các sở, ban, ngành",),
    ...     to="Ban Dân tộc tỉnh",
    ...     deadline="ngày 15/12 hằng năm",
    ...     gist="kết quả thực hiện nhiệm vụ",
    ... )
    >>> duty.deadline.text("en")
    'by 15 December each year'
    """

    id: Key
    who: Names
    to: str | None
    onward: str | None = Field(default=None, description="to whom the receiver passes it on")
    deadline: Recurrence = None
    gist: Words
    document: str | None = None
    force: MaybeSpan = None
    note: MaybeWords = None
    section: str | None = None
    line: Line = None
    source: str | None = None
    verified: Truth = True


class Mention(Part):
    """A body that the document names, and as what."""

    name: str
    role: Literal["issuer", "lead", "coordinating", "adviser", "recipient", "addressee", "other"]
    line: Line = None
