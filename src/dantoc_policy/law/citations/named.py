"""Documents that a text cites by name only: laws, schemes, resolutions of congresses."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.law_names import LAWS
from dantoc_policy.law.citations.name_reader import SHORT_OPENINGS, Named, NameReader
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.citations.spans import Occupied, own_citation
from dantoc_policy.law.registry.titles import titles_of
from dantoc_policy.law.spelling import fold

_LONGEST_SUBJECT = 1000


def find_named(source: SourceText, citations: list[Citation]) -> list[Citation]:
    """Add the documents that a text cites by name to those it cites by number.

    `canonical` is the number of the one document of the library that has the name, with the day
    or year that the text gives; where none or several have it, it is None. What stands inside
    another citation, or is the title of a document in its own subject, is none of its own.

    >>> source = SourceText.of("theo Luật Tín ngưỡng, tôn giáo và Luật Đất đai năm 2013")
    >>> [(found.name, found.canonical, found.issue_year) for found in find_named(source, [])]
    [('Luật Tín ngưỡng, tôn giáo', '02/2016/QH14', None), ('Luật Đất đai', None, 2013)]
    """
    folded = fold(source.text)
    own = own_citation(citations)
    reader = NameReader(
        source.text, folded, titles_of(), citations, own.issue_date if own else None
    )
    occupied = Occupied.of(citations)
    subjects = _subjects(citations)
    found: list[Citation] = []
    done = 0
    for start, word in _openings(folded, reader.titles.openings):
        if start < done:
            continue
        for bare in reader.read(start, word):
            named = reader.pin(bare, done)
            citation = _citation(source, named)
            done = max(done, named.end)
            if not occupied.meets(citation.span) and not _is_own_title(named, citation, subjects):
                found.append(citation)
    return sorted([*citations, *found], key=lambda citation: citation.span)


def _openings(folded: str, openings: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Give every place where a name may begin, from left to right, with the word that is there."""
    flat = folded.replace("\n", " ")
    words = sorted({*openings, *LAWS, *SHORT_OPENINGS, "nghi quyet"})
    return heapq.merge(*(_places(flat, word) for word in words))


def _places(flat: str, word: str) -> Iterator[tuple[int, str]]:
    at = flat.find(word)
    while at >= 0:
        yield at, word
        at = flat.find(word, at + len(word))


def _subjects(citations: list[Citation]) -> list[Citation]:
    found = [citation for citation in citations if "subject" in citation.spans]
    return sorted(found, key=_subject_start)


def _subject_start(citation: Citation) -> int:
    return citation.spans["subject"][0]


def _is_own_title(named: Named, citation: Citation, subjects: list[Citation]) -> bool:
    """Whether a name is what the subject of the document itself says: "... phê duyệt Đề án X"."""
    numbers = {document.number for document in named.ever}
    first = bisect_left(subjects, citation.start - _LONGEST_SUBJECT, key=_subject_start)
    last = bisect_right(subjects, citation.start, key=_subject_start)
    return any(
        cited.canonical in numbers and citation.end <= cited.spans["subject"][1] + 1
        for cited in subjects[first:last]
    )


def _citation(source: SourceText, named: Named) -> Citation:
    span = source.span(named.start, named.end)
    body, resolution = named.body, named.resolution
    one = named.documents[0] if len(named.documents) == 1 else None
    return Citation(
        span=span,
        text=source.given[span[0] : span[1]],
        code=None,
        canonical=one.number if one else None,
        type=named.type,
        issuer=body.text if body else resolution.issuer_name if resolution else None,
        issuer_id=body.id if body else resolution.issuer if resolution else None,
        issuer_printed=body is not None or resolution is not None,
        unit=body.unit if body else resolution.unit if resolution else None,
        term=body.term if body else resolution.term if resolution else None,
        issue_date=named.day,
        issue_year=named.year,
        provisions=named.provisions,
        name=named.name,
        manner="name",
        spans={part: source.span(*place) for part, place in named.spans.items()},
    )
