"""The dates of cited documents: possible, printed rightly, and in accord with their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dantoc_policy.law.citation import Citation, Span
from dantoc_policy.law.citations.written_date import read_date
from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.linked import bearing
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene, issued, plain, says_day, span_of
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

_FIGURES = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<to_month>/|\s{1,2}tháng\s{1,2})(?P<month>[0-9]{1,2})"
    r"(?P<to_year>/|\s{1,2}năm\s{1,2})(?P<year>[0-9]{4})(?![0-9])",
    re.IGNORECASE,
)
_LAST_PADDED_MONTH = 2
_TEN = 10
_DECEMBER = 12


def written(scene: Scene, citation: Citation) -> tuple[str, Span] | None:
    """Give the date of a citation as it is printed at that citation, and where."""
    span = citation.spans.get("date")
    if span is None:
        return None
    return scene.given[span[0] : span[1]], span


@rule(
    "D1",
    "error",
    name=Text("năm trong số khác năm ban hành", "year of the number against the date"),
    what=Text(
        "năm trong số, ký hiệu là năm ban hành",
        "the year in the number is the year of issue",
    ),
    basis=basis.NUMBERING,
    wrong="Quyết định số 33/2020/QĐ-TTg ngày 12/11/2021 của Thủ tướng Chính phủ",
    right="Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020 của Thủ tướng Chính phủ",
)
def year_against_date(scene: Scene) -> Iterator[Remark]:
    """A year in the number that is not that of the date; around New Year it may be a delay."""
    for citation in scene.citations:
        year = citation.issue_date.year if citation.issue_date else citation.issue_year
        if citation.year is None or year is None or year == citation.year:
            continue
        if written(scene, citation) is None:
            continue
        day = citation.issue_date
        late = day is not None and (
            (day.month == 1 and year == citation.year + 1)
            or (day.month == _DECEMBER and year == citation.year - 1)
        )
        known = {document.issued for document in bearing(scene, citation)} - {None}
        yield Remark(
            span=span_of(citation, "date"),
            vi=f"Số ghi năm {citation.year}, ngày ban hành lại là năm {year}.",
            en=f"The number has the year {citation.year}, the date {year}.",
            suggestion=_like(written(scene, citation), known.pop()) if len(known) == 1 else None,
            severity="warning" if late or day is None or not says_day(citation) else None,
            citation=citation,
        )


def _like(printed: tuple[str, Span] | None, day: date | None) -> str | None:
    """Write a day in the form in which another one is printed, with the words around it."""
    if printed is None or day is None or (match := _FIGURES.search(printed[0])) is None:
        return None
    long = match["to_month"] != "/"
    text = format_date(day, form="long").removeprefix("ngày ") if long else format_date(day)
    return printed[0][: match.start()] + text + printed[0][match.end() :]


@rule(
    "D2",
    "warning",
    name=Text("ngày ban hành sau ngày kiểm tra", "date after the day of the check"),
    what=Text(
        "văn bản được trích dẫn chưa ban hành vào ngày kiểm tra",
        "the cited document was not yet issued on the day of the check",
    ),
    verified=False,
    as_of=date(2021, 6, 4),
    wrong="Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ",
    right="Quyết định số 861/QĐ-TTg ngày 04/6/2021 của Thủ tướng Chính phủ",
)
def date_in_the_future(scene: Scene) -> Iterator[Remark]:
    """A document issued after the day for which the text is checked."""
    if scene.as_of is None:
        return
    own = scene.own.issued if scene.own else None
    for citation in scene.citations:
        when = issued(citation)
        if when is None or when.start is None or when.start <= scene.as_of:
            continue
        if scene.is_own(citation) or (own is not None and when.start > own):
            continue  # W20 speaks of what is later than the text itself
        yield Remark(
            span=span_of(citation, "date"),
            vi=f"Ban hành sau ngày {format_date(scene.as_of)}.",
            en=f"Issued after {format_date(scene.as_of, 'en')}.",
            citation=citation,
        )


@rule(
    "D3",
    "error",
    name=Text("ngày không có trong lịch", "day that no calendar has"),
    what=Text(
        "ngày, tháng ban hành phải có thật; ngày đứng trước tháng",
        "day and month of issue must exist; the day stands before the month",
    ),
    basis=basis.PRINT,
    verified=False,
    wrong="Quyết định số 75/QĐ-UBND ngày 31/4/2021 của UBND tỉnh Bắc Kạn",
    right="Quyết định số 75/QĐ-UBND ngày 30/4/2021 của UBND tỉnh Bắc Kạn",
)
def impossible_date(scene: Scene) -> Iterator[Remark]:
    """A date that does not exist."""
    for citation in scene.citations:
        printed = written(scene, citation)
        if printed is None or citation.issue_date is not None:
            continue
        read = read_date(f" {plain(printed[0])}")
        if read is not None and read.impossible:
            yield Remark(
                span=printed[1],
                vi="Không có ngày này trong lịch.",
                en="There is no such day.",
                citation=citation,
            )


@rule(
    "N4",
    "warning",
    name=Text("số 0 trong ngày, tháng", "zeros of day and month"),
    what=Text(
        "ngày dưới 10 và tháng 1, 2 có số 0 phía trước; các tháng khác không cần",
        "days below 10 and the months 1 and 2 have a leading zero; other months need none",
    ),
    basis=basis.PRINT,
    verified=False,
    wrong="Quyết định số 12/2018/QĐ-TTg ngày 6/3/2018 của Thủ tướng Chính phủ",
    right="Quyết định số 12/2018/QĐ-TTg ngày 06/3/2018 của Thủ tướng Chính phủ",
)
def zeros_of_date(scene: Scene) -> Iterator[Remark]:
    """A zero that is missing; one that is not needed gets a note."""
    seen: set[Span] = set()
    for citation in scene.citations:
        printed = written(scene, citation)
        match = _FIGURES.search(printed[0]) if printed else None
        if printed is None or match is None:
            continue
        span = printed[1][0] + match.start(), printed[1][0] + match.end()
        day, month = match["day"], match["month"]
        padded = day.zfill(2), month.zfill(2) if int(month) <= _LAST_PADDED_MONTH else month
        if span in seen or not (0 < int(month) <= _DECEMBER):
            continue
        seen.add(span)
        if padded != (day, month):
            yield Remark(
                span=span,
                vi="Ngày dưới 10, tháng 1 và 2 phải có số 0 phía trước.",
                en="Days below 10 and the months 1 and 2 have a leading zero.",
                suggestion=_figures(match, *padded),
                certain=True,
                citation=citation,
            )
        elif len(month) > 1 and _LAST_PADDED_MONTH < int(month) < _TEN:
            yield Remark(
                span=span,
                vi="Tháng 3 đến tháng 9 thường không ghi số 0 phía trước.",
                en="The months 3 to 9 are usually printed without a leading zero.",
                suggestion=_figures(match, day, str(int(month))),
                severity="note",
                citation=citation,
            )


def _figures(match: re.Match[str], day: str, month: str) -> str:
    return f"{day}{match['to_month']}{month}{match['to_year']}{match['year']}"


@rule(
    "D4",
    "warning",
    name=Text("ngày ban hành khác thư viện", "date other than in the library"),
    what=Text(
        "ngày ban hành ghi trong văn bản khác ngày mà thư viện có nguồn xác nhận",
        "the day of issue is not the one that a source of the library confirms",
    ),
    verified=False,
    wrong="Nghị định số 05/2011/NĐ-CP ngày 04/01/2011 của Chính phủ",
    right="Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ",
)
def date_against_library(scene: Scene) -> Iterator[Remark]:
    """A day that differs from the library's for a number that one document of the year bears."""
    for citation in scene.citations:
        printed, day = written(scene, citation), citation.issue_date
        if printed is None or day is None or citation.parsed is None:
            continue
        if citation.parsed.family == "party" or citation.year not in {None, day.year}:
            continue
        known = [found for found in bearing(scene, citation) if found.year == day.year]
        if len(known) != 1 or not known[0].is_verified("issued") or known[0].issued == day:
            continue
        right = known[0].issued
        if right is None:
            continue
        yield Remark(
            span=printed[1],
            vi=f"Theo thư viện, văn bản này ban hành ngày {format_date(right)}.",
            en=f"By the library this document was issued on {format_date(right, 'en')}.",
            suggestion=_like(printed, right),
            citation=citation,
        )


RULES = (
    year_against_date,
    date_in_the_future,
    impossible_date,
    zeros_of_date,
    date_against_library,
)
