"""Identifiers say who issued what and when; every form of them reads back into the same parts."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.law.document import Document
from dantoc_policy.law.identifier import Identifier, identifier
from dantoc_policy.law.library import documents
from dantoc_policy.law.place_in_text import eid, fragment, read_eid, read_fragment
from dantoc_policy.law.provision import POINTS, Provision

DECREE = "vn/chinh-phu/nghi-dinh/2011-01-14/05-2011-nd-cp"
PLAIN = {"source": "test/source"}


def doc(**fields) -> Document:
    return Document(**({"type": "quyet_dinh", "issuers": ("chinh_phu",)} | PLAIN | fields))


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (
            doc(number="05/2011/NĐ-CP", type="nghi_dinh", issued=date(2011, 1, 14)),
            DECREE,
        ),
        (
            doc(
                number="39/2021/QĐ-UBND",
                issuers=("uy_ban_nhan_dan",),
                unit="tỉnh Thái Nguyên",
                issued=date(2021, 8, 20),
            ),
            "vn/tinh-thai-nguyen/uy-ban-nhan-dan/quyet-dinh/2021-08-20/39-2021-qd-ubnd",
        ),
        (
            doc(
                number="65-KL/TW",
                type="ket_luan",
                issuers=("bo_chinh_tri",),
                issued=date(2019, 10, 30),
            ),
            "vn/dang/bo-chinh-tri/ket-luan/2019-10-30/65-kl-tw",
        ),
        (
            doc(
                number="04-NQ/TU",
                type="nghi_quyet",
                issuers=("ban_chap_hanh_dang_bo",),
                unit="tỉnh Thái Nguyên",
                issued=date(2021, 7, 14),
            ),
            "vn/dang/tinh-thai-nguyen/ban-chap-hanh-dang-bo/nghi-quyet/2021-07-14/04-nq-tu",
        ),
        (
            doc(
                number="02/2014/TTLT-BNV-UBDT",
                type="thong_tu_lien_tich",
                issuers=("bo_noi_vu", "uy_ban_dan_toc"),
            ),
            "vn/bo-noi-vu+uy-ban-dan-toc/thong-tu-lien-tich/2014/02-2014-ttlt-bnv-ubdt",
        ),
        (
            doc(
                name="Hiến pháp",
                type="hien_phap",
                issuers=("quoc_hoi",),
                issued=date(2013, 11, 28),
            ),
            "vn/quoc-hoi/hien-phap/2013-11-28/hien-phap",
        ),
        (
            doc(
                number="17/QĐ-UBND",
                issuers=("uy_ban_nhan_dan",),
                unit="TP. Hồ Chí Minh",
            ),
            "vn/tp-ho-chi-minh/uy-ban-nhan-dan/quyet-dinh/0000/17-qd-ubnd",
        ),
        (
            doc(number="66.7/2025/NQ-CP", type="nghi_quyet", issued=date(2025, 11, 15)),
            "vn/chinh-phu/nghi-quyet/2025-11-15/66.7-2025-nq-cp",
        ),
    ],
)
def test_written_from_a_document(document, expected):
    assert document.id == str(identifier(document)) == expected
    assert Identifier.parse(expected) == identifier(document)


@pytest.mark.parametrize(
    ("text", "akn", "eli", "urn"),
    [
        (
            f"{DECREE}@2024-12-01#dieu-3/khoan-1/diem-a",
            "/akn/vn/act/nghi-dinh/2011-01-14/05-2011-nd-cp/vie@2024-12-01~art_3__para_1__point_a",
            "eli/vn/chinh-phu/nghi-dinh/2011-01-14/05-2011-nd-cp/2024-12-01/dieu-3/khoan-1/diem-a",
            "urn:lex:vn:chinh.phu:nghi.dinh:2011-01-14;05-2011-nd-cp@2024-12-01~art_3__para_1__point_a",
        ),
        (
            "vn/thu-tuong-chinh-phu/quyet-dinh/2020-11-12/33-2020-qd-ttg",
            "/akn/vn/act/quyet-dinh/thu-tuong-chinh-phu/2020-11-12/33-2020-qd-ttg",
            "eli/vn/thu-tuong-chinh-phu/quyet-dinh/2020-11-12/33-2020-qd-ttg",
            "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2020-11-12;33-2020-qd-ttg",
        ),
        (
            "vn/dang/tinh-thai-nguyen/ban-chap-hanh-dang-bo/nghi-quyet/2021-07-14/04-nq-tu",
            "/akn/vn/doc/nghi-quyet/dang.tinh-thai-nguyen.ban-chap-hanh-dang-bo/2021-07-14/04-nq-tu",
            "eli/vn/dang/tinh-thai-nguyen/ban-chap-hanh-dang-bo/nghi-quyet/2021-07-14/04-nq-tu",
            "urn:lex:vn;tinh.thai.nguyen:dang;ban.chap.hanh.dang.bo:nghi.quyet:2021-07-14;04-nq-tu",
        ),
        (
            "vn/bo-noi-vu+uy-ban-dan-toc/thong-tu-lien-tich/2014/02-2014-ttlt-bnv-ubdt#phu-luc-ii",
            (
                "/akn/vn/act/thong-tu-lien-tich/bo-noi-vu+uy-ban-dan-toc/2014/"
                "02-2014-ttlt-bnv-ubdt/vie~att_ii"
            ),
            (
                "eli/vn/bo-noi-vu+uy-ban-dan-toc/thong-tu-lien-tich/2014/"
                "02-2014-ttlt-bnv-ubdt/phu-luc-ii"
            ),
            (
                "urn:lex:vn:bo.noi.vu+uy.ban.dan.toc:thong.tu.lien.tich:2014;"
                "02-2014-ttlt-bnv-ubdt~att_ii"
            ),
        ),
    ],
)
def test_forms_for_exchange(text, akn, eli, urn):
    found = Identifier.parse(text)
    assert (found.akn, found.eli, found.urn) == (akn, eli, urn)
    assert {Identifier.parse(form) for form in (akn, eli, urn)} == {found}
    assert str(found) == text


def test_other_ways_to_write_an_akoma_ntoso_place_are_read():
    work = "/akn/vn/act/nghi-dinh/2011-01-14/05-2011-nd-cp"
    expected = Identifier.parse(f"{DECREE}@2024-12-01#dieu-3")
    assert Identifier.parse(f"{work}/vie@2024-12-01/~art_3") == expected
    assert Identifier.parse(f"{work}/vie@2024-12-01/!main~art_3") == expected
    assert Identifier.parse(f"{work}/vie") == Identifier.parse(DECREE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "05/2011/NĐ-CP",
        "vn/chinh-phu/2011-01-14/05-2011-nd-cp",
        "vn/chinh-phu/nghi-dinh/2011-13-14/05-2011-nd-cp",
        "vn/chinh-phu/nghi-dinh/14-01-2011/05-2011-nd-cp",
        "vn/a/b/c/nghi-dinh/2011/05-2011-nd-cp",
        "vn/Chính phủ/nghi-dinh/2011-01-14/05-2011-nd-cp",
        f"{DECREE}#muc-luc",
        f"{DECREE}#dieu-",
        f"{DECREE}#dieu-3/dieu-4",
        f"{DECREE}@2024",
        f"la/{DECREE}",
        "eli/vn/chinh-phu/nghi-dinh/05-2011-nd-cp",
        f"eli/{DECREE}/trang-3",
        "/akn/za/act/1998/84",
        "/akn/vn/act/quyet-dinh/2020-11-12/33-2020-qd-ttg",
        "/akn/vn/act/nghi-dinh/2011-01-14/05-2011-nd-cp/vie~chapter",
        "urn:lex:it:stato:legge:1998-12-30;1",
        "urn:lex:vn:x;chinh.phu:nghi.dinh:2011-01-14;05-2011-nd-cp",
        "urn:lex:vn:chinh.phu:nghi.dinh",
    ],
)
def test_what_is_no_identifier_is_refused(text):
    with pytest.raises(InputError) as caught:
        Identifier.parse(text)
    assert caught.value.code == "identifier.unreadable"


def test_every_document_of_the_library_is_found_by_every_form():
    assert len({document.id for document in documents}) == len(documents)
    for document in documents:
        found = identifier(document)
        for form in (str(found), found.eli, found.akn, found.urn):
            assert Identifier.parse(form) == found
            assert documents.get(form) is document
        assert documents.get(found) is document
        assert documents.get(f"{found}@2026-01-01#dieu-1") is document


def test_d_and_d_with_a_stroke_are_two_points():
    assert fragment(Provision("", 3, 1, "d")) == "dieu-3/khoan-1/diem-d"
    assert fragment(Provision("", 3, 1, "đ")) == "dieu-3/khoan-1/diem-dd"
    assert eid(Provision("", 3, 1, "đ")) == "art_3__para_1__point_dd"
    assert read_eid("art_3__para_1__point_dd") == Provision("", 3, 1, "đ")


WORDS = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,5}){0,3}", fullmatch=True)
COUNTS = st.one_of(st.integers(1, 400), st.from_regex(r"[1-9][0-9]{0,2}[a-cđ]", fullmatch=True))
ROMAN = st.one_of(st.none(), st.sampled_from(["I", "II", "IV", "IX", "XII", "1", "01", "A"]))


@st.composite
def provisions(draw) -> Provision:
    article = draw(st.one_of(st.none(), COUNTS))
    clause = draw(st.one_of(st.none(), COUNTS)) if article else None
    point = draw(st.one_of(st.none(), st.sampled_from(POINTS))) if clause else None
    wider = {part: draw(ROMAN) for part in ("section", "chapter", "part", "appendix")}
    return Provision("", article, clause, point, **wider)


@st.composite
def identifiers(draw) -> Identifier:
    issued = draw(st.one_of(st.none(), st.dates(date(1945, 9, 2))))
    place = draw(st.one_of(st.none(), provisions()))
    return Identifier(
        issuers=tuple(draw(st.lists(WORDS.filter(lambda w: w != "dang"), min_size=1, max_size=3))),
        type=draw(
            st.one_of(st.sampled_from(["nghi-dinh", "luat", "ket-luan", "quyet-dinh"]), WORDS)
        ),
        number=draw(
            st.from_regex(r"[0-9]{1,4}(\.[0-9])?[a-z]?(-[a-z0-9]{1,5}){1,3}", fullmatch=True)
        ),
        issued=issued,
        year=issued.year if issued else draw(st.one_of(st.none(), st.integers(1945, 2100))),
        unit=draw(st.one_of(st.none(), WORDS.filter(lambda w: w != "dang"))),
        party=draw(st.booleans()),
        version=draw(st.one_of(st.none(), st.dates(date(1945, 9, 2)))),
        provision=place if place is not None and fragment(place) else None,
    )


@given(identifiers())
def test_every_form_reads_back(found):
    assert Identifier.parse(str(found)) == found
    assert Identifier.parse(found.eli) == found
    assert Identifier.parse(found.akn) == found
    assert Identifier.parse(found.urn) == found


@given(provisions().filter(fragment))
def test_places_read_back(place):
    assert read_fragment(fragment(place)) == place
    assert read_eid(eid(place)) == place


@given(st.text(max_size=60))
def test_no_text_does_anything_but_be_read_or_refused(text):
    for form in (text, f"vn/{text}", f"eli/vn/{text}", f"/akn/vn/{text}", f"urn:lex:vn{text}"):
        with suppress(InputError):
            assert isinstance(Identifier.parse(form), Identifier)
