from __future__ import annotations

import csv
import json
import os
import subprocess
import sys

import jsonschema
import openpyxl
import polars as pl
import pytest
from typer.testing import CliRunner

from dantoc_policy import Commune
from dantoc_policy.instruments.classify import UNITS
from dantoc_policy.interfaces.cli.app import app
from dantoc_policy.interfaces.files.columns import fact_finder
from dantoc_policy.interfaces.files.template import template_columns

KEYS = {
    *("row", "name", "outcome", "possible", "verdict", "provisions", "missing", "problems"),
    *("instrument", "as_of", "readings"),
}


def run(*args, width="100"):
    return CliRunner(env={"COLUMNS": width}).invoke(app, list(map(str, args)))


def classify(*args, **options):
    return run("classify", *args, "--as-of", "2021-06-04", **options)


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_table_fits_the_screen(cases, width, lang):
    done = classify(cases, "--lang", lang, width=width)
    assert done.exit_code == 0
    assert max(map(len, done.stdout.splitlines())) <= int(width)
    words = ("chưa xác định", "khu vực I") if lang == "vi" else ("undetermined", "region I")
    for word in (*words, "Hòa Bắc", "Ch'Ơm", "figures.other_poverty_standard", "official_list"):
        assert word in done.stdout


def test_jsonl(cases):
    done = classify(cases, "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) == 14
    assert all(record.keys() >= KEYS for record in records)
    assert records[0]["outcome"] == "I"
    assert records[0]["input"]["id"] == "C01"
    problem = records[1]["problems"][0]
    assert problem.keys() >= {"code", "severity", "place", "vi", "en", "mend_vi", "mend_en"}
    assert "Số dòng: 14" in done.stderr
    assert json.loads(classify(cases, "--format", "json", "-q").stdout) == records


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet", "json", "jsonl"])
def test_output_files(cases, tmp_path, ending):
    target = tmp_path / f"out.{ending}"
    done = classify(cases, "-o", target)
    assert done.exit_code == 0, done.output
    with cases.open(encoding="utf-8") as file:
        given = list(csv.DictReader(file))
    if ending == "csv":
        with target.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
    elif ending == "xlsx":
        header, *lines = openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True)
        rows = [dict(zip(header, line, strict=True)) for line in lines]
    elif ending == "parquet":
        rows = pl.read_parquet(target).to_dicts()
    elif ending == "json":
        rows = json.loads(target.read_text("utf-8"))
    else:
        rows = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert len(rows) == len(given)
    assert list(rows[0])[: len(given[0])] == list(given[0])
    for row, before in zip(rows, given, strict=True):
        assert {key: row[key] or "" for key in before} == before
    assert [row["outcome"] or None for row in rows] == ["I", *[None] * 12, "I"]
    assert {"possible", "verdict", "provisions", "missing", "problems"} <= set(rows[0])


def test_typed_cells_stay_typed_in_excel_and_parquet(tmp_path):
    path = tmp_path / "in.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Tên xã", "Số hộ", "Tỷ lệ hộ nghèo (%)", "Mã xã"])
    book.active.append(["A", 1383, 0.25, "00123"])
    book.active["C2"].number_format = "0.0%"
    book.save(path)
    assert classify(path, "-o", tmp_path / "out.xlsx").exit_code == 0
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2]][:4] == ["A", 1383, 0.25, "00123"]
    assert "%" in sheet["C2"].number_format
    assert "III" in sheet["F2"].value
    assert classify(path, "-o", tmp_path / "out.parquet").exit_code == 0
    assert pl.read_parquet(tmp_path / "out.parquet").schema["Số hộ"] == pl.Int64


def test_a_csv_is_answered_by_a_csv_of_its_kind(sheet, tmp_path):
    path = sheet("Tên xã;Số hộ;Tỷ lệ hộ nghèo (%)\nTư;1.383;5,93\n", encoding="utf-8-sig")
    assert classify(path, "-o", tmp_path / "out.csv").exit_code == 0
    raw = (tmp_path / "out.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert "Tư;1.383;5,93;".encode() in raw


def test_errors_in_rows_give_status_1_and_lose_nothing(sheet):
    path = sheet("name,households,poor_households\nA,nhiều,1\nB,1,2\nC,5,1\n")
    done = classify(path, "--format", "jsonl")
    assert done.exit_code == 1
    assert [json.loads(line)["name"] for line in done.stdout.splitlines()] == ["A", "B", "C"]
    assert classify(path).exit_code == 1
    assert classify(path, "--explain", "3").exit_code == 1


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["none.csv", "--as-of", "2021-06-04"], "file.missing"),
        (["CASES"], "argument.missing"),
        (["--as-of", "2021-06-04"], "argument.missing"),
        (["CASES", "--as-of", "hôm nay"], "date.unreadable"),
        (["CASES", "--as-of", "2021-13-04"], "date.unreadable"),
        (["CASES", "--as-of", "1999-01-01"], "instrument.none_in_force"),
        (["CASES", "--as-of", "2021-06-04", "--instrument", "1/2"], "instrument.unknown"),
        (["CASES", "--as-of", "2021-06-04", "--reading", "A33-3"], "reading.unreadable"),
        (["CASES", "--as-of", "2021-06-04", "--reading", "A33-3=R7"], "reading.unknown"),
        (["CASES", "--as-of", "2021-06-04", "--sheet", "x"], "sheet.not_excel"),
        (["CASES", "--as-of", "2021-06-04", "--explain", "99"], "row.not_found"),
        (["CASES", "--as-of", "2021-06-04", "-o", "a.doc"], "file.unknown_format"),
        (["CASES", "--as-of", "2021-06-04", "-o", "none/a.csv"], "output.no_folder"),
        (["CASES", "--as-of", "2021-06-04", "--unit", "district"], None),
        (["CASES", "--as-of", "2021-06-04", "--nonsense"], None),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_unusable_input_gives_status_2_and_says_why(cases, args, code, lang):
    given = [str(cases) if arg == "CASES" else arg for arg in args]
    done = run("classify", *given, "--lang", lang)
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert not done.stdout
    if code:
        assert f"[{code}]" in done.stderr
        assert done.stderr.startswith("lỗi" if lang == "vi" else "error")


def test_explain(cases):
    done = classify(cases, "--explain", "2")
    assert done.exit_code == 0
    assert done.stdout.startswith("Hòa Bắc: khu vực I")
    assert "khoản 2 Điều 4" in done.stdout
    by_name = classify(cases, "--explain", "ch'ơm", "--lang", "en")
    assert by_name.stdout.startswith("Ch'Ơm: undetermined")
    record = json.loads(classify(cases, "--explain", "2", "--format", "json").stdout)
    assert record["findings"]


def test_readings_and_instrument_are_used(sheet):
    path = sheet("name,minority_share,poor_rate,poor_minority_households,province\n"
                 "A,40,8,200,Sóc Trăng\n")  # fmt: skip
    args = ("--format", "jsonl", "-q")
    assert json.loads(classify(path, *args).stdout)["possible"] == ["III", "I"]
    second = json.loads(classify(path, *args, "--reading", "A33-3=R2").stdout)
    assert (second["outcome"], second["readings"]["A33-3"]) == ("I", "R2")
    old = json.loads(classify(path, *args, "--instrument", "50/2016/QĐ-TTg").stdout)
    assert old["instrument"] == "50/2016/QĐ-TTg"
    assert "instrument.not_in_force" in {problem["code"] for problem in old["problems"]}


@pytest.mark.parametrize("unit", list(UNITS))
def test_template_headings_are_read_back(unit):
    find = fact_finder(UNITS[unit])
    for column in template_columns(unit):
        assert find(column.heading) == column.fact


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_filled_template_is_classified(tmp_path, ending):
    path = tmp_path / f"mau.{ending}"
    assert run("classify", "--template", "commune", "-o", path).exit_code == 0
    figures = {"name": "Hòa Bắc", "households": 1383, "minority_households": 248,
               "poor_rate": 5.92, "meets_new_rural_standard": "có"}  # fmt: skip
    columns = template_columns("commune")
    row = [figures.get(column.fact) for column in columns]
    if ending == "csv":
        with path.open("a", encoding="utf-8", newline="") as file:
            csv.writer(file).writerow(row)
    else:
        book = openpyxl.load_workbook(path)
        assert book.sheetnames == ["Xã", "Ghi chú"]
        assert book["Xã"].data_validations.dataValidation
        notes = list(book["Ghi chú"].iter_rows(values_only=True))
        assert any(line[:3] == ("Số hộ", "households", "hộ") for line in notes)
        for at, cell in enumerate(row, 1):
            book["Xã"].cell(2, at, cell)
        book.save(path)
    done = classify(path, "--format", "jsonl", "-q")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["outcome"] == "I"


def test_a_template_for_one_instrument_asks_for_less(tmp_path):
    full, own = template_columns("commune"), tmp_path / "own.csv"
    assert (
        run("classify", "--template", "commune", "--as-of", "2021-06-04", "-o", own).exit_code == 0
    )
    headings = own.read_text("utf-8-sig").strip().split(",")
    assert "Số hộ nghèo" in headings
    assert len(headings) < len(full) / 2


def test_schema_and_rule_and_version():
    schema = json.loads(run("schema", "commune").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({"households": 5, "poor_rate": {"above": 50}}, schema)
    assert set(schema["properties"]) == set(Commune.model_fields)
    assert "khu vực III (Điều 3)" in run("rule", "33/2020/QĐ-TTg", "commune").stdout
    assert run("rule", "qd_33_2020", "village", "--lang", "en", "--markdown").stdout.startswith(
        "**"
    )
    assert run("rule", "33/2020/QĐ-TTg", "province").exit_code == 2
    assert run("--version").stdout.startswith("dantoc-policy ")


def process(*args, **env):
    return subprocess.run(
        [sys.executable, "-m", "dantoc_policy", *map(str, args)],
        capture_output=True, check=False, text=True, encoding="utf-8", env=os.environ | env,
    )  # fmt: skip


def test_as_a_process(cases):
    done = process("classify", cases, "--as-of", "04/6/2021", LC_ALL="C", COLUMNS="80")
    assert done.returncode == 0
    assert "Hòa Bắc" in done.stdout
    done = process("classify", cases)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--as-of" in done.stderr


def test_help_needs_none_of_the_heavy_packages():
    code = (
        "import sys\nfrom dantoc_policy.interfaces.cli import main\nsys.argv[1:] = ['--help']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(sorted({'pydantic', 'polars', 'babel', 'attrs', 'fastexcel'} & set(sys.modules)),"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, encoding="utf-8"
    )
    assert "pydantic" not in done.stderr
    assert "polars" not in done.stderr


@pytest.mark.parametrize(
    ("package", "args", "extra"),
    [
        ("typer", ["--help"], "cli"),
        ("fastexcel", ["classify", "a.xlsx", "--as-of", "2021-06-04"], "tables"),
        ("polars", ["classify", "a.parquet", "--as-of", "2021-06-04"], "tables"),
        ("xlsxwriter", ["classify", "--template", "commune", "-o", "b.xlsx"], "tables"),
    ],
)
def test_a_missing_extra_is_told_with_the_command_that_brings_it(tmp_path, package, args, extra):
    for name in ("a.xlsx", "a.parquet"):
        (tmp_path / name).write_bytes(b"")
    code = (
        f"import sys\nsys.modules[{package!r}] = None\nsys.argv[1:] = {args!r}\n"
        "from dantoc_policy.interfaces.cli import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, check=False, text=True, encoding="utf-8", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 2
    assert f'pip install "dantoc-policy[{extra}]"' in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("example", ["demo.py", "classify_one.py"])
def test_examples_run(cases, example):
    done = subprocess.run(
        [sys.executable, cases.parents[1] / example],
        capture_output=True, check=True, text=True, encoding="utf-8",
        env=os.environ | {"COLUMNS": "100"},
    )  # fmt: skip
    assert "Hòa Bắc: khu vực I" in done.stdout
    if example == "demo.py":
        assert "Ch'Ơm: chưa xác định" in done.stdout
        assert "1.308" in done.stdout
        assert "0 xã khác" in done.stdout
