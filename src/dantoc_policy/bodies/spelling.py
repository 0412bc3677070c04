"""Names of bodies as look-ups compare them: words without marks, and patterns for short forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen

from dantoc_policy.law.spelling import fold

_WORD = re.compile(r"[^\W_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LOOK_ALIKES = str.maketrans("ðɖÐƉ", "đđĐĐ")
# Beginnings of syllables that short forms may write with both letters: "SNgV", "TTr".
_DIGRAPHS = ("ng", "nh", "th", "tr", "ch", "ph", "kh", "gi", "qu")
_AND = "va"
_GAP, _LONGEST_GAP = "…", 3


@frozen
class Word:
    """One word: as written, without marks, and with marks but without regard to their place."""

    printed: str
    plain: str
    marked: str


def words(text: str) -> tuple[Word, ...]:
    """Give the words of a text; hyphens, commas and "&" part words, "và" is none.

    >>> [word.plain for word in words("Sở NN&PTNT")]
    ['so', 'nn', 'ptnt']
    >>> words("Hoà")[0].marked == words("HÒA")[0].marked
    True
    """
    clean = unicodedata.normalize("NFC", text).translate(_LOOK_ALIKES)
    found = (_word(match.group()) for match in _WORD.finditer(clean))
    return tuple(word for word in found if word.plain != _AND)


def _word(printed: str) -> Word:
    # Case folding may leave letters and marks apart that were one character.
    small = unicodedata.normalize("NFC", printed.casefold())
    letters = unicodedata.normalize("NFD", small)
    tones = "".join(mark for mark in letters if mark in _TONES)
    bare = "".join(mark for mark in letters if mark not in _TONES)
    return Word(printed, fold(small), unicodedata.normalize("NFC", bare) + tones)


def joined(found: Sequence[Word]) -> str:
    """Give words as one run of plain letters, in which spaces and hyphens no longer differ.

    >>> joined(words("Sở LĐ-TB&XH")) == joined(words("so ldtbxh"))
    True
    """
    return "".join(word.plain for word in found)


def short_forms(name: str) -> str:
    """Give the pattern of all forms of a name in which some words are only their first letters.

    >>> pattern = short_forms("Sở Nông nghiệp và Phát triển nông thôn")
    >>> forms = ("Sở NN&PTNT", "SNNVPTNT", "Sở Nông nghiệp & PTNT")
    >>> all(re.fullmatch(pattern, joined(words(form))) for form in forms)
    True
    """
    parts: list[str] = []
    for match in _WORD.finditer(unicodedata.normalize("NFC", name)):
        plain = _word(match.group()).plain
        parts.append("v?" if plain == _AND else _short(plain))
    return "".join(parts)


def _short(plain: str) -> str:
    if not plain[1:]:
        return plain
    rest = f"{plain[1]}|{plain[1:]}" if plain.startswith(_DIGRAPHS) else plain[1:]
    return f"{plain[0]}(?:{rest})?"


def places_of(text: Sequence[Word], phrase: str) -> Iterator[frozenset[int]]:
    """Give the places of the words of a phrase wherever it stands in a text.

    Marks count where the text has any. "…" in the phrase stands for up to a few other words, whose
    places are not given.

    >>> read = words("Đào tạo nghề, tập huấn cho lao động")
    >>> [sorted(found) for found in places_of(read, "đào tạo nghề … cho lao động")]
    [[0, 1, 2, 5, 6, 7]]
    >>> (
    ...     list(places_of(words("lao động"), "lao đông")),
    ...     len(list(places_of(words("lao dong"), "lao động"))),
    ... )
    ([], 1)
    """
    bare = all(word.plain == word.marked for word in text)
    read = [word.plain if bare else word.marked for word in text]
    parts = [[word.plain if bare else word.marked for word in part] for part in _parts(phrase)]
    for start in range(len(read)):
        found = _from(read, parts, start)
        if found is not None:
            yield frozenset(found)


@cache
def _parts(phrase: str) -> tuple[tuple[Word, ...], ...]:
    return tuple(words(part) for part in phrase.split(_GAP))


def _from(read: Sequence[str], parts: Sequence[Sequence[str]], start: int) -> list[int] | None:
    """Give the places of parts of which the first one begins at a place, or None."""
    first, *others = parts
    here = list(range(start, start + len(first)))
    if not first or list(read[start : start + len(first)]) != list(first):
        return None
    if not others:
        return here
    after = start + len(first)
    later = (_from(read, others, place) for place in range(after, after + _LONGEST_GAP + 1))
    rest = next((found for found in later if found is not None), None)
    return None if rest is None else here + rest
