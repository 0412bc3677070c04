"""When something happens whose day may not be known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from attrs import field, frozen
from attrs.converters import optional

from dantoc_policy.errors import Locale
from dantoc_policy.law.document import Document
from dantoc_policy.law.force.effect import earliest_effect, longest_wait
from dantoc_policy.values.calendar_dates import check_day, format_date

Reached = Literal["no", "unknown", "likely", "yes"]
# The surer it is that something has happened, the greater.
SURENESS: dict[Reached, int] = {"no": 0, "unknown": 1, "likely": 2, "yes": 3}
_DECEMBER = 12


@frozen
class Moment:
    """A known day; or a day before which it was not and one from which it likely has happened.

    Between the two nobody can say; from `likely` on it is likely and never certain. All are None
    where nothing is known.

    >>> effect = Moment(None, date(2020, 1, 3), date(2020, 2, 17))
    >>> [effect.reached(date(2020, month, 1)) for month in (1, 2, 3)]
    ['no', 'unknown', 'likely']
    """

    day: date | None = field(default=None, converter=optional(check_day))
    earliest: date | None = field(default=None, converter=optional(check_day))
    likely: date | None = field(default=None, converter=optional(check_day))

    def reached(self, as_of: date) -> Reached:
        """Whether it has happened on a day or before."""
        if self.day is not None:
            return "yes" if self.day <= as_of else "no"
        if self.earliest is not None and as_of < self.earliest:
            return "no"
        return "likely" if self.likely is not None and self.likely <= as_of else "unknown"

    @property
    def best(self) -> date | None:
        """The day, or else the one from which it is likely: what sorts and what is drawn."""
        return self.day or self.likely or self.earliest

    def text(self, locale: Locale = "vi") -> str:
        """Write the day, or what is known of it.

        >>> Moment(None, date(2020, 1, 3), date(2020, 2, 17)).text("en")
        'day unknown, not before 3 January 2020'
        """
        if self.day is not None:
            return format_date(self.day, locale)
        unknown = "không rõ ngày" if locale == "vi" else "day unknown"
        if self.earliest is None:
            return unknown
        first = format_date(self.earliest, locale)
        return f"{unknown}, {'không trước' if locale == 'vi' else 'not before'} {first}"

    def to_dict(self) -> dict[str, str | None]:
        """Give the moment as plain JSON data."""
        days = {"day": self.day, "earliest": self.earliest, "likely": self.likely}
        return {name: None if day is None else day.isoformat() for name, day in days.items()}


def issue_of(document: Document) -> Moment:
    """Tell when a document was issued: its day, or the year that its number holds.

    >>> issue_of(
    ...     Document(
    ...         number="02/2022/QĐ-TTg",
    ...         type="quyet_dinh",
    ...         issuers=("thu_tuong_chinh_phu",),
    ...         source="memory",
    ...     )
    ... )
    Moment(day=None, earliest=datetime.date(2022, 1, 1), likely=datetime.date(2022, 12, 31))
    """
    if document.issued is not None:
        return Moment(document.issued)
    if document.year is None:
        return Moment()
    return Moment(None, date(document.year, 1, 1), date(document.year, _DECEMBER, 31))


def effect_of(document: Document) -> Moment:
    """Tell when a document takes effect: its stated day, or from when that is likely.

    A day of effect is never computed. Where none is known, it is not before the issue, and likely
    from the earliest day that the law of that time allows; where no rule of that time is known,
    after the longest wait of any rule.
    """
    if document.effective is not None:
        return Moment(document.effective)
    earliest = earliest_effect(document)
    issued = issue_of(document)
    if earliest is not None and earliest.day is not None:
        return Moment(None, document.issued, earliest.day)
    last = issued.day or issued.likely
    return Moment(None, issued.day or issued.earliest, last and last + timedelta(longest_wait()))
