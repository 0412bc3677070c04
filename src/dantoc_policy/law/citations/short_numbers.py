"""Numbers without year and symbol: "Nghị quyết số 88", "QĐ 33" behind the full citation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import define

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.antecedents import Antecedents
from dantoc_policy.law.citations.issuing_body import LEAD, NamedBody, read_body
from dantoc_policy.law.citations.short_form import MORE, NUMBERED, Form
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.citations.written_date import WrittenDate, read_date
from dantoc_policy.law.document_type import types_of_words
from dantoc_policy.law.issuer import issuers

_SERIES = re.compile(
    r"(?:\s?,\s?|\s?,?\sva\s)(?P<printed>(?:so\s)?(?P<number>[0-9]{1,5}[a-z]?))(?![a-z0-9])"
)
# Even with a small letter these name documents only.
_NO_VERBS = frozenset({"nghi_quyet", "nghi_dinh", "thong_tu", "chi_thi", "thong_tu_lien_tich"})
_BEHIND = 150


@define
class ShortNumbers:
    """A text and what it has cited in full, while the short numbers in it are read."""

    source: SourceText
    folded: str
    antecedents: Antecedents

    def read(self) -> Iterator[Form]:
        """Give the short numbers; a number that was never cited in full is none."""
        kinds = self.antecedents.types
        if not kinds:
            return
        text, folded = self.source.text, self.folded
        for match in _number_pattern(kinds).finditer(folded):
            kind = types_of_words()[" ".join(match["word"].split())]
            end = match.end("number")
            cued = match["so"] is not None
            capital = text[match.start()].isupper() or kind in _NO_VERBS
            if MORE.match(folded, end) or not (cued or (capital and NUMBERED.match(folded, end))):
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
            if MORE.match(self.folded, end) or not NUMBERED.match(self.folded, end):
                return
            other = self._form(further.start("printed"), end, form.type, further["number"])
            if other is None:
                return
            yield other
            end = other.end

    def _form(self, start: int, end: int, kind: str, number: str) -> Form | None:
        """Give the short form of a number that has been cited in full before."""
        before = self.antecedents.before(kind, number, self.source.place(start))
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


def _alternatives(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,2}") for word in ordered)


def _first(text: str, at: int) -> int:
    while at < len(text) and (text[at].isspace() or text[at] in ",(*_"):
        at += 1
    return at
