"""Dates as they follow a document number, in every written form."""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

_GAP = r"[\s*_]{0,4}"
_ON_LINE = r"[^\S\n]{0,4}"
_BY = (
    r"(?:(?:duoc\s|was\s)?(?:signed|issued|promulgated|ban hanh|ky ban hanh|ky|thong qua|cong bo"
    r"|phe duyet)\s)?"
)
_WORD_NUMBERS = {
    "mot": 1, "gieng": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
_MONTH_WORDS = "|".join(sorted(_WORD_NUMBERS, key=len, reverse=True))
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_ENGLISH = {name: number for number, name in enumerate(_MONTHS, start=1)}
_EN = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_WHOLE_YEAR = 4
_THIS_CENTURY = 30  # a year of two digits up to here is of this century
DATE = re.compile(
    # What leads to it: a word, or nothing but a mark on the same line.
    rf"(?:{_GAP}[,(|;]?{_GAP}{_BY}(?:vao\s|cung\s|de\s|ra\s)?"
    rf"(?P<word>(?:ngay\s)?ng\wy(?:\s(?:ban hanh|ky|phat hanh))?|dated|date|of|on)(?:\s?:)?{_GAP}"
    rf"|{_ON_LINE}[*_]{{0,2}}[,(|-]?{_ON_LINE}[*_]{{0,2}}|{_GAP}(?=thang\s|nam\s))(?:"
    # 2020-06-04
    r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
    # 04/6/2020, 4-6-48, 04 tháng 6 năm 2020, 4 June 2020, 14/1
    rf"|(?:mong|mung)?{_GAP}(?P<day>[0-9]{{1,2}}){_GAP}"
    rf"(?:(?P<mark>[/.-]){_GAP}(?P<month>[0-9]{{1,2}}){_GAP}(?P=mark){_GAP}"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9]|\s?-\s?[0-9])"
    rf"|thang{_GAP}(?:(?P<long_month>[0-9]{{1,2}})|(?P<word_month>{_MONTH_WORDS}))"
    rf"{_GAP}(?:,{_GAP})?nam{_GAP}(?:nam\s)?(?P<long_year>[0-9]{{4}})"
    rf"|(?P<en_month>{_EN}),?\s(?P<en_year>[0-9]{{4}})"
    r"|/(?P<bare_month>[0-9]{1,2})(?![0-9/]))"
    # June 4, 2020; tháng 6/2020; năm 2020
    rf"|(?P<us_month>{_EN})\s(?P<us_day>[0-9]{{1,2}}),?\s(?P<us_year>[0-9]{{4}})"
    rf"|thang{_GAP}(?P<only_month>[0-9]{{1,2}})(?:/|\snam\s)(?P<month_year>[0-9]{{4}})"
    r"|(?:nam\s|\()(?P<only_year>(?:19|20)[0-9]{2})(?![0-9-])(?!\s?-))"
)


@frozen
class WrittenDate:
    """A date as written: `day` where it is whole and exists, else what is known of it."""

    start: int
    end: int
    day: date | None
    year: int | None = None
    month: int | None = None
    impossible: bool = False


def read_date(folded: str, at: int = 0) -> WrittenDate | None:
    """Read the date that a folded text has at a place, with the words that lead to it.

    >>> read_date(" ngay 04 thang 6 nam 2020").day, read_date(", ngay 30/10/2019").day
    (datetime.date(2020, 6, 4), datetime.date(2019, 10, 30))
    >>> read_date(" nam 2020 thuc hien").year
    2020
    """
    match = DATE.match(folded, at)
    if match is None:
        return None
    groups = match.groupdict()
    start = match.start()
    if groups["iso"]:
        year, month_text, day = groups["iso"].split("-")
        return _dated(match, int(year), int(month_text), int(day))
    if groups["only_year"]:
        return WrittenDate(start, match.end(), None, int(groups["only_year"]))
    if groups["month_year"]:
        return WrittenDate(
            start, match.end(), None, int(groups["month_year"]), int(groups["only_month"])
        )
    if groups["bare_month"]:
        if groups["word"] is None:
            return None
        return WrittenDate(start, match.end(), None, None, int(groups["bare_month"]))
    day_of = _whole(groups)
    return None if day_of is None else _dated(match, *day_of)


def _whole(groups: dict[str, str | None]) -> tuple[int, int, int] | None:
    """Give year, month and day of a date that has them all; None for two digits of a year alone."""

    def number(name: str) -> int:
        return int(groups[name] or 0)

    if us_month := groups["us_month"]:
        return number("us_year"), _ENGLISH[us_month[:3]], number("us_day")
    if en_month := groups["en_month"]:
        return number("en_year"), _ENGLISH[en_month[:3]], number("day")
    if year := groups["year"]:
        if len(year) == _WHOLE_YEAR:
            return int(year), number("month"), number("day")
        if groups["word"] is None:
            return None
        century = 2000 if int(year) <= _THIS_CENTURY else 1900
        return century + int(year), number("month"), number("day")
    word_month = groups["word_month"]
    month = _WORD_NUMBERS[word_month] if word_month else number("long_month")
    return number("long_year"), month, number("day")


def _dated(match: re.Match[str], year: int, month: int, day: int) -> WrittenDate:
    try:
        found = date(year, month, day)
    except ValueError:
        return WrittenDate(match.start(), match.end(), None, year, impossible=True)
    return WrittenDate(match.start(), match.end(), found, year, month)
