"""Official lists of somebody's own: files as offices make them, every kind of wrong row, status."""

import csv
import datetime as dt
import json

import openpyxl
import polars as pl
import pytest

from dantoc_policy.errors import InputError
from dantoc_policy.interfaces.list_file import load_official_list, with_list_files
from dantoc_policy.interfaces.list_write import write_list, write_list_template
from dantoc_policy.places.library import places
from dantoc_policy.places.list_check import GivenRow, check_list
from dantoc_policy.places.official_entry import ListEntry, read_names, read_region
from dantoc_policy.places.official_list import COUNTRY, REGIONS
from dantoc_policy.values.period import Period

DAY = dt.date(2021, 6, 4)
LISTS = places.official_lists
HEADINGS = ("Tên xã", "Huyện", "Tỉnh", "Khu vực", "Số thôn ĐBKK")
PACKAGED = [
    entry
    for entry in LISTS.entries_of("qd-861-2021")
    if entry.province in ("06", "19") and DAY in entry.valid
]
NEW = dt.date(2026, 1, 29)


def line(entry, region=None):
    """Write a packaged entry as a row of a sheet."""
    district = "" if entry.district is None else places.get(entry.district, DAY).text()
    province = {"06": "Bắc Kạn", "19": "Thái Nguyên"}[entry.province]
    return (entry.text(), district, province, region or entry.region, 1)


def as_csv(path, rows, headings=HEADINGS, *, delimiter=",", encoding="utf-8-sig"):
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([headings, *rows])
    return path


def as_excel(path, rows, headings=HEADINGS):
    book = openpyxl.Workbook()
    for row in ((), ("DANH SÁCH XÃ KHU VỰC I, II, III",), (), headings, *rows):
        book.active.append(row)
    book.save(path)
    return path


def loaded(path, **more):
    return load_official_list(path, "861/QĐ-TTg", DAY, **more)


@pytest.fixture
def sheet(tmp_path):
    """Write rows as a csv, load it as a list of decision 861, and give what was found."""

    def load(*rows, headings=HEADINGS, **more):
        return loaded(as_csv(tmp_path / "list.csv", rows, headings), **more)

    return load


def codes(checked):
    return [[problem.code for problem in row.problems] for row in checked.rows]


def only(checked):
    assert len(checked.entries) == 1, codes(checked)
    return checked.entries[0]


# --- Whole files -------------------------------------------------------------------------------
@pytest.mark.parametrize("form", ["csv", "semicolon", "xlsx", "json", "parquet"])
def test_the_packaged_communes_come_back_from_every_kind_of_file(tmp_path, form):
    rows = [line(entry) for entry in PACKAGED]
    if form == "xlsx":
        path = as_excel(tmp_path / "list.xlsx", rows)
    elif form == "json":
        path = tmp_path / "list.json"
        path.write_text(json.dumps([dict(zip(HEADINGS, row, strict=True)) for row in rows]))
    elif form == "parquet":
        path = tmp_path / "list.parquet"
        pl.DataFrame(rows, schema=list(HEADINGS), orient="row").write_parquet(path)
    else:
        path = as_csv(tmp_path / "list.csv", rows, delimiter=";" if form == "semicolon" else ",")
    checked = loaded(path)
    assert codes(checked) == [[]] * len(PACKAGED)
    assert [(e.place, e.region, e.district) for e in checked.entries] == [
        (e.place, e.region, e.district) for e in PACKAGED
    ]
    assert checked.list.valid == Period(DAY, None)
    assert checked.list.own == {"06", "19"}
    assert {entry.source for entry in checked.entries} == {f"caller/{path.name}"}


def test_rows_under_headings_of_districts_and_lines_of_totals(tmp_path):
    rows = [("I", "TỈNH BẮC KẠN", "", 20), ("1", "HUYỆN CHỢ ĐỒN", "", 9)]
    rows += [("", "Xã Tân Lập", "KV III", 5), ("2", "Huyện Chợ Mới", "", "")]
    rows += [("", "Thanh Mai", "Khu vực III", 4), ("", "Tổng cộng", "", 9)]
    path = as_csv(tmp_path / "list.csv", rows, ("TT", "Tên huyện, xã", "Khu vực", "Ghi chú"))
    checked = loaded(path)
    assert [(e.name, e.district) for e in checked.entries] == [
        ("Tân Lập", "064"),
        ("Thanh Mai", "065"),
    ]
    assert codes(checked) == [[], [], ["list.total_row"]]
    assert [row.number for row in checked.rows] == [4, 6, 7]


def test_a_district_merged_over_its_communes(tmp_path):
    path = as_excel(
        tmp_path / "list.xlsx",
        [("Huyện Chợ Đồn", "Tân Lập", "III"), (None, "Bản Thi", "III")],
        ("Huyện", "Xã", "Khu vực"),
    )
    book = openpyxl.load_workbook(path)
    book.active.merge_cells("A5:A6")
    book.save(path)
    checked = loaded(path)
    assert [entry.district for entry in checked.entries] == ["064", "064"]


def test_codes_that_lost_their_zeros_in_excel(tmp_path):
    path = as_excel(tmp_path / "l.xlsx", [(2101, "Thanh Mai", 3)], ("Mã xã", "Tên xã", "KV"))
    found = only(loaded(path))
    assert (found.place, found.region) == ("vn:xa:02101@2004", "III")


def test_names_that_are_communes_although_they_begin_like_a_type(tmp_path):
    path = as_csv(
        tmp_path / "l.csv", [("Quan Triều", "Thái Nguyên", "I")], (*HEADINGS[::2][:2], "KV")
    )
    assert only(loaded(path)).name == "Quan Triều"


# --- What a row says ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "region"),
    [
        *((text, "III") for text in ("III", "iii", "3", 3, 3.0, "KV III", "KV3", "Khu vực III.")),
        *((text, "III") for text in ("Xã khu vực III", "khu vực 3", "lll", "ІІІ", "Region III")),
        *((text, "I") for text in ("I", 1, "KV-I", "Xã thuộc khu vực I")),
        *((text, "II") for text in ("II", "KV: II")),
        *((text, "outside") for text in ("outside", "Ngoài vùng", "NGOÀI VÙNG DTTS&MN")),
        *((text, None) for text in (None, "", " ", float("nan"))),
    ],
)
def test_regions_as_they_are_written(text, region):
    assert read_region(text) == region
    assert ListEntry(region=text).region == region


@pytest.mark.parametrize("text", ["IV", "4", 0, "đặc biệt khó khăn", "III và II", "I-III", True])
def test_what_is_no_region(text):
    with pytest.raises(ValueError, match=str(text).casefold()):
        read_region(text)


def test_names_of_villages():
    assert read_names("Nà Mèo\nBản Vẽn") == ("Nà Mèo", "Bản Vẽn")
    assert read_names(["Nà Mèo", "Bản Vẽn"]) == ("Nà Mèo", "Bản Vẽn")
    assert read_names("1,5") == ("1,5",)
    assert read_names(" ; ") is None


def test_named_villages_are_counted_where_no_number_is_given(sheet):
    headings = ("Xã", "Huyện", "Tên thôn ĐBKK")
    found = only(sheet(("Cao Kỳ", "Chợ Mới", "Nà Cà; Khau Lồm"), headings=headings))
    assert (found.villages, found.village_names) == (2, ("Nà Cà", "Khau Lồm"))
    assert found.region is None


def test_a_list_of_villages_says_nothing_of_regions(sheet):
    checked = sheet(("Cao Kỳ", "Chợ Mới", "5"), headings=("Xã", "Huyện", "Số thôn ĐBKK"))
    assert checked.list.holds == {"villages"}
    status = places.with_list(checked).status_of("Cao Kỳ", DAY)
    assert (status.official.region, status.effective) == ("III", "III")
    assert "5 thôn đặc biệt khó khăn" in status.text()


# --- Rows that cannot be used ------------------------------------------------------------------
GOOD = ("Thanh Mai", "Chợ Mới", "Bắc Kạn", "III", "1")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("Atlantis", "", "Bắc Kạn", "III", ""), "place.unknown"),
        (("Bằng Thành", "Pác Nặm", "Atlantis", "III", ""), "place.unknown"),
        (("Sông Cầu", "", "", "III", ""), "place.ambiguous"),
        (("Tân Thành", "", "Thái Nguyên", "III", ""), "place.ambiguous"),
        (("Đức Lương", "Chợ Mới", "", "III", ""), "list.other_district"),
        (("Chợ Rã", "Chợ Mới", "Bắc Kạn", "I", ""), "list.other_district"),
        (("Tân Kỳ", "Chợ Mới", "Bắc Kạn", "III", ""), "place.other_day"),
        (("Mường Tè", "", "", "III", ""), "list.no_province"),
        (("", "Chợ Mới", "Bắc Kạn", "III", ""), "list.no_name"),
        (("Cao Kỳ", "Chợ Mới", "Bắc Kạn", "", ""), "list.no_region"),
        (("Cao Kỳ", "Chợ Mới", "Bắc Kạn", "IV", ""), "list.region_unreadable"),
        (("Cao Kỳ", "Chợ Mới", "Bắc Kạn", "III", "nhiều"), "number.unreadable"),
        (("Cao Kỳ", "Chợ Mới", "Bắc Kạn", "III", "-3"), "number.negative"),
        (("Cao Kỳ", "Chợ Mới", "Bắc Kạn", "III", "1,5"), "number.not_whole"),
    ],
)
def test_a_wrong_row_keeps_its_place_and_the_others_are_loaded(sheet, row, code):
    checked = sheet(GOOD, row, ("Yên Hân", "Chợ Mới", "Bắc Kạn", "III", "2"))
    assert codes(checked) == [[], [code], []]
    assert [entry.name for entry in checked.entries] == ["Thanh Mai", "Yên Hân"]
    (wrong,) = checked.rejected
    assert wrong.number == 3
    assert wrong.entry is None
    (problem,) = wrong.problems
    assert problem.vi
    assert problem.en
    assert wrong.given.get("name", "") == row[0]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("02101", "Cao Kỳ", "", "", "III"), "list.code_differs"),
        (("02101", "Thanh Mai", "Thái Nguyên", "", "III"), "list.code_differs"),
        (("02101", "Thanh Mai", "", "Chợ Đồn", "III"), "list.code_differs"),
        (("01864", "Bằng Thành", "Bắc Kạn", "", "III"), "list.code_differs"),
        (("99999", "Thanh Mai", "Bắc Kạn", "", "III"), "place.unknown"),
        (("99999", "Thanh Mai", "", "", "III"), "place.unknown"),
    ],
)
def test_codes_must_be_those_of_the_name_on_the_day_of_the_list(sheet, row, code):
    checked = sheet(row, headings=("Mã xã", "Tên xã", "Tỉnh", "Huyện", "Khu vực"))
    assert codes(checked) == [[code]]


def test_a_row_of_more_cells_than_the_header_is_wrong(sheet):
    assert codes(sheet(GOOD, (*GOOD, "x"))) == [[], ["row.too_long"]]


def test_rows_that_repeat_one_another_count_once(sheet):
    checked = sheet(GOOD, ("Xã Thanh Mai", "", "Bắc Kạn", "KV III", 1))
    assert codes(checked) == [[], ["list.repeated_row"]]
    assert not checked.rejected
    assert len(checked.entries) == 1


def test_of_rows_that_contradict_one_another_none_counts(sheet):
    checked = sheet(GOOD, ("Thanh Mai", "", "Bắc Kạn", "II", 1), GOOD)
    assert codes(checked) == [["list.contradictory_rows"]] * 3
    assert "3, 4" in checked.rows[0].problems[0].vi
    assert checked.entries == ()


def test_a_row_without_a_region_in_a_list_of_regions_is_told(sheet):
    checked = sheet(GOOD, ("Quảng Chu", "Chợ Mới", "Bắc Kạn", "", 4))
    assert codes(checked) == [[], ["list.region_empty"]]
    assert [entry.region for entry in checked.entries] == ["III", None]


def test_communes_of_provinces_that_are_not_held_are_kept_by_name(sheet):
    checked = sheet(("Xã Nậm Ban", "Nậm Nhùn", "Lai Châu", "III", 4))
    assert codes(checked) == [["list.unit_not_held"]]
    found = only(checked)
    assert (found.name, found.type, found.province, found.place) == ("Nậm Ban", "xa", "12", None)
    status = places.with_list(checked).status_of("Nậm Ban", DAY)
    assert (status.place, status.effective) == (None, "III")
    with pytest.raises(InputError, match=r"place\.unknown"):
        places.status_of("Nậm Ban", DAY)


def test_the_province_of_the_whole_list(sheet):
    headings = ("Xã", "Khu vực")
    assert codes(sheet(("Nậm Ban", "III"), headings=headings)) == [["list.no_province"]]
    found = sheet(("Nậm Ban", "III"), headings=headings, province="Lai Châu")
    assert only(found).province == "12"


def test_units_of_another_day_than_the_first_of_the_list(sheet):
    row = ("Tân Kỳ", "", "Thái Nguyên", "III", "")
    found = only(sheet(row, units_on=dt.date(2025, 7, 1)))
    assert found.place == "vn:xa:02104@2025-07-01"


# --- The list as a whole -----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("rows", "headings", "code"),
    [
        ([("III",)], ("Khu vực",), "list.no_name_column"),
        ([("Cao Kỳ", "Chợ Mới")], ("Tên xã", "Huyện"), "list.no_region_column"),
        ([("a", "b")], ("x", "y"), "file.no_header"),
        ([], ("Tên xã", "Khu vực"), "list.no_rows"),
        ([("a", "b", "I")], ("Huyện", "Tên huyện", "Khu vực"), "heading.doubled"),
    ],
)
def test_files_that_are_no_list(tmp_path, rows, headings, code):
    with pytest.raises(InputError) as caught:
        loaded(as_csv(tmp_path / "list.csv", rows, headings))
    assert caught.value.code == code


def test_document_and_day_must_be_given(tmp_path):
    path = as_csv(tmp_path / "list.csv", [GOOD])
    with pytest.raises(InputError, match=r"list\.no_instrument"):
        load_official_list(path, valid_from=DAY)
    with pytest.raises(InputError, match=r"list\.no_first_day"):
        load_official_list(path, "861/QĐ-TTg")
    with pytest.raises(InputError, match=r"number\.unreadable"):
        load_official_list(path, "một quyết định", DAY)
    with pytest.raises(InputError, match=r"list\.no_first_day"):
        check_list(places, (), instrument="861/QĐ-TTg", valid=Period(None, None))


def test_a_document_of_the_library_gives_what_is_known_of_its_list(sheet):
    checked = sheet(GOOD)
    assert checked.list.document == "861/QĐ-TTg"
    assert (checked.list.criteria, checked.list.new_rural) == ("33/2020/QĐ-TTg", True)


def test_an_unknown_document_is_told_and_taken_by_its_number(tmp_path):
    path = as_csv(tmp_path / "list.csv", [GOOD])
    checked = load_official_list(path, "QĐ 9999/QD-UBND".removeprefix("QĐ "), DAY)
    assert checked.list.document == "9999/QĐ-UBND"
    assert [problem.code for problem in checked.problems] == ["list.unknown_document"]
    assert (checked.list.criteria, checked.list.new_rural) == (None, None)


def test_a_list_that_begins_before_its_document_is_told(tmp_path):
    path = as_csv(tmp_path / "list.csv", [GOOD])
    checked = load_official_list(path, "861/QĐ-TTg", dt.date(2021, 6, 3))
    assert "list.before_document" in [problem.code for problem in checked.problems]


def test_totals_are_held_against_the_published_ones():
    given = {entry.place: entry for entry in PACKAGED if entry.district == "065"}
    every = list(given.values())

    def check(entries):
        rows = [
            GivenRow(
                number=number,
                given={},
                entry=ListEntry(name=e.text(), district="Chợ Mới", province="06", region=e.region),
            )
            for number, e in enumerate(entries, 1)
        ]
        return check_list(places, rows, instrument="861/QĐ-TTg", valid=Period(DAY, None))

    def told(checked, unit):
        return [p.vi for p in checked.problems if p.vi.startswith(unit)]

    assert len(every) == LISTS.counts("qd-861-2021", "vn:huyen:065@2004").total
    assert told(check(every), "huyện Chợ Mới") == []
    (wrong,) = told(check(every[1:]), "huyện Chợ Mới")
    assert "xã khu vực III: công bố 8, ở đây 7" in wrong
    assert "xã: công bố 14, ở đây 13" in wrong
    # Of the province only a part is there, and that is told; of the country nothing is expected.
    assert len(told(check(every), "tỉnh Bắc Kạn")) == 1
    assert told(check(every), "cả nước") == []


def test_totals_of_villages_are_those_of_the_list_of_villages(tmp_path):
    rows = [("Cao Kỳ", "Chợ Mới", "Bắc Kạn", "3")]
    path = as_csv(tmp_path / "l.csv", rows, ("Xã", "Huyện", "Tỉnh", "Số thôn ĐBKK"))
    checked = load_official_list(path, "612/QĐ-UBDT", dt.date(2021, 9, 16))
    published = LISTS.counts("qd-612-2021", "vn:tinh:06@2004").villages
    assert f"thôn đặc biệt khó khăn: công bố {published}, ở đây 3" in checked.problems[0].vi


def test_the_country_is_compared_where_every_province_is_there():
    above = [row.unit for row in LISTS.counts_of("qd-433-2021") if row.unit.startswith("vn:tinh:")]
    rows = [
        GivenRow(
            number=number,
            given={},
            entry=ListEntry(
                name=f"Xã Số {number}",
                province=places.get(unit).code,
                especially_difficult_villages=1,
            ),
        )
        for number, unit in enumerate(above, 1)
        if places.get(unit).code != "06"
    ]
    valid = Period(dt.date(2021, 6, 18), None)
    without = check_list(places, rows, instrument="433/QĐ-UBDT", valid=valid)
    assert not [p for p in without.problems if p.vi.startswith("cả nước")]
    entry = ListEntry(
        name="Cao Kỳ", district="Chợ Mới", province="06", especially_difficult_villages=1
    )
    more = [*rows, GivenRow(number=99, given={}, entry=entry)]
    every = check_list(places, more, instrument="433/QĐ-UBDT", valid=valid)
    total = LISTS.counts("qd-433-2021", COUNTRY).villages
    (told,) = [p.vi for p in every.problems if p.vi.startswith("cả nước")]
    assert f"công bố {total}, ở đây {len(above)}" in told


# --- Written and read again --------------------------------------------------------------------
@pytest.mark.parametrize("name", ["out.csv", "out.json"])
@pytest.mark.parametrize("locale", ["vi", "en"])
def test_what_is_written_reads_back_the_same(tmp_path, name, locale):
    rows = [line(entry) for entry in PACKAGED[:20]]
    rows += [
        ("Atlantis", "", "Bắc Kạn", "III", 1),
        ("Cao Kỳ", "Chợ Mới", "Bắc Kạn", "IV", 2),
        ("Xã Nậm Ban", "Nậm Nhùn", "Lai Châu", "ngoài vùng", 4),
        (*line(PACKAGED[30])[:3], "", 7),
        ("Tổng cộng", "", "", "", 30),
    ]
    checked = load_official_list(
        as_csv(tmp_path / "list.csv", rows), "861/QĐ-TTg", DAY, dt.date(2026, 1, 28)
    )
    path = write_list(tmp_path / name, checked, places, locale=locale)
    again = load_official_list(path)
    assert (again.list.document, again.list.valid) == (checked.list.document, checked.list.valid)
    assert codes(again) == codes(checked)

    def said(found):
        return [
            (e.place, e.name, e.type, e.district, e.province, e.region, e.villages)
            for e in found.entries
        ]

    def plain(found):
        return [
            (*line[:3], line[3] and line[3].removeprefix("huyện "), *line[4:]) for line in found
        ]

    assert plain(said(again)) == plain(said(checked))


def test_units_of_another_day_are_read_back(tmp_path):
    row = ("Tân Kỳ", "", "Thái Nguyên", "III", "")
    checked = loaded(as_csv(tmp_path / "l.csv", [row]), units_on=dt.date(2025, 7, 1))
    again = load_official_list(write_list(tmp_path / "out.csv", checked, places))
    assert again.units_on == dt.date(2025, 7, 1)
    assert only(again).place == only(checked).place


def test_a_file_of_two_lists_is_refused(tmp_path):
    headings = (*HEADINGS, "Văn bản", "Từ ngày")
    rows = [(*GOOD, "861/QĐ-TTg", "2021-06-04"), (*GOOD, "60/QĐ-BDTTG", "2021-06-04")]
    with pytest.raises(InputError, match=r"list\.several_lists"):
        load_official_list(as_csv(tmp_path / "l.csv", rows, headings))


def test_only_csv_and_json_are_written(tmp_path, sheet):
    with pytest.raises(InputError, match=r"list\.format"):
        write_list(tmp_path / "out.xlsx", sheet(GOOD), places)
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv"])
def test_a_filled_template_is_a_list(tmp_path, name):
    path = write_list_template(tmp_path / name)
    if name == "t.csv":
        row = ("Cao Kỳ", "02104", "Chợ Mới", "Bắc Kạn", "III", 2, "Nà Cà; Khau Lồm")
        with path.open("a", encoding="utf-8", newline="") as file:
            csv.writer(file).writerow(row)
    else:
        book = openpyxl.load_workbook(path)
        book.active.append(("Cao Kỳ", "02104", "Chợ Mới", "Bắc Kạn", "III", 2, "Nà Cà; Khau Lồm"))
        book.save(path)
    found = only(loaded(path))
    assert (found.place, found.villages) == ("vn:xa:02104@2004", 2)
    with pytest.raises(InputError, match=r"template\.format"):
        write_list_template(tmp_path / "t.json")


# --- Used --------------------------------------------------------------------------------------
def test_a_commune_whose_line_is_not_held_gets_it_from_the_added_list(sheet):
    day = dt.date(2023, 1, 1)
    before = places.status_of("Nà Phặc", day)
    assert (before.official.state, before.effective) == ("not_held", None)
    library = places.with_list(sheet(("Nà Phặc", "Ngân Sơn", "Bắc Kạn", "III", 3)))
    after = library.status_of("Nà Phặc", day)
    assert (after.official.state, after.official.region, after.effective) == (
        "listed",
        "III",
        "III",
    )
    assert "danh sách tự nạp" in after.text("vi")
    assert not after.verified
    # The packaged library is what it was.
    assert places.status_of("Nà Phặc", day) == before
    assert len(places.official_lists) + 1 == len(library.official_lists)


def test_a_line_that_differs_from_the_packaged_one_is_told_and_overrides_nothing(sheet):
    checked = sheet(("Cao Kỳ", "Chợ Mới", "Bắc Kạn", "II", ""))
    assert codes(checked) == [["list.differs_from_other"]]
    assert not checked.rejected
    status = places.with_list(checked).status_of("Cao Kỳ", DAY)
    (part,) = status.official.parts
    assert part.is_disputed
    assert [entry.region for entry in part.entries] == ["III", "II"]
    assert (status.official.region, status.effective, status.possible) == (
        None,
        None,
        ("II", "III"),
    )
    assert "không thống nhất" in status.text("vi")
    assert "the lists disagree" in status.text("en")
    assert {event.region for event in status.chain} == {"II", "III"}
    assert status.to_dict()["official"]["parts"][0]["disputed"] is True


def test_a_line_that_agrees_stands_beside_the_packaged_one(sheet):
    library = places.with_list(sheet(("Cao Kỳ", "Chợ Mới", "Bắc Kạn", "III", "")))
    status = library.status_of("Cao Kỳ", DAY)
    assert (status.official.region, status.effective) == ("III", "III")
    assert len(status.official.parts[0].entries) == 2


def test_a_line_outside_the_area(sheet):
    library = places.with_list(sheet(("Nà Phặc", "Ngân Sơn", "Bắc Kạn", "ngoài vùng", 1)))
    status = library.status_of("Nà Phặc", DAY)
    assert (status.effective, status.possible, status.official.region) == (
        "outside",
        ("outside",),
        None,
    )
    assert "ngoài vùng đồng bào dân tộc thiểu số" in status.text().splitlines()[2]


def test_a_list_counts_on_its_days_only(tmp_path):
    path = as_csv(tmp_path / "l.csv", [("Nà Phặc", "Ngân Sơn", "Bắc Kạn", "III", 1)])
    last = dt.date(2022, 12, 31)
    library = places.with_list(load_official_list(path, "861/QĐ-TTg", DAY, last))
    days = (DAY - dt.timedelta(days=1), DAY, last, last + dt.timedelta(days=1))
    found = [library.status_of("Nà Phặc", day).official.state for day in days]
    assert found == ["not_held", "listed", "listed", "not_held"]


def test_the_new_rural_clause_of_the_document_holds_for_the_added_list(sheet):
    library = places.with_list(sheet(("Nà Phặc", "Ngân Sơn", "Bắc Kạn", "III", 1)))
    day = dt.date(2023, 5, 10)
    status = library.status_of("Nà Phặc", day, recognised=day)
    assert (status.official.region, status.effective) == ("III", "I")


def test_after_the_merger_each_part_has_its_line(sheet):
    rows = [("Tân Sơn", "", "Bắc Kạn", "II", ""), ("Hòa Mục", "", "Bắc Kạn", "III", "")]
    library = places.with_list(sheet(*rows))
    status = library.status_of("Tân Kỳ", dt.date(2025, 8, 1))
    assert {part.official.name: part.possible for part in status.parts} == {
        "xã Tân Sơn": ("II", "III"),
        "xã Hòa Mục": ("III",),
        "xã Cao Kỳ": ("III",),
    }


def test_a_line_for_the_new_commune_counts_for_each_of_its_parts(tmp_path):
    row = ("Tân Kỳ", "", "Thái Nguyên", "II", "")
    path = as_csv(tmp_path / "l.csv", [row])
    first = dt.date(2025, 12, 1)
    library = places.with_list(load_official_list(path, "9999/QĐ-UBND", first))
    # The list of 861 still counts for the old areas, all of them region III there.
    status = library.status_of("Tân Kỳ", dt.date(2026, 1, 1))
    assert [part.possible for part in status.parts] == [("II", "III")] * 3
    assert status.official.documents == ("861/QĐ-TTg", "9999/QĐ-UBND")
    # Since the list of 2026, of which the line is not held, the added one stands alone.
    status = library.status_of("Tân Kỳ", NEW)
    assert (len(status.parts), status.effective) == (1, "II")


def test_lists_of_other_provinces_do_not_count(sheet):
    checked = sheet(("Xã Nậm Ban", "Nậm Nhùn", "Lai Châu", "III", 4))
    status = places.with_list(checked).status_of("Nà Phặc", DAY)
    assert status == places.status_of("Nà Phặc", DAY)


def test_lines_of_two_lists_for_a_commune_that_is_not_held_are_one_commune(tmp_path):
    row = ("Xã Mường Tè", "", "Lai Châu", "II", "")
    path = as_csv(tmp_path / "l.csv", [row])
    library = places.with_list(load_official_list(path, "113/QĐ-UBND", dt.date(2026, 1, 16)))
    status = library.status_of("Mường Tè", NEW)
    assert (status.place, status.possible) == (None, ("II", "III"))
    assert [entry.region for entry in status.official.parts[0].entries] == ["III", "II"]


def test_several_files_at_once_and_the_same_one_twice(tmp_path, sheet):
    first = write_list(tmp_path / "a.json", sheet(GOOD), places)
    second = write_list(tmp_path / "b.csv", sheet(("Nà Phặc", "", "Bắc Kạn", "III", 1)), places)
    library, lists = with_list_files(places, [first, second, first])
    assert len(lists) == 3
    held = [found.id for found in library.official_lists if found.own is not None]
    assert held == ["own-861-qd-ttg", "own-861-qd-ttg-2", "own-861-qd-ttg-3"]
    assert library.status_of("Nà Phặc", DAY).effective == "III"
    assert library.status_of("Thanh Mai", DAY, within="Chợ Mới").effective == "III"


def test_the_summary_counts_what_there_is(sheet):
    checked = sheet(
        GOOD, ("Atlantis", "", "Bắc Kạn", "III", ""), ("Nậm Ban", "", "Lai Châu", "I", 2)
    )
    found = checked.summary()
    assert (found["rows"], found["loaded"], found["of_held_units"], found["with_errors"]) == (
        3,
        2,
        1,
        1,
    )
    assert found["regions"] == {"I": 1, "II": 0, "III": 1, "outside": 0, "none": 0}
    assert found["villages"] == 3
    assert json.loads(json.dumps(checked.to_dict()))["entries"][1]["given"]["name"] == "Atlantis"
    assert set(REGIONS) < set(found["regions"])


# --- The coastal list --------------------------------------------------------------------------
def test_the_coastal_list_has_its_total_and_no_regions():
    held = LISTS.get("353/QĐ-TTg")
    assert held.holds == {"coastal"}
    assert LISTS.counts(held.id, COUNTRY).total == 54
    assert held not in LISTS.at(dt.date(2023, 1, 1), "regions")
    assert not held.is_verified("until")
    assert [change.document for change in held.amendments] == ["576/QĐ-TTg"]


# --- What the library cannot know ----------------------------------------------------------------
def test_a_name_held_only_by_chance_needs_its_province(sheet):
    rows = ("Tân Phú", "", "", "III", 1), ("Yên Bình", "", "", "III", 1)
    assert codes(sheet(*rows, units_on=dt.date(2025, 7, 1))) == [["list.no_province"], []]
    named = ("Tân Phú", "", "Đồng Nai", "III", 1)
    assert only(sheet(named, units_on=dt.date(2025, 7, 1))).place == "vn:xa:26116@2025-07-01"


def test_a_district_that_is_not_known_is_told_from_another_one(sheet):
    rows = ("Bộc Bố", "huyện Xyz", "Bắc Kạn", "III", 1), ("Bộc Bố", "Chợ Mới", "Bắc Kạn", "III", 1)
    assert codes(sheet(*rows)) == [["list.unknown_district"], ["list.other_district"]]
