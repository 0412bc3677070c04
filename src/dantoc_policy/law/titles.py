"""The names under which documents are cited, found in running text with small differences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from attrs import field, frozen

from dantoc_policy.law.document import Alias, Document
from dantoc_policy.law.document_type import types_of_words
from dantoc_policy.law.spelling import fold

if TYPE_CHECKING:
    from dantoc_policy.law.library import Documents

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
_END = ""
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
# A title of fewer words is a name only with the period that belongs to it.
_LONG = 8
_SCHEME = re.compile(
    r"\A(?:(?:phê duyệt|ban hành|thông qua)\s)?(?:điều chỉnh\s)?"
    r"(?=(?:đề án|chương trình|kế hoạch|chiến lược|dự án|quy chế|danh mục|danh sách)\b)",
    re.IGNORECASE,
)
# How many words may differ: one in six, and none in a title that is short.
_WORDS_PER_SLIP = 6
_LONG_ENOUGH = 10
_HEAD = 4


@frozen
class Title:
    """One name of one document: its words without the period, and the years of the period."""

    words: tuple[str, ...]
    years: frozenset[int]
    document: Document = field(eq=False)
    alias: Alias | None = field(eq=False, default=None)

    def holds(self, day: date | None) -> bool:
        """Whether the name means the document in a text of a day."""
        if self.alias is not None:
            return self.alias.holds(day)
        issued = self.document.issued
        return day is None or issued is None or issued <= day


@frozen
class Match:
    """A name found in a text: where it and its period end, and the titles that it may be."""

    name_end: int
    end: int
    years: frozenset[int]
    titles: tuple[Title, ...]
    exact: bool = True

    def documents(self, day: date | None = None) -> tuple[Document, ...]:
        """Give the documents that the name may mean, in a text of a day where one is given."""
        return tuple(
            {
                title.document.id: title.document for title in self.titles if title.holds(day)
            }.values()
        )


@frozen
class Titles:
    """All names of a set of documents, as a tree of words."""

    _tree: dict[str, Any] = field(repr=False)
    _heads: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = field(repr=False)
    # How names begin; a text without any of these cites none of them.
    openings: tuple[str, ...]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Titles:
        """Index names, aliases, and the schemes that documents approve.

        >>> law = Document(
        ...     type="luat",
        ...     issuers=("quoc_hoi",),
        ...     name="Luật Tín ngưỡng, tôn giáo",
        ...     source="memory",
        ... )
        >>> match = Titles.of([law]).match("theo Luật Tín ngưỡng - tôn giáo.", 5)
        >>> match.documents()[0].name
        'Luật Tín ngưỡng, tôn giáo'
        """
        by_words: dict[tuple[str, ...], list[Title]] = {}
        for document in documents:
            for title in () if document.draft else _titles(document):
                by_words.setdefault(title.words, []).append(title)
        tree: dict[str, Any] = {}
        heads: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for words, titles in by_words.items():
            node = tree
            for word in words:
                node = node.setdefault(word, {})
            node[_END] = tuple(titles)
            if len(words) >= _LONG_ENOUGH:
                heads.setdefault(words[:_HEAD], []).append(words)
        openings = sorted({_opening(words) for words in by_words})
        return cls(tree, {head: tuple(found) for head, found in heads.items()}, tuple(openings))

    def match(self, text: str, at: int, folded: str | None = None) -> Match | None:
        """Give the longest name that begins at a place of a text, however it is written there."""
        if folded is None:
            folded = fold(text)
        found = self._exact(folded, at) or self._near(folded, at)
        if found is None:
            return None
        titles, name_end, exact = found
        end, years = read_period(folded, name_end)
        fitting = _fitting(titles, years)
        if not fitting and len(titles[0].words) < _LONG and not years:
            return None
        return Match(name_end, end, years, fitting, exact)

    def find(self, name: str) -> Match | None:
        """Give the titles that a name alone may be.

        >>> Titles.of([]).find("Chương trình 135") is None
        True
        """
        composed = unicodedata.normalize("NFC", name).strip()
        return self.match(composed, 0)

    def _exact(self, folded: str, at: int) -> _Found | None:
        node = self._tree
        found: _Found | None = None
        for word, end in _walk(folded, at):
            if word not in node:
                break
            node = node[word]
            if _END in node and end >= 0:
                found = node[_END], end, True
        return found

    def _near(self, folded: str, at: int) -> _Found | None:
        """Find a long title that differs in a few words."""
        head = tuple(word for word, _ in islice(_walk(folded, at), _HEAD))
        if head not in self._heads:
            return None
        longest = max(len(title) for title in self._heads[head])
        words = list(islice(_walk(folded, at), longest + longest // _WORDS_PER_SLIP))
        plain = [word for word, _ in words]
        best: tuple[int, int, tuple[str, ...]] | None = None
        for title in self._heads[head]:
            aligned = _aligned(plain, title)
            if aligned is not None and (best is None or (aligned[0], -aligned[1]) < best[:2]):
                best = aligned[0], -aligned[1], title
        if best is None or (end := words[-best[1] - 1][1]) < 0:
            return None
        node = self._tree
        for word in best[2]:
            node = node[word]
        return node[_END], end, False


# The titles of a name, where it ends, whether it is written as the library has it.
_Found = tuple[tuple[Title, ...], int, bool]


_OF_LIBRARY: WeakKeyDictionary[Documents, Titles] = WeakKeyDictionary()


def titles_of(library: Documents | None = None) -> Titles:
    """Give the names of the documents of a library: that of the package, if none is given.

    >>> len(titles_of().find("Luật Tín ngưỡng, tôn giáo").titles)
    1
    """
    from dantoc_policy.law.library import documents

    chosen = documents if library is None else library
    found = _OF_LIBRARY.get(chosen)
    if found is None:
        found = _OF_LIBRARY[chosen] = Titles.of(chosen)
    return found


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


def _titles(document: Document) -> Iterator[Title]:
    seen: set[tuple[tuple[str, ...], frozenset[int]]] = set()
    named: list[tuple[str, Alias | None]] = [(alias.name, alias) for alias in document.aliases]
    if document.name:
        named.append((document.name, None))
    if document.subject and (scheme := _SCHEME.match(document.subject)):
        named.append((document.subject[scheme.end() :], None))
    for name, alias in named:
        words, years = parted_name(name)
        long = len(words) >= _LONG or alias is not None or document.name == name
        if long and words[:2] != ("du", "thao") and (words, years) not in seen:
            seen.add((words, years))
            yield Title(words, years, document, alias)


def _opening(words: tuple[str, ...]) -> str:
    """Give the word of the type where a name begins with one, else its first two words."""
    for count in (1, 2, 3):
        if " ".join(words[:count]) in types_of_words():
            return " ".join(words[:count])
    return " ".join(words[:2])


def _fitting(titles: tuple[Title, ...], years: frozenset[int]) -> tuple[Title, ...]:
    """Give the titles whose period agrees with the years of the text."""
    if not years:
        without = tuple(title for title in titles if not title.years)
        if without or len(titles[0].words) < _LONG:
            return without
        return titles
    dated = tuple(title for title in titles if title.years and years <= title.years)
    return dated or tuple(
        title for title in titles if not title.years and _governs(title.document, years)
    )


def _governs(document: Document, years: frozenset[int]) -> bool:
    period = document.governs
    if period is None:
        return True
    return all(date(year, 6, 30) in period for year in years)


def _walk(folded: str, at: int) -> Iterator[tuple[str, int]]:
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


def _aligned(words: list[str], title: tuple[str, ...]) -> tuple[int, int] | None:
    """Give how many words differ, and how many words of the text the title takes; None: too many.

    Both begin and end with the same word.
    """
    budget = len(title) // _WORDS_PER_SLIP
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
