"""Texts in one spelling of their characters, with the way back to the places of the original."""

from __future__ import annotations

import unicodedata

from attrs import frozen

SAME_CHARACTER = str.maketrans(
    {
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{THIN SPACE}": " ",
        "\N{FIGURE SPACE}": " ",
        "\N{MINUS SIGN}": "-",
    }
)


@frozen
class Composed:
    """A text with composed letters, plain spaces and plain minus signs.

    >>> text = Composed.of(unicodedata.normalize("NFD", "tỷ lệ 5%"))
    >>> text.text, text.span(6, 8)
    ('tỷ lệ 5%', (9, 11))
    """

    text: str
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Composed:
        """Compose a text."""
        if text.isascii():
            return cls(text, ())
        plain = text.translate(SAME_CHARACTER)
        if unicodedata.is_normalized("NFC", plain):
            return cls(plain, ())
        letters: list[str] = []
        starts: list[int] = []
        for cluster_start, cluster in _clusters(plain):
            composed = unicodedata.normalize("NFC", cluster)
            letters.append(composed)
            starts.extend([cluster_start] * len(composed))
        return cls("".join(letters), (*starts, len(plain)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the places in the original text."""
        return (self._starts[start], self._starts[end]) if self._starts else (start, end)


def _clusters(text: str) -> list[tuple[int, str]]:
    """Part a text into letters with the marks that follow them."""
    found: list[tuple[int, str]] = []
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.combining(text[place]):
            found.append((start, text[start:place]))
            start = place
    return found
