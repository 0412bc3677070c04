"""Document numbers: reading, repairing and printing them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from attrs import field, frozen

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.law.symbols.dash_symbol import read_dash_symbol
from dantoc_policy.law.symbols.letters import LOOK_ALIKES
from dantoc_policy.law.symbols.state_symbol import read_state_symbol
from dantoc_policy.law.symbols.symbol import Family, Repair, Symbol

_ORDINAL = r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,3})?[A-Za-zđĐ]?)"
_SYMBOL = r"(?P<symbol>[^\W\d_][\w&]*(?:[-./_][\w&]+)*)"
_STATE = re.compile(rf"{_ORDINAL}/(?:(?P<year>(?:19|20)[0-9]{{2}})/)?{_SYMBOL}")
_DASH = re.compile(rf"{_ORDINAL}-(?P<symbol>[^\W\d_][\w&]*(?:[-./_][\w&]+)*)")
_DOUBLED = re.compile(r"-{2,}")
_SPACES = re.compile(r"[\s*_]+")
_DASHES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad", "-")
    | dict.fromkeys("\u2044\u2215\uff0f", "/")
)


@frozen
class DocumentNumber:
    """The number and symbol of a document, as meant: `str()` prints it, `canonical` repairs it.

    `number` keeps its printed zeros; `symbol` says what its letters mean. Two numbers are equal
    where value, year and canonical letters are: 2, 02 and 002 are one number. The number alone
    is no key of a document: see Document.

    >>> number = DocumentNumber.parse("02 /CTr-UBND")
    >>> print(number), number.family
    02/CTr-UBND
    (None, 'state')
    >>> DocumentNumber.parse("88/2019/NQ-QH14").canonical
    '88/2019/QH14'
    """

    number: str = field(eq=False)
    year: int | None
    symbol: Symbol = field(eq=False)
    dash: bool = field(eq=False, default=False)
    _key: tuple[str, str] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        value = self.number.lstrip("0").lower() or "0"
        object.__setattr__(self, "_key", (value, self.canonical[len(self.number) :].casefold()))

    @classmethod
    def parse(cls, text: str) -> DocumentNumber:
        """Read one number however it is spaced, dashed or capitalised.

        Raises:
            InputError: `number.unreadable` where the text is no document number.

        >>> DocumentNumber.parse("65/KL-TW").canonical
        '65-KL/TW'
        >>> DocumentNumber.parse("14/7/2021")
        Traceback (most recent call last):
        dantoc_policy.errors.InputError: [number.unreadable] ...
        """
        found = read_number(clean_code(text))
        if found is None:
            raise InputError.of(
                "number.unreadable",
                vi=f"“{text}” không phải là số, ký hiệu văn bản.",
                en=f"“{text}” is not the number of a document.",
                mend_vi="Ghi như 33/2020/QĐ-TTg, 303/KH-UBND hoặc 65-KL/TW.",
                mend_en="Write it as 33/2020/QĐ-TTg, 303/KH-UBND or 65-KL/TW.",
            )
        return found

    @property
    def family(self) -> Family:
        """The form of the number: state, assembly, letter, joint, consolidated, party, historic."""
        return self.symbol.family

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """What was wrong with the symbol as printed, and is right in `canonical`."""
        return self.symbol.repairs

    @property
    def canonical(self) -> str:
        """The number as the rules of numbering print it."""
        symbol = self.symbol.canonical
        if symbol[:1] in {"/", "-"}:  # separators of the other family
            return f"{self.number}{symbol}"
        return self._printed(symbol)

    @property
    def printed(self) -> str:
        """The number with the letters as they were meant, before the rules repair the form.

        >>> DocumentNumber.parse("88/2019/NQ-QH14").printed
        '88/2019/NQ-QH14'
        """
        # Where the separators were those of the other family only the repaired form can be printed.
        return self.canonical if "separators" in self.repairs else self._printed(self.symbol.text)

    def validate(
        self, kind: str | None = None, *, issued: date | None = None
    ) -> tuple[Problem, ...]:
        """Give what the rules of numbering say against the number; nothing where it is right.

        Args:
            kind: the type that the words give it, such as "nghi_dinh".
            issued: the day it was issued; the rules of that time are applied.

        >>> number = DocumentNumber.parse("05/2011/NQ-CP")
        >>> [problem.code for problem in number.validate("nghi_dinh", issued=date(2011, 1, 14))]
        ['W1', 'E1']
        >>> DocumentNumber.parse("05/2011/NĐ-CP").validate("nghi_dinh")
        ()
        """
        from dantoc_policy.law.lint.number_alone import check_number

        return check_number(self, kind, issued)

    def _printed(self, symbol: str) -> str:
        if self.dash:
            return f"{self.number}-{symbol}"
        year = "" if self.year is None else f"{self.year}/"
        return f"{self.number}/{year}{symbol}"

    def __str__(self) -> str:
        return self.canonical


@lru_cache(maxsize=8192)
def clean_code(text: str) -> str:
    """Take spaces, markup and look-alike marks out of a printed code.

    >>> clean_code("56/ 2015/ NÐ – CP")
    '56/2015/NĐ-CP'
    """
    composed = unicodedata.normalize("NFC", text).translate(_DASHES)
    return _DOUBLED.sub("-", _SPACES.sub("", composed.translate(LOOK_ALIKES)))


@lru_cache(maxsize=16384)
def read_number(clean: str) -> DocumentNumber | None:
    """Read a code that is clean already; None where it has not the shape of one."""
    if match := _STATE.fullmatch(clean):
        year = match["year"]
        symbol = read_state_symbol(match["symbol"], dated=year is not None)
        return DocumentNumber(match["number"], int(year) if year else None, symbol)
    if match := _DASH.fullmatch(clean):
        return DocumentNumber(match["number"], None, read_dash_symbol(match["symbol"]), dash=True)
    return None
