"""Terms of the National Assembly and of the Party: W19, P1, P2."""

from __future__ import annotations

import pytest

from dantoc_policy.law.lint.terms import assembly_terms, party_terms


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Nghị quyết số 88/2019/QH15 ngày 18/11/2019", "88/2019/QH14"),
        ("Nghị quyết số 88/2019/QH15", "88/2019/QH14"),
        ("Luật số 31/2004/QH12", "31/2004/QH11"),
        ("Nghị quyết số 01/2021/QH14 ngày 20/7/2021", "01/2021/QH15"),
        ("Nghị quyết số 01/2021/QH15 ngày 19/7/2021", "01/2021/QH14"),
        ("Nghị quyết số 08/2016/UBTVQH13 ngày 04/8/2016", "08/2016/UBTVQH14"),
        ("Nghị quyết số 08/2013/UBTVQH14 ngày 04/8/2013", "08/2013/UBTVQH13"),
    ],
)
def test_a_term_of_another_time(found, text, suggestion) -> None:
    issue = found("W19", text)[0]
    assert (issue.suggestion, issue.severity, issue.certain) == (suggestion, "error", False)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 88/2019/QH14 ngày 18/11/2019",
        "Nghị quyết số 01/2021/QH14 ngày 19/7/2021",
        "Nghị quyết số 01/2021/QH15 ngày 20/7/2021",
        "Nghị quyết số 01/2021/QH14; Nghị quyết số 01/2021/QH15",
        "Nghị quyết số 1263/NQ-UBTVQH14 ngày 27/7/2021",  # works on until the next one is elected
        "Nghị quyết số 1240/NQ-UBTVQH15",
        "Nghị quyết số 88/2019/QH15 ngày 18/11/2021",  # D1 speaks of it
        "Nghị quyết số 120/2020/QH14 ngày 19/6/2020 của Quốc hội khóa XIV",
        "Nghị quyết số 51/2001/QH10 ngày 25/12/2001 của Quốc hội khoá X, kỳ họp thứ 10",
    ],
)
def test_a_term_of_its_time(found, text) -> None:
    assert found("W19", text) == []


def test_two_terms_of_the_assembly(found) -> None:
    issue = found("W19", "Nghị quyết số 120/2020/QH14 ngày 19/6/2020 của Quốc hội khóa XIII")[0]
    assert issue.text.startswith("Quốc hội khóa XIII")


def test_an_end_that_is_only_planned_is_no_error(found) -> None:
    assert found("W19", "Nghị quyết số 01/2026/QH15 ngày 10/5/2026")[0].severity == "warning"


@pytest.mark.parametrize(
    ("term", "day", "count"),
    [
        ("IX", "21/4/2001", 1),
        ("IX", "22/4/2001", 0),
        ("IX", "12/3/2003", 0),
        ("IX", "25/4/2006", 0),
        ("IX", "26/4/2006", 1),
        ("XX", "26/4/2006", 0),  # no such term is known
        ("XIV", "01/6/2026", 0),
    ],
)
def test_terms_of_the_party(found, term, day, count) -> None:
    text = f"Nghị quyết số 24-NQ/TW ngày {day} của Ban Chấp hành Trung ương Đảng khóa {term}"
    assert len(found("W19", text)) == count


def test_terms_of_provinces_are_another_count(found) -> None:
    text = "Nghị quyết số 04-NQ/TU ngày 14/7/2021 của Ban Chấp hành Đảng bộ tỉnh khóa X"
    assert found("W19", text) == []


def test_terms_follow_one_another() -> None:
    assert assembly_terms()[14].days.precedes(assembly_terms()[15].days)
    assert party_terms()["IX"].days.end == party_terms()["X"].days.start
    assert party_terms()["XIV"].days.end is None


def test_a_number_of_four_terms(found) -> None:
    text = "theo Nghị quyết số 24-NQ/TW, Nghị quyết số 24-NQ/TW và Nghị quyết số 57-NQ/TU"
    issues = found("P1", text)
    assert [(issue.text, issue.severity) for issue in issues] == [
        ("Nghị quyết số 24-NQ/TW", "warning"),
        ("Nghị quyết số 57-NQ/TU", "note"),
    ]
    for day in ("12/3/2003", "03/6/2013", "16/4/2018", "07/10/2022"):
        assert day in issues[0].vi


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 24-NQ/TW của Ban Chấp hành Trung ương Đảng khóa IX; Nghị quyết số 24-NQ/TW",
        "Nghị quyết số 24-NQ/TW; sau này là Nghị quyết số 24-NQ/TW ngày 12/3/2003",
        "Số 36-HD/VPTW\nHà Nội, ngày 03 tháng 4 năm 2018\nHƯỚNG DẪN",
        "Nghị quyết số 52/NQ-CP",
    ],
)
def test_a_term_that_is_known(found, text) -> None:
    assert found("P1", text) == []


def test_party_numbers_have_no_year(found) -> None:
    issue = found("P2", "Nghị quyết số 24/2003/NQ-TW")[0]
    assert (issue.text, issue.suggestion, issue.certain) == ("24/2003/NQ-TW", "24-NQ/TW", False)
    assert found("P2", "Nghị quyết số 24/NQ-TW") == []
