"""What a citation means when all its parts are read: type, canonical code, issuer, warnings."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.citations.draft import Draft
from dantoc_policy.law.citations.source_text import SourceText
from dantoc_policy.law.document_type import (
    document_type,
    types_of_letters,
    types_of_party_letters,
)
from dantoc_policy.law.issuer import issuers, issuers_of_letters
from dantoc_policy.law.number import DocumentNumber, clean_code, read_number
from dantoc_policy.law.symbols.letters import state_issuers
from dantoc_policy.law.symbols.symbol import Repair
from dantoc_policy.values.period import Period

_WARNINGS: dict[Repair, str] = {
    "assembly_letters": "number.assembly_letters",
    "letters": "number.letters",
    "dash": "number.dash",
    "separators": "number.separators",
}
# Several bodies issue under these letters: the words say which.
_MANY = frozenset({"TW", "TWĐTN", "TU", "HU", "ĐU"})
# Without a year, letters stand for a body of today or of the years up to the mergers of 2025.
_LATELY = date(2025, 1, 1)
_BEFORE_1997 = {"CT": "chu_tich_hoi_dong_bo_truong"}
_ASSEMBLY_BODIES = {"QH": "quoc_hoi", "UBTVQH": "uy_ban_thuong_vu_quoc_hoi"}


def types_of(number: DocumentNumber) -> tuple[str, ...]:
    """Give the types that the letters of a number may stand for; none where they say nothing.

    >>> types_of(DocumentNumber.parse("399-QĐ/TW")), types_of(DocumentNumber.parse("830/BDT-VP"))
    (('quyet_dinh', 'quy_dinh'), ('cong_van',))
    """
    symbol = number.symbol
    if symbol.family == "letter":
        # Ministries of the 1950s to 1990s put the type last: 12/LĐTBXH-TT.
        last = (symbol.unit or "").rpartition("-")[2]
        return types_of_letters()[last] if last in {"TT", "QĐ", "NĐ"} else ("cong_van",)
    if symbol.types is None:
        return ()
    by_letters = types_of_party_letters() if symbol.family == "party" else types_of_letters()
    return by_letters.get(symbol.types, ())


def finish(source: SourceText, draft: Draft) -> Citation:
    """Make the citation of a draft."""
    number = draft.code.number
    kinds = types_of(number) if number else ()
    kind, symbol_type = _type(draft, kinds)
    canonical, warnings = _canonical(draft, number, kind, kinds)
    body, body_id = _issuer(draft, number)
    span = source.span(draft.start, draft.end)
    spans = {part: source.span(*place) for part, place in draft.spans.items()}
    spans["code"] = source.span(draft.code.start, draft.code.end)
    written = draft.written
    return Citation(
        span=span,
        text=source.given[span[0] : span[1]],
        code=draft.code.clean,
        canonical=canonical,
        type=kind,
        symbol_type=symbol_type,
        number=number.number if number else draft.code.clean.partition("/")[0],
        year=number.year if number else int(draft.code.clean.partition("/")[2]),
        symbol=number.symbol.text if number else None,
        issuer=body,
        issuer_id=body_id,
        issuer_printed=draft.body is not None,
        unit=draft.body.unit if draft.body else None,
        term=(draft.body.term if draft.body else None) or draft.term,
        issue_date=written.day if written else None,
        issue_year=written.year if written else None,
        provisions=draft.provisions,
        name=draft.name,
        subject=draft.subject,
        manner="code" if number else "partial",
        heading=draft.heading,
        warnings=tuple(dict.fromkeys(warnings)),
        spans=spans,
        parsed=number,
    )


def _type(draft: Draft, kinds: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Give the type that the word says, else the letters; and what the letters say."""
    symbol_type = kinds[0] if kinds else None
    if draft.type is not None and f"{draft.type}_lien_tich" in kinds:
        return symbol_type, symbol_type  # "Thông tư 02/2014/TTLT-...": the short word
    if draft.type is not None:
        return draft.type, draft.type if draft.type in kinds else symbol_type
    if symbol_type is None and draft.before.cover:
        return "cong_van", None
    return symbol_type, symbol_type


def _canonical(
    draft: Draft, number: DocumentNumber | None, kind: str | None, kinds: tuple[str, ...]
) -> tuple[str, list[str]]:
    code = draft.code.clean
    if number is None:
        return (f"{code}/NĐ-CP" if kind == "nghi_dinh" else code), ["number.symbol_missing"]
    warnings = [_WARNINGS[repair] for repair in number.repairs]
    canonical = number.canonical
    if draft.type and kinds and kind not in kinds and _contradicts(draft.type, number):
        fixed = _by_word(number, draft.type)
        if fixed is not None:
            canonical = fixed
        warnings.append("type.contradicts_symbol")
    return canonical, warnings


def _contradicts(kind: str, number: DocumentNumber) -> bool:
    """Whether the letters name a type at all: bodies are called CT (Cục Thuế) and TTr too."""
    types = number.symbol.types
    return types is not None and not (kind == "cong_van" and types in state_issuers().exact)


def _by_word(number: DocumentNumber, kind: str) -> str | None:
    """Give the number with the letters of the type that the word names, where one is sure."""
    if kind == "nghi_dinh" and number.symbol.bodies == ("CP",) and number.year is not None:
        return f"{number.number}/{number.year}/NĐ-CP"
    letters = document_type(kind).letters
    symbol = number.symbol
    if number.family != "state" or not letters or symbol.types is None or number.year is None:
        return None
    fixed = read_number(
        clean_code(f"{number.number}/{number.year}/{letters[0]}{symbol.text[len(symbol.types) :]}")
    )
    return fixed.canonical if fixed else None


def sole_issuer(draft: Draft) -> str | None:
    """Give the one body that the letters of a number determine, or None."""
    number = draft.code.number
    if number is None:
        return "chinh_phu" if draft.type == "nghi_dinh" else None
    if len(number.symbol.bodies) != 1:
        return None
    return _body_of(number.symbol.bodies[0], draft)


def _issuer(draft: Draft, number: DocumentNumber | None) -> tuple[str | None, str | None]:
    if draft.body is not None:
        return draft.body.text, draft.body.id
    if number is None or len(number.symbol.bodies) == 1:
        sole = sole_issuer(draft)
        return (issuers()[sole].name.vi, sole) if sole else (None, None)
    found = [_body_of(letters, draft) for letters in number.symbol.bodies]
    if not found or None in found:
        return None, None
    return "; ".join(issuers()[key].name.vi for key in found if key), None


def _body_of(letters: str, draft: Draft) -> str | None:
    """Give the body that letters alone determine in the time of the document, or None.

    Letters of bodies that exist in many places determine none, nor those of the Central
    Committee (TW), under which three bodies issue.
    """
    stem = letters.rstrip("0123456789")
    if stem in _ASSEMBLY_BODIES:
        return _ASSEMBLY_BODIES[stem]
    number = draft.code.number
    if number is not None and number.family == "historic" and letters in _BEFORE_1997:
        return _BEFORE_1997[letters]
    year = number.year if number else None
    if draft.written is not None:
        year = draft.written.year or year
    ended = number is not None and number.family == "historic"
    return _body_in_year(letters, year, ended) or _body_in_year(stem, year, ended)


@lru_cache(maxsize=4096)
def _body_in_year(letters: str, year: int | None, ended: bool) -> str | None:
    bodies = [issuers()[key] for key in issuers_of_letters().get(letters, ())]
    first = [body for body in bodies if body.letters[0] == letters] or bodies
    # A central body lends its letters to its branches: they mean it where nothing else is said.
    first = [body for body in first if not body.placed]
    if letters in _MANY or not first:
        return None
    if year is not None:
        span = Period.year(year)
        first = [body for body in first if body.existed.overlaps(span)] or [
            body for body in bodies if not body.placed and body.existed.overlaps(span)
        ]
    else:
        current = [body for body in first if body.existed.end is None]
        lately = [body for body in first if body.existed.end and body.existed.end >= _LATELY]
        first = current or (first if ended else lately)
    return first[0].id if len(first) == 1 else None
