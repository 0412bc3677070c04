"""Reading figures: one that is a whole text, all that stand in a longer one, cells of a table."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import evolve

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.values.composed import Composed
from dantoc_policy.values.figure_forms import (
    EMPTY_CELLS,
    LONGEST,
    bound_of,
    figure_form,
    is_no_figure,
    lead_in,
)
from dantoc_policy.values.figure_numbers import as_written, named_scale, read_amount
from dantoc_policy.values.number_words import parse_number_words
from dantoc_policy.values.quantities import Figure
from dantoc_policy.values.quantity_units import (
    TIMES,
    ColumnUnit,
    QuantityUnit,
    unit_of,
    unit_words,
)

if TYPE_CHECKING:
    from dantoc_policy.values.quantities import Bound

_MULTIPLES: dict[str, int | Decimal] = {"đôi": 2, "ba": 3, "rưỡi": Decimal("1.5")}
_ROUGHLY = ("about", "nearly")
_BEFORE_A_RANGE = ("exactly", "above", *_ROUGHLY)
_APPROXIMATE = Problem(
    code="figure.approximate_range",
    severity="note",
    vi="khoảng giá trị chỉ là ước chừng.",
    en="the ends of the range are approximate.",
)


def read_figure(text: str, *, lenient: bool) -> Figure:
    """Read a text that is one figure; see `parse_figure`."""
    clean = " ".join(Composed.of(text).text.split()) if len(text) <= LONGEST else ""
    found = _whole(clean)
    doubtful = found is not None and any(note.severity == "warning" for note in found.problems)
    if found is None or (doubtful and not lenient):
        raise _unreadable(text, dotted=found is not None)
    return evolve(found, span=None)


def search_figures(text: str) -> tuple[Figure, ...]:
    """Find all figures with a unit; see `find_figures`."""
    composed = Composed.of(text)
    clean = composed.text
    found: list[Figure] = []
    form = figure_form(whole=False)
    place = 0
    while match := form.search(clean, place):
        place = match.end()
        if is_no_figure(clean, match):
            place = match.end("number" if match["number"] else "part")
            continue
        figure = _figure(match)
        if figure is None:
            # Two numbers that make no range: the second one may be a figure by itself.
            place = match.start("upper") if match["upper"] else match.end()
            continue
        start, figure = lead_in(clean, match, figure)
        if clean[start] == "-" and not clean[:start].rpartition("\n")[2].strip():
            # A dash that opens a line is no minus.
            start, figure = start + 1, evolve(figure, value=-figure.value)
        found.append(evolve(figure, span=composed.span(start, match.end())))
    return tuple(found)


def read_cell(cell: str, column: ColumnUnit, *, lenient: bool) -> Figure | None:
    """Read a cell; see `parse_cell`."""
    clean = " ".join(Composed.of(cell).text.split())
    if clean in EMPTY_CELLS:
        return None
    figure = read_figure(clean, lenient=lenient)
    if figure.unit is None and figure.scale != 1:  # "1,5 tỷ" says its scale itself
        return evolve(figure, unit=column.unit)
    if figure.unit is None:
        value = as_written(Fraction(figure.value) * column.scale)
        upper = None if figure.upper is None else as_written(Fraction(figure.upper) * column.scale)
        scale = named_scale(column.scale)
        return evolve(figure, value=value, upper=upper, unit=column.unit, scale=scale)
    if figure.unit != column.unit:
        raise InputError.of(
            "figure.wrong_unit",
            vi=f"“{clean}” không ghi theo đơn vị của cột ({column.unit.vi}).",
            en=f"“{clean}” is not in the unit of the column ({column.unit.en}).",
            mend_vi="Đổi sang đơn vị của cột.",
            mend_en="Convert it to the unit of the column.",
        )
    return figure


def _whole(clean: str) -> Figure | None:
    form = figure_form(whole=True)
    # What leads in ("mỗi năm", "tăng", "bình quân") is read backwards from where the figure begins.
    for match in form.finditer(clean):
        if match.end() != len(clean):
            continue
        figure = _figure(match)
        if figure is None:
            return None
        start, figure = lead_in(clean, match, figure)
        return figure if not clean[:start].strip() else None
    return _in_words(clean)


def _figure(match: re.Match[str]) -> Figure | None:
    """Build the figure of a match, or None where its numbers make none."""
    if match["multiple"]:
        factor = _MULTIPLES[match["multiple"].casefold()]
        return Figure(value=factor, unit=TIMES, verb="gấp")
    written = match["unit"] or match["part_unit"]
    unit = unit_of(written) if written else None
    words = [" ".join(word.split()).casefold() for word in match["per"].split("/")]
    per = (*filter(None, words), *([match["each"].casefold()] if match["each"] else []))
    bound = bound_of(match["bound"], match["trail"])
    if match["part"]:
        part, whole = int(match["part"]), int(match["whole"])
        if part > whole or not whole:
            return None
        return Figure(value=part, of=whole, unit=unit, bound=bound, per=per)
    low = read_amount(match["number"])
    if low is None:
        return None
    value, scale, problems = low
    sign = -1 if match["minus"] else 1
    if match["upper"] is None:
        if match["from"] and bound == "exactly":
            bound = "at_least"
        return Figure(
            value=as_written(sign * value),
            unit=unit,
            bound=bound,
            per=per,
            scale=named_scale(scale),
            problems=problems,
        )
    return _range(match, value, unit, bound, per, problems)


def _range(
    match: re.Match[str],
    low: Fraction,
    unit: QuantityUnit | None,
    bound: Bound,
    per: tuple[str, ...],
    problems: tuple[Problem, ...],
) -> Figure | None:
    """Build a range; a lower end without scale and unit has those of the upper one."""
    high = read_amount(match["upper"])
    inner = match["inner"]
    if high is None or match["trail"] or match["minus"] or bound not in _BEFORE_A_RANGE:
        return None
    if inner and unit_of(inner) != unit:
        return None
    top, scale, top_problems = high
    if not inner and not re.search(r"[^\W\d]", match["number"]):
        low *= scale
    if low >= top:
        return None
    return Figure(
        value=as_written(low),
        upper=as_written(top),
        unit=unit,
        bound="between",
        open_low=bound == "above",
        open_high=(match["below"] or "").casefold() == "dưới",
        per=per,
        scale=named_scale(scale),
        problems=(*problems, *top_problems, *([_APPROXIMATE] if bound in _ROUGHLY else [])),
    )


def _in_words(clean: str) -> Figure | None:
    """Read "hai tỷ rưỡi đồng", "ba mươi phần trăm"."""
    if any(character.isdigit() for character in clean):
        return None
    words = clean.casefold().split()
    for split in range(len(words), 0, -1):
        unit: QuantityUnit | None = unit_words().get(" ".join(words[split:]))
        if unit is None and split < len(words):
            continue
        try:
            return Figure(value=parse_number_words(" ".join(words[:split])), unit=unit)
        except InputError:
            continue
    return None


def _unreadable(text: str, *, dotted: bool) -> InputError:
    shown = text.strip()[:100]
    if dotted:
        return InputError.of(
            "figure.unreadable",
            vi=f"“{shown}”: dấu chấm không phân nhóm ba chữ số.",
            en=f"“{shown}”: the dot does not part groups of three digits.",
            mend_vi="Ghi phần thập phân sau dấu phẩy, hoặc đọc với lenient=True.",
            mend_en="Write decimals after a comma, or read it with lenient=True.",
        )
    return InputError.of(
        "figure.unreadable",
        vi=f"không đọc được “{shown}” như một số liệu.",
        en=f"“{shown}” cannot be read as a figure.",
        mend_vi="Ghi như “1.984 tỷ đồng”, “trên 3%” hoặc “3 - 4%/năm”.",
        mend_en="Write it as “1.984 tỷ đồng”, “trên 3%” or “3 - 4%/năm”.",
    )
