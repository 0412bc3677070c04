"""Finding a group by any of its names, and by no other."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError, NotInForceError
from dantoc_policy.law.spelling import fold
from dantoc_policy.peoples.library import peoples
from dantoc_policy.peoples.names import NameKey

GROUPS = tuple(peoples)
NAMES = [(group, name) for group in GROUPS for name in (group.name.vi, *group.other_names)]
PREFIXES = [
    "",
    "dân tộc ",
    "Dân tộc: ",
    "người ",
    "Người ",
    "đồng bào dân tộc ",
    "DTTS ",
    "DÂN TỘC ",
]
# What is called alike in full, and must be answered with all that are.
SHARED = {
    "Thổ": ["tho-24", "tay", "khmer"],
    "Xá Khao": ["khang", "la-ha"],
    "Xá Lá Vàng": ["la-hu", "chut", "mang"],
    "Pụa": ["xinh-mun", "la-ha"],
    "La Quả": ["la-chi", "pu-peo"],
    "Chil": ["co-ho", "mnong"],
    "Ca-tang": ["co-tu", "gie-trieng"],
    "Trại": ["dao", "san-chay", "san-diu"],
    "Pu Nà": ["giay", "bo-y"],
    "Lao": ["lao-37", "la-hu"],
    "Hạ": ["hoa", "co-tu"],
}


def ids(name):
    return [group.id for group in peoples.find(name)]


@pytest.mark.parametrize("group", GROUPS, ids=str)
def test_the_official_name_is_found_in_any_spelling(group):
    name = group.name.vi
    for text in (
        name,
        unicodedata.normalize("NFD", name),
        name.upper(),
        name.lower(),
        name.replace(" ", "-"),
        name.replace(" ", ""),
        name.replace(" ", " - "),
        f"  {name} ",
        name.replace(" ", "\u00a0"),
        group.name_1979,
        f"Dân tộc {group.name_1979}",
    ):
        assert ids(text)[0] == group.id, text
        assert ids(fold(unicodedata.normalize("NFC", text)))[0] == group.id, text


def test_official_names_stay_apart_without_diacritics():
    assert len({NameKey.of(group.name.vi).plain for group in GROUPS}) == 54


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("H'Mông", "mong"),
        ("H\u2019Mông", "mong"),
        ("Hmong", "mong"),
        ("Hmong people", "mong"),
        ("Mèo", "mong"),
        ("HMông (Mèo)", "mong"),
        ("Mông (H'Mông)", "mong"),
        ("Khơ-me", "khmer"),
        ("Khơ Me", "khmer"),
        ("Khme", "khmer"),
        ("Ra-glai", "raglay"),
        ("Ra Glai", "raglay"),
        ("RaGlay", "raglay"),
        ("Giẻ-Triêng", "gie-trieng"),
        ("Gié Triêng", "gie-trieng"),
        ("Cờ Lao", "co-lao"),
        ("Ta-ôi", "ta-oi"),
        ("Tà Ôi", "ta-oi"),
        ("S'tiêng", "xtieng"),
        ("Stiêng", "xtieng"),
        ("Kơ Ho", "co-ho"),
        ("Cor", "co"),
        ("La Chi", "la-chi"),
        ("Cao Lan - Sán Chỉ", "san-chay"),
        ("Sán Chay (Cao Lan-Sán Chỉ)", "san-chay"),
        ("Hoa (Hán)", "hoa"),
        ("Việt", "kinh"),
        ("M'Nông", "mnong"),
        ("Ê Đê", "e-de"),
        ("Ê-Ðê", "e-de"),
        ("Bru - Vân Kiều", "bru-van-kieu"),
        ("Vân Kiều", "bru-van-kieu"),
        ("Khơ Mú", "kho-mu"),
        ("Luỹ", "hre"),
        ("Lũy", "hre"),
        ("Pa Kô", "ta-oi"),
        ("dân tộc thiểu số Dao", "dao"),
        ("đồng bào dân tộc thiểu số Lự", "lu"),
        ("Thổ (Tày)", "tay"),
        ("Tày (Thổ)", "tay"),
        ("Thổ (Nghệ An)", None),
    ],
)
def test_printed_variants(text, group):
    if group is None:
        assert len(ids(text)) > 1
    else:
        assert ids(text) == [group]
        assert peoples.get(text).id == group


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("group", GROUPS, ids=str)
def test_words_for_people_do_not_count(group, prefix):
    assert ids(prefix + group.name.vi)[0] == group.id


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Chăm Rê", "hre"),
        ("Chăm Quảng Ngãi", "hre"),
        ("Tày Hạt", "o-du"),
        ("Tày Poọng", "tho-24"),
        ("Tày Hay", "kho-mu"),
        ("Tày Khao", "thai"),
        ("Thổ Đà Bắc", "thai"),
        ("Thổ Đen", "la-chi"),
        ("Mèo Lài", "pa-then"),
        ("Mán Trắng", "mong"),
        ("Mán Cao Lan", "san-chay"),
        ("Mán Quần Cộc", "san-diu"),
        ("Pen Ti Lô Lô", "pu-peo"),
        ("Việt gốc Miên", "khmer"),
        ("Xá Lá Vàng (Mảng)", "mang"),
    ],
)
def test_false_friends(text, group):
    assert ids(text) == [group]


@pytest.mark.parametrize(("name", "groups"), SHARED.items(), ids=SHARED)
def test_a_shared_name_gives_all_and_get_refuses(name, groups):
    assert sorted(ids(name)) == sorted(groups)
    with pytest.raises(InputError) as caught:
        peoples.get(name)
    assert caught.value.code == "people.ambiguous"
    for group in groups:
        for locale in ("vi", "en"):
            assert f"({group})" in caught.value.message(locale)
        assert peoples.get(group).id == group


def test_every_name_that_several_groups_have_is_known_to_this_test():
    found = {name for _, name in NAMES if len(peoples.find(name)) > 1}
    assert {NameKey.of(name).plain for name in found} == {NameKey.of(n).plain for n in SHARED}


def test_the_officially_so_called_comes_first():
    assert ids("Thổ")[0] == "tho-24"
    assert ids("Lao")[0] == "lao-37"


def test_marks_that_are_written_decide():
    assert ids("Lào") == ["lao-37"]
    assert ids("LÀO") == ["lao-37"]
    assert ids("Trầu") == ["co"]


@pytest.mark.parametrize(
    "text", ["", " ", "dân tộc", "người", "()", "-", "Xyz", "Tày Nùng", "a11", "tho-24"]
)
def test_what_is_no_name_finds_nothing(text):
    assert ids(text) == []


def test_an_unknown_name_is_told_with_near_ones():
    with pytest.raises(InputError) as caught:
        peoples.get("Muờng Bi")
    assert caught.value.code == "people.unknown"
    assert "Mường" in caught.value.message("en")
    with pytest.raises(InputError, match=r"people\.unknown"):
        peoples.get("Atlantis")


def test_an_alias_of_another_spelling_is_no_prefix_match():
    assert ids("Mông Cổ") == []
    assert ids("Thái Lan") == []


def test_find_on_a_day():
    assert [g.id for g in peoples.find("Tày", as_of=dt.date(1979, 3, 2))] == ["tay"]
    with pytest.raises(NotInForceError):
        peoples.find("Tày", as_of=dt.date(1979, 3, 1))


@given(st.sampled_from(NAMES), st.sampled_from(PREFIXES), st.data())
def test_a_name_finds_its_group_however_it_is_printed(named, prefix, data):
    group, name = named
    text = prefix + "".join(
        data.draw(st.sampled_from([c, c.upper(), c.lower()])) for c in name
    ).replace(" ", data.draw(st.sampled_from([" ", "-", " - ", "", "\u00a0"])))
    form = data.draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
    assert group in peoples.find(unicodedata.normalize(form, text))


@given(st.sampled_from(NAMES))
def test_a_name_without_marks_finds_its_group(named):
    group, name = named
    assert group in peoples.find(fold(name))


@given(st.text())
def test_find_answers_any_text(text):
    if text.strip().isdecimal():
        text += "x"
    found = peoples.find(text)
    assert len(found) == len({group.id for group in found})
    ids_known = {group.id for group in GROUPS}
    assert (text in peoples) == bool(found) or text.strip().casefold() in ids_known


@pytest.mark.parametrize("key", ["tho", "Tho", "THO", "lao", "Lao", " lao ", "dân tộc Lao"])
def test_capitals_do_not_decide_and_no_identifier_stands_for_several_groups(key):
    assert len(peoples.find(key)) > 1
    with pytest.raises(InputError) as caught:
        peoples.get(key)
    assert caught.value.code == "people.ambiguous"


@pytest.mark.parametrize("group", GROUPS, ids=str)
def test_an_identifier_is_one_in_any_capitals(group):
    for key in (group.id, group.id.upper(), group.id.title(), f" {group.id} "):
        assert peoples.get(key) is group
        assert key in peoples
    assert peoples.find(group.id) in ([group], [])


@given(st.text(max_size=12))
def test_a_key_is_the_same_for_composed_and_decomposed_text(text):
    forms = {NameKey.of(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert len(forms) == 1
