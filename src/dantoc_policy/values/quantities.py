"""Figures as documents state them: "trên 478 tỷ đồng", "3 - 4%/năm", "8/8 huyện", "02 lần"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.figure_words import figure_words
from dantoc_policy.values.money import Money
from dantoc_policy.values.percent import Percent
from dantoc_policy.values.quantity_units import DONG, PERCENT, TIMES, ColumnUnit, QuantityUnit
from dantoc_policy.values.share import Share
from dantoc_policy.values.text_argument import check_text

if TYPE_CHECKING:
    from dantoc_policy.errors import Locale

Bound = Literal["exactly", "above", "at_least", "below", "at_most", "nearly", "about", "between"]
Verb = Literal["gấp", "tăng"]


@frozen(kw_only=True)
class Figure:
    """A number with its unit, and how far the text binds itself to it.

    `value` is the number in the unit itself (đồng, not tỷ đồng), an int or an exact Decimal;
    `scale` is how it was written. A range (`between`) ends with `upper`; `open_low` and
    `open_high` leave its ends out. `of` is the whole of "8/8 huyện" or "1/2". `per` is what comes
    after a slash ("%/năm"), `average` stands for "bình quân", `verb` for "gấp" and "tăng" before a
    number of times. `span` is the place in the text, `problems` what was read with doubt.

    >>> figure = parse_figure("trên 478 tỷ đồng")
    >>> figure.value, figure.unit.vi, figure.bound
    (478000000000, 'đồng', 'above')
    >>> parse_figure("từ 3 - 4%/năm").text()
    '3 - 4%/năm'
    """

    value: int | Decimal
    unit: QuantityUnit | None = None
    bound: Bound = "exactly"
    upper: int | Decimal | None = None
    open_low: bool = False
    open_high: bool = False
    of: int | None = None
    per: tuple[str, ...] = ()
    average: bool = False
    verb: Verb | None = None
    scale: int = field(default=1, eq=False)
    span: tuple[int, int] | None = field(default=None, eq=False)
    problems: tuple[Problem, ...] = field(default=(), eq=False)

    @property
    def exact(self) -> bool:
        """Whether the text states one number and not a bound, a range or an approximation."""
        return self.bound == "exactly"

    @property
    def bounds(self) -> Bounds | None:
        """The bounds in the figure's unit, as records take them; None for "gần" and "khoảng".

        >>> print(parse_figure("từ 10 đến dưới 20%").bounds)
        ≥ 10, < 20
        """
        if self.bound == "between":
            low = {"above" if self.open_low else "at_least": self.value}
            high = {"below" if self.open_high else "at_most": self.upper}
            return Bounds.of(**low, **high)
        if self.bound in ("nearly", "about"):
            return None
        if self.bound == "exactly":
            return Bounds.of(at_least=self.value, at_most=self.value)
        return Bounds.of(**{self.bound: self.value})

    @property
    def money(self) -> Money:
        """The amount, where the figure states exactly one in đồng.

        >>> parse_figure("2,4 tỷ đồng").money == Money.billion("2,4")
        True
        """
        value = self._only("money", DONG)
        if value.denominator != 1:
            raise InputError.of(
                "money.fraction_of_dong",
                vi=f"“{self.text('vi')}” không ra số đồng nguyên.",
                en=f"“{self.text('en')}” does not come to a whole number of đồng.",
            )
        return Money(int(value))

    @property
    def percent(self) -> Percent:
        """The percentage, where the figure states exactly one.

        >>> parse_figure("26,7 %").percent == Percent.of("26,7")
        True
        """
        return Percent(self._only("percent", PERCENT))

    @property
    def share(self) -> Share:
        """Both counts of "8/8 huyện" or "1/2".

        >>> parse_figure("1/2").share.fraction
        Fraction(1, 2)
        """
        if self.of is None or not isinstance(self.value, int):
            raise self._not_of_the_kind("share")
        return Share(self.value, self.of)

    def multiple(self, *, increase: Literal["to", "by"] = "to") -> Fraction:
        """Give the factor of "gấp 2 lần" or "tăng trên 02 lần".

        "Tăng 2 lần" may mean that it grows to twice as much (the official use), or by twice as
        much, which makes three times; `increase` says which reading is meant.

        >>> parse_figure("tăng trên 02 lần").multiple()
        Fraction(2, 1)
        >>> parse_figure("tăng trên 02 lần").multiple(increase="by")
        Fraction(3, 1)
        """
        if self.unit != TIMES or self.upper is not None:
            raise self._not_of_the_kind("multiple")
        return Fraction(self.value) + (1 if self.verb == "tăng" and increase == "by" else 0)

    def text(self, locale: Locale = "vi", *, pad: bool = False, space: str = " ") -> str:
        """Write the figure in the administrative style, exactly.

        `pad` writes counts below 10 with a zero, `space` stands before the unit.

        >>> parse_figure("ít nhất 5 nhóm").text(pad=True), parse_figure("dưới 26,7 %").text("en")
        ('ít nhất 05 nhóm', 'below 26.7%')
        """
        return figure_words(self, locale, pad=pad, space=space)

    def to_dict(self) -> dict[str, Any]:
        """Give the figure as plain JSON data; numbers are texts, so that they stay exact."""
        return {
            "value": str(self.value),
            "upper": None if self.upper is None else str(self.upper),
            "unit": self.unit and self.unit.vi,
            "bound": self.bound,
            "open_low": self.open_low,
            "open_high": self.open_high,
            "of": self.of,
            "per": list(self.per),
            "average": self.average,
            "verb": self.verb,
            "span": self.span and list(self.span),
            "problems": [problem.to_dict() for problem in self.problems],
        }

    def __str__(self) -> str:
        return self.text("vi")

    def _only(self, kind: str, unit: QuantityUnit) -> Fraction:
        if self.unit != unit or not self.exact or self.of is not None or self.per:
            raise self._not_of_the_kind(kind)
        return Fraction(self.value)

    def _not_of_the_kind(self, kind: str) -> InputError:
        return InputError.of(
            "figure.not_exact",
            vi=f"“{self.text('vi')}” không phải một giá trị duy nhất ({kind}).",
            en=f"“{self.text('en')}” is not one single {kind}.",
            mend_vi="Xem value, bound, bounds và unit của số liệu.",
            mend_en="Look at the figure's value, bound, bounds and unit.",
        )


def parse_figure(text: str, *, lenient: bool = False) -> Figure:
    """Read a text that is one figure; a dot parts thousands, a comma decimals.

    A dot before one, two or more than three digits is refused; with `lenient` it is taken for the
    decimal mark, and `problems` says so.

    Raises:
        InputError: `figure.unreadable`; `argument.not_text`.

    >>> parse_figure("1 tỷ rưỡi").value, parse_figure("1.984 tỷ đồng").value
    (1500000000, 1984000000000)
    >>> parse_figure("1.5 tỷ", lenient=True).problems[0].code
    'figure.dot_as_decimal'
    """
    from dantoc_policy.values.figure_text import read_figure

    return read_figure(check_text(text), lenient=lenient)


def find_figures(text: str) -> tuple[Figure, ...]:
    """Find the figures with a unit in a text, in order, each with its place.

    Days, years, numbers of documents and provisions are none. A dot as decimal mark is read with
    a problem.

    >>> text = "Giải ngân trên 94 tỷ đồng, đạt gần 20%; 8/8 huyện; ngày 14/7/2021, năm 2024."
    >>> [text[slice(*figure.span)] for figure in find_figures(text)]
    ['trên 94 tỷ đồng', 'gần 20%', '8/8 huyện']
    """
    from dantoc_policy.values.figure_text import search_figures

    return search_figures(check_text(text))


def parse_cell(cell: str, column: ColumnUnit, *, lenient: bool = False) -> Figure | None:
    """Read a cell of a column whose unit stands in the heading; an empty cell or a dash is none.

    Raises:
        InputError: `figure.unreadable`; `figure.wrong_unit` where the cell has another unit.

    >>> parse_cell("1.984,5", ColumnUnit.of_heading("Đơn vị tính: triệu đồng")).value
    1984500000
    >>> parse_cell("-", ColumnUnit(DONG)) is None
    True
    """
    from dantoc_policy.values.figure_text import read_cell

    return read_cell(check_text(cell), column, lenient=lenient)
