"""The catalogue of groups: complete, sourced, compiled, and adding up."""

import importlib.util
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from dantoc_policy.data import load
from dantoc_policy.law.library import documents
from dantoc_policy.law.spelling import slug
from dantoc_policy.peoples.codes import code_schemes
from dantoc_policy.peoples.library import peoples
from dantoc_policy.peoples.lists import CATEGORIES

ROOT = Path(__file__).parents[2]
FILES = ("code_schemes", "figures", "groups", "languages", "lists")
GROUPS = {row["id"]: row for row in load("peoples/groups")}
LISTS = {row["id"]: row for row in load("peoples/lists")}
SOURCES = {row["id"]: row for row in load("sources")}
# A fact that rests on one of these is confirmed by nothing.
UNSOURCED = {"memory", "derived"}
# The order of the annex of 1227/QĐ-TTg by codes of 1979.
MANY = (
    "41 40 38 33 35 34 30 31 26 29 23 20 21 14 08 22"
    " 10 09 07 02 15 37 25 27 06 13 19 17 12 16 05 28"
)
SPECIFIC = "53 52 54 51 50 48 49 47 45 43 44 42 46 39"
SIXTEEN = "48 45 51 50 47 49 39 11 44 53 52 54 43 42 46 41"


def codes(list_id):
    return " ".join(GROUPS[group]["code_1979"] for group in LISTS[list_id]["groups"])


def by_code(codes_1979):
    return {row["id"] for row in GROUPS.values() if row["code_1979"] in codes_1979.split()}


def population(group, year=2019):
    return GROUPS[group]["populations"].get(str(year), {}).get("count")


def sources_in(value):
    """Give every source that a part of the catalogue names."""
    if isinstance(value, list):
        return {found for item in value for found in sources_in(item)}
    if not isinstance(value, dict):
        return set()
    found = set(value.get("sources", {}).values())
    found |= {value["source"]} if "source" in value else set()
    return found | {s for key, item in value.items() if key != "sources" for s in sources_in(item)}


def test_the_compiled_files_are_what_the_catalogue_gives():
    spec = importlib.util.spec_from_file_location("build", ROOT / "tools/build_catalogue.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    wanted = {
        path: text for path, text in build.compiled().items() if path.parent.name == "peoples"
    }
    assert {path.stem for path in wanted} == set(FILES)
    assert {path: path.read_text(encoding="utf-8") for path in wanted} == wanted


@pytest.mark.parametrize("name", FILES)
def test_every_source_resolves(name):
    assert sources_in(load(f"peoples/{name}")) - SOURCES.keys() == set()


def test_every_source_of_the_peoples_says_what_it_is():
    used = {source for name in FILES for source in sources_in(load(f"peoples/{name}"))}
    assert all(SOURCES[source]["title"] for source in used)


def test_nothing_without_a_source_is_verified():
    for row in (*GROUPS.values(), *LISTS.values()):
        unsourced = {name for name, source in row.get("sources", {}).items() if source in UNSOURCED}
        assert unsourced <= set(row.get("unverified", ())), row["id"]
    counted = [c for row in GROUPS.values() for c in row["populations"].values()]
    counted += [c for row in GROUPS.values() for c in row.get("households", {}).values()]
    for datum in (*counted, *load("peoples/figures")):
        assert not (datum["verified"] and datum["source"] in UNSOURCED), datum


def test_unverified_names_fields_that_there_are():
    for row in (*GROUPS.values(), *LISTS.values()):
        assert set(row.get("unverified", ())) <= row.keys(), row["id"]
        assert row.get("sources", {}).keys() <= row.keys(), row["id"]


@pytest.mark.parametrize("row", LISTS.values(), ids=LISTS)
def test_every_list_names_documents_of_the_library(row):
    for number in filter(None, (row["document"], row.get("criteria"))):
        assert documents.get(number).number == number
    assert row["category"] in CATEGORIES


@pytest.mark.parametrize("scheme", code_schemes().values(), ids=code_schemes())
def test_every_order_of_codes_names_its_document_and_day(scheme):
    assert documents.get(scheme.document).issued == scheme.since


@pytest.mark.parametrize("row", GROUPS.values(), ids=GROUPS)
def test_identifier_and_plain_form_follow_from_the_name(row):
    plain = slug(row["vi"])
    alone = len(peoples.find(plain)) == 1
    assert row["id"] == (plain if alone else f"{plain}-{row['code_1979']}")
    assert row["en"].isascii()
    assert slug(row["en"]) == plain


def test_there_are_54_groups_and_53_are_minorities():
    assert len(GROUPS) == 54
    assert [row["vi"] for row in GROUPS.values() if not row.get("minority", True)] == ["Kinh"]


@pytest.mark.parametrize("scheme", ["code_1979", "code_2008"])
def test_each_order_gives_every_code_from_01_to_54_once(scheme):
    assert sorted(row[scheme] for row in GROUPS.values()) == [f"{n:02}" for n in range(1, 55)]


def test_seventeen_codes_are_the_same_in_both_orders():
    same = [row["code_1979"] for row in GROUPS.values() if row["code_1979"] == row["code_2008"]]
    assert " ".join(same) == "01 02 03 05 07 08 09 10 20 22 28 30 42 44 47 50 51"


@pytest.mark.parametrize(
    ("code", "of_1979", "of_2008"),
    [
        ("04", "Hoa", "Mường"),
        ("06", "Mường", "Hoa"),
        ("11", "Ngái", "Ê đê"),
        ("17", "Chăm", "Sán Dìu"),
        ("24", "Thổ", "Bru Vân Kiều"),
        ("39", "La Ha", "La Hủ"),
        ("41", "La Hủ", "Pà Thẻn"),
        ("54", "Rơ Măm", "Ơ Đu"),
    ],
)
def test_codes_that_mean_another_group_in_the_other_order(code, of_1979, of_2008):
    by = {
        (year, row[f"code_{year}"]): row["vi"] for row in GROUPS.values() for year in (1979, 2008)
    }
    assert (by[1979, code], by[2008, code]) == (of_1979, of_2008)


def test_codes_of_2008_beyond_20_are_not_confirmed():
    doubtful = {r["code_2008"] for r in GROUPS.values() if "code_2008" in r["unverified"]}
    assert doubtful == {f"{n:02}" for n in range(21, 55)}


def test_populations_add_up():
    minorities = [population(group) for group, row in GROUPS.items() if row.get("minority", True)]
    assert len(minorities) == 53
    assert sum(minorities) == 14_119_256
    assert sum(minorities) + population("kinh") == 96_205_082
    figures = {(f["of"], f["measure"], f["year"]): f["value"] for f in load("peoples/figures")}
    assert figures["minorities", "population", 2019] == sum(minorities)


@pytest.mark.parametrize(
    ("counted", "total"), [("census_2019", 3_612_326), ("survey_2019", 3_491_784)]
)
def test_households_add_up(counted, total):
    rows = [row["households"][counted]["count"] for row in GROUPS.values() if "households" in row]
    assert len(rows) == 53
    assert sum(rows) == total


def test_households_have_a_possible_size():
    for group, row in GROUPS.items():
        if "households" in row:
            size = population(group) / row["households"]["census_2019"]["count"]
            assert 2.99 <= round(size, 2) <= 5.42, group


def test_branches_have_the_known_numbers_of_groups():
    count = {}
    for row in GROUPS.values():
        count[row["branch"]] = count.get(row["branch"], 0) + 1
    assert count == {
        "viet_muong": 4,
        "mon_khmer": 21,
        "tay_thai": 8,
        "kadai": 4,
        "mong_dao": 3,
        "malayo_polinexia": 5,
        "han": 3,
        "tang_mien": 6,
    }


def test_the_lists_of_1227_are_those_of_the_annex_in_its_order():
    assert codes("qd-1227-2021-i") == MANY
    assert codes("qd-1227-2021-ii") == SPECIFIC
    assert (len(MANY.split()), len(SPECIFIC.split())) == (32, 14)


def test_the_lists_of_1227_are_disjoint_and_leave_seven():
    many, specific = by_code(MANY), by_code(SPECIFIC)
    assert many & specific == set()
    assert GROUPS.keys() - many - specific == by_code("01 03 04 11 18 24 32 36")


def test_the_sixteen_are_those_below_10000_in_2009():
    assert codes("nd-57-2017") == SIXTEEN
    small = {group for group in GROUPS if (population(group, 2009) or 10_000) < 10_000}
    assert small == by_code(SIXTEEN)
    assert len(small) == 16


def test_list_ii_is_the_sixteen_without_two():
    assert by_code(SIXTEEN) - by_code("41 11") == by_code(SPECIFIC)


def test_the_census_of_2019_does_not_give_list_ii():
    small = {group for group in GROUPS if population(group) < 10_000}
    assert small == by_code(SPECIFIC) - {"la-ha"} | {"ngai"}
    assert len(small) == 14


@pytest.mark.parametrize(
    ("list_id", "size"),
    [("qd-2123-2010", 9), ("qd-1672-2011", 4), ("qd-2086-2016", 16), ("nd-57-2017", 16)],
)
def test_older_lists_have_their_sizes(list_id, size):
    assert len(set(LISTS[list_id]["groups"])) == len(LISTS[list_id]["groups"]) == size


def test_no_list_for_2026_is_made_up():
    unknown = [row for row in LISTS.values() if row["groups"] is None]
    assert {row["criteria"] for row in unknown} == {"255/2025/NĐ-CP"}
    assert {row["since"] for row in unknown} == {"2026-01-01"}


def test_list_ii_names_its_provinces():
    row = LISTS["qd-1227-2021-ii"]
    assert len(row["provinces"]) == 11
    assert row["where"].keys() == set(row["groups"])
    assert {p for where in row["where"].values() for p in where} == set(row["provinces"])
    assert len(LISTS["qd-2086-2016"]["provinces"]) == 12


@pytest.mark.parametrize(
    ("list_id", "group"),
    [
        ("qd-1227-2021-ii", "la-ha"),
        ("qd-1227-2021-ii", "ngai"),
        ("qd-1227-2021-ii", "brau"),
        ("qd-1227-2021-i", "la-hu"),
        ("qd-1227-2021-i", "thai"),
        ("nd-57-2017", "la-hu"),
        ("qd-2086-2016", "ngai"),
    ],
)
def test_anomalies_are_data(list_id, group):
    found = [a for a in LISTS[list_id]["anomalies"] if group in a["groups"]]
    assert found
    assert all(a["vi"] and a["en"] for a in found)


def test_figures_are_exact_texts_and_the_threshold_is_one_and_a_half():
    found = {
        (f["measure"], f["year"]): f for f in load("peoples/figures") if f["of"] == "minorities"
    }
    poor = found["poor_household_rate", 2019]
    threshold = found["poor_household_rate_threshold", 2019]
    assert Decimal(poor["value"]) * Decimal("1.5") == Decimal(threshold["value"])
    assert (poor["verified"], threshold["verified"]) == (False, True)
    assert not found["infant_mortality_rate", 2019]["verified"]


def test_figures_are_of_the_minorities_the_country_or_a_group():
    of = {f["of"] for f in load("peoples/figures")}
    assert of - {"minorities", "country"} <= GROUPS.keys()


def test_no_rate_of_a_group_from_the_survey_of_2019_is_made_up():
    rates = [f for f in load("peoples/figures") if f["of"] in GROUPS]
    assert {f["year"] for f in rates} == {2015, 2024}


def test_all_text_is_composed():
    for name in FILES:
        text = (ROOT / f"catalogue/peoples/{name}.yaml").read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), name
