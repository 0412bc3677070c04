"""What each field of a plan file is, in a few words, for the schema, editors and problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from pydantic import BaseModel

from dantoc_policy.plans.plan import Plan
from dantoc_policy.values.text import Text

# A field is explained once; under `Part.field` where it means something else in one part.
_WORDS: dict[str, tuple[str, str]] = {
    "also": ("những chỗ khác của văn bản nêu lại chỉ tiêu", "where else the document states it"),
    "amount": (
        "số tiền: số đồng nguyên, hoặc như “94 tỷ đồng”",
        "the money: whole đồng, or a text such as “94 tỷ đồng”",
    ),
    "as_of": ("số liệu tính đến khi nào", "of when the figure is"),
    "assignments": ("các dòng phân công", "rows that assign targets to bodies"),
    "baseline_year": ("năm gốc", "the year that it is compared with"),
    "basis": ("giá trị nói về cái gì", "of what the value speaks"),
    "bodies": ("các cơ quan được nêu tên", "bodies that the document names"),
    "by_name": (
        "văn bản chỉ nêu tên; số, ký hiệu lấy từ thư viện",
        "the text gives the name only; the number is the library's",
    ),
    "capital": ("loại vốn", "the kind of capital"),
    "comparator": ("giá trị ràng buộc thế nào", "how the value binds"),
    "contents": ("số nội dung", "the number of its contents"),
    "contents_comparator": (
        "số nội dung được nêu thế nào: đúng bằng, ít nhất …",
        "how the number of contents is given: just so many, at least …",
    ),
    "coordinating": ("cơ quan phối hợp", "the bodies that coordinate"),
    "coordinating_verified": (
        "cơ quan phối hợp đã được kiểm chứng chưa",
        "whether a source confirms who coordinates",
    ),
    "date": ("ngày, tháng hoặc năm của số liệu", "the day, month or year of the figure"),
    "deadline": (
        "hạn báo cáo, như “ngày 15/12 hằng năm”",
        "when it is due, such as “ngày 15/12 hằng năm”",
    ),
    "direction": ("chiều tốt lên", "which way is better"),
    "document": (
        "mã văn bản trong thư viện văn bản",
        "the identifier in the library of documents",
    ),
    "documents": ("các văn bản được dẫn", "the documents that are cited"),
    "due_year": (
        "năm đến hạn; bỏ trống là năm cuối giai đoạn",
        "the year by which it is due; the last year of the phase unless given",
    ),
    "file": ("tên tệp mà số dòng nói đến", "the file that line numbers refer to"),
    "force": ("mức độ ràng buộc của câu chữ", "how strongly the wording binds"),
    "funding": ("các khoản kinh phí", "amounts of money"),
    "gist": ("tóm tắt nội dung", "what it says, in short"),
    "guiding": ("cơ quan hướng dẫn", "the bodies that guide"),
    "id": (
        "mã: chữ thường không dấu, chữ số, dấu gạch nối",
        "an identifier: lower-case letters, digits, hyphens",
    ),
    "includes_carried_over": (
        "có gồm vốn chuyển nguồn không",
        "whether money carried over is included",
    ),
    "indicator": (
        "mã chỉ số: của thư viện, hoặc khai báo ở indicators",
        "what is measured: a code of the library or of `indicators`",
    ),
    "indicators": ("chỉ số riêng của kế hoạch", "indicators of its own"),
    "issued": ("ngày ban hành, như 2020-06-04", "the day of issue, such as 2020-06-04"),
    "issued_verified": (
        "ngày ban hành đã được kiểm chứng chưa",
        "whether a source confirms the day of issue",
    ),
    "issuer": ("cơ quan ban hành", "the issuing body"),
    "ReportingDuty.force": (
        "thời gian áp dụng, nếu không phải cả kế hoạch",
        "when it holds, where that is not the whole plan",
    ),
    "ReportingDuty.document": (
        "văn bản đặt ra nghĩa vụ, nếu không phải kế hoạch này",
        "the document that sets the duty, where it is not the plan itself",
    ),
    "Observation.kind": ("kết quả, số gốc hay ước tính", "a result, a baseline or an estimate"),
    "Phase.kind": ("cam kết hay định hướng", "a commitment or an orientation"),
    "Plan.kind": (
        "kế hoạch, khung quốc gia hay tin bài",
        "a plan, a national framework or an announcement",
    ),
    "last_line": ("dòng cuối trong tệp nguồn", "the last line in the source file"),
    "lead": ("cơ quan chủ trì", "the bodies in the lead"),
    "lead_verified": (
        "cơ quan chủ trì đã được kiểm chứng chưa",
        "whether a source confirms the lead",
    ),
    "line": ("dòng trong tệp nguồn, tính từ 1", "the line in the source file, the first being 1"),
    "lines": ("các dòng trong tệp nguồn", "the lines in the source file"),
    "name": ("tên gọi", "the name"),
    "national": ("các dòng của khung quốc gia", "rows of the national framework"),
    "note": ("ghi chú", "a note"),
    "notes": ("các ghi chú", "notes"),
    "number": ("số, ký hiệu như in trên văn bản", "the number as the document prints it"),
    "observations": ("số liệu đã đo hoặc báo cáo", "what was measured or reported"),
    "of": ("khoản mà số giải ngân này thuộc về", "the amount that a disbursement is part of"),
    "of_national_average": (
        "giá trị so với bình quân cả nước",
        "the value is a share of the national average",
    ),
    "official_code": ("mã trong hệ thống chỉ tiêu thống kê", "the code of official statistics"),
    "onward": ("nơi nhận chuyển tiếp cho ai", "to whom the receiver passes it on"),
    "part_of": ("mã của phần chứa nó (“trong đó”)", "what it is nested in"),
    "period": (
        "năm đầu và năm cuối, như 2021..2025",
        "the first and the last year, such as 2021..2025",
    ),
    "phase": ("mã giai đoạn", "the identifier of the phase"),
    "phases": ("các giai đoạn", "the phases"),
    "Funding.place": (
        "tiền của nơi nào, nếu khác nơi của kế hoạch",
        "whose money it is, where that is not the place of the plan",
    ),
    "Observation.place": ("nơi có số liệu", "where it was measured"),
    "place": ("mã đơn vị hành chính", "the identifier of the administrative unit"),
    "population": (
        "của ai: mã của thư viện, hoặc khai báo ở populations",
        "of whom: a code of the library or of `populations`",
    ),
    "populations": ("đối tượng riêng của kế hoạch", "populations of its own"),
    "printed": ("số, ký hiệu như kế hoạch in, nếu khác", "how the plan prints it, if otherwise"),
    "project": ("mã dự án", "the identifier of the project"),
    "projects": ("các dự án", "projects"),
    "rate": ("tỷ lệ phần trăm được in kèm", "the percentage that was printed with it"),
    "rate_comparator": ("tỷ lệ được nêu thế nào", "how the percentage is given"),
    "reference": ("văn bản được dẫn chiếu", "the document that says what is aimed at"),
    "reports": ("các nghĩa vụ báo cáo", "duties to report"),
    "CitedDocument.role": (
        "căn cứ, được thực hiện, được hướng dẫn hay được dẫn",
        "a basis, carried out, guided by, or cited",
    ),
    "role": ("vai trò", "as what it is named"),
    "row": ("số thứ tự trong bảng phân công", "the number of the row"),
    "sector": ("lĩnh vực của chỉ số", "the field of work of the indicator"),
    "section": ("mục của văn bản, như II.2", "the section of the document, such as II.2"),
    "signer": ("người ký", "who signed it"),
    "source": ("mã nguồn", "an entry of the list of sources"),
    "source_of_funds": ("nguồn vốn", "where the money comes from"),
    "stage": ("khâu: dự toán, giao, giải ngân …", "estimated, planned, assigned, disbursed …"),
    "standard": ("chuẩn nghèo được dùng", "the measure of poverty"),
    "targets": ("các chỉ tiêu", "the targets"),
    "Assignment.targets": ("mã các chỉ tiêu của dòng", "the targets of the row"),
    "Task.targets": ("mã các chỉ tiêu mà nhiệm vụ phục vụ", "the targets that it serves"),
    "tasks": ("các nhiệm vụ", "tasks"),
    "title": ("tên kế hoạch", "the title"),
    "to": ("báo cáo cho ai", "to whom"),
    "unit": ("đơn vị; phần trăm khác điểm phần trăm", "percent and percentage points differ"),
    "value": ("giá trị: 98, 26.7 hoặc “1/2”", "the value: 98, 26.7 or “1/2”"),
    "value_high": ("giá trị trên của khoảng", "the upper value of a range"),
    "verified": ("đã được nguồn xác nhận chưa", "whether a source confirms it"),
    "who": ("ai phải báo cáo", "who reports"),
}


def field_words(part: str, field: str) -> Text | None:
    """Say what a field of a part is, None where nothing is written about it.

    >>> field_words("Phase", "period").en
    'the first and the last year, such as 2021..2025'
    """
    found = _WORDS.get(f"{part}.{field}") or _WORDS.get(field)
    return None if found is None else Text(*found)


def parts() -> Mapping[str, type[BaseModel]]:
    """Give the parts that a plan is made of, by name.

    >>> sorted(parts())[:3]
    ['Assignment', 'CitedDocument', 'Funding']
    """
    found: dict[str, type[BaseModel]] = {}
    waiting: list[type[BaseModel]] = [Plan]
    while waiting:
        part = waiting.pop()
        found[part.__name__] = part
        below = (part_in(field.annotation) for field in part.model_fields.values())
        waiting += [one for one in below if one and one.__name__ not in found]
    return found


def part_in(annotation: object) -> type[BaseModel] | None:
    """Give the part that a field holds, alone or in a list.

    >>> part_in(Plan.model_fields["targets"].annotation).__name__
    'Target'
    """
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (part_in(argument) for argument in get_args(annotation))
    return next((part for part in inner if part), None)
