"""The report of a plan as a workbook: read back by another library than the one that wrote it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from dantoc_policy import InputError, plans
from dantoc_policy.interfaces.cli.app import app
from dantoc_policy.interfaces.plans.report import nations, plan_report, write_report
from dantoc_policy.plans.responsibilities import responsibilities

ROOT = Path(__file__).parents[2]
MADE_UP = ROOT / "examples" / "data" / "plan_observations_made_up.csv"
OURS = "thai-nguyen-2021"
DAY = dt.date(2025, 8, 1)
TITLES = {
    "vi": ["Chỉ tiêu", "Tiến độ", "Phân công", "Thời hạn", "Kinh phí", "So sánh", "Mâu thuẫn"],
    "en": ["Targets", "Progress", "Matrix", "Deadlines", "Funding", "Compare", "Conflicts"],
}


def read(path):
    """Give each sheet as its heading and its rows by heading."""
    book = openpyxl.load_workbook(path)
    found = {}
    for page in book:
        head, *rows = page.iter_rows(values_only=True)
        assert len(set(head)) == len(head), "two columns of one name"
        found[page.title] = [
            dict(zip(head, row, strict=True)) for row in rows if any(c is not None for c in row)
        ]
    return book, found


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.xlsx"
    plan = plans.get(OURS)
    measured = write_report(path, plan, as_of=DAY, observations=[MADE_UP])
    return plan, measured, *read(path)


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize("name", plans())
def test_every_plan_has_a_report_in_both_languages(tmp_path, name, locale):
    path = tmp_path / "report.xlsx"
    write_report(path, plans.get(name), as_of=DAY, locale=locale)
    book, _ = read(path)
    assert book.sheetnames == TITLES[locale]
    for page in book:
        assert page.freeze_panes is not None
        assert page.freeze_panes.endswith("2"), "the heading stays in sight"
        for cell in page[1]:
            assert cell.value
            assert cell.font.bold
            letter = cell.column_letter
            assert page.column_dimensions[letter].width >= 7
        assert all(cell.alignment.wrap_text for row in page.iter_rows(min_row=2) for cell in row
                   if isinstance(cell.value, str))  # fmt: skip


def test_targets(written):
    plan, _, _, sheets = written
    rows = sheets["Chỉ tiêu"]
    assert [row["Mã"] for row in rows] == [target.id for target in plan.targets]
    income = next(row for row in rows if row["Mã"] == "minority-income-2025")
    assert (income["Mức"], income["Giá trị"], income["Năm gốc"]) == ("> 2 lần năm 2020", 2, 2020)
    assert income["Chủ trì"] == "UBND các huyện, thị xã, thành phố"


def test_numbers_are_numbers_with_their_formats(written):
    _, measured, book, sheets = written
    page = book["Tiến độ"]
    head = [cell.value for cell in page[1]]
    [water] = [row for row in page.iter_rows(min_row=2) if row[0].value == "hygienic-water-2025"]
    cells = dict(zip(head, water, strict=True))
    assert (cells["Số liệu"].value, cells["Số liệu"].number_format) == (95.2, "#,##0.0##")
    assert cells["Đến hạn"].value.date() == dt.date(2025, 12, 31)
    assert cells["Đến hạn"].number_format == "dd/mm/yyyy"
    assert cells["Kết quả"].value == "đúng tiến độ"
    assert cells["Kết quả"].fill.fgColor.rgb == "FFE2F0D9"
    status = [row["Kết quả"] for row in sheets["Tiến độ"]]
    assert status == [found.status.text.vi for found in measured.targets]


def test_matrix_has_every_duty_and_the_heirs(written):
    plan, _, _, sheets = written
    rows = {(row["Loại"], row["Mã"]): row for row in sheets["Phân công"]}
    words = {"target": "chỉ tiêu", "task": "nhiệm vụ", "report": "báo cáo"}
    found = responsibilities(plan)
    names = {one.key: one.name for one in found.bodies}
    held = {"lead": "chủ trì", "coordinating": "phối hợp", "reports": "báo cáo"}
    held["receives"] = "nhận báo cáo"
    for duty in found.duties:
        assert held[duty.role] in rows[words[duty.kind], duty.of][names[duty.who.key]]
    poverty = rows["chỉ tiêu", "poverty-rate-2025"]["Kế tục, ngày 01/8/2025"]
    assert "→ Sở Nông nghiệp và Môi trường tỉnh Thái Nguyên" in poverty


def test_deadlines_are_those_of_all_years(written):
    _, _, _, sheets = written
    years = {row["Năm"] for row in sheets["Thời hạn"]}
    assert years == set(range(2021, 2031))
    days = [row["Ngày"] for row in sheets["Thời hạn"] if row["Loại"] == "chỉ tiêu đến hạn"]
    assert {day.year for day in days} == {2025, 2030}


def test_comparison_and_conflicts(written):
    plan, _, _, sheets = written
    rows = sheets["So sánh"]
    assert {row["So với"] for row in rows} == {one.id for one in nations(plan)}
    weaker = [row for row in rows if row["Kết quả"] == "thấp hơn"]
    assert weaker
    assert all(row["Chỉ tiêu được so"] for row in weaker)
    kinds = {row["Loại"] for row in sheets["Mâu thuẫn"]}
    assert kinds == {
        "trong một văn bản",
        "giữa văn bản của một địa bàn",
        "tranh chấp sau sáp nhập",
    }


def test_money(tmp_path):
    path = tmp_path / "report.xlsx"
    write_report(path, plans.get("bac-kan-review-2024"))
    book, sheets = read(path)
    rows = {row["Mã"]: row for row in sheets["Kinh phí"]}
    paid = rows["investment-disbursed"]
    assert (paid["Số tiền (đồng)"], paid["Cách nêu"]) == (94_000_000_000, ">")
    assert paid["Tỷ lệ đã in"] == 0.2
    assert round(paid["Tỷ lệ tính được"], 4) == 0.1967
    page = book["Kinh phí"]
    at = [cell.value for cell in page[1]].index("Tỷ lệ đã in")
    formats = {row[at].number_format for row in page.iter_rows(min_row=2) if row[at].value}
    assert formats == {"0.0%"}


def test_without_a_day_there_is_no_progress():
    sheets, measured = plan_report(plans.get(OURS), locale="en")
    assert measured is None
    [[said]] = sheets[1].rows
    assert "--as-of" in said
    assert not any("Heirs" in column.head.en for column in sheets[2].columns)


def test_against_a_plan_of_ones_choice():
    sheets, _ = plan_report(plans.get(OURS), against=[plans.get("bac-kan-2020")])
    assert {row[0] for row in sheets[5].rows} == {"bac-kan-2020"}


def test_a_report_is_an_excel_file(tmp_path):
    with pytest.raises(InputError) as caught:
        write_report(tmp_path / "report.csv", plans.get(OURS))
    assert caught.value.code == "report.format"


def command(*args):
    return CliRunner(env={"COLUMNS": "80"}).invoke(app, ["plan", "report", *map(str, args)])


def test_the_command_writes_it(tmp_path):
    path = tmp_path / "report.xlsx"
    done = command(OURS, "--out", path, "--observations", MADE_UP, "--as-of", "2024-12-31",
                   "--lang", "en")  # fmt: skip
    assert done.exit_code == 0, done.output
    assert str(path) in done.stdout
    assert openpyxl.load_workbook(path).sheetnames == TITLES["en"]


def test_the_command_tells_bad_rows_and_writes_still(tmp_path, sheet):
    path = tmp_path / "report.xlsx"
    bad = sheet("indicator,date,value,unit\nhygienic-watr,2024,5,%\n")
    done = command(OURS, "--out", path, "--observations", bad, "--as-of", "2024-12-31")
    assert done.exit_code == 1
    assert "hygienic-watr" in done.stderr
    assert path.exists()


def test_the_command_needs_a_file():
    done = command(OURS)
    assert done.exit_code == 2
    assert "--out" in done.stderr
