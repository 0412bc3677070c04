"""What the first citation of a document needs, and what is left blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dantoc_policy.law.citation import Citation
from dantoc_policy.law.lint import basis
from dantoc_policy.law.lint.linked import bearing, linked
from dantoc_policy.law.lint.rule import Remark, rule
from dantoc_policy.law.lint.scene import Scene, dated
from dantoc_policy.values.calendar_dates import format_date
from dantoc_policy.values.text import Text

# Laws and ordinances are cited by type and name; their number and date may be left out.
_BY_NAME = frozenset({"bo_luat", "hien_phap", "luat", "phap_lenh"})
# The examples are documents: in a page of news the same findings are worth a note only.
_PLAN_HEADING = "Số: 12/KH-UBND\nBắc Kạn, ngày 15 tháng 3 năm 2021\nKẾ HOẠCH\n"
_BLANK = r"(?:\.{3,}|…[.…]*|_{3,})"
_BLANKS = re.compile(
    rf"(?P<line>^[ \t*_"
    rf"|]{{0,8}})?số\s?:?\s{{0,2}}{_BLANK}\s?(?:/[0-9]{{4}})?\s?[/-]\s?[^\W\d_][\w&]*(?:[-/.][^\W\d_][\w&]*){{0,3}}"
    rf"|ngày\s{{0,2}}{_BLANK}\s{{0,2}}(?:/|tháng)\s{{0,2}}(?:{_BLANK}|[0-9]{{1,2}})",
    re.IGNORECASE | re.MULTILINE,
)


def _open(scene: Scene) -> Iterator[tuple[Citation, tuple[Citation, ...]]]:
    """Give the first mention of each document, with all of them; not of the text's own number."""
    for same in scene.mentions.values():
        if same[0].parsed is not None and not scene.is_own(same[0]):
            yield same[0], same


def _needs_year(citation: Citation) -> bool:
    """Whether the number is one of a sequence of each year, and does not say which."""
    number = citation.parsed
    if number is None or citation.year is not None:
        return False
    return number.family in {"state", "letter", "consolidated", "joint"}


@rule(
    "C1",
    "warning",
    name=Text("số không rõ năm", "number of no known year"),
    what=Text(
        "số không có năm được đánh lại từ đầu mỗi năm: không có ngày thì không rõ văn bản nào",
        "numbers without a year begin anew each year: without a date they name no one document",
    ),
    basis=basis.NUMBERING,
    wrong=f"{_PLAN_HEADING}Thực hiện Quyết định số 402/QĐ-TTg của Thủ tướng Chính phủ",
    right=f"{_PLAN_HEADING}Thực hiện Quyết định số 402/QĐ-TTg ngày 14/3/2016 của Thủ tướng Chính"
    " phủ",
)
def year_unknown(scene: Scene) -> Iterator[Remark]:
    """The first mention of a number without a year that no mention dates.

    In a text that is no document itself, such as a page of news, it is worth a note only.
    """
    for citation, same in _open(scene):
        if not _needs_year(citation) or any(dated(mention) for mention in same):
            continue
        days = sorted(found.issued for found in bearing(scene, citation) if found.issued)
        vi = "; ".join(format_date(day) for day in days)
        en = "; ".join(format_date(day, "en") for day in days)
        yield Remark(
            span=citation.span,
            vi="Không có ngày nên không rõ số này là của năm nào"
            + (f" (thư viện có văn bản ngày {vi})." if days else "."),
            en="Without a date it is not clear of which year this number is"
            + (f" (the library has one of {en})." if days else "."),
            severity=None if scene.heading else "note",
            citation=citation,
        )


@rule(
    "N6",
    "warning",
    name=Text("lần trích dẫn đầu chưa đủ", "first citation not complete"),
    what=Text(
        "lần đầu ghi tên loại, số, ký hiệu, ngày ban hành, cơ quan ban hành và trích yếu; luật,"
        " pháp"
        " lệnh ghi tên loại và tên luật",
        "the first citation has type, number, date, body and subject; laws and ordinances have type"
        " and name",
    ),
    basis=basis.PRINT,
    verified=False,
    wrong=f"{_PLAN_HEADING}Theo Nghị định số 05/2011/NĐ-CP của Chính phủ về công tác dân tộc",
    right=f"{_PLAN_HEADING}Theo Nghị định số 05/2011/NĐ-CP ngày 14/01/2011 của Chính phủ về công"
    " tác"
    " dân tộc",
)
def first_citation(scene: Scene) -> Iterator[Remark]:
    """The first mention of a document of which no mention has the date, or none has the body.

    In a text that is no document itself, and where only the body is missing, it is worth a note.
    """
    for citation, same in _open(scene):
        number = citation.parsed
        if number is None or citation.type in _BY_NAME or number.family == "consolidated":
            continue
        has_date = any(dated(mention) for mention in same)
        has_body = any(mention.issuer_printed for mention in same)
        has_term = any(mention.term for mention in same)
        if not has_date and (_needs_year(citation) or (number.family == "party" and not has_term)):
            continue  # C1 and P1 speak of these
        if has_date and has_body:
            continue
        vi = " và ".join(
            word
            for word, there in (("ngày ban hành", has_date), ("cơ quan ban hành", has_body))
            if not there
        )
        en = " and ".join(
            word for word, there in (("date", has_date), ("issuing body", has_body)) if not there
        )
        yield Remark(
            span=citation.span,
            vi=f"Lần trích dẫn đầu thiếu {vi}.",
            en=f"The first citation lacks the {en}.",
            suggestion=_whole(scene, citation) if not has_date else None,
            severity=None if scene.heading and not has_date and not has_term else "note",
            citation=citation,
        )


def _whole(scene: Scene, citation: Citation) -> str | None:
    """Write the citation with the day and body that the library knows."""
    document = linked(scene, citation)
    if document is None or document.issued is None or citation.provisions:
        return None
    return document.citation("vi").partition(" về ")[0]


@rule(
    "C2",
    "note",
    name=Text("chỗ trống chưa điền", "blank not filled in"),
    what=Text(
        "số hoặc ngày của văn bản được trích dẫn còn để trống; số của chính văn bản thì không tính",
        "number or date of a cited document is left blank; that of the text itself does not count",
    ),
    verified=False,
    wrong="(Kèm theo Quyết định số ..../QĐ-UBND ngày 04/6/2020 của UBND tỉnh Bắc Kạn)",
    right="(Kèm theo Quyết định số 990/QĐ-UBND ngày 04/6/2020 của UBND tỉnh Bắc Kạn)",
)
def blanks(scene: Scene) -> Iterator[Remark]:
    """Dots in the place of a number or a date; a line that begins with “Số:” is a heading."""
    for match in _BLANKS.finditer(scene.source.text):
        if match["line"] is not None or _in_heading(scene, match.start()):
            continue
        yield Remark(
            span=scene.source.span(*match.span()),
            vi="Số hoặc ngày còn để trống.",
            en="A number or a date is left blank.",
        )


def _in_heading(scene: Scene, start: int) -> bool:
    """Whether a place is in the line of place and day: "Bắc Kạn, ngày ... tháng ... năm 2024"."""
    text = scene.source.text
    line = max(text.rfind("\n", 0, start) + 1, start - _LINE_REACH)
    return re.fullmatch(r"[\s*_|]*[^\W\d_][^\n,;(]{1,30},\s{0,3}", text[line:start]) is not None


_PLAN = re.compile(r"\b(?:chuong trinh hanh dong|chuong trinh|ke hoach|phuong an)(?P<gap>\s)\Z")
_CARRIED_OUT = frozenset({"chi_thi", "ket_luan", "nghi_dinh", "nghi_quyet", "quyet_dinh"})
_PLAN_REACH = 30
_LINE_REACH = 60


@rule(
    "C3",
    "note",
    name=Text("thiếu từ “thực hiện”", "“thực hiện” missing"),
    what=Text(
        "giữa chương trình, kế hoạch và văn bản mà nó thực hiện phải có “thực hiện”, “triển khai”",
        "between a programme or plan and the document it carries out stands “thực hiện”",
    ),
    verified=False,
    wrong="ban hành Chương trình hành động Nghị quyết số 04-NQ/TU ngày 14/7/2021 của Tỉnh ủy Bắc"
    " Kạn",
    right="ban hành Chương trình hành động thực hiện Nghị quyết số 04-NQ/TU ngày 14/7/2021 của"
    " Tỉnh ủy"
    " Bắc Kạn",
)
def verb_missing(scene: Scene) -> Iterator[Remark]:
    """A plan whose name runs straight into the document that it carries out."""
    for citation in scene.citations:
        if citation.type not in _CARRIED_OUT or "type" not in citation.spans:
            continue
        start = citation.spans["type"][0]
        before = scene.between(start - _PLAN_REACH, start)
        if citation.start == start and (plan := _PLAN.search(before)):
            length = len(plan[0])
            yield Remark(
                span=(start - length, start - 1),
                vi="Thiếu từ “thực hiện” trước văn bản được thực hiện.",
                en="“thực hiện” is missing before the document that is carried out.",
                suggestion=f"{scene.given[start - length : start - 1]} thực hiện",
                citation=citation,
            )


@rule(
    "C4",
    "note",
    name=Text("chỉ nêu tên, không nêu số", "named without a number"),
    what=Text(
        "đề án, chương trình chỉ nêu tên; thư viện biết số, ký hiệu của văn bản phê duyệt",
        "a scheme or programme is only named; the library knows the number of its approval",
    ),
    basis=basis.PRINT,
    verified=False,
    wrong="Thực hiện Đề án “Hỗ trợ hoạt động bình đẳng giới vùng dân tộc thiểu số giai đoạn 2018"
    " - 2025”",
    right="Thực hiện Quyết định số 1898/QĐ-TTg ngày 28/11/2017 của Thủ tướng Chính phủ phê duyệt"
    " Đề án"
    " “Hỗ trợ hoạt động bình đẳng giới vùng dân tộc thiểu số giai đoạn 2018 - 2025”",
)
def number_missing(scene: Scene) -> Iterator[Remark]:
    """The first mention by name of a document whose number the text nowhere has."""
    cited = {citation.canonical for citation in scene.citations}
    for citation in scene.named:
        number = citation.canonical
        if number is None or number in cited or citation.type in _BY_NAME:
            continue
        cited.add(number)
        yield Remark(
            span=citation.span,
            vi=f"Chỉ nêu tên; theo thư viện là {number}.",
            en=f"Only named; by the library this is {number}.",
            citation=citation,
        )


RULES = (year_unknown, first_citation, blanks, verb_missing, number_missing)
