"""Criteria and lists side by side: neither replaces the other, and both say what they rest on."""

import datetime as dt
import json
from decimal import Decimal

import pytest

import dantoc_policy as dp
from dantoc_policy.errors import InputError, NotInForceError
from dantoc_policy.instruments.group_status import status_of_group
from dantoc_policy.peoples.facts import EthnicGroupFacts
from dantoc_policy.peoples.library import peoples
from dantoc_policy.values.verdict import Verdict

TRUE, FALSE, OPEN = Verdict.TRUE, Verdict.FALSE, Verdict.UNDETERMINED
MANY, SPECIFIC, SMALL = "many_difficulties", "specific_difficulties", "very_small"
DAY = dt.date(2022, 6, 4)
MEANS = {
    "all_minorities_poor_rate": Decimal("22.3"),
    "all_minorities_illiterate_rate": Decimal("19.1"),
    "all_minorities_infant_mortality_rate": Decimal("22.13"),
}


def low(name, population, **more):
    rates = {
        "poor_rate": Decimal(5),
        "illiterate_rate": Decimal(5),
        "infant_mortality_rate": Decimal(5),
    }
    area = {"stable_in_region_iii_communes": True}
    return EthnicGroupFacts(name=name, population=population, **{**MEANS, **rates, **area, **more})


@pytest.mark.parametrize(
    ("name", "population", "many", "specific", "small"),
    [
        # Too many for the criterion, and listed all the same.
        ("La Ha", 10_157, (FALSE, FALSE), (FALSE, TRUE), (FALSE, TRUE)),
        # Few enough, and in neither list.
        ("Ngái", 1_649, (FALSE, FALSE), (TRUE, FALSE), (TRUE, TRUE)),
        ("Ơ Đu", 428, (FALSE, FALSE), (TRUE, TRUE), (TRUE, TRUE)),
        ("Tày", 1_845_492, (FALSE, TRUE), (FALSE, FALSE), (FALSE, FALSE)),
    ],
)
def test_both_are_kept(name, population, many, specific, small):
    found = status_of_group(name, DAY, low(name, population))
    for key, (computed, official) in ((MANY, many), (SPECIFIC, specific), (SMALL, small)):
        assert found.computed(key) is computed
        assert found.official.has(key) is official
        assert (key in found.differs) is (computed is not official)
    places = [note.place for note in found.notes if note.code == "people.status_differs"]
    assert tuple(places) == found.differs
    assert found.official.to_dict() == peoples.official_status(name, DAY).to_dict()


def test_the_brau_fail_the_area_and_are_listed():
    found = status_of_group(
        "Brâu",
        DAY,
        low(
            "Brâu",
            525,
            stable_in_region_iii_communes=False,
            stable_in_especially_difficult_villages=False,
        ),
    )
    assert (found.computed(SPECIFIC), found.official.has(SPECIFIC)) == (FALSE, TRUE)
    assert "Bờ Y" in found.text("vi")


def test_without_facts_the_lists_answer_alone():
    found = status_of_group("La Hủ", DAY)
    assert [compared.computed for compared in found.compared] == [None] * 3
    assert found.computed(MANY) is OPEN
    assert (found.official.has(MANY), found.differs) == (TRUE, ())
    assert "không tính" in found.text("vi")


@pytest.mark.parametrize(
    ("day", "ended"),
    [
        (dt.date(2025, 12, 31), False),
        (dt.date(2026, 1, 1), True),
        (dt.date(2030, 12, 31), True),
        (dt.date(2031, 1, 1), True),
    ],
)
def test_after_2025_the_list_has_ended_and_none_follows(day, ended):
    found = status_of_group("Ơ Đu", day)
    by_key = {compared.key: compared for compared in found.compared}
    assert by_key[SPECIFIC].list_ended is ended
    assert found.official.has(SPECIFIC) is (OPEN if ended else TRUE)
    codes = [note.code for note in found.notes]
    assert ("people.list_ended" in codes) is ended
    assert ("period ended, no successor list in data" in found.text("en")) is ended
    assert ("dữ liệu chưa có danh sách kế tiếp" in found.text("vi")) is ended
    # Where a person lives counted for the lists of 2021-2025 only.
    assert ("people.area_needed" in codes) is not ended


def test_in_2026_the_criteria_are_those_of_decree_255():
    facts = EthnicGroupFacts(
        name="Ơ Đu",
        population=427,
        census_2019_population=428,
        poor_and_near_poor_rate=Decimal(30),
        all_minorities_poor_and_near_poor_rate=Decimal(30),
    )
    found = status_of_group("Ơ Đu", dt.date(2026, 1, 1), facts)
    assert (found.computed(SPECIFIC), found.computed(MANY)) == (TRUE, FALSE)
    by_key = {compared.key: compared for compared in found.compared}
    assert by_key[SPECIFIC].computed.instrument == "255/2025/NĐ-CP"
    assert by_key[SMALL].computed.instrument == "05/2011/NĐ-CP"
    assert by_key["especially_difficult_minority"].official is None
    assert found.computed("especially_difficult_minority") is OPEN
    assert found.computed("nothing") is OPEN


def test_the_two_instruments_of_december_2025():
    facts = low("Ơ Đu", 428)
    found = status_of_group("Ơ Đu", dt.date(2025, 12, 1), facts)
    assert "instrument.two_in_force" in [note.code for note in found.notes]
    assert found.computed(SPECIFIC) is OPEN
    named = status_of_group("Ơ Đu", dt.date(2025, 12, 1), facts, instrument="39/2020/QĐ-TTg")
    assert named.computed(SPECIFIC) is TRUE
    assert named.computed(SMALL) is OPEN
    assert "instrument.two_in_force" not in [note.code for note in named.notes]


def test_readings_are_passed_on():
    facts = low("Brâu", 525)
    assert status_of_group("Brâu", DAY, facts).computed(SPECIFIC) is TRUE
    other = status_of_group("Brâu", DAY, facts, readings={"A39-1": "R2"})
    assert other.computed(SPECIFIC) is FALSE
    with pytest.raises(InputError, match=r"reading\.unknown"):
        status_of_group("Brâu", DAY, facts, readings={"A39-1": "R9"})


def test_before_2021_definitions_alone_are_computed():
    facts = low("Ơ Đu", 376)
    found = status_of_group("Ơ Đu", dt.date(2015, 6, 4), facts)
    assert (found.computed(SMALL), found.computed(SPECIFIC)) == (TRUE, OPEN)
    with pytest.raises(NotInForceError):
        status_of_group("Ơ Đu", dt.date(2011, 3, 3), facts)
    with pytest.raises(InputError):
        status_of_group("Ơ Đu", dt.date(2015, 6, 4), facts, instrument="1/2015/QĐ-TTg")


@pytest.mark.parametrize(
    "facts",
    [
        EthnicGroupFacts(name="Thái"),
        EthnicGroupFacts(code_1979="24"),
        EthnicGroupFacts(code_2008="02"),
    ],
)
def test_facts_of_another_group_are_refused(facts):
    with pytest.raises(InputError, match=r"people\.disagree"):
        status_of_group("Ngái", DAY, facts)


def test_facts_without_a_known_name_are_of_whom_is_asked_for():
    for facts in (EthnicGroupFacts(), EthnicGroupFacts(name="thôn 3"), EthnicGroupFacts(name="")):
        assert status_of_group("Ngái", DAY, facts).group.id == "ngai"


def test_plain_data_and_both_languages():
    found = status_of_group("Ngái", DAY, low("Ngái", 1_649))
    data = json.loads(json.dumps(found.to_dict()))
    assert data["group"] == "ngai"
    assert [row["status"] for row in data["statuses"]][:3] == [MANY, SPECIFIC, SMALL]
    assert data["differs"] == [SPECIFIC]
    assert str(found) == found.text("vi")
    for locale, words in (
        ("vi", ("Theo tiêu chí: có (Quyết định 39/2020/QĐ-TTg)", "danh sách II")),
        ("en", ("By the criteria: yes (Decision 39/2020/QĐ-TTg)", "not in list II")),
    ):
        assert all(part in found.text(locale) for part in words)
        assert "None" not in found.text(locale)


def test_the_public_name_is_what_the_lists_say():
    assert dp.official_status("La Ha", DAY).categories == (SPECIFIC, SMALL)
    assert dp.EthnicGroupFacts is EthnicGroupFacts
