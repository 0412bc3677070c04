"""The forms of figures: numbers, bounds, ranges, and what before a number makes it none."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from dantoc_policy.values.quantity_units import TIMES, unit_words

if TYPE_CHECKING:
    from dantoc_policy.values.quantities import Bound, Figure

LONGEST = 200
EMPTY_CELLS = frozenset({"", "-", "–", "—", "..."})
_BOUNDS: dict[Bound, tuple[str, ...]] = {
    "above": ("trên", "hơn", "vượt", "lớn hơn", "nhiều hơn", "cao hơn"),
    "below": ("dưới", "thấp hơn", "nhỏ hơn", "ít hơn", "chưa đến", "chưa tới", "chưa đầy"),
    "at_least": ("ít nhất", "tối thiểu", "không dưới", "không ít hơn", "không thấp hơn"),
    "at_most": (
        "không quá",
        "không vượt quá",
        "tối đa",
        "nhiều nhất",
        "không lớn hơn",
        "không cao hơn",
        "đến",
    ),
    "nearly": ("gần",),
    "about": ("khoảng", "xấp xỉ", "chừng"),
}
_SCALE = r"(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)"
_DIGITS = (
    r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,8}(?:,[0-9]{1,12})?"
    r"|[0-9]{1,18}\.(?:[0-9]{1,2}|[0-9]{4,12})|0\.[0-9]{3}"
    r"|[0-9]{1,18}(?:,[0-9]{1,12})?)(?![0-9])(?![.,][0-9])"
)
_SPACED = r"(?:[1-9][0-9]{0,2}(?: [0-9]{3}){1,8}(?:,[0-9]{1,12})?(?![0-9])(?![.,][0-9]))"
TERM = re.compile(
    rf"(?P<plain>{_SPACED}|{_DIGITS})(?P<scales>(?:\s*{_SCALE}){{0,3}})", re.IGNORECASE
)
_PER = (
    r"(?:\s?/\s?(?:năm|tháng|quý|ngày|người|hộ|học\s+sinh|xã|thôn|lượt|ha|m2|m²|km2|km²|km)(?!\w))*"
)
# Words that begin with a unit and are none.
_NOT_UNITS = {
    "công": "chức|ty|việc|nhân|đoàn|văn|an|dân|trình|tác",
    "trường": "hợp",
    "bản": "sao|tin|đồ|chính|án|thân|ghi",
    "mẫu": "biểu|số|đơn",
    "xã": "hội|viên",
    "nhà": "nước|đầu|khoa|văn|báo|giáo|trường|máy",
    "phòng": "ban|chống|giao",
    "hộ": "chiếu|khẩu|tịch|lý",
    "người": "ta",
    "lần": "thứ",
    "khẩu": "hiệu",
    "đồng": "chí|bào|thời|bộ|bằng",
}
_DATE_WORDS = r"(?:ngày|sáng|trưa|chiều|tối|đêm|tháng|số|đến|từ|trước|sau|mùng|hôm)"
_NOT_COUNTED = re.compile(
    r"(?:\b(?:điều|khoản|điểm|chương|mục|khóa|tháng|ngày|quý|mùng|phụ\s+lục|mẫu|hạng|thứ|bảng)"
    r"|(?<!tổng )(?<!trong )(?<!một )\bsố)\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_AFTER_YEAR_WORD = re.compile(
    r"\b(?:năm|giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ|vụ)\s*$|[/-]\s?$|\b(?:19|20)[0-9]{2}\s*[-–,]\s*$",
    re.IGNORECASE,
)
_FRACTION_WORDS = re.compile(
    r"\b(?:bằng|gấp|hơn|trên|dưới|gần|khoảng|ít\s+nhất|tối\s+thiểu|không\s+quá|giảm|tăng|quá|đạt)\s*$",
    re.IGNORECASE,
)
_LARGEST_BARE_FRACTION = 10
_LEAD_IN = re.compile(
    r"(?:\b(?:mỗi|hằng|hàng)\s+(?P<each>năm|tháng|quý)\s*,?\s+)?"
    r"(?P<average>\b(?:bình\s+quân|trung\s+bình)\s+)?"
    r"(?:\b(?P<verb>(?:tăng|giảm|đạt|gấp)(?:\s+(?:gấp|thêm|lên))*)\s+)?$",
    re.IGNORECASE,
)
_LEAD_IN_REACH = 60


@cache
def figure_form(*, whole: bool) -> re.Pattern[str]:
    """Give the form of a figure; in a running text (`whole=False`) it has to have a unit."""
    words = sorted((word for words in _BOUNDS.values() for word in words), key=len, reverse=True)
    bounds = "|".join(word.replace(" ", r"\s+") for word in words)
    digits = rf"(?:{_SPACED}|{_DIGITS})" if whole else _DIGITS
    more = rf"(?:\s+{_DIGITS}(?:\s*{_SCALE}){{1,3}}){{0,3}}"
    amount = rf"{digits}(?:\s*{_SCALE}){{0,3}}{more}(?:\s+rưỡi(?!\w))?"
    unit = _unit_form()
    fraction = (
        r"(?P<part>[0-9]{1,6})\s?/\s?(?P<whole>[0-9]{1,6})(?![0-9/])(?![.,][0-9])"
        # Without a unit, words before it tell whether it is one (see `is_no_figure`).
        rf"(?:\s*(?P<part_unit>{unit}))?"
    )
    number = (
        rf"(?P<minus>(?<![^\s(])-)?(?P<number>{amount})"
        rf"(?:(?:\s*(?P<inner>{unit}))?{_PER}(?:\s*[-–—]\s*|\s+(?:đến|tới)\s+)"
        rf"(?:(?P<below>dưới|không\s+quá)\s+)?(?P<upper>{amount}))?"
        rf"(?:\s*(?P<unit>{unit})){'?' if whole else ''}"
    )
    # Neither within a word or a symbol, nor behind a part of a number.
    begins = r"(?<![\w/])(?<![0-9][.,\-–])"
    return re.compile(
        rf"{begins}(?:(?P<from>từ)\s+)?(?:(?P<bound>{bounds})\s+)?{begins}"
        rf"(?:gấp\s+(?P<multiple>đôi|ba|rưỡi)(?!\w)|{fraction}|{number})"
        rf"(?P<per>{_PER})(?:\s+(?:mỗi|hằng|hàng)\s+(?P<each>năm|tháng|quý)(?!\w))?"
        r"(?:\s+(?P<trail>trở\s+(?:lên|xuống))(?!\w))?",
        re.IGNORECASE,
    )


@cache
def _unit_form() -> str:
    forms = []
    for word in sorted(unit_words(), key=len, reverse=True):
        form = re.escape(word).replace(r"\ ", r"\s+")
        if word not in ("%", "‰"):
            form += r"(?!\w)"
        if word in _NOT_UNITS:
            form += rf"(?!\s+(?:{_NOT_UNITS[word]})(?!\w))"
        forms.append(form)
    return "(?:" + "|".join(forms) + ")"


def bound_of(word: str | None, trail: str | None) -> Bound:
    """Give the bound that words before and behind a number state."""
    clean = " ".join((word or "").split()).casefold()
    found: Bound = "exactly"
    for bound, words in _BOUNDS.items():
        if clean in words:
            found = bound
    if trail and found == "exactly":
        return "at_least" if trail.casefold().endswith("lên") else "at_most"
    return found


def is_no_figure(text: str, match: re.Match[str]) -> bool:
    """Whether what stands before a number makes it a day, a year, or the number of something."""
    if match["multiple"]:
        return False
    start = match.start("part") if match["part"] else match.start("number")
    before = text[max(0, start - 30) : start]
    if match["part"]:
        part, whole = int(match["part"]), int(match["whole"])
        if part > whole or re.search(rf"\b{_DATE_WORDS}\s*$", before, re.IGNORECASE):
            return True
        told = _FRACTION_WORDS.search(before) and whole <= _LARGEST_BARE_FRACTION
        return not match["part_unit"] and not told
    number = match["number"]
    if _YEAR.fullmatch(number) and _AFTER_YEAR_WORD.search(before):
        return True
    counted = match["unit"] not in ("%", "‰") and number.isdecimal()
    return counted and _NOT_COUNTED.search(before) is not None


def lead_in(text: str, match: re.Match[str], figure: Figure) -> tuple[int, Figure]:
    """Add what leads in a figure ("mỗi năm", "bình quân", "gấp"), and give where it begins."""
    start = match.start()
    low = max(0, start - _LEAD_IN_REACH)
    found = _LEAD_IN.search(text[low:start])
    if found is None or not found[0]:
        return start, figure
    verb = " ".join((found["verb"] or "").split()).casefold()
    of_times = figure.unit == TIMES and figure.verb is None
    if "gấp" in verb and of_times:
        figure = evolve(figure, verb="gấp")
    elif verb.startswith("tăng") and of_times:
        figure = evolve(figure, verb="tăng")
    elif not found["each"] and not found["average"]:
        return start, figure
    if found["average"]:
        figure = evolve(figure, average=True)
    if found["each"]:
        figure = evolve(figure, per=(*figure.per, found["each"].casefold()))
    return low + found.start(), figure
