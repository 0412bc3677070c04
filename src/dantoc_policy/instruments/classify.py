"""Classify one record by the instrument in force on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import evolve

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.instruments.instrument import Instrument
from dantoc_policy.instruments.registry import select
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.province import Province
from dantoc_policy.places.record import PlaceRecord
from dantoc_policy.places.situation import situation
from dantoc_policy.places.village import Village
from dantoc_policy.rules.decide import decide
from dantoc_policy.rules.evaluation import Evaluation

UNITS: Mapping[str, type[PlaceRecord]] = {
    "commune": Commune,
    "village": Village,
    "province": Province,
}


def classify(
    record: PlaceRecord,
    as_of: dt.date,
    *,
    instrument: str | None = None,
    readings: Mapping[str, str] | None = None,
) -> Evaluation:
    """Give the region of a commune, or the status of a village or province, on a day.

    The instrument in force on `as_of` decides, unless `instrument` names one by code or key.
    `readings` chooses among the readings of ambiguous provisions, such as `{"A33-3": "R2"}`.
    Where the record does not say whether it lies in the Mekong Delta or the Southeast, its
    province does. Raises `NotInForceError` where no instrument covers the day, and `InputError`
    for an instrument or a reading that does not exist.

    >>> commune = Commune(households=1383, minority_households=248, poor_rate=5.92,
    ...                   meets_new_rural_standard=True)
    >>> answer = classify(commune, dt.date(2021, 6, 4))
    >>> answer.outcome, answer.instrument
    ('I', '33/2020/QĐ-TTg')
    """
    if isinstance(as_of, dt.datetime) or not isinstance(as_of, dt.date):
        raise InputError.of(
            "as_of.not_a_date",
            place="as_of",
            vi=f"{as_of!r} không phải là một ngày.",
            en=f"{as_of!r} is not a date.",
            mend_vi="Cho datetime.date(2021, 6, 4).",
            mend_en="Give datetime.date(2021, 6, 4).",
        )
    unit = unit_of(record)
    selection = select(unit, as_of, instrument)
    chosen = selection.instrument
    evaluation = decide(
        chosen.rules[unit],
        record,
        readings=readings,
        derived=derived_facts(record, as_of, readings),
    )
    notes = (*selection.notes, *poverty_standard_notes(record, chosen))
    return evolve(evaluation, instrument=chosen.code, as_of=as_of, notes=notes)


def unit_of(record: object) -> str:
    """Give the kind of place that a record describes; raises `InputError` for another object."""
    for unit, model in UNITS.items():
        if isinstance(record, model):
            return unit
    raise InputError.of(
        "record.unknown",
        place=type(record).__name__,
        vi="không phân loại được đối tượng này.",
        en="this cannot be classified.",
        mend_vi="Cho một Commune, Village hoặc Province.",
        mend_en="Give a Commune, a Village or a Province.",
    )


def derived_facts(
    record: PlaceRecord, as_of: dt.date, readings: Mapping[str, str] | None
) -> dict[str, bool]:
    """Give the facts that the record leaves open and its province answers."""
    if record.province is None:
        return {}
    known = record.__dict__
    return {
        name: truth
        for name, truth in situation(record.province, as_of, readings).items()
        if name in known and known[name] is None
    }


def poverty_standard_notes(record: PlaceRecord, instrument: Instrument) -> tuple[Problem, ...]:
    """Warn where the figures were counted under another poverty line than the criteria mean."""
    period = record.figures_date
    if period is None or instrument.poverty_standard.overlaps(period):
        return ()
    values: Any = record.__dict__
    if not any(values.get(name) is not None for name in values if "poor" in name):
        return ()
    standard = instrument.poverty_standard
    return (
        Problem(
            code="figures.other_poverty_standard",
            severity="warning",
            place="figures_date",
            vi=f"số liệu hộ nghèo {period.text('vi')} không theo chuẩn nghèo mà {instrument.name.vi} "
            f"dùng ({standard.text('vi')}); tỷ lệ không so sánh được với ngưỡng.",
            en=f"the poverty figures {period.text('en')} do not follow the poverty line that "
            f"{instrument.name.en} means ({standard.text('en')}); the rate and the threshold are "
            "not comparable.",
            mend_vi="Dùng số liệu của đúng giai đoạn.",
            mend_en="Use figures of the right period.",
        ),
    )
