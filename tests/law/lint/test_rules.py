"""The table of rules: every rule is described in both languages and finds its own example."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.law.document import Document
from dantoc_policy.law.library import Documents, documents
from dantoc_policy.law.lint.check import lint_document, lint_text
from dantoc_policy.law.lint.rules import rules
from dantoc_policy.law.relation import Relation

RULES = rules().values()


def with_a_suspension() -> Documents:
    """The packaged library knows of no suspension: add one, as Decree 08/2023/NĐ-CP made it."""
    target = Document(
        number="65/2022/NĐ-CP",
        type="nghi_dinh",
        issuers=("chinh_phu",),
        issued=date(2022, 9, 16),
        effective=date(2022, 9, 16),
        source="memory",
    )
    suspending = Document(
        number="08/2023/NĐ-CP",
        type="nghi_dinh",
        issuers=("chinh_phu",),
        issued=date(2023, 3, 5),
        effective=date(2023, 3, 5),
        relations=(Relation(kind="suspends", target="65/2022/NĐ-CP", until=date(2023, 12, 31)),),
        source="memory",
    )
    return documents.with_documents([target, suspending])


LIBRARY = with_a_suspension()


def issues(rule, text):
    check = lint_document if rule.whole else lint_text
    return check(text, rule.as_of, library=LIBRARY)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_finds_its_example(rule) -> None:
    mine = [issue for issue in issues(rule, rule.wrong) if issue.code == rule.code]
    assert [issue.severity for issue in mine] == [rule.severity]
    assert mine[0].text == rule.wrong[mine[0].start : mine[0].end] != ""
    assert mine[0].basis == rule.basis


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_right_form_is_silent(rule) -> None:
    others = issues(rule, rule.right)
    assert [issue for issue in others if issue.code == rule.code] == []
    assert [issue for issue in others if issue.severity != "note"] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_described_in_both_languages(rule) -> None:
    assert rule.name.vi
    assert rule.name.en
    assert rule.name.vi != rule.name.en
    assert rule.what.vi
    assert rule.what.en
    assert rule.check.__doc__
    assert rule.basis or not rule.verified or rule.code.startswith("F")
    json.dumps(rule.to_dict(), ensure_ascii=False)


def test_the_numbering_of_the_rules() -> None:
    codes = list(rules())
    assert codes == sorted(codes, key=lambda code: ("WNTEPIDCF".index(code[0]), int(code[1:])))
    assert len(codes) > 50


def test_rules_can_be_chosen() -> None:
    text = "Nghị định số 5/2011/NQ-CP"
    assert {issue.code for issue in lint_text(text, rules=["N1"])} == {"N1"}
    assert lint_text(text, rules=[]) == []
    assert lint_text(text, rules="W1") == lint_text(text, rules=["W1"])


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(InputError, match=r"lint\.unknown_rule") as refused:
        lint_text("", rules=["W1", "W99"])
    assert "W1, W2" in refused.value.message("en")


def test_an_issue_tells_what_to_write() -> None:
    issue = lint_text("Kết luận số 65- KL/TW", rules=["W3"])[0]
    assert issue.message("vi").endswith("Nên ghi “65-KL/TW”.")
    assert issue.message("en").endswith("Write “65-KL/TW”.")
    plain = issue.to_dict()
    assert plain["code"] == "W3"
    assert plain["citation"] == "65-KL/TW"
    assert plain["basis"] == ["Điều 58 Nghị định 34/2016/NĐ-CP"]
    json.dumps(plain, ensure_ascii=False)


def test_a_moment_is_no_day() -> None:
    from datetime import datetime

    with pytest.raises(InputError, match=r"date\.not_a_day"):
        lint_text("", datetime(2021, 6, 4, 12))  # noqa: DTZ001
