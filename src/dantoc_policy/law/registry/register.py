"""Finding documents by what names them: identifier, number in any spelling, name or alias."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from dantoc_policy.law.document import Document
from dantoc_policy.law.document_type import types_of_words
from dantoc_policy.law.identifier import Identifier
from dantoc_policy.law.number import DocumentNumber, clean_code, read_number
from dantoc_policy.law.spelling import fold

_DATED = re.compile(r"(?P<name>.+)@(?P<day>[0-9]{4}(?:-[0-9]{2}-[0-9]{2})?)")
_IN_YEAR = re.compile(r"(?P<name>.+?)(?:\sn[aă]m)?\s(?P<year>(?:19|20)[0-9]{2})", re.IGNORECASE)
_MARKS = re.compile(r"[,;:\"“”'‘’«»*]+")
_FORMS = ("vn/", "eli/", "/eli/", "/akn/", "urn:lex:")
_TYPE_WORDS = 6  # the longest name of a type has so many words


class Register:
    """Documents by what names them. Exact spellings are indexed at once, the rest when asked."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.by_id: dict[str, Document] = {}
        self.doubled: list[Document] = []
        self._by_text: dict[str, list[Document]] = {}
        for document in documents:
            if document.id in self.by_id:
                self.doubled.append(document)
                continue
            self.by_id[document.id] = document
            for text in {document.number, document.name} - {None}:
                self._by_text.setdefault(str(text), []).append(document)

    def target(self, reference: str) -> list[Document]:
        """Give the documents that a reference of the catalogue names, in its exact spelling.

        A reference is an identifier, a number or a name, with "@" and the day where needed.
        """
        if reference in self.by_id:
            return [self.by_id[reference]]
        name, day = parted(reference)
        return [found for found in self._by_text.get(name, []) if issued_on(found, day)]

    def candidates(self, key: str) -> list[Document]:
        """Give every document that a key may mean: identifier, number or name in any spelling."""
        clean = unicodedata.normalize("NFC", key).strip()
        if clean.startswith(_FORMS):
            found = self.by_id.get(Identifier.parse(clean).work)
            return [] if found is None else [found]
        exact = self.target(clean)
        if exact:
            return exact
        name, day = parted(clean)
        found_by = self._by_number_text(name) or self._by_name.get(folded(name), [])
        if not found_by and (in_year := _IN_YEAR.fullmatch(name)):  # Luật Đất đai năm 2013
            found_by, day = self._by_name.get(folded(in_year["name"]), []), in_year["year"]
        return [document for document in found_by if issued_on(document, day)]

    def by_number(self, number: DocumentNumber) -> list[Document]:
        """Give the documents of a number, which other issuers and years may bear as well."""
        return self._by_number.get(_canonical(number), [])

    def of_value(self, value: str, year: int | None) -> list[Document]:
        """Give the documents whose number has a value ("33"), and a year where one is given."""
        found = self._by_value.get(value.lstrip("0").lower() or "0", [])
        return [document for document in found if year in (None, document.year)]

    def near(self, key: str) -> list[Document]:
        """Give documents whose number has the same value and year as that of a wrong key."""
        number = read_number(clean_code(without_type(parted(key)[0])[1]))
        return [] if number is None else self.of_value(number.number, number.year)

    def _by_number_text(self, text: str) -> list[Document]:
        kind, rest = without_type(text)
        number = read_number(clean_code(rest))
        found = [] if number is None else self.by_number(number)
        if kind is None:
            return found
        # A word of type that none of them has is wrong rather than the number.
        return [document for document in found if document.type == kind] or found

    @cached_property
    def _by_number(self) -> dict[DocumentNumber, list[Document]]:
        index: dict[DocumentNumber, list[Document]] = {}
        for document in self.by_id.values():
            if (number := document.parsed) is not None:
                index.setdefault(_canonical(number), []).append(document)
        return index

    @cached_property
    def _by_value(self) -> dict[str, list[Document]]:
        index: dict[str, list[Document]] = {}
        for document in self.by_id.values():
            if (number := document.parsed) is not None:
                index.setdefault(number.number.lstrip("0").lower() or "0", []).append(document)
        return index

    @cached_property
    def _by_name(self) -> dict[str, list[Document]]:
        index: dict[str, list[Document]] = {}
        for document in self.by_id.values():
            names = {document.name, *(alias.name for alias in document.aliases)} - {None}
            for name in {folded(str(name)) for name in names}:
                index.setdefault(name, []).append(document)
        return index


def _canonical(number: DocumentNumber) -> DocumentNumber:
    """Give a number as its repaired form is read, so that 65/KL-TW is 65-KL/TW."""
    return read_number(clean_code(number.canonical)) or number


def folded(text: str) -> str:
    """Fold a name, without its commas and quotation marks and with its spaces closed up.

    >>> folded("Giai đoạn  2021–2030"), folded("“giai đoạn” 2021 - 2030")
    ('giai doan 2021-2030', 'giai doan 2021-2030')
    """
    plain = _MARKS.sub(" ", fold(unicodedata.normalize("NFC", text)))
    return re.sub(r"\s*-\s*", "-", " ".join(plain.split()))


def parted(reference: str) -> tuple[str, str | None]:
    """Part a reference from the day behind "@".

    >>> parted("24-NQ/TW@2003-03-12"), parted("33/2020/QĐ-TTg")
    (('24-NQ/TW', '2003-03-12'), ('33/2020/QĐ-TTg', None))
    """
    match = _DATED.fullmatch(reference)
    return (reference, None) if match is None else (match["name"], match["day"])


def issued_on(document: Document, day: date | int | str | None) -> bool:
    """Whether a document was issued on a day or in a year; any will do where none is given."""
    if day is None:
        return True
    text = str(day)
    if "-" in text:
        return document.issued is not None and document.issued.isoformat() == text
    return document.year is not None and f"{document.year:04}" == text


def without_type(text: str) -> tuple[str | None, str]:
    """Take the word of the type and "số" from the front of a text, and say which type it is.

    >>> without_type("Nghị định số 05/2011/NĐ-CP")
    ('nghi_dinh', '05/2011/NĐ-CP')
    """
    words = text.split()
    plain = [fold(word) for word in words]
    for count in range(min(_TYPE_WORDS, len(words) - 1), 0, -1):
        kind = types_of_words().get(" ".join(plain[:count]))
        if kind is not None:
            rest = words[count:]
            if fold(rest[0]).rstrip(":.") in {"so", "no"} and len(rest) > 1:
                rest = rest[1:]
            return kind, " ".join(rest)
    if len(words) > 1 and plain[0].rstrip(":.") in {"so", "no"}:
        return None, " ".join(words[1:])
    return None, text
