"""Which instrument decides on a day, what is told about the choice, and real published cases."""

import csv
import datetime as dt
import io

import pytest

from dantoc_policy import (
    Commune,
    InputError,
    NotInForceError,
    Province,
    Village,
    classify,
)
from dantoc_policy.errors import PolicyError
from dantoc_policy.instruments.registry import instruments, select

QD_50, QD_33, ND_272 = "50/2016/QĐ-TTg", "33/2020/QĐ-TTg", "272/2025/NĐ-CP"
RECORDS = {"commune": Commune(), "village": Village(), "province": Province()}


# --- as_of ------------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", ["commune", "village"])
@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2016-12-19", None),
        ("2016-12-20", QD_50),
        ("2020-12-30", QD_50),
        ("2020-12-31", QD_33),
        ("2021-06-04", QD_33),
        ("2025-11-30", QD_33),
        ("2025-12-01", ND_272),
        ("2025-12-31", ND_272),
        ("2026-01-01", ND_272),
        ("2030-12-31", ND_272),
        ("2031-01-01", None),
    ],
)
def test_the_day_chooses_the_instrument(unit, day, code):
    as_of = dt.date.fromisoformat(day)
    if code is None:
        with pytest.raises(NotInForceError) as caught:
            classify(RECORDS[unit], as_of)
        for words in (QD_50, QD_33, ND_272, "20/12/2016", "31/12/2030", day):
            assert words in caught.value.message("vi")
        assert "20 December 2016" in caught.value.message("en")
    else:
        answer = classify(RECORDS[unit], as_of)
        assert (answer.instrument, answer.as_of) == (code, as_of)


@pytest.mark.parametrize(("day", "code"), [("2025-11-30", None), ("2025-12-01", ND_272)])
def test_only_the_decree_classifies_provinces(day, code):
    if code is None:
        with pytest.raises(NotInForceError) as caught:
            classify(Province(), dt.date.fromisoformat(day))
        assert QD_33 not in str(caught.value)
    else:
        answer = classify(Province(), dt.date.fromisoformat(day))
        assert (answer.instrument, answer.warnings) == (code, ())


@pytest.mark.parametrize(
    ("day", "shared"),
    [("2025-11-30", False), ("2025-12-01", True), ("2025-12-31", True), ("2026-01-01", False)],
)
def test_december_2025_says_which_of_two_instruments_was_used_and_why(day, shared):
    answer = classify(Commune(), dt.date.fromisoformat(day))
    told = [warning for warning in answer.warnings if warning.code == "instrument.two_in_force"]
    assert bool(told) is shared
    for warning in told:
        for locale in ("vi", "en"):
            text = warning.message(locale)
            assert QD_33 in text
            assert ND_272 in text
            assert "2026-2030" in text
        assert warning.vi in answer.explain("vi")


def test_in_december_2025_the_older_decision_can_be_named():
    answer = classify(Commune(), dt.date(2025, 12, 15), instrument=QD_33)
    assert (answer.instrument, answer.warnings) == (QD_33, ())


@pytest.mark.parametrize("name", [QD_33, "qd_33_2020"])
@pytest.mark.parametrize(
    ("day", "in_force"),
    [("2020-12-30", False), ("2020-12-31", True), ("2025-12-31", True), ("2026-01-01", False)],
)
def test_a_named_instrument_decides_and_warns_outside_its_time(name, day, in_force):
    answer = classify(Commune(), dt.date.fromisoformat(day), instrument=name)
    assert answer.instrument == QD_33
    codes = [warning.code for warning in answer.warnings]
    assert codes == ([] if in_force else ["instrument.not_in_force"])


@pytest.mark.parametrize(
    ("record", "how", "code", "place"),
    [
        (Commune(), {"instrument": "861/QĐ-TTg"}, "instrument.unknown", "instrument"),
        (Commune(), {"instrument": ""}, "instrument.unknown", "instrument"),
        (Province(), {"instrument": QD_33}, "unit.unknown", "unit"),
        (Commune(), {"readings": {"A33-3": "R3"}}, "reading.unknown", "A33-3"),
        (Commune(), {"readings": {"A33-9": "R1"}}, "reading.unknown", "A33-9"),
        (Commune(), {"readings": {"A272-5": "R9"}}, "reading.unknown", "A272-5"),
        (Commune(), {"readings": {"A33-3": "R2", "A33-9": "R1"}}, "reading.unknown", "A33-9"),
        (Commune(), {"as_of": dt.datetime(2021, 6, 4, tzinfo=dt.UTC)}, "as_of.not_a_date", "as_of"),
        (Commune(), {"as_of": "2021-06-04"}, "as_of.not_a_date", "as_of"),
        ({"households": 5}, {}, "record.unknown", "dict"),
    ],
)
def test_what_cannot_be_answered_is_refused(record, how, code, place):
    with pytest.raises(InputError) as caught:
        classify(record, **{"as_of": dt.date(2021, 6, 4)} | how)
    assert (caught.value.code, caught.value.problem.place) == (code, place)
    assert caught.value.problem.mend_vi
    assert caught.value.problem.mend_en


def test_readings_of_another_instrument_are_passed_over():
    answer = classify(Commune(), dt.date(2021, 6, 4), readings={"A272-1": "R2", "A33-3": "R2"})
    assert answer.readings == {"A33-1": "R1", "A33-3": "R2", "A33-2": "R1"}


def test_an_unknown_unit_is_refused():
    with pytest.raises(PolicyError) as caught:
        select("district", dt.date(2021, 6, 4))
    assert "commune, ethnic_group, province, village" in caught.value.message("en")


def test_instruments_carry_their_dates():
    dates = {code: (str(found.in_force), found.issued) for code, found in instruments().items()}
    assert dates == {
        "05/2011/NĐ-CP": ("2011-03-04..", dt.date(2011, 1, 14)),
        QD_50: ("2016-12-20..2020-12-30", dt.date(2016, 11, 3)),
        QD_33: ("2020-12-31..2025-12-31", dt.date(2020, 11, 12)),
        "39/2020/QĐ-TTg": ("2021-02-15..2025-12-31", dt.date(2020, 12, 31)),
        "255/2025/NĐ-CP": ("2025-11-15..2030-12-31", dt.date(2025, 9, 29)),
        ND_272: ("2025-12-01..2030-12-31", dt.date(2025, 10, 16)),
    }


def test_every_ambiguity_of_the_law_is_offered():
    offered = {
        key: node.default
        for found in instruments().values()
        for rule in found.rules.values()
        for key, node in rule.readings.items()
    }
    questions = {q.key: q.default for found in instruments().values() for q in found.questions}
    assert offered | questions == {
        **dict.fromkeys(("A33-1", "A33-2", "A33-3", "A33-4"), "R1"),
        **dict.fromkeys(("A39-1", "A39-2", "A255-1", "A255-2"), "R1"),
        **dict.fromkeys(("A39-3", "A39-4", "A255-3"), "open"),
        **dict.fromkeys(("A272-1", "A272-3", "A272-4", "A272-5", "A272-6"), "R1"),
        "A272-2": "open",
        "A272-7": "R2",
    }


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"minority_share": 90, "poor_rate": 4, "in_mekong_delta": False}, "true"),
        ({"minority_share": 9}, "false"),
        ({"minority_share": 90}, "undetermined"),
    ],
)
def test_the_verdict_says_whether_the_status_is_given(facts, verdict):
    answer = classify(Commune(**facts), dt.date(2021, 6, 4))
    assert answer.verdict.value == answer.to_dict()["verdict"] == verdict


# --- The poverty line that figures follow ------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "figures_date", "warned"),
    [
        # Decision 33 means the line of 2016-2020, kept through 2021.
        ("2021-06-04", None, False),
        ("2021-06-04", "2020", False),
        ("2021-06-04", "2020-12-31", False),
        ("2021-06-04", "2021-12-31", False),
        ("2021-06-04", "2022-01-01", True),
        ("2021-06-04", "2022", True),
        ("2021-06-04", "2023-12-31", True),
        ("2021-06-04", "2021..2022", True),
        ("2021-06-04", "2015", True),
        # So does Decision 50.
        ("2018-06-01", "2017", False),
        ("2018-06-01", "2022", True),
        # Decree 272 means the line of 2022, kept until the end of 2026.
        ("2026-02-01", "2021-12-31", True),
        ("2026-02-01", "2022-01-01", False),
        ("2026-02-01", "2024-12-31", False),
        ("2026-02-01", "2026-12-31", False),
        ("2026-02-01", "2027-01-01", True),
        ("2026-02-01", "2021-12..2022-01", True),
    ],
)
def test_figures_of_another_poverty_line_are_told(as_of, figures_date, warned):
    record = Commune(poor_rate=25, figures_date=figures_date)
    answer = classify(record, dt.date.fromisoformat(as_of))
    told = [w for w in answer.warnings if w.code == "figures.other_poverty_standard"]
    assert bool(told) is warned
    for warning in told:
        assert warning.severity == "warning"
        assert warning.vi in answer.explain("vi")


def test_without_poverty_figures_their_date_does_not_matter():
    record = Commune(minority_share=60, meets_new_rural_standard=True, figures_date="2023")
    assert classify(record, dt.date(2021, 6, 4)).warnings == ()


def test_a_rounded_percentage_on_its_threshold_is_told():
    record = Commune(minority_share=15, meets_new_rural_standard=True)
    answer = classify(record, dt.date(2021, 6, 4))
    assert answer.outcome == "I"
    assert [w.code for w in answer.warnings] == ["figures.rounded_at_threshold"]


# --- Published cases --------------------------------------------------------------------------

# Figures as pages print them; a blank is not published.
# `forced` is what Decision 33 makes of them alone, `official` what list 861 says.
PUBLISHED = """\
id,name,province,households,minority_households,minority_share,poor_households,poor_minority_households,poor_rate,over,date,new_rural,official,forced
C01,Hòa Bắc,Đà Nẵng,1383,248,,,,5.92,,2020,yes,I,I
C02,Tư,Quảng Nam,,,,,,24.67,,2023-12-31,yes,I,I|outside
C04,A Rooi,Quảng Nam,,,,,,,50,2023-12-31,no,III,III|outside
C12,Mà Cooih,Quảng Nam,,,,,,,30,2023-12-31,no,III,III|outside
C13,Ch'Ơm,Quảng Nam,,,,,,65.05,,2019-12-31,,III,III|I|outside
C16,Trà Bui,Quảng Nam,,,,850,,,,2019-12-31,,III,III|I|II|outside
C21,Chợ Đồn,Bắc Kạn,13083,12038,,1976,1888,,,2021-01,no,,III
C23,Trà Côn,Vĩnh Long,,,,,,,,2020,,III,III|I|II|outside
C25,Bảo Hiệu,Hòa Bình,2160,,,,,16.99,,2022,no,,III|II|outside
C26,Thành Lâm,Thanh Hóa,869,,,,,26.58,,,,,III|I|outside
C28,Kiên Đài,Tuyên Quang,,,95,44,44,5.4,,2021-09,,,I
"""
CASES = list(csv.DictReader(io.StringIO(PUBLISHED)))


def published(case, **also):
    facts = {name: float(case[name]) for name in Commune.facts() if case.get(name)}
    if case["over"]:
        facts["poor_rate"] = {"above": float(case["over"])}
    if case["new_rural"]:
        facts["meets_new_rural_standard"] = case["new_rural"] == "yes"
    return Commune(
        name=case["name"],
        province=case["province"],
        figures_date=case["date"] or None,
        **facts | also,
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_published_figures_force_what_they_force_and_no_more(case):
    answer = classify(published(case), dt.date(2021, 6, 4))
    assert set(answer.possible) == set(case["forced"].split("|"))
    assert bool(answer.missing) is ("|" in case["forced"])
    # Nothing that the law rules out was printed on the list.
    assert not case["official"] or case["official"] in answer.possible
    old_line = not case["date"] or case["date"] < "2022"
    assert old_line != ("figures.other_poverty_standard" in {w.code for w in answer.warnings})


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["forced"].count("|") == 1 and case["official"]]
)
def test_with_the_area_known_the_published_figures_give_the_official_region(case):
    answer = classify(published(case, minority_share=90), dt.date(2021, 6, 4))
    assert answer.outcome == case["official"]


def test_cho_don_as_officials_reviewed_it():
    """15.10 % poor of whom 95.5 % are minority ones: Điều 3 khoản 2, not khoản 1."""
    (case,) = (case for case in CASES if case["id"] == "C21")
    answer = classify(published(case), dt.date(2021, 6, 4))
    places = {provision.place() for provision in answer.provisions}
    assert places == {"Điều 2", "Điều 3", "khoản 2 Điều 3"}
    assert "15,1% (1.976 / 13.083)" in answer.explain("vi")
