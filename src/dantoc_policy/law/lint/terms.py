"""Terms of the National Assembly and of the Party: what they say about the day of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from attrs import frozen

from dantoc_policy.data import load
from dantoc_policy.law.citation import Citation
from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.linked import bearing
from dantoc_policy.law.lint.printed_code import PrintedCode
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene, dated, issued, span_of
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
# The Standing Committee of a term works on until the next Assembly has elected its own.
_HANDING_OVER = timedelta(days=15)


@frozen
class Term:
    """One term: its name as it is printed, its days, and whether a source confirms the last."""

    name: str
    days: Period
    sure_end: bool = True


@cache
def assembly_terms() -> Mapping[int, Term]:
    """Give the terms of the National Assembly by their ordinal.

    >>> assembly_terms()[14].days.start.isoformat()
    '2016-07-20'
    """
    return {
        row["term"]: Term(
            str(row["term"]), Period(_day(row["since"]), _day(row.get("until"))), row["verified"]
        )
        for row in load("law/terms")["national_assembly"]
    }


@cache
def party_terms() -> Mapping[str, Term]:
    """Give the terms of the Party; the closing day of a congress belongs to both.

    >>> party_terms()["IX"].days.text("en")
    'from 22 April 2001 to 25 April 2006'
    """
    rows = load("law/terms")["party"]
    ends = [_day(row["since"]) for row in rows[1:]]
    return {
        row["term"]: Term(row["term"], Period(_day(row["since"]), end))
        for row, end in zip(rows, [*ends, None], strict=True)
    }


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


@rule(
    "W19",
    "error",
    name=Text("khóa không khớp thời gian", "term and date disagree"),
    what=Text(
        "khóa Quốc hội trong ký hiệu, khóa Đảng sau tên cơ quan phải trùm ngày ban hành",
        "the term of the National Assembly in the symbol, or of the Party behind its body, must"
        " cover the day of issue",
    ),
    basis=(*basis.NUMBERING, *basis.PARTY),
    wrong="Nghị quyết số 88/2019/QH15 ngày 18/11/2019 của Quốc hội",
    right="Nghị quyết số 88/2019/QH14 ngày 18/11/2019 của Quốc hội khóa XIV",
)
def term_against_date(scene: Scene) -> Iterator[Remark]:
    """A term that had not begun, or was over, when the document was issued."""
    for code in scene.codes:
        if code.number.symbol.term is not None:
            yield from _assembly(code)
        elif code.number.family == "party" and code.citation.term:
            yield from _party(code.citation)


def _assembly(code: PrintedCode) -> Iterator[Remark]:
    citation, symbol = code.citation, code.number.symbol
    number = symbol.term or 0
    if citation.term and (printed := _arabic(citation.term)) != number and printed:
        yield Remark(
            span=span_of(citation, "issuer"),
            vi=f"Ghi khóa {citation.term} nhưng ký hiệu là của khóa {number}.",
            en=f"The term is given as {citation.term}, the symbol is that of term {number}.",
            citation=citation,
        )
    when, term = issued(citation), assembly_terms().get(number)
    if when is None or term is None or term.days.overlaps(_leeway(when, symbol.bodies)):
        return
    if citation.year is not None and when.start and citation.year != when.start.year:
        return  # year and day disagree already
    right = [row for row in assembly_terms().values() if row.days.overlaps(when)]
    meant = None
    if len(right) == 1:
        meant = code.repaired.removesuffix(f"H{term.name}") + f"H{right[0].name}"
    yield Remark(
        span=code.span,
        vi=f"Khóa {number} của Quốc hội {term.days.text('vi')}, không trùm {_when(when, 'vi')}.",
        en=f"Term {number} of the National Assembly ran {term.days.text('en')}, not"
        f" {_when(when, 'en')}.",
        suggestion=meant,
        severity=None if term.sure_end or when.precedes(term.days) else "warning",
        citation=citation,
    )


def _leeway(when: Period, bodies: tuple[str, ...]) -> Period:
    if bodies != ("UBTVQH",) or when.start is None:
        return when
    return Period(when.start - _HANDING_OVER, when.end)


def _party(citation: Citation) -> Iterator[Remark]:
    term, when = party_terms().get(citation.term or ""), issued(citation)
    central = citation.parsed is not None and citation.parsed.symbol.bodies == ("TW",)
    if term is None or when is None or not central or term.days.overlaps(when):
        return
    yield Remark(
        span=span_of(citation, "issuer"),
        vi=f"Khóa {term.name} của Đảng {term.days.text('vi')}, không trùm {_when(when, 'vi')}.",
        en=f"Term {term.name} of the Party ran {term.days.text('en')}, not {_when(when, 'en')}.",
        citation=citation,
    )


def _when(when: Period, locale: str) -> str:
    if when.start == when.end and when.start is not None:
        return (
            f"ngày {format_date(when.start)}" if locale == "vi" else format_date(when.start, "en")
        )
    year = when.start.year if when.start else ""
    return f"năm {year}" if locale == "vi" else f"{year}"


def _arabic(text: str) -> int | None:
    """Read the number of a term in Roman or Arabic figures."""
    if text.isdigit():
        return int(text)
    values = [_ROMAN.get(letter, 0) for letter in text.upper()]
    if not values or 0 in values:
        return None
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


@rule(
    "P1",
    "warning",
    name=Text("số văn bản Đảng không rõ khóa", "Party number of no known term"),
    what=Text(
        "số văn bản của Đảng đánh lại từ đầu mỗi khóa: không có ngày hoặc khóa thì không rõ văn"
        " bản nào",
        "Party numbers begin anew with every term: without a day or a term they name no one"
        " document",
    ),
    basis=basis.PARTY,
    wrong="Nghị quyết số 24-NQ/TW về công tác dân tộc",
    right="Nghị quyết số 24-NQ/TW của Ban Chấp hành Trung ương Đảng khóa IX về công tác dân tộc",
)
def term_unknown(scene: Scene) -> Iterator[Remark]:
    """The first mention of a Party number that no mention dates; its known bearers are named."""
    for same in scene.mentions.values():
        citation = same[0]
        number = citation.parsed
        if number is None or number.family != "party" or scene.is_own(citation):
            continue
        if any(dated(mention) or mention.term for mention in same):
            continue
        days = sorted(document.issued for document in bearing(scene, citation) if document.issued)
        many = len(days) > 1
        vi = "; ".join(format_date(day) for day in days)
        en = "; ".join(format_date(day, "en") for day in days)
        yield Remark(
            span=citation.span,
            vi="Không có ngày, khóa nên không rõ văn bản nào"
            + (f" (có các văn bản ngày {vi})." if many else "."),
            en="Without a day or a term it is not clear which document is meant"
            + (f" (there are those of {en})." if many else "."),
            severity="warning" if many else "note",
            citation=citation,
        )


@rule(
    "P2",
    "warning",
    name=Text("số văn bản Đảng có năm", "Party number with a year"),
    what=Text("số văn bản của Đảng không bao giờ có năm", "Party numbers never have a year"),
    basis=basis.PARTY,
    wrong="Nghị quyết số 24/2003/NQ-TW ngày 12/3/2003 của Ban Chấp hành Trung ương Đảng khóa IX",
    right="Nghị quyết số 24-NQ/TW ngày 12/3/2003 của Ban Chấp hành Trung ương Đảng khóa IX",
)
def party_year(scene: Scene) -> Iterator[Remark]:
    """A year between the number and the letters of a Party document."""
    for code in scene.codes:
        if code.number.family == "party" and code.number.year is not None:
            yield Remark(
                span=code.span,
                vi="Số văn bản của Đảng không ghi năm.",
                en="Party numbers have no year.",
                suggestion=code.repaired,
                citation=code.citation,
            )


RULES = (term_against_date, term_unknown, party_year)
