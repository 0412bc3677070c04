"""Linking citations to documents: evidence, what is excluded, what stays ambiguous."""

from datetime import date

import pytest

from dantoc_policy.law.citations.find import find_citations
from dantoc_policy.law.document import Alias, Document
from dantoc_policy.law.library import Documents
from dantoc_policy.law.resolve import (
    describe_candidates,
    excluded,
    resolve,
    resolve_text,
    resolved,
)
from dantoc_policy.law.resolving.context import Context, party_term
from dantoc_policy.law.resolving.unit_names import same_unit

HEADING = "UBND TỈNH THÁI NGUYÊN\nSố: 02/CTr-UBND\nThái Nguyên, ngày 02 tháng 12 năm 2021\n\n"
PROGRAMME = (
    "Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và"
    " miền núi giai đoạn 2021 - 2030"
)


def cite(text):
    return find_citations(text, named=True, context=True)[-1]


def numbers(text, context=None):
    return sorted(str(found.document.issued) for found in resolve(cite(text), context))


@pytest.mark.parametrize(
    ("text", "number", "issued"),
    [
        ("Kết luận số 65-KL/TW, ngày 30/10/2019 của Bộ Chính trị", "65-KL/TW", date(2019, 10, 30)),
        ("Nghị quyết số 24-NQ/TW ngày 12/3/2003", "24-NQ/TW", date(2003, 3, 12)),
        ("Nghị quyết số 24-NQ/TW của Ban Chấp hành Trung ương Đảng khóa IX", "24-NQ/TW",
         date(2003, 3, 12)),
        ("Quyết định số 33/2020/QĐ-TTg", "33/2020/QĐ-TTg", date(2020, 11, 12)),
        ("Quyết định số 39/2020/QĐ-TTg ngày 31/12/2020", "39/2020/QĐ-TTg", date(2020, 12, 31)),
        ("Quyết định 12/2018/QĐ-TTg ngày 06/3/2018 của...", "12/2018/QĐ-TTg", date(2018, 3, 6)),
        ("Quyết định 39/2021/QĐ-UBND ngày 20/8/2021 của UBND tỉnh Thái Nguyên", "39/2021/QĐ-UBND",
         date(2021, 8, 20)),
        ("Chương trình hành động số 02/CTr-UBND ngày 02/12/2021 của UBND tỉnh Thái Nguyên",
         "02/CTr-UBND",
         date(2021, 12, 2)),
        ("Nghị quyết số 04-NQ/TU ngày 14/7/2021 của Ban Chấp hành Đảng bộ tỉnh Thái Nguyên",
         "04-NQ/TU",
         date(2021, 7, 14)),
        ("Kế hoạch 303/KH-UBND năm 2020 do Ủy ban nhân dân tỉnh Bắc Kạn ban hành", "303/KH-UBND",
         date(2020, 6, 4)),
        ("Công văn số 3099-CV/TU ngày 21 tháng 4 năm 2020 của của Ban Thường vụ Tỉnh ủy Bắc Kạn",
         "3099-CV/TU", date(2020, 4, 21)),
        ("Nghị quyết số 88/2019/QH14 ngày 18/11/2019", "88/2019/QH14", date(2019, 11, 18)),
        ("Nghị quyết số 88/2019/NQ-QH14", "88/2019/QH14", date(2019, 11, 18)),
        ("Nghị quyết số 120/2020/QH14", "120/2020/QH14", date(2020, 6, 19)),
        ("Nghị định số 05/2011/NĐ-CP", "05/2011/NĐ-CP", date(2011, 1, 14)),
        ("Nghị định số 05/2011/NQ-CP của Chính phủ", "05/2011/NĐ-CP", date(2011, 1, 14)),
        ("Quyết định số 402/QĐ-TTg ngày 14/3/2016", "402/QĐ-TTg", date(2016, 3, 14)),
        ("Nghị quyết số 52/NQ-CP ngày 15/6/2016 của Chính phủ", "52/NQ-CP", date(2016, 6, 15)),
        ("Quyết định số 771/QĐ-TTg năm 2018", "771/QĐ-TTg", date(2018, 6, 26)),
        ("Quyết định số 1740/QĐ-TTg ngày 13 tháng 12 năm 2018", "1740/QĐ-TTg", date(2018, 12, 13)),
        ("Quyết định số 2087/QĐ-UBND ngày 20 tháng 12 năm 2016 của UBND tỉnh Bắc Kạn",
         "2087/QĐ-UBND",
         date(2016, 12, 20)),
        ("Bộ luật số 100/2015/QH13", "100/2015/QH13", date(2015, 11, 27)),
        ("Nghị quyết số 100/2015/QH13", "100/2015/QH13", date(2015, 11, 12)),
        ("Luật Tín ngưỡng, tôn giáo", "02/2016/QH14", date(2016, 11, 18)),
        ("Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025", "63/2025/QH15", date(2025, 2, 18)),
    ],
)  # fmt: skip
def test_documents_of_the_library(text, number, issued):
    document = resolved(cite(text))
    assert document is not None
    assert (document.number, document.issued) == (number, issued)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Văn bản số 830/BDT-VP ngày 08/11/2021", "830/BDT-VP"),
        ("Kế hoạch số 80/KH-UBND ngày 15/6/2020 của UBND tỉnh", "80/KH-UBND"),
        ("Kế hoạch số 99/KH-UBND ngày 19/5/2021 của UBND tỉnh", "99/KH-UBND"),
        ("Nghị quyết số 04-NQ/TU ngày 14/7/2021 của Ban Chấp hành Đảng bộ tỉnh", "04-NQ/TU"),
        ("Quyết định 39/2021/QĐ-UBND ngày 20/8/2021", "39/2021/QĐ-UBND"),
        ("Chương trình này", "02/CTr-UBND"),
    ],
)
def test_the_place_of_the_text_is_meant(text, number):
    context = Context.of_text(HEADING + text)
    citation = cite(HEADING + text)
    document = resolved(citation, context)
    assert document is not None
    assert (document.number, document.unit) == (number, "tỉnh Thái Nguyên")
    if "này" not in text:
        reasons = [reason.en for reason in resolve(citation, context)[0].reasons]
        assert "inferred from the text that cites it: tỉnh Thái Nguyên" in reasons


def test_the_same_number_of_another_place():
    citation = cite("Kế hoạch số 303/KH-UBND năm 2020 của UBND tỉnh")
    context = Context(unit="tỉnh Thái Nguyên")
    assert resolve(citation, context) == ()
    [other] = excluded(citation, context)
    assert other.document.unit == "tỉnh Bắc Kạn"
    assert not other.certain
    # Without the word "tỉnh" nothing says which place: not excluded, not certain.
    [maybe] = resolve(cite("Kế hoạch số 303/KH-UBND năm 2020"), context)
    assert not maybe.certain
    assert resolved(cite("Kế hoạch số 303/KH-UBND năm 2020")) is None


def test_a_party_number_of_four_terms():
    bare = "Nghị quyết số 24-NQ/TW"
    assert numbers(bare) == ["2003-03-12", "2013-06-03", "2018-04-16", "2022-10-07"]
    assert resolved(cite(bare)) is None
    # What is later than the citing text is left out; what is left is still not certain.
    assert numbers(bare, Context(day=date(2014, 1, 1))) == ["2003-03-12", "2013-06-03"]
    assert [c.certain for c in resolve(cite(bare), Context(day=date(2004, 1, 1)))] == [False]
    # The same day is not later.
    assert numbers(bare, Context(day=date(2003, 3, 12))) == ["2003-03-12"]


def test_the_day_may_be_said_elsewhere():
    text = "Kết luận số 65-KL/TW ngày 30/10/2019 của Bộ Chính trị. Theo Kết luận số 65- KL/TW thì"
    first, second = find_citations(text)
    assert resolved(second) is None
    [found] = resolve(second, Context.of_text(text))
    assert found.certain
    assert "same day, 30 October 2019 (as said elsewhere in the text)" in [
        r.en for r in found.reasons
    ]
    assert resolved(first) == found.document


def test_a_subject_tells_them_apart():
    text = "Nghị quyết số 24-NQ/TW về công tác dân tộc; Nghị quyết khác"
    found = resolve(find_citations(text)[0])
    assert found[0].certain
    assert found[0].document.term == "IX"
    assert not any(other.certain for other in found[1:])


def test_a_code_of_two_types():
    assert numbers("theo 100/2015/QH13") == ["2015-11-12", "2015-11-27"]
    assert resolved(cite("theo 100/2015/QH13")) is None
    assert resolved(cite("theo 100/2015/QH13 ngày 27/11/2015")).type == "bo_luat"


def test_a_number_of_every_year():
    [found] = resolve(cite("Quyết định số 402/QĐ-TTg"))
    assert not found.certain
    assert "no year: each one numbers anew" in [reason.en for reason in found.reasons]
    assert resolved(cite("Quyết định số 402/QĐ-TTg năm 2016")).issued == date(2016, 3, 14)
    assert resolve(cite("Quyết định số 402/QĐ-TTg năm 2017")) == ()


def test_what_cannot_be_meant_says_why():
    citation = cite("Nghị quyết số 24-NQ/TW ngày 12/3/2003")
    reasons = {found.reasons[0].en for found in excluded(citation)}
    assert "issued on 3 June 2013" in reasons
    assert "is of term XII" in {
        found.reasons[0].en
        for found in excluded(cite("Nghị quyết số 24-NQ/TW của Trung ương khóa IX"))
    }
    later = excluded(cite("Quyết định số 33/2020/QĐ-TTg"), Context(day=date(2019, 1, 1)))
    assert [found.reasons[0].en for found in later] == [
        "issued after the text that cites it (1 January 2019)"
    ]


def test_the_word_of_the_letters_is_forgiven():
    found = resolve(cite("Quyết định số 66-QĐ/TW ngày 06/02/2017"))
    assert [(one.document.type, one.certain) for one in found] == [("quy_dinh", True)]
    assert "the text calls it decision" in [reason.en for reason in found[0].reasons]


def test_a_slip_in_the_issuer_is_forgiven():
    assert resolved(cite("Quyết định số 33/2020/QĐ-TTg của Chính phủ")) is not None


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2020, 6, 4), "88/2019/QH14"),
        (date(2020, 6, 18), "88/2019/QH14"),
        (date(2020, 6, 19), "120/2020/QH14"),
        (date(2021, 10, 13), "120/2020/QH14"),
        (date(2021, 10, 14), "1719/QĐ-TTg"),
    ],
)
def test_a_name_means_what_it_meant_that_day(day, number):
    citation = cite(f"thực hiện {PROGRAMME}")
    assert citation.canonical is None
    assert resolved(citation, Context(day=day)).number == number
    assert len(resolve(citation)) == 3
    assert resolved(citation) is None


def test_a_text_is_not_older_than_what_it_cites():
    text = f"Chương trình hành động số 02/CTr-UBND ngày 02/12/2021; {PROGRAMME}"
    context = Context.of_text(text)
    assert (context.day, context.not_before) == (None, date(2021, 12, 2))
    assert resolved(cite(text), context).number == "1719/QĐ-TTg"


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(2021, 1, 1), "34/2007/PL-UBTVQH11"), (date(2023, 7, 1), "10/2022/QH15")],
)
def test_a_name_handed_on(day, number):
    assert resolved(cite("thực hiện Quy chế dân chủ ở cơ sở"), Context(day=day)).number == number


def test_resolutions_of_congresses():
    text = "các nghị quyết Đại hội Đảng toàn quốc lần thứ X, XI, XII"
    found = [resolved(citation) for citation in find_citations(text, named=True)]
    assert [document.term for document in found] == ["X", "XI", "XII"]
    local = cite("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Thái Nguyên lần thứ XX")
    assert resolved(local).unit == "tỉnh Thái Nguyên"


def law(number, issued, **more):
    return Document(
        type="luat", issuers=("quoc_hoi",), number=number, issued=issued, source="memory", **more
    )


OLD = law("13/2003/QH11", date(2003, 11, 26), name="Luật Đất đai", effective=date(2004, 7, 1))
NEW = law(
    "45/2013/QH13",
    date(2013, 11, 29),
    name="Luật Đất đai",
    effective=date(2014, 7, 1),
    aliases=(Alias(name="Luật Đất đai hiện hành", since=date(2014, 7, 1)),),
    relations=({"kind": "replaces", "target": "13/2003/QH11"},),
)
OWN = Documents([OLD, NEW])


def test_the_law_of_a_name_that_was_in_force():
    citation = cite("Căn cứ Luật Đất đai;")
    assert [found.certain for found in resolve(citation, None, OWN)] == [False, False]
    assert resolved(citation, Context(day=date(2010, 1, 1)), OWN) == OLD
    assert resolved(citation, Context(day=date(2015, 1, 1)), OWN) == NEW
    assert resolve(citation, Context(day=date(2000, 1, 1)), OWN) == ()
    year = cite("Luật Đất đai năm 2003;")
    assert resolved(year, Context(day=date(2015, 1, 1)), library=OWN) == OLD


def test_drafts_are_not_meant():
    draft = Document(
        type="nghi_dinh",
        issuers=("chinh_phu",),
        number="01/2030/NĐ-CP",
        draft=True,
        source="memory",
    )
    library = Documents([draft])
    assert resolve(cite("Nghị định số 01/2030/NĐ-CP"), None, library) == ()
    assert (
        excluded(cite("Nghị định số 01/2030/NĐ-CP"), None, library)[0].reasons[0].en == "is a draft"
    )


def test_names_that_the_caller_gives():
    context = Context(aliases={"Luật Đất đai": "45/2013/QH13"})
    assert resolved(cite("Căn cứ Luật Đất đai;"), context, OWN) == NEW


def test_an_ambiguous_reference_has_the_documents_that_the_text_cites():
    text = "Quyết định 39/2020/QĐ-TTg và Quyết định 39/2021/QĐ-UBND. Quyết định 39 quy định"
    found = resolve(cite(text), Context.of_text(text))
    assert {one.document.number for one in found} == {"39/2020/QĐ-TTg", "39/2021/QĐ-UBND"}
    assert not any(one.certain for one in found)


def test_nothing_to_find():
    for text in ("Quyết định số 9999/2020/QĐ-TTg", "Luật Đất đai năm 2013", "Nghị định này"):
        assert resolve(cite(text)) == excluded(cite(text)) == ()
    assert resolve_text("không có gì") == ()


def test_context_of_a_text():
    context = Context.of_text(HEADING + "Kết luận số 65-KL/TW")
    assert (context.issuer, context.day) == ("uy_ban_nhan_dan", date(2021, 12, 2))
    assert (context.unit.lower(), context.term) == ("tỉnh thái nguyên", "XIII")
    assert [citation.code for citation in context.citations] == ["02/CTr-UBND", "65-KL/TW"]


def test_context_of_a_text_without_a_heading():
    news = "Ban Dân tộc tỉnh Thái Nguyên. Hội nghị của tỉnh Thái Nguyên."
    assert Context.of_text(news).unit == "tỉnh Thái Nguyên"
    assert Context.of_text(news + " Đoàn tỉnh Bắc Kạn.").unit is None
    assert Context.of_text("Hà Nội, ngày 12 tháng 11 năm 2020").unit is None
    assert Context.of_text("") == Context()


def test_context_has_the_names_that_the_text_gives():
    text = "Nghị quyết số 88/2019/QH14 (sau đây gọi tắt là Nghị quyết)."
    assert {name: cited.canonical for name, cited in Context.of_text(text).defined.items()} == {
        "Nghị quyết": "88/2019/QH14"
    }


def test_terms_of_the_party():
    assert party_term(date(2001, 4, 22)) == "VIII"
    assert party_term(date(2001, 4, 23)) == "IX"
    assert party_term(date(1980, 1, 1)) is None


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("tỉnh Thái Nguyên", "TỈNH THÁI NGUYÊN", True),
        ("Bắc Kạn", "tỉnh Bắc Kạn", True),
        ("TP. Thái Nguyên", "thành phố Thái Nguyên", True),
        ("thành phố Thái Nguyên", "tỉnh Thái Nguyên", False),
        ("tỉnh Bắc Kạn", "tỉnh Thái Nguyên", False),
        ("xã Na Rì", "huyện Na Rì", False),
    ],
)
def test_places(first, second, same):
    assert same_unit(first, second) is same
    assert same_unit(second, first) is same


def test_candidates_in_words_and_as_data():
    found = resolve_text("Nghị quyết số 24-NQ/TW ngày 12/3/2003")
    [line] = describe_candidates(found)
    assert line.startswith("* Nghị quyết số 24-NQ/TW ngày 12/3/2003: cùng số, ký hiệu 24-NQ/TW;")
    assert describe_candidates(found, "en")[0].startswith("* Resolution 24-NQ/TW of 12 March 2003:")
    assert describe_candidates(resolve_text("24-NQ/TW"))[0].startswith("? ")
    record = found[0].to_dict()
    assert record["document"] == found[0].document.id
    assert record["certain"] is True
    assert 0 < record["score"] <= 1
    assert set(record["reasons"][0]) == {"vi", "en"}
