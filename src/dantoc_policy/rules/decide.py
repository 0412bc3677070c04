"""The first reading of a rule: decide one record, exactly, and say on what grounds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dantoc_policy.errors import Problem
from dantoc_policy.rules.evaluation import Evaluation
from dantoc_policy.rules.exact.atom import Values
from dantoc_policy.rules.exact.compiled import compiled
from dantoc_policy.rules.exact.completion import Completions
from dantoc_policy.rules.rule import Rule


def decide(
    rule: Rule,
    record: Any,
    *,
    readings: Mapping[str, str] | None = None,
    derived: Mapping[str, Any] | None = None,
    instrument: str | None = None,
    as_of: dt.date | None = None,
    notes: tuple[Problem, ...] = (),
) -> Evaluation:
    """Decide a record by a rule: the outcome if all completions share it, else what is possible.

    `record` is an instance of the rule's record class; `readings` chooses among the readings of
    ambiguous provisions; `derived` fills in facts that follow from others. `instrument`, `as_of`
    and `notes` are kept with the answer. Raises `InputError` for a reading that does not exist.

    >>> from dantoc_policy.instruments import qd_33_2020
    >>> from dantoc_policy.places.commune import Commune
    >>> commune = Commune(minority_share=92, poor_rate=8, in_mekong_delta=False)
    >>> decide(qd_33_2020.COMMUNE, commune).outcome
    'I'
    """
    values: Values = {**record.__dict__, **derived} if derived else record.__dict__
    prepared = compiled(rule.read(readings))
    truths = prepared.truths(values)
    outcome = prepared.outcome(truths)
    completions = None
    possible: tuple[int, ...] = () if outcome is None else (outcome,)
    if outcome is None:
        completions = Completions(prepared, values, truths)
        truths, possible = completions.truths, tuple(completions.possible())
    return Evaluation(
        prepared,
        rule,
        record,
        values,
        readings,
        truths,
        possible,
        completions,
        instrument,
        as_of,
        notes=notes,
    )
