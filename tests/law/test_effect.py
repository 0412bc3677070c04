"""The earliest day of effect by the law of the day of issue; departures only warn."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dantoc_policy.law.document import Document
from dantoc_policy.law.force.effect import (
    check_effective,
    cite_law,
    earliest_effect,
    effect_rules,
    longest_wait,
)
from dantoc_policy.law.force.level import is_normative, level_of, level_of_unit
from dantoc_policy.law.force.moment import Moment, effect_of, issue_of
from dantoc_policy.law.library import documents
from dantoc_policy.law.provision import Provision


def doc(number: str, issued: str | None = None, **more) -> Document:
    kinds = {"NĐ": "nghi_dinh", "TT": "thong_tu", "KH": "ke_hoach", "NQ": "nghi_quyet"}
    letters = number.rpartition("/")[2].partition("-")[0]
    given_ = {
        "type": kinds.get(letters, "quyet_dinh"),
        "issuers": ("uy_ban_nhan_dan",) if "UBND" in number else ("chinh_phu",),
        "source": "test/source",
    }
    return Document(
        number=number, issued=date.fromisoformat(issued) if issued else None, **(given_ | more)
    )


# Issue, effect and days between them, of real documents (documents.md 3.1).
REAL_PAIRS = [
    ("88/2019/QH14", "2019-11-18", "2020-01-02", 45),
    ("120/2020/QH14", "2020-06-19", "2020-08-03", 45),
    ("05/2011/NĐ-CP", "2011-01-14", "2011-03-04", 49),
    ("50/2016/QĐ-TTg", "2016-11-03", "2016-12-20", 47),
    ("33/2020/QĐ-TTg", "2020-11-12", "2020-12-31", 49),
    ("39/2020/QĐ-TTg", "2020-12-31", "2021-02-15", 46),
    ("28/2023/QĐ-TTg", "2023-11-23", "2024-01-15", 53),
    ("127/2024/NĐ-CP", "2024-10-10", "2024-12-01", 52),
    ("272/2025/NĐ-CP", "2025-10-16", "2025-12-01", 46),
]


@pytest.mark.parametrize(("number", "issued", "effective", "days"), REAL_PAIRS)
def test_real_documents_keep_the_rule(number, issued, effective, days):
    document = documents.get(number)
    assert (document.issued, document.effective) == (
        date.fromisoformat(issued),
        date.fromisoformat(effective),
    )
    assert (document.effective - document.issued).days == days
    earliest = earliest_effect(document)
    assert earliest.day == document.issued + timedelta(days=45) <= document.effective
    assert check_effective(document) == ()


@pytest.mark.parametrize(
    ("number", "issued", "effective"),
    [("64/2025/QH15", "2025-02-19", "2025-04-01"), ("87/2025/QH15", "2025-06-25", "2025-07-01")],
)
def test_laws_that_set_their_own_rule_aside_are_warned_of(number, issued, effective):
    document = documents.get(number)
    assert (str(document.issued), str(document.effective)) == (issued, effective)
    (problem,) = check_effective(document)
    assert (problem.code, problem.severity) == ("document.effective_too_early", "warning")


@pytest.mark.parametrize(
    ("unit", "issued", "days", "law"),
    [
        # Law 31/2004/QH11: 10, 7 and 5 days; from July 2016 Law 80/2015/QH13: 10, 7 and 7; from
        # April 2025 Law 64/2025/QH15: 10 everywhere.
        ("tỉnh Thái Nguyên", "2016-06-30", 10, "31/2004/QH11"),
        ("huyện Đồng Hỷ", "2016-06-30", 7, "31/2004/QH11"),
        ("xã Quân Chu", "2016-06-30", 5, "31/2004/QH11"),
        ("tỉnh Thái Nguyên", "2016-07-01", 10, "80/2015/QH13"),
        ("huyện Đồng Hỷ", "2016-07-01", 7, "80/2015/QH13"),
        ("xã Quân Chu", "2016-07-01", 7, "80/2015/QH13"),
        ("huyện Đồng Hỷ", "2025-03-31", 7, "80/2015/QH13"),
        ("huyện Đồng Hỷ", "2025-04-01", 10, "64/2025/QH15"),
        ("xã Quân Chu", "2025-07-01", 10, "64/2025/QH15"),
    ],
)
def test_local_documents_wait_by_level_and_law(unit, issued, days, law):
    document = doc("39/2021/QĐ-UBND", issued, unit=unit)
    earliest = earliest_effect(document)
    assert (earliest.day - document.issued).days == days
    assert earliest.rule.provision.document == law


@pytest.mark.parametrize(
    ("unit", "issued"),
    [
        ("huyện Đồng Hỷ", "2025-07-01"),  # the level has ended
        ("xã Quân Chu", "2025-04-01"),  # communes issue none until 30 June 2025
        ("xã Quân Chu", "2025-06-30"),
        ("tỉnh Thái Nguyên", "2005-03-31"),  # before the first law on local documents
        (None, "2021-08-20"),  # whose it is, is not known
    ],
)
def test_without_a_rule_of_the_time_there_is_no_day(unit, issued):
    assert earliest_effect(doc("39/2021/QĐ-UBND", issued, unit=unit)) is None


@pytest.mark.parametrize(
    ("issued", "rule", "days"),
    [
        ("1996-12-31", None, None),
        ("1997-01-01", "law_1996_government", 15),
        ("2002-12-26", "law_1996_government", 15),
        ("2002-12-27", "law_2002_government", None),  # counted from the gazette
        ("2008-12-31", "law_2002_government", None),
        ("2009-01-01", "law_2008_central", 45),
        ("2016-06-30", "law_2008_central", 45),
        ("2016-07-01", "law_2015_central", 45),
        ("2025-03-31", "law_2015_central", 45),
        ("2025-04-01", "law_2025_central", 45),
    ],
)
def test_the_law_of_the_day_of_issue_rules(issued, rule, days):
    earliest = earliest_effect(doc("01/2000/NĐ-CP", issued))
    assert (earliest and earliest.rule.id) == rule
    if earliest is not None:
        assert (earliest.day and (earliest.day - earliest.issued).days) == days


def test_rules_for_some_bodies_go_before_those_of_their_level():
    resolution = doc("01/2000/QH10", "2000-01-01", type="nghi_quyet", issuers=("quoc_hoi",))
    assert earliest_effect(resolution).rule.id == "law_1996_assembly"
    assert earliest_effect(resolution).day is None
    assert "ngày" in earliest_effect(resolution).text()


@pytest.mark.parametrize("days", [44, 45, 46])
def test_the_day_itself_is_early_enough(days):
    issued = date(2020, 1, 3)
    decree = doc("01/2020/NĐ-CP", "2020-01-03", effective=issued + timedelta(days=days))
    codes = [problem.code for problem in check_effective(decree)]
    assert codes == (["document.effective_too_early"] if days < 45 else [])


def test_effect_before_issue_is_its_own_warning():
    decree = doc("01/2020/NĐ-CP", "2020-01-03", effective=date(2020, 1, 2))
    assert [p.code for p in check_effective(decree)] == ["document.effective_before_issue"]
    assert check_effective(doc("01/2020/NĐ-CP", "2020-01-03")) == ()


@pytest.mark.parametrize(
    ("document", "level"),
    [
        (doc("402/QĐ-TTg", "2016-03-14", issuers=("thu_tuong_chinh_phu",)), "administrative"),
        (doc("303/KH-UBND", "2020-06-04", unit="tỉnh Bắc Kạn"), "administrative"),
        (doc("12/2021/KH-UBND", "2021-06-04", unit="tỉnh Bắc Kạn"), "administrative"),
        (doc("65-KL/TW", "2019-10-30", type="ket_luan", issuers=("bo_chinh_tri",)), "party"),
        (doc("64-CP", "1993-09-27"), None),  # numbers had no year then
        (doc("01/2020/NĐ-CP", "2020-01-03"), "central"),
        (doc("64-CP", "1993-09-27", type="nghi_dinh"), "central"),
    ],
)
def test_level(document, level):
    assert level_of(document) == level


def test_what_is_stated_goes_before_what_the_number_says():
    assert is_normative(doc("402/QĐ-TTg", "2016-03-14")) is False
    assert is_normative(doc("402/QĐ-TTg", "2016-03-14", normative=True)) is True
    assert is_normative(doc("33/2020/QĐ-TTg", normative=False)) is False


def test_hue_is_a_province_since_2025():
    assert level_of_unit("thành phố Huế", date(2024, 12, 31)) == "district"
    assert level_of_unit("thành phố Huế", date(2025, 1, 1)) == "province"
    assert level_of_unit("Ủy ban Dân tộc") is None
    assert level_of_unit(None) is None


def test_rules_cite_their_law():
    assert cite_law(Provision("Luật X@1996-11-12", 3)) == "Điều 3 Luật X năm 1996"
    assert cite_law(Provision("Luật X@1996-11-12"), "en") == "Luật X of 1996"
    for rule in effect_rules():
        assert rule.provision is None or documents.get(rule.provision.document)
        assert rule.exceptions.vi
        assert rule.exceptions.en


def test_a_day_of_effect_is_never_computed():
    decree = doc("01/2020/NĐ-CP", "2020-01-03")
    assert effect_of(decree) == Moment(None, date(2020, 1, 3), date(2020, 2, 17))
    old = doc("64-CP", "1993-09-27")  # no rule of that time: the longest wait of any
    assert effect_of(old).likely == date(1993, 9, 27) + timedelta(days=longest_wait())
    assert issue_of(doc("01/2020/NĐ-CP")) == Moment(None, date(2020, 1, 1), date(2020, 12, 31))
    assert effect_of(doc("01/2020/NĐ-CP")) == Moment(None, date(2020, 1, 1), date(2021, 2, 14))
    assert effect_of(doc("17/QĐ-UBND")) == Moment()
    assert Moment().reached(date(2030, 1, 1)) == "unknown"


@given(
    issued=st.dates(date(2009, 1, 1), date(2030, 1, 1)),
    wait=st.integers(0, 100),
)
def test_warned_exactly_where_the_wait_is_too_short(issued, wait):
    decree = doc("01/2020/NĐ-CP", issued.isoformat(), effective=issued + timedelta(days=wait))
    assert bool(check_effective(decree)) == (wait < 45)
