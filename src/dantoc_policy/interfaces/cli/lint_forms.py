"""What the forms of issues share: the issues of a file, their count, one JSON object a line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO

from attrs import define, field, frozen

from dantoc_policy.errors import Locale, Severity
from dantoc_policy.interfaces.texts.text_file import TextFile
from dantoc_policy.law.lint.check import lint_document
from dantoc_policy.law.lint.issue import Issue

if TYPE_CHECKING:
    from dantoc_policy.law.library import Documents

GRAVEST_FIRST: tuple[Severity, ...] = ("error", "warning", "note")


@frozen
class Linted:
    """A file and what is wrong with it, in the order of its text."""

    file: TextFile
    issues: list[Issue]

    def to_dict(self, issue: Issue, locale: Locale) -> dict[str, Any]:
        """Give an issue of the file as plain JSON data."""
        plain = issue.to_dict()
        return {
            "file": str(self.file.path),
            **{key: plain.pop(key) for key in ("code", "severity", "start", "end", "text")},
            "message": issue.message(locale),
            **{key: plain.pop(key) for key in ("suggestion", "certain")},
            "place": self.file.place_at(issue.start).to_dict(),
            **plain,
        }


@define
class Tally:
    """How many issues were found; it grows while files are checked."""

    files: int = 0
    severities: Counter[str] = field(factory=Counter)
    certain: int = 0

    def add(self, item: Linted) -> None:
        """Count the issues of one more file."""
        self.files += 1
        self.severities.update(issue.severity for issue in item.issues)
        self.certain += sum(issue.certain for issue in item.issues)

    def reaches(self, grade: str) -> bool:
        """Whether there is an issue as grave as the given severity."""
        grave = GRAVEST_FIRST[: GRAVEST_FIRST.index(grade) + 1]
        return any(self.severities[severity] for severity in grave)


def linted(files: Iterable[TextFile], as_of: date, library: Documents) -> Iterator[Linted]:
    """Check each file by the law of a day, one file at a time."""
    for file in files:
        issues = lint_document(file.text, as_of=as_of, library=library)
        yield Linted(file, sorted(issues, key=lambda issue: issue.span))


def write_jsonl(stream: TextIO, found: Iterable[Linted], locale: Locale) -> None:
    """Write one JSON object an issue and line."""
    for item in found:
        records = (item.to_dict(issue, locale) for issue in item.issues)
        stream.writelines(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)
