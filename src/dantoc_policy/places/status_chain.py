"""The events that lead to the status of a commune, each with its day and provision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dantoc_policy.law.provision import Provision
from dantoc_policy.places.legal_event import legal_events
from dantoc_policy.places.official_list import CommuneEntry, NewRural, OfficialList
from dantoc_policy.places.place import Place
from dantoc_policy.places.situation import MERGER
from dantoc_policy.places.standing import OfficialPart, OfficialStatus
from dantoc_policy.places.status import StatusEvent
from dantoc_policy.places.status_text import became_of, says_of
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale
    from dantoc_policy.places.library import Places

LOCALES: tuple[Locale, ...] = ("vi", "en")
# Regimes of an area go on for the old area until a competent body decides anew.
KEPT = Provision("76/2025/UBTVQH15", 13, 1)
_KEPT_SOURCE = "benefits/S78"


def unit_of(part: OfficialPart) -> str:
    """Give the identifier of a unit, or its name where only a list has it."""
    return part.name if part.place is None else part.place.id


def listing(library: Places, part: OfficialPart, official: OfficialStatus) -> Iterator[StatusEvent]:
    """Give what each list says of a unit, and which list does not have it here."""
    lists = {held.id: held for held in library.official_lists}
    for entry in part.entries:
        yield _line(part, entry, lists[entry.list], official.as_of)
    for held in official.lists:
        if part.entry is not None or held.own is not None:
            continue
        start = held.valid.start or official.as_of
        yield StatusEvent(
            day=start, not_before=start, kind="not_held", unit=unit_of(part), region=None,
            text=_not_held(part, held, start),
            provision=held.provision, source=held.source, verified=False,
        )  # fmt: skip


def _not_held(part: OfficialPart, held: OfficialList, start: date) -> Text:
    vi, en = part.text("vi"), part.text("en")
    if part.place is not None and part.place.valid.end is not None and part.place.valid.end < start:
        return Text(
            f"{vi}: {held.title('vi')} là danh sách của các xã sau đó, không còn xã này",
            f"{en}: {held.title('en')} lists the communes since, and not this one",
        )
    return Text(
        f"{vi}: thư viện chưa có dòng của xã này trong {held.title('vi')}",
        f"{en}: its line in {held.title('en')} is not held",
    )


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
        unit=entry.place or unit_of(part),
        region=entry.region,
        text=Text(
            f"{entry.text('vi')}: {says.vi} theo {by.text('vi')}{' (danh sách tự nạp)' * own}",
            f"{entry.text('en')}: {says.en} by {by.text('en')}{' (list added by the user)' * own}",
        ),
        provision=by,
        source=entry.source,
        verified=entry.verified,
    )


def recognition(part: OfficialPart, event: NewRural, official: OfficialStatus) -> StatusEvent:
    """Give what the recognition of a unit by the new-rural standard does."""
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
        unit=unit_of(part),
        region="I" if lowers else None,
        text=Text(
            f"{part.text('vi')} đạt chuẩn nông thôn mới năm {event.year}{day_vi}{then_vi}",
            f"{part.text('en')} meets the new-rural standard for {event.year}{day_en}{then_en}",
        ),
        # The article of the clause is known from memory only, so the document is cited.
        provision=Provision(held.document) if held is not None else None,
        source=event.source,
        verified=event.verified and effect is not None,
    )


def reorganisations(library: Places, official: OfficialStatus) -> Iterator[StatusEvent]:
    """Give the events between the units that the list knows and the place."""
    place = official.place
    if place is None:
        return
    texts: dict[str, tuple[list[Place], bool]] = {}
    for part in official.parts:
        if part.place is None or part.place.id == place.id or place.valid.start is None:
            continue
        for link in library.successors(part.place, place.valid.start):
            if link.new is None or link.new.id != place.id:
                continue
            for event in link.events:
                names, verified = texts.get(event, ([], True))
                texts[event] = ([*names, part.place], verified and link.verified)
    for key, (names, verified) in texts.items():
        legal = legal_events()[key]
        was = Text(*(", ".join(old.text(locale) for old in names) for locale in LOCALES))
        yield StatusEvent(
            day=legal.date, not_before=legal.date or official.as_of,
            kind="reorganised", unit=place.id, region=None,
            text=Text(f"{was.vi} → {place.text('vi')}", f"{was.en} → {place.text('en')}"),
            provision=Provision(legal.document) if legal.document else None,
            source=legal.source, verified=verified,
        )  # fmt: skip


def kept(official: OfficialStatus) -> Iterator[StatusEvent]:
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


_OPEN = Text(
    "xã này gồm địa bàn nhiều xã cũ; chưa có căn cứ để biết việc công nhận có đổi khu vực của từng "
    "địa bàn cũ hay không",
    "this commune has the areas of several former ones; whether the recognition changes the region "
    "of each area is not determined",
)
_BEFORE = Text(
    "trước khi xã này được lập; không rõ của xã cũ nào",
    "before this commune was made; of which former commune is not told",
)
_AFTER = Text(
    "sau khi xã này kết thúc; chưa có căn cứ để biết việc công nhận xã kế tiếp có đổi khu vực của "
    "địa bàn cũ hay không",
    "after this commune ended; whether the recognition of the one after it changes the region of "
    "the old area is not determined",
)


def open_recognition(event: NewRural, official: OfficialStatus) -> StatusEvent:
    """Give a recognition of which no source tells what it does for the areas of former units."""
    day = event.effective or official.as_of
    days = None if official.place is None else official.place.valid
    why = _OPEN
    if days is not None and days.start is not None and day < days.start:
        why = _BEFORE
    elif days is not None and days.end is not None and day > days.end:
        why = _AFTER
    return StatusEvent(
        day=day, not_before=day, kind="recognised", unit=event.place, region=None,
        text=Text(
            f"{official.text('vi')} đạt chuẩn nông thôn mới từ {format_date(day)}: {why.vi}",
            f"{official.text('en')} meets the new-rural standard from {format_date(day, 'en')}: "
            f"{why.en}",
        ),
        provision=KEPT if day >= MERGER else None, source=event.source, verified=False,
    )  # fmt: skip


def parts_not_held(library: Places, official: OfficialStatus) -> Iterator[StatusEvent]:
    """Say of units younger than a list that the library does not hold those before them."""
    starts = [held.valid.start for held in official.lists if held.valid.start is not None]
    for part in official.parts:
        place = part.place
        if place is None or place.valid.start is None or not starts:
            continue
        if place.valid.start <= min(starts) or part.entry is not None or library.came_from(place):
            continue
        yield StatusEvent(
            day=place.valid.start, not_before=place.valid.start,
            kind="parts_not_held", unit=place.id, region=None,
            text=Text(
                f"{place.text('vi')} được lập; thư viện không có các đơn vị trước đó, nên "
                "cũng không có dòng của chúng trong danh sách",
                f"{place.text('en')} was made; the library does not hold the units before it, "
                "nor what the list says of them",
            ),
            provision=None, source=place.source, verified=False,
        )  # fmt: skip


def ended(library: Places, official: OfficialStatus) -> Iterator[StatusEvent]:
    """Say that a unit is no more on the day, what it became, and that its old area is meant."""
    place = official.place
    if place is None or place.valid.end is None or official.as_of <= place.valid.end:
        return
    day = place.valid.end + timedelta(days=1)
    links = library.successors(place, day)
    events = [legal_events()[name] for name in dict.fromkeys(e for k in links for e in k.events)]
    document = next((event.document for event in events if event.document), None)
    became = became_of(links)
    yield StatusEvent(
        day=day, not_before=day, kind="ended", unit=place.id, region=None,
        text=Text(
            f"{place.text('vi')} không còn{became.vi}; kết quả chỉ là của địa bàn cũ",
            f"{place.text('en')} is no more{became.en}; the answer is that of its old area only",
        ),
        provision=Provision(document) if document else None,
        source=events[0].source if events else place.source,
        verified=all(link.verified for link in links),
    )  # fmt: skip
