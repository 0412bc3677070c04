"""`dantoc place import`: summaries, problems by row, files written, exit statuses."""

from __future__ import annotations

import json
from importlib.util import find_spec

import pytest
import typer
from typer.testing import CliRunner

from dantoc_policy.interfaces.cli.place_import import import_list
from dantoc_policy.interfaces.list_file import load_official_list
from dantoc_policy.places.package_tables import package_name

LIST = "Tên xã;Huyện;Tỉnh;Khu vực;Số thôn ĐBKK\nThanh Mai;Chợ Mới;Bắc Kạn;KV III;4\n"
WRONG = LIST + "Atlantis;Chợ Mới;Bắc Kạn;III;1\nCao Kỳ;Chợ Mới;Bắc Kạn;II;1\n"
OF_861 = ("--instrument", "861/QĐ-TTg", "--valid-from", "04/6/2021")

app = typer.Typer()
app.command("import")(import_list)


def run(*args, width="100"):
    return CliRunner(env={"COLUMNS": width}).invoke(app, [*map(str, args)])


@pytest.fixture
def good(sheet):
    return sheet(LIST, "good.csv", "utf-8-sig")


@pytest.fixture
def wrong(sheet):
    return sheet(WRONG, "wrong.csv", "utf-8-sig")


def test_a_good_list_is_summed_up(good):
    done = run(good, *OF_861)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("Danh sách theo Quyết định 861/QĐ-TTg\n")
    assert "từ 04/6/2021" in done.stdout
    assert "Theo dòng" not in done.stdout
    assert "list.total_differs" in done.stdout


def test_every_wrong_row_is_told_and_the_exit_status_is_1(wrong):
    done = run(wrong, *OF_861)
    assert done.exit_code == 1
    assert "lỗi [place.unknown]" in done.stdout
    assert "cảnh báo [list.differs_from_other]" in done.stdout
    english = run(wrong, *OF_861, "--lang", "en")
    assert "error [place.unknown]" in english.stdout
    assert "Rows" in english.stdout


def test_notes_are_given_once_with_their_number(sheet):
    rows = "Tên xã,Tỉnh,KV\nNậm Ban,Lai Châu,III\nHua Bum,Lai Châu,III\n"
    done = run(sheet(rows, "list.csv"), *OF_861)
    assert done.exit_code == 0
    assert "2 dòng: thư viện chưa có đủ các xã của tỉnh Lai Châu" in " ".join(done.stdout.split())


@pytest.mark.parametrize("name", ["out.json", "out.csv"])
def test_what_is_written_needs_no_options_to_be_read(good, tmp_path, name):
    out = tmp_path / name
    done = run(good, *OF_861, "--valid-until", "2026-01-28", "-o", out)
    assert done.exit_code == 0
    assert f"Đã ghi: {out}" in done.stdout
    assert load_official_list(out).list.valid.end.isoformat() == "2026-01-28"
    again = run(out, "--format", "json")
    assert json.loads(again.stdout)["valid"] == "2021-06-04..2026-01-28"


def test_data_have_stdout_to_themselves(wrong, tmp_path):
    done = run(wrong, *OF_861, "--format", "json", "-o", tmp_path / "out.json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert (found["rows"], found["loaded"], found["with_errors"]) == (3, 2, 1)
    assert [row["row"] for row in found["entries"]] == [2, 3, 4]
    lines = run(wrong, *OF_861, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(text)["row"] for text in lines] == [2, 3, 4]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--valid-from", "2021-06-04"), "list.no_instrument"),
        (("--instrument", "861/QĐ-TTg"), "list.no_first_day"),
        (("--instrument", "861", "--valid-from", "2021-06-04"), "number.unreadable"),
        (("--instrument", "861/QĐ-TTg", "--valid-from", "6/2021"), "date.unreadable"),
        ((*OF_861, "-o", "out.xlsx"), "list.format"),
        ((*OF_861, "--valid-until", "2020-01-01"), "period.reversed"),
        ((*OF_861, "--sheet", "Sheet1"), "sheet.not_excel"),
    ],
)
def test_what_cannot_be_used_at_all_is_one_line_and_status_2(good, options, code):
    done = run(good, *options)
    assert done.exit_code == 2
    assert f"[{code}]" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_unknown_headings_name_those_of_lists(sheet):
    done = run(sheet("a,b\nc,d\n", "list.csv"), *OF_861)
    assert done.exit_code == 2
    assert "[file.no_header]" in done.stderr
    assert "Khu vực" in done.stderr
    assert "dantoc place import --template" in done.stderr
    assert "classify" not in done.stderr


def test_an_unknown_province_of_all_rows_is_told_once(sheet):
    path = sheet("Tên xã,KV\nThanh Vận,III\nHòa Mục,III\n", "list.csv")
    done = run(path, *OF_861, "--province", "Xyz")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "[place.unknown] --province:" in done.stderr


def test_a_line_of_totals_may_say_so_where_rows_have_their_number(sheet):
    rows = "STT,Tên xã,KV,Số thôn ĐBKK\n1,Thanh Vận,III,3\nTổng cộng:,,,3\n"
    done = run(sheet(rows, "list.csv"), *OF_861, "--province", "Bắc Kạn", "--format", "json")
    assert done.exit_code == 0
    assert [
        [problem["code"] for problem in row["problems"]]
        for row in json.loads(done.stdout)["entries"]
    ][1:] == [["list.total_row"]]


def test_the_input_is_never_written_over(good):
    before = good.read_bytes()
    done = run(good, *OF_861, "-o", good)
    assert (done.exit_code, good.read_bytes()) == (2, before)


def test_without_a_file():
    assert "[argument.missing]" in run().stderr


def test_the_day_of_the_names_and_the_province_of_all_rows(sheet):
    path = sheet("Tên xã,KV\nTân Kỳ,III\n", "list.csv")
    done = run(path, *OF_861, "--as-of", "2025-07-01", "--province", "Thái Nguyên")
    assert done.exit_code == 0, done.output
    assert "Tên xã theo ngày" in done.stdout


def test_an_empty_sheet(tmp_path):
    out = tmp_path / "mau.xlsx"
    done = run("--template", out)
    assert done.exit_code == 0
    assert out.exists()
    assert f"Đã ghi mẫu trống: {out}" in done.stdout


@pytest.mark.skipif(find_spec(package_name()) is None, reason="the package is not installed")
def test_the_communes_of_all_provinces(sheet):
    path = sheet("Tên xã,Tỉnh,KV\nNậm Ban,Lai Châu,III\nAtlantis,Lai Châu,III\n", "list.csv")
    done = run(path, *OF_861, "--whole-country", "--as-of", "30/6/2025", "--format", "json")
    assert done.exit_code == 1
    found, unknown = json.loads(done.stdout)["entries"]
    assert found["entry"]["place"].startswith("vn:xa:")
    assert [problem["code"] for problem in unknown["problems"]] == ["place.unknown"]
    # The package does not say which units there were in 2021, so that a name may be right.
    found, kept = json.loads(run(path, *OF_861, "--whole-country", "--format", "json").stdout)[
        "entries"
    ]
    assert [problem["code"] for problem in kept["problems"]] == ["list.unit_not_held"]
