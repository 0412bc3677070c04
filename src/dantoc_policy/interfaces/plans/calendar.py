"""What falls due in a plan as an iCalendar file, for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from dantoc_policy.errors import Locale, MissingExtraError
from dantoc_policy.plans.due import KINDS, Due, Party
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//dantoc-policy//plan calendar//"
_WORDS = {
    "no_day": Text("không nêu ngày", "no day is stated"),
    "who": Text("Thực hiện", "By"),
    "to": Text("Gửi", "To"),
    "onward": Text("Để báo cáo", "Passed on to"),
    "written": Text("trong văn bản", "in the document"),
    "basis": Text("Căn cứ", "Under"),
}


def to_ical(dues: Iterable[Due], name: str, locale: Locale = "vi") -> bytes:
    r"""Write items that fall due as the events of an iCalendar file (RFC 5545).

    Every event lasts the whole day and blocks none of it; an item without a day stands on the last
    day of its year, or of the plan in that year, and says so. The same items always give the same
    bytes: UIDs are stable, and the time stamp of an event is the beginning of its own day.

    Raises:
        MissingExtraError: the extra `calendar` is not installed.

    >>> from dantoc_policy.plans.deadlines import deadlines
    >>> from dantoc_policy.plans.library import plans
    >>> from dantoc_policy.values.period import Period
    >>> found = deadlines(plans.get("bac-kan-2020"), Period.parse("2025-12-15"))
    >>> lines = to_ical(found, "303/KH-UBND").decode().splitlines()
    >>> print(*(line for line in lines if line.startswith(("UID", "DTSTART"))), sep="\n")
    DTSTART;VALUE=DATE:20251215
    UID:bac-kan-2020/report/all-yearly-15-12/2025-12-15@dantoc-policy
    """
    try:
        from icalendar import Calendar
    except ImportError:
        raise MissingExtraError.for_extra("calendar", "icalendar") from None
    calendar = Calendar()
    calendar.add("prodid", f"{_PRODUCT}{locale.upper()}")
    calendar.add("version", "2.0")
    # NAME is that of RFC 7986; programs from before it read the other.
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    for due in dues:
        calendar.add_component(_event(due, locale))
    written: bytes = calendar.to_ical()
    return written


def _event(due: Due, locale: Locale) -> Event:
    from icalendar import Event

    day = due.stands_at
    title = due.title.get(locale)
    event = Event()
    event.add("uid", due.uid)
    event.add("dtstamp", datetime.combine(day, time.min, UTC))
    event.add("dtstart", day)
    event.add("duration", timedelta(days=1))
    no_day = f" ({_WORDS['no_day'].get(locale)})" if due.day is None else ""
    event.add("summary", f"{title}{no_day}")
    event.add("categories", [KINDS[due.kind].get(locale)])
    event.add("transp", "TRANSPARENT")
    lines = list(_description(due, locale))
    if lines:
        event.add("description", "\n".join(lines))
    return event


def _description(due: Due, locale: Locale) -> Iterator[str]:
    """Say who owes it to whom, by the names of the day and those of the document."""
    for word, parties in (
        ("who", due.who),
        ("to", (due.to,)),
        ("onward", (due.onward,)),
    ):
        named = "; ".join(_named(one, locale) for one in parties if one is not None)
        if named:
            yield f"{_WORDS[word].get(locale)}: {named}"
    if due.basis is not None:
        yield f"{_WORDS['basis'].get(locale)}: {due.basis.get(locale)}"
    for problem in due.problems:
        yield f"! {evolve(problem, place='').message(locale)}"


def _named(one: Party, locale: Locale) -> str:
    text = one.text(locale)
    return text if text == one.name else f"{text} ({_WORDS['written'].get(locale)}: {one.name})"
