"""Reading what a text names: which names stand where, and what day and body belong to them."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property

from attrs import define, evolve, field

from dantoc_policy.law.citation import Citation, Span
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
from dantoc_policy.law.citations.party_resolutions import PartyResolution, read_party_resolutions
from dantoc_policy.law.citations.pinpoints import read_pinpoints
from dantoc_policy.law.document import Document
from dantoc_policy.law.document_type import types_of_words
from dantoc_policy.law.provision import Provision
from dantoc_policy.law.registry.titles import Match, Titles
from dantoc_policy.law.spelling import fold

# What is being drafted is not yet the document.
_DRAFT = re.compile(r"\bdu thao(?:\scac)?[\s\"“”*_:]{1,3}\Z")
_LAW_DRAFT = re.compile(r"\b(?:du thao|du an)(?:\scac)?[\s\"“”*_:]{1,3}\Z")
_BEFORE = 24
_BEHIND = 160
_NATION = re.compile(
    r"\s(?:cua\s)?nuoc (?:cong hoa xa hoi chu nghia viet nam|chxhcn viet nam|chxhcnvn)\b"
)
# A name that ends with a number is none where the number goes on: "Nghị quyết 88/2019/QH14".
_GOES_ON = re.compile(r"\s?/\s?[0-9a-z]|[.,][0-9]|\s?-\s?[a-z]{1,3}/|-[0-9]|[0-9a-z%]")
_NUMBERED = re.compile(r"\s(?P<number>[0-9]{1,5}[a-z]?)\Z")
# Small letters are enough where the word is never a verb.
_NOUNS = frozenset({"chuong_trinh", "de_an", "nghi_quyet"})
_QUOTES = {"“": "”", '"': '"', "«": "»", "‘": "’"}
_MARKS = str.maketrans(dict.fromkeys('“”"«»‘’*_', None))
_FEW_WORDS = 7
# Abbreviations that stand for the word of a type and more.
SHORT_OPENINGS = {
    "ctmtqg": "chuong trinh",
    "blhs": "bo luat",
    "blds": "bo luat",
    "blld": "bo luat",
}


@define
class Named:
    """A document named in a text; places are in the text that is matched."""

    start: int
    end: int
    name: str
    type: str | None = None
    day: date | None = None
    year: int | None = None
    body: NamedBody | None = None
    resolution: PartyResolution | None = None
    # The documents that the name may mean on the day of the text, and on any day.
    documents: tuple[Document, ...] = ()
    ever: tuple[Document, ...] = ()
    provisions: tuple[Provision, ...] = ()
    spans: dict[str, Span] = field(factory=dict)


@define(slots=False)
class NameReader:
    """A text and what is known about it while its names are read."""

    text: str
    folded: str
    titles: Titles
    citations: list[Citation]
    day: date | None = None

    def read(self, start: int, word: str) -> list[Named]:
        """Read the names that begin at a place with the word of a type; a list gives several."""
        opening = SHORT_OPENINGS.get(word, word)
        if start and self.folded[start - 1].isalnum():
            return []
        if opening == "nghi quyet" and not self._is_draft(_DRAFT, start):
            resolutions = read_party_resolutions(self.text, self.folded, start)
            if resolutions:
                return [self._resolution(found) for found in resolutions]
        match = self.titles.match(self.text, start, self.folded)
        if opening in LAWS:
            return self._law(start, word, opening, match)
        if match is None or not self._is_title(start, opening, match):
            return []
        return [self._scheme(start, word, opening, match)]

    def pin(self, named: Named, done: int) -> Named:
        """Read the provisions before a name: "khoản 2 Điều 5 Luật Đất đai"."""
        begin = max(done, named.start - FAR)
        number = named.documents[0].number if len(named.documents) == 1 else None
        code = Code(named.start, named.end, number or named.name, None)
        draft = Draft(code, Before(named.start), named.start, named.end)
        read_pinpoints(self.text, self.folded[begin : named.start], begin, draft)
        if not draft.provisions:
            return named
        spans = named.spans | {"provisions": draft.spans["provisions"]}
        return evolve(named, start=draft.start, provisions=draft.provisions, spans=spans)

    def _is_draft(self, words: re.Pattern[str], start: int) -> bool:
        return words.search(self.folded, max(0, start - _BEFORE), start) is not None

    # ---- Schemes, programmes and other titles

    def _is_title(self, start: int, opening: str, match: Match) -> bool:
        """Whether the words of a title mean the document here."""
        kind = types_of_words().get(opening)
        if self._is_draft(_DRAFT, start) or not (match.titles or kind):
            return False
        printed = self.text[start : match.name_end]
        capital = any(word[0].isupper() for word in printed.translate(_MARKS).split()[:3])
        numbered = _NUMBERED.search(fold(printed))
        if numbered is None:
            return capital or bool(match.years) or len(printed.split()) >= _FEW_WORDS
        if match.end == match.name_end and _GOES_ON.match(self.folded, match.end):
            return False
        if self._given_otherwise(kind, numbered["number"], match):
            return False
        return capital or kind in _NOUNS

    def _given_otherwise(self, kind: str | None, number: str, match: Match) -> bool:
        """Whether the text gives the number of a popular name to another document."""
        known = {document.number for document in match.documents()}
        cited = self._cited.get((kind, number.lstrip("0")), frozenset())
        return bool(cited - known)

    @cached_property
    def _cited(self) -> dict[tuple[str | None, str], frozenset[str | None]]:
        """The canonical numbers that the text cites, by type and plain number."""
        found: dict[tuple[str | None, str], set[str | None]] = {}
        for citation in self.citations:
            key = citation.type, (citation.number or "").lstrip("0")
            found.setdefault(key, set()).add(citation.canonical)
        return {key: frozenset(numbers) for key, numbers in found.items()}

    def _scheme(self, start: int, word: str, opening: str, match: Match) -> Named:
        end = match.end
        quote = next((mark for mark in self.text[start:end] if mark in _QUOTES), None)
        if quote and self.text[end : end + 1] == _QUOTES[quote]:
            odd = quote != _QUOTES[quote] or self.text.count(quote, start, end) % 2
            end += bool(odd)
        kind = types_of_words().get(opening)
        spans = {"name": (start, match.end)}
        if kind and word == opening:
            spans["type"] = (start, start + len(word))
        return Named(
            start,
            end,
            _plain(self.text[start : match.end]),
            kind,
            documents=match.documents(self.day),
            ever=match.documents(),
            spans=spans,
        )

    # ---- Resolutions of the Party

    def _resolution(self, found: PartyResolution) -> Named:
        match = self.titles.find(found.name)
        return Named(
            found.start,
            found.end,
            found.name,
            "nghi_quyet",
            resolution=found,
            documents=match.documents(self.day) if match else (),
            ever=match.documents() if match else (),
            spans={"name": (found.start, found.end)},
        )

    # ---- Laws

    def _law(self, start: int, word: str, opening: str, match: Match | None) -> list[Named]:
        if self._is_draft(_LAW_DRAFT, start) or not is_law_word(self.folded, start):
            return []
        if opening == "luat" and self.folded[max(0, start - 3) : start] == "bo ":
            return []  # read with its first word
        found = self._known_law(opening, match) if match else None
        if (found is None or found.year is None) and word == opening:
            longer = read_law_name(self.text, self.folded, start, start + len(word))
            if longer is not None and (found is None or longer.name_end > found.name_end):
                found, match = longer, None
        if found is None or not self._is_law(start, word, found):
            return []
        spans = {"name": (start, found.name_end)}
        if word == opening:
            spans["type"] = (start, start + len(word))
        if found.year is not None:
            spans["date"] = self._trimmed(found.name_end, found.end)
        first = Named(
            start,
            found.end,
            _plain(self.text[start : found.name_end]),
            LAWS[opening],
            found.written.day if found.written else None,
            found.year,
            spans=spans,
        )
        self._read_issuer(first)
        named = [first]
        for begin, end, year in found.further:
            other = Named(begin, end, first.name, first.type, None, year)
            other.spans = {"date": (begin, end)}
            named.append(other)
        for one in named if match else ():
            one.documents = _passed(match.documents(self.day) if match else (), one)
            one.ever = match.documents() if match else ()
        return named

    def _known_law(self, opening: str, match: Match) -> LawName:
        at = match.name_end
        if opening == "hien phap" and (nation := _NATION.match(self.folded, at)):
            at = nation.end()
        found = read_when(self.text, self.folded, at)
        return evolve(found, name_end=match.name_end, end=max(at, found.end))

    def _is_law(self, start: int, word: str, found: LawName) -> bool:
        """Whether a law is named as one: with a capital, or with the year."""
        following = self.text[start + len(word) : found.name_end].lstrip()[:1]
        return found.year is not None or self.text[start].isupper() or following.isupper()

    def _read_issuer(self, named: Named) -> None:
        if named.year is None:
            return
        behind = self.text[named.end : named.end + _BEHIND]
        folded = self.folded[named.end : named.end + _BEHIND]
        lead = LEAD.match(folded)
        body = read_body(behind, folded, lead.end(), listed=True) if lead else None
        if body is not None:
            named.body = body
            named.spans["issuer"] = (named.end + body.start, named.end + body.end)
            named.end += body.end

    def _trimmed(self, start: int, end: int) -> Span:
        while start < end and (self.text[start].isspace() or self.text[start] in ",(*_"):
            start += 1
        while end > start and self.text[end - 1] == ")":
            end -= 1
        return start, end


def _passed(documents: tuple[Document, ...], named: Named) -> tuple[Document, ...]:
    """Give the documents of the day or the year that is written."""
    if named.day is not None:
        return tuple(
            document
            for document in documents
            if named.day == document.issued
            or (document.issued is None and document.year == named.day.year)
        )
    if named.year is not None:
        return tuple(document for document in documents if document.year == named.year)
    return documents


def _plain(printed: str) -> str:
    return " ".join(printed.translate(_MARKS).split())
