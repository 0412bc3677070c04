"""Which column of a file holds which fact, and how a row of cells becomes a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from attrs import evolve, frozen
from pydantic import ValidationError

from dantoc_policy.errors import PolicyError, Problem
from dantoc_policy.interfaces.files.cells import folded, is_unknown, read_cell, read_period
from dantoc_policy.interfaces.files.column_problems import (
    bounded_bound,
    contradicted,
    doubled,
    looks_like_total,
    two_ways,
)
from dantoc_policy.interfaces.files.header import FactOf
from dantoc_policy.interfaces.files.table import Row, Table
from dantoc_policy.places.headings import match_headings
from dantoc_policy.records.record import Record, problems_of
from dantoc_policy.values.bounds import Bounds
from dantoc_policy.values.numerals import Style, detect_style, reads_two_ways
from dantoc_policy.values.unit import Unit

SIDES = ("above", "below", "at_least", "at_most")
_COMPANION = re.compile(rf"(?P<fact>[a-z0-9_]+)_(?P<side>{'|'.join(SIDES)})")
_IDENTITY = ("name", "code", "code_1979", "code_2008", "province", "commune")
_ACROSS_FACTS = ("facts.", "share.")
_TOTALS = frozenset({"tổng", "tổng cộng", "tổng số", "cộng", "toàn huyện", "toàn tỉnh", "total"})


@frozen(kw_only=True)
class Columns:
    """The columns of a table by what they hold.

    `facts` and `identity` give the place of a column, `bounds` those of its companions such as
    `poor_rate_above`; `styles` says how the numbers of a column are written; `unknown` names
    the columns that hold none of these. Their cells are kept and not read.
    """

    table: Table
    record: type[Record]
    facts: Mapping[str, int]
    bounds: Mapping[str, Mapping[str, int]]
    identity: Mapping[str, int]
    styles: Mapping[int, Style]
    unknown: tuple[str, ...]

    @property
    def headings(self) -> Mapping[str, str]:
        """The column of each fact by name."""
        return {
            fact: self.table.columns[at] for fact, at in ({**self.identity, **self.facts}).items()
        }

    def name(self, row: Row) -> str | None:
        """Give the name of the place in a row, None where it has none."""
        return self._word(row, "name")

    def read(self, row: Row) -> tuple[Record | None, tuple[Problem, ...]]:
        """Give the record of a row, None where its figures contradict each other.

        A cell that cannot be read is a problem and counts as not known.
        """
        problems = list(row.problems)
        if any(problem.severity == "error" for problem in problems):
            return None, tuple(problems)
        values: dict[str, Any] = {}
        for fact, at in self.facts.items():
            self._take(values, problems, row, fact, at)
        for fact, sides in self.bounds.items():
            self._bound(values, problems, row, fact, sides)
        for fact in _IDENTITY:
            if (word := self._word(row, fact)) is not None:
                values[fact] = word
        if folded(values.get("name", "")) in _TOTALS:
            problems.append(looks_like_total(self.table.place(row.number, self.identity["name"])))
        record, found = self._build(values, row)
        return record, (*problems, *found)

    def _word(self, row: Row, fact: str) -> str | None:
        at = self.identity.get(fact)
        if at is None:
            return None
        cell = row.cells[at]
        if cell is None:
            cell = row.merged.get(at)
        if is_unknown(cell):
            return None
        return " ".join(str(cell).split())

    def _take(
        self, values: dict[str, Any], problems: list[Problem], row: Row, fact: str, at: int
    ) -> None:
        cell = row.cells[at]
        try:
            if fact == "figures_date":
                values[fact] = read_period(cell)
                return
            unit = self.record.facts()[fact].unit
            style = self.styles.get(at, "auto")
            values[fact] = read_cell(cell, unit, style)
        except PolicyError as error:
            problems.append(evolve(error.problem, place=self.table.place(row.number, at)))
            return
        if style == "auto" and not unit.whole and isinstance(cell, str) and reads_two_ways(cell):
            problems.append(two_ways(self.table.place(row.number, at), cell, values[fact]))

    def _bound(
        self,
        values: dict[str, Any],
        problems: list[Problem],
        row: Row,
        fact: str,
        sides: Mapping[str, int],
    ) -> None:
        """Read the companions of a fact: a figure that is given counts, if it keeps to them."""
        limits: dict[str, Any] = {}
        first = next(iter(sides.values()))
        for side, at in sides.items():
            self._take(limits, problems, row, fact, at)
            limit = limits.pop(fact, None)
            if isinstance(limit, Bounds):
                problems.append(bounded_bound(self.table.place(row.number, at)))
            elif limit is not None:
                limits[side] = limit
        if not limits:
            return
        place = self.table.place(row.number, first)
        try:
            bounds = Bounds.of(**limits)
        except PolicyError as error:
            problems.append(evolve(error.problem, place=place))
            return
        stated = values.get(fact)
        if stated is None:
            values[fact] = bounds
        elif isinstance(stated, Bounds) or not bounds.admits(stated):
            values[fact] = None
            problems.append(contradicted(place, stated, bounds))

    def _build(self, values: dict[str, Any], row: Row) -> tuple[Record | None, tuple[Problem, ...]]:
        try:
            return self.record(**values), ()
        except ValidationError as error:
            found = problems_of(error)
        placed = tuple(evolve(problem, place=self._place(row, problem)) for problem in found)
        if any(problem.code.startswith(_ACROSS_FACTS) for problem in found):
            return None, placed
        # Only single cells are wrong: they are not known, and the others still say something.
        bad = {problem.place for problem in found}
        kept = {fact: value for fact, value in values.items() if fact not in bad}
        if len(kept) == len(values):
            return None, placed
        record, more = self._build(kept, row)
        return record, (*placed, *more)

    def _place(self, row: Row, problem: Problem) -> str:
        at = ({**self.facts, **self.identity}).get(problem.place)
        if at is None and problem.place in self.bounds:
            at = next(iter(self.bounds[problem.place].values()))
        return problem.place if at is None else self.table.place(row.number, at)


def fact_finder(record: type[Record]) -> FactOf:
    """Give a function that tells which fact, identity or companion a heading names.

    >>> from dantoc_policy.places.commune import Commune
    >>> find = fact_finder(Commune)
    >>> find("SỐ HỘ NGHÈO"), find("poor_rate_above"), find("Ghi chú")
    ('poor_households', 'poor_rate_above', None)
    """
    facts = record.facts()

    @cache
    def find(heading: str) -> str | None:
        found = next(iter(match_headings(record, [heading])), None)
        if found is None and (match := _COMPANION.fullmatch(heading.strip())):
            info = facts.get(match["fact"])
            return match[0] if info is not None and info.unit.numeric else None
        return found

    return find


def columns_of(table: Table, record: type[Record]) -> Columns:
    """Match the columns of a table; raises `InputError` where two hold the same fact."""
    find = fact_finder(record)
    placed: dict[str, int] = {}
    bounds: dict[str, dict[str, int]] = {}
    unknown = []
    for at, heading in enumerate(table.headings):
        fact = find(heading) if heading else None
        if fact is None or (fact in _IDENTITY and fact in placed):
            unknown.append(table.columns[at])
        elif fact in placed:
            raise doubled(table, placed[fact], at)
        else:
            placed[fact] = at
            if fact not in record.model_fields and (match := _COMPANION.fullmatch(fact)):
                bounds.setdefault(match["fact"], {})[match["side"]] = at
    facts = {
        fact: at for fact, at in placed.items() if fact in record.facts() or fact == "figures_date"
    }
    identity = {fact: placed[fact] for fact in _IDENTITY if fact in placed}
    numeric = {
        at: record.facts()[fact].unit for fact, at in facts.items() if fact in record.facts()
    } | {at: record.facts()[fact].unit for fact, sides in bounds.items() for at in sides.values()}
    return Columns(
        table=table,
        record=record,
        facts=facts,
        bounds=bounds,
        identity=identity,
        styles=_styles(table, {at: unit for at, unit in numeric.items() if unit.numeric}),
        unknown=tuple(unknown),
    )


def facts_matched(table: Table, record: type[Record]) -> int:
    """Count the facts of a record class that the headings of a table name."""
    find: Callable[[str], str | None] = fact_finder(record)
    identity = (*_IDENTITY, "figures_date")
    found = {find(heading) for heading in table.headings if heading}
    return len(found - {None, *identity})


def _styles(table: Table, columns: Mapping[int, Unit]) -> Mapping[int, Style]:
    """Tell how each column writes its numbers, from all its cells.

    Where measures of one column could be read either way, the other columns of the sheet tell,
    if they agree; counts need no help, since they have no decimals.
    """
    seen: dict[int, set[Style]] = {at: set() for at in columns}
    if not columns or (table.format == "parquet" and not _has_text(table, columns)):
        return {}
    for row in table.scan():
        for at, styles in seen.items():
            cell = row.cells[at]
            if isinstance(cell, str) and len(styles) < 2 and ("," in cell or "." in cell):  # noqa: PLR2004
                styles.add(detect_style([cell]))
                styles.discard("auto")
    told: set[Style] = {next(iter(styles)) for styles in seen.values() if len(styles) == 1}
    shared: Style = told.pop() if len(told) == 1 else "auto"
    found: dict[int, Style] = {}
    for at, styles in seen.items():
        if len(styles) == 1:
            found[at] = styles.pop()
        elif not (styles or columns[at].whole or columns[at] is Unit.VND):
            found[at] = shared
    return found


def _has_text(table: Table, columns: Mapping[int, Unit]) -> bool:
    types = list((table.schema or {}).values())
    return any("String" in str(types[at]) for at in columns)
