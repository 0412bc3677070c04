"""Looking units up by identifier, code and name, and telling them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from dantoc_policy.errors import Locale
from dantoc_policy.places.key_errors import (
    ambiguous,
    not_a_key,
    other_day,
    other_type,
    unknown,
    unknown_level,
)
from dantoc_policy.places.lineage import Lineage
from dantoc_policy.places.names import NameIndex, parted
from dantoc_policy.places.place import Place
from dantoc_policy.places.unit_type import DIGITS, LEVELS, Level, unit_types

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

    def is_name(self, text: str) -> bool:
        """Whether a text is a name, and neither an identifier nor a code."""
        return text not in self.by_id and not is_code(text)

    def candidates(self, text: str, level: Level | None = None) -> list[Place]:
        """Give all units that an identifier, a code or a name may mean, on any day."""
        if text in self.by_id:
            return [self.by_id[text]]
        if not is_code(text):
            return self.names.find(text)
        # Sheets lose the zeros in front of a code.
        digits = (DIGITS[level],) if level else DIGITS.values()
        width = min((number for number in digits if number >= len(text)), default=0)
        of_width: list[Level] = [found for found in LEVELS if DIGITS[found] == width]
        return self._codes.get((of_width[0], text.zfill(width)), []) if of_width else []

    def of_types(self, places: Iterable[Place], types: tuple[str, ...]) -> list[Place]:
        """Give those of some types; or else those that bore one of them at another time.

        Texts go on using the former type of a unit; a type of another level is another unit.
        """
        found = list(places)
        if not types:
            return found
        exact = [place for place in found if place.type.id in types]
        return exact or [place for place in found if self._bore(place, types)]

    def _bore(self, place: Place, types: tuple[str, ...]) -> bool:
        return any(unit_types()[type_].level == place.level for type_ in types) and any(
            state.type.id in types for state in self._lineage.states(place)
        )

    def one(
        self, text: str, found: list[Place], as_of: date | None, types: tuple[str, ...] = ()
    ) -> Place:
        """Give the one unit among those found, on a day if one is given, or say why not.

        `types` are those that the text puts to the name.
        """
        on_day = found if as_of is None else [place for place in found if as_of in place.valid]
        meant = self.of_types(on_day, types)
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise ambiguous(text, ordered(meant), self._full_name, dated=as_of is not None)
        if not found:
            raise unknown(text, self.names.near(text, _SHOWN), self._full_name)
        typed = ordered(self.of_types(found, types))
        if not typed or as_of is None:
            raise other_type(text, ordered(on_day or found), self._full_name)
        became = [
            (place, self._lineage.forward(place, as_of))
            for place in typed
            if place.valid.end is not None and place.valid.end < as_of
        ]
        raise other_day(text, as_of, typed, became, ordered(on_day), self._full_name)

    def lies_in(self, place: Place, within: Key | int, as_of: date | None) -> bool:
        """Whether a unit lies in another one, or in any that a name means."""
        above: list[Place] = [within] if isinstance(within, Place) else []
        types: tuple[str, ...] = ()
        if not isinstance(within, Place):
            text = key_text(within)
            above = self.candidates(text)
            types = self.names.types(text) if self.is_name(text) else ()
        return any(
            found.code in (place.parent, place.province) and found.level != place.level
            for found in self.of_types(
                (
                    found
                    for found in above
                    if found.valid.overlaps(place.valid) and (as_of is None or as_of in found.valid)
                ),
                types,
            )
        )


def with_above(text: str, within: Key | None) -> tuple[str, tuple[Key, ...]]:
    """Part a full name into the unit's own name and those above it, with one that is given.

    >>> with_above("Bộc Bố, Pác Nặm", "06")
    ('Bộc Bố', ('Pác Nặm', '06'))
    """
    name, above = parted(text)
    return name, above if within is None else (*above, within)


def is_code(text: str) -> bool:
    """Whether a text has only digits.

    >>> is_code("01864"), is_code("Quận 1")
    (True, False)
    """
    return text.isascii() and text.isdecimal()


def key_text(key: object) -> str:
    """Give a code or a name as text; a number is a code.

    Raises:
        InputError: `place.not_a_key` for anything else.
    """
    if isinstance(key, str):
        return key.strip()
    if isinstance(key, int) and not isinstance(key, bool):
        return str(key)
    raise not_a_key(key)


def name_text(name: object) -> str:
    """Give a name as text.

    Raises:
        InputError: `place.not_a_key` where it is none.
    """
    if not isinstance(name, str):
        raise not_a_key(name)
    return name


def check_level(level: Level | None) -> None:
    """Refuse what is no level.

    Raises:
        InputError: `place.unknown_level`.
    """
    if level is not None and level not in LEVELS:
        raise unknown_level(level)


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
