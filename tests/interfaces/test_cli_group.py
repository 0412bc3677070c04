"""`dantoc group`: the 54 groups, their codes and the official lists, read and as data."""

from __future__ import annotations

import json

import jsonschema
import pytest
from typer.testing import CliRunner

from dantoc_policy import peoples
from dantoc_policy.interfaces.cli.app import app

COMMANDS = {
    "show": ["La Ha"],
    "find": ["Thổ"],
    "status": ["Ngái", "--as-of", "2022-06-04"],
}


def group(*args, width="100"):
    return CliRunner(env={"COLUMNS": width}).invoke(app, ["group", *map(str, args)])


def answer(*args):
    done = group(*args, "--format", "json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def words(*args, **options):
    done = group(*args, **options)
    assert done.exit_code == 0, done.output
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_printed_fits_the_screen(command, lang, width):
    done = group(command, *COMMANDS[command], "--lang", lang, width=width)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= int(width)
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("command", COMMANDS)
def test_one_json_value_or_one_a_line(command):
    lines = group(command, *COMMANDS[command], "--format", "jsonl").stdout.splitlines()
    records, whole = [json.loads(line) for line in lines], answer(command, *COMMANDS[command])
    assert records == (whole if command == "find" else [whole])


def test_show_has_what_the_library_has_and_every_list():
    for one in peoples:
        found = answer("show", one.id)
        plain = one.to_dict()
        assert {key: found[key] for key in plain} == plain
        listed = [held.id for held in peoples.official_lists if one.id in held]
        assert [listing["list"] for listing in found["listings"]] == listed
    jsonschema.validate({key: found[key] for key in plain}, peoples.json_schema())


def test_show_on_a_day_has_the_lists_of_the_day():
    found = answer("show", "Ngái", "--as-of", "2022-06-04")
    assert [listing["list"] for listing in found["listings"]] != []
    assert answer("show", "Ngái", "--as-of", "1990-01-01")["listings"] == []
    text = words("show", "Ngái", "--as-of", "1990-01-01")
    assert "Danh sách chính thức vào ngày 01/01/1990 Không có trong danh sách nào" in text


def test_show_in_words():
    text = words("show", "H'Mông", width="80")
    assert text.startswith("Dân tộc Mông Mã định danh mong")
    assert "Số dân 2019 1.393.547" in text
    assert "(chưa kiểm chứng)" in text
    english = words("show", "La Ha", "--lang", "en")
    assert "Persons 2019 10,157" in english
    assert "list II of Decision 1227/QĐ-TTg 14" in english


def test_a_code_is_read_in_the_order_that_is_named():
    assert answer("show", "24", "--codes", "1979")["id"] == "tho-24"
    assert answer("show", "24", "--codes", "2008")["id"] == "bru-van-kieu"
    assert answer("find", "8", "--codes", "1979")[0]["id"] == "mong"
    assert answer("status", "24", "--codes", "1979", "--as-of", "2022-06-04")["group"] == "tho-24"


def test_find_gives_all_that_a_name_may_mean():
    assert [one["id"] for one in answer("find", "người", "THỔ")] == ["tho-24", "tay", "khmer"]
    assert [one["id"] for one in answer("find", "la-ha")] == ["la-ha"]
    assert "Khmer khmer 05 05" in words("find", "Thổ")


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_find_of_nothing_is_no_failure_and_says_what_is_near(form):
    done = group("find", "Taay", "--format", form)
    assert done.exit_code == 0
    assert done.stdout.strip() == {"text": "Không tìm thấy dân tộc nào.", "json": "[]"}.get(
        form, ""
    )
    assert "lưu ý [people.unknown]" in done.stderr
    assert "Tày" in done.stderr


def test_status_has_the_lists_of_the_day_and_what_is_odd():
    found = answer("status", "La Ha", "--as-of", "04/6/2022")
    states = {one["category"]: one["state"] for one in found["categories"]}
    assert states["specific_difficulties"] == "listed"
    assert any("10.157" in anomaly["vi"] for anomaly in found["anomalies"])
    text = words("status", "Ngái", "--as-of", "2022-06-04", "--lang", "en")
    assert "very small: yes, by Decision 2086/QĐ-TTg" in text
    assert "Note:" in text


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["show", "Thổ"], "people.ambiguous"),
        (["show", "24"], "people.code_scheme"),
        (["show", "99", "--codes", "2008"], "people.unknown_code"),
        (["show", "Không Có"], "people.unknown"),
        (["show", "Tày", "--as-of", "1970-01-01"], "people.no_list"),
        (["show", "Tày", "--as-of", "1970-01-01", "--format", "json"], "people.no_list"),
        (["show", "Tày", "--as-of", "mai"], "date.unreadable"),
        (["show", "24", "--codes", "1989"], None),
        (["find", "24"], "people.code_scheme"),
        (["find", "Tày", "--as-of", "1970-01-01"], "people.no_list"),
        (["status", "Thổ", "--as-of", "2022-06-04"], "people.ambiguous"),
        (["status", "Tày"], "argument.missing"),
        (["status", "Tày", "--as-of", "all"], "date.unreadable"),
        (["find"], None),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_unusable_input_gives_status_2_and_says_why(args, code, lang):
    done = group(*args, "--lang", lang)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Traceback" not in done.output
    if code:
        assert f"[{code}]" in done.stderr
        assert done.stderr.startswith("lỗi" if lang == "vi" else "error")
    if code == "people.ambiguous":
        assert "(tho-24), Tày (tay)" in done.stderr
    if code == "people.code_scheme":
        assert "--codes 1979" in done.stderr
