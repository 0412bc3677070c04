"""Short names that a text gives to documents, and "... này" for the document itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property

from attrs import define

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.definitions import CARRIED, Definition, find_definitions
from dantoc_policy.law.citations.short_form import ALONE, MORE, NUMBERED, Form
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.citations.spans import own_citation
from dantoc_policy.law.document_type import types_of_words
from dantoc_policy.law.spelling import fold

_BEFORE_ALONE = re.compile(
    r"\b(?:cac|nhung|moi|mot|hai|ba|du thao|xay dung|[0-9]+|loai|nhieu|so luong)[\s\"“]{1,3}\Z"
)
_DRAFT = re.compile(r"\bdu thao[\s\"“]{1,3}\Z")
_BEFORE = 16
# Before "này" these words always mean the document; others may be what the sentence is about.
_DOCUMENTS = frozenset(
    {"nghi_quyet", "quyet_dinh", "nghi_dinh", "thong_tu", "thong_tu_lien_tich", "luat", "bo_luat",
     "phap_lenh", "chi_thi", "ke_hoach", "cong_van", "quy_che", "de_an", "chuong_trinh", "lenh",
     "nghi_quyet_lien_tich", "cong_dien", "dieu_le", "hien_phap"}
)  # fmt: skip
_CARRIERS = frozenset({"quyet_dinh", "nghi_quyet"})
# "Quyết định này" refers to a decision that the same paragraph names not far before.
_NEAR = 1000
_WORD = re.compile(r"[a-z0-9]+")
_LONGEST_TYPE = 45
_MOST_WORDS = 5


@define(slots=False)
class ShortNames:
    """A text with its full citations, while the names that stand for them are read."""

    source: SourceText
    folded: str
    citations: list[Citation]

    @cached_property
    def definitions(self) -> list[Definition]:
        """The short names that the text gives to documents."""
        return list(find_definitions(self.source, self.folded, self.citations))

    @cached_property
    def _flat(self) -> str:
        return self.folded.replace("\n", " ")

    def given(self) -> Iterator[Form]:
        """Give the uses of names that the text has given to documents."""
        by_name: dict[str, list[Definition]] = {}
        for definition in self.definitions:
            by_name.setdefault(" ".join(fold(definition.name).split()), []).append(definition)
        for name, given in by_name.items():
            stops = [*(later.start for later in given[1:]), len(self._flat)]
            for definition, stop in zip(given, stops, strict=True):
                at = self._flat.find(name, definition.end, stop)
                while at >= 0:
                    end = at + len(name)
                    if self._is_name(at, end, definition):
                        yield Form(at, end, definition.kind, definition.cited)
                    at = self._flat.find(name, end, stop)

    def _is_name(self, start: int, end: int, definition: Definition) -> bool:
        """Whether a given name stands here, and not the beginning of something longer."""
        if start and self._flat[start - 1].isalnum():
            return False
        if not self.source.text[start].isupper():
            return False
        if _BEFORE_ALONE.search(self._flat, max(0, start - _BEFORE), start):
            return False
        follows = ALONE if definition.word == fold(definition.name) else NUMBERED
        if definition.name[-1].isdigit() and MORE.match(self.folded, end):
            return False
        return follows.match(self.folded, end) is not None

    def own(self) -> Iterator[Form]:
        """Give where the text speaks of a document as "... này", mostly of itself."""
        own = own_citation(self.citations)
        text = self.source.text
        at = self._flat.find(" nay")
        while at >= 0:
            end = at + len(" nay")
            found = None if self._flat[end : end + 1].isalnum() else self._type_before(at)
            if found is not None:
                start, kind = found
                # Without its mark "này" is "nay" (now); where all marks are missing, either.
                marked = not text[start:at].isascii()
                this = not (marked and text[end - 3 : end].lower() == "nay")
                draft = _DRAFT.search(self.folded, max(0, start - _BEFORE), start)
                if text[start].isupper() and this and not draft:
                    cited = self._meant_by_this(start, kind, own)
                    if cited is not None or kind in _DOCUMENTS:
                        yield Form(start, end, kind, cited)
            at = self._flat.find(" nay", end)

    def _type_before(self, at: int) -> tuple[int, str] | None:
        """Give the longest name of a type that ends at a place."""
        begin = max(0, at - _LONGEST_TYPE)
        words = [*_WORD.finditer(self._flat, begin, at)]
        if not words or words[-1].end() < at - 1 or words[-1][0] not in _last_words():
            return None
        for count in range(min(_MOST_WORDS, len(words)), 0, -1):
            kind = types_of_words().get(" ".join(word[0] for word in words[-count:]))
            first = words[-count].start()
            if kind is not None and (first > begin or begin == 0):
                return first, kind
        return None

    def _meant_by_this(self, start: int, kind: str, own: Citation | None) -> Citation | None:
        if own is not None and own.type == kind:
            return own
        given = self._given.get(kind, [])
        count = bisect_right(given, start, key=_end)
        if count:
            return given[count - 1].cited
        if own is not None and kind in CARRIED and own.type in _CARRIERS:
            return own
        place = self.source.place(start)
        paragraph = self.source.place(self.source.text.rfind("\n", 0, start) + 1)
        for index in range(bisect_right(self._starts, place) - 1, -1, -1):
            citation = self.citations[index]
            if citation.start < max(paragraph, place - _NEAR):
                return None
            if citation.type == kind and citation.end <= place:
                return citation
        return None

    @cached_property
    def _given(self) -> dict[str, list[Definition]]:
        """The short names by the type that they begin with, in the order of the text."""
        found: dict[str, list[Definition]] = {}
        for definition in self.definitions:
            found.setdefault(definition.kind, []).append(definition)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [citation.start for citation in self.citations]


@cache
def _last_words() -> frozenset[str]:
    return frozenset(word.rpartition(" ")[2] for word in types_of_words())


def _end(definition: Definition) -> int:
    return definition.end
