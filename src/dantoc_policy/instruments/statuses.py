"""Each status that an instrument can give, by itself: a group may have several at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from dantoc_policy.errors import Problem
from dantoc_policy.instruments.instrument import Instrument
from dantoc_policy.records.record import Record
from dantoc_policy.rules.decide import decide
from dantoc_policy.rules.evaluation import Evaluation
from dantoc_policy.values.text import Text


def statuses_by(
    instrument: Instrument,
    unit: str,
    record: Record,
    as_of: dt.date,
    readings: Mapping[str, str] | None = None,
) -> dict[str, Evaluation]:
    """Decide each status that an instrument gives by itself; the keys are those of the outcomes.

    >>> from dantoc_policy.instruments import qd_39_2020
    >>> from dantoc_policy.peoples.facts import EthnicGroupFacts
    >>> facts = EthnicGroupFacts(stable_in_region_iii_communes=True, population=428)
    >>> day = dt.date(2021, 6, 4)
    >>> found = statuses_by(qd_39_2020.INSTRUMENT, "ethnic_group", facts, day)
    >>> {key: answer.verdict.value for key, answer in found.items()}
    {'many_difficulties': 'undetermined', 'specific_difficulties': 'true'}
    """
    return {
        rule.cases[0].outcome.key: decide(
            rule, record, readings=readings, instrument=instrument.code, as_of=as_of
        )
        for rule in instrument.statuses.get(unit, ())
    }


def also_held(statuses: Mapping[str, Evaluation], answer: Evaluation) -> Iterator[Problem]:
    """Tell which statuses hold besides the one that an answer names."""
    for key, found in statuses.items():
        if found.decided is None or not found.decided.holds or key == answer.outcome:
            continue
        text, cited = found.decided.text, found.cases[0].provision
        where = Text("", "")
        if cited is not None:
            where = Text(f" ({cited.text('vi')})", f" ({cited.text('en')})")
        yield Problem(
            code="law.also_holds",
            severity="note",
            place=key,
            vi=f"số liệu cũng đạt tiêu chí: {text.vi}{where.vi}.",
            en=f"the figures also meet the criteria of: {text.en}{where.en}.",
        )
