"""Published lists and the three statuses: totals, entries, amendments, recognition, mergers."""

import datetime as dt

import pytest

import dantoc_policy as dp
from dantoc_policy.errors import InputError
from dantoc_policy.instruments.status_of import status_of
from dantoc_policy.law.library import documents
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.library import places
from dantoc_policy.places.list_library import official_lists
from dantoc_policy.places.official import national_counts
from dantoc_policy.places.official_list import COUNTRY, REGIONS
from dantoc_policy.places.standing import EVERY

LISTS = official_lists()
LIST_DAY = dt.date(2021, 6, 4)
BEFORE, MERGER = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
NEW_LIST = dt.date(2026, 1, 29)


def counts(list_, unit):
    return LISTS.counts(list_, unit)


def of_provinces(list_):
    return [row for row in LISTS.counts_of(list_) if row.unit.startswith("vn:tinh:")]


# --- Lists and totals --------------------------------------------------------------------------
def test_lists_name_documents_of_the_library():
    for held in LISTS:
        assert documents.get(held.document).number == held.document
        assert documents.get(held.criteria).number == held.criteria
        for change in held.amendments:
            assert documents.get(change.document).issued == change.issued
        assert documents.get(held.document).issued == held.valid.start
        assert LISTS.get(held.id) is LISTS.get(held.document) is held
    with pytest.raises(KeyError):
        LISTS.get("nonsense")


@pytest.mark.parametrize(
    ("list_", "total", "regions"),
    [
        ("qd-582-2017", 5266, (1313, 2018, 1935)),
        ("qd-861-2021", 3434, (1673, 210, 1551)),
        ("qd-60-2026", 1333, (250, 259, 824)),
    ],
)
def test_national_totals_add_up(list_, total, regions):
    row = counts(list_, COUNTRY)
    assert row.total == sum(regions) == total
    assert tuple(row.regions[region] for region in REGIONS) == regions


@pytest.mark.parametrize(
    ("list_", "villages"),
    [
        ("qd-582-2017", 20_176),
        ("qd-433-2021", 2_027),
        ("qd-612-2021", 13_222),
        ("qd-60-2026", 12_368),
    ],
)
def test_national_totals_of_villages(list_, villages):
    row = counts(list_, COUNTRY)
    assert row.villages == villages
    known = [number for number in row.villages_in.values() if number is not None]
    assert not known or sum(known) == villages


@pytest.mark.parametrize("row", LISTS.all_counts, ids=lambda row: f"{row.list} {row.unit}")
def test_every_full_row_adds_up(row):
    known = [row.regions[region] for region in REGIONS]
    if row.total is not None and None not in known:
        assert sum(known) == row.total
    elif row.total is not None:
        assert sum(number or 0 for number in known) <= row.total
    where = [number for number in row.villages_in.values() if number is not None]
    if row.villages is not None and len(where) == 4:
        assert sum(where) == row.villages
    elif row.villages is not None:
        assert sum(where) <= row.villages
    assert row.unit == COUNTRY or row.unit in places


@pytest.mark.parametrize("list_", [held.id for held in LISTS])
def test_provinces_are_never_more_than_the_country(list_):
    whole = counts(list_, COUNTRY)
    # The merged Khánh Hòa is the sum of two old provinces, and not one more.
    rows = [r for r in of_provinces(list_) if r.unit.endswith("@2004") or list_ == "qd-60-2026"]
    if whole is None:
        assert not rows
        return
    for of in (
        lambda r: r.total,
        lambda r: r.villages,
        *(lambda r, k=k: r.regions[k] for k in REGIONS),
    ):
        if of(whole) is not None:
            assert sum(of(row) or 0 for row in rows) <= of(whole)


def test_region_iii_of_861_as_far_as_known():
    rows = [r for r in of_provinces("qd-861-2021") if r.unit.endswith("@2004")]
    known = [row.regions["III"] for row in rows if row.regions["III"]]
    assert (len(known), sum(known)) == (21, 1193)


def test_merged_khanh_hoa_is_its_two_parts():
    new, old, ninh_thuan = (
        counts("qd-861-2021", unit)
        for unit in ("vn:tinh:56@2025-07-01", "vn:tinh:56@2004", "vn:tinh:58@2004")
    )
    assert new.total == old.total + ninh_thuan.total
    for region in REGIONS:
        assert new.regions[region] == old.regions[region] + ninh_thuan.regions[region]
    assert old.unverified


def test_bac_kan_by_district():
    districts = [r for r in LISTS.counts_of("qd-861-2021") if r.unit.startswith("vn:huyen:")]
    province = counts("qd-861-2021", "vn:tinh:06@2004")
    assert len(districts) == 8
    assert sum(row.total for row in districts) == province.total == 108
    for region, number in (("III", 67), ("II", 7), ("I", 34)):
        assert sum(row.regions[region] for row in districts) == number
        assert province.regions[region] == number


def test_villages_of_thai_nguyen_by_district():
    rows = [r for r in LISTS.counts_of("qd-612-2021") if r.unit.startswith("vn:huyen:")]
    assert (
        sum(row.villages for row in rows)
        == 142
        == counts("qd-612-2021", "vn:tinh:19@2004").villages
    )


def test_list_433_of_bac_kan_is_what_612_has_outside_region_iii():
    later = counts("qd-612-2021", "vn:tinh:06@2004").villages_in
    assert counts("qd-433-2021", "vn:tinh:06@2004").villages == 65 == later["I"] + later["II"]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2013-09-18", ()),
        ("2013-09-19", ("447/QĐ-UBDT",)),
        ("2017-04-28", ("582/QĐ-TTg",)),
        ("2021-06-03", ("582/QĐ-TTg",)),
        ("2021-06-04", ("861/QĐ-TTg",)),
        ("2021-06-18", ("861/QĐ-TTg", "433/QĐ-UBDT")),
        ("2021-09-16", ("861/QĐ-TTg", "612/QĐ-UBDT")),
        ("2026-01-28", ("861/QĐ-TTg", "612/QĐ-UBDT")),
        ("2026-01-29", ("60/QĐ-BDTTG",)),
        ("2026-02-27", ("60/QĐ-BDTTG", "104/QĐ-BDTTG")),
    ],
)
def test_lists_of_a_day(day, found):
    assert tuple(held.document for held in LISTS.at(dt.date.fromisoformat(day))) == found


def test_what_a_new_list_replaces_is_not_confirmed():
    assert not LISTS.get("861/QĐ-TTg").is_verified("until")
    assert [row.total for row in national_counts(dt.date(2022, 1, 1))] == [3434, None]


# --- Entries -----------------------------------------------------------------------------------
@pytest.mark.parametrize("entry", LISTS.entries, ids=lambda e: f"{e.list} {e.province} {e.name}")
def test_entries_are_units_of_the_library_where_it_holds_them(entry):
    first = LISTS.get(entry.list).valid.start
    if entry.place is not None:
        place = places.get(entry.place)
        assert (entry.valid.start or first) in place.valid
        assert (place.province, place.parent) == (entry.province, entry.district)
    else:
        assert not (entry.province == "06" and entry.list == "qd-861-2021")


def test_entries_agree_with_the_counts_of_their_districts():
    for row in LISTS.counts_of("qd-861-2021"):
        if not row.unit.startswith("vn:huyen:"):
            continue
        code = places.get(row.unit).code
        held = [e.region for e in LISTS.entries_of("qd-861-2021") if e.district == code]
        for region in REGIONS:
            assert held.count(region) <= row.regions[region], row.unit
        if code in ("058", "060", "064", "065", "066"):
            assert len(held) == row.total


def test_the_named_communes_of_lai_chau_and_an_giang():
    held = [e for e in LISTS.entries_of("qd-60-2026") if e.province == "12"]
    assert len(held) == 32 == counts("qd-60-2026", "vn:tinh:12@2004").regions["III"]
    held = [e.region for e in LISTS.entries_of("qd-60-2026") if e.province == "91"]
    row = counts("qd-60-2026", "vn:tinh:91@2025-07-01")
    assert (held.count("III"), held.count("II")) == (row.regions["III"], row.regions["II"])


# --- Official status ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("key", "day", "within", "region"),
    [
        ("Cường Lợi", "2021-06-04", None, "II"),
        ("xã Thanh Vận", "2023-01-01", None, "II"),
        ("Liêm Thủy", "2023-01-01", "Bắc Kạn", "III"),
        ("02191", "2022-01-01", None, "III"),
        ("TT. Đồng Tâm", "2022-01-01", None, "I"),
        ("Sảng Mộc", "2018-01-01", None, "III"),
        ("Thần Sa", "2018-01-01", None, "III"),
        ("Kim Sơn", "2018-01-01", None, "II"),
        ("Mỹ Sơn", "2022-01-01", None, "III"),
        ("Trà Côn", "2022-01-01", "Trà Ôn", "III"),
        ("Lợi Hải", "2022-01-01", "58", "II"),
        ("Mường Tè", "2026-03-01", None, "III"),
        ("phường Thục Phán", "2026-03-01", "Cao Bằng", "I"),
        ("Thắng Quân", "2024-07-18", None, "I"),
        ("thị trấn Yên Sơn", "2024-07-19", None, "I"),
    ],
)
def test_named_communes_have_their_region(key, day, within, region):
    found = places.official_status(key, dt.date.fromisoformat(day), within=within)
    assert (found.state, found.region, found.possible) == ("listed", region, (region,))
    assert found.sources
    assert found.to_dict()["region"] == region


def test_a_commune_that_is_not_held_is_unknown_and_never_outside():
    found = places.official_status("Tràng Xá", dt.date(2022, 1, 1))
    assert (found.state, found.region, found.possible) == ("not_held", None, EVERY)
    assert not found.verified


def test_the_count_of_a_district_narrows_it_down():
    found = places.official_status("Nà Phặc", dt.date(2022, 1, 1))
    assert (found.region, found.possible) == (None, ("I", "III"))


def test_before_any_list():
    found = places.official_status("Sảng Mộc", dt.date(2013, 9, 18))
    assert (found.state, found.region, found.lists) == ("no_list", None, ())


def test_decision_698_moves_quan_chu():
    day = dt.date(2024, 7, 19)
    old = places.get("vn:xa:05851@2004")
    assert places.official_status(old, dt.date(2021, 6, 4)).region == "I"
    between = places.official_status("tt. Quân Chu", day - dt.timedelta(days=1))
    assert between.state == "in_parts"
    assert {part.name: part.region for part in between.parts} == {
        "thị trấn Quân Chu": None,
        "xã Quân Chu": "I",
    }
    assert places.official_status("tt. Quân Chu", day).region == "I"
    assert places.official_status(old, day).region is None


def test_provinces_have_counts_and_no_region():
    found = places.official_status("tỉnh Thái Nguyên", dt.date(2022, 1, 1))
    assert found.region is None
    assert {row.list: row.villages for row in found.counts} == {
        "qd-861-2021": None,
        "qd-612-2021": 142,
    }
    assert places.official_status("12", dt.date(2026, 3, 1)).counts[0].regions["III"] == 32


def test_the_same_name_in_two_lines_is_refused_with_both():
    # In 2026 a special zone of Quảng Ninh and a commune of An Giang are called Cô Tô.
    with pytest.raises(InputError, match=r"place\.ambiguous") as caught:
        places.official_status("Cô Tô", dt.date(2026, 3, 1))
    assert "An Giang" in caught.value.message("vi")
    found = places.official_status("Cô Tô", dt.date(2026, 3, 1), within="An Giang")
    assert found.region == "III"


@pytest.mark.parametrize(
    ("key", "day"),
    [("Trung Thành", "2018-01-01"), ("Tân Thịnh", "2025-08-01"), ("Thái Nguyên", "2022-01-01")],
)
def test_no_unit_is_picked_where_several_are_meant(key, day):
    with pytest.raises(InputError, match=r"place\.ambiguous"):
        places.official_status(key, dt.date.fromisoformat(day))


def test_an_unknown_name_is_refused():
    with pytest.raises(InputError, match=r"place\.unknown"):
        places.official_status("Atlantis", LIST_DAY)


# --- The three statuses ------------------------------------------------------------------------
# Met in 2021: the decisions are of early 2022, their days unknown.
@pytest.mark.parametrize(
    ("day", "possible"),
    [
        ("2021-06-04", ("II",)),
        ("2021-12-31", ("II",)),
        ("2022-01-01", ("I", "II")),
        ("2022-12-31", ("I", "II")),
        ("2023-01-01", ("I",)),
        ("2025-06-30", ("I",)),
    ],
)
def test_a_recognised_commune_becomes_region_i(day, possible):
    status = places.status_of("vn:xa:02152@2020-02-01", dt.date.fromisoformat(day))
    assert status.official.region == "II"
    assert status.possible == possible
    assert status.effective == (possible[0] if len(possible) == 1 else None)


@pytest.mark.parametrize(("offset", "effective"), [(-1, "II"), (0, "I"), (1, "I")])
def test_the_day_of_recognition_counts_where_the_caller_knows_it(offset, effective):
    day = dt.date(2023, 5, 10)
    status = places.status_of("Nam Cường", day + dt.timedelta(days=offset), recognised=day)
    assert status.official.region == "II"
    assert status.effective == effective


def test_a_recognition_before_the_list_was_taken_into_account():
    status = places.status_of("Cường Lợi", dt.date(2021, 6, 4), recognised=dt.date(2018, 1, 1))
    assert (status.official.region, status.effective) == ("II", "II")
    # The list of 582 knew no such rule: thirteen recognised communes stayed in region III.
    status = places.status_of("Sảng Mộc", dt.date(2019, 1, 1), recognised=dt.date(2018, 1, 1))
    assert status.effective == "III"


def test_recognition_does_not_touch_region_i_or_what_is_not_held():
    status = places.status_of("Phương Viên", dt.date(2023, 6, 1))
    assert (status.official.region, status.effective) == ("I", "I")
    status = places.status_of("Thượng Giáo", dt.date(2023, 6, 1))
    assert (status.official.region, status.effective) == (None, "I")
    assert places.status_of("Thượng Giáo", LIST_DAY).effective is None


def test_after_the_merger_each_old_area_keeps_its_status():
    status = places.status_of("xã Cường Lợi", MERGER)
    assert {p.official.name: p.effective for p in status.parts} == {
        "xã Văn Vũ": "III",
        "xã Cường Lợi": "I",
    }
    assert (status.effective, status.possible) == (None, ("I", "III"))
    assert [event.kind for event in status.chain] == [
        "listed",
        "listed",
        "recognised",
        "reorganised",
        "kept_for_old_area",
    ]
    cited = [provision.text() for provision in status.citations]
    assert "khoản 1 Điều 13 Nghị quyết 76/2025/UBTVQH15" in cited
    assert "Nghị quyết 1683/NQ-UBTVQH15" in cited


def test_a_merged_commune_of_one_status_has_it():
    status = places.status_of("01864", dt.date(2025, 8, 1))
    assert status.effective == "III"
    assert len(status.parts) == 4
    assert not status.verified  # that all ten communes are of region III is derived


def test_an_old_commune_keeps_its_status_for_its_area():
    status = places.status_of("Bộc Bố", dt.date(2025, 8, 1))
    assert (status.place.id, status.effective) == ("vn:xa:01864@2004", "III")
    assert [event.kind for event in status.chain[-2:]] == ["kept_for_old_area", "ended"]


def test_of_a_commune_that_ended_it_is_said_what_it_became():
    for day in (dt.date(2025, 8, 1), dt.date(2026, 3, 1)):
        status = places.status_of("Yên Cư", day)
        assert status.ended == BEFORE
        assert [link.new.text() for link in status.links] == ["xã Yên Bình"]
        [event] = [event for event in status.chain if event.kind == "ended"]
        assert (event.day, event.provision.document) == (MERGER, "1683/NQ-UBTVQH15")
        for text in (event.text.vi, status.text().splitlines()[1]):
            assert "→ xã Yên Bình (toàn bộ); kết quả chỉ là của địa bàn cũ" in text
        assert status.to_dict()["became"][0]["new"] == status.links[0].new.id
    assert "thư viện chưa có dòng" not in status.text()
    there = places.status_of("Yên Cư", BEFORE)
    assert (there.ended, there.links) == (None, None)
    assert there.to_dict()["became"] is None


@pytest.mark.parametrize(
    ("name", "recognised", "why"),
    [
        ("xã Cường Lợi", dt.date(2025, 9, 1), "chưa có căn cứ"),
        ("xã Cường Lợi", dt.date(2023, 9, 1), "không rõ của xã cũ nào"),
        ("Yên Cư", dt.date(2025, 9, 1), "sau khi xã này kết thúc"),
    ],
)
def test_what_the_recognition_of_a_merged_commune_does_is_open(name, recognised, why):
    status = places.status_of(name, dt.date(2025, 12, 1), recognised=recognised)
    assert status.possible == ("I", "III")
    assert status.effective is None
    assert not status.verified
    [event] = [event for event in status.chain if event.day == recognised]
    assert (event.region, event.verified) == (None, False)
    assert why in event.text.vi


def test_the_recognition_of_a_commune_that_no_merger_touched_counts():
    # Thượng Quan went on alone, and its district leaves region I or III to it.
    place = places.get("xã Thượng Quan", MERGER)
    assert places.status_of(place, dt.date(2025, 12, 1)).possible == ("I", "III")
    status = places.status_of(place, dt.date(2025, 12, 1), recognised=dt.date(2025, 9, 1))
    assert status.effective == "I"


def test_where_the_units_before_are_not_held_the_chain_says_so():
    status = places.status_of("xã Tân Phú", dt.date(2025, 8, 1), within="Đồng Nai")
    [event] = [event for event in status.chain if event.kind == "parts_not_held"]
    assert (event.day, event.verified) == (MERGER, False)
    held = places.status_of("Na Rì", dt.date(2025, 8, 1))
    assert "parts_not_held" not in [event.kind for event in held.chain]


@pytest.mark.parametrize("key", ["tỉnh Bắc Kạn", "huyện Ba Bể"])
def test_of_larger_units_the_text_has_counts(key):
    status = places.status_of(key, dt.date(2022, 6, 30))
    assert "dòng của xã này" not in status.text()
    assert "Có hiệu lực" not in status.text()
    [row] = [row for row in status.official.counts if row.list == "qd-861-2021"]
    assert f"{row.total} xã (khu vực I: {row.regions['I']}, " in status.text()
    assert f"{row.total} communes (region I: " in status.text("en")
    later = places.status_of("tỉnh Thái Nguyên", dt.date(2026, 6, 1))
    assert "không có danh sách nào đếm" in later.text()


def test_only_the_lists_that_have_the_line_are_named():
    status = places.status_of("Mù Cả", dt.date(2026, 3, 1))
    assert status.official.documents == ("60/QĐ-BDTTG",)
    assert "104/QĐ-BDTTG" not in status.text()
    assert status.text().startswith("Mù Cả, tỉnh Lai Châu, ngày 01/3/2026:")
    assert status.text("en").startswith("Mu Ca, Lai Chau province, on 1 March 2026:")


@pytest.mark.parametrize("key", ["Cường Lợi", "Yên Cư", "Na Rì", "Tân Phú, Đồng Nai"])
def test_english_texts_have_english_names_and_types_of_documents(key):
    text = places.status_of(key, dt.date(2025, 9, 1)).text("en")
    assert "xã " not in text
    assert "thị trấn " not in text
    assert "Resolution 76/2025/UBTVQH15" in text
    assert "Nghị quyết 76/2025/UBTVQH15" in places.status_of(key, dt.date(2025, 9, 1)).text()


def test_several_units_are_told_apart_in_both_languages():
    with pytest.raises(InputError) as caught:
        places.status_of("Cô Tô", dt.date(2026, 3, 1))
    problem = caught.value.problem
    assert "loại" in problem.mend_vi
    assert "type" in problem.mend_en
    assert "Co To, An Giang province" in problem.en


def test_before_the_merger_nothing_is_kept():
    status = places.status_of("Bộc Bố", BEFORE)
    assert [event.kind for event in status.chain] == ["listed"]


def test_a_commune_that_became_a_town_goes_on_from_the_list():
    status = places.status_of("Vân Tùng", dt.date(2024, 1, 1))
    assert [part.official.place.id for part in status.parts] == ["vn:xa:01954@2004"]
    assert "reorganised" in [event.kind for event in status.chain]


@pytest.mark.parametrize(
    ("day", "documents_"), [("2026-01-28", ("861/QĐ-TTg",)), ("2026-01-29", ("60/QĐ-BDTTG",))]
)
def test_the_new_list_takes_over_on_its_day(day, documents_):
    status = places.status_of("vn:xa:02152@2025-07-01", dt.date.fromisoformat(day))
    assert status.official.documents == documents_


def test_under_the_new_list_the_earlier_chain_is_still_told():
    status = places.status_of("vn:xa:02152@2025-07-01", NEW_LIST)
    assert (status.effective, status.possible) == (None, EVERY)
    kinds = [event.kind for event in status.chain]
    assert kinds[-1] == "not_held"
    assert "recognised" in kinds
    assert "kept_for_old_area" in kinds


def test_a_name_that_only_a_list_has():
    status = places.status_of("Mường Tè", dt.date(2026, 3, 1))
    assert (status.place, status.effective) == (None, "III")


# --- With facts --------------------------------------------------------------------------------
FACTS = Commune(
    households=1000, minority_households=900, poor_households=250, meets_new_rural_standard=False,
    in_mekong_delta=False,
)  # fmt: skip


def test_computed_official_and_effective_stand_side_by_side():
    status = status_of("Cường Lợi", LIST_DAY, FACTS)
    assert (status.computed_region, status.official.region, status.effective) == ("III", "II", "II")
    assert status.computed.instrument == "33/2020/QĐ-TTg"
    assert status.differs
    assert dp.status_of is status_of


def test_facts_that_do_not_decide_leave_it_open():
    status = status_of("Cường Lợi", LIST_DAY, Commune(name="Cường Lợi"))
    assert status.computed_region is None
    assert len(status.computed.possible) > 1
    assert not status.differs


def test_without_facts_nothing_is_computed():
    status = status_of("Cường Lợi", LIST_DAY)
    assert (status.computed, status.computed_region, status.differs) == (None, None, False)


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("Cường Lợi", "2021-06-04"),
        ("xã Cường Lợi", "2025-08-01"),
        ("05851", "2024-07-18"),
        ("Tràng Xá", "2022-01-01"),
        ("Sảng Mộc", "2010-01-01"),
        ("02152", "2026-03-01"),
        ("Mỹ Sơn", "2022-01-01"),
    ],
)
def test_the_text_says_all_three(key, day, locale):
    status = status_of(key, dt.date.fromisoformat(day), FACTS if day > "2016-12-20" else None)
    text = status.text(locale)
    for word in {
        "vi": ("Tính theo tiêu chí", "Theo danh sách", "Có hiệu lực"),
        "en": ("By the criteria", "By the list", "In effect"),
    }[locale]:
        assert word in text
    assert "None" not in text
    assert status.to_dict()["as_of"] == day
    assert str(status) == status.text("vi")
