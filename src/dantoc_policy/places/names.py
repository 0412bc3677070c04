"""Names of units as look-ups compare them, and the index of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache, lru_cache

from attrs import frozen

from dantoc_policy.law.spelling import fold
from dantoc_policy.places.place import Place
from dantoc_policy.places.situation import ALSO_CALLED
from dantoc_policy.places.unit_type import unit_types

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LOOK_ALIKES = str.maketrans("ðɖ", "đđ")
_WORD = re.compile(r"[^\W_]+")
_ABOVE = re.compile(r"[,;()]")


@frozen
class NameKey:
    """A name without what spellings differ in: `marked` keeps the diacritics, `plain` does not.

    Capitals, spaces, hyphens and the place of the tone do not count; a word or letters for the type
    in front, or the English word behind, become `types`. `marked` has the letters and, behind each
    word, its tone.

    >>> key = NameKey.of("TT. Hoà  Bình")
    >>> key.marked == NameKey.of("Hòa Bình").marked, key.plain, key.types
    (True, 'hoa binh', ('thi_tran',))
    >>> NameKey.of("Hòa").marked == NameKey.of("Hoa").marked
    False
    """

    marked: str
    plain: str
    types: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, *, typed: bool = True) -> NameKey:
        """Give the key of a name; it is empty where the text has no letters.

        Where `typed` is false, nothing in front is taken for a type: "Quan Triều" is no "quận".
        """
        return _key(name, typed)

    @property
    def is_bare(self) -> bool:
        """Whether the name is written without any diacritics, as if they had been left out."""
        return self.marked == self.plain


@lru_cache(maxsize=8192)
def _key(name: str, typed: bool) -> NameKey:
    text = unicodedata.normalize("NFC", name).casefold().translate(_LOOK_ALIKES)
    # Case folding may leave letters and marks apart that were one character.
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    plain = [fold(word) for word in words]
    if typed:
        # An English word behind settles it: "Huyen Tung ward" is no huyện.
        start = 0
        end, types = _type_behind(plain)
        if not types:
            start, types = _type_in_front(words, plain)
        words, plain = words[start:end], plain[start:end]
    else:
        types = ()
    whole = ALSO_CALLED.get(" ".join(plain), " ".join(plain)).replace(" - ", " ")
    marked = " ".join(_toned(word) for word in words) if whole == " ".join(plain) else whole
    return NameKey(marked, whole, types)


def _toned(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in letters if mark in _TONES)
    bare = "".join(mark for mark in letters if mark not in _TONES)
    return unicodedata.normalize("NFC", bare) + tones


def _type_in_front(words: list[str], plain: list[str]) -> tuple[int, tuple[str, ...]]:
    """Count the words in front that name a type; a name is never nothing but these."""
    for prefix, types in _prefixes():
        length = len(prefix)
        if length < len(plain) and tuple(plain[:length]) == prefix:
            written = " ".join(words[:length])
            marked = fold(written) != written
            # "xa" may be the word or a name; where it has its marks, they must be the right ones.
            if not marked or any(written == unit_types()[type_].name.vi for type_ in types):
                return length, types
    return 0, ()


def _type_behind(plain: list[str]) -> tuple[int, tuple[str, ...]]:
    """Give where a name ends in front of the English word for its type: "Bac Kan province"."""
    for suffix, types in _suffixes():
        length = len(suffix)
        if length < len(plain) and tuple(plain[-length:]) == suffix:
            return len(plain) - length, types
    return len(plain), ()


@cache
def _prefixes() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return _longest_first(
        (word, type_.id)
        for type_ in unit_types().values()
        for word in (type_.name.vi, *type_.short)
    )


@cache
def _suffixes() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return _longest_first((type_.name.en, type_.id) for type_ in unit_types().values())


def _longest_first(
    words: Iterable[tuple[str, str]],
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    found: dict[tuple[str, ...], list[str]] = {}
    for word, type_ in words:
        found.setdefault(tuple(fold(word).split()), []).append(type_)
    longest = sorted(found.items(), key=lambda item: -len(item[0]))
    return tuple((words_, tuple(types)) for words_, types in longest)


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """Part a full name, as it is printed, into the unit's own name and those above it.

    >>> parted("xã Bộc Bố, huyện Pác Nặm, tỉnh Bắc Kạn")
    ('xã Bộc Bố', ('huyện Pác Nặm', 'tỉnh Bắc Kạn'))
    >>> parted("Bộc Bố (Pác Nặm)")
    ('Bộc Bố', ('Pác Nặm',))
    """
    if not _ABOVE.search(text):
        return text, ()
    name, *above = (part.strip() for part in _ABOVE.split(text))
    return name, tuple(part for part in above if part)


class NameIndex:
    """Units by their names; one name may stand for several."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._marked: dict[str, list[Place]] = {}
        self._plain: dict[str, list[Place]] = {}
        for place in places:
            key = name_of(place)
            self._marked.setdefault(key.marked, []).append(place)
            self._plain.setdefault(key.plain, []).append(place)

    def find(self, text: str) -> list[Place]:
        """Give the units that a text names: as a whole, or else without the word of a type.

        Diacritics decide where they are written; where they are not, or where no name has them so,
        every name with these letters counts.
        """
        whole = self._named(NameKey.of(text, typed=False))
        return whole or self._named(NameKey.of(text))

    def types(self, text: str) -> tuple[str, ...]:
        """Give the types that a text puts to a name; none where all of it is a name."""
        whole = self._named(NameKey.of(text, typed=False))
        return () if whole else NameKey.of(text).types

    def _named(self, key: NameKey) -> list[Place]:
        found = self._marked.get(key.marked, [])
        if not found or key.is_bare:
            found = self._plain.get(key.plain, [])
        return found

    def near(self, text: str, count: int) -> list[Place]:
        """Give units whose names are nearly a text, the nearest first."""
        close = get_close_matches(NameKey.of(text).plain, self._plain, n=count, cutoff=0.7)
        return [self._plain[key][-1] for key in close]


def name_of(place: Place) -> NameKey:
    """Give the key of the name of a unit, which has no type in front."""
    return NameKey.of(place.name.vi, typed=False)
