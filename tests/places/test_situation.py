"""Mekong Delta and Southeast by province, before and since the merger of 1 July 2025."""

import datetime as dt

import pytest

from dantoc_policy import Commune, Village, classify
from dantoc_policy.places.situation import plain_name, province_table, situation

BEFORE, SINCE = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
DELTA = {"in_mekong_delta": True, "in_southeast": False}
SOUTHEAST = {"in_mekong_delta": False, "in_southeast": True}
ELSEWHERE = {"in_mekong_delta": False, "in_southeast": False}
UNKNOWN = {}


@pytest.mark.parametrize(
    ("province", "before", "since"),
    [
        ("Vĩnh Long", DELTA, DELTA),
        ("Cần Thơ", DELTA, DELTA),
        ("Đồng Tháp", DELTA, DELTA),
        ("An Giang", DELTA, DELTA),
        ("Cà Mau", DELTA, DELTA),
        # Merged away; the name means nothing any more.
        ("Long An", DELTA, UNKNOWN),
        ("Sóc Trăng", DELTA, UNKNOWN),
        ("Trà Vinh", DELTA, UNKNOWN),
        ("Kiên Giang", DELTA, UNKNOWN),
        ("Tây Ninh", SOUTHEAST, SOUTHEAST),
        ("TP Hồ Chí Minh", SOUTHEAST, SOUTHEAST),
        ("Đồng Nai", SOUTHEAST, SOUTHEAST),
        ("Bình Phước", SOUTHEAST, UNKNOWN),
        ("Bà Rịa - Vũng Tàu", SOUTHEAST, UNKNOWN),
        ("Lâm Đồng", ELSEWHERE, ELSEWHERE),
        ("Thái Nguyên", ELSEWHERE, ELSEWHERE),
        ("Bắc Kạn", ELSEWHERE, UNKNOWN),
        ("Thừa Thiên Huế", ELSEWHERE, UNKNOWN),
        ("Huế", UNKNOWN, ELSEWHERE),
        ("Atlantis", UNKNOWN, UNKNOWN),
        ("", UNKNOWN, UNKNOWN),
        (None, UNKNOWN, UNKNOWN),
    ],
)
def test_provinces(province, before, since):
    assert situation(province, BEFORE) == before
    assert situation(province, SINCE) == since


# The provinces by name, written down apart from the catalogue that the library reads.
MEKONG_DELTA_BEFORE = (
    "Long An",
    "Tiền Giang",
    "Bến Tre",
    "Trà Vinh",
    "Vĩnh Long",
    "Đồng Tháp",
    "An Giang",
    "Kiên Giang",
    "Cần Thơ",
    "Hậu Giang",
    "Sóc Trăng",
    "Bạc Liêu",
    "Cà Mau",
)
MEKONG_DELTA_SINCE = ("Cần Thơ", "Vĩnh Long", "Đồng Tháp", "An Giang", "Cà Mau")
SOUTHEAST_BEFORE = (
    "Hồ Chí Minh",
    "Đồng Nai",
    "Bà Rịa - Vũng Tàu",
    "Bình Dương",
    "Bình Phước",
    "Tây Ninh",
)
SOUTHEAST_SINCE = ("Hồ Chí Minh", "Đồng Nai", "Tây Ninh")
# Provinces of both vintages outside the two regions, so that "not there" is known of them.
ELSEWHERE_BEFORE = (
    "Hà Nội", "Hải Phòng", "Đà Nẵng", "Hà Giang", "Cao Bằng", "Bắc Kạn", "Tuyên Quang",
    "Lào Cai", "Điện Biên", "Lai Châu", "Sơn La", "Yên Bái", "Hòa Bình", "Thái Nguyên",
    "Lạng Sơn", "Quảng Ninh", "Bắc Giang", "Phú Thọ", "Vĩnh Phúc", "Bắc Ninh", "Hải Dương",
    "Hưng Yên", "Thái Bình", "Hà Nam", "Nam Định", "Ninh Bình", "Thanh Hóa", "Nghệ An",
    "Hà Tĩnh", "Quảng Bình", "Quảng Trị", "Thừa Thiên Huế", "Quảng Nam", "Quảng Ngãi",
    "Bình Định", "Phú Yên", "Khánh Hòa", "Ninh Thuận", "Bình Thuận", "Kon Tum", "Gia Lai",
    "Đắk Lắk", "Đắk Nông", "Lâm Đồng",
)  # fmt: skip
ELSEWHERE_SINCE = (
    "Hà Nội", "Hải Phòng", "Đà Nẵng", "Huế", "Cao Bằng", "Tuyên Quang", "Lào Cai", "Điện Biên",
    "Lai Châu", "Sơn La", "Thái Nguyên", "Lạng Sơn", "Quảng Ninh", "Phú Thọ", "Bắc Ninh",
    "Hưng Yên", "Ninh Bình", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Quảng Trị", "Quảng Ngãi",
    "Gia Lai", "Khánh Hòa", "Lâm Đồng", "Đắk Lắk",
)  # fmt: skip


@pytest.mark.parametrize(
    ("since", "delta", "southeast", "elsewhere"),
    [
        (False, MEKONG_DELTA_BEFORE, SOUTHEAST_BEFORE, ELSEWHERE_BEFORE),
        (True, MEKONG_DELTA_SINCE, SOUTHEAST_SINCE, ELSEWHERE_SINCE),
    ],
    ids=["63", "34"],
)
def test_there_were_63_provinces_and_are_34(since, delta, southeast, elsewhere):
    told = [*((name, DELTA) for name in delta), *((name, SOUTHEAST) for name in southeast),
            *((name, ELSEWHERE) for name in elsewhere)]  # fmt: skip
    assert province_table(since) == {plain_name(name): where for name, where in told}
    assert len(province_table(since)) == (34 if since else 63)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Tỉnh Hòa Bình", "Hòa Bình"),
        ("Hoà Bình", "Hòa Bình"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("KHÁNH HÒA", "Khánh Hòa"),
        ("Hòa Bình", "Hòa Bình"),
        ("Soc Trang", "Sóc Trăng"),
        ("Thành phố Cần Thơ", "Cần Thơ"),
        ("TP. Cần Thơ", "Cần Thơ"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("TP HCM", "Hồ Chí Minh"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("Đắc Lắc", "Đắk Lắk"),
        ("Đak Nông", "Đắk Nông"),
        ("Kontum", "Kon Tum"),
        ("  An   Giang ", "An Giang"),
    ],
)
def test_a_province_is_known_however_it_is_written(written, name):
    assert plain_name(written) == plain_name(name)
    assert situation(written, BEFORE) == situation(name, BEFORE) != UNKNOWN


def test_a272_5_leaves_tay_ninh_open_where_long_an_still_counts_as_delta():
    assert situation("Tây Ninh", SINCE, {"A272-5": "R1"}) == SOUTHEAST
    assert situation("Tây Ninh", SINCE, {"A272-5": "R2"}) == {"in_southeast": True}
    assert situation("Tây Ninh", BEFORE, {"A272-5": "R2"}) == SOUTHEAST
    assert situation("Cần Thơ", SINCE, {"A272-5": "R2"}) == DELTA


# --- What the province does to an answer ------------------------------------------------------

POOR = {
    "households": 1000,
    "minority_households": 500,
    "poor_households": 150,
    "poor_minority_households": 50,
    "minority_people_15_60": 10,
    "illiterate_minority_people_15_60": 0,
    "employed_workers": 10,
    "untrained_workers": 0,
    "road_to_district_km": 1,
    "unpaved_road_to_district_km": 0,
    "meets_new_rural_standard": False,
}


@pytest.mark.parametrize(
    ("province", "day", "outcome", "codes"),
    [
        ("Sóc Trăng", dt.date(2021, 6, 4), "III", []),
        ("Sóc Trăng", dt.date(2025, 6, 30), "III", []),
        ("Sóc Trăng", dt.date(2025, 7, 1), None, ["province.unknown"]),
        ("Cần Thơ", dt.date(2025, 7, 1), "III", []),
        ("Long An", dt.date(2025, 6, 30), "III", []),
        ("Tây Ninh", dt.date(2025, 6, 30), "II", []),
        ("Tây Ninh", dt.date(2025, 7, 1), "II", ["law.reading"]),
        ("Sơn La", dt.date(2025, 7, 1), "II", []),
        ("Atlantis", dt.date(2021, 6, 4), None, ["province.unknown"]),
        (None, dt.date(2021, 6, 4), None, []),
    ],
)
def test_the_province_says_which_threshold_applies(province, day, outcome, codes):
    answer = classify(Commune(province=province, **POOR), day)
    assert answer.outcome == outcome
    assert [warning.code for warning in answer.warnings] == codes
    if outcome is None:
        assert set(answer.possible) == {"III", "II"}
        assert answer.missing == ("in_mekong_delta",)


def test_under_a272_5_r2_a_commune_of_tay_ninh_must_say_whether_it_was_long_an():
    record = Commune(province="Tây Ninh", **POOR)
    day = dt.date(2025, 11, 1)
    answer = classify(record, day, readings={"A272-5": "R2"})
    assert (answer.outcome, answer.missing) == (None, ("in_mekong_delta",))
    assert "R2" in answer.warnings[0].message("vi")
    said = Commune(province="Tây Ninh", in_mekong_delta=True, **POOR)
    assert classify(said, day, readings={"A272-5": "R2"}).outcome == "III"


def test_what_the_record_states_wins_and_a_contradiction_is_told():
    record = Commune(province="Sóc Trăng", in_mekong_delta=False, **POOR)
    answer = classify(record, dt.date(2021, 6, 4))
    assert answer.outcome == "II"
    (warning,) = answer.warnings
    assert (warning.code, warning.place) == ("province.disagrees", "in_mekong_delta")


def test_villages_take_it_from_their_province_too():
    record = Village(
        households=100, minority_households=50, poor_households=15, province="An Giang"
    )
    assert classify(record, dt.date(2021, 6, 4)).outcome == "especially_difficult"
