"""Classify one record by the instrument in force on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import evolve

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.instruments.instrument import Instrument
from dantoc_policy.instruments.registry import select
from dantoc_policy.instruments.statuses import also_held, statuses_by
from dantoc_policy.peoples.facts import EthnicGroupFacts
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.province import Province
from dantoc_policy.places.record import PlaceRecord
from dantoc_policy.places.situation import MERGER, plain_name, situation
from dantoc_policy.places.village import Village
from dantoc_policy.records.record import Record
from dantoc_policy.rules.decide import decide
from dantoc_policy.rules.evaluation import Evaluation
from dantoc_policy.values.text import Text

UNITS: Mapping[str, type[Record]] = {
    "commune": Commune,
    "village": Village,
    "province": Province,
    "ethnic_group": EthnicGroupFacts,
}


def classify(
    record: Record,
    as_of: dt.date,
    *,
    instrument: str | None = None,
    readings: Mapping[str, str] | None = None,
) -> Evaluation:
    """Give the region of a commune, or the status of a village, province or group, on a day.

    The instrument in force on `as_of` decides, unless `instrument` names one by code or key.
    `readings` chooses among the readings of ambiguous provisions, such as `{"A33-3": "R2"}`.
    Where the record does not say whether it lies in the Mekong Delta or the Southeast, its
    province does. Where a group has several statuses the outcome is the first, and a note tells of
    the others. Raises `NotInForceError` where no instrument covers the day, and `InputError` for an
    instrument or a reading that does not exist.

    >>> commune = Commune(
    ...     households=1383, minority_households=248, poor_rate=5.92, meets_new_rural_standard=True
    ... )
    >>> answer = classify(commune, dt.date(2021, 6, 4))
    >>> answer.outcome, answer.instrument
    ('I', '33/2020/QĐ-TTg')
    """
    unit = unit_of(record)
    selection = select(unit, as_of, instrument, readings)
    chosen = selection.instrument
    answer = decide(
        chosen.rules[unit],
        record,
        readings=readings,
        derived=derived_facts(record, as_of, readings),
        instrument=chosen.code,
        as_of=as_of,
        notes=(
            *selection.notes,
            *chosen.caveats.get(unit, ()),
            *situation_notes(record, as_of, readings),
            *poverty_standard_notes(record, chosen),
        ),
    )
    also = tuple(also_held(statuses_by(chosen, unit, record, as_of, readings), answer))
    return evolve(answer, notes=(*also, *answer.notes)) if also else answer


def unit_of(record: object) -> str:
    """Give the kind of unit that a record describes; raises `InputError` for another object."""
    for unit, model in UNITS.items():
        if isinstance(record, model):
            return unit
    raise InputError.of(
        "record.unknown",
        place=type(record).__name__,
        vi="không phân loại được đối tượng này.",
        en="this cannot be classified.",
        mend_vi="Cho một Commune, Village, Province hoặc EthnicGroupFacts.",
        mend_en="Give a Commune, a Village, a Province or EthnicGroupFacts.",
    )


def derived_facts(
    record: Record, as_of: dt.date, readings: Mapping[str, str] | None
) -> dict[str, bool]:
    """Give the facts that the record leaves open and its province answers."""
    if not isinstance(record, PlaceRecord) or record.province is None:
        return {}
    known = record.__dict__
    return {
        name: truth
        for name, truth in situation(record.province, as_of, readings).items()
        if name in known and known[name] is None
    }


def situation_notes(
    record: Record, as_of: dt.date, readings: Mapping[str, str] | None
) -> tuple[Problem, ...]:
    """Tell where the province does not settle the situation of a place, or disagrees with it."""
    if not isinstance(record, PlaceRecord):
        return ()
    province, known = record.province, record.__dict__
    if province is None or "in_mekong_delta" not in known:
        return ()
    told = situation(province, as_of, readings)
    if not told and known["in_mekong_delta"] is None:
        return (
            Problem(
                code="province.unknown",
                severity="warning",
                place="province",
                vi=f"không có tỉnh, thành phố nào tên {province} ngày {as_of.isoformat()}, nên "
                "không suy ra được vùng.",
                en=f"no province is called {province} on {as_of.isoformat()}, so the region of "
                "the country does not follow from it.",
                mend_vi="Ghi tên tỉnh vào ngày đó, hoặc ghi rõ có thuộc vùng ĐBSCL không.",
                mend_en="Give the province of that day, or say whether it is in the Mekong Delta.",
            ),
        )
    notes = [
        Problem(
            code="province.disagrees",
            severity="warning",
            place=name,
            vi=f"số liệu đã ghi khác với vùng của {province} ngày {as_of.isoformat()}; đã dùng "
            "điều được ghi.",
            en=f"what is stated differs from where {province} lies on {as_of.isoformat()}; what "
            "is stated was used.",
            mend_vi="Kiểm tra lại tên tỉnh hoặc vùng.",
            mend_en="Check the province or the region.",
        )
        for name, truth in told.items()
        if known[name] not in (None, truth)
    ]
    mixed = as_of >= MERGER and plain_name(province) == plain_name("Tây Ninh")
    if mixed and known["in_mekong_delta"] is None:
        used = (readings or {}).get("A272-5", "R1")
        notes.append(
            Problem(
                code="law.reading",
                severity="note",
                place="A272-5",
                vi=f"Tây Ninh từ 01/7/2025 gồm cả Long An cũ; đã dùng cách hiểu {used} về phạm vi "
                "vùng Đồng bằng sông Cửu Long.",
                en=f"Tây Ninh has held former Long An since 1 July 2025; reading {used} of the "
                "extent of the Mekong Delta was used.",
            )
        )
    return tuple(notes)


def poverty_standard_notes(record: Record, instrument: Instrument) -> tuple[Problem, ...]:
    """Warn where the figures were counted under another poverty line than the criteria mean."""
    period, standard = record.figures_date, instrument.poverty_standard
    # Figures of a time that only partly keeps to the line may be of the other one.
    if period is None or standard is None or standard.intersection(period) == period:
        return ()
    values: Any = record.__dict__
    if not any(values.get(name) is not None for name in values if "poor" in name):
        return ()
    partly = Text(" hoàn toàn", " wholly") if standard.overlaps(period) else Text("", "")
    return (
        Problem(
            code="figures.other_poverty_standard",
            severity="warning",
            place="figures_date",
            vi=f"số liệu hộ nghèo {period.text('vi')} không{partly.vi} theo chuẩn nghèo mà "
            f"{instrument.name.vi} dùng ({standard.text('vi')}); tỷ lệ không so sánh được với "
            "ngưỡng.",
            en=f"the poverty figures {period.text('en')} do not{partly.en} follow the poverty line "
            f"that {instrument.name.en} means ({standard.text('en')}); the rate and the threshold "
            "are not comparable.",
            mend_vi="Dùng số liệu của đúng giai đoạn.",
            mend_en="Use figures of the right period.",
        ),
    )
