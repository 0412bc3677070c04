"""A document number as it stands in the text, compared with how it ought to be printed."""

from __future__ import annotations

import html
import re
import unicodedata

from attrs import frozen

from dantoc_policy.law.citation import Citation, Span
from dantoc_policy.law.number import DocumentNumber, clean_code, read_number
from dantoc_policy.law.spelling import fold

_ODD_MARKS = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u00ad\u2044\u2215\uff0f]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
_BLANK = r"[ \t\u00a0\u2009\u202f]+"
_SEPARATOR = r"[-/\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u00ad\u2044\u2215\uff0f]"
_AIR = re.compile(rf"{_BLANK}{_SEPARATOR}{_BLANK}")
_ONE_SIDED = re.compile(rf"(?:{_BLANK}{_SEPARATOR}(?!\s))|(?:(?<!\s){_SEPARATOR}{_BLANK})")
_LOOK_ALIKE_D = re.compile("[ÐƉðɖ]")
_OLD_FONT_D = re.compile("[§Ññ]")
_GROUPS = re.compile(r"[-./_]")
_MARKUP = re.compile(r"[*_]+")
_ENTITY = re.compile(r"&(?:#[0-9xX][0-9a-fA-F]{0,6}|[a-zA-Z]{2,10});")
_PARTED = re.compile(rf"\w{_BLANK}\w")
# Without its bar each of these groups is another abbreviation: the context has to say which.
_TWO_WAYS = frozenset({"cd", "da", "dt", "hd"})


@frozen(kw_only=True)
class PrintedCode:
    """One printed number: where, what is odd about it, and how it is `repaired`.

    `span` takes in the markup around the digits. The repair is `certain` where nothing of it is
    a guess; it closes spaces, takes out markup and restores letters, marks and the leading zero,
    and never changes which document is meant.

    >>> from dantoc_policy.law.citations.find import find_citations
    >>> text = "Số: *02* /CTR-UBND"
    >>> code = PrintedCode.of(text, find_citations(text)[0])
    >>> code.repaired, sorted(code.oddities)
    ('02/CTr-UBND', ['capitals', 'markup', 'space'])
    """

    citation: Citation
    number: DocumentNumber
    span: Span
    oddities: frozenset[str]
    repaired: str
    certain: bool

    @classmethod
    def of(cls, given: str, citation: Citation) -> PrintedCode | None:
        """Look at the number of a citation in its text; None where it has no whole number."""
        number = citation.parsed
        if number is None or citation.code is None:
            return None
        start, end = citation.spans["code"]
        start, balanced = _with_markup(given, start, end)
        raw = given[start:end]
        decoded = _ENTITY.sub(lambda match: html.unescape(match[0]), raw)
        visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", decoded))
        oddities = _oddities(visible)
        if decoded != raw or _INVISIBLE.search(decoded):
            oddities.add("invisible")
        guessed = _of_letters(citation.code, number, oddities)
        guessed |= _of_digits(visible, citation.code, oddities)
        if _PARTED.search(visible) and "dash" not in oddities:
            oddities.add("space")
        guessed |= "line_break" in oddities or not balanced
        guessed |= number.family == "party" and number.year is not None
        repaired = number.canonical
        if padded := _padded(number):
            oddities.add("zero")
            repaired = padded
        repaired = _with_printed_unit(repaired, citation.code, number)
        if not oddities:
            repaired = raw
        return cls(
            citation=citation,
            number=number,
            span=(start, end),
            oddities=frozenset(oddities),
            repaired=repaired,
            certain=not guessed,
        )


def _with_markup(given: str, start: int, end: int) -> tuple[int, bool]:
    """Take in emphasis that opens before the digits and closes among them: "*02* /CTr-UBND"."""
    inner = _MARKUP.search(given, start, end)
    if inner is None:
        return start, True
    opened = start - len(inner[0])
    if opened >= 0 and given[opened:start] == inner[0]:
        return opened, True
    return start, len(_MARKUP.findall(given, start, end)) % 2 == 0


def _oddities(visible: str) -> set[str]:
    bare = _MARKUP.sub("", visible)
    found = {
        "odd_mark": _ODD_MARKS.search(visible) is not None,
        "markup": bare != visible,
        "line_break": "\n" in visible,
        "air": _AIR.search(bare) is not None,
        "space": _ONE_SIDED.search(bare) is not None,
        "look_alike": _LOOK_ALIKE_D.search(visible) is not None,
        "old_font": _OLD_FONT_D.search(visible) is not None,
    }
    return {name for name, is_so in found.items() if is_so}


def _of_letters(clean: str, number: DocumentNumber, oddities: set[str]) -> bool:
    """Compare the letters with those of the tables; give whether a repair is a guess."""
    oddities.update(repair for repair in number.repairs if repair != "letters")
    printed = _letters_of(clean, number)
    meant = number.symbol.text
    if "dash" in number.repairs or "separators" in number.repairs:
        printed, meant = (re.sub(r"[-/]", "", text) for text in (printed, meant))
    if len(printed) != len(meant):
        return False
    guessed = False
    groups = zip(_GROUPS.split(printed), _GROUPS.split(meant), strict=False)
    own = 0 if number.symbol.unit is None else number.symbol.unit.count("-") + 1
    last = len(_GROUPS.split(meant)) - own
    for place, (mine, right) in enumerate(groups):
        if mine.casefold() != right.casefold():
            if place >= last:  # the drafting unit has letters of its own
                continue
            oddities.add("bar")
            guessed |= fold(mine) in _TWO_WAYS
        elif mine != right:
            oddities.add("capitals")
    return guessed


def _with_printed_unit(repaired: str, clean: str, number: DocumentNumber) -> str:
    """Put back the drafting unit as it is printed where the tables have other letters."""
    unit = number.symbol.unit
    if unit is None or not repaired.endswith(unit):
        return repaired
    printed = clean[len(clean) - len(unit) :]
    alike = printed.casefold() == unit.casefold() or fold(printed) != fold(unit)
    return repaired if alike else repaired[: len(repaired) - len(unit)] + printed


def _letters_of(clean: str, number: DocumentNumber) -> str:
    rest = clean[len(number.number) :].lstrip("/-")
    if number.year is not None and rest.startswith(str(number.year)):
        rest = rest[4:].lstrip("/-")
    return rest


def _of_digits(visible: str, clean: str, oddities: set[str]) -> bool:
    """Find letters that stand for digits, and a space that stands for a dash."""
    squeezed = clean_code(visible)
    if len(squeezed) == len(clean):
        if any(a != b and b.isdigit() for a, b in zip(squeezed, clean, strict=True)):
            oddities.add("misread")
            return True
    elif len(squeezed) + 1 == len(clean) and "-" in clean:
        oddities.add("dash")
    return False


def _padded(number: DocumentNumber) -> str | None:
    """Give the number with the zero that numbers below 10 have, where it lacks it."""
    if len(number.number) != 1 or number.family in {"historic", "unknown"}:
        return None
    fixed = read_number(f"0{number.canonical}")
    return fixed.canonical if fixed else None
