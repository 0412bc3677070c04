"""What the official lists say about a group: on which days, by which document, how surely."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.errors import InputError
from dantoc_policy.peoples.library import peoples
from dantoc_policy.peoples.lists import CATEGORIES
from dantoc_policy.values.verdict import Verdict

TRUE, FALSE, OPEN = Verdict.TRUE, Verdict.FALSE, Verdict.UNDETERMINED
LISTS = {held.id: held for held in peoples.official_lists}
DAY = dt.timedelta(days=1)
MANY, SPECIFIC, SMALL = "many_difficulties", "specific_difficulties", "very_small"


def status(group, *day):
    return peoples.official_status(group, dt.date(*day))


@pytest.mark.parametrize(
    "held", [held for held in LISTS.values() if held.known], ids=lambda h: h.id
)
def test_a_list_counts_from_its_first_day_to_its_last(held):
    first = held.valid.start
    last = held.valid.end or dt.date(2100, 1, 1)
    for member in held:

        def listed(day, member=member):
            found = peoples.official_status(member.group, day).listings
            return held.id in [listing.list.id for listing in found]

        assert [listed(day) for day in (first - DAY, first, first + DAY)] == [False, True, True]
        assert [listed(day) for day in (last - DAY, last)] == [True, True]
        assert listed(last + DAY) is (held.valid.end is None)


@pytest.mark.parametrize(
    ("group", "many", "specific", "small"),
    [
        ("Tày", TRUE, FALSE, FALSE),
        ("Thái", FALSE, FALSE, FALSE),
        ("La Hủ", TRUE, FALSE, TRUE),
        ("La Ha", FALSE, TRUE, TRUE),
        ("Ngái", FALSE, FALSE, TRUE),
        ("Brâu", FALSE, TRUE, TRUE),
        ("Phù Lá", TRUE, FALSE, FALSE),
        ("Chu Ru", FALSE, FALSE, FALSE),
        ("Kinh", FALSE, FALSE, FALSE),
    ],
)
def test_status_in_2022(group, many, specific, small):
    found = status(group, 2022, 6, 4)
    assert [found.has(name) for name in CATEGORIES] == [many, specific, small]


@pytest.mark.parametrize(
    ("day", "verdict", "state"),
    [
        ((2021, 7, 13), OPEN, "no_list"),
        ((2021, 7, 14), TRUE, "listed"),
        ((2025, 12, 31), TRUE, "listed"),
        ((2026, 1, 1), OPEN, "list_unknown"),
        ((2030, 12, 31), OPEN, "list_unknown"),
        ((2031, 1, 1), OPEN, "no_list"),
    ],
)
def test_the_list_of_1227_through_time(day, verdict, state):
    found = status("Ơ Đu", *day).by_category[SPECIFIC]
    assert (found.verdict, found.state) == (verdict, state)


def test_after_2025_the_answer_is_open_and_tells_the_list_before():
    found = status("La Ha", 2026, 6, 1)
    assert SPECIFIC not in found.categories
    decided = found.by_category[SPECIFIC]
    assert [held.criteria for held in decided.lists] == ["255/2025/NĐ-CP"]
    assert [held.id for held in decided.before] == ["qd-1227-2021-ii"]
    assert not decided.verified
    assert "Nghị định 255/2025/NĐ-CP" in found.text("vi")
    assert "before, it was in list II of Decision 1227/QĐ-TTg" in found.text("en")
    assert "it was not in list II" in status("Ngái", 2026, 6, 1).text("en")


def test_before_all_lists_nothing_is_known():
    found = status("Ơ Đu", 2010, 11, 21)
    assert {decided.state for decided in found.by_category.values()} == {"no_list"}
    assert found.categories == found.documents == found.sources == found.anomalies == ()


def test_each_listing_cites_its_document():
    found = status("La Ha", 2022, 6, 4)
    assert found.documents == ("2086/QĐ-TTg", "57/2017/NĐ-CP", "1227/QĐ-TTg")
    cited = {listing.list.id: listing for listing in found.listings}
    assert str(cited["nd-57-2017"].provision) == "khoản 1 Điều 2 Nghị định 57/2017/NĐ-CP"
    assert cited["qd-1227-2021-ii"].membership.order == 14
    assert cited["qd-1227-2021-ii"].membership.provinces == ("Sơn La",)
    assert not cited["qd-1227-2021-ii"].membership.provinces_verified
    assert cited["qd-1227-2021-ii"].document == "1227/QĐ-TTg"
    assert (
        cited["qd-1227-2021-ii"].list.title("vi") == "danh sách II kèm theo Quyết định 1227/QĐ-TTg"
    )


def test_what_is_from_memory_is_not_verified():
    found = status("La Ha", 2022, 6, 4)
    sure = {listing.list.id: listing.verified for listing in found.listings}
    # Its groups, and the first day of the decree, are confirmed by no source.
    assert sure == {"qd-2086-2016": False, "nd-57-2017": False, "qd-1227-2021-ii": True}
    assert {name: decided.verified for name, decided in found.by_category.items()} == {
        MANY: True,
        SPECIFIC: True,
        SMALL: False,
    }
    assert not found.verified
    assert "(chưa kiểm chứng)" in found.text("vi")
    assert "(unverified)" in found.text("en")


def test_a_list_says_what_is_confirmed():
    held = LISTS["qd-1227-2021-ii"]
    assert (held.is_verified("since"), held.is_verified("until")) == (True, False)
    assert held.source_of("provinces") == "ethnic_groups/baodantoc-643"
    assert held.source_of("groups") == held.source == "ethnic_groups/1227-daknong"
    assert (len(held), "la-ha" in held, "ngai" in held) == (14, True, False)
    unknown = LISTS["nd-255-2025-many"]
    assert (unknown.known, len(unknown), unknown.document) == (False, 0, None)


def test_a_list_counts_only_for_some_members():
    text = status("Tày", 2022, 6, 4).text
    assert "xã khu vực III" in text("vi")
    assert "region III" in text("en")
    assert "region III" not in status("Thái", 2022, 6, 4).text("en")


def test_anomalies_are_told():
    assert any("10.157" in odd.text.vi for odd in status("La Ha", 2022, 6, 4).anomalies)
    assert any("1,649" in odd.text.en for odd in status("Ngái", 2022, 6, 4).anomalies)
    assert "Lưu ý" in status("Brâu", 2022, 6, 4).text("vi")
    assert status("Dao", 2022, 6, 4).anomalies == ()
    assert status("La Ha", 2010, 1, 1).anomalies == ()


def test_a_status_is_json():
    found = status("Lô Lô", 2022, 6, 4)
    plain = json.loads(json.dumps(found.to_dict(), ensure_ascii=False))
    assert plain["group"] == "lo-lo"
    assert [row["verdict"] for row in plain["categories"]] == ["false", "true", "true"]
    assert plain["text"] == str(found)
    assert all(json.dumps(held.to_dict()) for held in LISTS.values())


def test_a_moment_is_no_day():
    with pytest.raises(InputError, match=r"date\.not_a_day"):
        peoples.official_status("Tày", dt.datetime(2022, 1, 1))  # noqa: DTZ001


@given(
    st.sampled_from(tuple(peoples)),
    st.dates(min_value=dt.date(2000, 1, 1), max_value=dt.date(2040, 1, 1)),
)
def test_the_two_lists_of_1227_never_give_both(group, day):
    found = peoples.official_status(group, day)
    assert not {MANY, SPECIFIC} <= set(found.categories)
    for name, decided in found.by_category.items():
        assert (decided.verdict is TRUE) == (name in found.categories)
        assert (decided.verdict is OPEN) == (decided.state in {"list_unknown", "no_list"})
    for locale in ("vi", "en"):
        assert len(found.text(locale).splitlines()) >= 4


@pytest.mark.parametrize("held", LISTS.values(), ids=LISTS)
def test_what_is_odd_of_several_groups_says_which(held):
    # A note is shown for one group at a time, so that "these two" would mean nobody.
    for anomaly in held.anomalies:
        assert "hese " not in anomaly.text.en
        named = all(peoples.get(group).name.vi in anomaly.text.vi for group in anomaly.groups)
        assert len(anomaly.groups) == 1 or named or "danh sách II" in anomaly.text.vi


@pytest.mark.parametrize(("group", "other"), [("La Hủ", "Ngái"), ("Ngái", "La Hủ")])
def test_a_note_on_two_groups_names_both(group, other):
    text = status(group, 2022, 6, 4).text("vi")
    assert "La Hủ và Ngái thuộc 16 dân tộc rất ít người" in text
    assert other in status(group, 2022, 6, 4).text("en")
