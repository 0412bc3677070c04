"""Searching documents: by number in any spelling, by name, by alias, by words of the subject."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from dantoc_policy.law.document import Document, shown
from dantoc_policy.law.force.moment import issue_of
from dantoc_policy.law.number import clean_code, read_number
from dantoc_policy.law.registry.register import Register, folded, without_type

Manner = Literal["id", "number", "part of number", "name", "alias", "subject"]
# How well a text fits: the whole, its beginning, a run of whole words, all words, parts of words.
_WHOLE, _BEGINNING, _RUN, _WORDS, _PARTS = 100, 80, 70, 50, 30
_WEIGHT: dict[Manner, int] = {"name": 3, "alias": 2, "subject": 0}
_PARTIAL = re.compile(r"(?P<value>[0-9]{1,6}(?:\.[0-9]{1,3})?[a-zđ]?)(?:/(?P<year>[0-9]{4}))?")


@frozen(order=False)
class Match:
    """A document that a search found: in what manner, by which text, and how well it fits."""

    document: Document = field(repr=shown)
    manner: Manner
    text: str
    score: int

    def to_dict(self) -> dict[str, Any]:
        """Give the match as plain JSON data."""
        return {
            "document": self.document.id,
            "number": self.document.number,
            "title": self.document.title,
            "manner": self.manner,
            "text": self.text,
            "score": self.score,
        }


def search(text: str, register: Register, *, as_of: date | None = None) -> list[Match]:
    """Give the documents that a text may mean, the best first, the newest first among equals.

    On a day, an alias counts only while it means the document, and what is issued later is left
    out.
    """
    found = _by_number(text, register)
    if not found or found[0].manner == "part of number":
        found = _best([*found, *_by_names(text, register.by_id.values(), as_of)])
    if as_of is not None:
        found = [match for match in found if _issued_by(match.document, as_of)]
    found.sort(key=lambda match: match.document.id)
    found.sort(key=lambda match: match.document.issued or date.min, reverse=True)
    found.sort(key=lambda match: match.score, reverse=True)
    return found


def _best(matches: Iterable[Match]) -> list[Match]:
    """Keep the best match of each document."""
    best: dict[str, Match] = {}
    for match in matches:
        known = best.get(match.document.id)
        if known is None or match.score > known.score:
            best[match.document.id] = match
    return list(best.values())


def _issued_by(document: Document, as_of: date) -> bool:
    return not document.draft and issue_of(document).reached(as_of) != "no"


def _by_number(text: str, register: Register) -> list[Match]:
    kind, rest = without_type(text.strip())
    number = read_number(clean_code(rest))
    if number is not None or rest in register.by_id:
        exact = register.candidates(text)
        return [Match(document, "number", rest, _WHOLE) for document in exact]
    partial = _PARTIAL.fullmatch(clean_code(rest).lower())
    if partial is None or (kind is None and rest == text and partial["year"] is None):
        return []
    year = partial["year"] and int(partial["year"])
    found = register.of_value(partial["value"], year or None)
    score = _WORDS + (1 if kind else 0) + (_RUN - _WORDS if year else 0)
    return [
        Match(document, "part of number", rest, score)
        for document in found
        if kind in (None, document.type)
    ]


def _by_names(text: str, documents: Iterable[Document], as_of: date | None) -> list[Match]:
    wanted = folded(text)
    words = frozenset(re.findall(r"\w+", wanted))
    if not words:
        return []
    found: list[Match] = []
    for document in documents:
        best: Match | None = None
        for manner, name in _names(document, as_of):
            score = _fit(wanted, words, folded(name))
            if score and (best is None or score + _WEIGHT[manner] > best.score):
                best = Match(document, manner, name, score + _WEIGHT[manner])
        if best is not None:
            found.append(best)
    return found


def _names(document: Document, as_of: date | None) -> Iterable[tuple[Manner, str]]:
    if document.name:
        yield "name", document.name
    for alias in document.aliases:
        if alias.holds(as_of):
            yield "alias", alias.name
    for subject in (document.subject, document.subject_en):
        if subject:
            yield "subject", subject


def _fit(wanted: str, words: frozenset[str], name: str) -> int:
    """Say how well a folded text fits a folded name; 0 where some word of it is missing."""
    if name == wanted:
        return _WHOLE
    if wanted in name:
        if name.startswith(f"{wanted} "):
            return _BEGINNING
        return _RUN if re.search(rf"\b{re.escape(wanted)}\b", name) else _PARTS
    return _WORDS if words <= frozenset(re.findall(r"\w+", name)) else 0
