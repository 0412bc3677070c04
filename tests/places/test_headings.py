"""Columns are known by the names of facts and by the headings that officials use."""

import unicodedata

import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.headings import fold_heading, match_headings, unmatched
from dantoc_policy.places.province import Province
from dantoc_policy.places.village import Village

RECORDS = [Commune, Village, Province]


@pytest.mark.parametrize("record", RECORDS)
def test_each_heading_leads_to_its_fact_and_to_no_other(record):
    for name, info in record.facts().items():
        for heading in (name, *info.headings, info.label.vi, info.label.en):
            assert dict(match_headings(record, [heading])) == {name: heading}


@pytest.mark.parametrize(
    "heading",
    [
        "Tỷ lệ hộ nghèo (%)",
        "TỶ LỆ HỘ NGHÈO (%)",
        "tỉ lệ hộ nghèo (%)",
        "  Tỷ lệ   hộ nghèo ( % ) ",
        "Tỷ lệ hộ nghèo(%)",
        "Tỷ lệ\nhộ nghèo (%)",
        "Tỷ lệ\u00a0hộ nghèo (%):",
        unicodedata.normalize("NFD", "Tỷ lệ hộ nghèo (%)"),
    ],
)
def test_case_spaces_and_the_form_of_accents_do_not_matter(heading):
    assert dict(match_headings(Commune, [heading])) == {"poor_rate": heading}


def test_the_place_of_a_tone_mark_does_not_matter():
    for one, other in (("hoá", "hóa"), ("thuỷ", "thủy"), ("Hoà", "hòa")):
        assert fold_heading(one) == fold_heading(other)
    for one, other in (("má", "mà"), ("lê", "le"), ("tỷ", "tỵ"), ("quỳ", "quỳnh")):
        assert fold_heading(one) != fold_heading(other)


@pytest.mark.parametrize(
    ("record", "headings", "expected"),
    [
        (Commune, ["Tên xã", "Mã xã", "Tỉnh"], {"name": 0, "code": 1, "province": 2}),
        (Commune, ["unit", "Mã"], {"name": 0, "code": 1}),
        (Village, ["Thôn", "Xã", "Tỉnh"], {"name": 0, "commune": 1, "province": 2}),
        (Village, ["Xã đạt chuẩn NTM"], {"commune_meets_new_rural_standard": 0}),
        (Commune, ["Xã đạt chuẩn NTM"], {"meets_new_rural_standard": 0}),
        (Province, ["Tỉnh", "Số xã"], {"name": 0, "communes": 1}),
    ],
)
def test_what_identifies_a_place_is_known(record, headings, expected):
    found = match_headings(record, headings)
    assert dict(found) == {name: headings[place] for name, place in expected.items()}


def test_unknown_columns_are_told():
    headings = ["STT", "Tên xã", "Số hộ", "Ghi chú"]
    assert unmatched(Commune, headings) == ("STT", "Ghi chú")


def test_the_own_name_of_a_fact_wins():
    headings = ["Số hộ", "households"]
    assert dict(match_headings(Commune, headings)) == {"households": "households"}
    assert unmatched(Commune, headings) == ("Số hộ",)


def test_two_headings_of_one_fact_are_refused():
    with pytest.raises(InputError) as caught:
        match_headings(Commune, ["Tổng số hộ", "Số hộ"])
    assert caught.value.code == "heading.doubled"
    for language in ("vi", "en"):
        assert "'Tổng số hộ'" in caught.value.message(language)
        assert "'Số hộ'" in caught.value.message(language)
