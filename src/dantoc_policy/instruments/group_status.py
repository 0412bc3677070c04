"""What the criteria give for a group on a day, beside what the official lists say of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from dantoc_policy.errors import InputError, Locale, NotInForceError, Problem
from dantoc_policy.instruments.instrument import Instrument
from dantoc_policy.instruments.registry import instruments, select
from dantoc_policy.instruments.statuses import statuses_by
from dantoc_policy.law.provision import Provision
from dantoc_policy.peoples.facts import EthnicGroupFacts
from dantoc_policy.peoples.group import EthnicGroup
from dantoc_policy.peoples.library import Key, peoples
from dantoc_policy.peoples.status import CategoryStatus, OfficialStatus
from dantoc_policy.rules.evaluation import Evaluation
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text
from dantoc_policy.values.verdict import Verdict

UNIT = "ethnic_group"


@frozen(kw_only=True)
class Compared:
    """One status of a group: what the criteria give and what the lists say, side by side.

    `computed` is None without facts, or where no criteria of the day are about it; `official` is
    None where there are no lists of it.
    """

    key: str
    name: Text
    computed: Evaluation | None = field(repr=False)
    official: CategoryStatus | None = field(repr=False)

    @property
    def differs(self) -> bool:
        """Whether criteria and lists both decide, and not alike, as they legitimately may."""
        if self.computed is None or self.official is None:
            return False
        verdicts = (self.computed.verdict, self.official.verdict)
        return Verdict.UNDETERMINED not in verdicts and len(set(verdicts)) > 1

    @property
    def list_ended(self) -> bool:
        """Whether the days of the last list are over and the data has no list that follows it."""
        return (
            self.official is not None
            and self.official.state in ("list_unknown", "no_list")
            and bool(self.official.before)
        )

    def to_dict(self) -> dict[str, Any]:
        """Give both as plain JSON data."""
        return {
            "status": self.key,
            "vi": self.name.vi,
            "en": self.name.en,
            "computed": None if self.computed is None else self.computed.to_dict(),
            "official": None if self.official is None else self.official.to_dict(),
            "differs": self.differs,
            "list_ended": self.list_ended,
        }


@frozen(kw_only=True)
class GroupStatus:
    """Computed and official status of a group on a day; neither overrides the other.

    `notes` say what a user must know: a list whose days are over, criteria and list that differ,
    and that a status counts for a person only where that person lives.
    """

    group: EthnicGroup
    as_of: dt.date
    compared: tuple[Compared, ...]
    official: OfficialStatus = field(repr=False)
    notes: tuple[Problem, ...] = field(repr=False)

    def computed(self, status: str) -> Verdict:
        """Whether the criteria give a status; undetermined without criteria or facts of it."""
        for found in self.compared:
            if found.key == status and found.computed is not None:
                return found.computed.verdict
        return Verdict.UNDETERMINED

    @property
    def differs(self) -> tuple[str, ...]:
        """The statuses in which criteria and lists part."""
        return tuple(found.key for found in self.compared if found.differs)

    def text(self, locale: Locale = "vi") -> str:
        """Say status by status what the criteria give and what the lists say, then the notes."""
        from dantoc_policy.instruments.group_status_text import group_status_text

        return group_status_text(self, locale)

    def to_dict(self) -> dict[str, Any]:
        """Give the status as plain JSON data."""
        return {
            "group": self.group.id,
            "as_of": self.as_of.isoformat(),
            "statuses": [found.to_dict() for found in self.compared],
            "official": self.official.to_dict(),
            "differs": list(self.differs),
            "notes": [note.to_dict() for note in self.notes],
        }

    def __str__(self) -> str:
        return self.text()


def official_status(group: Key, as_of: dt.date) -> OfficialStatus:
    """Tell which official lists a group is in on a day; see `Peoples.official_status`.

    >>> official_status("La Ha", dt.date(2022, 6, 4)).categories
    ('specific_difficulties', 'very_small')
    """
    return peoples.official_status(group, as_of)


def status_of_group(
    group: Key,
    as_of: dt.date,
    facts: EthnicGroupFacts | None = None,
    *,
    instrument: str | None = None,
    readings: Mapping[str, str] | None = None,
) -> GroupStatus:
    """Give what the criteria say of a group with these facts, and what the lists say, on a day.

    The criteria are those of the instrument in force and the definitions of Decree 05/2011, or of
    `instrument` alone. Without facts only the lists answer. The verdict on a person asks besides
    where that person lives, which no group status tells.

    Raises:
        InputError: as `Peoples.get`; `people.disagree` where the facts name another group.
        NotInForceError: where facts are given and no criteria cover the day.

    >>> facts = EthnicGroupFacts(name="Ngái", stable_in_region_iii_communes=True, population=1649)
    >>> status = status_of_group("Ngái", dt.date(2022, 6, 4), facts)
    >>> status.computed("specific_difficulties"), status.official.has("specific_difficulties")
    (<Verdict.TRUE: 'true'>, <Verdict.FALSE: 'false'>)
    """
    meant = peoples.get(group)
    official = peoples.official_status(meant, as_of)
    computed: dict[str, Evaluation] = {}
    notes: tuple[Problem, ...] = ()
    if facts is not None:
        _check_same(meant, facts)
        deciding, notes = _deciding(as_of, instrument, readings)
        for found in deciding:
            computed |= statuses_by(found, UNIT, facts, as_of, readings)
    compared = tuple(_compared(official, computed))
    return GroupStatus(
        group=meant,
        as_of=as_of,
        compared=compared,
        official=official,
        notes=(*notes, *_notes(compared, official)),
    )


def _deciding(
    as_of: dt.date, instrument: str | None, readings: Mapping[str, str] | None
) -> tuple[tuple[Instrument, ...], tuple[Problem, ...]]:
    """Give the instruments whose statuses are computed: the one of the day, and definitions."""
    defining = tuple(
        found
        for found in instruments().values()
        if found.by_name_only and UNIT in found.statuses and as_of in found.in_force
    )
    try:
        selection = select(UNIT, as_of, instrument, readings)
    except NotInForceError:
        # Definitions hold before and between the years of the lists.
        if instrument is not None or not defining:
            raise
        return defining, ()
    others = defining if instrument is None else ()
    return (selection.instrument, *others), selection.notes


def _compared(official: OfficialStatus, computed: Mapping[str, Evaluation]) -> Iterator[Compared]:
    for category, found in official.by_category.items():
        yield Compared(
            key=category, name=found.name, computed=computed.get(category), official=found
        )
    for key, answer in computed.items():
        if key not in official.by_category:
            name = answer.cases[0].outcome.text
            yield Compared(key=key, name=name, computed=answer, official=None)


def _check_same(group: EthnicGroup, facts: EthnicGroupFacts) -> None:
    coded = facts.code_1979 is not None or facts.code_2008 is not None
    # A name that the library does not know is no contradiction.
    named = [facts.group()] if coded else peoples.find(facts.name or "")
    others = [found for found in named if found is not None]
    if others and group not in others:
        shown = Text(others[0].name.vi, others[0].name.en)
        raise InputError.of(
            "people.disagree",
            place=group.name.vi,
            vi=f"số liệu là của dân tộc khác: {shown.vi}.",
            en=f"the facts are of another group: {shown.en}.",
            mend_vi="Cho số liệu của đúng dân tộc được hỏi.",
            mend_en="Give the facts of the group that is asked for.",
        )


def _notes(compared: tuple[Compared, ...], official: OfficialStatus) -> Iterator[Problem]:
    for found in compared:
        if found.differs:
            yield Problem(
                code="people.status_differs",
                severity="warning",
                place=found.key,
                vi="tiêu chí và danh sách cho kết quả khác nhau; không bên nào thay bên kia.",
                en="criteria and lists give different results; neither replaces the other.",
            )
    ended = {
        (held.document, held.valid.end)
        for found in compared
        if found.list_ended and found.official is not None
        for held in found.official.before
    }
    for document, day in sorted(ended, key=str):
        if document is not None and day is not None:
            held = Provision(document)
            yield Problem(
                code="people.list_ended",
                severity="note",
                vi=f"giai đoạn của danh sách đã hết ngày {format_date(day)} ({held.text('vi')}); "
                "dữ liệu chưa có danh sách kế tiếp.",
                en=f"the period of the list ended on {format_date(day, 'en')} ({held.text('en')}); "
                "the data has no successor list.",
            )
    counting = (held for found in official.by_category.values() for held in found.lists)
    if any(held.area is not None for held in counting):
        yield Problem(
            code="people.area_needed",
            severity="note",
            vi="với từng người, tư cách của dân tộc chưa đủ: chính sách 2021-2025 chỉ tính người "
            "sinh sống ổn định ở xã khu vực III, thôn đặc biệt khó khăn.",
            en="for a person the status of the group is not enough: the policies of 2021-2025 "
            "count only members who live in communes of region III and in especially difficult "
            "villages.",
        )


__all__ = ["Compared", "GroupStatus", "official_status", "status_of_group"]
