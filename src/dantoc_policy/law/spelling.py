"""Folding of Vietnamese letters: the same word in any spelling becomes the same plain letters."""

from __future__ import annotations

import unicodedata
from string import ascii_uppercase

# Capital and small letters of the alphabet with every tone, and the look-alikes of Đ. One
# character always becomes one character, so places in a folded text are places in the text.
_BASES = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_FOLDED: dict[int, str] = {
    **{
        ord(unicodedata.normalize("NFC", base + tone)): unicodedata.normalize("NFD", base)[
            0
        ].lower()
        for base in _BASES
        for tone in _TONES
    },
    **dict.fromkeys(map(ord, "đĐðÐɖƉ"), "d"),
    **{ord(letter): letter.lower() for letter in ascii_uppercase},
    **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\t"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"), "-"),
    **dict.fromkeys(map(ord, "\u2044\u2215"), "/"),
}
# A table as text is looked up several times as fast as one of a dict; letters end before it does.
_TABLE = "".join(_FOLDED.get(code, chr(code)) for code in range(0x2220))


def fold(text: str) -> str:
    """Give a text in small letters without marks; every character stays in its place.

    Where marks stand, old and new placement, capitals and missing marks no longer differ. The
    text must be in the composed form (NFC).

    >>> fold("Ủy ban"), fold("UỶ BAN"), fold("Uỷ ban")
    ('uy ban', 'uy ban', 'uy ban')
    """
    return text.translate(_TABLE)


def slug(text: str) -> str:
    """Give a text as identifiers write it: folded, with single hyphens; a decimal point stays.

    >>> slug("Tỉnh Thái Nguyên"), slug("66.7/2025/NQ-CP")
    ('tinh-thai-nguyen', '66.7-2025-nq-cp')
    """
    folded = fold(unicodedata.normalize("NFC", text))
    kept = [c if c.isascii() and (c.isalnum() or c == ".") else "-" for c in folded]
    return "-".join(part for part in "".join(kept).split("-") if part.strip("."))
