"""Where in a document something stands, in the words by which people find it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from attrs import asdict, frozen

from dantoc_policy.errors import Locale
from dantoc_policy.values.text import Text

Area = Literal["body", "header", "footer", "footnote", "endnote", "text_box"]

_AREAS: Mapping[Area, Text] = {
    "header": Text("đầu trang", "header"),
    "footer": Text("chân trang", "footer"),
    "footnote": Text("chú thích", "footnote"),
    "endnote": Text("chú thích cuối", "endnote"),
    "text_box": Text("khung chữ", "text box"),
}
# From the larger to the smaller; a run of Word is nothing that people can count.
_NUMBERS: Mapping[str, Text] = {
    "page": Text("trang", "page"),
    "table": Text("bảng", "table"),
    "row": Text("hàng", "row"),
    "column": Text("cột", "column"),
    "paragraph": Text("đoạn", "paragraph"),
    "line": Text("dòng", "line"),
}


@frozen(kw_only=True)
class Place:
    """A place in a document: page and line, table cell, paragraph, note; whatever is known of it.

    All numbers count from 1, as people do. `number` says which footnote, endnote, text box or
    section's header it is. Paragraphs of the body are counted without those in tables, and the
    empty ones with the others; a column is that of the grid, so cells that were merged
    sideways count as the columns they cover. In Word `run` is the how-manieth run of its
    paragraph (deleted ones are not counted) and `offset_in_run` the character within it, which
    counts from 0.

    >>> place = Place(table=2, row=3, column=1)
    >>> place.get("vi"), place.get("en")
    ('bảng 2, hàng 3, cột 1', 'table 2, row 3, column 1')
    >>> str(Place(area="footnote", number=4)), str(Place(page=3, line=7))
    ('chú thích 4', 'trang 3, dòng 7')
    >>> Place(line=18).to_dict()
    {'area': 'body', 'line': 18, 'vi': 'dòng 18', 'en': 'line 18'}
    """

    area: Area = "body"
    number: int | None = None
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None
    line: int | None = None
    run: int | None = None
    offset_in_run: int | None = None

    def get(self, locale: Locale = "vi") -> str:
        """Give the place in words of the asked language."""
        words: list[str] = []
        if self.area != "body":
            words.append(self._area(locale))
        for name, word in _NUMBERS.items():
            number = getattr(self, name)
            if number is not None:
                words.append(f"{word.get(locale)} {number}")
        return ", ".join(words)

    def __str__(self) -> str:
        return self.get()

    def to_dict(self) -> dict[str, Any]:
        """Give what is known of the place as plain JSON data, with its words."""
        known = asdict(self, filter=lambda _, value: value is not None)
        return known | {"vi": self.get("vi"), "en": self.get("en")}

    def _area(self, locale: Locale) -> str:
        name = _AREAS[self.area].get(locale)
        if self.number is None:
            return name
        if self.area in {"header", "footer"}:
            return Text(f"{name} (phần {self.number})", f"{name} (section {self.number})").get(
                locale
            )
        return f"{name} {self.number}"
