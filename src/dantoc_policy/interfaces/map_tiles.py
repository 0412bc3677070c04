"""A tile-grid map of the provinces as SVG: one tile a province, coloured by any value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from attrs import frozen

from dantoc_policy.errors import Locale
from dantoc_policy.interfaces.files.table import unusable
from dantoc_policy.interfaces.files.write import check_place, replacing
from dantoc_policy.interfaces.map_layout import ARCHIPELAGOS, layout
from dantoc_policy.interfaces.map_values import Value, mixed, values_by_code
from dantoc_policy.places.library import places
from dantoc_policy.places.place import without_marks

_TILE, _GAP, _MARGIN, _LEGEND = 68, 4, 16, 24
_LIGHT_TO_DARK = ("#edf8fb", "#b2e2e2", "#66c2a4", "#2ca25f", "#006d2c")
# Told apart by colour-blind eyes too (Okabe and Ito).
_APART = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#777777")
_NO_VALUE = "#e4e4e4"
_DARK, _PALE = "#1a1a1a", "#ffffff"
_STYLE = "font-family:'Noto Sans','DejaVu Sans',Arial,sans-serif"
_WORDS: Mapping[Locale, tuple[str, str]] = {
    "vi": ("chưa có số liệu", "Sơ đồ ô, không thể hiện địa giới"),
    "en": ("no value", "Schematic tiles, no boundaries shown"),
}
_LETTERS = 9  # as many fit on a tile
_MIDDLE = 0.18


@frozen
class TileMap:
    """A map of the provinces of a day; a notebook shows it, `save` writes it.

    >>> drawn = tile_map({"Thái Nguyên": 142, "Bắc Kạn": 648}, dt.date(2021, 9, 16))
    >>> drawn.svg.count("<rect") > 65, "Trường Sa" in drawn.svg
    (True, True)
    """

    svg: str
    as_of: dt.date

    def _repr_svg_(self) -> str:
        return self.svg

    def save(self, path: str | Path) -> Path:
        """Write the map as an SVG file and give its path.

        Raises:
            InputError: `map.format` for another ending than .svg; `output.no_folder`,
                `output.unwritable`.
        """
        target = Path(path)
        if target.suffix.casefold() != ".svg":
            raise unusable(
                target,
                "map.format",
                "bản đồ chỉ ghi ra dạng .svg.",
                "a map is written as .svg only.",
                "Đặt tên tệp với đuôi .svg.",
                "Let the name of the file end with .svg.",
            )
        with replacing(check_place(target)) as draft:
            draft.write_text(self.svg, encoding="utf-8")
        return target

    def __str__(self) -> str:
        return self.svg


def tile_map(
    values: Mapping[str, Value],
    as_of: dt.date,
    *,
    title: str = "",
    locale: Locale = "vi",
    colours: Mapping[str, str] | None = None,
    others: str | None = None,
) -> TileMap:
    """Draw the provinces of a day with a value each: numbers from light to dark, texts apart.

    A key is a code or a name of a province on the day. A province without a value, or with None
    or NaN, is grey; `others` says in the legend what these are. Hoàng Sa and Trường Sa have the
    colour of their provinces. `colours` gives colours to texts.

    Raises:
        InputError: as `Places.get`, where a key is no province of the day; `map.mixed_values`
            where there are numbers and texts; `map.doubled` where two keys mean one province;
            `map.unusable` where a value is neither, or there is no mapping.

    >>> "Hà Nội: 5" in tile_map({"01": 5}, dt.date(2026, 2, 1)).svg
    True
    """
    by_code = values_by_code(values, as_of)
    scale = _scale([value for value in by_code.values() if value is not None], colours or {})
    provinces = {place.code or "": place for place in places.at(as_of, "province")}
    cells = layout(as_of)
    columns = 1 + max(column for column, _ in cells.values())
    rows = 1 + max(row for _, row in cells.values())
    width = 2 * _MARGIN + columns * (_TILE + _GAP)
    top = _MARGIN + (28 if title else 0)
    foot = top + rows * (_TILE + _GAP) + 8
    height = foot + (len(scale) + 2) * _LEGEND + _MARGIN
    schematic = escape(title or _WORDS[locale][1])
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
        f' aria-label="{schematic}" style="{_STYLE};max-width:{width}px">'
    )
    parts = [head, f'<rect width="{width}" height="{height}" fill="#ffffff"/>']
    if title:
        parts.append(_text(_MARGIN, _MARGIN + 12, title, 16, anchor="start"))
    for code, (column, row) in cells.items():
        place = provinces[ARCHIPELAGOS[code][1] if code in ARCHIPELAGOS else code]
        value = by_code.get(place.code or "")
        at = (_MARGIN + column * (_TILE + _GAP), top + row * (_TILE + _GAP))
        label = place.name.get(locale), _islands(code, locale)
        parts.append(_tile(label, value, _colour(value, scale), at, others))
    parts += _legend(scale, foot, locale, others)
    return TileMap("".join((*parts, "</svg>")), as_of)


_Step = tuple[Value, str, str]
"""The upper bound of a step, or its text; its colour; what the legend says."""


def _scale(values: Sequence[float | str], colours: Mapping[str, str]) -> list[_Step]:
    texts = [value for value in values if isinstance(value, str)]
    numbers = [value for value in values if not isinstance(value, str)]
    if texts and numbers:
        raise mixed(texts[0], _number(numbers[0]))
    if texts:
        kinds = list(dict.fromkeys(texts))
        return [
            (kind, colours.get(kind, _APART[number % len(_APART)]), kind)
            for number, kind in enumerate(kinds)
        ]
    if not numbers:
        return []
    low, high = min(numbers), max(numbers)
    if low == high:
        return [(high, _LIGHT_TO_DARK[-1], _number(high))]
    size = (high - low) / len(_LIGHT_TO_DARK)
    # The last bound is the highest value itself, which adding up could miss.
    bounds = [low + size * step for step in range(1, len(_LIGHT_TO_DARK))] + [high]
    starts = [low, *bounds]
    return [
        (bound, colour, f"{_number(start)} - {_number(bound)}")
        for start, bound, colour in zip(starts, bounds, _LIGHT_TO_DARK, strict=False)
    ]


def _colour(value: Value, scale: list[_Step]) -> str:
    for bound, colour, _ in scale:
        if isinstance(value, str) or isinstance(bound, str):
            if value == bound:
                return colour
        elif value is not None and bound is not None and value <= bound:
            return colour
    return _NO_VALUE


def _islands(code: str, locale: Locale) -> str | None:
    """Name the archipelago of a tile that is no province."""
    name = ARCHIPELAGOS[code][0] if code in ARCHIPELAGOS else None
    return name if name is None or locale == "vi" else without_marks(name)


def _tile(
    label: tuple[str, str | None],
    value: Value,
    colour: str,
    at: tuple[int, int],
    others: str | None,
) -> str:
    (name, islands), (x, y) = label, at
    none = "-" if others is None else others
    shown = none if value is None else (value if isinstance(value, str) else _number(value))
    of = f"{islands} ({name})" if islands else name
    ink = _ink(colour)
    middle = x + _TILE // 2
    lines = _lines(islands or name)
    names = [
        _text(middle, y + 22 + 13 * number - 6 * (len(lines) - 1), line, 11, ink)
        for number, line in enumerate(lines)
    ]
    # A text that is too long for the tile stands in the legend and in the tile's title.
    fits = value is not None and len(shown) <= _LETTERS
    under = name if islands else (shown if fits else "")
    small = 9 if islands else 12
    dashed = ' stroke-dasharray="3 2"' if islands else ""
    return (
        f"<g><title>{escape(f'{of}: {shown}')}</title>"
        f'<rect x="{x}" y="{y}" width="{_TILE}" height="{_TILE}" rx="5" fill="{colour}"'
        f' stroke="#8a8a8a"{dashed}/>{"".join(names)}{_text(middle, y + 56, under, small, ink)}</g>'
    )


def _lines(name: str) -> list[str]:
    """Break a long name into two lines near its middle."""
    words = name.replace(" - ", " -\u00a0").split(" ")
    if len(name) <= _LETTERS or len(words) == 1:
        return [name]
    cut = min(
        range(1, len(words)),
        key=lambda n: abs(len(" ".join(words[:n])) - len(" ".join(words[n:]))),
    )
    return [" ".join(words[:cut]), " ".join(words[cut:])]


def _legend(scale: list[_Step], top: int, locale: Locale, others: str | None) -> list[str]:
    none, schematic = _WORDS[locale]
    parts = []
    for number, (_, colour, label) in enumerate([*scale, (None, _NO_VALUE, others or none)]):
        y = top + number * _LEGEND
        parts.append(
            f'<rect x="{_MARGIN}" y="{y}" width="18" height="18" rx="3" fill="{colour}"'
            ' stroke="#8a8a8a"/>'
        )
        parts.append(_text(_MARGIN + 26, y + 13, label, 12, anchor="start"))
    y = top + (len(scale) + 1) * _LEGEND + 13
    return [*parts, _text(_MARGIN, y, f"{schematic}.", 11, "#595959", anchor="start")]


def _text(x: int, y: int, text: str, size: int, ink: str = _DARK, *, anchor: str = "middle") -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" fill="{ink}" text-anchor="{anchor}">'
        f"{escape(text)}</text>"
    )


def _ink(colour: str) -> str:
    """Choose the letters that stand out more; dark ones where the colour cannot be read."""
    digits = colour.removeprefix("#")
    try:
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    except ValueError:
        return _DARK
    red, green, blue = (part**2.2 for part in parts)
    return _DARK if 0.2126 * red + 0.7152 * green + 0.0722 * blue > _MIDDLE else _PALE


def _number(value: float) -> str:
    """Write a number in the Vietnamese style, with at most one decimal."""
    text = f"{value:,.1f}".removesuffix(".0")
    return text.translate(str.maketrans(",.", ".,"))
