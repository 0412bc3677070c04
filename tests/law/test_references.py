"""Short forms that refer back: numbers without year and symbol, given names, "... này"."""

import unicodedata
from datetime import date

import pytest

from dantoc_policy.law.citations.find import find_citations
from dantoc_policy.law.citations.references import AMBIGUOUS

RESOLUTION = "Nghị quyết số 88/2019/QH14 ngày 18/11/2019 của Quốc hội"
DECISION = "Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020 của Thủ tướng Chính phủ"


def references(text, **options):
    found = find_citations(text, context=True, **options)
    return [one for one in found if one.manner == "reference"]


@pytest.mark.parametrize(
    ("full", "later", "printed", "canonical"),
    [
        (RESOLUTION, "theo Nghị quyết số 88, tỉnh", "Nghị quyết số 88", "88/2019/QH14"),
        (RESOLUTION, "Nghị quyết 88 nêu rõ; Nghị quyết 88.", "Nghị quyết 88", "88/2019/QH14"),
        (RESOLUTION, "NQ 88 và", "NQ 88", "88/2019/QH14"),
        (RESOLUTION, "theo nghị quyết 88 của Quốc hội", "nghị quyết 88 của Quốc hội",
         "88/2019/QH14"),
        (RESOLUTION, "NGHỊ QUYẾT SỐ 88;", "NGHỊ QUYẾT SỐ 88", "88/2019/QH14"),
        (RESOLUTION, "theo Nghi quyet 88;", "Nghi quyet 88", "88/2019/QH14"),
        (DECISION, "QĐ 33, tỉnh", "QĐ 33", "33/2020/QĐ-TTg"),
        (DECISION, "Quyết định số 33\nquy định", "Quyết định số 33", "33/2020/QĐ-TTg"),
        (DECISION, "Quyết định 33/2020 quy định", "Quyết định 33/2020", "33/2020/QĐ-TTg"),
        (DECISION, "Quyết định 33 ngày 12/11/2020 và", "Quyết định 33 ngày 12/11/2020",
         "33/2020/QĐ-TTg"),
        ("Nghị định số 05/2011/NĐ-CP", "Nghị định 5 và", "Nghị định 5", "05/2011/NĐ-CP"),
        ("Nghị định số 05/2011/NQ-CP", "Nghị định 05;", "Nghị định 05", "05/2011/NĐ-CP"),
        ("Kết luận số 65-KL/TW ngày 30/10/2019 của Bộ Chính trị", "Kết luận 65;", "Kết luận 65",
         "65-KL/TW"),
        ("Nghị quyết 30a/2008/NQ-CP", "Nghị quyết 30a và", "Nghị quyết 30a", "30a/2008/NQ-CP"),
    ],
)  # fmt: skip
def test_year_or_symbol_dropped(full, later, printed, canonical):
    found = references(f"{full} đã ban hành. {later}")[0]
    assert (found.text, found.canonical) == (printed, canonical)
    assert AMBIGUOUS not in found.warnings


def test_what_the_full_citation_says_is_kept():
    [found] = references(f"{RESOLUTION}. Theo khoản 1 Điều 2 Nghị quyết 88 thì")
    assert found.text == "khoản 1 Điều 2 Nghị quyết 88"
    assert (found.number, found.year, found.symbol) == ("88", 2019, "QH14")
    assert (found.issue_date, found.issuer) == (date(2019, 11, 18), "Quốc hội")
    assert found.provisions[0].document == "88/2019/QH14"
    assert found.code is None


def test_several_numbers_after_one_word():
    text = f"{RESOLUTION}, Nghị quyết số 120/2020/QH14. Theo Nghị quyết số 88, 120 và 2 người"
    found = references(text)
    assert [(one.text, one.canonical) for one in found] == [
        ("Nghị quyết số 88", "88/2019/QH14"),
        ("120", "120/2020/QH14"),
    ]


def test_two_documents_of_one_number():
    text = "Quyết định 39/2020/QĐ-TTg và Quyết định 39/2021/QĐ-UBND. Quyết định 39 quy định"
    [found] = references(text)
    assert (found.text, found.canonical, found.number) == ("Quyết định 39", None, "39")
    assert found.warnings == (AMBIGUOUS,)


def test_two_documents_of_one_number_told_apart():
    text = "Quyết định 39/2020/QĐ-TTg, Quyết định 39/2021/QĐ-UBND. Quyết định 39{};"
    for behind, canonical in (
        (" của Thủ tướng Chính phủ", "39/2020/QĐ-TTg"),
        (" năm 2021", "39/2021/QĐ-UBND"),
    ):
        [found] = references(text.format(behind))
        assert found.canonical == canonical
    assert references(text.format(" năm 2015")) == []


def test_one_code_of_two_days():
    code = "Nghị quyết số 24-NQ/TW"
    text = f"{code} ngày 12/3/2003, {code} ngày 16/4/2018. Nghị quyết 24;"
    [found] = references(text)
    assert (found.canonical, found.warnings) == (None, (AMBIGUOUS,))


@pytest.mark.parametrize(
    "text",
    [
        # Nothing was cited in full before.
        "Nghị quyết số 88 nêu rõ. " + RESOLUTION,
        "Nghị quyết 88 nêu rõ",
        # Another type, another number, another day.
        f"{RESOLUTION}. Quyết định 88, Nghị quyết 89",
        f"{RESOLUTION}. Nghị quyết số 88 ngày 01/01/2015",
        # Numbers of other things.
        f"{DECISION}. quyết định 33 người được cử; Quyết định 33 hộ; quyết định 2 người",
        f"{DECISION}. Quyết định 33% vốn; Quyết định 33,5 triệu; Quyết định 33 - 40 hộ",
        f"{DECISION}. Quyết định 33 xã; Quyết định 33 tỷ đồng; Quyết định 33 tháng",
        "Kế hoạch số 5/KH-UBND ngày 02/02/2021. Kế hoạch 5 năm 2021 - 2025; kế hoạch 5 năm",
        "Chương trình số 135/CTr-UBND; Chương trình 135 triệu cây xanh",
        # Another code.
        f"{DECISION}. Quyết định số 33/QĐ-UBND; Quyết định 33-QĐ/TU",
        # Relative places, what is no document, and "now".
        "khoản này, Điều này, điểm này, Mục này, Chương này, Phụ lục này",
        "quyết định này là đúng; Dự án này; Quy định này; Thông báo này; Hợp đồng này",
        "Quyết định nay đã; Kế hoạch nay được",
        "Dự thảo Nghị định này",
    ],
)
def test_no_references(text):
    assert references(text) == []


OWN = "Số: 33/2020/QĐ-TTg\nHà Nội, ngày 12 tháng 11 năm 2020\n\nQUYẾT ĐỊNH\n\n"


@pytest.mark.parametrize(
    ("text", "printed", "kind"),
    [
        ("Quyết định này có hiệu lực", "Quyết định này", "quyet_dinh"),
        ("khoản 2 Điều 3 của Quyết định này", "khoản 2 Điều 3 của Quyết định này", "quyet_dinh"),
        ("Quyet dinh nay co hieu luc", "Quyet dinh nay", "quyet_dinh"),
        ("ban hành kèm theo QUYẾT ĐỊNH NÀY", "QUYẾT ĐỊNH NÀY", "quyet_dinh"),
        # What a decision issues is part of it.
        ("Quy chế này gồm 3 chương", "Quy chế này", "quy_che"),
    ],
)
def test_the_document_itself(text, printed, kind):
    [found] = references(OWN + text)
    assert (found.text, found.type) == (printed, kind)
    assert (found.canonical, found.issue_date) == ("33/2020/QĐ-TTg", date(2020, 11, 12))


def test_the_document_itself_without_a_heading():
    for text in ("Nghị định này quy định", "nội dung của Luật này", "tại Kế hoạch này."):
        [found] = references(text)
        assert (found.canonical, found.number, found.warnings) == (None, None, ())


def test_this_decision_of_the_same_paragraph():
    [found] = references(f"{DECISION}. Quyết định này thay thế văn bản trước.")
    assert found.canonical == "33/2020/QĐ-TTg"
    [found] = references(f"{DECISION};\nĐiều 1. Quyết định này có hiệu lực.")
    assert found.canonical is None


def test_a_programme_is_called_by_its_longer_name():
    head = "Số: *02* /CTr-UBND\n\nThái Nguyên, ngày *02* tháng 12 năm 2021\n\n"
    [found] = references(head + "Chương trình hành động này")
    assert (found.text, found.canonical) == ("Chương trình hành động này", "02/CTr-UBND")
    assert found.issue_date == date(2021, 12, 2)


SCHEME = (
    "Quyết định số 402/QĐ-TTg ngày 14/3/2016 của Thủ tướng Chính phủ phê duyệt Đề án phát triển đội"
    " ngũ cán bộ, công chức, viên chức người dân tộc thiểu số trong thời kỳ mới ({} Đề án). "
)


@pytest.mark.parametrize(
    "words",
    ["sau đây gọi tắt là", "sau đây viết tắt là", "gọi tắt là", "sau đây gọi là",
    "Sau đây gọi chung là",
     "viết tắt là:"],
)  # fmt: skip
def test_a_name_that_the_text_gives(words):
    text = SCHEME.format(words) + "Mục tiêu của Đề án là; các Đề án khác; đề án; Đề án Bồi dưỡng."
    [found] = references(text)
    assert (found.text, found.type, found.canonical) == ("Đề án", "de_an", "402/QĐ-TTg")
    assert text[: found.start].endswith("Mục tiêu của ")


def test_a_given_name_in_quotes_and_over_a_line():
    text = SCHEME.replace("{} Đề án", "sau đây gọi tắt là “Đề án 402”")
    assert [one.text for one in references(text + "Thực hiện Đề án\n402, tỉnh")] == ["Đề án\n402"]


def test_a_given_name_of_a_document_cited_by_name():
    text = (
        "Chương trình MTQG 1719 (sau đây gọi tắt là Chương trình). Nội dung của Chương trình được"
        " nêu; Chương trình hành động; Chương trình mục tiêu quốc gia khác."
    )
    [found] = references(text, named=True)
    assert (found.text, found.canonical) == ("Chương trình", "1719/QĐ-TTg")


def test_the_last_definition_counts():
    text = (
        f"{RESOLUTION} (gọi tắt là Nghị quyết). Theo Nghị quyết thì.\n\n"
        "Nghị quyết số 120/2020/QH14 (gọi tắt là Nghị quyết). Theo Nghị quyết thì."
    )
    assert [one.canonical for one in references(text)] == ["88/2019/QH14", "120/2020/QH14"]


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân tỉnh (sau đây gọi tắt là UBND tỉnh). UBND tỉnh giao",
        "người có uy tín (sau đây viết tắt là NCUT). NCUT được",
        "Ban Chỉ đạo (gọi tắt là Ban Chỉ đạo). Ban Chỉ đạo họp",
        "Căn cứ Nghị định số 05/2011/NĐ-CP, tỉnh lập bảng (sau đây gọi tắt là Kế hoạch). Kế hoạch.",
        # With its whole number, every use is a citation of its own.
        "Kết luận số 65-KL/TW (sau đây gọi tắt là Kết luận số 65-KL/TW); Kết luận số 65-KL/TW",
    ],
)
def test_definitions_of_something_else(text):
    assert references(text) == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_in_any_form(form):
    text = unicodedata.normalize(form, f"{RESOLUTION}. Theo khoản 1 Điều 2 Nghị quyết số 88 thì")
    [found] = references(text)
    assert text[found.start : found.end] == found.text
    assert unicodedata.normalize("NFC", found.text) == "khoản 1 Điều 2 Nghị quyết số 88"


def test_many_of_them_take_their_time_only_once():
    text = f"{RESOLUTION}, " * 300 + "Nghị quyết 88, " * 300
    assert len(references(text)) == 300
