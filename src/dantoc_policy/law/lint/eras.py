"""Forms of numbers that did not exist at the time, by the laws on legal normative documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.bodies import bodies_of
from dantoc_policy.law.lint.competence import ministries
from dantoc_policy.law.lint.printed_code import PrintedCode
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene, issued
from dantoc_policy.values.period import Period
from dantoc_policy.values.text import Text

_BETWEEN = Period(date(2009, 1, 1), date(2025, 3, 31))
_AFTER_2008 = Period(date(2009, 1, 1), None)
_AFTER_JUNE_2016 = Period(date(2016, 7, 1), None)


def within(citation: Citation, span: Period) -> bool:
    """Whether a document was issued in a span, whichever day of the known year it was.

    A year in the number that is not the year of the day speaks against both.
    """
    when = issued(citation)
    if when is None or when.start is None or when.end is None:
        return False
    if citation.year not in {None, when.start.year}:
        return False
    return when.start in span and when.end in span


def numbered(scene: Scene, types: set[str], span: Period) -> Iterator[PrintedCode]:
    """Give the State numbers with a year of some types, of documents issued in a span."""
    for code in scene.codes:
        number = code.number
        if number.year is None or number.family not in {"state", "joint", "assembly"}:
            continue
        if number.symbol.types in types and within(code.citation, span):
            yield code


def drop_the_year(codes: Iterable[PrintedCode], vi: str, en: str) -> Iterator[Remark]:
    """Say of each number that it has no year at its time, and give it without."""
    for code in codes:
        yield Remark(
            span=code.span,
            vi=vi,
            en=en,
            suggestion=f"{code.number.number}/{code.number.symbol.canonical}",
            citation=code.citation,
        )


@rule(
    "E1",
    "error",
    name=Text("nghị quyết Chính phủ có năm, 2009 - 3/2025", "Government resolution with a year"),
    what=Text(
        "từ 01/01/2009 đến 31/3/2025 nghị quyết của Chính phủ không phải là văn bản quy phạm pháp"
        " luật, số không có năm: bỏ năm, hoặc đó là nghị định",
        "from 1 January 2009 to 31 March 2025 resolutions of the Government were no legal normative"
        " documents, their numbers had no year: drop it, or it is a decree",
    ),
    basis=basis.NORMATIVE,
    wrong="Nghị quyết số 52/2016/NQ-CP ngày 15/6/2016 của Chính phủ",
    right="Nghị quyết số 52/NQ-CP ngày 15/6/2016 của Chính phủ",
)
def government_resolution(scene: Scene) -> Iterator[Remark]:
    """NQ-CP with a year between the laws of 2008 and 2025."""
    vi = "Từ 01/01/2009 đến 31/3/2025 không có số dạng NQ-CP kèm năm."
    en = "From 1 January 2009 to 31 March 2025 no NQ-CP had a year in its number."
    codes = [c for c in numbered(scene, {"NQ"}, _BETWEEN) if c.number.symbol.bodies == ("CP",)]
    decrees = [code for code in codes if code.citation.type == "nghi_dinh"]
    yield from drop_the_year((code for code in codes if code not in decrees), vi, en)
    for code in decrees:
        meant = code.citation.canonical
        yield Remark(span=code.span, vi=vi, en=en, suggestion=meant, citation=code.citation)


@rule(
    "E2",
    "warning",
    name=Text("quyết định, chỉ thị của bộ có năm, sau 2008", "decision of a ministry with a year"),
    what=Text(
        "từ 01/01/2009 bộ trưởng chỉ ban hành thông tư; số quyết định, chỉ thị của bộ không có năm",
        "since 1 January 2009 ministers issue circulars only; their decisions and directives have"
        " numbers without a year",
    ),
    basis=basis.NORMATIVE,
    wrong="Quyết định số 04/2010/QĐ-BTC ngày 15/01/2010 của Bộ Tài chính",
    right="Quyết định số 18/2007/QĐ-BTC ngày 27/3/2007 của Bộ Tài chính",
)
def ministerial_decision(scene: Scene) -> Iterator[Remark]:
    """A decision or directive of a ministry that is numbered as a normative document."""
    return drop_the_year(
        (
            code
            for code in numbered(scene, {"QĐ", "CT"}, _AFTER_2008)
            if {body.id for body in bodies_of(code.citation)} & ministries()
        ),
        "Từ 01/01/2009 số quyết định, chỉ thị của bộ, cơ quan ngang bộ không có năm.",
        "Since 1 January 2009 decisions and directives of ministries have no year.",
    )


@rule(
    "E3",
    "warning",
    name=Text("chỉ thị của Thủ tướng có năm, sau 2008", "Prime Minister's directive with a year"),
    what=Text(
        "từ 01/01/2009 chỉ thị của Thủ tướng Chính phủ không phải là văn bản quy phạm pháp luật",
        "since 1 January 2009 directives of the Prime Minister are no legal normative documents",
    ),
    basis=basis.NORMATIVE,
    wrong="Chỉ thị số 05/2015/CT-TTg ngày 03/02/2015 của Thủ tướng Chính phủ",
    right="Chỉ thị số 05/CT-TTg ngày 03/02/2015 của Thủ tướng Chính phủ",
)
def prime_minister_directive(scene: Scene) -> Iterator[Remark]:
    """CT-TTg with a year after 2008."""
    codes = numbered(scene, {"CT"}, _AFTER_2008)
    return drop_the_year(
        (code for code in codes if code.number.symbol.bodies == ("TTg",)),
        "Từ 01/01/2009 số chỉ thị của Thủ tướng Chính phủ không có năm.",
        "Since 1 January 2009 directives of the Prime Minister have no year.",
    )


@rule(
    "E4",
    "warning",
    name=Text(
        "chỉ thị của UBND có năm, sau 6/2016", "directive of a People's Committee with a year"
    ),
    what=Text(
        "từ 01/7/2016 chỉ thị của Ủy ban nhân dân không phải là văn bản quy phạm pháp luật",
        "since 1 July 2016 directives of People's Committees are no legal normative documents",
    ),
    basis=(*basis.LAW_2015, *basis.LAW_2025),
    wrong="Chỉ thị số 07/2018/CT-UBND ngày 10/5/2018 của UBND tỉnh Lào Cai",
    right="Chỉ thị số 07/CT-UBND ngày 10/5/2018 của UBND tỉnh Lào Cai",
)
def committee_directive(scene: Scene) -> Iterator[Remark]:
    """CT-UBND with a year after June 2016."""
    codes = numbered(scene, {"CT"}, _AFTER_JUNE_2016)
    return drop_the_year(
        (code for code in codes if code.number.symbol.bodies in {("UBND",), ("UB",)}),
        "Từ 01/7/2016 số chỉ thị của Ủy ban nhân dân không có năm.",
        "Since 1 July 2016 directives of People's Committees have no year.",
    )


RULES = (
    government_resolution,
    ministerial_decision,
    prime_minister_directive,
    committee_directive,
)
