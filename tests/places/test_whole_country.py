"""Communes of all provinces from the optional package, on both vintages, against our own tables."""

import datetime as dt
import sqlite3
from collections import Counter
from importlib.util import find_spec

import pytest

from dantoc_policy.data import load
from dantoc_policy.errors import InputError, MissingExtraError
from dantoc_policy.places import package_tables as tables
from dantoc_policy.places.legal_event import legal_events
from dantoc_policy.places.library import places
from dantoc_policy.places.names import NameKey

installed = pytest.mark.skipif(
    find_spec(tables.package_name()) is None, reason="the package is not installed"
)
BEFORE, MERGER = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
CITY = dt.date(2026, 4, 30)
PROVINCES = load("places/provinces_34")


@pytest.fixture(scope="module")
def whole():
    return places.whole_country()


@pytest.fixture
def unread():
    tables.package_tables.cache_clear()
    yield
    tables.package_tables.cache_clear()


# --- The numbers of both days ------------------------------------------------------------------
@installed
@pytest.mark.parametrize(("day", "row"), [(BEFORE, "2025-06"), (MERGER, "2025-07-01")])
def test_numbers_of_units_are_the_published_ones(whole, day, row):
    published = next(counts for counts in load("places/counts") if counts["as_of"] == row)
    assert len(whole.at(day, "commune")) == published["communes"]
    assert len(whole.at(day, "district")) == published["districts"]
    kinds = Counter(place.type.id for place in whole.at(day, "commune"))
    for kind in ("xa", "phuong", "dac_khu"):
        assert kinds[kind] == published.get(kind, kinds[kind])


@installed
@pytest.mark.parametrize("row", PROVINCES, ids=lambda row: f"{row['vi']} {row['since']}")
def test_each_province_has_as_many_communes_of_each_type_as_published(whole, row):
    day = max(MERGER, dt.date.fromisoformat(row["since"] or "2025-07-01"))
    kinds = Counter(place.type.id for place in whole.children(row["code"], day, "commune"))
    counted = {kind: number for kind, number in row["communes"].items() if number}
    assert {"total": kinds.total(), **kinds} == counted


@installed
def test_every_unit_lies_in_units_of_its_days(whole):
    for day in (BEFORE, MERGER, CITY):
        for place in whole.at(day, "commune"):
            above = whole.parent(place, day)
            assert above is not None
            assert day in above.valid
            assert above.level == ("province" if day >= MERGER else "district")
            assert whole.is_complete(place.province, day)


@installed
def test_the_package_does_not_tell_of_earlier_days(whole):
    assert whole.is_complete("04", BEFORE)
    assert not whole.is_complete("04", BEFORE - dt.timedelta(days=1))
    cao_bang = whole.children("04", BEFORE, "commune")
    assert {place.valid.start for place in cao_bang} == {None}
    assert all(not place.is_verified("since") for place in cao_bang)


# --- Against our own units ---------------------------------------------------------------------
@installed
def test_units_of_our_own_are_left_as_they_are(whole):
    for place in places:
        held = whole.get(place.id)
        assert held == place or place.code is None
    assert len({place.id for place in whole}) == len(whole)


@installed
@pytest.mark.parametrize(("day", "provinces"), [(BEFORE, ("06", "19")), (MERGER, ("19",))])
def test_the_package_agrees_with_our_communes_of_bac_kan_and_thai_nguyen(day, provinces):
    found = tables.package_tables()
    rows = found.old if day == BEFORE else found.new
    given = {row["wardCode"]: row for row in rows if row["provinceCode"] in provinces}
    ours = {place.code: place for at in provinces for place in places.children(at, day, "commune")}
    assert given.keys() == ours.keys()
    for code, place in ours.items():
        full = NameKey.of(given[code]["ward"], typed=False).marked
        assert full == NameKey.of(place.text(), typed=False).marked
        if day == BEFORE:
            assert given[code]["districtCode"] == place.parent
    differing = {code for code, place in ours.items() if place.name.vi not in given[code]["ward"]}
    # The one difference: Liêm Thuỷ here, Liêm Thủy there.
    assert differing == ({"02197"} if day == BEFORE else set())


@installed
def test_the_package_agrees_with_our_lineage():
    became = tables.package_tables().became
    for code in ("06", "19"):
        for place in places.children(code, BEFORE, "commune"):
            links = places.successors(place, MERGER)
            assert {link.new.code for link in links} == set(became[place.code])
            assert {link.share for link in links} == (
                {"whole"} if len(became[place.code]) == 1 else {"part"}
            )


@installed
def test_a_special_zone_of_our_own_gets_its_code_and_keeps_its_identifier(whole):
    ours = places.get("vn:xa:quang-ninh.co-to@2025-07-01")
    found = whole.get(ours.id)
    assert (ours.code, found.code) == (None, "07192")
    assert not found.is_verified("code")
    assert found.source_of("code") == "places_bodies/vietnamadminunits"
    assert found.source == ours.source
    assert whole.get("07192", MERGER) == found


# --- Looking up --------------------------------------------------------------------------------
@installed
@pytest.mark.parametrize(
    ("key", "day", "within", "full"),
    [
        ("03445", MERGER, None, "xã Mường Tè, tỉnh Lai Châu"),
        ("thi tran muong te", BEFORE, None, "thị trấn Mường Tè, huyện Mường Tè, tỉnh Lai Châu"),
        ("xã Mường Tè", BEFORE, "Lai Châu", "xã Mường Tè, huyện Mường Tè, tỉnh Lai Châu"),
        ("Phường 1", BEFORE, "Quận 3", "phường 1, quận 3, thành phố Hồ Chí Minh"),
        ("tt. Ngọc Lặc", BEFORE, None, "thị trấn Ngọc Lặc, huyện Ngọc Lặc, tỉnh Thanh Hóa"),
        ("Việt Hoà", MERGER, "Hải Phòng", "phường Việt Hòa, thành phố Hải Phòng"),
        ("Côn Đảo", MERGER, None, "đặc khu Côn Đảo, thành phố Hồ Chí Minh"),
    ],
)
def test_units_are_found_by_code_and_tolerant_name(whole, key, day, within, full):
    assert whole.full_name(whole.get(key, day, within=within, level="commune")) == full


@installed
def test_every_code_means_one_unit_of_each_day(whole):
    for day in (BEFORE, MERGER, CITY):
        codes = Counter(place.code for place in whole.at(day, "commune"))
        assert set(codes.values()) == {1}
        assert None not in codes


@installed
def test_a_unit_says_where_it_comes_from_and_that_nobody_confirmed_it(whole):
    found = whole.get("03445", MERGER)
    assert not found.verified
    assert found.source == "places_bodies/vietnamadminunits"
    assert found.note == f"vietnamadminunits {tables.package_tables().version}"
    assert found.source in {row["id"] for row in load("sources")}


@installed
def test_the_plain_library_stays_as_it_was(whole):
    assert len(whole) > len(places)
    with pytest.raises(InputError, match=r"place\.unknown"):
        places.get("03445", MERGER)


# --- Lineage -----------------------------------------------------------------------------------
@installed
def test_every_commune_went_on_and_came_from_some(whole):
    for place in whole.at(BEFORE, "commune"):
        links = whole.successors(place, MERGER)
        assert links
        assert all(link.new is not None for link in links)
        assert {link.share for link in links} == ({"whole"} if len(links) == 1 else {"part"})
    for place in whole.at(MERGER, "commune"):
        assert whole.came_from(place)


@installed
def test_a_step_names_the_resolution_of_the_province(whole):
    for row in PROVINCES:
        if row["resolution"].endswith("16"):
            continue
        place = next(iter(whole.children(row["code"], MERGER, "commune")))
        events = {event for link in whole.came_from(place) for event in link.events}
        assert {legal_events()[event].document for event in events} == {row["resolution"]}


@installed
def test_an_island_district_without_communes_became_a_special_zone(whole):
    district = whole.get("Lý Sơn", BEFORE, level="district")
    assert whole.children(district, BEFORE, "commune") == ()
    (link,) = whole.successors(district, MERGER)
    assert (link.new.text(), link.share, link.verified) == ("đặc khu Lý Sơn", "whole", False)


@installed
def test_ten_communes_of_dong_nai_are_wards_from_their_day(whole):
    day_before = CITY - dt.timedelta(days=1)
    assert whole.get("25270", day_before).text() == "xã Lộc Ninh"
    assert whole.get("25270", CITY).text() == "phường Lộc Ninh"
    (link,) = whole.successors(whole.get("25270", day_before), CITY)
    assert (link.kind, link.events) == ("type_changed", ("nq-237-2026",))
    old = whole.children("70", BEFORE, "commune")[0]
    assert whole.successors(old, CITY)


# --- Official lists ----------------------------------------------------------------------------
@installed
def test_lines_of_lists_are_tied_to_the_units(whole):
    untied = [entry.text() for entry in places.official_lists.entries if entry.place is None]
    assert len(untied) > 50
    still = [entry.text() for entry in whole.official_lists.entries if entry.place is None]
    # Both were no more on 30/06/2025.
    assert sorted(still) == ["xã Kim Sơn", "xã Thắng Quân"]
    found = whole.status_of("Mường Tè", dt.date(2026, 3, 1), within="Lai Châu")
    assert (found.place.code, found.effective) == ("03445", "III")


# --- Without it --------------------------------------------------------------------------------
def test_a_missing_package_says_how_to_install_it(monkeypatch, unread):
    monkeypatch.setattr(tables, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"extra\.missing") as caught:
        places.whole_country()
    # Without its own dependencies: one of them is under the GPL, and none is needed.
    assert "pip install --no-deps vietnamadminunits==" in caught.value.message("vi")


@installed
def test_other_tables_are_refused(monkeypatch, unread, tmp_path):
    class Spec:
        submodule_search_locations = (str(tmp_path),)

    (tmp_path / "data").mkdir()
    sqlite3.connect(tmp_path / "data" / "dataset.db").close()
    monkeypatch.setattr(tables, "find_spec", lambda name: Spec)
    with pytest.raises(InputError, match=r"package\.unreadable"):
        places.whole_country()
