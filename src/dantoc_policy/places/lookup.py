"""Looking units up by identifier, code and name, and telling them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from dantoc_policy.errors import Locale
from dantoc_policy.places.key_errors import ambiguous, other_day, unknown
from dantoc_policy.places.lineage import Lineage
from dantoc_policy.places.names import NameIndex, of_types
from dantoc_policy.places.place import Place
from dantoc_policy.places.unit_type import DIGITS, LEVELS, Level

Key = Place | str
_SHOWN = 5


class Lookup:
    """The units by identifier, by code and by name."""

    def __init__(
        self,
        places: Iterable[Place],
        lineage: Lineage,
        full_name: Callable[[Place, Locale], str],
    ) -> None:
        self.by_id = {place.id: place for place in places}
        self.names = NameIndex(self.by_id.values())
        self._lineage = lineage
        self._full_name = full_name
        self._codes: dict[tuple[Level, str], list[Place]] = {}
        for place in self.by_id.values():
            if place.code is not None:
                self._codes.setdefault((place.level, place.code), []).append(place)

    def of_code(self, level: Level, code: str, day: date) -> Place:
        """Give the unit of a code that is known to be one of a day."""
        return next(place for place in self._codes[level, code] if day in place.valid)

    def candidates(self, text: str, level: Level | None = None) -> list[Place]:
        """Give all units that an identifier, a code or a name may mean, on any day."""
        if text in self.by_id:
            return [self.by_id[text]]
        if not (text.isascii() and text.isdecimal()):
            return self.names.find(text)
        # Sheets lose the zeros in front of a code.
        digits = (DIGITS[level],) if level else DIGITS.values()
        width = min((number for number in digits if number >= len(text)), default=0)
        of_width: list[Level] = [found for found in LEVELS if DIGITS[found] == width]
        return self._codes.get((of_width[0], text.zfill(width)), []) if of_width else []

    def one(self, text: str, found: list[Place], as_of: date | None) -> Place:
        """Give the one unit among those found, on a day if one is given, or say why not."""
        on_day = found if as_of is None else [place for place in found if as_of in place.valid]
        if len(on_day) > 1:  # only then can a type in front decide
            on_day = ordered(of_types(on_day, self.names.types(text)))
        if len(on_day) == 1:
            return on_day[0]
        if on_day:
            raise ambiguous(text, on_day, self._full_name, dated=as_of is not None)
        if not found or as_of is None:
            raise unknown(text, self.names.near(text, _SHOWN), self._full_name)
        became = [
            (place, self._lineage.forward(place, as_of))
            for place in ordered(found)
            if place.valid.end is not None and place.valid.end < as_of
        ]
        raise other_day(text, as_of, ordered(found), became, self._full_name)

    def lies_in(self, place: Place, within: Key, as_of: date | None) -> bool:
        """Whether a unit lies in another one, or in any that a name means."""
        above = [within] if isinstance(within, Place) else self.candidates(within.strip())
        return any(
            found.code in (place.parent, place.province)
            and found.level != place.level
            and found.valid.overlaps(place.valid)
            and (as_of is None or as_of in found.valid)
            for found in of_types(
                above, () if isinstance(within, Place) else self.names.types(within)
            )
        )


def ordered(places: Iterable[Place]) -> list[Place]:
    """Sort units by level, first day and code."""
    return sorted(
        places,
        key=lambda place: (
            LEVELS.index(place.level),
            place.valid.start or date.min,
            place.code or "~",
            place.id,
        ),
    )
