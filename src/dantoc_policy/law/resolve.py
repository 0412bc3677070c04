"""Linking a citation to the documents of the library that it may mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from attrs import frozen

from dantoc_policy.errors import Locale
from dantoc_policy.law.citation import Citation
from dantoc_policy.law.document import Document
from dantoc_policy.law.force.status import STANDING
from dantoc_policy.law.number import clean_code, read_number
from dantoc_policy.law.registry.register import Register
from dantoc_policy.law.registry.titles import Title, titles_of
from dantoc_policy.law.resolving.context import Context
from dantoc_policy.law.resolving.evidence import Weighed, weigh
from dantoc_policy.law.resolving.facts import Facts
from dantoc_policy.law.spelling import fold
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

if TYPE_CHECKING:
    from dantoc_policy.law.library import Documents

__all__ = [
    "Candidate",
    "Context",
    "describe_candidates",
    "excluded",
    "resolve",
    "resolve_text",
    "resolved",
]

_NOTHING = Context()
_NO_LONGER = -20
_FULL = 100
_REGISTERS: WeakKeyDictionary[Documents, Register] = WeakKeyDictionary()


@frozen
class Candidate:
    """A document that a citation may mean, and why.

    `score` is between 0 and 1 and orders the candidates; it is no probability. `certain` says
    that the citation has all that names one document only, and that no other fits as well.
    """

    document: Document
    score: float
    reasons: tuple[Text, ...]
    certain: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Give the candidate as plain JSON data."""
        return {
            "document": self.document.id,
            "number": self.document.number,
            "score": self.score,
            "certain": self.certain,
            "reasons": [{"vi": reason.vi, "en": reason.en} for reason in self.reasons],
        }


def resolve(
    citation: Citation, context: Context | None = None, library: Documents | None = None
) -> tuple[Candidate, ...]:
    """Give the documents that a citation may mean, the likeliest first.

    A number is never enough where several documents bear it: type, day or year, issuer, place
    and term must tell them apart, from the citation itself or from the text around it. What
    cannot be meant is left out; see `excluded`.

    >>> from dantoc_policy.law.citations.find import find_citations
    >>> def found(text):
    ...     return resolve(find_citations(text)[0])
    >>> [str(c.document.issued) for c in found("Nghị quyết số 24-NQ/TW của Trung ương khóa IX")]
    ['2003-03-12']
    >>> [c.certain for c in found("Nghị quyết số 24-NQ/TW")]
    [False, False, False, False]
    """
    possible, _ = _weighed(citation, context or _NOTHING, library)
    whole = [scale for scale in possible if not scale.missing]
    ordered = sorted(possible, key=lambda scale: (-scale.points, scale.document.id))
    return tuple(
        Candidate(
            scale.document,
            _score(scale),
            (*scale.reasons, *scale.missing),
            certain=len(whole) == 1 and scale is whole[0],
        )
        for scale in ordered
    )


def excluded(
    citation: Citation, context: Context | None = None, library: Documents | None = None
) -> tuple[Candidate, ...]:
    """Give the documents that bear the number or the name and cannot be meant, and why not.

    >>> from dantoc_policy.law.citations.find import find_citations
    >>> citation = find_citations("Nghị quyết số 24-NQ/TW ngày 12/3/2003")[0]
    >>> [str(c.reasons[0]) for c in excluded(citation)][0]
    'ban hành ngày 03/6/2013'
    """
    _, impossible = _weighed(citation, context or _NOTHING, library)
    return tuple(Candidate(scale.document, 0.0, tuple(scale.against)) for scale in impossible)


def resolved(
    citation: Citation, context: Context | None = None, library: Documents | None = None
) -> Document | None:
    """Give the one document that a citation means, or None where that is not certain.

    >>> from dantoc_policy.law.citations.find import find_citations
    >>> resolved(find_citations("Nghị định số 05/2011/NĐ-CP")[0]).subject
    'công tác dân tộc'
    """
    return next(
        (found.document for found in resolve(citation, context, library) if found.certain), None
    )


def resolve_text(
    text: str, context: Context | None = None, library: Documents | None = None
) -> tuple[Candidate, ...]:
    """Give the documents that a citation may mean as a person writes it.

    >>> [found.document.number for found in resolve_text("Luật Tín ngưỡng, tôn giáo")]
    ['02/2016/QH14']
    """
    from dantoc_policy.law.citations.find import find_citations

    found = find_citations(text, named=True)
    return resolve(found[0], context, library) if found else ()


def describe_candidates(candidates: Sequence[Candidate], locale: Locale = "vi") -> list[str]:
    """Write each candidate and its reasons as a line.

    >>> found = resolve_text("Nghị quyết số 24-NQ/TW của Ban Chấp hành Trung ương khóa IX")
    >>> for line in describe_candidates(found, "en"):
    ...     print(line)
    * Resolution 24-NQ/TW of 12 March 2003: same number 24-NQ/TW; same type: resolution; same ...
    """
    lines: list[str] = []
    for candidate in candidates:
        document = candidate.document
        title = document.title if locale == "vi" else document.title_en
        if document.issued is not None:
            day = format_date(document.issued, locale)
            title += f" ngày {day}" if locale == "vi" else f" of {day}"
        if document.unit is not None:
            title += f" ({document.unit})"
        mark = "*" if candidate.certain else "?"
        reasons = "; ".join(reason.get(locale) for reason in candidate.reasons)
        lines.append(f"{mark} {title}: {reasons}")
    return lines


def _score(scale: Weighed) -> float:
    return round(min(max(scale.points, 1), _FULL) / _FULL, 2)


def _weighed(
    citation: Citation, context: Context, library: Documents | None
) -> tuple[list[Weighed], list[Weighed]]:
    from dantoc_policy.law.library import documents

    chosen = documents if library is None else library
    citation = _as_defined(citation, context)
    facts = Facts.of(citation, context)
    scales = [
        weigh(facts, document, titles) for document, titles in _found(citation, context, chosen)
    ]
    possible = [scale for scale in scales if not scale.against]
    if citation.parsed is None and len(possible) > 1:
        _in_force(possible, context, chosen)
    return possible, [scale for scale in scales if scale.against]


def _as_defined(citation: Citation, context: Context) -> Citation:
    """Give what a short name of the text stands for."""
    if citation.parsed is not None or citation.canonical is not None:
        return citation
    return context.defined.get(" ".join(citation.text.split()), citation)


def _found(
    citation: Citation, context: Context, library: Documents
) -> Iterable[tuple[Document, tuple[Title, ...]]]:
    """Give the documents that bear the number or the name, with the names that fit."""
    register = _register(library)
    given = {fold(name): key for name, key in context.aliases.items()}
    printed = {fold(name) for name in (citation.name, citation.text, citation.code) if name}
    if keys := [key for name, key in given.items() if name in printed]:
        return [(document, ()) for key in keys for document in register.candidates(key)]
    if citation.parsed is not None:
        return [(document, ()) for document in _by_number(citation, register)]
    if citation.name is not None:
        match = titles_of(library).find(citation.name)
        by_document: dict[str, tuple[Document, list[Title]]] = {}
        for title in match.titles if match else ():
            found = by_document.setdefault(title.document.id, (title.document, []))
            found[1].append(title)
        return [(document, tuple(titles)) for document, titles in by_document.values()]
    if citation.number is None:
        return []
    cited = {
        other.canonical
        for other in context.citations
        if other.type == citation.type and _same_value(other.number, citation.number)
    }
    return [
        (document, ())
        for document in register.of_value(citation.number, citation.year)
        if citation.type in {None, document.type} and (not cited or document.number in cited)
    ]


def _by_number(citation: Citation, register: Register) -> list[Document]:
    """Give the documents that bear the number as it is meant, else as it is printed."""
    meant = read_number(clean_code(citation.canonical)) if citation.canonical else None
    numbers = dict.fromkeys(number for number in (meant, citation.parsed) if number is not None)
    for number in numbers:
        if found := register.by_number(number):
            return found
    return []


def _in_force(scales: list[Weighed], context: Context, library: Documents) -> None:
    """Where several documents have a name, the one in force on the day of the text is meant."""
    day = context.day
    if day is None:
        return
    statuses = [library.status(scale.document, day) for scale in scales]
    if sum(status.status in STANDING for status in statuses) != 1:
        return
    for scale, status in zip(scales, statuses, strict=True):
        if status.status in STANDING:
            continue
        label = status.label
        on = format_date(day), format_date(day, "en")
        scale.points += _NO_LONGER
        scale.missing.append(Text(f"{label.vi} vào ngày {on[0]}", f"{label.en} on {on[1]}"))


def _same_value(first: str | None, second: str) -> bool:
    return (first or "").lstrip("0").lower() == second.lstrip("0").lower()


def _register(library: Documents) -> Register:
    found = _REGISTERS.get(library)
    if found is None:
        found = _REGISTERS[library] = Register(library)
    return found
