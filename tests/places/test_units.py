"""Administrative units: the catalogue, sums, codes, names, days, regions, the package."""

import csv
import datetime as dt
import importlib.util
import pickle
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dantoc_policy as dp
from dantoc_policy.data import load
from dantoc_policy.errors import InputError, NotInForceError
from dantoc_policy.law.library import documents
from dantoc_policy.places.library import Places, places
from dantoc_policy.places.names import NameKey
from dantoc_policy.places.place import Place, place_id
from dantoc_policy.places.regions import region_schemes
from dantoc_policy.places.situation import situation
from dantoc_policy.places.unit_type import unit_types

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "catalogue/places"
BEFORE, MERGER = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
OLD, NEW = load("places/provinces_63"), load("places/provinces_34")
AT_MERGER = [row for row in NEW if row["since"] != "2026-04-30"]
SOURCES = {row["id"]: row for row in load("sources")}
UNSOURCED = {"memory", "derived"}
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31))
PLACES = tuple(places)


# --- The catalogue ----------------------------------------------------------------------------
def sources_in(value):
    """Give every source that a part of the catalogue names."""
    if isinstance(value, list):
        return {found for item in value for found in sources_in(item)}
    if not isinstance(value, dict):
        return set()
    found = set(value.get("sources", {}).values())
    found |= {value["source"]} if value.get("source") else set()
    return found | {s for key, item in value.items() if key != "sources" for s in sources_in(item)}


FILES = sorted(path.stem for path in CATALOGUE.iterdir())


def test_the_compiled_files_are_what_the_catalogue_gives():
    spec = importlib.util.spec_from_file_location("build", ROOT / "tools/build_catalogue.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    wanted = {path: text for path, text in build.compiled().items() if path.parent.name == "places"}
    assert sorted(path.stem for path in wanted) == FILES
    assert {path: path.read_text(encoding="utf-8") for path in wanted} == wanted


@pytest.mark.parametrize("name", FILES)
def test_every_source_resolves(name):
    assert sources_in(load(f"places/{name}")) - SOURCES.keys() == set()
    assert all(SOURCES[source]["title"] for source in sources_in(load(f"places/{name}")))


@pytest.mark.parametrize("name", FILES)
def test_nothing_without_a_source_is_verified(name):
    for row in load(f"places/{name}"):
        if row["source"] in UNSOURCED:
            assert row["unverified"], row
        named = {field for field, s in row.get("sources", {}).items() if s in UNSOURCED}
        assert named <= set(row.get("unverified") or ()), row


@pytest.mark.parametrize("path", sorted(CATALOGUE.glob("*")), ids=lambda path: path.stem)
def test_all_text_is_composed(path):
    assert unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(CATALOGUE.glob("*.csv")), ids=lambda path: path.stem)
def test_every_row_of_csv_has_every_cell(path):
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert {len(row) for row in rows} == {len(head)}


def test_every_document_is_in_the_library_of_documents():
    named = {row["document"] for row in load("places/events") if row["document"]}
    named |= {row["document"] for row in load("places/regions")}
    named |= {row["resolution"] for row in NEW}
    for number in named:
        assert documents.get(number)


def test_events_count_when_their_documents_do():
    for event in places.legal_events:
        if event.document is None or event.date is None:
            continue
        effective = documents.get(event.document).effective
        assert effective is None or effective <= event.date, event.id


# --- Sums -------------------------------------------------------------------------------------
def test_63_provinces_become_34():
    assert len({row["code"] for row in OLD}) == 63
    assert len(AT_MERGER) == len({row["code"] for row in NEW}) == 34
    assert len(places.at(BEFORE, "province")) == 63
    assert len(places.at(MERGER, "province")) == 34
    into = {}
    for row in OLD:
        into.setdefault(row["into"], set()).add(row["code"])
    assert into == {row["code"]: set(row["from"]) for row in AT_MERGER}
    assert sum(len(row["from"]) for row in AT_MERGER) == 63


def test_cities_among_the_provinces():
    def cities(day):
        return sum(place.type.id == "thanh_pho" for place in places.at(day, "province"))

    assert cities(dt.date(2024, 12, 31)) == 5
    assert cities(dt.date(2025, 1, 1)) == 6
    assert cities(MERGER) == cities(dt.date(2026, 4, 29)) == 6
    assert cities(dt.date(2026, 4, 30)) == 7


def test_communes_add_up_to_3321():
    totals = [row["communes"] for row in AT_MERGER]
    assert sum(row["total"] for row in totals) == 3321
    assert [sum(row[kind] for row in totals) for kind in ("xa", "phuong", "dac_khu")] == [
        2621,
        687,
        13,
    ]
    for row in NEW:
        counted = row["communes"]
        assert counted["total"] == sum(counted[kind] for kind in ("xa", "phuong", "dac_khu"))
    [counts] = [row for row in load("places/counts") if row["as_of"] == "2025-07-01"]
    assert counts["communes"] == counts["xa"] + counts["phuong"] + counts["dac_khu"] == 3321


def test_the_seat_of_a_merged_province_gave_the_code():
    names = {row["code"]: row["vi"] for row in OLD if row["until"] != "2024-12-31"}
    for row in AT_MERGER:
        assert names[row["code"]] == row["seat"], row["vi"]


def test_thai_nguyen_has_the_area_and_people_of_the_merger_plan():
    [row] = [row for row in NEW if row["code"] == "19"]
    assert (row["area_km2"], row["population"]) == ("8375.21", 1_799_489)


COUNTS = [
    ("2020-01-31", "06", 122, None),
    ("2020-02-01", "06", 108, (96, 6, 6)),
    ("2023-04-09", "06", 108, (96, 6, 6)),
    ("2023-04-10", "06", 108, (95, 6, 7)),
    ("2025-06-30", "06", 108, (95, 6, 7)),
    ("2021-01-01", "19", 178, None),
    ("2022-04-10", "19", 178, None),
    ("2023-04-09", "19", 178, None),
    ("2023-04-10", "19", 177, None),
    ("2024-11-30", "19", 177, None),
    ("2024-12-01", "19", 172, (121, 41, 10)),
    ("2025-06-30", "19", 172, (121, 41, 10)),
    ("2025-07-01", "19", 92, (77, 15, 0)),
]


@pytest.mark.parametrize(("day", "province", "total", "by_type"), COUNTS)
def test_communes_of_bac_kan_and_thai_nguyen_are_as_many_as_the_resolutions_say(
    day, province, total, by_type
):
    found = places.children(province, dt.date.fromisoformat(day), "commune")
    assert len(found) == total
    if by_type is not None:
        types = [place.type.id for place in found]
        assert tuple(types.count(kind) for kind in ("xa", "phuong", "thi_tran")) == by_type


DISTRICTS = {
    "058": 8, "060": 10, "061": 15, "062": 10, "063": 14, "064": 20, "065": 14, "066": 17,
    "164": 32, "165": 10, "167": 22, "168": 14, "169": 14, "170": 15, "171": 27, "172": 18,
    "173": 20,
}  # fmt: skip


@pytest.mark.parametrize(("code", "communes"), DISTRICTS.items())
def test_districts_have_their_communes(code, communes):
    assert len(places.children(code, BEFORE, "commune")) == communes


def test_districts_end_with_june_2025():
    assert len(places.at(BEFORE, "district")) == 17
    assert places.at(MERGER, "district") == ()
    assert places.successors("vn:huyen:060@2004", MERGER) == ()


def test_thirteen_special_zones():
    zones = [place for place in places.at(MERGER, "commune") if place.type.id == "dac_khu"]
    assert len(zones) == 13
    assert {p.province for p in zones if p.name.vi in ("Hoàng Sa", "Trường Sa")} == {"48", "56"}
    counted = {row["code"]: row["communes"]["dac_khu"] for row in AT_MERGER}
    assert all(
        counted[code] == sum(zone.province == code for zone in zones)
        for code in {zone.province for zone in zones}
    )


# --- Identity ---------------------------------------------------------------------------------
def test_identifiers_are_unique_and_follow_from_level_code_and_day():
    assert len({place.id for place in PLACES}) == len(PLACES)
    for place in PLACES:
        if place.code is not None:
            assert place.id == place_id(place.level, place.code, place.valid.start)


def test_a_code_means_one_unit_on_a_day():
    by_code = {}
    for place in PLACES:
        if place.code:
            by_code.setdefault((place.level, place.code), []).append(place)
    for held in by_code.values():
        for i, one in enumerate(held):
            assert not any(one.valid.overlaps(other.valid) for other in held[i + 1 :]), one.id


@given(st.sampled_from(PLACES), DAYS)
def test_look_up_by_code_is_total_on_the_days_of_a_unit(place, day):
    if day in place.valid and place.code:
        assert places.get(place.code, day) is place
        assert place in places.at(day)
    elif place.code:
        others = [p for p in PLACES if (p.level, p.code) == (place.level, place.code)]
        if any(day in other.valid for other in others):
            assert places.get(place.code, day) in others
            return
        with pytest.raises(InputError, match=r"place\.other_day"):
            places.get(place.code, day)


@given(st.sampled_from(PLACES), DAYS)
def test_parents_are_units_of_the_day(place, day):
    if day in place.valid:
        above = places.parent(place, day)
        assert (above is None) == (place.level == "province")
        if above is not None:
            assert day in above.valid
            assert place in places.children(above, day)


@pytest.mark.parametrize("place", [p for p in PLACES if p.level != "commune"], ids=lambda p: p.id)
def test_a_place_is_plain_data(place):
    assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301 - our own
    assert place.to_dict()["id"] == place.id
    assert unit_types()[place.type.id].level == place.level


# --- Codes that were used again -----------------------------------------------------------------
REUSED = [
    ("15", "Yên Bái", "Lào Cai"),
    ("24", "Bắc Giang", "Bắc Ninh"),
    ("44", "Quảng Bình", "Quảng Trị"),
    ("52", "Bình Định", "Gia Lai"),
    ("80", "Long An", "Tây Ninh"),
    ("82", "Tiền Giang", "Đồng Tháp"),
    ("91", "Kiên Giang", "An Giang"),
    ("01864", "Bộc Bố", "Bằng Thành"),
    ("05467", "Cam Giá", "Gia Sàng"),
    ("05500", "Tích Lương", "Tích Lương"),
]
MOVED = [
    ("Lào Cai", "10", "15"),
    ("Bắc Ninh", "27", "24"),
    ("Quảng Trị", "45", "44"),
    ("Gia Lai", "64", "52"),
    ("Tây Ninh", "72", "80"),
    ("Đồng Tháp", "87", "82"),
    ("An Giang", "89", "91"),
    ("Bằng Thành", "01858", "01864"),
]


@pytest.mark.parametrize(("code", "before", "after"), REUSED)
def test_a_code_is_another_unit_the_day_after(code, before, after):
    old, new = places.get(code, BEFORE), places.get(code, MERGER)
    assert (old.name.vi, new.name.vi) == (before, after)
    assert old.id != new.id
    with pytest.raises(InputError, match=r"place\.ambiguous") as caught:
        places.get(code)
    assert before in caught.value.message("vi")
    assert after in caught.value.message("vi")


@pytest.mark.parametrize(("name", "before", "after"), MOVED)
def test_a_name_has_another_code_the_day_after(name, before, after):
    assert places.get(name, BEFORE).code == before
    assert places.get(name, MERGER).code == after


def test_in_thai_nguyen_half_of_the_codes_mean_another_name():
    names = [
        (
            NameKey.of(places.get(place.code, BEFORE).name.vi, typed=False),
            NameKey.of(place.name.vi, typed=False),
        )
        for place in places.children("19", MERGER, "commune")
    ]
    assert sum(old != new for old, new in names) == 46


@pytest.mark.parametrize("lost_zero", ["1864", 1864])
def test_codes_of_sheets_that_lost_their_zeros(lost_zero):
    assert places.get(lost_zero, MERGER).code == "01864"
    assert places.get(6, BEFORE, level="province").name.vi == "Bắc Kạn"
    assert places.get(60, BEFORE, level="district").name.vi == "Pác Nặm"
    assert places.get("60", BEFORE).name.vi == "Bình Thuận"


# --- Days -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("day", "key", "before", "after"),
    [
        ("2022-04-10", "172", "thị xã Phổ Yên", "thành phố Phổ Yên"),
        ("2022-04-10", "05869", "xã Hồng Tiến", "phường Hồng Tiến"),
        ("2023-04-10", "01954", "xã Vân Tùng", "thị trấn Vân Tùng"),
        ("2023-04-10", "05692", "xã Hóa Thượng", "thị trấn Hóa Thượng"),
        ("2023-04-10", "05851", "xã Quân Chu", "thị trấn Quân Chu"),
        ("2024-12-01", "05569", "xã Bảo Cường", "thị trấn Chợ Chu"),
        ("2024-12-01", "05644", "xã Phấn Mễ", "thị trấn Giang Tiên"),
        ("2024-12-01", "05845", "xã Ký Phú", "xã Vạn Phú"),
        ("2025-01-01", "46", "tỉnh Thừa Thiên Huế", "thành phố Huế"),
        ("2025-07-01", "19", "tỉnh Thái Nguyên", "tỉnh Thái Nguyên"),
        ("2026-04-30", "75", "tỉnh Đồng Nai", "thành phố Đồng Nai"),
        ("2026-04-30", "25270", "xã Lộc Ninh", "phường Lộc Ninh"),
    ],
)
def test_the_day_before_an_event_and_the_day_itself(day, key, before, after):
    day = dt.date.fromisoformat(day)
    old, new = places.get(key, day - dt.timedelta(days=1)), places.get(key, day)
    assert (old.text(), new.text()) == (before, after)
    assert old.valid.end == day - dt.timedelta(days=1)
    assert new.valid.start == day


@pytest.mark.parametrize(
    ("key", "end"), [("05764", "2023-04-09"), ("05704", "2024-11-30"), ("06", "2025-06-30")]
)
def test_a_unit_that_ended_is_refused_with_what_it_became(key, end):
    last = dt.date.fromisoformat(end)
    assert places.get(key, last).valid.end == last
    with pytest.raises(InputError, match=r"place\.other_day") as caught:
        places.get(key, last + dt.timedelta(days=1))
    assert caught.value.problem.mend_vi
    assert caught.value.problem.mend_en


def test_what_became_of_a_unit_is_said():
    with pytest.raises(InputError, match="Thai Nguyen province"):
        places.get("Bắc Kạn", MERGER, level="province")
    with pytest.raises(InputError, match="not known"):
        places.get("05704", dt.date(2025, 1, 1))
    with pytest.raises(InputError, match="no successor"):
        places.get("060", MERGER)


def test_a_unit_that_comes_later_is_refused_with_its_days():
    with pytest.raises(InputError, match="1 February 2020") as caught:
        places.get("Hiệp Lực", dt.date(2020, 1, 31))
    assert not caught.value.problem.mend_en


@pytest.mark.parametrize("ask", [places.at, lambda day: places.get("06", day)])
def test_days_before_the_library_begins_are_refused(ask):
    assert ask(dt.date(2019, 1, 1))
    with pytest.raises(NotInForceError, match=r"place\.not_covered"):
        ask(dt.date(2018, 12, 31))


def test_a_moment_is_no_day():
    with pytest.raises(InputError, match=r"date\.not_a_day"):
        places.get("06", dt.datetime(2021, 1, 1))  # noqa: DTZ001


def test_completeness_is_said():
    assert places.is_complete("06", dt.date(2020, 1, 31))
    assert places.is_complete("19", MERGER)
    assert not places.is_complete("19", dt.date(2020, 6, 1))
    assert not places.is_complete("75", MERGER)
    assert places.is_complete("75", MERGER, "province")


# --- Names ------------------------------------------------------------------------------------
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
def test_every_unit_is_found_by_its_name_in_every_spelling(place):
    day = place.valid.start or (place.valid.end or MERGER)
    name = place.name.vi
    spellings = [name, name.upper(), place.text(), place.name.en, name.replace(" ", "  ")]
    for spelling in (*spellings, unicodedata.normalize("NFD", place.text())):
        assert place in places.find(spelling), spelling
        assert place in places.find(spelling, day), spelling


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("Thành phố Hải Phòng", "Hải Phòng"),
        ("tinh thanh hoa", "Thanh Hóa"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Đắc Lắc", "Đắk Lắk"),
        ("Kontum", "Kon Tum"),
        ("T. Yên Bái", "Yên Bái"),
        ("huyện Pác Nặm", "Pác Nặm"),
        ("H. PAC NAM", "Pác Nặm"),
        ("TX Phổ Yên", "Phổ Yên"),
        ("x. Liêm Thủy", "Liêm Thuỷ"),
        ("tt Chợ Rã", "Chợ Rã"),
        ("P. Quan Triều", "Quan Triều"),
        ("Quan Triều", "Quan Triều"),
    ],
)
def test_names_as_people_write_them(written, name):
    assert {place.name.vi for place in places.find(written, dt.date(2021, 6, 4))} == {name}


def test_diacritics_decide_where_they_are_written():
    assert {place.name.vi for place in places.find("tan lap", BEFORE)} == {"Tân Lập"}
    assert places.find("Tần Lập", BEFORE) == places.find("tan lap", BEFORE)
    assert {p.name.vi for p in places.find("Na Ri", BEFORE)} == {"Na Rì"}
    assert NameKey.of("Hòa Bình").marked != NameKey.of("Hoa Bình").marked


SEVEN = ("Sông Cầu", "Tân Thịnh", "Hương Sơn", "Tân Long", "Tân Lập", "Trung Thành", "Tân Thành")


@pytest.mark.parametrize("name", SEVEN)
def test_short_names_that_were_there_twice_need_the_district(name):
    communes = places.find(name, BEFORE, level="commune")
    assert len(communes) == 2
    with pytest.raises(InputError, match=r"place\.ambiguous"):
        places.get(name, BEFORE, level="commune")
    for place in communes:
        above = places.parent(place, BEFORE)
        assert places.find(name, BEFORE, within=above, level="commune") == [place]
        assert places.get(name, BEFORE, within=above.text(), level="commune") is place


def test_other_old_names_and_all_new_ones_are_unique_in_the_merged_province():
    def doubled(found):
        keys = [NameKey.of(place.name.vi, typed=False).marked for place in found]
        return {
            place.name.vi for place, key in zip(found, keys, strict=True) if keys.count(key) > 1
        }

    old = [p for p in places.at(BEFORE, "commune") if p.province in ("06", "19")]
    assert len(old) == 280
    assert doubled(old) == set(SEVEN)
    assert doubled(places.children("19", MERGER, "commune")) == set()


FALSE_FRIENDS = [
    ("p. Gia Sàng", "05461", {"05443", "05467"}, "05467"),
    ("p. Trung Thành", "05476", {"05500"}, "05899"),
    ("Tân Thành", "05479", {"05500"}, "05923"),
]


@pytest.mark.parametrize(("name", "old", "went_to", "new"), FALSE_FRIENDS)
def test_names_that_mean_another_place_after_the_merger(name, old, went_to, new):
    assert places.get(name, MERGER).code == new
    former = next(p for p in places.find(name) if p.code == old)
    meanings = {m.place.id: m for m in places.meanings(name, MERGER)}
    assert {link.new.code for link in meanings[former.id].links} == went_to
    assert meanings[former.id].is_former
    assert not meanings[places.get(new, MERGER).id].is_former


def test_a_name_of_two_levels_is_ambiguous_and_the_type_tells():
    with pytest.raises(InputError, match=r"place\.ambiguous"):
        places.get("Thái Nguyên", BEFORE)
    assert places.get("tỉnh Thái Nguyên", BEFORE).level == "province"
    assert places.get("TP. Thái Nguyên", BEFORE).level == "district"


def test_a_former_type_still_finds_the_unit():
    assert places.get("xã Vân Tùng", dt.date(2024, 1, 1)).text() == "thị trấn Vân Tùng"


@pytest.mark.parametrize(
    ("name", "day", "became", "namesake"),
    [
        ("tỉnh Bắc Kạn", MERGER, "tỉnh Thái Nguyên", "phường Bắc Kạn"),
        ("TP Bắc Kạn", MERGER, "không có đơn vị kế tiếp", "phường Bắc Kạn"),
        ("TP Thái Nguyên", MERGER, "không có đơn vị kế tiếp", "tỉnh Thái Nguyên"),
        ("huyện Ba Bể", MERGER, "không có đơn vị kế tiếp", "xã Ba Bể"),
        ("xã Chợ Mới", BEFORE, "", "huyện Chợ Mới"),
    ],
)
def test_a_type_of_another_level_is_another_unit(name, day, became, namesake):
    asks = (
        places.get,
        places.region_of,
        places.children,
        places.official_status,
        places.status_of,
    )
    for ask in asks:
        with pytest.raises(InputError, match=r"place\.other_day") as caught:
            ask(name, day)
        assert became in caught.value.problem.mend_vi
        assert namesake in caught.value.problem.mend_vi
    assert places.find(name, day) == []


@pytest.mark.parametrize("day", [BEFORE, MERGER])
def test_no_unit_is_taken_for_one_of_another_level(day):
    other = MERGER if day == BEFORE else BEFORE
    for place in places.at(other):
        for found in places.find(place.text(), day):
            assert found.level == place.level, place.text()


@pytest.mark.parametrize(
    ("name", "day", "found"),
    [
        ("xã Vân Tùng", "2024-01-01", "thị trấn Vân Tùng"),
        ("TX Phổ Yên", "2022-04-10", "thành phố Phổ Yên"),
        ("tỉnh Huế", "2025-07-01", "thành phố Huế"),
        ("tỉnh Đồng Nai", "2026-05-01", "thành phố Đồng Nai"),
        ("thị trấn Nà Phặc", "2025-07-01", "xã Nà Phặc"),
    ],
)
def test_a_type_that_changed_is_tolerated(name, day, found):
    assert places.get(name, dt.date.fromisoformat(day)).text() == found


@pytest.mark.parametrize(
    "name", ["phường Bộc Bố", "thị trấn Bộc Bố", "tỉnh Hà Nội", "tỉnh Phổ Yên", "quận Bắc Kạn"]
)
def test_a_type_that_a_unit_never_was_is_refused_with_those_so_named(name):
    with pytest.raises(InputError, match=r"place\.other_type") as caught:
        places.get(name, BEFORE)
    assert "vn:" in caught.value.message("vi")


@pytest.mark.parametrize("name", ["Tân Phú", "phường Tân Phú", "Long Thành", "Xuân Lộc"])
def test_a_name_that_others_may_bear_is_refused(name):
    day = dt.date(2026, 5, 1)
    for ask in (places.get, places.status_of):
        with pytest.raises(InputError, match=r"place\.not_all_held") as caught:
            ask(name, day)
        assert "Đồng Nai" in caught.value.message("vi")
    found = places.get(name, day, within="Đồng Nai")
    assert found == places.get(found.id) == places.get(f"{name}, Đồng Nai", day)
    assert places.find(name, day) == [found]


def test_special_zones_are_known_by_their_type():
    assert places.get("đặc khu Phú Quốc", MERGER).province == "91"


@pytest.mark.parametrize(
    "name",
    [
        "xã Bộc Bố, huyện Pác Nặm, tỉnh Bắc Kạn",
        "Bộc Bố, Pác Nặm",
        "Bộc Bố (Pác Nặm)",
        "Boc Bo commune, Pac Nam district, Bac Kan province",
    ],
)
def test_full_names_are_read_as_they_are_printed(name):
    assert places.get(name, BEFORE).code == "01864"
    assert [place.code for place in places.find(name)] == ["01864"]
    assert places.find("Bộc Bố, Chợ Mới") == []


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize("day", [BEFORE, MERGER])
def test_every_full_name_leads_back(locale, day):
    for place in places.at(day):
        full = places.full_name(place, locale)
        assert place in places.find(full, day), full
        # Without diacritics Văn Lang and Văn Lăng are one name.
        assert locale == "en" or places.get(full, day) is place


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("TPHCM", "Hồ Chí Minh"),
        ("BR-VT", "Bà Rịa - Vũng Tàu"),
        ("DakLak", "Đắk Lắk"),
        ("ĐakLak", "Đắk Lắk"),
        ("tỉnh Bắc Cạn", "Bắc Kạn"),
        ("TT-Huế", "Thừa Thiên Huế"),
    ],
)
def test_aliases_of_provinces(alias, name):
    day = dt.date(2021, 6, 4)
    assert places.get(alias, day).name.vi == name
    assert situation(alias.removeprefix("tỉnh "), day) == situation(name, day) != {}


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda: places.find(None), "not_a_key"),
        (lambda: places.find(6), "not_a_key"),
        (lambda: places.get(None, BEFORE), "not_a_key"),
        (lambda: places.get(True, BEFORE), "not_a_key"),
        (lambda: places.get(3.5, BEFORE), "not_a_key"),
        (lambda: places.get("Tân Lập", BEFORE, within=3.5), "not_a_key"),
        (lambda: places.status_of(None, BEFORE), "not_a_key"),
        (lambda: places.get("06", BEFORE, level="x"), "unknown_level"),
        (lambda: places.find("Bộc Bố", BEFORE, level="x"), "unknown_level"),
        (lambda: places.at(BEFORE, "x"), "unknown_level"),
        (lambda: places.is_complete("06", BEFORE, "x"), "unknown_level"),
    ],
)
def test_what_is_no_key_and_no_level_is_told(ask, code):
    with pytest.raises(InputError) as caught:
        ask()
    assert caught.value.code == f"place.{code}"


def test_an_unknown_name_has_near_ones():
    with pytest.raises(InputError, match="Boc Bo") as caught:
        places.get("Bọc Bố xx", BEFORE)
    assert caught.value.code == "place.unknown"
    assert places.find("Atlantis") == []


@given(st.text(max_size=20))
def test_any_text_may_be_asked_for(text):
    assert isinstance(places.find(text), list)


# --- Regions ------------------------------------------------------------------------------------
def test_regions_have_their_provinces():
    old, new = region_schemes()
    assert {r.id: len(r.provinces) for r in old.regions} == {
        "TDMNPB": 14, "DBSH": 11, "BTB_DHMT": 14, "TN": 5, "DNB": 6, "DBSCL": 13,
    }  # fmt: skip
    assert {r.id: len(r.provinces) for r in new.regions} == {
        "TDMNPB": 9, "DBSH": 6, "BTB": 5, "DHNTB_TN": 6, "DNB": 3, "DBSCL": 5,
    }  # fmt: skip
    by_row = {row["code"]: row["region"] for row in OLD}
    assert by_row == {code: r.id for r in old.regions for code in r.provinces}
    by_row = {row["code"]: row["region"] for row in NEW}
    assert by_row == {code: r.id for r in new.regions for code in r.provinces}


@pytest.mark.parametrize(
    ("name", "day", "regions"),
    [
        ("Bắc Giang", "2025-06-30", ["TDMNPB"]),
        ("Bắc Ninh", "2025-10-05", ["DBSH"]),
        ("Vĩnh Phúc", "2021-06-04", ["DBSH"]),
        ("Phú Thọ", "2025-10-04", ["TDMNPB", "DBSH"]),
        ("Phú Thọ", "2025-10-05", ["TDMNPB"]),
        ("Tây Ninh", "2025-06-30", ["DNB"]),
        ("Tây Ninh", "2025-07-01", ["DNB", "DBSCL"]),
        ("Tây Ninh", "2025-10-05", ["DNB"]),
        ("Kon Tum", "2025-06-30", ["TN"]),
        ("Quảng Ngãi", "2025-10-05", ["DHNTB_TN"]),
        ("Huế", "2025-08-01", ["BTB_DHMT"]),
        ("Thừa Thiên Huế", "2021-06-04", ["BTB_DHMT"]),
        ("Đồng Nai", "2026-05-01", ["DNB"]),
        ("01864", "2025-06-30", ["TDMNPB"]),
    ],
)
def test_regions_change_with_the_province_and_the_day(name, day, regions):
    found = places.region_of(name, dt.date.fromisoformat(day))
    assert [region.id for region in found.regions] == regions
    assert (found.region is None) == (len(regions) > 1)
    assert found.to_dict()["regions"]


@pytest.mark.parametrize("day", [dt.date(2021, 6, 4), dt.date(2025, 8, 1), dt.date(2025, 12, 1)])
def test_the_delta_is_where_the_criteria_look_for_it(day):
    for place in places.at(day, "province"):
        told = situation(place.name.vi, day)
        found = places.in_mekong_delta(place, day)
        if place.name.vi == "Tây Ninh" and day == dt.date(2025, 8, 1):
            assert found.value == "undetermined"
        else:
            assert found.value == str(told["in_mekong_delta"]).lower(), place.name.vi


# --- The package ----------------------------------------------------------------------------
def test_the_package_answers_as_its_library():
    assert dp.places.get("06", BEFORE).name.vi == "Bắc Kạn"
    assert len(dp.places) == len(places)
    assert "Bắc Kạn" in dp.places
    assert places.get("06", BEFORE) in dp.places
    assert next(iter(dp.places)) is PLACES[0]
    assert "successors" in dir(dp.places)
    assert repr(dp.places) == repr(places)
    assert dp.Place is Place
    with pytest.raises(AttributeError):
        _ = dp.places.nonsense


@pytest.mark.parametrize(
    "first", ["dantoc_policy.places.library", "dantoc_policy.places.commune", "dantoc_policy"]
)
def test_the_name_means_the_same_whatever_is_imported_first(first):
    code = (
        f"import datetime, {first}\nimport dantoc_policy as dp\n"
        "from dantoc_policy.places.commune import Commune\n"
        "dp.places.get('06', datetime.date(2021, 6, 4))\n"
        "assert dp.Commune is Commune"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_module_hides_a_method():
    modules = {path.stem for path in (ROOT / "src/dantoc_policy/places").glob("*.py")}
    assert modules & {name for name in dir(places) if not name.startswith("_")} == set()


def test_importing_records_loads_no_units():
    code = (
        "import sys, dantoc_policy.places.commune\n"
        "sys.exit('dantoc_policy.places.library' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_library_of_ones_own():
    one = Places([PLACES[0]], [])
    assert len(one) == 1
    assert PLACES[1] not in one
    assert one.known_since == dt.date.min
