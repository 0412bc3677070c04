"""Reading a time limit: "trong thời hạn 15 ngày làm việc kể từ ngày nhận đủ hồ sơ"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dantoc_policy.errors import InputError
from dantoc_policy.values.composed import Composed
from dantoc_policy.values.number_words import parse_number_words
from dantoc_policy.values.text import Text
from dantoc_policy.values.time_limits import WORDS

if TYPE_CHECKING:
    from dantoc_policy.values.time_limits import LimitUnit

_UNITS: dict[str, LimitUnit] = {"tuần lễ": "week"}
_UNITS.update({w[0]: unit for unit, w in WORDS.items() if not w[0].startswith("nửa")})
_HALVES: dict[str, LimitUnit] = {"nửa tháng": "half_month", "nửa năm": "half_year"}
_LONGEST = 300
_FORM = re.compile(
    r"(?:(?:trong|sau|trước|chậm nhất|không quá|tối đa|thời hạn|thời gian|là|vòng)\s+)*"
    rf"(?:(?P<half>{'|'.join(_HALVES)})"
    r"|(?P<count>[0-9]{1,6}|[^\W\d_]+(?:\s[^\W\d_]+){0,5}?)\s*(?:\([^()]{1,60}\)\s*)?"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))}))"
    r"(?:\s*,?\s*(?:kể\s+)?(?:từ|sau)\s+(?P<start>\S.*?))?[.;]?",
    re.IGNORECASE | re.DOTALL,
)


def read_time_limit(text: str) -> tuple[LimitUnit, int, Text | None]:
    """Give unit, count and the words that say from when it is counted.

    Raises:
        InputError: `time_limit.unreadable`.

    >>> read_time_limit("30 (ba mươi) ngày")
    ('day', 30, None)
    """
    clean = " ".join(Composed.of(text).text.split())
    match = _FORM.fullmatch(clean) if len(clean) <= _LONGEST else None
    if match is None:
        raise _unreadable(text)
    start = Text(match["start"], match["start"]) if match["start"] else None
    if match["half"]:
        return _HALVES[match["half"].casefold()], 1, start
    count = match["count"]
    try:
        number = int(count) if count.isdecimal() else parse_number_words(count)
    except InputError:
        raise _unreadable(text) from None
    return _UNITS[match["unit"].casefold()], number, start


def _unreadable(text: str) -> InputError:
    shown = text.strip()[:100]
    return InputError.of(
        "time_limit.unreadable",
        vi=f"không đọc được “{shown}” như một thời hạn.",
        en=f"“{shown}” cannot be read as a time limit.",
        mend_vi="Ghi như “15 ngày làm việc” hoặc “06 tháng”.",
        mend_en="Write it as “15 ngày làm việc” or “06 tháng”.",
    )
