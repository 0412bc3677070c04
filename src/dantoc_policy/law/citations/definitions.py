"""Short names that a text gives to a document: "(sau đây gọi tắt là Đề án)"."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import frozen

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.citations.spans import Occupied
from dantoc_policy.law.document_type import types_of_words
from dantoc_policy.law.spelling import fold

_DEFINES = re.compile(
    r"(?:sau day\s(?:duoc\s)?)?(?:goi|viet)\s(?:tat|chung|ngan gon)?\s?(?:la|thanh)\s?:?\s{0,2}"
    r"|sau day (?:duoc\s)?(?:goi|viet) la\s?:?\s{0,2}"
)
_TRIGGERS = ("goi tat", "viet tat", "goi chung", "sau day goi la", "sau day duoc goi la")
_SHORT_NAME = re.compile(r"[^,;.()\n\"“”]{2,60}")
_OPENING_QUOTES = "\"“'‘ *_"
# The document is named before, in the same paragraph; its subject may stand between.
_REACH = 700
_MOST_WORDS = 8
_WORD = re.compile(r"\w+")
# What a decision or a resolution approves or issues, and lives with it.
CARRIED = frozenset(
    {"de_an", "chuong_trinh", "ke_hoach", "quy_che", "quy_dinh", "chien_luoc", "phuong_an", "du_an",
     "quy_hoach", "dieu_le"}
)  # fmt: skip
_CARRIERS = frozenset({"quyet_dinh", "nghi_quyet"})


@frozen
class Definition:
    """A short name, where it is given (in the matched text), and the citation it stands for.

    `word` is the type that the short name begins with, `kind` its identifier.
    """

    name: str
    start: int
    end: int
    word: str
    kind: str
    cited: Citation


def find_definitions(
    source: SourceText, folded: str, citations: Sequence[Citation]
) -> Iterator[Definition]:
    """Give the short names that stand for documents, from left to right.

    Names of bodies and of anything else are passed over, and so are short names that hold a
    whole number, since every use of them is a citation already.
    """
    flat = folded.replace("\n", " ")
    occupied = Occupied.of(citations)
    starts = [citation.start for citation in citations]
    for at in sorted(_places(flat)):
        lead = _DEFINES.match(flat, at)
        if lead is None:
            continue
        found = _short_name(source.text, folded, lead.end())
        if found is None:
            continue
        start, end, word, kind = found
        span = source.span(start, end)
        if occupied.meets(span):
            continue
        paragraph = folded.rfind("\n\n", 0, at) + 1
        first = source.place(max(paragraph, at - _REACH))
        between = slice(bisect_left(starts, first), bisect_left(starts, span[0]))
        named = [cited for cited in citations[between] if cited.end <= span[0]]
        cited = _meant(source, span[0], word, kind, named)
        if cited is not None:
            yield Definition(source.text[start:end], start, end, word, kind, cited)


def _places(flat: str) -> Iterator[int]:
    seen: set[int] = set()
    for trigger in _TRIGGERS:
        at = flat.find(trigger)
        while at >= 0:
            begin = at
            for lead in ("sau day duoc ", "sau day "):
                if flat.endswith(lead, 0, at):
                    begin = at - len(lead)
                    break
            if begin not in seen:
                seen.add(begin)
                yield begin
            at = flat.find(trigger, at + 1)


def _short_name(text: str, folded: str, at: int) -> tuple[int, int, str, str] | None:
    """Give where the short name stands, and the type that it begins with."""
    while at < len(text) and text[at] in _OPENING_QUOTES:
        at += 1
    match = _SHORT_NAME.match(text, at)
    if match is None:
        return None
    end = at + len(match[0].rstrip(" *_'’"))
    words = _WORD.findall(folded[at:end])
    if not words or len(words) > _MOST_WORDS or not text[at].isupper():
        return None
    for count in range(min(4, len(words)), 0, -1):
        word = " ".join(words[:count])
        kind = types_of_words().get(word)
        if kind is not None and fold(" ".join(text[at:end].split())).startswith(word):
            return at, end, word, kind
    return None


def _meant(
    source: SourceText, at: int, word: str, kind: str, named: list[Citation]
) -> Citation | None:
    """Give the citation that a short name stands for: the last one of its type.

    A decision stands for the scheme that it approves, where its subject says the word.
    """
    for citation in reversed(named):
        if citation.type == kind:
            return citation
    if not named or kind not in CARRIED or named[-1].type not in _CARRIERS:
        return None
    between = unicodedata.normalize("NFC", source.given[named[-1].end : at])
    return named[-1] if word in fold(between).split("goi tat")[0] else None
