"""The words of `sheet` as sqlglot expressions; they print in DuckDB's, Postgres's, Spark's SQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any

from dantoc_policy.errors import MissingExtraError

if TYPE_CHECKING:
    from sqlglot import expressions as exp
else:
    try:
        from sqlglot import expressions as exp
    except ImportError as error:
        raise MissingExtraError.for_extra("sql", "sqlglot") from error

__all__ = ["SqlAlgebra", "exp"]


class SqlAlgebra:
    """sqlglot expressions; see `sheet.Algebra`."""

    def column(self, name: str) -> Any:
        """Name a column."""
        return exp.column(name, quoted=True)

    def text(self, value: str | None) -> Any:
        """Give a text, or no text, on every row."""
        return exp.cast(exp.null(), "text") if value is None else exp.Literal.string(value)

    def number(self, value: float) -> Any:
        """Give a number on every row."""
        return exp.convert(value)

    def unknown(self) -> Any:
        """Give a truth that is unknown on every row."""
        return exp.cast(exp.null(), "boolean")

    def both(self, one: Any, other: Any) -> Any:
        """Join by Kleene's and, which is SQL's."""
        return exp.And(this=_closed(one, exp.And), expression=_closed(other, exp.And))

    def either(self, one: Any, other: Any) -> Any:
        """Join by Kleene's or, which is SQL's."""
        return exp.Or(this=_closed(one, exp.Or), expression=_closed(other, exp.Or))

    def opposite(self, term: Any) -> Any:
        """Turn into Kleene's not, which is SQL's."""
        return exp.Not(this=_closed(term))

    def is_null(self, term: Any) -> Any:
        """Ask whether a value is unknown."""
        return exp.Is(this=_closed(term), expression=exp.null())

    def equal(self, term: Any, value: int) -> Any:
        """Ask whether a value is this one."""
        return term.eq(value)

    def filled(self, term: Any, value: bool | int) -> Any:
        """Put a value where none is known."""
        return exp.func("COALESCE", term, exp.convert(value))

    def first(self, one: Any, other: Any) -> Any:
        """Take the first of two that is known."""
        return exp.func("COALESCE", one, other)

    def when(self, condition: Any, then: Any, otherwise: Any | None) -> Any:
        """Take one value where the condition is true and another, or none, where it is not."""
        found = exp.case().when(condition, then)
        if isinstance(otherwise, exp.Case):
            # One list of arms reads better than cases within cases.
            for arm in otherwise.args["ifs"]:
                found.append("ifs", arm.copy())
            otherwise = otherwise.args.get("default")
        return found if otherwise is None else found.else_(otherwise)

    def real(self, term: Any) -> Any:
        """Give the number itself: it was made floating when it was cleaned."""
        return term

    def rounded(self, term: Any, digits: int) -> Any:
        """Round to so many decimals."""
        # Postgres rounds floating numbers to whole ones only.
        if not digits:
            return exp.func("FLOOR", term + 0.5)
        scale = 10**digits
        return exp.func("FLOOR", term * scale + 0.5) / exp.cast(exp.convert(scale), "double")

    def size(self, term: Any) -> Any:
        """Drop the sign."""
        return exp.func("ABS", term)

    def tally(self, terms: Sequence[Any]) -> Any:
        """Count the truths among terms that are all known."""
        ones = [self.when(term, exp.convert(1), exp.convert(0)) for term in terms]
        return reduce(lambda one, other: one + other, ones)

    def joined(self, terms: Sequence[Any], separator: str) -> Any:
        """Join the known texts."""
        # Not exp.ConcatWs, which is MySQL's and gives NULL for any NULL.
        return exp.Anonymous(this="CONCAT_WS", expressions=[exp.Literal.string(separator), *terms])

    def among(self, term: Any, words: Iterable[str]) -> Any:
        """Ask whether a text is one of the words."""
        return term.isin(*sorted(words))

    def figure(self, name: str) -> Any:
        """Give a number column as floating numbers whose NaN is null."""
        not_a_number = exp.cast(exp.Literal.string("NaN"), "double")
        return exp.func("NULLIF", exp.cast(self.column(name), "double"), not_a_number)


def _closed(term: Any, same: type[Any] | None = None) -> Any:
    """Put brackets round what is more than one word, unless it is joined by the same word."""
    # The operators of sqlglot leave some of these out, and AND binds before OR.
    alone = isinstance(term, exp.Column | exp.Cast | exp.Func | exp.Paren) and not isinstance(
        term, exp.Connector
    )
    alone = alone or (same is not None and isinstance(term, same))
    return term.copy() if alone else exp.paren(term)
