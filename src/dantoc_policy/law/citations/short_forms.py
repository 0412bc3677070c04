"""The short forms of a text: numbers without year and symbol, given names, "... này"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache

from attrs import define, field

from dantoc_policy.law.citation import Citation, Span
from dantoc_policy.law.citations.antecedents import Antecedents
from dantoc_policy.law.citations.definitions import CARRIED, Definition, find_definitions
from dantoc_policy.law.citations.issuing_body import LEAD, NamedBody, read_body
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.citations.spans import own_citation
from dantoc_policy.law.citations.written_date import WrittenDate, read_date
from dantoc_policy.law.document_type import types_of_words
from dantoc_policy.law.issuer import issuers
from dantoc_policy.law.spelling import fold

# What may follow a short form; anything else makes it part of something longer, or a count.
_STOPPED = r"\s{0,2}(?:[.,;:!?)\]\"”“’'|*_(/-]|\n|\Z)"
_GOES = (
    r"\s{1,2}(?:va|hoac|la|da|duoc|co|neu|thi|do|tai|theo|voi|nay|tren|noi|nham|de|khi|se|phai"
    r"|dang|cung|trong|vao|bang|het|con|chua|khong|giao|xac dinh|gom|bao gom|dat|duoi|qua"
    r"|trien khai|thuc hien|hieu qua|o|ra|yeu cau|dam bao|bao dam|gan|ket thuc|giai doan|moi"
    r"|thuoc|can|tiep tuc|ke tu|quy dinh|tuc|nhung|tung|vua)\b"
)
_ALONE = re.compile(rf"{_STOPPED}|{_GOES}")
_NUMBERED = re.compile(
    rf"{_STOPPED}|{_GOES}|\s{{1,2}}(?:cua|ve|v/v|cho|den|tu|ban hanh|phe duyet|sua doi|thay the"
    r"|bai bo|huong dan|thong qua|khoa|ngay\s{1,2}[0-9]|nam\s{1,2}(?:19|20)[0-9]{2}|nhu|len)\b"
)
# A sign that a number is not over, or that it is a share.
_MORE = re.compile(r"[.,][0-9]|\s?/\s?[0-9a-z]|\s?-\s?[a-z]{1,5}/|\s?-\s?[0-9]|\s?%")
_SERIES = re.compile(
    r"(?:\s?,\s?|\s?,?\sva\s)(?P<printed>(?:so\s)?(?P<number>[0-9]{1,5}[a-z]?))(?![a-z0-9])"
)
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
# Even with a small letter these name documents only.
_NO_VERBS = frozenset({"nghi_quyet", "nghi_dinh", "thong_tu", "chi_thi", "thong_tu_lien_tich"})
_CARRIERS = frozenset({"quyet_dinh", "nghi_quyet"})
_BEHIND = 150
# "Quyết định này" refers to a decision that the same paragraph names not far before.
_NEAR = 1000
_WORD = re.compile(r"[a-z0-9]+")
_LONGEST_TYPE = 45
_MOST_WORDS = 5


@define
class Form:
    """A short form in the matched text, and the citation it refers to, if it is one only."""

    start: int
    end: int
    type: str
    cited: Citation | None
    number: str | None = None
    ambiguous: bool = False
    spans: dict[str, Span] = field(factory=dict)


@define(slots=False)
class ShortForms:
    """A text with its full citations, while its short forms are read."""

    source: SourceText
    folded: str
    citations: list[Citation]

    def read(self) -> list[Form]:
        """Give all short forms, the first and longest first; they may overlap."""
        found = [*self._defined(), *self._numbered(), *self._own()]
        return sorted(found, key=lambda form: (form.start, -form.end))

    @cached_property
    def definitions(self) -> list[Definition]:
        """The short names that the text gives to documents."""
        return list(find_definitions(self.source, self.folded, self.citations))

    @cached_property
    def _flat(self) -> str:
        return self.folded.replace("\n", " ")

    @cached_property
    def _antecedents(self) -> Antecedents:
        return Antecedents.of(self.citations)

    # ---- Numbers without year and symbol

    def _numbered(self) -> Iterator[Form]:
        kinds = self._antecedents.types
        if not kinds:
            return
        text, folded = self.source.text, self.folded
        for match in _number_pattern(kinds).finditer(folded):
            kind = types_of_words()[" ".join(match["word"].split())]
            end = match.end("number")
            cued = match["so"] is not None
            capital = text[match.start()].isupper() or kind in _NO_VERBS
            if _MORE.match(folded, end) or not (cued or (capital and _NUMBERED.match(folded, end))):
                continue
            form = self._form(match.start(), end, kind, match["number"])
            if form is None:
                continue
            yield form
            yield from self._series(form)

    def _series(self, form: Form) -> Iterator[Form]:
        """Read the further numbers of "Nghị quyết số 88, 120"."""
        end = form.end
        while further := _SERIES.match(self.folded, end):
            end = further.end()
            if _MORE.match(self.folded, end) or not _NUMBERED.match(self.folded, end):
                return
            other = self._form(further.start("printed"), end, form.type, further["number"])
            if other is None:
                return
            yield other
            end = other.end

    def _form(self, start: int, end: int, kind: str, number: str) -> Form | None:
        """Give the short form of a number that has been cited in full before."""
        before = self._antecedents.before(kind, number, self.source.place(start))
        if not before:
            return None
        form = Form(start, end, kind, None, number, spans={"number": (end - len(number), end)})
        written, body = self._read_behind(form)
        meant = [citation for citation in before if _agrees(citation, written, body)]
        if not meant:
            return None
        form.ambiguous = len(meant) > 1
        form.cited = None if form.ambiguous else meant[0]
        return form

    def _read_behind(self, form: Form) -> tuple[WrittenDate | None, NamedBody | None]:
        """Read the day and the body that stand behind the number all the same."""
        shift = form.end
        behind = self.source.text[shift : shift + _BEHIND]
        folded = self.folded[shift : shift + _BEHIND]
        at = 0
        written = read_date(folded)
        if written is not None and (written.day or written.year):
            at = written.end
            form.spans["date"] = (shift + _first(behind, written.start), shift + at)
        else:
            written = None
        lead = LEAD.match(folded, at)
        body = read_body(behind, folded, lead.end(), listed=True) if lead else None
        if body is not None:
            at = body.end
            form.spans["issuer"] = (shift + body.start, shift + body.end)
        form.end = shift + at
        return written, body

    # ---- Names that the text gives

    def _defined(self) -> Iterator[Form]:
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
        follows = _ALONE if definition.word == fold(definition.name) else _NUMBERED
        if definition.name[-1].isdigit() and _MORE.match(self.folded, end):
            return False
        return follows.match(self.folded, end) is not None

    # ---- The document itself

    def _own(self) -> Iterator[Form]:
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


def _agrees(citation: Citation, written: WrittenDate | None, body: NamedBody | None) -> bool:
    if written is not None:
        if written.day and citation.issue_date and written.day != citation.issue_date:
            return False
        years = {citation.issue_year, citation.year} - {None}
        if years and written.year not in years:
            return False
    if body is None or body.id is None:
        return True
    letters = issuers()[body.id].letters
    printed = citation.parsed.symbol.bodies if citation.parsed else ()
    if citation.issuer_id is None and letters and printed:
        return any(group in letters for group in printed)
    return citation.issuer_id in {None, body.id}


@lru_cache(maxsize=64)
def _number_pattern(kinds: frozenset[str]) -> re.Pattern[str]:
    words = _alternatives(word for word, kind in types_of_words().items() if kind in kinds)
    return re.compile(
        rf"(?<![a-z0-9])(?P<word>{words})(?P<so>\s{{1,2}}so)?\s?:?\s{{1,2}}"
        r"(?P<number>[0-9]{1,5}[a-z]?)(?![a-z0-9])"
    )


@cache
def _last_words() -> frozenset[str]:
    return frozenset(word.rpartition(" ")[2] for word in types_of_words())


def _end(definition: Definition) -> int:
    return definition.end


def _alternatives(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,2}") for word in ordered)


def _first(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in ",(*_"):
        at += 1
    return at
