"""What may be wrong with the rows and the totals of a list, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from dantoc_policy.errors import InputError, Problem
from dantoc_policy.places.official_list import CommuneEntry, OfficialList
from dantoc_policy.places.place import Place
from dantoc_policy.places.status_text import says_of
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text


def no_rows() -> InputError:
    """Say that there is nothing to check."""
    return InputError.of(
        "list.no_rows", vi="danh sách không có dòng nào.", en="the list has no rows."
    )


def unknown_document(number: str) -> Problem:
    """Warn that the library does not hold the document of a list."""
    return Problem(
        code="list.unknown_document",
        severity="warning",
        place=number,
        vi="thư viện không có văn bản này; danh sách vẫn được nạp theo số đã ghi.",
        en="the library does not hold this document; the list is taken under its number.",
        mend_vi="Kiểm tra số, ký hiệu; hoặc thêm văn bản bằng --library ở các lệnh dantoc doc.",
        mend_en="Check the number; or add the document with --library of the dantoc doc commands.",
    )


def before_document(title: str, issued: date | None) -> Problem:
    """Warn that a list begins before its document was issued."""
    day = issued or date.min
    return Problem(
        code="list.before_document",
        severity="warning",
        place=title,
        vi=f"danh sách bắt đầu trước ngày ban hành văn bản ({format_date(day)}).",
        en=f"the list begins before the document was issued ({format_date(day, 'en')}).",
    )


def no_region() -> Problem:
    """Say that a row holds nothing."""
    return Problem(
        code="list.no_region",
        vi="dòng không có khu vực, cũng không có số thôn đặc biệt khó khăn.",
        en="the row has no region and no number of especially difficult villages.",
        mend_vi="Ghi I, II, III, hoặc “ngoài vùng”.",
        mend_en="Write I, II, III, or “outside”.",
    )


def region_empty() -> Problem:
    """Warn of a line that says nothing of the region where the others do."""
    return Problem(
        code="list.region_empty",
        severity="warning",
        vi="dòng không có khu vực; chỉ dùng số thôn.",
        en="the row has no region; only its villages count.",
        mend_vi="Ghi I, II, III, hoặc “ngoài vùng”.",
        mend_en="Write I, II, III, or “outside”.",
    )


def not_held(province: Place) -> Problem:
    """Note that a commune is known by its name alone."""
    return Problem(
        code="list.unit_not_held",
        severity="note",
        vi=f"thư viện chưa có đủ các xã của {province.text('vi')} vào ngày của danh sách; dòng "
        "được giữ theo tên.",
        en=f"not all communes of {province.text('en')} of the day of the list are held; the row is "
        "kept by its name.",
        mend_vi="Thêm xã của cả nước: --whole-country, places.whole_country().",
        mend_en="For the communes of all provinces: --whole-country, places.whole_country().",
    )


def contradictory(row: int, rows: Sequence[int]) -> Problem:
    """Say that rows for one commune say different things; none of them counts."""
    others = ", ".join(str(number) for number in rows if number != row)
    return Problem(
        code="list.contradictory_rows",
        vi=f"cùng một xã mà dòng {others} ghi khác; không dùng dòng nào.",
        en=f"row {others} says something else of the same commune; none of them counts.",
        mend_vi="Chỉ giữ một dòng.",
        mend_en="Keep only one of them.",
    )


def repeated(first: int) -> Problem:
    """Warn that a row repeats another one."""
    return Problem(
        code="list.repeated_row",
        severity="warning",
        vi=f"trùng với dòng {first}; chỉ tính một lần.",
        en=f"repeats row {first}; it counts once.",
    )


def differs_from(held: OfficialList, own: CommuneEntry, other: CommuneEntry) -> Problem:
    """Warn that another list of the day says something else."""
    mine, theirs = (says_of(evolve(entry, villages=None)) for entry in (own, other))
    commune = own.text("en")
    by = Text(held.title("vi"), held.title("en"))
    return Problem(
        code="list.differs_from_other",
        severity="warning",
        vi=f"{own.text()}: ở đây là {mine.vi}, còn {by.vi} mà thư viện có ghi {theirs.vi}; cả hai "
        "được giữ.",
        en=f"{commune}: {mine.en} here, and {theirs.en} in {by.en} as the library has it; both "
        "are kept.",
    )


def total_differs(by: str, unit: Text, totals: Sequence[tuple[Text, int, int]]) -> Problem:
    """Warn that totals of a unit are not the published ones: what, published, given."""
    vi = "; ".join(f"{what.vi}: công bố {told}, ở đây {had}" for what, told, had in totals)
    en = "; ".join(f"{what.en}: {told} published, {had} here" for what, told, had in totals)
    return Problem(
        code="list.total_differs",
        severity="warning",
        place=by,
        vi=f"{unit.vi}: {vi}.",
        en=f"{unit.en}: {en}.",
    )
