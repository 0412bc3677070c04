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
from dantoc_policy.law.document_title import NAMED
from dantoc_policy.law.document_type import types_of_words
from dantoc_policy.law.registry.name_words import (
    WORDS_PER_SLIP,
    aligned,
    parted_name,
    read_period,
    walk,
)
from dantoc_policy.law.spelling import fold

if TYPE_CHECKING:
    from dantoc_policy.law.library import Documents

_END = ""
# A title of fewer words is a name only with the period that belongs to it.
_LONG = 8
_SCHEME = re.compile(
    r"\A(?:(?:phê duyệt|ban hành|thông qua)\s)?(?:điều chỉnh\s)?"
    r"(?=(?:đề án|chương trình|kế hoạch|chiến lược|dự án|quy chế|danh mục|danh sách)\b)",
    re.IGNORECASE,
)
# A shorter title is met only as it is; a longer one may differ in a few words behind its head.
_LONG_ENOUGH = 10
_HEAD = 4
# In these names one word makes another document.
_EXACT = frozenset({"luat", "bo luat", "phap lenh", "hien phap", "nghi quyet"})


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
            if len(words) >= _LONG_ENOUGH and _opening(words) not in _EXACT:
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
        for word, end in walk(folded, at):
            if word not in node:
                break
            node = node[word]
            if _END in node and end >= 0:
                found = node[_END], end, True
        return found

    def _near(self, folded: str, at: int) -> _Found | None:
        """Find a long title that differs in a few words."""
        head = tuple(word for word, _ in islice(walk(folded, at), _HEAD))
        if head not in self._heads:
            return None
        longest = max(len(title) for title in self._heads[head])
        words = list(islice(walk(folded, at), longest + longest // WORDS_PER_SLIP))
        plain = [word for word, _ in words]
        best: tuple[int, int, tuple[str, ...]] | None = None
        for title in self._heads[head]:
            found = aligned(plain, title)
            if found is not None and (best is None or (found[0], -found[1]) < best[:2]):
                best = found[0], -found[1], title
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


def _titles(document: Document) -> Iterator[Title]:
    seen: set[tuple[tuple[str, ...], frozenset[int]]] = set()
    named: list[tuple[str, Alias | None]] = [(alias.name, alias) for alias in document.aliases]
    if document.name:
        named.append((document.name, None))
    if document.subject and (scheme := _SCHEME.match(document.subject)):
        named.append((document.subject[scheme.end() :], None))
    for name, alias in named:
        words, years = parted_name(name)
        if document.type in NAMED and words[-2:-1] == ("nam",):
            words = words[:-2]  # the year of a law is read as its date
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
