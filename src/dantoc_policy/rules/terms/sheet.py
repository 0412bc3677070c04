"""Columns that are worked out from columns, in stages, for data frames and for SQL alike.

A term that is used more than once is kept as a column of its own stage: one nested expression
repeats it, and costs two to three times as much. The words are few and Kleene's: `&`, `|` and
`~` of an unknown stay unknown unless the other side decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any, Protocol, Self

from attrs import frozen


class Algebra(Protocol):
    """What a backend must be able to say beyond `+ - *` and comparisons."""

    def column(self, name: str) -> Any:
        """Name a column."""
        ...

    def text(self, value: str | None) -> Any:
        """Give a text, or no text, on every row."""
        ...

    def number(self, value: float) -> Any:
        """Give a small whole number, or a floating one, on every row."""
        ...

    def unknown(self) -> Any:
        """Give a truth that is unknown on every row."""
        ...

    def both(self, one: Any, other: Any) -> Any:
        """Join by Kleene's and."""
        ...

    def either(self, one: Any, other: Any) -> Any:
        """Join by Kleene's or."""
        ...

    def opposite(self, term: Any) -> Any:
        """Turn into Kleene's not."""
        ...

    def is_null(self, term: Any) -> Any:
        """Ask whether a value is unknown."""
        ...

    def equal(self, term: Any, value: int) -> Any:
        """Ask whether a value is this one."""
        ...

    def filled(self, term: Any, value: bool | int) -> Any:
        """Put a value where none is known."""
        ...

    def first(self, one: Any, other: Any) -> Any:
        """Take the first of two that is known."""
        ...

    def when(self, condition: Any, then: Any, otherwise: Any | None) -> Any:
        """Take one value where the condition is true and another, or none, where it is not."""
        ...

    def real(self, term: Any) -> Any:
        """Turn whole numbers into floating ones."""
        ...

    def rounded(self, term: Any, digits: int) -> Any:
        """Round to so many decimals."""
        ...

    def size(self, term: Any) -> Any:
        """Drop the sign."""
        ...

    def tally(self, terms: Sequence[Any]) -> Any:
        """Count the truths among terms that are all known."""
        ...

    def joined(self, terms: Sequence[Any], separator: str) -> Any:
        """Join the known texts."""
        ...

    def among(self, term: Any, words: Iterable[str]) -> Any:
        """Ask whether a text is one of the words."""
        ...


@frozen(eq=False)
class Term:
    """An expression of one backend, and how many stages must have run before it can.

    `blank` marks a truth that is unknown on every row; what it decides nothing of stays so.
    """

    algebra: Algebra
    expression: Any
    level: int = 0
    blank: bool = False

    def _to(self, expression: Any, *others: object) -> Self:
        levels = [other.level for other in others if isinstance(other, Term)]
        return type(self)(self.algebra, expression, max([self.level, *levels]))

    def __and__(self, other: Term) -> Self:
        if self.blank and other.blank:
            return self
        return self._to(self.algebra.both(self.expression, other.expression), other)

    def __or__(self, other: Term) -> Self:
        if self.blank and other.blank:
            return self
        return self._to(self.algebra.either(self.expression, other.expression), other)

    def __invert__(self) -> Self:
        return self if self.blank else self._to(self.algebra.opposite(self.expression))

    def __add__(self, other: Term | float) -> Self:
        return self._to(self.expression + _raw(other), other)

    def __sub__(self, other: Term | float) -> Self:
        return self._to(self.expression - _raw(other), other)

    def __mul__(self, other: Term | float) -> Self:
        # Multiplied by one, a column would only be copied.
        if isinstance(other, int) and other == 1:
            return self
        return self._to(self.expression * _raw(other), other)

    def __ge__(self, other: Term | float) -> Self:
        return self._to(self.expression >= _raw(other), other)

    def __gt__(self, other: Term | float) -> Self:
        return self._to(self.expression > _raw(other), other)

    def __lt__(self, other: Term | float) -> Self:
        return self._to(self.expression < _raw(other), other)

    def is_null(self) -> Self:
        """Ask whether it is unknown."""
        return self._to(self.algebra.is_null(self.expression))

    def equals(self, value: int) -> Self:
        """Ask whether it is this value."""
        return self._to(self.algebra.equal(self.expression, value))

    def filled(self, value: bool | int) -> Self:
        """Put a value where it is unknown."""
        return self._to(self.algebra.filled(self.expression, value))

    def or_else(self, other: Term) -> Self:
        """Take another one where it is unknown."""
        return self._to(self.algebra.first(self.expression, other.expression), other)

    def real(self) -> Self:
        """Turn whole numbers into floating ones."""
        return self._to(self.algebra.real(self.expression))

    def rounded(self, digits: int) -> Self:
        """Round it."""
        return self._to(self.algebra.rounded(self.expression, digits))

    def size(self) -> Self:
        """Drop the sign."""
        return self._to(self.algebra.size(self.expression))

    def then(self, value: Term, otherwise: Term | None = None) -> Self:
        """Take the value where this is true."""
        other = None if otherwise is None else otherwise.expression
        found = self.algebra.when(self.expression, value.expression, other)
        return self._to(found, value, otherwise)


class Sheet:
    """The stages of one computation; `staged=False` makes one expression of each result."""

    def __init__(self, algebra: Algebra, prefix: str, *, staged: bool = True) -> None:
        self.algebra = algebra
        self.prefix = prefix
        self.staged = staged
        self.stages: list[dict[str, Any]] = []
        self._count = 0

    def keep(self, term: Term, name: str = "") -> Term:
        """Give a column of its own to a term that is used more than once."""
        if not self.staged or term.blank:
            return term
        self._count += 1
        column = f"{self.prefix}{name}{self._count}"
        while len(self.stages) <= term.level:
            self.stages.append({})
        self.stages[term.level][column] = term.expression
        return Term(self.algebra, self.algebra.column(column), term.level + 1)

    def column(self, name: str) -> Term:
        """Name a column that is there from the beginning."""
        return Term(self.algebra, self.algebra.column(name))

    def text(self, value: str | None) -> Term:
        """Give a text on every row."""
        return Term(self.algebra, self.algebra.text(value))

    def number(self, value: float) -> Term:
        """Give a small whole number, or a floating one, on every row."""
        return Term(self.algebra, self.algebra.number(value))

    def unknown(self) -> Term:
        """Give an unknown truth on every row."""
        return Term(self.algebra, self.algebra.unknown(), blank=True)

    def tally(self, terms: Sequence[Term]) -> Term:
        """Count the truths among terms that are all known."""
        return self._of(self.algebra.tally([term.expression for term in terms]), terms)

    def joined(self, terms: Sequence[Term], separator: str) -> Term:
        """Join the known texts."""
        return self._of(self.algebra.joined([t.expression for t in terms], separator), terms)

    def cases(self, arms: Sequence[tuple[Term, Term]], otherwise: Term | None = None) -> Term:
        """Take the value of the first arm whose condition is true."""
        found = otherwise
        for condition, value in reversed(arms):
            found = condition.then(value, found)
        assert found is not None  # noqa: S101 - no caller passes neither
        return found

    def _of(self, expression: Any, terms: Sequence[Term]) -> Term:
        return Term(self.algebra, expression, max((term.level for term in terms), default=0))


def every(terms: Sequence[Term]) -> Term:
    """Join terms by and."""
    return reduce(Term.__and__, terms)


def some(terms: Sequence[Term]) -> Term:
    """Join terms by or."""
    return reduce(Term.__or__, terms)


def _raw(other: Any) -> Any:
    return other.expression if isinstance(other, Term) else other
