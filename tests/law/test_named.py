"""Documents cited by name: laws, programmes and schemes, resolutions of congresses."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.law.citations.find import find_citations
from dantoc_policy.law.registry.titles import titles_of
from dantoc_policy.law.spelling import fold

PROGRAMME = (
    "Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và"
    " miền núi giai đoạn 2021 - 2030"
)
EQUALITY = "Đề án “Hỗ trợ hoạt động bình đẳng giới vùng dân tộc thiểu số giai đoạn 2018 – 2025”"


def named(text):
    return [found for found in find_citations(text, named=True) if found.manner == "name"]


def plain(text):
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "printed", "name", "kind", "canonical", "when"),
    [
        ("thực hiện đúng quy định của Luật Tín ngưỡng, tôn giáo. Chủ động",
         "Luật Tín ngưỡng, tôn giáo",
         "Luật Tín ngưỡng, tôn giáo", "luat", "02/2016/QH14", None),
        ("Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;",
         "Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025", "Luật Tổ chức Chính phủ", "luat",
         "63/2025/QH15", date(2025, 2, 18)),
        ("Luật Kế toán năm 2015 và", "Luật Kế toán năm 2015", "Luật Kế toán", "luat",
         "88/2015/QH13", 2015),
        ("theo luật kế toán năm 2015 thì", "luật kế toán năm 2015", "luật kế toán", "luat",
         "88/2015/QH13", 2015),
        ("theo Bộ luật Lao động 2019,", "Bộ luật Lao động 2019", "Bộ luật Lao động", "bo_luat",
         "45/2019/QH14", 2019),
        ("BLHS năm 2015", "BLHS năm 2015", "BLHS", "bo_luat", "100/2015/QH13", 2015),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013",
         "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", "Hiến pháp", "hien_phap",
         None, 2013),
        ("Luật tổ chức chính quyền địa phương được Quốc hội thông qua ngày 19 tháng 06 năm 2015;",
         "Luật tổ chức chính quyền địa phương được Quốc hội thông qua ngày 19 tháng 06 năm 2015",
         "Luật tổ chức chính quyền địa phương", "luat", "77/2015/QH13", date(2015, 6, 19)),
    ],
)  # fmt: skip
def test_laws_of_the_library(text, printed, name, kind, canonical, when):
    [found] = named(text)
    assert (found.text, found.name, found.type, found.canonical) == (printed, name, kind, canonical)
    assert (found.issue_date or found.issue_year) == when
    assert (found.code, found.number, found.year, found.symbol) == (None, None, None, None)


@pytest.mark.parametrize(
    ("text", "name", "when"),
    [
        ("theo Luật Đất đai năm 2013 thì", "Luật Đất đai", 2013),
        ("theo Luật Đất đai 2024 thì", "Luật Đất đai", 2024),
        ("Luật Đất đai (sửa đổi) năm 2013", "Luật Đất đai", 2013),
        ("Luật\nĐất đai\nnăm 2013", "Luật Đất đai", 2013),
        ("LUẬT ĐẤT ĐAI NGÀY 29 THÁNG 11 NĂM 2013", "LUẬT ĐẤT ĐAI", date(2013, 11, 29)),
        ("Luat Dat dai nam 2013", "Luat Dat dai", 2013),
        ("quy định của Luật trẻ em năm 2016, chịu", "Luật trẻ em", 2016),
        ("Luật Hàng không dân dụng Việt Nam năm 2006", "Luật Hàng không dân dụng Việt Nam", 2006),
        ("Luật Công nghệ thông tin năm 2006", "Luật Công nghệ thông tin", 2006),
        ("Luật Phòng, chống bạo lực gia đình năm 2022", "Luật Phòng, chống bạo lực gia đình", 2022),
        ("Pháp lệnh Ưu đãi người có công với cách mạng năm 2020",
         "Pháp lệnh Ưu đãi người có công với cách mạng", 2020),
        (("Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền"
         " địa phương ngày 22 tháng 11 năm 2019;"),
         ("Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền"
         " địa phương"), date(2019, 11, 22)),
        ("Căn cứ Luật Xuất bản;", "Luật Xuất bản", None),
        ("điểm d khoản 1 Điều 11 Luật Chứng khoán để mua", "Luật Chứng khoán", None),
        ("khoản 1 Điều 5 Luật Phòng, chống tham nhũng, các văn bản khác",
         "Luật Phòng, chống tham nhũng", None),
    ],
)  # fmt: skip
def test_laws_that_no_list_has(text, name, when):
    [found] = named(text)
    assert (found.name, found.issue_date or found.issue_year) == (name, when)
    assert found.type in {"luat", "phap_lenh"}


def test_years_in_a_row():
    found = named("các bản Hiến pháp năm 1946, 1959, 1980 và 2013 đều")
    assert [(one.text, one.issue_year) for one in found] == [
        ("Hiến pháp năm 1946", 1946), ("1959", 1959), ("1980", 1980), ("2013", 2013),
    ]  # fmt: skip
    assert {one.name for one in found} == {"Hiến pháp"}


def test_provisions_and_issuer():
    text = "khoản 2 Điều 5 Luật Kế toán ngày 20 tháng 11 năm 2015 của Quốc hội"
    [found] = named(text)
    assert found.text == text
    assert str(found.provisions[0]) == "khoản 2 Điều 5 Luật 88/2015/QH13"
    assert (found.issuer, found.issuer_id, found.issuer_printed) == ("Quốc hội", "quoc_hoi", True)
    spans = {part: text[slice(*span)] for part, span in found.spans.items()}
    assert spans == {
        "provisions": "khoản 2 Điều 5",
        "type": "Luật",
        "name": "Luật Kế toán",
        "date": "ngày 20 tháng 11 năm 2015",
        "issuer": "Quốc hội",
    }


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (EQUALITY, "1898/QĐ-TTg"),
        (EQUALITY.upper(), "1898/QĐ-TTg"),
        (fold(EQUALITY), "1898/QĐ-TTg"),
        ("Đề án Hỗ trợ hoạt động bình đẳng giới vùng DTTS giai đoạn 2018-2025", "1898/QĐ-TTg"),
        (("Đề án: “Hỗ trợ hoạt động bình đẳng giới vùng đồng bào dân tộc thiểu số” giai đoạn"
         " 2018-2025"), "1898/QĐ-TTg"),
        (("Đề án Giảm thiểu tình trạng tảo hôn và hôn nhân cận huyết thống trong vùng đồng bào dân"
         " tộc thiểu số (2015 - 2025)"), "498/QĐ-TTg"),
        ("Đề án “Tăng cường ứng dụng công nghệ thông tin hỗ trợ đồng bào dân tộc thiểu số”",
         "414/QĐ-TTg"),
        (("Đề án “Đẩy mạnh công tác phổ biến, giáo dục pháp luật và tuyên truyền, vận động đồng bào"
         " vùng dân tộc thiểu số và miền núi giai đoạn 2017 - 2021”"), "1163/QĐ-TTg"),
        (("Chương trình hỗ trợ ứng dụng, chuyển giao tiến bộ khoa học và kĩ thuật thúc đẩy phát"
         " triển kinh tế - xã hội nông thôn, miền núi, vùng DTTS"
         " giai đoạn 2016-2025"), "1747/QĐ-TTg"),
        (("Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng DTTS&MN giai đoạn I từ"
         " năm 2021 đến năm 2025"), "1719/QĐ-TTg"),
        ("mục tiêu phát triển Thiên niên kỷ đối với đồng bào dân tộc thiểu số", "1557/QĐ-TTg"),
        # Three documents in turn: without a day, none.
        (PROGRAMME, None),
    ],
)  # fmt: skip
def test_schemes(text, canonical):
    [found] = named(f"Thực hiện {text}, tỉnh đã")
    assert (found.text, found.canonical) == (text, canonical)


def test_a_period_that_no_scheme_has():
    [found] = named(EQUALITY.replace("2018 – 2025", "2026 - 2030"))
    assert found.canonical is None


def test_the_day_of_the_text_decides():
    head = "Số: 303/KH-UBND\n\nBắc Kạn, ngày {} năm {}\n\nKẾ HOẠCH\nthực hiện "
    for day, year, canonical in (
        ("18 tháng 6", 2020, "88/2019/QH14"),
        ("19 tháng 6", 2020, "120/2020/QH14"),
        ("13 tháng 10", 2021, "120/2020/QH14"),
        ("14 tháng 10", 2021, "1719/QĐ-TTg"),
    ):
        [found] = named(head.format(day, year) + PROGRAMME)
        assert found.canonical == canonical


@pytest.mark.parametrize(
    ("text", "printed", "names"),
    [
        ("các nghị quyết Đại hội Đảng toàn quốc lần thứ X, XI, XII; Nghị quyết số 88",
         ["nghị quyết Đại hội Đảng toàn quốc lần thứ X", "XI", "XII"],
         [f"Nghị quyết Đại hội đại biểu toàn quốc lần thứ {term} của Đảng"
          for term in ("X", "XI", "XII")]),
        ("Nghị quyết Đại hội XIII của Đảng và", ["Nghị quyết Đại hội XIII của Đảng"],
         ["Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"]),
        ("Nghị quyết Đại hội Đảng lần thứ 13", ["Nghị quyết Đại hội Đảng lần thứ 13"],
         ["Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"]),
        ("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Thái Nguyên lần thứ XX, nhiệm kỳ 2020 - 2025",
         ["Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Thái Nguyên lần thứ XX, nhiệm kỳ 2020 - 2025"],
         ["Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Thái Nguyên lần thứ XX, nhiệm kỳ 2020 - 2025"]),
        ("Nghị quyết Đại hội lần thứ XX Đảng bộ tỉnh Thái Nguyên",
         ["Nghị quyết Đại hội lần thứ XX Đảng bộ tỉnh Thái Nguyên"],
         ["Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Thái Nguyên lần thứ XX"]),
        ("Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa IX",
         ["Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa IX"],
         ["Nghị quyết Trung ương 7 khóa IX"]),
        ("Nghị quyết Trung ương 4 (khóa XII)", ["Nghị quyết Trung ương 4 (khóa XII)"],
         ["Nghị quyết Trung ương 4 khóa XII"]),
    ],
)  # fmt: skip
def test_resolutions_of_the_party(text, printed, names):
    found = named(text)
    assert [one.text for one in found] == printed
    assert [one.name for one in found] == names
    assert all(one.type == "nghi_quyet" and one.term and one.issuer_id for one in found)


@pytest.mark.parametrize(
    "text",
    [
        (
            "dự thảo Quyết định quy định nguyên tắc, tiêu chí, định mức phân bổ ngân sách Trung"
            " ương và tỷ lệ vốn đối ứng"
        ),
        f"dự thảo {EQUALITY}",
        "dự án Luật Đất đai năm 2023",
        "Dự thảo “Luật Kế toán” năm 2015",
        "Dự Luật Đất đai năm 2023",
        "pháp luật năm 2013, kỷ luật năm 2020",
        "Luật sư Nguyễn Văn A năm 2020",
        "Trường Đại học Luật Hà Nội năm 2015",
        "Cử nhân Luật Thương mại 2015, ngành Luật Kinh tế năm 2019",
        "Hội Luật gia Việt Nam năm 2020",
        "Công ty Luật TNHH ABC năm 2019",
        "Luật mới năm 2020",
        "Luật Trẻ em, năm 2020 tỉnh đã",
        "triển khai Luật Trẻ em trên địa bàn năm 2020",
        "theo luật kế toán hiện hành",
        "danh sách thôn đặc biệt khó khăn",
        "Nghị quyết Đại hội Đảng các cấp",
        "Nghị quyết Đại hội Đoàn toàn quốc lần thứ XI",
        "xã vùng CT229, Đề án 06, Chương trình 5 năm, Chương trình 135/CTr-UBND",
        "các Chương trình mục tiêu quốc gia",
    ],
)
def test_no_names(text):
    assert named(text) == []


def test_never_inside_another_citation():
    text = "Luật Kế toán số 88/2015/QH13 ngày 20/11/2015 và Luật Kế toán năm 2003"
    found = find_citations(text, named=True)
    assert [(one.manner, one.canonical) for one in found] == [
        ("code", "88/2015/QH13"),
        ("name", "03/2003/QH11"),
    ]


def test_a_title_in_its_own_subject_is_no_second_citation():
    scheme = EQUALITY.replace("“", "").replace("”", "")
    approved = f"Quyết định số 1898/QĐ-TTg ngày 28/11/2017 phê duyệt {scheme};"
    assert named(approved) == []
    [found] = named(f"Kế hoạch số 12/KH-UBND ngày 02/02/2018 về thực hiện {scheme};")
    assert found.canonical == "1898/QĐ-TTg"


def test_a_popular_name_that_the_text_gives_to_another_document():
    [found] = named("Chương trình 1719 được triển khai")
    assert found.canonical == "1719/QĐ-TTg"
    assert named("Chương trình số 1719/CTr-UBND; Chương trình 1719 được triển khai") == []


FORMS = {
    "composed": plain,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "capitals": str.upper,
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "other dashes": lambda text: text.replace("-", "–"),
    "entities": lambda text: text.replace(" - ", " &#45; "),
    "lines": lambda text: text.replace(" năm", "\nnăm"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_every_form_of_writing(form):
    pieces = ["Luật Đất đai năm 2013", PROGRAMME, "Nghị quyết Đại hội XIII của Đảng"]
    printed = [form(piece) for piece in pieces]
    found = named("; ".join(printed))
    assert [one.type for one in found] == ["luat", "chuong_trinh", "nghi_quyet"]
    assert [one.text for one in found] == printed


PIECES = [
    "Luật Đất đai năm 2013", "Luật Tín ngưỡng, tôn giáo", "Bộ luật Lao động 2019",
    PROGRAMME, EQUALITY,
    "Quyết định số 33/2020/QĐ-TTg ngày 12/11/2020 của Thủ tướng Chính phủ", "Chương trình 135",
    "Nghị quyết số 88/2019/QH14", "Nghị quyết 88", "Quyết định này", "Hiến pháp năm 1946, 1959",
    "các nghị quyết Đại hội Đảng toàn quốc lần thứ X, XI", "khoản 2 Điều 5", "dự thảo ", "số",
    "2%/năm",
    "(sau đây gọi tắt là Đề án)", "Đề án", "của Quốc hội", "ngày 18 tháng 02 năm 2025", ", ",
    "; ", "\n",
    " và ", "(", ")", "“", "”", "&#x002F;", "e\u0302\u0301", "\u200b", "🙂",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=14), st.booleans())
def test_offsets_order_and_no_overlap(pieces, spaced):
    text = (" " if spaced else "").join(pieces)
    end = 0
    for found in find_citations(text, named=True, context=True):
        assert text[found.start : found.end] == found.text
        assert end <= found.start < found.end
        end = found.end
        for start, stop in found.spans.values():
            assert 0 <= start <= stop <= len(text)


@given(st.permutations(PIECES[:12]))
def test_composed_or_not_is_the_same(pieces):
    text = "; ".join(pieces)
    loose = unicodedata.normalize("NFD", text)
    given_, other = named(text), named(loose)
    assert [(one.name, one.canonical) for one in given_] == [
        (plain(one.name), one.canonical) for one in other
    ]


def test_every_name_of_the_library_is_found():
    from dantoc_policy.law.library import documents

    for document in documents:
        for alias in document.aliases:
            if not alias.name.lower().startswith("dự thảo"):
                match = titles_of().find(alias.name)
                assert match is not None, alias.name
                assert document in match.documents(), alias.name
