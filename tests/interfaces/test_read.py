from __future__ import annotations

import json
from decimal import Decimal

import openpyxl
import polars as pl
import pytest
import xlsxwriter

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.files.read import open_file
from dantoc_policy.interfaces.files.table import unique
from dantoc_policy.places.commune import Commune
from dantoc_policy.places.village import Village


def records(path, record=Commune, **options):
    columns = open_file(path, record, **options)
    return [columns.read(row) for row in columns.table.scan()]


def only(path, record=Commune, **options):
    found = records(path, record, **options)
    assert len(found) == 1
    read, problems = found[0]
    assert not problems, problems
    return read


# --- csv ----------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_of_every_kind(sheet, delimiter, encoding):
    text = "Tên xã|Số hộ|Tỷ lệ hộ nghèo (%)\nTư|1.383|“21,43”\n".replace("“", '"').replace("”", '"')
    record = only(sheet(text.replace("|", delimiter), encoding=encoding))
    assert (record.name, record.households, record.poor_rate) == ("Tư", 1383, Decimal("21.43"))


def test_titles_above_the_header_and_a_row_that_numbers_the_columns(sheet):
    path = sheet(
        "BIỂU TỔNG HỢP;;;;\n;;;;\nTên xã;Số hộ;Số hộ DTTS;Số hộ nghèo;Tỷ lệ hộ nghèo (%)\n"
        "A;1;2;3;4=3/1\nTư;1.000;200;50;5,0\n"
    )
    columns = open_file(path, Commune)
    rows = list(columns.table.scan())
    assert [row.number for row in rows] == [5]
    assert columns.read(rows[0])[0].households == 1000


def test_a_header_of_two_rows(sheet):
    path = sheet(
        "Tên xã,Số hộ,Hộ nghèo,,Hộ cận nghèo,\n,,Số hộ,Tỷ lệ (%),Số hộ,Ghi chú\n"
        'Tư,1000,300,"30,0",20,abc\n'
    )
    record = only(path)
    assert (record.households, record.poor_households, record.near_poor_households) == (
        1000,
        300,
        20,
    )
    assert record.poor_rate == 30


def test_a_title_right_above_the_header_is_no_part_of_it(sheet):
    path = sheet("UBND HUYỆN A,,CỘNG HÒA\nTên xã,Số hộ,Số hộ nghèo\nTư,100,5\n")
    assert open_file(path, Commune).table.columns == ("Tên xã", "Số hộ", "Số hộ nghèo")


def test_what_stands_above_decides_what_is_counted(sheet):
    record = only(sheet(",Hộ nghèo,\nTên xã,Số hộ,Ghi chú\nTư,5,\n"))
    assert (record.households, record.poor_households) == (None, 5)


def test_the_style_of_a_column_decides_what_one_cell_leaves_open(sheet):
    head = "name,road_to_district_km,poor_rate\n"
    first, second = records(sheet(head + 'A,"1.984","2,5"\nB,"12,5","3,5"\n'))
    assert first[0].road_to_district_km == 1984
    assert second[0].road_to_district_km == Decimal("12.5")


def test_a_number_that_reads_two_ways_is_read_with_a_warning(sheet):
    record, problems = records(sheet("name,road_to_district_km\nA,1.984\n"))[0]
    assert record.road_to_district_km == Decimal("1.984")
    assert [problem.code for problem in problems] == ["number.two_ways"]
    assert problems[0].place == "B2 (road_to_district_km)"


def test_counts_with_dots_beside_rates_with_dots(sheet):
    record = only(sheet("name,households,poor_rate\nA,1.383,5.92\n"))
    assert (record.households, record.poor_rate) == (1383, Decimal("5.92"))


def test_companion_columns_are_bounds(sheet):
    record = only(sheet("name,poor_rate,poor_rate_above,households_at_most\nA,,50,900\n"))
    assert record.poor_rate.low == 50
    assert record.poor_rate.low_open
    assert record.households.high == 900


def test_a_figure_that_contradicts_its_bounds_is_not_known(sheet):
    record, problems = records(sheet("name,poor_rate,poor_rate_above\nA,40,50\n"))[0]
    assert record.poor_rate is None
    assert [problem.code for problem in problems] == ["bounds.contradicted"]


def test_a_bad_cell_is_a_problem_and_the_rest_is_read(sheet):
    path = sheet("name,households,poor_rate,minority_share\nA,nhiều,150,-3\n")
    record, problems = records(path)[0]
    assert record.name == "A"
    assert (record.households, record.poor_rate, record.minority_share) == (None, None, None)
    assert {problem.place for problem in problems} == {
        "B2 (households)",
        "C2 (poor_rate)",
        "D2 (minority_share)",
    }
    assert all(problem.vi and problem.en for problem in problems)


def test_figures_that_contradict_each_other_are_not_computed(sheet):
    record, problems = records(sheet("name,households,poor_households\nA,100,200\n"))[0]
    assert record is None
    assert {problem.code for problem in problems} == {"facts.inconsistent"}


def test_a_row_too_long_is_not_computed_but_kept(sheet):
    columns = open_file(sheet("name,households,poor_rate\nA,100,5,92\nB,100,5\nC,7\n"), Commune)
    rows = list(columns.table.scan())
    assert columns.table.columns == ("name", "households", "poor_rate", "column_4")
    assert rows[0].cells == ("A", "100", "5", "92")
    assert columns.read(rows[0])[0] is None
    assert columns.read(rows[1])[0].poor_rate == 5
    assert [problem.code for problem in columns.read(rows[2])[1]] == ["row.too_short"]


def test_a_line_of_totals_is_told(sheet):
    found = records(sheet("Tên xã,Số hộ\nTư,5\nTổng cộng,5\n"))
    assert [problem.code for problem in found[1][1]] == ["row.looks_like_total"]


def test_unknown_columns_are_named(sheet):
    columns = open_file(sheet("STT,Tên xã,Số hộ,Ghi chú,Ghi chú\n1,A,5,x,y\n"), Commune)
    assert columns.unknown == ("STT", "Ghi chú", "Ghi chú (2)")


def test_names_become_unique():
    assert unique(["a", "a", "", "column_3"]) == ("a", "a (2)", "column_3 (2)", "column_3")


# --- what cannot be used --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"", "file.empty"),
        ("a.csv", b"foo,bar\n1,2\n", "file.no_header"),
        ("a.csv", b"name,code\nA,1\n", "file.no_header"),
        ("a.csv", "Tên xã,Số hộ\nA,1\n".encode("utf-16"), "file.encoding"),
        ("a.csv", b"name,households\nT\xc7\xff,1\n", "file.encoding"),
        ("a.csv", b'name,households\n"A,1\nB,2\n', "csv.unreadable"),
        ("a.csv", "Số hộ,Tổng số hộ\n1,2\n".encode(), "heading.doubled"),
        ("a.xlsx", b"no zip", "xlsx.unreadable"),
        ("a.parquet", b"no parquet", "parquet.unreadable"),
        ("a.json", b"{", "json.unreadable"),
        ("a.json", b'{"households": 1}', "json.not_an_array"),
        ("a.json", b"[]", "file.empty"),
        ("a.jsonl", b"\xff\xfe", "file.encoding"),
        ("a.jsonl", b'{"foo": 1}', "file.no_header"),
        ("a.doc", b"", "file.unknown_format"),
        ("a.xls", b"", "file.unknown_format"),
    ],
)
def test_unusable_files(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError) as error:
        open_file(path, Commune)
    assert error.value.code == code
    assert error.value.message("vi")
    assert error.value.message("en")


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(InputError, match=r"file\.missing"):
        open_file(tmp_path / "none.csv", Commune)
    (tmp_path / "d.csv").mkdir()
    with pytest.raises(InputError, match=r"file\.not_a_file"):
        open_file(tmp_path / "d.csv", Commune)


# --- Excel ----------------------------------------------------------------------------------


def test_excel_by_xlsxwriter_with_titles_two_header_rows_and_percent_cells(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Bìa").write(0, 0, "Kính gửi")
        sheet = book.add_worksheet("Số liệu")
        percent = book.add_format({"num_format": "0.00%"})
        sheet.merge_range("B2:H2", "TỔNG HỢP SỐ LIỆU NĂM 2020")
        sheet.merge_range("B4:B5", "TT")
        sheet.merge_range("C4:C5", "Tỉnh")
        sheet.merge_range("D4:D5", "Tên xã")
        sheet.merge_range("E4:E5", "Số hộ")
        sheet.merge_range("F4:G4", "Hộ nghèo")
        sheet.write("F5", "Số hộ")
        sheet.write("G5", "Tỷ lệ (%)")
        sheet.merge_range("H4:H5", "Tỷ lệ hộ DTTS (%)")
        sheet.merge_range("C6:C7", "Sóc Trăng")
        sheet.write_row("D6", ["A", 1000, 150])
        sheet.write("G6", 0.15, percent)
        sheet.write("H6", "92,5")
        sheet.write_row("D7", ["B", "1.200", ">100"])
        sheet.write_formula("G7", "=1/0", None, "#DIV/0!")
        sheet.write("H7", 40)
    columns = open_file(path, Commune)
    assert columns.table.sheet == "Số liệu"
    assert columns.table.columns[3:6] == ("Số hộ", "Hộ nghèo - Số hộ", "Hộ nghèo - Tỷ lệ (%)")
    rows = list(columns.table.scan())
    assert [row.number for row in rows] == [6, 7]
    (first, no_problems), (second, problems) = map(columns.read, rows)
    assert not no_problems
    assert (first.poor_households, first.poor_rate) == (150, 15)
    assert first.minority_share == Decimal("92.5")
    assert (second.households, second.poor_households.low) == (1200, 100)
    assert second.province == first.province == "Sóc Trăng"
    assert [(problem.code, problem.place) for problem in problems] == [
        ("cell.excel_error", "G7 (Hộ nghèo - Tỷ lệ (%))")
    ]


def test_excel_by_openpyxl_keeps_typed_numbers_apart_from_texts(tmp_path):
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Tên xã", "Số hộ", "Tỷ lệ hộ nghèo (%)", "Đạt chuẩn NTM", "Ngày số liệu"])
    sheet.append(["A", "1.383", 1.383, True, "2020"])
    sheet.append(["B", 1383, "21,4", "chưa", 2020])
    sheet.append([None, None, None, None, None])
    sheet.append(["C", "không rõ", 5, "x", None])
    book.save(path)
    columns = open_file(path, Commune)
    found = [columns.read(row) for row in columns.table.scan()]
    assert [bool(problems) for _, problems in found] == [False] * 4
    assert [record.households for record, _ in found] == [1383, 1383, None, None]
    assert [record.poor_rate for record, _ in found] == [
        Decimal("1.383"),
        Decimal("21.4"),
        None,
        5,
    ]
    assert [record.meets_new_rural_standard for record, _ in found] == [True, False, None, True]


def test_excel_sheet_by_name(tmp_path):
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Tên xã", "Số hộ"])
    book.active.append(["A", 1])
    other = book.create_sheet("Năm 2021")
    other.append(["Tên xã", "Số hộ"])
    other.append(["A", 2])
    book.save(path)
    assert only(path).households == 1
    assert only(path, sheet="Năm 2021").households == 2
    with pytest.raises(InputError, match=r"xlsx\.no_sheet"):
        open_file(path, Commune, sheet="Năm 2022")


# --- Parquet and JSON -----------------------------------------------------------------------


def test_parquet_with_numbers_and_with_texts(tmp_path):
    path = tmp_path / "a.parquet"
    pl.DataFrame(
        {"Tên xã": ["A", "B"], "Số hộ": [1383, None], "Tỷ lệ hộ nghèo (%)": ["21,43", ">50"]}
    ).write_parquet(path)
    (first, _), (second, _) = records(path)
    assert (first.households, first.poor_rate) == (1383, Decimal("21.43"))
    assert (second.households, second.poor_rate.low) == (None, 50)


def test_json_and_jsonl(tmp_path):
    rows = [
        {"name": "A", "households": 1383, "poor_rate": 21.43},
        {"name": "B", "poor_rate": {"above": 50}, "meets_new_rural_standard": True},
    ]
    (tmp_path / "a.json").write_text(json.dumps(rows), "utf-8")
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n\nkhông phải\n[1]\n")
    for name in ("a.json", "a.jsonl"):
        found = records(tmp_path / name)
        assert found[0][0].poor_rate == Decimal("21.43")
        assert found[1][0].poor_rate.low == 50
    broken = records(tmp_path / "a.jsonl")[2:]
    assert [record for record, _ in broken] == [None, None]
    assert {problem.code for _, problems in broken for problem in problems} == {"row.unreadable"}


def test_villages(sheet):
    found = only(
        sheet("Tên thôn,Xã,Số hộ,Có điện lưới\nKhuổi Mèo,Bản Thi,40,không\n"), record=Village
    )
    assert (found.name, found.commune, found.has_national_grid) == ("Khuổi Mèo", "Bản Thi", False)
