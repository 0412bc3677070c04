"""The words of `sheet` as Narwhals expressions, for frames whose nulls are nulls.

NumPy-backed pandas columns do not qualify (a comparison with NaN is False there, and a missing
truth an object): they are turned into Arrow columns before they come here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any

from dantoc_policy.errors import MissingExtraError

if TYPE_CHECKING:
    import narwhals as nw
else:
    try:
        import narwhals as nw
    except ImportError as error:
        raise MissingExtraError.for_extra("tables", "narwhals") from error

__all__ = ["NarwhalsAlgebra", "nw"]


class NarwhalsAlgebra:
    """Narwhals expressions; see `sheet.Algebra`."""

    def column(self, name: str) -> nw.Expr:
        """Name a column."""
        return nw.col(name)

    def text(self, value: str | None) -> nw.Expr:
        """Give a text, or no text, on every row."""
        return nw.lit(value, dtype=nw.String())

    def number(self, value: float) -> nw.Expr:
        """Give a small whole number, or a floating one, on every row."""
        return nw.lit(value, dtype=nw.Int8() if isinstance(value, int) else nw.Float64())

    def unknown(self) -> nw.Expr:
        """Give a truth that is unknown on every row."""
        return nw.lit(None, dtype=nw.Boolean())

    def both(self, one: nw.Expr, other: nw.Expr) -> nw.Expr:
        """Join by Kleene's and."""
        return one & other

    def either(self, one: nw.Expr, other: nw.Expr) -> nw.Expr:
        """Join by Kleene's or."""
        return one | other

    def opposite(self, term: nw.Expr) -> nw.Expr:
        """Turn into Kleene's not."""
        return ~term

    def is_null(self, term: nw.Expr) -> nw.Expr:
        """Ask whether a value is unknown."""
        return term.is_null()

    def equal(self, term: nw.Expr, value: int) -> nw.Expr:
        """Ask whether a value is this one."""
        return term == value

    def filled(self, term: nw.Expr, value: bool | int) -> nw.Expr:
        """Put a value where none is known."""
        return term.fill_null(value)

    def first(self, one: nw.Expr, other: nw.Expr) -> nw.Expr:
        """Take the first of two that is known."""
        return nw.coalesce(one, other)

    def when(self, condition: nw.Expr, then: Any, otherwise: Any | None) -> nw.Expr:
        """Take one value where the condition is true and another, or none, where it is not."""
        found = nw.when(condition).then(then)
        return found if otherwise is None else found.otherwise(otherwise)

    def real(self, term: nw.Expr) -> nw.Expr:
        """Turn whole numbers into floating ones."""
        return term.cast(nw.Float64())

    def rounded(self, term: nw.Expr, digits: int) -> nw.Expr:
        """Round to so many decimals."""
        return term.round(digits)

    def size(self, term: nw.Expr) -> nw.Expr:
        """Drop the sign."""
        return term.abs()

    def tally(self, terms: Sequence[nw.Expr]) -> nw.Expr:
        """Count the truths among terms that are all known."""
        return reduce(lambda one, other: one + other, [term.cast(nw.Int8()) for term in terms])

    def joined(self, terms: Sequence[nw.Expr], separator: str) -> nw.Expr:
        """Join the known texts."""
        return nw.concat_str(list(terms), separator=separator, ignore_nulls=True)

    def among(self, term: nw.Expr, words: Iterable[str]) -> nw.Expr:
        """Ask whether a text is one of the words."""
        # Polars takes a null for "not among"; here it stays unknown.
        return nw.when(~term.is_null()).then(term.is_in(sorted(words)))
