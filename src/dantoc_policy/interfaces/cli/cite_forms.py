"""The machine-readable forms of citations: one JSON object a line, or one csv row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Self, TextIO

from attrs import frozen

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.texts.text_file import TextFile
from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.find import find_citations
from dantoc_policy.law.citations.spans import own_citation
from dantoc_policy.law.resolve import Candidate, Context, excluded, resolve

if TYPE_CHECKING:
    from dantoc_policy.law.document import Document
    from dantoc_policy.law.library import Documents

# What every record has, in this order; what follows them may grow.
KEYS = (
    *("file", "start", "end", "text", "code", "canonical", "type", "number", "year", "symbol"),
    *("issuer", "issue_date", "provisions", "resolved", "warnings"),
)
MORE = (
    *("place", "name", "manner", "subject", "issuer_id", "unit", "term", "issue_year", "heading"),
    *("candidates", "excluded", "spans"),
)
_NOT_FLAT = frozenset({"candidates", "excluded", "spans"})


@frozen
class Cited:
    """One citation of a file and the documents it may mean, the likeliest first.

    Where it can mean none, `excluded` has those of its number or name, and why they cannot be;
    `is_own` says that the text means itself.
    """

    file: TextFile
    citation: Citation
    candidates: tuple[Candidate, ...]
    excluded: tuple[Candidate, ...] = ()
    is_own: bool = False

    @classmethod
    def of(cls, file: TextFile, citation: Citation, context: Context, library: Documents) -> Self:
        """Link a citation of a file to the library."""
        candidates = resolve(citation, context, library)
        none = () if candidates else excluded(citation, context, library)
        own = own_citation(list(context.citations))
        is_own = citation.heading or (
            own is not None and citation.manner == "reference" and citation.parsed == own.parsed
        )
        return cls(file, citation, candidates, none, is_own=is_own)

    @property
    def resolved(self) -> Document | None:
        """The one document that is meant, if that is certain."""
        first = next(iter(self.candidates), None)
        return first.document if first is not None and first.certain else None

    def to_dict(self) -> dict[str, Any]:
        """Give the citation as plain JSON data."""
        found, document = self.citation, self.resolved
        record = found.to_dict() | {
            "file": str(self.file.path),
            "resolved": None if document is None else document.id,
            "place": self.file.place_at(found.start).to_dict(),
            "unit": found.unit,
            "heading": found.heading,
            "candidates": [candidate.to_dict() for candidate in self.candidates],
            "excluded": [candidate.to_dict() for candidate in self.excluded],
        }
        return {key: record[key] for key in (*KEYS, *MORE)}

    def to_row(self, locale: Locale) -> list[str]:
        """Give the citation as the cells of a csv row."""
        flat = self.to_dict() | {
            "provisions": "; ".join(it.place(locale) for it in self.citation.provisions),
            "warnings": ", ".join(self.citation.warnings),
            "place": self.file.place_at(self.citation.start).get(locale),
        }
        return [
            "" if (value := flat[key]) is None else str(value)
            for key in (*KEYS, *MORE)
            if key not in _NOT_FLAT
        ]


def cited(
    files: Iterable[TextFile], library: Documents, *, named: bool, context: bool
) -> Iterator[tuple[TextFile, list[Cited]]]:
    """Give each file with its citations, one file at a time."""
    for file in files:
        around = Context.of_text(file.text)
        citations = find_citations(file.text, named=named, context=context)
        yield file, [Cited.of(file, citation, around, library) for citation in citations]


def write_jsonl(stream: TextIO, found: Iterable[tuple[TextFile, list[Cited]]]) -> None:
    """Write one JSON object a citation and line."""
    for _, citations in found:
        stream.writelines(f"{json.dumps(it.to_dict(), ensure_ascii=False)}\n" for it in citations)


def write_csv(
    stream: TextIO, found: Iterable[tuple[TextFile, list[Cited]]], locale: Locale
) -> None:
    """Write one row a citation, below a row of the keys."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([key for key in (*KEYS, *MORE) if key not in _NOT_FLAT])
    for _, citations in found:
        for item in citations:
            writer.writerow(item.to_row(locale))
