"""Names of groups as look-ups compare them, and the index of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from attrs import frozen

from dantoc_policy.law.spelling import fold

if TYPE_CHECKING:
    from dantoc_policy.peoples.group import EthnicGroup

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LOOK_ALIKES = str.maketrans("ðɖ", "đđ")
_APOSTROPHES = re.compile("['`\u00b4\u02b9\u02bc\u02c8\u2018\u2019\u201b\u2032]")
_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"(?P<name>[^()]*)\((?P<also>[^()]*)\)\s*")
# Words around a name that say only that it is one; the longest first.
_BEFORE = (
    ("dan", "toc", "thieu", "so"),
    ("nguoi", "dan", "toc"),
    ("dong", "bao"),
    ("dan", "toc"),
    ("toc", "nguoi"),
    ("nguoi",),
    ("dtts",),
    ("nhom",),
    ("dt",),
)
_AFTER = (("ethnic", "group"), ("people",))


@frozen
class NameKey:
    """A name without what spellings differ in: `marked` keeps the diacritics, `plain` does not.

    Capitals, spaces, hyphens, apostrophes, the place of the tone and words such as "dân tộc" do
    not count. `marked` has the letters and behind them the tones.

    >>> NameKey.of("Dân tộc H'MÔNG") == NameKey.of("hmông")
    True
    >>> NameKey.of("Hoà") == NameKey.of("Hòa"), NameKey.of("Tà-ôi").plain
    (True, 'taoi')
    """

    marked: str
    plain: str

    @classmethod
    def of(cls, name: str) -> NameKey:
        """Give the key of a name; it is empty where the text has no letters."""
        words = _words(name)
        text = "".join(words)
        letters = unicodedata.normalize("NFD", text)
        tones = "".join(mark for mark in letters if mark in _TONES)
        bare = "".join(mark for mark in letters if mark not in _TONES)
        return cls(unicodedata.normalize("NFC", bare) + tones, fold(text))

    @property
    def is_bare(self) -> bool:
        """Whether the name is written without any diacritics, as if they had been left out."""
        return self.marked == self.plain


def _words(name: str) -> list[str]:
    text = unicodedata.normalize("NFC", name).casefold().translate(_LOOK_ALIKES)
    # Case folding may leave letters and marks apart that were one character.
    text = unicodedata.normalize("NFC", _APOSTROPHES.sub("", text))
    words = _WORD.findall(text)
    plain = tuple(fold(word) for word in words)
    start, end = 0, len(words)
    while length := _opening(plain[start:]):
        start += length
    for after in _AFTER:
        if plain[start:][-len(after) :] == after and end - start > len(after):
            end -= len(after)
            break
    return words[start:end]


def _opening(plain: tuple[str, ...]) -> int:
    """Count the words in front that are not of the name; a name is never nothing but these."""
    found = (len(words) for words in _BEFORE if plain[: len(words)] == words)
    length = next(found, 0)
    return length if length < len(plain) else 0


class NameIndex:
    """The groups by each of their names; one name may stand for several groups."""

    def __init__(self, groups: Iterable[EthnicGroup]) -> None:
        self._marked: dict[str, dict[str, EthnicGroup]] = {}
        self._plain: dict[str, dict[str, EthnicGroup]] = {}
        self._official: set[str] = set()
        for group in groups:
            self._official.add(NameKey.of(group.name.vi).marked)
            for name in (group.name.vi, group.name_1979, *group.other_names):
                key = NameKey.of(name)
                self._marked.setdefault(key.marked, {})[group.id] = group
                self._plain.setdefault(key.plain, {})[group.id] = group

    def find(self, text: str) -> tuple[EthnicGroup, ...]:
        """Give the groups that a text names as a whole, those officially so called first.

        Diacritics decide where they are written; where they are not, or where no name has them so,
        every name with these letters counts. Of "one (other)" both names must mean the group,
        unless they have none in common.
        """
        whole = self._named(NameKey.of(text))
        parts = _BRACKETS.fullmatch(text)
        if whole or parts is None:
            return whole
        first = self._named(NameKey.of(parts["name"]))
        second = self._named(NameKey.of(parts["also"]))
        both = tuple(group for group in first if group in second)
        return both or tuple(dict.fromkeys((*first, *second)))

    def near(self, text: str, count: int) -> tuple[EthnicGroup, ...]:
        """Give the groups some name of which is nearly a text, the nearest first."""
        close = get_close_matches(NameKey.of(text).plain, self._plain, n=count, cutoff=0.7)
        return tuple(dict.fromkeys(group for key in close for group in self._plain[key].values()))

    def _named(self, key: NameKey) -> tuple[EthnicGroup, ...]:
        found = self._marked.get(key.marked, {})
        if not found or (key.is_bare and key.marked not in self._official):
            found = self._plain.get(key.plain, {})
        return tuple(
            sorted(
                found.values(),
                key=lambda group: (NameKey.of(group.name.vi).plain != key.plain, group.code_1979),
            )
        )
