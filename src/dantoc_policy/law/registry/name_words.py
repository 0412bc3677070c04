"""The words of a name: in their long form, with the period at its end, and how two names differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from dantoc_policy.law.spelling import fold

# What running text shortens; a name is compared word by word in its long form.
_SHORT = {
    short: tuple(long.split())
    for short, long in {
        "&": "va",
        "bhxh": "bao hiem xa hoi",
        "bhyt": "bao hiem y te",
        "blds": "bo luat dan su",
        "blhs": "bo luat hinh su",
        "blld": "bo luat lao dong",
        "cntt": "cong nghe thong tin",
        "ctmtqg": "chuong trinh muc tieu quoc gia",
        "dbkk": "dac biet kho khan",
        "dtts": "dan toc thieu so",
        "dttsmn": "dan toc thieu so va mien nui",
        "hdnd": "hoi dong nhan dan",
        "kt": "kinh te",
        "ktxh": "kinh te xa hoi",
        "mn": "mien nui",
        "mtqg": "muc tieu quoc gia",
        "nsnn": "ngan sach nha nuoc",
        "ntm": "nong thon moi",
        "qppl": "quy pham phap luat",
        "tgpl": "tro giup phap ly",
        "ubnd": "uy ban nhan dan",
        "vbqppl": "van ban quy pham phap luat",
        "xh": "xa hoi",
    }.items()
}
_WORD = re.compile(r"[a-z0-9]+|&")
# Between two words of a name: no sentence, list item or paragraph ends there.
_GAP = re.compile(r"[\s,:*_()/\"“”'’«»-]{0,5}")
_BROKEN = re.compile(r"\n\s*(?:\n|[-+•*])|:.*:|\).*\(")
_MOST_WORDS = 80
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9/])"
_SPAN = rf"(?:tu\s)?(?:nam\s)?{_YEAR}\s?(?:-|den)\s?(?:nam\s|het nam\s)?{_YEAR}"
_PERIOD = re.compile(
    r"(?:\s?\([a-z&]{2,12}\))?[\s\"“”*,;(:-]{0,4}"
    rf"(?:(?:giai doan|thoi ky|nhiem ky)(?:\s(?:i{{1,3}}|iv|v|[1-5])\b)?[\s:,(]{{0,3}}"
    rf"(?:{_SPAN}|(?:den\s)?(?:nam\s)?{_YEAR})"
    rf"|{_SPAN}|(?:dinh huong\s|tam nhin\s)?den (?:nam\s){_YEAR})"
)
_CLOSED = re.compile(r"\s?\)")
_YEARS = re.compile(_YEAR)
_MOST_PERIODS = 3
# How many words of a name may differ: one in six.
WORDS_PER_SLIP = 6


def read_period(folded: str, at: int) -> tuple[int, frozenset[int]]:
    """Read the period that stands behind a name: where it ends, and its years.

    >>> text = "giai doan 2021 - 2030 (giai doan i: 2021 - 2025), tinh da"
    >>> end, years = read_period(text, 0)
    >>> text[end:], sorted(years)
    (', tinh da', [2021, 2025, 2030])
    """
    years: set[int] = set()
    for _ in range(_MOST_PERIODS):
        found = _PERIOD.match(folded, at)
        if found is None:
            break
        at = found.end()
        if found[0].count("(") > found[0].count(")") and (closed := _CLOSED.match(folded, at)):
            at = closed.end()
        years.update(int(year) for year in _YEARS.findall(found[0]))
    return at, frozenset(years)


def parted_name(name: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """Part a name into its words and the years of the period at its end.

    >>> words, years = parted_name("Chương trình 135 giai đoạn 1999 - 2005")
    >>> words, sorted(years)
    (('chuong', 'trinh', '135'), [1999, 2005])
    """
    folded = fold(unicodedata.normalize("NFC", name)).rstrip(" .\"”'’")
    for match in _WORD.finditer(folded):
        end, years = read_period(folded, match.end())
        if years and not folded[end:].strip(' )"”.,'):
            return tuple(_long_words(folded[: match.end()])), years
    return tuple(_long_words(folded)), frozenset()


def walk(folded: str, at: int) -> Iterator[tuple[str, int]]:
    """Give the words from a place on, in their long form, as long as one name may go on."""
    last = at
    for count, match in enumerate(_WORD.finditer(folded, at)):
        if count == _MOST_WORDS:
            return
        if match.start() > last or count == 0:
            gap = _GAP.fullmatch(folded, last, match.start())
            if gap is None or _BROKEN.search(gap[0]):
                return
        last = match.end()
        long = _SHORT.get(match[0])
        if long is None:
            yield match[0], last
        else:
            for word in long[:-1]:
                yield word, -1
            yield long[-1], last


def _long_words(folded: str) -> Iterator[str]:
    for match in _WORD.finditer(folded):
        yield from _SHORT.get(match[0], (match[0],))


def aligned(words: Sequence[str], title: Sequence[str]) -> tuple[int, int] | None:
    """Give how many words differ, and how many words of the text the title takes; None: too many.

    Both begin and end with the same word.
    """
    budget = len(title) // WORDS_PER_SLIP
    row = {place: place for place in range(budget + 1)}
    for index, word in enumerate(title, start=1):
        current: dict[int, int] = {}
        for place in range(max(0, index - budget), min(len(words), index + budget) + 1):
            cost = row.get(place, budget) + 1
            if place:
                swapped = row.get(place - 1, budget + 1) + (words[place - 1] != word)
                cost = min(cost, swapped, current.get(place - 1, budget) + 1)
            if cost <= budget:
                current[place] = cost
        if not current:
            return None
        row = current
    ends = [
        (cost, -place) for place, cost in row.items() if place and words[place - 1] == title[-1]
    ]
    if not ends:
        return None
    cost, place = min(ends)
    return cost, -place
