"""All packaged instruments, and which of them decides on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module

from attrs import frozen

from dantoc_policy.errors import InputError, NotInForceError, Problem
from dantoc_policy.instruments.instrument import Instrument

_MODULES = (
    "nd_05_2011",
    "qd_50_2016",
    "qd_33_2020",
    "qd_39_2020",
    "nd_255_2025",
    "nd_272_2025",
)

# December 2025: Decree 272 already determines, while the lists of Decision 33 still give status;
# since 15 November so do Decree 255 and the list under Decision 39.
_PRECEDENCE = {
    ("33/2020/QĐ-TTg", "272/2025/NĐ-CP"): Problem(
        code="instrument.two_in_force",
        severity="warning",
        place="as_of",
        vi="hai văn bản cùng có hiệu lực: Quyết định 33/2020/QĐ-TTg (danh sách 2021-2025 còn áp "
        "dụng đến hết 31/12/2025) và Nghị định 272/2025/NĐ-CP (tiêu chí dùng để xác định cho "
        "2026-2030 từ 01/12/2025). Đã dùng Nghị định 272/2025/NĐ-CP.",
        en="two instruments are in force: Decision 33/2020/QĐ-TTg (its lists of 2021-2025 apply "
        "until 31 December 2025) and Decree 272/2025/NĐ-CP (its criteria determine 2026-2030 "
        "from 1 December 2025). Decree 272/2025/NĐ-CP was used.",
        mend_vi='Muốn tính theo văn bản trước: instrument="33/2020/QĐ-TTg".',
        mend_en='To compute under the earlier one, pass instrument="33/2020/QĐ-TTg".',
    ),
    ("39/2020/QĐ-TTg", "255/2025/NĐ-CP"): Problem(
        code="instrument.two_in_force",
        severity="warning",
        place="as_of",
        vi="hai văn bản cùng có hiệu lực: Quyết định 39/2020/QĐ-TTg (giai đoạn 2021-2025, đến hết "
        "31/12/2025) và Nghị định 255/2025/NĐ-CP (tiêu chí dùng để xác định cho 2026-2030 từ "
        "15/11/2025). Đã dùng Nghị định 255/2025/NĐ-CP.",
        en="two instruments are in force: Decision 39/2020/QĐ-TTg (for 2021-2025, until 31 "
        "December 2025) and Decree 255/2025/NĐ-CP (its criteria determine 2026-2030 from 15 "
        "November 2025). Decree 255/2025/NĐ-CP was used.",
        mend_vi='Muốn tính theo văn bản trước: instrument="39/2020/QĐ-TTg".',
        mend_en='To compute under the earlier one, pass instrument="39/2020/QĐ-TTg".',
    ),
}


@cache
def instruments() -> Mapping[str, Instrument]:
    """Give the packaged instruments by code, the oldest first.

    >>> list(instruments())[:3]
    ['05/2011/NĐ-CP', '50/2016/QĐ-TTg', '33/2020/QĐ-TTg']
    >>> list(instruments())[3:]
    ['39/2020/QĐ-TTg', '255/2025/NĐ-CP', '272/2025/NĐ-CP']
    """
    package = __name__.rpartition(".")[0]
    found = (import_module(f"{package}.{name}").INSTRUMENT for name in _MODULES)
    return {instrument.code: instrument for instrument in found}


@frozen
class Selection:
    """The instrument that decides, and what should be known about the choice."""

    instrument: Instrument
    notes: tuple[Problem, ...] = ()


def select(
    unit: str,
    as_of: dt.date,
    instrument: str | None = None,
    readings: Mapping[str, str] | None = None,
) -> Selection:
    """Choose the instrument that decides about a unit on a day, unless one is named.

    Raises `NotInForceError` where none is in force, `InputError` for what is not a date, an
    unknown name, a unit that the instrument does not classify, or a reading that no instrument
    offers.

    >>> select("commune", dt.date(2021, 6, 4)).instrument.code
    '33/2020/QĐ-TTg'
    """
    _check_day(as_of)
    if readings:
        _check_readings(readings)
    return _selected(unit, as_of, instrument)


@lru_cache(maxsize=1024)
def _selected(unit: str, as_of: dt.date, instrument: str | None) -> Selection:
    if instrument is not None:
        return _named(unit, as_of, instrument)
    able = [
        found for found in instruments().values() if unit in found.rules and not found.by_name_only
    ]
    if not able:
        raise _unknown_unit(unit, sorted({u for i in instruments().values() for u in i.rules}))
    valid = [found for found in able if as_of in found.in_force]
    if not valid:
        spans_vi = "; ".join(f"{i.name.vi} {i.in_force.text('vi')}" for i in able)
        spans_en = "; ".join(f"{i.name.en} {i.in_force.text('en')}" for i in able)
        raise NotInForceError.of(
            "instrument.none_in_force",
            place="as_of",
            vi=f"ngày {as_of.isoformat()} không thuộc thời gian áp dụng của văn bản nào đã có: "
            f"{spans_vi}.",
            en=f"on {as_of.isoformat()} none of the packaged instruments is in force: {spans_en}.",
            mend_vi="Chọn ngày khác, hoặc nêu tên văn bản bằng instrument=...",
            mend_en="Choose another date, or name one with instrument=...",
        )
    note = _PRECEDENCE.get(tuple(found.code for found in valid))  # type: ignore[arg-type]
    return Selection(valid[-1], (note,) if note else ())


def _named(unit: str, as_of: dt.date, name: str) -> Selection:
    for found in instruments().values():
        if name in (found.code, found.key):
            break
    else:
        raise InputError.of(
            "instrument.unknown",
            place="instrument",
            vi=f"không có văn bản {name}.",
            en=f"there is no instrument {name}.",
            mend_vi=f"Chọn một trong: {', '.join(instruments())}.",
            mend_en=f"Choose one of: {', '.join(instruments())}.",
        )
    if unit not in found.rules:
        raise _unknown_unit(unit, sorted(found.rules))
    if as_of in found.in_force:
        return Selection(found)
    return Selection(
        found,
        (
            Problem(
                code="instrument.not_in_force",
                severity="warning",
                place="instrument",
                vi=f"{found.name.vi} không có hiệu lực ngày {as_of.isoformat()}; đã dùng vì được "
                "nêu tên.",
                en=f"{found.name.en} is not in force on {as_of.isoformat()}; it was used because "
                "it was named.",
            ),
        ),
    )


def _unknown_unit(unit: str, known: list[str]) -> InputError:
    return InputError.of(
        "unit.unknown",
        place="unit",
        vi=f"không có tiêu chí nào cho loại đơn vị {unit!r}.",
        en=f"no criteria classify a {unit!r}.",
        mend_vi=f"Chọn một trong: {', '.join(known)}.",
        mend_en=f"Choose one of: {', '.join(known)}.",
    )


def _check_day(as_of: object) -> None:
    # Types are not checked at run time elsewhere; a date is too easily a string or a datetime.
    if type(as_of) is not dt.date:
        raise InputError.of(
            "as_of.not_a_date",
            place="as_of",
            vi=f"{as_of!r} không phải là một ngày.",
            en=f"{as_of!r} is not a date.",
            mend_vi="Cho as_of=datetime.date(2021, 6, 4).",
            mend_en="Give as_of=datetime.date(2021, 6, 4).",
        )


@cache
def known_readings() -> Mapping[str, tuple[str, ...]]:
    """Give the options of every ambiguity that some packaged instrument names."""
    found: dict[str, tuple[str, ...]] = {}
    for instrument in instruments().values():
        for rule in instrument.rules.values():
            found |= {
                key: tuple(option for option, _ in node.options)
                for key, node in rule.readings.items()
            }
        found |= {question.key: tuple(question.readings) for question in instrument.questions}
    return found


def _check_readings(readings: Mapping[str, str]) -> None:
    for key, option in readings.items():
        known = known_readings()
        if option in known.get(key, ()):
            continue
        offered = known.get(key) or sorted(known)
        raise InputError.of(
            "reading.unknown",
            place=key,
            vi=f"không có cách hiểu {option}.",
            en=f"there is no reading {option}.",
            mend_vi=f"Chọn một trong: {', '.join(offered)}.",
            mend_en=f"Choose one of: {', '.join(offered)}.",
        )
