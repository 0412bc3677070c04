"""Classify every row of a file: one result a row, none lost, and a summary."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import define, evolve, field, frozen

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.instruments.classify import UNITS, classify
from dantoc_policy.instruments.instrument import Instrument
from dantoc_policy.instruments.registry import select
from dantoc_policy.interfaces.files.columns import Columns, facts_matched
from dantoc_policy.interfaces.files.read import open_file
from dantoc_policy.interfaces.files.table import Row
from dantoc_policy.rules.evaluation import Evaluation
from dantoc_policy.rules.rule import Rule


@frozen(kw_only=True)
class RowResult:
    """What came out for one row: its answer, or the problems that prevent one.

    `evaluation` is None where the figures of the row contradict each other.
    """

    row: Row
    name: str | None
    evaluation: Evaluation | None
    problems: tuple[Problem, ...]

    @property
    def outcome(self) -> str | None:
        """The key of the outcome, None where undetermined."""
        return None if self.evaluation is None else self.evaluation.outcome

    @property
    def has_errors(self) -> bool:
        """Whether something in the row could not be read or contradicts itself."""
        return any(problem.severity == "error" for problem in self.problems)

    def to_dict(self) -> dict[str, Any]:
        """Give row, name and answer as plain JSON data."""
        found = self.evaluation
        return {
            "row": self.row.number,
            "name": self.name,
            "outcome": self.outcome,
            "possible": list(found.possible) if found else [],
            "verdict": found.verdict.value if found else "undetermined",
            "provisions": [provision.text() for provision in found.provisions] if found else [],
            "missing": list(found.missing) if found else [],
            "problems": [problem.to_dict() for problem in self.problems],
        }


@define
class Summary:
    """What came out in all; it grows while the rows are read."""

    rows: int = 0
    outcomes: Counter[str] = field(factory=Counter)
    undetermined: int = 0
    contradictory: int = 0
    with_errors: int = 0
    with_warnings: int = 0

    def add(self, result: RowResult) -> None:
        """Count one more row."""
        self.rows += 1
        if result.outcome is not None:
            self.outcomes[result.outcome] += 1
        else:
            self.undetermined += 1
        self.contradictory += result.evaluation is None or not result.evaluation.possible
        if result.has_errors:
            self.with_errors += 1
        elif any(problem.severity == "warning" for problem in result.problems):
            self.with_warnings += 1

    def to_dict(self) -> dict[str, Any]:
        """Give the counts as plain JSON data."""
        return {
            "rows": self.rows,
            "outcomes": dict(self.outcomes),
            "undetermined": self.undetermined,
            "contradictory": self.contradictory,
            "with_errors": self.with_errors,
            "with_warnings": self.with_warnings,
        }


@define(kw_only=True)
class ClassifiedFile:
    """A file that is being classified: iterate over it for the results, then ask `summary`.

    Rows are read and decided one by one, so that the file may be larger than memory.
    """

    columns: Columns
    as_of: dt.date
    unit: str
    instrument: Instrument
    rule: Rule
    readings: Mapping[str, str]
    notes: tuple[Problem, ...]
    summary: Summary = field(factory=Summary)
    named: str | None = None
    chosen: Mapping[str, str] | None = None

    def __iter__(self) -> Iterator[RowResult]:
        self.summary = Summary()
        for row in self.columns.table.scan():
            result = self.result(row)
            self.summary.add(result)
            yield result

    def result(self, row: Row) -> RowResult:
        """Decide one row."""
        record, problems = self.columns.read(row)
        if record is None:
            return RowResult(
                row=row, name=self.columns.name(row), evaluation=None, problems=problems
            )
        found = classify(record, self.as_of, instrument=self.named, readings=self.chosen)
        warnings = tuple(
            evolve(warning, place=self._place(row, warning.place)) for warning in found.warnings
        )
        return RowResult(
            row=row,
            name=self.columns.name(row),
            evaluation=found,
            problems=(*problems, *warnings),
        )

    def record(self, result: RowResult) -> dict[str, Any]:
        """Give a result with instrument, day and readings, as a line of jsonl has it."""
        return {
            **result.to_dict(),
            "instrument": self.instrument.code,
            "as_of": self.as_of.isoformat(),
            "readings": dict(self.readings),
        }

    def _place(self, row: Row, fact: str) -> str:
        at = self.columns.facts.get(fact)
        return fact if at is None else self.columns.table.place(row.number, at)


def classify_file(
    path: str | Path,
    as_of: dt.date,
    *,
    unit: str = "commune",
    instrument: str | None = None,
    readings: Mapping[str, str] | None = None,
    sheet: str | None = None,
) -> ClassifiedFile:
    """Open a file of communes, villages or provinces to classify its rows one by one.

    Everything that makes the whole input unusable is raised here, before any row is read: an
    unknown unit, instrument or reading, a day without an instrument, a file that is no sheet.
    """
    selection = select(unit, as_of, instrument)
    chosen = selection.instrument
    rule = chosen.rules[unit]
    _check_readings(chosen, rule, readings or {})
    rule.read(readings)
    columns = open_file(path, UNITS[unit], sheet=sheet)
    return ClassifiedFile(
        columns=columns,
        as_of=as_of,
        unit=unit,
        instrument=chosen,
        rule=rule,
        readings=_readings_used(chosen, rule, readings or {}),
        notes=(*selection.notes, *_other_unit(columns, unit)),
        named=instrument,
        chosen=readings,
    )


def _check_readings(instrument: Instrument, rule: Rule, readings: Mapping[str, str]) -> None:
    """Refuse a reading that the instrument does not offer: a slip would change the answer."""
    offered = {key: tuple(dict(node.options)) for key, node in rule.readings.items()} | {
        question.key: tuple(question.readings) for question in instrument.questions
    }
    for key, option in readings.items():
        if key in offered and option in offered[key]:
            continue
        choices = "; ".join(f"{name}={'|'.join(options)}" for name, options in offered.items())
        raise InputError.of(
            "reading.unknown",
            place=f"{key}={option}",
            vi=f"{instrument.name.vi} không có cách hiểu này cho loại đơn vị đã chọn.",
            en=f"{instrument.name.en} offers no such reading for this unit.",
            mend_vi=f"Chọn trong: {choices or 'không có'}.",
            mend_en=f"Choose from: {choices or 'none'}.",
        )


def _readings_used(
    instrument: Instrument, rule: Rule, readings: Mapping[str, str]
) -> Mapping[str, str]:
    asked = {
        question.key: readings[question.key]
        for question in instrument.questions
        if question.key in readings
    }
    return {**rule.readings_used(readings), **asked}


def _other_unit(columns: Columns, unit: str) -> tuple[Problem, ...]:
    """Warn where the headings fit another kind of place better."""
    matched = {name: facts_matched(columns.table, record) for name, record in UNITS.items()}
    best = max(matched, key=lambda name: matched[name])
    if matched[best] <= matched[unit]:
        return ()
    return (
        Problem(
            code="unit.other_fits_better",
            severity="warning",
            place=columns.table.path.name,
            vi=f"tên cột khớp loại đơn vị {best} hơn ({matched[best]} cột so với {matched[unit]}).",
            en=f"the headings fit a {best} better ({matched[best]} columns against "
            f"{matched[unit]}).",
            mend_vi=f"Nếu đúng vậy, dùng --unit {best}.",
            mend_en=f"If so, use --unit {best}.",
        ),
    )
