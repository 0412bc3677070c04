"""What people read: the rule and the decision, in both languages."""

from __future__ import annotations

import datetime as dt

import pytest

from dantoc_policy.instruments.classify import classify
from dantoc_policy.instruments.registry import instruments
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.village import Village
from dantoc_policy.rules.words import describe

DAY = dt.date(2021, 6, 4)
RULES = [rule for found in instruments().values() for rule in found.rules.values()]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
@pytest.mark.parametrize("locale", ["vi", "en"])
def test_every_rule_reads_in_both_languages(rule, locale) -> None:
    text = describe(rule, locale)
    assert all(outcome.text.get(locale) in text for outcome in rule.outcomes)
    assert "object at" not in text
    assert "None" not in text
    for reading in rule.readings.values():
        assert reading.question.get(locale) in text
    markdown = describe(rule, locale, markdown=True)
    assert markdown.startswith("**")
    assert markdown.count("\n- ") >= len(rule.outcomes)


def test_conditions_stand_one_step_below_what_they_are_part_of() -> None:
    rule = instruments()["272/2025/NĐ-CP"].rules["province"]
    steps = [0, 1, 2, 3, 4, 4, 3, 4, 4, 1]
    lines = describe(rule).splitlines()
    assert [(len(line) - len(line.lstrip())) / 2 for line in lines] == steps
    items = describe(rule, markdown=True).splitlines()[2:]
    assert [item.index("- ") / 2 + 1 for item in items] == steps[1:]


def test_what_is_said_of_a_reading_stands_below_it() -> None:
    rule = instruments()["33/2020/QĐ-TTg"].rules["commune"]
    lines = describe(rule, "en").splitlines()
    steps = [(len(line) - len(line.lstrip())) // 2 for line in lines]
    for first, second in (
        ("several readings", "R1 (default):"),
        ("R1 (default):", ""),
        ("R2:", ""),
    ):
        at = [number for number, line in enumerate(lines) if first in line]
        assert len(at) >= len(rule.readings)
        assert all(second in lines[number + 1] for number in at)
        assert all(steps[number + 1] == steps[number] + 1 for number in at)


def test_operators_are_worded_as_the_law_words_them() -> None:
    text = describe(instruments()["33/2020/QĐ-TTg"].rules["commune"], "vi")
    assert "từ 15% trở lên (nếu thuộc vùng Đồng bằng sông Cửu Long) hoặc từ 20% trở lên" in text
    assert "trên 150 hộ" in text
    assert "tỷ lệ hộ nghèo dưới 10% (khoản 1 Điều 4)" in text
    assert "trên 20 km" in text
    decree = describe(instruments()["272/2025/NĐ-CP"].rules["village"], "vi")
    assert "từ 2/3 trở lên" in decree
    assert "4 lần" in decree


def test_a_decision_tells_its_figures_and_clauses() -> None:
    commune = Commune(
        name="Xã A",
        households=1000,
        minority_households=400,
        poor_households=214,
        in_mekong_delta=False,
        meets_new_rural_standard=False,
    )
    text = classify(commune, DAY).explain()
    assert text.startswith("Xã A: khu vực III\n")
    assert "Theo Quyết định 33/2020/QĐ-TTg, ngày 04/6/2021." in text
    assert "Điều khoản quyết định: Điều 2; Điều 3; khoản 1 Điều 3." in text
    assert "[x] tỷ lệ hộ nghèo từ 20% trở lên: 21,4% (214 / 1.000) → đúng" in text
    english = classify(commune, DAY).explain("en")
    assert "[x] share of poor households at least 20%: 21.4% (214 / 1,000) → true" in english


def test_an_open_decision_tells_what_is_possible_and_missing() -> None:
    commune = Commune(minority_share=80, poor_rate={"above": 50}, in_mekong_delta=False)
    text = classify(commune, DAY).explain("en")
    assert text.startswith("Undetermined; may be region III or region I")
    assert "Missing: recognised as meeting the new-rural standard" in text
    assert "at least 20%: share of poor households over 50% → true" in text
    vietnamese = classify(commune, DAY).explain()
    assert vietnamese.startswith("Chưa xác định; có thể là khu vực III hoặc khu vực I")


def test_a_later_case_holds_only_if_no_open_one_before_it_does() -> None:
    facts = {"minority_share": 80, "poor_rate": 5, "in_mekong_delta": True}
    lines = classify(Commune(**facts), DAY).explain("en").splitlines()
    assert "    [?] region III (Article 3): not known" in lines
    assert "    [x] region I (Article 4): true, if none of the above" in lines
    lines = classify(Commune(**facts | {"in_mekong_delta": False}), DAY).explain("en").splitlines()
    assert "    [x] region I (Article 4): true" in lines
    below = lines.index("    [x] region I (Article 4): true") + 1
    assert lines[below].startswith("      [x] all of")
    assert lines[below + 1].startswith("        [x] ")


def test_unverified_law_is_named_where_it_decides() -> None:
    village = Village(households=10, minority_households=1)
    assert "law.unverified" not in classify(village, DAY).explain()
    commune = Commune(
        households=100,
        poor_households=10,
        near_poor_households=10,
        villages=10,
        especially_difficult_villages=3,
    )
    assert "law.unverified" in classify(commune, dt.date(2018, 1, 1)).explain()


def test_markdown_is_a_list() -> None:
    text = classify(Commune(name="A"), DAY).explain(markdown=True)
    assert text.startswith("**A: chưa xác định")
    assert "\n- Theo" in text


def test_criteria_are_listed_once_and_counted() -> None:
    text = classify(Commune(population=100, minority_population=90), dt.date(2026, 6, 1)).explain()
    assert text.count("thu nhập bình quân đầu người (") <= 4
    assert "0/12 đạt, 12 chưa rõ → chưa rõ" in text
    assert "(đã nêu trên)" in text


def test_another_reading_that_decides_is_told() -> None:
    commune = Commune(
        in_mekong_delta=True,
        meets_new_rural_standard=False,
        households=4000,
        minority_households=2000,
        poor_households=300,
        poor_minority_households=200,
    )
    codes = {(w.code, w.place) for w in classify(commune, DAY).warnings}
    assert ("law.reading_decides", "A33-3") in codes


def test_a_share_of_nothing_is_told() -> None:
    village = Village(
        households=100,
        poor_households=40,
        near_poor_households=20,
        in_mekong_delta=False,
        in_southeast=False,
        minority_households=10,
        kindergarten_rooms=0,
        main_road_meets_new_rural_standard=True,
        has_standard_culture_house=False,
    )
    answer = classify(village, dt.date(2018, 1, 1))
    assert answer.outcome is None
    assert [w.code for w in answer.warnings] == ["figures.share_of_nothing"]
