"""Document numbers alone: what the rules of numbering say against them."""

from __future__ import annotations

from datetime import date

import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.law.number import DocumentNumber


@pytest.mark.parametrize(
    ("printed", "kind", "issued", "codes"),
    [
        ("05/2011/NĐ-CP", "nghi_dinh", date(2011, 1, 14), []),
        ("65-KL/TW", "ket_luan", date(2019, 10, 30), []),
        ("303/KH-UBND", None, None, []),
        ("05/2011/NQ-CP", "nghi_dinh", date(2011, 1, 14), ["W1", "E1"]),
        ("88/2019/NQ-QH14", "nghi_quyet", None, ["W2"]),
        ("88/2019/QH15", "nghi_quyet", None, ["W19"]),
        ("5/QĐ-UBND", "quyet_dinh", date(2021, 3, 4), ["N1"]),
        ("12/2021/KH-UBND", "ke_hoach", None, ["T1"]),
        ("33/NĐ-CP", "nghi_dinh", None, ["T2"]),
        ("01/2020/TT-BTC", "thong_tu", date(2021, 3, 5), ["D1"]),
        ("402/QD-TTg", "quyet_dinh", None, ["number.letters"]),
        ("65/KL-TW", "ket_luan", None, ["number.separators"]),
    ],
)
def test_what_is_wrong_with_a_number(printed, kind, issued, codes) -> None:
    problems = DocumentNumber.parse(printed).validate(kind, issued=issued)
    assert [problem.code for problem in problems] == codes
    assert all(problem.vi and problem.en for problem in problems)


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2008, 12, 31), []),
        (date(2009, 1, 1), ["E1"]),
        (date(2025, 3, 31), ["E1"]),
        (date(2025, 4, 1), []),
    ],
)
def test_the_form_is_judged_by_the_rules_of_its_day(day, codes) -> None:
    number = DocumentNumber.parse(f"30/{day.year}/NQ-CP")
    assert [problem.code for problem in number.validate("nghi_quyet", issued=day)] == codes


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(InputError, match="unknown_type"):
        DocumentNumber.parse("05/2011/NĐ-CP").validate("sach")
