"""Sheets of groups: read by the headings of officials, classified, explained, described."""

import json

import pytest
from typer.testing import CliRunner

from dantoc_policy.interfaces.cli.app import app
from dantoc_policy.interfaces.files.template import template_columns
from dantoc_policy.peoples.facts import EthnicGroupFacts
from dantoc_policy.places.headings import match_headings

SHEET = """Dân tộc;Mã dân tộc (1979);Mã;Ở xã khu vực III;Dân số;Tỷ lệ hộ nghèo (%);\
Tỷ lệ hộ nghèo chung của 53 dân tộc thiểu số (%);Tỷ suất chết trẻ em dưới 1 tuổi (‰);\
Tỷ suất chết trẻ em dưới 1 tuổi chung của 53 dân tộc thiểu số (‰)
Lô Lô;43;X1;có;4.827;41,9;22,3;;22,13
Mạ;28;X2;có;50.322;33,44;22,3;33,196 ‰;22,13
Thái;02;X3;có;1.820.950;10;22,3;3 %;22,13
Mường;6;X4;không;1.452.095;40;22,3;;22,13
"""


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "groups.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def run(*args):
    return CliRunner(env={"COLUMNS": "120"}).invoke(app, list(map(str, args)))


def classify(sheet, *args):
    return run("classify", sheet, "--unit", "ethnic_group", "--as-of", "2021-06-04", *args)


def test_rows_are_classified_and_slips_told(sheet):
    done = classify(sheet, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["outcome"] for row in rows] == [
        "specific_difficulties",
        "many_difficulties",
        None,
        None,
    ]
    codes = [{problem["code"] for problem in row["problems"]} for row in rows]
    assert "law.also_holds" in codes[0]
    # 3 % is no rate per 1,000; code 02 is that of the Tày.
    assert codes[2] == {"people.disagree", "number.wrong_unit"}
    assert done.exit_code == 1
    assert rows[3]["missing"] == ["stable_in_especially_difficult_villages"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "vi",
            ("dân tộc có khó khăn", "khoản 2 Điều 3", "Lô Lô", "Cột giữ nguyên, không dùng: Mã"),
        ),
        ("en", ("group with specific", "clause 2, Article 3", "Columns kept, not used: Mã")),
    ],
)
def test_the_table_reads_in_both_languages(sheet, lang, words):
    done = classify(sheet, "--lang", lang)
    shown = done.stdout.replace("\u00a0", " ")
    assert all(word in shown for word in words)


def test_a_row_is_explained(sheet):
    done = classify(sheet, "--explain", "Mạ")
    assert "33,196 ‰, ngưỡng 33,195 ‰" in done.stdout


def test_the_whole_decree_is_shown_where_no_article_is_known(tmp_path):
    path = tmp_path / "groups.csv"
    path.write_text("Dân tộc,Dân số,Dân số năm 2019\nSi La,908,909\n", encoding="utf-8")
    done = run("classify", path, "--unit", "ethnic_group", "--as-of", "2026-06-04")
    assert "Nghị định 255/2025/NĐ-CP" in done.stdout.replace("\u00a0", " ")
    assert done.exit_code == 0


def test_schema_rule_and_template_know_groups(tmp_path):
    schema = json.loads(run("schema", "ethnic_group").stdout)
    assert "infant_mortality_rate" in schema["properties"]
    told = run("rule", "39/2020/QĐ-TTg", "ethnic_group")
    assert "1,5 lần" in told.stdout
    target = tmp_path / "groups.xlsx"
    done = run("classify", "--template", "ethnic_group", "-o", target)
    assert (done.exit_code, target.exists()) == (0, True)


def test_headings_of_the_template_are_read_back():
    columns = template_columns("ethnic_group")
    found = match_headings(EthnicGroupFacts, [column.heading for column in columns])
    assert found == {column.fact: column.heading for column in columns}
    assert columns[0].heading == "Dân tộc"
    asked = {column.fact: column.asked_by for column in columns}
    assert asked["census_2019_population"] == ("255/2025/NĐ-CP",)
    assert asked["population"] == ("05/2011/NĐ-CP", "39/2020/QĐ-TTg", "255/2025/NĐ-CP")


def test_a_code_without_its_order_is_no_heading():
    assert match_headings(EthnicGroupFacts, ["Mã", "Mã dân tộc", "Tỉnh"]) == {}
