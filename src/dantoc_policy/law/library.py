"""The library of documents: finding them, their status on a day, their life and relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dantoc_policy.data import load
from dantoc_policy.errors import Problem
from dantoc_policy.law.document import Document
from dantoc_policy.law.force.history import History
from dantoc_policy.law.force.life import Lives
from dantoc_policy.law.force.links import Links
from dantoc_policy.law.force.status import STANDING, LegalStatus
from dantoc_policy.law.force.status_at import legal_status
from dantoc_policy.law.identifier import Identifier
from dantoc_policy.law.key_errors import ambiguous, unknown
from dantoc_policy.law.registry.graph import Graph
from dantoc_policy.law.registry.register import Register, folded, issued_on
from dantoc_policy.law.registry.search import Match, search

Key = Document | Identifier | str

documents: Documents


class Documents:
    """A library of documents; the one that comes with the package is `documents`.

    A key is an identifier in any form, a number however it is printed, with or without the word
    of its type, or a name; "@" and a day or year may follow. `problems` lists what is wrong with
    the library itself: relations whose other end it does not have, entries that came twice.
    `known_until` is the day up to which it follows the law: what came later it does not know.

    >>> import dantoc_policy as dp
    >>> dp.documents.get("NĐ 05/2011/ND-CP").title
    'Nghị định số 05/2011/NĐ-CP'
    >>> dp.documents.status("33/2020/QĐ-TTg", date(2021, 6, 4)).label.vi
    'Còn hiệu lực'
    """

    def __init__(
        self,
        documents: Iterable[Document],
        problems: Iterable[Problem] = (),
        *,
        known_until: date | None = None,
    ) -> None:
        self.known_until = known_until
        self._register = Register(documents)
        self._links = Links(self._register.by_id.values(), self._register)
        self._lives = Lives(self._links)
        doubled = (_doubled(document) for document in self._register.doubled)
        self.problems = (*problems, *doubled, *self._links.problems)

    def get(
        self,
        key: Key,
        *,
        type: str | None = None,  # noqa: A002 - the word of the law
        issued: date | int | None = None,
        term: str | None = None,
        unit: str | None = None,
    ) -> Document:
        """Give the one document that a key means; the rest narrows it down.

        `issued` is the day or the year, `term` that of the Party or of the National Assembly,
        `unit` the place of a local body.

        Raises:
            InputError: `document.unknown` where none fits, with the nearest ones;
                `document.ambiguous` where several do, with the days that tell them apart.

        >>> import dantoc_policy as dp
        >>> dp.documents.get("24-NQ/TW", term="IX").issued
        datetime.date(2003, 3, 12)
        """
        found = [
            document
            for document in self._candidates(key)
            if type in (None, document.type)
            and issued_on(document, issued)
            and term in (None, document.term)
            and (unit is None or folded(unit) == folded(document.unit or ""))
        ]
        if len(found) == 1:
            return found[0]
        raise ambiguous(str(key), found) if found else unknown(str(key), self._register)

    def find(self, text: str, *, as_of: date | None = None) -> list[Document]:
        """Give the documents that a text may mean, the best first; see `search` for the reasons.

        On a day, a name counts only while it means the document.

        >>> import dantoc_policy as dp
        >>> dp.documents.find("Chương trình 135", as_of=date(2000, 1, 1))[0].number
        '135/1998/QĐ-TTg'
        """
        return [match.document for match in self.search(text, as_of=as_of)]

    def search(self, text: str, *, as_of: date | None = None) -> list[Match]:
        """Give what a text may mean with the manner and the text by which it was found."""
        return search(text, self._register, as_of=as_of)

    def status(self, key: Key, as_of: date) -> LegalStatus:
        """Tell whether a document is in force on a day, and by what."""
        document = self.get(key)
        events = self._lives.events(document)
        return legal_status(document, events, as_of, known_until=self.known_until)

    def in_force(self, as_of: date, *, certain: bool = False) -> list[Document]:
        """Give the documents in force on a day, whole or in part; `certain` leaves likely ones out.

        >>> import dantoc_policy as dp
        >>> any(d.number == "33/2020/QĐ-TTg" for d in dp.documents.in_force(date(2021, 6, 4)))
        True
        """
        found = ((document, self.status(document, as_of)) for document in self)
        return [
            document
            for document, status in found
            if status.status in STANDING and (status.certain or not certain)
        ]

    at = in_force

    def history(self, key: Key) -> History:
        """Give the life of a document: its events in the order of their days."""
        document = self.get(key)
        return History(document, self._lives.events(document), self.known_until)

    def graph(self) -> Graph:
        """Give all documents and their relations."""
        return Graph(tuple(self), tuple(self._links))

    def with_documents(
        self, documents: Iterable[Document], problems: Iterable[Problem] = ()
    ) -> Documents:
        """Give a library with further documents; one with the same identifier takes its place."""
        mine = {document.id: document for document in documents}
        kept = (document for document in self if document.id not in mine)
        replaced = (_replaced(document) for document in mine.values() if document in self)
        every, found = [*kept, *mine.values()], [*problems, *replaced]
        return Documents(every, found, known_until=self.known_until)

    def with_file(self, path: str | Path) -> Documents:
        """Give a library with the documents of a file; faulty entries are among its `problems`."""
        from dantoc_policy.law.registry.own_documents import read_documents

        read = read_documents(path)
        return self.with_documents(read.documents, read.problems)

    @staticmethod
    def json_schema() -> dict[str, Any]:
        """Give the JSON Schema of one entry of a file of documents."""
        from dantoc_policy.law.registry.own_documents import json_schema

        return json_schema()

    def __iter__(self) -> Iterator[Document]:
        return iter(self._register.by_id.values())

    def __len__(self) -> int:
        return len(self._register.by_id)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, Document):
            return key.id in self._register.by_id
        return isinstance(key, str | Identifier) and bool(self._candidates(key))

    def __repr__(self) -> str:
        return f"<Documents: {len(self)}>"

    def _candidates(self, key: Key) -> list[Document]:
        if isinstance(key, Document):
            return [self._register.by_id.get(key.id, key)]
        if isinstance(key, Identifier):
            key = key.work
        return self._register.candidates(key)


def _doubled(document: Document) -> Problem:
    return Problem(
        code="document.doubled",
        place=document.id,
        vi="văn bản này có hai lần; giữ bản thứ nhất.",
        en="this document is there twice; the first one is kept.",
    )


def _replaced(document: Document) -> Problem:
    return Problem(
        code="document.replaces_entry",
        place=document.id,
        severity="warning",
        vi="thư viện đã có văn bản này; dùng bản mới.",
        en="the library has this document already; the new entry is used.",
    )


@cache
def _packaged() -> Documents:
    rows = [Document.model_validate(row) for row in load("law/documents")]
    # The catalogue follows the law up to its newest document.
    return Documents(rows, known_until=max(row.issued for row in rows if row.issued))


def __getattr__(name: str) -> Documents:
    # The library of the package is built when it is first asked for.
    if name != "documents":
        raise AttributeError(name)
    found = _packaged()
    globals()[name] = found
    return found
