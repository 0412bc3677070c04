"""Types of documents: their names, the letters that stand for them, and the words of the text."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.errors import InputError
from dantoc_policy.law.spelling import fold
from dantoc_policy.values.text import Text


@frozen
class DocumentType:
    """One type: `letters` in State symbols, `party` in Party symbols, the printed form first.

    >>> document_type("chuong_trinh").letters[0], document_type("cong_van").letters
    ('CTr', ())
    """

    id: str
    name: Text
    letters: tuple[str, ...]
    party: tuple[str, ...]
    historic: tuple[str, ...]
    words: tuple[str, ...]
    short: tuple[str, ...]
    en_words: tuple[str, ...]
    source: str

    @property
    def slug(self) -> str:
        """The type as identifiers write it.

        >>> document_type("nghi_dinh").slug
        'nghi-dinh'
        """
        return self.id.replace("_", "-")


@cache
def document_types() -> dict[str, DocumentType]:
    """Give all types by their identifier, in the order of the catalogue.

    Raises nothing; the source of every row is in the catalogue.

    >>> document_types()["nghi_dinh"].name.en
    'decree'
    """
    return {
        row["id"]: DocumentType(
            id=row["id"],
            name=Text(row["vi"], row["en"]),
            letters=tuple(row.get("letters", ())),
            party=tuple(row.get("party", ())),
            historic=tuple(row.get("historic", ())),
            words=(row["vi"].lower(), *row.get("words", ())),
            short=tuple(row.get("short", ())),
            en_words=tuple(row.get("en_words", ())),
            source=row["source"],
        )
        for row in load("law/document_types")
    }


def document_type(key: str) -> DocumentType:
    """Give one type by its identifier ("quyet_dinh"); an unknown one is an InputError."""
    try:
        return document_types()[key]
    except KeyError:
        raise InputError.of(
            "document.unknown_type",
            vi=f"không có loại văn bản “{key}”.",
            en=f"there is no type of document “{key}”.",
            mend_vi="Dùng một trong: " + ", ".join(document_types()) + ".",
            mend_en="Use one of: " + ", ".join(document_types()) + ".",
        ) from None


@cache
def types_of_letters() -> dict[str, tuple[str, ...]]:
    """Give for State letters, as printed, the types they may stand for; today's forms first.

    >>> types_of_letters()["QĐ"], types_of_letters()["TT"]
    (('quyet_dinh',), ('thong_tu',))
    """
    return _by_letters("letters", "historic")


@cache
def types_of_party_letters() -> dict[str, tuple[str, ...]]:
    """Give for Party letters, as printed, the types they may stand for.

    >>> types_of_party_letters()["QĐ"]
    ('quyet_dinh', 'quy_dinh')
    """
    return _by_letters("party")


def _by_letters(*columns: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for column in columns:
        for kind in document_types().values():
            for letters in getattr(kind, column):
                entry = found.setdefault(letters, [])
                if kind.id not in entry:
                    entry.append(kind.id)
    return {letters: tuple(kinds) for letters, kinds in found.items()}


@cache
def types_of_words() -> dict[str, str]:
    """Give the type for each word of running text, folded: "quyet dinh", "nq", "decree".

    >>> types_of_words()[fold("Chương trình hành động")]
    'chuong_trinh'
    """
    found: dict[str, str] = {}
    for kind in document_types().values():
        for word in (*kind.words, *kind.en_words, *kind.short):
            found.setdefault(fold(word), kind.id)
    return found
