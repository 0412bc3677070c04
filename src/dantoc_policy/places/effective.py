"""The effective status of a commune: from the list, and by what events since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dantoc_policy.law.provision import Provision
from dantoc_policy.places.legal_event import legal_events
from dantoc_policy.places.official import official_status
from dantoc_policy.places.official_list import CommuneEntry, NewRural, OfficialList
from dantoc_policy.places.place import Place
from dantoc_policy.places.situation import MERGER
from dantoc_policy.places.standing import (
    EVERY,
    OfficialPart,
    OfficialStatus,
    Standing,
)
from dantoc_policy.places.status import Computed, PlaceStatus, StatusEvent, StatusPart
from dantoc_policy.places.status_text import says_of
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.places.library import Places

# Regimes of an area go on for the old area until a competent body decides anew.
KEPT = Provision("76/2025/UBTVQH15", 13, 1)
_KEPT_SOURCE = "benefits/S78"
_CALLER = "caller"


def status_of(
    library: Places,
    place: Place | str,
    as_of: date,
    computed: Computed | None = None,
    *,
    within: Place | str | None = None,
    recognised: date | None = None,
) -> PlaceStatus:
    """Work out the three statuses of a commune on a day.

    `recognised` is the day from which a recognition by the new-rural standard counts, where the
    caller knows it.
    """
    official = official_status(library, place, as_of, within=within)
    parts = []
    chain = list(_before(library, official, recognised))
    for part in official.parts:
        events = list(_new_rural(library, part, official, recognised))
        parts.append(StatusPart(official=part, possible=_standing(part, official, events)))
        chain += list(_listing(library, part, official))
        chain += [_recognition(part, event, official) for event in events]
    chain += list(_reorganisations(library, official))
    chain += list(_kept(official))
    return PlaceStatus(
        as_of=as_of,
        official=official,
        computed=computed,
        parts=tuple(parts),
        chain=tuple(sorted(dict.fromkeys(chain), key=lambda event: event.not_before)),
    )


def _before(
    library: Places, official: OfficialStatus, recognised: date | None
) -> tuple[StatusEvent, ...]:
    """Give the chain that led to the day before the new lists, where these count now."""
    starts = [held.valid.start for held in official.lists if held.valid.start is not None]
    if official.place is None or not starts or min(starts) < MERGER:
        return ()
    day_before = min(starts) - timedelta(days=1)
    return status_of(library, official.place, day_before, recognised=recognised).chain


def _unit(part: OfficialPart) -> str:
    return part.name if part.place is None else part.place.id


def _standing(
    part: OfficialPart, official: OfficialStatus, events: list[NewRural]
) -> tuple[Standing, ...]:
    """Give what may hold for a part: the list's region, or I from the day of recognition."""
    lowers = any(held.new_rural for held in official.lists)
    if not lowers or not set(part.possible) & {"II", "III"}:
        return part.possible
    effects = [event.in_effect(official.as_of) for event in events]
    if True in effects:
        return tuple(dict.fromkeys("I" if s in ("II", "III") else s for s in part.possible))
    if None in effects:
        found = {*part.possible, "I"}
        return tuple(standing for standing in EVERY if standing in found)
    return part.possible


def _new_rural(
    library: Places, part: OfficialPart, official: OfficialStatus, recognised: date | None
) -> Iterator[NewRural]:
    """Give the recognitions of a unit since its list, which took the earlier ones into account."""
    starts = [held.valid.start for held in official.lists if held.valid.start is not None]
    if recognised is not None and starts and max(starts) <= recognised <= official.as_of:
        yield NewRural(
            place=_unit(part), event="recognised", year=recognised.year, effective=recognised,
            not_before=None, not_after=None, source=_CALLER, verified=True, note=None,
        )  # fmt: skip
    if part.place is None or not starts:
        return
    own = {part.place.id, *(link.old.id for link in library.came_from(part.place))}
    for event in library.official_lists.new_rural:
        known = event.effective or event.not_before
        since = known is not None and max(starts) < known <= official.as_of
        if event.place in own and event.event == "recognised" and since:
            yield event


def _listing(
    library: Places, part: OfficialPart, official: OfficialStatus
) -> Iterator[StatusEvent]:
    lists = {held.id: held for held in library.official_lists}
    for entry in part.entries:
        yield _line(part, entry, lists[entry.list], official.as_of)
    for held in official.lists:
        if part.entry is not None or held.own is not None:
            continue
        start = held.valid.start or official.as_of
        yield StatusEvent(
            day=start, not_before=start, kind="not_held", unit=_unit(part), region=None,
            text=Text(
                f"{part.name}: thư viện chưa có dòng của xã này trong {held.title('vi')}",
                f"{part.name}: its line in {held.title('en')} is not held",
            ),
            provision=held.provision, source=held.source, verified=False,
        )  # fmt: skip


def _line(part: OfficialPart, entry: CommuneEntry, held: OfficialList, as_of: date) -> StatusEvent:
    start = entry.valid.start or held.valid.start or as_of
    amended = next((a for a in held.amendments if a.counts_from == entry.valid.start), None)
    by = held.provision if amended is None else Provision(amended.document)
    says = says_of(entry)
    own = held.own is not None
    return StatusEvent(
        day=start,
        not_before=start,
        kind="listed" if amended is None else "amended",
        unit=entry.place or _unit(part),
        region=entry.region,
        text=Text(
            f"{entry.text()}: {says.vi} theo {by.text('vi')}{' (danh sách tự nạp)' * own}",
            f"{entry.text()}: {says.en} by {by.text('en')}{' (list added by the user)' * own}",
        ),
        provision=by,
        source=entry.source,
        verified=entry.verified,
    )


def _recognition(part: OfficialPart, event: NewRural, official: OfficialStatus) -> StatusEvent:
    held = next((held for held in official.lists if held.new_rural), None)
    effect = event.in_effect(official.as_of)
    lowers = held is not None and effect is not False
    day_vi = "" if event.effective else " (ngày công nhận chưa rõ)"
    day_en = "" if event.effective else " (the day of recognition is not known)"
    then_vi = ": là xã khu vực I từ ngày công nhận" if lowers else ""
    then_en = ": region I from the day of recognition" if lowers else ""
    return StatusEvent(
        day=event.effective,
        not_before=event.effective or event.not_before or official.as_of,
        kind="recognised",
        unit=_unit(part),
        region="I" if lowers else None,
        text=Text(
            f"{part.name} đạt chuẩn nông thôn mới năm {event.year}{day_vi}{then_vi}",
            f"{part.name} meets the new-rural standard for {event.year}{day_en}{then_en}",
        ),
        # The article of the clause is known from memory only, so the document is cited.
        provision=Provision(held.document) if held is not None else None,
        source=event.source,
        verified=event.verified and effect is not None,
    )


def _reorganisations(library: Places, official: OfficialStatus) -> Iterator[StatusEvent]:
    """Give the events between the units that the list knows and the place."""
    place = official.place
    if place is None:
        return
    texts: dict[str, tuple[list[str], bool]] = {}
    for part in official.parts:
        if part.place is None or part.place.id == place.id or place.valid.start is None:
            continue
        for link in library.successors(part.place, place.valid.start):
            if link.new is None or link.new.id != place.id:
                continue
            for event in link.events:
                names, verified = texts.get(event, ([], True))
                texts[event] = ([*names, part.name], verified and link.verified)
    for key, (names, verified) in texts.items():
        legal = legal_events()[key]
        was = ", ".join(names)
        yield StatusEvent(
            day=legal.date, not_before=legal.date or official.as_of,
            kind="reorganised", unit=place.id, region=None,
            text=Text(f"{was} → {place.text('vi')}", f"{was} → {place.text('vi')}"),
            provision=Provision(legal.document) if legal.document else None,
            source=legal.source, verified=verified,
        )  # fmt: skip


def _kept(official: OfficialStatus) -> Iterator[StatusEvent]:
    """Give the rule that an area of before the merger of 2025 keeps its regime, where it counts."""
    old = [held for held in official.lists if _before_merger(held)]
    if official.as_of < MERGER or not old or not official.parts:
        return
    yield StatusEvent(
        day=MERGER, not_before=MERGER,
        kind="kept_for_old_area", unit=official.name, region=None,
        text=Text(
            "chế độ theo địa bàn giữ như trước sắp xếp, trên địa bàn cũ, cho đến khi cấp có thẩm "
            "quyền quyết định khác",
            "regimes tied to an area stay as before the merger, for the old area, until a "
            "competent body decides otherwise",
        ),
        provision=KEPT, source=_KEPT_SOURCE, verified=True,
    )  # fmt: skip


def _before_merger(held: OfficialList) -> bool:
    return held.valid.start is not None and held.valid.start < MERGER
