"""Documents that a text cites by name only: laws, schemes, resolutions of congresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from attrs import define, field

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.before import FAR, Before
from dantoc_policy.law.citations.code_pattern import Code
from dantoc_policy.law.citations.draft import Draft
from dantoc_policy.law.citations.issuing_body import LEAD, NamedBody, read_body
from dantoc_policy.law.citations.law_names import (
    LAWS,
    LawName,
    is_law_word,
    read_law_name,
    read_when,
)
from dantoc_policy.law.citations.occupied import Occupied, own_citation
from dantoc_policy.law.citations.party_resolutions import (
    PartyResolution,
    read_party_resolutions,
)
from dantoc_policy.law.citations.pinpoints import read_pinpoints
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.document import Document
from dantoc_policy.law.document_type import types_of_words
from dantoc_policy.law.spelling import fold
from dantoc_policy.law.titles import Match, known_titles

# What is being drafted is not yet the document.
_DRAFT = re.compile(
    r"\b(?:du thao|du an|du luat|de cuong)(?:\s(?:cac|bo sung|sua doi))?[\s\"“”*_:]{1,3}\Z"
)
_SCHEME_DRAFT = re.compile(r"\bdu thao(?:\scac)?[\s\"“”*_:]{1,3}\Z")
_BEFORE = 24
_BEHIND = 160
_NATION = re.compile(
    r"\s(?:cua\s)?nuoc (?:cong hoa xa hoi chu nghia viet nam|chxhcn viet nam|chxhcnvn)"
)
# A name that ends with a number goes on where a symbol follows: "Nghị quyết 88/2019/QH14".
_GOES_ON = re.compile(r"\s?[/.]\s?[0-9a-z]|-[a-z0-9]|[a-z0-9]")
_QUOTES = {"“": "”", '"': '"', "«": "»", "'": "'", "‘": "’"}
_FEW_WORDS = 7
_ALIAS_NUMBER = re.compile(r"(?:\A|\s)(?P<number>[0-9]{1,5}[a-z]?)\Z")


@define
class _Named:
    """A name while it is being read; places are in the text that is matched."""

    start: int
    end: int
    name: str
    name_end: int
    type: str | None = None
    day: date | None = None
    year: int | None = None
    body: NamedBody | None = None
    documents: tuple[Document, ...] = ()
    resolution: PartyResolution | None = None
    spans: dict[str, tuple[int, int]] = field(factory=dict)


def find_named(source: SourceText, citations: list[Citation]) -> list[Citation]:
    """Add the documents that a text cites by name to those it cites by number.

    What stands inside another citation, or in the subject of a document as its own title, is
    none of its own.

    >>> source = SourceText.of("theo Luật Tín ngưỡng, tôn giáo và Luật Đất đai năm 2013")
    >>> [(c.name, c.issue_year) for c in find_named(source, [])]
    [('Luật Tín ngưỡng, tôn giáo', None), ('Luật Đất đai', 2013)]
    """
    reader = _Reader(source, citations)
    found = [_citation(source, named) for named in reader.read()]
    return sorted([*citations, *found], key=lambda citation: citation.span)


class _Reader:
    """One pass over a text."""

    def __init__(self, source: SourceText, citations: list[Citation]) -> None:
        self.source = source
        self.text = source.text
        self.folded = fold(source.text)
        self.occupied = Occupied.of(citations)
        self.citations = citations
        self.titles = known_titles()
        own = own_citation(citations)
        self.day = own.issue_date if own else None

    def read(self) -> Iterator[_Named]:
        """Give what is named, from left to right."""
        done = 0
        for start, opening in _places(self.folded, self.titles):
            if start < done:
                continue
            for named in self._read_at(start, opening):
                self._pin(named, done)
                if self._free(named):
                    done = named.end
                    yield named

    def _read_at(self, start: int, opening: str) -> list[_Named]:
        before = self.folded[max(0, start - _BEFORE) : start]
        law = opening in LAWS
        if (_DRAFT if law else _SCHEME_DRAFT).search(before):
            return []
        if law and not is_law_word(self.folded, start):
            return []
        if opening == "nghi quyet" and (
            found := read_party_resolutions(self.text, self.folded, start)
        ):
            return [self._resolution(one) for one in found]
        match = self.titles.match(self.text, start, self.folded)
        if law:
            return self._law(start, opening, match)
        if match is None or not self._is_title(start, match):
            return []
        return [self._title(start, opening, match)]

    def _is_title(self, start: int, match: Match) -> bool:
        """Whether words that are a title mean one here."""
        if match.end == match.name_end and _GOES_ON.match(self.folded, match.end):
            return False
        printed = self.text[start : match.name_end]
        numbered = _ALIAS_NUMBER.search(fold(printed))
        if numbered is not None:
            return not self._cited_otherwise(numbered["number"], match)
        few = len(printed.split()) < _FEW_WORDS and not match.years
        return not few or any(letter.isupper() for letter in (printed[0], *_initials(printed)[1:2]))

    def _cited_otherwise(self, number: str, match: Match) -> bool:
        """Whether the text has given the number of an alias to another document."""
        numbers = {document.number for document in match.documents()}
        words = match.titles[0].words if match.titles else ()
        kind = types_of_words().get(" ".join(words[:-1]))
        return any(
            citation.type == kind
            and (citation.number or "").lstrip("0") == number.lstrip("0")
            and citation.canonical not in numbers
            for citation in self.citations
        )

    def _title(self, start: int, opening: str, match: Match) -> _Named:
        end = _closed(self.text, start, match.end)
        printed = self.text[start : match.end]
        named = _Named(start, end, _plain(printed), match.end, types_of_words().get(opening))
        named.documents = match.documents(self.day)
        named.spans["name"] = (start, match.end)
        if named.type:
            named.spans["type"] = (start, start + len(opening))
        return named

    def _law(self, start: int, opening: str, match: Match | None) -> list[_Named]:
        found: LawName | None = None
        if match is not None:
            at = match.name_end
            if opening == "hien phap" and (nation := _NATION.match(self.folded, at)):
                at = nation.end()
            found = read_when(self.text, self.folded, at)
            found = LawName(match.name_end, found.end, found.written, found.year, found.further)
        if found is None or (found.written is None and found.year is None):
            longer = read_law_name(self.text, self.folded, start, start + len(opening))
            if longer is not None and (found is None or longer.name_end > found.name_end):
                found, match = longer, None
        if found is None or not self._is_law(start, opening, found):
            return []
        named = _Named(
            start,
            found.end,
            _plain(self.text[start : found.name_end]),
            found.name_end,
            LAWS[opening],
        )
        if found.written is not None:
            named.day = found.written.day
        named.year = found.year
        named.spans = {
            "type": (start, start + len(opening)),
            "name": (start, found.name_end),
        }
        if named.year is not None:
            named.spans["date"] = _trimmed(self.text, found.name_end, found.end)
        self._read_issuer(named)
        if match is not None:
            named.documents = _passed(match.documents(self.day), named.day or named.year)
        return [named, *self._further(named, found, match)]

    def _further(self, first: _Named, found: LawName, match: Match | None) -> list[_Named]:
        """Give the other years of "Hiến pháp năm 1946, 1959, 1980"."""
        others = [
            _Named(start, end, first.name, end, first.type, year=year, spans={"date": (start, end)})
            for start, end, year in found.further
        ]
        if match is not None:
            for other in others:
                other.documents = _passed(match.documents(self.day), other.year)
        return others

    def _is_law(self, start: int, opening: str, found: LawName) -> bool:
        """Whether the name is written as one: with a capital, or with the day it was passed."""
        dated = found.year is not None or found.written is not None
        following = self.text[start + len(opening) :].lstrip()[:1] if not dated else ""
        return dated or self.text[start].isupper() or following.isupper()

    def _read_issuer(self, named: _Named) -> None:
        behind = self.text[named.end : named.end + _BEHIND]
        plain = self.folded[named.end : named.end + _BEHIND]
        lead = LEAD.match(plain)
        body = read_body(behind, plain, lead.end(), listed=True) if lead else None
        if body is not None and (named.year is not None or named.day is not None):
            named.body = body
            named.spans["issuer"] = (named.end + body.start, named.end + body.end)
            named.end += body.end

    def _resolution(self, found: PartyResolution) -> _Named:
        named = _Named(found.start, found.end, found.name, found.end, "nghi_quyet")
        named.resolution = found
        named.spans["name"] = (found.start, found.end)
        if match := self.titles.find(found.name):
            named.documents = match.documents(self.day)
        return named

    def _pin(self, named: _Named, done: int) -> None:
        """Read the provisions before the name: "khoản 2 Điều 5 Luật Đất đai"."""
        begin = max(done, named.start - FAR)
        number = named.documents[0].number if len(named.documents) == 1 else None
        code = Code(named.start, named.end, number or named.name, None)
        draft = Draft(code, Before(named.start), named.start, named.end)
        read_pinpoints(self.text, self.folded[begin : named.start], begin, draft)
        if draft.provisions:
            named.start = draft.start
            named.spans["provisions"] = draft.spans["provisions"]
            self._provisions[id(named)] = draft.provisions

    def _free(self, named: _Named) -> bool:
        return True


def _initials(printed: str) -> list[str]:
    return [word[0] for word in printed.split()]
